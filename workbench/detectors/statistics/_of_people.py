"""Whether a percentage is a share of people, by the words beside it."""

from __future__ import annotations

from bisect import bisect_left

from workbench.detectors import Hits
from workbench.figures._sizes import ROLES
from workbench.figures._verbs import PAST
from workbench.model import Hit, Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.units import people_after

_LONG = 300  # characters on either side that are looked at
_SHORT = 3  # letters of a word that is no plural: was, has
_BRACKET = r" ?\([^()]{0,40}\)|\)"  # “71.8% (n = 17) responded”, “17 (71.8%) responded”
_OF_PEOPLE = r" (?:of|among)(?: (?:the|these|those|our|its|their|all|study|treated))* ?"
_VERB = (
    r"(?:,? (?:of (?:them|those|these|whom|us|the group)))?(?: \w+ly)? (?:had|were|said|told|reported|rated|felt|did"
    r"|got"
    r"|showed|went|saw|achieved|experienced|reached|met|no longer|chose|dropped|stopped|completed|continued)\b"
)
_SUBJECT = (
    r"(?:^\W*|[,;:.)-] |\b(?:and|but|that|while|whereas|where|of (?:which|whom|them|these|those)) )"
    r"(?:only |just |exactly |another |some )?$"
)
_DID = (  # what people do; with a percentage for its subject and no things before it
    rf"(?: (?:also|never|still|again|since|later|then|only|no longer|\w+ly))? {PAST}\b"
)
_NOT_DID = (
    r" (?:\w+ly )?(?:reduc|increas|decreas|caus|bas|relat|compar|lower|rais|explain|attribut|account|adjust|estimat)\w*"
)
_BY = (  # “remission was reached by 66%”, “nausea was seen in 12.5%”
    r"\b(?:was|were|been|had|is) (?:\w+ )?(?:reached|achieved|attained|seen|found|met|reported|noticed|chosen|preferred"
    r"|used|felt|mentioned|described|named|experienced|observed|noted|recorded) (?:by|in|for|among) (?:only |just )?$"
    r"|\b(?:worked|helped|occurred|appeared|disappeared|vanished|went away|came back|returned|failed) (?:for|in|among)"
    r" (?:only |just )?$"
)
_SHARE_OF = r"\W*(?:the )?(?:share|proportion|percentage|per ?cent) of (?:the )?((?:[a-z-]+ ){0,2}?[a-z-]+)[ ,(]"
_STATE = (  # what people are, right behind the percentage: “70% back on the track”
    r"(?: (?:were|are))?(?: (?:still|again|completely|fully|entirely|now|not))* (?:back|without|able|unable|better"
    r"|worse|well|happy|happier|off|away|at work|dry|clear|asleep|awake|alive|dead|gone|satisfied|pregnant"
    r"|(?:\w+[ -])?free|sober|calmer|rested)\b"
)
_GRADE = r" (?:more|less|fewer|better|worse|[a-z]{3,}er) than\b"  # “70% brighter than needed”
_THEM = r" of (?:them|these|those|us)\b"
_CLAUSE_ENDS = r" ?(?:[.,;)]|and\b|but\b|after\b|at\b|within\b|by\b|in the\b|$)"
_GROUP_SHARE = r"(?:^|[.;:] )[^.;:%\d]{3,40}, $"
_SUCCESS = r" (?:success(?:es)?|cured?|response|responders|relief|remission|satisfied|improvement)\b"
_OF_THINGS = r"\b(?:of|among) (?:the |all |these |those |their |her |his |its |our )*([a-z][a-z -]*),? $"
_LABEL = r"(?:^|[\n%] ?|[a-z\d] )([A-Z][^:.;%\d]{2,48}|^[a-z][^:.;%\d]{2,48}): ?$"
_LABEL_ENDS = r"\.?\s*(?:$|[A-Z\n])"
_CHANGE = r"\b(?:by|another|extra|additional|plus) (?:an? |the |about )?$|[+-] ?$"
_LINKED = r" |[^\d;]*\b(?:was|were|is|are|of|in|for|at|to|reached|hit|among)\b[^\d;]*|[^\d;]*[:=(,] ?"


def of_people(sentence: Sentence, percent: Quantity, outcomes: Hits, rates: Hits, other: Hits) -> bool:
    """Whether a percentage is a share of people (“70.8% improved”, “of the patients”, “response rate was …”).

    Args:
        outcomes: what people did, behind the percentage ("responded"); hits of this sentence only, like the others.
        rates: names of a share of people ("response rate"), before or behind it.
        other: what makes it a share of something else ("reduction", "confidence interval").
    """
    shadow = sentence.shadow
    left = before(shadow, percent.at, 60)
    bracket = exact(_BRACKET).match(after(shadow, percent.to))
    to = percent.to + bracket.end() if bracket is not None else percent.to
    if _things(left) or exact(_GRADE).match(after(shadow, to)) is not None:
        return False
    if exact(_VERB).match(after(shadow, to)) is not None:
        return True
    of = exact(_OF_PEOPLE).match(after(shadow, to))
    if of is not None and people_after(shadow, to + of.end() - 1) is not None:
        return True
    right = after(shadow, to)
    share = exact(_SHARE_OF).match(shadow)
    if share is not None and (people_after(b" " + share.group(1), 0) or exact(ROLES).search(share.group(1))):
        return True
    if exact(_BY).search(left) and exact(_CLAUSE_ENDS).match(right):
        return True
    if exact(_CHANGE).search(left) is not None:
        return False
    if exact(_GROUP_SHARE).search(left) and exact(_SUCCESS).match(right):
        return True
    did = exact(_STATE).match(right) or (exact(_DID).match(right) and not exact(_NOT_DID).match(right))
    if did and exact(_SUBJECT).search(left):
        return True
    if any(hit.at == to + 1 for hit in _beside(outcomes, percent)):
        return True
    if any(
        _behind(shadow, percent.to, hit) or _ahead(shadow, percent, hit, r"[^\d;]*", 24)
        for hit in _beside(other, percent)
    ):
        return False
    if any(_behind(shadow, to, hit) for hit in (*_beside(outcomes, percent), *_beside(rates, percent))):
        return True
    return any(_ahead(shadow, percent, hit, _LINKED, 60) for hit in _beside(rates, percent))


def done(sentence: Sentence, percent: Quantity) -> bool:
    """Whether a percentage stands behind a label that tells what people did: “bought shoes: 40%”."""
    label = exact(_LABEL).search(before(sentence.shadow, percent.at, 60))
    closed = exact(_LABEL_ENDS).match(after(sentence.shadow, percent.to, 4)) is not None
    if label is None or not closed:
        return False
    said = b" " + label.group(1)[:1].lower() + label.group(1)[1:]
    return exact(_DID).match(said) is not None and exact(_NOT_DID).match(said) is None


def of_them(sentence: Sentence, percent: Quantity) -> bool:
    """Whether a percentage is “… of them”, where nothing but people was told that they could be."""
    alone = exact(r"[,;:]|\b(?:their|his|her|its)\b").search(sentence.shadow[: percent.at]) is None
    them = exact(_THEM).match(after(sentence.shadow, percent.to, 16)) is not None
    return alone and them and not _things(before(sentence.shadow, percent.at, 60))


def _things(left: bytes) -> bool:
    """Whether what stands before a percentage says what it is a share of, and that is not people: “of the visits, ”."""
    found = exact(_OF_THINGS).search(left)
    if found is None:
        return False
    words = found.group(1)
    plural = any(word.endswith(b"s") and len(word) > _SHORT for word in words.split())
    return plural and people_after(b" " + words, 0) is None


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
