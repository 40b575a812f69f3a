"""A newsroom with two thousand old pages, whoever sits at its terminal, and its numbers counted anew."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from hashlib import sha256
from itertools import pairwise
from statistics import median
from typing import Any

import newsroom
import pytest
from month_pages import FOOTER
from queue_desk import Desk, Terminal

STARTS = datetime(2025, 2, 3, 9, tzinfo=UTC)
OPEN = "state IN ('open', 'changed') AND NOT held_back"
ON_SITE = "('published', 'expired', 'inherited', 'held', 'putting back')"
_GRAVE = ("dosing", "regulatory")  # topics whose errors are decided singly


class Month(Terminal):
    """The newsroom, its clock, and its terminal: every command is six minutes after the one before."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        super().__init__(desk, monkeypatch, capfd)
        desk.now = STARTS

    @property
    def day(self) -> str:
        """Today."""
        return self.desk.now.date().isoformat()

    def read(self, query: str) -> list[tuple[Any, ...]]:
        """What the database itself answers."""
        return newsroom.rows(self.desk.root, query)

    def number(self, query: str) -> int:
        """The one number of an answer."""
        ((found,),) = self.read(query)
        return int(found)

    def text(self, name: str) -> str:
        """The newest text's hash, from the records."""
        query = f"SELECT text_hash FROM revisions WHERE article = '{name}' ORDER BY number DESC LIMIT 1"
        return str(self.read(query)[0][0])

    def signs(self, who: str, kind: str, name: str) -> str:
        """An approval of the text as it was read last."""
        return self.does(who, "approve", name, kind, "--text", self.text(name))

    def goes_live(self, name: str) -> None:
        """Both approvals are there already."""
        self.does("ada", "live", name, "--text", self.text(name), "--address", f"https://news.example/{name}")

    def finding(self, name: str, check: str) -> str:
        """The only open finding of a check."""
        query = f"SELECT fingerprint FROM findings WHERE article = '{name}' AND \"check\" = '{check}' AND {OPEN}"
        ((found,),) = self.read(query)
        return str(found)

    def outside(self) -> int:
        """Inherited pages in no review."""
        return self.number("SELECT count(*) FROM articles WHERE live = 'inherited' AND state = 'none'")

    def waiting(self, section: str) -> list[str]:
        """Those of a section."""
        outside = "live = 'inherited' AND state = 'none'"
        found = self.read(f"SELECT name FROM articles WHERE {outside} AND name LIKE 'old/{section}/%' ORDER BY name")
        return [name for (name,) in found]

    def costs(self, names: Iterable[str]) -> tuple[int, int, int, int]:
        """Pages, findings, places and decisions of a wave, counted from the findings that wait in these pages."""
        chosen = set(names)
        query = f'SELECT article, "check", severity, topic, sentence FROM findings WHERE {OPEN}'
        waits = [row[1:] for row in self.read(query) if row[0] in chosen]
        groups = Counter((check, severity, topic, " ".join(said.split())) for check, severity, topic, said in waits)
        findings = decisions = 0
        for (_, severity, topic, said), uses in groups.items():
            single = severity == "error" and topic in _GRAVE
            findings += uses if single else 1
            decisions += uses if single else 1 if said and said in FOOTER else math.ceil(uses / 25)
        return len(chosen), findings, len(waits), decisions

    def pace(self) -> tuple[float, int]:
        """The median of minutes between two decisions of one person, and of how many; pauses are longer than 15."""
        at: dict[str, set[datetime]] = {}
        for who, moment in self.read("SELECT actor, at FROM decisions WHERE decision NOT IN ('undone', 'baseline')"):
            at.setdefault(who, set()).add(datetime.fromisoformat(moment))
        gaps = [after - before for each in at.values() for before, after in pairwise(sorted(each))]
        timed = [gap.total_seconds() / 60 for gap in gaps if gap <= timedelta(minutes=15)]
        return (median(timed) if timed else 0.0), len(timed)

    def standing(self) -> list[dict[str, Any]]:
        """The decisions that nothing ended or took back; right for a month in which no such end was taken back."""
        columns = ("id", "article", "check", "fingerprint", "decision", "reason", "by", "second", "on", "sample")
        listed = ", ".join(f'"{column}"' for column in columns)
        query = f"SELECT {listed} FROM decisions WHERE id NOT IN (SELECT ends FROM decisions WHERE ends IS NOT NULL)"
        return [dict(zip(columns, row, strict=True)) for row in self.read(query)]


def costs_told(told: str) -> tuple[tuple[int, int, int, int], float]:
    """What a plan says of its costs: pages, findings, places and decisions; hours."""
    wave = (
        r"Wave “[^”]+”: (\d+) pages?, (\d+) findings?(?: in (\d+) places?)?, (\d+) decisions?, about ([\d.]+) hours\."
    )
    head = re.match(wave, told)
    assert head is not None, told
    pages, findings, places, decisions, hours = head.groups()
    return (int(pages), int(findings), int(places or findings), int(decisions)), float(hours)


def wave_told(told: str) -> tuple[tuple[int, int, int, int], float, list[str], str]:
    """The same, with the pages and the code that moves it."""
    names = re.findall(r"^  (old/\S+)  ", told, re.MULTILINE)
    (code,) = re.findall(r"workbench queue wave \w+ ([0-9a-f]{8})", told)
    return *costs_told(told), names, code


def first_drawn(names: Sequence[str], size: int, seed: str) -> list[str]:
    """The sample by its recipe in the documentation."""
    return sorted(names, key=lambda name: sha256(f"back catalogue\0{seed}\0{name}".encode()).hexdigest()[:16])[:size]


def at_most(k: int, n: int, share: Fraction) -> Fraction:
    """How often a sample of n has at most k, exactly."""
    return sum((math.comb(n, i) * share**i * (1 - share) ** (n - i) for i in range(k + 1)), Fraction(0))


def is_bound(k: int, n: int, percent: str, miss: str) -> bool:
    """Whether this is the exact upper bound in tenths of a percent, rounded up: it holds, and a tenth less does not."""
    if k == n:
        return percent == "100"
    tenth = Fraction(percent) / 100
    return at_most(k, n, tenth) <= Fraction(miss) < at_most(k, n, tenth - Fraction(1, 1000))


def is_between(k: int, n: int, low: str, high: str) -> bool:
    """Whether this is the exact interval at 95 %, rounded outwards."""
    least = Fraction(100) - Fraction(low)
    return is_bound(k, n, high, "0.025") and is_bound(n - k, n, str(float(least)).removesuffix(".0"), "0.025")


def loaded(value: Any) -> Any:
    """A JSON column, which one of the databases gives as text."""
    return json.loads(value) if isinstance(value, str) else value
