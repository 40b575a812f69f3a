"""Short lines of a plain text in a row: a list, headings that stand alone, or neither."""

from __future__ import annotations

from workbench.model import BlockKind
from workbench.readers._furniture import heads_links
from workbench.readers._layout.asides import in_address, post
from workbench.readers._layout.known import Known
from workbench.readers._layout.lists import (
    announces_steps,
    asks_first,
    headings,
    heads_next,
    is_section,
    list_end,
    told_end,
)
from workbench.readers._layout.looks import step
from workbench.readers._shape import contact, heading_like, introduces, shouted, titled, words_of

QUOTES = '"“”„«»'


def stubs(page: Known, index: int, above: str) -> list[BlockKind]:
    """The kinds of a run of stubs without a lead-in: headings where they stand alone, a list where they are many.

    Args:
        page: the rows.
        index: the first row of the run.
        above: kind of the row above; "" for furniture or none.
    """
    if page.rows[index].text[0].islower() and (told := told_list(page, index, above)):
        return told
    end = page.ends[index]
    if end - index > 2:
        return _run(page, index, end, above)
    found: list[BlockKind] = []
    for at in range(index, end):
        found.append(_heading_or_text(page, at, found[-1] if found else above))
    return found


def _run(page: Known, index: int, end: int, above: str) -> list[BlockKind]:
    rows = page.rows
    listed = above == "paragraph" and introduces(rows[index - 1].text) and not rows[index].gap
    listed = listed and not asks_first(rows[index].text)
    found: list[BlockKind] = []
    if not listed and (above != "heading" or is_section(rows[index].text)):
        found.append(_heading_or_text(page, index, above))
    heading = rows[index].text if found else (rows[index - 1].text if above == "heading" else "")
    _entries(page, index + len(found), end, heading, found)
    return found


def _entries(page: Known, start: int, end: int, heading: str, found: list[BlockKind]) -> None:
    """The entries of a run, parted by those of its lines that are clearly headings."""
    for stop in (*headings(page, start, end, heading), end):
        last = stop
        while stop == end and last - start > 1 and heads_next(page, start, last - 1):
            last -= 1
        alone: list[BlockKind] = [_heading_or_text(page, start, "heading")] if last - start == 1 and found else []
        found.extend(alone or ["item"] * (last - start))
        found.extend(["heading"] * (stop - last + (stop < end)))
        start = stop + 1


def _heading_or_text(page: Known, at: int, above: str) -> BlockKind:
    text = page.rows[at].text
    if not page.text_below(at) or not heading_like(text) or _signs(page, at):
        return "paragraph"
    if above == "heading" and (post(text) or _where(page.rows[at + 1].text)):
        return "paragraph"
    return "heading"


def _where(text: str) -> bool:
    """Whether a line is an address, or a few words with a telephone number."""
    return in_address(text) or (contact(text) and len(text.split()) <= 4)


def _signs(page: Known, at: int) -> bool:
    """Whether a short line says who wrote or said what stands right above it ("Yours, / Greta")."""
    above, row = page.rows[at - 1].text if at else "", page.rows[at]
    if row.gap or len(row.text.split()) > 5:
        return False
    quoted = above[:1] in QUOTES and above[-1:] in QUOTES and len(above) > 20
    return quoted or (above.endswith(",") and len(above.split()) <= 5)


def told_list(page: Known, index: int, above: str) -> list[BlockKind]:
    """A list told in sentences: numbered steps, or what a heading like "What to do" announces; empty without one."""
    rows = page.rows
    end = index
    while end < len(rows) and page.free[end] and step(rows[end].text):
        end += 1
    if end - index > 1:
        return ["item"] * (end - index)
    if above != "heading":
        return []
    end = told_end(page, index)
    if rows[index].text[0].islower() or (end - index > 2 and announces_steps(rows[index - 1].text)):
        return ["item"] * (end - index)
    return []


def after_colon(page: Known, index: int) -> list[BlockKind]:
    """A line that ends in a colon, and the list without marks below it; alone above prose it may be a heading."""
    text, below = page.rows[index].text, index + 1
    end = list_end(page, below)
    prose = end == below < len(page.rows) and not page.marker(below) and not page.plain[below]
    heads = prose and page.looks[below].stops and (shouted(text) or (len(words_of(text)) <= 5 and titled(text)))
    listed = end > below + 1 or page.marker(below) in ("bullet", "number")
    heads = heads or (listed and is_section(text) and " " not in text)
    items: list[BlockKind] = ["item"] * (end - below)
    return ["heading" if heads else "paragraph", *items]


def links(page: Known, index: int) -> list[BlockKind]:
    """The lines right below "Related articles": titles and questions, up to a blank line; empty without such."""
    above = page.rows[index - 1].text if index else ""
    if not above or not heads_links(page.furniture[index - 1]) or ":" in above[:-1] or len(above.split()) > 6:
        return []
    end = index
    while end < len(page.rows) and page.free[end] and (page.looks[end].stub or page.looks[end].asks):
        if end > index and page.rows[end].gap and not page.rows[index].gap:
            break
        end += 1
    while end > index and page.text_below(end - 1) and heads_next(page, index, end - 1):
        end -= 1
    return ["item"] * (end - index)
