"""Whether a page tells where help is: its own country's line, another country's, vague words, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.safety import _rows
from workbench.facts import SEPARATOR, Row, Table
from workbench.model import Article, Evidence, Hit, Match

_NOT_MEANT = ("negated", "question")


class Texts(NamedTuple):
    """What to say of a page without help, with vague help, and with the line of another country."""

    missing: str
    weak: str
    foreign: str


class _Lines(NamedTuple):
    """The row of this country's line, the first of another country's, and the sentences with other countries' lines."""

    own: Row | None
    foreign: Row | None
    strange: frozenset[int]


def _lines(article: Article, table: Table) -> _Lines:
    found = [*_spoken(article, table), *_linked(article, table)]
    own = next((row for _, row in found if _rows.holds(article.country, row, "country")), None)
    others = [(index, row) for index, row in found if not _rows.holds(article.country, row, "country")]
    return _Lines(own, others[0][1] if others else None, frozenset(index for index, _ in others))


def _spoken(article: Article, table: Table) -> Iterator[tuple[int, Row]]:
    for sentence in article.sentences:
        for name in _rows.named(table, sentence.shadow, "forms"):
            yield sentence.index, table.rows[name.row]


def _linked(article: Article, table: Table) -> Iterator[tuple[int, Row]]:
    targets = [link.target.lower() for block in article.document.blocks for link in block.links]
    for row in table:
        if row["links"] and any(part in target for part in row["links"].split(SEPARATOR) for target in targets):
            yield -1, row


def judged(
    article: Article, table: Table, reason: str, texts: Texts, enough: Hits = (), vague: Hits = ()
) -> Iterator[Match]:
    """A pass where this country's line or `enough` stands on the page, else one finding that says what is there.

    Args:
        article: the article.
        table: columns country, name, forms (words and numbers), links (parts of link targets), and those of the source.
        reason: what makes help due, in words that finish a sentence; empty = nothing does.
        texts: the three messages; {reason}, {line} and {own} are filled in.
        enough: further words that are help enough.
        vague: words that point to help without saying where it is.
    """
    own, foreign, strange = _lines(article, table)
    given = next((hit for hit in enough if meant(article, hit) and hit.sentence not in strange), None)
    if own is not None or given is not None:
        text = own["name"] if own is not None else article.sentences[given.sentence].text if given else ""
        yield Match(verdict="pass", evidence=Evidence("statement", given=text))
        return
    if not reason:
        return
    due = next((row["name"] for row in table if _rows.holds(article.country, row, "country")), "")
    hint = next((hit for hit in vague if meant(article, hit)), None)
    words = article.sentences[hint.sentence].text[hint.at : hint.to] if hint else ""
    state = "foreign" if foreign is not None else "weak" if hint else "missing"
    text = getattr(texts, state).format(reason=reason, line=foreign["name"] if foreign else words, own=due or "a line")
    weaker = state == "weak"
    yield Match(
        key=state,
        values={"problem": text},
        evidence=Evidence("statement-due", given=reason),
        severity="note" if weaker else None,
    )


def meant(article: Article, hit: Hit) -> bool:
    """Whether words are meant as said: not denied and not asked."""
    flags = article.sentences[hit.sentence].flags
    return not any(flag.flag in _NOT_MEANT and flag.at <= hit.at < flag.to for flag in flags)


def quoted(article: Article, hit: Hit) -> str:
    """The words of a hit in quotation marks."""
    return f"“{article.sentences[hit.sentence].text[hit.at : hit.to]}”"
