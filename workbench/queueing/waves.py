"""A wave of the back catalogue as somebody types it."""

from __future__ import annotations

import shlex
from datetime import date
from pathlib import Path

from workbench.errors import Usage
from workbench.review.backlog import reach
from workbench.review.backlog.desk import Catalogue
from workbench.review.backlog.plans import WAVES, Name, Wish
from workbench.writers.terminal import clean


class Wave:
    """What `plan` and `wave` are asked for, as typed; "" and 0 = the usual."""

    def __init__(self, name: str, reach_file: str = "", size: int = 0, seed: str = "") -> None:
        if name not in WAVES:
            raise Usage(f"“{clean(name)}” is no wave; choose one of: {', '.join(WAVES)}")
        if name == "reach" and not reach_file:
            raise Usage("the wave reach needs --reach FILE: a table with the columns article (or address) and views")
        self.name: Name = next(one for one in WAVES if one == name)
        self.reach_file, self.size, self.seed = reach_file, size, seed

    def wish(self, catalogue: Catalogue, working_directory: Path, as_of: date) -> tuple[Wish, tuple[str, ...]]:
        """As the store takes it, with what is told about the table of views."""
        if self.name == "sample":
            return Wish(self.name, self.size, self.seed or as_of.isoformat()), ()
        if self.name != "reach":
            return Wish(self.name, self.size), ()
        place = working_directory / self.reach_file
        try:
            data = place.read_bytes()
        except OSError as error:
            raise Usage(f"--reach: {clean(self.reach_file)} cannot be read ({error.strerror})") from error
        found = reach.read(data, place.name, catalogue.pages())
        return Wish(self.name, self.size, views=found.views), found.told

    def again(self, wish: Wish, code: str) -> str:
        """The command that brings this wave in."""
        more = [f"--reach {shlex.quote(self.reach_file)}"] if self.reach_file else []
        more += [f"--size {self.size}"] if self.size else []
        more += [f"--seed {shlex.quote(wish.seed)}"] if wish.seed else []
        return " ".join(["workbench queue wave", self.name, code, *more])
