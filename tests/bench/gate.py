"""The gate: 40 changed articles, a corpus of 1,000 again with 1 % changed, memory at 200 to 2,000 articles.

`python tests/bench/gate.py [changed|again|memory]`. Budgets, on two cores without grammar: 40 changed articles ≤ 5 s;
1,000 articles with ten changed ≤ 5 % of the time of all of them; the peak of memory grows by ≤ 4 MB from 1,000 to 2,000
articles, in every format (before that, words and patterns come for the first time, which is kept). The articles are the
shipped ones, with their paragraphs in another order each.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
FORMATS = ("terminal", "json", "sarif", "junit", "github", "gitlab", "html")
SIZES = (200, 1000, 2000)
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
    whole = _processor(root)
    _edit(root, range(10))
    part = _processor(root)
    print(f"1,000 articles: {whole:.1f} s of CPU; with ten changed: {part:.1f} s, {100 * part / whole:.1f} % of 5 %")


def _processor(root: Path) -> float:
    """Seconds of CPU that a run takes, whatever else the machine does."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    check(root, "--format", "json")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def memory(root: Path) -> None:
    """The peak of memory at 200, 1,000 and 2,000 short articles: of checking all of them, then of each format."""
    places = [newsroom(root / str(number), number, short=True) for number in SIZES]
    _grown("checking", [check(place, "--format", "json", "--no-cache")[1] for place in places])
    for place in places:
        check(place, "--format", "json")
    for name in FORMATS:
        _grown(name, [check(place, "--format", name)[1] for place in places])


def _grown(name: str, peaks: list[int]) -> None:
    few, some, many = (peak / 1024 for peak in peaks)
    print(
        f"{name:9} {few:.0f}, {some:.0f}, {many:.0f} MB at 200, 1,000 and 2,000 articles:"
        f" {some - few:+.1f} MB while words and patterns come for the first time, then {many - some:+.1f} MB of 4 MB",
        flush=True,
    )


if __name__ == "__main__":
    for one in sys.argv[1:] or ("changed", "again", "memory"):
        with tempfile.TemporaryDirectory() as folder:
            {"changed": changed, "again": again, "memory": memory}[one](Path(folder) / "room")
