"""What the queue weighs on the wire and in the browser: `python tests/bench/queue_wire.py [5000] [10000]`.

Rows as a newsroom has them (titles of 30 to 80 letters, two to ten kinds of findings, a tenth with a due day) go
through the screen's own desk, are packed as the kernel sends them, and drawn in headless Chromium, where keys are
pressed on them. Of a key: until it is handled and laid out, and until the frame after it is painted; the median and the
longest of some presses. Budgets: 5,000 rows ≤ 1 MB as JSON, any key ≤ 100 ms at 10,000.
"""

from __future__ import annotations

import json
import random
import sys
import time
import zlib
from datetime import date
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
REPOSITORY = TESTS.parent
sys.path[:0] = [str(TESTS), str(TESTS / "widgets")]

from chromium import launched  # noqa: E402

from workbench import config, loader  # noqa: E402
from workbench.model import SEVERITIES  # noqa: E402
from workbench.review import Person  # noqa: E402
from workbench.review.moves.terms import USUAL  # noqa: E402
from workbench.staff import NOBODY  # noqa: E402
from workbench.widgets import queue_wire  # noqa: E402
from workbench.widgets.queue import QueueWidget  # noqa: E402
from workbench.widgets.queue_desk import QueueDesk  # noqa: E402
from workbench.widgets.sitting import Sitting  # noqa: E402

DAY, PRESSES = date(2026, 11, 25), 15
WORDS = [
    "ketamine", "infusion", "depression", "sleep", "dose", "weekly", "clinic", "price", "evening", "pressure", "label",
    "study", "placebo", "weight", "injection", "tablet", "pain", "review", "recovery", "safety", "months", "expect",
]  # fmt: skip
STATES = ("New", "In review", "In review", "With writer", "Medical review", "All decided", "Published", "Approved")
KEYS = ("j", "k", "End", "Home", "PageDown", "7", "2", "1", "x")
PRESS = """
async (key) => {
  const target = document.querySelector(".art[tabindex='0']") || document.querySelector(".wb");
  const begun = performance.now();
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  document.querySelector(".grid").getBoundingClientRect();
  const handled = performance.now() - begun;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return [handled, performance.now() - begun];
}
"""
TICK = PRESS.replace("async (key)", "async (words)").replace(
    'target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));',
    'const box = document.querySelector(words); if (box.type === "checkbox") box.click();'
    ' else { box.value = box.value ? "" : "sleep"; box.dispatchEvent(new Event("input", { bubbles: true })); }',
)


class Rows:
    """A store that has nothing but rows."""

    def __init__(self, number: int, checks: list[Any]) -> None:
        dice = random.Random(7)
        self._rows = [_row(place, dice, checks) for place in range(number)]

    def queue(self) -> list[dict[str, Any]]:
        """The rows as `views.queue` gives them."""
        return self._rows


def _row(place: int, dice: random.Random, checks: list[Any]) -> dict[str, Any]:
    words = dice.sample(WORDS, dice.randrange(5, 11))
    some = dice.sample(checks, dice.randrange(2, 11))
    sure = ("high", "medium", "low")
    kinds = [[one.id, one.topic, one.severity, dice.choice(sure), dice.randrange(1, 5)] for one in some]
    kinds.sort(key=lambda kind: SEVERITIES.index(kind[2]))
    counts = {severity: sum(kind[4] for kind in kinds if kind[2] == severity) for severity in SEVERITIES}
    days = dice.randrange(0, 40)
    return {
        "name": f"{words[0]}/{'-'.join(words[:4])}-{place}", "title": " ".join(words).capitalize(), "path": "",
        "words": 900, "risk": dice.randrange(101), "parts": [], "unknowns": dice.randrange(5), "reason": "",
        "to_decide": counts, "second": 0, "state": dice.choice(STATES), "live": dice.choice(("Not live", "Published")),
        "late": days > 5, "assignee": dice.choice(("", "", "", "ines")),
        "due": "2026-12-01" if dice.randrange(10) == 0 else "",
        "waiting_days": days, "checked": True, "failed": 0, "kinds": kinds, "authors": [], "since": "",
    }  # fmt: skip


def measured(number: int, browser: Any) -> None:
    """Prints every figure at one size."""
    content = loader.load(config.load(REPOSITORY).folders)
    room = SimpleNamespace(
        content=content, as_of=DAY, country="US", person=Person("mara", "Mara Olsen"), staff=NOBODY, house=USUAL,
        days=5, minutes=2.0, why="", now=DAY.isoformat,
    )  # fmt: skip
    store = Rows(number, list(content.checks))
    begun = time.perf_counter()
    queue = QueueDesk(store, room, Sitting(store, room)).queue(())
    worked = time.perf_counter()
    wire = {**queue, "rows": queue_wire.pack(queue["rows"]), "as_of": DAY.isoformat(), "hands": True, "laters": True}
    wire["person"] = {"id": "mara", "name": "Mara Olsen", "role": "editor"}
    text = json.dumps(wire, separators=(",", ":"), ensure_ascii=False).encode()
    packed = time.perf_counter()
    plain = len(json.dumps(queue["rows"]).encode())
    print(f"{number:,} rows: {len(text) / 1e6:.2f} MB as JSON ({len(text) / number:.0f} bytes a row; as dicts"
          f" {plain / 1e6:.2f} MB), {len(zlib.compress(text)) / 1e6:.2f} MB deflated")  # fmt: skip
    print(
        f"  in the kernel: rows {1000 * (worked - begun):.0f} ms, packed and written {1000 * (packed - worked):.0f} ms"
    )
    page = _page(browser, wire)
    print(f"  drawn in {page.evaluate('window.drawn'):.0f} ms, {page.locator('.art').count()} rows in the document")
    for key in KEYS:
        _told(key, [page.evaluate(PRESS, key) for _ in range(PRESSES)])
    _told("a box", [page.evaluate(TICK, ".boxes input") for _ in range(PRESSES)])
    _told("a word looked for", [page.evaluate(TICK, ".find") for _ in range(PRESSES)])
    page.context.close()


def _page(browser: Any, wire: dict[str, Any]) -> Any:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    html = (TESTS / "widgets" / "harness.html").read_text(encoding="utf-8")
    given = {"esm": QueueWidget._esm, "css": QueueWidget._css, "traits": {"queue": wire, "status": {}, "why": ""}}
    page.set_content(html.replace("{{given}}", json.dumps(given).replace("<", "\\u003c")))
    page.wait_for_function("window.ready === true")
    return page


def _told(what: str, times: list[list[float]]) -> None:
    handled, painted = zip(*times, strict=True)
    print(
        f"  {what:18} handled {median(handled):6.1f} ms, at most {max(handled):6.1f}; painted {median(painted):6.1f} ms"
    )


def main(words: list[str]) -> None:
    """Every size that is named, or both."""
    with launched() as browser:
        for number in [int(word) for word in words] or [5000, 10_000]:
            measured(number, browser)


if __name__ == "__main__":
    main(sys.argv[1:])
