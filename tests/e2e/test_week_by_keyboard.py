"""The newsroom's week in a real browser, by keys alone, behind a proxy that says who each person is. No mouse is used.

It tells what tests/review/test_queueing_week.py tells by the command line, from Monday to the newsroom of one. Beside
it, twenty findings are decided one after the other, with at most two keys for each.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from e2e.pages import Browser
from e2e.served import until
from e2e.week import ALONE, Week, drops, rest

APPROVAL, PERCENT, MIRACLE = "Approval that", "Percentage that", "Miracle"
PAPERS = ("The trial, doi:10.1000/rest", "2", "table 3")
SENT = "Sent. The article is now with the writer."


@pytest.fixture
def week(voila: None, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Week]:
    week = Week(tmp_path_factory.mktemp("week") / "newsroom", chromium)
    try:
        yield week
    finally:
        week.leave()


def test_a_week(week: Week) -> None:
    _an_error_and_a_contest(week)
    _one_cause_and_a_due_day(week)
    _a_second_opinion(week)
    _live_held_and_back(week)
    _an_approval_that_an_edit_takes_away(week)
    done = {who for name in ("drops", "calm") for who, _ in week.events(name)}
    assert done >= {"mara", "otto", "ines", "tom"}
    week.later(2)
    _what_is_over(week)
    _a_fact_changes(week)
    week.people(ALONE)
    _alone(week)
    week.later(3)
    _alone_a_day_later(week)


def _an_error_and_a_contest(week: Week) -> None:
    """Monday. An error needs two people; a request is contested twice, and the second answer is another editor's."""
    tom, mara, otto, ines = (week.at(who) for who in ("tom", "mara", "otto", "ines"))
    mara.article("Evening drops", APPROVAL).press("d", "5").dialog().press("Enter").said("agree")
    mara.visit.choose(PERCENT)
    mara.press("f").said("Fix asked")
    mara.visit.choose(APPROVAL)
    mara.press("y")  # nobody agrees with themselves
    otto.article("Evening drops", APPROVAL).press("y").refused("Ines Calder")
    ines.article("Evening drops", APPROVAL).press("n").said("verruled")
    otto.article("Evening drops", APPROVAL).press("f").said("Fix asked")
    otto.press("r").dialog("Send 2 requests").type("Two fixes, please.").press("Enter").said(SENT)
    tom.article("Evening drops", PERCENT).to("Contest").fill("The table says 12.", "Trial report, table 2")
    tom.said("ontested").to("Send to review").dialog().type("The label is looked up.").press("Enter").said("Sent to")
    mara.article("Evening drops", PERCENT).press("r").refused("a medical reviewer can").to("Go to the next")
    mara.press("f").dialog("Ask for the fix again?").type("That is another trial.").press("Enter").said("Fix asked")
    mara.press("r").dialog().press("Enter").said(SENT)
    tom.article("Evening drops", PERCENT).to("Contest").fill("It is the same.", "Trial report, table 2")
    tom.said("ontested")
    mara.article("Evening drops", PERCENT).press("d", "1").refused("Otto Lind")
    otto.article("Evening drops", PERCENT).press("d", "1").said("Dismissed: wrong reading")


def _one_cause_and_a_due_day(week: Week) -> None:
    """One cause is decided from the queue and taken back, then from an article without one of them; one has a day."""
    mara, otto, ines = (week.at(who) for who in ("mara", "otto", "ines"))
    mara.home().row("Sleep at home").to("Same cause in 3 articles").dialog("A dark room")
    mara.press("3", "Enter").said("in 3 articles, each recorded singly").press("u").said("Taken back, in 3 articles")
    otto.article("Sleep at work", MIRACLE).to("Show them").dialog("Same cause in 3 articles")
    otto.press("Tab", "Tab", "Space").see("2 of 3 chosen.").press("Tab", "2", "Enter")
    otto.dialog("Why is this not a problem?").press("2", "Enter").said("2 findings of one cause")
    told = "select article from decisions where decision = 'dismissed' and by = 'otto' and article like 'sleep%'"
    assert {name for (name,) in week.rows(told)} == {"sleep", "sleep-1"}
    mara.home().row("Rest").press("g").dialog("Assign “Rest” to").press("3").type("11262026").press("Enter")
    mara.said("given to Ines Calder, due 26 Nov").home().press("/").type("Ines Calder").press("Enter")
    assert mara.titles() == ["Rest"]
    ines.home().press("5")
    assert ines.titles() == ["Rest"]
    ines.press("1")
    assert ines.titles()[0] == "Rest"


