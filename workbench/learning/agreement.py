"""How far raters agree who judged the same things: Cohen's κ of two, Krippendorff's α of any number, in words.

The statistics are those of nltk (`metrics.agreement`), which is loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from msgspec import Struct

from workbench.errors import Usage

_FEW = 20  # things judged, under which a figure moves with every one of them
_STEPS = (
    (0.0, "worse than chance"), (0.2, "hardly better than chance"), (0.4, "weak"), (0.6, "middling"), (0.8, "good"),
    (1.01, "very good"),
)  # fmt: skip


class Agreement(Struct, frozen=True):
    """`value` is κ or α, None where it is not defined; `share` of the things got the same label; `n` were compared."""

    name: str
    raters: tuple[str, ...]
    value: float | None
    share: float
    n: int


def kappas(labels: Mapping[str, Mapping[str, str]]) -> tuple[Agreement, ...]:
    """Cohen's κ for each two raters, over the things that both judged; `labels` are {rater: {thing: label}}."""
    found = []
    for one, other in combinations(sorted(labels), 2):
        both = sorted(labels[one].keys() & labels[other].keys())
        rows = [(rater, thing, labels[rater][thing]) for rater in (one, other) for thing in both]
        same = sum(labels[one][thing] == labels[other][thing] for thing in both)
        share = same / len(both) if both else 0.0
        varied = len({label for _, _, label in rows}) > 1  # with one label only, chance explains all
        found.append(Agreement("κ", (one, other), _task(rows).kappa() if both and varied else None, share, len(both)))
    return tuple(found)


def alpha(labels: Mapping[str, Mapping[str, str]]) -> Agreement:
    """Krippendorff's α over the things that two or more raters judged; a rater may have left things out."""
    judged: dict[str, list[tuple[str, str]]] = {}
    for rater, given in labels.items():
        for thing, label in given.items():
            judged.setdefault(thing, []).append((rater, label))
    shared = {thing: given for thing, given in judged.items() if len(given) > 1}
    rows = [(rater, thing, label) for thing, given in sorted(shared.items()) for rater, label in given]
    same = sum(len({label for _, label in given}) == 1 for given in shared.values())
    varied = len({label for _, _, label in rows}) > 1
    share = same / len(shared) if shared else 0.0
    return Agreement("α", tuple(sorted(labels)), _task(rows).alpha() if varied else None, share, len(shared))


def words(one: Agreement) -> str:
    """The figure with what it means and how many things it rests on."""
    who = " and ".join(one.raters) if len(one.raters) == 2 else f"{len(one.raters)} raters"
    if not one.n:
        return f"{who}: nothing was judged by both." if len(one.raters) == 2 else f"{who}: nothing was judged twice."
    things = f"{one.n} {'passage' if one.n == 1 else 'things'} judged"
    same = f"The labels are the same for {one.share:.0%} of them."
    if one.value is None:
        return f"{who}, {things}: all labels are alike, so {one.name} cannot be told. {same}"
    level = next(text for limit, text in _STEPS if one.value < limit)
    few = f" With under {_FEW}, one label more or less moves it a lot." if one.n < _FEW else ""
    scale = "1 is full agreement, 0 is what chance would give"
    return f"{who}, {things}: {one.name} = {one.value:.2f}, {level} ({scale}). {same}{few}"


def _task(rows: Iterable[tuple[str, str, str]]) -> _Task:
    try:
        from nltk.metrics.agreement import AnnotationTask
    except ImportError as error:
        raise Usage("agreement needs nltk; install it with: pip install 'workbench[notebook]'") from error
    return _Task(AnnotationTask(data=list(rows)))


class _Task:
    """nltk's own, which has no types."""

    def __init__(self, task: object) -> None:
        self._task = task

    def kappa(self) -> float:
        return float(self._task.kappa())  # type: ignore[attr-defined]

    def alpha(self) -> float:
        return float(self._task.alpha())  # type: ignore[attr-defined]
