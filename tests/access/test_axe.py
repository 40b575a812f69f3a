"""axe-core finds nothing serious on any screen in any state, light or dark; and the net itself catches something."""

# ruff: noqa: E501  # scripts and scenes read better on one line

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from access.axe import grave
from access.scenes import SCENES

PageOn = Callable[..., Any]
COLOURS = ["color-contrast", "link-in-text-block"]
SLOW = ("article-long",)  # the same elements as in "article", some thousand times


@pytest.mark.parametrize("name", [name for name in SCENES if name not in SLOW])
def test_nothing_serious(page_on: PageOn, name: str) -> None:
    page = SCENES[name](page_on, reduced_motion="reduce")
    assert grave(page) == []
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.documentElement.dataset.theme === 'dark'")
    assert grave(page, COLOURS) == []


@pytest.mark.parametrize(
    ("harm", "rule"),
    [
        ("document.querySelector('.btn').removeAttribute('aria-label'); document.querySelector('.btn').textContent = ''", "button-name"),
        ("document.querySelector('h1').style.color = '#bbb'", "color-contrast"),
        ("document.querySelector('[role=row]').setAttribute('role', 'nonsense')", "aria-roles"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found(page_on: PageOn, harm: str, rule: str) -> None:
    page = SCENES["queue-mixed"](page_on)
    page.evaluate(harm)
    assert [line.split(":")[0] for line in grave(page)].count(rule) == 1
