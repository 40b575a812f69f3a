"""Reasons why a sentence is no claim, each with a name; and what is strong enough to overrule one.

In a health article a plain statement is a claim until a named reason speaks against it. The reasons are asked in
order; the words they look for are content (`checks/vocabulary/reasons/<name>.txt`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from workbench.extractors._evidence import (
    STRONG,
    approval,
    effect,
    effect_on_reader,
    figure,
    in_results,
    named_result,
    percentage,
    price,
    says,
    statement,
    statement_start,
    strong,
    sums,
    unsuitable,
)
from workbench.extractors._forms import definition, denial
from workbench.extractors._passage import Cue, Passage
from workbench.extractors._references import in_reference_list
from workbench.patterns import compiled

_FEW_WORDS = 4  # a statement needs at least so many words, unless it is an item of a list
_CLOSERS = " \"'”’)"
DENIES = "denies the sentence before"
_ENDS = (".", "!", ":", "…")
_BEFORE_ORDER = (
    r"^\W*(?:\d+[.)]\s?)?(?:(?:please|always|never|also|then|first|next|finally|instead|just|simply|only|and|but|so|"
    r"remember|therefore|however|or),? )*"
)
_SUBJECT = 45  # characters in which a sentence names what it is about
_START = 28  # characters in which a sentence shows whom it speaks to


class Reason(NamedTuple):
    """Why a passage is no claim: the reason's name, and the words that show it (empty where its form does)."""

    name: str
    cue: str = ""


def reason_against(passage: Passage, before: Passage | None = None) -> Reason | None:
    """The first reason why this is no claim, None where it is one; `before` is the passage before it."""
    for name, veto in _VETOES:
        cue = _standing(name, veto, passage)
        if cue is not None:
            return Reason(name, cue)
    if not _about_health(passage, before):
        return Reason("no health topic")
    return None


def _standing(name: str, veto: Veto, passage: Passage) -> str | None:
    """The cue of a veto that nothing overrules."""
    cue = veto(passage)
    overruled = cue is not None and any(overrule(passage) for overrule in _OVERRULED_BY.get(name, ()))
    return None if overruled else cue


def _listed(name: str) -> Callable[[Passage], str | None]:
    """A veto by the words of a reason's list, where they stand in the statement itself."""
    key = f"reasons/{name}"

    def veto(passage: Passage) -> str | None:
        if key not in passage.met:
            return None
        start = statement_start(passage)
        return next((cue.text for cue in passage.met[key] if cue.at >= start), None)

    return veto


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


def _advice(passage: Passage) -> str | None:
    """An order at the statement's start, a clause of advice that begins it, or words of advice in it."""
    order = _order(passage)
    if order is not None:
        return order
    start = statement_start(passage)
    for flag in passage.sentence.flags:
        # "it is essential for the heart" tells what something does, "it is essential for patients to" what to do
        if flag.flag == "advice" and start <= flag.at <= start + _START and not flag.cue.casefold().endswith(" for"):
            return flag.cue
    return _listed("advice")(passage)


def _order(passage: Passage) -> str | None:
    if "reasons/orders" not in passage.met:
        return None
    shadow = passage.sentence.shadow
    start = statement_start(passage)
    begins = compiled(_BEFORE_ORDER).match(shadow[start:])
    first = start + (begins.end() if begins else 0)
    orders = (cue for cue in passage.cues("reasons/orders") if cue.at == first)
    return next((cue.text for cue in orders if shadow[cue.to : cue.to + 1] != b"-"), None)


def _reader(passage: Passage) -> str | None:
    cue = passage.first("reasons/reader")
    return cue.text if cue and cue.at < _START else None


def _provider(passage: Passage) -> str | None:
    """The sentence is about who offers care: a provider stands where its subject stands."""
    bodies = [b for b in passage.cues("sources/institutions", "sources/own-study") if b.at < _SUBJECT]
    for cue in passage.cues("reasons/providers"):
        if cue.at >= _SUBJECT:
            return None
        if not any(body.at <= cue.at < body.to for body in bodies):
            verb = next((verb for verb in passage.cues("verbs") if verb.at >= cue.to), None)
            return cue.text if verb and verb.at - cue.to < _SUBJECT else None
    return None


def _warnings(passage: Passage) -> str | None:
    """An item of a list that warns of somebody's practice, not of a symptom."""
    flag = passage.sentence.flagged("warning-list")
    if flag is None or passage.block.kind != "item" or passage.first("conditions"):
        return None
    return flag.cue


