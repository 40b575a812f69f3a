"""The accessibility tree alone is enough: choose, learn why, dismiss and undo; and what it says is held to snapshots."""

# ruff: noqa: E501  # scripts and scenes read better on one line

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from access.scenes import SCENES

PageOn = Callable[..., Any]


def _chosen(page: Any) -> str:
    """The finding that the list says is selected; the tree names every one."""
    found = [
        one
        for one in re.findall(r'option "([^"]*)" \[selected\]', page.locator("body").aria_snapshot())
        if " of " in one
    ]
    assert len(found) == 1, found
    return str(found[0])


def test_choose_learn_why_dismiss_and_undo_by_the_tree_alone(page_on: PageOn) -> None:
    page = SCENES["article-four"](page_on)
    assert _chosen(page).startswith("Error 1 of 4: Title 1")
    page.keyboard.press("j")
    assert _chosen(page) == "Warning 2 of 4: Title 2, “It heals all”, undecided"
    why = page.get_by_role("region", name="Why this was found").aria_snapshot()
    assert why.startswith("- region") and "Message 2." in why and "Mend it." in why
    page.keyboard.press("d")
    dialog = page.get_by_role("dialog").aria_snapshot()
    assert "Why is this not a problem?" in dialog
    assert re.findall(r"radio \"(?:\d )?([^\"]+)\"", dialog)[:2] == ["Wrong reading", "Quoted or denied"]
    page.keyboard.press("2")
    page.get_by_role("status").filter(has_text="Dismissed: quoted or denied. 3 left. U to undo.").wait_for()
    assert _chosen(page).startswith("Warning 3 of 4"), "the next undecided finding is chosen"
    page.keyboard.press("u")
    page.get_by_role("status").filter(has_text="Taken back. 4 left.").wait_for()


def test_the_queue_is_a_grid_whose_rows_tell_all(page_on: PageOn) -> None:
    page = SCENES["queue-mixed"](page_on)
    said = page.get_by_role("grid", name="Articles").aria_snapshot()
    rows = [row for row in re.findall(r'row "([^"]*)"', said) if "About" in row]
    assert len(rows) == 5
    assert "About one" in rows[0] and "84" in rows[0] and "warning" in rows[0].lower()
    assert any("About three" in row and "not checked" in row.lower() for row in rows), "? is told in words"


def test_the_library_tells_its_uses_by_the_tree(page_on: PageOn) -> None:
    page = SCENES["library-uses"](page_on)
    whole = page.locator("body").aria_snapshot()
    assert 'tab "Library' in whole and "[selected]" in whole
    assert "Ferrol 1 mg a day prevents gout" in whole and "approved: 5 mg · here: 50 mg" in whole.replace("  ", " ")


def test_what_is_decoration_is_not_told(page_on: PageOn) -> None:
    """Near miss: minimap, legend and shapes repeat what the list says; the tree holds none of them."""
    page = SCENES["article-four"](page_on)
    assert page.locator(".map, .minimap").first.get_attribute("aria-hidden") == "true"
    assert "solid line" not in page.locator("body").aria_snapshot()


def test_every_screen_has_one_status_region_and_named_parts(page_on: PageOn) -> None:
    for name in ("queue-mixed", "article-four", "corpus", "library", "tables", "pages", "draft", "checks"):
        page = SCENES[name](page_on)
        status = page.locator(".wb [role=status]:not(dialog *)").count()
        nameless = page.evaluate(
            "[...document.querySelectorAll('.wb section, .wb aside, .wb nav, .wb [role=region], .wb [role=grid], .wb [role=listbox], .wb [role=tablist], .wb dialog')]"
            ".filter((node) => !node.getAttribute('aria-label') && !node.getAttribute('aria-labelledby')).map((node) => `${node.tagName}.${node.className}`)"
        )
        assert (name, nameless, status >= 1) == (name, [], True)
