"""`claims/decisions.csv`: written with every decision, in line after every start, equal bytes from an equal state.

And what else leaves the queue: the branch that CI reads, and the whole history.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import tempfile
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import DAY, INES, MARA, TEXT, csv_text, file_text, lose, name_of, opened, rows, seen, state, url_of

from workbench import decisions, spreadsheet
from workbench.errors import BadContent
from workbench.review import QueueUnavailable, Store, branch, export
from workbench.review.connection import connect, reading

pytestmark = pytest.mark.usefixtures("database")
HEADER = ",".join(decisions.COLUMNS) + "\n"


def write(root: Path, *lines: str) -> None:
    (root / "claims").mkdir(exist_ok=True)
    (root / decisions.NAME).write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")


def row(fingerprint: str, **changes: str) -> str:
    filled = {
        "article": "drops", "check": "no-wonder", "fingerprint": fingerprint, "text": "wonder",
        "decision": "dismissed", "reason": "wrong reading", "by": "tom", "on": "2026-11-20",
    }  # fmt: skip
    return ",".join({**filled, **changes}.get(column, "") for column in decisions.COLUMNS)


def begun(root: Path) -> Store:
    store = opened(root)
    store.record([seen(TEXT, "pills"), seen(TEXT)])
    return store


def wonder(tmp_path: Path) -> str:
    with begun(tmp_path / "elsewhere") as store:
        return name_of(store, "wonder")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()


def test_no_decision_no_file(tmp_path: Path) -> None:
    with begun(tmp_path) as store:
        assert not (tmp_path / "claims").exists()
        assert store.decide("drops", name_of(store, "wonder"), "fix", MARA).ok  # not for CI either
    assert csv_text(tmp_path) == ""


def test_only_what_closes_a_finding_is_written_sorted(tmp_path: Path) -> None:
    with begun(tmp_path) as store:
        for article, word in (("pills", "wonder"), ("drops", "wonder"), ("drops", "always"), ("pills", "cure")):
            name = name_of(store, word, article)
            assert store.decide(article, name, "dismiss", MARA, "right for this audience or country").ok
        assert store.decide("drops", name_of(store, "cure"), "fix", MARA).ok
    lines = csv_text(tmp_path).splitlines()
    assert [line.split(",")[:2] for line in lines[1:]] == [
        ["drops", "no-always"], ["drops", "no-wonder"], ["pills", "no-wonder"],
    ]  # fmt: skip
    assert decisions.read(tmp_path)[0]["text_hash"] == rows(tmp_path, "SELECT text_hash FROM revisions")[1][0]


def test_the_last_undo_leaves_the_header_alone(tmp_path: Path) -> None:
    with begun(tmp_path) as store:
        store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "wrong reading")
        assert "no-wonder" in csv_text(tmp_path)
        store.decide("drops", "", "undo", MARA)
    assert csv_text(tmp_path) == HEADER


def test_a_fresh_clone_takes_the_file_over_and_changes_no_byte(tmp_path: Path) -> None:
    name = wonder(tmp_path)
    write(tmp_path, row(name), row("0" * 16, article="gone", decision="baseline", text='"\'=1+1, said ""x"""'))
    before = file_text(tmp_path)
    with begun(tmp_path) as store:
        assert state(store, "wonder") == "dismissed"
        assert store.states("drops")[name]["words"] == "Dismissed: wrong reading · tom, 20 Nov"
        assert {row["name"] for row in store.queue()} == {"drops", "pills"}  # "gone" was never read
        assert [e["what"] for e in store.article("drops")["history"] if e["event"] == "import"] == [
            "It was dismissed on 20 Nov by tom: wrong reading (from claims/decisions.csv)."
        ]
        assert store.verify() == []
    count = rows(tmp_path, "SELECT count(*) FROM history")
    with opened(tmp_path):
        pass
    assert csv_text(tmp_path) == before
    assert rows(tmp_path, "SELECT count(*) FROM history") == count


def test_an_edit_of_the_sentence_before_the_clone_asks_to_confirm(tmp_path: Path) -> None:
    write(tmp_path, row("0" * 16))
    with begun(tmp_path) as store:
        assert state(store, "wonder") == "changed"


