"""JUnit XML: one suite an article, one case a finding; what stops at the gate is a failure.

Findings that do not block pass, with their words as output, so that this report is red exactly where the exit code is.
Those held back, decided or suppressed, and what was not checkable, are skipped cases that say why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from workbench import decisions
from workbench.model import Finding, Judgement, Report, Results, View
from workbench.tally import blocks, state, summary
from workbench.writers.terminal import clean, where

_NUMBERS = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), "�")  # what no XML may hold


def render(results: Results, view: View) -> Iterator[str]:
    """The report as one XML document in UTF-8 text with a final line end."""
    root = Element("testsuites", name="workbench")
    numbers: Counter[str] = Counter()
    for suite in _suites(results):
        numbers.update(_counted(suite))
    _tell(root, numbers)
    root.text = "\n"  # so that the element has an end of its own
    head, _, tail = tostring(root, encoding="unicode").partition("\n")
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n'
    for suite in _suites(results):
        _tell(suite, _counted(suite))
        indent(suite, level=1)
        yield f"  {tostring(suite, encoding='unicode')}\n"
    yield f"{tail}\n"


def _suites(results: Results) -> Iterator[Element]:
    for report in results.reports:
        yield _suite(report, results)
    for unread in results.unread:
        suite = _named(unread.path)
        case = _case(suite, "could be read", unread.path)
        SubElement(case, "error", type="not-read", message=_text(unread.message))
        yield suite
    for engine in results.engines:
        if engine.state == "failed":
            suite = _named(engine.name)
            case = _case(suite, "answered", engine.name)
            SubElement(case, "error", type="not-verified", message=_text(engine.reason))
            yield suite
    suite = _named("workbench")
    SubElement(_case(suite, "summary", "workbench"), "system-out").text = _lines(map(_text, summary(results)))
    yield suite


def _suite(report: Report, results: Results) -> Element:
    suite = _named(report.path)
    for finding in report.findings:
        case = _case(suite, f"{finding.check}, {_place(finding)}", report.path)
        if blocks(finding, results):
            failure = SubElement(case, "failure", type=finding.severity, message=_text(finding.message))
            failure.text = _told(finding)
        elif state(finding) == "open":
            SubElement(case, "system-out").text = f"{finding.severity}: {_told(finding)}"
        else:
            SubElement(case, "skipped", message=_closed(finding))
    for verdict in report.verdicts:
        if verdict.verdict == "not-checkable":
            SubElement(_case(suite, verdict.check, report.path), "skipped", message=_missing(verdict))
    if not len(suite):
        _case(suite, "no check fired", report.path)
    return suite


def _closed(finding: Finding) -> str:
    if finding.held_back:
        return _text("held back: " + "; ".join(f"{flag.flag}: “{flag.cue}”" for flag in finding.context))
    return _text(decisions.told(finding.decision)) if finding.decision else "closed"


def _missing(verdict: Judgement) -> str:
    computed = verdict.evidence.computed if verdict.evidence else ""
    return _text(f"not checkable: {computed}" if computed else "not checkable")


def _told(finding: Finding) -> str:
    quoted = [f"“{_text(finding.text)}”"] if finding.text else []
    parts = [*quoted, _text(finding.message), f"Why: {_text(finding.why)}", f"Do: {_text(finding.advice)}"]
    return _lines([*parts, f"Fingerprint: {finding.fingerprint}"])


def _named(name: str) -> Element:
    return Element("testsuite", name=_text(name))


def _case(suite: Element, name: str, path: str) -> Element:
    return SubElement(suite, "testcase", name=_text(name), classname=_text(path), time="0")


def _counted(suite: Element) -> dict[str, int]:
    """The numbers that readers of this format show."""
    return {word: len(suite.findall(f".//{tag}")) for word, tag in _NUMBERS.items()}


def _tell(element: Element, numbers: Mapping[str, int]) -> None:
    for word in _NUMBERS:
        element.set(word, str(numbers[word]))


def _place(finding: Finding) -> str:
    return "whole article" if finding.line is None else where(finding)


def _text(text: str) -> str:
    return clean(text).translate(_CONTROL)


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(parts)
