"""Dates as pages write them, read to the month: "3 May 2025", "May 3rd, 2025", "05/2025", "2025-05-03"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Month(NamedTuple):
    """A month of a year; they compare and count as such."""

    year: int
    month: int

    def until(self, later: date) -> int:
        """Full months from this one to a later day; negative where it is not later."""
        return (later.year - self.year) * 12 + later.month - self.month


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Year and month, named or as numbers; compiled when a page first has a date."""
    forms = (
        rf"(?i)\b(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?(?: \d{{1,2}}(?:st|nd|rd|th)?)?,? (?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})\b",
        r"\b(?:(?P<one>\d{1,2})[-/.])?(?P<two>\d{1,2})[-/.](?P<year>(?:19|20)\d\d)\b",
    )
    return tuple(re.compile(form) for form in forms)


def read(text: str) -> Month | None:
    """The month of a date; None where it has no year or no month.

    Of a date in numbers that could be read both ways (03/05/2025) the later month is taken: it accuses less.
    """
    for pattern in _patterns():
        found = pattern.search(text)
        if found:
            month = max(_months(found.groupdict()), default=0)
            return Month(int(found["year"]), month) if month else None
    return None


def _months(found: dict[str, str | None]) -> list[int]:
    name = found.get("name")
    if name:
        return [_MONTHS.index(name.lower()) + 1]
    numbers = (found.get("month"), found.get("one"), found.get("two"))
    return [int(number) for number in numbers if number and 1 <= int(number) <= 12]
