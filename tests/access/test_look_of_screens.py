"""How every screen stands: boxes of its parts and colours of what matters, against a baseline kept beside this file.

Pictures differ with the fonts of a machine, so that pixels are compared on one machine only (`tests/shots.py --against`).
What is compared here holds on any: each labelled part's place and size within 32 pixels, its colours exactly. After a
change that is meant, run these tests with WORKBENCH_BASELINE=write and look at the pictures of `make shots`.
"""

# ruff: noqa: E501  # scripts and scenes read better on one line

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from access.scenes import SCENES

PageOn = Callable[..., Any]
KEPT = Path(__file__).parent / "baseline.json"
NEAR = 32  # pixels: what another font may move
VIEWS = [(name, width) for name in ("queue-mixed", "article-four", "article-reasons", "corpus", "library-uses",
         "consistency", "tables", "pages", "draft", "practice", "checks") for width in ((1440, 800) if "reasons" not in name else (1440,))]  # fmt: skip
PARTS = """() => Object.fromEntries([...document.querySelectorAll('.wb header, .wb section, .wb aside, .wb footer, .wb dialog[open]')]
  .filter((node) => node.getClientRects().length).map((node, n) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return [`${n} ${node.tagName.toLowerCase()} ${node.getAttribute('aria-label') ?? node.className}`.replace(/wb-step-\\d+/, ''), [x, y, width, height].map(Math.round)];
  }))"""
COLOURS = """() => {
  const of = (selector, ...names) => {
    const node = [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length);
    return node ? names.map((name) => getComputedStyle(node)[name]) : null;
  };
  return { page: of('.wb', 'backgroundColor', 'color'), filled: of('.btn.primary', 'backgroundColor', 'color'),
    plain: of('.btn:not(.primary):not(.quiet)', 'backgroundColor', 'borderTopColor', 'color'), chosen: of('.sel', 'backgroundColor'),
    error: of('.sev.error', 'color'), warning: of('.sev.warning', 'color'), note: of('.sev.note', 'color') };
}"""


def seen(page: Any) -> dict[str, Any]:
    colours = {"light": page.evaluate(COLOURS)}
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.documentElement.dataset.theme === 'dark'")
    return {"parts": page.evaluate(PARTS), "colours": {**colours, "dark": page.evaluate(COLOURS)}}


def differs(now: dict[str, Any], kept: dict[str, Any]) -> list[str]:
    """What stands elsewhere, is gone, is new, or has another colour."""
    told = [f"{name}: gone or new" for name in sorted(set(now["parts"]) ^ set(kept["parts"]))]
    for name in sorted(set(now["parts"]) & set(kept["parts"])):
        one, other = now["parts"][name], kept["parts"][name]
        if any(abs(a - b) > NEAR for a, b in zip(one, other, strict=True)):
            told.append(f"{name}: {other} is {one} now")
    for theme, found in now["colours"].items():
        told += [f"{theme} {name}: {kept['colours'][theme][name]} is {value} now" for name, value in found.items()
                 if value != kept["colours"][theme][name]]  # fmt: skip
    return told


@pytest.mark.parametrize(("name", "width"), VIEWS)
def test_every_screen_stands_as_it_stood(page_on: PageOn, name: str, width: int) -> None:
    now = seen(SCENES[name](page_on, width=width, reduced_motion="reduce"))
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.is_file() else {}
    at = f"{name} {width}"
    if os.environ.get("WORKBENCH_BASELINE") == "write":
        kept[at] = now
        lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(kept[key])}" for key in sorted(kept))
        KEPT.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
    assert differs(now, kept[at]) == []


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("document.querySelector('.wb section').style.marginLeft = '60px'", "Review queue"),
        ("document.querySelector('.wb aside, .wb section:last-of-type').remove()", "gone or new"),
        ("document.querySelector('.btn.primary').style.background = 'rgb(200, 0, 0)'", "filled"),
    ],
)
def test_what_went_wrong_is_seen(page_on: PageOn, harm: str, told: str) -> None:
    page = SCENES["queue-mixed"](page_on, reduced_motion="reduce")
    page.evaluate(harm)
    kept = json.loads(KEPT.read_text(encoding="utf-8"))["queue-mixed 1440"]
    assert any(told in line for line in differs(seen(page), kept))
