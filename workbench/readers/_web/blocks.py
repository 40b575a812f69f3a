"""What the start tags of blocks, lists and forms do."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.readers._web.elements import CONTROLS, LISTS
from workbench.readers._web.look import Look
from workbench.readers._web.stack import Context, inside
from workbench.readers._web.state import State
from workbench.readers._wordings import words

_NOTHING = Look()
_TELLING = CONTROLS | words("nav main article header footer aside form dialog legend noscript")  # by their name
_NAMED = words("li p dd dt td")  # a note may be one of these
_CHANGES: Mapping[str, Mapping[str, object]] = {
    "blockquote": {"kind": "quote", "level": 0},
    "figcaption": {"kind": "caption", "level": 0},
    "pre": {"kind": "code", "level": 0, "pre": True},
    "listing": {"kind": "code", "level": 0, "pre": True},
    "xmp": {"kind": "code", "level": 0, "pre": True},
    "plaintext": {"kind": "code", "level": 0, "pre": True},
    "summary": {"strong": True},
}


def bare(page: State) -> bool:
    """Whether the tag has no attributes."""
    return page.to - page.at <= len(page.name) + 5


def entered(page: State, context: Context) -> Context:
    """The context inside the element that begins, by what it says about itself."""
    if bare(page) and page.name not in _TELLING:
        return context
    found = page.look()
    return context if found == _NOTHING else _changed(page, context, found)


def _changed(page: State, context: Context, found: Look) -> Context:
    changes: dict[str, object] = {}
    why = found.why or ("" if context.inside else found.outer)
    if found.sort in ("main", "article"):
        changes["inside"] = True
    if why or found.sort:
        changes["region"] = page.region(context.region, why, found.firm, found.sort)
    if found.strong and not context.strong:
        changes["strong"] = True
    if found.name and (page.name in _NAMED or why == "footnote"):
        if context.name and page.name == "p":
            page.anchors.append(found.name)
        else:
            changes["name"] = found.name
    return inside(context, **changes) if changes else context


def paragraph(page: State) -> None:
    """A paragraph, as `block` but faster: there are many."""
    close_paragraph(page)
    context = page.stack.context
    page.stack.push("p", context if page.to - page.at == 3 else entered(page, context))


def block(page: State) -> None:
    """Any element that parts the text."""
    name, stack = page.name, page.stack
    if name == "form" and stack.last("form") > stack.last("template"):
        return
    close_paragraph(page)
    context = stack.context
    if name in LISTS:
        context = inside(context, depth=context.depth + 1)
        page.fresh, page.near = True, page.loose
    elif name in _CHANGES:
        context = inside(context, **_CHANGES[name])
    stack.push(name, entered(page, context))


def close_paragraph(page: State) -> None:
    """A block begins: it ends the paragraph, and the text before it."""
    at = page.stack.in_scope("p", beyond="button")
    page.loose = at < 0 and page.line is not None
    if at >= 0:
        page.close(at)
    elif page.line is not None or page.waiting:
        page.part()


def heading(page: State) -> None:
    """A heading; one in another ends that."""
    level = int(page.name[1])
    close_paragraph(page)
    stack = page.stack
    if stack.top.name == "h":
        page.close(len(stack.entries) - 1)
    context = stack.context
    changed = inside(context, kind="heading", level=level, name="")
    stack.push("h", changed if bare(page) else entered(page, changed))


def item(page: State) -> None:
    """An item of a list; it ends the one before."""
    last = page.stack.last
    at = last("li")
    if at > page.stack.top.wall and at > last("dd") and at > last("dt"):
        page.close(at)
    _open_item(page)


def term(page: State) -> None:
    """A term or its description; it ends the one before."""
    last = page.stack.last
    at = max(last("dd"), last("dt"))
    if at > page.stack.top.wall and at > last("li"):
        page.close(at)
    _open_item(page)


def _open_item(page: State) -> None:
    close_paragraph(page)
    context = page.stack.context
    page.stack.push(page.name, entered(page, inside(context, kind="item", level=max(context.depth, 1))))


def rule(page: State) -> None:
    """A drawn line."""
    close_paragraph(page)


def control(page: State) -> None:
    """A part of a form that shows text: a button, a label, a choice."""
    stack, name = page.stack, page.name
    context = stack.context
    if name == "button" and stack.in_scope("button") >= 0:
        page.close(stack.in_scope("button"))
    elif name in ("option", "optgroup", "select"):
        at = stack.last("option" if name != "select" else "select")
        if at > stack.last("select") or (name == "select" and at >= 0):
            page.close(at)
    context = stack.context
    if context.kind == "heading" or (context.strong and name == "button"):
        stack.push(name, context)  # the heading of a part that opens
        return
    page.part()
    stack.push(name, entered(page, context) if page.look().why else context)


def unscripted(page: State) -> None:
    """What a page shows where scripts do not run."""
    page.part()
    page.stack.push("noscript", entered(page, page.stack.context))
