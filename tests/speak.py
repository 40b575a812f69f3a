"""The words that tests speak: an article from a text, the findings in it, the report of a file."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from workbench import batch, config, engine, loader
from workbench.model import Article, Check, Finding, Judgement, Knowledge, Report, Unread

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"
AS_OF = date(2026, 11, 25)


@cache
def content() -> loader.Content:
    """The shipped checks, loaded once."""
    return loader.load([config.content_root() / "checks"])


def article(text: str, suffix: str = ".md", country: str = "US", knowledge: Knowledge = Knowledge()) -> Article:
    """A text, read and analysed as an article of this suffix."""
    document = engine.parse(text.encode("utf-8"), f"article{suffix}", suffix)
    return engine.analyse(document, content().lexicon, country, AS_OF, knowledge)


def judged(
    text: str,
    check_id: str | None = None,
    suffix: str = ".md",
    country: str = "US",
    knowledge: Knowledge = Knowledge(),
) -> list[Judgement]:
    """The verdicts of one check (or all) on a text."""
    return list(engine.run(article(text, suffix, country, knowledge), _checks(check_id), content().tables)[1])


def findings(
    text: str,
    check_id: str | None = None,
    suffix: str = ".md",
    country: str = "US",
    knowledge: Knowledge = Knowledge(),
) -> list[Finding]:
    """What one check (or all) finds in a text, held-back matches included."""
    return list(engine.run(article(text, suffix, country, knowledge), _checks(check_id), content().tables)[0])


def shown(text: str, check_id: str) -> list[str]:
    """The words that a check reports openly."""
    return [finding.text for finding in findings(text, check_id) if not finding.held_back]


def _checks(check_id: str | None) -> tuple[Check, ...]:
    return batch.chosen(content(), (check_id,) if check_id else ())


@cache
def report_of(path: str | Path) -> Report:
    """The report of one file by all shipped checks, for the US, without anybody's decisions."""
    plan = batch.Plan((config.content_root() / "checks",), None, "US", AS_OF, (), ())
    (outcome,) = batch.examine([str(path)], plan, content())
    if isinstance(outcome, Unread):
        raise AssertionError(f"{path}: {outcome.message}")
    return outcome
