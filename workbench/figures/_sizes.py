"""Sizes of groups in a sentence and in those around it, with the words that name the group."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from workbench.figures.page import Page
from workbench.figures.stated import Number, Size, Where
from workbench.model import Quantity, Sentence
from workbench.numerals import after, before, numerals_of
from workbench.patterns import exact
from workbench.quantities import PEOPLE
from workbench.units import people_after

COUNTED = r" ?[(\[] ?(?:\d+(?:\.\d+)?|\.\d+) ?(?:%|per ?cent)"  # behind people who are counted, not a group
_LABEL_BEFORE = r"((?:[a-zA-Z][\w'-]*[ -]){0,3}[a-zA-Z][\w'-]*),? ?[(\[] ?n ?[=:] ?$"
_LABEL_AFTER = (
    r"(?: \w+)? (?:on|given|taking|took|received|receiving|got|were (?:given|assigned to|randomi[sz]ed to)|assigned to"
    r"|randomi[sz]ed to|in the|with) (?:the |a )?([a-zA-Z][\w'-]*(?: (?:group|arm|dose|drug))?)"
)
_AGENTS = (  # what people are called by what they do or are, whatever it is
    r"[a-z]*(?:[a-z]{2}ers|[a-z]{2}ors|[a-z]{2}ists|[a-z]{2}ees|ians|women|men|mates|mothers|fathers|parents)"
)
_NAMED = (
    r"families|couples|households|carers|caregivers|clinicians|midwives|pupils|guests|mums|moms|dads|siblings|twins"
    r"|husbands|wives|spouses|daughters|sons|vegans|friends|relatives|colleagues|neighbou?rs|apprentices|recruits"
    r"|cadets"
    r"|pilots|chefs|cooks|judges|nuns|monks|diabetics|asthmatics|alcoholics|addicts|nannies|secretaries|girls|boys"
    r"|schoolchildren|grandchildren|preschoolers|office staff|staff"
)
ROLES = rf"\b(?:{_AGENTS}|{_NAMED})\b"
_ROLES_AFTER = rf" ((?:[a-z-]+ ){{0,2}}?)({_AGENTS}|{_NAMED})\b"
_NEW_PHRASE = (  # words that no person is described by: “six in thirteen runners”
    r"\b(?:in|of|on|with|for|to|at|by|and|or|the|per|from|out|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|\w+teen|\w+ty"
    r"|weeks?|months?|years?|days?|hours?|minutes?|mg|times|percent|was|were|had|who|but|than|as)\b"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NO_AGENTS = _words(
    """
    answers barriers beers biomarkers bladders blisters blockers boosters borders burgers cancers centers
    centimeters chambers chapters characters clusters computers containers corners covers crackers cucumbers
    diameters dinners disorders dispensers drawers droppers encounters fevers fibers fillers filters fingers flowers
    freezers humidifiers inhalers kilometers ladders lasers layers letters liters livers markers matters meters
    millimeters moisturizers monomers nebulizers newspapers numbers offers orders others outliers pacemakers
    painkillers papers parameters peppers pointers polymers posters powders powers quarters relievers rivers rollers
    scanners servers shoulders showers slippers spiders stabilizers stickers summers sweeteners thermometers
    thinners timers towers trackers transfers tubers ulcers wafers waters winters boxers hangers behaviors
    calculators chlors colors defibrillators doors elevators errors factors favors flavors floors generators
    indicators inhibitors mirrors monitors motors odors predictors receptors refrigerators regulators respirators
    rumors sectors sensors stressors tumors vapors vectors ventilators checklists fists lists twists waitlists
    wrists bees coffees committees degrees fees knees trees medians specimen abdomen regimen regimens
    """
)
_TOOK_PART = (
    r" (?:attended|took part|began|started|enrolled|signed up|were (?:asked|enrolled|included|recruited|surveyed"
    r"|followed|invited|treated))\b"
)
_NEEDED = (  # “three people must be treated for one to get well” is no group that was studied
    r"(?: (?:more|such|other))?,? (?:must|have to|has to|had to|need(?:ed)? to|would have to|would need to|should"
    r")"
    r" (?:be )?(?:treat\w*|tak(?:e|en|ing)|us(?:e|ed|ing)|screen\w*|vaccinat\w*|test\w*|get|give[n]?|receive|go through"
    r"|undergo|swallow|wear|have|help)\b"
)
_LABELLED = (  # “Participants: 17”
    r"(?:^|[\n|;.] ?)(?:\W*(?:n|number|no\.?|total)(?: of)? )?\W*(?:participants?|patients|people|subjects|volunteers"
    r"|sample(?: size)?|group size|testers|respondents|enrolled|recruited|included|asked|tested|treated"
    r"|who (?:took part|was asked|were they)|size of (?:the )?group|number in (?:the )?group"
    r"|people (?:asked|tested|treated|in the (?:trial|study|test|group)))(?: (?:asked|tested|treated|enrolled|included"
    r"|in all|taking part))?\W*[:=] ?\W*$"
)
_OF_US = r" of (?:us|them)\b(?: (?:on|in|at|all|took|went|were|tried|did|had|who)\b|[,.;])"
_THERE = r"\b(?:there (?:were|are)|we (?:were|are)|with|all) (?:only |just )?$"
_STARTS = r"(?:^|[(\[]|[.:;,] )(?:all |only |the |just )?$"
_FEWEST = 2
_FEW = 6  # things of which one is chosen
_ONE_OF_PEOPLE = (
    rf"(?:\w+|1)(?: out)? of (?:the |these |those |our )?\S+ (?:[a-z-]+ ){{0,2}}?(?:people|patients|participants"
    rf"|adults|children|volunteers|subjects|{_AGENTS}|{_NAMED})\b"
)
_SMALL_WORDS = (
    r"^(?:(?:in|of|the|and|with|on|for|to|a|an|was|were|received|versus|vs|or|from|by|either|took|got|given) )+"
)


def sizes_of(page: Page, sentence: Sentence, where: Where = "sentence") -> list[Size]:
    """The groups of people whose size a sentence tells, in reading order; not rates (“1 in 8”) nor counted people."""
    known = page.sizes.get(sentence.index)
    if known is None:
        known = page.sizes[sentence.index] = list(_sizes(page, sentence))
    return known if where == "sentence" else [structs.replace(size, where=where) for size in known]


def _sizes(page: Page, sentence: Sentence) -> Iterator[Size]:
    if not numerals_of(sentence.text, sentence.shadow):
        return
    found = list(_told(page, sentence))
    if found and page.holds(sentence, _NEEDED):
        found = [one for one in found if not _needed(sentence, one.number)]
    if page.holds(sentence, ROLES) or page.holds(sentence, _TOOK_PART):
        for one in page.numerals(sentence):
            if _counts_roles(page, sentence, one) and all(size.number.at != one.at for size in found):
                found.append(Size(one, _label(sentence, one)))
    if b":" in sentence.shadow or b" of us" in sentence.shadow:
        found += [Size(one) for one in _by_label(page, sentence) if all(size.number.at != one.at for size in found)]
    found.sort(key=lambda size: size.number.at)
    yield from found


def _needed(sentence: Sentence, one: Number) -> bool:
    behind = after(sentence.shadow, one.to, 60)
    people = people_after(behind, 0)
    return people is not None and exact(_NEEDED).match(behind[people:]) is not None


def _by_label(page: Page, sentence: Sentence) -> Iterator[Number]:
    """“Participants: 17”, “there were eight of us on the course”."""
    for one in page.numerals(sentence):
        if one.unit not in ("", "people") or one.value < _FEWEST or one.value != one.value.to_integral_value():
            continue
        left = before(sentence.shadow, one.at, 60)
        us = exact(_THERE).search(left) is not None and exact(_OF_US).match(after(sentence.shadow, one.to, 20))
        if us or exact(_LABELLED).search(left) is not None:
            yield one


def _counts_roles(page: Page, sentence: Sentence, one: Number) -> bool:
    """Whether a number counts people by what they do: “28 dancers”, “19 attended”; not a share of a group."""
    bare = page.quantity(one)
    plain = bare is None or (bare.kind == "number" and not bare.unit and bare.low == bare.high and not bare.approximate)
    if not plain or one.unit or one.value < _FEWEST or one.value != one.value.to_integral_value():
        return False
    found = exact(_ROLES_AFTER).match(after(sentence.shadow, one.to, 60))
    if found is None:
        alone = exact(_STARTS).search(before(sentence.shadow, one.at, 12)) is not None
        return alone and exact(_TOOK_PART).match(after(sentence.shadow, one.to, 30)) is not None
    if found.group(2).decode() in _NO_AGENTS or exact(_NEW_PHRASE).search(found.group(1)) is not None:
        return False
    return exact(COUNTED).match(after(sentence.shadow, one.to + found.end(), 16)) is None


def _told(page: Page, sentence: Sentence) -> Iterator[Size]:
    for quantity in page.article.quantities[sentence.index]:
        if quantity.kind != "group" or quantity.unit != PEOPLE:
            continue
        if quantity.low is None and exact(COUNTED).match(after(sentence.shadow, quantity.to, 16)) is not None:
            continue
        few = quantity.low == 1 and quantity.high is not None and quantity.high <= _FEW
        if few and exact(_ONE_OF_PEOPLE).match(sentence.shadow[quantity.at :]) is None:
            continue  # “one of three codes”
        size = _size(page, sentence, quantity)
        if size is not None:
            yield size


def around(page: Page, sentence: Sentence) -> Iterator[list[Size]]:
    """The sizes told before a sentence: sentence by sentence, nearest first, then in its lead-in."""
    for earlier in page.before(sentence):
        yield sizes_of(page, earlier, "before")
    for above in (page.lead_in(sentence), page.title(sentence)):
        if above is not None:
            yield sizes_of(page, above, "lead-in")


def nearest(page: Page, sentence: Sentence) -> Size | None:
    """The one group told before a sentence; None where a sentence on the way tells several."""
    for sizes in around(page, sentence):
        if sizes:
            return sizes[0] if len({size.number.value for size in sizes}) == 1 else None
    return None


def _size(page: Page, sentence: Sentence, quantity: Quantity) -> Size | None:
    inside = [one for one in page.numerals(sentence) if quantity.at <= one.at and one.to <= quantity.to]
    if not inside or inside[-1].value != quantity.high:
        return None
    return Size(inside[-1], _label(sentence, quantity), approximate=quantity.approximate)


def _label(sentence: Sentence, quantity: Quantity | Number) -> str:
    left = before(sentence.shadow, quantity.at, 60)
    found = exact(_LABEL_BEFORE).search(left)
    if found is not None:
        said = found.group(1)
        small = exact(_SMALL_WORDS).match(said)
        skipped = small.end() if small else 0
        return _text(sentence, quantity.at - len(left) + found.start(1) + skipped, len(said) - skipped)
    behind = exact(_LABEL_AFTER).match(after(sentence.shadow, quantity.to, 60))
    if behind is None:
        return ""
    return _text(sentence, quantity.to + behind.start(1), len(behind.group(1)))


def _text(sentence: Sentence, at: int, length: int) -> str:
    return sentence.text[at : at + length]
