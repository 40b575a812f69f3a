"""Over one part of a Word file from its first element to its last: which text stands in which paragraph and run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from workbench.readers._docx.fields import Fields, read
from workbench.readers._docx.package import Relation
from workbench.readers._docx.signs import SIGNS, sign
from workbench.readers._docx.styles import PLAIN, Style, Styles
from workbench.readers._docx.values import Cell, Look, Notes, Paragraph, Piece, Target
from workbench.readers._docx.xml import MC, OFF, VAL, WP, XML_SPACE, M, R, V, W, child, number, switched, value

_PROPERTIES = frozenset(W + name for name in ("pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr"))
_UNSEEN = frozenset(W + name for name in ("del", "moveFrom", "rt"))
_BOLD, _VANISH, _STYLE, _LANGUAGE = (W + name for name in ("b", "vanish", "rStyle", "lang"))
_STYLED, _OUTLINE, _NUMBERED, _MARK = (W + name for name in ("pStyle", "outlineLvl", "numPr", "rPr"))
_GALLERY = "table of contents"


class Walk:
    """Collects the paragraphs of one part, in reading order: what stands in a text box follows its paragraph."""

    def __init__(self, part: str, styles: Styles, relations: Mapping[str, Relation], notes: Notes) -> None:
        self.part, self.styles, self.relations, self.notes = part, styles, relations, notes
        self.found: list[Paragraph] = []
        self._open: list[Paragraph] = []
        self._waiting: list[Paragraph] = []  # from inside the paragraph that is open
        self._count = 0
        self._silent: list[Any] = []  # elements whose text is not seen
        self._contents: list[Any] = []
        self._links: list[Target | None] = []
        self._fields = Fields()
        self._cells: list[Cell | None] = [None]  # where paragraphs stand; None begins each text box
        self._tables: list[list[int]] = []  # number, row and column
        self._table_count = 0
        self._places = [0]
        self._place_count = 0
        self._note = ""
        self._starts = self._handlers()
        self._ends: dict[str, Callable[[Any], None]] = {
            f"{W}p": self._end_paragraph, f"{W}tbl": self._end_table, f"{W}tc": self._leave,
            f"{W}txbxContent": self._leave, f"{W}hyperlink": self._end_link, f"{W}fldSimple": self._end_link,
            f"{W}footnote": self._end_note, f"{W}endnote": self._end_note,
        }  # fmt: skip

    def _handlers(self) -> dict[str, Callable[[Any], None]]:
        return {
            f"{W}p": self._paragraph, f"{W}r": self._run, f"{W}t": self._text, f"{M}t": self._text,
            f"{W}sym": self._symbol, f"{W}hyperlink": self._hyperlink, f"{W}fldSimple": self._simple_field,
            f"{W}fldChar": self._field, f"{W}instrText": self._code, f"{W}footnoteReference": self._mark,
            f"{W}endnoteReference": self._mark, f"{WP}docPr": self._picture, f"{V}shape": self._picture,
            f"{W}tbl": self._table, f"{W}tr": self._row, f"{W}tc": self._cell, f"{W}txbxContent": self._box,
            f"{W}sdt": self._control, f"{W}footnote": self._start_note, f"{W}endnote": self._start_note,
            f"{MC}Choice": self._alternative, f"{MC}Fallback": self._alternative,
            **dict.fromkeys(_UNSEEN, self._silence), **dict.fromkeys(SIGNS, self._sign),
        }  # fmt: skip

    def over(self, root: Any) -> list[Paragraph]:
        """The paragraphs below this element, those without text too."""
        from lxml import etree

        tags = [*self._starts, *self._ends, *_PROPERTIES]
        walk = etree.iterwalk(root, events=("start", "end"), tag=list(dict.fromkeys(tags)))
        for event, element in walk:
            tag = element.tag
            if event == "end":
                self._end(tag, element)
            elif tag in _PROPERTIES:
                walk.skip_subtree()
            else:
                self._starts[tag](element)
        return self.found

    def _end(self, tag: str, element: Any) -> None:
        ending = self._ends.get(tag)
        if ending is not None:
            ending(element)
        if self._silent and self._silent[-1] is element:
            self._silent.pop()
        if self._contents and self._contents[-1] is element:
            self._contents.pop()

    # Paragraphs and their containers

    def _paragraph(self, element: Any) -> None:
        self._count += 1
        properties = child(element, "pPr")
        said = {} if properties is None else {each.tag: each for each in properties}
        style_id = said[_STYLED].get(VAL) if _STYLED in said else None
        style = self.styles.get(style_id)
        paragraph = Paragraph(self.part, self._count, element, style, style_id or "")
        if _OUTLINE in said:
            paragraph.outline = number(said[_OUTLINE].get(VAL))
        if _NUMBERED in said:
            numbering = said[_NUMBERED]
            paragraph.numbering = value(numbering, "numId"), number(value(numbering, "ilvl"))
        if _MARK in said:
            paragraph.joins = any(child(said[_MARK], name) is not None for name in ("del", "moveFrom"))
        paragraph.cell, paragraph.place, paragraph.note = self._cells[-1], self._places[-1], self._note
        paragraph.contents = style.contents or bool(self._contents)
        self._open.append(paragraph)

    def _end_paragraph(self, _: Any) -> None:
        paragraph = self._open.pop()
        if self._open:
            self._waiting.append(paragraph)
            return
        self.found.append(paragraph)
        self.found.extend(self._waiting)
        self._waiting.clear()

    def _table(self, _: Any) -> None:
        self._table_count += 1
        self._tables.append([self._table_count, 0, 0])

    def _row(self, element: Any) -> None:
        if self._tables:
            self._tables[-1][1:] = [self._tables[-1][1] + 1, 0]
        if child(element, "trPr", "del") is not None:
            self._silence(element)

    def _cell(self, element: Any) -> None:
        table = self._tables[-1] if self._tables else [0, 0, 0]
        table[2] += 1
        self._enter(Cell(*table))
        properties = child(element, "tcPr")
        merged = child(properties, "vMerge")
        if child(properties, "cellDel") is not None or (merged is not None and merged.get(VAL) != "restart"):
            self._silence(element)  # the text of merged cells stands in the first of them

    def _box(self, _: Any) -> None:
        self._enter(None)

    def _enter(self, cell: Cell | None) -> None:
        self._cells.append(cell)
        self._places.append(self._new_place())

    def _leave(self, _: Any) -> None:
        self._cells.pop()
        self._places.pop()

    def _end_table(self, _: Any) -> None:
        self._tables.pop()
        self._places[-1] = self._new_place()

    def _new_place(self) -> int:
        self._place_count += 1
        return self._place_count

    def _start_note(self, element: Any) -> None:
        kind = element.tag.removeprefix(W)
        known = self.notes.numbers.get((kind, element.get(f"{W}id", "")))
        self._note = "" if known is None else f"{kind}-{known}"
        self._places[-1] = self._new_place()

    def _end_note(self, _: Any) -> None:
        self._note = ""

    # What is not seen, and what is seen once

    def _silence(self, element: Any) -> None:
        self._silent.append(element)

    def _alternative(self, element: Any) -> None:
        """Of several ways to show a thing, which all hold its text, the first."""
        if element.getprevious() is not None:
            self._silence(element)

    def _control(self, element: Any) -> None:
        properties = child(element, "sdtPr")
        if switched(properties, "showingPlcHdr"):
            self._silence(element)
        if (value(properties, "docPartObj", "docPartGallery") or "").lower() == _GALLERY:
            self._contents.append(element)

    # Runs and their text

    def _run(self, element: Any) -> None:
        if self._open:
            paragraph = self._open[-1]
            paragraph.runs += 1
            paragraph.look = self._look(child(element, "rPr"), paragraph.style)

    def _look(self, properties: Any, style: Style) -> Look:
        strong: bool | None = None
        hidden: bool | None = None
        special, language = PLAIN, ""
        for each in () if properties is None else properties:
            tag, said = each.tag, each.get(VAL)
            if tag == _BOLD:
                strong = said not in OFF
            elif tag == _VANISH:
                hidden = said not in OFF
            elif tag == _STYLE:
                special = self.styles.get(said or "")
            elif tag == _LANGUAGE:
                language = said or ""
        return Look(
            style.strong != special.strong if strong is None else strong,
            style.hidden or special.hidden if hidden is None else hidden,
            language,
        )

    def _add(self, text: str, element: Any, at: int = -1, link: Target | None = None) -> None:
        if not self._open or self._silent or self._fields.unseen or not text:
            return
        paragraph = self._open[-1]
        paragraph.contents = paragraph.contents or self._fields.contents
        target = link or (self._links[-1] if self._links else None) or self._fields.link
        run = max(paragraph.runs, 1)
        paragraph.pieces.append(Piece(text, element, at, paragraph.number, run, paragraph.look, target))

    def _text(self, element: Any) -> None:
        text = element.text or ""
        if element.get(XML_SPACE) == "preserve":
            self._add(text, element, 0)
        else:
            self._add(text.strip(" \t\r\n"), element, len(text) - len(text.lstrip(" \t\r\n")))

    def _sign(self, element: Any) -> None:
        self._add(SIGNS[element.tag], element)

    def _symbol(self, element: Any) -> None:
        self._add(sign(element.get(f"{W}font", ""), element.get(f"{W}char", "")), element)

    def _mark(self, element: Any) -> None:
        """The mark of a note: its number in brackets, as in other formats."""
        if self._silent or not self._open or self.part != "body":
            return
        kind = element.tag.removeprefix(W).removesuffix("Reference")
        count = self.notes.number(kind, element.get(f"{W}id", ""))
        name = f"{kind}-{count}"
        self._add(f"[{count}]", element, link=Target(f"#{name}"))
        if self._open[-1].pieces:
            self.notes.marks.setdefault(name, self._open[-1].pieces[-1])

    def _picture(self, element: Any) -> None:
        """What a picture shows, as its author describes it."""
        text = element.get("descr" if element.tag == f"{WP}docPr" else "alt", "").strip()
        if not text or not self._open or self._silent or self._fields.unseen:
            return
        host = self._open[-1]
        caption = Paragraph(self.part, host.number, host.element, kind="caption", cell=host.cell, note=host.note)
        caption.pieces.append(Piece(text, element, -1, host.number, max(host.runs, 1), host.look))
        self._waiting.append(caption)

    # Links and fields

    def _hyperlink(self, element: Any) -> None:
        relation = self.relations.get(element.get(f"{R}id", ""))
        anchor = element.get(f"{W}anchor", "")
        address = (relation.target if relation else "") + (f"#{anchor}" if anchor else "")
        self._links.append(Target(address) if address else None)

    def _simple_field(self, element: Any) -> None:
        link, contents = read(element.get(f"{W}instr", ""))
        self._links.append(link)
        if contents:
            self._contents.append(element)

    def _end_link(self, _: Any) -> None:
        self._links.pop()

    def _field(self, element: Any) -> None:
        if not self._silent:
            self._fields.mark(element.get(f"{W}fldCharType"))

    def _code(self, element: Any) -> None:
        if not self._silent:
            self._fields.code(element.text or "")
