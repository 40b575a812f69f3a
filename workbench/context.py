"""What surrounds a sentence and changes what its words mean: one function a flag.

An item takes over from the sentence that introduces its list whatever reaches that sentence's end, and warnings also
from the headings above it and the head of its column; such a flag covers the whole item and points at the words that
announce it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice

from msgspec.structs import replace

from workbench import (
    announcements,
    attribution,
    cautions,
    columns,
    conditions,
    layouts,
    mood,
    negation,
    past,
    quotation,
)
from workbench.clauses import Scope
from workbench.cues import Cues
from workbench.model import Document, Flag, Sentence
from workbench.patterns import compiled
from workbench.setting import (
    Above,
    Near,
    Setting,
    flag_at,
    flags_of,
    from_above,
    from_beside,
    inherited,
    is_heading,
    taken_over,
    whole,
)


def read(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The same sentences with their flags, in the order of `FLAGS` and then of place."""
    above: dict[int, Above] = {}
    met = [_CUES.met(sentence.shadow) for sentence in sentences]
    intros, heads = layouts.introductions(document), columns.heads(document)
    found: list[Sentence] = []
    quoted_in, quotes = -1, tuple[tuple[int, int], ...]()
    for number, sentence in enumerate(sentences):
        block = document.blocks[sentence.block]
        if sentence.block != quoted_in:
            quoted_in, quotes = sentence.block, tuple(quotation.quotations(block.seen))
        headings = tuple(above[index] for index in block.section if index in above)
        lead_in = None if block.lead_in is None else above.get(block.lead_in)
        intro, column = (above.get(places.get(sentence.block, -1)) for places in (intros, heads))
        near = (
            Near(document.blocks[sentences[other].block], sentences[other], met[other])
            if 0 <= other < len(sentences)
            else None
            for other in (number - 1, number + 1)
        )
        setting = Setting(block, sentence, quotes, headings, lead_in, met[number], intro, column, *near)
        flags = tuple(flag for function in FLAGS.values() for flag in function(setting))
        flagged = replace(sentence, flags=flags) if flags else sentence
        above[sentence.block] = Above(block, flagged)
        found.append(flagged)
    return tuple(found)


PATTERNS = {
    "question": mood.QUESTIONS,
    "negated": negation.NEGATIONS,
    "attributed": attribution.ATTRIBUTIONS,
    "warning-list": cautions.CAUTIONS,
    "advice": mood.ADVICE,
    "hedged": mood.HEDGES,
    "conditional": conditions.CONDITIONS,
    "history": past.HISTORIES,
    "retraction": layouts.RETRACTIONS,
    "claim": layouts.CLAIMS,
    "label": layouts.ALONE,
    "caption": layouts.CAPTIONS,
}
_CUES = Cues(PATTERNS)


def heading(setting: Setting) -> Iterator[Flag]:
    """The sentence is a heading."""
    if is_heading(setting):
        yield whole("heading", setting)


def question(setting: Setting) -> Iterator[Flag]:
    """The sentence asks, one of its clauses does, or its list is one of questions."""
    own = tuple(flags_of("question", setting, mood.heading_questions if is_heading(setting) else mood.questions))
    yield from own
    if setting.block.kind == "item" and not own:
        for over in (setting.lead_in, *setting.headings[-1:]):
            if over is not None and (scope := mood.announces_questions(over.sentence.shadow)):
                yield from_above("question", setting, over, scope)
                return


def negated(setting: Setting) -> Iterator[Flag]:
    """What is said not to be so, by the sentence, by the one behind it ("False!") or by what introduces its list."""
    yield from flags_of("negated", setting, negation.negations)
    after = setting.after
    if (
        after
        and "retraction" in after.cues
        and not (is_heading(setting) or layouts.retraction(setting.sentence.shadow))
    ):
        yield from from_beside("negated", setting, after, layouts.retraction)
    if setting.lead_in is not None and compiled(_LEAVES_OPEN).search(setting.lead_in.sentence.shadow):
        yield from taken_over("negated", setting, setting.lead_in)
    if setting.headings and setting.lead_in is None and setting.block.kind in ("item", "cell"):
        nearest = setting.headings[-1]
        if compiled(_LISTS_WHAT_IS_NOT).search(nearest.sentence.shadow):
            yield from taken_over("negated", setting, nearest)


# A lead-in whose negation goes on in the items ("It does not treat the following:"), unlike "You need no pills:".
_LEAVES_OPEN = (
    r"\b(?:following|these|those|any of|who|below)\b"
    r"|\b(?:for|with|if|when|that|to|of|in|as|by|from|on|be|is|are|an?|your|mean|do|include|take|use|you|it)\W*$"
    r"|\b(?:not|never|no|n't|cannot|avoid)\b\W*(?:\w+\W*)?$"
)
# A heading over a list whose items complete it: "What it is not", "Does not work for:".
_LISTS_WHAT_IS_NOT = (
    r"^\W*(?:who|what|when|where|things|words|phrases|claims|promises|do(?:es)?\s+not|doesn't|don't|not|never)\b"
    r"|\b(?:for|if|with|in|to)\s*:?$|:$"
)


