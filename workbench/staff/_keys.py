"""A table of the configuration that may hold certain keys only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.errors import BadContent


def only_known(table: Mapping[str, Any], keys: tuple[str, ...], where: str, place: str) -> None:
    """Raises `BadContent` for the first key that is none of these; names file, place and the keys there are."""
    for key in table:
        if key not in keys:
            raise BadContent(where, f"{place}.{key}", f"is not known; known keys: {', '.join(keys)}")
