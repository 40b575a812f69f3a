"""Which sentences of an article have quantities of a kind: most detectors of numbers want a few kinds only."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.model import Article


class Kinds:
    """The sentences of an article by the kinds and by the units of their quantities, each list in reading order."""

    def __init__(self, article: Article) -> None:
        by_kind: dict[str, list[int]] = {}
        by_unit: dict[str, list[int]] = {}
        some: list[int] = []
        for index, there in enumerate(article.quantities):
            if there:
                some.append(index)
                for one in there:
                    by_kind.setdefault(one.kind, []).append(index)
                    by_unit.setdefault(one.unit, []).append(index)
        self._by_kind, self._by_unit, self.sentences = by_kind, by_unit, some

    def of(self, *kinds: str) -> list[int]:
        """The sentences with a quantity of one of these kinds."""
        return _sorted(self._by_kind, kinds)

    def with_unit(self, unit: str) -> list[int]:
        """The sentences with a quantity of this unit."""
        return _sorted(self._by_unit, (unit,))

    def count(self, kind: str) -> int:
        """How many quantities of a kind there are."""
        return len(self._by_kind.get(kind, ()))


def _sorted(known: Mapping[str, list[int]], keys: tuple[str, ...]) -> list[int]:
    return sorted({index for key in keys for index in known.get(key, ())})


_last: list[tuple[Article, Kinds]] = []


def kinds(article: Article) -> Kinds:
    """The kinds of an article's quantities; those of the last one are kept, because many checks ask."""
    if not _last or _last[0][0] is not article:
        _last[:] = [(article, Kinds(article))]
    return _last[0][1]