def quoted(setting: Setting) -> Iterator[Flag]:
    """Words in quotation marks; a quotation may run over several sentences of its block."""
    sentence, quotes = setting.sentence, setting.quotes
    first = max(0, bisect_right(quotes, (sentence.at, sentence.at)) - 1)
    for at, to in islice(quotes, first, bisect_right(quotes, (sentence.to, 0))):
        low, high = max(at, sentence.at) - sentence.at, min(to, sentence.to) - sentence.at
        if low < high:
            yield flag_at("quoted", setting, Scope(low, high, low, high))


def attributed(setting: Setting) -> Iterator[Flag]:
    """Claims reported at a distance."""
    yield from flags_of("attributed", setting, attribution.attributions)
    yield from inherited("attributed", setting)
    if setting.intro is not None:
        yield from taken_over("attributed", setting, setting.intro)


def warning_list(setting: Setting) -> Iterator[Flag]:
    """A promise named in order to warn of it: by the sentence, its label, column, lead-in or a heading."""
    own = tuple(flags_of("warning-list", setting, cautions.cautions))
    if own:
        yield from own
    elif scope := _own_warning(setting):
        yield flag_at("warning-list", setting, scope)
    elif not cautions.rebuts(setting.sentence.shadow):
        yield from islice(_warned_from_outside(setting), 1)


def _own_warning(setting: Setting) -> Scope | None:
    """A heading that announces warnings, or a claim that the next line answers."""
    dark = setting.sentence.shadow
    if is_heading(setting) and (scope := announcements.announcement(dark)):
        return scope
    if "claim" in setting.cues and setting.after:
        return layouts.examined(dark, setting.after.sentence.shadow)
    return None


def _warned_from_outside(setting: Setting) -> Iterator[Flag]:
    before = setting.before
    if before and "label" in before.cues and before.block.kind != "cell":
        yield from from_beside("warning-list", setting, before, layouts.alone)
    for over in _announcing(setting):
        if scope := _announced(over, setting):
            yield from_above("warning-list", setting, over, scope)


def _announced(over: Above, setting: Setting) -> Scope | None:
    dark = over.sentence.shadow
    return announcements.announcement(dark) or (layouts.heads_claims(dark) if over is setting.column else None)


def _announcing(setting: Setting) -> Iterator[Above]:
    """What may announce warnings: the column's head, the lead-in, then headings from the nearest.

    A page's title speaks for lists and numbered headings only; a head such as "Fact" speaks against the headings.
    """
    kind = setting.block.kind
    if setting.column is not None:
        yield setting.column
        if cautions.rebuts(setting.column.sentence.shadow):
            return
    yield from (over for over in (setting.lead_in, setting.intro) if over is not None)
    for over in reversed(setting.headings):
        dark = over.sentence.shadow
        lists_only = over.block.level <= 1 or cautions.labelled(dark) is not None or announcements.is_weak(dark)
        numbered = kind == "heading" and setting.sentence.shadow[:1].isdigit()
        if kind == "item" or numbered or not lists_only:
            yield over


def advice(setting: Setting) -> Iterator[Flag]:
    """An instruction to the reader."""
    yield from flags_of("advice", setting, mood.advice)
    yield from inherited("advice", setting)


def hedged(setting: Setting) -> Iterator[Flag]:
    """A statement held open."""
    yield from flags_of("hedged", setting, mood.hedges)
    yield from inherited("hedged", setting)


def conditional(setting: Setting) -> Iterator[Flag]:
    """What would be so, or what is a condition of something else."""
    yield from flags_of("conditional", setting, conditions.conditions)
    yield from inherited("conditional", setting)


def history(setting: Setting) -> Iterator[Flag]:
    """What was once thought, sold or allowed: by the sentence, its lead-in or the heading above it."""
    yield from flags_of("history", setting, past.histories)
    yield from inherited("history", setting)
    if setting.headings and past.told(setting.sentence.shadow):
        nearest = setting.headings[-1]
        if scope := past.titled(nearest.sentence.shadow):
            yield from_above("history", setting, nearest, scope)


def caption(setting: Setting) -> Iterator[Flag]:
    """The words under a picture or table, also in a paragraph that begins like them ("Figure 2:")."""
    if setting.block.kind == "caption":
        yield whole("caption", setting)
    elif "caption" in setting.cues:
        yield from flags_of("caption", setting, layouts.captions)


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
    "conditional": conditional,
    "history": history,
    "caption": caption,
    "boilerplate": boilerplate,
}
