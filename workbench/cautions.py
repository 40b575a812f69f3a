"""Warnings to the reader: red flags, myths and things to beware of, where a promise is named in order to warn of it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench import clauses
from workbench.clauses import Scope
from workbench.patterns import compiled

_SUSPECTS = (
    r"(?:any(?:one|body|thing)?|clinics?|providers?|sellers?|sites?|websites?|products?|pills|companies"
    r"|programs?|ads?|offers?|those"
    r"|doctors|people|places|claims?|promises?|practitioners?|brands?|supplements?|pharmac(?:y|ies)"
    r"|influencers?|therapists?)"
)
_SHADY = (
    r"\b(?:bad|poor|shady|fake|unsafe|untrustworthy|dishonest|unreliable|scams?|fraud\w*|dubious|"
    + _SUSPECTS[3:-1]
    + r")\b"
)
# Headings and lead-ins that make what follows them a warning.
_ANNOUNCES = (
    r"\bred flags?\b|\bbeware\b|\bmyths?\b|\bmisconceptions?\b|\bwatch (?:out )?for\b|\bwatch out\b"
    r"|\blook out for\b"
    r"|\b(?:be|stay) (?:very |extra )?(?:careful|cautious|wary|sceptical|skeptical|suspicious) (?:of|about"
    r"|with|if|when)\b|\bwary of\b"
    r"|\bscams?\b|\bfraud\b|\bquack\w*|\btoo good to be true\b|\bwhat not to\b|\bthings not to\b"
    r"|\bsteer clear\b|\bstay away\b"
    r"|\b(?:walk|run) away\b|\b(?:false|misleading|bogus|fake|questionable|dubious|exaggerated) (?:claims?"
    r"|promises?|advertising|ads)\b"
    r"|\bdebunk\w*|\bpitfalls\b|^\W*(?:do not|don't|don'?ts|never|avoid)\s*[:.]?\s*$|\bmistakes\b"
    r"|\bclaims? to (?:question|doubt|ignore)\b"
    rf"|\b(?:what|things|{_SUSPECTS}|\w+s) to avoid\b|\b(?:should|must) avoid\b"
    rf"|^\W*avoid(?:ing)? (?:these\b|{_SUSPECTS}\b)"
    r"|\bsigns of an? (?:bad|poor|shady|fake|unsafe|scam|untrustworthy|dishonest|unreliable)\b"
)
_SIGNS = r"\bwarning signs?\b(.*)$"
_NOT_ONE = r"\b(?:no|not a|not|isn't a|aren't|without|avoid(?:ing)? (?:the|common)) (?:\w+ )?$|\bhow to $"
_REBUTTAL = r"^\W*(?:facts?|truth|reality|in fact|in reality|actually|the (?:truth|fact|reality))\b"
_MYTH = (
    r"^\W*(?:\d+[.)]\s*)?(?:common )?(?:myth|misconception|red flag|warning sign|false claim"
    r"|scam)s?\s*(?:#|no\.?\s*)?\d*\s*(?::|\.|-)\s*"
)
_CUE = (
    r"(?:beware(?: of)?|(?:be|stay|remain) (?:very |especially |particularly |extra )?(?:wary|careful"
    r"|cautious|sceptical|skeptical|suspicious|leery)(?: (?:of|with|about|when|if))"
    r"|watch out for|look out for|steer clear of|(?:stay|keep|run|walk) away from|run from"
    r"|(?:do not|don't|never|not to) (?:trust|believe|fall for|buy (?:from|into)|be fooled by|be swayed by)"
    r"|warn(?:s|ed|ing)? (?:\w+ )?(?:against|of (?:claims|clinics|promises|anyone|sellers))"
    rf"|avoid(?:ing)? (?:\w+ ){{0,2}}?{_SUSPECTS}|reject {_SUSPECTS}|question {_SUSPECTS})\b"
)
_LISTED = (
    r"(?:red flags?|warning signs?)(?: (?:to|look|watch|for|out|are|like|such|as|here|these|that|you"
    r"|includes?|in|with)){1,4}\s?:?"
    r"|(?:red flags?|warning signs?|beware):"
)
_CUES = rf"\b({_LISTED}|{_CUE})"
_POSSIBLY = r"\b(?:may|might|can|could|would|will)(?: \w+)? $"  # "people may be wary of it" warns nobody
_VERDICT = (
    r"\b((?:is|are|as|be|was|were) (?:\w+ )?(?:an? )?(?:\w+ )?(?:red flags?|warning signs?|scams?|myths?"
    r"|misconceptions?)"
    r"|(?:should|must|ought to) (?:\w+ )?(?:raise (?:\w+ )?(?:red flags?|suspicions?|doubts?|concerns?"
    r"|alarms?|questions)|set off alarm|make you (?:\w+ )?(?:suspicious|wary|pause|walk|think|leave"
    r"|doubt))"
    r"|raises? (?:\w+ )?red flags?|too good to be true|(?:walk|run) away|run the other way|look elsewhere"
    r"|signals? (?:a )?(?:scam|trouble|danger))\b"
)
_DENYING = r"\s(?:not|no|never)\s"
_DENIED = r"(?:\bnot|n't|\bnever|\bno|\bwithout|\bhardly) (?:\w+ )?$"


def announcement(dark: bytes) -> Scope | None:
    """The words of a heading or lead-in by which everything under it is a warning; None where it announces none."""
    if (found := compiled(_SIGNS).search(dark)) and (
        b" of " not in found.group(1) or compiled(_SHADY).search(found.group(1))
    ):
        return Scope(found.start(), found.start(1), 0, len(dark))
    for found in compiled(_ANNOUNCES).finditer(dark):
        if not compiled(_NOT_ONE).search(dark[max(0, found.start() - 40) : found.start()]):
            return Scope(found.start(), found.end(), 0, len(dark))
    return None


def labelled(dark: bytes) -> Scope | None:
    """A label that makes its own line a warning: "Myth: …", "Red flag 2: …"."""
    found = compiled(_MYTH).search(dark)
    return Scope(found.start(), found.end(), found.end(), len(dark)) if found else None


def rebuts(dark: bytes) -> bool:
    """True for a line that sets a myth right: "Fact: …"."""
    return compiled(_REBUTTAL).search(dark) is not None


def cautions(dark: bytes) -> Iterator[Scope]:
    """What a sentence itself warns of: the words behind the cue, or before a verdict ("… is a red flag")."""
    if label := labelled(dark):
        yield label
    for found in compiled(_CUES).finditer(dark):
        before = dark[max(0, found.start() - 20) : found.start()]
        if not compiled(_POSSIBLY).search(before) and not compiled(_DENIED).search(before):
            yield Scope(found.start(1), found.end(1), found.end(1), clauses.rest(dark, found.end(1)))
    for found in compiled(_VERDICT).finditer(dark):
        before = dark[max(0, found.start() - 30) : found.start()]
        if not compiled(_DENIED).search(before) and not compiled(_DENYING).search(found.group(1)):
            yield Scope(found.start(1), found.end(1), 0, len(dark))
