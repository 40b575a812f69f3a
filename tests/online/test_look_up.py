"""What the services' answers mean, and that everything else is "not verified", with its reason."""

from __future__ import annotations

from datetime import date, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from answering import QUICK, Desk, Reply, notice, served
from speak import AS_OF

from workbench import __version__, online
from workbench.errors import Usage
from workbench.model import Engine, Known
from workbench.online.manners import Manners

TODAY = AS_OF.isoformat()


def look(desk: Desk, *identifiers: str, as_of: date = AS_OF, manners: Manners = QUICK, **settings: object):
    return online.look_up(identifiers, as_of, desk.settings(**settings), None, manners=manners)


def engine(found: online.LookedUp, name: str = "crossref") -> Engine:
    return next(engine for engine in found.engines if engine.name == name)


def test_a_work_that_is_there_resolves(desk: Desk) -> None:
    desk.work("10.5555/Fine")
    found = look(desk, "doi:10.5555/fine")
    assert found.known == {"doi:10.5555/fine": Known("resolves", TODAY, "Crossref", "An invented work")}
    assert [(e.name, e.state, e.reason) for e in found.engines] == [
        ("crossref", "ok", ""), ("pubmed", "not used", ""), ("clinicaltrials", "not used", ""),
    ]  # fmt: skip


def test_a_work_that_nobody_registered_is_not_found(desk: Desk) -> None:
    found = look(desk, "doi:10.5555/none")
    assert found.known == {"doi:10.5555/none": Known("not found", TODAY, "Crossref")}
    assert engine(found).state == "ok"


def test_a_work_of_another_agency_resolves(desk: Desk) -> None:
    agency = {"id": "datacite", "label": "DataCite"}
    desk.reply("/works/10.5555/data/agency", Reply({"message": {"DOI": "10.5555/data", "agency": agency}}))
    assert look(desk, "doi:10.5555/data").known["doi:10.5555/data"] == Known("resolves", TODAY, "DataCite")


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        (["retraction"], "retracted"),
        (["Retraction"], "retracted"),
        (["withdrawal"], "retracted"),
        (["removal"], "retracted"),
        (["expression_of_concern"], "concern"),
        (["expression-of-concern"], "concern"),
        (["partial_retraction"], "concern"),
        (["correction"], "corrected"),
        (["erratum"], "corrected"),
        (["correction", "retraction", "corrigendum"], "retracted"),
        (["new_version"], "resolves"),
        (["something new"], "resolves"),
        ([], "resolves"),
    ],
)
def test_notices_about_a_work(desk: Desk, kinds: list[str], state: str) -> None:
    desk.work("10.5555/abc", updated_by=[notice(kind) for kind in kinds])
    assert look(desk, "doi:10.5555/abc").known["doi:10.5555/abc"].state == state


def test_a_retraction_names_its_notice_and_its_day(desk: Desk) -> None:
    desk.work("10.5555/abc", updated_by=[notice("retraction", (2021, 4), "10.5555/NOTICE")])
    known = look(desk, "doi:10.5555/abc").known["doi:10.5555/abc"]
    assert (known.on, known.notice) == ("2021-04-01", "doi:10.5555/notice")


def test_a_notice_of_a_later_day_does_not_count_yet(desk: Desk) -> None:
    desk.work("10.5555/abc", updated_by=[notice("retraction", (2021, 4, 15))])
    assert look(desk, "doi:10.5555/abc", as_of=date(2021, 4, 14)).known["doi:10.5555/abc"].state == "resolves"


def test_a_reinstated_work_resolves_and_a_retraction_without_a_day_is_never_ended(desk: Desk) -> None:
    back = notice("reinstatement", (2022, 1, 1))
    desk.work("10.5555/back", updated_by=[back, notice("retraction", (2021, 4, 15))])
    desk.work("10.5555/gone", updated_by=[back, {"type": "retraction"}])
    known = look(desk, "doi:10.5555/back", "doi:10.5555/gone").known
    assert [known[f"doi:10.5555/{name}"].state for name in ("back", "gone")] == ["resolves", "retracted"]


def test_a_notice_itself_is_no_retracted_work(desk: Desk) -> None:
    message = {"DOI": "10.5555/n", "title": ["A notice"], "update-to": [notice("retraction", doi="10.5555/abc")]}
    desk.reply("/works/10.5555/n", Reply({"message": message}))
    assert look(desk, "doi:10.5555/n").known["doi:10.5555/n"].state == "resolves"


@pytest.mark.parametrize(
    "title", ["RETRACTED: An invented work", "Retracted article: an invented work", "WITHDRAWN: x"]
)
def test_a_title_that_says_it(desk: Desk, title: str) -> None:
    desk.work("10.5555/abc", title)
    assert look(desk, "doi:10.5555/abc").known["doi:10.5555/abc"].state == "retracted"


