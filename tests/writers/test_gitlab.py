"""Code quality: what GitLab needs of each open finding, a fingerprint for each, and nothing that is closed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from made_results import CHANGED, DISMISSED, HELD, SUPPRESSED, finding, gated, report, results

from workbench.model import Results, Unread, View, WordPlace
from workbench.writers import gitlab


def issues(made: Results) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads("".join(gitlab.render(made, View())))
    return loaded


def only(**changes: Any) -> dict[str, Any]:
    (issue,) = issues(results(report(finding(**changes))))
    return issue


def test_an_issue_has_what_gitlab_requires() -> None:
    issue = only()
    assert {key: issue[key] for key in ("check_name", "severity", "location")} == {
        "check_name": "absolute-safety",
        "severity": "major",
        "location": {"path": "articles/drops.md", "lines": {"begin": 1}},
    }
    assert issue["description"] == "“safe” is bold. “safe” Say less."
    assert issue["fingerprint"]


@pytest.mark.parametrize(
    ("severity", "fail_on", "told"),
    [
        ("error", "error", "blocker"), ("error", "never", "critical"), ("warning", "error", "major"),
        ("warning", "warning", "blocker"), ("note", "error", "info"), ("note", "note", "blocker"),
    ],
)  # fmt: skip
def test_what_blocks_is_a_blocker(severity: str, fail_on: str, told: str) -> None:
    (issue,) = issues(results(report(finding(severity=severity)), gate=gated(fail_on)))
    assert issue["severity"] == told


def test_an_error_that_is_too_unsure_to_block_is_no_blocker() -> None:
    (issue,) = issues(results(report(finding(severity="error", confidence="low"))))
    assert issue["severity"] == "critical"


@pytest.mark.parametrize("state", [HELD, DISMISSED, SUPPRESSED])
def test_what_is_closed_is_left_out(state: dict[str, Any]) -> None:
    assert issues(results(report(finding(**state)))) == []


def test_what_has_to_be_confirmed_is_there() -> None:
    assert only(**CHANGED)


def test_one_sentence_in_two_articles_gives_two_fingerprints() -> None:
    made = results(report(finding(), path="a.md"), report(finding(), path="b.md"))
    assert len({issue["fingerprint"] for issue in issues(made)}) == 2


def test_another_line_gives_the_same_fingerprint() -> None:
    assert only(line=7)["fingerprint"] == only(line=1)["fingerprint"]


def test_a_path_is_below_the_root() -> None:
    (issue,) = issues(results(report(finding(), path="./a.md")))
    assert issue["location"]["path"] == "a.md"


@pytest.mark.parametrize("place", [{"line": None, "start": None, "end": None}, {"place": WordPlace("body", 3, 0, 4)}])
def test_what_has_no_line_stands_in_the_first(place: dict[str, Any]) -> None:
    assert only(**place)["location"]["lines"] == {"begin": 1}


def test_an_article_that_was_not_read_blocks() -> None:
    (issue,) = issues(results(unread=(Unread("b.md", "is not UTF-8"),)))
    assert (issue["severity"], issue["check_name"]) == ("blocker", "not-read")


@pytest.mark.parametrize("text", ['"}],[{"', "<script>alert(1)</script>", "\x1b[31m", "\ud800"])
def test_hostile_words_stay_in_their_string(text: str) -> None:
    assert set(only(message=text)) == {"description", "check_name", "fingerprint", "severity", "location"}


def test_nothing_found_is_an_empty_list() -> None:
    assert issues(results(report())) == []
