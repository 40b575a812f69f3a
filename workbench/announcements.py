"""Headings and lead-ins that make what follows them a warning: "Red flags", "Avoid clinics that:"."""

from __future__ import annotations

from functools import lru_cache

from workbench.cautions import SUSPECTS
from workbench.clauses import Scope
from workbench.patterns import compiled

_SHADY = (
    r"\b(?:bad|poor|shady|fake|unsafe|untrustworthy|dishonest|unreliable|scams?|fraud\w*|dubious|"
    + SUSPECTS[3:-1]
    + r")\b"
)
_ANNOUNCES = (
    r"\bred flags?\b|\bbeware\b|\bmyths?\b|\bmisconceptions?\b|\bwatch (?:out )?for\b|\bwatch out\b|\blook out for\b"
    r"|\b(?:be|stay) (?:very |extra )?(?:careful|cautious|wary|sceptical|skeptical|suspicious) (?:of|about|with|if"
    r"|when)\b|\bwary of\b|\bscams?\b|\bfraud\b|\bquack\w*|\btoo good to be true\b|\bwhat not to\b|\bthings not to\b"
    r"|\bsteer clear\b|\bstay away\b|\b(?:walk|run) away\b|\b(?:false|misleading|bogus|fake|questionable|dubious"
    r"|exaggerated) (?:claims?|promises?|advertising|ads)\b|\bdebunk\w*|\bpitfalls\b|^\W*(?:do not|don't|don'?ts"
    rf"|never|avoid)\s*[:.]?\s*$|\bmistakes\b|\bclaims? to (?:question|doubt|ignore)\b|\b(?:what|things|{SUSPECTS}"
    rf"|\w+s) to avoid\b|\b(?:should|must) avoid\b|^\W*avoid(?:ing)? (?:these\b|{SUSPECTS}\b)|\bhow to (?:spot"
    r"|recogni[sz]e|identify|tell|detect) (?:\w+ ){0,3}?(?:bad|fake|poor|shady|unsafe|dishonest|untrustworthy"
    r"|unreliable|rogue|illegal|unlicensed|dubious|misinformation|hype|nonsense|con)\b|\bbad signs?\b"
    r"|\bsigns (?:that|of|it|you|to)\b.*(?:\bnot to be trusted|\bnot trustworthy|tricked|lying|walk away|leave)\b"
    r"|\bmake you (?:\w+ )?(?:suspicious|wary|walk|leave|pause|doubt)\b|\b(?:sales|marketing|selling|common|dirty"
    r"|scam|pressure) (?:tricks|ploys|tactics)\b|\b(?:tricks|ploys|tactics) (?:that |of |used "
    r"|by )+(?:\w+ ){0,2}?(?:sellers|marketers|scammers|clinics|companies|shops|the trade|use)\b|\b(?:words"
    r"|phrases|language|wording|claims|terms) to (?:avoid|distrust|question|drop)\b|\b(?:common|typical|usual"
    r"|popular|exaggerated|false|unproven|unsupported|advertised|made|make|makes) (?:\w+ ){0,2}?claims\b"
    r"|\b(?:claims?|promises?|phrases|slogans|lines|wording) (?:that |which |on |in |by "
    r"|made )*(?:\w+ ){0,2}?(?:regulators?|agency|watchdog|court|authorit\w+|sellers|ads|adverts|such (?:sites"
    r"|shops|products|pages))\b|^\W*what (?:the |some |many |online )?(?:sellers?|ads?|adverts?|advertisements?"
    r"|brochures?|labels?|influencers?|companies|firms|makers|websites|headlines|marketers) (?:say|says|claims?"
    r"|promise|promises|tell|tells)\b|\bsigns of an? (?:bad|poor|shady|fake|unsafe|scam|untrustworthy|dishonest"
    r"|unreliable)\b"
)
_SIGNS = r"\bwarning signs?\b(.*)$"
_NOT_ONE = r"\b(?:no|not a|not|isn't a|aren't|without|avoid(?:ing)? (?:the|common)) (?:\w+ )?$|\bhow to $"
# Announcements of dangers rather than of promises: they speak for the items of a list alone.
_WEAK = (
    r"\bmistakes\b|\bpitfalls\b|\b(?:effects?|symptoms?|interactions?|problems?|complications?|reactions?|changes"
    r"|signs) (?:\w+ ){0,3}?(?:to )?(?:watch|look) (?:out )?for\b"
)


@lru_cache(maxsize=256)  # every sentence under a heading asks again
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


@lru_cache(maxsize=256)
def is_weak(dark: bytes) -> bool:
    """True for a heading that speaks for the items of a list, not for whole paragraphs ("Mistakes people make")."""
    return compiled(_WEAK).search(dark) is not None
