"""Prices of one passage that do not fit together: a limit inside a range, a range with two units, a wrong total."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workbench.detectors import Hits
from workbench.detectors.statistics._price_total import wrong_total
from workbench.doses.reckoning import plain
from workbench.model import Article, Evidence, Match, Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_OPEN = r"^(?:\+|,? (?:or|and) (?:more|higher|above|up|over)\b| upwards\b)"
_OVER = r"\b(?:more than|over|upwards of|at least|as much as) $"
_SOME = r"\b(?:some|others|a few|certain|many|several|most)\b"
_MEAN = (
    r"\b(?:average|averages|averaging|mean|median)(?: (?:price|cost|fee|charge))?(?: of| is| at|:| being)?"
    r" (?:about |around )?$"
)
_MEAN_AFTER = r"^ (?:on average|is the average|being the average)\b"
_UNIT = (
    r"^(?:\+|,? (?:or|and) (?:more|higher|above|up|over))?"
    r"(?: ?/ ?| per | an? | each | every | for (?:an?|one|each|every) )([a-z]{3,})\b"
)
_PER = r"^(?: ?/ ?| per | an? )([a-z]{3,})\b"
_RANGING = r"\b(?:between|from|rang\w+(?: from)?) $"
_TO = r" to | and "
_NEAR = 30  # characters between the ends of a range
_TOLERANCE = "10% where an amount is “about”"


def detect(article: Article, *, apart: Hits = ()) -> Iterator[Match]:
    """Every price that the other prices of its paragraph contradict.

    Args:
        apart: words that make another price of it (insurance, deposit, discount); their sentences are left alone.
    """
    off = {hit.sentence for hit in apart}
    last: tuple[int, Sentence, Quantity] | None = None  # the range told last, with its block
    for index, there in enumerate(article.quantities):
        money = [one for one in there if one.kind == "money" and one.low is not None and one.high is not None]
        if not money or index in off:
            continue
        sentence = article.sentences[index]
        if article.block(sentence).kind in ("cell", "heading", "code"):
            continue
        yield from _ends(sentence, money)
        total = wrong_total(sentence, money, there)
        if total is not None:
            yield _match(sentence, total.whole, total.problem, total.computed, total.told)
        for one in money:
            if last is not None and last[0] == sentence.block and last[2].unit == one.unit:
                yield from _against(last[1], last[2], sentence, one)
            if one.low is not None and one.high is not None and one.low < one.high:
                last = sentence.block, sentence, one


def _against(home: Sentence, known: Quantity, sentence: Sentence, one: Quantity) -> Iterator[Match]:
    """A limit inside the range told before, and an average outside it."""
    low, high, value = known.low, known.high, one.high
    if low is None or high is None or value is None or one.low != value or not _same_unit(home, known, sentence, one):
        return
    left, right = before(sentence.shadow, one.at, 48), after(sentence.shadow, one.to, 32)
    printed, told = known.text, one.text
    over = exact(_OPEN).match(right) is not None or exact(_OVER).search(left) is not None
    if over and low <= value < high and exact(_SOME).search(left) is not None:
        problem = f"{printed} already reaches beyond {told}, so “{told} or more” does not go on from it"
        yield _match(sentence, one, problem, f"{plain(low)} ≤ {plain(value)} < {plain(high)}", (printed, told))
    average = exact(_MEAN).search(left) is not None or exact(_MEAN_AFTER).match(right) is not None
    if average and not low <= value <= high:
        problem = f"an average of {told} lies outside {printed}"
        where = f"{plain(value)} < {plain(low)}" if value < low else f"{plain(value)} > {plain(high)}"
        yield _match(sentence, one, problem, where, (printed, told))


def _same_unit(home: Sentence, known: Quantity, sentence: Sentence, one: Quantity) -> bool:
    """Whether nothing says that the two are prices of different things ("per session", "a month")."""
    theirs, mine = _unit(home, known), _unit(sentence, one)
    if mine is None or theirs is not None:
        return mine in (None, theirs)
    return mine in home.shadow[: known.at].lower() or mine in sentence.shadow[: one.at].lower()


def _unit(sentence: Sentence, one: Quantity, pattern: str = _UNIT) -> bytes | None:
    found = exact(pattern).match(after(sentence.shadow, one.to, 48))
    return None if found is None else found.group(1).lower().removesuffix(b"s")


def _ends(sentence: Sentence, money: list[Quantity]) -> Iterator[Match]:
    """Two amounts as the ends of one range that cannot be."""
    for first, second in pairwise(money):
        text = sentence.text[first.at : second.to]
        wrong = _wrong_ends(sentence, first, second)
        if wrong is not None:
            yield _match(sentence, first, f"“{text}” {wrong[0]}", wrong[1], (text,), second.to)


def _wrong_ends(sentence: Sentence, first: Quantity, second: Quantity) -> tuple[str, str] | None:
    """What is wrong with a range – it falls, has two currencies, or prices of two things – and the working."""
    gap, low, high = sentence.shadow[first.to : second.at], first.low, second.high
    if exact(r" ?- ?").fullmatch(gap) and low is not None and high is not None:
        if first.unit != second.unit:
            return "has two currencies", f"{first.unit}, {second.unit}"
        return ("runs backwards", f"{plain(low)} > {plain(high)}") if low > high else None
    units = _unit(sentence, first, _PER), _unit(sentence, second, _PER)
    ranging = exact(_RANGING).search(before(sentence.shadow, first.at, 24)) is not None
    if not ranging or None in units or units[0] == units[1] or len(gap) > _NEAR or not exact(_TO).search(gap):
        return None
    names = " and ".join(unit.decode() for unit in units if unit is not None)
    return f"has ends that are prices of different things ({names})", names


def _match(
    sentence: Sentence, one: Quantity, problem: str, computed: str, told: tuple[str, ...], to: int | None = None
) -> Match:
    return Match(
        sentence.index,
        one.at,
        one.to if to is None else to,
        values={"problem": problem},
        evidence=Evidence("price-range", "; ".join(told), computed, _TOLERANCE),
    )
