"""Finds a plug by its file name; the only dynamic import of the package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

_PACKAGE = Path(__file__).resolve().parent


@cache
def _modules(kind: str) -> Mapping[str, str]:
    """Plug → module. A plug may stand in a topic's folder; a folder whose name begins with `_` holds none."""
    folder = _PACKAGE / kind
    files = sorted([*folder.glob("*.py"), *folder.glob("[!_]*/*.py")], key=lambda file: file.stem)
    plugs = (file.relative_to(folder).with_suffix("") for file in files if not file.stem.startswith("_"))
    return {plug.name: ".".join(("workbench", kind, *plug.parts)) for plug in plugs}


@cache
def names(kind: str) -> tuple[str, ...]:
    """The plugs in a folder of the package, by file name, sorted; names that begin with `_` are no plugs."""
    return tuple(_modules(kind))


@cache
def plug(kind: str, name: str) -> ModuleType:
    """The module `workbench/<kind>/<name>.py` or `workbench/<kind>/<topic>/<name>.py`.

    Raises:
        LookupError: there is no such plug; the message lists those there are.
    """
    if name not in names(kind):
        raise LookupError(f"there is no {kind.rstrip('s')} “{name}”; there are: {', '.join(names(kind))}")
    return import_module(_modules(kind)[name])
