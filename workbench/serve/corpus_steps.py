"""What people make of a conflict between articles: keep both, have one changed, or set the library's value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import select

from workbench.model import ClaimType
from workbench.review import Person, Store
from workbench.review.acting import Deed
from workbench.review.by_hand import Added
from workbench.review.ledger import Place
from workbench.review.moments import moment as moment_of
from workbench.review.moves import ClaimCase, Refused, Step, judge
from workbench.review.outcome import Outcome
from workbench.review.tables import articles, claims
from workbench.serve.intake import Room, moment
from workbench.widgets.corpus_messages import Approve, Change, Keep, Reopen, Settle
from workbench.widgets.corpus_messages import Step as Message

CATEGORY = "cross-article-conflict"
_GONE = "This conflict is not there any more; the articles may have changed. What stands now is shown."
_NO_CLAIM = (
    "No claim was read at these words, so the library cannot take them. An editor can have one article changed, so that"
    " it says this in a plain sentence."
)
_NEXT = "Articles that say otherwise are named at the next check."


class Steps:
    """The steps of one sitting; each answers {"ok", "message"}."""

    def __init__(self, store: Store, room: Room, person: Person) -> None:
        self._store, self._room, self._person = store, room, person

    def do(self, message: Message, found: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
        """Do it.

        Args:
            message: as the browser sent it.
            found: the conflicts that were on screen.
        """
        conflict = next((one for one in found if one["key"] == message.key), None)
        outcome = Outcome(False, _GONE, {}) if conflict is None else self._done(message, conflict)
        return {"ok": outcome.ok, "message": outcome.message}

    def _done(self, message: Message, conflict: Mapping[str, Any]) -> Outcome:
        if isinstance(message, Keep):
            return self._act(message, "keep both", message.reason)
        if isinstance(message, Reopen):
            return self._act(message, "reopen")
        if isinstance(message, Settle):
            return self._act(message, "settle", row=conflict["library_row"])
        value = next((one for one in conflict["values"] if one["article"] == message.article), None)
        if value is None:
            return Outcome(False, _GONE, {})
        return self._change(message, value) if isinstance(message, Change) else self._approve(message, value, conflict)

    def _act(self, message: Message, action: str, reason: str = "", **given: str) -> Outcome:
        return self._store.act(Deed(
            place=Place("conflict", message.key), action=action, person=self._person, on=self._room.as_of, at=moment(),
            reason=reason, given={name: value for name, value in given.items() if value}, request=message.request,
        ))  # fmt: skip

    def _change(self, message: Change, value: Mapping[str, Any]) -> Outcome:
        return self._store.add(Added(
            article=message.article, start=value["start"], end=value["end"], text=value["text"], category=CATEGORY,
            note=message.note, person=self._person, on=self._room.as_of, at=moment(), request=message.request,
        ))  # fmt: skip

    def _approve(self, message: Approve, value: Mapping[str, Any], conflict: Mapping[str, Any]) -> Outcome:
        """The claim that tells this value goes into the library, by whoever may substantiate such a claim."""
        from workbench import approving  # brings the engine; only this step reads an article

        claim = self._claim(message.article, value["start"])
        if claim is None:
            return Outcome(False, _NO_CLAIM, {})
        try:
            self._may(claim[1], message)
        except Refused as refused:
            return Outcome(False, str(refused), {}, refused.roles)
        row = f"{_slug(conflict['title'])}-{message.key[:6]}"
        new = approving.New(
            evidence=message.source, place=message.place, version=message.version, expires=message.expires.isoformat(),
            id=row,
        )  # fmt: skip
        said, _ = approving.add(self._room.as_of, Path.cwd(), message.article, claim[0], new, self._person)
        settled = self._act(message, "settle", row=row)
        return Outcome(settled.ok, f"{said.strip()} {_NEXT if settled.ok else settled.message}", {})

    def _claim(self, name: str, start: int) -> tuple[str, ClaimType] | None:
        """Id and kind of the claim of the newest text that stands at a place."""
        newest = (claims.c.article == articles.c.name) & (claims.c.last_revision == articles.c.revision)
        here = (claims.c.article == name) & (claims.c.start <= start) & (start < claims.c.end)
        with self._store.reading() as connection:
            row = connection.execute(select(claims.c.claim, claims.c.type).join(articles, newest).where(here)).first()
        return (row.claim, row.type) if row else None

    def _may(self, kind: ClaimType, message: Approve) -> None:
        """As the table of moves judges who confirms a source for a claim of this kind; raises `Refused`."""
        given = {"source": message.source, "version": message.version, "place": message.place}
        step = Step(
            action="substantiate", person=self._person, on=self._room.as_of, at=moment_of(moment()), given=given
        )
        judge(ClaimCase(state="unsubstantiated", last=None, type=kind, touched=()), step)


def _slug(title: str) -> str:
    words = ("".join(char for char in word if char.isascii() and char.isalnum()) for word in title.lower().split())
    return "-".join(word for word in words if word)[:40] or "value"
