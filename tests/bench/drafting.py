"""A draft of 2,000 words while it is written: an edited paragraph against the whole, and the wait for marks.

Run `.venv/bin/python tests/bench/drafting.py`. The first figure is a ratio in one run; the second is what an editor
waits from its last key to the marks of the whole text, through stdin and stdout, with the pause of the server in it.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "tests" / "lsp")]

from editor import editing  # noqa: E402

from workbench import config, loader  # noqa: E402
from workbench.drafting import Desk, Draft  # noqa: E402
from workbench.drafting.paragraphs import touched  # noqa: E402

WORDS, EDITS = 2_000, 40
MORE = " Ask the nurse before you take more."


def main() -> None:
    text = _text()
    _ratio(text)
    asyncio.run(_wait(text))


def _text() -> str:
    pages = [
        path.read_text(encoding="utf-8").partition("\n---\n")[2] for path in sorted((ROOT / "articles").glob("*.md"))
    ]
    words, kept = 0, []
    for part in "\n".join(pages).split("\n\n"):
        words += len(part.split())
        kept.append(part)
        if words >= WORDS:
            break
    return "\n\n".join(kept) + "\n"


def _spots(text: str) -> list[int]:
    ends = [at for at in range(2, len(text)) if text[at : at + 2] == "\n\n" and text[at - 1] == "."]
    return [ends[int(number * len(ends) / EDITS)] for number in range(EDITS)]


def _ratio(text: str) -> None:
    settings = config.load(ROOT)
    folders = settings.folders
    desk = Desk(loader.load(folders), settings, folders, date(2026, 11, 25))
    before = desk.check(Draft(text.encode()))
    drafts = [Draft((text[:at] + MORE + text[at:]).encode()) for at in _spots(text)]
    touched(desk, before, drafts[0])
    part, whole = _times(lambda draft: touched(desk, before, draft), drafts), _times(desk.check, drafts[:10])
    quick, full = statistics.median(part), statistics.median(whole)
    print(
        f"{len(text.split())} words: whole {full * 1e3:.1f} ms, edited paragraph {quick * 1e3:.1f} ms,"
        f" 1/{full / quick:.0f}"
    )


def _times(run: Callable[[Draft], object], drafts: list[Draft]) -> list[float]:
    found = []
    for draft in drafts:
        began = time.perf_counter()
        run(draft)
        found.append(time.perf_counter() - began)
    return found


async def _wait(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n', encoding="utf-8")
        async with editing(Path(folder)) as editor:
            uri = editor.open("articles/a.md", text)
            await editor.marks(uri)
            first, whole = [], []
            for at in _spots(text):
                line, character = text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1
                began = time.perf_counter()
                version = editor.type(uri, line, character, MORE)
                await editor.marks(uri, version)
                first.append(time.perf_counter() - began)
                await editor.marks(uri, version)
                whole.append(time.perf_counter() - began)
                editor.replace(uri, text)
                await asyncio.sleep(0.7)
                editor.told.clear()
    for name, times in (("first marks", first), ("whole text", whole)):
        times.sort()
        print(f"{name}: median {statistics.median(times):.2f} s, p95 {times[int(len(times) * 0.95)]:.2f} s")


if __name__ == "__main__":
    main()
