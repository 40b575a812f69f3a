"""What surrounds a sentence and changes what its words mean: one function a flag.

An item takes over from the sentence that introduces its list whatever reaches that sentence's end, and warnings also
from the headings above it; such a flag covers the whole item and points at the lead-in or heading.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from msgspec.structs import replace

from workbench import cautions, mood, negation, quotation
from workbench.clauses import Scope
from workbench.model import Block, Document, Flag, FlagName, Sentence
from workbench.patterns import compiled


class Above(NamedTuple):
    """A heading or lead-in: its block and the last sentence of it, with flags."""

    block: Block
    sentence: Sentence


class Setting(NamedTuple):
    """A sentence in its place: its block, the quotations in that block, the headings above it (outermost first) and
    the lead-in of its list."""

    block: Block
    sentence: Sentence
    quotes: tuple[tuple[int, int], ...]
    headings: tuple[Above, ...]
    lead_in: Above | None


def read(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The same sentences with their flags, in the order of `FLAGS` and then of place."""
    above: dict[int, Above] = {}
    found: list[Sentence] = []
    quoted_in, quotes = -1, tuple[tuple[int, int], ...]()
    for sentence in sentences:
        block = document.blocks[sentence.block]
        if sentence.block != quoted_in:
            quoted_in, quotes = sentence.block, tuple(quotation.quotations(block.seen))
        headings = tuple(above[index] for index in block.section if index in above)
        lead_in = None if block.lead_in is None else above.get(block.lead_in)
        setting = Setting(block, sentence, quotes, headings, lead_in)
        flags = tuple(flag for function in FLAGS.values() for flag in function(setting))
        flagged = replace(sentence, flags=flags) if flags else sentence
        above[sentence.block] = Above(block, flagged)
        found.append(flagged)
    return tuple(found)


def heading(setting: Setting) -> Iterator[Flag]:
    """The sentence is a heading."""
    if setting.block.kind == "heading":
        length = len(setting.sentence.text)
        yield _flag("heading", setting, Scope(0, length, 0, length))


def question(setting: Setting) -> Iterator[Flag]:
    """The sentence asks, or one of its clauses does."""
    dark = setting.sentence.shadow
    yield from _flags("question", setting, mood.questions(dark, setting.block.kind == "heading"))


def negated(setting: Setting) -> Iterator[Flag]:
    """What is said not to be so."""
    yield from _flags("negated", setting, negation.negations(setting.sentence.shadow))
    if setting.lead_in is not None and compiled(_LEAVES_OPEN).search(setting.lead_in.sentence.shadow):
        yield from _taken_over("negated", setting, setting.lead_in)
    if setting.headings and setting.lead_in is None and setting.block.kind in ("item", "cell"):
        nearest = setting.headings[-1]
        if compiled(_LISTS_WHAT_IS_NOT).search(nearest.sentence.shadow):
            yield from _taken_over("negated", setting, nearest)


# A lead-in whose negation goes on in the items ("It does not treat the following:"), unlike "You need no pills:".
_LEAVES_OPEN = (
    r"\b(?:following|these|those|any of|who|below)\b"
    r"|\b(?:for|with|if|when|that|to|of|in|as|by|from|on|be|is|are|an?|your|mean|do|include|take|use|you|it)\W*$"
    r"|\b(?:not|never|no|n't|cannot|avoid)\b\W*(?:\w+\W*)?$"
)
# A heading over a list whose items complete it: "What it is not", "Does not work for:".
_LISTS_WHAT_IS_NOT = (
    r"^\W*(?:who|what|when|where|do(?:es)?\s+not|doesn't|don't|not|never)\b|\b(?:for|if|with|in|to)\s*:?$|:$"
)


def quoted(setting: Setting) -> Iterator[Flag]:
    """Words in quotation marks; a quotation may run over several sentences of its block."""
    sentence, quotes = setting.sentence, setting.quotes
    first = max(0, bisect_right(quotes, (sentence.at, sentence.at)) - 1)
    for at, to in islice(quotes, first, bisect_right(quotes, (sentence.to, 0))):
        low, high = max(at, sentence.at) - sentence.at, min(to, sentence.to) - sentence.at
        if low < high:
            yield _flag("quoted", setting, Scope(low, high, low, high))


