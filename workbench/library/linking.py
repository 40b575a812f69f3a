"""Where an article uses the library's claims, and how each use differs from what was approved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from msgspec import Struct

from workbench.facts import Row, Table
from workbench.fingerprint import normalised
from workbench.library.differing import Difference, differences, lost_qualifiers
from workbench.library.doubting import another_case, kept_around
from workbench.library.matching import NOTHING, Candidate, Context, Index, index_of, likeness
from workbench.library.reading import Reading, read
from workbench.library.rows import countries, in_force, qualifiers
from workbench.library.rules import Rules, rules
from workbench.library.words import Token, tokens
from workbench.model import Article, Sentence
from workbench.shadow import shadow

Level = Literal["exact", "accepted", "near", "similar"]
_FOLLOWED = 0.6  # likeness from which an edited sentence is taken for the one that a person decided on
_AS_LIKE = 0.15  # likeness by which a row may stay behind the likest and still be the one
_BEFORE = 3  # sentences of a paragraph that a pronoun may point to
_LONGEST = 2_000  # characters; nobody approves a longer sentence, and text that is no prose costs no time
TABLES = ("wording", "drugs", "conditions", "people")  # what a check that goes by the library has to name


class Link(Struct, frozen=True, eq=False):
    """A sentence that uses a claim.

    `level` says on whose word: "exact" (the same words), "accepted" (a person's), "near" (so alike that it is taken
    for the same claim) or "similar" (only suggested). `differences` is empty where both say the same. `where_unknown`
    is true where the claim holds in some countries and the article declares none.
    """

    row: Row
    sentence: int
    level: Level
    differences: tuple[Difference, ...]
    likeness: float = 1.0
    use: Row | None = None
    where_unknown: bool = False

    def severity(self) -> Literal["error", "note"] | None:
        """How grave the differences are; None where there is none."""
        if not self.differences:
            return None
        return "error" if any(difference.grave for difference in self.differences) else "note"


def links(article: Article, known: Rules, suggested: bool = False) -> tuple[Link, ...]:
    """The uses of the library in an article, in reading order.

    Args:
        article: with `knowledge.library`, and in `knowledge.uses` what people decided about this article.
        known: by what sentences are compared.
        suggested: also rows that are merely similar, for a person to accept or refuse.
    """
    return tuple(_Linking(article, known).all(suggested)) if article.knowledge.library else ()


def links_by(article: Article, tables: Sequence[Table]) -> tuple[Link, ...]:
    """The uses, by the tables that a check names in the order of `TABLES`; worked out once for all such checks."""
    known = rules(*tables)
    if not _last or _last[0][0] is not article or _last[0][1] is not known:
        _last[:] = [(article, known, links(article, known))]
    return _last[0][2]


_last: list[tuple[Article, Rules, tuple[Link, ...]]] = []  # of the article that is being checked


class _Linking:
    def __init__(self, article: Article, known: Rules) -> None:
        self.article, self.known = article, known
        self.index: Index = index_of(article.knowledge.library)
        rows = enumerate(self.index.rows)
        self.in_force = {number for number, row in rows if in_force(row, article.as_of)}
        self.number_of = {self.index.rows[number]["id"]: number for number in self.in_force}
        self.uses = [use for use in article.knowledge.uses if use["on"] <= article.as_of.isoformat()]
        self.claims = {claim.id: claim.sentence for claim in article.claims}
        self._readings: dict[int, Reading] = {}

    def all(self, suggested: bool) -> Iterator[Link]:
        accepted, refused = self._decided("accepted"), self._decided("refused")
        for sentence in self.article.sentences:
            mine = accepted.get(sentence.index, {})
            exact = [number for number in self.index.exact(sentence.text) if number in self.in_force]
            if exact:
                yield from (self._link(sentence, number, "exact", (), use=mine.get(number)) for number in exact)
            elif mine:
                yield from (self._accepted(sentence, number, use) for number, use in mine.items())
            else:
                yield from self._by_likeness(sentence, refused.get(sentence.index, {}), suggested)

    def _by_likeness(self, sentence: Sentence, refused: dict[int, Row], suggested: bool) -> Iterator[Link]:
        if self.article.block(sentence).kind == "code" or len(sentence.text) > _LONGEST:
            return
        found = tokens(sentence.text, sentence.shadow)
        shared = self.index.sharing(found)
        numbers = [number for number in shared if number in self.in_force and number not in refused]
        if not numbers:
            return
        mine = self.reading(sentence, found)
        some = self.index.candidates(mine, numbers, self.known, self._context(sentence) if mine.pointing else NOTHING)
        near = [link for candidate in some if candidate.near and (link := self._near(sentence, candidate))]
        least = max((link.likeness for link in near), default=0.0) - _AS_LIKE
        near = [link for link in near if link.likeness >= least]
        best = min(near, key=lambda link: (link.severity() or "", len(link.differences), -link.likeness), default=None)
        if best is not None:
            yield best
        if suggested:
            yield from (
                self._link(sentence, c.number, "similar", self._compare(sentence, c.reading), c.likeness)
                for c in some
                if best is None or self.index.rows[c.number] is not best.row
            )

    def reading(self, sentence: Sentence, found: tuple[Token, ...] | None = None) -> Reading:
        """The sentence, read once; with its tokens, where they are known."""
        if sentence.index not in self._readings:
            known = self.article.quantities[sentence.index]
            self._readings[sentence.index] = read(sentence.text, self.known, sentence.shadow, known, found)
        return self._readings[sentence.index]

    def _compare(self, sentence: Sentence, approved: Reading) -> tuple[Difference, ...]:
        return differences(approved, self.reading(sentence), self.known)

    def _near(self, sentence: Sentence, candidate: Candidate) -> Link | None:
        """The link where it is sure to be this claim, with the differences that are sure."""
        found = self._compare(sentence, candidate.reading)
        if another_case(candidate.reading, self.reading(sentence), found):
            return None
        around = tokens(seen := self.article.block(sentence).seen, shadow(seen))
        found = tuple(d for d in found if (d.grave or d.what == "hedge") and not kept_around(d, around))
        return self._link(sentence, candidate.number, "near", found, candidate.likeness)

    def _context(self, sentence: Sentence) -> Context:
        """What was said before a sentence: in its paragraph, or in the heading above it."""
        before = [s for s in self.article.sentences[: sentence.index] if s.block == sentence.block][-_BEFORE:]
        if not before:
            headings = (s for s in self.article.sentences[: sentence.index] if self.article.block(s).kind == "heading")
            before = list(headings)[-1:]
        return frozenset(sign for earlier in before for sign, _ in self.reading(earlier).frame)

    def _accepted(self, sentence: Sentence, number: int, use: Row) -> Link:
        approved = self.index.reading(number, self.known)
        found = self._compare(sentence, approved)
        if normalised(use["text"]) == normalised(sentence.text):
            found = tuple(difference for difference in found if difference.grave)  # a person has seen these words
        return self._link(sentence, number, "accepted", found, likeness(approved, self.reading(sentence)), use)

    def _link(
        self,
        sentence: Sentence,
        number: int,
        level: Level,
        found: tuple[Difference, ...],
        alike: float = 1.0,
        use: Row | None = None,
    ) -> Link:
        row = self.index.rows[number]
        lost = tuple(lost_qualifiers(qualifiers(row), self.article.block(sentence).seen))
        where, here = countries(row), self.article.country
        abroad = (Difference("country", ", ".join(where), here),) if where and here and here not in where else ()
        unknown = bool(where) and not here
        return Link(row, sentence.index, level, (*abroad, *lost, *found), alike, use, unknown)

    def _decided(self, state: str) -> dict[int, dict[int, Row]]:
        """Sentence → row number → what was decided; an edited sentence keeps what was decided about it."""
        found: dict[int, dict[int, Row]] = {}
        for use in self.uses:
            number = self.number_of.get(use["library"])
            if use["state"] != state or number is None:
                continue
            sentence = self.claims.get(use["claim"], self._follow(use))
            if sentence is not None:
                found.setdefault(sentence, {})[number] = use
        return found

    def _follow(self, use: Row) -> int | None:
        """The sentence that an edit made of the one that was decided on, or None where it left the article."""
        there = {mine["claim"] for mine in self.uses if mine["library"] == use["library"]}
        before = read(use["text"], self.known)
        taken = {self.claims[claim] for claim in there if claim in self.claims}
        alike = [
            (likeness(before, self.reading(sentence)), -sentence.index)
            for sentence in self._sentences()
            if sentence.index not in taken
        ]
        best = max(alike, default=(0.0, 0))
        return -best[1] if best[0] >= _FOLLOWED else None

    def _sentences(self) -> Iterable[Sentence]:
        texts = (s for s in self.article.sentences if self.article.block(s).kind not in ("heading", "code"))
        return (sentence for sentence in texts if len(sentence.text) <= _LONGEST)


def begin(text: str) -> int:
    """Where the words of a sentence begin, behind quotation marks: what is said of its words holds from there."""
    return next((at for at, char in enumerate(text) if char.isalnum()), 0)


def rules_in(params: Any, tables: Any) -> Rules:
    """The rules of a check's parameters, by the names of its tables."""
    return rules(*(tables[params[name]] for name in TABLES))
