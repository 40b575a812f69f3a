"""Articles that disagree, as the queue stores and decides them; nothing but people's decision is kept of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace
from newsroom import EVERYBODY, INES, MARA, ONE, SOL, did, opened, rows, seen

from workbench import risk
from workbench.model import Amount, Approved, Setting, Told
from workbench.review import Person, Seen, Store, conflicts, told_of
from workbench.review.conflicts import Disagreement
from workbench.review.connection import writing

pytestmark = pytest.mark.usefixtures("database")
AT, LATER = "2026-11-25T10:00:00+00:00", "2026-11-25T11:00:00+00:00"
KETAMINE = Setting(("ketamine",), conditions=("depression",), country="US")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as there:
        yield there


def sessions(number: str, setting: Setting = KETAMINE, approved: str = "") -> Told:
    """“A course of … sessions”, which the library may say otherwise."""
    amount = Amount("", number, number, "sessions")
    row = Approved("row-1", f"{approved} sessions", Amount("", approved, approved, "sessions")) if approved else None
    said = f"{number} sessions"
    sentence = f"A course of {said}."
    return Told("the number of sessions", "Sessions in a course", setting, amount, said, 12, 22, sentence, row)


def page(name: str, *told: Told) -> Seen:
    item = seen(f"{name}: a course of sessions.\n", name)
    return replace(item, report=replace(item.report, told=told))


def tells(store: Store, told: Mapping[str, tuple[Told, ...]], at: str = AT) -> None:
    """The articles are checked, and tell this."""
    pages = [page(name, *each) for name, each in told.items()]
    store.record(pages, at=at)
    with writing(store._engine) as connection:
        told_of.write(connection, {item.name: item.report.told for item in pages})


def found(store: Store) -> list[Disagreement]:
    with store.reading() as connection:
        return conflicts.of(connection)


def about(store: Store, name: str) -> list[Disagreement]:
    with store.reading() as connection:
        return conflicts.about(connection, name)


def decides(store: Store, action: str, person: Person = MARA, key: str = "", at: str = LATER, **more: object) -> str:
    """What a person is told who decides the only conflict, or that of a key."""
    name = key or found(store)[0].key
    return did(store, "conflict", action, person, at, key=name, article=None, **more).message


APART = {"drops": (sessions("6"),), "balm": (sessions("8"),), "tea": (sessions("6"),)}


def test_what_articles_tell_is_compared_and_shown(store: Store) -> None:
    tells(store, {**APART, "cream": ()})
    (one,) = found(store)
    assert (one.title, one.scope, one.severity) == ("Sessions in a course", "ketamine, for depression", "note")
    assert one.attribute == "the number of sessions" and one.kept is None and one.library == ""
    assert [(it.article, it.title, it.value) for it in one.values] == [
        ("balm", "Balm", "8 sessions"), ("drops", "Drops", "6 sessions"), ("tea", "Tea", "6 sessions"),
    ]  # fmt: skip
    first = one.values[0]
    assert (first.text, first.start, first.end, first.sentence) == ("8 sessions", 12, 22, "A course of 8 sessions.")
    assert (first.state, first.live, first.differs) == ("new", False, False)
    assert about(store, "tea") == [one] and about(store, "cream") == about(store, "nothing") == []


def test_the_library_is_named_and_who_differs_from_it(store: Store) -> None:
    tells(store, {"drops": (sessions("6", approved="6"),), "balm": (sessions("8", approved="6"),)})
    (one,) = found(store)
    assert (one.library, one.library_row) == ("6 sessions", "row-1")
    assert [(it.article, it.differs) for it in one.values] == [("balm", True), ("drops", False)]


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"drops": (sessions("6"),)},
        {"drops": (sessions("6"),), "balm": (sessions("6"),)},
        {"drops": (sessions("6"),), "balm": (sessions("8", replace(KETAMINE, country="GB")),)},
        {"drops": (sessions("6"),), "balm": (sessions("8", replace(KETAMINE, conditions=("migraine",))),)},
        {"drops": (sessions("6"),), "balm": (sessions("8", replace(KETAMINE, limits=("maintenance",))),)},
        {"drops": (sessions("6"),), "balm": (replace(sessions("8"), attribute="the number of visits"),)},
        {"drops": (sessions("6"), sessions("8")), "balm": (sessions("8"),)},
    ],
)
def test_nothing_is_found_where_nothing_disagrees(store: Store, told: dict[str, tuple[Told, ...]]) -> None:
    tells(store, told)
    assert found(store) == []
    with store.reading() as connection:
        assert conflicts.counts(connection, told) == {}


def test_only_articles_that_are_there_count_where_they_are_named(store: Store) -> None:
    tells(store, APART)
    with store.reading() as connection:
        assert conflicts.of(connection, {"drops", "tea"}) == []
        assert len(conflicts.of(connection, {"drops", "balm"})) == 1


def test_only_what_the_newest_text_tells_is_kept_and_the_same_text_writes_nothing(store: Store, tmp_path: Path) -> None:
    tells(store, APART)
    before = rows(tmp_path, "SELECT * FROM told ORDER BY article, number")
    tells(store, APART)
    assert rows(tmp_path, "SELECT * FROM told ORDER BY article, number") == before and len(before) == 3
    tells(store, {"balm": (sessions("6"),)}, LATER)
    assert found(store) == []
    tells(store, {"drops": ()}, LATER)
    assert rows(tmp_path, "SELECT article, value FROM told ORDER BY article") == [
        ("balm", "6 sessions"), ("tea", "6 sessions"),
    ]  # fmt: skip


def test_both_are_kept_with_a_reason_and_opened_again(store: Store) -> None:
    tells(store, APART)
    said = decides(store, "keep both", reason="Balm is for relapses.")
    assert said == "Articles that disagree: it was “open” and is “kept” now."
    (one,) = found(store)
    assert one.kept is not None
    assert (one.kept.state, one.kept.reason) == ("kept", "Balm is for relapses.")
    assert (one.kept.by, one.kept.on) == ("Mara Olsen", "2026-11-25")
    assert store.events()[-1]["what"] == (
        "Articles that disagree (Sessions in a course: ketamine, for depression): keep both."
        " It was “open” and is “kept”."
    )
    assert "“open”" in decides(store, "reopen", INES, at="2026-11-26T10:00:00+00:00")
    assert found(store)[0].kept is None
    decides(store, "keep both", INES, at="2026-11-27T10:00:00+00:00", reason="Two schemes.")
    again = found(store)[0].kept
    assert again is not None and (again.reason, again.by) == ("Two schemes.", "Ines Calder")
    assert store.verify() == []


@pytest.mark.parametrize(
    ("now", "kept"),
    [
        ({"tea": (sessions("6"),)}, True),
        ({"balm": (sessions("9"),)}, False),
        ({"cream": (sessions("6"),)}, False),
        ({"tea": ()}, False),
        ({"cream": (sessions("6", replace(KETAMINE, limits=("maintenance",))),)}, True),
    ],
    ids=["the same", "another value", "one joins in", "one no longer tells it", "one tells something else"],
)
def test_a_changed_set_of_values_is_open_again(store: Store, now: dict[str, tuple[Told, ...]], kept: bool) -> None:
    tells(store, APART)
    decides(store, "keep both", reason="Both are right.")
    tells(store, now, LATER)
    assert [one.kept is not None for one in found(store)] == [kept]


def test_the_library_settles_it(store: Store) -> None:
    tells(store, APART)
    assert "No row of the library is named" in decides(store, "settle", INES)
    assert "“settled”" in decides(store, "settle", INES, given={"row": "row-1"})
    settled = found(store)[0].kept
    assert settled is not None and (settled.state, settled.by) == ("settled", "Ines Calder")


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.id)
def test_who_decides(store: Store, person: Person) -> None:
    tells(store, APART)
    said = decides(store, "keep both", person, reason="Both are right.")
    able = person.role in ("editor", "medical reviewer")
    assert ("is “kept” now" in said) is able
    assert able or said.startswith("Only an editor or a medical reviewer can do this; you are here as")
    assert (found(store)[0].kept is not None) is able


def test_a_newsroom_of_one_decides_alone(tmp_path: Path) -> None:
    with opened(tmp_path, rules=ONE) as store:
        tells(store, APART)
        assert "is “kept” now" in decides(store, "keep both", SOL, reason="Both are right.")


@pytest.mark.parametrize(
    ("action", "more", "why"),
    [
        ("keep both", {}, "This needs a reason in words"),
        ("keep both", {"reason": "  "}, "This needs a reason in words"),
        ("keep both", {"reason": "x" * 2001}, "has at most 2000 characters"),
        ("keep both", {"reason": "Right.", "key": "0" * 16}, "do not tell this differently any more"),
        ("keep both", {"reason": "Right.", "key": "' OR 1=1 --"}, "do not tell this differently any more"),
        ("reopen", {}, "This disagreement is “open”: an editor or a medical reviewer can keep both or settle."),
        ("dismiss", {}, "“dismiss” is not something that can be decided here"),
    ],
)
def test_what_is_refused_changes_nothing(
    store: Store, tmp_path: Path, action: str, more: dict[str, str], why: str
) -> None:
    tells(store, APART)
    assert why in decides(store, action, **more)
    assert found(store)[0].kept is None
    assert rows(tmp_path, "SELECT count(*) FROM cases WHERE subject = 'conflict'") == [(0,)]


def test_a_request_that_comes_twice_is_done_once(store: Store, tmp_path: Path) -> None:
    tells(store, APART)
    for _ in range(2):
        decides(store, "keep both", reason="Both are right.", request="r1")
    assert rows(tmp_path, "SELECT count(*) FROM steps WHERE subject = 'conflict'") == [(1,)]
    assert "already used for another step by mara" in decides(store, "keep both", INES, reason="Right.", request="r1")


def test_a_conflict_belongs_to_no_article_alone(store: Store, tmp_path: Path) -> None:
    tells(store, APART)
    did(store, "conflict", "keep both", MARA, LATER, key=found(store)[0].key, article="drops", reason="Both are right.")
    assert rows(tmp_path, "SELECT article FROM cases WHERE subject = 'conflict'") == [(None,)]
    assert found(store)[0].kept is not None


def test_open_conflicts_are_counted_for_the_risk(store: Store) -> None:
    tells(store, APART)
    with store.reading() as connection:
        told = {"drops": (sessions("6"),), "cream": (sessions("7"),), "tea": (sessions("7"),)}
        assert conflicts.counts(connection, told) == {"drops": 1, "cream": 1, "tea": 1}
        assert conflicts.counts(connection, {"drops": (sessions("8"),), "tea": (sessions("8"),)}) == {}
        assert (conflicts.open_of(connection, "drops"), conflicts.open_of(connection, "cream")) == (1, 0)
    decides(store, "keep both", reason="Both are right.")
    with store.reading() as connection:
        assert conflicts.open_of(connection, "drops") == 0
        assert conflicts.counts(connection, {"drops": (sessions("6"),)}) == {}
    assert risk.of((), (), risk.Around(conflicts=1)).parts == (("conflicts", 12),)


def test_advice_against_advice_comes_first(store: Store) -> None:
    plain = Setting((), country="US")

    def stance(side: int, words: str) -> Told:
        amount = Amount("stance", str(side), str(side), words)
        return Told("home use", "Home use of esketamine: opposite advice", plain, amount, "use", 0, 3, "Use it.")

    drops, balm = stance(1, "recommends it"), stance(0, "warns against it")
    tells(store, {"drops": (sessions("6"), drops), "balm": (sessions("8"), balm)})
    first, second = found(store)
    assert (first.severity, second.severity) == ("warning", "note")
    assert [it.value for it in first.values] == ["Warns against it", "Recommends it"]


def test_hostile_words_stay_words(store: Store) -> None:
    nasty = Setting(("<img src=x>",), limits=("'; DROP TABLE told; --", "\u202e"), country="US")
    tells(store, {"drops": (sessions("6", nasty),), "../balm": (sessions("8", nasty),)})
    (one,) = found(store)
    assert one.scope == "<img src=x>, '; DROP TABLE told; --, \u202e"
    assert one.values[0].article == "../balm"


def test_many_articles_are_compared_at_once(store: Store) -> None:
    told = {f"a{number:04}": (sessions(str(6 + number % 2)),) for number in range(600)}
    tells(store, told)
    (one,) = found(store)
    assert len(one.values) == 600
    with store.reading() as connection:
        assert set(conflicts.counts(connection, told).values()) == {1}


def test_amounts_are_exact() -> None:
    assert Amount("between", "1/3", "2/3").ends == (Fraction(1, 3), Fraction(2, 3))
