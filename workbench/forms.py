"""The forms of a check file and of a newsroom's overlay, and what each has to hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from string import Formatter
from typing import Any

import msgspec

from workbench.errors import BadContent
from workbench.model import Confidence, Example, FlagName, Measured, Reviewed, Severity, Source

TOPICS = (
    "citation", "dosing", "statistics", "marketing", "regulatory", "disclaimers", "readability", "consistency",
    "terminology", "grammar",
)  # fmt: skip
CATEGORIES = (
    "uncited-claim", "vague-citation", "citation-broken", "citation-retracted", "statistic-impossible",
    "statistic-suspicious", "dosing-unit", "dosing-out-of-range", "dosing-incomplete", "regulatory-wrong",
    "marketing-absolute", "marketing-hype", "marketing-urgency-or-testimonial", "provenance-missing", "readability",
    "terminology-error", "stigmatising-language", "spelling-grammar", "internal-inconsistency",
    "cross-article-conflict", "library-drift", "template-residue", "not-checkable", "suppression", "check-failed",
    "disclaimer-missing:medical-advice", "disclaimer-missing:off-label", "disclaimer-missing:crisis-line",
    "disclaimer-missing:urgent-help", "disclaimer-missing:affiliate-disclosure", "disclaimer-missing:supplement-fda",
    "disclaimer-missing:individual-results", "disclaimer-missing:risk", "disclaimer-missing:regulatory-status",
)  # fmt: skip


CASES, SHARE = 30, Decimal("0.9")  # an error takes so many judged cases, and so large a share of them right


class CheckFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A check as written in its file."""

    title: str
    category: str
    detector: str
    severity: Severity
    confidence: Confidence
    message: str
    why: str
    advice: str
    sources: tuple[Source, ...]
    example: tuple[Example, ...]
    params: dict[str, Any] = {}
    words: dict[str, tuple[str, ...]] = {}
    held_back_by: tuple[FlagName, ...] = ()
    needs_country: bool = False
    measured: Measured | None = None
    reviewed: Reviewed | None = None


class Overlay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A newsroom's change to one of our checks; severity and confidence can only be lowered."""

    extends: str
    enabled: bool = True
    severity: Severity | None = None
    confidence: Confidence | None = None
    add: dict[str, list[str]] = {}
    remove: dict[str, list[str]] = {}


def converted(value: Any, wanted: Any, where: str, place: str = "") -> Any:
    """A value of the file as the type that is wanted there; a BadContent with file, key and remedy where it is not."""
    try:
        return msgspec.convert(value, wanted)
    except msgspec.ValidationError as error:
        problem, _, spot = str(error).partition(" - at `$")
        key = place or spot.rstrip("`").lstrip(".")
        raise BadContent(where, key, f"{problem[:1].lower()}{problem[1:]}; mend the key and run again") from error


def spelled(phrase: str, words: Mapping[str, tuple[str, ...]], where: str, place: str) -> str:
    """A raw pattern with each `<name>` spelled out as a choice of the file's `[words]`."""
    if not phrase.startswith("/") or "<" not in phrase:
        return phrase
    for name, choices in words.items():
        phrase = phrase.replace(f"<{name}>", f"(?:{'|'.join(choices)})")
    unknown = re.search(r"<(\w+)>", phrase)
    if unknown:
        raise BadContent(where, place, f'<{unknown[1]}> is not in [words]; add it there: {unknown[1]} = ["…"]')
    return phrase


def hold(file: CheckFile, where: str) -> None:
    """Refuse a check that cannot explain or prove itself."""
    if file.category not in CATEGORIES:
        raise BadContent(where, "category", f"“{file.category}” is not in the closed list of categories")
    for key in ("title", "message", "why", "advice"):
        if not getattr(file, key).strip():
            raise BadContent(where, key, "is empty; say it in one plain sentence")
    if not file.sources:
        raise BadContent(where, "sources", "is empty; name at least one source that a person can find")
    if not any(example.finds for example in file.example):
        raise BadContent(where, "example", "has no text in which the check fires; add one with `finds`")
    if all(example.finds for example in file.example):
        raise BadContent(where, "example", "has no near miss that must stay silent; add one with `finds = []`")
    for number, example in enumerate(file.example, start=1):
        if bool(example.text) == bool(example.file):
            raise BadContent(where, f"example {number}", "needs either `text` or `file`")


def tellable(message: str, values: Iterable[str], where: str) -> None:
    """Refuse a message with a placeholder that stays empty: a finding could not be told then.

    Args:
        message: as the check file has it; `{{` and `}}` are braces that stay.
        values: what the detector's matches give; `{text}`, the words that were found, is always there.
        where: the file.
    """
    known = ("text", *values)
    able = ", ".join(f"{{{name}}}" for name in known)
    try:
        parts = [part for part in Formatter().parse(message) if part[1] is not None]
    except ValueError as error:
        problem = "has a brace without its partner; double a brace that is to stay"
        raise BadContent(where, "message", f"{problem}. Placeholders that this detector fills: {able}") from error
    for _, name, form, turned in parts:
        if name in known and (form or turned):
            raise BadContent(where, "message", f"turns {{{name}}} into another form; write {{{name}}} alone")
        if name not in known:
            raise BadContent(where, "message", f"names {{{name}}}, which this detector does not fill; it fills {able}")


def proven(severity: Severity, measured: Measured | None, newsroom: Measured | None = None) -> Severity:
    """The severity that a check runs at: an error only where it was seen to be right; a newsroom's count can lower it.

    Args:
        severity: as its file says.
        measured: how often it was right on labelled texts.
        newsroom: how often people there agreed with it, where they decided often enough to count.
    """
    if severity != "error":
        return severity
    enough = measured is not None and measured.of >= CASES and measured.right >= SHARE * measured.of
    refuted = newsroom is not None and newsroom.of >= CASES and newsroom.right < SHARE * newsroom.of
    return "error" if enough and not refuted else "warning"


def lowered(old: Any, new: Any, order: tuple[Any, ...], where: str, key: str) -> Any:
    """What an overlay makes of a severity or a confidence; it may lower but not raise."""
    if new is None:
        return old
    if order.index(new) < order.index(old):
        raise BadContent(where, key, f"is “{new}”; an overlay can only lower it, and the check says “{old}”")
    return new
