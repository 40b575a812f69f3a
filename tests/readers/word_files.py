"""Word files for tests, packed from the XML that matters to each; everything else is the least that Word needs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_TYPE}.document.main+xml"
KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments")

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="berschrift1"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Hausstil"><w:name w:val="Section of ours"/><w:basedOn w:val="berschrift2"/>
</w:style>
<w:style w:type="paragraph" w:styleId="Inhalt"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Bild"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Punkte"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Weiter"><w:name w:val="List Continue"/></w:style>
<w:style w:type="paragraph" w:styleId="Geheim"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{which}">'
    + "".join(
        f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="{shown}"/><w:lvlText w:val="%1"/></w:lvl>' for depth in range(4)
    )
    + "</w:abstractNum>"
    for which, shown in ((0, "bullet"), (1, "decimal"))
) + (
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    '</w:lvlOverride></w:num><w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>'
)


def run(text: str, look: str = "") -> str:
    """A run; `look` is XML of its properties (`<w:b/>`)."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def par(*content: str, style: str = "", more: str = "") -> str:
    """A paragraph of plain strings and XML; `more` is XML of its properties."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
    inner = "".join(each if each.startswith("<") else run(each) for each in content)
    return f"<w:p>{properties}{inner}</w:p>"


def item(*content: str, list_id: int = 1, depth: int = 0) -> str:
    """A paragraph of a list: 1 and 4 have bullets, 2 and 3 count, and 3 begins anew."""
    return par(*content, more=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def row(*cells: str) -> str:
    """A row of a table; a cell is a text or the XML of its paragraphs."""
    inner = "".join(f"<w:tc>{cell if cell.startswith('<') else par(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{inner}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def box(*content: str) -> str:
    """A run with a text box, held twice as Word writes it."""
    inner = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{inner}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(code: str, *shown: str) -> str:
    """A field with its code and what it shows."""
    marks = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    begin, separate, end = marks
    words = "".join(each if each.startswith("<") else run(each) for each in shown)
    return f"{begin}<w:r><w:instrText>{escape(code)}</w:instrText></w:r>{separate}{words}{end}"


def mark(id_: int, kind: str = "footnote") -> str:
    """The mark of a note in the text."""
    return f'<w:r><w:{kind}Reference w:id="{id_}"/></w:r>'


def note(id_: int, *content: str, kind: str = "footnote") -> str:
    """A note of one paragraph."""
    paragraph = par(f"<w:r><w:{kind}Ref/></w:r>", *content)
    return f'<w:{kind} w:id="{id_}">{paragraph}</w:{kind}>'


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content, method)
    return data.getvalue()


def part(kind: str, inner: str) -> str:
    """A part whose root is `w:KIND`."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{kind} {_NAMES}>{inner}</w:{kind}>'


def relations(*found: tuple[str, str, str], outside: frozenset[str] = frozenset()) -> str:
    """A part with relations: id, kind, target; ids in `outside` lead out of the file."""
    inner = "".join(
        f'<Relationship Id="{id_}" Type="{_R}/{kind}" Target="{escape(target)}"'
        + (' TargetMode="External"/>' if id_ in outside else "/>")
        for id_, kind, target in found
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def types(main: str = _MAIN, more: Mapping[str, str] | None = None) -> str:
    """The part that says what each part is."""
    said = {"/word/document.xml": main, **{f"/word/{kind}.xml": f"{_TYPE}.{kind}+xml" for kind in KINDS}}
    inner = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in (said | (more or {})).items()
    )
    default = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{default}{inner}</Types>'


def parts(
    *body: str,
    links: Mapping[str, str] | None = None,
    margins: Mapping[str, str] | None = None,
    properties: str = "",
    **inner: str,
) -> dict[str, str | bytes]:
    """The parts of a Word file.

    Args:
        body: XML of paragraphs and tables.
        links: addresses by the id that `w:hyperlink` names.
        margins: content of headers and footers, by names like "header1" and "footer2".
        properties: XML inside the core properties.
        inner: content of `footnotes`, `endnotes`, `comments`, or other `styles` and `numbering` than the usual.
    """
    inner = {"styles": STYLES, "numbering": NUMBERING, **inner}
    links, margins = links or {}, margins or {}
    named = [(f"k{kind}", kind, f"{kind}.xml") for kind in inner]
    named += [(f"m{name}", name.rstrip("0123456789"), f"{name}.xml") for name in margins]
    named += [(id_, "hyperlink", address) for id_, address in links.items()]
    section = "".join(f'<w:{name.rstrip("0123456789")}Reference r:id="m{name}"/>' for name in margins)
    core = [("b", "metadata/core-properties", "docProps/core.xml")] if properties else []
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": types(),
        "_rels/.rels": relations(("a", "officeDocument", "word/document.xml"), *core),
        "word/document.xml": part("document", f"<w:body>{''.join(body)}<w:sectPr>{section}</w:sectPr></w:body>"),
        "word/_rels/document.xml.rels": relations(*named, outside=frozenset(links)),
    }
    found |= {f"word/{kind}.xml": part(kind, content) for kind, content in inner.items()}
    found |= {f"word/{name}.xml": part({"h": "hdr", "f": "ftr"}[name[0]], text) for name, text in margins.items()}
    if properties:
        spaces = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        core = f"{_PACKAGE}/metadata/core-properties"
        found["docProps/core.xml"] = f'<cp:coreProperties xmlns:cp="{core}" {spaces}>{properties}</cp:coreProperties>'
    return found


def docx(*body: str, **more: object) -> bytes:
    """A Word file; arguments as in `parts`."""
    return packed(parts(*body, **more))  # type: ignore[arg-type]
