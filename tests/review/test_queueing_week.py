"""A week of a newsroom by the command line alone, on both databases: three roles and thirty articles, then one person.

Every refusal says who can; the audit verifies at the end, and no more after one byte was changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import rewritten
from postgres import Server
from queue_desk import CALM, DROPS, ERROR, MIRACLE, PERCENT, SLEEP, Desk, Terminal, quick

ONE = """[newsroom]
country = "US"
[people.mara]
name = "Mara Olsen"
[review]
people = 1
"""
PAPERS = ("--source", "The trial", "--version", "2", "--place", "table 3", "--fact", "velodrin-label")
NEW = ("--value", "20%", "--country", "US", "--effective", "2026-11-27", "--source", "Label v18")


class Week(Terminal):
    """The newsroom, and whoever sits at its terminal."""

    def barred(self, who: str, *words: str) -> str:
        """Why a step is not done: one line, and who can."""
        told = super().barred(who, *words)
        assert re.search(r"\bcan\b|\bmust\b|only the next check does", told), told
        return told

    def text(self, name: str) -> str:
        """The text as `queue show` names it."""
        (found,) = re.findall(r"^Text +([0-9a-f]{12})$", self.does("mara", "show", name), re.MULTILINE)
        return str(found)

    def list_of(self, *words: str) -> str:
        """The code of the list of live sentences, which has to be seen first."""
        told = self.does("ines", *words)
        assert "Nothing is changed yet." in told
        return told.split()[-1]

    def goes_live(self, name: str, editor: str = "mara") -> None:
        """Both approvals, and the page is on the site."""
        text = self.text(name)
        self.does(editor, "approve", name, "editorial", "--text", text)
        self.does("ines", "approve", name, "medical", "--text", text)
        self.does("ada", "live", name, "--text", text, "--address", f"https://news.example/{name}")


@pytest.fixture
def week(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], database: Server | None
) -> Iterator[Week]:
    quick(monkeypatch)
    monkeypatch.chdir(tmp_path)
    desk = Desk(tmp_path)
    for kind, text in (("drops", DROPS), ("sleep", SLEEP), ("calm", CALM)):
        for number in range(1, 10):
            desk.write(f"{kind}-{number}", text)
    yield Week(desk, monkeypatch, capfd)


def test_a_week(week: Week) -> None:
    assert len(week.does("mara", "list").splitlines()) == 32
    _monday(week)
    week.desk.later(24)
    _tuesday(week)
    week.desk.later(24)
    _wednesday(week)
    week.desk.later(24)
    _thursday(week)
    week.desk.later(24)
    _alone(week)
    assert week.does("mara", "audit", "--verify") == "The history is whole: every row follows the one before it.\n"
    rewritten(
        week.desk.root, "UPDATE history SET who = 'tam' WHERE id = (SELECT min(id) FROM history WHERE who = 'tom')"
    )
    end, told = week.types("mara", "audit", "--verify")
    assert end == 3 and "was changed" in told


def _monday(week: Week) -> None:
    """A finding is contested and answered, an error needs two people, one cause is decided at once."""
    desk, drops = week.desk, "drops"
    percent, error = desk.finding(PERCENT), desk.finding(ERROR)
    week.does("mara", "open", drops)
    week.barred("tom", "decide", drops, percent, "dismiss", "--reason", "1")
    week.barred("mara", "changes", drops)
    week.does("mara", "decide", drops, percent, "fix", "--note", "Which group?")
    week.does("mara", "decide", drops, error, "dismiss", "--reason", "agreed exception")
    week.barred("mara", "decide", drops, error, "agree")
    week.barred("otto", "decide", drops, error, "agree")
    week.does("ines", "decide", drops, error, "overrule", "--note", "Nobody agreed to that.")
    week.does("otto", "decide", drops, error, "fix")
    week.does("mara", "changes", drops, "--message", "Two fixes.")
    week.barred("mara", "decide", drops, percent, "contest", "--reason", "No.", "--source", "x")
    contest = ("contest", "--reason", "The table says 12.", "--source", "Trial report, table 2")
    week.does("tom", "decide", drops, percent, *contest)
    week.does("tom", "send", drops, "--note", "The label is being looked up.")
    week.barred("mara", "changes", drops, "--message", "Please.")
    week.does("mara", "decide", drops, percent, "fix", "--note", "That is another trial.")
    week.does("mara", "changes", drops)
    week.does("tom", "decide", drops, percent, *contest)
    week.barred("mara", "decide", drops, percent, "dismiss", "--reason", "1")
    week.does("otto", "decide", drops, percent, "dismiss", "--reason", "1")
    others = [f"sleep-{number}:{desk.finding(MIRACLE, f'sleep-{number}')}" for number in range(1, 5)]
    week.barred("mara", "decide", "sleep", desk.finding(MIRACLE, "sleep"), *others, "dismiss", "--reason", "other")
    week.does("mara", "decide", "sleep", desk.finding(MIRACLE, "sleep"), *others, "dismiss", "--reason", "2")


def _tuesday(week: Week) -> None:
    """The text is edited: what was asked is fixed by the check alone; a second opinion; an end date."""
    desk = week.desk
    miracle = desk.finding(MIRACLE)
    week.barred("ines", "decide", "drops", miracle, "fixed")
    desk.write("drops", DROPS.replace("The FDA has approved ketamine for depression.\n\n", "").replace("70.8%", "70%"))
    week.does("tom", "send", "drops")
    shown = week.does("mara", "show", "drops")
    assert "the checks: Fixed: no longer found." in shown and "0 errors" not in shown
    week.barred("mara", "decide", "drops", miracle, "ask")
    week.does("mara", "decide", "drops", miracle, "ask", "--note", "Is this a promise?")
    week.barred("mara", "decide", "drops", miracle, "dismiss", "--reason", "1")
    week.does("ines", "decide", "drops", miracle, "accept", "--reason", "A name", "--until", "2027-02-01")
    week.barred("otto", "decide", "sleep-7", desk.finding(MIRACLE, "sleep-7"), "accept", "--reason", "x")
    week.does("mara", "message", "drops", "Thank you.")
    week.barred("ada", "message", "drops", "Hello.")
    week.does("mara", "assign", "calm", "ines", "--due", "2026-11-26")
    assert "calm" in week.does("ines", "list", "--mine", "--due")


def _wednesday(week: Week) -> None:
    """Two pages go live; an edit takes an approval away; one page is held and put back by two."""
    desk = week.desk
    for name in ("calm", "calm-1"):
        week.does("mara", "open", name)
        claim = desk.claim("efficacy", name)
        week.barred("mara", "claim", name, claim, "substantiate", *PAPERS)
        week.does("ines", "claim", name, claim, "substantiate", *PAPERS)
    old = week.text("calm-1")
    week.does("otto", "approve", "calm-1", "editorial", "--text", old)
    desk.write(
        "calm-1", CALM + "\nDrink water. Pain gets less in 3 of 10 people, says [the trial](https://example.org/t).\n"
    )
    week.barred("ines", "approve", "calm-1", "medical", "--text", old)
    week.barred("ines", "live", "calm", "--text", week.text("calm"))
    week.goes_live("calm")
    week.barred("tom", "hold", "calm", "I want it back.")
    week.does("mara", "hold", "calm", "A reader was hurt.")
    week.does("mara", "back", "calm")
    week.barred("mara", "back", "calm", "agree")
    week.does("ines", "back", "calm", "agree")
    week.does("mara", "notice", "calm", "Ask a doctor first.")
    week.barred("mara", "notice", "calm", "agree")
    week.does("ada", "notice", "calm", "agree")


def _thursday(week: Week) -> None:
    """The notice is over; a fact changes, and what rests on it is looked at again."""
    desk = week.desk
    week.does("mara", "list")
    assert desk.article("state", "calm") == "in review"
    change = ("fact", "velodrin-label", "change", *NEW)
    week.barred("mara", *change)
    seen = week.list_of(*change)
    end, told = week.types("ines", *change, "--seen", "00000000")
    assert end == 2 and "can save it after seeing exactly those" in told
    week.does("ines", *change, "--seen", seen)
    assert desk.article("live", "calm") == "expired"
    renew = ("claim", "calm", desk.claim("efficacy", "calm"), "renew", *NEW)
    week.barred("mara", *renew)
    week.does("ines", *renew, "--seen", week.list_of(*renew))
    week.goes_live("calm", "otto")
    assert desk.article("live", "calm") == "published"
    week.does(
        "mara", "complaint", "calm", "7", "receive", "--from", "A reader", "--words", "pain", "--deadline", "2026-12-09"
    )
    assert "This needs claim and pages;" in week.barred("mara", "complaint", "calm", "7", "find")
    week.barred("mara", "check", MIRACLE, "retire", "--measured", "47 of 50", "--reason", "Right often.")
    assert week.types("mara", "export")[1].startswith("claims/decisions.csv: ")


def _alone(week: Week) -> None:
    """Everybody but one has left: a second pass a day later stands in for the second person, and is told as such."""
    desk = week.desk
    (desk.root / "workbench.toml").write_text(ONE, encoding="utf-8")
    week.barred("ines", "hold", "calm", "I am gone.")
    week.does("mara", "open", "calm-2")
    week.does("mara", "claim", "calm-2", desk.claim("efficacy", "calm-2"), "substantiate", *PAPERS)
    text = week.text("calm-2")
    week.does("mara", "approve", "calm-2", "editorial", "--text", text)
    assert "24 hours later" in week.barred("mara", "approve", "calm-2", "medical", "--text", text)
    error = desk.finding(ERROR, "drops-1")
    week.does("mara", "decide", "drops-1", error, "dismiss", "--reason", "agreed exception")
    week.barred("mara", "decide", "drops-1", error, "agree")
    desk.later(24)
    assert "second person: none" in week.does("mara", "approve", "calm-2", "medical", "--text", text)
    assert "Second person: none." in week.does("mara", "decide", "drops-1", error, "agree")
    week.does("mara", "live", "calm-2", "--text", text)
    shown = week.does("mara", "show", "calm-2")
    assert "this text · Approved by mara; second person: none" in shown and "Not approved" not in shown
    assert "Second person: none." in shown
