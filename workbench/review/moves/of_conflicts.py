"""The rows about articles that tell the same thing differently; a changed value makes another conflict, which is open.

Keeping both needs a reason, and both pages should say what makes the difference. The library's value settles it: from
then on an article that tells another one drifts from the library.
"""

from __future__ import annotations

from workbench.review.moves.terms import DECIDERS, Move

CONFLICT = (
    Move("conflict", "keep both", ("open",), "kept", DECIDERS, "anyone", ("a reason",)),
    Move("conflict", "settle", ("open", "kept"), "settled", DECIDERS, "anyone", ("a row of the library",)),
    Move("conflict", "reopen", ("kept", "settled"), "open", DECIDERS, "anyone"),
)
