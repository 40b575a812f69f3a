"""What an editor offers to do about a mark: the spelling of a term, an approved statement, a question to the editor.

Nothing that holds a number, a dose, a drug or a claim is ever changed by a key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Command,
    Diagnostic,
    Position,
    Range,
    TextEdit,
    WorkspaceEdit,
)

from workbench.drafting import Desk, Drafted, statements
from workbench.drafting.replacing import replacement
from workbench.lsp.marks import place
from workbench.lsp.texts import Lines
from workbench.model import Finding
from workbench.writers.terminal import clean

ASK = "workbench.askEditor"  # the command that sends a question


def actions(
    desk: Desk, drafted: Drafted, lines: Lines, uri: str, given: Iterable[Diagnostic], asked: Range
) -> list[CodeAction]:
    """What can be done about the marks of a range.

    Args:
        desk, drafted: the text as it was checked.
        lines: the same text.
        uri: of the text.
        given: the marks that the editor asks about.
        asked: the range it asks about; marks of ours that it touches count too.
    """
    by_name = {finding.fingerprint: finding for finding in drafted.findings if not finding.held_back}
    marks = {_name(mark): mark for mark in given if _name(mark) in by_name}
    for name, finding in by_name.items():
        if name not in marks and finding.start is not None and _touch(place(finding, lines), asked):
            marks[name] = Diagnostic(range=place(finding, lines), message="")
    found = []
    for name, mark in marks.items():
        found += list(_of(desk, drafted, lines, uri, by_name[name], mark if mark.message else None))
    return found


def _name(mark: Diagnostic) -> str:
    data = mark.data
    return str(data.get("fingerprint", "")) if isinstance(data, dict) else ""


def _touch(one: Range, other: Range) -> bool:
    def key(position: Position) -> tuple[int, int]:
        return position.line, position.character

    return key(one.start) <= key(other.end) and key(other.start) <= key(one.end)


def _of(
    desk: Desk, drafted: Drafted, lines: Lines, uri: str, finding: Finding, mark: Diagnostic | None
) -> Iterator[CodeAction]:
    marks = [mark] if mark else None
    new = replacement(drafted.article, finding)
    if new and finding.start is not None and finding.end is not None:
        edit = _edit(uri, TextEdit(lines.range(finding.start, finding.end), new))
        yield CodeAction(
            f"Replace with “{clean(new)}”",
            kind=CodeActionKind.QuickFix,
            diagnostics=marks,
            edit=edit,
            is_preferred=True,
        )
    yield from _statement(desk, drafted, lines, uri, finding, marks)
    told = Command("Ask the editor…", ASK, arguments=[uri, finding.fingerprint])
    yield CodeAction("Ask the editor about this", kind=CodeActionKind.QuickFix, diagnostics=marks, command=told)


def _statement(
    desk: Desk, drafted: Drafted, lines: Lines, uri: str, finding: Finding, marks: list[Diagnostic] | None
) -> Iterator[CodeAction]:
    check = next((check for check in desk.content.checks if check.id == finding.check), None)
    if check is None or finding.start is not None or check.topic != statements.TOPIC:
        return
    offer = desk.statements.offer(drafted.article, check, desk.content.tables, "")
    if offer is None or offer.why or offer.at is None:
        return
    place_ = lines.range(offer.at, offer.at)
    yield CodeAction(
        f"Insert the approved statement: {clean(desk.statements.label(check))}", kind=CodeActionKind.QuickFix,
        diagnostics=marks, edit=_edit(uri, TextEdit(place_, offer.text)),
    )  # fmt: skip


def _edit(uri: str, edit: TextEdit) -> WorkspaceEdit:
    return WorkspaceEdit(changes={uri: [edit]})
