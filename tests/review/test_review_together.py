"""Many decide at once: the first decision wins, the others are told by whom, nothing is lost, nobody waits for ever."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from postgres import Server

HERE = Path(__file__).parent

pytestmark = pytest.mark.skipif(os.name != "posix", reason="fork is POSIX")


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory, database: Server | None) -> Any:
    number, server = (5, []) if database is None else (20, [str(database.folder)])
    command = [sys.executable, str(HERE / "together.py"), str(tmp_path_factory.mktemp("together")), str(number)]
    there = {**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE), str(HERE.parent)))}
    done = subprocess.run([*command, *server], capture_output=True, text=True, check=False, timeout=120, env=there)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) | {"number": number, "said": done.stderr}


def test_the_first_decision_wins_and_the_others_are_told_by_whom(outcome: Any) -> None:
    number = outcome["number"]
    assert (outcome["ends"], outcome["problems"]) == ([0] * (number + 2), []), outcome["said"]
    kinds = Counter(line.split()[0] for line in outcome["lines"])
    assert kinds["did"] + kinds["not"] == 12 * number
    assert kinds["did"] - kinds["undid"] <= 12
    told = [line for line in outcome["lines"] if line.startswith("not")]
    assert told and len({line.split()[2] for line in told}) > 1
    by_whom = re.compile(r"It was dismissed on 25 Nov by Person \d+: wrong reading\. Only p\d\d can take that back\.")
    assert all(by_whom.search(line) or "You can take that back first" in line for line in told)


def test_of_many_who_want_the_same_step_one_takes_it_and_the_others_are_told(outcome: Any) -> None:
    number, rushed = outcome["number"], outcome["rushed"]
    assert (rushed["ends"], rushed["problems"]) == ([0] * number, []), outcome["said"]
    first = sorted(line.split()[1:3] for line in rushed["lines"] if line.startswith("did"))
    assert [key for key, _ in first] == sorted(f"c{place}" for place in range(12))
    assert first == rushed["stored"]
    told = [line for line in rushed["lines"] if line.startswith("not")]
    assert len(told) == 12 * (number - 1)
    assert all("This complaint is “received”: " in line for line in told)


def test_of_steps_of_every_kind_at_once_none_is_lost_and_all_hold_together(outcome: Any) -> None:
    number, mingled = outcome["number"], outcome["mingled"]
    assert (mingled["ends"], mingled["problems"]) == ([0] * (number + 2), []), outcome["said"]
    assert mingled["told"] == 12 * number
    assert 0 < mingled["done"] < mingled["told"]


def test_who_is_killed_meanwhile_loses_nothing_and_holds_nobody_up(outcome: Any) -> None:
    assert [case["problems"] for case in outcome["killed"]] == [[]] * 6
    assert {end for case in outcome["killed"] for end in case["ends"]} <= {-9, 0}
    assert any(-9 in case["ends"] for case in outcome["killed"])
