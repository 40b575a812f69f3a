"""A treatment on offer whose harms are not named: a required statement that pages make in any words."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.disclaimers import required_statement
from workbench.detectors.phrase import by_sentence
from workbench.model import Article, Hit, Match

VALUES = ("reason", "said")
_TURNS = (b" but ", b" although ", b" though ", b" however", b" while ", b";")
_REACH = 120  # characters between a word that spoils a harm and the harm


def detect(
    article: Article,
    *,
    harm: Hits,
    illness: Hits,
    cues: Hits,
    causes: Hits,
    spoils: Hits,
    statement: Hits,
    but_not: Hits = (),
    weak: Hits = (),
    together: Hits = (),
    bookings: Hits = (),
    prices: Hits = (),
    promotion: Hits = (),
    voices: Hits = (),
    contacts: Hits = (),
    names: Hits = (),
    min_claims: int = 2,
    claim_types: tuple[str, ...] = (),
    near: int = 0,
) -> Iterator[Match]:
    """One finding about the whole article if it sells a treatment with its benefits and names no harm of it.

    A harm is named where its word stands in a sentence with a word that ties it to a treatment, and no word before it
    says that the treatment takes it away or that something else causes it.

    Args:
        harm: words for what a treatment does and an illness seldom ("bruising").
        illness: words for what both do; they count only behind one of `causes`.
        cues: words that tie a harm to a treatment ("afterwards", "1 in 10", "mild").
        causes: verbs that do so by themselves ("can cause").
        spoils: words that take a harm away or put it on something else ("without", "relieves", "antidepressants").
        statement: wordings that name harms or limits by themselves ("not suitable if").
        but_not: wordings that only look like one.
        weak, together and the hints behind it, min_claims, claim_types, near: as in `required_statement`.
    """
    named = (*_named(article, harm, (*cues, *causes), spoils), *_behind(article, illness, causes, spoils))
    yield from required_statement.detect(
        article,
        statement=tuple(sorted((*statement, *named), key=lambda hit: (hit.sentence, hit.at))),
        but_not=but_not,
        weak=weak,
        asserted=True,
        together=together,
        bookings=bookings,
        prices=prices,
        promotion=promotion,
        voices=voices,
        contacts=contacts,
        names=names,
        both=True,
        min_claims=min_claims,
        claim_types=claim_types,
        near=near,
    )


def _named(article: Article, harm: Hits, cues: Hits, spoils: Hits) -> Iterator[Hit]:
    tied, spoiling = {hit.sentence for hit in cues}, by_sentence(spoils)
    for hit in harm:
        if hit.sentence in tied and not _spoiled(article, hit, spoiling.get(hit.sentence, ())):
            yield hit


def _behind(article: Article, illness: Hits, causes: Hits, spoils: Hits) -> Iterator[Hit]:
    verbs, spoiling = by_sentence(causes), by_sentence(spoils)
    for hit in illness:
        caused = any(verb.to <= hit.at for verb in verbs.get(hit.sentence, ()))
        if caused and not _spoiled(article, hit, spoiling.get(hit.sentence, ())):
            yield hit


def _spoiled(article: Article, hit: Hit, spoils: Hits) -> bool:
    """Whether such a word stands shortly before the harm, with no turn of the sentence between the two."""
    shadow = article.sentences[hit.sentence].shadow.lower()
    between = (shadow[spoil.to : hit.at] for spoil in spoils if 0 <= hit.at - spoil.to <= _REACH)
    return any(not any(turn in text for turn in _TURNS) for text in between)
