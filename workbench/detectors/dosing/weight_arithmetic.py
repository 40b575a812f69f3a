"""An amount per kilogram, a body weight and a total in one passage that do not agree: “0.5 mg/kg, 50 mg for 70 kg”."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from workbench.detectors.dosing._body_weight import KILOGRAMS, Weight, belongs, weights
from workbench.detectors.dosing._reference import no_advice
from workbench.doses import Dose, Lists, read
from workbench.doses.reckoning import converted, in_window, plain, taken_at_once
from workbench.doses.rows import rows_of
from workbench.facts import Table
from workbench.model import Article, Block, Evidence, Match, Sentence
from workbench.numerals import before
from workbench.patterns import exact

VALUES = ("rate", "weight", "due")
_ROUNDED = r"\b(?:round\w*|vials?|tablets?|capsules?|nearest|whole|pieces?|syringes?|practical|ampoules?)\b"
_ASIDE = r"\b(?:ideal|lean|adjusted|predicted|in total|total dose|cumulative|course|altogether)\b"
_CAPPED = r"\b(?:max\w*|cap(?:s|ped)?|limit\w*|up to|no more than|exceed\w*|ceiling|at most|whichever)\b"
_ELSEWHERE = ("excess", "animal", "quotation", "question")
_EXACT, _ABOUT, _PRACTICAL = Fraction(5, 100), Fraction(15, 100), Fraction(30, 100)
_PARTS = (1, 2, 3, 4)
# Words that go on with the person whose weight was told before.
_GOES_ON = (
    r"\b(?:he|she|they|it|this|that|so|therefore|then|the (?:child|boy|girl|baby|patient|man|woman|toddler|dose))\b"
)


class Sum(Struct, frozen=True):
    """Per kilogram × weight = total: the due amount in the total's unit, how far off the text is, and how told."""

    rate: Dose
    weight: Weight
    kilograms: Fraction
    total: Dose
    low: Fraction
    high: Fraction
    off: Fraction


def detect(article: Article, *, facts: Table, words: Table, drugs: str, conditions: str, forms: str) -> Iterator[Match]:
    """Every total that no weight and no amount per kilogram of its passage comes to; passes where one does.

    Args:
        facts, words, drugs, conditions, forms: what doses are read with, see `workbench.doses.read`.
    """
    doses = read(article, facts, words, Lists(drugs, conditions, forms))
    rates = [dose for dose in doses if dose.by in KILOGRAMS and dose.per in ("", "day")]
    if not rates:
        return
    for total in doses:
        sentence = article.sentences[total.words.sentence]
        if total.by or total.second is not None or total.bound or not total.high or _strength(sentence, total):
            continue
        if exact(_ASIDE).search(sentence.shadow) is not None:
            continue
        bodies = [weight for weight in weights(article, sentence) if belongs(sentence, weight, total)]
        bodies = bodies or list(_elsewhere(article, sentence))
        near = _near(article, rates, sentence, total)
        sums = [one for rate in near for weight in bodies for one in _sums(rate, weight, total)]
        if sums:
            best = min(sums, key=lambda one: one.off)
            capped = _capped(article, sentence) and best.total.high < best.low
            if not capped:
                yield _match(article, sentence, best)


def _capped(article: Article, sentence: Sentence) -> bool:
    """Whether a ceiling is told here or in the sentence before: a smaller total may be the ceiling."""
    near = article.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    return any(exact(_CAPPED).search(other.shadow) is not None for other in near if other.block == sentence.block)


def _strength(sentence: Sentence, total: Dose) -> bool:
    """Whether an amount is what a piece holds; “comes to 35 mg” is a sum."""
    left = before(sentence.shadow, total.words.at, 24)
    return total.strength and exact(r"\bcomes? to (?:about )?$").search(left) is None


def _elsewhere(article: Article, sentence: Sentence) -> Iterator[Weight]:
    """The one weight of the table row, or of the sentences before where this one goes on with the same person."""
    if article.block(sentence).kind == "cell":
        row = rows_of(article.document).get(sentence.block, ())
        others = [other for other in article.sentences if other.block in row and other.index != sentence.index]
        if any(quantity.kind == "dose" for other in others for quantity in article.quantities[other.index]):
            return  # “at a time | in a day”
    elif exact(_GOES_ON).search(sentence.shadow) is not None:
        others = [
            other
            for other in article.sentences[max(0, sentence.index - 2) : sentence.index]
            if other.block == sentence.block
        ]
    else:
        return
    found = [weight for other in others for weight in weights(article, other)]
    if len(found) == 1:
        yield from found


