"""The kernel's side of the pages screen, before a real queue: what is told, what is stored, and what is refused."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pages_scene import ADA, DAY, INES, INHERITED, MARA, NOW, TOM, inherited, published, scene, screen, sitting
from review.newsroom import ONE, SOL, changed, did, opened, rows

from workbench.errors import Usage
from workbench.review import Person, Store
from workbench.review.moves import House
from workbench.review.people import why_reading_only
from workbench.staff import Staff
from workbench.widgets import pages_messages
from workbench.widgets.pages_messages import (
    Close,
    Dossier,
    Enter,
    Find,
    Live,
    Look,
    Notice,
    Plan,
    Receive,
    Search,
    Settle,
)

LATER = "2026-11-26T09:00:01+00:00"  # a day after the notice of the scene went live


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with scene(tmp_path) as store:
        yield store


def told(store: Store, person: Person = MARA, now: str = NOW) -> dict[str, dict[str, Any]]:
    """The rows by name."""
    given = sitting(store, person, now).everything()
    return {row[0]: dict(zip(given["columns"], row, strict=True)) for row in given["rows"]}


def steps(root: Path) -> int:
    return int(rows(root, "SELECT count(*) FROM steps")[0][0])


def test_every_page_is_told_in_its_state(store: Store) -> None:
    found = told(store)
    assert {name: row["live"] for name, row in found.items()} == {
        "drops": "published", "lens": "published", "sleep": "published", "lamp": "held", "patch": "putting back",
        "tea": "expired", **dict.fromkeys(INHERITED, "inherited"),
    }  # fmt: skip
    assert found["drops"]["address"] == "https://news.example/drops"
    assert (found["drops"]["by"], found["drops"]["on"], found["drops"]["second"]) == (
        ["mara", "ines"], "2026-11-25", "",
    )  # fmt: skip
    assert (found["drops"]["notice"], found["drops"]["ends"]) == ("live", "2026-11-26T09:00:00+00:00")
    assert (found["lens"]["notice"], found["lens"]["ends"]) == ("proposed", "")
    assert found["sleep"]["until"] == "2026-12-07"


def test_an_inherited_page_has_no_approval_and_an_article_that_is_not_live_is_no_page(store: Store) -> None:
    from pages_scene import titled

    store.record([titled("draft", "It is a cure.\n", "A draft")], at=NOW)
    found = told(store)
    old = found["old/sleep/naps"]
    assert (old["by"], old["on"], old["since"], old["work"]) == ([], "", "2020-01-02", "")
    assert "draft" not in found


def test_an_edit_of_the_text_is_told_and_what_the_approval_still_covers(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        published(store, "drops")
        from pages_scene import titled

        store.record([titled("drops", "Nothing else of drops.\nVelodrin costs 90 dollars a month.\n", "D")], at=NOW)
        assert told(store)["drops"]["changed"] == 1
        page = sitting(store).answer(pages_messages.Show(name="drops"))["page"]
    assert [one["kind"] for one in page["approvals"]] == ["editorial", "medical"]
    assert page["text_hash"] and isinstance(page["covers"], str)


def test_a_page_says_who_may_do_what_and_why_not(store: Store) -> None:
    mine = sitting(store, MARA).answer(pages_messages.Show(name="patch"))["page"]
    other = sitting(store, INES).answer(pages_messages.Show(name="patch"))["page"]
    writer = sitting(store, TOM).answer(pages_messages.Show(name="patch"))["page"]
    assert mine["may"]["live"]["agree"]["why"].startswith("You proposed this; ")
    assert mine["may"]["live"]["undo"]["why"] == other["may"]["live"]["agree"]["why"] == ""
    assert "Only" in writer["may"]["live"]["agree"]["why"]
    assert writer["may"]["live"]["agree"]["roles"] == ["editor", "medical reviewer"]
    assert mine["held"]["reason"] == "A reader was hurt." and mine["proposed"]["by"] == "mara"


def test_a_hold_is_stored_and_only_its_page_is_sent(store: Store) -> None:
    here = sitting(store)
    here.everything()
    outcome, sent = here.step(Live(name="sleep", action="hold", reason="It was wrong.", request="request-1"))
    assert outcome.ok and "The site must confirm" in outcome.message
    assert [row[0] for row in sent["rows"]] == ["sleep"] and sent["page"]["held"]["reason"] == "It was wrong."
    assert told(store)["sleep"]["live"] == "held"


def test_one_sent_twice_is_done_once(store: Store, tmp_path: Path) -> None:
    here, hold = sitting(store), Live(name="sleep", action="hold", reason="Wrong.", request="request-1")
    here.everything()
    here.step(hold)
    before = steps(tmp_path)
    outcome, _ = here.step(hold)
    assert outcome.ok and steps(tmp_path) == before


@pytest.mark.parametrize(
    ("person", "message", "says"),
    [
        (TOM, Live(name="sleep", action="hold", reason="x", request="request-1"), "Only an editor or a medical"),
        (ADA, Live(name="sleep", action="hold", reason="x", request="request-1"), "Only an editor or a medical"),
        (MARA, Live(name="sleep", action="hold", reason=" ", request="request-1"), "This needs a reason in words"),
        (MARA, Live(name="lamp", action="hold", reason="x", request="request-1"), "This page is “held”"),
        (MARA, Live(name="patch", action="agree", request="request-1"), "You proposed this"),
        (INES, Live(name="patch", action="undo", request="request-1"), "Only mara can take that back"),
        (INES, Notice(name="lens", action="agree", request="request-1"), "You proposed this"),
        (MARA, Notice(name="sleep", action="warn", notice="", request="request-1"), "notice"),
        (MARA, Notice(name="drops", action="warn", notice="Again.", request="request-1"), "live"),
        (TOM, Settle(name="old/sleep/naps", what="keep", day=DAY.replace(year=2027), request="request-1"), "Only an"),
        (MARA, Settle(name="old/sleep/naps", what="keep", day=DAY, request="request-1"), "is not ahead"),
        (MARA, Settle(name="tea", what="keep", day=DAY.replace(year=2027), request="request-1"), "is no inherited"),
        (MARA, Close(key="2026-1", action="reject", words="why", request="request-1"), "received"),
        (TOM, Find(key="2026-1", claim="", request="request-1"), "Only an editor or a medical"),
        (MARA, Receive(key="2026-1", name="tea", sender="B", words="w", deadline=DAY, request="request-1"), "received"),
        (MARA, Receive(key="2026-1", name="lamp", sender="B", words="w", deadline=DAY, request="request-1"), "“tea”"),
        (MARA, Enter(code="00000000", request="request-1"), "no longer known here"),
    ],
)  # fmt: skip
def test_what_is_refused_says_why_and_changes_nothing(
    store: Store, tmp_path: Path, person: Person, message: pages_messages.Step, says: str
) -> None:
    before = steps(tmp_path)
    outcome, sent = sitting(store, person).step(message)
    assert not outcome.ok and says in outcome.message and sent == {}
    assert steps(tmp_path) == before


def test_two_people_put_a_page_back(store: Store) -> None:
    outcome, _ = sitting(store, INES).step(Live(name="patch", action="agree", request="request-1"))
    assert outcome.ok and "2 of 2" in outcome.message and told(store)["patch"]["live"] == "published"


def test_ones_own_proposal_can_be_taken_back(store: Store) -> None:
    outcome, _ = sitting(store, MARA).step(Live(name="patch", action="undo", request="request-1"))
    assert outcome.ok and told(store)["patch"]["live"] == "held"


def test_anybody_else_lets_a_notice_go_live_and_it_ends_after_a_day(store: Store) -> None:
    outcome, sent = sitting(store, TOM).step(Notice(name="lens", action="agree", request="request-1"))
    assert outcome.ok and sent["page"]["notice"]["state"] == "live"
    assert sent["page"]["notice"]["ends"] == "2026-11-26T14:00:00+00:00"
    after = told(store, now=LATER)
    assert (after["drops"]["notice"], after["drops"]["work"], after["lens"]["notice"]) == ("", "No check fired", "live")


def test_what_others_did_is_told_by_a_look_and_nothing_by_the_next(store: Store) -> None:
    here = sitting(store)
    here.everything()
    assert here.answer(Look()) == {}
    assert did(store, "live", "hold", INES, NOW, key="sleep", article="sleep", reason="Wrong.").ok
    found = here.answer(Look(name="sleep"))
    assert [row[0] for row in found["rows"]] == ["sleep"] and found["page"]["name"] == "sleep"
    assert here.answer(Look(name="sleep")) == {}


def test_a_wave_comes_in_by_the_code_of_the_list_that_was_shown(store: Store) -> None:
    here = sitting(store)
    here.everything()
    plan = here.answer(Plan(wave="sample", size=1, seed="one"))
    assert [line[3] for line in plan["lines"]] == [
        "drawn, 1 of 1 in articles/old/food",
        "drawn, 1 of 1 in articles/old/sleep",
    ]
    assert any("If none is harmful: 0 harmful of 1: at most 95 %." in note for note in plan["notes"])
    outcome, sent = here.step(Enter(code=plan["code"], request="request-1"))
    assert outcome.ok and sent["entered"] == plan["code"] and len(sent["rows"]) == 2
    assert sent["catalogue"]["count"] == 1 and sent["catalogue"]["waves"][0]["code"] == plan["code"]
    assert {one["section"]: one["drawn"] for one in sent["catalogue"]["samples"]} == {
        "articles/old/food": 1, "articles/old/sleep": 1,
    }  # fmt: skip


def test_a_list_that_changed_meanwhile_is_shown_and_does_not_come_in(store: Store) -> None:
    here = sitting(store)
    here.everything()
    plan = here.answer(Plan(wave="rest"))
    inherited(store, {"old/food/rice": "Rice"})
    outcome, sent = here.step(Enter(code=plan["code"], request="request-1"))
    assert not outcome.ok and "another list" in outcome.message
    assert len(sent["plan"]["lines"]) == 4 and here.everything()["rest"] == []
    again, _ = here.step(Enter(code=sent["plan"]["code"], request="request-2"))
    assert again.ok and len(here.everything()["rest"]) == 4


def test_views_weigh_the_second_wave_and_unknown_rows_are_told(store: Store) -> None:
    here = sitting(store)
    table = 'address,views\nhttps://news.example/old/sleep/naps,"1,200"\nhttps://news.example/none,7\n'
    plan = here.answer(Plan(wave="reach", file="reach.csv", table=table))
    assert [line[0] for line in plan["lines"]] == ["old/sleep/naps"]
    assert plan["told"] == ["reach.csv: line 3: no inherited page is “https://news.example/none”; it counts for none."]


def test_a_table_that_is_none_says_so(store: Store) -> None:
    with pytest.raises(Exception, match="needs the columns article"):
        sitting(store).answer(Plan(wave="reach", file="x.csv", table="a,b\n1,2\n"))


def test_what_becomes_of_a_page_is_kept_by_its_day(store: Store) -> None:
    here = sitting(store)
    day = DAY.replace(year=2027)
    step = Settle(name="old/sleep/naps", what="merge", into="sleep", day=day, request="request-1")
    outcome, sent = here.step(step)
    assert outcome.ok
    assert sent["rest"] == [
        {"name": "old/sleep/naps", "title": "Ten naps", "what": "merge", "day": "2027-11-25", "into": "sleep"}
    ]


def test_a_complaint_from_the_first_word_to_its_outcome(store: Store) -> None:
    here = sitting(store)
    found = here.answer(Search(key="2026-1"))
    claim = found["candidates"][0]
    assert claim["text"] == "Velodrin costs 30 dollars a month."
    assert len(found["repeats"]) == 6 and not any(one["differs"] for one in found["repeats"])
    outcome, sent = here.step(Find(key="2026-1", claim=claim["claim"], request="request-1"))
    assert outcome.ok and outcome.message.startswith("6 pages on the site say this; recorded")
    assert sent["complaints"][0]["given"]["pages"] == "drops, lamp, lens, patch, sleep, tea"
    outcome, sent = here.step(Close(key="2026-1", action="correct", words="It costs 90.", request="request-2"))
    assert outcome.ok and sent["complaints"][0]["state"] == "corrected"
    assert [one["action"] for one in sent["complaints"][0]["steps"]] == ["receive", "find", "correct"]


def test_words_that_are_no_claim_can_be_answered_too(store: Store) -> None:
    here = sitting(store)
    step = Receive(key="9", name="tea", sender="B", words="nothing else of TEA", deadline=DAY, request="request-1")
    assert here.step(step)[0].ok
    outcome, sent = here.step(Find(key="9", claim="", request="request-2"))
    (one,) = (one for one in sent["complaints"] if one["key"] == "9")
    assert outcome.ok and one["given"]["pages"] == "tea" and one["given"]["claim"].startswith("none")


@pytest.mark.parametrize("message", [Search(key="2026-1", claim="no-such"), Search(key="none")])
def test_a_claim_or_complaint_that_is_none_is_refused(store: Store, message: Search) -> None:
    with pytest.raises(Usage, match=r"never told such a claim|no complaint “none”"):
        sitting(store).answer(message)


def test_a_packed_dossier_verifies_with_its_own_script(store: Store, tmp_path: Path) -> None:
    made = sitting(store).answer(Dossier(name="tea", day=DAY, form="zip", complaint="2026-1"))
    assert made["file"] == "dossier-tea-2026-11-25.zip" and made["inside"]["complaints"] == 1
    with zipfile.ZipFile(io.BytesIO(b64decode(made["content"]))) as packed:
        assert packed.namelist() == ["dossier-tea-2026-11-25.html", "verify_dossier.py", "README.txt"]
        assert made["seal"] in packed.read("README.txt").decode()
        packed.extractall(tmp_path / "out")
    command = [sys.executable, "verify_dossier.py", made["page"]]
    assert subprocess.run(command, cwd=tmp_path / "out", capture_output=True).stdout == b"OK\n"
    again = sitting(store).answer(Dossier(name="tea", day=DAY, form="zip", complaint="2026-1"))
    assert again["content"] == made["content"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "a<script>", "CON", "日本語", "x" * 400])
def test_a_files_name_holds_no_place_and_no_markup(name: str) -> None:
    from workbench.widgets.pages_papers import file_name

    found = file_name(Dossier(name=name, day=DAY, form="html"))
    assert found.startswith("dossier-") and found.endswith("-2026-11-25") and len(found) < 90
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    "message",
    [
        Dossier(name="tea", day=DAY.replace(year=2027), form="html"),
        Dossier(name="tea", day=DAY.replace(year=2020), form="html"),
        Dossier(name="none", day=DAY, form="html"),
        Dossier(name="tea", day=DAY, form="html", complaint="none"),
    ],
)  # fmt: skip
def test_a_dossier_of_what_is_not_known_is_refused(store: Store, message: Dossier) -> None:
    with pytest.raises(Usage):
        sitting(store).answer(message)


def test_a_newsroom_of_one_is_told_that_there_is_no_second_person(tmp_path: Path) -> None:
    staff = Staff(ONE.staff.members, alone=True)
    with opened(tmp_path, rules=ONE) as store:
        inherited(store, {"old": "Old"})
        here = sitting(store, SOL, staff=staff, house=House(people=1))
        assert here.step(Live(name="old", action="hold", reason="Wrong.", request="request-1"))[0].ok
        assert here.step(Live(name="old", action="put back", request="request-2"))[0].ok
        early, _ = here.step(Live(name="old", action="agree", request="request-3"))
        assert not early.ok and "24 hours later" in early.message
        late = sitting(store, SOL, "2026-11-26T14:00:01+00:00", staff=staff, house=House(people=1))
        outcome, _ = late.step(Live(name="old", action="agree", request="request-4"))
        assert outcome.ok and outcome.message.endswith("Second person: none.")


def test_who_may_only_read_changes_nothing(store: Store, tmp_path: Path) -> None:
    rita = Person("rita", "Rita Moss", "reader")
    widget = screen(store, rita, why=why_reading_only(rita, Staff(())) or "Reading only.")
    sent: list[dict[str, Any]] = []
    widget.send = lambda content, buffers=None: sent.append(content)
    before = steps(tmp_path)
    content = {"type": "live", "name": "sleep", "action": "hold", "reason": "x", "request": "request-1"}
    widget._receive(widget, content, [])
    assert sent == [{"type": "answered", "request": "request-1", "ok": False}] and steps(tmp_path) == before
    assert widget.status["kind"] == "alert" and widget.status["text"] == widget.why


@pytest.mark.parametrize(
    "content",
    [{"type": "live", "request": "request-1"}, {"type": "live", "name": "x", "action": "rm", "request": "ab"}],
)
def test_a_message_of_no_form_is_answered_and_changes_nothing(
    store: Store, tmp_path: Path, content: dict[str, Any]
) -> None:
    widget, sent = screen(store), []
    widget.send = lambda given, buffers=None: sent.append(given)
    before = steps(tmp_path)
    widget._receive(widget, content, [])
    assert sent == [{"type": "answered", "request": content["request"], "ok": False}] and steps(tmp_path) == before


def test_a_failure_is_said_and_the_screen_stays(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    widget, sent = screen(store), []
    widget.send = lambda given, buffers=None: sent.append(given)
    widget._sitting.step = lambda message: 1 / 0  # type: ignore[method-assign]
    content = {"type": "live", "name": "sleep", "action": "hold", "reason": "x", "request": "request-1"}
    widget._receive(widget, content, [])
    assert sent[0]["ok"] is False and "ZeroDivisionError" in widget.status["text"]
    widget._receive(widget, {"type": "show", "name": "none"}, [])
    assert sent[1]["type"] == "failed" and sent[1]["of"] == "show"


def test_a_queue_that_cannot_be_read_is_a_sentence(store: Store) -> None:
    widget = screen(store)

    def broken() -> dict[str, Any]:
        raise Usage("the queue is locked")

    widget._sitting.everything = broken  # type: ignore[method-assign]
    widget.read()
    assert widget.pages["error"] == "The pages could not be read. Your decisions are safe. Try again."
    assert widget.pages["details"] == "the queue is locked"


def test_pages_are_sent_small(store: Store) -> None:
    inherited(store, {f"old/part/page-{number:04}": f"An old page about topic {number}" for number in range(300)})
    given = sitting(store).everything()
    assert len(json.dumps(given["rows"])) / len(given["rows"]) < 200  # bytes a page: 5,000 of them within 1 MB


def test_a_deadline_that_is_no_day_is_kept_as_it_was_written(store: Store, tmp_path: Path) -> None:
    changed(tmp_path, """UPDATE cases SET given = json_set(given, '$.deadline', 'soon') WHERE subject = 'complaint'""")
    assert sitting(store).everything()["complaints"][0]["given"]["deadline"] == "soon"
