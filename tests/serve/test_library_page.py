"""The page about claims in its kernel: what it shows, what people of each role can do there, and what it refuses."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("anywidget", reason="NOT TESTED: the screens need workbench[notebook]")

from library_room import FACT, OLD, ROW, change_fact, go_live, newsroom, room_of, taken_in
from waited import finished

from workbench import library as tables
from workbench.serve import intake, library_page
from workbench.serve.intake import VARIABLE
from workbench.widgets.claims import ClaimsWidget
from workbench.widgets.claims_place import ClaimsPlace

N = iter(range(10_000, 99_999))


class Kernel:
    """The page of one person, and what it answers."""

    def __init__(self, place: ClaimsPlace) -> None:
        self.place, self.widget = place, place.library
        self.sent: list[Any] = []
        self.widget.send = lambda given, buffers=None: self.sent.append(given)

    def ask(self, **message: Any) -> Any:
        self.widget._receive(self.widget, message, [])
        return self.sent[-1]

    def do(self, **message: Any) -> bool:
        return bool(self.ask(request=f"request-{next(N)}", **message)["ok"])

    def told(self) -> str:
        return str(self.widget.status.get("text", ""))

    def uses(self, id: str = "velodrin-gout") -> dict[str, Any]:
        return {use["article"]: use for use in self.ask(type="look", of="claim", key=id)["uses"]}

    def judge(self, article: str, state: str = "accepted", reason: str = "", id: str = "velodrin-gout") -> bool:
        claim = self.uses(id)[article]["claim"]
        return self.do(type="judge", library=id, article=article, claim=claim, state=state, reason=reason)


Opens = Callable[..., Kernel]


@pytest.fixture(autouse=True)
def plain(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked is done at once, whatever loop the browser of other tests left behind."""
    if "loop" not in request.node.name:
        monkeypatch.setattr(library_page, "_running", lambda: None)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newsroom, made once; its library is still empty."""
    folder = newsroom(tmp_path_factory.mktemp("made") / "room")
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        taken_in(room_of(folder), ())
        go_live(room_of(folder), "gout", "toes")
    return folder


@pytest.fixture
def opens(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opens:
    """Opens the page for a person; the newsroom is copied at the first time."""
    monkeypatch.syspath_prepend("")

    def opens(who: str = "ines", rows: tuple[Any, ...] = (ROW, OLD), changed: bool = False) -> Kernel:
        folder = tmp_path / "room"
        room = room_of(folder, who)
        if not folder.exists():
            shutil.copytree(made, folder)
            for row in rows:
                tables.add(folder, row)
            monkeypatch.chdir(folder)
            if changed:
                change_fact(room)
        for name, value in room.environment().items():
            monkeypatch.setenv(name, value)
        place = library_page.library()
        assert isinstance(place, ClaimsPlace)
        return Kernel(place)

    return opens


def uses_table(kernel: Kernel) -> tuple[Any, ...]:
    return tables.read_uses(Path.cwd())


def test_the_library_is_shown_with_its_uses_and_what_speaks_against_a_claim(opens: Opens) -> None:
    kernel = opens()
    old, row = kernel.widget.library["rows"]
    assert (old["standing"], len(old["against"]), row["standing"]) == ("expired", 2, "substantiated")
    assert row["approver"] == "Ines Calder"
    counts = kernel.widget.counts
    assert counts["left"] == 0
    assert counts["of"]["velodrin-gout"]["errors"] == 1
    assert list(counts["of"]["velodrin-gout"]["quantities"]) == ["5 mg", "once a day", "40"]
    feet = kernel.uses()["feet"]
    assert (feet["severity"], feet["differences"][0]["article"], feet["where"]) == ("error", "50 mg", "draft")
    assert kernel.uses()["gout"]["level"] == "exact"


def test_uses_are_kept_and_not_worked_out_again(opens: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    before = opens().uses()
    monkeypatch.setattr("workbench.serve.library_looks.LibraryDesk", lambda *_: 1 / 0)
    assert opens().uses() == before


def test_uses_can_be_worked_out_at_the_launch(opens: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    before = opens().uses()
    Path(".workbench/uses.json").unlink()
    library_page.prepare(room_of(Path.cwd()))
    library_page.prepare(room_of(Path.cwd()))
    monkeypatch.setattr("workbench.serve.library_looks.LibraryDesk", lambda *_: 1 / 0)
    assert opens().uses() == before


async def piece_by_piece(opens: Opens) -> Kernel:
    kernel = opens()
    assert kernel.widget.counts["left"] == 4
    for _ in range(40):
        await asyncio.sleep(0)
    return kernel


def test_where_a_loop_runs_the_page_comes_first_and_the_uses_after_it(opens: Opens) -> None:
    kernel = finished(piece_by_piece(opens))
    assert (kernel.widget.counts["left"], len(kernel.uses())) == (0, 4)


def test_everything_is_read_again_on_request(opens: Opens) -> None:
    kernel = opens()
    Path("articles/feet.md").write_text("# Sore feet\n\nNothing about it.\n")
    tables.add(Path.cwd(), {**OLD, "id": "new-row", "wording": "Cherries help nobody."})
    kernel.widget._receive(kernel.widget, {"type": "again"}, [])
    assert kernel.told() == "Everything was read again."
    assert len(kernel.widget.library["rows"]) == 3
    assert "feet" not in kernel.uses()


def test_an_article_that_changed_is_read_again_and_one_that_cannot_be_read_is_listed(opens: Opens) -> None:
    opens()
    Path("articles/feet.md").write_text("# Sore feet\n\nNothing about it.\n")
    Path("articles/toes.md").write_bytes(b"\xff\xfe\x00\xd8")
    kernel = opens()
    assert set(kernel.uses()) == {"gout", "knee"}
    assert [one["name"] for one in kernel.widget.counts["unread"]] == ["toes"]


def test_a_kept_file_of_another_program_is_made_anew(opens: Opens) -> None:
    before = opens().uses()
    Path(".workbench/uses.json").write_text('{"form": 0, "state": "", "articles": {}}')
    assert opens().uses() == before
    Path(".workbench/uses.json").write_text("no json")
    assert opens().uses() == before


def test_a_sentence_is_linked_and_that_is_taken_back(opens: Opens) -> None:
    kernel = opens("mara")
    assert kernel.judge("knee")
    assert kernel.told() == "Linked. U to undo."
    assert kernel.uses()["knee"]["by"] == "Mara Olsen"
    assert kernel.do(type="undo")
    assert kernel.told() == "Taken back."
    assert (uses_table(kernel), kernel.uses()["knee"]["level"]) == ((), "near")
    assert not kernel.do(type="undo")


def test_a_refused_sentence_is_no_use_any_more(opens: Opens) -> None:
    kernel = opens("mara")
    assert kernel.judge("feet", "refused")
    assert "feet" not in kernel.uses()
    assert kernel.widget.counts["of"]["velodrin-gout"]["errors"] == 0


def test_a_changed_number_is_kept_with_a_reason_by_a_medical_reviewer_alone(opens: Opens) -> None:
    kernel = opens("ines")
    assert not kernel.judge("feet")
    assert "Say why" in kernel.told()
    assert kernel.judge("feet", reason="Another strength is meant.")
    assert "still differs in number" in kernel.told()
    assert kernel.uses()["feet"]["reason"] == "Another strength is meant."
    assert kernel.uses()["feet"]["severity"] == "error"


def test_an_editor_cannot_keep_a_changed_dose_and_is_told_who_can(opens: Opens) -> None:
    kernel = opens("mara")
    assert not kernel.judge("feet", reason="It is fine.")
    assert "medical reviewer" in kernel.told() and "Ask Ines Calder." in kernel.told()
    assert uses_table(kernel) == ()


def test_a_writer_decides_nothing_about_uses(opens: Opens) -> None:
    kernel = opens("tom")
    assert not kernel.judge("knee")
    assert not kernel.judge("feet", "refused")
    assert uses_table(kernel) == ()


def test_a_reader_is_told_why_and_changes_nothing(opens: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    opens()
    Path("workbench.toml").write_text(Path("workbench.toml").read_text().replace("[people.mara]", "[people.maria]"))
    kernel = opens("mara")
    assert kernel.widget.why
    assert not kernel.judge("knee")
    assert kernel.told().startswith("Nothing was changed. You can read everything here.")
    assert uses_table(kernel) == ()


def test_a_use_that_is_no_longer_there_is_not_decided(opens: Opens) -> None:
    kernel = opens()
    assert not kernel.do(type="judge", library="velodrin-gout", article="knee", claim="0123456789ab", state="accepted")
    assert "no longer there" in kernel.told()
    claim = kernel.uses()["knee"]["claim"]
    Path("articles/knee.md").write_text("# Knees\n\nAll new.\n")
    assert not kernel.do(type="judge", library="velodrin-gout", article="knee", claim=claim, state="accepted")
    assert uses_table(kernel) == ()


def test_one_request_is_done_once(opens: Opens) -> None:
    kernel = opens()
    claim = kernel.uses()["knee"]["claim"]
    step = {"type": "judge", "library": "velodrin-gout", "article": "knee", "claim": claim, "request": "request-1"}
    assert kernel.ask(**step, state="accepted")["ok"]
    said = kernel.widget.status["n"]
    assert kernel.ask(**step, state="accepted")["ok"]
    assert (len(uses_table(kernel)), kernel.widget.status["n"]) == (1, said)


def approve(kernel: Kernel, words: str, **more: Any) -> bool:
    (found, *_) = kernel.ask(type="seek", words=words, n=1)["claims"]
    given = {"evidence": "doi:10.5555/x", "expires": "2027-11-25", **more}
    return kernel.do(type="approve", article=found["article"], claim=found["claim"], **given)


def test_the_first_claim_starts_the_library_and_its_uses_are_counted(opens: Opens) -> None:
    kernel = opens("ines", rows=())
    assert (kernel.widget.library["rows"], kernel.widget.counts["left"]) == ([], 0)
    assert approve(kernel, "Velodrin 5 mg prevents gout", qualifiers=["adults"], country="all")
    (row,) = kernel.widget.library["rows"]
    assert (row["qualifiers"], row["countries"], row["approver"]) == (["adults"], [], "Ines Calder")
    assert kernel.widget.counts["of"][row["id"]]["uses"] >= 3


def test_an_editor_approves_a_share_and_no_dose(opens: Opens) -> None:
    kernel = opens("mara", rows=())
    assert not approve(kernel, "Velodrin 50 mg")
    assert "Ask Ines Calder." in kernel.told()
    assert kernel.widget.library["rows"] == []
    assert approve(kernel, "4% register")
    assert len(kernel.widget.library["rows"]) == 1


def test_words_that_the_library_has_already_and_days_that_passed_are_refused(opens: Opens) -> None:
    kernel = opens()
    found = next(
        one for one in kernel.ask(type="seek", words="Velodrin 5 mg", n=1)["claims"] if one["article"] == "gout"
    )
    step = {"type": "approve", "article": "gout", "claim": found["claim"], "evidence": "doi:10.5555/x"}
    assert not kernel.do(**step, expires="2027-11-25")
    assert "has these words already" in kernel.told()
    other = kernel.ask(type="seek", words="Velodrin 50", n=2)["claims"][0]
    assert not kernel.do(**{**step, "article": "feet", "claim": other["claim"]}, expires="2020-01-01")
    assert len(tables.read(Path.cwd())) == 2


def test_a_fact_is_changed_after_its_live_sentences_were_seen_and_not_before(opens: Opens) -> None:
    kernel = opens("ines")
    seen = kernel.ask(type="look", of="fact", key=FACT)
    assert len(seen["touched"]) == 2
    new = {"value": "at most 10 mg", "country": "US", "effective": "2026-12-01", "source": "Label, v18"}
    assert not kernel.do(type="fact", key=FACT, action="change", **new)
    assert kernel.told().startswith("This touches 2 live sentences")
    assert not kernel.do(type="fact", key=FACT, action="change", **new, seen="01234567")
    assert kernel.do(type="fact", key=FACT, action="change", **new, seen=seen["seen"])
    (fact,) = kernel.widget.facts["facts"]
    assert (fact["value"], fact["expired"]) == ("at most 10 mg", 2)


def test_an_editor_suggests_a_change_and_cannot_make_it(opens: Opens) -> None:
    kernel = opens("mara")
    seen = kernel.ask(type="look", of="fact", key=FACT)["seen"]
    new = {"value": "10", "country": "US", "effective": "2026-12-01", "source": "Label, v18", "seen": seen}
    assert not kernel.do(type="fact", key=FACT, action="change", **new)
    assert "Ask Ines Calder." in kernel.told()
    assert kernel.do(type="fact", key=FACT, action="suggest", **new)
    (fact,) = kernel.widget.facts["facts"]
    assert (fact["suggested"]["by"], fact["value"], fact["expired"]) == ("Mara Olsen", "", 0)


def test_what_rests_on_a_changed_fact_is_renewed_one_by_one(opens: Opens) -> None:
    kernel = opens("ines", changed=True)
    for left in (1, 0):
        use = next(one for one in kernel.ask(type="look", of="fact", key=FACT)["uses"] if one["state"] == "expired")
        papers = {"value": "10 mg", "country": "US", "effective": "2026-12-01", "source": "Label, v18", "fact": FACT}
        step = {"type": "claim", "article": use["article"], "claim": use["claim"], "action": "renew", **papers}
        assert not kernel.do(**step, seen="01234567")
        assert kernel.do(**step, seen=use["seen"])
        assert kernel.widget.facts["facts"][0]["expired"] == left


def test_a_change_of_the_text_is_asked_of_the_writer(opens: Opens) -> None:
    kernel = opens("mara", changed=True)
    assert kernel.do(type="ask", article="gout", text="Say at most 10 mg.")
    assert kernel.told().startswith("Asked.")
    assert "review is open" in kernel.told()
    assert not kernel.do(type="ask", article="no-such", text="Hm.")


def test_values_that_articles_tell_differently_are_kept_with_a_reason_and_opened_again(opens: Opens) -> None:
    opens()
    for name, number in (("one", "six"), ("two", "eight")):
        text = f"# Ketamine for depression\n\nA course of {number} sessions is usual.\n"
        Path(f"articles/{name}.md").write_text(text)
    room = room_of(Path.cwd())
    content = intake.content_of(room)
    with intake.open_store(room, content) as store:
        intake.take_in(room, store, content)
    kernel = opens("mara")
    (found,) = kernel.widget.facts["conflicts"]
    assert {value["article"] for value in found["values"]} == {"one", "two"}
    assert not kernel.do(type="conflict", key=found["key"], action="keep both")
    assert not kernel.do(type="conflict", key=found["key"], action="settle")
    assert kernel.do(type="conflict", key=found["key"], action="keep both", reason="Two protocols.")
    assert kernel.widget.facts["conflicts"][0]["kept"]["reason"] == "Two protocols."
    assert kernel.do(type="conflict", key=found["key"], action="reopen")
    assert kernel.widget.facts["conflicts"][0]["kept"] is None
    assert not kernel.do(type="conflict", key="f" * 16, action="keep both", reason="No such thing.")


def test_a_source_is_confirmed_by_the_rule_of_the_claim_s_type(opens: Opens) -> None:
    kernel = opens("mara")
    rows = {row["title"]: row for row in kernel.widget.sources["rows"]}
    assert rows["How many have gout"]["state"] == "retracted"
    vague = kernel.ask(type="look", of="source", key="vague")["claims"]
    cherries = next(one for one in vague if one["article"] == "feet")
    papers = {"source": "doi:10.5555/c", "version": "1", "place": "p. 2"}
    step = {"type": "claim", "article": "feet", "claim": cherries["claim"], "action": "substantiate"}
    assert not kernel.do(**step, **papers)
    assert "medical reviewer" in kernel.told()
    share = kernel.ask(type="look", of="source", key=rows["How many have gout"]["key"])["claims"][0]
    assert not kernel.do(**{**step, "article": "gout", "claim": share["claim"]}, source="doi:10.5555/c")
    assert kernel.do(**{**step, "article": "gout", "claim": share["claim"]}, **papers)


def test_a_library_that_does_not_hold_is_told_and_the_rest_stands(opens: Opens) -> None:
    opens()
    Path("claims/library.csv").write_text("id,wording\n")
    kernel = opens()
    assert "could not be read" in kernel.widget.library["error"]
    assert "lacks the column" in kernel.widget.library["details"]
    assert kernel.widget.facts["facts"]


def test_a_queue_that_cannot_be_used_is_a_sentence_on_the_screen(opens: Opens) -> None:
    opens()
    Path(".workbench/queue.sqlite").write_bytes(b"no database at all" * 100)
    kernel = opens()
    assert "is no database" in kernel.widget.library["error"]
    kernel.widget._receive(kernel.widget, {"type": "again"}, [])
    assert "load the page again" in kernel.told()


BAD: tuple[Any, ...] = (
    {"type": "judge"}, {"type": "look", "of": "file", "key": "../../etc/passwd"}, {"type": "nothing"}, "words", 7,
    {"type": "go", "tab": "../queue"}, {"type": "seek", "words": "x" * 5000, "n": 1}, {"type": "undo"},
    {"type": "fact", "key": "k", "action": "undo", "request": "request-1"},
    {"type": "claim", "article": "a", "claim": "../x", "action": "renew", "request": "request-1"},
    {"type": "approve", "article": "a", "claim": "abcdef", "evidence": "e", "expires": "soon", "request": "request-1"},
    {"type": "judge", "library": "l", "article": "a", "claim": "abcdef", "state": "refused", "reason": "r",
     "request": "request-1"},
)  # fmt: skip


def test_what_no_screen_of_ours_sends_is_refused(opens: Opens) -> None:
    kernel = opens()
    for number, message in enumerate(BAD, 1):
        kernel.widget._receive(kernel.widget, message, [])
        assert kernel.told().startswith("That could not be understood."), message
        assert kernel.widget.status["n"] == number
    assert {one["ok"] for one in kernel.sent} == {False}


def test_the_tables_are_another_tab_of_the_page_and_lead_back(opens: Opens) -> None:
    kernel = opens()
    kernel.widget._receive(kernel.widget, {"type": "go", "tab": "tables", "name": "toes"}, [])
    (grid,) = kernel.place.children
    assert isinstance(grid, ClaimsWidget)
    assert (grid.table["name"], grid.table["tabs"]) == ("toes", True)
    grid._receive(grid, {"type": "go", "tab": "sources"}, [])
    assert kernel.place.children == (kernel.widget,)
    assert kernel.widget.place["tab"] == "sources"


def test_a_notebook_of_one_s_own_shows_the_tables(opens: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    opens()
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("USER", "ines")
    assert isinstance(library_page.library(), ClaimsWidget)


def renewed(kernel: Kernel, id: str = "velodrin-gout", **more: str) -> bool:
    seen = next(row["expires"] for row in kernel.widget.library["rows"] if row["id"] == id)
    given = {"expires": "2028-01-31", "seen": seen, "evidence": "doi:10.5555/ferrol-2026", "version": "9", **more}
    return kernel.do(type="renew", library=id, **given)


def test_a_medical_reviewer_renews_and_takes_it_back(opens: Opens) -> None:
    kernel = opens()
    before = Path(tables.NAME).read_bytes()
    assert renewed(kernel, "gout-share"), kernel.told()
    assert kernel.told() == "Renewed until 31 Jan 2028. U to undo."
    old = next(row for row in kernel.widget.library["rows"] if row["id"] == "gout-share")
    assert (old["standing"], old["against"], old["approver"], old["expires"]) == (
        "substantiated", [], "Ines Calder", "2028-01-31",
    )  # fmt: skip
    assert kernel.do(type="undo")
    assert kernel.told() == "Taken back. The library has “gout-share” as before."
    assert Path(tables.NAME).read_bytes() == before
    assert not kernel.do(type="undo")


@pytest.mark.parametrize("who", ["mara", "tom"])
def test_nobody_else_renews_and_is_told_who_can(opens: Opens, who: str) -> None:
    kernel = opens(who)
    before = Path(tables.NAME).read_bytes()
    assert not renewed(kernel)
    assert "Only a medical reviewer can do this" in kernel.told() or "only read" in kernel.told()
    assert Path(tables.NAME).read_bytes() == before


def test_a_source_that_fell_renews_nothing(opens: Opens) -> None:
    kernel = opens()
    assert not renewed(kernel, "gout-share", evidence="doi:10.5555/gout.count")
    assert "name another source" in kernel.told()


def test_what_somebody_renewed_meanwhile_is_not_renewed_again(opens: Opens) -> None:
    kernel = opens()
    assert renewed(kernel)
    assert not renewed(kernel, seen="2027-03-02")
    assert "renewed velodrin-gout meanwhile" in kernel.told()


def test_a_claim_that_was_approved_by_mistake_is_taken_out_again(opens: Opens) -> None:
    kernel = opens(rows=())
    claim = kernel.ask(type="seek", words="gout", n=1)["claims"][0]
    how = {"evidence": "doi:10.5555/velodrin", "expires": "2027-11-25"}
    assert kernel.do(type="approve", article=claim["article"], claim=claim["claim"], **how), kernel.told()
    assert len(tables.read(Path.cwd())) == 1
    assert kernel.do(type="undo")
    assert tables.read(Path.cwd()) == ()
