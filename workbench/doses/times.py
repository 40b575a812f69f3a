"""How often a dose is given: “twice a day”, “every 4 to 6 hours”, “QD”, “at bedtime”, “on Mondays”."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from msgspec.structs import replace

from workbench.doses.scene import Scene
from workbench.doses.stated import Times, Where
from workbench.model import Quantity, Sentence
from workbench.numerals import after, before, scan
from workbench.patterns import exact

DAYS = {
    unit: Fraction(days)
    for unit, days in (
        line.split() for line in ("s 1/86400", "min 1/1440", "h 1/24", "day 1", "week 7", "month 30", "year 365")
    )
}
# A rhythm in words or in a prescriber's letters; the group that is met says how often a day.
_RHYTHMS: tuple[tuple[str, str], ...] = (
    ("4", r"q\.?i\.?d\b|q\.?d\.?s\b|four times daily"),
    (
        "3",
        r"t\.?i\.?d\b|t\.?d\.?s\b"
        r"|(?:(?:at|with|before|after) )?breakfast,? (?:at |with )?lunch,? and (?:at |with )?(?:dinner|supper)"
        r"|(?:in the )?morning,? (?:at )?(?:noon|midday|lunchtime),? and (?:at )?(?:night|bedtime|evening)",
    ),
    (
        "2",
        r"b\.?i\.?d\b|\bb\.?d\b|(?:every |each |in the |at |with )?(?:morning|breakfast),? and"
        r" (?:again |then |once more |another |one |two )*"
        r"(?:at |every |each |in the |with |before )?(?:night|evening|bedtime|bed|dinner|supper)"
        r"|(?:at night|in the evening) and (?:again )?in the morning",
    ),
    ("1/2", r"q\.?o\.?d\b|every other (?:day|night)|every second day|on alternate days|alternate days"),
    ("1/14", r"every other week|every second week|fortnightly|once a fortnight|each fortnight"),
    (
        "1/7",
        r"every week|each week|weekly|(?:a|per) week|q\.?w\b|(?:on |every |each )(?:mon|tues|wednes|thurs|fri|satur"
        r"|sun)days?"
        r"|one day (?:a|per|each|of the) week|the same day (?:each|every) week|one fixed day",
    ),
    ("5/7", r"(?:on|every|each) weekdays?|(?:from )?monday (?:to|through) friday"),
    ("1/30", r"every month|each month|monthly"),
    (
        "1",
        r"q\.?d\b|\bo\.?d\b|q\.?h\.?s\b|\bh\.?s\b|q\.?[ap]\.?m\b|nightly|(?:at|every|each|a|per|before) (?:night"
        r"|bedtime|bed)\b"
        r"|before (?:going to )?(?:bed|sleep)\b|(?:every|each|in the) (?:morning|evening)|every day|each day|daily"
        r"|day after day|(?:seven|7) days (?:a|per|each) week|all seven days|every single (?:day|morning|evening|night)"
        r"|(?:a|per) day",
    ),
)
_WORDS = "|".join(f"({pattern})" for _, pattern in _RHYTHMS)
_SAID = rf"(?:\b|^)(?:{_WORDS})(?:\b|\.)"
_LETTERS = r"^[bqthodsw.mpa]+$"
_CODED = r"\bq\.? ?(\d{1,2})(?: ?- ?(\d{1,2}))? ?(h|hrs?|hours?|d|days?|w|wks?|weeks?)\b"
_IN_24 = r"^ (?:times )?(?:in|over|within|every|during|per)(?: (?:any|an?|one|each|the))* ?(?:24[- ]?h\w*|day\b)"
_CLOCK = (
    r"(?:\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\b\.?)?|noon|midnight|bedtime"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
_BY_CLOCK = rf"\bat {_CLOCK}(?:(?:, | and |, and |, then )(?:again )?at {_CLOCK})+"
_NUMBERS = r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve"
_TIMES_IN = (
    rf"\b({_NUMBERS}) times (?:in|within|over|during|per|every)(?: (?:any|an?|one|each|the))* ?(?:24[- ]?h\w*|24 hours)"
    rf"|\b(?:with|at|after|before|during) (?:each|every one|all) of (?:the |your |his |her |their )?({_NUMBERS})"
    r" (?:daily )?meals"
)
_AWAKE, _WAKING = rf"\bevery ({_NUMBERS}) waking hours", Fraction(16)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_MORE_DAYS = rf"^(?:(?:,|,? and| &) (?:every |each |on )?{_DAY})+"
_SEVERAL, _A_PERIOD = rf"^[,:;]? ?[(]?({_NUMBERS}) $", r"^(?:an?|per|each|every) (?:day|week)$"
_NEEDED = r"\b(?:as|when|if|where) (?:needed|required|necessary)\b|\bp\.?r\.?n\b|\bfor breakthrough\b|\bon demand\b"
_DIVIDED = (
    r"\bdivided\b|\bsplit (?:in|over|between|across)|\bspread (?:over|across)|^ in (?:two|three|four|2|3"
    r"|4) (?:equal )?doses\b"
)
_JOINING = r"^,?(?: ?(?:or|to|and|then|-|/|,|\(|=|i\.e\.|that is))+ ?(?:up to |about )?$"
_FOLLOWS = r"^\W*(?:do|repeat|take|use|it|this|that|the|these|give|once|twice|every|each|you|no|wait|doses?)\b"
_STRETCH = r"\b(?:after|for|in|within|over|about|around|than|last|lasts|takes?|only|half|of|until|before) $"
_IN_TURN = r"\balternat\w*(?: \w+){0,3} $"  # two drugs in turn: the rhythm is of neither
_Read = tuple[int, int, Fraction, Fraction, str]
_PERIOD_UNITS = {b"h": "h", b"d": "day", b"w": "week"}


def times_of(scene: Scene, sentence: Sentence, at: int, to: int, others: tuple[tuple[int, int], ...]) -> Times | None:
    """How often the amount at `[at, to)` is given; `others` are the places of the sentence's other amounts."""
    stated = tuple(times_in(scene, sentence))
    reach = _reach(sentence.shadow, to, others)
    ahead = [times for times in stated if to <= times.words.at and times.words.at < reach]
    if ahead:
        return _several(sentence, ahead[0], to)
    low = max((end for _, end in others if end <= at), default=0)
    behind = [
        times
        for times in stated
        if low <= times.words.at and times.words.to <= at and b";" not in sentence.shadow[times.words.to : at]
    ]
    if behind:
        return behind[-1]
    return next(iter(_elsewhere(scene, sentence)), None)


