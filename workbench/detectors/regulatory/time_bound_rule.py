"""A rule that held for a time, told without its date or after its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.regulatory._rows import home
from workbench.detectors.regulatory._standing import Excuses
from workbench.facts import Row, Table, term_key
from workbench.model import Article, Evidence, Hit, Match, Sentence

VALUES = ("rule", "state", "now", "source")
_SHOWN = ("rule", "jurisdiction", "now", "valid_from", "valid_until", "as_of", "source_title", "source_locator")


def detect(
    article: Article,
    *,
    table: Table,
    jurisdictions: Table,
    topics: Hits,
    says: Hits,
    needs: Hits,
    dated: Hits = (),
) -> Iterator[Match]:
    """Every sentence that tells a rule of the table: a fail after its end, a note before it where no date is given.

    A sentence tells a rule where it has one of its `topic`, one of its `says` and one of its `needs` words.

    Args:
        article: the article; rules of its own country count.
        table: rules with "topic", "says", "needs" (words), "valid_until" (ISO day) and "now" (what holds today).
        jurisdictions: the countries of each jurisdiction.
        topics: the words of the column "topic" in this article.
        says: the words of the column "says".
        needs: the words of the column "needs".
        dated: words that give the rule its date or call it past ("until January 2025"); they hold the match back.
    """
    place, today, excuses = home(article, jurisdictions), article.as_of.isoformat(), Excuses(article, dated)
    rules = tuple(row for row in table if row["jurisdiction"] == place)
    about, asked = by_sentence(topics), by_sentence(needs)
    for index, hits in by_sentence(says).items():
        sentence = article.sentences[index]
        for row in rules:
            groups = {"says": hits, "topic": about.get(index, ()), "needs": asked.get(index, ())}
            met = [_first(table, sentence, column, found, row) for column, found in groups.items()]
            told = [hit for hit in met if hit is not None]
            if len(told) == len(met):
                yield _match(sentence, told, row, row["valid_until"] < today, excuses)
                break


def _first(table: Table, sentence: Sentence, column: str, hits: Hits, row: Row) -> Hit | None:
    known: Mapping[str, tuple[Row, ...]] = table.index(column)
    return next((hit for hit in hits if row in known.get(term_key(sentence.text[hit.at : hit.to]), ())), None)


def _match(sentence: Sentence, told: list[Hit], row: Row, over: bool, excuses: Excuses) -> Match:
    at, to = min(hit.at for hit in told), max(hit.to for hit in told)
    shown = {name: row[name] for name in _SHOWN}
    state = (
        f"ended on {row['valid_until']}" if over else f"ends on {row['valid_until']}, and the sentence gives no date"
    )
    return Match(
        sentence.index,
        at,
        to,
        values={"rule": row["rule"], "state": state, "now": row["now"], "source": row["source_title"]},
        evidence=Evidence("time-bound-rule", given=sentence.text[at:to], computed=row["now"], rows=(shown,)),
        severity=None if over else "note",
        flags=excuses.flags(sentence, told[:1]),  # the rule's own date does not excuse it
    )
