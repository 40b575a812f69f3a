"""Finds a plug by its file name; the only dynamic import of the package."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

_PACKAGE = Path(__file__).resolve().parent


@cache
def names(kind: str) -> tuple[str, ...]:
    """The plugs in a folder of the package, by file name, sorted; names that begin with `_` are no plugs."""
    files = (_PACKAGE / kind).glob("*.py")
    return tuple(sorted(file.stem for file in files if not file.stem.startswith("_")))


def plug(kind: str, name: str) -> ModuleType:
    """The module `workbench/<kind>/<name>.py`.

    Raises:
        LookupError: there is no such plug; the message lists those there are.
    """
    if name not in names(kind):
        raise LookupError(f"there is no {kind.rstrip('s')} “{name}”; there are: {', '.join(names(kind))}")
    return import_module(f"workbench.{kind}.{name}")