@pytest.mark.parametrize(("on", "by"), [("2026-11-24", "mara"), ("2026-11-25", "mara"), ("2026-11-26", "tom")])
def test_where_both_decided_the_later_day_wins_and_both_are_told(tmp_path: Path, on: str, by: str) -> None:
    with begun(tmp_path) as store:
        name = name_of(store, "wonder")
        store.decide("drops", name, "dismiss", MARA, "quoted or denied")
    write(tmp_path, row(name, on=on))
    with opened(tmp_path) as store:
        store.export()
        assert [(r["by"], r["on"]) for r in decisions.read(tmp_path)] == [(by, on if by == "tom" else "2026-11-25")]
        (told,) = (e["what"] for e in store.article("drops")["history"] if e["event"] == "import")
        assert ("the decision stored here stands" in told) is (by == "mara")
        assert store.verify() == []


def test_a_row_that_was_taken_back_does_not_return_from_a_stale_file(tmp_path: Path) -> None:
    with begun(tmp_path) as store:
        store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "wrong reading")
        stale = csv_text(tmp_path)
        store.decide("drops", "", "undo", MARA)
    (tmp_path / decisions.NAME).write_text(stale, encoding="utf-8")
    with opened(tmp_path) as store:
        assert state(store, "wonder") == "open"
    assert csv_text(tmp_path) == HEADER


def test_a_lost_file_is_written_again(tmp_path: Path) -> None:
    with begun(tmp_path) as store:
        store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "wrong reading")
    before = csv_text(tmp_path)
    shutil.rmtree(tmp_path / "claims")
    with opened(tmp_path):
        assert csv_text(tmp_path) == before


def test_a_lost_database_is_filled_from_the_file(tmp_path: Path) -> None:
    with begun(tmp_path) as store:
        store.decide("drops", name_of(store, "cure"), "dismiss", MARA, "agreed exception")
        store.decide("drops", name_of(store, "cure"), "dismiss", INES, "agreed exception")
    before = csv_text(tmp_path)
    lose(tmp_path)
    with begun(tmp_path) as store:
        assert state(store, "cure") == "dismissed"
    assert csv_text(tmp_path) == before


def test_a_file_that_does_not_hold_stops_the_start_and_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, row("0" * 16), "<<<<<<< HEAD", row("1" * 16), "=======", row("2" * 16), ">>>>>>> theirs")
    before = file_text(tmp_path)
    with pytest.raises(BadContent, match=r"claims/decisions.csv: line 3: is one of git's conflict marks; keep both"):
        opened(tmp_path)
    assert file_text(tmp_path) == before


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    "loses", [{"by": "zoe", "on": "2026-11-19", "second": "ines"}, {"by": "zoe"}, {"by": "ada", "second": "ines"}]
)
def test_of_two_rows_that_a_merge_left_one_stands_and_both_are_told_once(
    tmp_path: Path, turned: bool, loses: dict[str, str]
) -> None:
    name = wonder(tmp_path)
    lines = [row(name, by="tom", second="ines"), row(name, **loses)]
    write(tmp_path, *(lines[::-1] if turned else lines))
    with begun(tmp_path) as store:
        assert store.states("drops")[name]["words"].endswith("tom and ines, 20 Nov")
        told = [e["what"] for e in store.article("drops")["history"] if e["event"] == "import"]
        assert len(told) == 2
        assert sum("the decision stored here stands" in what for what in told) == 1
        assert store.verify() == []
    count = rows(tmp_path, "SELECT count(*) FROM history")
    write(tmp_path, *lines)  # the same once more, as a file that is not written beside the database stays
    with opened(tmp_path):
        pass
    assert rows(tmp_path, "SELECT count(*) FROM history") == count
    assert [r["by"] for r in csv.DictReader(io.StringIO(csv_text(tmp_path)))] == ["tom"]


