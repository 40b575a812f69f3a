"""A controlled substance named with the wrong schedule, or called free when it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.regulatory._approval_names import Name, every_name, words
from workbench.detectors.regulatory._rows import MAX_AGE, Day, home, parts, shown
from workbench.detectors.regulatory._schedule_reader import Reader
from workbench.detectors.regulatory._standing import Excuses, covers
from workbench.facts import Row, Table
from workbench.model import Article, Evidence, Hit, Match, Sentence

VALUES = ("product", "right", "jurisdiction", "source")
_FREE, _CLASSES = "none", ("A", "B", "C")
_SHOWN = (
    "product",
    "jurisdiction",
    "schedule",
    "also",
    "note",
    "as_of",
    "source_title",
    "source_locator",
    "confidence",
)


def detect(
    article: Article,
    *,
    table: Table,
    jurisdictions: Table,
    schedules: Hits,
    free: Hits,
    controlled: Hits = (),
    unless: Hits = (),
    drugs: str = "vocabulary/drugs",
    numerals: Mapping[str, str] | None = None,
    max_age_months: int = MAX_AGE,
) -> Iterator[Match]:
    """Every schedule, class or freedom that a sentence gives a substance, held against its row.

    Args:
        article: the article; its country is the jurisdiction.
        table: rows of product and jurisdiction with a "schedule" ("none" = not controlled) and others that also hold.
        jurisdictions: the countries of each jurisdiction.
        schedules: expressions of a schedule or class; the last word says which ("Schedule IV", "class b").
        free: words that say a substance is not controlled.
        controlled: words that say that it is, without a schedule.
        unless: words of change or of plans ("rescheduled", "moved from"); they hold the match back.
        drugs: key of the shared list of drug names; one of them between product and schedule takes the schedule.
        numerals: a number's other spellings → the table's spelling ("4" → "IV").
        max_age_months: older rows accuse nobody.
    """
    place, day, excuses = home(article, jurisdictions), Day(article.as_of, max_age_months), Excuses(article, unless)
    reader, spelled = Reader(article, every_name(table), by_sentence(article.hits.get(drugs, ()))), numerals or {}
    said = [*((hit, "") for hit in schedules), *((hit, _FREE) for hit in free), *((hit, "any") for hit in controlled)]
    for hit, kind in sorted(said, key=lambda pair: (pair[0].sentence, pair[0].at)):
        sentence = article.sentences[hit.sentence]
        if kind != _FREE and covers(sentence, hit.at, ("negated",)):
            continue
        value = kind or _value(sentence, hit, spelled)
        wrong = _wrong(reader.products(sentence, hit), place, value, spelled)
        if wrong:
            yield _match(sentence, hit, wrong, excuses, day.past(wrong[0]))


def _wrong(names: tuple[Name, ...], place: str, value: str, spelled: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows that give one of these products another schedule; letters are held against letters only."""
    found: list[Row] = []
    for name in names:
        rows = [row for row in name.rows if row["jurisdiction"] == place]
        letters = value in _CLASSES
        if rows and not any(_agrees(row, value, spelled) for row in rows):
            found.extend(row for row in rows[:1] if not letters or row["schedule"] in _CLASSES)
    return tuple(found)


def _value(sentence: Sentence, hit: Hit, numerals: Mapping[str, str]) -> str:
    last = words(sentence.shadow[hit.at : hit.to])[-1].text.upper()
    raw = last.removeprefix("C") or last  # "CIV"
    return numerals.get(raw.lower(), raw)


def _agrees(row: Row, value: str, spelled: Mapping[str, str]) -> bool:
    if value == "any":
        return row["schedule"] != _FREE or bool(row["also"])
    return value in {spelled.get(cell.lower(), cell) for cell in (row["schedule"], *parts(row["also"]))}


def _match(sentence: Sentence, hit: Hit, rows: tuple[Row, ...], excuses: Excuses, past: str) -> Match:
    text, row = sentence.text[hit.at : hit.to], rows[0]
    right = "not a controlled substance" if row["schedule"] == _FREE else f"in schedule or class {row['schedule']}"
    doubtful = row["confidence"] == "low"
    return Match(
        sentence.index,
        hit.at,
        hit.to,
        "not-checkable" if past else "fail",
        values={
            "product": " and ".join(row["product"] for row in rows),
            "right": right,
            "jurisdiction": row["jurisdiction"],
            "source": row["source_title"],
        },
        evidence=Evidence(
            "schedule",
            given=text,
            computed=f"The row {past}." if past else right,
            rows=tuple(shown(row, _SHOWN) for row in rows),
        ),
        key=row["product"],
        confidence="low" if doubtful else None,
        severity="note" if doubtful else None,
        flags=excuses.flags(sentence),
    )
