"""Findings that people add, verdicts on held-back matches, and what both say about the checks, by commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import rows
from postgres import Server
from queue_desk import CALM, MIRACLE, Desk, quick

from workbench import loader
from workbench.forms import proven
from workbench.model import SEVERITIES, Measured, Severity
from workbench.queueing import adding, decide, show, trusting
from workbench.review.backlog import bound
from workbench.review.held import put_up

DENIED = "No drop of kind {0} is a miracle cure."
NOTE = ("vague-citation", "Which trial?")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: Server | None) -> Desk:
    quick(monkeypatch)
    monkeypatch.chdir(tmp_path)
    made = Desk(tmp_path)
    made.write("calm", CALM + "".join(f"\n{DENIED.format(number)}\n" for number in range(2, 62)))
    return made


def held(desk: Desk, asked: bool) -> list[str]:
    """The held-back matches of the page that are put up, or are not."""
    desk.shows("calm")
    where = "article = 'calm' AND held_back AND \"check\" = 'miracle-cure'"
    query = f"SELECT fingerprint FROM findings WHERE {where} ORDER BY place"
    return [name for (name,) in rows(desk.root, query) if put_up(name) == asked]


def test_a_finding_is_added_on_words_that_stand_once(desk: Desk) -> None:
    said = desk.does("mara", adding.add, "calm", "reduces  pain", *NOTE)
    assert said.startswith("Added: “reduces pain”. It waits for a decision") and "Finding " in said
    name = desk.finding("added-by-hand", "calm")
    assert name in said and "1 warning to decide" in said
    assert "Which trial?" in desk.shows("calm") and "mara marked" not in desk.shows("sleep")
    desk.does("ines", adding.add, "drops", "The drops cost", "marketing-hype", "For how many?", "error")
    told = desk.does("mara", trusting.trusted)
    assert "Found by people, and by no check:\n  marketing-hype: 1\n  vague-citation: 1\n" in told
    desk.does("mara", decide, "calm", name, "fix")  # it is no verdict on a check
    assert "No finding of a check is decided yet." in desk.does("mara", trusting.trusted)


@pytest.mark.parametrize(
    ("who", "words", "more", "why"),
    [
        ("tom", "reduces pain", NOTE, "Only an editor or a medical reviewer can add a finding"),
        ("ada", "reduces pain", NOTE, "Only an editor or a medical reviewer can add a finding"),
        ("rita", "reduces pain", NOTE, "ask Ada Brandt"),
        ("mara", "miracle cure", NOTE, "“miracle cure” stands 60 times in “calm”; give more of the words around it"),
        ("mara", "reduces Pain", NOTE, "does not stand in “calm”; copy the words"),
        ("mara", "Reduces pain in adult s", NOTE, "does not stand in “calm”"),
        ("mara", " \n", NOTE, "no words are named"),
        ("mara", "reduces pain", ("vague", "Which?"), "“vague” is no category; choose one of: uncited-claim, "),
        ("mara", "reduces pain", ("vague-citation", " "), "It needs a note of 1 to 2000 characters"),
        ("mara", "reduces pain", (*NOTE, "grave"), "“grave” is none; choose one of: error, warning, note"),
    ],
)
def test_what_cannot_be_added(desk: Desk, who: str, words: str, more: tuple[str, ...], why: str) -> None:
    assert why in desk.refused(who, adding.add, "calm", words, *more)


def test_what_was_added_is_taken_back_and_told_in_the_history(desk: Desk) -> None:
    said = desk.does("mara", adding.add, "calm", "reduces pain", *NOTE)
    name = desk.finding("added-by-hand", "calm")
    assert f"To take it back: workbench queue take-back calm {name}\n" in said
    assert "Only Mara Olsen can take that back" in desk.refused("otto", adding.take_back, "calm", name)
    assert desk.does("mara", adding.take_back, "calm", name[:6]).startswith("Taken back: “reduces pain” is no finding")
    assert f"Finding {name}: take back." in desk.shows("calm")
    assert "is no claim or finding that this text still has" in desk.refused("mara", adding.take_back, "calm", name)
    assert "by no check" not in desk.does("mara", trusting.trusted)


def test_words_are_marked_as_a_claim_and_taken_back(desk: Desk) -> None:
    said = desk.does("ines", adding.add, "calm", "Rest  Velodrin", "", "", "warning", "safety")
    name = next(line.split()[1] for line in said.splitlines() if line.startswith("Claim "))
    assert name in desk.shows("calm")
    assert "needs a reason" in desk.refused("mara", adding.take_back, "calm", name)
    assert "Taken back" in desk.does("mara", adding.take_back, "calm", name, "Two half sentences.")
    assert f"  {name}  safety" not in desk.shows("calm")


@pytest.mark.parametrize("both", [("", "", "warning", ""), (*NOTE, "warning", "safety")])
def test_it_is_a_finding_or_a_claim(desk: Desk, both: tuple[str, ...]) -> None:
    assert "one of the two" in desk.refused("mara", adding.add, "calm", "reduces pain", *both)


def test_the_same_words_are_added_once(desk: Desk) -> None:
    desk.does("mara", adding.add, "calm", "reduces pain", *NOTE)
    assert "Somebody marked these words" in desk.refused("otto", adding.add, "calm", "reduces pain", *NOTE)
    desk.does("otto", adding.add, "calm", "reduces pain", "uncited-claim", "No source.")


def test_overlapping_places_are_all_counted(desk: Desk) -> None:
    desk.write("drops", "# Drops\n\nHa ha ha, they said.\n")
    assert "stands 2 times" in desk.refused("mara", adding.add, "drops", "a ha", *NOTE).replace("Ha", "ha")


def test_one_in_twenty_is_put_up_and_judged(desk: Desk) -> None:
    asked = held(desk, asked=True)
    assert 0 < len(asked) < 12
    told, _ = adding.matches(desk.wanted, desk.root, "calm")
    assert all(f"workbench queue match calm {name} harmless|counts" in told for name in asked)
    assert all(name not in told for name in held(desk, asked=False))
    desk.does("ines", adding.match, "calm", asked[0], "counts")
    assert "1 of " in adding.matches(desk.wanted, desk.root)[0]
    told = desk.does("mara", trusting.trusted)
    assert f"{MIRACLE}: harmless 0 of 1; between 0 and 97.5 %" in told and "marketing-absolute: 1" in told
    assert "To take it back" not in desk.does("ines", adding.match, "calm", asked[0], "undo")
    told = desk.does("mara", trusting.trusted)
    assert "Nobody gave a verdict" in told and "Nobody found anything that no check saw." in told
    desk.does("mara", adding.match, "calm", asked[0][:6], "harmless")
    assert f"{MIRACLE}: harmless 1 of 1; between 2.5 and 100 %" in desk.does("mara", trusting.trusted)
    assert "Match " in show(desk.wanted, desk.root, "calm")[0]


def test_who_cannot_judge_a_match_and_which(desk: Desk) -> None:
    name, other = held(desk, asked=True)[0], held(desk, asked=False)[0]
    for who in ("tom", "ada"):
        assert "Only an editor or a medical reviewer can" in desk.refused(who, adding.match, "calm", name, "counts")
    assert "not among the one in twenty" in desk.refused("mara", adding.match, "calm", other, "harmless")
    assert "harmless, counts, undo" in desk.refused("mara", adding.match, "calm", name, "wrong")
    open_ = desk.finding(MIRACLE, "drops")
    assert "has no match" in desk.refused("mara", adding.match, "drops", open_, "harmless")
    assert "no match that this text still has" in desk.refused("mara", adding.match, "drops", name, "harmless")
    desk.does("mara", adding.match, "calm", name, "harmless")
    assert "“harmless”" in desk.refused("otto", adding.match, "calm", name, "counts")
    assert "Only mara can take that back" in desk.refused("otto", adding.match, "calm", name, "undo")
    assert "“harmless”" in desk.refused("mara", adding.match, "calm", name, "harmless")
    desk.write("calm", CALM)
    assert "no match that this text still has" in desk.refused("mara", adding.match, "calm", name, "undo")


def test_nothing_is_known_yet(desk: Desk) -> None:
    assert desk.does("mara", trusting.trusted).splitlines() == [
        "No finding of a check is decided yet.", "Nobody found anything that no check saw.",
        "Nobody gave a verdict on a held-back match yet.",
    ]  # fmt: skip
    assert not (desk.root / "checks").exists()


def test_the_export_is_for_those_who_decide_and_names_what_was_decided(desk: Desk) -> None:
    desk.does("mara", decide, "drops", desk.finding(MIRACLE, "drops"), "dismiss", "wrong reading")
    desk.does("mara", decide, "sleep", desk.finding(MIRACLE, "sleep"), "fix")
    assert "Only an editor, a medical reviewer or an admin" in desk.refused("tom", trusting.trusted, True)
    assert not (desk.root / "checks").exists()
    told = desk.does("ada", trusting.trusted, True)
    assert f"{MIRACLE}: right 1 of 2; between 1.2 and 98.8 %" in told and "checks/measured.csv: 1 check." in told
    assert (desk.root / "checks/measured.csv").read_text("utf-8") == (
        f"check,right,of,on\n{MIRACLE},1,2,{desk.wanted.as_of}\n"
    )


_CHECK = """title = "Cure"
category = "marketing-absolute"
detector = "phrase"
severity = "{severity}"
confidence = "high"
{measured}message = "m"
why = "w"
advice = "a"
sources = [{{ title = "s" }}]
example = [{{ text = "cure", finds = ["cure"] }}, {{ text = "x", finds = [] }}]
[params]
phrases = ["cure"]
"""


@pytest.mark.parametrize(
    "ours",
    [
        "",
        'measured = { right = 20, of = 40, on = "2026-11-01", where = "w" }\n',
        'measured = { right = 40, of = 40, on = "2026-11-01", where = "w" }\n',
    ],
)
@pytest.mark.parametrize("right", [0, 20, 26, 27, 30, 3000])
def test_loading_the_export_never_raises_a_severity(tmp_path: Path, ours: str, right: int) -> None:
    for severity in SEVERITIES:
        _write(tmp_path / f"ours/marketing/is-{severity}.toml", _CHECK.format(severity=severity, measured=ours))
    plain = {check.id: check.severity for check in loader.load([tmp_path / "ours"]).checks}
    lines = "".join(f"is-{severity},{right},{max(right, 30)},2026-11-25\n" for severity in SEVERITIES)
    _write(tmp_path / "theirs/measured.csv", f"check,right,of,on\n{lines}gone,1,1,2026-11-25\n")
    found = {check.id: check.severity for check in loader.load([tmp_path / "ours", tmp_path / "theirs"]).checks}
    order = SEVERITIES.index
    assert all(order(found[name]) >= order(plain[name]) for name in plain)
    lowered = plain["is-error"] == "error" and right < 27
    assert (found["is-error"] != plain["is-error"]) == lowered


counts = st.integers(0, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(st.sampled_from(SEVERITIES), st.none() | counts, counts)
def test_no_count_of_a_newsroom_raises(
    severity: Severity, ours: tuple[int, int] | None, theirs: tuple[int, int]
) -> None:
    made: Callable[[Any], Measured] = lambda pair: Measured(*pair, "2026-11-25", "w")  # noqa: E731
    without = proven(severity, made(ours) if ours else None)
    after = proven(severity, made(ours) if ours else None, made(theirs))
    assert SEVERITIES.index(after) >= SEVERITIES.index(without) >= SEVERITIES.index(severity)


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),  # Clopper and Pearson, as the usual tables give them
    [(0, 10, 0.0, 0.3085), (10, 10, 0.6915, 1.0), (5, 10, 0.1871, 0.8129), (47, 50, 0.8345, 0.9875), (0, 0, 0.0, 1.0)],
)
def test_the_interval_is_exact(right: int, of: int, low: float, high: float) -> None:
    found = bound.between(right, of)
    assert found == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
