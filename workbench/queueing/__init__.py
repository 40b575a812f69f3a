"""`workbench queue` as functions: what the caller wants → text and an exit code.

Every step checks its article anew, is judged by the table of moves, and answers with what happened and what is left.
A refusal is `Usage` with the sentence that says who can.
"""

from workbench.queueing.claims import check, claim, fact
from workbench.queueing.findings import Further, decide
from workbench.queueing.listing import Only, list_articles
from workbench.queueing.newsroom import Wanted
from workbench.queueing.pages import complaint, hold, notice, put_back
from workbench.queueing.records import audit, export, rules
from workbench.queueing.reviews import approve, assign, changes, go_live, message, send, start, withdraw
from workbench.queueing.showing import show

__all__ = [
    "Further", "Only", "Wanted", "approve", "assign", "audit", "changes", "check", "claim", "complaint", "decide",
    "export", "fact", "go_live", "hold", "list_articles", "message", "notice", "put_back", "rules", "send", "show",
    "start", "withdraw",
]  # fmt: skip
