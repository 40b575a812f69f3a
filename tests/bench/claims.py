"""CPU of finding the claims of an article, beside splitting its sentences: `python tests/bench/claims.py [ARTICLE …]`.

Budget on the reference machine: 6 ms for 1,500 words, with sentences, numbers and vocabulary hits given. Quote the
ratio to splitting; single milliseconds are noisy.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from typing import NamedTuple

from workbench import claims, config, context, engine, loader, quantities, segment
from workbench.lexicon import Lexicon
from workbench.model import Document, Hit, Quantity, Sentence

REPOSITORY = Path(__file__).resolve().parents[2]
ROUNDS = 15
WORDS = 1_500
BUDGET = 6.0  # ms


class Page(NamedTuple):
    """What `claims.extract` is given."""

    document: Document
    sentences: tuple[Sentence, ...]
    numbers: tuple[tuple[Quantity, ...], ...]
    met: dict[str, tuple[Hit, ...]]

    def splitting(self) -> float:
        """CPU of splitting the sentences, in ms."""
        start = time.process_time()
        segment.split(self.document)
        return (time.process_time() - start) * 1_000

    def claiming(self) -> float:
        """CPU of finding the claims, in ms."""
        start = time.process_time()
        claims.extract(*self)
        return (time.process_time() - start) * 1_000


def _page(path: Path, lexicon: Lexicon) -> Page:
    document = engine.read(path, path.name)
    sentences = context.read(document, segment.split(document))
    hits: dict[str, list[Hit]] = {}
    for index, places in enumerate(lexicon.scan_all([sentence.shadow for sentence in sentences])):
        for key, at, to in places:
            hits.setdefault(key, []).append(Hit(index, at, to))
    met = {key: tuple(places) for key, places in hits.items()}
    return Page(document, sentences, quantities.read(document, sentences), met)


def main() -> None:
    """Interleave the two, so that a slow moment of the machine meets both."""
    lexicon = loader.load([config.content_root() / "checks"]).lexicon
    paths = [Path(path) for path in sys.argv[1:]] or sorted((REPOSITORY / "articles").glob("*.md"))
    for path in paths:
        page = _page(path, lexicon)
        words = sum(len(block.seen.split()) for block in page.document.blocks)
        rounds = [(page.splitting(), page.claiming()) for _ in range(ROUNDS)]
        splitting, finding = (statistics.median(values) for values in zip(*rounds, strict=True))
        scaled = finding * WORDS / words
        kept = "kept" if scaled <= BUDGET else "OVER"
        print(
            f"{path.name:40} {words:5} words  {finding:5.2f} ms  ×{finding / splitting:4.1f} of splitting"
            f"  {scaled:5.2f} ms for {WORDS} words (budget {BUDGET:.0f}: {kept})"
        )


if __name__ == "__main__":
    main()
