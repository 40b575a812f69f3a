"""Every view at two widths in both themes, as pictures in `.workbench/shots/` with a page that shows them side by side.

Run `make shots`. Mock-ups (a folder of PNG files named like `queue-dark.png`) stand beside ours where one is given.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from chromium import launched  # noqa: E402
from e2e.pages import Browser, Visit  # noqa: E402
from e2e.served import Served, newsroom  # noqa: E402
from speak import SHARED  # noqa: E402

WIDTHS = (1440, 800)
THEMES = ("light", "dark")
CALM = {"walking": "# Walking to the lake\n\nWe walk to the lake on Sundays. The path is flat and there is a bench.\n"}


def _queue(visit: Visit) -> None:
    visit.queue()


def _article(visit: Visit) -> None:
    visit.queue().press("Enter")
    visit.page.wait_for_selector(".article .bar h1")


def _reasons(visit: Visit) -> None:
    _article(visit)
    visit.press("d")
    visit.page.wait_for_selector("dialog[open]")


def _keys(visit: Visit) -> None:
    _article(visit)
    visit.press("?")
    visit.page.wait_for_selector("dialog[open]")


OURS: dict[str, Callable[[Visit], None]] = {
    "queue": _queue, "article": _article, "article-reasons": _reasons, "article-keys": _keys,
}  # fmt: skip
SILENT: dict[str, Callable[[Visit], None]] = {"queue-empty": _queue, "article-empty": _article}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--mockups", type=Path, default=SHARED / "design" / "mockups")
    options.add_argument("--out", type=Path, default=ROOT / ".workbench" / "shots")
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "articles").glob("*.md"))}
    taken = [*_shoot(given.out, texts, OURS), *_shoot(given.out, CALM, SILENT)]
    page = given.out / "index.html"
    page.write_text(_index(taken, given.mockups), encoding="utf-8")
    sys.stdout.write(f"{len(taken)} pictures; open {page}\n")


def _shoot(out: Path, texts: dict[str, str], views: dict[str, Callable[[Visit], None]]) -> Iterator[Path]:
    with TemporaryDirectory() as folder, launched() as program:
        served = Served(newsroom(Path(folder) / "newsroom", texts))
        try:
            for theme in THEMES:
                for width in WIDTHS:
                    yield from _one_page(Browser(program), served, out, views, theme, width)
        finally:
            served.stop()


def _one_page(
    browser: Browser, served: Served, out: Path, views: dict[str, Callable[[Visit], None]], theme: str, width: int
) -> Iterator[Path]:
    with browser.visit(served, scheme=theme, width=width) as visit:
        for name, go in views.items():
            go(visit)
            visit.page.wait_for_timeout(300)
            path = out / f"{name}-{width}-{theme}.png"
            visit.page.screenshot(path=path)
            yield path
            while not visit.page.locator(".queue-view").count():
                visit.press("Escape")
                visit.page.wait_for_timeout(150)


def _index(taken: list[Path], mockups: Path) -> str:
    rows = []
    for path in taken:
        view, width, theme = path.stem.rsplit("-", 2)
        drawn = mockups / f"{view}-{theme}.png"
        beside = f'<img src="{escape(drawn.resolve().as_uri())}" alt="mock-up">' if drawn.is_file() else ""
        rows.append(
            f'<h2>{escape(f"{view}, {width}, {theme}")}</h2><div><img src="{path.name}" alt="ours">{beside}</div>'
        )
    style = "body{font:14px system-ui;margin:16px}div{display:flex;gap:16px}img{max-width:48%;border:1px solid gray}"
    return f'<!doctype html><meta charset="utf-8"><title>Pictures</title><style>{style}</style>{"".join(rows)}\n'


if __name__ == "__main__":
    main()
