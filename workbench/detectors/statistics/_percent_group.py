"""Which group of people a percentage speaks of: one beside it, in its sentence, or in the sentences before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from workbench.figures.page import Page
from workbench.figures.stated import Share, Size
from workbench.model import Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

Sizes = Mapping[int, list[Size]]  # the groups told in each sentence
_OF_THESE = r"\W*(?:of|among) (?:these|those|them)(?: \w+)?,? $"
_OF = r" (?:of|among|in|for|from)(?: (?:the|these|those|our|its|their|all|a total of))* "
_LONG = 300  # characters on either side that are looked at for other groups and studies
_WHOM = r" of (?:whom|them|these|those)\b"
_OTHERS = 1000  # whole numbers of a sentence that may be a group too; not years
_MANY = 12  # quantities on either side that are looked at
_REACH = 2  # sentences of the same block to look back
_ELSEWHERE = (
    r"\b(?:an?|one|another|two|three|four|several|many|other|others|previous|prior|earlier|later|recent|separate|further"
    r"|larger|different|second|third|\d{4})(?: \S+){0,3}?"
    r" (?:stud(?:y|ies)|trials?|meta-?analys[ei]s|analys[ei]s|reviews?|surveys?|reports?|papers?|research)\b"
    r"|\b(?:nationwide|nationally|worldwide|globally|in (?:the )?general|general population|united states|typically"
    r"|usually)\b|\bof (?:all )?(?:americans|britons|canadians|australians|europeans|germans)\b"
)
_NAMED_WORK = (
    r"\b[tT]he [A-Z][\w*-]+(?: \w+)? (?:[Ss]tudy|[Tt]rial|[Ss]urvey)\b"
    r"|\b[A-Z][a-z]+ (?:et al\b|and (?:his |her )?colleagues)"
)
_EVERYBODY = (
    r" (?:of|among)(?: all| those)? (?:\w+ )?(?:people|patients|adults|americans|individuals|women|men|children)\b"
)
_PAST = (
    r"(?:[ ,]+[\w-]+){0,5}[ ,]+(?:\w+ed|were|had|did|said|got|felt|went|saw|slept|lost|met|found|became|left|quit)\b"
)
_STAFF = (
    r"(?:doctors?|physicians?|nurses?|workers?|members?|students?|residents?|clinicians|surgeons|therapists|pharmacists"
    r"|dentists|midwives|carers|caregivers|teachers|officers|experts|specialists|reviewers|raters|scientists)\b"
)
_NEW_CLAUSE = r"[;:]|, (?:and|but|while|whereas|so|then)\b"
_N_BEFORE = r"\bn ?[=:] ?$"
_PARTS = (
    r"\b(?:respectively|versus|vs|compared (?:with|to)|combined|sub-?groups?|subsets?|groups?|arms?|cohorts?"
    r"|completers?|who (?:had|were|received|completed|took|got|finished|stayed|responded|remained)|those|remaining"
    r"|both|each|either|follow-?up|randomi[sz]ed to|assigned to|(?:month|week|year)s? later|with data|available"
    r"|completed|(?:at|by|after|for) (?:the )?(?:week|month|year|day|end|\d+|one|two|three|four|six|twelve)"
    r"|sessions?|visits?|doses?|attempts?|episodes?|placebo|sham|controls?|half|(?:with|on) the (?:drug|treatment)"
    r"|meta-?analys[ei]s|reviews?|studies|trials|pooled|weighted|average|per (?:group|arm))\b"
)


class Link(Struct, frozen=True):
    """The groups a percentage may speak of, the count that is told with it, and how sure that is.

    how: "told" (17 of 24 (70.8%), 70.8% of the 24; nothing else can be meant), "same" (in one sentence), "near" (in a
    sentence before, a lead-in, the heading of a column). `clear` is false when the words between speak of several
    groups or of parts of one.
    """

    how: Literal["told", "same", "near"]
    sizes: tuple[int, ...]
    count: int | None = None
    clear: bool = True


def of_share(page: Page, share: Share, beside: list[Share]) -> Link | None:
    """The group of a percentage that stands with its group or with a count.

    Args:
        beside: the other shares of its sentence. Counts that add up to the group are all of them of that group.
    """
    if share.size is None or share.size.approximate:
        return None
    size, count = int(share.size.number.value), None if share.count is None else int(share.count.value)
    of_it = [one.count.value for one in beside if one.count and one.size and one.size.number == share.size.number]
    if share.size.where == "beside" or (len(of_it) > 1 and sum(of_it) == size):
        return Link("told", (size,), count)
    others = (one.value for one in page.numerals(page.article.sentences[share.words.sentence]) if not one.unit)
    larger = tuple(int(one) for one in others if one == int(one) and (count or 0) < one <= _OTHERS and one != size)
    return Link("same" if share.size.where == "sentence" else "near", (size, *larger), count, clear=False)


def around(page: Page, sentence: Sentence, percent: Quantity, told: Sizes) -> Link | None:
    """The groups told in the sentence of a percentage that stands alone, or else in those before it."""
    here = [size for size in _people(page, sentence, told) if not _another(sentence, percent, size)]
    if here:
        of = next((size for size in here if _of(sentence, percent, size)), None)
        return _loose(page, "same", here, sentence, percent) if of is None else Link("told", (int(of.number.value),))
    right = after(sentence.shadow, percent.to)
    everybody = exact(_EVERYBODY).match(right)
    if everybody is not None and exact(_PAST).match(right[everybody.end() :]) is None:
        return None  # “36.8% of patients reach remission” speaks of patients at large
    passed = _words_around(sentence, percent)
    for earlier in _earlier(page, sentence):
        if exact(_ELSEWHERE).search(passed) or exact(_NAMED_WORK, any_case=False).search(passed):
            return None
        groups = _people(page, earlier, told)
        if groups:
            these = exact(_OF_THESE).match(sentence.shadow[: percent.at]) is not None
            return _loose(page, "told" if these else "near", groups, sentence, percent, earlier)
        passed = earlier.shadow[-_LONG:]
    return None


def at_large(sentence: Sentence, percent: Quantity) -> bool:
    """Whether a percentage speaks of people at large or of another work, whose group nobody expects here."""
    right = after(sentence.shadow, percent.to)
    everybody = exact(_EVERYBODY).match(right)
    if everybody is not None and exact(_PAST).match(right[everybody.end() :]) is None:
        return True
    return exact(_ELSEWHERE).search(_words_around(sentence, percent)) is not None


def _people(page: Page, sentence: Sentence, told: Sizes) -> list[Size]:
    """The groups of a sentence that are no staff; those of the people asked, not who asks."""
    return [
        size
        for size in told.get(sentence.index, ())
        if exact(rf" (?:[a-z-]+ )?{_STAFF}").match(after(sentence.shadow, size.number.to, 40)) is None
    ]


def _another(sentence: Sentence, percent: Quantity, size: Size) -> bool:
    """Whether people told behind a percentage are those it counts (“66.7% of patients (n = 16)”) or others."""
    at = size.number.at
    if at < percent.to:
        return False
    counted = exact(_N_BEFORE).search(before(sentence.shadow, at, 8)) is not None
    return counted or exact(_NEW_CLAUSE).search(sentence.shadow[percent.to : at]) is not None


def _of(sentence: Sentence, percent: Quantity, size: Size) -> bool:
    """Whether a percentage is “… of the 24” by its words, whatever it is written with."""
    if size.approximate:
        return False
    if size.number.to <= percent.at:  # “14 clients, 73% of whom came back”
        gap = sentence.shadow[size.number.to : percent.at]
        whom = exact(_WHOM).match(after(sentence.shadow, percent.to, 12)) is not None
        return whom and exact(r"[^\d.;%]{1,60}[,-] (?:only |just |and )?").fullmatch(gap) is not None
    return exact(_OF).fullmatch(sentence.shadow[percent.to : size.number.at]) is not None


def _earlier(page: Page, sentence: Sentence) -> Iterator[Sentence]:
    yield from page.before(sentence, _REACH)
    lead_in = page.lead_in(sentence)
    if lead_in is not None:
        yield lead_in


def _loose(
    page: Page,
    how: Literal["told", "same", "near"],
    groups: list[Size],
    sentence: Sentence,
    percent: Quantity,
    home: Sentence | None = None,
) -> Link | None:
    """A link to the groups of the sentence `home`, unclear where other numbers or words may change the group."""
    if any(group.approximate for group in groups):
        return None
    sizes = tuple(dict.fromkeys(int(group.number.value) for group in groups))
    words = _words_around(sentence, percent) + (b"" if home is None else b" " + home.shadow[-_LONG:])
    quantities = [*_around(page, sentence, percent), *(page.article.quantities[home.index][-_MANY:] if home else ())]
    percents = sum(quantity.kind == "percent" and not quantity.approximate for quantity in quantities)
    alone = len(sizes) == 1 and percents == 1 and not any(map(_further, quantities))
    if how == "told":
        return Link("told" if alone else "near", sizes, clear=alone)
    return Link(how, sizes, clear=alone and exact(_PARTS).search(words) is None)


def _around(page: Page, sentence: Sentence, percent: Quantity) -> tuple[Quantity, ...]:
    there = page.article.quantities[sentence.index]
    place = there.index(percent)
    return there[max(0, place - _MANY) : place + _MANY + 1]


def _words_around(sentence: Sentence, percent: Quantity) -> bytes:
    return sentence.shadow[max(0, percent.at - _LONG) : percent.to + _LONG]


def _further(quantity: Quantity) -> bool:
    """Whole numbers without a unit, and counted people, may be further groups: “84 were asked, 24 came”."""
    value = quantity.low
    if quantity.kind == "group":
        return value is not None
    whole = value is not None and value == quantity.high and value == int(value) and value > 1
    return quantity.kind == "number" and not quantity.unit and whole
