"""From drafts, as one format's reader made them, to blocks: sections, lead-ins, labels, links and furniture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from workbench.model import Block, BlockKind, Cell, Document, Link, Run, WordRun
from workbench.readers import _furniture
from workbench.readers._byline import metadata
from workbench.readers._links import addresses
from workbench.readers._shape import introduces, label_length


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
    known = [draft.boilerplate for draft in drafts] if tagged else None
    reasons = _furniture.tag([(draft.kind, draft.seen) for draft in drafts], known)
    sections = _sections(drafts, reasons)
    lead_ins = _lead_ins(drafts, reasons)
    blocks = tuple(
        Block(
            draft.kind,
            draft.seen,
            draft.runs,
            level=draft.level,
            section=sections[index],
            lead_in=lead_ins[index],
            boilerplate=draft.boilerplate or reasons[index],
            links=addresses(draft.seen, draft.links),
            label=_label(draft),
            note=draft.note,
        )
        for index, draft in enumerate(drafts)
    )
    title = next((index for index, block in enumerate(blocks) if _is_title(block)), None)
    lines = [
        ("title" if index == title else block.kind, block.seen)
        for index, block in enumerate(blocks)
        if not block.boilerplate
    ]
    return Document(path, source, blocks, metadata(lines, said, hidden or {}), origins)


def _is_title(block: Block) -> bool:
    return block.kind == "heading" and block.level == 1 and not block.boilerplate


def _label(draft: Draft) -> int:
    if draft.kind not in ("item", "paragraph", "quote", "cell"):
        return 0
    return label_length(draft.seen, draft.kind == "item", draft.strong)


def _sections(drafts: Sequence[Draft], reasons: Sequence[str]) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = []
    path: list[int] = []
    for index, draft in enumerate(drafts):
        opens = draft.kind == "heading" and not reasons[index]
        while opens and path and drafts[path[-1]].level >= draft.level:
            path.pop()
        found.append(tuple(path))
        if opens:
            path.append(index)
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
            found.append(_numbered_under(drafts, index))
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
    if index == 0 or reasons[index - 1] or drafts[index - 1].kind not in ("paragraph", "quote"):
        return None
    near = drafts[index].near and drafts[index - 1].kind == "paragraph"
    return index - 1 if near or introduces(drafts[index - 1].seen) else None


def _numbered_under(drafts: Sequence[Draft], index: int) -> int | None:
    """A heading right below an unfinished sentence completes it ("Research shows that: / 1. …")."""
    if index == 0 or drafts[index].kind != "heading" or drafts[index - 1].kind != "paragraph":
        return None
    return index - 1 if drafts[index].fresh and drafts[index - 1].seen.endswith(":") else None