def _a_second_opinion(week: Week) -> None:
    """Tuesday. The check alone says what is fixed; a second opinion is asked, and ends as a risk accepted for a day."""
    tom, mara, otto, ines = (week.at(who) for who in ("tom", "mara", "otto", "ines"))
    fixed = drops("Evening drops").replace("The FDA has approved ketamine for depression.\n\n", "")
    week.write("drops", fixed.replace("70.8%", "70%"))
    tom.anew().article("Evening drops").to("Send to review").dialog().press("Enter").said("Sent to review")
    tom.press("d").refused("editor or a medical reviewer decides")
    mara.article("Evening drops", MIRACLE).see("2 findings fixed")
    mara.press("s").dialog().press("Enter").see("A second opinion needs a question")
    mara.type("Is this a promise?").press("Enter").said("econd opinion")
    otto.article("Evening drops", MIRACLE).press("d", "1").refused("Ines Calder")
    ines.article("Evening drops", MIRACLE).press("a").dialog("Accept this until").press("3")
    ines.type("11262026").press("Enter").type("A name").press("Enter")
    ines.said("Accepted until 26 Nov: A name. It comes back by itself.")


def _live_held_and_back(week: Week) -> None:
    """Wednesday. A claim gets its source, both sign, the page goes live, is held and put back; a notice is shown."""
    tom, mara, ines = (week.at(who) for who in ("tom", "mara", "ines"))
    mara.article("Rest").press("c", "Enter").to("Substantiate").refused("Ines Calder")
    ines.article("Rest").press("c", "Enter").to("Substantiate").fill(*PAPERS, "velodrin-label").said("Substantiated")
    ines.press("Escape").to("Approve (medical)").dialog("You approve draft 1").press("Enter").said("pproved")
    mara.article("Rest").to("Approve").dialog("You approve draft 1").press("Enter").said("pproved")
    ines.article("Rest").to("Mark live").refused("Mara Olsen")
    mara.to("Mark live").dialog().type("https://news.example/rest").press("Enter").said("Marked live")
    mara.to("Hold").fill("A reader was hurt.").said("The site must confirm").to("Put back")
    mara.said("Another editor or medical reviewer must agree")
    ines.article("Rest").to("Agree to put back").said("Put back. The page is on the site again")
    mara.article("Rest").to("Safety notice").fill("Ask a doctor first.").said("another person agrees")
    assert mara.ways(".notice-strip") == ["Take it back"], "nobody agrees to their own notice"
    tom.article("Rest").to("Show the notice").see("Safety notice on the page since")
    tom.home().place("Live pages", ".pages-view .prow").press("h").refused("Mara Olsen")


def _an_approval_that_an_edit_takes_away(week: Week) -> None:
    """Two signatures are struck through when the text changes, and each is given anew."""
    otto, ines = week.at("otto"), week.at("ines")
    ines.article("Second rest").press("c", "Enter").to("Substantiate").fill(*PAPERS).said("Substantiated")
    ines.press("Escape").to("Approve (medical)").dialog().press("Enter").said("pproved")
    otto.article("Second rest").to("Approve").dialog().press("Enter").said("pproved")
    week.write("calm-1", rest("Second rest") + "\nDrink enough water.\n")
    otto.anew().article("Second rest").see("1 sentence is open again.")
    assert otto.page.locator(".signed s").count() == 2
    otto.to("Approve").dialog("You approve draft 2").press("Enter").said("pproved")
    assert otto.page.locator(".signed s").all_inner_texts() == ["Medical approval: Ines Calder, " + otto.today()]
    ines.article("Second rest").to("Approve (medical)").dialog("You approve draft 2").press("Enter").said("pproved")
    assert ines.page.locator(".signed s").count() == 0
    week.stored("calm-1", "state", "approved")


