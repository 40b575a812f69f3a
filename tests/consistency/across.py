"""Pages for the tests of many articles: what each tells, read by the shipped checks."""

from __future__ import annotations

from speak import article, content, findings

from workbench.consistency import conflicts
from workbench.consistency.naming import STANCE
from workbench.consistency.reading import told
from workbench.model import Conflict, Knowledge, Told


def told_by(
    text: str, country: str = "US", suffix: str = ".md", knowledge: Knowledge = Knowledge()
) -> tuple[Told, ...]:
    """What a page tells."""
    return told(article(text, suffix, country, knowledge), content())


def advice_of(text: str, country: str = "US") -> tuple[Told, ...]:
    """What a page advises or warns of, where another may say the opposite."""
    found = findings(text, "clinic-only-at-home", country=country)
    return tuple(one for one in told(article(text, ".md", country), content(), found) if one.amount.base == STANCE)


def disagree(*pages: str) -> list[Conflict]:
    """Where these pages do not agree; they are called "a", "b", "c" …"""
    return list(conflicts((chr(ord("a") + place), told_by(page)) for place, page in enumerate(pages)))
