"""An inserted statement is what its check asks for, stands where it belongs, and holds no number nobody checked."""

from __future__ import annotations

import pytest
from speak import REPOSITORY

from workbench.drafting import Desk, Draft, panel
from workbench.drafting.statements import Statements
from workbench.facts import read_table
from workbench.loader import Content

TABLE = read_table(REPOSITORY / "checks" / "disclaimers" / "statements.csv", "statements.csv")
WORDED = [row["check"] for row in TABLE if row["wording"]]
SPOKEN = (
    "# Low mood\n\nSome people have thoughts of suicide. If you have thoughts of suicide, you are not alone.\n\n"
    "## What helps\n\n" + "Talk to somebody you trust about how you feel today. " * 12 + "\n"
)


def row_of(said, check: str):
    return next(row for row in said["needed"]["rows"] if row["check"] == check)


def inserted(text: str, insert) -> str:
    units = text.encode("utf-16-le")
    at = 2 * insert["at"]
    return (units[:at] + insert["text"].encode("utf-16-le") + units[at:]).decode("utf-16-le")


def lacking(content: Content, check: str) -> list[str]:
    found = next(one for one in content.checks if one.id == check)
    return [
        one.text for one in found.example
        if one.finds == ("*",) and one.text and one.format == ".md" and one.country in (None, "US")
    ]  # fmt: skip


@pytest.mark.parametrize("check", WORDED)
def test_every_page_that_lacks_it_has_it_afterwards(desk: Desk, content: Content, check: str) -> None:
    pages = lacking(content, check)
    assert pages
    for page in pages:
        insert = row_of(panel(desk, desk.check(Draft(page.encode()))), check)["insert"]
        text = inserted(page, insert)
        row = row_of(panel(desk, desk.check(Draft(text.encode()))), check)
        assert row["state"] == "there", text


@pytest.mark.parametrize("country", ["US", "CA", "GB", "IE", "AU", "NZ"])
def test_the_line_is_that_of_the_declared_country(say, country: str) -> None:
    insert = row_of(say(SPOKEN, country=country), "missing-crisis-line")["insert"]
    after = say(inserted(SPOKEN, insert), country=country)
    assert row_of(after, "missing-crisis-line")["state"] == "there"
    if country != "US":
        assert "988 Suicide & Crisis Lifeline" not in insert["wording"]


@pytest.mark.parametrize("country", ["ZA", "IN"])
def test_a_line_that_nobody_checked_is_not_offered(say, country: str) -> None:
    row = row_of(say(SPOKEN, country=country), "missing-crisis-line")
    assert row["insert"] is None and "never checked" in row["why"]


def test_a_country_without_a_line_is_offered_none(say) -> None:
    row = row_of(say(SPOKEN, country="BR"), "missing-crisis-line")
    assert row["insert"] is None and "Nothing is on record for BR" in row["why"]


def test_it_stands_after_the_passage_that_calls_for_it(say) -> None:
    insert = row_of(say(SPOKEN), "missing-crisis-line")["insert"]
    text = inserted(SPOKEN, insert)
    assert text.index("not alone.\n\nIf you think") < text.index("## What helps")
    assert insert["line"] == 3


def test_a_list_is_not_torn_apart(say) -> None:
    text = (
        "# Mood\n\nSigns are:\n\n- thoughts of suicide\n- poor sleep\n\nIf you have thoughts of suicide, talk. "
        + "We listen. " * 50
    )
    insert = row_of(say(text), "missing-crisis-line")["insert"]
    assert "- poor sleep\n\nIf you think about" in inserted(text, insert)


def test_advice_stands_before_the_references(say) -> None:
    body = "Ferrol tea lowers blood pressure. It relieves headaches. It prevents colds. Order now for $20. " * 8
    text = f"# Tea\n\n{body}\n\n## References\n\n1. A trial of tea, 2020.\n"
    insert = row_of(say(text), "missing-medical-advice")["insert"]
    assert inserted(text, insert).index("general information") < text.index("## References") + len(insert["text"])


def test_in_a_web_page_it_is_only_copied(say) -> None:
    page = f"<html><body><h1>Mood</h1><p>{SPOKEN.split(chr(10))[2]}</p><p>{'We talk. ' * 60}</p></body></html>"
    insert = row_of(say(page, path="mood.html"), "missing-crisis-line")["insert"]
    assert insert["at"] == -1 and "988" in insert["wording"]


def test_what_is_not_due_is_not_listed(say) -> None:
    assert say("# Walking\n\nWe walk to the lake on Sundays.\n")["needed"]["rows"] == []


def test_the_newsrooms_own_wording_lies_over_ours(tmp_path, content: Content) -> None:
    (tmp_path / "disclaimers").mkdir()
    (tmp_path / "disclaimers" / "statements.csv").write_text(
        "check,label,wording,needs\nmissing-medical-advice,Our line,Ask your own doctor first.,\n"
    )
    mine = Statements.read((REPOSITORY / "checks", tmp_path))
    check = next(one for one in content.checks if one.id == "missing-medical-advice")
    assert mine.label(check) == "Our line"
    assert Statements.read((REPOSITORY / "checks",)).label(check) == "Information, not advice"
    assert Statements.read((tmp_path / "nowhere",)).label(check) == "Medical advice"


def test_every_check_that_is_listed_is_there(content: Content) -> None:
    assert {row["check"] for row in TABLE} <= {check.id for check in content.checks}


def test_author_reviewer_and_date_are_told_one_by_one(say) -> None:
    text = "---\ntitle: Tea\nauthor: Priya Nandakumar, RN\n---\n# Tea\n\n" + "We drink tea and rest a while. " * 15
    rows = [row for row in say(text)["needed"]["rows"] if row["check"] == "missing-author-reviewer-date"]
    assert [(row["label"], row["state"]) for row in rows] == [
        ("Medical reviewer", "missing"), ("Date", "missing"), ("Author", "there"),
    ]  # fmt: skip
    assert rows[2]["where"] == "Priya Nandakumar, RN" and rows[0]["text"] == "The editor adds this."
    whole = text.replace("---\n#", "reviewer: Odo Pell, MD\nreviewed: 2026-10-02\n---\n#")
    rows = [row for row in say(whole)["needed"]["rows"] if row["check"] == "missing-author-reviewer-date"]
    assert [row["state"] for row in rows] == ["there"] * 3


def test_a_statement_that_stands_there_says_in_which_line(say) -> None:
    text = SPOKEN + "\nCall 988 at any time.\n"
    assert row_of(say(text), "missing-crisis-line")["line"] == text[: text.index("988")].count("\n") + 1
