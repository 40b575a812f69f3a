"""Who may take what from which state to which: one table for all that is reviewed, and the function that reads it.

Pure: no database and no clock; a case, a step and the newsroom go in, a ruling comes out, or a refusal that says why
and who can. A row without roles happens by itself (`happened`); `fixed` is such a state, set by the next check only.
The first row that fits the case, the step and the person counts.
"""

from workbench.review.moves.approvals import told
from workbench.review.moves.cases import (
    Approval,
    Case,
    CheckCase,
    ClaimCase,
    ComplaintCase,
    ConflictCase,
    FactCase,
    FindingCase,
    LiveCase,
    MatchCase,
    NoticeCase,
    WorkCase,
)
from workbench.review.moves.judging import happened, judge
from workbench.review.moves.table import MOVES, STATES, printed
from workbench.review.moves.terms import House, Move, Past, Refused, Ruling, Someone, Step
from workbench.review.moves.together import judge_together

__all__ = [
    "MOVES", "STATES", "Approval", "Case", "CheckCase", "ClaimCase", "ComplaintCase", "ConflictCase", "FactCase",
    "FindingCase", "House", "LiveCase", "MatchCase", "Move", "NoticeCase", "Past", "Refused", "Ruling", "Someone",
    "Step", "WorkCase", "happened", "judge", "judge_together", "printed", "told",
]  # fmt: skip

__doc__ = f"{__doc__}\n{printed()}\n"
