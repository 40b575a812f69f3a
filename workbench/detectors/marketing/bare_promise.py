"""Early findings told as good news, without a word on how early or how small they are."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from workbench.detectors import Hits, phrase
from workbench.detectors.marketing._selling import offers_something
from workbench.detectors.phrase import exception
from workbench.model import Article, Flag, Hit, Match

_AROUND = 1  # sentences before and after in which the level of evidence may stand


def detect(
    article: Article,
    *,
    praise: Hits,
    weak: Hits = (),
    evidence: Hits = (),
    offers: str = "",
    least: int = 2,
    but_not: Hits = (),
) -> Iterator[Match]:
    """Every such praise; one with the level of evidence in its sentence or beside it is held back by that.

    Args:
        praise: promise as praise on any page ("tremendous promise").
        weak: wording that a restrained report uses too ("a promising treatment"); counts where the page sells.
        evidence: words that tell the level ("open-label", "in mice", "larger trials are needed").
        offers: the key of the words of a page that sells ("vocabulary/selling").
        least: so many different ones make a page sell.
        but_not: idioms; praise that overlaps one is held back.
    """
    found = {*praise, *(weak if weak and offers_something(article, offers, least, weak) else ())}
    spots = tuple(sorted(found, key=lambda hit: (hit.sentence, hit.at, hit.to)))
    for match in phrase.detect(article, phrases=spots, but_not=but_not):
        if match.sentence is not None and not match.flags:
            match = replace(match, flags=_told(article, Hit(match.sentence, match.at, match.to), evidence))
        yield match


def _told(article: Article, hit: Hit, evidence: Hits) -> tuple[Flag, ...]:
    """The flag of the level of evidence nearest to the praise, within its section."""
    section = article.block(article.sentences[hit.sentence]).section
    near = [
        cue
        for cue in evidence
        if abs(cue.sentence - hit.sentence) <= _AROUND
        and article.block(article.sentences[cue.sentence]).section == section
    ]
    if near:
        return (exception(article, hit, min(near, key=lambda cue: abs(cue.sentence - hit.sentence))),)
    source = next(
        (c.sentence for c in article.claims if c.sentence == hit.sentence and c.citation in ("linked", "named")), None
    )
    if source is None:
        return ()
    return (exception(article, hit, Hit(source, 0, len(article.sentences[source].text))),)
