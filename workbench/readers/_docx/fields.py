"""Fields of a Word file: what they compute is not seen, what they show is, and some of it is a link."""

from __future__ import annotations

import re

from msgspec import Struct

from workbench.readers._docx.values import Target

_WORD = re.compile(r'"([^"]*)"|(\S+)')
_LONGEST = 20_000  # characters of a field's code; an address is shorter


class Field(Struct):
    """A field that is open: whether its code still runs, and what holds for the text it shows."""

    code: list[str]
    unseen: bool  # it stands in the code of another field
    link: Target | None
    contents: bool
    coding: bool = True

    def shows(self) -> None:
        """The code has ended, what is shown begins."""
        self.coding = False
        link, contents = read(" ".join(self.code))
        self.link = link or self.link
        self.contents = self.contents or contents


class Fields:
    """The fields that are open, innermost last."""

    def __init__(self) -> None:
        self._open: list[Field] = []

    def mark(self, kind: str | None) -> None:
        """A field begins, goes over to what it shows ("separate"), or ends."""
        if kind == "begin":
            above = self._open[-1] if self._open else None
            unseen = above is not None and (above.unseen or above.coding)
            link = above.link if above else None
            self._open.append(Field([], unseen, link, above is not None and above.contents))
        elif kind == "separate" and self._open:
            self._open[-1].shows()
        elif kind == "end" and self._open:
            self._open.pop()

    def code(self, text: str) -> None:
        """A part of the code of the innermost field."""
        if self._open:
            self._open[-1].code.append(text)

    @property
    def unseen(self) -> bool:
        """Whether text here is part of what another field computes."""
        return bool(self._open) and self._open[-1].unseen

    @property
    def link(self) -> Target | None:
        """Where text here leads."""
        return self._open[-1].link if self._open else None

    @property
    def contents(self) -> bool:
        """Whether text here is a line of a table of contents."""
        return bool(self._open) and self._open[-1].contents


def read(code: str) -> tuple[Target | None, bool]:
    """Where a field leads, if it is a link, and whether it is a table of contents."""
    words = [quoted or bare for quoted, bare in _WORD.findall(code[:_LONGEST])]
    name = words[0].upper() if words else ""
    if name != "HYPERLINK":
        return None, name == "TOC"
    address, anchor = "", ""
    index = 1
    while index < len(words):
        switch = words[index].lower()
        if switch in ("\\l", "\\o", "\\t"):
            anchor = words[index + 1] if switch == "\\l" and index + 1 < len(words) else anchor
            index += 1
        elif not switch.startswith("\\") and not address:
            address = words[index]
        index += 1
    whole = address + (f"#{anchor}" if anchor else "")
    return (Target(whole) if whole else None), False
