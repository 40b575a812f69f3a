"""Which pages a wave would bring into review, why each, and what that costs: worked out before anything moves."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from workbench.fingerprint import digest
from workbench.model import Check
from workbench.review import wording
from workbench.review.backlog import bound, drawing, pool
from workbench.review.backlog.harms import Sure
from workbench.review.backlog.pace import Pace
from workbench.review.backlog.pool import Page

Name = Literal["harm", "reach", "sample", "rest"]
WAVES: tuple[Name, ...] = ("harm", "reach", "sample", "rest")
TITLES = {
    "harm": "harm now", "reach": "risk × page views", "sample": "random sample", "rest": "the rest, by date",
}  # fmt: skip
SIZES = {
    "harm": 0,
    "reach": 100,
    "sample": 60,
    "rest": 25,
}  # pages; 0 = all; of the sample a section, of the rest a week
_WEEK = timedelta(days=7)


class Wish(Struct, frozen=True):
    """What a wave is asked for: its `size` (0 = the usual), `seed` of the sample, and `views` of each page by name."""

    wave: Name
    size: int = 0
    seed: str = ""
    views: Mapping[str, int] = {}

    def pages(self) -> int:
        """The size that holds."""
        return self.size or SIZES[self.wave]


class Line(Struct, frozen=True):
    """A page of a plan, why it comes, and for the rest the day on which it does."""

    page: Page
    why: str
    day: str = ""


class Plan(Struct, frozen=True):
    """A wave before it moves; `code` stands for exactly these pages as they are now.

    `findings` counts one cause once, `uses` each of its places, `decisions` what people will have to decide. `notes`
    say what the numbers rest on, and `frame` for a sample from which pages it was drawn, by section.
    """

    wish: Wish
    lines: tuple[Line, ...]
    findings: int
    uses: int
    decisions: int
    pace: Pace
    notes: tuple[str, ...] = ()
    frame: Mapping[str, tuple[str, ...]] = {}

    @property
    def code(self) -> str:
        """Eight digits that stand for exactly this list."""
        listed = (f"{line.page.name} {line.page.text_hash} {line.day}" for line in self.lines)
        return digest("plan", self.wish.wave, self.wish.seed, *listed)[:8]

    @property
    def hours(self) -> float:
        """What deciding takes; reading a page in which nothing was found is not in it."""
        return self.decisions * self.pace.minutes / 60

    def cost(self) -> str:
        """ "12 pages, 14 findings in 31 places, 14 decisions, about 0.5 hours."."""
        places = f" in {wording.counted(self.uses, 'place')}" if self.uses != self.findings else ""
        said = f"{wording.counted(len(self.lines), 'page')}, {wording.counted(self.findings, 'finding')}{places}"
        hours = self.hours if self.hours >= 0.05 or self.hours == 0 else 0.1
        return f"{said}, {wording.counted(self.decisions, 'decision')}, about {hours:.1f} hours."


class Known(Struct, frozen=True):
    """What a plan is made from: `pages` that wait, checks by id, what is `declared`, and the days already `dated`."""

    pages: Sequence[Page]
    checks: Mapping[str, Check]
    sure: Sure
    declared: Mapping[str, str]
    dated: Mapping[str, str]
    pace: Pace


def plan(wish: Wish, known: Known, as_of: date) -> Plan:
    """The wave as it would come now."""
    notes: list[str] = []
    frame: dict[str, tuple[str, ...]] = {}
    if wish.wave == "harm":
        lines = _harm(wish, known)
        notes = [f"Left out: {title} ({why})." for title, why in known.sure.left_out]
    elif wish.wave == "reach":
        lines = _reach(wish, known)
    elif wish.wave == "sample":
        frame = _sections(known.pages)
        lines, notes = _sample(wish, known, frame)
    else:
        lines, notes = _rest(wish, known, as_of)
    uses = [use for line in lines for use in line.page.uses]
    found = pool.causes(uses, known.declared)
    return Plan(
        wish, tuple(lines), sum(cause.findings() for cause in found), len(uses),
        sum(cause.decisions() for cause in found), known.pace, tuple(notes), frame,
    )  # fmt: skip


def _first(lines: Iterable[Line], size: int) -> list[Line]:
    return list(lines)[: size or None]


def _harm(wish: Wish, known: Known) -> list[Line]:
    """Pages with most of such findings first, then by risk."""
    found = []
    for page in known.pages:
        counts: dict[str, int] = {}
        for use in page.uses:
            if use.check in known.sure.counted:
                counts[use.check] = counts.get(use.check, 0) + 1
        if counts:
            each = (f"{known.sure.counted[check]}: {known.checks[check].title}, {n}" for check, n in counts.items())
            found.append((-sum(counts.values()), -page.risk, page.name, Line(page, "; ".join(each))))
    return _first((line for *_, line in sorted(found, key=lambda one: one[:3])), wish.pages())


def _reach(wish: Wish, known: Known) -> list[Line]:
    """Pages without views or without risk are left to the later waves."""
    weighed = [(page.risk * wish.views.get(page.name, 0), page) for page in known.pages]
    ordered = sorted(((score, page) for score, page in weighed if score), key=lambda one: (-one[0], one[1].name))
    lines = (Line(page, f"risk {page.risk} × {wish.views[page.name]:,} views") for _, page in ordered)
    return _first(lines, wish.pages())


def _sections(pages: Sequence[Page]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for page in pages:
        found.setdefault(page.section, []).append(page.name)
    return {section: tuple(found[section]) for section in sorted(found)}


def _sample(wish: Wish, known: Known, frame: Mapping[str, tuple[str, ...]]) -> tuple[list[Line], list[str]]:
    pages, lines, notes = {page.name: page for page in known.pages}, [], []
    for section, names in frame.items():
        chosen = drawing.drawn(names, wish.pages(), f"{wish.seed} {section}")
        each = len(chosen)
        lines += [Line(pages[name], f"drawn, {n} of {each} in {section}") for n, name in enumerate(chosen, start=1)]
        notes.append(f"{section}: {each} of {len(names)} pages drawn. If none is harmful: {bound.told(0, each)}.")
    return lines, [*notes, f"Drawn with the seed “{wish.seed}”, by the pages' names; anybody can draw them again."]


def _rest(wish: Wish, known: Known, as_of: date) -> tuple[list[Line], list[str]]:
    """A day for each page that has none: so many a week, the most harmful first."""
    undated = [page for page in known.pages if page.name not in known.dated]
    ordered = sorted(undated, key=lambda page: (-page.risk, page.name))
    days = ((as_of + _WEEK * (1 + index // wish.pages())).isoformat() for index in range(len(ordered)))
    lines = [
        Line(page, f"keep; on its next edit, or {wording.day(day)}", day)
        for page, day in zip(ordered, days, strict=True)
    ]
    notes = [f"{wording.counted(len(known.pages) - len(undated), 'page')} of the rest have a day already."]
    if lines:
        weeks = math.ceil(len(lines) / wish.pages())
        notes.append(f"{wish.pages()} a week, for {wording.counted(weeks, 'week')}.")
    return lines, notes
