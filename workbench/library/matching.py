"""Which claims of a library a sentence may repeat: an index finds a few, likeness chooses among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from workbench.facts import Row
from workbench.library.reading import Reading, read
from workbench.library.rules import Rules
from workbench.library.words import Token, same_words, telling, tokens
from workbench.shadow import shadow

_PROBES = 0.6  # share of a sentence's words, the rarest first, by which rows are found: one of them must fit
_FEWEST_PROBES = 4
_SURE_PROBES, _ENOUGH = 3, 200  # words that are always looked up, and rows met from which no more are
_WEIGHED = 24
_PROMISING = 0.4  # share of the shorter one's words and numbers, below which a row is not even read
_CANDIDATES = 8
_SPELLED_ALIKE = 85  # of 100, from which two words are one word with a slip
NEAR = 0.85  # likeness from which two sentences are one claim without a person …
_ANCHORED = 0.7  # … and where both are about the same thing
_SHORTEST = 5  # telling words below which likeness says little …
_SAME = 3  # … and below which even equal words do
_SLIPS = 1  # words that may be spelled otherwise before a row is passed over unread
SIMILAR = 0.5  # share from which a row is suggested to a person


Context = frozenset[str]
NOTHING: Context = frozenset()


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

    def candidates(
        self, sentence: Reading, numbers: Iterable[int], rules: Rules, context: Context = NOTHING
    ) -> list[Candidate]:
        """These rows as candidates for a sentence, the likest first, without those that merely share a topic.

        Args:
            sentence: read.
            numbers: of the rows.
            rules: what the rows are read by.
            context: the signs of what was said before the sentence, which a pronoun points to.
        """
        found = []
        signs = {sign for sign, _ in sentence.frame}
        for number in numbers:
            row = self.reading(number, rules)
            both = len(signs.intersection(sign for sign, _ in row.frame))
            if both + _SLIPS < SIMILAR * min(len(signs), len(row.frame)):
                continue
            meeting = _Meeting(row, sentence, context)
            near = meeting.near and not meeting.another
            if meeting.share >= SIMILAR or near:
                found.append(Candidate(number, row, meeting.share, near))
        return sorted(found, key=lambda candidate: (-candidate.likeness, candidate.number))


_built: list[tuple[Sequence[Row], Index]] = []  # the library of this run, so that it is made ready once


def index_of(rows: Sequence[Row]) -> Index:
    """The index of these rows; the same one as long as the rows are the same object."""
    if not _built or _built[0][0] is not rows:
        _built[:] = [(rows, Index(rows))]
    return _built[0][1]


def likeness(one: Reading, other: Reading) -> float:
    """The share of telling words that two sentences have in common, 0 to 1; a slip of the pen is no other word."""
    first, second = (Counter(sign for sign, _ in reading.frame) for reading in (one, other))
    return 2 * _shared(first, second) / max(1, first.total() + second.total())


class _Meeting:
    """A row's reading and a sentence's, word by word."""

    def __init__(self, row: Reading, sentence: Reading, context: Context = NOTHING) -> None:
        self.row, self.sentence = row, sentence
        approved = Counter(sign for sign, _ in row.frame)
        used = Counter(sign for sign, _ in sentence.frame)
        drawn = Counter({sign: 1 for sign in (approved - used) if sign in context})  # what a pronoun stands for
        used += drawn
        self.leaning = bool(drawn)
        main = Counter(sign for sign, at in sentence.frame if at not in sentence.aside)
        self.size = approved.total()
        self.shared = _shared(approved, used)
        self.lost = self.size - self.shared
        self.new = max(0, (main - approved).total() - max(0, self.shared - (approved & used).total()))
        inside = {at for first, last in row.spans for at in range(first, last)}
        held = Counter(sign for sign, at in row.frame if at in inside)
        self.lost_outside = max(0, self.lost - ((approved - used) & held).total())
        whole = self.size + self.shared + self.new
        self.share = 2 * self.shared / whole if whole else 0.0

    @property
    def near(self) -> bool:
        if not self.shared or self.sentence.reported - self.row.reported:
            return False
        if not self.lost and not self.new:
            return self.size >= _SAME or self.anchored
        if not self.anchored:
            return self.size >= _SHORTEST and self.share >= NEAR
        if not self.lost_outside:
            return self.new <= self.size and self.shared > 1
        return self.share >= _ANCHORED and self.size >= _SAME

    @property
    def anchored(self) -> bool:
        """Whether both are about one thing: a drug, a condition, a name, or the word that both begin with."""
        row, sentence = self.row, self.sentence
        same = (row.drugs.keys() & sentence.drugs.keys()) | (row.conditions.keys() & sentence.conditions.keys())
        signs = {sign for sign, _ in row.frame} & {sign for sign, _ in sentence.frame}
        return bool(
            self.leaning
            or same
            or signs & (row.names | sentence.names)
            or (row.opening and row.opening == sentence.opening)
        )

    @property
    def another(self) -> bool:
        """Whether the sentence names another drug, condition or thing than the row."""
        row, sentence = self.row, self.sentence
        if not (_meet(row.drugs, sentence.drugs) and _meet(row.conditions, sentence.conditions)):
            return True
        mine, its = {sign for sign, _ in row.frame}, {sign for sign, _ in sentence.frame}
        gone, new = {name for name in _called(row) if name not in its}, {n for n in _called(sentence) if n not in mine}
        return bool(gone and (new or (self.new and not self.leaning)))


def _called(reading: Reading) -> frozenset[str]:
    """What a sentence calls by name; its first word may be one."""
    first = reading.opening if reading.text[:1].isupper() and not reading.names else ""
    return reading.names - {"@"} | ({first} if first.isalpha() else frozenset())


def _shared(approved: Counter[str], used: Counter[str]) -> int:
    shared = (approved & used).total()
    left, new = list((approved - used).elements()), list((used - approved).elements())
    if not left or not new or shared < len(left):
        return shared
    from rapidfuzz import fuzz, process  # only a newsroom with a library pays for it

    for sign in left:
        best = process.extractOne(sign, new, scorer=fuzz.ratio, score_cutoff=_SPELLED_ALIKE)
        if best is not None and sign[0].isalpha():
            new.remove(best[0])
            shared += 1
    return shared


def _meet(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return not one or not other or bool(one.keys() & other.keys())
