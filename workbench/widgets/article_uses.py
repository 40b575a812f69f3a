"""What people say of the library's matches with the claims of the open article: it is that claim, or another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.errors import BadContent
from workbench.review import Outcome

_MAY = ("editor", "medical reviewer")


class Uses:
    """The uses of the library in one article; `shown` is what its view was sent."""

    def __init__(self, room: Any, name: str, shown: Mapping[str, Any]) -> None:
        self._room, self._name = room, name
        self._texts = {one["id"]: one["text"] for one in shown.get("claims", ())}
        self._known = {claim: {row["id"] for row in rows} for claim, rows in shown.get("library", {}).items()}
        self.settled: dict[str, dict[str, str]] = {}  # claim → row of the library → what was said here

    def decide(self, claim: str, row: str, state: str) -> Outcome:
        """Keep in `claims/library-uses.csv` that the claim is "accepted" as this one of the library, or "refused"."""
        from workbench import library  # most sittings do not need it

        room = self._room
        if row not in self._known.get(claim, ()) or room.root is None:
            return Outcome(
                False, "The library has no such match any more. Nothing was stored; open the article again.", {}
            )
        if not room.person.holds(*_MAY):
            return Outcome(
                False, "Only an editor or a medical reviewer can say that; you can suggest a source.", {}, _MAY
            )
        use = {"article": self._name, "claim": claim, "library": row, "state": state, "by": room.person.id}
        try:
            library.record(room.root, {**use, "on": room.as_of.isoformat(), "text": self._texts[claim]})
        except OSError as error:
            return Outcome(False, f"{library.USES_NAME} cannot be written ({error.strerror}). Nothing was stored.", {})
        except BadContent as error:
            return Outcome(False, f"{error}. Nothing was stored; mend the file and try again.", {})
        self.settled.setdefault(claim, {})[row] = state
        return Outcome(True, "Stored: this is another claim." if state == "refused" else "", {})
