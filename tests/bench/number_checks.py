"""CPU of all checks of numbers on an article, beside reading it: `python tests/bench/number_checks.py [FILE …]`.

Checks of numbers are those of statistics and dosing, and of two values and of lists that are counted. Budget on the
reference machine: 0.8 ms for an article of 600 words, given its sentences, quantities and vocabulary hits. Quote the
ratio to reading (sentences, quantities, vocabulary and claims of the same articles in the same rounds); single
milliseconds are noisy. `--each` tells the checks one by one, each with what it reads first for the others.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from speak import AS_OF, content

from workbench import engine
from workbench.doses import reading
from workbench.figures import page
from workbench.model import Article, Check, Document

REPOSITORY = Path(__file__).resolve().parents[2]
ROUNDS = 15
WORDS = 600
BUDGET = 0.8  # ms
TOPICS = ("statistics", "dosing")
OTHERS = ("two-values-for-one-thing", "list-count")
OF_WORDS = ("relative-risk-alone", "abrupt-stop", "clinic-only-at-home", "dangerous-combination")  # read no numbers


def _analysed(documents: list[Document]) -> list[Article]:
    return [engine.analyse(document, content().lexicon, "US", AS_OF) for document in documents]


def _timed(work: Callable[[], object]) -> float:
    """CPU of some work, in ms."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1_000


def _checked(articles: list[Article], checks: list[Check]) -> None:
    for article in articles:
        page._last.clear()
        reading._last.clear()
        engine.run(article, checks, content().tables)


def _one_by_one(articles: list[Article], checks: list[Check]) -> dict[str, float]:
    """CPU of each check over all articles, in the order in which they run."""
    spent = dict.fromkeys((check.id for check in checks), 0.0)
    for article in articles:
        page._last.clear()
        reading._last.clear()
        for check in checks:
            start = time.process_time()
            engine.run(article, [check], content().tables)
            spent[check.id] += (time.process_time() - start) * 1_000
    return spent


def main() -> None:
    """Interleave reading and checking, so that a slow moment of the machine meets both."""
    given = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    paths = [Path(path) for path in given] or sorted((REPOSITORY / "articles").glob("*.md"))
    documents = [engine.read(path, path.name) for path in paths]
    named = [check for check in content().checks if check.topic in TOPICS or check.id in OTHERS]
    checks = [check for check in named if check.id not in OF_WORDS]
    articles, read, checked = _analysed(documents), list[float](), list[float]()
    for _ in range(3):
        _checked(articles, checks)  # patterns and tables are made ready once
    for _ in range(ROUNDS):
        read.append(_timed(lambda: _analysed(documents)))
        checked.append(_timed(lambda: _checked(articles, checks)))
    number, words = len(articles), sum(len(block.seen.split()) for one in documents for block in one.blocks)
    reading_ms, checking_ms = statistics.median(read) / number, statistics.median(checked) / number
    scaled = checking_ms * WORDS * number / words
    print(f"{number} articles, {words / number:.0f} words each, {len(checks)} checks")
    print(f"reading          {reading_ms:6.2f} ms an article")
    print(f"checks together  {checking_ms:6.2f} ms an article  ×{checking_ms / reading_ms:5.3f} of reading")
    kept = "kept" if scaled <= BUDGET else "OVER"
    print(f"                 {scaled:6.2f} ms for {WORDS} words (budget {BUDGET}: {kept})")
    if "--each" in sys.argv:
        rounds = [_one_by_one(articles, checks) for _ in range(ROUNDS)]
        least = {check.id: min(spent[check.id] for spent in rounds) / number for check in checks}
        for name, spent in sorted(least.items(), key=lambda pair: -pair[1]):
            print(f"{spent:7.3f} {name}")


if __name__ == "__main__":
    main()
