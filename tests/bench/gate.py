"""The gate: 40 changed articles, a corpus of 1,000 again with 1 % changed, memory at 200 and 2,000 articles.

`python tests/bench/gate.py [changed|again|memory]`. Budgets, on two cores without grammar: 40 changed articles ≤ 5 s;
1,000 articles with ten changed ≤ 5 % of the time of all of them; the peak of memory grows by ≤ 8 MB from 200 to 2,000
articles, in every format. The articles are the shipped ones, with their paragraphs in another order each.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
FORMATS = ("terminal", "json", "sarif", "junit", "github", "gitlab", "html")
GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@b.invalid", "-c", "commit.gpgsign=false")


def newsroom(root: Path, articles: int, short: bool = False) -> Path:
    """A newsroom with so many articles; `short` ones have a tenth of the paragraphs."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "articles").glob("*.md"))]
    (root / "articles").mkdir(parents=True)
    (root / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n', encoding="utf-8")
    for number in range(articles):
        lots = random.Random(number)
        head, *body = texts[number % len(texts)].split("\n\n")
        lots.shuffle(body)
        kept = body[: max(3, len(body) // 10)] if short else body
        text = "\n\n".join([head, f"This is page {number}.", *kept]) + "\n"
        (root / "articles" / f"page-{number:04}.md").write_text(text, encoding="utf-8")
    return root


def check(root: Path, *more: str, output: str = os.devnull) -> tuple[float, int]:
    """Seconds of one run by the clock, and the peak of its memory in kB."""
    words = [sys.executable, "-m", "workbench", "check", "articles", "--fail-on", "never", "--output", output, *more]
    before = time.perf_counter()
    process = subprocess.Popen(words, cwd=root, env={**os.environ, "PYTHONHASHSEED": "0"}, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(words)} ended with {status}")
    return time.perf_counter() - before, used.ru_maxrss


def _edit(root: Path, numbers: range) -> None:
    for number in numbers:
        path = root / "articles" / f"page-{number:04}.md"
        path.write_text(path.read_text(encoding="utf-8") + "\nIt is safe for everyone.\n", encoding="utf-8")


def changed(root: Path) -> None:
    """A change of 40 articles, held to what it changed; nothing is remembered."""
    newsroom(root, 40)
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "first"), ("tag", "start")):
        subprocess.run([*GIT, *words], cwd=root, check=True)
    _edit(root, range(40))
    for more in ((), ("--jobs", "1"), ("--jobs", "2")):
        seconds, _ = check(root, "--changed-since", "start", "--format", "github", "--no-cache", *more)
        print(f"40 changed articles, {' '.join(more) or 'as it comes'}: {seconds:.1f} s of 5 s")


def again(root: Path) -> None:
    """A corpus of 1,000, and again when ten changed."""
    newsroom(root, 1000)
    whole, _ = check(root, "--format", "json")
    _edit(root, range(10))
    part, _ = check(root, "--format", "json")
    print(f"1,000 articles: {whole:.1f} s; with ten changed: {part:.1f} s, {100 * part / whole:.1f} % of 5 %")


def memory(root: Path) -> None:
    """The peak of memory at 200 and at 2,000 short articles, from what is remembered and without."""
    few, many = (newsroom(root / str(number), number, short=True) for number in (200, 2000))
    for place in (few, many):
        check(place, "--format", "json")
    for name in FORMATS:
        small, large = (check(place, "--format", name)[1] / 1024 for place in (few, many))
        print(
            f"{name:9} {small:.0f} MB at 200 articles, {large:.0f} MB at 2,000: {large - small:+.1f} MB of 8 MB",
            flush=True,
        )


if __name__ == "__main__":
    for one in sys.argv[1:] or ("changed", "again", "memory"):
        with tempfile.TemporaryDirectory() as folder:
            {"changed": changed, "again": again, "memory": memory}[one](Path(folder) / "room")
