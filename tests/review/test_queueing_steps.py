"""Every step of `workbench queue` on a real newsroom and both databases: done, and refused to whom it is refused."""

from __future__ import annotations

from pathlib import Path
from subprocess import run

import pytest
from newsroom import rows
from postgres import Server
from queue_desk import ERROR, MIRACLE, PERCENT, Desk, person, quick

from workbench import queueing
from workbench.queueing import Further, Only


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: Server | None) -> Desk:
    quick(monkeypatch)
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path)


def ready(desk: Desk) -> str:
    """The calm article waits for its approvals; its text."""
    desk.does("mara", queueing.start, "calm")
    for kind in ("efficacy",):
        claim = desk.claim(kind, "calm")
        papers = {"source": "The trial", "version": "2", "place": "table 3", "fact": "velodrin-label"}
        desk.does("ines", queueing.claim, "calm", claim, "substantiate", papers)
    return desk.text("calm")


def published(desk: Desk) -> str:
    """The calm article is on the site; its text."""
    text = ready(desk)
    desk.does("mara", queueing.approve, "calm", "editorial", text)
    desk.does("ines", queueing.approve, "calm", "medical", text)
    desk.does("mara", queueing.go_live, "calm", text, "https://news.example/calm")
    return text


def test_a_finding_goes_to_the_writer_and_back(desk: Desk) -> None:
    name = desk.finding(PERCENT)
    assert "Only an editor or a medical reviewer can" in desk.refused("tom", queueing.decide, "drops", name, "fix")
    assert "Nothing would reach the writer" in _changes_refused(desk)
    said = desk.does("mara", queueing.decide, "drops", name[:4], "fix", note="Which group?")
    assert said.splitlines()[0].startswith("Fix asked. ") and not said.splitlines()[0].endswith("U to undo.")
    assert said.splitlines()[-1] == f"To take it back: workbench queue decide drops {name} undo"
    assert "1 fix outstanding" in said
    assert "Only an editor or a medical reviewer" in desk.refused("tom", queueing.changes, "drops")
    assert desk.does("mara", queueing.changes, "drops").splitlines()[1].startswith("With writer. Left: ")
    contest = {"reason": "The table says 12.", "further": Further(source="Trial report, table 2")}
    assert "This needs source" in desk.refused("tom", queueing.decide, "drops", name, "contest", reason="No.")
    assert "Only a writer" in desk.refused("mara", queueing.decide, "drops", name, "contest", **contest)
    assert "1 contest to answer" in desk.does("tom", queueing.decide, "drops", name, "contest", **contest)
    desk.does("tom", queueing.send, "drops", "The approval is being checked.")
    assert "1 contest to answer" in desk.refused("mara", queueing.changes, "drops", "Please.")
    assert "needs an answer" in desk.refused("mara", queueing.decide, "drops", name, "fix")
    desk.does("mara", queueing.decide, "drops", name, "fix", note="Table 2 is of another trial.")
    desk.does("otto", queueing.decide, "drops", name, "withdraw")
    assert desk.article("state") == "in review"


def _changes_refused(desk: Desk) -> str:
    desk.does("mara", queueing.start, "drops")
    return desk.refused("mara", queueing.changes, "drops")


def test_an_error_needs_a_second_person_and_a_question_another_one(desk: Desk) -> None:
    name = desk.finding(ERROR)
    decide = queueing.decide
    said = desk.does("mara", decide, "drops", name, "dismiss", reason="agreed exception")
    assert said.startswith("Proposed: agreed exception. A second person must agree before this error is dismissed.")
    assert "You proposed this" in desk.refused("mara", decide, "drops", name, "agree")
    assert "Only a medical reviewer can do this; you are here as editor" in desk.refused(
        "otto", decide, "drops", name, "agree"
    )
    desk.does("ines", decide, "drops", name, "overrule", note="It is not agreed.")
    desk.does("mara", decide, "drops", name, "accept", reason="Law changes", further=Further(until="2027-01-01"))
    assert desk.does("ines", decide, "drops", name, "agree").startswith("Accepted until 1 Jan 2027: Law changes.")
    other = desk.finding(MIRACLE)
    assert "needs a question" in desk.refused("mara", decide, "drops", other, "ask")
    desk.does("mara", decide, "drops", other, "ask", note="Is it quoted?")
    assert "You asked this" not in desk.does("ines", decide, "drops", other, "dismiss", reason="2")
    assert desk.does("ines", decide, "drops", other, "undo").startswith("Taken back: “miracle cure” is as it was")


