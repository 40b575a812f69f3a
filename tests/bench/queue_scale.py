"""What the queue costs as it grows: `python tests/bench/queue_scale.py [fifth] [whole] [five] [--postgres]`.

20,000 articles with 20 findings and 8 claims each, 5,000 standing decisions in `claims/decisions.csv`; then the same at
a fifth and at five times. One run on one machine: CPU time of this process, the median of some rounds, and beside it
the time on the clock, which other programs and the disk lengthen; of PostgreSQL the clock alone says what the server
does. Budgets at 20,000 on SQLite: first page ≤ 50 ms, one decision with its file ≤ 20 ms, ≥ 2,000 findings a second.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, get_args

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "tests"))

from workbench import decisions, risk  # noqa: E402
from workbench.fingerprint import digest  # noqa: E402
from workbench.model import Claim, ClaimType, Finding, Report, Risk, Severity  # noqa: E402
from workbench.review import Outcome, Person, Seen, Store  # noqa: E402
from workbench.review.acting import Deed  # noqa: E402
from workbench.review.ledger import Place  # noqa: E402
from workbench.review.talking import Message  # noqa: E402
from workbench.spreadsheet import guard  # noqa: E402

DAY, AT = date(2026, 11, 25), "2026-11-25T09:41:07+00:00"
MARA = Person("mara", "Mara Olsen", "editor")
FINDINGS, CLAIMS, DECIDED, ROUNDS = 20, 8, 5000, 25
SIZES = {"fifth": 4_000, "whole": 20_000, "five": 100_000}
GRAVE: tuple[Severity, ...] = ("error", "warning", "warning", "note", "note")
CHECKS = tuple((f"check-{number}", f"topic-{number % 9}", GRAVE[number % 5]) for number in range(60))
TYPES: tuple[ClaimType, ...] = get_args(ClaimType)
LINE = "People who take the wonder drops sleep {0:03} minutes longer than others, and nobody needs to worry at all.\n"


def article(number: int) -> Seen:
    """An article of 60 sentences with so many findings and claims, the same at each run."""
    dice = random.Random(number)
    name = f"topic-{number % 40}/page-{number:06}"
    lines = [LINE.format(dice.randrange(1000)) for _ in range(60)]
    text, width = f"# Page {number}\n\n{''.join(lines)}", len(lines[0])
    first = len(text) - 60 * width
    places = sorted(dice.sample(range(60), FINDINGS))
    findings = tuple(_finding(number, place, first + place * width, lines[place]) for place in places)
    told = sorted(dice.sample(range(60), CLAIMS))
    claims = tuple(_claim(dice, place, first + place * width, lines[place]) for place in told)
    shape = risk.of(findings, ())
    score = Risk(shape.score, shape.parts, 2)
    return Seen(name, text, Report(f"articles/{name}.md", f"Page {number}", 1100, claims, findings, (), score))


def _finding(number: int, place: int, start: int, line: str) -> Finding:
    check, topic, severity = CHECKS[(number + place) % len(CHECKS)]
    return Finding(
        check=check, topic=topic, category="marketing-hype", severity=severity, confidence="high", start=start + 20,
        end=start + 32, text="wonder drops", message="“wonder drops” promises more than the page shows.",
        why="A reader may put off the care that would help.", advice="Say what was measured, in whom, and by whom.",
        evidence=None, context=(), held_back=False, fingerprint=digest(check, str(number), str(place)),
        sentence=line.strip(), line=place + 3,
    )  # fmt: skip


def _claim(dice: random.Random, place: int, start: int, line: str) -> Claim:
    """One in eight stands word for word on other pages, too."""
    shared = dice.randrange(8) == 0
    name = digest("claim", line if shared else str(dice.random()))
    return Claim(name, place, start, start + len(line) - 1, line.strip(), dice.choice(TYPES), None, "none", "asserted")


def filed(root: Path, number: int) -> None:
    """`claims/decisions.csv` of a newsroom that has decided much already."""
    lines = []
    for place in range(DECIDED):
        seen = article(place * number // DECIDED)
        found = next(one for one in seen.report.findings if one.severity != "error")
        row = {
            "article": seen.name, "check": found.check, "fingerprint": found.fingerprint, "text": found.text,
            "decision": "dismissed", "reason": "agreed exception", "by": "ines", "on": "2026-11-20",
        }  # fmt: skip
        lines.append(",".join(guard(row.get(column, "")) for column in decisions.COLUMNS))
    path = root / decisions.NAME
    path.parent.mkdir(parents=True)
    path.write_text("\n".join([",".join(decisions.COLUMNS), *sorted(set(lines)), ""]), encoding="utf-8")


class Spent(NamedTuple):
    """Seconds of this process's CPU, and on the clock."""

    cpu: float
    clock: float