@pytest.mark.parametrize(("day", "expected"), [(18, "accepted"), (19, "open")])
def test_an_accepted_risk_ends_after_its_day_and_says_so(tmp_path: Path, day: int, expected: str) -> None:
    name = wonder(tmp_path)
    write(tmp_path, row(name, decision="accepted", reason="agreed exception", on="2026-10-20", until="2026-11-18"))
    before = file_text(tmp_path)
    with opened(tmp_path, as_of=date(2026, 11, day)) as store:
        store.record([seen(TEXT)])
        entry = store.states("drops")[name]
        assert entry["state"] == expected
        ended = "It was accepted on 20 Oct by tom: agreed exception, until 18 Nov. That day has passed."
        assert entry["reopened"] == (ended if expected == "open" else "")
        assert csv_text(tmp_path) == before  # the row carries its own end: no edit because a day passed
        if expected == "open":
            assert store.decide("drops", name, "fix", MARA).ok
            assert csv_text(tmp_path) == HEADER


def test_a_passed_day_reopens_with_the_next_check(tmp_path: Path) -> None:
    name = wonder(tmp_path)
    write(tmp_path, row(name, decision="accepted", on="2026-10-20", until="2026-11-25"))
    with begun(tmp_path) as store:
        assert state(store, "wonder") == "accepted"
        store.record([seen(TEXT)], date(2026, 11, 26))
        assert store.article("drops")["history"][-1]["what"].endswith("That day has passed.")
        assert store.queue()[0]["to_decide"]["warning"] == 1


def test_nobody_is_a_second_person_to_themselves(tmp_path: Path) -> None:
    write(tmp_path, row("0" * 16, second="tom"))
    with opened(tmp_path):
        pass
    with opened(tmp_path) as store:
        assert rows(tmp_path, "SELECT count(*) FROM history") == [(1,)]
        store.export()
        assert [r["second"] for r in decisions.read(tmp_path)] == [""]


def test_a_second_pass_of_one_person_stays_none_through_the_database(tmp_path: Path) -> None:
    write(tmp_path, row("0" * 16, second="none"))
    before = file_text(tmp_path)
    with opened(tmp_path) as store:
        store.export()
    assert file_text(tmp_path) == before


def test_people_stand_in_the_file_by_id_alone(tmp_path: Path) -> None:
    with begun(tmp_path) as store:
        store.decide("drops", name_of(store, "cure"), "dismiss", MARA, "agreed exception")
        store.decide("drops", name_of(store, "cure"), "dismiss", INES, "agreed exception")
    text = csv_text(tmp_path)
    assert ",mara,ines," in text
    assert not any(name in text for person in (MARA, INES) for name in person.name.split())


def test_when_the_file_cannot_be_written_the_decision_is_safe_and_the_message_says_so(tmp_path: Path) -> None:
    with begun(tmp_path) as store:
        name = name_of(store, "wonder")
        (tmp_path / "claims").write_text("not a folder", encoding="utf-8")
        with pytest.raises(QueueUnavailable, match="Your decisions are safe"):
            store.decide("drops", name, "dismiss", MARA, "wrong reading")
            store.export()
        (tmp_path / "claims").unlink()
        assert state(store, "wonder") == "dismissed"
    with opened(tmp_path):
        assert "no-wonder" in csv_text(tmp_path)


@pytest.mark.parametrize("action", ["open", "decide"])
def test_only_a_database_beside_the_file_writes_it_by_itself(tmp_path: Path, database: object, action: str) -> None:
    with begun(tmp_path) as store:
        store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "wrong reading")
        stored = csv_text(tmp_path)
        if action == "decide":
            store.decide("drops", name_of(store, "always"), "dismiss", MARA, "wrong reading")
        else:
            (tmp_path / decisions.NAME).unlink()
    with opened(tmp_path):
        kept = stored if action == "decide" else ""
        assert (file_text(tmp_path) == kept) is (database is not None)


CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["=1+1", "+1", "-1", "@x", '"', ",", "a\r\nb", "a\nb", "\x00", " x ", "\u2028", "\ufeffx", "‮x"]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=4))
def test_any_cell_survives_reading_and_writing_again(texts: list[tuple[str, str, str]]) -> None:
    filled = [
        dict.fromkeys(decisions.COLUMNS, "")
        | {"article": "a", "check": "c", "fingerprint": f"{number:016}", "decision": "dismissed", "by": "m"}
        | {"reason": "other", "second": export.cell(second)}
        | {"on": "2026-11-25", "text": export.cell(text), "note": export.cell(note)}
        for number, (text, note, second) in enumerate(texts)
    ]
    data = export.render(filled)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / decisions.NAME
        path.parent.mkdir()
        path.write_bytes(data)
        read = decisions.written(Path(folder))
        assert list(read) == filled
        assert export.render(read) == data
        if len(texts) == 1:  # and through the database of a fresh clone
            with opened(Path(folder)):
                assert path.read_bytes() == data


