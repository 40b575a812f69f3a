"""Killed at any moment, or raced by another process: store and file stay valid, and agree after the next start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 and fork are POSIX")


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Any:
    command = [sys.executable, str(HERE / "crash.py"), str(tmp_path_factory.mktemp("crash"))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_killed_at_every_point_of_a_decision(outcome: Any) -> None:
    assert len(outcome["points"]) == 10
    for point, case in outcome["points"].items():
        assert case == {"ends": [-9], "told": 0, "problems": []}, point


def test_killed_at_random_moments(outcome: Any) -> None:
    assert [case["problems"] for case in outcome["random"]] == [[]] * 20
    assert {end for case in outcome["random"] for end in case["ends"]} <= {-9, 0}
    assert sum(-9 in case["ends"] for case in outcome["random"]) >= 10
    assert any(case["told"] > 1 for case in outcome["random"])


def test_the_first_decision_wins_and_the_others_are_told_by_whom(outcome: Any) -> None:
    case = outcome["together"]
    assert (case["ends"], case["problems"]) == ([0, 0, 0], [])
    did = [line.split()[1] for line in case["lines"] if line.startswith("did")]
    told = [line for line in case["lines"] if line.startswith("not")]
    assert len(told) > 0
    assert all("It was dismissed on 25 Nov by" in line and "can take that back" in line for line in told)
    taken_back = [line for line in case["lines"] if line.startswith("undid")]
    assert case["csv"].count("\n") == 1 + len(did) - len(taken_back)


def test_six_processes_may_make_the_database_at_once(outcome: Any) -> None:
    assert outcome["first starts"] == [0] * 6
