"""Claims that stand without any source."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.citation import _uncited
from workbench.detectors.phrase import by_sentence
from workbench.model import Article, Claim, ClaimType, Evidence, Match

VALUES = ("type",)
PAGE = True  # what stands elsewhere on the page counts
_FIGURES = frozenset({"percent", "group", "ratio", "count"})


def detect(
    article: Article,
    *,
    types: tuple[ClaimType, ...],
    figures_for: tuple[ClaimType, ...] = (),
    unless_negated: tuple[ClaimType, ...] = (),
    second_of: tuple[ClaimType, ...] = (),
    reassuring: Hits = (),
    but_not: Hits = (),
    outright: Hits = (),
) -> Iterator[Match]:
    """Each claim of these types with no source in it or near it; the match is the whole sentence.

    Args:
        types: claim types that need a source.
        figures_for: claim types whose findings keep the check's severity where the claim gives a figure (a percentage,
            a group, a ratio, a count); every other finding is a note, so that figures stand out on a long page.
        unless_negated: claim types that are held back where the claim is denied ("does not raise the risk").
        second_of: claim types that need none themselves, but where the second type of the claim does ("removes wrinkles
            after two sessions": how often, and that it works).
        reassuring: denials that promise something ("no side effects"); no reason to hold a claim back.
        but_not: wordings that hold a claim back: gaps in knowledge, beliefs that are told as beliefs.
        outright: promises of what people will notice; in a sentence that holds no claim they are notes.
    """
    idioms, promised = by_sentence(but_not), by_sentence(reassuring)
    leading = _uncited.leading_up(article)
    for claim in article.claims:
        needs = claim.type in types or (claim.type in second_of and claim.type2 in types)
        if claim.citation != "none" or not needs or claim.sentence in leading:
            continue
        figure = next((quantity.text for quantity in claim.quantities if quantity.kind in _FIGURES), "")
        weighty = bool(figure) and claim.type in figures_for
        sentence = article.sentences[claim.sentence]
        flags = _uncited.exceptions(article, sentence, idioms.get(claim.sentence, ()))
        flags = flags or _uncited.own_story(article, sentence)
        if claim.type in unless_negated and not figure and claim.sentence not in promised:
            flags += _uncited.denied(claim, sentence)
        at, to = _uncited.words(sentence.text)
        yield Match(
            sentence=claim.sentence,
            at=at,
            to=to,
            severity=None if weighty else "note",
            values={"type": claim.type, "figure": figure},
            evidence=_evidence(claim),
            flags=flags,
        )
    for hit in _uncited.outright(article, outright):
        sentence = article.sentences[hit.sentence]
        at, to = _uncited.words(sentence.text)
        flags = _uncited.own_story(article, sentence)
        evidence = Evidence("claim", given=sentence.text[hit.at : hit.to], computed="efficacy, asserted, no source")
        yield Match(hit.sentence, at, to, values={"type": "efficacy"}, severity="note", evidence=evidence, flags=flags)


def _evidence(claim: Claim) -> Evidence:
    return Evidence("claim", given="; ".join(claim.why), computed=f"{claim.type}, {claim.certainty}, no source")
