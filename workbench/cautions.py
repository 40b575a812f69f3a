"""Warnings in a sentence: red flags, myths and things to beware of, where a promise is named in order to warn of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from workbench import clauses
from workbench.clauses import Scope
from workbench.patterns import compiled

# Whom and what a reader is warned of.
SUSPECTS = (
    r"(?:any(?:one|body|thing)?|clinics?|providers?|sellers?|sites?|websites?|products?|pills|companies|programs?"
    r"|ads?|offers?|those|doctors|people|places|claims?|promises?|practitioners?|brands?|supplements?|pharmac(?:y"
    r"|ies)|shops?|stores?|messages?|e-?mails?|posts?|calls?|callers?|influencers?|therapists?)"
)
_REBUTTAL = (
    r"^\W*(?:facts?|why|verdict|what (?:the (?:evidence|science|research)|we (?:know|found))|truth|reality|in fact"
    r"|in reality|actually|the (?:truth|fact|reality))\b"
)
_MYTH = (
    r"^\W*(?:\d+[.)]\s*)?(?:common )?(?:true or false|fact or (?:fiction|myth)|myth or fact|fiction|rumou?r|myth"
    r"|misconception|red flag|warning sign|false claim|scam)s?\s*(?:#|no\.?\s*)?\d*\s*(?::|\.|-)\s*"
)
_SAY = r"(?:claim|say|advertis|promis|market|tell|call|describ|suggest|imply)(?:e|es|ing)?"
_CUE = (
    r"(?:beware(?: of)?|(?:be|stay|remain) (?:very |especially |particularly |extra )?(?:wary|careful|cautious"
    r"|sceptical|skeptical|suspicious|leery)(?: (?:of|with|about|when|if))|watch out for|look out for|steer clear of"
    r"|(?:stay|keep|run|walk) away from|run from|(?:do not|don't|never|not to) (?:trust|believe|fall for|buy (?:from"
    rf"|into)|be fooled by|be swayed by)|warn(?:s|ed|ing)? (?:\w+ )?(?:against|(?:of|about) (?:\w+ )?{SUSPECTS})"
    rf"|avoid(?:ing)? (?:\w+ ){{0,2}}?{SUSPECTS}|(?:reject|question|ignore|delete|report|leave|distrust) {SUSPECTS}"
    r"|think twice|hang up on|signs? of (?:an? )?(?:scam\w*|fraud\w*|quack\w*|con|hoax|fake|(?:bad|rogue"
    r"|shady) \w+) (?:is|are)|(?:do not|don't|never) (?:let (?:any\w+|some\w+|an? \w+|them|sellers|ads) (?:sell"
    r"|tell|talk|convince|persuade|fool|trick|rush|push)|be (?:taken in|misled|tricked|tempted|rushed|hurried|fooled"
    r"|lured|deceived|pressured))|(?:illegal|unlawful|forbidden|prohibited|banned|against the law|a crime"
    rf"|an offen[cs]e|not allowed) (?:to|from) {_SAY}|(?:forbids?|prohibits?|bans?|outlaws?"
    rf"|bars?) (?:\w+ ){{0,4}}?{_SAY})\b"
)
_LISTED = (
    r"(?:red flags?|warning signs?)(?: (?:to|look|watch|for|out|are|like|such|as|here|these|that|you|includes?|in"
    r"|with)){1,4}\s?:?|(?:red flags?|warning signs?|beware):"
)
_CUES = rf"\b({_LISTED}|{_CUE})"
_OURS = r"^\W*(?:out for )?(?:\w+ )?(?:our|my)\b"  # "watch out for our new pill" warns of nothing
_POSSIBLY = r"\b(?:may|might|can|could|would|will)(?: \w+)? $"  # "people may be wary of it" warns nobody
_VERDICT = (
    r"\b((?:is|are|as|be|was|were) (?:\w+ )?(?:an? )?(?:\w+ )?(?:red flags?|warning signs?|scams?|myths?"
    r"|misconceptions?)|(?:should|must|ought to) (?:\w+ )?(?:raise (?:\w+ )?(?:red flags?|suspicions?|doubts?"
    r"|concerns?|alarms?|questions)|set off alarm|make you (?:\w+ )?(?:suspicious|wary|pause|walk|think|leave"
    r"|doubt))|(?:is|are) (?:\w+ )?(?:best avoided|lying|breaking the (?:law|rules)|illegal|against the law"
    r"|against the rules|an? (?:bad sign|giveaway|tell-?tale \w+|trap|trick|con|hoax|sales pitch)|(?:a reason"
    r"|reasons) to (?:leave|walk|doubt|worry|hang up|be)|cause for (?:concern|suspicion|alarm))|(?:rings?"
    r"|sets? off) (?:an? )?alarm bells?|breaks? the (?:law|rules)|raises? (?:\w+ )?red flags?|too good to be true"
    r"|(?:walk|run) away|run the other way|look elsewhere|signals? (?:a )?(?:scam|trouble|danger))\b"
)
_DENYING = r"\s(?:not|no|never)\s"
_DENIED = r"(?:\bnot|n't|\bnever|\bno|\bwithout|\bhardly) (?:\w+ )?$"
CAUTIONS = (_MYTH, _CUES, _VERDICT)


@lru_cache(maxsize=256)
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
        behind = dark[found.end(1) : found.end(1) + 20]
        if not any(compiled(p).search(w) for p, w in ((_POSSIBLY, before), (_DENIED, before), (_OURS, behind))):
            yield Scope(found.start(1), found.end(1), found.end(1), clauses.rest(dark, found.end(1)))
    for found in compiled(_VERDICT).finditer(dark):
        before = dark[max(0, found.start() - 30) : found.start()]
        if not compiled(_DENIED).search(before) and not compiled(_DENYING).search(found.group(1)):
            yield Scope(found.start(1), found.end(1), 0, clauses.rest(dark, found.end(1)))
