"""What phrases cost: 400 against 2,000, one article against two, and a hostile pack: `python tests/bench/words.py`.

Ratios of one run on one machine. Budgets: all packs of language checks ≤ 1.5 ms an article of 1,500 words, 2,000
phrases ≤ 2 times the cost of 400, a doubled text at most doubles the time, also for a pack that is made to be slow.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "tests"))

from speak import AS_OF, content  # noqa: E402

from workbench import engine, segment  # noqa: E402
from workbench.lexicon import Lexicon  # noqa: E402

ROUNDS = 7
LANGUAGE = ("citation", "marketing", "regulatory", "disclaimers", "terminology", "dosing")
HOSTILE = {
    "greedy": [r"/\bsafe\b[^.]*\bnever\b/", r"/\b(no|without) (\w+ ){0,6}effects?\b/", r"/\bcure\b(?:[^.]*\bwere\b)?/"],
    "gaps": ["safe .. safe .. safe .. never", "cure~ .. cure~ .. all"],
}


def best(work: Callable[[], object]) -> float:
    """Milliseconds of CPU, the best of some rounds."""
    times = []
    for _ in range(ROUNDS):
        before = time.process_time()
        work()
        times.append(time.process_time() - before)
    return 1000 * min(times)


def sentences() -> list[list[bytes]]:
    """The bundled articles as shadows of their sentences."""
    found = []
    for path in sorted((REPOSITORY / "articles").glob("*.md")):
        document = engine.parse(path.read_bytes(), path.name, ".md")
        found.append([sentence.shadow for sentence in segment.split(document)])
    return found


def scan(lexicon: Lexicon, articles: list[list[bytes]]) -> Callable[[], object]:
    return lambda: [list(lexicon.scan_all(article)) for article in articles]


def phrases(number: int) -> dict[str, list[str]]:
    """So many phrases of the shipped checks, words and patterns as they come."""
    parts = content().lexicon.parts
    lists: dict[str, list[str]] = {}
    raw = [(parts.keys[pattern.key][0], f"/{pattern.source}/") for pattern in parts.patterns]
    plain = [
        (parts.keys[one.key][0], word.decode()) for word, all_ in parts.words.items() for one in all_ if not one.rest
    ]
    chosen = [pair for both in zip(raw, plain, strict=False) for pair in both][:number]
    for key, phrase in chosen:
        lists.setdefault(key, []).append(phrase)
    return lists


def main() -> None:
    """Print the figures."""
    articles = sentences()
    words = sum(len(sentence.split()) for article in articles for sentence in article)
    few, many = (best(scan(Lexicon(phrases(number)), articles)) for number in (400, 2000))
    print(f"400 phrases {few / len(articles):.2f} ms an article, 2,000 phrases ×{many / few:.2f} (budget 2)")
    whole = best(scan(content().lexicon, articles))
    print(f"everything, with the vocabulary of claims: {whole / len(articles):.2f} ms an article")
    checks = [check for check in content().checks if check.topic in LANGUAGE]
    read = [
        engine.analyse(engine.parse(path.read_bytes(), path.name, ".md"), content().lexicon, "US", AS_OF)
        for path in sorted((REPOSITORY / "articles").glob("*.md"))
    ]
    ran = best(lambda: [engine.run(article, checks, content().tables) for article in read])
    print(f"{len(checks)} language checks: {ran / words * 1500:.2f} ms of 1,500 words (budget 1.5, without the scan)")
    hostile = Lexicon(HOSTILE)
    text = b"safe cure " * 1500
    once, twice = (best(scan(hostile, [[text * times]])) for times in (1, 2))
    print(f"a hostile sentence of {len(text):,} characters {once:.1f} ms, doubled ×{twice / once:.2f}")
    for name, lexicon in (("shipped", content().lexicon), ("hostile", hostile)):
        doubled = best(scan(lexicon, [article * 2 for article in articles])) / best(scan(lexicon, articles))
        print(f"{name} pack, doubled articles ×{doubled:.2f}")


if __name__ == "__main__":
    main()
