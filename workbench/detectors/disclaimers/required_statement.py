"""A statement that a page of this kind has to carry, in whatever words and wherever on the page."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.model import Article, Evidence, Hit, Match

_NOT_MEANT = ("negated", "question", "warning-list")


def detect(
    article: Article,
    *,
    statement: Hits,
    but_not: Hits = (),
    when: Hits = (),
    together: Hits = (),
    both: bool = False,
    unless: Hits = (),
    sponsored_links: bool = False,
    min_claims: int = 0,
    min_words: int = 0,
    country: str = "",
) -> Iterator[Match]:
    """One finding about the whole article if the statement is due and missing; a pass if it is there.

    It is due if any of `when`, `sponsored_links` and `min_claims` calls for it. A page that calls for nothing gets no
    verdict. Page furniture counts too: a statement in the footer is a statement.

    Args:
        statement: the wordings that satisfy the requirement.
        but_not: wordings that only look like one ("ask your doctor about our offer").
        when: words that make the statement due; a denial, a question or a list of warnings does not.
        together: words that may have to stand on the page as well (an offer to buy).
        both: `when` counts only where one of `together` stands on the page.
        unless: words of a kind of page that needs no such statement.
        sponsored_links: a link marked as sponsored makes the statement due.
        min_claims: so many claims make it due; 0 = claims play no part.
        min_words: shorter pages are left alone.
        country: the country whose rule it is; pages of other countries are left alone. Empty = all countries.
    """
    if country and article.country != country:
        return
    said = next((hit for hit in statement if not _within(hit, but_not)), None)
    if said is not None:
        sentence = article.sentences[said.sentence]
        yield Match(verdict="pass", evidence=Evidence("statement", given=sentence.text))
        return
    if unless or sum(len(block.seen.split()) for block in article.document.blocks) < min_words:
        return
    alone = both and all(_denied(article, hit) for hit in together)
    reason = _reason(article, () if alone else when, sponsored_links, min_claims)
    if reason:
        yield Match(values={"reason": reason}, evidence=Evidence("statement-due", given=reason))


def _within(hit: Hit, others: Hits) -> bool:
    return any(hit.sentence == other.sentence and hit.at < other.to and other.at < hit.to for other in others)


def _reason(article: Article, when: Hits, sponsored_links: bool, min_claims: int) -> str:
    """What makes the statement due, in words that finish a sentence; empty if nothing does."""
    cue = next((hit for hit in when if not _denied(article, hit)), None)
    if cue is not None:
        return f"says “{article.sentences[cue.sentence].text[cue.at : cue.to]}”"
    if sponsored_links:
        for block in article.document.blocks:
            for link in block.links:
                if link.sponsored:
                    return f"has the sponsored link “{block.seen[link.at : link.to]}”"
    if min_claims and len(article.claims) >= min_claims:
        return f"makes {len(article.claims)} health claims"
    return ""


def _denied(article: Article, hit: Hit) -> bool:
    flags = article.sentences[hit.sentence].flags
    return any(flag.flag in _NOT_MEANT and flag.at <= hit.at < flag.to for flag in flags)
