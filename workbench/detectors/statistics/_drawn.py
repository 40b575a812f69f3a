"""A conclusion beside its premise: what holds it open, what takes it back, and the words that are shown."""

from __future__ import annotations

from bisect import bisect_left

from workbench.detectors import Hits
from workbench.figures import intervals, pvalues
from workbench.model import Article, Flag, Hit, Sentence
from workbench.patterns import exact

_BACK, _ON = 3, 4  # sentences before and behind in which a caveat counts
_SIGN = r"[,;:(] ?| -+ "
_CONCLUDED = r"\b(?:conclud|prov|show|demonstrat)"  # “the makers conclude that it is safe” draws the conclusion
_DOUBTED = ("negated", "question", "quoted", "attributed", "warning-list", "hedged", "conditional", "history")


def taken_back(cues: Hits, sentence: Sentence, back: int = _BACK, on: int = _ON) -> bool:
    """Whether one of these words stands in a sentence or in those around it."""
    first = bisect_left(cues, sentence.index - back, key=_sentence)
    return first < len(cues) and cues[first].sentence <= sentence.index + on


def tested(article: Article) -> list[int]:
    """The sentences with a p or an interval."""
    found = {one.words.sentence for one in pvalues.read(article)}
    return sorted(found | {one.words.sentence for one in intervals.read(article)})


def stretch(article: Article, premise: Hit, conclusion: Hit) -> Hit:
    """Premise and conclusion where one sentence holds both, otherwise the clause that concludes."""
    if premise.sentence != conclusion.sentence:
        return clause(article, conclusion)
    end = clause(article, conclusion).to if conclusion.at > premise.at else conclusion.to
    return Hit(premise.sentence, min(premise.at, conclusion.at), max(premise.to, end))


def doubts(article: Article, premise: Hit, conclusion: Hit) -> tuple[Flag, ...]:
    """What holds a conclusion open, as a flag that holds the match back; the denial of harm in its premise is none."""
    sentence = article.sentences[conclusion.sentence]
    told = article.span(article.sentences[premise.sentence], premise.at, premise.to).end
    same = premise.sentence == conclusion.sentence and premise.at < conclusion.at
    for flag in sentence.flags:
        if _covers(flag, conclusion) and not (same and flag.flag == "negated" and flag.start < told):
            return (Flag("exception", flag.start, flag.end, flag.cue, conclusion.at, conclusion.to),)
    return ()


def words(article: Article, place: Hit) -> str:
    """What stands at a place."""
    return article.sentences[place.sentence].text[place.at : place.to]


def clause(article: Article, conclusion: Hit) -> Hit:
    """The words between two signs in which a conclusion stands."""
    shadow = article.sentences[conclusion.sentence].shadow
    before = [found.end() for found in exact(_SIGN).finditer(shadow[: conclusion.at])]
    behind = exact(_SIGN).search(shadow, conclusion.at + 1)
    end = behind.start() if behind is not None else len(shadow.rstrip(b" .!?:\"')"))
    return Hit(conclusion.sentence, before[-1] if before else 0, end if end > conclusion.at else conclusion.to)


def _sentence(hit: Hit) -> int:
    return hit.sentence


def _covers(flag: Flag, hit: Hit) -> bool:
    if flag.flag not in _DOUBTED or not flag.at <= hit.at < flag.to:
        return False
    cue = flag.cue.lower().encode("ascii", "replace")
    return flag.flag != "attributed" or exact(_CONCLUDED).search(cue) is None
