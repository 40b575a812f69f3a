"""Ranges of dose that stand the wrong way round (“84–56 mg”) or have a slipped decimal point (“20–400 mg”)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from workbench.detectors.dosing._reference import UNREVIEWED, no_advice, shown, speaking
from workbench.doses import Dose, Lists, read
from workbench.doses.limits import Fact, Span
from workbench.doses.reckoning import converted, plain
from workbench.facts import SEPARATOR, Table
from workbench.model import Article, Evidence, Match, Sentence
from workbench.numerals import before
from workbench.patterns import exact

VALUES = ("problem", "better")
_FIRST_END = (
    r"(?:^|[ (:])(?:\b(between|ranges? between|lies between) )?(?:about |around )?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    r"(?: ?m?c?g)? (to|and) $"
)
# A number in front of “to 5 mg” that is no amount: “from 10 to 5 mg”, “on day 15 to 5 mg”.
_NO_END = (
    r"\b(?:from|day|week|month|step|age|aged|ages|grade|stage|phase|year|years|old|over|under|down|number|room|at age"
    r"|increased?|raised?|up|by|after|in|on|until|ratio|of|scale|had|has|have|left|was|were) $"
)
_OF_DOSE = r"\b(?:(?:dos(?:e|es|age|ages)|ranges?|runs?|amounts?|take|takes)(?: is| are| runs?)? (?:from|of)|is from) $"
_CHOICE = (
    r"\b(?:choos\w+|choice|decid\w+|alternat\w+|switch\w*|difference|gap|step|compar\w+|split|divided|alike"
    r"|same|equal\w*)\b"
)
_STEPPED = r"\b(?:alternat\w+|switch\w*|difference|gap|step|compar\w+|alike|same)\b"
_CHAIN = r"\d ?(?:m?c?g)? ?(?:-|/) ?$"  # “21–14–7 mg” falls step by step
_DOWN = (
    r"\b(?:taper\w*|reduc\w+|decreas\w+|lower\w*|wean\w*|cut\w*|step(?:s|ped|ping)?[- ]?down\w*|come (?:down|off)"
    r"|coming (?:down|off)|came down|go(?:es|ing)? down|went down|fell|drop\w*|titrat\w+|withdraw\w*|discontinu\w+"
    r"|stopp?(?:ing|ed)?|then|switch\w*|chang\w+|mov\w+|conver\w+|halv\w+|less|down (?:to|from)|schedule|each (?:week"
    r"|day|step)|every (?:week|few|other)|over (?:the |a )?(?:\w+ ){0,2}(?:days?|weeks?|months?))\b"
)
_STAYS = r"\b(?:never|do not|don't|should not|must not|not) (?:\w+ )?stop\b"  # “Never stop it alone” is no way down
_JOINED_NAMES = r"[a-z](?:-|/| and | with )$|^(?:-|/| and | with )[a-z]{5}"  # “olmesartan-hydrochlorothiazide”
_ELSEWHERE = ("history", "excess", "animal", "quotation", "warning", "denied", "question")
_WIDE, _FAR_BELOW, _FAR_ABOVE = 10, 8, 3
_SURE = ("high", "medium")
_PROBLEMS = ("is at least ten times wide, with an end far from every reference", "names the larger amount first")


def detect(
    article: Article, *, facts: Table, words: Table, drugs: str, conditions: str, forms: str, pairs: Table
) -> Iterator[Match]:
    """Every range of a known drug's dose in reverse order, and every one with an end ten times off.

    A range ten times wide is reported only where one end lies far from every row of the drug and fits with a decimal
    point moved by one place; many drugs have wide ranges.

    Args:
        facts, words, drugs, conditions, forms: what doses are read with, see `workbench.doses.read`.
        pairs: column strengths: the two amounts of combination products, which are no range (“800-160 mg”).
    """
    strengths = _strengths(pairs)
    for dose in read(article, facts, words, Lists(drugs, conditions, forms)):
        if dose.drug is None or dose.second is not None or not dose.unit or not dose.low or not dose.high:
            continue
        sentence = article.sentences[dose.words.sentence]
        at, low, high = _ends(sentence, dose)
        chain = exact(_CHAIN).search(before(sentence.shadow, at, 8)) is not None
        if (low, high) in strengths or low == high or chain:
            continue
        if low > high:
            if not _descends(article, sentence) and not _two_names(article, dose):
                yield _match(article, dose, at, low, high, "reversed", ())
        elif high >= _WIDE * low:
            slipped = _slipped(facts, dose)
            if slipped is not None:
                yield _match(article, dose, at, low, high, slipped[0], (slipped[1],))


@lru_cache(maxsize=4)
def _strengths(pairs: Table) -> frozenset[tuple[Decimal, Decimal]]:
    cells = (cell.split("/") for row in pairs for cell in row["strengths"].split(SEPARATOR) if cell)
    found = [(Decimal(first), Decimal(second)) for first, second in cells]
    return frozenset((*found, *((second, first) for first, second in found)))


def _ends(sentence: Sentence, dose: Dose) -> tuple[int, Decimal, Decimal]:
    """Where a range begins, and its ends as printed; “between 84 and 56 mg” stands as two numbers."""
    if dose.low == dose.high:
        left = before(sentence.shadow, dose.words.at, 48)
        found = exact(_FIRST_END).search(left)
        ahead = left[: found.start(2)] if found is not None else b""
        free = exact(_NO_END).search(ahead) is None or exact(_OF_DOSE).search(ahead) is not None
        if found is not None and (found.group(1) is not None) == (found.group(3) == b"and") and free:
            first = Decimal(found.group(2).decode().replace(",", ""))
            chosen = _CHOICE if found.group(1) is not None else _STEPPED
            if first > dose.low and exact(chosen).search(sentence.shadow) is None:
                return dose.words.at - len(left) + found.start(2), first, dose.high
    return dose.words.at, dose.low, dose.high


def _descends(article: Article, sentence: Sentence) -> bool:
    """Whether the sentence, one beside it in its block or its nearest heading tells a dose on its way down."""
    near = article.sentences[max(0, sentence.index - 1) : sentence.index + 2]
    section = article.block(sentence).section[-1:]
    texts = [
        other.shadow
        for other in near
        if other.block == sentence.block and (other is sentence or exact(_STAYS).search(other.shadow) is None)
    ]
    texts += [other.shadow for other in article.sentences[: sentence.index] if other.block in section]
    return any(exact(_DOWN).search(text) is not None for text in texts)


def _two_names(article: Article, dose: Dose) -> bool:
    """Whether the drug's name is joined to another one: the amounts are of two substances."""
    if dose.drug is None:
        return False
    words = dose.drug.words
    shadow = article.sentences[words.sentence].shadow
    return any(
        exact(_JOINED_NAMES).search(part) is not None
        for part in (shadow[max(0, words.at - 8) : words.at], shadow[words.to : words.to + 16])
    )


