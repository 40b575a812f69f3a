"""The place of claims: the library's screen, and the claim tables, one of them at a time on one page."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets

from workbench.widgets.claims import ClaimsWidget
from workbench.widgets.library import Answers, LibraryWidget

Tables = Callable[[str, Callable[[str], None]], ClaimsWidget]  # given an article's name, "" = any, and the way back


class ClaimsPlace(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """The screen. Show it as the last value of a cell."""

    def __init__(self, answers: Answers, tables: Tables, why: str) -> None:
        """`tables` makes the claim tables once somebody asks for them."""
        self.library = LibraryWidget(answers, self.go, why=why)
        self.tables: ClaimsWidget | None = None
        self._make = tables
        super().__init__([self.library], layout=ipywidgets.Layout(width="100%"))

    def go(self, tab: str, name: str = "") -> None:
        """Show a tab; the screen itself knows its own three."""
        if tab != "tables":
            self.library.place = {**self.library.place, "tab": tab}
            self.children = [self.library]
            return
        if self.tables is None or name:
            self.tables = self._make(name, self.go)
        self.children = [self.tables]
