"""Which group of people a percentage speaks of: one in its sentence, in the sentences before or in the lead-in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from msgspec import Struct

from workbench.detectors import Hits
from workbench.model import Article, Hit, Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.quantities import PEOPLE
from workbench.units import people_after

_OF_THESE = r"\W*(?:of|among) (?:these|those|them)(?: \w+)?,? $"
EXACT = ("counted", "said", "beside")  # links that name the group beside the percentage
TOLD = ("counted", "said")  # of these, the ones that say it is a share of people
_LONG = 300  # characters on either side that are looked at for other groups and studies
_MANY = 12  # quantities on either side that are looked at
_REACH = 2  # sentences of the same block to look back
_BEHIND = r" ?[(\[] ?(?:i\.?e\.?,? |or )?|,? (?:or|that is,?|i\.?e\.?,?|=) "
_AHEAD = r" ?[(\[] ?(?:i\.?e\.?,? |n ?= ?)?|,? (?:that is,?|i\.?e\.?,?) "
_CLOSED = r" ?[)\],;]"
_BRACKET = r" ?\([^()]{0,40}\)|\)"  # “71.8% (n = 17) responded”, “17 (71.8%) responded”
_DETERMINED = r" (of|among|in|for|from)(?: all)?(?: (?:the|these|those|our|its|their|all|a total of))? "
_OF_PEOPLE = r" (?:of|among)(?: (?:the|these|those|our|its|their|all|study|treated))* ?"
_VERB = (
    r"(?:,? (?:of (?:them|those|these|whom|the group)))?(?: \w+ly)? (?:had|were|said|told|reported|rated|felt|did|got"
    r"|showed|went|saw|achieved|experienced|reached|met|no longer|chose|dropped|stopped|completed|continued)\b"
)
_CHANGE = r"\b(?:by|another|extra|additional|plus) (?:an? |the |about )?$|[+-] ?$"
_LISTED = r" ?(?:vs\b|versus\b|compared|and \d|to \d|/ ?\d|,? ?respectively)"
_ELSEWHERE = (
    r"\b(?:an?|one|another|two|three|four|several|many|other|others|previous|prior|earlier|later|recent|separate|further"
    r"|larger|different|second|third|\d{4})(?: \S+){0,3}?"
    r" (?:stud(?:y|ies)|trials?|meta-?analys[ei]s|analys[ei]s|reviews?|surveys?|reports?|papers?|research)\b"
    r"|\b(?:nationwide|worldwide|globally|in (?:the )?general|general population|united states|typically|usually)\b"
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
_STAFF = r"\b(?:doctors?|physicians?|nurses?|workers?|members?|students?|residents?)$"
_COUNT_BEFORE = r"\b(\d+) ?[(\[] ?$"
_N_BEFORE = r"\bn ?[=:] ?$"
_LINKED = r"[^\d;]*\b(?:was|were|is|are|of|in|for|at|to|reached|hit|among)\b[^\d;]*|[^\d;]*[:=(,] ?"
_PARTS = (
    r"\b(?:respectively|versus|vs|compared (?:with|to)|combined|sub-?groups?|subsets?|groups?|arms?|cohorts?"
    r"|completers?|who (?:had|were|received|completed|took|got|finished|stayed|responded|remained)|those|remaining"
    r"|both|each|either|follow-?up|randomi[sz]ed to|assigned to|(?:month|week|year)s? later|with data|available"
    r"|completed|(?:at|by|after|for) (?:the )?(?:week|month|year|day|end|\d+|one|two|three|four|six|twelve)"
    r"|sessions?|visits?|doses?|attempts?|episodes?|placebo|sham|controls?|half|(?:with|on) the (?:drug|treatment)"
    r"|meta-?analys[ei]s|reviews?|studies|trials|pooled|weighted|average|per (?:group|arm))\b"
)


class Link(Struct, frozen=True):
    """The groups a percentage may speak of.

    how: "counted" (17 of 24 (70.8%)), "said" (70.8% of the 24 patients), "beside" (… in the 24 patients), "same" (one
    sentence), "near" (sentences before, lead-in). `count` is the stated number of people. `clear` is false when the
    words between speak of several groups or of parts of one.
    """

    how: str
    sizes: tuple[int, ...]
    count: int | None = None
    clear: bool = True


def last_sentences(article: Article) -> dict[int, int]:
    """The index of the last sentence of every block."""
    return {sentence.block: sentence.index for sentence in article.sentences}


def link(article: Article, sentence: Sentence, place: int, last: Mapping[int, int]) -> Link | None:
    """The closest link of a percentage, the sentence's quantity at `place`, to a group; None where there is none.

    Args:
        last: the last sentence of every block.
    """
    there = article.quantities[sentence.index]
    percent, around = there[place], there[max(0, place - _MANY) : place + _MANY + 1]
    groups = _groups(sentence, around)
    for group in groups:
        direct = _direct(sentence.shadow, percent, group)
        if direct is not None:
            return direct
    counts = [group for group in groups if _is_count(sentence.shadow, percent, group)]
    others = [group for group in groups if group not in counts]
    if others:
        return _loose("same", others, counts, around, percent, sentence)
    return _near(article, sentence, percent, counts, around, last)


def _groups(sentence: Sentence, quantities: tuple[Quantity, ...]) -> list[Quantity]:
    """The groups of people counted here, but not “1 in 8” nor staff."""
    people = (q for q in quantities if q.unit == PEOPLE)
    return [q for q in people if exact(_STAFF).search(sentence.shadow[q.at : q.to]) is None]


def _is_count(shadow: bytes, percent: Quantity, group: Quantity) -> bool:
    """Whether these are the people a percentage counts, not their group: “16 patients (66.7%)”, “66.7% (n = 16)”."""
    if group.at > percent.to:
        return exact(_N_BEFORE).search(before(shadow, group.at, 8)) is not None
    bracketed = exact(r" ?[(\[] ?").fullmatch(shadow[group.to : percent.at]) is not None
    return group.low is None and bracketed and exact(_CLOSED).match(after(shadow, percent.to, 4)) is not None


def _direct(shadow: bytes, percent: Quantity, group: Quantity) -> Link | None:
    if group.approximate or group.high is None:
        return None
    size, count = int(group.high), None if group.low is None else int(group.low)
    right = after(shadow, percent.to, 16)
    if count is not None and group.to <= percent.at:
        gap = _plain(shadow[group.to : percent.at])
        bracketed = b"(" in gap or b"[" in gap
        told = exact(_BEHIND).fullmatch(gap) is not None and exact(_LISTED).match(right) is None
        return Link("counted", (size,), count) if told and (exact(_CLOSED).match(right) or not bracketed) else None
    if group.at < percent.to:
        return None
    if count is not None:
        told = exact(_AHEAD).fullmatch(shadow[percent.to : group.at]) is not None
        return Link("counted", (size,), count) if told else None
    preposition = exact(_DETERMINED).fullmatch(shadow[percent.to : group.at])
    if preposition is None:
        return None
    return Link("said" if preposition.group(1).lower() in (b"of", b"among") else "beside", (size,))


def _plain(gap: bytes) -> bytes:
    """The gap without the people in it: “17 of 24 | patients (|70.8%)”."""
    end = people_after(gap, 0)
    return gap if end is None else gap[end:]


def _near(
    article: Article,
    sentence: Sentence,
    percent: Quantity,
    counts: list[Quantity],
    around: tuple[Quantity, ...],
    last: Mapping[int, int],
) -> Link | None:
    right = after(sentence.shadow, percent.to)
    everybody = exact(_EVERYBODY).match(right)
    if everybody is not None and exact(_PAST).match(right[everybody.end() :]) is None:
        return None  # “36.8% of patients reach remission” speaks of patients at large
    passed = _words_around(sentence, percent)
    for earlier in _earlier(article, sentence, last):
        if exact(_ELSEWHERE).search(passed) or exact(_NAMED_WORK, any_case=False).search(passed):
            return None
        there = article.quantities[earlier.index][-_MANY:]
        groups = _groups(earlier, there)
        if groups:
            how = "said" if exact(_OF_THESE).match(sentence.shadow[: percent.at]) else "near"
            return _loose(how, groups, counts, (*there, *around), percent, sentence, earlier)
        passed = earlier.shadow[-_LONG:]
    return None


def _earlier(article: Article, sentence: Sentence, last: Mapping[int, int]) -> Iterator[Sentence]:
    """The sentences before it in its block, nearest first, then the last sentence of its lead-in."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _REACH), -1):
        if article.sentences[index].block != sentence.block:
            break
        yield article.sentences[index]
    lead_in = article.block(sentence).lead_in
    if lead_in is not None and lead_in in last:
        yield article.sentences[last[lead_in]]


