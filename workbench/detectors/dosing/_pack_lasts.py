"""A pack that is said to last for so long: “28 tablets, one in the morning and one at night, last three weeks”."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from workbench.doses.reckoning import plain
from workbench.doses.scene import Scene
from workbench.doses.times import DAYS, times_in
from workbench.joined import joined
from workbench.model import Evidence, Match, Quantity, Sentence
from workbench.numerals import after, before, scan
from workbench.patterns import exact

CUE = r"\b(?:lasts?|lasted|enough for|(?:is|are|will do) for|sufficient for|covers?|supply|gets? you through)\b"
_PIECES = r"^(?:tablet|capsule|pill|lozenge|patche|dose|sachet|puff)s$"
_LASTS = (
    r"\b(?:packs?|packets?|box|boxes|bottles?|strips?|blisters?|tubs?|tins?|cartons?|tablets|capsules|pills|sachets"
    r"|patches|supply|prescription|refill)\b[^.;:]{0,40} (?:lasts?|lasted|enough for|sufficient for|covers?"
    r"|through)(?: you| him| her| them)?(?: for| exactly| the)* $"
)
_SUPPLY = r"^[- ](?:\w+ )?(?:supply|pack)\b"
_LOOSE = (
    r"\b(?:about|around|up to|at least|almost|nearly|roughly|more than|less than|over|under|or more|some|to spare)\b"
)
_NUMBER = r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|half an?|an?"
_TAKEN = (
    rf"\b({_NUMBER})(?: (?:tablets?|capsules?|pills?|lozenges?|patch(?:es)?|doses?|sachets?|puffs?|of them"
    rf"|of these))?,? $"
)
_NEAR = Fraction(1, 12)  # a month has 28 to 31 days; a half tablet is left over


def lasting(scene: Scene) -> Iterator[Match]:
    """Every pack whose number of pieces by its rhythm does not last so long, told in one paragraph's sentence"
    " or two."""
    for index in joined(scene.article).cued(CUE):
        sentence = scene.article.sentences[index]
        if exact(_LOOSE).search(sentence.shadow) is not None:
            continue
        long = [one for one in scene.article.quantities[index] if _is_length(sentence, one)]
        near = [sentence, *scene.before(sentence)[:1], *filter(None, (scene.next(sentence),))]
        packs = [
            (other, one) for other in near for one in scene.article.quantities[other.index] if _is_pack(other, one)
        ]
        rates = {rate for other in near for rate in _rates(scene, other)}
        if len(long) == 1 and len(packs) == 1 and len(rates) == 1:
            (made,) = rates
            yield from _judged(long[0], *packs[0], made)


def _is_length(sentence: Sentence, one: Quantity) -> bool:
    if one.kind != "duration" or one.unit not in DAYS or DAYS[one.unit] < 1 or one.low is None or one.low != one.high:
        return False
    lasts = exact(_LASTS).search(before(sentence.shadow, one.at, 90)) is not None
    return lasts or exact(_SUPPLY).match(after(sentence.shadow, one.to, 24)) is not None


def _is_pack(sentence: Sentence, one: Quantity) -> bool:
    """Whether a count is that of a pack: no number that is taken at a time."""
    if (
        one.kind != "count"
        or exact(_PIECES).match(one.unit.encode("ascii", "replace")) is None
        or one.low is None
        or one.low != one.high
        or one.low < len("pack")
    ):
        return False
    return exact(r"^,? (?:an?|per|each|every|daily|twice|once|at)\b").match(after(sentence.shadow, one.to, 12)) is None


def _rates(scene: Scene, sentence: Sentence) -> Iterator[Fraction]:
    """How many pieces a day: a number in front of each rhythm."""
    for times in times_in(scene, sentence):
        start = max(0, times.words.at - 32)
        taken = exact(_TAKEN).search(sentence.shadow[start : times.words.at])
        if taken is None or times.low != times.high or times.as_needed:
            continue
        at, to = (start + end for end in taken.span(1))
        if sentence.shadow[at : at + 4].lower() == b"half":
            value = Fraction(1, 2)
        else:
            found = scan(sentence.text[at:to], sentence.shadow[at:to])
            value = next((Fraction(numeral.value) for numeral in found), Fraction(1))
        yield value * times.low


def _judged(length: Quantity, sentence: Sentence, pack: Quantity, rate: Fraction) -> Iterator[Match]:
    if pack.low is None or length.low is None or not rate:
        return
    days, said = Fraction(pack.low) / rate, Fraction(length.low) * DAYS[length.unit]
    working = f"{pack.text} ÷ {plain(rate)} a day = {plain(round(days, 1))} days"
    if abs(days - said) <= max(Fraction(1), said * _NEAR):
        evidence = Evidence("course", pack.text, working)
        yield Match(sentence.index, pack.at, pack.to, verdict="pass", evidence=evidence)
        return
    evidence = Evidence("course", pack.text, f"{working}, not {plain(said)}")
    made = plain(said * rate)
    values = {"rhythm": f"{plain(rate)} a day", "length": length.text, "made": made}
    yield Match(sentence.index, pack.at, pack.to, values=values, evidence=evidence)
