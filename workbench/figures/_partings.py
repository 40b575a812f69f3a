"""By what names parts of a total exclude each other: opposites, ages, places, an “other”, the groups of a trial."""

from __future__ import annotations

from typing import Literal

from workbench.figures._verbs import PAST
from workbench.patterns import exact

Why = Literal[
    "opposites", "other", "one way each", "places", "ages", "outcomes", "left or stayed", "groups", "total behind",
    "total row", "yes or no", "amounts",
]  # fmt: skip
CLOSED: frozenset[Why] = frozenset(
    (
        "other", "places", "ages", "outcomes", "left or stayed", "groups", "total behind", "total row", "yes or no",
        "amounts",
    )
)  # fmt: skip

Label = tuple[bytes, bytes]  # the words before a number and those behind it
_WOMEN, _MEN = r"\b(?:wom[ae]n|females?|girls?|mothers)\b", r"\b(?:m[ae]n|males?|boys?|fathers)\b"
_NOT = r"\b(?:did|had|were|was|could|would|have|has|is|are|do) ?n[o']t\b|n't\b|^ ?(?:with)?out\b|^ ?(?:and )?not\b"
_OTHER = (
    r"\b(?:others?|elsewhere|all other|unknown|neither|something else|undecided|non-?binary|no answer|did not say"
    r"|do(?:es)?n't know|not known|unsure)\b"
)
_REMAINING = (
    r"\b(?:(?:the|its|their|our) (?:remaining|other|last)|the rest,?|the remainder,?|remaining)"
    r" (?:just |only )?$"
)
_WAY = r"(?: [a-z]+){0,2}? (to|from|in|at|by|aged|into|on)\b"
_WITH_VERB = rf" (?:[a-z]+ly )?{PAST}\b"
_OTHER_WAY = r" (?:by|via|through|as an?|on foot)\b"  # “30 gave birth naturally and 20 by caesarean”
_OWN_VERB = rf"\b(?:{PAST}|then|now|the end|that|this|week|month|year)\b|\d"
_TYPED = r"^ (?:[a-z]+ )?(?:of )?(?:types?|stages?|grades?|class|blood group) (?:[A-C]|[0-4]|I{1,3}V?)\b"
_DENIED = r"\b(?:never|did not|didn't|not)\b"
_PLACE = r"(?:^|[:(;,] ?|\band )(?:in |at )?[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,2}(?: \(|:)? ?$"
_AGE = (
    r"\b(?:under|below|over|above|younger than|older than|up to|less than|more than) \d{1,2}\b|\b\d{1,2}(?: ?- ?"
    r"| to )\d{1,2}\b"
    r"|\b\d{1,2} ?(?:\+|(?:and|or|years and) (?:over|older|above|more|up|under|younger))"
)
_BETTER = r"\b(?:better|improv\w+|recover\w+|cured|well|rose|up|agreed?|yes)\b"
_SAME = r"\b(?:same|no change|not change\w*|unchanged|stable|no different|no better)\b"
_WORSE = r"\b(?:worse\w*|deteriorat\w+|declin\w+|fell|down|died)\b"
_LEFT = (
    r"\b(?:left|moved|lost|dropped|died|withdrew|stopped|quit|gave up|declined|refused|went|missed|were excluded"
    r"|fell ill"
    r"|cancelled|changed)\b"
)
_STAYED = (
    r"\b(?:finished|completed|stayed|remained?|were left|reached the end|went on|carried on|kept going|continued)\b"
)
_UNDONE = rf"{_LEFT}|\b(?:could|would|did|were|was|had|is|are) not\b"
_MAY_OVERLAP = (  # what people can have or do beside another thing of the list
    r"^ ?(?:people |patients |of them |adults )?(?:with|had|have|having|has|report\w*|said|say|use[ds]?"
    r"|took|take|taking|suffer\w*|smok\w+|felt|complain\w*"
    r"|wom[ae]n|m[ae]n|male|female|over|under|aged|married|liv\w+|of whom|of them|of these|on|also|plus"
    r"|got|gets?|received|saw|were given|who (?:speak|work|use|have|has|smoke|live|take|play|drive"
    r"|own))\b|^ ?[,;.)]"
)
_LIST_OF = r":[^\d:;(]{0,4}$"
_ASSIGNED = (
    r"\b(?:randomi[sz]\w+|assigned|allocat\w+|divided|split|by lot|at random|drawn|coin|toss|put|recruited to|arms"
    r"|half got)\b"
)
_GOT = (
    r"^(?: (?:people|patients|women|men|children|adults|families|of them))?(?: were| was)? ?(?:\b(?:got|had|have"
    r"|received|took|were given|given|on|to|in|into|used|the|a|of|usual|standard|placebo|nothing|no"
    r"|neither|either|only|both)\b|[)\]]|$)"
)
_GIVEN = (  # “48 were given the book, 49 the book plus calls”
    r"^(?: [a-z]+)?(?: were| was)? (?:given|got|received|assigned|allocated)\b"
)
_DID = (
    r"\b(?:were|was|had|have|has|did|complet\w+|left|dropp\w+|withdr\w+|analy\w+|finish\w+|wom[ae]n"
    r"|m[ae]n|aged|of them|of these)\b"
)
_GROUPS_OF = (
    r"\b(two|three|four|five|six) (?:[a-z-]+ )?(?:arms|groups|classes|teams|batches|cohorts|parts|sets|wards"
    r"|sites) of $"
)
_HOW_MANY = r"\b(two|three|four|five|six|2|3|4|5|6) (?:[a-z-]+ ){0,2}?[a-z]+s\b"
_VALUES = {b"two": 2, b"three": 3, b"four": 4, b"five": 5, b"six": 6}
_LISTED = r"^[A-Z]?[a-z ,]{0,24}$|[:(;] ?[^\d:(;]*$|, ?[^\d,]*$| - $"


