"""What kind of dose an article tells of a drug – usual, starting, highest – and how much that is in a day."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from workbench.attributes.telling import Telling
from workbench.attributes.values import Stretch
from workbench.doses import Dose, Group, Lists, read
from workbench.doses.reckoning import converted, in_window, taken_at_once
from workbench.facts import Table
from workbench.kinds import kinds
from workbench.model import Article
from workbench.patterns import Several, exact

_KINDS = {  # how a dose is called, and what that is
    "usual": r"\b(?:usual|typical|standard|normal|recommended|regular|common) (?:[a-z]+ ){0,2}dos(?:e|age|ing)\b"
    r"|\b(?:adults|most people|people|patients) (?:usually )?(?:take|inject|use|are given|receive) (?:[a-z]+ ){0,2}$",
    "starting": r"\b(?:starting|initial|first|loading|lowest) (?:[a-z]+ ){0,1}dos(?:e|age)\b"
    r"|\bstarts? (?:with|at|on)\b",
    "maintenance": r"\b(?:maintenance|target|top-up) (?:[a-z]+ ){0,1}dos(?:e|age)\b",
    "highest": r"\b(?:maximum|maximal|max\.?|highest|largest|top) (?:[a-z]+ ){0,3}dos(?:e|age)s?\b|\bno more than\b"
    r"|\bnot? (?:exceed|take more than)\b|\bmaximum (?:is|of)\b",
}
_SAME = {  # words of a kind, which limit nothing beside it
    "starting": "first|first dose|initial|initially|loading|low dose",
    "maintenance": "maintenance",
    "highest": "maximum|maximal|high dose",
}
_RANKED = tuple(_KINDS.items())
DAILY, _A_DAY = "daily", " a day"
_OF = r"^ of (?:the )?([a-z]{4,})\b"
# Words by which a dose is one of several: steps, people, choices.
_ONE_OF_SEVERAL = (
    r"\b(?:start\w*|begin\w*|began|first|initial\w*|then|later|after|until|rais\w+|increas\w+|reduc\w+|lower\w*|half"
    r"|double\w*|up to|maximum|highest|lowest|low|high|weeks? \d|days? \d|titrat\w*|taper\w*|step\w*|maintenance"
    r"|loading"
    r"|some|many|others?|another|or|either|children|child|elderly|older|kidney|liver|if|when|unless|may|can|could|might"
    r"|instead|previous\w*|used to|once|group|arm|second|third|extra|more|less|for (?:the|an?|your"
    r"|[a-z]{3,}(?:[.,;:]|$| and))|because|not|no|never|only|between|to|brother|sister|mother|father|son|daughter"
    r"|wife|husband|friend|aunt|uncle|in (?:winter|summer|spring|autumn|pregnancy))\b"
)
_REACH = 60  # characters before an amount in which its kind may be called
_BESIDE = ("before", "next")  # whom another sentence speaks of
_INFUSED, _GROWN, _PEOPLE = "infused", "adulthood", "people"
_RHYTHM = 24  # characters between an amount and its rhythm that are shown


def told_doses(article: Article, facts: Table, words: Table, lists: Lists, *, every: bool = False) -> Iterator[Telling]:
    """Every dose that is called usual, starting, maintenance or highest, and that is advice to the reader.

    A page's only dose cannot contradict itself; it is read where `every` asks for it.
    """
    if kinds(article).count("dose") < (1 if every else 2):
        return
    doses = read(article, facts, words, lists)
    drugs = {dose.drug.name: dose.drug for dose in doses if dose.drug is not None}
    substances = {found for dose in doses if (found := _substance(article, dose))}
    only = next(iter(drugs.values())) if len(drugs) == 1 else None  # which the others are of, too
    for dose in doses:
        kind = _kind(article, dose) or (DAILY if _plainly(article, dose) else None)
        if kind is None or dose.settings or dose.strength or not dose.unit or dose.second:
            continue
        value, named, drug = _value(dose), dose.words, dose.drug or only
        if kind == DAILY and (len(substances | set(drugs)) > 1 or value is None or not value.base.endswith(_A_DAY)):
            continue
        if value is not None and dose.low <= dose.high:
            attribute = f"the {kind} dose" if drug is None else f"the {kind} dose of {drug.words.text}"
            told = (attribute, "" if drug is None else drug.name, _of(dose), value, _printed(article, dose))
            across, same = "" if kind == DAILY else f"{kind} dose", _SAME.get(kind, "")
            yield Telling(named.sentence, named.at, named.to, *told, dose=True, across=across, same=same, bound=True)


def _kind(article: Article, dose: Dose) -> str | None:
    """The kind that is called last before the amount in its sentence."""
    shadow = article.sentences[dose.words.sentence].shadow
    left = shadow[max(0, dose.words.at - _REACH) : dose.words.at]
    called = [
        (found.end(), rank, kind)
        for rank, (kind, pattern) in ((rank, _RANKED[rank]) for rank in _any().met(left))
        for found in exact(pattern).finditer(left)
    ]
    if called:
        return max(called)[2]
    run = dose.by and dose.over is not None and dose.over.words.sentence == dose.words.sentence
    return _INFUSED if run else None


@cache
def _any() -> Several:
    return Several([pattern for _, pattern in _RANKED])


def _substance(article: Article, dose: Dose) -> str:
    """The word behind an amount of something unknown: “20 mg | of velaprine a day”."""
    found = exact(_OF).match(article.sentences[dose.words.sentence].shadow[dose.words.to :])
    return "" if dose.drug is not None or found is None else found.group(1).decode().lower()


def _plainly(article: Article, dose: Dose) -> bool:
    """Whether a dose by the day is told alone in its sentence, with no word that makes it one of several."""
    sentence = article.sentences[dose.words.sentence]
    alone = sum(one.kind == "dose" for one in article.quantities[sentence.index]) == 1
    at, to = dose.words.at, dose.words.to if dose.times is None else max(dose.words.to, dose.times.words.to)
    near = (
        sentence.shadow[max(0, at - _REACH) : min(at, len(sentence.shadow))]
        + b" | "
        + sentence.shadow[to : to + _RHYTHM]
    )
    told = not dose.bound and not dose.settings and not dose.by and not dose.approximate
    return alone and told and exact(_ONE_OF_SEVERAL).search(near) is None


def _of(dose: Dose) -> frozenset[str]:
    """Whom and how a dose is for: two doses are compared where all that is the same."""
    told = (manner for manner in (dose.route, dose.form, dose.release) if manner is not None)
    manners = (manner.name for manner in told if manner.words.where == "sentence")
    people = dose.group
    plain = people is None or people.words.where in _BESIDE or (people.kind == _GROWN and people.age_max is None)
    group = () if plain or people is None else (_aged(people),)
    return frozenset((*manners, *group, *((f"by {dose.by}",) if dose.by else ())))


def _aged(people: Group) -> str:
    ends = ((" from", people.age_min), (" to", people.age_max))
    return f"{people.kind or _PEOPLE}{''.join(f'{word} {age}' for word, age in ends if age is not None)}"


def _value(dose: Dose) -> Stretch | None:
    """The amount in a day; of one intake where no rhythm is told."""
    in_day = in_window(dose)
    if in_day is None and (dose.per or dose.times is not None):
        return None
    low, high = taken_at_once(dose) if in_day is None else (in_day.low, in_day.high)
    window = "" if in_day is None else " a day"
    for unit in ("mg", "mL", dose.unit):
        ends = converted(low, dose.unit, unit), converted(high, dose.unit, unit)
        if ends[0] is not None and ends[1] is not None:
            return Stretch(f"{unit}{window}", ends[0], ends[1], dose.unit, dose.approximate)
    return None


def _printed(article: Article, dose: Dose) -> str:
    """The amount with its rhythm, as printed."""
    if dose.times is None or dose.times.words.sentence != dose.words.sentence or dose.times.words.at < dose.words.to:
        return dose.words.text
    text = article.sentences[dose.words.sentence].text
    near = dose.times.words.at - dose.words.to <= _RHYTHM
    return text[dose.words.at : dose.times.words.to] if near else f"{dose.words.text} … {dose.times.words.text}"