def test_a_cell_that_a_spreadsheet_would_run_is_guarded_and_read_back(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.record([seen(TEXT)])
        note = "=HYPERLINK(0) and more"
        assert store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "other", note).ok
        csv_text(tmp_path)
        assert store.export() is False
    assert ",'=HYPERLINK(0) and more," in csv_text(tmp_path)
    assert [row["note"] for row in decisions.read(tmp_path)] == [note]
    assert DAY.isoformat() in csv_text(tmp_path)


def history_of(root: Path) -> list[dict[str, Any]]:
    engine = connect(url_of(root), root)
    with reading(engine) as connection:
        found = export.history_rows(connection)
    engine.dispose()
    return found


def busy(root: Path) -> list[dict[str, Any]]:
    """The history of a newsroom in which something happened, with words that are hard to keep."""
    with begun(root) as store:
        name = name_of(store, "wonder")
        store.decide("drops", name, "dismiss", MARA, "other", '=1+1, said “he”\n\tand "left"')
        store.decide("drops", name, "undo", MARA)
        store.decide("drops", name_of(store, "cure"), "dismiss", INES, "wrong reading")
        store.record([seen(TEXT.replace("wonder", "marvel"))], date(2026, 11, 26))
    return history_of(root)


def recomputed(rows: list[dict[str, Any]]) -> list[int]:
    """The numbers of the rows whose hash is not what the row says, worked out from the export alone."""
    first = ("article", "at", "event", "who", "check", "fingerprint", "what", "before", "after", "reason", "note",
             "text_hash", "sitting")  # fmt: skip
    signed = {1: first, 2: (*first, "subject", "key", "check_version", "tool_version", "row_hash")}
    wrong, prev = [], ""
    for number, row in enumerate(rows, start=1):
        form = row.get("form", 1)
        values = [prev, *([form] if form > 1 else []), *(row[column] or "" for column in signed[form])]
        text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
        if (row["id"], row["prev"], row["hash"]) != (number, prev, sha256(text.encode()).hexdigest()):
            wrong.append(row["id"])
        prev = row["hash"]
    return wrong


def test_the_exported_history_proves_itself(tmp_path: Path) -> None:
    found = busy(tmp_path)
    text = export.render_history(found, "json")
    told = json.loads(text)
    assert told == found
    assert len(told) > 4
    assert recomputed(told) == []
    assert export.render_history(history_of(tmp_path), "json") == text


@pytest.mark.parametrize("column", ["note", "who", "at", "prev", "hash", "text_hash", "after"])
def test_a_changed_cell_of_the_exported_history_is_found(tmp_path: Path, column: str) -> None:
    told = json.loads(export.render_history(busy(tmp_path), "json"))
    told[1][column] += "x"
    assert told[1]["id"] in recomputed(told)


@pytest.mark.parametrize("change", ["cut out", "swapped"])
def test_a_row_cut_out_of_the_exported_history_or_moved_is_found(tmp_path: Path, change: str) -> None:
    told = json.loads(export.render_history(busy(tmp_path), "json"))
    told[1:3] = told[2:3] if change == "cut out" else [told[2], told[1]]
    assert recomputed(told)


def test_the_history_as_a_table_has_every_column_and_nothing_a_spreadsheet_would_run(tmp_path: Path) -> None:
    found = busy(tmp_path)
    text = export.render_history(found, "csv")
    table = list(csv.DictReader(io.StringIO(text, newline="")))
    names = {column for (column,) in rows(tmp_path, _COLUMNS_OF[url_of(tmp_path) != ""])}
    assert set(table[0]) == names >= {"id", "article", "who", "prev", "hash"}
    bare = [{key: spreadsheet.bare(cell) for key, cell in row.items()} for row in table]
    assert bare == [{key: "" if cell is None else str(cell) for key, cell in row.items()} for row in found]
    notes = [row["note"] for row in table if "1+1" in row["note"]]
    assert notes
    assert all(note.startswith("'=") for note in notes)