def _several(sentence: Sentence, times: Times, to: int) -> Times:
    """A rhythm with a number in front of it: “10 mg, three | a day”."""
    found = exact(_SEVERAL).match(sentence.shadow[to : times.words.at])
    if (
        found is None
        or times.words.where != "sentence"
        or exact(_A_PERIOD).match(times.words.text.encode("ascii", "replace")) is None
    ):
        return times
    at, end = (to + place for place in found.span(1))
    number = next((Fraction(one.value) for one in scan(sentence.text[at:end], sentence.shadow[at:end])), Fraction(1))
    words = replace(times.words, at=at, text=sentence.text[at : times.words.to])
    return replace(times, words=words, low=times.low * number, high=times.high * number)


def _reach(shadow: bytes, to: int, others: tuple[tuple[int, int], ...]) -> int:
    """How far ahead the words belong to this amount: past one that is only another reading of it (“or 10 mg”)."""
    for low, high in sorted(others):
        if low < to:
            continue
        if exact(_JOINING).match(shadow[to:low]) is None:
            return low
        to = high
    return len(shadow)


def _elsewhere(scene: Scene, sentence: Sentence) -> Iterator[Times]:
    following = scene.next(sentence)
    if following is not None and exact(_FOLLOWS).match(following.shadow) and not _has_dose(scene, following):
        yield from times_in(scene, following, "next")
    for where, other in scene.above(sentence):
        if where != "heading" and not (where == "lead-in" and _has_dose(scene, other)):
            yield from times_in(scene, other, where)


def _has_dose(scene: Scene, sentence: Sentence) -> bool:
    return any(quantity.kind == "dose" for quantity in scene.article.quantities[sentence.index])


def times_in(scene: Scene, sentence: Sentence, where: Where = "sentence") -> list[Times]:
    """Every rhythm that a sentence states, in reading order."""
    found = scene.kept("times", sentence.index, lambda: _rhythms(scene, sentence))
    return (
        found if where == "sentence" else [replace(times, words=replace(times.words, where=where)) for times in found]
    )


def _rhythms(scene: Scene, sentence: Sentence) -> list[Times]:
    shadow = sentence.shadow
    quantities = scene.article.quantities[sentence.index]
    found = [read for quantity in quantities if (read := _of_quantity(shadow, quantity)) is not None]
    frequencies = [(at, to) for at, to, *_ in found]
    taken = [(quantity.at, quantity.to) for quantity in quantities]
    found += [read for read in _of_codes(shadow) if not _overlap(read, frequencies)]
    found += [read for read in _of_clock(sentence) if not _overlap(read, [place[:2] for place in found])]
    found += [read for read in _of_words(sentence) if not _overlap(read, taken)]
    if not found:
        return []
    needed, divided = exact(_NEEDED).search(shadow) is not None, exact(_DIVIDED).search(shadow) is not None
    return [
        Times(scene.quote(sentence.index, at, to), low, high, window, needed, divided)
        for at, to, low, high, window in sorted(found)
    ]