def attributed(setting: Setting) -> Iterator[Flag]:
    """Claims reported at a distance."""
    yield from _flags("attributed", setting, quotation.attributions(setting.sentence.shadow))
    yield from _inherited("attributed", setting)


def warning_list(setting: Setting) -> Iterator[Flag]:
    """A promise named in order to warn of it: by the sentence, its label, its lead-in or a heading."""
    dark = setting.sentence.shadow
    own = tuple(cautions.cautions(dark))
    yield from _flags("warning-list", setting, own)
    if own or cautions.rebuts(dark):
        return
    if setting.block.kind == "heading" and (scope := cautions.announcement(dark)):
        yield _flag("warning-list", setting, scope)
        return
    for over in _announcing(setting):
        if scope := cautions.announcement(over.sentence.shadow):
            yield _from_above("warning-list", setting, over, scope.cue_at, scope.cue_to)
            return


def _announcing(setting: Setting) -> Iterator[Above]:
    """What may announce warnings: the lead-in, then headings from the nearest; a page's title speaks for lists only."""
    if setting.lead_in is not None:
        yield setting.lead_in
    for over in reversed(setting.headings):
        title = over.block.level <= 1
        explains_one_myth = cautions.labelled(over.sentence.shadow) is not None
        if setting.block.kind == "item" or not (title or explains_one_myth):
            yield over


def advice(setting: Setting) -> Iterator[Flag]:
    """An instruction to the reader."""
    yield from _flags("advice", setting, mood.advice(setting.sentence.shadow))
    yield from _inherited("advice", setting)


def hedged(setting: Setting) -> Iterator[Flag]:
    """A statement held open."""
    yield from _flags("hedged", setting, mood.hedges(setting.sentence.shadow))
    yield from _inherited("hedged", setting)


def boilerplate(setting: Setting) -> Iterator[Flag]:
    """The block is page furniture; the cue says why."""
    block = setting.block
    if block.boilerplate:
        span = block.span(0, len(block.seen))
        yield Flag("boilerplate", span.start, span.end, block.boilerplate, 0, len(setting.sentence.text))


FLAGS: dict[str, Callable[[Setting], Iterator[Flag]]] = {
    "heading": heading,
    "question": question,
    "negated": negated,
    "quoted": quoted,
    "attributed": attributed,
    "warning-list": warning_list,
    "advice": advice,
    "hedged": hedged,
    "boilerplate": boilerplate,
}


def _flags(name: FlagName, setting: Setting, scopes: Iterable[Scope]) -> Iterator[Flag]:
    yield from (_flag(name, setting, scope) for scope in scopes)


def _flag(name: FlagName, setting: Setting, scope: Scope) -> Flag:
    sentence = setting.sentence
    span = setting.block.span(sentence.at + scope.cue_at, sentence.at + scope.cue_to)
    return Flag(name, span.start, span.end, sentence.text[scope.cue_at : scope.cue_to], scope.at, scope.to)


def _inherited(name: FlagName, setting: Setting) -> Iterator[Flag]:
    if setting.lead_in is not None:
        yield from _taken_over(name, setting, setting.lead_in)


def _taken_over(name: FlagName, setting: Setting, over: Above) -> Iterator[Flag]:
    """The first flag of a lead-in that reaches its end."""
    ends = len(over.sentence.shadow.rstrip(b" .:-~"))
    for flag in over.sentence.flags:
        if flag.flag == name and flag.to >= ends:
            yield Flag(name, flag.start, flag.end, flag.cue, 0, len(setting.sentence.text))
            return


def _from_above(name: FlagName, setting: Setting, over: Above, cue_at: int, cue_to: int) -> Flag:
    span = over.block.span(over.sentence.at + cue_at, over.sentence.at + cue_to)
    return Flag(name, span.start, span.end, over.sentence.text[cue_at:cue_to], 0, len(setting.sentence.text))
