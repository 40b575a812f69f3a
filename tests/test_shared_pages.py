"""Real pages that are not part of the project: what must be named there, and what must stay silent."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from speak import REPOSITORY, SHARED

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "articles").is_dir(), reason="the shared pages are not beside this checkout"),
]


@cache
def report() -> dict[str, Any]:
    command = [sys.executable, "-m", "workbench", "check", str(SHARED / "articles"), "--format", "json"]
    done = subprocess.run([*command, "--fail-on", "never"], cwd=REPOSITORY, capture_output=True, check=True)
    loaded: dict[str, Any] = json.loads(done.stdout)
    return loaded


def open_findings(name: str, category: str) -> list[str]:
    (article,) = [a for a in report()["articles"] if Path(a["path"]).stem == name]
    return [f["text"] for f in article["findings"] if f["category"] == category and not f["held_back"]]


def score() -> dict[str, float]:
    path = Path(str(SHARED / "labels" / "score.py"))
    (REPOSITORY / ".workbench").mkdir(exist_ok=True)
    written = REPOSITORY / ".workbench" / "shared-report.json"
    written.write_text(json.dumps(report()), encoding="utf-8")
    shown = subprocess.run([sys.executable, str(path), str(written)], capture_output=True, text=True, check=True).stdout
    found = {"traps": re.search(r"traps hit .*= ([\d.]+)", shown), "f1": re.search(r" F1 ([\d.]+)", shown)}
    return {name: float(match[1]) for name, match in found.items() if match}


def test_the_impossible_percentage_is_named() -> None:
    assert "70.8%" in open_findings("virtual-ketamine-therapy", "statistic-impossible")


def test_the_dose_without_kilogram_is_named() -> None:
    assert any("0.5" in text for text in open_findings("virtual-ketamine-therapy", "dosing-unit"))


def test_the_approval_that_does_not_exist_is_named() -> None:
    assert open_findings("virtual-ketamine-therapy", "regulatory-wrong")


@pytest.mark.parametrize("name", ["ketamine-assisted-psychotherapy", "ketamine-therapy-guide"])
def test_warning_lists_and_denials_stay_silent(name: str) -> None:
    assert open_findings(name, "marketing-absolute") == []


def test_nothing_open_stands_in_a_warning_list() -> None:
    open_promises = [
        finding
        for article in report()["articles"]
        for finding in article["findings"]
        if finding["category"] == "marketing-absolute" and not finding["held_back"]
    ]
    assert open_promises
    assert not [f["text"] for f in open_promises if any(c["flag"] == "warning-list" for c in f["context"])]


def test_claims_and_traps_hold_the_bars() -> None:
    held = score()
    assert held["f1"] >= 0.75
    assert held["traps"] <= 0.05


@pytest.mark.parametrize(
    ("kinds", "most"), [(("clinic",), 2.0), (("patient-info", "news", "abstract"), 0.2)], ids=["clinic", "careful"]
)
def test_errors_are_few(kinds: tuple[str, ...], most: float) -> None:
    counts = [
        sum(finding["severity"] == "error" and not finding["held_back"] for finding in article["findings"])
        for article in report()["articles"]
        if Path(article["path"]).stem.startswith(kinds)
    ]
    assert counts and median(counts) <= most
