"""Killed at any moment: store and file stay valid, and agree after the next start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from postgres import Server

HERE = Path(__file__).parent

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 and fork are POSIX")


KILLS = {"sqlite": 150, "postgres": 50}


def run(folder: Path, kills: int, *server: str) -> Any:
    command = [sys.executable, str(HERE / "crash.py"), str(folder), str(kills), *server]
    there = {**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE), str(HERE.parent)))}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, env=there)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) | {"said": done.stderr}


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return run(tmp_path_factory.mktemp("crash"), KILLS["sqlite"])


def test_killed_at_every_point_of_a_decision_and_of_a_step(outcome: Any) -> None:
    assert len(outcome["points"]) == 18
    for point, case in outcome["points"].items():
        assert case == {"ends": [-9], "told": 0, "problems": []}, point


def test_killed_at_random_moments(outcome: Any) -> None:
    holds(outcome, KILLS["sqlite"])


def test_a_client_of_postgresql_killed_at_random_moments(tmp_path: Path, postgres: Server) -> None:
    holds(run(tmp_path, KILLS["postgres"], str(postgres.folder)), KILLS["postgres"])


def holds(outcome: Any, kills: int) -> None:
    found = outcome["random"]
    assert found["problems"] == [], outcome["seed"]
    assert found["kills"] >= kills
    assert set(found["ends"]) == {-9}, outcome["said"]  # no walker ends by itself
    assert found["told"] > found["kills"] / 2


def test_six_processes_may_make_the_database_at_once(outcome: Any) -> None:
    assert outcome["first starts"] == [0] * 6
