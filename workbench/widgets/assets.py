"""Puts a widget's ES module and stylesheet together from the files in this folder.

`tokens.css` is the design's own file, unchanged. Its values may stand at the root of any host page, but its primitives
(`*`, `table`, `.row` …) would restyle a notebook, so that they and our own rules hold inside one view's root only.
"""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).resolve().parent
_PRIMITIVES = "/* ---------- shared primitives ---------- */"


def module(*names: str) -> str:
    """One ES module out of these `.js` files in this order; only the last one exports."""
    return "\n".join(_read(f"{name}.js") for name in names)


def stylesheet(view: str, *names: str) -> str:
    """The design's values for the page, then its primitives and these `.css` files inside `.wb-<view>`."""
    values, _, primitives = _read("tokens.css").partition(_PRIMITIVES)
    rules = "\n".join([primitives, *(_read(f"{name}.css") for name in names)])
    return f"{values}\n@scope (.wb-{view}) {{\n{rules}\n}}\n"


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
