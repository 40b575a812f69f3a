"""A decision follows its finding across edits; a doubtful one is shown, never dropped and never silent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from speak import findings

from workbench import decisions
from workbench.errors import BadContent, Usage
from workbench.model import Finding

DAY = date(2026, 11, 25)
TEXT = "# Drops\n\nOf the 10 people in the trial, 70.8% improved.\n\nSleep well.\n"


def finding(text: str = TEXT) -> Finding:
    (found,) = (f for f in findings(text, "impossible-percentage"))
    return found


def row(about: Finding, **changes: str) -> dict[str, str]:
    filled = {
        "article": "drops", "check": about.check, "fingerprint": about.fingerprint, "text": about.text,
        "decision": "dismissed", "reason": "wrong reading", "by": "mara", "on": "2026-11-20",
    }  # fmt: skip
    return {column: {**filled, **changes}.get(column, "") for column in decisions.COLUMNS}


def state(text: str, old: dict[str, str], article: str = "drops") -> str | None:
    (found,) = decisions.apply([finding(text)], [old], article, DAY)
    return found.decision.state if found.decision else None


def test_a_decision_closes_its_finding() -> None:
    assert state(TEXT, row(finding())) == "dismissed"


def test_an_edit_elsewhere_keeps_it() -> None:
    assert state("# Drops\n\nA new first paragraph.\n\n" + TEXT.partition("\n\n")[2], row(finding())) == "dismissed"


def test_straight_quotes_spaces_and_case_keep_it() -> None:
    assert state(TEXT.replace("Of the", "OF  the"), row(finding())) == "dismissed"


def test_an_edit_of_the_sentence_asks_again() -> None:
    assert state(TEXT.replace("in the trial", "in our trial"), row(finding())) == "changed"


def test_another_value_is_another_finding() -> None:
    assert state(TEXT.replace("70.8%", "71.8%"), row(finding())) is None


def test_another_article_is_not_touched() -> None:
    assert state(TEXT, row(finding()), article="pills") is None


@pytest.mark.parametrize(("until", "expected"), [("2026-11-25", "accepted"), ("2026-11-24", None)])
def test_an_accepted_risk_ends_after_its_day(until: str, expected: str | None) -> None:
    assert state(TEXT, row(finding(), decision="accepted", until=until)) == expected


ERROR = "# Drops\n\nKetamine is FDA approved for depression.\n"


def approval(text: str = ERROR) -> Finding:
    (found,) = findings(text, "approval-that-does-not-exist")
    return found


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"reason": "wrong reading"}, "dismissed"),
        ({"reason": "agreed exception"}, "changed"),
        ({"reason": "agreed exception", "second": "mara"}, "changed"),
        ({"reason": "agreed exception", "second": "ines"}, "dismissed"),
    ],
)
def test_an_error_is_closed_by_one_person_only_where_it_was_read_wrongly(
    changes: dict[str, str], expected: str
) -> None:
    (found,) = decisions.apply([approval()], [row(approval(), **changes)], "drops", DAY)
    assert found.decision is not None
    assert found.decision.state == expected


def test_nearly_the_same_words_ask_again_and_other_words_do_not() -> None:
    old = row(approval())
    (near,) = decisions.apply([approval(ERROR.replace("depression", "severe depression"))], [old], "drops", DAY)
    (far,) = decisions.apply(
        [approval(ERROR.replace("for depression", "to treat anxiety and PTSD"))], [old], "drops", DAY
    )
    assert (near.decision.state if near.decision else None, far.decision) == ("changed", None)


def test_a_decision_of_a_later_day_does_not_hold_yet() -> None:
    assert state(TEXT, row(finding(), on="2026-11-26")) is None


def test_two_articles_of_one_name_are_refused_where_a_name_stands_for_one(tmp_path: Path) -> None:
    names = decisions.article_names(["articles/a.md", "articles/b.txt"], tmp_path)
    assert set(names.values()) == {"a", "b"}
    with pytest.raises(Usage, match=r"articles/a\.md and articles/a\.txt would share"):
        decisions.article_names(["articles/a.md", "articles/a.txt"], tmp_path)


def test_a_second_equal_sentence_is_not_closed_by_the_first_ones_decision() -> None:
    twice = TEXT + "\nOf the 10 people in the trial, 70.8% improved.\n"
    found = decisions.apply(findings(twice, "impossible-percentage"), [row(finding())], "drops", DAY)
    assert [f.decision.state if f.decision else None for f in found] == ["dismissed", None]


def written(root: Path, *rows: dict[str, str], header: str = ",".join(decisions.COLUMNS)) -> Path:
    (root / "claims").mkdir()
    lines = [header, *(",".join(row[column] for column in decisions.COLUMNS) for row in rows)]
    (root / decisions.NAME).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root


def test_no_root_and_no_file_mean_no_decisions(tmp_path: Path) -> None:
    assert decisions.read(None) == decisions.read(tmp_path) == ()


def test_the_file_is_read_in_order(tmp_path: Path) -> None:
    rows = decisions.read(written(tmp_path, row(finding()), row(finding(), article="pills")))
    assert [r["article"] for r in rows] == ["drops", "pills"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"decision": "suppressed"}, "suppressed.*must be one of"),
        ({"reason": "because"}, "because.*choose wrong reading"),
        ({"on": "20 Nov"}, "on is .20 Nov.*2026-11-25"),
        ({"on": ""}, "no date"),
        ({"until": "2026-13-01"}, "until"),
        ({"decision": "accepted"}, "without an end date"),
        ({"by": ""}, "no “by”"),
        ({"fingerprint": ""}, "no “fingerprint”"),
    ],
)
def test_a_row_that_does_not_hold_is_named(tmp_path: Path, changes: dict[str, str], problem: str) -> None:
    with pytest.raises(BadContent, match=f"claims/decisions.csv: decision 1 .drops.*{problem}"):
        decisions.read(written(tmp_path, row(finding(), **changes)))


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadContent, match="lacks the column fingerprint"):
        decisions.read(written(tmp_path, header="article,check"))


@pytest.mark.parametrize(
    ("path", "name"),
    [("articles/sleep.md", "sleep"), ("articles/dev/sleep.md", "dev/sleep"), ("drafts/sleep.md", "sleep")],
)
def test_an_article_is_named_by_its_place_below_articles(tmp_path: Path, path: str, name: str) -> None:
    assert decisions.article_name(tmp_path / path, tmp_path) == name
    assert decisions.article_name(tmp_path / path, None) == "sleep"
