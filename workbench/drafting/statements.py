"""Approved wordings of required statements, and where in a draft each belongs.

They are content: `checks/disclaimers/statements.csv`, a newsroom's own before ours. A name in braces stands for the row
of that table for the declared country, and only for a row that somebody checked: no number is ever guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from workbench.extractors._marks import list_heading
from workbench.facts import SEPARATOR, Row, Table, read_table
from workbench.model import Article, Block, Check
from workbench.shadow import shadow

TOPIC = "disclaimers"
_NAME = f"{TOPIC}/statements.csv"
_NEEDED = ("check", "label", "wording", "needs")
_HOLDER = re.compile(r"\{([a-z-]+)\}")
_UNSURE = "low"
_TEXT = (".md", ".markdown", ".txt", "")  # files in which a paragraph is lines between blank lines
_TOGETHER = ("item", "cell")  # blocks that one does not come between
_GAP = re.compile(r"\n[ \t]*(?=\n)")


class Offer(Struct, frozen=True):
    """A wording to put into the text: `at` in code points (None = nowhere in this kind of file), `text` with the blank
    lines that it needs there, `wording` alone, and the `line` after which it stands. `why` = none is offered."""

    wording: str = ""
    text: str = ""
    at: int | None = None
    line: int = 0
    why: str = ""


class Statements:
    """The wordings by check."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._rows = rows

    @classmethod
    def read(cls, folders: Iterable[Path]) -> Statements:
        """Of these `checks/` folders; a later one lies over the earlier ones.

        Raises:
            BadContent: the table does not hold.
        """
        rows: dict[str, Row] = {}
        for folder in folders:
            if (folder / _NAME).is_file():
                table = read_table(folder / _NAME, f"checks/{_NAME}")
                rows |= {row["check"]: row for row in table if all(name in row for name in _NEEDED)}
        return cls(rows)

    def label(self, check: Check) -> str:
        """What the check asks for, as a name; of a check that is not listed, the last part of its category."""
        row = self._rows.get(check.id)
        words = check.category.rpartition(":")[2].replace("-", " ")
        return row["label"] if row and row["label"] else words[:1].upper() + words[1:]

    def offer(self, article: Article, check: Check, tables: Mapping[str, Table], suffix: str) -> Offer | None:
        """The wording for this draft; None where the check has none."""
        row = self._rows.get(check.id)
        if row is None or not row["wording"]:
            return None
        wording, why = _filled(row["wording"], article.country, tables)
        if why:
            return Offer(why=why)
        if suffix not in _TEXT:
            return Offer(wording)
        return _placed(article, wording, _beside(article, check, row["needs"]))


def _filled(wording: str, country: str, tables: Mapping[str, Table]) -> tuple[str, str]:
    """The wording with the rows of the country, or why it has to stay with the writer."""
    for name in dict.fromkeys(_HOLDER.findall(wording)):
        table = tables.get(f"{TOPIC}/{name}")
        row = next((one for one in table or () if country in one["country"].split(SEPARATOR)), None)
        if not country:
            return "", "No country is declared, so that no line or number can be offered."
        if row is None:
            return "", f"Nothing is on record for {country}; look it up and write it yourself."
        if row["confidence"] == _UNSURE:
            return "", f"What is on record for {country} was never checked; look it up and write it yourself."
        wording = wording.replace(f"{{{name}}}", row["name"])
    return wording, ""


def _beside(article: Article, check: Check, params: str) -> int | None:
    """The block after which the statement belongs: that of the words that call for it, else the end of the text."""
    for name in filter(None, params.split(SEPARATOR)):
        key = check.params.get(name)
        for hit in article.hits.get(key, ()) if isinstance(key, str) else ():
            index = article.sentences[hit.sentence].block
            if not article.document.blocks[index].boilerplate:
                return _whole(article.document.blocks, index)
    last = None
    for index, block in enumerate(article.document.blocks):
        if block.kind == "heading" and list_heading(shadow(block.seen)):
            break
        if not block.boilerplate and not block.note:
            last = index
    return None if last is None else _whole(article.document.blocks, last)


def _whole(blocks: tuple[Block, ...], index: int) -> int:
    """The last block of the list or table that this one belongs to, or of the paragraph under a heading."""
    if blocks[index].kind == "heading" and index + 1 < len(blocks) and blocks[index + 1].kind != "heading":
        index += 1
    while blocks[index].kind in _TOGETHER and index + 1 < len(blocks) and blocks[index + 1].kind == blocks[index].kind:
        index += 1
    return index


def _placed(article: Article, wording: str, index: int | None) -> Offer:
    source = article.document.source
    end = 0 if index is None else max(run.end for run in article.document.blocks[index].runs)
    gap = _GAP.search(source, end) if index is not None else None
    at = gap.start() if gap else len(source.rstrip())
    text = f"{_break(source, at)}{wording}" + ("" if gap else "\n")
    return Offer(wording, text, at, source.count("\n", 0, at) + 1)


def _break(source: str, at: int) -> str:
    return "" if not source[:at].strip() else "\n\n"
