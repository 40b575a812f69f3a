"""What the start tags of tables do."""

from __future__ import annotations

from workbench.readers._web.blocks import bare, close_paragraph, entered
from workbench.readers._web.stack import inside
from workbench.readers._web.state import State
from workbench.readers._web.tables import Table


def table(page: State) -> None:
    """A table; one that stands in a table but in no cell ends that."""
    stack = page.stack
    close_paragraph(page)
    outer = stack.last("table")
    if outer >= 0 and outer == stack.top.scope:
        page.close(outer)
    context = stack.context
    if context.table is not None:
        context.table.arranged = True
    made = Table(arranged=not bare(page) and page.said().get("role", "").lower() in ("presentation", "none"))

    def close() -> None:
        page.part()
        made.close(page.drafts)

    stack.push("table", entered(page, inside(context, table=made)), close)


def row(page: State) -> None:
    """A row, or a group of rows."""
    stack = page.stack
    outer = stack.last("table")
    if page.whole and outer < 0:
        return
    page.part()
    groups = ("thead", "tbody", "tfoot") if page.name != "tr" else ()
    for name in (*groups, "caption", "tr", "td", "th"):
        at = stack.last(name)
        if at > outer:
            page.close(at)
    context = stack.context
    if context.table is not None:
        context.table.row = 0
        context.table.headed = context.table.headed or page.name == "thead"
    stack.push(page.name, entered(page, context))


def cell(page: State) -> None:
    """A cell of a table."""
    stack = page.stack
    outer = max(stack.last("table"), stack.last("tr"))
    if page.whole and stack.last("table") < 0:
        return
    page.part()
    for name in ("caption", "td", "th"):
        at = stack.last(name)
        if at > outer:
            page.close(at)
    if stack.last("tr") > stack.last("table"):
        page.close(stack.last("tr") + 1)
    context = stack.context
    if context.table is not None:
        context.table.cell(page.name == "th")
    changed = inside(context, kind="cell", level=0)
    stack.push(page.name, entered(page, changed), page.fence())


def caption(page: State) -> None:
    """The caption of a table."""
    if page.whole and page.stack.last("table") < 0:
        return
    page.part()
    context = page.stack.context
    if context.table is not None:
        context.table.headed = True
    page.stack.push("caption", inside(context, kind="caption", level=0), page.fence())
