"""Whoever is not named under [people] reads everything and changes nothing, by whatever command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from workbench import approving, config, engine, placing, queueing, serve
from workbench.queueing import Wanted
from workbench.review import Person, people
from workbench.review.people import ReadsOnly, Unidentified, decider
from workbench.staff import NOBODY, Member, Staff

DAY = date(2026, 11, 25)
WANTED = Wanted(DAY, at="2026-11-25T09:41:07+00:00")
TEXT = "# Drops\n\nThese drops are a miracle cure. Velodrin 5 mg a day prevents gout attacks in adults.\n"
PEOPLE = """
[people.ines]
name = "Ines Calder"
roles = ["admin", "editor"]
"""
WHY = "You can read everything here. To decide, ask Ines Calder to name “eve” under [people]."
NEW = approving.New(evidence="doi:10.5555/velodrin", expires="2027-11-25", id="velodrin")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "workbench.toml").write_text(f'[newsroom]\ncountry = "US"\n{PEOPLE}', encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/drops.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def came_in(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("JUPYTERHUB_USER", name)


def claim(desk: Path) -> str:
    from speak import content

    page = engine.analyse(engine.read(Path("articles/drops.md"), "articles/drops.md"), content().lexicon, "US", DAY)
    return page.claims[-1].id


def files(desk: Path) -> list[str]:
    return sorted(path.name for path in (desk / "claims").rglob("*")) if (desk / "claims").exists() else []


DECIDING: dict[str, Callable[[Path], object]] = {
    "queue decide": lambda desk: queueing.decide(WANTED, desk, "drops", "0000", "fix"),
    "queue undo": lambda desk: queueing.decide(WANTED, desk, "drops", "0000", "undo"),
    "library add": lambda desk: approving.add(DAY, desk, "drops", claim(desk), NEW),
    "library accept": lambda desk: approving.decide(DAY, desk, "drops", claim(desk), "velodrin", "accepted"),
    "library refuse": lambda desk: approving.decide(DAY, desk, "drops", claim(desk), "velodrin", "refused"),
    "sources confirm": lambda desk: placing.confirm(DAY, desk, "drops", claim(desk), 1),
}


@pytest.mark.parametrize("command", DECIDING)
def test_every_deciding_command_says_why_not_and_who_can_help(
    desk: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    came_in(monkeypatch, "eve")
    with pytest.raises(ReadsOnly) as caught:
        DECIDING[command](desk)
    assert str(caught.value) == WHY and caught.value.exit_code == 2
    assert files(desk) == []


@pytest.mark.parametrize("command", DECIDING)
def test_a_stranger_who_is_handed_in_is_refused_too(desk: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    came_in(monkeypatch, "ines")
    monkeypatch.setattr(people, "present", lambda *_: Person("eve", "Eve", "reader"))
    with pytest.raises(ReadsOnly):
        DECIDING[command](desk)


def test_who_is_named_does_all_that_under_their_id(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    came_in(monkeypatch, "ines")
    assert "approved by ines" in approving.add(DAY, desk, "drops", claim(desk), NEW)[0]
    assert "Accepted" in approving.decide(DAY, desk, "drops", claim(desk), "velodrin", "accepted")[0]
    assert ",ines," in (desk / "claims/library.csv").read_text()


def test_reading_commands_stay_open(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    came_in(monkeypatch, "eve")
    assert "drops" in queueing.list_articles(WANTED, desk)[0]
    assert "miracle cure" in queueing.show(WANTED, desk, "drops")[0]
    assert approving.list_claims(DAY, desk)[1] == 0
    assert placing.places(DAY, desk, "drops")[1] == 0


def test_where_nobody_is_named_whoever_is_there_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    assert decider(NOBODY, {"JUPYTERHUB_USER": "eve"}) == Person("eve", "eve", "editor")
    monkeypatch.setattr(people, "_account", lambda: "tom")
    staff = Staff((Member("tom", "Tom Adeyemi", ("writer",)),))
    assert decider(staff, {}).role == "writer"  # what a writer may do, the table of moves says
    assert decider(staff, {}, Person("ada", "Ada", "admin")).id == "ada"


def test_a_header_is_read_as_it_was_sent() -> None:
    zoe = Member("zoe", "Zoë Aoki", ("editor",), ("zoë@news.example",))
    staff = Staff((zoe,), "X-Remote-User")
    for sent in ("zoë@news.example".encode().decode("latin-1"), "zoë@news.example"):
        assert people.of_proxy(staff, {"X-Remote-User": sent}).id == "zoe"
    assert (
        people.of_proxy(staff, {"X-Remote-User": "zoe\u0308@news.example".encode().decode("latin-1")}).role == "reader"
    )


def test_the_database_of_the_settings_holds_where_none_is_named(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    came_in(monkeypatch, "ines")
    with (desk / "workbench.toml").open("a") as file:
        file.write('[review]\ndatabase = "sqlite:///team.sqlite"\n')
    monkeypatch.chdir(desk / "articles")
    queueing.list_articles(WANTED, desk / "articles")
    assert (desk / "team.sqlite").exists() and not (desk / ".workbench").exists()
    queueing.list_articles(Wanted(DAY, url=f"sqlite:///{desk}/other.sqlite"), desk / "articles")
    assert (desk / "other.sqlite").exists()


@pytest.mark.parametrize(
    ("how", "database"),
    [(serve.How(), "team"), (serve.How("sqlite:///mine.sqlite"), "mine"), (serve.How(behind_proxy=True), "team")],
)
def test_a_room_knows_its_database_and_its_person(
    desk: Path, monkeypatch: pytest.MonkeyPatch, how: serve.How, database: str
) -> None:
    came_in(monkeypatch, "ines")
    with (desk / "workbench.toml").open("a") as file:
        file.write('[review]\ndatabase = "sqlite:///team.sqlite"\nheader = "X-Remote-User"\n')
    room = serve._room([], DAY, config.load(desk), desk, desk, how)
    assert room.database.endswith(f"{database}.sqlite")
    assert (room.person is None, room.header) == (how.behind_proxy, "X-Remote-User" if how.behind_proxy else "")


def test_a_room_behind_a_proxy_needs_a_header(desk: Path) -> None:
    with pytest.raises(Unidentified, match="none is named"):
        serve._room([], DAY, config.load(desk), desk, desk, serve.How(behind_proxy=True))
