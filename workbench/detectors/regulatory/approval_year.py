"""An approval dated to a year in which it cannot have been given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.detectors import Hits
from workbench.detectors.regulatory._approval_grammar import MONTHS
from workbench.detectors.regulatory._approval_names import Name, Text
from workbench.detectors.regulatory._approval_reading import Reading, read
from workbench.detectors.regulatory._rows import parts, shown
from workbench.detectors.regulatory._standing import page_of, taken_back
from workbench.facts import Row, Table
from workbench.model import Article, Evidence, Match, Sentence

VALUES = ("product", "first", "source")
_DATED = frozenset({"in", "since", "of", "early", "late", "mid", "around", "("}) | MONTHS
_REACH, _OPENING = 14, 3  # words from the approval words to the year; words before a year that opens the sentence
_TAKEN_BACK = ("negated", "question")
_NO_LIMIT = 1200  # months; what was given in a year stays given
_SHOWN = ("product", "jurisdiction", "first", "years", "as_of", "source_title", "source_locator", "confidence")


def detect(
    article: Article,
    *,
    table: Table,
    jurisdictions: Table,
    years: Table,
    claims: Hits,
    alone: Hits,
    unrelated: tuple[str, ...],
) -> Iterator[Match]:
    """Every assertion that a product was approved in a year before its first approval, or in none of its years.

    Args:
        article: the article; its country is the jurisdiction where no regulator or place is named.
        table: the rows of approvals, for the names of products and uses.
        jurisdictions: names of regulators and places, and the countries of each jurisdiction.
        years: by product and jurisdiction the year of the "first" approval, all "years" known, and whether that
            list is "complete".
        claims: words of approval.
        alone: those of them that assert approval without a regulator.
        unrelated: things whose approval is another matter ("trial").
    """
    page, single = page_of(article, table, jurisdictions, _NO_LIMIT), {(hit.sentence, hit.at) for hit in alone}
    known = {(row["product"], row["jurisdiction"]): row for row in years}
    for hit in claims:
        sentence = article.sentences[hit.sentence]
        text = page.text(sentence)
        at = _year_after(text, text.word_at(hit.at))
        reading = at and read(text, text.word_at(hit.at), (hit.sentence, hit.at) in single, unrelated.__contains__)
        if not reading or reading.doubt:
            continue
        for name in reading.who.products or page.meant(sentence, reading.cue.first):
            row = _only(name, known, reading.cue.place or page.judge.home)
            if row and _is_wrong(row, text.word(at)):
                yield _match(sentence, text, reading, at, row)
                break


def _year_after(text: Text, index: int) -> int:
    """The only year of the sentence, where it dates the approval words at `index` or opens the sentence; 0: none."""
    found = [at for at, word in enumerate(text.words) if len(word.text) == 4 and word.text[:2] in ("19", "20")]
    if len(found) != 1 or not text.word(found[0]).isdigit() or text.word(found[0] - 1) not in _DATED:
        return 0
    at = found[0]
    return at if index < at <= index + _REACH or at <= _OPENING else 0


def _only(name: Name, known: Mapping[tuple[str, str], Row], place: str) -> Row | None:
    """The years of the one product of this name here; None where the name stands for several."""
    found = {id(row): row for one in name.rows if (row := known.get((one["product"], place)))}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_wrong(row: Row, year: str) -> bool:
    return year < row["first"] or (row["complete"] == "yes" and year not in parts(row["years"]))


def _match(sentence: Sentence, text: Text, reading: Reading, year: int, row: Row) -> Match:
    first, last = min(reading.cue.first, year), max(reading.cue.after - 1, year)
    at, to = text.words[first].at, text.words[last].to
    return Match(
        sentence.index,
        at,
        to,
        values={"product": row["product"], "first": row["first"], "source": row["source_title"]},
        evidence=Evidence("approval-year", given=text.word(year), computed=row["years"], rows=(shown(row, _SHOWN),)),
        key=row["product"],
        flags=taken_back(sentence, at, _TAKEN_BACK),
    )
