"""JUnit: red exactly where the exit code is, skipped where people or context closed it, always well-formed."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, fromstring

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_results import CHANGED, DISMISSED, HELD, SUPPRESSED, finding, gated, report, results

from workbench.model import Engine, Evidence, Judgement, Results, Unread, View
from workbench.writers import junit


def tree(made: Results) -> Element:
    return fromstring("".join(junit.render(made, View())).encode())


def numbers(made: Results) -> tuple[int, int, int]:
    root = tree(made)
    failures, errors, skipped = (int(root.get(name, "-1")) for name in ("failures", "errors", "skipped"))
    assert failures == len(root.findall(".//failure"))
    return failures, errors, skipped


@pytest.mark.parametrize(
    ("severity", "confidence", "fail_on", "failures"),
    [
        ("error", "high", "error", 1), ("error", "low", "error", 0), ("warning", "high", "error", 0),
        ("warning", "high", "warning", 1), ("note", "medium", "note", 1), ("error", "high", "never", 0),
    ],
)  # fmt: skip
def test_only_what_blocks_fails(severity: str, confidence: str, fail_on: str, failures: int) -> None:
    made = results(report(finding(severity=severity, confidence=confidence)), gate=gated(fail_on))
    assert numbers(made) == (failures, 0, 0)


@pytest.mark.parametrize(
    ("state", "says"),
    [
        (HELD, "held back: negated: “not”"),
        (DISMISSED, "dismissed by ines"),
        (SUPPRESSED, "suppressed in the text by ines"),
    ],
)
def test_what_is_closed_is_skipped_with_the_reason(state: dict[str, Any], says: str) -> None:
    made = results(report(finding(severity="error", **state)))
    assert numbers(made) == (0, 0, 1)
    skipped = tree(made).find(".//skipped")
    assert skipped is not None
    assert says in str(skipped.get("message"))


def test_what_has_to_be_confirmed_blocks() -> None:
    assert numbers(results(report(finding(severity="error", **CHANGED)))) == (1, 0, 0)


def test_a_failure_says_what_why_and_what_to_do() -> None:
    failure = tree(results(report(finding(severity="error")))).find(".//failure")
    assert failure is not None
    assert failure.get("message") == "“safe” is bold."
    assert failure.text == "“safe”\n“safe” is bold.\nWhy: Why so.\nDo: Say less.\nFingerprint: f0f0f0f0f0f0f0f0"


def test_what_is_open_but_does_not_block_passes_with_its_words() -> None:
    out = tree(results(report(finding()))).find(".//testsuite[@name='articles/drops.md']//system-out")
    assert out is not None
    assert str(out.text).startswith("warning: “safe”")


def test_an_article_without_findings_is_one_case_that_passes() -> None:
    made = results(report())
    assert numbers(made) == (0, 0, 0)
    assert tree(made).find(".//testcase[@name='no check fired']") is not None


def test_not_read_and_not_verified_are_errors() -> None:
    engines = (Engine("languagetool", "", "failed", "no Java"), Engine("other", "", "not asked", ""))
    assert numbers(results(unread=(Unread("b.md", "is not UTF-8"),), engines=engines)) == (0, 2, 0)


def test_not_checkable_is_skipped_and_never_green() -> None:
    open_ = Judgement("growth-rate", "not-checkable", None, None, Evidence("growth", computed="both end points"))
    made = results(msgspec.structs.replace(report(), verdicts=(open_,)))
    skipped = tree(made).find(".//skipped")
    assert skipped is not None
    assert skipped.get("message") == "not checkable: both end points"


def test_a_verdict_that_passed_is_no_case() -> None:
    passed = Judgement("growth-rate", "pass", None, None, None)
    assert numbers(results(msgspec.structs.replace(report(), verdicts=(passed,)))) == (0, 0, 0)


@given(st.text(st.characters(), max_size=30))
def test_no_text_breaks_the_document(text: str) -> None:
    hostile = finding(severity="error", message=text, text=text, why=text)
    root = tree(results(report(hostile, path=text or "x"), unread=(Unread("b", text),)))
    assert [element.tag for element in root.iter()].count("failure") == 1


@pytest.mark.parametrize(
    "text", ["]]><failure/>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>", '"/><failure message="', "&lt;"]
)
def test_hostile_words_stay_text(text: str) -> None:
    failure = tree(results(report(finding(severity="error", message=text)))).find(".//failure")
    assert failure is not None
    assert failure.get("message") == text


def test_the_summary_is_there() -> None:
    out = tree(results(report(finding(**HELD)))).find(".//testsuite[@name='workbench']//system-out")
    assert out is not None
    assert "1 held back, 0 decided, 0 suppressed in the text" in str(out.text)
