"""What `workbench queue` refuses before anything is stored: strangers, what is not there, what is written wrongly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from queue_desk import MIRACLE, PERCENT, Desk, quick

from workbench import queueing
from workbench.errors import Usage
from workbench.queueing import Further


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    quick(monkeypatch)
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("until", "problem"),
    [("", "needs an end date"), ("2027-11-26", "12 months"), ("2026-11-25", "is no end date"), ("soon", "is no day")],
)
def test_an_accepted_risk_needs_a_day(desk: Desk, until: str, problem: str) -> None:
    name = desk.finding(MIRACLE)
    words = {"reason": "1", "further": Further(until=until)}
    assert problem in desk.refused("mara", queueing.decide, "drops", name, "accept", **words)


@pytest.mark.parametrize(
    ("chosen", "action", "reason", "problem"),
    [
        ((PERCENT, MIRACLE), "fix", "", "do not have one cause"),
        ((MIRACLE, "sleep"), "dismiss", "other", "“Other” is no reason for several"),
        ((MIRACLE, "sleep"), "ask", "", "“ask” is not done to several findings at once"),
        ((MIRACLE, "sleep"), "dismiss", "9", "“9” is no reason"),
        ((MIRACLE, "sleep"), "undo", "", "Nothing is decided here yet"),
    ],
)
def test_what_is_not_one_cause_is_decided_singly(
    desk: Desk, chosen: tuple[str, str], action: str, reason: str, problem: str
) -> None:
    first, second = chosen
    named = [
        desk.finding(first),
        f"sleep:{desk.finding(MIRACLE, 'sleep')}" if second == "sleep" else desk.finding(second),
    ]
    assert problem in desk.refused("mara", queueing.decide, "drops", named, action, reason)


_STEPS: dict[str, Callable[[Desk], object]] = {
    "decide": lambda desk: desk.refused("zoe", queueing.decide, "drops", "0000", "fix"),
    "open": lambda desk: desk.refused("zoe", queueing.start, "drops"),
    "claim": lambda desk: desk.refused("zoe", queueing.claim, "drops", "0000", "doubt"),
    "hold": lambda desk: desk.refused("zoe", queueing.hold, "drops", "No."),
    "fact": lambda desk: desk.refused("zoe", queueing.fact, "f", "change"),
    "check": lambda desk: desk.refused("zoe", queueing.check, MIRACLE, "retire"),
    "message": lambda desk: desk.refused("zoe", queueing.message, "drops", "Hello"),
    "assign": lambda desk: desk.refused("zoe", queueing.assign, "drops", "mara"),
}


@pytest.mark.parametrize("step", _STEPS)
def test_a_stranger_reads_only_and_is_told_whom_to_ask(desk: Desk, step: str) -> None:
    desk.shows()
    assert "You can read everything here. To decide, ask Ada Brandt" in str(_STEPS[step](desk))


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (queueing.start, ()), (queueing.hold, ("No.",)), (queueing.message, ("Hello",)), (queueing.assign, ("ines",)),
        (queueing.complaint, ("7", "receive")), (queueing.claim, ("0000", "doubt")), (queueing.withdraw, ()),
    ],
)  # fmt: skip
def test_what_is_not_there_cannot_be_stepped_on(
    desk: Desk, step: Callable[..., tuple[str, int]], words: tuple[str, ...]
) -> None:
    assert "the queue has no article “pills”" in desk.refused("mara", step, "pills", *words)


def test_nobody_can_export_to_an_unknown_form(desk: Desk) -> None:
    desk.shows()
    with pytest.raises(Usage, match=r"--export: history\.txt ends in neither \.csv nor \.json"):
        queueing.audit(desk.wanted, desk.root, "history.txt")
    with pytest.raises(Usage, match="cannot be written"):
        queueing.audit(desk.wanted, desk.root, "nowhere/history.csv")
    for to in ("history.csv", "history.json"):
        text, code = queueing.audit(desk.wanted, desk.root, to)
        assert code == 0 and f"{to}: 1 row." in text
        assert "the checks" in (desk.root / to).read_text(encoding="utf-8")


def test_a_complaint_stays_with_its_page(desk: Desk) -> None:
    papers = {"from": "A reader", "words": "miracle cure", "deadline": "2026-12-01"}
    desk.does("mara", queueing.complaint, "drops", "7", "receive", papers)
    said = desk.refused(
        "mara", queueing.complaint, "sleep", "7", "find", {"claim": desk.claims("sleep")[0], "pages": "b"}
    )
    assert said == "The complaint “7” is about “drops”; you can go on with it there."
    assert "Complaint 7" in desk.shows() and "Complaint 7" not in desk.shows("sleep")
