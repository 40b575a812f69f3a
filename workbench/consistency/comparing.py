"""Values of many articles, compared: what is told of one attribute in one setting has to agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations

from msgspec.structs import replace

from workbench.attributes.values import Stretch, agree
from workbench.consistency.naming import STANCE, key, scope
from workbench.model import Severity
from workbench.model.told import Amount, Conflict, Setting, Told, Value

_Place = tuple[str, Setting, str]
_Said = tuple[tuple[str, ...], ...]


def conflicts(pages: Iterable[tuple[str, Sequence[Told]]]) -> tuple[Conflict, ...]:
    """Where articles do not agree, by title and setting; the same pages in any order give the same.

    Args:
        pages: the name of each article with what it tells.
    """
    places: dict[_Place, dict[str, list[Told]]] = {}
    for name, told in pages:
        for one in told:
            places.setdefault(_place(one), {}).setdefault(name, []).append(one)
    found = [
        _conflict(some)
        for by_article in places.values()
        if len(by_article) > 1
        for some in _groups([Value(name, one) for name in sorted(by_article) for one in _steady(by_article[name])])
    ]
    return tuple(sorted(found, key=lambda one: (one.title.casefold(), one.scope, one.key)))


def compared(told: Told) -> tuple[_Place, tuple[Amount, Setting]]:
    """Where a value is compared, and as what: articles that all tell the same there do not disagree."""
    return _place(told), _shape(told)


def comparable(one: Told, other: Told) -> bool:
    """Whether both tell the same attribute in the same setting, as far as they say."""
    return _place(one) == _place(other) and not _apart(one.setting, other.setting)


def _place(told: Told) -> _Place:
    """What has to be the same; the rest only bars a comparison where both say it."""
    return told.attribute, replace(told.setting, manner=(), conditions=(), years=()), told.amount.base


def _steady(told: Sequence[Told]) -> list[Told]:
    """The values of one article; none where it contradicts itself, which is no matter between articles."""
    alike = all(_agree(one, other) or _apart(one.setting, other.setting) for one, other in combinations(told, 2))
    first: dict[tuple[Amount, Setting], Told] = {}
    for one in told if alike else ():
        first.setdefault((one.amount, one.setting), one)
    return list(first.values())


def _groups(values: list[Value]) -> list[list[Value]]:
    """The values that disagree, setting by setting; one that does not say for whom or how is held against each.

    Two articles that tell the same are one to all others, so that each value is compared once.
    """
    told = {_shape(one.told): one.told for one in values}
    groups: list[list[Value]] = []
    for setting in _closest({one.setting for one in told.values()}):
        here = {shape: one for shape, one in told.items() if not _apart(one.setting, setting)}
        apart = {shape for shape, one in here.items() if any(_disagree(one, other) for other in here.values())}
        some = [one for one in values if _shape(one.told) in apart]
        if some and some not in groups:
            groups.append(some)
    return groups


def _shape(told: Told) -> tuple[Amount, Setting]:
    return told.amount, told.setting


def _closest(settings: set[Setting]) -> list[Setting]:
    """One setting for each way and each group of people; none that leaves open what another one says."""
    by_said = {_said(setting): setting for setting in sorted(settings)}

    def is_open(one: _Said) -> bool:
        others = (other for other in by_said if other != one)
        return any(all(part in ((), its) for part, its in zip(one, other, strict=True)) for other in others)

    return [setting for said, setting in sorted(by_said.items()) if not is_open(said)]


def _said(setting: Setting) -> _Said:
    return setting.manner, setting.conditions, setting.years


def _disagree(one: Told, other: Told) -> bool:
    """Of two articles: what one article tells agrees with itself, or is not there."""
    return not _apart(one.setting, other.setting) and not _agree(one, other)


def _apart(one: Setting, other: Setting) -> bool:
    """Whether both say by which way, for whom or of which year, and not the same."""
    return any(first and second and first != second for first, second in zip(_said(one), _said(other), strict=True))


def _agree(one: Told, other: Told) -> bool:
    return agree(_stretch(one.amount), _stretch(other.amount))


def as_approved(told: Told) -> bool:
    """Whether a value agrees with the library's; also where the library says nothing."""
    return told.approved is None or agree(_stretch(told.amount), _stretch(told.approved.amount))


@lru_cache(maxsize=4096)
def _stretch(amount: Amount) -> Stretch:
    return Stretch(amount.base, *amount.ends, amount.unit, amount.vague)


def _conflict(values: list[Value]) -> Conflict:
    first = max(values, key=lambda one: (len([part for part in _said(one.told.setting) if part]), one.article)).told
    told_in = scope(replace(first.setting, years=()))
    name = key(first.attribute, told_in, values)
    approved = next((one.told.approved for one in values if one.told.approved), None)
    severity: Severity = "warning" if first.amount.base == STANCE else "note"  # values may both be meant
    return Conflict(name, first.attribute, first.title, told_in, severity, tuple(values), approved)
