"""What may follow a number: units of dose, time and measure, people, and things that are counted."""

from __future__ import annotations

from typing import NamedTuple

from workbench.numerals import after
from workbench.patterns import exact

_DOSE = """
mg: mg mgs milligram milligrams milligramme milligrammes
mcg: mcg mcgs ug microgram micrograms microgramme microgrammes
ng: ng nanogram nanograms
g: g gm gms gram grams gramme grammes
mL: ml mls milliliter milliliters millilitre millilitres cc
L: liter liters litre litres
units: unit units iu ius u
mmol: mmol millimole millimoles
mEq: meq milliequivalent milliequivalents
"""
_TIME = """
s: second seconds sec secs
min: min mins minute minutes
h: h hr hrs hour hours
day: day days
week: week weeks wk wks
month: month months mo
year: year years yr yrs
"""
_MEASURE = """
kg: kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos
lb: lb lbs
oz: oz ounce ounces
mm: mm millimeter millimeters millimetre millimetres
cm: cm centimeter centimeters centimetre centimetres
m: metre metres meter meters
inch: inch inches
ft: foot feet
km: km kilometer kilometers kilometre kilometres
mile: mile miles
kcal: kcal calorie calories
mmHg: mmhg
bpm: bpm
Hz: hz hertz
cup: cup cups
"""


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


_PEOPLE = _words(
    """
    people persons person patients patient participants participant individuals individual adults adult children
    child kids men man women woman subjects subject volunteers volunteer users user clients client veterans veteran
    infants infant babies baby newborns toddlers teens teenagers teenager adolescents adolescent students student
    respondents respondent members smokers nonsmokers drinkers survivors mothers fathers parents workers nurses
    doctors physicians females males boys girls seniors outpatients inpatients athletes residents consumers
    recipients responders nonresponders customers americans britons australians canadians sufferers testers triallists
    diabetics asthmatics epileptics alcoholics insomniacs haemophiliacs hemophiliacs migraineurs amputees pensioners
    retirees elders grandparents siblings twins husbands wives widows daughters sons toddler preschoolers pupils
    schoolchildren schoolboys schoolgirls undergraduates graduates youngsters youths tweens preteens octogenarians
    centenarians guests employees staff managers teachers clerks soldiers sailors recruits officers firefighters
    drivers truckers pilots farmers miners builders bakers cleaners programmers carers caregivers clinicians surgeons
    therapists pharmacists dentists midwives paramedics trainees callers commuters travellers travelers migrants
    refugees prisoners inmates donors applicants attendees enrollees completers finishers quitters controls beginners
    dancers runners joggers walkers hikers climbers swimmers cyclists rowers gymnasts skiers golfers players
    footballers boxers sprinters marathoners singers musicians artists gamers sleepers snorers vegans vegetarians
    dieters fasters abstainers vapers gamblers subscribers readers viewers listeners voters shoppers buyers owners
    villagers islanders citizens inhabitants families households couples
    sisters brothers friends neighbours neighbors colleagues cadets
    """
)
_ENDINGS = _words(  # open classes: “14 physiotherapists”, “30 concert-goers”, “22 midwives”
    """
    therapists ologists iatrists icians goers workers drinkers smokers sufferers patients players wives mothers fathers
    keepers takers givers women
    """
)
_PEOPLE_ENDINGS = tuple(_ENDINGS)
_NO_PEOPLE = r"(?:families|drivers|controls|twins|couples|readers) of\b"  # “three families of drugs”
_THINGS = _words(
    """
    study studies trial trials session sessions infusion infusions treatment treatments dose doses injection
    injections tablet tablets capsule capsules pill pills lozenge lozenges troche troches drop drops puff puffs
    spray sprays visit visits appointment appointments clinic clinics hospital hospitals center centers centre
    centres site sites state states country countries point points item items step steps article articles paper
    papers review reviews event events case cases course courses cycle cycles group groups arm arms drug drugs
    medication medications symptom symptoms option options way ways reason reasons tip tips question questions
    provider providers mouse mice rat rats animal animals eye eyes knee knees tumor tumors tumour tumours sample
    samples cell cells episode episodes attack attacks
    """
)
_FUNCTION = _words(
    """
    of in on at by for to from with without and or nor but than as per the a an is are was were be been has have had
    do does did will would can could may might must not no that this these those which who whom whose when while
    where if because after before during between among over under about into out up down off then so such versus vs
    compared reported showed had received took got improved responded experienced
    """
)


PERCENT = "%"


class Unit(NamedTuple):
    """A unit after a number: its kind ("percent", "dose", "time", "measure"), its name and where it ends."""

    kind: str
    name: str
    to: int


def _spellings(table: str) -> dict[bytes, str]:
    rows = (line.split(": ") for line in table.strip().splitlines())
    return {word.encode(): name.strip() for name, words in rows for word in words.split()}


