"""Killed at any moment: store and file stay valid, and agree after the next start."""

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


def test_six_processes_may_make_the_database_at_once(outcome: Any) -> None:
    assert outcome["first starts"] == [0] * 6
