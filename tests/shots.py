"""Every state of every screen in both themes at four widths, as pictures in `.workbench/shots/` beside the mock-ups.

Run `make shots`; `--only queue article` takes these screens alone, `--widths 1440` these widths, `--themes dark` this
theme. Mock-ups (a folder of PNG files named like `queue-dark.png`) stand beside ours where one is given. `--against
FOLDER` compares with pictures taken before on the same machine (fonts differ between machines): named is each picture
of which more than one pixel in 200 is another.
"""

from __future__ import annotations

import argparse
import json
import sys
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from access.scenes import SCENES  # noqa: E402
from chromium import launched  # noqa: E402
from speak import SHARED  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (1280, 1440, 1600, 800)
THEMES = ("light", "dark")
SHARE = 0.005  # of a picture's pixels may differ: a cursor, the hairs of a letter
_COMPARE = """async (pair) => {
    const [one, other] = await Promise.all(pair.map(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext("2d");
        pen.drawImage(image, 0, 0);
        return pen.getImageData(0, 0, image.width, image.height).data;
    }));
    if (one.length !== other.length) return 1;
    let n = 0;
    for (let at = 0; at < one.length; at += 4) {
        if (Math.max(...[0, 1, 2].map((part) => Math.abs(one[at + part] - other[at + part]))) > 24) n += 1;
    }
    return n / (one.length / 4);
}"""
_PAGE = (ROOT / "tests" / "widgets" / "harness.html").read_text(encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--mockups", type=Path, default=SHARED / "design" / "mockups")
    options.add_argument("--out", type=Path, default=ROOT / ".workbench" / "shots")
    options.add_argument("--only", nargs="*", default=[], help="screens, or screens and states")
    options.add_argument("--widths", nargs="*", type=int, default=list(WIDTHS))
    options.add_argument("--themes", nargs="*", choices=THEMES, default=list(THEMES))
    options.add_argument("--against", type=Path, help="a folder of pictures taken before, with the same fonts")
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    names = [name for name in SCENES if not given.only or {name, name.split("-")[0]} & set(given.only)]
    with launched() as browser:
        taken = [path for name in names for path in _shoot(browser, given.out, name, given.widths, given.themes)]
        others = _other(browser, taken, given.against) if given.against else []
    page = given.out / "index.html"
    page.write_text(_index(taken, given.mockups), encoding="utf-8")
    sys.stdout.write(f"{len(taken)} pictures; open {page}\n")
    for line in others:
        sys.stdout.write(f"{line}\n")
    sys.exit(1 if others else 0)


def _other(browser: Browser, taken: list[Path], before: Path) -> list[str]:
    """Pictures that are not as they were, one line each; the browser itself compares, nothing else is needed."""
    page, told = browser.new_page(), []
    for path in taken:
        old = before / path.name
        if not old.is_file():
            continue
        pair = ["data:image/png;base64," + b64encode(one.read_bytes()).decode() for one in (path, old)]
        share = page.evaluate(_COMPARE, pair)
        if share > SHARE:
            told.append(f"{path.name}: {share:.1%} of its pixels are not as they were")
    page.close()
    return told


def _shoot(browser: Browser, out: Path, name: str, widths: list[int], themes: list[str]) -> Iterator[Path]:
    """One state, drawn anew for each width and theme as somebody would meet it."""
    for width in widths:
        for theme in themes:
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=theme, reduced_motion="reduce"
            )
            page = SCENES[name](lambda widget, traits, _context=context, **_: _opened(_context, widget, traits))
            page.wait_for_timeout(350)  # grey rows come after 300 ms
            path = out / f"{name}-{width}-{theme}.png"
            page.screenshot(path=path)
            context.close()
            yield path


def _opened(context: Any, widget: Any, traits: dict[str, Any]) -> Any:
    page = context.new_page()
    page.set_default_timeout(15_000)
    given = json.dumps({"esm": widget._esm, "css": widget._css, "traits": traits}).replace("<", "\\u003c")
    page.set_content(_PAGE.replace("{{given}}", given))
    page.wait_for_function("window.ready === true")
    return page


def _index(taken: list[Path], mockups: Path) -> str:
    rows = []
    for path in taken:
        view, width, theme = path.stem.rsplit("-", 2)
        drawn = mockups / f"{view}-{theme}.png"
        beside = f'<img src="{escape(drawn.resolve().as_uri())}" alt="mock-up">' if drawn.is_file() else ""
        rows.append(
            f'<h2 id="{escape(path.stem)}">{escape(f"{view}, {width}, {theme}")}</h2>'
            f'<div><img loading="lazy" src="{escape(path.name)}" alt="ours">{beside}</div>'
        )
    style = "body{font:14px system-ui;margin:16px}div{display:flex;gap:16px}img{max-width:48%;border:1px solid gray}"
    return f'<!doctype html><meta charset="utf-8"><title>Pictures</title><style>{style}</style>{"".join(rows)}\n'


if __name__ == "__main__":
    main()
