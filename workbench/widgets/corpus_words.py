"""What the head of the corpus overview says: where the harm is, what moves, and what ends soon, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from workbench.review.corpus import Line
from workbench.review.wording import counted, day

HIGH = 60  # a risk above this is named
LEAST = 3  # runs before anything is called a trend
_FEW = 8  # errors below which a share of them says little
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
_TOPICS = {"marketing": "promises and hype", "citation": "citations", "added by hand": "what people added by hand"}
_SHARES = (  # how much of the errors is left, up to which share, in words
    (0.45, "have more than halved"), (0.55, "have halved"), (0.63, "have nearly halved"), (0.999, "fell"),
    (1.001, ""), (1.85, "rose"), (2.15, "have doubled"), (float("inf"), "have more than doubled"),
)  # fmt: skip


def lead(lines: Sequence[Line], runs: Sequence[Mapping[str, Any]], as_of: date) -> str:
    """The head's sentences; inherited pages are named, and counted in nothing else.

    Args:
        lines: every article.
        runs: the days of checking, oldest first, as `runs.since` gives them.
        as_of: the day.
    """
    ours = [line for line in lines if not line.inherited]
    if not lines:
        return "No articles yet. Put files in articles/ and run the checks."
    told = (_harm(ours), _moves(runs), _topic(ours), _ends(ours, as_of), _inherited(len(lines) - len(ours)))
    return " ".join(part for part in told if part)


def _harm(lines: Sequence[Line]) -> str:
    checked = [line for line in lines if line.checked]
    high = sum(line.risk > HIGH for line in checked)
    missing = len(lines) - len(checked)
    unknown = f" {_number(missing)} {'is' if missing == 1 else 'are'} not checked." if missing else ""
    if not checked:
        return unknown.strip()
    if high:
        are = "is" if high == 1 else "are"
        return f"{_number(high)} of {counted(len(lines), 'article')} {are} above risk {HIGH}.{unknown}"
    most = max(line.risk for line in checked)
    none = "The only article is not" if len(lines) == 1 else f"None of {len(lines)} articles is"
    return f"{none} above risk {HIGH}; the highest is {most}.{unknown}"


def _moves(runs: Sequence[Mapping[str, Any]]) -> str:
    if len(runs) < LEAST:
        return ""
    first, last = runs[0], runs[-1]
    before, now = int(first["errors"]), int(last["errors"])
    began = day(str(first["on"]), date.fromisoformat(str(last["on"])))
    moved = f"Open errors {_word(before, now)} from {before} to {now} since {began}"
    if before == now:
        moved = f"Open errors stand at {now}, as on {began}"
    return f"{moved}{_apart(runs)}."


def _word(before: int, now: int) -> str:
    if min(before, now) < 1 or max(before, now) < _FEW:
        return "fell" if now < before else "rose"
    return next(word for most, word in _SHARES if now / before <= most) or ("fell" if now < before else "rose")


def _apart(runs: Sequence[Mapping[str, Any]]) -> str:
    """What else changed meanwhile, so that the two numbers do not count the same things."""
    first, last = runs[0], runs[-1]
    days = changes(runs)
    parts = [f"the checks changed on {day(days[-1], date.fromisoformat(days[-1]))}"] if days else []
    if first["articles"] != last["articles"]:
        parts.append(f"the articles went from {first['articles']} to {last['articles']}")
    return f"; meanwhile {' and '.join(parts)}" if parts else ""


def changes(runs: Iterable[Mapping[str, Any]]) -> list[str]:
    """The days on which other checks ran than on the day of checking before."""
    days, before = [], ""
    for run in runs:
        if before and run["checks"] and run["checks"] != before:
            days.append(str(run["on"]))
        before = run["checks"] or before
    return days


def _topic(lines: Iterable[Line]) -> str:
    sums: dict[str, int] = {}
    for line in lines:
        for topic, number in line.counts.items():
            sums[topic] = sums.get(topic, 0) + number
    if not sums:
        return "No error or warning waits for a decision; what the checks cannot see is not in that." if lines else ""
    topic = max(sorted(sums), key=lambda name: sums[name])
    return f"Most findings are about {_TOPICS.get(topic, topic)}: {sums[topic]} of {sum(sums.values())}."


def _ends(lines: Iterable[Line], as_of: date) -> str:
    month = (as_of.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    ends = sum(as_of.isoformat() <= line.until <= month.isoformat() for line in lines)
    return f"{_number(ends)} {'approval ends' if ends == 1 else 'approvals end'} this month." if ends else ""


def _inherited(number: int) -> str:
    if not number:
        return ""
    are = "is" if number == 1 else "are"
    return f"{counted(number, 'inherited page')} {are} not in these numbers: nobody here reviewed them."


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
