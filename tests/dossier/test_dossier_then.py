"""A dossier tells what was known that day, and not what is known today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from newsroom import DAY, INES, MANY, MARA, ONE, SOL, TOM, changed, claim_of, opened, seen, text_hash
from story import FIRST, HEALS, SECOND, goes_live, page, papers, step, told, verified

from workbench.dossier.words import when
from workbench.errors import Usage
from workbench.review import touching
from workbench.review.backlog.legacy import Legacy, Origin
from workbench.review.ledger import Place
from workbench.review.papers import Papers

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(scope="module")
def newsroom_then(tmp_path_factory: pytest.TempPathFactory, database: object) -> Path:
    root = tmp_path_factory.mktemp("story")
    told(root)
    return root


@pytest.fixture(scope="module")
def then(newsroom_then: Path) -> Callable[[str], Papers]:
    known: dict[str, Papers] = {}

    def on(day: str) -> Papers:
        if day not in known:
            known[day] = papers(newsroom_then, day)
        return known[day]

    return on


@pytest.mark.parametrize(
    ("day", "state", "text", "live", "held"),
    [
        ("2026-11-25", "published", FIRST, True, False),
        ("2026-11-26", "published", FIRST, True, False),  # what is being written is another text
        ("2026-11-27", "held", FIRST, True, True),
        ("2026-12-31", "held", FIRST, True, True),
    ],
)
def test_the_text_is_the_one_that_was_live(
    then: Callable[[str], Papers], day: str, state: str, text: str, live: bool, held: bool
) -> None:
    found = then(day)
    assert (found.page.state, found.text.text, found.live, bool(found.page.held)) == (state, text, live, held)
    assert found.page.address == "https://news.example/drops"
    assert found.page.since.startswith("2026-11-25T13:00:00")


def test_an_earlier_day_knows_nothing(newsroom_then: Path) -> None:
    with pytest.raises(Usage, match="first read on 25 Nov 2026; nothing is known of it on 24 Nov 2026"):
        papers(newsroom_then, "2026-11-24")
    with pytest.raises(Usage, match="has no article “nothing”"):
        papers(newsroom_then, "2026-11-25", name="nothing")
    with pytest.raises(Usage, match="no complaint “c-2” about “drops”"):
        papers(newsroom_then, "2026-11-25", "c-2")
    with pytest.raises(Usage, match="no complaint “c-1” about “other”"):
        papers(newsroom_then, "2026-11-25", "c-1", "other")


def test_a_claim_stands_as_it_stood(then: Callable[[str], Papers]) -> None:
    (claim,) = then("2026-11-26").claims
    assert (claim.state, claim.source, claim.version, claim.locator) == ("substantiated", "The trial", "2", "table 3")
    assert FIRST[slice(*claim.at or (0, 0))] == HEALS
    assert [(use.article, use.address, use.state) for use in claim.elsewhere] == [
        ("other", "https://news.example/other", "substantiated")
    ]
    assert then("2026-11-27").claims[0].state == "disputed"


def test_the_claims_of_the_next_text_are_not_told(then: Callable[[str], Papers]) -> None:
    assert [one.claim.text for one in then("2026-12-31").claims] == [HEALS]
    assert "5 mg" in SECOND


def test_findings_and_decisions_are_those_of_that_day(then: Callable[[str], Papers]) -> None:
    first = {one.finding.text: one.state for one in then("2026-11-25").findings}
    assert first == {"wonder": "dismissed", "always": "open"}
    assert {one.finding.text: one.state for one in then("2026-12-31").findings} == first
    (always,) = (one for one in then("2026-11-25").findings if one.finding.text == "always")
    assert always.words == ""


def test_both_signatures_of_the_live_text_are_told(then: Callable[[str], Papers]) -> None:
    for day in ("2026-11-25", "2026-12-31"):
        signed = [(one.approval.kind, one.step["by_name"]) for one in then(day).signed]
        assert signed == [("editorial", "Mara Olsen"), ("medical", "Ines Calder")]


def test_nothing_of_a_later_day_is_in_the_page(newsroom_then: Path) -> None:
    early = page(newsroom_then, "2026-11-26")
    for later in ("A newer trial", "It may harm", "A reader", "Corrected on", "disputed", "Since then"):
        assert later not in early.replace("under “Since then”", ""), later
    assert "It may harm." in page(newsroom_then, "2026-11-27")


def test_a_complaint_stands_first_and_what_came_later_stands_apart(newsroom_then: Path) -> None:
    told_ = page(newsroom_then, "2026-11-26", "c-1")
    body, _, later = told_.partition("<h2>Since then</h2>")
    assert body.index("Complaint c-1: corrected") < body.index("The text")
    for words in ("heals the back", "20 Dec 2026", "Corrected on 29 Nov 2026.", "A reader"):
        assert words in body
    assert "A newer trial says no." in later
    assert "A newer trial" not in body
    assert papers(newsroom_then, "2026-11-26", "c-1").claims[0].state == "substantiated"


def test_the_same_records_make_the_same_page(newsroom_then: Path) -> None:
    first = page(newsroom_then, "2026-11-26")
    with opened(newsroom_then, rules=MANY) as store:
        store.record([seen("It is a cure.\n", "later")], date(2026, 12, 30), at="2026-12-30T08:00:00+00:00")
    assert page(newsroom_then, "2026-11-26") == first


def test_no_other_article_is_named_but_where_it_says_the_same(newsroom_then: Path) -> None:
    with opened(newsroom_then, rules=MANY) as store:
        store.record([seen("A secret draft.\n", "hidden-launch")], DAY, at="2026-12-30T09:00:00+00:00")
    for day, complaint in (("2026-11-26", ""), ("2026-11-26", "c-1"), ("2026-12-31", "")):
        assert "hidden-launch" not in page(newsroom_then, day, complaint)


def test_a_page_that_is_not_live_says_so(tmp_path: Path) -> None:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(FIRST)], DAY, at="2026-11-25T08:00:00+00:00")
        store.record([seen(SECOND)], date(2026, 11, 26), at="2026-11-26T08:00:00+00:00")
    assert papers(tmp_path, "2026-11-25").text.text == FIRST
    assert papers(tmp_path, "2026-11-26").text.text == SECOND
    assert not papers(tmp_path, "2026-11-26").live
    told_ = page(tmp_path, "2026-11-25")
    assert "<b>not that of the page</b>" in told_
    assert "<td>nobody</td>" in told_


def test_a_finding_that_a_later_check_of_the_same_text_found_was_not_there(tmp_path: Path) -> None:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(FIRST)], DAY, at="2026-11-25T08:00:00+00:00")
    changed(tmp_path, "UPDATE findings SET since = '2026-11-27' WHERE text = 'always'")  # as a newer check leaves it
    assert [one.finding.text for one in papers(tmp_path, "2026-11-26").findings] == ["wonder"]
    assert len(papers(tmp_path, "2026-11-27").findings) == 2


def test_the_old_text_is_live_again_after_it_was_approved_again(tmp_path: Path) -> None:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(f"{HEALS}\n")], DAY, at="2026-11-25T08:00:00+00:00")
        goes_live(store, "drops", "https://news.example/1")
        store.record([seen(f"{HEALS}\nMore.\n")], date(2026, 11, 26), at="2026-11-26T08:00:00+00:00")
        text = text_hash(store)
        for kind, who in (("editorial", MARA), ("medical", INES)):
            if kind == "editorial":
                step(store, "work", "open", MARA, "2026-11-26T09:00:00+00:00")
            step(store, "work", f"approve {kind}", who, "2026-11-26T10:00:00+00:00", text_hash=text)
        step(store, "work", "mark live", MARA, "2026-11-26T11:00:00+00:00", text_hash=text)
    assert papers(tmp_path, "2026-11-25").text.text == f"{HEALS}\n"
    now = papers(tmp_path, "2026-11-26")
    assert (now.text.number, now.page.since[:10], now.page.address) == (2, "2026-11-26", "https://news.example/1")
    assert {one.approval.text_hash for one in now.signed} == {text}


def test_a_newsroom_of_one_says_that_there_was_no_second_person(tmp_path: Path) -> None:
    with opened(tmp_path, rules=ONE) as store:
        store.record([seen(f"{HEALS}\n", authors=("Sol Example",))], DAY, at="2026-11-25T08:00:00+00:00")
        step(store, "work", "open", SOL, "2026-11-25T09:00:00+00:00")
        papers_ = {"source": "s", "version": "1", "place": "p"}
        step(store, "claim", "substantiate", SOL, "2026-11-25T09:00:00+00:00", key=claim_of(HEALS), given=papers_)
        text = text_hash(store)
        step(store, "work", "approve editorial", SOL, "2026-11-26T10:00:00+00:00", text_hash=text)
        step(store, "work", "approve medical", SOL, "2026-11-27T11:00:00+00:00", text_hash=text)
        step(store, "work", "mark live", SOL, "2026-11-27T12:00:00+00:00", text_hash=text)
    told_ = page(tmp_path, "2026-11-27")
    assert told_.count("(second person: none)") >= 2
    assert TOM.name not in told_


def test_an_imported_page_is_told_as_never_reviewed(tmp_path: Path) -> None:
    legacy = Legacy("mara", {"drops": Origin("https://old.example/drops", "2019-01-02"), "other": Origin()})
    with opened(tmp_path, rules=MANY) as store:
        store.catalogue().take([seen(FIRST), seen(f"{HEALS}\n", "other")], legacy, at="2026-11-25T08:00:00+00:00")
        store.record([seen(SECOND)], date(2026, 11, 26), at="2026-11-26T08:00:00+00:00")
    found = papers(tmp_path, "2026-11-30")
    assert (found.page.state, found.page.address, found.text.text) == ("inherited", "https://old.example/drops", FIRST)
    assert [use.article for use in found.claims[0].elsewhere] == ["other"]
    other = papers(tmp_path, "2026-11-30", name="other").claims[0].elsewhere
    assert [use.address for use in other] == ["https://old.example/drops"]
    told_ = page(tmp_path, "2026-11-30")
    assert "on the site, never reviewed here" in told_
    assert "<td>nobody</td>" in told_


def test_a_page_on_the_site_without_the_claim_is_not_named(tmp_path: Path) -> None:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(FIRST), seen(f"{HEALS}\n", "draft")], at="2026-11-25T08:00:00+00:00")
    assert papers(tmp_path, "2026-11-25").claims[0].elsewhere == ()


FACT = {"value": "not for backs", "country": "US", "effective": "2026-11-26", "source": "The label, version 18"}


def test_a_fact_is_told_as_it_was_known_that_day(tmp_path: Path) -> None:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(f"{HEALS}\n"), seen("Nothing.\n", "quiet")], at="2026-11-25T08:00:00+00:00")
        goes_live(store, "drops", "https://news.example/drops")
        place = Place("fact", "velodrin-label")
        code = touching.name_of(store.touched(place))
        more = {"key": place.key, "article": None, "given": FACT, "seen": code}
        step(store, "fact", "change", INES, "2026-11-27T08:00:00+00:00", **more)
        other = {"key": "another-label", "article": None, "given": FACT, "seen": touching.name_of(())}
        step(store, "fact", "change", INES, "2026-11-27T09:00:00+00:00", **other)
    before, after = papers(tmp_path, "2026-11-26"), papers(tmp_path, "2026-11-27")
    assert [(one.page.state, one.claims[0].state) for one in (before, after)] == [
        ("published", "substantiated"), ("expired", "expired"),
    ]  # fmt: skip
    assert [one.claims[0].value.get("value", "") for one in (before, after)] == ["", "not for backs"]
    told_ = page(tmp_path, "2026-11-27")
    assert "on the site, expired" in told_
    assert "another-label" not in told_
    assert verified(tmp_path, told_) == verified(tmp_path, page(tmp_path, "2026-11-26")) == ("OK", 0)


@pytest.mark.parametrize("at", ["", "morning", "2026-11-25", "2026-11-25T23:59:59-05:00", "2026-11-25T22:00:00+00:00"])
def test_a_moment_of_any_kind_can_be_told(tmp_path: Path, at: str) -> None:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(FIRST)], DAY, at="2026-11-25T08:00:00+00:00")
        store.begin("drops", MARA, at)
    early, late = papers(tmp_path, "2026-11-25").records.then, papers(tmp_path, "2026-11-26").records.then
    assert (early, late) == (1 if at.endswith("-05:00") else 2, 2)  # that is the 26th in UTC
    assert verified(tmp_path, page(tmp_path, "2026-11-26")) == ("OK", 0)


@pytest.mark.parametrize(
    ("at", "told_"),
    [
        ("", "an unknown day"), ("<b>", "&lt;b&gt;"), ("2026-11-25", "25 Nov 2026"),
        ("2026-11-25T12:00:00+00:00", "25 Nov 2026, 12:00 UTC"),
        ("2026-11-25T12:00:00+02:00", "25 Nov 2026, 12:00 +02:00"),
        ("2026-11-25T12:00:00", "25 Nov 2026, 12:00 UTC"),
    ],
)  # fmt: skip
def test_a_moment_in_words(at: str, told_: str) -> None:
    assert when(at) == told_
