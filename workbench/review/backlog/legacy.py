"""Pages that were live before us, as they come into the store: not reviewed here, and nobody's work yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

LIVE, WORK = "inherited", "none"


class Origin(Struct, frozen=True):
    """Where a page can be read, and since when (a day or a moment); "" = it does not say."""

    address: str = ""
    since: str = ""


class Legacy(Struct, frozen=True):
    """Who imports, and where each of the pages comes from, by name."""

    who: str
    pages: Mapping[str, Origin]

    def columns(self, name: str, text_hash: str, at: str) -> dict[str, Any]:
        """What stands in `articles` about such a page beside what the checks say; `at` is the moment."""
        origin = self.pages.get(name, Origin())
        live = {"live": LIVE, "live_hash": text_hash, "live_address": origin.address}
        return {"state": WORK, **live, "live_since": origin.since or at}

    def event(self, read: Mapping[str, str]) -> dict[str, str]:
        """The row of the history, beside the one that says that the page was `read`."""
        what = "Imported: it was live before us, and is not reviewed here. It is “inherited”."
        about = {"subject": "live", "key": read["article"], "before": "none", "after": LIVE}
        return {**read, **about, "event": "import", "who": self.who, "what": what}
