"""Doses that have lost their unit: “take 200 twice a day”, “metformin 500 twice daily with food”."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors.dosing._reference import no_advice
from workbench.doses import Dose, Lists, read
from workbench.facts import Table
from workbench.model import Article, Evidence, Match, Sentence
from workbench.numerals import after
from workbench.patterns import exact

VALUES = ("of",)
_BY_DRUG = (
    r"^(?:[:,]? (?:at|to|of|is|are|was|as|with|dose|dosage|taken|given|started|prescribed|usually|often|now|one|an?"
    r"|tablets?"
    r"|raised|increased|lowered|reduced|titrated|stepped|cut|up|down|from|slowly|gradually|be|can|may|should"
    r"|capsules?|dosed))*[:,]? ?\(?$"
)
_GIVEN = (
    r"\b(?:tak(?:es?|en|ing)|took|giv(?:es?|en|ing)|gave|inject\w*|swallow\w*|dos(?:es?|ages?|ed|ing)|prescrib\w+"
    r"|start(?:s|ed|ing)?|beg[iau]n\w*|increas\w+|reduc\w+|go up|get(?:s|ting)?|receiv\w+"
    r"|rais\w+)(?:,? [a-z]+){0,3}:? $"
)
# What follows a rhythm makes “2,000 daily steps” no dose; only words that lead on leave it one.
_COUNTED = r"^,? ?(?:daily|weekly|nightly) [a-z]+\b"
_LEADS_ON = (
    r"^,? ?(?:daily|weekly|nightly) (?:with|for|and|or|in|at|by|if|to|until|as|on|before|after|when|while|during|is|was"
    r"|but|then|from|because|of|unless|plus|instead|without|alone|first|together)\b"
)
_AROUND = 24  # characters behind a number
_ELSEWHERE = ("history", "excess", "animal", "quotation", "warning", "denied", "question")


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    drugs: str,
    conditions: str,
    forms: str,
    pieces: int = 10,
    others: tuple[str, ...] = (),
) -> Iterator[Match]:
    """Every number that is taken with a rhythm and has no unit.

    Args:
        facts, words, drugs, conditions, forms: what doses are read with, see `workbench.doses.read`.
        pieces: whole numbers up to this one may count tablets, unless the number stands right behind a drug.
        others: what is counted near a drug and taken or given in no unit of dose (regular expression pieces).
    """
    for dose in read(article, facts, words, Lists(drugs, conditions, forms)):
        if dose.unit:
            continue
        sentence = article.sentences[dose.words.sentence]
        if _may_be_right(sentence, dose, pieces) or _of_others(sentence, dose, others):
            continue
        flags = no_advice(article, dose, _ELSEWHERE)
        times = dose.times.words.text if dose.times is not None else ""
        name = dose.drug.words.text if dose.drug is not None else ""
        given = f"{dose.words.text} {times}".strip()
        evidence = Evidence(
            "dose-unit", given, f"{dose.words.text} of what: mg, mcg, mL, units, tablets? No unit is said"
        )
        yield Match(
            dose.words.sentence,
            dose.words.at,
            dose.words.to,
            values={"of": f" of {name}" if name else ""},
            evidence=evidence,
            severity=None if dose.second is None else "note",  # “Norco 5/325 every 6 hours” names a product
            flags=flags,
        )


def _may_be_right(sentence: Sentence, dose: Dose, pieces: int) -> bool:
    """Whether the number may count pieces or things, or names a product (“Percocet 5/325”)."""
    here, drug = dose.words, dose.drug
    right = after(sentence.shadow, here.to, 32)
    if exact(_COUNTED).match(right) is not None and exact(_LEADS_ON).match(right) is None:
        return True
    beside = drug is not None and drug.words.where == "sentence" and drug.words.to <= here.at
    by_drug = beside and drug is not None and _between(sentence, drug.words.to, here.at)
    if dose.second is not None:
        return not by_drug or dose.times is None or dose.times.words.where != "sentence"
    of_drug = drug is not None and sentence.shadow[here.to : drug.words.at] == b" of "
    in_row = drug is not None and drug.words.where == "row" and here.text == sentence.text.strip()
    if by_drug or of_drug or in_row:
        return False
    whole = dose.high == dose.high.to_integral_value()
    if whole and dose.high <= pieces:
        return True
    return exact(_GIVEN).search(sentence.shadow[max(0, here.at - 48) : here.at]) is None


def _between(sentence: Sentence, low: int, high: int) -> bool:
    return exact(_BY_DRUG).match(sentence.shadow[low:high]) is not None


def _of_others(sentence: Sentence, dose: Dose, others: tuple[str, ...]) -> bool:
    """Whether the sentence speaks of food, steps, readings, prices; beside its drug the words around a number count."""
    shadow, drug = sentence.shadow, dose.drug
    if drug is not None and drug.words.where == "sentence" and _between(sentence, drug.words.to, dose.words.at):
        shadow = shadow[drug.words.to : dose.words.to + _AROUND]
    return bool(others) and exact(rf"\b(?:{'|'.join(others)})\b").search(shadow) is not None
