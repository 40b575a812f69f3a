"""The regions of a page, such as a menu, the article or a form, and which of them are furniture in the end."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from workbench.readers import _furniture
from workbench.readers._byline import is_byline
from workbench.readers._outline import Draft
from workbench.readers._web.class_words import form

_LEAST = {"main": 0.2, "article": 0.5}  # share of the page's text; a `<main>` with less is an empty frame
_LONG = frozenset({"comments", "footnote"})  # may hold more than the article
OUTSIDE = "outside the article"
_HEADS = ("page header", OUTSIDE)


class Region(Struct, gc=False):
    """A part of a page that an element and its words set apart.

    `parent` is None for the page itself. `why` is the reason why it is furniture, "" for none; `firm` where its element
    says so and not only a class. `sort` is "main", "article", "legend", or "part", which goes with the furniture around
    it if it stands in some. The rest is filled in by `settle`: the characters of its text outside links, whether it
    stands in no furniture or in the article, and whether article and title stand in it.
    """

    parent: Region | None
    why: str = ""
    firm: bool = False
    sort: str = ""
    text: int = 0
    plain: bool = True
    article: bool = False
    frames: bool = False
    titled: bool = False


def settle(regions: Sequence[Region], drafts: Sequence[Draft], where: Sequence[Region], whole: bool) -> None:
    """Give every draft of a page the reason why it is furniture.

    Args:
        regions: all of the page, outer ones first; the page itself is the first.
        drafts: in reading order.
        where: the region of each draft.
        whole: whether this is a page and not a piece of HTML in another text.
    """
    running = _count(regions, drafts, where)
    article = _article(regions, running) if whole else None
    _mark(article, "frames")
    for region in regions:
        region.article = region is article or (region.parent is not None and region.parent.article)
    title = _title(drafts, where)
    _mark(where[title] if title >= 0 else None, "titled")
    volume = regions[0].text if whole and article is None else 0
    for region in regions:
        if _is_text(region, volume):
            region.why = ""
        above = region.parent.why if region.parent is not None else ""
        region.why = above if region.sort == "part" and above else region.why or above
    for index, (draft, region) in enumerate(zip(drafts, where, strict=True)):
        outside = OUTSIDE if article is not None and not region.article else ""
        draft.boilerplate = _reason(draft, region.why or outside, index == title)


def _count(regions: Sequence[Region], drafts: Sequence[Draft], where: Sequence[Region]) -> int:
    """Count the text of each region outside links; how much of the page's stands in no furniture."""
    running = 0
    for region in regions:
        above = region.parent
        region.plain = not region.why and (above is None or above.plain)
    for draft, region in zip(drafts, where, strict=True):
        length = len(draft.seen) - sum(link.to - link.at for link in draft.links)
        region.text += length
        running += length if region.plain else 0
        if region.sort == "legend" and region.parent is not None and region.parent.why == "form":
            region.parent.why = form(draft.seen)
    for region in reversed(regions):
        if region.parent is not None:
            region.parent.text += region.text
    return running


def _article(regions: Sequence[Region], running: int) -> Region | None:
    """The region of the article: `<main>`, or the one `<article>` with most of the text."""
    for sort, least in _LEAST.items():
        for region in regions:
            if region.sort == sort and region.text > least * running:
                return region
    return None


def _title(drafts: Sequence[Draft], where: Sequence[Region]) -> int:
    """The article's first heading of the first level, or else the page's, better a visible one; -1 without any."""
    titles = [at for at, draft in enumerate(drafts) if draft.kind == "heading" and draft.level == 1]
    shown = [at for at in titles if where[at].why != "hidden"]
    within = (at for at in shown if where[at].article)
    return next(within, next(iter(shown or titles), -1))


def _mark(region: Region | None, name: str) -> None:
    """Tell a region and all around it that they hold the article or its title."""
    while region is not None:
        setattr(region, name, True)
        region = region.parent


def _is_text(region: Region, volume: int) -> bool:
    """Whether a region is no furniture whatever its words say: it holds the article, its title, or most of all text."""
    if region.why in ("", "page header"):
        return region.frames and not region.article
    if region.frames and not region.article:
        return True
    most = region.why not in _LONG and region.text * 2 > volume > 0
    return not region.firm and (region.titled or most)


def _reason(draft: Draft, why: str, title: bool) -> str:
    if why in _HEADS and (title or is_byline(draft.seen)):
        return ""
    if why == OUTSIDE:
        return _furniture.reason(draft.seen) or why
    return "" if why == "footnote" and draft.kind == "heading" else why
