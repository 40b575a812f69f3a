"""The pace: the median time between a person's decisions in one sitting, measured only where there are enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest
from legacy_desk import Legacies, page
from newsroom import INES, MARA
from postgres import Server

from workbench.review.backlog import pace
from workbench.review.backlog.pace import Pace
from workbench.review.backlog.plans import Wish

START = datetime.fromisoformat("2026-11-25T09:00:00+00:00")


def at(*minutes: float) -> list[datetime]:
    return [START + timedelta(minutes=each) for each in minutes]


@pytest.mark.parametrize(
    ("moments", "found"),
    [
        (at(0, 2, 5), [2, 3]),
        (at(5, 0, 2), [2, 3]),
        (at(0, 15), [15]),
        (at(0, 15.1), []),  # a pause
        (at(0, 2, 200, 203), [2, 3]),
        (at(0, 4, 4, 4), [4]),  # decided together
        (at(0), []),
        ([], []),
    ],
)
def test_gaps(moments: list[datetime], found: list[float]) -> None:
    assert list(pace.gaps(moments)) == found


@pytest.fixture
def desk(tmp_path: Path, database: Server | None) -> Iterator[Legacies]:
    made = Legacies(tmp_path)
    made.take(*(page(f"p{number:02}", f"It is a cure {number}.\n") for number in range(40)))
    yield made
    made.store.close()


def decided(desk: Legacies, minutes: list[float], zone: bool = True) -> None:
    for number, minute in enumerate(minutes):
        name = f"p{number:02}"
        (found,) = desk.store.article(name)["findings"]
        moment = (START + timedelta(minutes=minute)).isoformat() if zone else "2026-11-25"
        assert desk.store.decide(name, found["fingerprint"], "fix", MARA, at=moment).ok


def test_too_few_decisions_measure_nothing(desk: Legacies) -> None:
    decided(desk, [1.5 * number for number in range(30)])  # 29 gaps
    found = desk.catalogue.pace()
    assert found == Pace(2.0, 29, False)
    assert found.told().startswith("2.0 minutes a decision are assumed: only 29 were timed here, and 30 are needed.")


def test_enough_of_them_are_measured_and_cost_the_plan(desk: Legacies) -> None:
    minutes = [0.0]
    for number in range(32):
        minutes.append(minutes[-1] + (1, 2, 7)[number % 3])
    minutes.append(minutes[-1] + 300)  # a pause
    decided(desk, minutes)
    stored = [datetime.fromisoformat(row[0]) for row in desk.rows("SELECT at FROM decisions ORDER BY at")]
    gaps = [(b - a).total_seconds() / 60 for a, b in pairwise(stored)]
    expected = median(gap for gap in gaps if gap <= 15)
    assert desk.catalogue.pace() == Pace(expected, 32, True) and expected == 2.0
    plan = desk.catalogue.plan(Wish("harm"))
    assert plan.decisions == 40 - len(minutes) and plan.hours == pytest.approx(plan.decisions * expected / 60)


def test_days_and_what_is_taken_back_measure_nothing(desk: Legacies) -> None:
    decided(desk, [0.0] * 35, zone=False)
    assert desk.catalogue.pace().of == 0
    (found,) = desk.store.article("p00")["findings"]
    for minute in (1, 2, 3):
        desk.store.take_back("p00", found["fingerprint"], MARA, at=(START + timedelta(minutes=minute)).isoformat())
    assert desk.catalogue.pace() == Pace(2.0, 0, False)


def test_two_people_are_two_sittings(desk: Legacies) -> None:
    for number, person in enumerate((MARA, INES, MARA, INES)):
        name = f"p{number:02}"
        (found,) = desk.store.article(name)["findings"]
        moment = (START + timedelta(minutes=5 * number)).isoformat()
        desk.store.decide(name, found["fingerprint"], "fix", person, at=moment)
    assert desk.catalogue.pace().of == 2
