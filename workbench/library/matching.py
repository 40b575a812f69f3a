"""Which claims of a library a sentence may repeat: an index finds a few, likeness chooses among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from workbench.facts import Row
from workbench.library.reading import Reading, Rules, read
from workbench.library.words import Token, same_words, telling, tokens
from workbench.shadow import shadow

_PROBES = 0.6  # share of a sentence's words, the rarest first, by which rows are found: one of them must fit
_FEWEST_PROBES = 4
_SURE_PROBES, _ENOUGH = 3, 200  # words that are always looked up, and rows met from which no more are
_WEIGHED = 24
_PROMISING = 0.45  # share of the shorter one's words and numbers, below which a row is not even read
_CANDIDATES = 8
_SPELLED_ALIKE = 85  # of 100, from which two words are one word with a slip
NEAR = 0.85  # share of the frame that two wordings must have in common to be taken for one claim without a person
_SHORTEST = 5  # telling words below which that share says little …
_SAME = 3  # … and below which even equal words do
_KEPT = 0.55  # of the approved words, in their order, that an article's shorter sentence must keep
_WITHIN = 0.9  # of the approved words that an article's longer sentence must keep
_LONGEST = 1.8  # times the approved words that such a sentence may have
_SLIPS = 1  # words that may be spelled otherwise before a row is passed over unread
SIMILAR = 0.5  # share from which a row is suggested to a person


class Candidate(NamedTuple):
    """A row that a sentence may repeat: its number, its reading, its likeness from 0 to 1, and whether it is near."""

    number: int
    reading: Reading
    likeness: float
    near: bool


class Index:
    """The rows of a library, made ready once for all articles of a run."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self._exact: dict[str, list[int]] = {}
        self._rows_of: dict[str, list[int]] = {}
        self._stems: list[frozenset[str]] = []
        self._readings: dict[int, Reading] = {}
        self._rules: Rules | None = None
        for number, row in enumerate(rows):
            wording = row["wording"]
            self._exact.setdefault(same_words(wording), []).append(number)
            stems = frozenset(telling(tokens(wording, shadow(wording))))
            self._stems.append(stems)
            for stem in sorted(stems):
                self._rows_of.setdefault(stem, []).append(number)
        self._weight = {stem: log(1 + len(rows) / len(found)) for stem, found in self._rows_of.items()}

    def exact(self, text: str) -> Sequence[int]:
        """The rows with these very words."""
        return self._exact.get(same_words(text), ())

    def sharing(self, found: Sequence[Token]) -> list[int]:
        """The rows that share most with a sentence, by the weight of the words they share; at most eight."""
        stems = frozenset(telling(found))
        known = sorted((stem for stem in stems if stem in self._rows_of), key=lambda stem: (-self._weight[stem], stem))
        probes = known[: max(_FEWEST_PROBES, round(_PROBES * len(stems)))]
        met: Counter[int] = Counter()
        for place, stem in enumerate(probes):
            if place >= _SURE_PROBES and len(met) > _ENOUGH:
                break  # words that half the library has tell nothing more
            met.update(self._rows_of[stem])
        weighed = []
        for number, _ in met.most_common(_WEIGHED):
            both = stems & self._stems[number]
            if len(both) >= _PROMISING * min(len(stems), len(self._stems[number])):
                weighed.append((-sum(self._weight[stem] for stem in sorted(both)), number))
        return [number for _, number in sorted(weighed)[:_CANDIDATES]]

    def reading(self, number: int, rules: Rules) -> Reading:
        """A row's wording, read once."""
        if rules is not self._rules:
            self._rules, self._readings = rules, {}
        if number not in self._readings:
            self._readings[number] = read(self.rows[number]["wording"], rules)
        return self._readings[number]

    def candidates(self, sentence: Reading, numbers: Iterable[int], rules: Rules) -> list[Candidate]:
        """These rows as candidates for a sentence, the likest first, without those that merely share a topic."""
        found = []
        stems = {stem for stem, _ in sentence.frame}
        for number in numbers:
            row = self.reading(number, rules)
            both = len(stems.intersection(stem for stem, _ in row.frame))
            if both + _SLIPS < SIMILAR * min(len(stems), len(row.frame)):
                continue
            likeness, near = _likeness(row, sentence)
            if likeness >= SIMILAR or near:
                found.append(Candidate(number, row, likeness, near and _about_the_same(row, sentence)))
        return sorted(found, key=lambda candidate: (-candidate.likeness, candidate.number))


_built: list[tuple[Sequence[Row], Index]] = []  # the library of this run, so that it is made ready once


def index_of(rows: Sequence[Row]) -> Index:
    """The index of these rows; the same one as long as the rows are the same object."""
    if not _built or _built[0][0] is not rows:
        _built[:] = [(rows, Index(rows))]
    return _built[0][1]


def likeness(one: Reading, other: Reading) -> float:
    """The share of telling words that two sentences have in common, 0 to 1; a slip of the pen is no other word."""
    return _likeness(one, other)[0]


def _likeness(row: Reading, sentence: Reading) -> tuple[float, bool]:
    """Likeness of the frames, and whether the sentence is near enough to be the row's claim."""
    approved, used = [stem for stem, _ in row.frame], [stem for stem, _ in sentence.frame]
    if not approved or not used:
        return 0.0, False
    shared = _shared(Counter(approved), Counter(used))
    share = 2 * shared / (len(approved) + len(used))
    shorter, longer = sorted((len(approved), len(used)))
    if shorter < _SHORTEST:
        return share, shared == longer and shorter >= _SAME
    if share >= NEAR:
        return share, True
    if shared == len(used) >= _KEPT * len(approved):
        return share, _in_order(used, approved)  # a stretch of the approved wording was left out
    return share, shared >= _WITHIN * len(approved) and len(used) <= _LONGEST * len(approved)


def _shared(approved: Counter[str], used: Counter[str]) -> int:
    shared = (approved & used).total()
    left, new = list((approved - used).elements()), list((used - approved).elements())
    if not left or not new or shared < len(left):
        return shared
    from rapidfuzz import fuzz, process  # only a newsroom with a library pays for it

    for stem in left:
        best = process.extractOne(stem, new, scorer=fuzz.ratio, score_cutoff=_SPELLED_ALIKE)
        if best is not None:
            new.remove(best[0])
            shared += 1
    return shared


def _in_order(some: Sequence[str], every: Sequence[str]) -> bool:
    rest = iter(every)
    return all(stem in rest for stem in some)


def _about_the_same(row: Reading, sentence: Reading) -> bool:
    """Whether they name a drug, a condition or a name together, or are long enough to be one claim without."""
    if not (_meet(row.drugs, sentence.drugs) and _meet(row.conditions, sentence.conditions)):
        return False
    shared = (row.drugs.keys() & sentence.drugs.keys()) | (row.conditions.keys() & sentence.conditions.keys())
    return bool(shared or row.names & sentence.names) or len(row.frame) >= _SHORTEST


def _meet(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return not one or not other or bool(one.keys() & other.keys())
