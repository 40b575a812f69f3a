"""How an amount is meant: a ceiling, an excess, a total of a day or a week."""

from __future__ import annotations

from workbench.doses.stated import Bound
from workbench.numerals import after, before
from workbench.patterns import exact

_AT_MOST = (
    r"\b(?:up to|at most|maximum|maximal|max\.?|ceiling|upper limit|upper (?:intake )?level|limit(?:ed)?|capped|cap"
    r"|highest|largest|not (?:to )?exceed(?:ing)?|(?:do(?:es)?|should|must|may|can|to|will) ?n[o']t (?:ever |usually "
    r"|ordinarily |normally )?(?:exceed|go (?:over|above|beyond|past)|be exceeded)"
    r"|never (?:exceed|go (?:over|above|beyond|past))|the most (?:you|an?|any\w*|adults|people)|as much as)"
    r"\b[^.;,\d()]{0,40}$|\bthe most (?:you|an?|any\w*|adults|people)\b[^.;()]{0,60}$"
)
_OVER = (
    r"\b(?:more than|over|above|exceed(?:s|ed|ing)?|in excess of|greater than|higher than|beyond)(?: the| a| an"
    r"| about)?(?: (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve))?"
    r"(?: (?:tablets?|capsules?|caplets?|pills?|doses?)(?: of)?)? $|> ?$"
)
_DENIED = (
    r"\b(?:no|not|never|nor|cannot|n't|without)\b[^.;,]{0,36}$|\b(?:no|nobody|no one)\b[^.;,]{0,48} (?:should|must"
    r"|may|can) (?:go|be|get|take|have) ?$"
)
_LESS = r"\b(?:less than|under|below|fewer than|lower than)(?: the| an?| about)? $|< ?$"
_AT_LEAST = r"\b(?:at least|a? ?minimum(?: of)?|no less than|from as little as)(?: about)? $"
_AFTER = (
    r"^(?: (?:a|per|each|every|in|any) )?[^.;\d]{0,24}\b(?:at (?:the )?most|maximum|max|tops|or less|or fewer)\b"
    r"|^[^.;\d]{0,24}\b(?:is|was|as|being|remains?) (?:also )?(?:the|an?|its|their|your) (?:\w+[- ]?){0,3}?"
    r"(?:maximum|max|ceiling|limit|cap|most|highest)\b"
)
_IN_WINDOW = (
    r"^(?: each)?[)]?(?: (?:tablets?|capsules?|caplets?|pills?))?(?:,? (?:spread|divided|split))?(?: (?:in total"
    r"|altogether|total|of [\w-]+(?: [\w-]+)?|[a-z-]{6,}))?"
    r",? (?:in|within|during|over|throughout)(?: (?:an?|any"
    r"|one|each|every|the"
    r"|single|given))* ?(?:(24[- ]?h(?:ou)?rs?|day\b|24h)|(week\b|7 days|seven days)|(month\b|30 days))"
)
_WINDOW_AHEAD = (
    r"\b(?:(daily|24[- ]hour|day's)|(weekly|week's)|(monthly)) (?:[a-z-]+ ){0,3}?(?:dos(?:e|es|age)|maximum|max|limit"
    r"|total|intake|amount|ceiling|cap|allowance|requirement)\b[^.;,\d]{0,48}$"
)
_WINDOWS = ("day", "week", "month")


def bound_of(shadow: bytes, at: int, to: int) -> Bound:
    """Whether the amount at `[at, to)` is a ceiling, a floor, or passed by what is told."""
    left, right = before(shadow, at, 72), after(shadow, to, 60)
    over = exact(_OVER).search(left)
    if over is not None:
        return "at most" if exact(_DENIED).search(left[: over.start()]) is not None else "above"
    if exact(_AT_MOST).search(left) is not None or exact(_AFTER).match(right) is not None:
        return "at most"
    if exact(_AT_LEAST).search(left) is not None:
        return "at least"
    return "below" if exact(_LESS).search(left) is not None else ""


def window_of(shadow: bytes, at: int, to: int) -> str:
    """The window that an amount is the total of: “4 g in 24 hours”, “a daily dose of 20 mg”; "" where none is said."""
    found = exact(_IN_WINDOW).match(after(shadow, to, 48)) or exact(_WINDOW_AHEAD).search(before(shadow, at, 72))
    return "" if found is None else _WINDOWS[found.lastindex - 1]
