"""The title of a page: what may be one, what may stand above it, and the authors right below it."""

from __future__ import annotations

from workbench.readers._authors import authors
from workbench.readers._layout.known import Known
from workbench.readers._shape import core, heading_like, title_like, titled

_LONGEST = 320  # characters


def is_title(page: Known, index: int) -> bool:
    """Whether a row at the top is the title; one that ends as a sentence only if authors follow or it shouts."""
    text = page.rows[index].text
    if page.above_title[index] or index >= page.last_text:
        return False
    if page.looks[index].asks:
        return heading_like(text, 20)
    named = bool(authors(page.rows[index + 1].text)) and len(text) <= _LONGEST
    loud = core(text).endswith("!") and titled(text) and len(text.split()) > 4
    return title_like(text) or ((named or loud) and title_like(core(text).rstrip(".!")))


def in_two(page: Known, index: int) -> bool:
    """Whether a title and its subtitle begin here on two lines, the first with a colon at its end."""
    rows = page.rows
    if index + 2 >= len(rows) or not page.plain[index + 1]:
        return False
    close = rows[index + 2].gap and not rows[index + 1].gap
    return close and titled(rows[index].text) and titled(rows[index + 1].text)
