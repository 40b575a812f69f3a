from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench.errors import Usage
from workbench.review import Person
from workbench.serve import intake, taking
from workbench.serve.intake import Room


@pytest.fixture
def take(room: Room):
    """Each call is an intake; hands back what was taken and the queue as a page would show it."""
    content = intake.content_of(room)
    store = intake.open_store(room, content)

    def now():
        taken = intake.take_in(room, store, content)
        return taken, {row["name"]: row for row in store.queue(taken.names)}

    yield now
    store.close()


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles that are really checked, as they are."""
    seen: list[str] = []
    examine = taking.batch.examine

    def watched(paths, *rest):
        seen.extend(paths)
        return examine(paths, *rest)

    monkeypatch.setattr(taking.batch, "examine", watched)
    return seen


def test_the_queue_holds_what_the_folder_holds(take):
    taken, queue = take()
    assert taken.names == {"bold", "calm"}
    assert queue.keys() == {"bold", "calm"}
    assert sum(queue["bold"]["to_decide"].values()) > 0


def test_a_second_intake_checks_nothing_that_stayed_the_same(take, checked):
    first, _ = take()
    assert sorted(checked) == ["articles/bold.md", "articles/calm.md"]
    second, queue = take()
    assert len(checked) == 2
    assert second == first
    assert queue.keys() == {"bold", "calm"}


def test_only_the_changed_article_is_checked_again(take, checked, room):
    take()
    checked.clear()
    Path("articles/calm.md").write_text("# Walking\n\nWalking is a miracle cure.\n")
    _, queue = take()
    assert checked == ["articles/calm.md"]
    assert sum(queue["calm"]["to_decide"].values()) > 0


def test_a_new_list_of_retractions_has_every_article_checked_again(take, checked):
    take()
    checked.clear()
    Path("claims").mkdir(exist_ok=True)
    Path("claims/retractions.csv").write_text("OriginalPaperDOI,RetractionDate,RetractionNature\n")
    take()
    take()
    assert sorted(checked) == ["articles/bold.md", "articles/calm.md"]


def test_an_article_that_went_away_leaves_the_queue(take):
    take()
    Path("articles/bold.md").unlink()
    taken, queue = take()
    assert taken.names == {"calm"}
    assert queue.keys() == {"calm"}


def test_a_file_that_cannot_be_read_is_named_and_stays_named(take):
    Path("articles/broken.md").write_bytes(b"not UTF-8: caf\xe9")
    taken, queue = take()
    again, _ = take()
    assert [item.path for item in taken.unread] == ["articles/broken.md"]
    assert again.unread == taken.unread
    assert "broken" not in queue


def test_a_mended_file_is_no_longer_named(take):
    Path("articles/broken.md").write_bytes(b"not UTF-8: caf\xe9")
    take()
    Path("articles/broken.md").write_text("# Mended\n\nAll is well.\n")
    taken, queue = take()
    assert taken.unread == ()
    assert "broken" in queue


def test_a_folder_without_articles_is_said_plainly(take):
    for path in Path("articles").iterdir():
        path.unlink()
    with pytest.raises(Usage, match="no article in articles"):
        take()


def test_the_room_survives_the_environment(room: Room):
    told = Room.from_environment({**os.environ, **room.environment()})
    assert told == room


def test_a_room_with_quotes_and_other_letters_survives_too(room: Room):
    odd = intake.msgspec.structs.replace(room, folder='/tmp/a "b" = ü', person=Person("o'neil", "Zoë\n"))
    assert Room.from_environment(odd.environment()) == odd


def test_the_queue_holds_to_what_the_newsroom_says_of_itself(room: Room):
    with (Path(room.root) / "workbench.toml").open("a") as file:
        file.write('[review]\npeople = 1\nwarnings = true\ndays = 2\n[people.mara]\nname = "Mara"\n')
    with intake.open_store(room, intake.content_of(room)) as store:
        rules = store._rules
    assert (rules.house.people, rules.house.warnings_bar, rules.days) == (1, True, 2)
    assert [member.id for member in rules.staff.members] == ["mara"]


COMMENT = '<!-- workbench-ignore absolute-safety reason="quoted from the label" by=ines -->\n\n'


def test_what_a_comment_in_the_text_closes_is_held_back_until_the_comment_goes(take, room):
    path = Path(room.root) / "articles" / "bold.md"
    words = "# Drops\n\nVelodrin is 100% safe.\n"
    path.write_text(words.replace("Velodrin", f"{COMMENT}Velodrin"), encoding="utf-8")
    store = intake.open_store(room, intake.content_of(room))

    def safety() -> list[bool]:
        take()
        found = store.article("bold")["findings"]
        return [one["held_back"] for one in found if one["check"] == "absolute-safety"]

    assert safety() == [True]
    path.write_text(words, encoding="utf-8")
    assert safety() == [False]
    store.close()