def _slipped(table: Table, dose: Dose) -> tuple[str, Fact] | None:
    """Which end is ten times off a row's figure and far from all of them, with that row."""
    spans = [
        (fact, *ends)
        for fact in speaking(table, dose)
        if fact.row["confidence"] in _SURE
        for span in (fact.usual, fact.ceiling)
        if span is not None and (ends := _converted(span, dose)) is not None
    ]
    low, high = Fraction(dose.low), Fraction(dose.high)
    if all(low * _FAR_BELOW <= floor for _, floor, _ in spans if floor):
        return next((("low", fact) for fact, floor, _ in spans if floor == low * _WIDE), None)
    if all(high >= top * _FAR_ABOVE for _, _, top in spans):
        figures = ((fact, end) for fact, *ends in spans for end in ends)
        return next((("high", fact) for fact, end in figures if end * _WIDE == high), None)
    return None


def _converted(span: Span, dose: Dose) -> tuple[Fraction, Fraction] | None:
    """A row's figures in the unit of a dose; None for another kind of unit, or one by weight."""
    low, high = converted(span.low, span.unit, dose.unit), converted(span.high, span.unit, dose.unit)
    return (low, high) if span.by == dose.by and low is not None and high is not None else None


def _match(
    article: Article, dose: Dose, at: int, low: Decimal, high: Decimal, what: str, rows: tuple[Fact, ...]
) -> Match:
    unit = f"{dose.unit}/{dose.by}" if dose.by else dose.unit
    first, last = {"reversed": (high, low), "low": (low * _WIDE, high), "high": (low, high / _WIDE)}[what]
    wide = f"{plain(high)} ÷ {plain(low)} = {plain(Fraction(high) / Fraction(low))}"
    computed = f"{plain(low)} {unit} > {plain(high)} {unit}" if what == "reversed" else wide
    given = article.sentences[dose.words.sentence].text[at : dose.words.to]
    return Match(
        dose.words.sentence,
        at,
        dose.words.to,
        values={"problem": _PROBLEMS[what == "reversed"], "better": f"{plain(first)}–{plain(last)} {unit}"},
        evidence=Evidence("range", given, computed, rows=tuple(shown(fact) for fact in rows)),
        flags=no_advice(article, dose, _ELSEWHERE),
        note=UNREVIEWED if rows else "",
    )