def test_a_number_is_a_reason_only_where_there_is_a_list(desk: Desk) -> None:
    name = desk.finding(MIRACLE)
    further = Further(until="2027-01-01", fact="velodrin-label")
    assert desk.does("mara", queueing.decide, "drops", name, "accept", reason="1", further=further).startswith(
        "Accepted until 1 Jan 2027: 1."
    )
    assert rows(desk.root, "SELECT reason, fact FROM decisions") == [("1", "velodrin-label")]


def test_one_cause_is_decided_at_once_and_undone_together(desk: Desk) -> None:
    name, there = desk.finding(MIRACLE), desk.finding(MIRACLE, "sleep")
    both = [name[:5], f"sleep:{there[:5]}", name]
    said = desk.does("mara", queueing.decide, "drops", both, "dismiss", reason="quoted or denied", note="A title.")
    assert said.startswith("2 findings of one cause. Dismissed: quoted or denied.")
    assert said.splitlines()[-1] == f"To take it back: workbench queue decide drops {name} sleep:{there} undo"
    query = 'SELECT article, decision, "by", note FROM decisions ORDER BY article, id'
    assert rows(desk.root, query) == [(one, "dismissed", "mara", "A title.") for one in ("drops", "sleep")]
    assert "Only mara can take that back" in desk.refused("otto", queueing.decide, "drops", both, "undo")
    desk.does("mara", queueing.decide, "drops", both, "undo")
    assert [row[1] for row in rows(desk.root, query)] == ["dismissed", "undone"] * 2
    assert queueing.audit(desk.wanted, desk.root)[1] == 0


def test_of_several_all_or_none_are_decided(desk: Desk) -> None:
    """One was decided by somebody else meanwhile: the other one is left alone, too."""
    name, there = desk.finding(MIRACLE), desk.finding(MIRACLE, "sleep")
    desk.does("otto", queueing.decide, "sleep", there, "dismiss", reason="1")
    said = desk.refused("mara", queueing.decide, "drops", [name, f"sleep:{there}"], "dismiss", reason="1")
    assert "It was dismissed on 25 Nov by Otto Lind: wrong reading" in said
    assert desk.finding(MIRACLE) == name and rows(desk.root, "SELECT article FROM decisions") == [("sleep",)]


def test_a_text_is_approved_by_two_and_goes_live(desk: Desk) -> None:
    text = ready(desk)
    assert "Only an editor can" in desk.refused("ines", queueing.approve, "calm", "editorial", text)
    assert "Only a medical reviewer can" in desk.refused("mara", queueing.approve, "calm", "medical", text)
    assert "This is not the text you read" in desk.refused("mara", queueing.approve, "calm", "editorial", "0" * 12)
    assert "too short" in desk.refused("mara", queueing.approve, "calm", "editorial", text[:7])
    assert "“final” is no approval" in desk.refused("mara", queueing.approve, "calm", "final", text)
    said = desk.does("mara", queueing.approve, "calm", "editorial", text[:8].upper())
    assert "Left: the medical approval." in said
    assert "approval of this text already" in desk.refused("mara", queueing.approve, "calm", "editorial", text)
    assert "“in review”" in desk.refused("mara", queueing.go_live, "calm", text)
    assert "Left: mark it live." in desk.does("ines", queueing.approve, "calm", "medical", text)
    assert "You have not approved this text" in desk.refused("otto", queueing.withdraw, "calm")
    desk.does("ines", queueing.withdraw, "calm")
    desk.does("ines", queueing.approve, "calm", "medical", text)
    assert "Only an editor or an admin" in desk.refused("ines", queueing.go_live, "calm", text)
    said = desk.does("ada", queueing.go_live, "calm", text, "https://news.example/calm")
    assert said.splitlines()[1] == "Published. Nothing is being written."
    shown = desk.shows("calm")
    assert "Page       Published since 25 Nov 2026 · this text · https://news.example/calm · Approved by" in shown
    assert "ines suggests" not in shown and "rests on The trial, 2, table 3; fact velodrin-label" in shown