@pytest.mark.parametrize("title", ["Retracted papers and their readers", "Why trials are withdrawn: a study"])
def test_a_title_about_retraction_is_none(desk: Desk, title: str) -> None:
    desk.work("10.5555/abc", title)
    assert look(desk, "doi:10.5555/abc").known["doi:10.5555/abc"].state == "resolves"


def test_pubmed_is_asked_about_many_at_once(desk: Desk) -> None:
    desk.summary("99999991")
    desk.summary("99999992", pubtype=["Journal Article", "Retracted Publication"])
    mention = {"refsource": "Ann Invent. 2021 Apr;1(1):1", "reftype": "Retraction in", "pmid": 99999990, "note": ""}
    desk.summary("99999993", references=[mention])
    desk.summary("99999994", references=[{**mention, "reftype": "Expression of concern in", "pmid": ""}])
    desk.summary("99999995", references=[{**mention, "reftype": "Erratum in"}, {**mention, "reftype": "Comment in"}])
    desk.summary("99999996", references=[{**mention, "reftype": "Comment in"}, {**mention, "reftype": "Retraction of"}])
    found = look(desk, *(f"pmid:9999999{n}" for n in range(1, 8)))
    states = [found.known[f"pmid:9999999{n}"].state for n in range(1, 8)]
    assert states == ["resolves", "retracted", "retracted", "concern", "corrected", "resolves", "not found"]
    assert found.known["pmid:99999993"].notice == "pmid:99999990"
    assert (len(desk.asked), engine(found, "pubmed").state) == (1, "ok")


@pytest.mark.parametrize(
    "record",
    [
        {"uid": "99999991", "pubtype": "Journal Article"},
        {"uid": "99999999"},
        {"error": "x"},
        {"uid": "99999991", "error": "backend failed"},
        [],
        None,
    ],
)
def test_a_record_that_is_not_understood_spoils_only_itself(desk: Desk, record: object) -> None:
    desk.summary("99999992")
    desk.summaries["99999991"] = record
    found = look(desk, "pmid:99999991", "pmid:99999992")
    assert list(found.known) == ["pmid:99999992"]
    assert engine(found, "pubmed").state == "failed"
    assert "1 of 2 identifiers" in engine(found, "pubmed").reason


def test_trials_resolve_also_under_an_older_number(desk: Desk) -> None:
    desk.trial("NCT99999991")
    desk.trial("NCT99999992", aliases=["NCT99999993"])
    desk.reply("/v2/studies/NCT99999993", desk.replies["/v2/studies/NCT99999992"][0])
    found = look(desk, "trial:nct99999991", "trial:nct99999993", "trial:nct99999999")
    assert [found.known[one].state for one in sorted(found.known)] == ["resolves", "resolves", "not found"]


def test_what_cannot_be_right_and_what_no_service_knows_is_not_asked_about(desk: Desk) -> None:
    found = look(desk, "doi:10.12/abc", "pmid:0", "isbn:9783161484100", "trial:isrctn99999999", "doi:10/gfx9", "pii:s1")
    assert (found.known, desk.asked, {e.state for e in found.engines}) == ({}, [], {"not used"})


def test_we_say_who_we_are_and_ask_politely(desk: Desk) -> None:
    desk.work("10.5555/a b?c/d")
    look(desk, "doi:10.5555/a b?c/d", "pmid:99999991", mailto="desk@newsroom.example")
    assert set(desk.agents) == {f"workbench/{__version__} (mailto:desk@newsroom.example)"}
    assert any("email=desk@newsroom.example" in asked for asked in desk.asked)
    assert "/works/10.5555/a b?c/d?mailto=desk@newsroom.example" in desk.asked


def test_requests_are_paced_and_at_most_two_at_once(desk: Desk) -> None:
    for n in range(8):
        desk.work(f"10.5555/{n}")
        desk.replies[f"/works/10.5555/{n}"][0] = desk.replies[f"/works/10.5555/{n}"][0]._replace(wait=0.12)
    look(desk, *(f"doi:10.5555/{n}" for n in range(8)), manners=Manners(pause=0.05))
    assert desk.most_at_once == 2
    assert max(desk.moments) - min(desk.moments) > 6 * 0.05


def test_the_manners_of_a_run_are_at_most_three_requests_a_second() -> None:
    assert Manners().pause >= 1 / 3
    assert Manners().at_once <= 2


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_service_that_is_busy_is_asked_again(desk: Desk, status: int) -> None:
    desk.work("10.5555/abc")
    (fine,) = desk.replies["/works/10.5555/abc"]
    desk.reply("/works/10.5555/abc", Reply("busy", status), fine)
    assert look(desk, "doi:10.5555/abc").known["doi:10.5555/abc"].state == "resolves"
    assert len(desk.asked) == 2


def test_we_come_back_when_we_are_told_to(desk: Desk) -> None:
    desk.work("10.5555/abc")
    (fine,) = desk.replies["/works/10.5555/abc"]
    desk.reply("/works/10.5555/abc", Reply("slow down", 429, (("Retry-After", "1"),)), fine)
    assert look(desk, "doi:10.5555/abc").known["doi:10.5555/abc"].state == "resolves"
    assert 0.95 < desk.moments[1] - desk.moments[0] < 3


