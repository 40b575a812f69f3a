"""Reasons why a sentence is no claim, each with a name; and what is strong enough to overrule one.

In a health article a plain statement is a claim until a named reason speaks against it. The reasons are asked in
order; the words they look for are content (`checks/vocabulary/reasons/<name>.txt`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from workbench.extractors._advice import advised, advises, order
from workbench.extractors._evidence import (
    approval,
    effect,
    figure,
    in_methods,
    in_results,
    labelled,
    named_result,
    percentage,
    price,
    promise,
    says,
    scheduled,
    statement,
    statement_start,
    strong,
    sums,
    unsuitable,
)
from workbench.extractors._forms import definition, denial, design, kind_of_thing, named_again
from workbench.extractors._joined import reasoned, stated_before, stated_behind
from workbench.extractors._lists import feels_like, likelier, names_harms, states, unfit
from workbench.extractors._passage import Passage
from workbench.extractors._reader import amount, dosed, effect_on_reader, of_a_matter
from workbench.extractors._references import in_reference_list
from workbench.extractors._spoken import reported, told_to_writer
from workbench.extractors._terse import priced, stands_alone
from workbench.patterns import compiled

_FEW_WORDS = 4  # words that a statement needs at least, unless it is an item of a list
_CLOSERS = " \"'”’)"
DENIES = "denies the sentence before"
_ENDS = (".", "!", ":", "…")
_SUBJECT = 45  # characters in which a sentence names what it is about
_POINTS_BACK = (
    r"^\W*(?:this|these|it|they|that|those|such|both|(?:for|in|with) (?:[\w-]+ ){1,4}of (?:them|these|those))\b"
)
_IT = r"^\W*(?:it|they)\b"
_BACK = 2  # sentences over which "it" points back to a matter of health
_START = 28  # characters in which a sentence shows whom it speaks to


class Reason(NamedTuple):
    """Why a passage is no claim: the reason's name, and the words that show it (empty where its form does)."""

    name: str
    cue: str = ""


Veto = Callable[[Passage], str | None]
Overrule = Callable[[Passage], bool]


class _Rule(NamedTuple):
    """A named reason, the words or form that speak for it, and what is strong enough to overrule it.

    A veto that `needs` a list is only asked where the passage met a word of it.
    """

    name: str
    veto: Veto
    unless: tuple[Overrule, ...] = ()
    needs: str = ""


def reason_against(passage: Passage, before: Passage | None = None) -> Reason | None:
    """The first reason why this is no claim, None where it is one; `before` is the last one above that names health."""
    met = passage.met
    for name, veto, unless, needs in _VETOES:
        if needs and needs not in met:
            continue
        cue = veto(passage)
        if cue is not None and not any(overrule(passage) for overrule in unless):
            return Reason(name, cue)
    if not _about_health(passage, before):
        return Reason("no health topic")
    return None


def _listed(reason: str, name: str, unless: tuple[Overrule, ...] = (), joined: bool = False) -> _Rule:
    """A veto by the words of a reason's list, where they stand in the statement itself.

    With `joined` it spares a statement that is joined in front of the clause with the words.
    """
    key = f"reasons/{name}"

    def veto(passage: Passage) -> str | None:
        start = statement_start(passage)
        cue = next((cue for cue in passage.cues(key) if cue.at >= start), None)
        return None if cue is None or (joined and stated_before(passage, cue.at)) else cue.text

    return _Rule(reason, veto, unless, key)


def _flagged(*names: str) -> Callable[[Passage], str | None]:
    def veto(passage: Passage) -> str | None:
        flag = passage.sentence.flagged(*names)
        return flag.cue if flag else None

    return veto


def _heading(passage: Passage) -> str | None:
    return "" if passage.block.kind in ("heading", "caption", "code") or passage.sentence.flagged("heading") else None


def _furniture(passage: Passage) -> str | None:
    if passage.block.boilerplate:
        return passage.block.boilerplate
    return _flagged("boilerplate")(passage)


def _reference_list(passage: Passage) -> str | None:
    return passage.headings[-1].sentence.text if in_reference_list(passage) else None


def _question(passage: Passage) -> str | None:
    start = statement_start(passage)
    flag = next((flag for flag in passage.sentence.flags if flag.flag == "question" and flag.at <= start), None)
    if flag:
        return flag.cue
    return "?" if passage.sentence.text.rstrip(_CLOSERS).endswith("?") else None


def _reader(passage: Passage) -> str | None:
    cue = passage.first("reasons/reader")
    if cue is None or cue.at >= _START or stated_before(passage, cue.at) or of_a_matter(passage, cue.at):
        return None
    return cue.text


def _defined(passage: Passage) -> str | None:
    """Words of definition; “…, which is called …” only adds a name to a statement."""
    cue = passage.first("reasons/definition")
    if cue is None or cue.at < statement_start(passage):
        return None
    return None if passage.sentence.shadow[: cue.at].endswith(b"which ") else cue.text


def _provider(passage: Passage) -> str | None:
    """The sentence is about who offers care: a provider stands where its subject stands."""
    bodies = [b for b in passage.cues("sources/institutions", "sources/own-study") if b.at < _SUBJECT]
    for cue in passage.cues("reasons/providers"):
        if cue.at >= _SUBJECT:
            return None
        if not any(body.at <= cue.at < body.to for body in bodies):
            verb = next((verb for verb in passage.cues("verbs") if verb.at >= cue.to), None)
            if stated_before(passage, cue.at):
                return None
            return cue.text if verb and verb.at - cue.to < _SUBJECT else None
    return None


