"""Claims that stand without any source."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, exception
from workbench.model import Article, Claim, ClaimType, Evidence, Flag, Hit, Match, Sentence

_FIGURES = frozenset({"percent", "group", "ratio", "count"})


def detect(
    article: Article,
    *,
    types: tuple[ClaimType, ...],
    figures_for: tuple[ClaimType, ...] = (),
    unless_negated: tuple[ClaimType, ...] = (),
    but_not: Hits = (),
) -> Iterator[Match]:
    """Each claim of these types with no source in it or near it; the match is the whole sentence.

    Args:
        types: claim types that need a source; the second type of a claim counts as well.
        figures_for: claim types whose findings keep the check's severity where the claim gives a figure (a percentage,
            a group, a ratio, a count); every other finding is a note, so that figures stand out on a long page.
        unless_negated: claim types that are held back where the claim is denied ("does not raise the risk").
        but_not: wordings that hold a claim back: gaps in knowledge, beliefs that are told as beliefs.
    """
    idioms = by_sentence(but_not)
    for claim in article.claims:
        if claim.citation != "none" or not {claim.type, claim.type2} & set(types):
            continue
        figure = next((quantity.text for quantity in claim.quantities if quantity.kind in _FIGURES), "")
        weighty = bool(figure) and bool({claim.type, claim.type2} & set(figures_for))
        sentence = article.sentences[claim.sentence]
        flags = _exceptions(article, sentence, idioms.get(claim.sentence, ()))
        if claim.certainty == "negated" and claim.type in unless_negated:
            flags += tuple(flag for flag in sentence.flags if flag.flag == "negated")[:1]
        yield Match(
            sentence=claim.sentence,
            to=len(sentence.text),
            severity=None if weighty else "note",
            values={"type": claim.type, "figure": figure},
            evidence=_evidence(claim),
            flags=flags,
        )


def _exceptions(article: Article, sentence: Sentence, idioms: Hits) -> tuple[Flag, ...]:
    whole = Hit(sentence.index, 0, len(sentence.text))
    return tuple(exception(article, whole, idiom) for idiom in idioms[:1])


def _evidence(claim: Claim) -> Evidence:
    return Evidence("claim", given="; ".join(claim.why), computed=f"{claim.type}, {claim.certainty}, no source")
