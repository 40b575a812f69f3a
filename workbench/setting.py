"""A sentence in its place, and the making of its flags."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from workbench.clauses import Scope
from workbench.model import Block, Flag, FlagName, Sentence


class Above(NamedTuple):
    """A heading or lead-in: its block and the last sentence of it, with flags."""

    block: Block
    sentence: Sentence


class Near(NamedTuple):
    """The sentence before or after: its block, itself without flags, and the names of its cues."""

    block: Block
    sentence: Sentence
    cues: frozenset[str]


class Setting(NamedTuple):
    """A sentence in its place.

    Its block, the quotations in that block, the headings above it (outermost first) and the lead-in of its list; `cues`
    names the circumstances of which the sentence itself holds a cue. `intro` is the paragraph that introduces a
    quotation or a paragraph that stands like an item, `column` the head of a cell's column.
    """

    block: Block
    sentence: Sentence
    quotes: tuple[tuple[int, int], ...]
    headings: tuple[Above, ...]
    lead_in: Above | None
    cues: frozenset[str]
    intro: Above | None
    column: Above | None
    before: Near | None
    after: Near | None


def is_heading(setting: Setting) -> bool:
    """Whether the sentence stands in a heading."""
    return setting.block.kind == "heading"


def flags_of(name: FlagName, setting: Setting, scopes: Callable[[bytes], Iterable[Scope]]) -> Iterator[Flag]:
    """The flags that the sentence's own words make; `scopes` is asked only where there is a cue of that name."""
    if name in setting.cues:
        for scope in scopes(setting.sentence.shadow):
            yield flag_at(name, setting, scope)


def flag_at(name: FlagName, setting: Setting, scope: Scope) -> Flag:
    """A flag with its cue in the sentence."""
    sentence = setting.sentence
    span = setting.block.span(sentence.at + scope.cue_at, sentence.at + scope.cue_to)
    return Flag(name, span.start, span.end, sentence.text[scope.cue_at : scope.cue_to], scope.at, scope.to)


def whole(name: FlagName, setting: Setting) -> Flag:
    """A flag that is the whole sentence and covers it."""
    length = len(setting.sentence.text)
    return flag_at(name, setting, Scope(0, length, 0, length))


def inherited(name: FlagName, setting: Setting) -> Iterator[Flag]:
    """What an item takes over from the lead-in of its list."""
    if setting.lead_in is not None:
        yield from taken_over(name, setting, setting.lead_in)


def taken_over(name: FlagName, setting: Setting, over: Above) -> Iterator[Flag]:
    """The first flag of a lead-in that reaches its end."""
    ends = len(over.sentence.shadow.rstrip(b" .:-~"))
    for flag in over.sentence.flags:
        if flag.flag == name and flag.to >= ends:
            yield Flag(name, flag.start, flag.end, flag.cue, 0, len(setting.sentence.text))
            return


def from_beside(
    name: FlagName, setting: Setting, beside: Near, scope_of: Callable[[bytes], Scope | None]
) -> Iterator[Flag]:
    """A flag of the whole sentence whose cue stands in the sentence before or after."""
    if scope := scope_of(beside.sentence.shadow):
        yield from_above(name, setting, beside, scope)


def from_above(name: FlagName, setting: Setting, over: Above | Near, scope: Scope) -> Flag:
    """A flag of the whole sentence whose cue stands in another one."""
    span = over.block.span(over.sentence.at + scope.cue_at, over.sentence.at + scope.cue_to)
    cue = over.sentence.text[scope.cue_at : scope.cue_to]
    return Flag(name, span.start, span.end, cue, 0, len(setting.sentence.text))
