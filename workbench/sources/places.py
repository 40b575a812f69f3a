"""The places of a source that bear a claim: by its numbers, its drugs and conditions, and its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from workbench import quantities
from workbench.library.amounts import WEIGHTY, Amount, amounts
from workbench.library.words import tokens
from workbench.model import Claim, SourceText
from workbench.shadow import shadow
from workbench.sources import reading
from workbench.sources.reading import Reading, SourceSentence

_MOST = 3
_NUMBERS, _NAMES, _WORDS = 0.5, 0.15, 0.35  # shares of a score; of what a claim has none, the others take it
_WEIGHTS = {"year": 0.3, "span": 0.0, "number": 1.0, "count": 2.0, "group": 2.0}
_WEIGHTY = 3.0  # a dose, a percentage, a time: a number with its unit
_BESIDE = 0.25  # what words of the sentences before and after count
_HEARSAY = 0.7  # what a paper's title says, and its introduction tells of other work, count
_TOPIC = 0.7  # what a drug or condition counts that the title names and the sentence leaves out
_ABSENT = 0.5  # what a word of the claim counts that the source has nowhere
_LEAST = 0.25  # score under which a place bears nothing
_TWO = 2  # words that a place without any number of the claim needs
_ADDRESS = re.compile(r"\]\([^)\s]*\)|\bhttps?://\S+|\bdoi:? ?10\.\S+")  # what a sentence links to says nothing itself
_SHOWN = 4  # words told as the reason


class Place(Struct, frozen=True):
    """A sentence of a source that may bear a claim.

    `[start, end)` in the source's text, on `page` from 1; `score` from 0 to 1; `why` names the numbers, names and words
    they share; `text` is the sentence with line breaks joined, `before` and `after` its neighbours ("" at the ends).
    """

    key: str
    start: int
    end: int
    page: int
    score: float
    why: str
    text: str
    before: str = ""
    after: str = ""
    sentence: int = -1


def best(claim: Claim, source: SourceText, seen: str = "", most: int = _MOST) -> tuple[Place, ...]:
    """Up to three places, the likeliest first; none where the source has nothing like the claim.

    Args:
        claim: as read from an article.
        source: with its text.
        seen: the claim's sentence as a reader sees it, where the caller has it: without a page's markup.
        most: how many.
    """
    read = reading.read(source)
    wanted = _Wanted(claim, seen or claim.text, read)
    scored = ((wanted.score(read, at), -at) for at in wanted.candidates(read))
    ranked = sorted(((score, place) for score, place in scored if score >= _LEAST), reverse=True)
    return tuple(_place(wanted, read, -at, score) for score, at in ranked[:most])


class _Wanted:
    """What a claim says, as its places are looked for."""

    def __init__(self, claim: Claim, seen: str, read: Reading) -> None:
        text = " ".join(_ADDRESS.sub(" ", seen).split())
        dark = shadow(text)
        found = tokens(text, dark)
        self.names = set(reading.named_in(found)) | {name for name in (claim.intervention, claim.condition) if name}
        read_numbers = amounts(text, dark, quantities.drafts(text, dark), found)
        weighty = {amount: _weight(amount) for amount in read_numbers if _weight(amount)}
        every = [other for sentence in read.sentences for other in sentence.amounts]
        self.absent = [amount for amount in weighty if not any(amount.same(other) for other in every)]
        # What the source has nowhere cannot tell its places apart; that it is missing is told with each.
        self.amounts = {} if len(self.absent) == len(weighty) else weighty
        self.stems = {
            stem: read.rarity(stem) * (1.0 if stem in read.by_stem else _ABSENT) for stem in reading.stems(found)
        }

    def candidates(self, read: Reading) -> set[int]:
        """Sentences that share a word or a number of some weight."""
        found = {at for stem in self.stems for at in read.by_stem.get(stem, ())}
        if self.amounts:
            found.update(s.number for s in read.sentences if s.amounts and any(self._same(s.amounts)))
        return found

    def score(self, read: Reading, at: int) -> float:
        """How much of the claim a sentence says, 0 to 1."""
        sentence = read.sentences[at]
        parts: list[tuple[float, float]] = []
        numbers = 0.0
        if self.amounts:
            numbers = sum(self.amounts[a] for a in self._same(sentence.amounts)) / sum(self.amounts.values())
            parts.append((_NUMBERS, numbers))
        if self.names:
            parts.append((_NAMES, sum(self._named(read, at, name) for name in self.names) / len(self.names)))
        if self.stems:
            if not numbers and len(self.stems.keys() & sentence.stems) < min(_TWO, len(self.stems)):
                return 0.0
            parts.append((_WORDS, self._words(read, at)))
        if not parts:
            return 0.0
        score = sum(share * value for share, value in parts) / sum(share for share, _ in parts)
        weak = sentence.part == "background" or sentence.text == read.source.title
        return score * _HEARSAY if weak else score

    def why(self, sentence: SourceSentence) -> str:
        """The numbers, names and words that the sentence shares with the claim."""
        numbers = [amount.printed for amount in self._same(sentence.amounts)]
        names = sorted(self.names & sentence.names)
        rare = sorted(self.stems.keys() & sentence.stems, key=lambda stem: (-self.stems[stem], stem))
        words = [w for w in _printed(sentence, rare[: _SHOWN + len(names)]) if w.casefold() not in names][:_SHOWN]
        absent = f"nowhere in the source: {', '.join(a.printed for a in self.absent)}" if self.absent else ""
        return "; ".join(filter(None, (", ".join(numbers), ", ".join(names), ", ".join(words), absent)))

    def _words(self, read: Reading, at: int) -> float:
        own = read.sentences[at].stems
        near = {stem for beside in _beside(read, at) for stem in beside.stems}
        total = sum(self.stems.values())
        said = sum(
            rarity * (1.0 if stem in own else _BESIDE if stem in near else 0.0) for stem, rarity in self.stems.items()
        )
        return said / total if total else 0.0

    def _named(self, read: Reading, at: int, name: str) -> float:
        """1 where the sentence, or the one before that it may take up as “it”, names it; less where the title does."""
        near = read.sentences[max(0, at - 1) : at + 1]
        if any(name in sentence.names for sentence in near):
            return 1.0
        return _TOPIC if name in read.topics else 0.0

    def _same(self, there: Sequence[Amount]) -> Iterator[Amount]:
        return (amount for amount in self.amounts if any(amount.same(other) for other in there))


def _weight(amount: Amount) -> float:
    return _WEIGHTY if amount.kind in WEIGHTY else _WEIGHTS.get(amount.kind, 1.0)


def _place(wanted: _Wanted, read: Reading, at: int, score: float) -> Place:
    sentence = read.sentences[at]
    return Place(
        key=read.source.key,
        start=sentence.start,
        end=sentence.end,
        page=sentence.page,
        score=round(score, 2),
        why=wanted.why(sentence),
        text=sentence.text,
        before=read.sentences[at - 1].text if at else "",
        after=read.sentences[at + 1].text if at + 1 < len(read.sentences) else "",
        sentence=at,
    )


def _beside(read: Reading, at: int) -> Iterable[SourceSentence]:
    return (read.sentences[near] for near in (at - 1, at + 1) if 0 <= near < len(read.sentences))


def _printed(sentence: SourceSentence, stems: Sequence[str]) -> list[str]:
    there = {token.stem: sentence.text[token.at : token.to] for token in tokens(sentence.text, sentence.shadow)}
    return [there[stem] for stem in stems if stem in there]