def _methods(passage: Passage) -> str | None:
    return "" if passage.part == "methods" else None


def _item(passage: Passage) -> str | None:
    """An item shares the reason of the sentence that introduces it, unless it is a statement by itself."""
    if passage.lead_in is None:
        return None
    if not _against_list(passage.lead_in) or (figure(passage) and statement(passage)) or approval(passage):
        return None
    return passage.lead_in.sentence.text


def _fragment(passage: Passage) -> str | None:
    sentence = passage.sentence
    if figure(passage):
        return None
    words = len(sentence.text.split(None, _FEW_WORDS))
    ended = passage.block.kind in ("paragraph", "quote") and sentence.text.rstrip(_CLOSERS).endswith(_ENDS)
    if (ended and (words >= _FEW_WORDS or strong(passage))) or (statement(passage) and words >= _FEW_WORDS - 1):
        return None
    if passage.lead_in is not None and _introduces(passage.lead_in):
        return None
    return None if _labelled(passage) else ""


def _labelled(passage: Passage) -> bool:
    """“Label: text” whose text has a strong cue of its own is a statement without a verb."""
    length = passage.block.label - passage.sentence.at
    return length > 0 and any(
        weight >= STRONG and cue.at >= length for cues in passage.weighted.values() for weight, cue in cues
    )


def _introduction(passage: Passage) -> str | None:
    """“Examples include:” says nothing by itself; “Side effects include:” does."""
    text = passage.sentence.text.rstrip()
    if not text.endswith(":") or figure(passage):
        return None
    return None if says(passage) and statement(passage) else text[-1]


def _introduces(lead_in: Passage) -> bool:
    return strong(lead_in) and not _against_list(lead_in)


@lru_cache(maxsize=8)  # the items of a list ask one after the other
def _against_list(lead_in: Passage) -> bool:
    return any(_standing(name, veto, lead_in) is not None for name, veto in _VETOES if name in _GOES_TO_ITEMS)


def _about_health(passage: Passage, before: Passage | None) -> Cue | bool:
    if passage.topic() or strong(passage):
        return True
    if statement(passage) and (passage.numbers("percent", "group") or says(passage) or passage.first("populations")):
        return True
    if compiled(r"^\W*(?:this|these|it|they|that|those|such|both)\b").match(passage.sentence.shadow):
        return before is not None and before.sentence.block == passage.sentence.block and before.topic() is not None
    return passage.lead_in is not None and passage.lead_in.topic() is not None


Veto = Callable[[Passage], str | None]
Overrule = Callable[[Passage], bool]

_VETOES: tuple[tuple[str, Veto], ...] = (
    ("heading", _heading),
    ("page furniture", _furniture),
    ("reference list", _reference_list),
    ("question", _question),
    (DENIES, denial),
    ("site text", _listed("site-text")),
    ("navigation", _listed("navigation")),
    ("the page about itself", _listed("self-description")),
    ("a company about itself", _listed("company-text")),
    ("advice", _advice),
    ("speaks to the reader", _reader),
    ("about the provider", _provider),
    ("care process", _listed("care-process")),
    ("methods of a study", _methods),
    ("study design", _listed("study-design")),
    ("plan or hope", _listed("plan-or-hope")),
    ("definition", definition),
    ("definition", _listed("definition")),
    ("one person", _listed("person")),
    ("opinion", _listed("opinion")),
    ("list of warnings", _warnings),
    ("list of another kind", _item),
    ("introduces a list", _introduction),
    ("no statement", _fragment),
)
_GOES_TO_ITEMS = frozenset(
    {"page furniture", "navigation", "a company about itself", "advice", "about the provider", "care process"}
)
_OVERRULED_BY: dict[str, tuple[Overrule, ...]] = {
    DENIES: (figure,),
    "navigation": (figure, in_results),
    "a company about itself": (percentage, sums, effect, in_results),
    "advice": (figure, approval, unsuitable),
    "speaks to the reader": (figure, effect_on_reader),
    "about the provider": (figure, price, approval, effect),
    "care process": (figure, price, approval, effect),
    "study design": (named_result,),
    "plan or hope": (percentage,),
    "definition": (figure,),
    "one person": (figure, effect),
    "opinion": (figure, effect),
}
