"""Pages on symptoms, side effects or overdose that do not say when and how to get urgent help."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.safety import _help
from workbench.facts import Table
from workbench.model import Article, Hit, Match

VALUES = ("problem",)


def detect(
    article: Article,
    *,
    table: Table,
    grave: Hits,
    topics: Hits,
    dangers: Hits,
    enough: Hits,
    missing: str,
    weak: str,
    foreign: str,
    sedating: Hits = (),
    home: Hits = (),
    vague: Hits = (),
    unless: Hits = (),
    genres: tuple[str, ...] = (),
    least: int = 2,
    min_words: int = 0,
) -> Iterator[Match]:
    """One finding about the whole article: no help, only vague words, or another country's number; a pass with help.

    Help is due if a heading or title names a grave topic, or if a heading names a topic and the page tells of `least`
    dangers.

    Args:
        table: numbers by country, see `_help`.
        grave: words for what is an emergency by itself (overdose, poisoning).
        topics: words for sections on symptoms and side effects.
        dangers: signs that cannot wait (chest pain, trouble breathing).
        enough: words that say how to get urgent help without a number.
        missing, weak, foreign: what to say; see `_help.Texts`.
        sedating: drugs that take away alertness …
        home: … and words for use at home: together they make help due.
        vague: words that only name a clinician.
        unless: words of a kind of page that has its own conventions (abstracts, news, pages for professionals).
        genres: kinds of page and readers, as the page itself names them, that are left alone.
        least: so many different dangers.
        min_words: shorter pages are left alone.
    """
    meta = article.document.meta
    if not (grave or topics or sedating) or meta.genre.lower() in genres or meta.audience.lower() in genres:
        return
    short = sum(len(block.seen.split()) for block in article.document.blocks) < min_words
    reason = (
        "" if unless or short else _reason(article, grave, topics, dangers, least) or _alone(article, sedating, home)
    )
    yield from _help.judged(article, table, reason, _help.Texts(missing, weak, foreign), enough, vague)


def _reason(article: Article, grave: Hits, topics: Hits, dangers: Hits, least: int) -> str:
    """What makes help due, in words that finish a sentence; empty if nothing does."""
    if (hit := _heading(article, grave)) is not None:
        return f"has {_help.quoted(article, hit)} in a heading"
    signs = list({_help.quoted(article, hit).lower(): hit for hit in dangers if _help.meant(article, hit)}.values())
    if len(signs) >= least and (hit := _heading(article, topics)) is not None:
        return f"has {_help.quoted(article, hit)} in a heading and names {_help.quoted(article, signs[0])}"
    return ""


def _alone(article: Article, sedating: Hits, home: Hits) -> str:
    """The same for a drug that the reader is to take without anybody watching."""
    drug, place = (next((hit for hit in hits if _help.meant(article, hit)), None) for hits in (sedating, home))
    if drug is None or place is None:
        return ""
    return f"offers {_help.quoted(article, drug)} and says {_help.quoted(article, place)}"


def _heading(article: Article, hits: Hits) -> Hit | None:
    return next((hit for hit in hits if article.block(article.sentences[hit.sentence]).kind == "heading"), None)
