"""The logic that checks name: one module each, with one function.

    def detect(article: Article, *, phrases: Hits, table: Table, max_n: int = 100) -> Iterator[Match]

The keyword parameters are what a check file may set under `[params]`; their annotations say what is allowed there.
`Hits`: a list of phrases (see `lexicon`), handed over as the places where they stand in this article. `Table`: the
name of a reference table, handed over as the table. Everything else is taken as written and validated by its type.
A module's `VALUES` names what its matches give, beside `{text}`, for placeholders in the check's message.
A module whose name begins with `_` is shared by the others and is no detector.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_type_hints

from workbench.model import Hit

Hits = tuple[Hit, ...]


@cache
def parameter_types(detect: Callable[..., Any]) -> Mapping[str, Any]:
    """The types that a detector's annotations name, read once: the loader and the engine both go by them."""
    return get_type_hints(detect)
