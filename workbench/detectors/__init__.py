"""The logic that checks name: one module each, with one function.

    def detect(article: Article, *, phrases: Hits, table: Table, max_n: int = 100) -> Iterator[Match]

The keyword parameters are what a check file may set under `[params]`; their annotations say what is allowed there.
`Hits`: a list of phrases (see `lexicon`), handed over as the places where they stand in this article. `Table`: the
name of a reference table, handed over as the table. Everything else is taken as written and validated by its type.
A module whose name begins with `_` is shared by the others and is no detector.
"""

from __future__ import annotations

from workbench.model import Hit

Hits = tuple[Hit, ...]
