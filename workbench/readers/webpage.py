"""Saved web pages: everything that is visible, with the menus, forms and banners around the article tagged."""

from __future__ import annotations

from workbench.config import Limits
from workbench.model import Document
from workbench.readers._outline import document

SUFFIXES = (".html", ".htm", ".xhtml")


def read(data: bytes, path: str, limits: Limits = Limits()) -> Document:
    """Read a web page.

    Raises:
        Unreadable: its bytes are not text in the encoding that it declares, or in UTF-8 where it declares none.
    """
    from workbench.readers._web import encoding, html, meta  # only web pages pay for them

    source = encoding.text_of(data)
    drafts, facts = html.page(source, strict=path.lower().endswith(".xhtml"))
    return document(path, source, drafts, {}, hidden=meta.told(facts))
