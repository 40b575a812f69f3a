"""Changes of a value with what a sentence tells of them, where it plainly tells it of that value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.detectors.statistics._risks import percents
from workbench.figures import changes, compared, risks
from workbench.figures.stated import Number, Words
from workbench.figures.stated_changes import Change, Risk, Told
from workbench.model import Article, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_APART = (
    r"\b(?:and|but|compared|versus|vs|against|while|whereas|because|than|where|who|whose|when|if|although|though|then"
    r"|adjusted|mean|median|average|raised|rose|fell|increas(?:ed|ing)|reduc(?:ed|ing)|dropped|moved|took|switched"
    r"|linked"
    r"|associated|leads?|led|caus\w+|brought|gave|made|saw|meant that|means that)\b|;"
)
_WHICH = r"\bwhich (?:is|was|means|meant|amounts|represents|equals|corresponds|would be|makes)\b"
_AND_SO = (
    r"(?: [a-z]+){0,2},? (?:and|so|thus|hence|therefore) "
    r"(?:it |they |that |so |thus |therefore |thereby |has |have |had |is |was )+"
)
_BETWEEN_YEARS = r"\b(?:between|from) (?:19|20)\d\d (?:and|to) (?:19|20)\d\d"
_VERB = r"\b(?:which|was|were|is|are|will|would)\b"
_FINITE = r"(?:rose|fell|grew|sank|slid|shrank|cut|lost|went|rises|falls|grows|\w+ed|doubles|triples|halves)\b"
_LETTERS = r"[a-z]{2}"
_WHEN = (
    r" ?(?:%|per ?cent)?,? (?:after|since|when|once|by|in|within|during|over) [^\d;:%]{3,60}, (?:so |or |that is )?"
    r"(?:an? )?"
)
_WHICH_THEN = r", which (?:means|meant|is|was) (?:that )?(?:it |they |he |she |levels? )?(?:has |have |had )?$"
_SAME = r"(?:\b(?:it|they|so|i\.?e|that is|had|has|have|having|thus|effectively|or)\b|[^a-z])+"
_OBJECT = r"[a-z]+(?: [a-z'-]+)+ by\b"
_OF = r" ?(?:%|per ?cent)? of\b"
_THAN = r" (?:\w+ )?than (?:\w+)"
_THAN_BEFORE = r" (?:\w+ )?than (?:before|at|a|last|the|in|baseline|previously|usual)\b"
_NAMED = r"\b(?:absolute|relative)(?:ly)?\b"
_OTHER_SIZE = (
    r"\b(?:mean|median|average|adjusted|corrected|annual\w*|yearly|individual|every year|each (?:person|year))\b"
)
_GIVEN = ("mg", "mcg", "g", "ml", "day", "week", "month", "year", "hour", "minute", "session", "dose")


class Telling(NamedTuple):
    """A change as told, beside its two values; `both_ways` where either of them may be the old one (two arms)."""

    sentence: Sentence
    old: Number | Risk
    new: Number | Risk
    told: Told
    values: tuple[Number, Number] | None
    risks: tuple[Risk, Risk] | None = None
    approximate: bool = False
    others: tuple[Told, ...] = ()
    apart: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """From the first to the last of values and told change, as far as they stand in one sentence."""
        if self.apart:
            return self.told.words.at, self.told.words.to
        places = (self.told.words, _words(self.old), _words(self.new))
        return min(one.at for one in places), max(one.to for one in places)


def tellings(article: Article) -> Iterator[Telling]:
    """Each told change that belongs to two values of its sentence, in reading order of the values."""
    done: set[tuple[int, int]] = set()
    refused: set[tuple[int, int]] = set()
    for change in changes.read(article):
        sentence = article.sentences[change.words.sentence]
        for told in change.told:
            if change.direction and _signless(sentence, change) and _is_of(sentence, told, change):
                both = (change.old, change.new)
                done.add((told.words.sentence, told.words.at))
                yield Telling(sentence, *both, told, both, None, change.approximate, change.told)
            else:
                refused.add((told.words.sentence, told.words.at))
    for change in compared.read(article):
        told = change.told[0]
        place = (told.words.sentence, told.words.at)
        if place not in done and (place not in refused or _only_after(article, change, told)):
            done.add((told.words.sentence, told.words.at))
            sentence = article.sentences[told.words.sentence]
            vague = change.approximate
            yield Telling(sentence, change.old, change.new, told, (change.old, change.new), None, vague, (told,), True)
    for effect in risks.read(article):
        if effect.told is None or effect.pair is None or effect.moved or effect.where != "sentence":
            continue
        sentence = article.sentences[effect.sentence]
        if percents(effect.pair) is not None and _compares(sentence, effect.told, effect.pair):
            vague = any(risk.approximate for risk in effect.pair)
            yield Telling(sentence, *effect.pair, effect.told, None, effect.pair, vague, (effect.told,))


def _only_after(article: Article, change: Change, told: Told) -> bool:
    """Whether only the words of a time stand between two values and a change: “… after the move, up 6 %”."""
    sentence = article.sentences[told.words.sentence]
    if change.new.sentence != sentence.index or change.new.to > told.words.at:
        return False
    return exact(_WHEN).fullmatch(sentence.shadow[max(change.old.to, change.new.to) : told.words.at]) is not None


def _words(one: Number | Risk) -> Words | Number:
    return one.words if isinstance(one, Risk) else one


def _signless(sentence: Sentence, change: Change) -> bool:
    """Whether neither value has a minus sign before it."""
    return not any(
        sentence.shadow[max(0, one.at - 1) : one.at] == b"-" and b" " in before(sentence.shadow, one.at, 2)
        for one in (change.old, change.new)
    )


def _is_of(sentence: Sentence, told: Told, change: Change) -> bool:
    shadow, figure = sentence.shadow, told.number or told.words
    if told.direction and told.direction != change.direction:
        return False
    if exact(_OF).match(after(shadow, figure.to, 14)) is not None and told.wording in ("percent", "points"):
        return False
    ahead, said = before(shadow, figure.at, 40), shadow[figure.at : told.words.to + 10]
    if exact(_NAMED + r"[^.;]*$").search(ahead) is not None or exact(_NAMED).search(said) is not None:
        return False  # the matter of another check
    behind = after(shadow, told.words.to, 40)
    if exact(_THAN).match(behind) is not None and exact(_THAN_BEFORE).match(behind) is None:
        return False
    if told.words.at >= change.words.to:
        return _follows(sentence, told, change, behind)
    gap = shadow[told.words.to : change.words.at]
    years = exact(_BETWEEN_YEARS).search(gap)
    gap = gap if years is None else gap[: years.start()] + gap[years.end() :]
    return exact(_APART).search(gap) is None


def _follows(sentence: Sentence, told: Told, change: Change, behind: bytes) -> bool:
    """Whether a change told behind its values is theirs: “…, a 40 % rise”, not “…, which cut pain by 40 %”."""
    gap, said = sentence.shadow[change.words.to : told.words.at], sentence.shadow[told.words.at : told.words.to]
    if exact(_AND_SO).fullmatch(gap) is not None:
        return True
    if exact(_APART).search(gap) is not None or exact(_OBJECT).match(said) is not None:
        return False
    if exact(_VERB).search(gap) is not None and exact(_WHICH).search(gap) is None:
        return False
    given = change.new.unit in _GIVEN
    if given and behind.startswith((b" in ", b" of ")):
        return False
    if exact(_FINITE).match(said) is not None and exact(_LETTERS).search(gap) is not None:
        return exact(_SAME).fullmatch(gap) is not None or exact(_WHICH_THEN).search(gap) is not None
    return not given or exact(_LETTERS).search(gap.replace(change.new.unit.encode(), b"")) is None or b"," in gap


def _compares(sentence: Sentence, told: Told, pair: tuple[Risk, Risk]) -> bool:
    first, last = pair[0].words.at, pair[1].words.to
    around = sentence.shadow[max(0, told.words.at - 30) : told.words.to + 30]
    if exact(r"\b(?:odds|hazard\w*|absolute|relative)\b").search(around) is not None:
        return False
    gap = sentence.shadow[told.words.to : first] if told.words.to <= first else sentence.shadow[last : told.words.at]
    return len(gap) <= 80 and exact(r"\b(?:and|but|while|whereas|although)\b|;").search(gap) is None


def other_size(sentence: Sentence, told: Told) -> bool:
    """Whether a told change may be the mean of people's own changes, an adjusted or a yearly one."""
    around = sentence.shadow[max(0, told.words.at - 24) : told.words.to + 20]
    return exact(_OTHER_SIZE).search(around) is not None