def why_apart(labels: list[Label], left: bytes, around: bytes, parts: int) -> Why | None:
    """Why the parts of a list exclude each other; None where they may overlap.

    Args:
        labels: the words of each part. left: what stands between the total and the first part.
        around: the sentences of total and parts. parts: how many there are.
    """
    both = [before + b" " + behind for before, behind in labels]
    many = exact(_GROUPS_OF).search(left)
    if many is not None and _VALUES[many.group(1).lower()] == parts:
        return "groups"
    if sum(exact(_AGE).search(one) is not None for one in both) >= parts - 1 > 1:
        return "ages"
    if parts > 1 and exact(_REMAINING).search(labels[-1][0]) is not None:
        return "other"
    sexes = all(any(exact(sort).search(one) is not None for one in both) for sort in (_WOMEN, _MEN)) and parts <= 4
    if sexes and all(exact(rf"{_WOMEN}|{_MEN}|{_OTHER}").search(one) is not None for one in both):
        return "other" if parts > 2 else "opposites"
    if parts == 2 and exact(_NOT).search(labels[1][1]) is not None and exact(_NOT).search(labels[0][1]) is None:
        return "yes or no"
    if parts == 3 and all(sum(exact(sort).search(one) is not None for one in both) == 1 for sort in (_SAME, _WORSE)):
        return "outcomes" if any(exact(_BETTER).search(one) is not None for one in both) else None
    if parts > 1 and all(exact(_TYPED).search(behind) is not None for _, behind in labels):
        return "one way each"
    if parts > 2 and _one_verb(labels):
        return "yes or no"
    elided = parts == 2 and exact(_OTHER_WAY).match(labels[1][1]) and not exact(_OWN_VERB).search(labels[1][1])
    if elided and exact(_WITH_VERB).match(labels[0][1]):
        return "one way each"
    left_or_stayed = [exact(_LEFT).search(behind) is not None for _, behind in labels[:-1]]
    if parts > 1 and all(left_or_stayed) and exact(_STAYED).search(labels[-1][1]) is not None:
        return "left or stayed"
    if parts > 2 and sum(exact(_UNDONE).search(behind) is not None for _, behind in labels) > 1:
        return "one way each"
    return _by_list(labels, left, around, parts)


def _one_verb(labels: list[Label]) -> bool:
    """“70 came back filled in, 20 came back empty, 45 never came back”: one did not do what the others did."""
    denied = [exact(_DENIED).search(behind) is not None for _, behind in labels]
    words = [set(exact(r"[a-z]{4,}").findall(behind.lower())) for _, behind in labels]
    return sum(denied) == 1 and bool(set.intersection(*words) - {b"with", b"were", b"have", b"that", b"this"})


def _by_list(labels: list[Label], left: bytes, around: bytes, parts: int) -> Why | None:
    listed = exact(_LISTED).search(left) is not None
    if exact(_ASSIGNED).search(around) is not None and exact(r": ?$").search(left) is not None and parts > 1:
        return "groups"
    if exact(_ASSIGNED).search(around) is not None and all(
        exact(_GOT).search(behind) is not None for _, behind in labels
    ):
        return "groups"
    given = exact(_GIVEN).search(labels[0][1]) is not None and parts > 2
    if given and exact(_ASSIGNED).search(around) and not any(exact(_DID).search(behind) for _, behind in labels[1:]):
        return "groups"
    if not listed:
        return None
    if parts > 2 and exact(_OTHER).search(labels[-1][0][-24:] + labels[-1][1]) is not None:
        return "other"
    if all(exact(_PLACE, any_case=False).search(before[-40:]) is not None for before, _ in labels):
        return "places" if _counted(left, parts) or _counted(around, parts) else "one way each"
    alone = not any(exact(_MAY_OVERLAP).search(behind) for _, behind in labels)
    if parts > 2 and alone and exact(_LIST_OF).search(left) is not None:
        return "one way each"
    ways = [exact(_WAY).match(behind) for _, behind in labels]
    same = {way.group(1).lower() for way in ways if way is not None}
    return "one way each" if all(way is not None for way in ways) and len(same) == 1 else None


def _counted(shadow: bytes, parts: int) -> bool:
    """Whether words say how many parts there are: “at three hospitals”."""
    told = (found.group(1).lower() for found in exact(_HOW_MANY).finditer(shadow))
    return any((_VALUES[one] if one in _VALUES else int(one)) == parts for one in told)
