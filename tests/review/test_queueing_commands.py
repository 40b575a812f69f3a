"""`workbench queue …` as people type it: every word goes where it belongs; what is typed wrongly is one clear line."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from queue_desk import ERROR, MIRACLE, Desk, quick

from workbench import cli, queueing
from workbench.queueing import Further, Only
from workbench.review.moves import printed

AT = "2026-11-25T09:00:00+00:00"


def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[int, str, str]:
    """Exit code, what was printed, what was complained of."""
    monkeypatch.setattr(sys, "argv", ["workbench", "queue", *words])
    with pytest.raises(SystemExit) as end:
        cli.main()
    told = capsys.readouterr()
    return int(end.value.code or 0), told.out, told.err


DAY = "2026-12-01"
COMMANDS: list[tuple[str, str, tuple[Any, ...], dict[str, Any]]] = [
    ("list", "list_articles", ((), Only()), {}),
    ("list a b --first 3 --mine --due", "list_articles", (["a", "b"], Only(first=3, mine=True, due=True)), {}),
    ("show drops", "show", ("drops",), {}),
    ("decide drops 4f2a dismiss --reason 2", "decide", ("drops", ["4f2a"], "dismiss", "2", ""), {"further": Further()}),
    ("decide drops 4f2a b:77aa fix --note why", "decide", ("drops", ["4f2a", "b:77aa"], "fix", "", "why"),
     {"further": Further()}),
    (f"decide d 4f2a accept --until {DAY} --fact f --source s", "decide", ("d", ["4f2a"], "accept", "", ""),
     {"further": Further(until=DAY, fact="f", source="s")}),
    ("open drops", "start", ("drops",), {}),
    ("send drops --note why", "send", ("drops", "why"), {}),
    ("changes drops --message why", "changes", ("drops", "why"), {}),
    ("approve drops editorial --text 12345678", "approve", ("drops", "editorial", "12345678"), {}),
    ("withdraw drops", "withdraw", ("drops",), {}),
    ("live drops --text 12345678 --address https://a.example --until 2027-01-01", "go_live",
     ("drops", "12345678", "https://a.example", "2027-01-01"), {}),
    ("hold drops why", "hold", ("drops", "why"), {}),
    ("back drops", "put_back", ("drops", ""), {}),
    ("back drops agree", "put_back", ("drops", "agree"), {}),
    ("notice drops words", "notice", ("drops", "words"), {}),
    (f"complaint drops 7 receive --from f --words w --deadline {DAY}", "complaint",
     ("drops", "7", "receive", {"from": "f", "words": "w", "deadline": DAY}, ""), {}),
    ("complaint drops 7 find --claim c --pages p", "complaint",
     ("drops", "7", "find", {"claim": "c", "pages": "p"}, ""), {}),
    ("complaint drops 7 correct --notice n", "complaint", ("drops", "7", "correct", {"notice": "n"}, ""), {}),
    ("complaint drops 7 reject --reason r", "complaint", ("drops", "7", "reject", {}, "r"), {}),
    ("claim drops 4f2a substantiate --source s --version v --place p --fact f", "claim",
     ("drops", "4f2a", "substantiate", {"source": "s", "version": "v", "place": "p", "fact": "f"}, "", ""), {}),
    (f"claim drops 4f2a settle --value v --country US --effective {DAY} --seen c --reason r", "claim",
     ("drops", "4f2a", "settle", {"value": "v", "country": "US", "effective": DAY}, "r", "c"), {}),
    (f"fact f change --value v --country US --effective {DAY} --source s --seen c", "fact",
     ("f", "change", {"value": "v", "country": "US", "effective": DAY, "source": "s"}, "c"), {}),
    ("message drops words --finding 4f2a", "message", ("drops", "words", "4f2a"), {}),
    (f"assign drops ines --due {DAY}", "assign", ("drops", "ines", DAY), {}),
    ("check c propose --measured m --reason r", "check", ("c", "propose", "m", "r"), {}),
    ("export", "export", (), {}),
    ("audit", "audit", ("",), {}),
    ("audit --verify --export h.csv", "audit", ("h.csv",), {}),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "function", "words", "more"), COMMANDS, ids=[typed for typed, *_ in COMMANDS])
def test_every_word_goes_where_it_belongs(
    typed: str, function: str, words: tuple[Any, ...], more: dict[str, Any], monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], tmp_path: Path,
) -> None:  # fmt: skip
    called: list[tuple[Any, ...]] = []

    def taken(wanted: queueing.Wanted, place: Path, *rest: Any, **named: Any) -> tuple[str, int]:
        called.append((wanted.as_of, wanted.at, wanted.url, place, rest, named))
        return "Done.\n", 0

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(queueing, function, taken)
    end, out, err = run(capsys, monkeypatch, *typed.split(), "--at", AT, "--database", "sqlite:///q.sqlite")
    assert (end, out, err) == (0, "Done.\n", "")
    assert called == [(date(2026, 11, 25), AT, "sqlite:///q.sqlite", tmp_path, words, more)]


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("decide", "Missing argument 'ARTICLE'"),
        ("decide drops 4f2a", "Missing argument"),
        ("approve drops editorial", "Missing option '--text'"),
        ("live drops", "Missing option '--text'"),
        ("hold drops", "Missing argument"),
        ("claim drops 4f2a", "Missing argument"),
        ("list --first -1", "--first"),
        ("list --first some", "--first"),
        ("fly drops", "No such command 'fly'"),
        ("open drops --text 12345678", "No such option: --text"),
        ("open drops --at yesterday", "--at: “yesterday” is no moment; write it with its zone"),
        ("open drops --at 2026-11-25", "--at: “2026-11-25” is no moment"),
        ("open drops --at 2026-11-25T09:00", "--at: “2026-11-25T09:00” is no moment"),
        ("open drops --as-of 25.11.2026", "write it as 2026-11-25"),
        ("audit --export history", "ends in neither .csv nor .json"),
    ],
)
def test_what_is_typed_wrongly_is_told(
    typed: str, complaint: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    end, out, err = run(capsys, monkeypatch, *typed.split())
    assert (end, out) == (2, "")
    assert complaint in err


def test_the_day_is_that_of_the_moment_unless_it_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    days: list[tuple[str, str]] = []

    def taken(wanted: queueing.Wanted, *_: object) -> tuple[str, int]:
        days.append((str(wanted.as_of), wanted.at))
        return "", 0

    monkeypatch.setattr(queueing, "show", taken)
    monkeypatch.setenv("WORKBENCH_AT", "2026-11-30T23:30:00+05:00")
    run(capsys, monkeypatch, "show", "drops")
    run(capsys, monkeypatch, "show", "drops", "--as-of", "2026-01-02")
    run(capsys, monkeypatch, "show", "drops", "--at", AT)
    monkeypatch.delenv("WORKBENCH_AT")
    run(capsys, monkeypatch, "show", "drops", "--as-of", "2026-01-02")
    assert days[:2] == [("2026-11-30", "2026-11-30T23:30:00+05:00"), ("2026-01-02", "2026-11-30T23:30:00+05:00")]
    assert days[2] == ("2026-11-25", AT)
    assert days[3][0] == "2026-01-02" and days[3][1] > AT


def test_the_rules_are_printed_without_a_newsroom(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(capsys, monkeypatch, "rules") == (0, f"{printed()}\n", "")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    quick(monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WORKBENCH_AT", AT)
    return Desk(tmp_path)


def test_a_day_at_the_terminal(desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def types(who: str, *words: str) -> tuple[int, str]:
        monkeypatch.setenv("JUPYTERHUB_USER", who)
        end, out, err = run(capsys, monkeypatch, *words)
        return end, out or err

    name, there, error = desk.finding(MIRACLE), desk.finding(MIRACLE, "sleep"), desk.finding(ERROR)
    assert types("mara", "open", "drops")[0] == 0
    end, said = types("tom", "decide", "drops", name, "fix")
    assert (end, said) == (2, "workbench: Only an editor or a medical reviewer can do this; you are here as writer.\n")
    end, said = types("zoe", "decide", "drops", name, "fix")
    assert end == 2 and "ask Ada Brandt to name “zoe” under [people]" in said
    assert types("mara", "decide", "drops", name, f"sleep:{there}", "dismiss", "--reason", "quoted or denied")[0] == 0
    assert types("mara", "decide", "drops", error, "dismiss", "--reason", "agreed exception")[0] == 0
    end, said = types("mara", "decide", "drops", error, "agree")
    assert end == 2 and "other than you must agree before this error is dismissed" in said
    assert types("ines", "decide", "drops", error, "agree")[0] == 0
    end, said = types("mara", "approve", "drops", "editorial", "--text", desk.text())
    assert end == 0 and "Left:" in said
    end, said = types("ines", "fact", "label", "change", "--value", "1", "--country", "US", "--effective", "2026-11-25",
                      "--source", "s", "--seen", "0" * 8)  # fmt: skip
    assert end == 2 and said.splitlines()[-1].startswith("Nothing is changed yet.")
    assert types("mara", "audit", "--verify")[0] == 0


def test_the_parser_alone_answers_without_the_engine() -> None:
    """`--help` and a typing mistake stay quick; no other command pays for the many of the queue."""
    code = (
        "import sys, typer; from workbench.cli import app; group = typer.main.get_command(app); "
        "begins = lambda *names: [name for name in sys.modules if name.startswith(names)]; "
        "print(begins('workbench.cli.queue_findings')); "
        "print(len(group.get_command(None, 'queue').list_commands(None)) > 20); "
        "print(begins('sqlalchemy', 'workbench.queueing', 'workbench.review', 're2'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\nTrue\n[]\n"