def test_an_approval_ends_when_the_text_changes(desk: Desk) -> None:
    text = ready(desk)
    desk.does("mara", queueing.approve, "calm", "editorial", text)
    desk.write("calm", (desk.root / "articles/calm.md").read_text(encoding="utf-8") + "\nDrink water.\n")
    assert "This is not the text you read" in desk.refused("ines", queueing.approve, "calm", "medical", text)
    shown = desk.shows("calm")
    assert "Approvals  Not approved" in shown
    assert f"editorial by mara, 25 Nov 2026, 09:00: {text}, no longer this text" in shown


def test_what_an_old_approval_still_covers_is_shown_and_carried(desk: Desk) -> None:
    """Harmless words: the editor signs again alone. A number: its sentence is open again."""
    text = ready(desk)
    desk.does("mara", queueing.approve, "calm", "editorial", text)
    desk.does("ines", queueing.approve, "calm", "medical", text)
    calm = (desk.root / "articles/calm.md").read_text(encoding="utf-8")
    desk.write("calm", calm + "\nThis page was written by our desk.\n")
    assert f"{text}: Covers " in desk.shows("calm") and "nothing that it rests on changed" in desk.shows("calm")
    said = desk.does("mara", queueing.approve, "calm", "editorial", desk.text("calm"))
    assert "Left: mark it live." in said and ", carried over: this text" in desk.shows("calm")
    desk.write("calm", calm.replace("reduces pain", "reduces pain by 30%"))
    shown = desk.shows("calm")
    assert "open again." in shown and "changed: “Velodrin reduces pain by 30% in adults" in shown
    assert "a number" in shown


def test_what_is_left_stands_in_the_way_of_an_approval(desk: Desk) -> None:
    desk.does("mara", queueing.start, "drops")
    text = desk.text()
    assert "Not yet: 1 error to decide" in desk.refused("mara", queueing.approve, "drops", "editorial", text)
    assert "neither substantiated nor accepted" in desk.refused("ines", queueing.approve, "drops", "medical", text)
    assert "bars the medical approval" in desk.shows()
    desk.does("mara", queueing.changes, "drops", "Please look at the approval.")
    assert "1 error goes with this draft" in desk.refused("tom", queueing.send, "drops")
    assert "Changes made." in desk.does("tom", queueing.send, "drops", "The label is being checked.")
    assert "The label is being checked." in desk.shows().splitlines()[-3]


def test_a_page_is_held_by_one_and_put_back_by_two(desk: Desk) -> None:
    said = desk.refused("mara", queueing.hold, "calm", "It may hurt people.")
    assert said.startswith("Nothing of this article is on the site; an editor or an admin can")
    published(desk)
    assert "needs a reason" in desk.refused("mara", queueing.hold, "calm", " ")
    assert "Only an editor or a medical reviewer" in desk.refused("ada", queueing.hold, "calm", "No.")
    said = desk.does("mara", queueing.hold, "calm", "It may hurt people.")
    assert "The site must confirm that the page is down" in said
    shown = desk.shows("calm")
    assert "the site must confirm that it is down" in shown and "“held”. It may hurt people." in shown
    desk.does("mara", queueing.put_back, "calm")
    assert "You proposed this" in desk.refused("mara", queueing.put_back, "calm", "agree")
    desk.does("mara", queueing.put_back, "calm", "undo")
    desk.does("mara", queueing.put_back, "calm")
    desk.does("ines", queueing.put_back, "calm", "overrule")
    assert desk.article("live", "calm") == "held"
    assert "another person agrees" in desk.does("otto", queueing.put_back, "calm")
    desk.does("ines", queueing.put_back, "calm", "agree")
    assert desk.article("live", "calm") == "published"


