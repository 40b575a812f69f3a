"""What may be put right by a key: the spelling of a term; never a number, a dose, a drug or what is claimed."""

from __future__ import annotations

import re

from workbench.model import Article, Finding
from workbench.numerals import numerals_of
from workbench.shadow import shadow

_TOPICS = ("terminology", "grammar")
_KIND = "wording"  # evidence that names the word that belongs there
_NAMES = "vocabulary/drugs"  # the lexicon's key of drug names
_DIGIT = re.compile(r"\d")
# Words that turn a statement round, or say how much: such a slip is for its writer.
_TURNS = re.compile(
    r"\b(?:not|no|never|none|nor|cannot|\w+n['’]t|without|less|more|most|least|few|fewer|many|all|every|only|"
    r"high|higher|low|lower|hyper\w*|hypo\w*|raise\w*|reduce\w*|increase\w*|decrease\w*|before|after|daily|weekly|"
    r"monthly|hourly|except|accept|may|must|should)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"[\n*_`\[\]<>|&\\]")


def replacement(article: Article, finding: Finding) -> str:
    """The word to put there, in the case of the one it replaces; "" where only its writer may put it right."""
    evidence = finding.evidence
    if finding.topic not in _TOPICS or evidence is None or evidence.kind != _KIND or finding.held_back:
        return ""
    old, new = finding.text, evidence.computed
    if finding.start is None or not new or len(new) > 2 * len(old) + 20 or _MARKUP.search(old + new) or "|" in new:
        return ""
    if any(_DIGIT.search(text) or _TURNS.search(text) or numerals_of(text, shadow(text)) for text in (old, new)):
        return ""
    return "" if _stands_on(article, finding) else _cased(old, new)


def _stands_on(article: Article, finding: Finding) -> bool:
    """Whether a number, a dose or the name of a drug is among the words."""
    start, end = finding.start or 0, finding.end or 0
    sentence = next((one for one in article.sentences if one.start <= start < one.end), None)
    if sentence is None:
        return True
    numbers = article.quantities[sentence.index]
    if any(number.start < end and start < number.end for number in numbers):
        return True
    hits = (hit for hit in article.hits.get(_NAMES, ()) if hit.sentence == sentence.index)
    spans = (article.span(sentence, hit.at, hit.to) for hit in hits)
    return any(span.start < end and start < span.end for span in spans)


def _cased(old: str, new: str) -> str:
    if old.isupper() and len(old) > 1 and new.islower():
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() and new[:1].islower() else new