@pytest.mark.parametrize("when", ["3600", "date"])
def test_we_do_not_wait_an_hour(desk: Desk, when: str) -> None:
    from datetime import UTC, datetime

    asked = when if when != "date" else format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    desk.reply("/works/10.5555/abc", Reply("slow down", 429, (("Retry-After", asked),)))
    found = look(desk, "doi:10.5555/abc")
    assert (found.known, engine(found).state, len(desk.asked)) == ({}, "failed", 1)
    assert "asks to come back in" in engine(found).reason


BAD = {
    "500 for ever": (Reply("broken", 500), "status 500, 3 times"),
    "forbidden": (Reply("no", 403), "status 403"),
    "slow": (Reply("{}", wait=1.0), "took too long"),
    "cut off": (Reply({"message": {"DOI": "10.5555/bad", "title": ["x" * 900]}}, cut=500), "no connection"),
    "half a JSON": (Reply('{"message": {"DOI": "10.5555/bad", "ti'), "not understood"),
    "no JSON": (Reply("<html>Please log in</html>"), "not understood"),
    "another shape": (Reply({"message": []}), "not understood"),
    "another type": (Reply({"message": {"DOI": "10.5555/bad", "updated-by": [{"type": 7}]}}), "not understood"),
    "another work": (Reply({"message": {"DOI": "10.5555/other"}}), "another DOI"),
    "huge": (Reply({"message": {"DOI": "10.5555/bad", "title": ["x" * 200_000]}}), "larger than 100,000 bytes"),
    "packed": (Reply("x", headers=(("Content-Encoding", "gzip"),)), "packed"),
    "round and round": (Reply("", 302, (("Location", "/works/10.5555/bad"),)), "on and on"),
    "no place": (Reply("", 302), "on and on"),
}


@pytest.mark.parametrize(("reply", "words"), BAD.values(), ids=BAD)
def test_a_bad_answer_is_not_verified_with_its_reason_and_the_run_goes_on(desk: Desk, reply: Reply, words: str) -> None:
    desk.reply("/works/10.5555/bad", reply)
    desk.work("10.5555/fine")
    found = look(desk, "doi:10.5555/bad", "doi:10.5555/fine")
    assert {one: known.state for one, known in found.known.items()} == {"doi:10.5555/fine": "resolves"}
    assert engine(found).state == "failed"
    assert words in engine(found).reason
    assert "1 of 2 identifiers could not be looked up and stay not verified" in engine(found).reason


def test_we_follow_to_the_same_host_and_to_no_other(desk: Desk) -> None:
    desk.work("10.5555/moved")
    desk.replies["/moved"] = desk.replies.pop("/works/10.5555/moved")
    desk.reply("/works/10.5555/moved", Reply("", 301, (("Location", "/moved"),)))
    with served() as other:
        other.work("10.5555/away")
        desk.reply("/works/10.5555/away", Reply("", 302, (("Location", f"{other.address}/works/10.5555/away"),)))
        desk.reply("/works/10.5555/far", Reply("", 302, (("Location", "https://elsewhere.example/"),)))
        found = look(desk, "doi:10.5555/moved", "doi:10.5555/away", "doi:10.5555/far")
        assert other.asked == []
    assert list(found.known) == ["doi:10.5555/moved"]
    assert "another host (127.0.0.1); we did not follow" in engine(found).reason


def test_nobody_there_is_said_and_left_alone_after_three(desk: Desk) -> None:
    with served() as gone:
        address = gone.address
    desk.trial("NCT99999991")
    wanted = (*(f"doi:10.5555/{n}" for n in range(40)), "trial:nct99999991")
    found = look(desk, *wanted, crossref=address, manners=Manners(pause=0, attempts=2, back_off=0.01))
    assert list(found.known) == ["trial:nct99999991"]
    assert engine(found).reason.startswith("40 of 40 identifiers")
    assert "connection refused" in engine(found).reason


def test_a_service_that_keeps_failing_is_left_alone(desk: Desk) -> None:
    for n in range(30):
        desk.reply(f"/works/10.5555/{n}", Reply("broken", 500))
    found = look(desk, *(f"doi:10.5555/{n}" for n in range(30)))
    assert found.known == {}
    assert len(desk.asked) <= 4 * QUICK.attempts  # three failures in a row, and one that was under way


def test_progress_is_told(desk: Desk) -> None:
    desk.work("10.5555/abc")
    told: list[tuple[int, int]] = []
    wanted = ["doi:10.5555/abc", "doi:10.5555/none", "isbn:9783161484100"]
    online.look_up(wanted, AS_OF, desk.settings(), None, lambda done, of: told.append((done, of)), QUICK)
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_without_the_package_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(online, "find_spec", lambda _: None)
    with pytest.raises(Usage, match=r"pip install 'workbench\[online\]'"):
        online.look_up(["doi:10.5555/abc"], AS_OF, online.Online(), tmp_path)