def test_a_notice_needs_two_people_and_ends_after_a_day(desk: Desk) -> None:
    published(desk)
    assert "Only an editor or a medical reviewer" in desk.refused("ada", queueing.notice, "calm", "Stop taking it.")
    assert "This needs notice" in desk.refused("mara", queueing.notice, "calm", "")
    desk.does("mara", queueing.notice, "calm", "Stop taking it.")
    assert "other than you" in desk.refused("mara", queueing.notice, "calm", "agree")
    desk.does("tom", queueing.notice, "calm", "agree")
    assert "notice: Stop taking it." in desk.shows("calm")
    desk.later(25)
    queueing.list_articles(desk.wanted, desk.root)
    assert desk.article("state", "calm") == "in review"
    assert "Notice  over since" in desk.shows("calm")


def test_a_claim_is_suggested_substantiated_doubted_and_settled(desk: Desk) -> None:
    claim, papers = desk.claim("efficacy", "calm"), {"source": "The trial", "version": "2", "place": "table 3"}
    step = queueing.claim
    assert "Only a medical reviewer" in desk.refused("mara", step, "calm", claim, "substantiate", papers)
    assert "This needs source" in desk.refused("tom", step, "calm", claim, "suggest")
    desk.does("tom", step, "calm", claim[:4], "suggest", {"source": "The trial"})
    assert "tom suggests The trial" in desk.shows("calm")
    assert "This needs place" in desk.refused("ines", step, "calm", claim, "substantiate", {**papers, "place": ""})
    desk.does("ines", step, "calm", claim, "substantiate", papers)
    assert "needs a reason" in desk.refused("mara", step, "calm", claim, "doubt")
    desk.does("mara", step, "calm", claim, "doubt", reason="The table says something else.")
    settled = {"value": "20%", "country": "US", "effective": "2026-11-25", "source": "The trial"}
    assert "Only a medical reviewer" in desk.refused("mara", step, "calm", claim, "settle", settled)
    assert "“soon” is no day" in desk.refused("ines", step, "calm", claim, "settle", {**settled, "effective": "soon"})
    said = desk.does("ines", step, "calm", claim, "settle", settled)
    assert "No live sentence rests on this." in said and "Nothing is changed yet." in said
    desk.does("ines", step, "calm", claim, "settle", settled, seen=said.split()[-1])
    assert rows(desk.root, f"SELECT state FROM claims WHERE claim = '{claim}'") == [("substantiated",)]
    assert "is no claim that this text still has" in desk.refused("ines", step, "calm", "0000", "doubt")
    assert "not something that can be decided" in desk.refused("ines", step, "calm", claim, "believe")


def test_an_editor_judges_what_costs(desk: Desk) -> None:
    papers = {"source": "Price list", "version": "2026", "place": "page 1"}
    desk.does("mara", queueing.claim, "drops", desk.claim("cost"), "substantiate", papers)
    assert "Price list, 2026, page 1" in desk.shows()


