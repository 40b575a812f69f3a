"""What the start tags of running text do: links, type, breaks, pictures, and what is not shown."""

from __future__ import annotations

import re

from workbench.readers._lazy import lazily
from workbench.readers._web import look
from workbench.readers._web.line import Anchor, Line
from workbench.readers._web.references import place
from workbench.readers._web.stack import inside
from workbench.readers._web.state import State

_BACK = lazily(
    r"\s*(?:[↩↑^⏎↵⤴]|&#8617;|&#x21a9;|&larrhk;|&uarr;|&#8593;|&#x2191;)[\ufe0e\ufe0f]?\s*</a", re.IGNORECASE
)  # an arrow that leads from a note back to its mark
_READINGS = ("rt", "rp")
_PICTURE_FILE = lazily(
    r"[^\n]*\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?)|(?:img|dsc|image|photo|screenshot)[-_ ]?\d+", re.IGNORECASE
)


def anchor(page: State) -> None:
    """A link, or the place one leads to; it ends the link before."""
    end_anchor(page)
    said = page.said()
    page.anchors.extend(name for name in (said.get("id"), said.get("name")) if name and page.line is None)
    target = said.get("href", "").strip()
    if target.startswith("#") and (look.leads_back(said) or _BACK.match(page.text, page.to)):
        page.stack.push("a", inside(page.stack.context, silent=True))
    elif target:
        paid = "sponsored" in said.get("rel", "").lower().split()
        page.link = Anchor(target, paid, page.raised > 0)
        if page.line is not None:
            page.line.link_at = len(page.line.pieces)


def end_anchor(page: State) -> None:
    """A link ends, or the way back from a note, which is not shown."""
    at, link = page.stack.last("a"), page.link
    if at > page.stack.top.special:
        page.stack.pop_to(at)
        return
    if link is not None:
        page.unhush(lambda hushed: hushed.link is link)
        if page.line is not None:
            page.line.link(link)
    page.link = None


def strong(page: State) -> None:
    """Strong type."""
    page.bold += 1
    if page.line is not None:
        page.line.embolden()


def struck(page: State) -> None:
    """Type that is struck out: not seen."""
    page.struck += 1


def raised(page: State) -> None:
    """Raised type, as the marks of notes have."""
    page.raised += 1


def quoted(page: State) -> None:
    """A quotation: the page shows its marks."""
    context = page.stack.context
    if not (context.silent or page.struck):
        (page.line or page.open(context)).mark("“", page.at, page.to)
        page.quoted += 1


def line_break(page: State) -> None:
    """A line break is seen as a space; two of them part the text."""
    line = page.line
    if line is None or page.stack.context.silent:
        return
    if line.broken and line.context.kind != "heading":
        page.part()
        return
    line.space(page.at, page.to)
    line.broken = True


def picture(page: State) -> None:
    """A picture: its description is a caption of its own, below the block that it stands in."""
    context = page.stack.context
    start, end = place(page.text, *page.attributes, "alt")
    if end <= start or context.silent or _PICTURE_FILE.fullmatch(page.text, start, end):
        return
    line = Line(page.base, inside(context, kind="caption", level=0, table=None), False)
    line.text(page.text, start, end, attribute=True)
    page.waiting.append(line)
    if page.line is None:
        page.part()


def quiet(page: State) -> None:
    """An element whose content is not shown where the page works as meant."""
    name, stack = page.name, page.stack
    if name in _READINGS and stack.top.name in _READINGS and stack.last("ruby") > stack.top.special:
        stack.pop_to(len(stack.entries) - 1)
    context = inside(stack.context, silent=True)
    stack.push(name, context, page.fence() if name in ("object", "applet", "template") else page.hush())


def ruby(page: State) -> None:
    """Text with its reading above it."""
    page.stack.push("ruby", page.stack.context)


def foreign(page: State) -> None:
    """A drawing or formula."""
    stack = page.stack
    if page.text[page.to - 2] != "/":
        stack.push_foreign(page.name, inside(stack.context, silent=True, foreign=len(stack.entries)), False)


def inline(page: State) -> None:
    """A piece of running text; it stands in the stack only where it changes what is seen."""
    name = page.name
    if page.to - page.at <= len(name) + 5 or not look.worth(page.text, *page.attributes):
        page.plain[name] = page.plain.get(name, 0) + 1
        return
    said = page.said()
    found = look.inline(said)
    if found.name and page.line is None:
        page.anchors.append(found.name)
    context = page.stack.context
    if look.leads_back(said):
        page.hold(name, inside(context, silent=True), None)
    elif found.why:
        region = page.region(context.region, found.why)
        page.hold(name, inside(context, region=region), page.set_aside())
    elif found.strong:
        strong(page)
        page.hold(name, context, State.weaken)
    else:
        page.plain[name] = page.plain.get(name, 0) + 1
