"""How a product stands with a use in the article's own jurisdiction, and which words of a page excuse a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, overlap
from workbench.detectors.regulatory._approval_judge import Claimed, Judge, Ruling
from workbench.detectors.regulatory._approval_names import Name, lexis
from workbench.detectors.regulatory._approval_page import Page
from workbench.detectors.regulatory._rows import GRANTED, UNLISTED, Day, home
from workbench.facts import Row, Table
from workbench.model import Article, Flag, Hit, Sentence


def page_of(article: Article, table: Table, jurisdictions: Table, max_age_months: int) -> Page:
    """The article's page before a judge of its own jurisdiction and day."""
    judge = Judge(home(article, jurisdictions), Day(article.as_of, max_age_months))
    return Page(article, judge, lexis(table, jurisdictions))


def ruling(page: Page, product: Name, use: Name | None) -> Ruling:
    """What the table says of a product for a use (None: for any), where nobody says that a regulator approves it.

    A use that a label merely does not list may be a side effect just as well, so only rows of their own decide.
    """
    found = page.judge.rule(
        Claimed(product, use, named=use is not None, place="", explicit=False, past=False, limited=False)
    )
    return Ruling("not-checkable") if found.row and found.row["use"] == UNLISTED else found


def approved_rows(page: Page, product: Name) -> tuple[Row, ...]:
    """The rows that approve this product for anything at home."""
    return tuple(row for row in product.rows if row["status"] in GRANTED and row["jurisdiction"] == page.judge.home)


def taken_back(sentence: Sentence, at: int, names: Iterable[str], granted: Iterable[Hit] = ()) -> tuple[Flag, ...]:
    """The flags of these names that cover this place; none behind words that take the rest for granted.

    Args:
        sentence: the sentence.
        at: the place.
        names: flags that take a statement back ("negated", "question").
        granted: words after which neither does ("did you know that …?").
    """
    if any(hit.sentence == sentence.index and hit.to <= at for hit in granted):
        return ()
    wanted = frozenset(names)
    return tuple(flag for flag in sentence.flags if flag.flag in wanted and flag.at <= at < flag.to)


class Excuses:
    """Words that take a sentence out of the question ("off-label", "in a trial"), by the sentence they stand in."""

    def __init__(self, article: Article, hits: Hits) -> None:
        self.article, self.hits = article, by_sentence(hits)

    def flags(
        self, sentence: Sentence, beside: Iterable[Hit] = (), within: tuple[int, int] | None = None
    ) -> tuple[Flag, ...]:
        """The flag "exception" for the first excuse in this sentence that shares no word with the hits `beside`.

        Args:
            sentence: the sentence.
            beside: hits that are no excuse themselves.
            within: only this stretch of the sentence counts (a clause); None: all of it.
        """
        taken, (start, end) = tuple(beside), within or (0, len(sentence.text))
        found = (
            hit
            for hit in self.hits.get(sentence.index, ())
            if start <= hit.at < end and not any(overlap(hit, other) for other in taken)
        )
        return tuple(self._flag(sentence, hit) for hit in islice(found, 1))

    def _flag(self, sentence: Sentence, hit: Hit) -> Flag:
        start, end = self.article.span(sentence, hit.at, hit.to)
        return Flag("exception", start, end, sentence.text[hit.at : hit.to], 0, len(sentence.text))


def covers(sentence: Sentence, at: int, names: Iterable[str]) -> bool:
    """Whether a flag of one of these names covers this place of the sentence."""
    wanted = frozenset(names)
    return any(flag.flag in wanted and flag.at <= at < flag.to for flag in sentence.flags)
