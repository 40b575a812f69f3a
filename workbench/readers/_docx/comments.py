"""A copy of a Word file with comments in it; everything else stays as it is, to the byte where no comment stands."""

from __future__ import annotations

import io
import posixpath
import zipfile
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from msgspec import Struct

from workbench.config import Limits
from workbench.readers._docx.anchors import Spot, around, mark, spots, whole
from workbench.readers._docx.lines import Line
from workbench.readers._docx.package import Package
from workbench.readers._docx.reading import BODY, Reading
from workbench.readers._docx.xml import RELATIONSHIP, TYPES, XML_SPACE, R, W, parse
from workbench.readers._docx.zip import Parts

_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first date that a zip archive knows


class Remark(Struct, frozen=True):
    """A comment: its paragraphs, and the source span that it is about; None for the whole article."""

    span: tuple[int, int] | None
    text: tuple[str, ...]


class Author(Struct, frozen=True):
    """Who makes the comments, and when: a moment in the form 2026-11-25T00:00:00Z."""

    name: str
    initials: str
    at: str


def commented(data: bytes, reading: Reading, remarks: Sequence[Remark], author: Author, limits: Limits) -> bytes:
    """The file with these comments; `reading` is what was read of `data`, and is used up."""
    package = reading.package
    changed: dict[str, Any] = {}
    root, name = _comments(package, changed)
    ids = _free(root, reading.root)
    named = [(remark, str(next(ids))) for remark in remarks]
    for remark, id_ in named:
        root.append(_comment(root, remark, id_, author))
    mark(list(zip(_spots(reading, remarks), (id_ for _, id_ in named), strict=True)))
    changed |= {package.main: reading.root, name: root}
    return _packed(Parts(data, limits), {key.lower(): (key, value) for key, value in changed.items()})


def line_at(lines: Sequence[Line], at: int) -> Line:
    """The line of the source text that a position stands in."""
    return lines[bisect_right(lines, at, key=lambda line: line.start) - 1]


def in_box(line: Line) -> bool:
    """Whether a line stands in a text box."""
    return any(True for _ in line.paragraph.element.iterancestors(W + "txbxContent"))


def _spots(reading: Reading, remarks: Sequence[Remark]) -> Iterator[Spot]:
    """The place of each remark in the text: on its words, on the mark of its note, or on the first paragraph."""
    spans = [remark.span for remark in remarks if remark.span and _is_text(reading, remark.span)]
    first = _first(reading) if len(spans) < len(remarks) else None
    found = iter(spots(reading.lines, spans))
    for remark in remarks:
        line = line_at(reading.lines, remark.span[0]) if remark.span else None
        if line is not None and line.paragraph.part == BODY:
            yield next(found)
            continue
        noted = reading.notes.marks.get(line.paragraph.note) if line is not None else None
        held = None if noted is None else whole(noted.element)
        yield around(first) if held is None else Spot(held, held, held)


def _is_text(reading: Reading, span: tuple[int, int]) -> bool:
    return line_at(reading.lines, span[0]).paragraph.part == BODY


def _first(reading: Reading) -> Any:
    """The first paragraph of the text that shows something, in no text box; a new one where there is none."""
    for line in reading.lines:
        shown = line.paragraph.part == BODY and line.paragraph.boilerplate != "hidden"
        if shown and not in_box(line):
            return whole(line.stretches[0].piece.element).getparent()
    body = reading.root.find(W + "body")
    body = reading.root if body is None else body
    paragraph = body.makeelement(W + "p")
    paragraph.append(body.makeelement(W + "r"))
    body.insert(0, paragraph)
    return paragraph


def _comments(package: Package, changed: dict[str, Any]) -> tuple[Any, str]:
    """The part with the comments and its name; where there is none a new one, which the others are told of."""
    name = package.related("comments")
    root = package.root(name)
    if root is not None:
        return root, name
    folder, main = posixpath.split(package.main)
    name = next(
        name
        for number in count(1)
        if (name := posixpath.join(folder, f"comments{'' if number == 1 else number}.xml")) not in package.parts
    )
    relations = posixpath.join(folder, "_rels", f"{main}.rels")
    known = package.root(relations)
    if known is None:
        known = parse(b'<Relationships xmlns="%b"/>' % RELATIONSHIP[1:].partition("}")[0].encode(), relations)
    ids = {each.get("Id") for each in known}
    id_ = next(id_ for number in count(1) if (id_ := f"wb{number}") not in ids)
    kind = f"{R[1:-1]}/comments"
    known.append(known.makeelement(RELATIONSHIP, {"Id": id_, "Type": kind, "Target": posixpath.basename(name)}))
    types = package.root("[Content_Types].xml")
    types.append(types.makeelement(f"{TYPES}Override", {"PartName": f"/{name}", "ContentType": _COMMENTS}))
    changed |= {relations: known, "[Content_Types].xml": types}
    return parse(b'<w:comments xmlns:w="%b"/>' % W[1:-1].encode(), name), name


def _free(*roots: Any) -> Iterator[int]:
    """Ids that no comment has yet."""
    names = [W + name for name in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")]
    used = {each.get(f"{W}id") for root in roots for each in root.iter(*names)}
    return (number for number in count() if str(number) not in used)


def _comment(root: Any, remark: Remark, id_: str, author: Author) -> Any:
    make = root.makeelement
    said = {"id": id_, "author": author.name, "date": author.at, "initials": author.initials}
    comment = make(W + "comment", {W + key: value for key, value in said.items()})
    for number, text in enumerate(remark.text):
        paragraph = _put(comment, "p")
        _put(_put(paragraph, "pPr"), "pStyle", "CommentText")
        if number == 0:
            run = _put(paragraph, "r")
            _put(_put(run, "rPr"), "rStyle", "CommentReference")
            _put(run, "annotationRef")
        words = _put(_put(paragraph, "r"), "t")
        words.set(XML_SPACE, "preserve")
        words.text = text
    return comment


def _put(parent: Any, name: str, value: str | None = None) -> Any:
    element = parent.makeelement(W + name, {} if value is None else {W + "val": value})
    parent.append(element)
    return element


def _packed(parts: Parts, changed: Mapping[str, tuple[str, Any]]) -> bytes:
    """All parts in their order, the changed ones written anew, new ones at the end; no date but a fixed one."""
    from lxml import etree

    data = io.BytesIO()
    left = dict(changed)
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.everything():
            _, root = left.pop(name.lower(), (name, None))
            file.writestr(_entry(name), content if root is None else _written(etree, root))
        for name, root in left.values():
            file.writestr(_entry(name), _written(etree, root))
    return data.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    return entry


def _written(etree: Any, root: Any) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
