"""Waves: printed with their cost before they move, and moved only by the code of exactly that list."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from legacy_desk import AT, FOOTER, Legacies, page
from newsroom import ADA, DAY, INES, MARA, TOM
from postgres import Server

from workbench.model.knowledge import Said
from workbench.review import Person
from workbench.review.backlog import bound, drawing
from workbench.review.backlog.desk import Moment
from workbench.review.backlog.plans import Wish

BOTH = "It is a cure.\nIt is a wonder.\n"


@pytest.fixture
def desk(tmp_path: Path, database: Server | None) -> Iterator[Legacies]:
    made = Legacies(tmp_path)
    with made.store:
        yield made
    made.store.close()


def names(plan: object) -> list[str]:
    return [line.page.name for line in plan.lines]  # type: ignore[attr-defined]


def test_harm_now_takes_pages_with_what_is_sure(desk: Legacies) -> None:
    desk.take(
        page("a", "It is a wonder.\n"), page("b", BOTH), page("c", "It is a cure.\nIt is a cure again.\n"),
        page("d", "It is no cure.\n"), page("e", "It always works.\n"),
    )  # fmt: skip
    plan = desk.catalogue.plan(Wish("harm"))
    assert [(line.page.name, line.why) for line in plan.lines] == [("c", "dose: A cure, 2"), ("b", "dose: A cure, 1")]
    assert plan.notes == ("Left out: A wonder (dose; right 10 of 40 times, and 95 % are needed).",)
    assert (plan.uses, plan.findings, plan.decisions) == (4, 3, 3)  # the same sentence on two pages is one cause


def test_nothing_moves_before_its_code_is_said(desk: Legacies) -> None:
    desk.take(page("a"), page("b", "Nothing.\n"))
    before, trail = desk.states(), desk.trail()
    plan = desk.catalogue.plan(Wish("harm"))
    assert plan.code == desk.catalogue.plan(Wish("harm")).code
    assert (desk.states(), desk.trail()) == (before, trail)
    desk.enter(Wish("harm"))
    assert desk.states() == {"a": ("in review", "inherited"), "b": ("none", "inherited")}
    rows = desk.rows('SELECT subject, "key", action, before, after, "by" FROM steps ORDER BY id')
    event = "an inherited page is edited, its wave or its date comes"
    assert rows == [
        ("wave", plan.code, "harm", "", "entered", "mara"), ("work", "a", event, "none", "in review", "mara"),
    ]  # fmt: skip
    ((what,),) = desk.rows("SELECT what FROM history WHERE subject = 'work'")
    assert what.startswith("Wave “harm now”: dose: A cure, 1.") and desk.store.verify() == []


@pytest.mark.parametrize("change", ["a page more", "an edit", "a decision", "another code", "another size"])
def test_another_list_is_refused(desk: Legacies, change: str) -> None:
    desk.take(page("a"), page("b", BOTH))
    code, size = desk.catalogue.plan(Wish("harm")).code, 0
    if change == "a page more":
        desk.take(page("c"))
    elif change == "an edit":
        desk.take(page("a", "It is a cure indeed.\n"))  # it came into review by itself
    elif change == "a decision":
        (found,) = desk.store.article("a")["findings"]
        desk.store.decide("a", found["fingerprint"], "fix", MARA, at=AT)
    elif change == "another code":
        code = "0" * 8
    else:
        size = 1
    before, trail = desk.states(), desk.trail()
    outcome = desk.catalogue.enter(Wish("harm", size), code, Moment(MARA, DAY, AT))
    assert not outcome.ok and "is another list than this one. Nothing was changed" in outcome.message
    assert outcome.state["plan"] == desk.catalogue.plan(Wish("harm", size)).code
    assert (desk.states(), desk.trail()) == (before, trail)


def test_the_same_wave_twice_finds_nobody(desk: Legacies) -> None:
    desk.take(page("a"))
    plan = desk.enter(Wish("harm"))
    again = desk.catalogue.enter(Wish("harm"), plan.code, Moment(MARA, DAY, AT))
    assert not again.ok and again.message.startswith("No page is in the wave “harm now” now")


@pytest.mark.parametrize(("person", "may"), [(MARA, True), (INES, True), (TOM, False), (ADA, False)])
def test_who_starts_a_wave(desk: Legacies, person: Person, may: bool) -> None:
    desk.take(page("a"))
    code = desk.catalogue.plan(Wish("harm")).code
    outcome = desk.catalogue.enter(Wish("harm"), code, Moment(person, DAY, AT))
    assert outcome.ok == may
    assert may or outcome.message.startswith("Only an editor or a medical reviewer can do this")
    assert desk.states()["a"][0] == ("in review" if may else "none")


def test_risk_times_views(desk: Legacies) -> None:
    desk.take(page("a", BOTH), page("b", BOTH), page("c", "Nothing.\n"), page("d"), page("e"))
    risks = dict(desk.rows("SELECT name, risk FROM articles"))
    views = {"a": 10, "b": 500, "c": 10**6, "d": 40}
    plan = desk.catalogue.plan(Wish("reach", views=views))
    weighed = sorted((-risks[name] * views.get(name, 0), name) for name in risks if risks[name] * views.get(name, 0))
    assert names(plan) == [name for _, name in weighed]
    assert ("c" in names(plan)) == (risks["c"] > 0)
    assert (
        "e" not in names(plan)
        and plan.lines[0].why == f"risk {risks[names(plan)[0]]} × {views[names(plan)[0]]:,} views"
    )
    assert names(desk.catalogue.plan(Wish("reach", size=2, views=views))) == names(plan)[:2]
    assert desk.catalogue.plan(Wish("reach")).lines == ()


def sections(desk: Legacies) -> None:
    desk.take(*(page(f"{part}/p{number}", f"It is a wonder {number}.\n") for part in ("x", "y") for number in range(9)))


def test_a_sample_is_drawn_in_each_section_and_can_be_drawn_again(desk: Legacies) -> None:
    sections(desk)
    plan = desk.enter(Wish("sample", 4, "7"))
    assert plan.notes[0] == "articles/x: 4 of 9 pages drawn. If none is harmful: 0 harmful of 4: at most 52.8 %."
    assert plan.notes[-1].startswith("Drawn with the seed “7”")
    ((given,),) = desk.rows("SELECT given FROM steps WHERE subject = 'wave'")
    stored = json.loads(given) if isinstance(given, str) else given
    redrawn = [
        name
        for section, frame in sorted(stored["frame"].items())
        for name in drawing.drawn(frame, stored["size"], f"{stored['seed']} {section}")
    ]
    assert redrawn == stored["pages"] == names(plan) and len(redrawn) == 8
    assert names(desk.catalogue.plan(Wish("sample", 4, "8"))) != names(plan)


def test_what_the_sample_showed(desk: Legacies) -> None:
    sections(desk)
    drawn = names(desk.enter(Wish("sample", 4, "7")))
    first, other = desk.catalogue.samples()
    assert (first.section, first.pages, first.drawn, first.looked, first.harmful) == ("articles/x", 9, 4, 0, ())
    assert (
        first.told()
        == "articles/x: no page looked at yet: nothing can be said. 4 of 4 drawn pages are still in review."
    )
    desk.store.record([page(drawn[0], "It is a cure.\n")], at=AT)
    (error,) = (one for one in desk.store.article(drawn[0])["findings"] if one["severity"] == "error")
    desk.store.decide(drawn[0], error["fingerprint"], "fix", MARA, at=AT)
    (warning,) = desk.store.article(drawn[1])["findings"]
    desk.store.decide(drawn[1], warning["fingerprint"], "fix", MARA, at=AT)  # no error: not harmful, not looked at yet
    first, other = desk.catalogue.samples()
    assert (first.looked, first.harmful, other.looked) == (1, (drawn[0],), 0)
    assert first.told().startswith(f"articles/x: {bound.told(1, 1)} of 9 pages. 3 of 4 drawn pages")


def test_an_error_dismissed_or_taken_back_makes_no_page_harmful(desk: Legacies) -> None:
    desk.take(page("x/a"), page("x/b"), page("x/c"))
    desk.enter(Wish("sample", 3, "7"))
    for name, action, reason in (("x/a", "dismiss", "wrong reading"), ("x/b", "fix", ""), ("x/c", "fix", "")):
        (found,) = desk.store.article(name)["findings"]
        assert desk.store.decide(name, found["fingerprint"], action, MARA, reason, at=AT).ok
    (found,) = desk.store.article("x/c")["findings"]
    assert desk.store.take_back("x/c", found["fingerprint"], MARA, at=AT).ok
    (shown,) = desk.catalogue.samples()
    assert (shown.looked, shown.harmful) == (1, ("x/b",))


def test_the_rest_gets_its_days(desk: Legacies) -> None:
    desk.take(page("a", "Nothing.\n"), page("b", BOTH), page("c"), page("d", "Nothing.\n"))
    desk.catalogue.settle("d", "retire", date(2027, 1, 4), "", Moment(MARA, DAY, AT))
    plan = desk.enter(Wish("rest", 2))
    days = [(line.page.name, line.day) for line in plan.lines]
    risks = dict(desk.rows("SELECT name, risk FROM articles"))
    assert [name for name, _ in days] == sorted("abc", key=lambda name: (-risks[name], name))
    assert [day for _, day in days] == ["2026-12-02", "2026-12-02", "2026-12-09"]
    assert plan.notes == ("1 page of the rest have a day already.", "2 a week, for 2 weeks.")
    assert {state for state, _ in desk.states().values()} == {"none"}  # giving days brings nobody in
    assert desk.catalogue.plan(Wish("rest", 2)).lines == ()
    assert desk.rows("SELECT count(*) FROM steps WHERE subject = 'rest' AND action = 'keep'") == [(3,)]
    later = desk.on(date(2026, 12, 2))
    later.store.record([], at="2026-12-02T09:00:00+00:00")
    assert sorted(name for name, (state, _) in later.states().items() if state == "in review") == ["b", "c"]


def test_one_cause_counts_once(desk: Legacies) -> None:
    desk.take(*(page(f"p{number}", f"It always works.\nIt is a cure {number}.\n") for number in range(60)))
    plan = desk.catalogue.plan(Wish("harm"))
    assert (plan.uses, plan.findings, plan.decisions) == (120, 61, 63)  # 60 sentences of their own, one 25 at a time
    assert plan.hours == pytest.approx(63 * 2.0 / 60)
    (cause,) = desk.catalogue.causes()
    assert (len(cause.uses), cause.declared, cause.uses[0].check) == (60, "", "no-always")


def test_what_the_site_declares_is_judged_once(tmp_path: Path, database: Server | None) -> None:
    desk = Legacies(tmp_path, [Said("footer", f"Our promise. {FOOTER}")])
    with desk.store:
        desk.take(*(page(f"p{number}", f"It is a cure {number}.\n{FOOTER}\n") for number in range(60)))
        plan = desk.catalogue.plan(Wish("harm"))
        assert (plan.uses, plan.findings, plan.decisions) == (120, 61, 61)
        assert [cause.declared for cause in desk.catalogue.causes()] == ["footer"]


def test_a_cause_is_decided_together_and_an_error_about_dose_is_not(desk: Legacies) -> None:
    desk.take(
        *(page(f"p{number}", "It always works.\nIt is a wonder.\n") for number in range(3)), page("q", "A wonder.\n")
    )
    causes = {cause.uses[0].check: cause for cause in desk.catalogue.causes()}
    assert {check: len(cause.uses) for check, cause in causes.items()} == {"no-always": 3, "no-wonder": 3}
    chosen = [(use.article, use.fingerprint) for use in causes["no-always"].uses]
    outcome = desk.store.decide_together(chosen, "dismiss", MARA, "agreed exception", at=AT)
    assert outcome.ok, outcome.message
    assert [cause.uses[0].check for cause in desk.catalogue.causes()] == ["no-wonder"]
