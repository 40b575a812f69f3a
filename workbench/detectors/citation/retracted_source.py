"""Sources that were retracted, corrected, or put in doubt by their journal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from workbench import identifiers
from workbench.detectors import Hits
from workbench.detectors.citation._taken_back import TakenBack, Words
from workbench.detectors.phrase import exception
from workbench.identifiers import Placed
from workbench.model import Article, Evidence, Flag, Hit, Known, Match, Severity

VALUES = ("identifier", "title", "happened", "source", "on")
_TOLD: Mapping[str, tuple[Severity, str]] = {  # state → severity at most, and what happened to the work
    "retracted": ("error", "was retracted"),
    "concern": ("warning", "carries an expression of concern"),
    "corrected": ("note", "was corrected"),
}
_PUBMED = re.compile(r"\bpubmed(?: (?:id|identifier|number|no\.?))+[ :#]{0,3}(\d{5,8})\b", re.ASCII | re.IGNORECASE)
_VERSION = re.compile(r"[./]?v\d+(?:[./].*)?$", re.ASCII)
_LISTED = 20  # identifiers named in the evidence of what nobody looked up


def detect(
    article: Article, *, but_not: Hits = (), taken: Hits = (), works: Hits = (), others: Hits = (), mended: Hits = ()
) -> Iterator[Match]:
    """Each source of the page with a notice on record; the match is its identifier, or the words that link to it.

    Evidence says what was recorded, by whom and when, and which claims rest on the source. Identifiers that nobody
    looked up are one verdict "not checkable" for the article.

    Args:
        but_not: wordings that say themselves what became of the work; a match in the same block is held back.
        taken: verbs of taking back, which say so where a work is taken back.
        works: what such a verb is said of.
        others: what else it may be said of (a drug, people), which tells nothing of the work.
        mended: reports of a correction, which hold back only what was corrected.
    """
    placed = (*identifiers.of_page(article.document, article.sentences), *_in_words(article))
    said: TakenBack | None = None
    resting = _Resting(article)
    told: set[tuple[int, str, str]] = set()
    unknown: dict[str, None] = {}
    for place in placed:
        known = _on_record(place.identifier, article.knowledge.identifiers)
        if known is None:
            if not identifiers.problem(place.identifier):
                unknown[place.identifier] = None
            continue
        once = (article.sentences[place.sentence].block, known.state, known.title or known.notice or place.identifier)
        if known.state in _TOLD and once not in told:
            told.add(once)  # one work under its DOI and its PubMed number is one finding
            said = said or TakenBack(article, Words(but_not, taken, works, others, mended), placed)
            cue = said.cue(place, known.state)
            flags = (exception(article, Hit(place.sentence, place.at, place.to), cue),) if cue else ()
            yield _match(article, place, known, resting, flags)
    if unknown:
        rows = tuple({"identifier": identifier, "state": "not verified"} for identifier in list(unknown)[:_LISTED])
        yield Match(verdict="not-checkable", evidence=Evidence("identifier", given=str(len(unknown)), rows=rows))


def _match(article: Article, place: Placed, known: Known, resting: _Resting, flags: tuple[Flag, ...]) -> Match:
    severity, happened = _TOLD[known.state]
    row = {
        "identifier": place.identifier,
        "state": known.state,
        "title": known.title,
        "on": known.on,
        "source": known.source,
        "notice": known.notice,
    }
    claims = ({"claim": text} for text in resting.on(place.identifier))
    return Match(
        sentence=place.sentence,
        at=place.at,
        to=place.to,
        severity=severity,
        key=place.identifier,
        values={
            "identifier": place.identifier.partition(":")[2],
            "title": f" (“{known.title}”)" if known.title else "",
            "happened": happened,
            "source": known.source,
            "on": _day(known.on),
        },
        evidence=Evidence("record", rows=({key: value for key, value in row.items() if value}, *claims)),
        flags=flags,
    )


def _in_words(article: Article) -> Iterator[Placed]:
    """PubMed numbers told in words: “PubMed ID 12345678”."""
    for sentence in article.sentences:
        if b"ubmed" in sentence.shadow.lower():
            for found in _PUBMED.finditer(sentence.text):
                yield Placed(sentence.index, *found.span(1), f"pmid:{int(found[1])}")


def _on_record(identifier: str, known: Mapping[str, Known]) -> Known | None:
    """What is on record, for a version of a preprint also what is on record about the preprint."""
    found = identifiers.on_record(identifier, known)
    return found or (identifiers.on_record(_VERSION.sub("", identifier), known) if known else None)


class _Resting:
    """Which claims rest on an identifier; read off the page only when somebody asks."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._claims: dict[str, list[str]] | None = None

    def on(self, identifier: str) -> list[str]:
        if self._claims is None:
            self._claims = {}
            listing = identifiers.Listing(self._article.document)
            for claim in self._article.claims:
                for one in {one for reference in claim.references for one in listing.every(reference)}:
                    self._claims.setdefault(one, []).append(claim.text)
        return self._claims.get(identifier, [])


def _day(text: str) -> str:
    day = date.fromisoformat(text)
    return f"{day.day} {day:%b} {day.year}"
