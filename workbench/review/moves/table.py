"""The whole table: every row, and how it is printed."""

from __future__ import annotations

from workbench.review.moves.of_articles import LIVE, NOTICE, WORK
from workbench.review.moves.of_claims import CHECK, CLAIM, COMPLAINT, FACT
from workbench.review.moves.of_conflicts import CONFLICT
from workbench.review.moves.of_findings import FINDINGS
from workbench.review.moves.of_matches import MATCH
from workbench.review.moves.terms import AS_BEFORE, ROLES, Move

MOVES: tuple[Move, ...] = (*WORK, *LIVE, *NOTICE, *FINDINGS, *CLAIM, *FACT, *COMPLAINT, *CHECK, *MATCH, *CONFLICT)
SUBJECTS = tuple(dict.fromkeys(move.subject for move in MOVES))
STATES = {
    subject: tuple(
        dict.fromkeys(s for m in MOVES if m.subject == subject for s in (*m.before, m.after) if s != AS_BEFORE)
    )
    for subject in SUBJECTS
}
_TOGETHER = """
one cause, one decision: the same check on the same block or the same missing template element, at most 25 findings,
one reason, recorded singly, undone together; never errors about dose, safety or approval, never “other”
newsroom of one: a second pass of the same person at least 24 hours later stands in for another one and for “not own
text”; it is recorded as “second person: none”, and roles are needed as ever"""
_Line = tuple[str, str, str, str, str]
_HEAD: _Line = ("action", "from", "to", "by", "needs")


def printed() -> str:
    """The transitions as people read them, one line each, by what they move."""
    return "\n\n".join(_about(subject) for subject in SUBJECTS) + "\n" + _TOGETHER


def _about(subject: str) -> str:
    lines = [_HEAD, *(_line(move) for move in MOVES if move.subject == subject)]
    widths = [max(len(line[index]) for line in lines) for index in range(4)]
    return "\n".join([subject.upper(), *(_joined(line, widths) for line in lines)])


def _line(move: Move) -> _Line:
    after = move.after + "".join(f"; {subject}: {state}" for subject, state in move.sets)
    when = f"if {' and '.join(move.when)}" if move.when else ""
    needs = "; ".join(filter(None, (when, *move.needs))) or "–"
    return move.action, ", ".join(move.before), after, _by(move), needs


def _by(move: Move) -> str:
    if not move.roles:
        return "nobody: by itself"
    roles = "any role" if len(move.roles) == len(ROLES) else " or ".join(move.roles)
    return roles if move.who == "anyone" else f"{roles}, {move.who}"


def _joined(line: _Line, widths: list[int]) -> str:
    cells = (cell.ljust(width) for cell, width in zip(line[:4], widths, strict=True))
    return "  ".join((*cells, line[4])).rstrip()
