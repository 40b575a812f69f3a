"""CPU of reading Markdown beside a bare listing of events, in one process: `python tests/bench/markdown.py [--long]`.

Rounds are interleaved, so that a slow moment of the machine meets both; quote the ratios. `--long` adds memory over
10,000 reads and hostile texts. No caches help: every round forgets which lines were furniture.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyromark

from workbench.errors import Unreadable
from workbench.readers import _front_matter, _furniture, markdown
from workbench.readers._commonmark.events import Reading
from workbench.readers._commonmark.parser import _options
from workbench.readers._outline import document
from workbench.readers._source import decode

REPOSITORY = Path(__file__).resolve().parents[2]
ROUNDS, TIMES = 60, 5
SECTION = """
## Können feet hurt in “section {0}”?

Feet – so the *invented* [leaflet {0}](https://example.org/{0}?page=2) says – hurt **often**, at 5&thinsp;µg or `10 mg`.

Warning signs include:

- **Rash:** mild and red
- fever over 38 °C
  - high for days

| Dose | People | Better |
|------|-------:|-------:|
| 5 mg | 12     | 8      |
| 10 mg | 10    | 7      |

Nobody knows why.[^{0}] It may be the shoes, the age, or the way people walk, and no study so far has told them apart.

[^{0}]: Roe A. *Feet*. 20{0}0.
"""


def _long() -> str:
    return "# Feet\n\nBy Ann Roe, MD\n" + "".join(SECTION.format(number) for number in range(10, 26))


def _cpu(work: Callable[[], object]) -> float:
    before = time.process_time()
    for _ in range(TIMES):
        work()
    return (time.process_time() - before) / TIMES * 1000


def _read(data: bytes) -> None:
    _furniture._worded.cache_clear()
    markdown.read(data, "a.md")


def _parts(data: bytes) -> dict[str, Callable[[], object]]:
    source = decode(data)
    said, begin = _front_matter.split(source)

    def drafts() -> Reading:
        reading = Reading(source)
        reading.read(begin, len(source))
        return reading

    made = drafts().done()
    return {
        "listing": lambda: list(pyromark.events_with_range(source, options=_options())),
        "read": lambda: _read(data),
        "decode": lambda: decode(data),
        "front matter": lambda: _front_matter.split(source),
        "drafts": drafts,
        "outline": lambda: document("a.md", source, made, said),
    }


def _compare(name: str, data: bytes) -> float:
    parts = _parts(data)
    spent: dict[str, list[float]] = {part: [] for part in parts}
    for _ in range(ROUNDS):
        for part, work in parts.items():
            spent[part].append(_cpu(work))
    ratio = statistics.median(read / listing for read, listing in zip(spent["read"], spent["listing"], strict=True))
    middle = "  ".join(f"{part} {statistics.median(values):.3f}" for part, values in spent.items())
    print(f"{name:32} {len(data) / 1000:5.1f} kB  read = {ratio:4.1f} × listing   ms: {middle}")
    return ratio


def _memory(data: bytes) -> None:
    for count in range(1, 10_001):
        _read(data)
        if count in (1_000, 10_000):
            print(f"after {count:6,} reads: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.1f} MB at most")


def _hostile() -> None:
    texts = {
        "one line of 10 MB": b"feet hurt and ache " * 526_000,
        "10 MB of NUL": b"\0" * 10_000_000,
        "lone surrogates": b"\xed\xa0\x80" * 1_000_000,
        "500,000 items": b"- x\n" * 500_000,
        "40,000 quotes in each other": b"> " * 40_000 + b"x",
        "40,000 lists in each other": b"- " * 40_000 + b"x",
        "500,000 open brackets": b"[" * 500_000,
        "5,000 open containers": b'<div class="share">\n\nx\n\n' * 5_000 + b"</div>\n\n" * 5_000,
    }
    for name, data in texts.items():
        before = time.process_time()
        try:
            told = f"{len(markdown.read(data, 'a.md').blocks):,} blocks"
        except Unreadable as error:
            told = str(error)
        spent = time.process_time() - before
        print(f"{name:32} {len(data) / 1e6:5.2f} MB  {spent:5.2f} s  {spent / len(data) * 1e6:5.2f} s/MB  {told}")


def main() -> None:
    """Print the ratio for each bundled article and a long one with everything in it."""
    articles = [(path.name, path.read_bytes()) for path in sorted((REPOSITORY / "articles").glob("*.md"))]
    ratios = [_compare(name, data) for name, data in [*articles, ("everything", _long().encode())]]
    print(f"median {statistics.median(ratios):.1f} ×; aim 4 ×")
    if "--long" in sys.argv[1:]:
        _memory(articles[0][1])
        _hostile()


if __name__ == "__main__":
    main()
