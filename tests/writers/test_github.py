"""Annotations: escaped, capped at ten of a level, the rest in a list; no word of an article is ever obeyed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_results import CHANGED, DISMISSED, HELD, SUPPRESSED, finding, gated, report, results

from workbench.model import Results, Unread, View, WordPlace
from workbench.writers import github


def lines(made: Results) -> list[str]:
    return "".join(github.render(made, View())).splitlines()  # at every sign that anybody takes for a line end


def commands(made: Results) -> list[str]:
    """The lines that a runner obeys, as its own source reads them: `::` first, or `##[` anywhere."""
    return [line for line in lines(made) if line.lstrip().startswith("::") or "##[" in line]


def annotations(made: Results, level: str) -> list[str]:
    return [line for line in commands(made) if line.startswith(f"::{level} ")]


def only(**changes: Any) -> str:
    (line,) = commands(results(report(finding(**changes))))
    return line


def test_a_finding_is_one_line_with_file_line_and_why() -> None:
    assert only() == (
        "::warning file=articles/drops.md,title=absolute-safety (high confidence),line=1::“safe” is bold. “safe”"
        "%0AWhy: Why so.%0ADo: Say less."
    )


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("note", "notice")])
def test_levels(severity: str, level: str) -> None:
    assert only(severity=severity).startswith(f"::{level} ")


@pytest.mark.parametrize("state", [HELD, DISMISSED, SUPPRESSED])
def test_what_is_closed_is_not_annotated(state: dict[str, Any]) -> None:
    assert commands(results(report(finding(**state)))) == []


def test_what_has_to_be_confirmed_is() -> None:
    assert only(**CHANGED)


def test_the_whole_article_has_no_line() -> None:
    assert ",line=" not in only(start=None, end=None, text="", line=None)


def test_a_word_file_has_no_line_but_names_the_paragraph() -> None:
    line = only(place=WordPlace("body", 3, 0, 4))
    assert ",line=" not in line
    assert "[paragraph 3]" in line


@pytest.mark.parametrize(("count", "annotated"), [(9, 9), (10, 10), (11, 10), (40, 10)])
def test_ten_of_a_level_are_annotated_and_the_rest_is_listed(count: int, annotated: int) -> None:
    made = results(report(*(finding(fingerprint=str(number)) for number in range(count))))
    assert len(annotations(made, "warning")) == annotated
    listed = [line for line in lines(made) if line.startswith("  warning: articles/drops.md, line 1")]
    assert len(listed) == count - annotated
    assert any("more finding" in line for line in lines(made)) == (count > 10)


def test_levels_are_capped_each_by_itself() -> None:
    many = [
        finding(severity=severity, fingerprint=f"{severity}{n}") for n in range(12) for severity in ("note", "error")
    ]
    made = results(report(*many))
    assert (len(annotations(made, "error")), len(annotations(made, "notice"))) == (10, 10)


def test_what_blocks_is_annotated_first() -> None:
    unsure = [finding(severity="error", confidence="low", fingerprint=str(n), message=f"unsure {n}") for n in range(10)]
    made = results(report(*unsure, finding(severity="error", message="sure")), gate=gated("error"))
    assert "sure" in annotations(made, "error")[0]
    assert "unsure" not in annotations(made, "error")[0]


@pytest.mark.parametrize(
    "text",
    [
        "::error::owned",
        "x\n::set-env name=PATH::/tmp",
        "x\r::add-mask::y",
        "##[command]rm -rf /",
        "%0A::error::owned",
        "\u2028::error::owned",
        "a,line=99::b",
    ],
)
def test_hostile_words_are_never_commands(text: str) -> None:
    many = [finding(fingerprint=str(number), message=text, text=text, check="c") for number in range(12)]
    made = results(report(*many, path=f"articles/{text}.md"), unread=(Unread(text, text),))
    assert len(annotations(made, "warning")) == 10
    assert len(annotations(made, "error")) == 1
    told = [line for line in commands(made) if not line.startswith(("::warning ", "::error "))]
    assert [line.split("::")[1].split(" ")[0] for line in told] == ["group", "endgroup"]
    assert all(line.split("::")[1].count(",line=") == 1 for line in annotations(made, "warning"))


@given(st.text())
def test_no_text_adds_a_command(text: str) -> None:
    made = results(report(*(finding(message=text, fingerprint=str(n)) for n in range(12))))
    assert len(commands(made)) == 12


@pytest.mark.parametrize("text", ["50 % of people: yes, all", "naïve café", "“a” – b", "##heading [x]"])
def test_ordinary_words_come_back_when_github_decodes_them(text: str) -> None:
    decoded = only(message=text).split("::", 2)[2].replace("%0A", "\n").replace("%25", "%")
    assert decoded.startswith(text)


def test_an_article_that_was_not_read_is_an_error() -> None:
    assert annotations(results(unread=(Unread("b.md", "is not UTF-8"),)), "error")


def test_the_summary_closes_the_log() -> None:
    text = "\n".join(lines(results(report(finding(**HELD)))))
    assert "1 held back, 0 decided, 0 suppressed in the text" in text
    assert "2 decisions read, made from 2026-11-01 to 2026-11-20; the newest is 5 days old." in text
