"""One block of Markdown from its pieces: what is seen of it, where that stands, its links and its strong beginning."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model import BlockKind, Link, Run
from workbench.readers._closer import DOTS, look_closer
from workbench.readers._links import sponsored
from workbench.readers._outline import Draft
from workbench.readers._source import BLANK, Seen

Piece = tuple[str, int, int]  # text, and the span that says so in the source
Anchor = tuple[int, int, str, bool]  # a link's first piece, the one after its last, its target, and whether it is paid


def draft_of(
    source: str, kind: BlockKind, level: int, pieces: Sequence[Piece], anchors: Sequence[Anchor] = (), strong: int = 0
) -> Draft | None:
    """The draft of a block; None where nothing of it is seen. The first `strong` pieces are in strong type."""
    plain = _plain(source, pieces)
    if plain:
        text, runs, lengths = plain
        links = _links(anchors, lengths) if anchors else ()
        return Draft(kind, text, runs, level, links, lengths[strong])
    seen = Seen(source)
    lengths = [0]
    for text, start, end in pieces:
        seen.add(text, start, end)
        lengths.append(seen.length)
    return draft_seen(kind, level, seen, _links(anchors, lengths), lengths[strong])


def _plain(source: str, pieces: Sequence[Piece]) -> tuple[str, tuple[Run, ...], list[int]] | None:
    """What is seen of nearly every block, its runs, and its length before each piece and after the last.

    None where a piece is not what the source has there, holds what nobody can see, or begins or ends the block blank.
    """
    runs: list[Run] = []
    lengths = [0]
    at, joint = 0, -1
    for text, start, end in pieces:
        as_written = end - start == len(text) and (source.startswith(text, start) or text == " ")
        if not as_written or (("\0" in text) if text.isascii() else not text.isprintable()):
            return None
        if start == joint:
            last = runs.pop()
            runs.append(Run(last.at, last.start, end))
        else:
            runs.append(Run(at, start, end))
        at, joint = at + end - start, end
        lengths.append(at)
    seen = pieces[0][0] if len(pieces) == 1 else "".join([text for text, _, _ in pieces])
    return (seen, tuple(runs), lengths) if len(seen.strip(BLANK)) == at > 0 else None


def _links(anchors: Sequence[Anchor], lengths: Sequence[int]) -> tuple[Link, ...]:
    return tuple(
        [
            Link(lengths[first], lengths[last], target, paid or sponsored(target))
            for first, last, target, paid in anchors
            if lengths[first] < lengths[last] and target
        ]
    )


def draft_seen(kind: BlockKind, level: int, seen: Seen, links: Sequence[Link], strong: int = 0) -> Draft | None:
    """The draft of a block of which `seen` is seen, its first `strong` characters in strong type."""
    text, runs, cut = seen.take()
    if not text:
        return None
    moved = tuple(
        Link(max(link.at - cut, 0), min(link.to - cut, len(text)), link.target, link.sponsored)
        for link in links
        if link.to > cut and link.at - cut < len(text)
    )
    return Draft(kind, text, runs, level, moved, min(max(strong - cut, 0), len(text)))


def put(draft: Draft | None, drafts: list[Draft], onto: list[Draft], note: str) -> None:
    """Put a draft, if there is one, on a list; `drafts` are those above it, `note` the footnote that it stands in."""
    if draft is None:
        return
    if note:
        draft.boilerplate, draft.note = "footnote", note
    if draft.kind == "paragraph" and (draft.strong or draft.seen[0] in DOTS):
        look_closer(draft, drafts)
    onto.append(draft)


def code_pieces(source: str, text: str, start: int, end: int) -> list[Piece]:
    """Pieces of inline code; the ticks, line ends and line prefixes between them are not seen."""
    ticks = end - start - len(source[start:end].lstrip("`"))
    inner = source[start + ticks : end - ticks]
    for blank in (0, 1):
        if inner[blank : len(inner) - blank] == text:
            return [(text, start + ticks + blank, end - ticks - blank)]
    at, left = end - ticks, len(text)
    pieces: list[Piece] = []
    while left and at > start + ticks:
        char = text[left - 1]
        if char == source[at - 1] or (char == " " and source[at - 1] in "\r\n"):
            pieces.append((char, at - 1, at))
            left -= 1
        at -= 1
    return pieces[::-1]
