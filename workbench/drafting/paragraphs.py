"""The paragraphs that an edit touched, checked by themselves: marks at once, until the whole text has been read again.

A paragraph is read with its headings and the sentence that introduces its list, so that its context is the same.
Checks that weigh the whole page (its sources, its amount of praise, what is said twice) wait for the whole; what they
said before is kept where its words still stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from msgspec import structs

from workbench import engine, knowledge, registry
from workbench.drafting.desk import Desk, Draft, Drafted
from workbench.model import Block, Check, Document, Finding

_MOST = 0.25  # of the blocks; where more changed, the whole is read at once


def touched(desk: Desk, before: Drafted, draft: Draft) -> tuple[Document, tuple[Finding, ...]] | None:
    """The text as it is now with what can be said at once; None = only the whole can tell.

    Args:
        desk: the checks.
        before: the text as it was checked last.
        draft: as it is now.

    Raises:
        Unreadable: as `Desk.check`.
    """
    document = desk.read(draft)
    old, new = before.article.document.blocks, document.blocks
    first, last = _apart(old, new)
    changed = range(first, len(new) - last)
    if not changed and first + last == len(old):
        return document, tuple(_kept(before, document, changed, range(0), lambda _: True))
    if len(changed) > max(1, _MOST * len(new)):
        return None
    fresh = [check for check in desk.content.checks if not reads_page(check)]
    known = knowledge.about(desk.knowledge(), draft.name)
    part = _alone(document, changed)
    article = engine.analyse(part, desk.content.lexicon, desk.settings.newsroom.country, desk.as_of, known)
    found, _ = engine.run(article, fresh, desk.content.tables)
    inside = [_span(new[index]) for index in changed]
    said = [one for one in found if one.start is not None and any(a <= one.start < b for a, b in inside)]
    ids = {check.id for check in fresh}
    kept = _kept(before, document, changed, range(first, len(old) - last), lambda id_: id_ not in ids)
    merged = {one.fingerprint: one for one in (*desk.decided(document, tuple(said), draft.name), *kept)}
    return document, tuple(sorted(merged.values(), key=lambda one: (one.start is not None, one.start or 0, one.check)))


def reads_page(check: Check) -> bool:
    """Whether a check weighs more than one paragraph."""
    return _reads_page(check.detector)


@cache
def _reads_page(detector: str) -> bool:
    return bool(getattr(registry.plug("detectors", detector), "PAGE", False))


def _apart(old: Sequence[Block], new: Sequence[Block]) -> tuple[int, int]:
    """How many blocks are the same at the beginning, and at the end."""
    most = min(len(old), len(new))
    first = next((at for at in range(most) if not _same(old[at], new[at])), most)
    rest = range(1, most - first + 1)
    last = next((at - 1 for at in rest if not _same(old[-at], new[-at])), len(rest))
    return first, last


def _same(one: Block, other: Block) -> bool:
    return (one.kind, one.level, one.seen, one.boilerplate) == (other.kind, other.level, other.seen, other.boilerplate)


def _span(block: Block) -> tuple[int, int]:
    return (block.runs[0].start, max(run.end for run in block.runs)) if block.runs else (0, 0)


def _alone(document: Document, chosen: range) -> Document:
    """These blocks with the headings above them and what introduces them."""
    needed = set(chosen)
    for index in chosen:
        block = document.blocks[index]
        needed |= {*block.section, *(() if block.lead_in is None else (block.lead_in,))}
    at = {old: new for new, old in enumerate(sorted(needed))}
    blocks = tuple(
        structs.replace(
            block,
            section=tuple(at[one] for one in block.section if one in at),
            lead_in=None if block.lead_in is None else at.get(block.lead_in),
        )
        for block in (document.blocks[old] for old in at)
    )
    return structs.replace(document, blocks=blocks)


def _kept(
    before: Drafted, document: Document, changed: range, gone: range, waits: Callable[[str], bool]
) -> Iterator[Finding]:
    """What was said of the other paragraphs, moved along; and in the changed ones what has to wait for the whole."""
    old, new = before.article.document, document
    outside = [_span(old.blocks[index]) for index in gone]
    start, end = (min(a for a, _ in outside), max(b for _, b in outside)) if outside else (_end(old, gone), 0)
    shift = len(new.source) - len(old.source)
    for one in before.findings:
        if one.start is None or one.end is None or one.end <= start:
            yield one
            continue
        if one.start >= max(start, end):
            moved = structs.replace(one, start=one.start + shift, end=one.end + shift)
            if new.source[moved.start : moved.end] == one.text:
                yield moved
            continue
        if waits(one.check) and changed:
            yield from _again(one, new, changed)


def _end(document: Document, gone: range) -> int:
    """Where new paragraphs were put in."""
    return _span(document.blocks[gone.start - 1])[1] if gone.start else 0


def _again(one: Finding, document: Document, changed: range) -> Iterator[Finding]:
    """A finding whose words stand once in the changed paragraphs."""
    start, end = _span(document.blocks[changed.start])[0], _span(document.blocks[changed[-1]])[1]
    if one.text and document.source.count(one.text, start, end) == 1:
        at = document.source.index(one.text, start, end)
        yield structs.replace(one, start=at, end=at + len(one.text))
