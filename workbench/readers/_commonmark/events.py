"""Blocks from the events of a Markdown parser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from workbench.readers._commonmark.open_block import OpenBlock, note_name
from workbench.readers._commonmark.parser import Known, events, later, noted, places
from workbench.readers._commonmark.pieces import put
from workbench.readers._outline import Draft

if TYPE_CHECKING:
    from workbench.readers._commonmark.containers import Containers


class Reading(OpenBlock):
    """Turns events into drafts, in reading order.

    The loop runs several times for every block of every page, and only gathers: a block is built where it ends.
    """

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._containers: Containers | None = None  # elements that are open between blocks of HTML
        self._html: list[tuple[int, int]] = []
        self._line = (0, -1, -1)  # how many drafts there were, and the ends of the last one's line and the next

    def read(self, begin: int, end: int, known: Known | None = None) -> None:
        """Read a stretch of the source as a Markdown text of its own; its blocks follow those read before.

        Args:
            begin: where it begins in the source.
            end: where it ends.
            known: what other stretches define, where links and footnotes may lead from one to another.
        """
        text = self.source[begin:end].replace("\0", "\u200b")  # as unseen, and the parser keeps it
        notes = noted(text, known) if known else ""
        found = events(notes + text, known)
        if notes:
            size = len(notes.encode())
            found = ((event, where) for event, where in found if where["start"] >= size)
        self._containers = None
        self._take(found, later(notes + text), begin - len(notes))

    def done(self) -> list[Draft]:
        """The blocks of all that was read."""
        if self._named:
            from workbench.readers._commonmark.entries import mark_entries  # few texts pay for it

            mark_entries(self.drafts, self._named)
        return self.drafts

    def _take(self, found: Iterator[tuple[Any, Any]], marks: bytes, begin: int) -> None:
        place = places(marks, begin)
        last, ahead = 0, -begin  # the last byte of text, and how far bytes are ahead of code points there
        for event, where in found:
            if type(event) is str:
                _INLINES[event](self, "", place(where["start"]), place(where["end"]))
            elif "Text" in event:  # nearly half of all events: `place`, written out
                seen, byte = event["Text"], where["start"]
                size = where["end"] - byte
                if marks:
                    ahead += marks.count(1, last, byte) if byte >= last else -marks.count(1, byte, last)
                    last = byte
                    if size != len(seen):
                        size -= marks.count(1, byte, byte + size)
                self._here.append((seen, byte - ahead, byte - ahead + size))
            elif "End" in event:
                value = event["End"]
                _ENDS[value if type(value) is str else next(iter(value))](self)
            elif "Start" in event:
                value = event["Start"]
                if type(value) is str:
                    _STARTS[value](self)
                else:
                    ((name, more),) = value.items()
                    _STARTS_OF[name](self, place(where["start"]) if name == "List" else more)
            else:
                ((name, value),) = event.items()
                _INLINES[name](self, value, place(where["start"]), place(where["end"]))

    def _rule(self, _text: str, _start: int, _end: int) -> None:
        self._close()

    # What begins: its values, and the bytes it stands for.

    def _start_heading(self, value: Any) -> None:
        self._close()
        self._own, self._level = "heading", int(value["level"][1])

    def _start_code(self, _value: Any) -> None:
        self._close()
        self._own, self._level = "code", 0

    def _start_table(self, _value: Any) -> None:
        self._close()

    def _start_item(self) -> None:
        self._close()
        self._kinds.append("item")

    def _start_quote(self, _value: Any) -> None:
        self._close()
        self._kinds.append("quote")

    def _start_cell(self) -> None:
        self._close()
        self._kinds.append("cell")

    def _start_list(self, start: int) -> None:
        self._close()
        self._depth += 1
        self._fresh = True
        self._near = bool(self.drafts) and self._follows(start)

    def _start_terms(self) -> None:
        """A list of terms and what they mean; each is an item."""
        self._close()
        self._depth += 1
        self._fresh, self._near = True, False

    def _follows(self, start: int) -> bool:
        """Whether what starts here stands on the line below the last block."""
        count, first, second = self._line
        if count != len(self.drafts):
            first = self.source.find("\n", self.drafts[-1].runs[-1].end)
            second = self.source.find("\n", first + 1) if first >= 0 else -1
            self._line = len(self.drafts), first, second
        return 0 <= first < start and not 0 <= second < start

    def _start_note(self, label: str) -> None:
        self._close()
        self._notes.append(note_name(label))

    def _nothing(self) -> None:
        """Emphasis changes nothing."""

    # What ends.

    def _end_inner(self) -> None:
        self._close()
        self._kinds.pop()

    def _end_list(self) -> None:
        self._close()
        self._depth -= 1

    def _end_note(self) -> None:
        self._close()
        self._notes.pop()

    def _end_html(self) -> None:
        self._close()
        if not self._html:
            return
        from workbench.readers._commonmark import containers  # few texts pay for them
        from workbench.readers._web import html

        if self._containers is None:
            self._containers = containers.Containers(self.source, self.drafts)
        first = len(self.drafts)
        for draft in html.blocks(self.source, self._html):
            put(draft, self.drafts, self.drafts, self._notes[-1])
        self._containers.take(self._html, first)
        self._html = []

    # What stands in a line: its text or label, and its span.

    def _take_html(self, _text: str, start: int, end: int) -> None:
        self._html.append((start, end))

    def _take_nothing(self, _text: str, _start: int, _end: int) -> None:
        pass


_STARTS: dict[str, Callable[[Reading], None]] = {
    **dict.fromkeys(("Paragraph", "HtmlBlock", "TableHead", "TableRow"), Reading._close),
    **dict.fromkeys(("Emphasis", "Strikethrough"), Reading._nothing),
    **dict.fromkeys(("Item", "DefinitionListTitle", "DefinitionListDefinition"), Reading._start_item),
    "DefinitionList": Reading._start_terms, "TableCell": Reading._start_cell, "Strong": Reading._start_strong,
}  # fmt: skip
_STARTS_OF: dict[str, Callable[[Reading, Any], None]] = {  # with a value of their own, or the place of a list
    "Heading": Reading._start_heading, "CodeBlock": Reading._start_code, "BlockQuote": Reading._start_quote,
    "List": Reading._start_list, "FootnoteDefinition": Reading._start_note, "Table": Reading._start_table,
    "Link": Reading._start_link, "Image": Reading._start_image,
}  # fmt: skip
_ENDS: dict[str, Callable[[Reading], None]] = {
    **dict.fromkeys(("Paragraph", "Heading", "CodeBlock", "Table", "TableHead", "TableRow"), Reading._close),
    **dict.fromkeys(
        ("Item", "BlockQuote", "TableCell", "DefinitionListTitle", "DefinitionListDefinition"), Reading._end_inner
    ),
    **dict.fromkeys(("Emphasis", "Strikethrough"), Reading._nothing),
    "List": Reading._end_list, "DefinitionList": Reading._end_list, "FootnoteDefinition": Reading._end_note,
    "HtmlBlock": Reading._end_html,
    "Link": Reading._end_link, "Image": Reading._end_image, "Strong": Reading._end_strong,
}  # fmt: skip
_INLINES: dict[str, Callable[[Reading, str, int, int], None]] = {
    "Code": Reading._take_code, "Html": Reading._take_html, "InlineHtml": Reading._take_inline_html,
    "FootnoteReference": Reading._take_reference, "Rule": Reading._rule, "SoftBreak": Reading._break,
    "HardBreak": Reading._break, "TaskListMarker": Reading._take_nothing,
}  # fmt: skip
