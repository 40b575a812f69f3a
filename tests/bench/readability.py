"""What six grades cost beside textstat, which knows them too: `python tests/bench/readability.py`.

Both are given the same texts of 1,500 words or more, and rounds of the two take turns. textstat (extra “notebook”) is
given our syllables, as `workbench.readability.comparison` does; it has its dictionary loaded and forgets the texts
between rounds. We have met the words before, as in a run over many pages; what a page costs whose words are all new is
shown beside it. Budget: at most a tenth of textstat's time.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "tests"))

from speak import article  # noqa: E402

from workbench import readability, syllables  # noqa: E402
from workbench.model import Article  # noqa: E402
from workbench.readability import comparison, words  # noqa: E402
from workbench.readability.pages import counted, whole_sentences  # noqa: E402

ROUNDS = 15
WORDS = 1500
BUDGET = 0.1


def pages() -> list[Article]:
    """The bundled articles, joined two and two until each has its words."""
    texts = [path.read_text(encoding="utf-8").split("---\n", 2)[-1] for path in (REPOSITORY / "articles").glob("*.md")]
    found, waiting = [], ""
    for text in texts:
        waiting += f"\n\n{text}"
        if len(waiting.split()) >= WORDS:
            found.append(article(waiting))
            waiting = ""
    return found


def ours(read: list[Article]) -> object:
    """Six grades of every page, from its shared sentences."""
    for page in read:
        whole = readability.total(one.counts for one in counted(page, page.hits.get("vocabulary/drugs", ())))
        for formula in readability.FORMULAS:
            formula.of(whole)
    return None


def forget() -> None:
    """Nothing is known of any word."""
    words.PLAIN.clear()
    words.NAMED.clear()
    syllables.syllables.cache_clear()


def asking(texts: list[str], folder: str) -> tuple[Callable[[], object], Callable[[], object]]:
    """textstat's six grades of the texts, and what makes it forget; its dictionary stays loaded, as our table does."""
    comparison._corpus(Path(folder), texts)
    os.environ["NLTK_DATA"] = folder
    import textstat  # reads NLTK_DATA

    grades = (
        textstat.flesch_reading_ease,
        textstat.flesch_kincaid_grade,
        textstat.smog_index,
        textstat.gunning_fog,
        textstat.coleman_liau_index,
        textstat.automated_readability_index,
    )
    kept = ("_get_cmudict", "_get_pyphen", "_get_lang_easy_words", "_get_lang_cfg", "_get_lang_root")
    caches = {
        id(value): value
        for name, module in list(sys.modules.items())
        if name.startswith("textstat.backend") and not name.endswith(kept)
        for value in vars(module).values()
        if hasattr(value, "cache_clear") and value.__name__ not in {part[1:] for part in kept}
    }

    def ask() -> object:
        return [[grade(text) for grade in grades] for text in texts]

    def lose() -> None:
        for cache in caches.values():
            cache.cache_clear()

    return ask, lose


def milliseconds(work: Callable[[], object]) -> float:
    """CPU time of one call."""
    before = time.process_time()
    work()
    return 1000 * (time.process_time() - before)


def main() -> int:
    """Print the figures; 1 when the budget is broken."""
    read = pages()
    with TemporaryDirectory(prefix="workbench-bench-") as folder:
        ask, lose = asking([" ".join(one.text for one in whole_sentences(page)) for page in read], folder)
        ask()
    ours(read)
    cold, known, theirs = [], [], []
    for _ in range(ROUNDS):
        forget()
        cold.append(milliseconds(lambda: ours(read)))
        known.append(milliseconds(lambda: ours(read)))
        lose()
        theirs.append(milliseconds(ask))
    share = median(one / other for one, other in zip(known, theirs, strict=True))
    each = [median(times) / len(read) for times in (theirs, known, cold)]
    print(f"{len(read)} pages of {WORDS:,} words or more; milliseconds of CPU a page, median of {ROUNDS} rounds:")
    print(f"textstat {each[0]:.1f}, ours {each[1]:.2f}, ours with every word new {each[2]:.1f}")
    print(f"ours by textstat's time: {share:.3f} (budget {BUDGET}){'' if share <= BUDGET else '  OVER'}")
    return int(share > BUDGET)


if __name__ == "__main__":
    sys.exit(main())