def _warnings(passage: Passage) -> str | None:
    """An item of a list that warns of somebody's practice, not of a symptom."""
    flag = passage.sentence.flagged("warning-list")
    if flag is None or passage.block.kind != "item" or passage.first("conditions"):
        return None
    return flag.cue


def _item(passage: Passage) -> str | None:
    """An item shares the reason of the sentence that introduces it, unless it is a statement by itself."""
    if passage.lead_in is None:
        return None
    if not _against_list(passage.lead_in) or (figure(passage) and statement(passage)) or approval(passage):
        return None
    return passage.lead_in.sentence.text


def _fragment(passage: Passage) -> str | None:
    sentence = passage.sentence
    if figure(passage) or (promise(passage) and passage.topic()) or stands_alone(passage):
        return None
    words = len(sentence.text.split(None, _FEW_WORDS))
    ended = passage.block.kind in ("paragraph", "quote") and sentence.text.rstrip(_CLOSERS).endswith(_ENDS)
    if (ended and (words >= _FEW_WORDS or strong(passage))) or (statement(passage) and words >= _FEW_WORDS - 1):
        return None
    if passage.lead_in is not None and _introduces(passage.lead_in):
        return None
    return None if labelled(passage) else ""


def _introduction(passage: Passage) -> str | None:
    """“Examples include:” and “Side effects include:” say nothing; “The joint may be:” does."""
    if not passage.sentence.text.rstrip().endswith(":") or figure(passage):
        return None
    if names_harms(passage):
        return ":"
    return None if states(passage) or (says(passage) and statement(passage)) else ":"


def _introduces(lead_in: Passage) -> bool:
    return (strong(lead_in) or states(lead_in)) and not _against_list(lead_in)


@lru_cache(maxsize=8)  # the items of a list ask one after the other
def _against_list(lead_in: Passage) -> bool:
    against = (rule for rule in _VETOES if rule.name in _GOES_TO_ITEMS and rule.veto(lead_in) is not None)
    return not all(any(overrule(lead_in) for overrule in rule.unless) for rule in against)


def _about_health(passage: Passage, before: Passage | None) -> bool:
    if passage.topic() or strong(passage) or promise(passage) or reported(passage) or amount(passage):
        return True
    if priced(passage) or states(passage) or (passage.part == "results" and statement(passage)):
        return True
    if statement(passage) and _speaks_of_health(passage):
        return True
    if compiled(_POINTS_BACK).match(passage.sentence.shadow):
        return before is not None and before.sentence.block == passage.sentence.block and _near(before, passage)
    return passage.lead_in is not None and (passage.lead_in.topic() is not None or states(passage.lead_in))


def _near(before: Passage, passage: Passage) -> bool:
    reach = _BACK if compiled(_IT).match(passage.sentence.shadow) else 1
    return passage.sentence.index - before.sentence.index <= reach


def _speaks_of_health(passage: Passage) -> bool:
    """Without a word of health: people and shares of them, an effect, a dose, what a study counted."""
    if passage.numbers("percent", "group", "dose") or says(passage) or passage.first("populations"):
        return True
    return passage.first("sources/own-study") is not None and bool(passage.quantities)


_COMPANY: tuple[Overrule, ...] = (percentage, sums, effect, in_results, scheduled, told_to_writer)
_ADVICE: tuple[Overrule, ...] = (figure, approval, unsuitable, amount, reasoned, unfit, likelier)
_TO_READER: tuple[Overrule, ...] = (figure, effect_on_reader, dosed, promise, reasoned, unfit, likelier, feels_like)
_VETOES: tuple[_Rule, ...] = (
    _Rule("heading", _heading),
    _Rule("page furniture", _furniture),
    _Rule("reference list", _reference_list),
    _Rule("question", _question),
    _Rule(DENIES, denial, (figure, reasoned)),
    _listed("site text", "site-text"),
    _listed("quoted and denied", "myth-labels"),
    _listed("navigation", "navigation", (figure, in_results)),
    _listed("the page about itself", "self-description"),
    _listed("a company about itself", "company-text", _COMPANY, joined=True),
    _Rule("advice", order, _ADVICE, "reasons/orders"),
    _Rule("advice", advised, _ADVICE),
    _Rule(
        "advice", advises, (figure, approval, unsuitable, amount, reasoned, price, unfit, likelier), "reasons/advice"
    ),
    _Rule("speaks to the reader", _reader, _TO_READER, "reasons/reader"),
    _Rule("about the provider", _provider, (figure, price, approval, effect), "reasons/providers"),
    _listed("care process", "care-process", (figure, price, approval, effect, scheduled)),
    _Rule("methods of a study", in_methods),
    _listed("study design", "study-design", (named_result,)),
    _Rule("study design", design, (named_result,)),
    _listed("plan or hope", "plan-or-hope", (percentage,)),
    _listed("plan or hope", "hypotheses"),
    _Rule("definition", definition, (figure, stated_behind), "reasons/kinds"),
    _Rule("definition", _defined, (figure, stated_behind), "reasons/definition"),
    _Rule("definition", kind_of_thing, (figure, stated_behind, effect)),
    _Rule("definition", named_again, (figure, stated_behind)),
    _listed("one person", "person", (figure, effect, reported, told_to_writer)),
    _listed("opinion", "opinion", (figure, effect)),
    _Rule("list of warnings", _warnings),
    _Rule("list of another kind", _item),
    _Rule("introduces a list", _introduction),
    _Rule("no statement", _fragment),
)
_GOES_TO_ITEMS = frozenset(
    {"page furniture", "navigation", "a company about itself", "advice", "about the provider", "care process"}
)
