"""A statement that a page of this kind has to carry, in whatever words, and near enough to what calls for it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.disclaimers._due import Seller, in_company, of_claims, of_links, of_words, sells
from workbench.detectors.disclaimers._standing import Places, denied, outside, stated
from workbench.model import Article, Evidence, Hit, Match

VALUES = ("reason", "said")


def detect(
    article: Article,
    *,
    statement: Hits,
    but_not: Hits = (),
    weak: Hits = (),
    asserted: bool = False,
    when: Hits = (),
    beside: Hits = (),
    amid: Hits = (),
    company: bool = False,
    together: Hits = (),
    bookings: Hits = (),
    prices: Hits = (),
    promotion: Hits = (),
    voices: Hits = (),
    contacts: Hits = (),
    names: Hits = (),
    both: bool = False,
    lenient: Hits = (),
    unless: Hits = (),
    sponsored_links: bool = False,
    min_claims: int = 0,
    claim_types: tuple[str, ...] = (),
    min_words: int = 0,
    country: str = "",
    before: bool = False,
    near: int = 0,
) -> Iterator[Match]:
    """One finding about the whole article if the statement is due and missing, weak or too far; a pass if it is there.

    It is due if any of `when`, `sponsored_links` and `min_claims` calls for it. A page that calls for nothing gets no
    verdict. Page furniture counts too: a statement in the footer is a statement. The message is given `reason` and
    `said` ("nowhere says", "says too weakly", "says too far away").

    Args:
        statement: the wordings that satisfy the requirement.
        but_not: wordings that only look like one ("ask your doctor about our offer").
        weak: wordings that do half the job; reported as weak where no other stands.
        asserted: a denial or a question is no statement ("no side effects").
        when: words that make the statement due; a denial, a question or a list of warnings does not.
        beside, amid: words of which one each has to stand in the sentence of `when`, if `company` is set.
        together: words that may have to stand on the page as well (an offer to buy).
        bookings, prices, promotion, voices, contacts, names: hints that a page sells; two kinds do as well as one of
            `together`, if one of them is among the first three.
        both: the statement is due only where `together` or such hints stand on the page.
        lenient: words of pages on which it is due without them; there a weak statement will do.
        unless: words of a kind of page that needs no such statement.
        sponsored_links: a link marked as sponsored makes the statement due.
        min_claims: so many claims make it due; 0 = claims play no part.
        claim_types: the types of claim that count; none = all.
        min_words: shorter pages are left alone.
        country: the country whose rule it is; pages of other countries are left alone. Empty = all countries.
        before: the statement has to come before what makes it due, or at most `near` words after it.
        near: so many words may lie between the two; 0 = anywhere.
    """
    if country and article.country != country:
        return
    sold = not both or sells(article, Seller(together, bookings, prices, promotion, voices, contacts, names))
    good = [hit for hit in outside(statement, but_not) if not asserted or stated(article, hit)]
    if not sold and any(not denied(article, hit, others=True) for hit in lenient):
        good = sorted([*good, *weak], key=lambda hit: (hit.sentence, hit.at))
        sold = True
    due = None
    if sold:
        due = of_words(article, in_company(when, beside, amid) if company else when)
        due = due or (of_links(article) if sponsored_links else None)
        due = due or of_claims(article, min_claims, claim_types)
    places = Places(article)
    far = bool(good and due and places.too_far(good, due.places, before, near))
    if good and not far:
        yield Match(verdict="pass", evidence=_evidence(article, places, good[0]))
    elif due and not unless and places.total >= min_words:
        stands = good[0] if far else next(iter(weak), None)
        yield _missing(article, places, due.reason, stands, far)


def _missing(article: Article, places: Places, reason: str, stands: Hit | None, far: bool) -> Match:
    """The finding; what stands there instead, if anything, is told and shown as evidence."""
    if stands is None:
        values = {"reason": reason, "said": "nowhere says"}
        return Match(values=values, evidence=Evidence("statement-due", given=reason))
    state, said = ("too far", "says too far away") if far else ("weak", "says too weakly")
    shown = article.sentences[stands.sentence].text
    return Match(
        key=state.replace(" ", "-"),
        values={"reason": reason, "said": said},
        evidence=_evidence(article, places, stands, state),
        note=f"Present but {state}: “{shown}” stands {places.where(stands)}.",
    )


def _evidence(article: Article, places: Places, hit: Hit, state: str = "present") -> Evidence:
    text = article.sentences[hit.sentence].text
    return Evidence("statement", given=text, rows=({"statement": text, "state": state, "stands": places.where(hit)},))