def test_a_changed_fact_is_saved_only_after_its_live_sentences_were_seen(desk: Desk) -> None:
    published(desk)
    papers = {"value": "20%", "country": "US", "effective": "2026-11-25", "source": "Label v18"}
    step, before = queueing.fact, desk.counts()
    assert "Only a medical reviewer" in desk.refused("mara", step, "velodrin-label", "change", papers)
    assert "This needs value" in desk.refused("ines", step, "velodrin-label", "change", {"source": "Label"})
    said = desk.does("ines", step, "velodrin-label", "change", papers)
    assert said.splitlines()[0] == "This touches 1 live sentence:"
    assert said.splitlines()[1].startswith("  calm: Velodrin reduces pain in adults")
    assert desk.counts() == before
    text, code = _tried(desk, papers, seen="0" * 8)
    assert code == 2 and "“00000000” is another list" in text and said.splitlines()[1] in text
    assert desk.counts() == before
    code_of_list = said.split()[-1]
    done = desk.does("ines", step, "velodrin-label", "change", papers, seen=code_of_list)
    assert done.splitlines()[-1] == "1 live sentence to look at again. See: workbench queue list"
    assert desk.article("live", "calm") == "expired"
    assert "the page waits for a review" in desk.shows("calm")
    desk.does("mara", queueing.fact, "velodrin-label", "suggest", {"source": "Label v19"})


def _tried(desk: Desk, papers: dict[str, str], seen: str) -> tuple[str, int]:
    return queueing.fact(desk.wanted, desk.root, "velodrin-label", "change", papers, seen=seen, person=person("ines"))


def test_a_list_that_is_out_of_date_is_shown_anew(desk: Desk) -> None:
    papers = {"value": "20%", "country": "US", "effective": "2026-11-25", "source": "Label v18"}
    old = desk.does("ines", queueing.fact, "velodrin-label", "change", papers).split()[-1]
    published(desk)
    text, code = _tried(desk, papers, seen=old)
    assert code == 2 and "calm: Velodrin reduces pain" in text
    assert _tried(desk, papers, seen=text.split()[-1])[1] == 0


def test_a_complaint_is_found_and_corrected(desk: Desk) -> None:
    step = queueing.complaint
    papers = {"from": "A reader", "words": "miracle cure", "deadline": "2026-12-01"}
    assert "This needs deadline" in desk.refused("mara", step, "drops", "7", "receive", {**papers, "deadline": ""})
    assert "is no day" in desk.refused("mara", step, "drops", "7", "receive", {**papers, "deadline": "1 Dec"})
    assert "Only an editor or a medical" in desk.refused("tom", step, "drops", "7", "receive", papers)
    desk.does("mara", step, "drops", "7", "receive", papers)
    assert "“received”" in desk.refused("mara", step, "drops", "7", "correct", {"notice": "We took it out."})
    claim = desk.claims()[0]
    assert "This needs claim and pages" in desk.refused("mara", step, "drops", "7", "find")
    assert "is no claim" in desk.refused("mara", step, "drops", "7", "find", {"claim": "0" * 12})
    assert "Only an editor or a medical" in desk.refused("tom", step, "drops", "7", "find", {"claim": claim})
    said = desk.does("mara", step, "drops", "7", "find", {"claim": claim[:6], "pages": "drops, sleep"})
    assert said.startswith("0 pages on the site say this.")
    assert "needs a reason" in desk.refused("mara", step, "drops", "7", "reject")
    desk.does("ines", step, "drops", "7", "correct", {"notice": "We took it out."})
    assert "Complaint 7  corrected since" in desk.shows()
    desk.does("mara", step, "drops", "8", "receive", papers)
    desk.does("mara", step, "drops", "8", "find", {"claim": claim, "pages": "drops"})
    desk.does("mara", step, "drops", "8", "reject", reason="The words stand in a quotation.")


def test_a_check_is_proposed_by_the_desk_and_changed_by_the_admin(desk: Desk) -> None:
    step, papers = queueing.check, {"measured": "47 of 50", "reason": "It is right often."}
    assert "This needs measured" in desk.refused("mara", step, MIRACLE, "propose", reason="Right often.")
    assert "there is no check “gossip”" in desk.refused("mara", step, "gossip", "propose", **papers)
    desk.does("mara", step, MIRACLE, "propose", **papers)
    assert "Only an admin" in desk.refused("mara", step, MIRACLE, "retire", **papers)
    desk.does("mara", step, MIRACLE, "undo")
    desk.does("ada", step, MIRACLE, "retire", **papers)


