"""The baseline: decisions, one for each finding; nothing new hides in it, and a changed sentence leaves it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from repository import HARM, MORE, run
from speak import AS_OF

from workbench import checking, decisions, files
from workbench.errors import Usage
from workbench.gate import baseline
from workbench.review import Store

ERROR = "Wine with your Xanax is fine."
PEOPLE = """[newsroom]
country = "US"
[people.ines]
name = "Ines"
roles = ["editor"]
[people.paul]
name = "Paul"
roles = ["medical reviewer"]
"""


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n', encoding="utf-8")
    write(tmp_path, f"{HARM}\n\n{MORE}\n")
    return tmp_path


def write(room: Path, text: str, name: str = "drops") -> None:
    (room / "articles" / f"{name}.md").write_text(f"# Drops\n\n{text}", encoding="utf-8")


def do(room: Path, doing: baseline.Doing, by: str = "ines", second: str = "", day: date = AS_OF) -> tuple[str, int]:
    return baseline.run(doing, baseline.Wanted((), day, by, second), room)


def gate(room: Path, day: date = AS_OF) -> int:
    return checking.check(checking.Wanted((str(room / "articles"),), day, fail_on="warning"), room)[1]


def checks(room: Path) -> list[str]:
    return [row["check"] for row in decisions.written(room)]


def test_what_is_open_comes_in_one_line_a_finding_and_passes_then(room: Path) -> None:
    assert gate(room) == 1
    text, code = do(room, "create")
    rows = decisions.written(room)
    assert code == 0
    assert f"{len(rows)} findings came into the baseline by ines" in text
    assert {row["decision"] for row in rows} == {"baseline"}
    assert {row["by"] for row in rows} == {"ines"}
    assert len({row["fingerprint"] for row in rows}) == len(rows) > 2
    assert gate(room) == 0


def test_a_new_fault_does_not_hide_behind_one_that_was_mended(room: Path) -> None:
    do(room, "create")
    write(room, f"Barkol is 100% harmless.\n\n{MORE}\n")
    assert gate(room) == 1


def test_the_same_again_changes_nothing(room: Path) -> None:
    do(room, "create")
    before = (room / decisions.NAME).read_bytes()
    text, _ = do(room, "create", "paul")
    assert text.startswith("0 findings came into")
    assert (room / decisions.NAME).read_bytes() == before


def test_a_changed_sentence_is_open_until_somebody_confirms_it(room: Path) -> None:
    do(room, "create")
    write(room, f"{HARM}\n\nToday {MORE}\n")
    assert gate(room) == 1
    text, code = do(room, "audit")
    assert code == 1
    assert "confirm with “baseline update”" in text
    assert "stay open: confirm them" in do(room, "create")[0]
    assert "confirmed by paul" in do(room, "update", "paul")[0]
    assert gate(room) == 0
    assert {row["by"] for row in decisions.written(room)} == {"ines", "paul"}


def test_update_lets_nothing_new_in(room: Path) -> None:
    do(room, "create")
    before = (room / decisions.NAME).read_bytes()
    write(room, f"{HARM}\n\n{MORE}\n\nGlowroot is 100% safe for every child.\n")
    text, _ = do(room, "update")
    assert "nothing new came in" in text
    assert (room / decisions.NAME).read_bytes() == before
    assert gate(room) == 1


def test_prune_takes_out_what_is_gone_and_nothing_else(room: Path) -> None:
    do(room, "create")
    write(room, f"{HARM}\n")
    assert "take out with “baseline prune”" in do(room, "audit")[0]
    do(room, "prune")
    assert "miracle-cure" not in checks(room)
    assert "absolute-safety" in checks(room)
    assert do(room, "audit")[1] == 0


def test_an_article_that_is_gone_takes_its_entries_along(room: Path) -> None:
    write(room, f"{HARM}\n", "other")
    do(room, "create")
    (room / "articles" / "other.md").unlink()
    do(room, "prune")
    assert {row["article"] for row in decisions.written(room)} == {"drops"}


def test_an_article_that_was_not_asked_about_keeps_them(room: Path) -> None:
    write(room, f"{HARM}\n", "other")
    do(room, "create")
    (room / "articles" / "drops.md").write_text("# Drops\n", encoding="utf-8")
    baseline.run("prune", baseline.Wanted((str(room / "articles" / "other.md"),), AS_OF), room)
    assert {row["article"] for row in decisions.written(room)} == {"drops", "other"}


def test_one_that_cannot_be_read_keeps_them_and_says_so(room: Path) -> None:
    do(room, "create")
    before = (room / decisions.NAME).read_bytes()
    (room / "articles" / "drops.md").write_bytes(b"---\ntitle: never closed\n")
    text, code = do(room, "prune")
    assert (code, (room / decisions.NAME).read_bytes()) == (3, before)
    assert "could not be read" in text


def test_an_error_comes_in_by_two_people_only(room: Path) -> None:
    write(room, f"{ERROR}\n")
    text, _ = do(room, "create")
    assert "stayed open: an error comes in by two people" in text
    assert "dangerous-combination" not in checks(room)
    do(room, "create", "ines", "paul")
    assert "dangerous-combination" in checks(room)


def test_other_decisions_are_left_as_they_are(room: Path) -> None:
    do(room, "create")
    row = {**decisions.written(room)[0], "decision": "dismissed", "reason": "wrong reading", "article": "elsewhere"}
    files.replace(room / decisions.NAME, decisions.HEADER + decisions.lines([*decisions.written(room), row]))
    write(room, "It is blue.\n")
    do(room, "prune")
    assert [row["decision"] for row in decisions.written(room)] == ["dismissed"]


def test_held_back_and_faulty_comments_do_not_come_in(room: Path) -> None:
    write(room, "<!-- workbench-ignore absolute-safety -->\n\nVelodrin is not 100% safe.\n")
    do(room, "create")
    assert "suppression" not in checks(room)
    assert "absolute-safety" not in checks(room)


def test_the_audit_says_who_when_and_how_long_ago_and_writes_nothing(room: Path) -> None:
    do(room, "create")
    before = (room / decisions.NAME).read_bytes()
    text, code = do(room, "audit", day=date(2026, 12, 5))
    assert code == 0
    assert "by ines on 2026-11-25, 10 days ago" in text
    assert (room / decisions.NAME).read_bytes() == before


def test_an_audit_of_nothing_makes_no_folder(room: Path) -> None:
    assert do(room, "audit")[1] == 0
    assert not (room / "claims").exists()


@pytest.mark.parametrize(
    ("people", "by", "second", "says"),
    [
        ("", "", "", "add --by ID"), ("", "ines", "ines", "cannot agree with ines"),
        (PEOPLE, "mara", "", "“mara” is nobody"), (PEOPLE, "ines", "mara", "“mara” is nobody"),
    ],
)  # fmt: skip
def test_whose_decision_it_is(room: Path, people: str, by: str, second: str, says: str) -> None:
    if people:
        (room / "workbench.toml").write_text(people, encoding="utf-8")
    with pytest.raises(Usage, match=says):
        do(room, "create", by, second)
    assert not (room / decisions.NAME).exists()


def test_a_known_person_may(room: Path) -> None:
    (room / "workbench.toml").write_text(PEOPLE, encoding="utf-8")
    assert do(room, "create", "ines", "paul")[1] == 0


def test_outside_of_a_newsroom(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n", encoding="utf-8")
    done = run("baseline", "create", "a.md", "--by", "ines", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "workbench init" in done.stderr


def test_the_file_is_byte_for_byte_what_the_queue_writes(room: Path) -> None:
    from workbench.review import export

    write(room, f"{HARM}\n", "=cmd")
    do(room, "create")
    assert (room / decisions.NAME).read_bytes() == export.render(decisions.written(room))


def queue(room: Path) -> None:
    """Somebody opens the queue, which brings the file in line with it."""
    with Store.open("", room, AS_OF) as store:
        store.export()
        assert store.verify() == []


def test_what_was_pruned_does_not_come_back_from_the_queue_and_may_come_in_again(room: Path) -> None:
    do(room, "create")
    queue(room)
    before = len(checks(room))
    write(room, f"{MORE}\n")
    do(room, "prune")
    left = len(checks(room))
    assert left < before
    queue(room)
    assert len(checks(room)) == left
    write(room, f"{HARM}\n\n{MORE}\n")
    assert gate(room) == 1
    do(room, "create")
    queue(room)
    assert len(checks(room)) == before and gate(room) == 0