def _loose(
    how: str,
    groups: list[Quantity],
    counts: list[Quantity],
    around: tuple[Quantity, ...],
    percent: Quantity,
    sentence: Sentence,
    home: Sentence | None = None,
) -> Link | None:
    """A link to the groups of the sentence `home`; a count before the percentage belongs to it: “17 (70.8%)”."""
    if any(group.approximate or group.kind != "group" for group in groups):
        return None
    sizes = tuple(dict.fromkeys(int(group.high) for group in groups if group.high is not None))
    counted = exact(_COUNT_BEFORE).search(before(sentence.shadow, percent.at, 16))
    known = [int(group.high) for group in counts if group.high is not None]
    known += [int(counted.group(1))] if counted is not None else []
    words = _words_around(sentence, percent) + (b"" if home is None else b" " + home.shadow[-_LONG:])
    percents = sum(quantity.kind == "percent" and not quantity.approximate for quantity in around)
    clear = (
        len(sizes) == 1
        and percents == 1
        and all(number in known for number in _plain_numbers(around))
        and exact(_PARTS).search(words) is None
    )
    return Link(how, sizes, known[0] if known else None, clear)


def _words_around(sentence: Sentence, percent: Quantity) -> bytes:
    return sentence.shadow[max(0, percent.at - _LONG) : percent.to + _LONG]