def test_messages_go_both_ways(desk: Desk) -> None:
    name = desk.finding(PERCENT)
    desk.does("mara", queueing.message, "drops", "Which group?", name[:6])
    desk.does("tom", queueing.message, "drops", "The second one.")
    shown = desk.shows()
    assert f"mara (finding {name}): Which group?" in shown and "tom: The second one." in shown
    assert "An editor, a medical reviewer or the writer" in desk.refused("ada", queueing.message, "drops", "Hello")
    assert "between 1 and" in desk.refused("mara", queueing.message, "drops", "  ")
    assert "is no finding" in desk.refused("mara", queueing.message, "drops", "Hello", "ffff")


def test_an_article_is_handed_out_with_a_day(desk: Desk) -> None:
    said = desk.does("mara", queueing.assign, "drops", "ines", "2026-11-26")
    assert said.startswith("Given to ines, due 2026-11-26.")
    assert desk.does("mara", queueing.assign, "drops", "otto").startswith("Given to otto, due 2026-11-26.")
    assert "Nobody is called “zoe”" in desk.refused("mara", queueing.assign, "drops", "zoe")
    assert "has passed" in desk.refused("mara", queueing.assign, "drops", "ines", "2026-11-24")
    assert "--due: “friday” is no day" in desk.refused("mara", queueing.assign, "drops", "ines", "friday")
    assert "Only an editor, a medical reviewer or an admin" in desk.refused("tom", queueing.assign, "drops", "tom")
    assert "With       otto, due 26 Nov 2026" in desk.shows()
    assert _listed(desk, mine="otto") == ["drops"] and _listed(desk, mine="ines") == []
    assert _listed(desk, due=True) == ["drops"]
    desk.does("mara", queueing.assign, "drops", "otto", "2026-11-27")
    assert _listed(desk, due=True) == [] and _listed(desk)[0] != "calm"
    desk.does("mara", queueing.assign, "drops", "nobody", "none")
    assert _listed(desk, mine="otto") == [] and "With  " not in desk.shows()


def _listed(desk: Desk, mine: str = "", due: bool = False, first: int = 0) -> list[str]:
    text = desk.does(mine or "mara", queueing.list_articles, (), Only(mine=bool(mine), due=due, first=first))
    words = (word for line in text.splitlines()[1:] for word in line.split() if word in ("drops", "sleep", "calm"))
    return list(dict.fromkeys(words))


def test_the_list_can_be_cut(desk: Desk) -> None:
    assert _listed(desk, first=1) == ["drops"] and sorted(_listed(desk, first=9)) == ["calm", "drops", "sleep"]
    assert "2 of 3 shown." in desk.does("mara", queueing.list_articles, (), Only(first=2))
    assert "shown." not in desk.does("mara", queueing.list_articles, (), Only(first=3))


def test_the_decisions_go_to_the_branch_and_a_failure_undoes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: Server | None
) -> None:
    quick(monkeypatch)
    root = tmp_path / "room"
    root.mkdir()
    monkeypatch.chdir(root)
    desk = Desk(root, '[review]\nbranch = "decisions"\n')
    name = desk.finding(PERCENT)
    desk.does("mara", queueing.decide, "drops", name, "dismiss", reason="1")
    text, code = queueing.changes(desk.wanted, root, "drops", "Please.", person=person("mara"))
    assert code == 3 and "The step stands, but the branch “decisions” does not have it yet" in text
    assert desk.article("state") == "changes requested"
    run(["git", "init", "-q", "-b", "main", str(root)], check=True)
    desk.does("tom", queueing.send, "drops", "Done.")
    desk.does("mara", queueing.changes, "drops", "Again.")
    log = run(["git", "log", "--format=%s", "decisions"], cwd=root, capture_output=True, text=True, check=True).stdout
    assert log == "drops: changes asked, by mara\n"
    shown = run(["git", "show", "decisions:claims/decisions.csv"], cwd=root, capture_output=True, text=True, check=True)
    assert name in shown.stdout and "Mara Olsen" not in shown.stdout
