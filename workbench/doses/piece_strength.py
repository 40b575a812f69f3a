"""Pieces whose strength an earlier sentence tells: “2 mg in each capsule … no more than eight capsules a day”."""

from __future__ import annotations

from workbench.doses.stated import Dose
from workbench.model import Article

_MASSES = ("mg", "mcg", "g")
_BACK = 3  # sentences


def with_strength_before(article: Article, doses: list[Dose]) -> tuple[Dose, ...]:
    """The doses of an article; a number of pieces is of the one strength that its paragraph tells before it."""
    if not any(_pieces(dose) for dose in doses) or not any(_strength(dose) for dose in doses):
        return tuple(doses)
    return tuple(_with_strength(article, dose, doses) if _pieces(dose) else dose for dose in doses)


def _pieces(dose: Dose) -> bool:
    return dose.form is not None and dose.unit == dose.form.name and not dose.strength and dose.pieces is None


def _strength(dose: Dose) -> bool:
    return dose.strength and dose.unit in _MASSES and dose.low == dose.high and dose.second is None and not dose.by


def _with_strength(article: Article, dose: Dose, doses: list[Dose]) -> Dose:
    here = article.sentences[dose.words.sentence]
    near = [
        other
        for other in doses
        if _strength(other)
        and 0 < here.index - other.words.sentence <= _BACK
        and article.sentences[other.words.sentence].block == here.block
    ]
    told = {(one.low, one.unit, one.drug.generic if one.drug else "") for one in near}
    if len(told) != 1 or not _of_one(dose, near[0]):
        return dose
    one = near[0]
    return dose.but(low=one.low, high=one.high, unit=one.unit, pieces=(dose.low, dose.high))


def _of_one(dose: Dose, strength: Dose) -> bool:
    """Whether both are of one drug and one form, as far as the words say it."""
    if dose.drug is None or strength.drug is None or dose.drug.generic != strength.drug.generic:
        return False
    return dose.form is None or strength.form is None or dose.form.name == strength.form.name
