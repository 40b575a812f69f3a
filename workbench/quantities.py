"""Numbers with their units, as printed: percentages, groups of people, doses, times, money, ages, years.

A sentence's numerals are read from left to right; each reader below either understands the numeral at its place (with
what stands around it) or leaves it to the next. Bare number words (“one of them”) are no quantities.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from workbench import numerals
from workbench.model import Document, Quantity, QuantityKind, Sentence
from workbench.money import currency_after, currency_before
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.places import NO_ENDS, Draft, Place, place_of
from workbench.units import people_after, thing_after, unit_after

PEOPLE = "people"  # the unit of a group that was counted; "rate" is a share told as “7 in 10”

_APPROXIMATE = (
    r"(?:\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|close to|circa|ca\.?|an? estimated|estimated"
    r"|some|over|above|(?:more|greater|less|fewer|lower|higher|longer|shorter) than|under|below|up to|at (?:least|most)"
    r"|as (?:many|few|much|high|low|little|often|long|short) as|upwards? of|in the region of|(?:maximum|minimum) of)"
    r" (?:(?:the|an?|only|just|every) )*|[<>] ?=? ?|~ ?)$"
)
_APPROXIMATE_AFTER = r"\+|,? or (?:so|more|less|fewer|higher|lower|longer)\b"
_OF = r"( out)? of((?: (?:the|these|those|our|their|all|every|a total of|first|last|other))*) "
_RATE = r" in(?: every)? | per "
_ROUND = (2, 3, 4, 5, 6, 8, 10, 20, 100, 1000)  # “nine out of ten” is a way of speaking, not a group of ten
_JOINING = (b" of ", b" in ", b" per ", b"/")
_PERCENT_BESIDE = r" ?\(? ?\d+(?:\.\d+)? ?(?:%|per ?cent\b)"
_PERCENT_BEFORE = r"(?:%|\bper ?cent) ?[(\[] ?$"
_SIZED = r"\bn ?[=:] ?$"
_SIZE = (
    r"(?:%|\bper ?cent) of $|\b(?:(?:group|sample|cohort|panel|total|class|team|choir|ward|crew|band|circle) of "
    r"|of (?:the|these|those|our) (?:first |other )?"
    r"|all (?:of (?:the |these |those )?|the |these |those )?)$"
)
_NO_NOUN = (
    r"$|[,.;:)?!]| (?:the|we|they|who|whose|had|have|has|were|was|are|is|did|do|said|got|saw|felt|with|without|in"
    r"|on|at|from|given|taking|treated|enrolled|recruited|randomi[sz]ed|received|completed|finished|reported|showed"
    r"|achieved|experienced|reached|improved|responded|recovered|relapsed|dropped|stayed|went|lost|gained|met|and|or|but)\b"
)
_THE = r"\bthe $"
_WHO = r" (?:who|whose|enrolled|recruited|randomi[sz]ed)\b"
_LABEL = (
    r"\b(?:phase|type|stage|grade|fig(?:ure)?\.?|table|section|chapter|group|arm|cohort|step|level|part|page|visit|cycle"
    r"|no\.|number|ref\.?|reference|item|question|class|category|schedule|version|appendix|box|panel|bipolar|omega"
    r"|vitamin [a-k]|covid|dsm|icd|factor|line|tier|volume|issue|article|chromosome"
    r"|(?:at|by|on|from|after|until|to|and|through|of|in|[(,;:]|^)(?: the)? ?(?:day|week|month|year))"
    r"(?:[ -]|s (?:\d+(?:,| and| or| to| ?-|,? ?&| vs\.?) ?)*)$"
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DIAL = r"\b(?:call|dial|text|phone|ring|calling|dialing|texting) $|\btext \w+ to $"
_IN_YEAR = (
    r"(?:\b(?:in|since|until|from|by|of|year|circa|early|late|during|after|before|to)"
    rf"|{_MONTH}\.?|{_MONTH}\.? \d{{1,2}},?) ?$"
)
_AGE_AFTER = (
    r"[- ](?:year|month|week|day)s?(?:[- ]olds?\b| of age\b| (?:and|or) (?:older|over|above|younger|under|up)\b)"
    r"|[ -]?y/?o\b| (?:and|or) (?:older|over|above|younger|under)\b"
)
_AGE_BEFORE = r"\b(?:aged?|ages|ages of|age of|turn(?:s|ing|ed)|younger than|older than|aged (?:between|from)|ages?:) $"
_TIMES_A = (
    r"(?: times)?[ -](?:(?:an?|per|each|every|in an?) )?(hour|day|week|month|year)\b"
    r"|(?: times)?[ -](hourly|daily|weekly|monthly|yearly)\b"
)
_DAYS_A_WEEK = r" (?:an?|per|each|every|in an?) (week|month|year)\b"
_EVERY = r"\bevery $"
_PART_OF = r" (?:of|the)\b"
_SHORT_SCALE = r" ?(k|K|m|M|bn|BN)\b"
_SHORT_SCALES = {b"k": 10**3, b"m": 10**6, b"bn": 10**9}
_KINDS: dict[str, QuantityKind] = {"percent": "percent", "dose": "dose", "time": "duration", "measure": "number"}
_PERIODS = dict(
    line.split() for line in ("hourly h", "hour h", "daily day", "weekly week", "monthly month", "yearly year")
)
_FIRST_YEAR, _FIRST_PLAIN_YEAR, _LAST_YEAR, _LAST_DAY, _OLDEST, _SMALLEST = 1800, 1990, 2035, 31, 120, 2


def read(document: Document, sentences: tuple[Sentence, ...]) -> tuple[tuple[Quantity, ...], ...]:
    """The quantities of every sentence in reading order; entry `i` belongs to `sentences[i]`."""
    return tuple(tuple(_quantities(document, sentence)) for sentence in sentences)


def _quantities(document: Document, sentence: Sentence) -> Iterator[Quantity]:
    block = document.blocks[sentence.block]
    for draft in drafts(sentence.text, sentence.shadow):
        span = block.span(sentence.at + draft.at, sentence.at + draft.to)
        printed = document.source[span.start : span.end]
        vague = _approximate(sentence.text, sentence.shadow, draft)
        yield Quantity(draft.kind, draft.at, draft.to, *span, printed, draft.low, draft.high, draft.unit, vague)


def drafts(text: str, shadow: bytes) -> Iterator[Draft]:
    """The quantities of a sentence in seen offsets from its first character."""
    found = numerals.numerals_of(text, shadow)
    done = 0
    for index, numeral in enumerate(found):
        if numeral.at < done:
            continue
        draft = _read(place_of(text, shadow, found, index))
        if draft is not None:
            done = draft.to
            yield draft


def _approximate(text: str, shadow: bytes, draft: Draft) -> bool:
    if text[max(0, draft.at - 2) : draft.at].rstrip().endswith("±"):
        return False
    vague = exact(_APPROXIMATE).search(before(shadow, draft.at))
    if b"+" in shadow[draft.at : draft.to] or (vague and not (draft.kind == "duration" and vague.group() == b"over ")):
        return True  # “over 40 minutes” is the time it takes
    return exact(_APPROXIMATE_AFTER).match(after(shadow, draft.to, 16)) is not None


def _read(place: Place) -> Draft | None:
    """The quantity at this place; the first reader that knows better decides."""
    if place.first.form == "times":
        return _frequency(place)
    if place.first.form == "part":
        return _part(place)
    for reader in _BY_UNIT:
        draft = reader(place)
        if draft is not None:
            return draft
    if place.unit is not None:
        return place.draft(_KINDS[place.unit.kind], place.unit.to, place.unit.name)
    if place.left(_LABEL) or _in_date(place) or place.left(_DIAL):
        return None
    for reader in _BY_NOUN:
        draft = reader(place)
        if draft is not None:
            return draft
    return place.draft("number", place.last.to, "") if place.first.form == "digits" and not _named(place) else None


def _frequency(place: Place) -> Draft | None:
    """“twice a week”, “3 times daily”, “five days a week”, “every 4 to 6 hours”."""
    if place.unit is not None and place.unit.kind == "time":
        if place.left(_EVERY):
            return place.draft("frequency", place.unit.to, f"every {place.unit.name}")
        days = exact(_DAYS_A_WEEK).match(after(place.shadow, place.unit.to, 24))
        if days is None or place.unit.name != "day":
            return None
        return place.draft("frequency", place.unit.to + days.end(), "/" + days.group(1).decode().lower())
    found = exact(_TIMES_A).match(after(place.shadow, place.last.to, 40))
    if found is None or not (place.first.form == "times" or b"times" in found.group().lower()):
        return None
    period = (found.group(1) or found.group(2)).decode().lower()
    return place.draft("frequency", place.last.to + found.end(), "/" + _PERIODS.get(period, period))


def _part(place: Place) -> Draft | None:
    if place.unit is not None or place.right(_PART_OF) is None:
        return None  # “half an hour”, “a third dose”
    return place.draft("ratio", place.last.to, "fraction")


def _money(place: Place) -> Draft | None:
    sign = currency_before(place.text, place.shadow, place.first.at)
    if sign is not None:
        scale = exact(_SHORT_SCALE, any_case=False).match(after(place.shadow, place.last.to, 4))
        if scale is None:
            return place.draft("money", place.last.to, sign[0], at=sign[1])
        factor = _SHORT_SCALES[scale.group(1).lower()]
        low, high = place.first.value * factor, place.last.value * factor
        return Draft("money", sign[1], place.last.to + scale.end(), low, high, sign[0])
    name = currency_after(place.shadow, place.last.to)
    return None if name is None else place.draft("money", name[1], name[0])


def _age(place: Place) -> Draft | None:
    to = place.right(_AGE_AFTER)
    if to is None and place.left(_AGE_BEFORE):
        to = place.unit.to if place.unit is not None and place.unit.kind == "time" else place.last.to
    if to is None or place.last.value > _OLDEST:
        return None
    unit = place.unit.name if place.unit is not None and place.unit.kind == "time" else "year"
    return place.draft("age", to, unit)


def _share(place: Place) -> Draft | None:
    """“17 of the 24 patients”, “three out of four”, “7 in 10”, “17/24 (70.8%)”."""
    count, size = place.first, place.beside
    if size is None or size.form in NO_ENDS or place.unit is not None:
        return None
    if not _whole(count.value, size.value) or count.value > size.value:
        return None
    gap = place.shadow[count.to : size.at]
    if not any(word in gap.lower() for word in _JOINING):
        return None
    gap = place.shadow[(people_after(place.shadow, count.to) or count.to) : size.at]
    if unit_after(place.shadow, size.to) is not None:
        return None
    people, thing = people_after(place.shadow, size.to), thing_after(place.shadow, size.to)
    if thing is not None:
        return None
    beside = people or place.left(_PERCENT_BEFORE) or exact(_PERCENT_BESIDE).match(after(place.shadow, size.to, 16))
    of = exact(_OF).fullmatch(gap)
    if of is not None or (gap.strip() == b"/" and beside):
        loose = of is not None and of.group(1) and not of.group(2) and size.value in _ROUND
        return Draft("group", count.at, people or size.to, count.value, size.value, "rate" if loose else PEOPLE)
    if exact(_RATE).fullmatch(gap) is None or _FIRST_YEAR <= size.value <= _LAST_YEAR:
        return None
    return Draft("group", count.at, people or size.to, count.value, size.value, "rate")


def _group(place: Place) -> Draft | None:
    """“24 adults”, “n = 24”, “of the 10”, “a group of 12”."""
    if not _whole(place.first.value, place.last.value) or place.last.value < _SMALLEST:
        return None
    people = people_after(place.shadow, place.last.to)
    sized = place.left(_SIZED) or (place.left(_SIZE) and place.right(_NO_NOUN) is not None)
    counted = place.left(_THE) and place.right(_WHO) is not None
    if people is None and not sized and not counted:
        return None
    to = place.last.to if people is None else people
    if place.first is not place.last:
        return place.draft("count", to, PEOPLE)
    return Draft("group", place.first.at, to, None, place.first.value, PEOPLE)


def _year(place: Place) -> Draft | None:
    if not all(end.form == "digits" and end.to - end.at == 4 for end in (place.first, place.last)):
        return None
    first, last = place.first.value, place.last.value
    earliest = _FIRST_YEAR if place.left(_IN_YEAR) else _FIRST_PLAIN_YEAR
    return place.draft("year", place.last.to, "") if earliest <= first and last <= _LAST_YEAR else None


def _count(place: Place) -> Draft | None:
    thing = thing_after(place.shadow, place.last.to)
    return None if thing is None else place.draft("count", thing[1], thing[0])


def _fold(place: Place) -> Draft | None:
    to = place.right(r"[ -]?fold\b")
    return None if to is None else place.draft("ratio", to, "fold")


def _whole(*values: Decimal) -> bool:
    return all(value == value.to_integral_value() for value in values)


def _in_date(place: Place) -> bool:
    """Whether the number is the day of a date."""
    if place.last.value > _LAST_DAY or place.first.form != "digits":
        return False
    left, right = before(place.shadow, place.first.at, 12), after(place.shadow, place.last.to, 14)
    return (
        exact(rf"\b{_MONTH}\.? $", any_case=False).search(left) is not None
        or exact(rf" {_MONTH}\b", any_case=False).match(right) is not None
    )


def _named(place: Place) -> bool:
    """Whether letters that are no unit or another number hang on it: “5-HT”, “7up”, “17/24”."""
    if place.left(r"\d/$"):
        return True
    return exact(r"-?[a-zA-Z_]|/\d").match(after(place.shadow, place.last.to, 2)) is not None


_BY_UNIT: tuple[Callable[[Place], Draft | None], ...] = (_money, _age, _frequency)
_BY_NOUN: tuple[Callable[[Place], Draft | None], ...] = (_share, _group, _year, _count, _fold)
