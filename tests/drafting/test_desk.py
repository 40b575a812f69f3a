"""A draft is told what the gate would say, and nothing of an older text."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafting.conftest import DAY, FOLDERS
from hypothesis import given, settings
from hypothesis import strategies as st
from speak import REPOSITORY

from workbench import batch, config, decisions
from workbench.drafting import Desk, Draft, Dropped, panel
from workbench.errors import Unreadable

ARTICLES = sorted((REPOSITORY / "articles").glob("*.md"))[:4]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_the_findings_are_those_of_the_gate(desk: Desk, content, path: Path) -> None:
    plan = batch.Plan(FOLDERS, None, "US", DAY, (), (), people=())
    (report,) = batch.examine([str(path)], plan, content)
    drafted = desk.check(Draft(path.read_bytes(), str(path), path.stem))
    assert drafted.findings == report.findings
    assert drafted.verdicts == report.verdicts


def test_a_decision_of_the_newsroom_counts_here_too(tmp_path: Path, content) -> None:
    (tmp_path / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n')
    (tmp_path / "claims").mkdir()
    text = b"# Ferrol tea\n\nFerrol tea is a miracle cure.\n"
    desk = Desk(content, config.load(tmp_path), FOLDERS, DAY)
    found = next(one for one in desk.check(Draft(text, "a.md", "tea")).findings if one.check == "miracle-cure")
    row = dict.fromkeys(decisions.COLUMNS, "") | {
        "article": "tea", "check": found.check, "fingerprint": found.fingerprint, "decision": "dismissed",
        "reason": "quoted or denied", "by": "mara", "on": "2026-11-20", "text": found.text,
    }  # fmt: skip
    (tmp_path / decisions.NAME).write_bytes(decisions.HEADER + decisions.lines([row]))
    said = panel(desk, desk.check(Draft(text, "a.md", "tea")))
    (shown,) = [one for one in said["findings"] if one["fingerprint"] == found.fingerprint]
    assert not shown["open"] and "dismissed by mara" in shown["decision"] and said["decided"] == 1
    other = panel(desk, desk.check(Draft(text, "a.md", "another")))
    assert other["decided"] == 0


def test_a_comment_in_the_text_closes_a_finding_with_a_reason_only(say) -> None:
    comment = '<!-- workbench-ignore {} reason="quoted from a leaflet" by=mara -->\n'
    text = "# Tea\n\n{}Ferrol tea is a miracle cure.\n"
    open_ = next(one for one in say(text.format(""))["findings"] if "miracle" in one["text"])
    assert say(text.format(comment.format(open_["check"])))["decided"] >= 1
    assert say(text.format(f"<!-- workbench-ignore {open_['check']} -->\n"))["decided"] == 0


def test_an_older_text_stops_between_two_checks(desk: Desk) -> None:
    asked = iter([False, False, True])
    with pytest.raises(Dropped):
        desk.check(Draft(b"# Tea\n\nIt cures all.\n"), lambda: next(asked))


def test_what_is_too_long_is_told_and_not_checked(content) -> None:
    limits = config.Limits(max_words=50)
    desk = Desk(content, config.Settings(None, config.Newsroom("US"), limits), FOLDERS, DAY)
    with pytest.raises(Unreadable, match="50"):
        desk.check(Draft(b"word " * 200))


def test_a_part_says_nothing_about_the_whole(say) -> None:
    text = "# Suicide\n\n" + "Ferrol tea is a miracle cure for suicide. If you think of it, drink.\n\n" * 40
    whole, part = say(text), say(text, first=10)
    assert part["needed"] is None and part["read"] == 10 < part["lines"] == whole["lines"]
    assert part["reading"] == [] and part["silence"] == ""
    assert all(one["start"] >= 0 for one in part["findings"])
    assert [one["start"] for one in part["findings"]] == [
        one["start"] for one in whole["findings"] if one["start"] >= 0 and one["line"] <= 10
    ]


HALF = [
    *("```\ncode", "| a | b", "- ", "[x](", "<!-- ", "**", "# ", "<b", "\\", "&am", "!["),
    *("1. a\n   - b\n\t", "> ", "---\n---\n---"),
]


@pytest.mark.parametrize("text", ["", " ", "\n\n", *HALF])
def test_half_typed_markdown_is_no_trouble(say, text: str) -> None:
    said = say(text + "Ferrol tea is a miracle cure")
    assert said["lines"] >= 1
    assert say(text)["counts"]["error"] == 0


@given(st.text(max_size=200))
@settings(max_examples=25, deadline=None)
def test_any_text_gets_an_answer_within_its_own_bounds(desk: Desk, text: str) -> None:
    source = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        said = panel(desk, desk.check(Draft(source.encode("utf-8", "replace"))))
    except Unreadable as error:  # NUL characters, front matter that is still open
        assert "NUL" in str(error) or "---" in str(error)
        return
    length = len(source.encode("utf-16-le", "replace")) // 2
    for finding in said["findings"]:
        assert -1 <= finding["start"] <= finding["end"] <= length
