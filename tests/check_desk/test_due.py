"""`facts --due`: rows past their date, rows that come to it, and rows that are only old."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_newsroom import CHECK, lay_out

from workbench.check_desk.due import due
from workbench.facts import last_day, months_between

TABLE = """name,as_of,valid_until
alpha,2026-01,2026-11-24
beta,2026-01,2026-12-20
gamma,2024-01,
delta,2026-10,
epsilon,,
zeta,2020,2027-01-01
"""


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    lay_out(tmp_path, CHECK.replace('"moon drop~"', '"moon drop~", "@drops:name"'))
    (tmp_path / "checks" / "marketing" / "drops.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def rows(room: Path, within: int = 30, older_than: int = 24) -> list[str]:
    lines = due(date(2026, 11, 25), room, within, older_than)[0].splitlines()
    return [line.partition(", row ")[2] for line in lines if line.startswith("checks/marketing/drops.csv")]


def test_what_is_due(room: Path) -> None:
    assert [line.partition(" ")[2] for line in rows(room)] == [
        "alpha, 2026-01, 2026-11-24: ran out on 2026-11-24",
        "beta, 2026-01, 2026-12-20: runs out on 2026-12-20",
        "gamma, 2024-01: was read in 2024-01",
    ]


def test_the_reach_is_the_callers(room: Path) -> None:
    assert len(rows(room, within=0)) == 2
    assert len(rows(room, older_than=60)) == 2
    assert len(rows(room, within=60)) == 4


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026", date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2026-05-03", date(2026, 5, 3)),
        ("", None),
        ("soon", None),
        ("2026-13", None),
        ("2026-02-30", None),
    ],
)
def test_the_last_day_that_a_date_may_mean(text: str, day: date | None) -> None:
    assert last_day(text) == day


def test_months_are_whole_ones() -> None:
    assert months_between(date(2026, 1, 31), date(2026, 2, 28)) == 0
    assert months_between(date(2024, 11, 25), date(2026, 11, 25)) == 24
