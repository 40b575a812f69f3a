"""Lists without marks: where they end, and which of their lines is the heading of what comes next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.readers._layout.known import Known
from workbench.readers._layout.looks import fragment, instructs, shares_words
from workbench.readers._lazy import lazily
from workbench.readers._shape import heading_like, stops, titled, words_of
from workbench.readers._wordings import SECTIONS

_ASKING = ("how", "what", "why", "when", "who")
_TELLS_WHAT_TO_DO = lazily(
    r"\b(?:what (?:to|you can|not to|you should)|how to|do not|dos|directions?|warnings?|instructions?|steps|tips"
    r"|precautions?|aftercare|preparation|storage|care$)\b|^(?:before|after|during) (?:you|your|the)\b",
    re.IGNORECASE,
)


def list_end(page: Known, start: int) -> int:
    """End of the unmarked list that begins at `start`, below its lead-in."""
    told = told_end(page, start)
    if told > start:
        return told
    end = _entries_end(page, start)
    while end > start and heads_next(page, start, end - 1):
        end -= 1
    if end < len(page.rows) and _last_fragment(page, start, end):
        end += 1
    return next(iter(headings(page, start, end, "")), end)


def _entries_end(page: Known, start: int) -> int:
    rows, looks = page.rows, page.looks
    end = start
    parted = start < len(rows) and rows[start].gap
    asked = start + 1 < len(rows) and looks[start].asks and looks[start + 1].asks
    while end < len(rows) and (page.plain[end] or (asked and not rows[end].marker and looks[end].asks)):
        if end > start and rows[end].gap and not parted:
            break
        end += 1
    return end


def _last_fragment(page: Known, start: int, end: int) -> bool:
    """Whether a row ends the sentence that the rows above tell in pieces ("are pregnant / have a wound.")."""
    rows = page.rows
    if not page.free[end] or end == start or rows[end].gap != rows[end - 1].gap or len(rows[end].text) > 160:
        return False
    return all(row.text[0].islower() for row in rows[max(start, end - 5) : end + 1])


def told_end(page: Known, start: int) -> int:
    """End of a run of two or more instructions or parts of one sentence from `start` on; `start` without one."""
    for told in (instructs, fragment):
        end = start
        while end < len(page.rows) and page.free[end] and _near(page, start, end) and told(page.rows[end].text):
            end += 1
        if told is fragment and start < end < len(page.rows) and _last_fragment(page, start, end):
            end += 1
        if end - start > 1:
            return end
    return start


def _near(page: Known, start: int, index: int) -> bool:
    """Whether a row belongs to the run from `start` by its distance: no blank line, or one between all of them."""
    return index == start or not page.rows[index].gap or page.rows[start].gap


def announces_steps(text: str) -> bool:
    """Whether a heading says that instructions follow ("What to do", "Warnings")."""
    return bool(_TELLS_WHAT_TO_DO.search(text))


def heads_next(page: Known, start: int, last: int) -> bool:
    """Whether the last line of a run of stubs is the heading of what comes below it."""
    rows = page.rows
    if last + 1 >= len(rows) or page.furniture[last + 1] or not heading_like(rows[last].text):
        return False
    text, below = rows[last].text, rows[last + 1].text
    if below.lower().startswith(text.lower()) and len(below) > len(text):
        return True
    if rows[last].gap and last > start and not rows[last - 1].gap and last - start > 1:
        return True
    if rows[last + 1].marker == "bullet":
        return True
    others = [rows[index].text for index in range(max(start, last - 5), last)]
    if not others:
        return text[0].isalpha() and stops(below) and len(words_of(below)) >= 8  # one entry is no list
    return _unlike(text, others) or (stops(below) and _names(text, below, others))


def _unlike(text: str, others: Sequence[str]) -> bool:
    """Whether a line stands out from the entries above it as a heading does."""
    if is_section(text) or words_of(text)[0].lower() in _ASKING:
        return True
    if all(other[0].isdigit() for other in others) and not text[0].isdigit() and len(others) > 1:
        return True
    unlike = sum(not titled(other) for other in others) * 2 > len(others)
    begins = text[0].isupper() and all(other[0].islower() for other in others)
    return (titled(text) and len(words_of(text)) >= 3 and unlike) or begins


def _names(text: str, below: str, others: Sequence[str]) -> bool:
    """Whether a line longer than the entries above it has a word in common with the beginning of the text below."""
    longer = {word.lower() for word in words_of(text) if len(word) >= 4}
    begun = {word.lower() for word in words_of(below)[:6]}
    most = max(len(words_of(other)) for other in others)
    return len(words_of(text)) >= 3 and len(words_of(text)) > most and bool(longer & begun)


def is_section(text: str) -> bool:
    """Whether a line is a usual name of a section ("Side Effects", "The bottom line")."""
    return text.rstrip(":").lower() in SECTIONS


def headings(page: Known, start: int, end: int, above: str) -> list[int]:
    """The rows after `start` in a run of stubs that are clearly headings, by their words or their case.

    `above` is the heading over the run: one like it ("Foods that help", "Foods that do not help") is another heading.
    """
    if end - start < 2:
        return []
    texts = [row.text for row in page.rows[start:end]]
    asking = [asks_first(text) for text in texts]
    alike = [" " in above and text[0] == above[0] and shares_words(text, above) for text in texts]
    asking, alike = (flags if sum(flags) * 3 <= len(texts) else [False] * len(texts) for flags in (asking, alike))
    found: list[int] = []
    lower = named = 0
    for index, text in enumerate(texts):
        turned = lower > 1 and text[0].isupper() and start + index + 1 < end
        lower = lower + 1 if text[0].islower() else 0
        turned = turned or (named > 1 and ":" not in text)
        named = named + 1 if ":" in text else 0
        if not index or start + index + 1 == len(page.rows):
            continue
        if alike[index] or ((asking[index] or turned or is_section(text)) and heading_like(text)):
            found.append(start + index)
    return found


def asks_first(text: str) -> bool:
    return text[0] in "HW" and text.split(None, 1)[0].lower() in _ASKING and " " in text