def _plain_numbers(quantities: tuple[Quantity, ...]) -> Iterator[int]:
    """Whole numbers without a unit, which may be further groups: “84 were asked, 24 came”."""
    for quantity in quantities:
        value = quantity.low if quantity.kind == "number" and not quantity.unit else None
        if value is not None and value == quantity.high and value == int(value) and value > 1:
            yield int(value)


def of_people(sentence: Sentence, percent: Quantity, outcomes: Hits, rates: Hits, other: Hits) -> bool:
    """Whether a percentage is a share of people (“70.8% improved”, “of the patients”, “response rate was …”).

    Args:
        outcomes: what people did, behind the percentage ("responded"); hits of this sentence only, like the others.
        rates: names of a share of people ("response rate"), before or behind it.
        other: what makes it a share of something else ("reduction", "confidence interval").
    """
    shadow = sentence.shadow
    bracket = exact(_BRACKET).match(after(shadow, percent.to))
    to = percent.to + bracket.end() if bracket is not None else percent.to
    if exact(_VERB).match(after(shadow, to)) is not None:
        return True
    of = exact(_OF_PEOPLE).match(after(shadow, to))
    if of is not None and people_after(shadow, to + of.end() - 1) is not None:
        return True
    if exact(_CHANGE).search(before(shadow, percent.at)) is not None:
        return False
    if any(
        _behind(shadow, percent.to, hit) or _ahead(shadow, percent, hit, r"[^\d;]*", 24)
        for hit in _beside(other, percent)
    ):
        return False
    if any(_behind(shadow, to, hit) for hit in (*_beside(outcomes, percent), *_beside(rates, percent))):
        return True
    return any(_ahead(shadow, percent, hit, _LINKED, 60) for hit in _beside(rates, percent))


def _beside(hits: Hits, percent: Quantity) -> Hits:
    """The hits within reach; hits of one sentence stand in reading order."""
    first = bisect_left(hits, percent.at - _LONG, key=lambda hit: hit.at)
    return hits[first : bisect_left(hits, percent.to + _LONG, key=lambda hit: hit.at)]


def _behind(shadow: bytes, to: int, hit: Hit) -> bool:
    """Whether words stand right behind a percentage that ends at `to`."""
    return hit.at >= to and exact(r"(?: [\w-]+){0,2} ?").fullmatch(shadow[to : min(hit.at, to + 25)]) is not None


def _ahead(shadow: bytes, percent: Quantity, hit: Hit, between: str, reach: int) -> bool:
    """Whether words stand before a percentage with only this between."""
    gap = shadow[max(hit.to, percent.at - reach - 1) : percent.at]
    return hit.to <= percent.at and len(gap) <= reach and exact(between).fullmatch(gap) is not None