def spent(work: Callable[[], object]) -> Spent:
    """What it takes."""
    cpu, clock = time.process_time(), time.perf_counter()
    work()
    return Spent(time.process_time() - cpu, time.perf_counter() - clock)


def told(name: str, times: list[Spent]) -> float:
    """Prints the medians in milliseconds, and the longest on the clock; returns the median of the CPU time."""
    cpu, clock = 1000 * median(one.cpu for one in times), 1000 * median(one.clock for one in times)
    longest = 1000 * max(one.clock for one in times)
    print(f"  {name:34} {cpu:9.1f} ms CPU {clock:9.1f} ms clock, at most {longest:8.1f}", flush=True)
    return cpu


def taken_in(store: Store, number: int) -> float:
    """Findings a second, over portions as `take_in` hands them on; what makes the articles is not counted."""
    times, portion = [], 500
    for begin in range(0, number, portion):
        seen = [article(place) for place in range(begin, min(number, begin + portion))]
        times.append(spent(partial(store.record, seen, at=AT)))
    cpu, clock = (number * FINDINGS / sum(part) for part in ([t.cpu for t in times], [t.clock for t in times]))
    print(f"  {'taken in':34} {cpu:9.0f} findings a second of CPU, {clock:.0f} on the clock", flush=True)
    return cpu


def measured(url: str, root: Path, number: int) -> dict[str, float]:
    """Every figure at one size."""
    figures: dict[str, float] = {}
    filed(root, number)
    told("first start, 5,000 lines taken over", [spent(lambda: Store.open(url, root, DAY).close())])
    with Store.open(url, root, DAY, "bench") as store:
        figures["findings a second"] = taken_in(store, number)
        again = [article(place) for place in range(500)]
        figures["checked again"] = told("500 articles checked again", [spent(partial(store.record, again, at=AT))])
        figures["first page"] = told("first page", [spent(partial(store.queue, first=50)) for _ in range(ROUNDS)])
        if number <= SIZES["whole"]:
            present = {article(place).name for place in range(number)}
            told("all that are there, by name", [spent(partial(store.queue, present))])
            figures["page of those"] = told("first page of those", [spent(partial(store.queue, present, 50))])
        some = [article(place * number // ROUNDS).name for place in range(ROUNDS)]
        figures["article"] = told("one article", [spent(partial(store.article, name)) for name in some])
        figures["decision"] = told("one decision, with its file", [_decided(store, name) for name in some])
        figures["step"] = told("one step about a review", [_stepped(store, name) for name in some])
        message = Message(article=some[0], person=MARA, text="Please look again.", on=DAY, at=AT)
        figures["message"] = told("one message", [spent(partial(store.send, message)) for _ in some])
    figures["start"] = told("a later start", [spent(lambda: Store.open(url, root, DAY).close()) for _ in range(5)])
    return figures


def _decided(store: Store, name: str) -> Spent:
    """A finding of this article that nobody has decided."""
    shown = {item["fingerprint"]: item["severity"] for item in store.article(name)["findings"]}
    states = store.states(name).items()
    waiting = next(one for one, state in states if state["state"] == "open" and shown[one] != "error")
    return spent(partial(_sure, store.decide, name, waiting, "dismiss", MARA, "wrong reading", at=AT))


def _stepped(store: Store, name: str) -> Spent:
    store.begin(name, MARA, AT)
    store.send(Message(article=name, person=MARA, text="Please look again.", on=DAY, at=AT))
    deed = Deed(place=Place("work", name, name), action="ask for changes", person=MARA, on=DAY, at=AT)
    return spent(partial(_sure, store.act, deed))


def _sure(step: Callable[..., Outcome], *given: Any, **named: Any) -> None:
    outcome = step(*given, **named)
    assert outcome.ok, outcome.message


def main(words: list[str]) -> None:
    """Every size that is named, or all, and how the figures grow."""
    wanted = [size for size in SIZES if size in words] or list(SIZES)
    found: dict[str, dict[str, float]] = {}
    from postgres import running

    with running() if "--postgres" in words else nullcontext() as server:
        for size in wanted:
            kind = "PostgreSQL" if server else "SQLite"
            print(f"{SIZES[size]:,} articles, {SIZES[size] * FINDINGS:,} findings, {kind}", flush=True)
            with TemporaryDirectory(prefix="workbench-bench-") as folder:
                url = server.create(f"scale_{size}") if server else ""
                found[size] = measured(url, Path(folder), SIZES[size])
    for size in wanted[1:]:
        grown = (f"{name} x{found[size][name] / found[wanted[0]][name]:.2f}" for name in found[size])
        print(f"{size} against {wanted[0]}: {', '.join(grown)}")


if __name__ == "__main__":
    main(sys.argv[1:])
