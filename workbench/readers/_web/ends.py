"""What end tags do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workbench.readers._web.elements import BLOCKS, CONTROLS, HEADINGS, PHRASES, QUIET
from workbench.readers._web.inline import end_anchor, line_break
from workbench.readers._web.state import Handler, State

_LISTS = ("ul", "ol")


def block(page: State) -> None:
    """The end of an element that parts the text; without a beginning it is nothing, but for a paragraph."""
    at = page.stack.in_scope(page.name, "button" if page.name == "p" else "")
    if at >= 0:
        page.close(at)
    elif page.name == "p":
        page.part()


def item(page: State) -> None:
    """The end of a list item: it does not reach across a list."""
    at = page.stack.in_scope("li")
    if at > max(page.stack.last(name) for name in _LISTS):
        page.close(at)


def heading(page: State) -> None:
    """The end of any heading ends the one that is open."""
    at = page.stack.in_scope("h")
    if at >= 0:
        page.close(at)


def form(page: State) -> None:
    """The end of a form leaves open what is open in it."""
    at = page.stack.in_scope("form")
    if at < 0:
        return
    if at == len(page.stack.entries) - 1:
        page.close(at)
    else:
        page.part()
        page.stack.forget(at)


def of_table(page: State) -> None:
    """The end of a table or of a part of one."""
    stack = page.stack
    at = stack.last(page.name)
    if at >= 0 and at >= stack.last("table") and at > stack.last("template"):
        page.close(at)


def scoped(page: State) -> None:
    """The end of an element that the end tags inside it do not reach across."""
    at = page.stack.last(page.name)
    if at >= 0 and (at >= page.stack.top.scope or page.name == "template"):
        page.stack.pop_to(at)


def inline(page: State) -> None:
    """The end of a piece of running text."""
    name, stack = page.name, page.stack
    page.unhush(lambda hushed: not page.plain.get(name, 0) and hushed.around.get(name, 0) > 0)
    if page.plain.get(name, 0):
        page.plain[name] -= 1
        return
    at = stack.last(name)
    if at > stack.top.special:
        stack.pop_to(at)


def control(page: State) -> None:
    """The end of a part of a form."""
    stack = page.stack
    at = stack.in_scope(page.name) if page.name != "label" else stack.last("label")
    if at < 0 or (page.name == "label" and at < stack.top.special):
        return
    if stack.entries[at].context is stack.entries[at - 1].context:
        stack.pop_to(at)  # it said nothing about its content
    else:
        page.close(at)


def strong(page: State) -> None:
    """The end of strong type."""
    bold = page.bold
    page.unhush(lambda hushed: hushed.bold == bold > 0)
    if page.bold > page.floor[0]:
        page.weaken()


def struck(page: State) -> None:
    """The end of type that is struck out."""
    page.struck -= page.struck > page.floor[1]


def raised(page: State) -> None:
    """The end of raised type."""
    page.raised -= page.raised > 0


def quoted(page: State) -> None:
    """The end of a quotation."""
    if page.quoted and page.line is not None and not page.stack.context.silent:
        page.quoted -= 1
        page.line.mark("”", page.at, page.to)


def _handlers() -> dict[str, Handler]:
    found: dict[str, Callable[[State], None]] = dict.fromkeys(BLOCKS | {"dd", "dt", "xmp"}, block)
    found |= dict.fromkeys(HEADINGS, heading) | dict.fromkeys(QUIET | {"ruby"}, inline)
    found |= dict.fromkeys(("table", "caption", "tr", "tbody", "thead", "tfoot", "td", "th"), of_table)
    found |= dict.fromkeys(("object", "applet", "template"), scoped)
    found |= dict.fromkeys(("b", "strong"), strong) | dict.fromkeys(("s", "strike"), struck)
    found |= dict.fromkeys(CONTROLS | {"noscript"}, control) | dict.fromkeys(PHRASES, inline)
    found |= {
        "li": item, "form": form, "a": end_anchor, "sup": raised, "q": quoted, "br": line_break,
    }  # fmt: skip
    return found


ENDS: Mapping[str, Handler] = _handlers()
