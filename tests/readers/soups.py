"""Soups: texts and files made of the pieces that mean something to a reader, in any order."""

from __future__ import annotations

import html
import io
import json
import zipfile
from typing import Any

from hypothesis import strategies as st


def _pieces(listed: str) -> list[str]:
    return listed.split("¦")


MARKDOWN = _pieces(
    "# ¦## ¦- ¦* ¦1. ¦> ¦    ¦\t¦```¦`¦**¦_¦~~¦[¦](¦)¦![¦[^1]¦[^1]: ¦\\*¦\\¦|¦|-|-|¦<https://example.com>¦www.example.com/a"
    "¦\n¦\n\n¦\r\n¦\r¦  \n¦---\n¦===\n¦title: ¦Is it safe?¦Term:¦Risks include:¦It works.¦By Ann Roe, MD¦Share this"
)
HTML = _pieces(
    "<p>¦</p>¦<br>¦<div>¦</div>¦<div hidden>¦<h1>¦</h1>¦<ul>¦<li>¦</ul>¦<table>¦<tr>¦<td>¦</table>¦<a href='/x'>¦</a>"
    "¦<a href=javascript:x>¦<b>¦</b>¦<i>¦<!--¦-->¦<script>¦</script>¦<style>¦</style>¦<template>¦<svg>¦</svg>"
    "¦<textarea>¦<title>¦</title>¦<select>¦<option>¦<pre>¦<nav>¦<footer>¦<meta charset=utf-16>¦<![CDATA[¦]]>¦</¦<¦>"
    "¦&amp;¦&nbsp;¦&shy;¦&#0;¦&#x110000;¦&#8203;¦&bogus;¦&NotEqualTilde;¦<p¦=\"¦'"
)
UNSEEN = ("\0", "\xad", "\u200b", "\u200d", "\u200f", "\u202e", "\u2066", "\u2069", "\u2028", "\ufeff", "\U000e0041")
WORDS = ("a", "B", "7", "mg", "Nausea", "10–20 %", "é", "\u0301", "🙂", "👩🏽‍⚕️", " ", "\u00a0", "• ", "µ", "\x1b[31m")
_TAGS = _pieces("w:p¦w:r¦w:t¦w:tab¦w:br¦w:tbl¦w:tr¦w:tc¦w:ins¦w:del¦w:hyperlink¦w:sdt¦w:sdtContent¦w:pPr¦w:numPr¦x")
_NAMES = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "docProps/core.xml", "../x", "")


def texts(pieces: tuple[str, ...] | list[str]) -> st.SearchStrategy[bytes]:
    """UTF-8 of such pieces, of words and of characters that nobody sees."""
    return st.lists(st.sampled_from([*pieces, *WORDS, *UNSEEN]), max_size=40).map("".join).map(str.encode)


def _elements() -> st.SearchStrategy[str]:
    words = st.sampled_from([*WORDS[:8], "&amp;", "&#xD800;", "&a;", "]]>"])
    tags = st.sampled_from(_TAGS).flatmap(lambda tag: st.sampled_from([f"<{tag}>", f"</{tag}>", f"<{tag}/>"]))
    return st.lists(st.one_of(tags, words), max_size=30).map("".join)


def _package(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, xml in parts.items():
            file.writestr(zipfile.ZipInfo(name), xml)
    return made.getvalue()


packages = st.dictionaries(st.sampled_from(_NAMES), _elements(), max_size=5).map(_package)

_leaves = st.one_of(
    st.none(), st.integers(-9, 9), st.text(max_size=8), st.sampled_from(["markdown", "code", "# a\n\n- b"])
)
_keys = st.sampled_from(
    ["cells", "cell_type", "source", "outputs", "metadata", "nbformat", "attachments", "data", "id"]
)
_values: st.SearchStrategy[Any] = st.recursive(
    _leaves,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_keys, inner, max_size=4)),
    max_leaves=12,
)
_cells = st.fixed_dictionaries(
    {"cell_type": st.sampled_from(["markdown", "code", "raw", "x"]), "metadata": _values, "source": _values},
    optional={"outputs": _values, "id": _leaves, "attachments": _values, "execution_count": _leaves},
)
_whole = st.fixed_dictionaries(
    {"cells": st.lists(_cells, max_size=4), "metadata": _values, "nbformat": st.sampled_from([3, 4, "4", None])},
    optional={"nbformat_minor": _leaves, "worksheets": _values},
)
notebooks = st.one_of(_whole, _values).map(json.dumps).map(str.encode)


def files(reader: str) -> st.SearchStrategy[bytes]:
    """Files for one reader: stray bytes, and bytes that look like what it reads."""
    formed = {
        "markdown": texts([*MARKDOWN, *HTML]),
        "plain": texts(MARKDOWN),
        "webpage": texts(HTML),
        "word": packages,
        "notebook": notebooks,
    }
    return st.one_of(st.binary(max_size=60), formed.get(reader, texts(MARKDOWN)), formed.get(reader, texts(MARKDOWN)))


_OFFICE = "http://schemas.openxmlformats.org"
_RELATED = f"{_OFFICE}/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def saved(text: str, reader: str, target: str = "") -> bytes:
    """An article of one paragraph as a file for a reader; with a target the paragraph is a link."""
    if reader in ("markdown", "notebook"):
        text = f"[{text}](<{target}>)" if target else text
    if reader == "notebook":
        cells = [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": text}]
        return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()
    if reader == "webpage":
        words = html.escape(text)
        words = f'<a href="{html.escape(target)}">{words}</a>' if target else words
        return f"<!DOCTYPE html><meta charset=utf-8><title>x</title><main><p>{words}</p></main>".encode()
    return package(html.escape(text), html.escape(target)) if reader == "word" else text.encode()


def package(text: str, target: str = "", before: str = "") -> bytes:
    """A Word file of one paragraph, both given as XML; `before` stands before the document's first tag."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    body = f'<w:hyperlink r:id="rId1">{run}</w:hyperlink>' if target else run
    spaces = f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main" xmlns:r="{_RELATED}"'
    related = f'xmlns="{_OFFICE}/package/2006/relationships"'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_OFFICE}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}"/></Types>',
        "_rels/.rels": f'<Relationships {related}><Relationship Id="rId1" Type="{_RELATED}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships {related}><Relationship Id="rId1" Type="{_RELATED}/hyperlink"'
        f' Target="{target or "x"}" TargetMode="External"/></Relationships>',
        "word/document.xml": f"{before}<w:document {spaces}><w:body><w:p>{body}</w:p></w:body></w:document>",
    }
    return _package(parts)
