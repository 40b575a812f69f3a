"""Without colour, in forced colours, without motion, at 200 % and with wide spacing: everything is still told and in reach."""

# ruff: noqa: E501  # scripts and scenes read better on one line

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from access.scenes import SCENES

PageOn = Callable[..., Any]
# One scene a screen; the others are made of the same parts.
SCREENS = ("queue-mixed", "article-overlap", "corpus", "library-uses", "consistency", "sources", "tables", "pages",
           "draft", "checks")  # fmt: skip
LINES = """[...document.querySelectorAll('.seg')].map((node) => {
    const style = getComputedStyle(node), kind = ['error', 'warning', 'note', 'held'].find((one) => node.classList.contains(one));
    return `${kind} ${style.textDecorationLine} ${style.textDecorationStyle}`; })"""
MOVES = """[...document.querySelectorAll('.wb, .wb *')].filter((node) => {
    const style = getComputedStyle(node), long = (times) => times.split(',').some((one) => parseFloat(one) > 0);
    return long(style.transitionDuration) || long(style.animationDuration) || style.scrollBehavior === 'smooth'; })
  .map((node) => `${node.tagName}.${node.className}`)"""
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }"""
# Buttons that can be seen but stand outside what can be scrolled to, or whose words are cut.
CUT = """[...document.querySelectorAll('.wb button, .wb select, .wb input')].filter((node) => {
    if (!node.getClientRects().length || node.closest('.vh, [aria-hidden=true]')) return false;
    let box = node.getBoundingClientRect();
    if (!box.width || !box.height) return false;
    for (let one = node.parentElement; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one), frame = one.getBoundingClientRect();
      const shut = (way) => style[way] === 'hidden' || style[way] === 'clip';
      if (shut('overflowX') && (box.right > frame.right + 2 || box.left < frame.left - 2)) return true;
      if (shut('overflowY') && (box.bottom > frame.bottom + 2 || box.top < frame.top - 2)) return true;
      if (!shut('overflowX') && style.overflowX !== 'visible') return false; // scrolled to
      if (!shut('overflowY') && style.overflowY !== 'visible') return false;
    }
    return false;
  }).map((node) => `${node.closest('section, header, footer, dialog')?.getAttribute('aria-label')}: ${node.getAttribute('aria-label') || node.textContent}`)"""
OVERLAPS = """(() => {
    const all = [...document.querySelectorAll('.wb button')].filter((node) => node.getClientRects().length && !node.closest('.text, .vh'));
    const boxes = all.map((node) => node.getBoundingClientRect()), found = [];
    const seen = all.map((node, n) => {
      const at = document.elementFromPoint(boxes[n].x + boxes[n].width / 2, boxes[n].y + boxes[n].height / 2);
      return at && (node.contains(at) || at.contains(node));
    });
    for (let a = 0; a < all.length; a += 1) for (let b = a + 1; b < all.length; b += 1) {
      if (!seen[a] || !seen[b] || all[a].contains(all[b]) || all[b].contains(all[a])) continue;
      const wide = Math.min(boxes[a].right, boxes[b].right) - Math.max(boxes[a].left, boxes[b].left);
      const high = Math.min(boxes[a].bottom, boxes[b].bottom) - Math.max(boxes[a].top, boxes[b].top);
      if (wide > 2 && high > 2) found.push(`${all[a].textContent} / ${all[b].textContent}`);
    }
    return found;
  })()"""


def test_severity_is_told_by_line_shape_number_and_word(page_on: PageOn) -> None:
    page = SCENES["article-four"](page_on)
    lines = set(page.evaluate(LINES))
    assert lines == {"error underline solid", "warning underline dashed", "note underline dotted"}
    shapes = "(one) => getComputedStyle(document.querySelector(`.sev.${one}`), '::before').maskImage"
    assert len({page.evaluate(shapes, one) for one in ("error", "warning", "note")}) == 3
    tags = page.locator(".text .ref").all_inner_texts()
    assert len(tags) == len(set(tags)) == 4 and all(tag.strip().lstrip("+").isdigit() for tag in tags)
    names = [node.get_attribute("aria-label") or node.inner_text() for node in page.locator(".it[role=option]").all()]
    assert all(any(word in name for word in ("Error", "Warning", "Note", "Held back")) for name in names), names


def test_in_forced_colours_lines_tags_and_borders_stay_and_tints_go(page_on: PageOn) -> None:
    page = SCENES["article-four"](page_on, forced_colors="active")
    assert set(page.evaluate(LINES)) == {"error underline solid", "warning underline dashed", "note underline dotted"}
    assert page.locator(".text .ref:visible").count() == 4
    tints = "new Set([...document.querySelectorAll('.seg:not(.active)')].map((node) => getComputedStyle(node).backgroundColor)).size"
    assert page.evaluate(tints) == 1, "in forced colours no tint tells a severity"
    border = "(one) => [...document.querySelectorAll(one)].filter((node) => node.getClientRects().length).every((node) => parseFloat(getComputedStyle(node).borderTopWidth) > 0)"
    assert page.evaluate(border, ".wb .btn")
    shape = "getComputedStyle(document.querySelector('.sev.error'), '::before').backgroundColor"
    assert page.evaluate(shape) not in ("rgba(0, 0, 0, 0)", "transparent")


@pytest.mark.parametrize("name", SCREENS)
def test_nothing_moves_and_the_focus_is_seen_in_forced_colours(page_on: PageOn, name: str) -> None:
    page = SCENES[name](page_on, reduced_motion="reduce", forced_colors="active")
    assert page.evaluate(MOVES) == []
    page.keyboard.press("F6")
    ring = "parseFloat(getComputedStyle(document.activeElement).outlineWidth) + parseFloat(getComputedStyle(document.activeElement).borderTopWidth)"
    assert page.evaluate(ring) >= 1


def test_motion_is_there_where_it_may_be(page_on: PageOn) -> None:
    """Near miss: the ruler sees a transition where somebody did not ask for none."""
    assert SCENES["queue-mixed"](page_on, reduced_motion="no-preference").evaluate(MOVES) != []


@pytest.mark.parametrize("name", SCREENS)
def test_at_200_per_cent_with_wide_spacing_nothing_is_cut_or_covered(page_on: PageOn, name: str) -> None:
    """1440 × 900 at 200 % is 720 × 450; text spacing as WCAG 1.4.12 asks."""
    page = SCENES[name](page_on, width=720, height=450)
    page.add_style_tag(content=SPACING)
    assert page.evaluate(CUT) == []
    assert page.evaluate(OVERLAPS) == []
    sideways = "document.documentElement.scrollWidth > innerWidth || document.querySelector('.wb').scrollWidth > document.querySelector('.wb').clientWidth"
    assert not page.evaluate(sideways)


def test_a_button_that_is_cut_is_seen_by_the_ruler(page_on: PageOn) -> None:
    page = SCENES["queue-mixed"](page_on)
    page.evaluate(
        "document.querySelector('.pane .btn, .look .btn, .wb .btn').style.cssText = 'position: relative; left: 4000px'"
    )
    assert page.evaluate(CUT) != []
