"""Prices of one passage that do not fit together: a limit inside a range, a range with two units, a wrong total."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workbench.detectors import Hits
from workbench.detectors.statistics._packs import below_the_lowest, wrong_packs
from workbench.detectors.statistics._price_total import wrong_total
from workbench.doses.reckoning import plain
from workbench.figures.page import page_of
from workbench.kinds import kinds
from workbench.model import Article, Evidence, Match, Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

VALUES = ("problem",)
_OPEN = r"^(?:\+|,? (?:or|and) (?:more|higher|above|up|over)\b| upwards\b)"
_OVER = r"\b(?:more than|over|upwards of|at least|as much as) $"
_SOME = r"\b(?:some|others|a few|certain|many|several|most)\b"
_MEAN = (
    r"\b(?:average|averages|averaging|mean|median)(?: (?:price|cost|fee|charge))?(?: of| is| at|:| being)?"
    r" (?:about |around )?$"
    r"|\bon average,? (?:[a-z]+ ){0,3}(?:pay|pays|paid|cost|costs|charge|charges|spend|spends) (?:about |around )?$"
)
_MEAN_AFTER = r"^ (?:on average|is the average|being the average)\b"
_UNIT = (
    r"^(?:\+|,? (?:or|and) (?:more|higher|above|up|over))?"
    r"(?: ?/ ?| per | an? | each | every | for (?:an?|one|each|every) )([a-z]{3,})\b"
)
_PER = r"^(?: ?/ ?| per | an? )([a-z]{3,})\b"
_RANGING = r"\b(?:between|from|rang\w+(?: from)?) $"
_TO = r" to | and "
_FALLING = (
    r"\bbetween(?: about)? $|\b(?:prices?|costs?|fees?|charges?|rates?)(?: [\w-]+){0,4}? (?:run|runs|rang\w+"
    r"|var\w+|go|are|is|lie)"
    r"(?: anywhere)? from $"
)
_DEAREST = (
    r"\b(?:dearest|most expensive|priciest|costliest|highest|top(?:-end)?|maximum"
    r"|no more than)\b[^.;:$]{0,30}(?:is|are|was|at|of|ask"
    r"|asks|charge|charges|cost|costs|costing|want|wants|:|price|fee|than) (?:about |around |just |only )?$"
)
_CHEAPEST = (
    r"\b(?:cheapest|least expensive|lowest|minimum|no less than)\b[^.;:$]{0,30}(?:is|are|was|at|of|ask|asks"
    r"|charge|charges|cost"
    r"|costs|costing|want|wants|:|price|fee|than) (?:about |around |just |only )?$"
)
_FROM = r"\b(?:from|starting at|starts? at|starts? from|at least|no less than)(?: just| only| about)? $"
_OTHER = r"\b(?:doses?|strength|drug|plan|package|tier|version|score|age|level)\b"  # has a price of its own
_ONE = r"(?:a single|one|a|an|each|the first)(?: [a-z]+)?"
_MIXED = (
    rf",? \(?(?:for|per) {_ONE},?(?: and| or| to| up to) (?:for |per )?(?:a |the )?(?:\d+|two|three|four|five"
    rf"|six|eight|ten"
    r"|twelve|whole|full|course|series|package)\b( (?:people|persons|adults|guests))?"
)
_PAYERS = (
    r"\b(?:patients?|people|clients?|customers?|guests?|users?|visitors?|families|couples|women|men"
    r"|everyone|everybody|most"
    r"|many|some|few|half|readers|others|you)(?: [a-z'-]+){0,3}?(?: (?:will|would|can|often|usually"
    r"|typically|end up|now|in fact|actually|with us|here|really))? (?:pay|pays|paid|paying|spend|spends"
    r"|spent|spending|billed|charged"
    r"|(?:bills?|invoices?|receipts?) (?:of|for|over))(?: (?:about|around|as much as|as little as|up to"
    r"|only|just|over|out))* $"
)
_WIDER = (  # “for two”, “in all”: not what one costs
    r"^ (?:more|less|extra|on top|up ?front|down|towards?|back)\b|^[^.;$]{0,30}\b(?:for (?:two|three|four"
    r"|five|six|\d+|both|several"
    r"|an? (?:whole|full|entire))|in (?:all|total)|altogether|over (?:the|a|two|three)|(?:a|per|for the"
    r"|for a|on the|on a) (?:whole |full |entire )?(?:course"
    r"|package|series|plan)|elsewhere|abroad)\b"
)
_PAID_FOR = r"^(?: or more| or less)? (?:for|on|in|to) (?:(?:the|their|an?|this|our|your) )?([a-z-]+)"
_INCLUSIVE = (
    r"\b(?:included|inclusive|all-in|all in|complete(?: pair)?s?|everything)(?: (?:from|at|for|only|just"
    r"|starting at))* $"
)
_NOTHING = r"^ ?(?:[.!?)]|$)"
_APART = 2  # times below or above a range, and an amount without a word is the price of something else
_NEAR = 30  # characters between the ends of a range
_TOLERANCE = "10% where an amount is “about”"


def detect(article: Article, *, apart: Hits = ()) -> Iterator[Match]:
    """Every price that the other prices of its paragraph contradict.

    Args:
        apart: words that make another price of it (insurance, deposit, discount); their sentences are left alone.
    """
    off = {hit.sentence for hit in apart}
    last: tuple[int, Sentence, Quantity] | None = None  # the range told last, with its block
    for pack in wrong_packs(page_of(article)):
        yield _match(pack.sentence, pack.price, pack.problem, pack.computed, pack.told)
    for low in below_the_lowest(page_of(article)):
        yield _match(low.sentence, low.price, low.problem, low.computed, low.told)
    for index in kinds(article).of("money"):
        there = article.quantities[index]
        money = [one for one in there if one.kind == "money" and one.low is not None and one.high is not None]
        sentence = article.sentences[index]
        if not money or article.block(sentence).kind in ("cell", "heading", "code"):
            continue
        yield from _ends(sentence, money)
        if index in off:
            continue
        total = wrong_total(sentence, money, there)
        if total is not None:
            yield _match(sentence, total.whole, total.problem, total.computed, total.told)
        for one in money:
            if last is not None and last[0] == sentence.block and last[2].unit == one.unit:
                yield from _against(last[1], last[2], sentence, one)
            if one.low is not None and one.high is not None and one.low < one.high:
                last = sentence.block, sentence, one
        yield from _from_and_dearest(sentence, money)


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
    extreme = exact(_DEAREST).search(left) or exact(_CHEAPEST).search(left)
    if extreme is not None and exact(_OTHER).search(extreme.group()) is None and not low <= value <= high:
        problem = f"{told} lies outside {printed}"
        where = f"{plain(value)} < {plain(low)}" if value < low else f"{plain(value)} > {plain(high)}"
        yield _match(sentence, one, problem, where, (printed, told))
        return
    paid = exact(_PAYERS).search(left) is not None and exact(_WIDER).match(right) is None and _of_it(home, known, right)
    cheaper = value < low and exact(_INCLUSIVE).search(left) is not None  # “frames from $40, lenses included from $30”
    if cheaper or (paid and not low <= value <= high):
        problem = f"{told} lies outside {printed}"
        where = f"{plain(value)} < {plain(low)}" if value < low else f"{plain(value)} > {plain(high)}"
        yield _match(sentence, one, problem, where, (printed, told))
        return
    average = exact(_MEAN).search(left) is not None or exact(_MEAN_AFTER).match(right) is not None
    if average and not low <= value <= high:
        problem = f"an average of {told} lies outside {printed}"
        where = f"{plain(value)} < {plain(low)}" if value < low else f"{plain(value)} > {plain(high)}"
        yield _match(sentence, one, problem, where, (printed, told))


def _of_it(home: Sentence, known: Quantity, right: bytes) -> bool:
    """Whether what an amount is paid for is what the range was told of: “for their whitening”, “for one”."""
    said = exact(_PAID_FOR).match(right)
    if said is None:
        return True
    noun = said.group(1).lower().removesuffix(b"s")
    return noun in (b"one", b"it", b"thi", b"that", b"them", b"each") or noun in home.shadow[: known.at].lower()


def _from_and_dearest(sentence: Sentence, money: list[Quantity]) -> Iterator[Match]:
    """A dearest price below the lowest one: “from £180; the dearest is £150”."""
    for first, second in pairwise(money):
        lowest, dearest = first.low, second.high
        said = exact(_FROM).search(before(sentence.shadow, first.at, 24)) is not None
        if not said or lowest is None or dearest is None or first.unit != second.unit or dearest >= lowest:
            continue
        if exact(_DEAREST).search(before(sentence.shadow, second.at, 48)) is not None:
            problem = f"the dearest, {second.text}, costs less than the lowest, {first.text}"
            yield _match(sentence, second, problem, f"{plain(dearest)} < {plain(lowest)}", (first.text, second.text))


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
    for one in money:
        mixed = exact(_MIXED).match(after(sentence.shadow, one.to, 60))
        if mixed is not None and mixed.group(1) is None and one.low != one.high:
            said = mixed.group().decode("ascii", "replace").strip(" ,(")
            problem = f"“{one.text}” joins the prices of different things ({said})"
            yield _match(sentence, one, problem, said, (one.text,))
    for first, second in pairwise(money):
        if _bare_other(sentence, first, second):
            problem = f"{second.text} beside {first.text} is the price of something that is not named"
            yield _match(sentence, second, problem, f"{first.text}, {second.text}", (first.text, second.text))
        text = sentence.text[first.at : second.to]
        wrong = _wrong_ends(sentence, first, second)
        if wrong is not None:
            yield _match(sentence, first, f"“{text}” {wrong[0]}", wrong[1], (text,), second.to)


def _bare_other(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """“$60 to $90 for our members, or $400.”: an amount far from the range, and no word of what it buys."""
    low, high, value = first.low, first.high, second.high
    if low is None or high is None or value is None or not low < high or first.unit != second.unit:
        return False
    last = exact(r"[,;(] ?or (?:just |only |about )?$").search(sentence.shadow[first.to : second.at]) is not None
    alone = exact(_NOTHING).match(sentence.shadow[second.to :]) is not None
    return last and alone and (value > high * _APART or value * _APART < low)


def _wrong_ends(sentence: Sentence, first: Quantity, second: Quantity) -> tuple[str, str] | None:
    """What is wrong with a range – it falls, has two currencies, or prices of two things – and the working."""
    gap, low, high = sentence.shadow[first.to : second.at], first.low, second.high
    if exact(r" ?- ?").fullmatch(gap) and low is not None and high is not None:
        if first.unit != second.unit:
            return "has two currencies", f"{first.unit}, {second.unit}"
        return ("runs backwards", f"{plain(low)} > {plain(high)}") if low > high else None
    falling = exact(_FALLING).search(before(sentence.shadow, first.at, 40)) and exact(_TO).fullmatch(gap)
    if falling and low is not None and high is not None and low > high and first.unit == second.unit:
        return "runs backwards", f"{plain(low)} > {plain(high)}"
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
