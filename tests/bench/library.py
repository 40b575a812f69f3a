"""Matching an article against 2,000 approved claims, beside reading it: `python tests/bench/library.py`.

Budget on the reference machine: 20 ms for an article of 60 claims. Quote the ratios; single times are noisy, the
least CPU time of some rounds is told.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from speak import AS_OF, article, content

from workbench import engine
from workbench.library import filled
from workbench.library.linking import links, rules_in
from workbench.library.matching import Index, _built
from workbench.model import Knowledge

ROWS, CLAIMS, ROUNDS = 2000, 60, 15
BUDGET = 0.020
DRUGS = [f"{head}{tail}" for head in ("Vel", "Bar", "Tar", "Sor", "Mel", "Dra", "Kon", "Fil") for tail in (
    "odrin", "kolix", "ivex", "vanil", "astin", "umab", "oprem", "icort", "ozide", "epam"
)]  # fmt: skip
DEEDS = ["eased", "prevented", "shortened", "worsened", "did not change", "may delay", "slowed", "stopped"]
ILLS = ["migraine", "depression", "gout", "asthma", "eczema", "insomnia", "shingles", "anxiety", "hay fever", "anaemia"]
PEOPLE = ["adults", "children", "women", "men", "older adults", "smokers", "pregnant women", "veterans"]
TAILS = [
    "after {n} weeks of treatment at {d} mg a day",
    "compared with placebo over {n} months",
    "when {d} mg was taken twice a day with food",
    "in a trial of {n}00 people at three hospitals",
    "but nausea and dry mouth were reported by {n}% of them",
    "and the effect had gone {n} days after the last dose of {d} mcg",
]


def main() -> None:
    """Time reading the article, making the index, and matching with the index made."""
    chance = random.Random(7)
    wordings = list(dict.fromkeys(_wording(chance) for _ in range(ROWS * 2)))[:ROWS]
    rows = tuple(filled({"id": f"row-{number}", "wording": text}) for number, text in enumerate(wordings))
    used = wordings[:20] + [text.replace("mg", "mcg").replace("adults", "children") for text in wordings[20:40]]
    text = "# Bench\n\n" + " ".join([*used, *(_wording(chance) for _ in range(CLAIMS - len(used)))]) + "\n"
    document = engine.parse(text.encode(), "bench.md", ".md")
    known = Knowledge(library=rows)
    check = next(check for check in content().checks if check.id == "library-drift")
    rules = rules_in(check.params, content().tables)
    page = article(text, knowledge=known)
    reading = _fastest(lambda: engine.analyse(document, content().lexicon, "US", AS_OF, known))
    began = time.process_time()
    _built[:] = [(rows, Index(rows))]
    index = time.process_time() - began
    began = time.process_time()
    found = links(page, rules)
    first = time.process_time() - began
    matching = _fastest(lambda: links(page, rules))
    again = _fastest(lambda: Index(rows), 5)
    print(f"{len(rows)} rows, {len(page.claims)} claims in {len(page.sentences)} sentences, {len(found)} uses found")
    print(f"reading the article             {reading * 1000:7.1f} ms")
    print(f"index, words met first          {index * 1000:7.1f} ms  ×{index / reading:5.2f} of reading")
    print(f"index, words known              {again * 1000:7.1f} ms  ×{again / reading:5.2f} of reading")
    print(f"matching, first article         {first * 1000:7.1f} ms  ×{first / reading:5.2f} of reading")
    kept = "kept" if matching <= BUDGET else "OVER"
    print(f"matching, later articles        {matching * 1000:7.1f} ms  ×{matching / reading:5.2f} of reading")
    print(f"budget {BUDGET * 1000:.0f} ms: {kept}")


def _wording(chance: random.Random) -> str:
    tail = chance.choice(TAILS).format(n=chance.randint(2, 48), d=chance.choice((5, 10, 20, 40, 80)))
    return f"{chance.choice(DRUGS)} {chance.choice(DEEDS)} {chance.choice(ILLS)} in {chance.choice(PEOPLE)} {tail}."


def _fastest(work: object, rounds: int = ROUNDS) -> float:
    assert callable(work)
    times = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


if __name__ == "__main__":
    main()
