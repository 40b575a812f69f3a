"""What waits for somebody: theirs alone, nothing that they may not answer, and nothing where nothing waits."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from newsroom import (
    ADA,
    DAY,
    EVE,
    INES,
    JON,
    MANY,
    MARA,
    ONE,
    RITA,
    SOL,
    TOM,
    changed,
    name_of,
    opened,
    seen,
    url_of,
)  # fmt: skip
from story import WORDS, step

from workbench.errors import Usage
from workbench.queueing import Wanted, digests
from workbench.review import Person, Store, digest
from workbench.review.casing import Rules
from workbench.review.connection import connect, reading
from workbench.review.digest import Asker
from workbench.review.handing import Handing

pytestmark = pytest.mark.usefixtures("database")
NOON = "2026-11-25T12:00:00+00:00"
TEXT = "It is a cure.\nIt is a wonder.\nIt always works.\nVelodrin heals.\n"
_TOML = """[newsroom]
country = "US"
[people.mara]
name = "Mara Olsen"
roles = ["editor"]
[people.ines]
name = "Ines, Calder; \\\\ of 😀"
roles = ["medical reviewer"]
aliases = ["ines.calder"]
[people.tom]
name = "Tom Adeyemi"
roles = ["writer"]
"""


def waits(root: Path, person: Person, on: date = DAY, at: str = NOON, rules: Rules = MANY) -> list[tuple[str, str]]:
    """Headings and words."""
    engine = connect(url_of(root), root)
    try:
        with reading(engine) as connection:
            asker = Asker(person, on, datetime.fromisoformat(at))
            return [(one.heading, one.words) for one in digest.of(connection, asker, rules)]
    finally:
        engine.dispose()


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(TEXT, authors=("Tom Adeyemi",))], at="2026-11-25T08:00:00+00:00")
        yield store


def act(store: Store, word: str, action: str, person: Person, reason: str = "", **more: Any) -> None:
    outcome = store.decide("drops", name_of(store, word), action, person, reason, at=NOON, **more)
    assert outcome.ok, outcome.message


def hand(store: Store, to: str, due: date | None, name: str = "drops") -> None:
    assert store.hand(Handing(article=name, person=MARA, to=to, due=due, on=DAY, at=NOON)).ok


@pytest.mark.parametrize("person", [MARA, INES, TOM, ADA, RITA])
def test_where_nothing_waits_there_is_nothing(tmp_path: Path, store: Store, person: Person) -> None:
    assert waits(tmp_path, person) == []


@pytest.mark.parametrize(
    ("due", "heading", "words"),
    [
        (date(2026, 11, 26), "Due soon", "due 26 Nov; new"),
        (date(2026, 12, 2), "Due soon", "due 2 Dec; new"),
        (date(2026, 12, 3), "Given to you", "due 3 Dec; new"),
        (None, "Given to you", "no due day; new"),
    ],
)
def test_what_was_handed_to_somebody_waits_for_them_alone(
    tmp_path: Path, store: Store, due: date | None, heading: str, words: str
) -> None:
    hand(store, "jon", due)
    assert waits(tmp_path, JON) == [(heading, words)]
    for other in (MARA, INES, TOM, RITA):
        assert waits(tmp_path, other) == []


def test_what_is_overdue_is_said_to_be(tmp_path: Path, store: Store) -> None:
    hand(store, "jon", date(2026, 11, 26))
    assert waits(tmp_path, JON, date(2026, 11, 28))[0] == ("Due soon", "due 26 Nov, overdue; new")


def test_a_proposal_waits_for_those_who_can_agree(tmp_path: Path, store: Store) -> None:
    act(store, "cure", "dismiss", MARA, "agreed exception")
    told = [("Second opinions", "a dismissal to agree to from Mara Olsen: “cure”")]
    assert waits(tmp_path, INES) == waits(tmp_path, EVE) == told
    for nobody in (MARA, JON, TOM, ADA, RITA):  # an editor's proposal about an error takes a medical reviewer
        assert waits(tmp_path, nobody) == [], nobody


def test_a_medical_reviewers_proposal_waits_for_everybody_else_who_decides(tmp_path: Path, store: Store) -> None:
    act(store, "cure", "dismiss", INES, "agreed exception")
    assert [len(waits(tmp_path, one)) for one in (MARA, JON, EVE, INES, TOM)] == [1, 1, 1, 0, 0]


def test_a_question_waits_for_another_medical_reviewer(tmp_path: Path, store: Store) -> None:
    act(store, "wonder", "ask", INES, note="Is this a quotation?")
    assert waits(tmp_path, EVE) == [("Second opinions", "a question from Ines Calder: “wonder”")]
    for nobody in (INES, MARA, TOM):
        assert waits(tmp_path, nobody) == []


def test_a_contest_waits_for_an_editor_and_not_for_the_writer(tmp_path: Path, store: Store) -> None:
    act(store, "wonder", "fix", MARA)
    assert waits(tmp_path, MARA) == []
    act(store, "wonder", "contest", TOM, "It is a quotation.", source="Trial report")
    assert waits(tmp_path, MARA) == [("Contests to answer", "a contest from Tom Adeyemi: “wonder”")]
    assert waits(tmp_path, TOM) == []


def test_changes_wait_for_the_writer_of_the_text(tmp_path: Path, store: Store) -> None:
    act(store, "wonder", "fix", MARA)
    step(store, "work", "ask for changes", MARA, NOON)
    assert waits(tmp_path, TOM) == [("Changes asked of you", "since 25 Nov")]
    other = Person("una", "Una Lund", "writer")
    for nobody in (other, MARA, INES):
        assert waits(tmp_path, nobody) == []


def test_a_complaint_waits_until_it_is_answered(tmp_path: Path, store: Store) -> None:
    step(store, "complaint", "receive", MARA, NOON, key="7", given=WORDS)
    told = [("Complaints", "complaint 7, received, to answer by 2026-12-20")]
    assert waits(tmp_path, MARA) == waits(tmp_path, INES) == told
    assert waits(tmp_path, TOM) == []
    step(store, "complaint", "find", MARA, NOON, key="7", given={"claim": "c", "pages": "drops"})
    assert len(waits(tmp_path, JON)) == 1
    step(store, "complaint", "reject", MARA, NOON, key="7", reason="It is right.")
    assert waits(tmp_path, MARA) == []


def test_an_expired_page_waits_until_its_review_is_open(tmp_path: Path, store: Store) -> None:
    changed(tmp_path, "UPDATE articles SET live = 'expired', state = 'none'")
    assert waits(tmp_path, INES) == [("Expired pages", "nobody has opened its review")]
    assert waits(tmp_path, TOM) == []
    step(store, "work", "open", MARA, NOON)
    assert waits(tmp_path, INES) == []


def test_a_held_page_is_put_back_by_another_person(tmp_path: Path, store: Store) -> None:
    changed(tmp_path, "UPDATE articles SET live = 'published', state = 'none'")
    step(store, "live", "hold", MARA, NOON, reason="Harm.")
    assert waits(tmp_path, INES) == []
    step(store, "live", "put back", MARA, NOON)
    assert waits(tmp_path, INES) == [("Second opinions", "a held page to put back")]
    assert waits(tmp_path, MARA) == []


def test_the_medical_approval_waits_for_medical_reviewers(tmp_path: Path, store: Store) -> None:
    changed(tmp_path, "UPDATE articles SET state = 'in review', stage = 'medical review'")
    assert waits(tmp_path, INES) == [("Medical reviews", "the medical approval is missing")]
    assert waits(tmp_path, MARA) == []


def test_a_sampled_dismissal_is_shown_for_a_week_to_others(tmp_path: Path) -> None:
    text = "It doses a cure of 5 mg.\n"  # an error on a dosing claim is always in the sample
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(text)], at="2026-11-25T08:00:00+00:00")
        act(store, "cure", "dismiss", MARA, "wrong reading")
        assert waits(tmp_path, INES) == [("In your sample", "“cure”, dismissed by Mara Olsen: wrong reading")]
        assert waits(tmp_path, INES, date(2026, 12, 2)) != []
        assert waits(tmp_path, INES, date(2026, 12, 3)) == []
        assert waits(tmp_path, MARA) == []
        store.take_back("drops", name_of(store, "cure"), MARA, at=NOON)
    assert waits(tmp_path, INES) == []


def test_in_a_newsroom_of_one_the_second_pass_waits_a_day(tmp_path: Path) -> None:
    with opened(tmp_path, rules=ONE) as store:
        store.record([seen(TEXT)], at="2026-11-25T08:00:00+00:00")
        act(store, "cure", "dismiss", SOL, "agreed exception")
    early, late = "2026-11-26T11:59:00+00:00", "2026-11-26T12:00:00+00:00"
    assert waits(tmp_path, SOL, date(2026, 11, 26), early, ONE) == []
    assert len(waits(tmp_path, SOL, date(2026, 11, 26), late, ONE)) == 1


@pytest.fixture
def desk(tmp_path: Path, store: Store) -> Path:
    (tmp_path / "workbench.toml").write_text(_TOML, encoding="utf-8")
    act(store, "cure", "dismiss", MARA, "agreed exception")
    hand(store, "ines", date(2026, 11, 26))
    return tmp_path


def tell(root: Path, who: str, ics: bool = False, at: str = "2026-11-25T13:30:15+02:00") -> tuple[str, int]:
    return digests.tell(Wanted(DAY, at=at, url=url_of(root)), root, who, ics)


def test_as_text(desk: Path) -> None:
    told, code = tell(desk, "ines")
    assert code == 0
    lines = told.splitlines()
    assert lines[0].startswith("What waits for Ines, Calder")
    assert lines[2:4] == ["Due soon (1)", "  drops  Drops: due 26 Nov; in review"]
    assert lines[5:7] == ["Second opinions (1)", "  drops  Drops: a dismissal to agree to from Mara Olsen: “cure”"]
    assert "Does not confirm that a treatment is right" in lines[-1]
    assert tell(desk, "ines.calder") == (told, code)


def test_nothing_waits(desk: Path) -> None:
    assert tell(desk, "tom") == ("Nothing waits for you.\n", 0)
    assert tell(desk, "tom", ics=True) == ("", 0)


@pytest.mark.parametrize("who", ["nobody", "", "Ines", "INES"])
def test_nobody_is_called_like_this(desk: Path, who: str) -> None:
    with pytest.raises(Usage, match=rf"nobody is called “{who}” under \[people\]"):
        tell(desk, who)


def test_as_a_calendar_entry(desk: Path) -> None:
    told, _ = tell(desk, "ines", ics=True)
    lines = told.split("\r\n")
    assert "\n" not in told.replace("\r\n", "")
    assert (lines[0], lines[-2], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR", "")
    assert all(len(line.encode()) <= 75 for line in lines)
    whole = dict(line.split(":", 1) for line in told.replace("\r\n ", "").split("\r\n") if ":" in line)
    assert whole["DTSTAMP"] == "20261125T113015Z"
    assert (whole["DTSTART;VALUE=DATE"], whole["DTEND;VALUE=DATE"]) == ("20261125", "20261126")
    assert whole["SUMMARY"] == "2 things in the review queue\\, 1 due soon"
    assert whole["DESCRIPTION"].startswith("What waits for Ines\\, Calder\\; \\\\ of 😀 on 25 Nov 2026\\n\\nDue soon")
    assert re.fullmatch(r"[0-9a-f]{16}@workbench", whole["UID"])
    later, _ = tell(desk, "ines", ics=True, at="2026-11-25T18:00:00+00:00")
    assert whole["UID"] in later
    assert "DTSTAMP:20261125T180000Z" in later
    assert whole["UID"] not in tell(desk, "mara", ics=True)[0]


@pytest.mark.parametrize("line", ["", "a" * 75, "a" * 76, "é" * 200, "😀" * 60, "a" + "€" * 50, "x" * 149])
def test_a_folded_line_unfolds_to_itself(line: str) -> None:
    parts = digests.folded(line).split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
    assert len(parts) == 1 or len(line.encode()) > 75
