"""The setting of a value: the drug or treatment it is of, by which route, for whom, where, and what limits it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Any

from workbench.attributes.scope import Scopes
from workbench.attributes.telling import Telling
from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.doses.scene import Lists, Scene
from workbench.facts import SEPARATOR, Table, term_key
from workbench.model import Article, Sentence
from workbench.model.told import Setting
from workbench.patterns import exact

_PREVAILS, _SHARE = 3, 0.6  # times that a page names something, and the share of all names, to be about it
_TITLE_ONLY = 10**9
_YEAR = r"^(?:19|20)\d\d$"
_DRUGS, _TREATMENTS, _CONDITIONS, _NAMES = range(4)
_LISTS, _COLUMNS = ("drugs", "treatments", "conditions"), ("term", "aliases")
_DOSE_OF = " dose of "


class Settings:
    """The settings of an article's values.

    Args:
        article: as analysed.
        params: of the check that reads attributes.
        tables: of all checks.
    """

    def __init__(self, article: Article, params: Mapping[str, Any], tables: Mapping[str, Table]) -> None:
        self._article = article
        hits = article.hits

        def of(name: str) -> Hits:
            return hits.get(params.get(name, ""), ())

        neutral = frozenset[str](params.get("neutral", ()))
        lists = (of("drugs"), of("treatments"), of("conditions"))
        self._scopes = Scopes(article, (of("limiting"), of("people")), lists, neutral)
        names = Lists(params["drugs"], params["conditions"], params["forms"])
        self._scene = Scene(article, tables[params["facts"]], tables[params["words"]], names)
        self._vocabulary = _vocabulary(*(tables[params[name]] for name in _LISTS if params.get(name) in tables))
        self._elsewhere = by_sentence(of("apart")), by_sentence(of("studies"))

    def attribute(self, one: Telling) -> str:
        """What is told, without the drug that it is told of, which the setting names."""
        return one.across[:1].lower() + one.across[1:] if one.dose else one.attribute

    def of(self, one: Telling) -> Setting | None:
        """The setting of a value; None where it is of nothing that is named, of a study, or of somebody else."""
        if self._of_others(one):
            return None
        named = self._scopes.named(one)
        drugs = _dosed(one) or named[_DRUGS] or self._scopes.opening(one) or self._main[_DRUGS]
        treatments = {name for name in named[_TREATMENTS] or self._main[_TREATMENTS] if not self._is_manner(name)}
        conditions = named[_CONDITIONS] or self._main[_CONDITIONS]
        if not drugs and not treatments:
            return None
        same = {*one.same.split(SEPARATOR)}
        words = {word for word in self._scopes.words(one) if word not in same and not self._is_manner(word)}
        years = {word for word in words if exact(_YEAR).match(word.encode("ascii", "replace")) is not None}
        known = drugs | treatments | conditions
        names = {name for name in named[_NAMES] | self._main[_NAMES] if name not in known and not self._is_manner(name)}
        manner = self._manner(one)
        of_value = manner if one.bound else ()
        return Setting(
            subject=self._called({*map(self._plain, drugs), *treatments}),
            manner=() if one.bound else manner,
            conditions=self._called(conditions),
            limits=_sorted({*(words - years), *of_value}),
            names=_sorted(names),
            years=_sorted(years),
            country=self._article.country,
        )

    def _of_others(self, one: Telling) -> bool:
        """Whether its sentence, or what stands above it, tells of another place, an example or a study.

        A page's title may hold such words ("your options"); only that of a study tells of one throughout.
        """
        above = self._above(one)
        below_title = [other for other in above if self._article.block(other).level != 1]
        sentence, (apart, studies) = self._article.sentences[one.sentence], self._elsewhere
        return any(near.index in apart for near in (sentence, *below_title)) or any(
            near.index in studies for near in (sentence, *above)
        )

    def _called(self, names: Iterable[str]) -> tuple[str, ...]:
        """Names as the vocabulary has them: the reader of a page drops their plural."""
        return _sorted(self._vocabulary.get(name, name) for name in names)

    @cached_property
    def _main(self) -> list[frozenset[str]]:
        """What the page is about, list by list: a treatment is only what its title names."""
        prevailing, titled = self._scopes.main(_PREVAILS), self._scopes.main(_TITLE_ONLY)
        return [titled[place] if place == _TREATMENTS else names for place, names in enumerate(prevailing)]

    def _above(self, one: Telling) -> list[Sentence]:
        return [other for _, other in self._scene.above(self._article.sentences[one.sentence])]

    def _manner(self, one: Telling) -> tuple[str, ...]:
        """The routes or forms that its clause names, else those above it, else the one that the page is about."""
        sentence = self._article.sentences[one.sentence]
        start, end = self._scopes.clause(one)
        here = {name for name, at, _ in self._manners(sentence.index) if start <= at < end}
        if here:
            return _sorted(here)
        for other in self._above(one):
            if found := {name for name, _, _ in self._manners(other.index)}:
                return _sorted(found)
        return self._usual

    @cached_property
    def _usual(self) -> tuple[str, ...]:
        """The route or form in the page's title, or the one that prevails."""
        counted: Counter[str] = Counter()
        for sentence in self._article.sentences:
            found = {name for name, _, _ in self._manners(sentence.index)}
            block = self._article.block(sentence)
            if block.kind == "heading" and block.level == 1 and len(found) == 1:
                return _sorted(found)
            counted.update(found)
        least = max(_PREVAILS, _SHARE * counted.total())
        return _sorted(name for name, count in counted.items() if count >= least)

    def _manners(self, index: int) -> list[tuple[str, int, int]]:
        said = ((row["route"] or row["form"], at, to) for row, at, to in self._scene.manners(index))
        return [(name, at, to) for name, at, to in said if name]

    def _plain(self, name: str) -> str:
        """A drug without its form: “esketamine nasal spray” is esketamine."""
        shadow = name.encode("ascii", "replace")
        spans = [(at, to) for _, at, to in self._scene.lexicon.scan(shadow)]
        left = (part for part in name.split() if not any(at <= name.find(part) < to for at, to in spans))
        return " ".join(left) or name

    def _is_manner(self, words: str) -> bool:
        return any(True for _ in self._scene.lexicon.scan(words.encode("ascii", "replace")))


def _dosed(one: Telling) -> frozenset[str]:
    """The drug of a dose as the page calls it: two names of the table's one substance may differ in dose."""
    _, _, drug = one.attribute.partition(_DOSE_OF)
    return frozenset((_stem(drug),)) if one.dose and drug else frozenset()


@lru_cache(maxsize=4)
def _vocabulary(*tables: Table) -> Mapping[str, str]:
    """The names of the vocabulary by what is left of them without a plural."""
    names = (name.removesuffix("*") for table in tables for name in table.terms(*_COLUMNS))
    return {_stem(name): name for name in names if name and name[0] != "/"}


def _stem(name: str) -> str:
    return term_key(name).removesuffix("s")


def _sorted(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words))
