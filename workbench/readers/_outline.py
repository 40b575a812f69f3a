"""From drafts, as one format's reader made them, to blocks: sections, lead-ins, labels, links and furniture."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from workbench.model import Block, BlockKind, Cell, Document, Link, Metadata, Run, WordRun
from workbench.readers import _furniture
from workbench.readers._byline import metadata
from workbench.readers._links import addresses
from workbench.readers._shape import introduces, label_length
from workbench.readers._suspects import suspects

_TERM_ENDS = 64  # characters; the mark after a leading term stands before


class Draft(Struct, gc=False):
    """A block in the making: `level` of a heading, or depth of an item (1 = outermost).

    `fresh` marks the first item of a list; `strong` is the length of strong type at the beginning; `boilerplate` is the
    reason where the reader knows it already; `near` is true where no blank line parts the block from the one above;
    `note` is the name of the footnote or reference entry that the block belongs to.
    """

    kind: BlockKind
    seen: str
    runs: tuple[Run, ...]
    level: int = 0
    links: tuple[Link, ...] = ()
    strong: int = 0
    fresh: bool = False
    near: bool = False
    boilerplate: str = ""
    note: str = ""


def document(
    path: str,
    source: str,
    drafts: Sequence[Draft],
    said: Mapping[str, str],
    tagged: bool = False,
    hidden: Mapping[str, str] | None = None,
    origins: tuple[WordRun, ...] | tuple[Cell, ...] = (),
) -> Document:
    """The article made of these drafts.

    Args:
        path: as given by the caller.
        source: the whole text.
        drafts: in reading order.
        said: the values of the front matter; they go before what the page shows.
        hidden: what the file says beside its text (`<meta>`, properties); it counts where the page shows nothing.
        origins: as in `Document`.
        tagged: whether the drafts say already which of them are furniture by their wording.
    """
    may = suspects([draft.seen for draft in drafts])
    links = [draft.links for draft in drafts]
    for index in may:
        links[index] = addresses(drafts[index].seen, links[index])
    lines = [(draft.kind, draft.seen) for draft in drafts]
    reasons = _furniture.tag(lines, [draft.boilerplate for draft in drafts] if tagged else None, may)
    reasons = [draft.boilerplate or why for draft, why in zip(drafts, reasons, strict=True)]
    blocks = tuple(
        [
            Block(draft.kind, draft.seen, draft.runs, draft.level, section, lead_in, why, found, label, draft.note)
            for draft, section, lead_in, why, found, label in zip(
                drafts,
                _sections(drafts, reasons),
                _lead_ins(drafts, reasons),
                reasons,
                links,
                _labels(drafts),
                strict=True,
            )
        ]
    )
    return Document(path, source, blocks, _metadata(blocks, said, hidden or {}, may), origins)


def _metadata(
    blocks: Sequence[Block], said: Mapping[str, str], hidden: Mapping[str, str], may: Collection[int]
) -> Metadata:
    """What the page says about itself; only blocks at the places `may` may be by-lines."""
    title = next((index for index, block in enumerate(blocks) if _is_title(block)), None)
    if not may and title is None:
        return metadata((), said, hidden)
    main = [index for index, block in enumerate(blocks) if not block.boilerplate]
    lines = [("title" if index == title else blocks[index].kind, blocks[index].seen) for index in main]
    return metadata(lines, said, hidden, [place for place, index in enumerate(main) if index in may])


def _is_title(block: Block) -> bool:
    return block.kind == "heading" and block.level == 1 and not block.boilerplate


def _labels(drafts: Sequence[Draft]) -> list[int]:
    """The length of each block's leading term; most have neither strong type nor a mark where a term may end."""
    found = []
    for draft in drafts:
        item = draft.kind == "item"
        marked = draft.strong or draft.seen.find(":", 1, _TERM_ENDS) > 0 or (item and _is_dashed(draft.seen))
        named = marked and (item or draft.kind in ("paragraph", "quote", "cell"))
        found.append(label_length(draft.seen, item, draft.strong) if named else 0)
    return found


def _is_dashed(seen: str) -> bool:
    head = seen[:_TERM_ENDS]
    return " - " in head or " – " in head or " — " in head


def _sections(drafts: Sequence[Draft], reasons: Sequence[str]) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = []
    path: tuple[int, ...] = ()
    for index, draft in enumerate(drafts):
        if draft.kind == "heading" and not reasons[index]:
            while path and drafts[path[-1]].level >= draft.level:
                path = path[:-1]
            found.append(path)
            path = (*path, index)
        else:
            found.append(path)
    return found


def _lead_ins(drafts: Sequence[Draft], reasons: Sequence[str]) -> list[int | None]:
    """For each item the block that introduces it: the parent item, or the paragraph directly above its list."""
    found: list[int | None] = []
    parents: list[int] = []  # the last item of each depth
    intro: int | None = None
    announced: int | None = None  # an item that ends in a colon introduces the flat items after it
    for index, draft in enumerate(drafts):
        if draft.kind == "caption" and parents:
            found.append(None)  # a picture inside a list does not end it
            continue
        if draft.kind != "item":
            found.append(_numbered_under(drafts, index) if draft.fresh else None)
            if parents:
                parents, announced = [], None
            continue
        if draft.fresh or not parents:
            intro = _above(drafts, reasons, index) if draft.level <= 1 else intro
            announced = None
        del parents[max(draft.level - 1, 0) :]
        if draft.seen.endswith(":") and draft.level <= 1:
            found.append(intro)
            announced = index
        elif parents:
            found.append(parents[-1])
        else:
            ended = announced is not None and draft.seen.endswith(".") and not drafts[announced + 1].seen.endswith(".")
            announced = None if ended else announced
            found.append(intro if announced is None else announced)
        parents.append(index)
    return found


def _above(drafts: Sequence[Draft], reasons: Sequence[str], index: int) -> int | None:
    if index == 0 or drafts[index - 1].kind not in ("paragraph", "quote"):
        return None
    if reasons[index - 1] and (not drafts[index].note or drafts[index].note != drafts[index - 1].note):
        return None  # furniture introduces nothing, but a note may hold a list
    near = drafts[index].near and drafts[index - 1].kind == "paragraph"
    return index - 1 if near or introduces(drafts[index - 1].seen) else None


def _numbered_under(drafts: Sequence[Draft], index: int) -> int | None:
    """A heading right below an unfinished sentence completes it ("Research shows that: / 1. …")."""
    if index == 0 or drafts[index].kind != "heading" or drafts[index - 1].kind != "paragraph":
        return None
    return index - 1 if drafts[index].fresh and drafts[index - 1].seen.endswith(":") else None
