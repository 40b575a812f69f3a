"""What holds today, on a reference that is too old to tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.citation._uncited import words
from workbench.detectors.phrase import by_sentence, exception
from workbench.identifiers import Listing
from workbench.model import Article, Claim, ClaimType, Evidence, Hit, Match

VALUES = ("year", "age")
_YEAR = re.compile(r"(?<![\d.,/$£€-])((?:19|20)\d\d)(?![\d,]|\.\d)")
_ADDRESS = re.compile(r"https?://\S+|\b10\.\d{4,9}/\S+")


def detect(
    article: Article,
    *,
    types: tuple[ClaimType, ...],
    years: int = 10,
    dated: Hits = (),
    past: Hits = (),
    but_not: Hits = (),
) -> Iterator[Match]:
    """Each claim of these types whose newest reference is more than so many years old; the match is the sentence.

    Args:
        types: claim types about what changes: doses, how common something is.
        years: how old a reference may be on the day of the check.
        dated: guidance with its year ("the 2009 guideline recommends"), whatever the claim's type.
        past: words that tell of the past, of which old sources are the right ones.
        but_not: words that say that the source is old or still holds; they hold the match back.
    """
    listing, told, cleared = Listing(article.document), by_sentence(past), by_sentence(but_not)
    guidance = by_sentence(dated)
    found: dict[int, int] = {}
    for claim in article.claims:
        if claim.sentence in told or not {claim.type, claim.type2} & set(types):
            continue
        year = _newest(claim, listing)
        if year and article.as_of.year - year > years:
            found.setdefault(claim.sentence, year)
    for index, hits in guidance.items():
        years_named = [int(year) for hit in hits for year in _YEAR.findall(_text(article, hit))]
        if index not in told and years_named and article.as_of.year - max(years_named) > years:
            found.setdefault(index, max(years_named))
    for index, year in sorted(found.items()):
        sentence = article.sentences[index]
        at, to = words(sentence.text)
        cue = next(iter(cleared.get(index, ())), None)
        flags = () if cue is None else (exception(article, Hit(index, at, to), cue),)
        age = str(article.as_of.year - year)
        evidence = Evidence("reference", given=str(year), computed=f"{age} years before {article.as_of.year}")
        yield Match(index, at, to, values={"year": str(year), "age": age}, evidence=evidence, flags=flags)


def _text(article: Article, hit: Hit) -> str:
    return article.sentences[hit.sentence].text[hit.at : hit.to]


def _newest(claim: Claim, listing: Listing) -> int | None:
    """The newest year that a claim's references print; None where one of them prints none and may be newer."""
    years: list[int] = []
    for reference in claim.references:
        texts = (reference.text, reference.target, *listing.more(reference))
        printed = [int(year) for text in texts for year in _YEAR.findall(_ADDRESS.sub(" ", text))]
        if not printed and reference.kind == "named":
            printed = [int(year) for year in _YEAR.findall(claim.text)]
        if not printed:
            return None
        years += printed
    return max(years, default=None)
