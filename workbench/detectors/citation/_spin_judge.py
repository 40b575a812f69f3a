"""Claims and the sources they rest on, brought together and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from workbench import identifiers, sources
from workbench.detectors.citation import _spin_source
from workbench.detectors.citation._spin_comparison import comparison, one_arm_alone
from workbench.detectors.citation._spin_people import kind_of_people, number_of_people
from workbench.detectors.citation._spin_results import dose, outcome_told, relative_for_absolute
from workbench.detectors.citation._spin_said import Differs, Statement
from workbench.detectors.citation._spin_source import Cues, Spots, Told
from workbench.errors import Unreadable
from workbench.identifiers import Listing
from workbench.library.amounts import amounts
from workbench.library.words import tokens
from workbench.model import Article, Claim, Confidence, Sentence, SourceText
from workbench.sources import resting

_WAYS = (
    number_of_people, kind_of_people, comparison, one_arm_alone, relative_for_absolute, outcome_told, dose,
)  # fmt: skip
_AROUND = 20  # sentences of a long paragraph that still belong to a claim
_MARK = rb"\[\^?\d"  # of a reference list
_Rests = tuple[tuple[str, ...], int]
_SKIPPED = ("question", "boilerplate")


class Judged(Struct, frozen=True):
    """A difference (or, with `unread`, what could not be compared and why) at `[at, to)` of a sentence.

    `said` is the article's sentence, `rows` the source's with their pages.
    """

    sentence: int
    at: int
    to: int
    said: str
    key: str
    source: str
    words: str = ""
    unread: str = ""
    rows: tuple[Mapping[str, str], ...] = ()
    computed: str = ""
    confidence: Confidence | None = None


def judge(article: Article, lists: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[Judged]:
    """Every claim of an article against its source, each difference once."""
    resting_on = dict(_resting(article))
    desk = _Desk(article, _spin_source.cues(lists), resting_on)
    seen: set[tuple[int, int, str]] = set()
    for claim in article.claims:
        keys, elsewhere = resting_on[claim.sentence]
        if not keys or any(flag.flag in _SKIPPED for flag in claim.context):
            continue
        for judged in desk.judged(claim, keys, elsewhere):
            once = (judged.sentence, judged.at, judged.key)
            if once not in seen:
                seen.add(once)
                yield judged


def _resting(article: Article) -> Iterator[tuple[int, _Rests]]:
    """Sentence of each claim → the keys of its sources, and how many further works it rests on."""
    listing = Listing(article.document)
    shelf = article.knowledge.sources
    for claim in article.claims:
        cell = article.knowledge.evidence.get(claim.id, "")
        by_hand = resting.keys_named(shelf, cell)
        yield claim.sentence, (by_hand, 0) if len(by_hand) == 1 else resting.keys(shelf, claim, listing, cell)


class _Desk:
    """One article with the cues of its sentences."""

    def __init__(self, article: Article, cues: Cues, resting_on: Mapping[int, _Rests]) -> None:
        self._article, self._cues, self._resting_on = article, cues, resting_on
        self._met: dict[int, Mapping[str, Spots]] = {}

    def judged(self, claim: Claim, keys: tuple[str, ...], elsewhere: int) -> Iterator[Judged]:
        sentence = self._article.sentences[claim.sentence]

        def unread(why: str) -> Judged:
            return Judged(sentence.index, 0, len(sentence.text), sentence.text, "unread", ", ".join(keys), unread=why)

        if len(keys) > 1 or elsewhere:
            yield unread("the claim rests on several works; which of them says what has to be read")
            return
        try:
            source = self._article.knowledge.sources[keys[0]]
        except Unreadable as error:
            yield unread(f"the source {keys[0]} {error}")
            return
        facts = _spin_source.facts(source, self._cues)
        said = self._statement(claim, source)
        missing: dict[str, None] = {}
        for way in _WAYS:
            for found in way(said, facts):
                if isinstance(found, Differs):
                    yield self._differs(found, source)
                else:
                    missing[found.what] = None
        if missing:
            yield unread(f"the source {keys[0]} does not say, or not in words that can be read: {', '.join(missing)}")

    def _differs(self, found: Differs, source: SourceText) -> Judged:
        page = found.shown[0].sentence.page
        return Judged(
            sentence=found.sentence,
            at=found.at,
            to=found.to,
            said=self._article.sentences[found.sentence].text,
            key=found.way,
            source=f"{source.key}, p. {page}",
            words=found.words,
            rows=tuple(_row(source, told) for told in found.shown),
            computed=found.computed,
            confidence=found.confidence,
        )

    def _statement(self, claim: Claim, source: SourceText) -> Statement:
        sentence = self._article.sentences[claim.sentence]
        numbers = self._article.quantities[claim.sentence]
        paragraph = tuple(
            (s, self._article.quantities[s.index], self._cues_of(s.index)) for s in self._paragraph(claim.sentence)
        )
        around = {name for _, _, met in paragraph for name in met}
        above = self._article.block(sentence)
        for heading in self._article.sentences if above.section or above.lead_in is not None else ():
            if heading.block == above.lead_in or heading.block in above.section[-1:]:
                around |= set(self._cues_of(heading.index))
        return Statement(
            claim=claim,
            sentence=sentence,
            met=self._cues_of(claim.sentence),
            around=frozenset(around),
            amounts=amounts(sentence.text, sentence.shadow, numbers, tokens(sentence.text, sentence.shadow)),
            paragraph=paragraph,
            own=tuple(told for told in paragraph if self._same_source(told[0], claim.sentence)),
            places=sources.best(claim, source, sentence.text),
        )

    def _same_source(self, sentence: Sentence, of: int) -> bool:
        """Whether a sentence of the paragraph goes on about the claim's source: it names no other."""
        if sentence.index in self._resting_on:
            keys, elsewhere = self._resting_on[sentence.index]
            return sentence.index == of or (not elsewhere and keys in ((), self._resting_on[of][0]))
        links = self._article.block(sentence).links
        linked = any(sentence.at <= link.at < sentence.to for link in links)
        return not (linked or identifiers.within(sentence.text, sentence.shadow) or re.search(_MARK, sentence.shadow))

    def _paragraph(self, at: int) -> list[Sentence]:
        """The sentences of the same block."""
        every = self._article.sentences
        first = last = at
        while first > at - _AROUND and first and every[first - 1].block == every[at].block:
            first -= 1
        while last < at + _AROUND and last + 1 < len(every) and every[last + 1].block == every[at].block:
            last += 1
        return list(every[first : last + 1])

    def _cues_of(self, index: int) -> Mapping[str, Spots]:
        if index not in self._met:
            self._met[index] = self._cues.met(self._article.sentences[index].shadow)
        return self._met[index]


def _row(source: SourceText, told: Told) -> Mapping[str, str]:
    return {"source": told.sentence.text, "in": source.key, "page": str(told.sentence.page)}
