"""`workbench queue`: list, show, decide, export and audit, on a real newsroom with the shipped checks."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path
from shutil import copytree
from sqlite3 import connect

import newsroom
import pytest
from newsroom import INES, MARA, csv_text, rows
from queue_desk import quick

from workbench import queueing
from workbench.errors import BadContent, Usage
from workbench.queueing import Wanted

DAY = date(2026, 11, 25)
WANTED = Wanted(DAY, at="2026-11-25T09:41:07+00:00")
FAULTY = "# Evening drops\n\nOf the 10 people in the trial, 70.8% improved.\n\nThese drops are a miracle cure.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    quick(monkeypatch)
    copytree(newsroom._empty(), tmp_path / ".workbench")
    (tmp_path / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n', encoding="utf-8")
    (tmp_path / "articles/deep").mkdir(parents=True)
    (tmp_path / "articles/drops.md").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "articles/deep/fine.md").write_text("# Sleep\n\nKeep the room dark.\n", encoding="utf-8")
    return tmp_path


def fingerprint(desk: Path, check: str = "impossible-percentage") -> str:
    queueing.list_articles(WANTED, desk)
    ((found,),) = rows(desk, f"SELECT fingerprint FROM findings WHERE \"check\" = '{check}' AND state != 'fixed'")
    return str(found)


def test_the_list_puts_the_most_harmful_first(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    text, code = queueing.list_articles(WANTED, desk)
    lines = text.splitlines()
    assert code == 0
    assert lines[0].split() == ["Risk", "To", "decide", "State", "Waiting", "Article"]
    assert "New" in lines[1] and "0 d" in lines[1] and lines[1].endswith("drops  Evening drops")
    assert lines[2].endswith("deep/fine  Sleep")
    assert lines[-1].endswith("Does not confirm that a treatment is right, complete or safe.")
    assert queueing.list_articles(WANTED, desk, ["articles/deep"])[0].count("deep/fine") == 1
    assert "drops" not in queueing.list_articles(WANTED, desk, ["articles/deep"])[0]


def test_an_unreadable_article_is_named_and_the_answer_is_incomplete(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    (desk / "articles/bad.md").write_bytes(b"\xff\xfe\xff")
    text, code = queueing.list_articles(WANTED, desk)
    assert code == 3
    assert "Not read  articles/bad.md" in text and "drops" in text


def test_show_decide_show_export(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    name = fingerprint(desk)
    assert f"{name}  open" in queueing.show(WANTED, desk, "drops")[0]
    said, code = queueing.decide(WANTED, desk, "drops", name[:6], "dismiss", "2", person=MARA)
    assert (code, said.startswith("Dismissed: quoted or denied. ")) == (0, True)
    text, code = queueing.show(WANTED, desk, "drops")
    assert code == 0
    assert f"{name}  Dismissed: quoted or denied · mara, 25 Nov" in text
    assert "  2026-11-25T09:41:07+00:00  mara: Dismissed: quoted or denied." in text
    assert name in csv_text(desk)
    assert queueing.export(WANTED, desk) == ("claims/decisions.csv: 1 decision.\n", 0)
    said, _ = queueing.decide(WANTED, desk, "drops", name, "undo", person=MARA)
    assert said.startswith("Taken back: “70.8%” is open again.")
    assert queueing.export(WANTED, desk) == ("claims/decisions.csv: 0 decisions.\n", 0)
    assert queueing.audit(WANTED, desk)[1] == 0


def test_decide_looks_at_the_text_as_it_is_now(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    name = fingerprint(desk)
    (desk / "articles/drops.md").write_text(FAULTY.replace("70.8%", "7 (70%)"), encoding="utf-8")
    with pytest.raises(Usage, match="is no finding that this text still has"):
        queueing.decide(WANTED, desk, "drops", name, "fix", person=MARA)
    assert rows(desk, f"SELECT state FROM findings WHERE fingerprint = '{name}'") == [("fixed",)]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("drops", "{name}", "dismiss"), "A dismissal needs a reason"),
        (("drops", "{name}", "dismiss", "7"), "“7” is no reason"),
        (("drops", "{name}", "approve"), "is not something that can be decided here"),
        (("drops", "{name}", "undo"), "Nothing is decided here yet|decided nothing here"),
        (("drops", "ab", "fix"), "too short"),
        (("drops", "zzzz", "fix"), "is no finding"),
        (("pills", "{name}", "fix"), "no article “pills”"),
        (("\x1b[31m", "{name}", "fix"), "no article “�"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    desk: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], problem: str
) -> None:
    monkeypatch.chdir(desk)
    filled = [word.replace("{name}", fingerprint(desk)) for word in arguments]
    with pytest.raises(Usage, match=problem) as error:
        queueing.decide(WANTED, desk, *filled, person=MARA)
    assert error.value.exit_code == 2
    assert not {"\n", "\x1b"} & set(str(error.value))
    assert rows(desk, "SELECT * FROM decisions") == []


def test_another_persons_decision_is_named(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    name = fingerprint(desk)
    queueing.decide(WANTED, desk, "drops", name, "fix", person=INES)
    with pytest.raises(Usage, match=r"A fix was asked on 25 Nov by Ines Calder: an editor .* can withdraw"):
        queueing.decide(WANTED, desk, "drops", name, "fix", person=MARA)
    with pytest.raises(Usage, match=r"A fix was asked on 25 Nov by Ines Calder\. Only ines can take that back\."):
        queueing.decide(WANTED, desk, "drops", name, "undo", person=MARA)


def test_the_user_of_this_system_decides_by_default(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    monkeypatch.setenv("LOGNAME", "somebody-here")
    queueing.decide(WANTED, desk, "drops", fingerprint(desk), "fix")
    assert rows(desk, 'SELECT "by", by_name FROM decisions') == [("somebody-here", "somebody-here")]


def test_a_hostile_article_cannot_steer_the_terminal(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    hostile = "# \x1b[31mRed\u202e\n\nA \x1b]0;x\x07 miracle cure [bold]x[/bold].\n"
    (desk / "articles/drops.md").write_text(hostile, encoding="utf-8")
    for text, _ in (queueing.list_articles(WANTED, desk), queueing.show(WANTED, desk, "drops")):
        assert not {"\x1b", "\x07", "\u202e"} & set(text)


def test_a_working_directory_inside_the_newsroom_is_as_good(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk / "articles/deep")
    assert "drops" in queueing.list_articles(WANTED, desk / "articles/deep")[0]
    assert rows(desk, "SELECT path FROM articles ORDER BY path") == [("articles/deep/fine.md",), ("articles/drops.md",)]


def test_no_newsroom_and_a_broken_file_are_the_callers_to_mend(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    (desk / "claims").mkdir()
    (desk / "claims/decisions.csv").write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(BadContent, match=r"claims/decisions\.csv: line 1: lacks the column"):
        queueing.export(WANTED, desk)
    (desk / "workbench.toml").unlink()
    with pytest.raises(Usage, match=r"no newsroom here.*workbench\.toml"):
        queueing.list_articles(WANTED, desk)


def test_an_audit_says_what_was_changed(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    queueing.list_articles(WANTED, desk)
    with closing(connect(desk / ".workbench/queue.sqlite")) as raw:
        raw.execute("DROP TRIGGER history_is_never_updated")
        raw.execute("UPDATE history SET who = 'tom' WHERE id = 1")
        raw.commit()
    text, code = queueing.audit(WANTED, desk)
    assert code == 3
    assert "row 1 of the history" in text
