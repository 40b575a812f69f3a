"""Names that part people or things into all there are: never, former and current; mild, moderate and severe."""

from __future__ import annotations

from workbench.patterns import exact

_SETS = (
    (r"never", r"former|ex-|past|previous|used to", r"current|still|present"),
    (r"mild\w*", r"moderate\w*", r"severe\w*|serious\w*"),
    (
        r"better|improv\w+|recover\w*|well",
        r"same|unchanged|no change|no better|no different",
        r"worse\w*|deteriorat\w+",
    ),
    (r"carb\w*|sugar|starch", r"protein", r"fats?"),
    (r"low", r"medium|middle|average", r"high"),
    (r"under-?weight", r"normal|healthy", r"over-?weight|obese"),
    (r"yes", r"no", r"(?:do(?:es)? ?n[o']t know|don't know|unsure|undecided|no answer|not sure|no opinion)"),
    (r"agreed?", r"disagreed?", r"(?:undecided|neutral|neither|unsure|no opinion|do ?n[o']t know)"),
    (r"single", r"married", r"divorced|widowed|separated"),
    (r"positive", r"negative", r"inconclusive|unclear|unknown|invalid"),
    (r"more", r"less|fewer", r"same|as much|as many|unchanged"),
    (r"lost", r"stay\w*|same|kept|remain\w*|unchanged|stable", r"gain\w*"),
    (r"fell|dropped|sank|down", r"same|unchanged|stable|stay\w*", r"rose|climbed|up"),
    (r"always", r"sometimes|often|now and then|occasionally", r"never"),
    (r"men|male", r"women|female", r"(?:non-?binary|other|another|neither|diverse|no answer|prefer not)"),
)


def is_set(spoken: bytes, parts: int) -> bool:
    """Whether the names of the parts are those of one set, none left over."""
    if parts != len(_SETS[0]):
        return False
    return any(all(exact(rf"\b(?:{name})\b").search(spoken) is not None for name in names) for names in _SETS)
