"""The number an interval belongs to, and what kind of number its words make it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from workbench.figures.page import Page
from workbench.figures.printed import SIGNED, number
from workbench.figures.stated import Number
from workbench.model import Sentence
from workbench.patterns import exact

_MOVED = (
    r"(?:fell|rose|dropped|declined|improved|increased|decreased|lowered|reduced|changed|grew|shrank)(?: \w+){0,4} by"
)
_KINDS = (
    ("log", r"log[- ]?(?:odds|OR|HR|RR|hazard|risk)\w*"),
    ("OR", r"[a-z]{0,4}\.?[- ]?ORs?|odds ratios?|odds (?:of|for) [^\d.;()]{3,60} (?:were|was)"),
    ("HR", r"[a-z]{0,4}\.?[- ]?HRs?|hazards? ratios?"),
    ("IRR", r"a?IRRs?|incidence[- ]rate ratios?|rate ratios?"),
    ("PR", r"a?PRs?|prevalence ratios?"),
    ("SMR", r"SMRs?|standardi[sz]ed mortality ratios?|SIRs?"),
    ("reduction", r"RRR|relative risk reductions?|vaccine efficacy|efficacy|(?:risk|odds|hazards?|rate) reductions?"),
    ("RR", r"[a-z]{0,3}\.?[- ]?RRs?|risk ratios?|relative risks?|ratio of means|response ratios?"),
    ("SMD", r"SMDs?|standardi[sz]ed mean differences?|(?:hedges'?s?'? )?g|(?:cohen'?s?'? )?d|effect sizes?"),
    ("RD", r"ARD|ARR|(?:absolute )?risk (?:difference|reduction|increase)s?|RDs?"),
    (
        "MD",
        r"W?MDs?|(?:mean |median |weighted |adjusted |between-group |treatment |group |estimated )*differences?"
        r"(?: (?:in|of|between) (?:the )?(?:adjusted )?(?:means?|medians?))?",
    ),
    ("slope", r"b|B|beta|x|coefficients?|slopes?|estimates?"),
    ("change", r"(?:reduction|increase|decrease|decline|rise|fall|drop|change|improvement|gain|loss)s?|" + _MOVED),
    ("r", r"r|rho|correlations?|kappa|ICC"),
    ("AUC", r"AUC|AUROC|c-statistic|area under the \w+|sensitivity|specificity|accuracy"),
    ("median", r"medians?"),
    ("mean", r"means?|averages?"),
    ("share", r"prevalence|incidence|proportions?|rates?|percentages?|probability|frequency"),
)
NULLS: dict[str, Literal[0, 1]] = {
    **dict.fromkeys(("OR", "HR", "IRR", "PR", "SMR", "RR"), 1),
    **dict.fromkeys(("log", "SMD", "MD", "RD", "slope", "reduction", "change"), 0),
}
_LOOSE = ("MD", "slope", "change", "reduction")  # everyday words: they name only the number right behind them
_LINK = r"(?: \w+){0,5}?(?: (?:was|were|of|is|by|to be|averaged)| ?[=:,])? ?"
_HIGHER = (
    r"[ -]?(?:%|points?|percentage points?)?[ -](?:\w+ )?(?:lower|higher|greater|fewer|smaller|larger|less|more)\b"
)
_CASED = frozenset(("OR", "HR", "IRR", "PR", "SMR", "RR"))  # “or”, “hr” in small letters are other words
_ALL = "|".join(rf"(\b(?:{pattern}))" for _, pattern in _KINDS)
_NAMES = rf"(?:{_ALL})\b"
_P = r"p ?(?:[=<>]|< ?=) ?0?\.\d+"
_TIGHT = (
    r" ?(?:%|per ?cent|percentage points?|points?|pp|mm ?Hg|mmol/(?:L|mol)|m[gLm]\b(?:/\w+)?|kg/m2|kg|cm|g|days?|weeks?"
    r"|months?|years?|hours?|minutes?|min|SDs?|times|-?fold|units?)?(?: (?:lower|higher|per \w+|a \w+))?"
    rf"(?: ?[,;:(\[]+ ?{_P})?[)\]]?[ ,;:]*[(\[]?(?: ?(?:with |and )?(?:an? |the |its )?(?:associated |corresponding )?"
    r"(?:two-sided )?)$"
)
_NUMBER_BEFORE = rf"(?:^|[^\w.,-]|[^\d ]-)({SIGNED})([^\d]{{0,90}}|[^\d]{{0,40}}{_P}[^\d]{{0,40}})$"
_ADJUSTED = r"\ba(?:OR|HR|RR|IRR|PR)s?\b|\badj(?:usted|\.)?\b"
_MEASURED = r" ?(?:bpm|beats|breaths|/ ?min|mm ?Hg)"
_NO_ESTIMATE = ("group", "year", "age", "frequency", "money")
_AROUND = 90  # characters before an estimate that may name its kind


class Estimate(Struct, frozen=True):
    """A number with its kind; `tight` where nothing but marks stands between it and its interval."""

    number: Number | None
    kind: str
    adjusted: bool
    tight: bool = False
    measured: bool = False


def estimate_before(page: Page, sentence: Sentence, at: int, left: int, named: bool) -> Estimate | None:
    """The estimate that ends before an interval at `at`; `left` is where the interval before it ends.

    The last number before it, if only marks and a p stand between; with more words between only where words name a
    ratio or the like, or for a percentage.
    """
    start = max(left, at - 140)
    found = exact(_NUMBER_BEFORE).search(sentence.shadow[start:at])
    if found is None:
        return None
    value = number(sentence, found.span(1), offset=start)
    if value is None:
        return None
    gap = sentence.shadow[value.to : at]
    tight = exact("^" + _TIGHT).match(gap) is not None
    ahead = sentence.shadow[max(left, value.at - _AROUND) : value.at]
    kind = _kind(ahead, gap)
    quantity = next((q for q in page.article.quantities[sentence.index] if q.at < value.to and value.at < q.to), None)
    percent = quantity is not None and quantity.kind == "percent"
    if quantity is not None and quantity.kind in _NO_ESTIMATE:
        return None
    if not tight and not (named and (kind or percent) and _one_clause(gap)):
        return None
    adjusted = exact(_ADJUSTED).search(ahead) is not None
    measured = exact(_MEASURED).search(sentence.shadow[value.to : at + 40]) is not None
    unit = "%" if gap.lstrip()[:1] == b"%" or (percent and quantity is not None) else quantity.unit if quantity else ""
    value = Number(value.sentence, value.at, value.to, value.text, value.value, unit)
    return Estimate(value, kind, adjusted, tight, measured)


def _one_clause(gap: bytes) -> bool:
    return exact(r"[^;.]*").fullmatch(gap) is not None and len(gap.split()) <= 9 and b")" not in gap


def _kind(ahead: bytes, gap: bytes) -> str:
    """The kind named last before the number, or right behind it (“a 3.2-point difference (95 % CI …)”)."""
    named = ""
    for found in exact(_NAMES).finditer(ahead):
        word = found.group().decode()
        kind = _KINDS[next(index for index, text in enumerate(found.groups()) if text is not None)][0]
        spelled = exact(r"ratio|risk|mortality|odds").search(found.group()) is not None
        small = kind in _CASED and not spelled and not word.strip().rstrip("s")[-2:].isupper()
        if small or (len(word) == 1 and not _standing(ahead, found.end())):
            continue
        rest = ahead[found.end() :]
        if exact(r"[.;]").search(rest) is None and (kind not in _LOOSE or exact(_LINK).fullmatch(rest) is not None):
            named = kind
    if not named:
        behind = exact(rf"[ -]?(?:%|points?|percentage points?)?[ -](?:\w+ )?(?:{_ALL})\b").match(gap)
        if behind is not None:
            named = _KINDS[next(index for index, text in enumerate(behind.groups()) if text is not None)][0]
        elif exact(_HIGHER).match(gap) is not None:
            named = "change"
    return named


def kind_of(name: bytes) -> str:
    """The kind that the heading of a column names last."""
    return _kind(name.rstrip(b" ([, ;"), b"")


def _standing(ahead: bytes, to: int) -> bool:
    """Whether a single letter is the name of a number: “d = 0.4”."""
    return exact(r" ?[=:]? ?$").match(ahead[to:]) is not None