_COLUMNS_OF = (
    "SELECT name FROM pragma_table_info('history')",
    "SELECT column_name FROM information_schema.columns WHERE table_name = 'history'",
)


@pytest.mark.parametrize(("form", "expected"), [("json", []), ("csv", [])])
def test_the_history_of_a_queue_in_which_nothing_happened(tmp_path: Path, form: Any, expected: list[Any]) -> None:
    with opened(tmp_path):
        text = export.render_history(history_of(tmp_path), form)
    assert (json.loads(text) if form == "json" else list(csv.DictReader(io.StringIO(text)))) == expected


def git(root: Path, *words: str) -> str:
    user = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    return subprocess.run(["git", *user, *words], cwd=root, capture_output=True, check=True).stdout.decode()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (root := tmp_path / "newsroom").mkdir()
    git(root, "init", "-q", "-b", "main")
    git(root, "commit", "-q", "--allow-empty", "-m", "Begin")
    return root


def published(root: Path, message: str = "drops: approved, by mara") -> str:
    engine = connect(url_of(root), root)
    try:
        return export.publish(engine, root, "decisions", message, "mara", "2026-11-25")
    finally:
        engine.dispose()


def on_branch(root: Path) -> str:
    return git(root, "show", f"decisions:{decisions.NAME}")


def test_what_stands_is_committed_to_the_branch_and_once(repository: Path) -> None:
    with begun(repository) as store:
        store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "wrong reading")
    assert published(repository) == git(repository, "rev-parse", "decisions").strip()
    assert on_branch(repository) == csv_text(repository)
    assert published(repository) == ""
    assert git(repository, "log", "--format=%s by %an", "main..decisions") == "drops: approved, by mara by mara\n"


def test_a_row_that_only_the_branch_has_is_taken_over_and_none_that_was_taken_back(repository: Path) -> None:
    with begun(repository) as store:
        name = name_of(store, "wonder")
        store.decide("drops", name, "dismiss", MARA, "wrong reading")
        published(repository)
        theirs = on_branch(repository) + row("0" * 16, article="pills", by="ada") + "\n"
        branch.publish(repository, "decisions", decisions.NAME, theirs.encode(), "Fetched", "ada")
        store.decide("drops", name, "undo", MARA)
    assert published(repository)
    assert on_branch(repository) == csv_text(repository) == HEADER + row("0" * 16, article="pills", by="ada") + "\n"


def test_what_was_decided_while_git_worked_is_not_left_behind(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with begun(repository) as store:
        store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "wrong reading")
        commit, later = branch.publish, [name_of(store, "always")]

        def slowly(*given: Any) -> str:
            while later:
                assert store.decide("drops", later.pop(), "dismiss", INES, "wrong reading").ok
            return commit(*given)

        monkeypatch.setattr(branch, "publish", slowly)
        assert published(repository)
    assert on_branch(repository) == csv_text(repository)
    assert "no-always" in on_branch(repository)


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", row("0" * 16, article="")])
def test_a_branch_whose_file_does_not_hold_is_left_as_it_is(repository: Path, line: str) -> None:
    with begun(repository) as store:
        store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "wrong reading")
    theirs = f"{HEADER}{line}\n"
    branch.publish(repository, "decisions", decisions.NAME, theirs.encode(), "Half merged", "ada")
    match = "on the branch “decisions”, claims/decisions.csv: .*mend it there.*decisions are safe"
    with pytest.raises(branch.NotPublished, match=match):
        published(repository)
    assert on_branch(repository) == theirs


def test_a_branch_that_cannot_be_written_costs_no_decision(repository: Path) -> None:
    with begun(repository) as store:
        store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "wrong reading")
    git(repository, "checkout", "-q", "-b", "decisions")
    before = file_text(repository)
    with pytest.raises(branch.NotPublished, match="is checked out"):
        published(repository)
    assert file_text(repository) == before
    assert git(repository, "rev-parse", "decisions") == git(repository, "rev-parse", "main")
    with opened(repository) as store:
        assert state(store, "wonder") == "dismissed"
        assert store.verify() == []
