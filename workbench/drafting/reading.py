"""Easy to read? The grade or why there is none, the longest sentence, and the words that nobody explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from workbench.model import Article, Check, Finding, Judgement
from workbench.readability.pages import counted

_GRADE, _LONG, _TERM = "reading_grade", "long_sentence", "unexplained_term"  # detectors
_SHOWN = 6  # words to explain
_USUAL = 30  # words of a sentence, where no check says otherwise
_BOTH = 2  # the two grades that decide stand first
_STATES = {"pass": "pass", "fail": "note", "not-checkable": "held"}

Line = Mapping[str, Any]


def reading(
    article: Article, checks: Iterable[Check], findings: Sequence[Finding], verdicts: Iterable[Judgement]
) -> list[Line]:
    """Lines of {"state": "pass" | "note" | "held", "text", "aside", "line" (0 = the whole text)}."""
    by_detector = {check.detector: check for check in checks}
    return [
        *_grade(by_detector.get(_GRADE), verdicts),
        *_longest(article, by_detector.get(_LONG)),
        *_terms(by_detector.get(_TERM), findings),
    ]


def _said(state: str, text: str, aside: str = "", line: int = 0) -> Line:
    return {"state": state, "text": text, "aside": aside, "line": line}


def _grade(check: Check | None, verdicts: Iterable[Judgement]) -> Iterator[Line]:
    if check is None:
        return
    verdict = next((one for one in verdicts if one.check == check.id and one.evidence), None)
    if verdict is None or verdict.evidence is None:
        yield _said("held", "Grade: not asked of this text", "for professionals, or a list")
        return
    evidence = verdict.evidence
    if not evidence.rows:  # too short, or in another language
        words = f"Grade: {evidence.computed}" if evidence.computed else "Grade: cannot be told"
        yield _said("held", words, evidence.given + (f"; needs {evidence.tolerance}" if evidence.tolerance else ""))
        return
    grades = ", ".join(evidence.computed.split(", ")[:_BOTH])
    about = "about " if verdict.verdict == "not-checkable" else ""
    yield _said(_STATES[verdict.verdict], f"Grade: {about}{grades}", evidence.tolerance)


def _longest(article: Article, check: Check | None) -> Iterator[Line]:
    prose = counted(article)
    if not prose:
        return
    longest = max(prose, key=lambda one: one.counts.words)
    limit = check.params.get("limit", _USUAL) if check else _USUAL
    words, line = longest.counts.words, line_of(article, longest.sentence.start)
    yield _said("pass" if words <= limit else "note", f"Longest sentence: {words} words", f"limit {limit}", line)


def _terms(check: Check | None, findings: Sequence[Finding]) -> Iterator[Line]:
    if check is None:
        return
    found = [one for one in findings if one.check == check.id and not one.held_back and one.decision is None]
    if not found:
        yield _said("pass", "Words to explain: none of the list", "other words were not looked up")
        return
    names = ", ".join(one.text for one in found[:_SHOWN])
    yield _said(
        "note", f"Words to explain: {names}", f"{len(found)} in all" if len(found) > 1 else "", found[0].line or 0
    )


def line_of(article: Article, at: int) -> int:
    """The line of a place of the source, from 1."""
    return article.document.source.count("\n", 0, at) + 1
