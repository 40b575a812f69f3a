"""Words fit where they stand at every width, and at 200 % zoom no part of a screen is out of reach."""

# ruff: noqa: E501  # scripts and scenes read better on one line

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from access.scenes import SCENES

PageOn = Callable[..., Any]
SCREENS = ("queue-mixed", "article", "corpus", "library", "tables", "pages", "draft-file", "practice", "checks")
CUT = """() => {
  const shown = (node) => node.getClientRects().length > 0, said = (node, why) => `${why}: ${(node.ariaLabel || node.textContent).trim().slice(0, 40)}`;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  const chosen = (select) => { const look = getComputedStyle(select); pen.font = `${look.fontWeight} ${look.fontSize} ${look.fontFamily}`;
    return pen.measureText(select.selectedOptions[0]?.textContent ?? '').width + parseFloat(look.paddingLeft) + parseFloat(look.paddingRight); };
  return [
    ...all('.top :is(nav a, .here, .dated, .who, .btn)').filter((node) => node.offsetHeight > 46 || node.scrollWidth > node.clientWidth + 1).map((node) => said(node, 'head')),
    ...all('.top nav').filter((node) => node.scrollWidth > node.clientWidth + 1).map((node) => said(node, 'places')),
    ...all('.wb .state').filter((node) => node.scrollWidth > node.clientWidth + 1).map((node) => said(node, 'state')),
    ...all('.wb .btn:not(select)').filter((node) => node.scrollWidth > node.clientWidth + 1).map((node) => said(node, 'button')),
    ...all('.wb select').filter((node) => getComputedStyle(node).textOverflow !== 'ellipsis' && chosen(node) + 12 > node.clientWidth).map((node) => said(node, 'choice')),
    ...all('.keys .hint').filter((node) => { const box = node.parentNode.getBoundingClientRect(), at = node.getBoundingClientRect(); return at.top < box.bottom && (at.bottom > box.bottom + 1 || at.right > box.right + 1); }).map((node) => said(node, 'hint')),
  ];
}"""
LOST = """() => {
  const root = document.querySelector('.wb'), end = root.getBoundingClientRect().top - root.scrollTop + root.scrollHeight;
  const low = [...document.querySelectorAll('.wb :is(.acts, .decide, .keys, .opts, .foot)')].filter((node) => node.getClientRects().length && node.getBoundingClientRect().bottom - root.scrollTop > end + 1);
  const covered = [...document.querySelectorAll('.wb :is(.acts, .decide) .btn')].filter((node) => node.getClientRects().length).filter((node) => {
    node.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = node.getBoundingClientRect(), there = document.elementFromPoint(x + width / 2, y + height / 2);
    return !there || !node.contains(there) && !there.contains(node);
  });
  return [...low, ...covered].map((node) => (node.className + ' ' + node.textContent).slice(0, 60));
}"""


@pytest.mark.parametrize("width", [1600, 1280, 800])
@pytest.mark.parametrize("name", SCREENS)
def test_words_fit(page_on: PageOn, name: str, width: int) -> None:
    assert SCENES[name](page_on, width=width, reduced_motion="reduce").evaluate(CUT) == []


@pytest.mark.parametrize("name", SCREENS)
def test_at_double_size_every_button_can_be_reached(page_on: PageOn, name: str) -> None:
    page = SCENES[name](page_on, width=640, height=400, reduced_motion="reduce")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    assert page.evaluate(LOST) == []


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("document.querySelector('.top nav').style.width = '120px'", "places"),
        ("document.querySelector('.wb .state').style.cssText = 'width: 30px; overflow: hidden'", "state"),
        ("document.querySelector('.wb .btn:not(select)').style.cssText = 'width: 20px; overflow: hidden'", "button"),
        ("[...document.querySelectorAll('.wb select')].find((one) => one.offsetWidth).style.cssText = 'width: 60px'", "choice"),
        ("document.querySelector('.hints').style.flexWrap = 'nowrap'", "hint"),
    ],
)  # fmt: skip
def test_what_is_cut_is_seen(page_on: PageOn, harm: str, told: str) -> None:
    page = SCENES["pages"](page_on, width=1280, reduced_motion="reduce")
    page.evaluate(harm)
    assert any(line.startswith(told) for line in page.evaluate(CUT))


def test_a_page_that_cannot_scroll_is_seen(page_on: PageOn) -> None:
    page = SCENES["article"](page_on, width=640, height=400, reduced_motion="reduce")
    page.evaluate("document.querySelector('.frame').style.cssText = 'min-height: 0; overflow: hidden'")
    assert page.evaluate(LOST) != []


def test_paper_is_light_and_whole(page_on: PageOn) -> None:
    page = SCENES["checks"](page_on, dark=True, reduced_motion="reduce")
    page.emulate_media(media="print", color_scheme="dark")
    page.wait_for_function("!document.documentElement.dataset.theme")
    assert page.evaluate("document.querySelector('.wb').scrollHeight > 900 || document.body.scrollHeight > 900")
    assert page.locator(".wb .btn:visible, .wb select:visible, .mt:visible").count() == 0
    page.emulate_media(media="screen", color_scheme="dark")
    page.wait_for_function("document.documentElement.dataset.theme === 'dark'")


def test_the_first_finding_stands_in_sight_over_the_sheet(page_on: PageOn) -> None:
    page = SCENES["article"](page_on, width=800, reduced_motion="reduce")
    page.wait_for_function(
        "document.querySelector('.ref.now').getBoundingClientRect().bottom < document.querySelector('.text').getBoundingClientRect().bottom - 4"
    )
    assert page.evaluate(
        "document.querySelector('.seg.active').getBoundingClientRect().top > document.querySelector('.text').getBoundingClientRect().top"
    )