def _overlap(read: _Read, places: list[tuple[int, int]]) -> bool:
    return any(read[0] < to and at < read[1] for at, to in places)


def _of_quantity(shadow: bytes, quantity: Quantity) -> _Read | None:
    if quantity.low is None or quantity.high is None or not quantity.low or not quantity.high:
        return None
    low, high = sorted((Fraction(quantity.low), Fraction(quantity.high)))
    if quantity.kind == "frequency":
        if exact(_IN_TURN).search(before(shadow, quantity.at)) is not None:
            return None
        every, _, unit = quantity.unit.partition(" ")
        if unit:
            at = shadow.lower().rfind(every.encode(), 0, quantity.at)
            return max(0, at), quantity.to, 1 / (high * DAYS[unit]), 1 / (low * DAYS[unit]), unit
        unit = quantity.unit.lstrip("/")
        return quantity.at, quantity.to, low / DAYS[unit], high / DAYS[unit], unit
    within = exact(_IN_24).match(after(shadow, quantity.to, 32)) if quantity.kind in ("number", "count") else None
    if within is None or quantity.unit not in ("", "doses"):
        return None
    return quantity.at, quantity.to + within.end(), low, high, "day"


def _of_words(sentence: Sentence) -> Iterator[_Read]:
    shadow = sentence.shadow
    for said in exact(_SAID).finditer(shadow):
        at, to = said.span(said.lastindex)
        text = sentence.text[at:to]
        if exact(_LETTERS).match(shadow[at:to]) and not (text.isupper() or "." in text or _after_amount(shadow, at)):
            continue
        if shadow[at : at + 2] == b"a " and exact(_STRETCH).search(before(shadow, at)) is not None:
            continue  # “after a week”
        rate = Fraction(_RHYTHMS[said.lastindex - 1][0])
        more = exact(_MORE_DAYS).match(shadow[to:]) if exact(rf"{_DAY}$").search(shadow[at:to]) is not None else None
        if more is not None:  # “every Tuesday and Friday”
            rate, to = rate * (1 + more.group().lower().count(b"day")), to + more.end()
        yield at, to, rate, rate, "week" if more or 1 / rate in (7, 14) else "month" if 1 / rate == 30 else "day"


def _of_codes(shadow: bytes) -> Iterator[_Read]:
    """“q6h”, “q4-6h”."""
    for coded in exact(_CODED).finditer(shadow) if b"q" in shadow or b"Q" in shadow else ():
        unit = _PERIOD_UNITS[coded.group(3)[:1].lower()]
        low, high = (Fraction(Decimal((coded.group(n) or coded.group(1)).decode())) for n in (1, 2))
        if low and high:
            yield *coded.span(), 1 / (high * DAYS[unit]), 1 / (low * DAYS[unit]), unit


def _of_clock(sentence: Sentence) -> Iterator[_Read]:
    """“at 6, at noon and at midnight”; “eight times in 24 hours”."""
    low = sentence.shadow.lower()
    for hours in exact(_BY_CLOCK).finditer(sentence.shadow) if b"at " in low else ():
        rate = Fraction(hours.group().lower().count(b"at "))
        yield *hours.span(), rate, rate, "day"
    for said in exact(_TIMES_IN).finditer(sentence.shadow) if b"times" in low or b"meals" in low else ():
        at, to = said.span(said.lastindex)
        number = next((numeral.value for numeral in scan(sentence.text[at:to], sentence.shadow[at:to])), None)
        if number:
            yield *said.span(), Fraction(number), Fraction(number), "day"
    for said in exact(_AWAKE).finditer(sentence.shadow) if b"waking" in low else ():
        at, to = said.span(1)
        number = next((numeral.value for numeral in scan(sentence.text[at:to], sentence.shadow[at:to])), None)
        if number:
            yield *said.span(), _WAKING / Fraction(number), _WAKING / Fraction(number), "day"


def _after_amount(shadow: bytes, at: int) -> bool:
    """“10 mg bid”: the letters stand right behind a unit."""
    return (
        exact(r"\d ?(?:mg|mcg|g|ml|units?|tabs?|mg/kg)(?: \w{2,3})? $").search(shadow[max(0, at - 16) : at]) is not None
    )
