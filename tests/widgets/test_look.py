"""Contrast computed from the tokens, and what the stylesheets may not do to a host page."""

from __future__ import annotations

import re
from itertools import product

import pytest

from workbench.widgets import assets
from workbench.widgets.article import ArticleWidget
from workbench.widgets.queue import QueueWidget

_BLOCK = re.compile(r'(:root|:root\[data-theme="dark"\][^{]*) \{(.*?)\n\}', re.DOTALL)
_COLOUR = re.compile(r"--wb-([\w-]+):\s*(#[0-9a-f]{6})")
_TOKENS = assets._read("tokens.css")
THEMES = {
    name: dict(_COLOUR.findall(body))
    for name, (_, body) in zip(("light", "dark"), _BLOCK.findall(_TOKENS), strict=True)
}
SURFACES = ("bg", "surface", "raised", "sunken", "accent-soft", "neutral-soft")
SEVERITIES = ("error", "warning", "note")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: str, one: str, other: str) -> float:
    high, low = sorted((luminance(THEMES[theme][name]) for name in (one, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("theme", "text", "surface"), list(product(THEMES, ("text", "text-2", "text-3"), SURFACES)))
def test_text(theme: str, text: str, surface: str) -> None:
    assert contrast(theme, text, surface) >= 4.5


@pytest.mark.parametrize(("theme", "severity"), list(product(THEMES, SEVERITIES)))
def test_severity_words_on_surfaces_and_tints(theme: str, severity: str) -> None:
    for surface in ("bg", "surface", "raised", f"{severity}-soft"):
        assert contrast(theme, severity, surface) >= 5.4, surface
    assert contrast(theme, f"on-{severity}", severity) >= 4.9
    assert contrast(theme, "text", f"{severity}-mark") >= 4.9


@pytest.mark.parametrize(("theme", "surface"), list(product(THEMES, ("bg", "surface", "raised"))))
def test_controls_and_focus(theme: str, surface: str) -> None:
    assert contrast(theme, "control", surface) >= 3
    assert contrast(theme, "focus", surface) >= 5.6
    assert contrast(theme, "on-accent", "accent") >= 4.9


@pytest.mark.parametrize("widget", [QueueWidget, ArticleWidget])
def test_values_reach_the_page_and_rules_do_not(widget: type[QueueWidget | ArticleWidget]) -> None:
    css = str(widget._css)
    outside, _, inside = css.partition("@scope (.wb-")
    assert "--wb-accent: #0b5f62" in outside
    assert re.findall(r"^([:*\w.#][^{;]*) \{", re.sub(r"/\*.*?\*/", "", outside, flags=re.DOTALL), re.MULTILINE) == [
        ":root",
        ':root[data-theme="dark"], body[data-jp-theme-light="false"]',
    ]
    assert inside.count("{") == inside.count("}")


@pytest.mark.parametrize("widget", [QueueWidget, ArticleWidget])
def test_nothing_is_fetched_and_no_html_is_made(widget: type[QueueWidget | ArticleWidget]) -> None:
    code = str(widget._esm) + str(widget._css)
    addresses = set(re.findall(r"https?://[\w./]+", code))
    assert addresses == {"http://www.w3.org/2000/svg"}
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "import ", "@import"):
        assert word not in code