def _near(article: Article, rates: list[Dose], sentence: Sentence, total: Dose) -> list[Dose]:
    """The amounts per kilogram of the sentence, else those of the sentence before, of the same drug.

    A table cell has the one amount per kilogram that its section tells before it.
    """
    for index in (sentence.index, sentence.index - 1):
        found = [rate for rate in rates if rate.words.sentence == index and _same(rate, total)]
        if found:
            return found
    block = article.block(sentence)
    if block.kind != "cell":
        return []
    found = [rate for rate in rates if rate.words.sentence < sentence.index and _same(rate, total)]
    found = [rate for rate in found if _over(article, block, article.sentences[rate.words.sentence])]
    return found if len({(rate.low, rate.high, rate.unit, rate.by) for rate in found}) == 1 else []


def _over(article: Article, block: Block, other: Sentence) -> bool:
    """Whether a sentence stands in the section of a table, or heads it."""
    return article.block(other).section == block.section or other.block in block.section


def _same(one: Dose, other: Dose) -> bool:
    return one.drug is None or other.drug is None or one.drug.generic == other.drug.generic


def _sums(rate: Dose, weight: Weight, total: Dose) -> Iterator[Sum]:
    """The readings of a total: at once, as a day's amount, as one of several parts of it."""
    kilograms = Fraction(weight.value) * KILOGRAMS[weight.unit]
    bodies = kilograms / KILOGRAMS[rate.by]
    due = [converted(Fraction(end) * bodies, rate.unit, total.unit) for end in sorted((rate.low, rate.high))]
    if due[0] is None or due[1] is None or not due[1]:
        return
    for low, high, part in _told(rate, total):
        first, last = due[0] / part, due[1] / part
        off = max(Fraction(0), first - low, high - last) / last
        if low <= first and last <= high and high - low <= last * _PRACTICAL:
            off = Fraction(0)  # “1.6 mcg/kg, 100 to 125 mcg”
        yield Sum(rate, weight, kilograms, total, first, last, off)


def _told(rate: Dose, total: Dose) -> Iterator[tuple[Fraction, Fraction, Fraction]]:
    """The ends of a total and into how many parts the due amount may be divided to compare with it."""
    day, times = in_window(total, "day"), total.times
    if rate.per == "day" and day is not None:
        yield day.low, day.high, Fraction(1)
        if times is not None and times.words.where == "sentence" and times.words.at - total.words.to in (0, 1, 2):
            return  # “900 mg twice a day” is no day's amount
    once, printed = taken_at_once(total), (Fraction(total.low), Fraction(total.high))
    if rate.times is not None and not rate.times.divided:  # “1 mg/kg twice daily”: one of these, or all of a day
        shares = [Fraction(1), *(1 / times for times in (rate.times.low, rate.times.high) if times)]
    else:
        open_rhythm = rate.per == "day" or total.times is not None or rate.times is not None
        shares = [Fraction(part) for part in (_PARTS if open_rhythm else (1,))]
    yield from ((low, high, part) for low, high in (once, printed) for part in shares)


def _match(article: Article, sentence: Sentence, found: Sum) -> Match:
    allowed, why = _allowed(sentence, found)
    amount, total = found.rate, found.total
    rate = f"{_ends(Fraction(amount.low), Fraction(amount.high))} {amount.unit}/{amount.by}"
    weight = f"{plain(found.weight.value)} {found.weight.unit}"
    if found.weight.unit != amount.by:
        rounded = Decimal(found.kilograms.numerator) / Decimal(found.kilograms.denominator)
        weight += f" ({rounded:.1f} kg)" if amount.by == "kg" else ""
    due = f"{_ends(found.low, found.high)} {total.unit}"
    evidence = Evidence("weight-sum", total.words.text, f"{rate} × {weight} = {due}", f"{plain(allowed * 100)}% {why}")
    at, to = total.words.at, total.words.to
    if found.off <= allowed:
        return Match(sentence.index, at, to, verdict="pass", evidence=evidence)
    flags = (*no_advice(article, total, _ELSEWHERE), *no_advice(article, amount, _ELSEWHERE))
    return Match(
        sentence.index,
        at,
        to,
        values={"rate": rate, "weight": weight, "due": due},
        evidence=evidence,
        confidence="medium" if found.off <= _PRACTICAL else None,
        flags=flags,
    )


def _allowed(sentence: Sentence, found: Sum) -> tuple[Fraction, str]:
    """How far a total may be from the sum, and why."""
    if exact(_ROUNDED).search(sentence.shadow) is not None:
        return _PRACTICAL, "for whole tablets, vials or a practical amount"
    if found.total.approximate or found.weight.vague or found.rate.approximate:
        return _ABOUT, "behind “about”"
    return _EXACT, "for rounding"


def _ends(low: Fraction, high: Fraction) -> str:
    first, last = (_short(end) for end in (low, high))
    return first if first == last else f"{first}–{last}"


def _short(value: Fraction) -> str:
    """An amount with at most three digits behind the point."""
    return plain(round(Decimal(value.numerator) / Decimal(value.denominator), 3))