def _what_is_over(week: Week) -> None:
    """Friday. The accepted risk is open again, and the notice has ended by itself."""
    mara = week.at("mara")
    mara.article("Evening drops", MIRACLE).see("That day has passed.")
    assert "Its day has passed" in mara.entry(MIRACLE)
    mara.article("Rest").see("The safety notice is over; the article is in review again")
    week.stored("calm", "state", "in review")


def _a_fact_changes(week: Week) -> None:
    """An editor suggests, the medical reviewer changes it, the page expires and is renewed; a complaint comes."""
    mara, otto, ines = (week.at(who) for who in ("mara", "otto", "ines"))
    mara.place("Claims", ".place-view [role=tab]").press("2", "c").dialog("Nothing changes until Ines Calder decides")
    mara.type("20%").press("Enter").type("Label v18").press("Enter").said("Suggested. A medical reviewer decides")
    ines.place("Claims", ".place-view [role=tab]").press("2").see("suggests “20%”").press("c")
    ines.dialog("This touches 1 live sentence").dialog("Velodrin reduces pain in adults")
    assert week.rows("select live from articles where name = 'calm'") == [("published",)], "it is only listed yet"
    ines.press("Enter").said("The fact velodrin-label is changed")
    week.stored("calm", "live", "expired")
    ines.press("r").see("Renew…").press("r").dialog("This touches 1 live sentence").press("Enter").said("Renewed")
    ines.article("Rest").to("Approve (medical)").dialog().press("Enter").said("pproved")
    otto.article("Rest").to("Approve").dialog().press("Enter").said("pproved")
    otto.to("Mark live").dialog().press("Enter").said("Marked live")
    week.stored("calm", "live", "published")
    otto.place("Live pages", ".pages-view .prow").press("/").type("Rest").press("Enter", "c").dialog("New complaint")
    otto.press("Tab").type("A. Reader").press("Enter").type("reduces pain").press("Tab").type("12092026")
    otto.press("Enter").said("answer by 9 Dec").press("x").said("Find the claim first")


def _alone(week: Week) -> None:
    """Everybody but one has left: what takes two people waits for a day, and says since when and until when."""
    mara = week.at("mara").home()  # another page than before, and so with the people as they are now
    mara.article("Third rest").press("c", "Enter").to("Substantiate").fill(*PAPERS).said("Substantiated")
    mara.press("Escape").to("Approve").dialog().press("Enter").said("pproved")
    mara.to("Approve (medical)").refused("the second pass is 24 hours later; a medical reviewer can do it from")
    mara.article("Morning drops", APPROVAL).press("d", "5").dialog("your second pass 24 hours later").press("Enter")
    mara.said("agree").visit.choose(APPROVAL)
    mara.press("y").refused("the second pass is 24 hours later")


def _alone_a_day_later(week: Week) -> None:
    """The second pass counts, and is told as such wherever it stands."""
    mara = week.at("mara")
    mara.article("Third rest").to("Approve (medical)").dialog().press("Enter").said("second person: none")
    mara.see("· second person: none").to("Mark live").dialog().press("Enter").said("Marked live")
    mara.article("Morning drops", APPROVAL).press("y").said("Second person: none.")
    assert "second person: none" in mara.entry(APPROVAL)
    mara.place("Live pages", ".pages-view .prow").see("Mara Olsen · second person: none")


def test_twenty_findings_are_decided_with_two_keys_at_most(week: Week) -> None:
    otto = week.at("otto").article("Twenty promises")
    otto.press("x", "g", "h", "Control+d", "7", "z")  # near misses: keys of other screens, and chords of the browser
    mara = week.at("mara").article("Twenty promises")
    began, mara.keys = time.monotonic(), 0
    left = int(mara.page.locator(".it[role=option][aria-label*=undecided]").count())
    assert left >= 20
    for n in range(20):
        mara.press("f") if n % 2 else mara.press("d", "2")
    until(lambda: week.events("many").count(("mara", "decision")) == 20, "twenty decisions in the store")
    took = time.monotonic() - began
    print(f"20 findings decided with {mara.keys} keys in {took:.1f} s")  # noqa: T201  # told with -s
    assert mara.keys == 30 and took < 300
    assert ("otto", "decision") not in week.events("many"), "a letter that means nothing decides nothing"
