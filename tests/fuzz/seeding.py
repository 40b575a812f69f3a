"""What fuzzing begins with: the bundled articles in the form that a reader reads, and small pages made for it."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from pathlib import Path

from mutators import packed, unpacked

from workbench import engine
from workbench.model import Block, Document

HERE = Path(__file__).resolve().parent
ARTICLES = HERE.parent.parent / "articles"
PACKAGE = HERE / "seeds" / "word" / "knee-clinic"
_SHORT = 1_200  # characters
_FOLDERS = {"markdown": "*.md", "plain": "*.txt", "webpage": "*.html", "notebook": "*.json"}


def seeds(reader: str) -> dict[str, bytes]:
    """The seeds of a reader by file name; of a reader that is not known here, the articles as they stand."""
    made = {path.name: _CONVERTED.get(reader, _as_it_stands)(path) for path in sorted(ARTICLES.glob("*.md"))}
    if reader == "word":
        made |= {folder.name: _package(folder) for folder in sorted(PACKAGE.parent.iterdir())}
    pattern = _FOLDERS.get(reader)
    if pattern:
        made |= {path.name: path.read_bytes() for path in sorted((HERE / "seeds").glob(pattern))}
    return made


def _as_it_stands(path: Path) -> bytes:
    """The beginning of an article: short files are read more often in the same time, and break in the same ways."""
    text = path.read_text(encoding="utf-8")
    return text[: text.find("\n\n", _SHORT)].encode()


def _read(path: Path) -> Document:
    return engine.parse(_as_it_stands(path), path.name, path.suffix)


def _plain(path: Path) -> bytes:
    return "\n\n".join(block.seen for block in _read(path).blocks).encode()


def _webpage(path: Path) -> bytes:
    document = _read(path)
    body = "\n".join(_element(block) for block in document.blocks)
    head = f"<title>{html.escape(document.meta.title)}</title>"
    return f"<!DOCTYPE html><html lang=en><head>{head}</head><body>\n{body}\n</body></html>".encode()


def _element(block: Block) -> str:
    tag = {"heading": f"h{block.level}", "item": "li", "quote": "blockquote", "cell": "td", "code": "pre"}
    name = tag.get(block.kind, "p")
    seen = html.escape(block.seen)
    for link in block.links[:1]:
        words = html.escape(block.seen[link.at : link.to])
        seen = seen.replace(words, f'<a href="{html.escape(link.target)}">{words}</a>', 1)
    return f"<{name}>{seen}</{name}>"


def _notebook(path: Path) -> bytes:
    parts = _as_it_stands(path).decode().split("\n\n")
    cells = [
        {"cell_type": "markdown", "id": f"cell-{number}", "metadata": {}, "source": part.splitlines(keepends=True)}
        for number, part in enumerate(parts)
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def _word(path: Path) -> bytes:
    """The small package with another text in it: a stock template would be mostly styles that no reader looks at."""
    parts = unpacked(_package(PACKAGE))
    head, _, _ = parts["word/document.xml"].partition(b"<w:body>")
    body = "".join(_paragraph(block) for block in _read(path).blocks)
    return packed({**parts, "word/document.xml": head + f"<w:body>{body}<w:sectPr/></w:body></w:document>".encode()})


def _paragraph(block: Block) -> str:
    style = {"heading": f"Heading{min(block.level, 3)}", "item": "ListBullet", "quote": "Quote"}.get(
        block.kind, "Normal"
    )
    words = f'<w:r><w:t xml:space="preserve">{html.escape(block.seen)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{words}</w:p>'


def _package(folder: Path) -> bytes:
    """A Word file from its parts, which stand in a folder so that a person can read them."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return packed({path.relative_to(folder).as_posix(): path.read_bytes() for path in files})


_CONVERTED: dict[str, Callable[[Path], bytes]] = {
    "plain": _plain,
    "webpage": _webpage,
    "notebook": _notebook,
    "word": _word,
}
