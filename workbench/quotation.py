"""Whose words these are: quotation marks, and claims that are reported at a distance."""

from __future__ import annotations

from collections.abc import Iterator

from workbench import clauses
from workbench.clauses import Scope
from workbench.patterns import compiled

_PAIRS = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"', "'": "'"}
_LONGEST = {"'": 200, "‘": 400}  # an apostrophe may look like the closing mark
_LONGEST_QUOTE = 1500


def quotations(text: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks in a block's text, marks excluded, in order and without nesting.

    Apostrophes, feet and inches are no quotation marks; a mark that is never closed opens nothing.
    """
    found: list[tuple[int, int]] = []
    at = 0
    dead: set[str] = set()  # openers for which no closer is left
    while at < len(text):
        opener = text[at]
        if opener in _PAIRS and opener not in dead and _opens(text, at):
            end = _close(text, at + 1, _PAIRS[opener], at + _LONGEST.get(opener, _LONGEST_QUOTE))
            if end > at + (2 if opener in _LONGEST else 1):
                found.append((at + 1, end))
                at = end
            elif end < 0 and opener not in _LONGEST:
                dead.add(opener)
        at += 1
    return found


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (not before or not (before.isalnum() or before in "\"'’”.,")) and bool(after) and not after.isspace()


def _close(text: str, at: int, mark: str, limit: int) -> int:
    """The place of the closing mark, or -1."""
    while (at := text.find(mark, at, limit)) >= 0:
        before, after = text[at - 1], text[at + 1 : at + 2]
        if not before.isspace() and not after.isalnum():
            return at
        at += 1
    return -1


_SELLER = (
    r"(?:sellers?|vendors?|ads?|adverts?|advertisements?|advertisers?|marketers?|promoters?|influencers?|proponents"
    r"|advocates|enthusiasts|believers|salesm[ae]n|testimonials|commercials?|quacks?|scammers?"
    r"|companies|brands|clinics|firms|makers|manufacturers|websites|labels|posts|videos)"
)
_FIRM = (
    r"(?:company|firm|clinic|startup|spa|maker|manufacturer|website|site|label|leaflet|brochure|brand|products?|supplements?"
    r"|post|video)"
)
_CLAIMS = (
    r"(?:claim(?:s|ed|ing)?|tout(?:s|ed|ing)?|boast(?:s|ed|ing)?|alleg(?:es?|ed|ing)|purport(?:s|ed|ing)?"
    r"|advertis(?:es?|ed|ing)|hyp(?:es?|ed|ing))"
)
_PROMISES = r"(?:promis(?:es?|ed|ing)|guarantees?|guaranteed|assures?|assured)"
_SAYS = r"(?:says?|said|tells?|told|states?|stated|insists?|insisted|will tell)"
_ADVERB = r"(?:\w+ly |often |also |may |will |sometimes |like to )?"
# What the page itself promises, and other uses of the word "claim", are passed over.
_OWN = (
    r"\b(?:we|i|our \w+(?: \w+)?|my \w+) (?:(?:can|will|do|also|always|never|proudly) )*"
    rf"(?:{_CLAIMS}|{_PROMISES}|{_SAYS})\b"
    r"|\b(?:insurance|medical|legal|health) claims?\b|\bclaims? to fame\b"
)
_REPORTED = (
    rf"{_SELLER} {_ADVERB}(?:{_CLAIMS}|{_PROMISES}|{_SAYS})(?: that| to| you)?"
    rf"|{_FIRM} {_ADVERB}(?:{_CLAIMS}|{_SAYS})(?: that| to| you)?"
    rf"|(?:who|that|which) {_ADVERB}(?:claims?|touts?|boasts?|alleges?|purports?)(?: that| to)?"
    r"|(?:claim(?:s|ed|ing)?|alleg(?:es?|ed)|purport(?:s|ed)?) (?:that|to|of|it|they|he|she|their|its|this|these)"
    r"|promis(?:es?|ed) of|(?:marketed|advertised|touted|hyped|billed|promoted|pitched|hailed) as"
    r"|sold as (?:an?|the)|advertis(?:es|ed|ing) (?:its|their|the) (?:\w+ ){1,4}as"
    rf"|according to (?:the|its|their|this|one|some|many|a|an) (?:\w+ )?(?:\w+'s )?(?:{_SELLER}|{_FIRM})"
    r"|(?:is|are|was|were) said to|so-called|self-(?:proclaimed|styled)|supposedly|allegedly|purportedly|reputedly"
    r"|would have you believe(?: that)?"
)
_BEHIND = (
    rf"(?:says?|said|claims?|claimed|promises?) (?:the|its|one|a|an) (?:\w+ )?(?:{_SELLER}|{_FIRM})"
    rf"|(?:the|one|a|an|its) (?:\w+ )?(?:{_SELLER}|{_FIRM}) (?:{_CLAIMS}|{_PROMISES}|{_SAYS})"
)
_ATTRIBUTED = rf"{_OWN}|\b({_REPORTED})\b|,\s*(?:or so )?({_BEHIND})\s*\W*$"


def attributions(dark: bytes) -> Iterator[Scope]:
    """Claims reported at a distance ("the ad promised", "sellers say"), each with the words that are reported.

    An expert or a study that says something endorses it and is not reported here; neither is what the page itself
    promises ("we promise").
    """
    for found in compiled(_ATTRIBUTED).finditer(dark):
        if found.lastindex is None:
            continue
        at, to = found.span(found.lastindex)
        if len(dark) - to < 10 and b":" not in dark[to:] and not dark[to:].strip(b" .,;!?\"')"):
            yield Scope(at, to, 0, at)
        else:
            said = to + len(dark[to : to + 3]) - len(dark[to : to + 3].lstrip(b" ,"))
            yield Scope(at, to, said, clauses.rest(dark, said))
