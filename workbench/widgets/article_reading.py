"""How hard the text is to read, as the check of the reading grade worked it out: grades, what weighs most, what not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from workbench.model import Judgement

CHECK = "reading-grade"
_PARTS = ("sentence", "section", "word")


def reading(verdicts: Iterable[Judgement]) -> dict[str, Any] | None:
    """What the readability panel shows; None where the check said nothing (a text for professionals).

    Returns:
        `verdict`; `given`, how much was graded; `short` (so many whole sentences, how many SMOG needs) where a grade is
        an estimate or cannot be given, else None; `target` in words; `grades`, `heaviest`, `sections` and `words`, rows
        of [what, result, counted].
    """
    told = next((one for one in verdicts if one.check == CHECK and one.evidence), None)
    if told is None or told.evidence is None:
        return None
    rows: dict[str, list[list[str]]] = {name: [] for name in (*_PARTS, "grade")}
    for row in told.evidence.rows:
        part, _, rest = row["measure"].partition(": ")
        name = part if part in _PARTS and rest else "grade"
        rows[name].append([rest if name != "grade" else row["measure"], row["result"], row["counted"]])
    return {
        "verdict": told.verdict,
        "given": told.evidence.given,
        "said": told.evidence.computed,
        "target": told.evidence.tolerance,
        "short": _short(told),
        "grades": rows["grade"],
        "heaviest": rows["sentence"],
        "sections": rows["section"],
        "words": rows["word"],
    }


def _short(told: Judgement) -> list[int] | None:
    """[whole sentences, sentences that SMOG needs] where there are too few."""
    evidence = told.evidence
    if evidence is None or told.verdict == "pass":
        return None
    have = re.search(r"(\d+) whole sentences?", evidence.given)
    need = re.search(r"SMOG needs (\d+)|(\d+) sentences", evidence.tolerance)
    if have is None or need is None:
        return None
    pair = [int(have[1]), int(need[1] or need[2])]
    return pair if pair[0] < pair[1] else None