_KINDS = {"dose": _spellings(_DOSE), "time": _spellings(_TIME), "measure": _spellings(_MEASURE)}
_UNITS = {word: (kind, name) for kind, words in _KINDS.items() for word, name in words.items()}
_ONE_CASE = {b"G": b"g", b"M": b"m", b"u": b"U", b"H": b"h", b"S": b"s"}  # 5G, $5M and the letter u are no units
_PERCENT = r" ?%(?:[ -]?(points?)\b)?|[ -](?:percent|per ?cent|pct)\b(?:[ -](points?)\b)?|[ -](percentage[ -]points?)\b"
_FIRST_WORD = r"\+?[ -]?([a-zA-Z]+)\b"
_PER = r"(?: ?/ ?|[ -]per[ -]|[ -](?:for )?(?:each|every)[ -]|[ -]an?[ -])"
_BODY = r"(?:(?: of)?(?: (?:their|your|the|his|her|actual|ideal|total|lean))? ?(?:body)?[ -]?(?:weight|mass)\b)?"
_TAIL = (
    rf"(?:({_PER}(?:kgs?|kilos?|kilogram(?:me)?s?)\b{_BODY}|[ .]kg ?[-~]1\b)|({_PER}(?:lbs?|pounds?)\b{_BODY})"
    rf"|({_PER}(?:m2|square met(?:er|re))\b))?"
    rf"(?:{_PER}(day|d|24 ?h(?:ours?)?|week|wk|month|hour|hr|h|minute|min|dose)\b| (daily|weekly|hourly|monthly)\b"
    rf"|{_PER}(ml|dl|l|cc|millilit(?:er|re)|lit(?:er|re)|decilit(?:er|re)|tablet|capsule|spray|drop|vial)\b)?"
)
_PER_NAMES = _spellings(
    """
    day: day d daily 24
    week: week wk weekly
    month: month monthly
    h: hour hr h hourly
    min: minute min
    mL: ml cc milliliter millilitre
    dL: dl deciliter decilitre
    L: l liter litre
    piece: tablet capsule spray drop vial
    """
)
_STRENGTHS = ("mL", "dL", "L", "piece")
_MODIFIERS = 4  # words between a number and what it counts: “12 healthy right-handed young men”
_MODIFIER = r"([a-zA-Z][a-zA-Z'-]*),? ?"
_PLURAL_THINGS = frozenset(word for word in _THINGS if word.endswith("s") or word == "mice")
_STOPPERS = frozenset(word.encode() for word in (*_PEOPLE, *_PLURAL_THINGS, *_FUNCTION)) | frozenset(_UNITS)


def unit_after(shadow: bytes, to: int) -> Unit | None:
    """The unit that follows a number ending at `to`, with what it is measured per ("mg/kg/day", "mg/mL")."""
    rest = after(shadow, to)
    percent = exact(_PERCENT).match(rest)
    if percent is not None:
        return Unit("percent", "percentage points" if any(percent.groups()) else PERCENT, to + percent.end())
    word = exact(_FIRST_WORD).match(rest)
    if word is None or word.group(1) in _ONE_CASE or word.group(1).lower() not in _UNITS:
        return None
    kind, name = _UNITS[word.group(1).lower()]
    if kind != "dose":
        return Unit(kind, name, to + word.end())
    parts, end = _per(after(shadow, to + word.end()))
    kind = "measure" if parts and parts[-1] in _STRENGTHS else kind  # a concentration is no dose
    return Unit(kind, "/".join((name, *parts)), to + word.end() + end)


def _per(rest: bytes) -> tuple[list[str], int]:
    found = exact(_TAIL).match(rest)
    if found is None or not found.group():
        return [], 0
    weight, pound, surface, *others = found.groups()
    parts = [name for name, said in (("kg", weight), ("lb", pound), ("m2", surface)) if said]
    last = next((word for word in others if word), b"").lower().split(b" ")[0]
    if last and not last.startswith(b"dose"):
        parts.append(_PER_NAMES[b"24" if last.startswith(b"24") else last])
    return parts, found.end()


def people_after(shadow: bytes, to: int) -> int | None:
    """Where the people end who follow a number (“24 adults”, “150 pregnant women”), or None."""
    noun, end = noun_after(shadow, to)
    return end if _is_people(noun) else None


def thing_after(shadow: bytes, to: int) -> tuple[str, int] | None:
    """What is counted by a number (“6 ketamine infusions” → "infusions") and where it ends."""
    noun, end = noun_after(shadow, to)
    return None if not noun or _is_people(noun) else (noun, end)


def _is_people(noun: str) -> bool:
    return noun in _PEOPLE or noun.endswith(_PEOPLE_ENDINGS)


def noun_after(shadow: bytes, to: int) -> tuple[str, int]:
    """The people or things that follow a number, in lower case, and where they end; "" where neither does."""
    rest = after(shadow, to)
    at = 2 if rest[:2] == b"+ " else 1
    joint = rest[at - 1 : at]
    if joint not in (b" ", b"-"):
        return "", to
    for _ in range(_MODIFIERS + 1):
        word = exact(_MODIFIER).match(rest, at)
        if word is None:
            break
        start, end = word.span(1)
        head = rest[start:end].decode().lower().rpartition("-")[2]
        if _is_people(head) or head in (_THINGS if joint == b"-" else _PLURAL_THINGS):
            return ("", to) if exact(_NO_PEOPLE).match(rest, start) is not None else (head, to + end)
        if not head or joint == b"-" or rest[start:end].lower() in _STOPPERS:
            break
        at = word.end()
    return "", to
