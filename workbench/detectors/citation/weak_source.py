"""Health claims that rest on a press release, a seller, a forum, a blog or the like, and on nothing better."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from workbench.detectors import Hits
from workbench.detectors.citation._uncited import words
from workbench.detectors.phrase import by_sentence, exception, overlap
from workbench.facts import Row, Table
from workbench.identifiers import Listing
from workbench.model import Article, Claim, ClaimType, Evidence, Hit, Match, Reference

VALUES = ("kind",)
_Rows = Mapping[str, tuple[Row, ...]]
_ADDRESS = re.compile(r"https?://[^\s\"<>)\]]+")


def detect(
    article: Article,
    *,
    hosts: Table,
    types: tuple[ClaimType, ...],
    named: Hits = (),
    topics: tuple[str, ...] = (),
    but_not: Hits = (),
) -> Iterator[Match]:
    """Each claim of these types whose every reference is an address of a weak host; the match is the sentence.

    A weak source in words ("according to a press release") is the match itself, where a claim has no better source.

    Args:
        hosts: table with `host`, `aliases` and `kind` ("a forum", as the end of a sentence).
        types: claim types that need a sound source; a price or opening hours may come from the seller.
        named: weak sources in words.
        topics: keys of vocabularies; a weak source in words counts where the sentence has such a claim or such a word.
        but_not: what only looks like one; in the sentence of a link it holds back as well ("Watch our video").
    """
    rows, listing = hosts.index("host", "aliases"), Listing(article.document)
    spoken, idioms = by_sentence(named), by_sentence(but_not)
    seen: set[int] = set()
    read = {claim.sentence: {claim.type, claim.type2} for claim in article.claims}
    for claim in article.claims:
        if claim.sentence in seen or not {claim.type, claim.type2} & set(types):
            continue
        row = _weakest(claim, listing, rows) if claim.citation == "linked" else None
        if row is not None:
            seen.add(claim.sentence)
            at, to = words(article.sentences[claim.sentence].text)
            evidence = Evidence("table-row", given=row["host"], rows=(row,))
            cue = next(iter(idioms.get(claim.sentence, ())), None)
            flags = () if cue is None else (exception(article, Hit(claim.sentence, at, to), cue),)
            yield Match(claim.sentence, at, to, values={"kind": row["kind"]}, evidence=evidence, flags=flags)
    better = {claim.sentence for claim in article.claims if claim.citation == "linked"}
    about = {hit.sentence for key in topics for hit in article.hits.get(key, ())}
    for index, hits in spoken.items():
        if index not in seen | better and (read[index] & set(types) if index in read else index in about):
            yield _spoken(article, hits[0], idioms.get(index, ()))


def _spoken(article: Article, hit: Hit, idioms: Hits) -> Match:
    said = article.sentences[hit.sentence].text[hit.at : hit.to]
    idiom = next((idiom for idiom in idioms if overlap(hit, idiom)), None)
    flags = () if idiom is None else (exception(article, hit, idiom),)
    return Match(hit.sentence, hit.at, hit.to, values={"kind": f"“{said}”"}, flags=flags)


def _weakest(claim: Claim, listing: Listing, rows: _Rows) -> Row | None:
    """The row of a claim's first host where all its references lead to weak hosts."""
    found: list[Row] = []
    for reference in claim.references:
        addresses = _addresses(reference, listing)
        weak = [_row(address, rows) for address in addresses]
        if not weak or None in weak or listing.every(reference):
            return None
        found += [row for row in weak if row is not None]
    return found[0] if found else None


def _addresses(reference: Reference, listing: Listing) -> list[str]:
    texts = (reference.target, *listing.more(reference))
    return [found for text in texts for found in _ADDRESS.findall(text)]


def _row(address: str, rows: _Rows) -> Row | None:
    """The row of an address's host or of a domain that the host belongs to."""
    try:
        host = (urlsplit(address).hostname or "").casefold()
    except ValueError:
        return None
    parts = host.split(".")
    for start in range(len(parts) - 1):
        found = rows.get(".".join(parts[start:]).replace("-", " "))
        if found:
            return found[0]
    return None
