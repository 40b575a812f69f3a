"""The review queue of a newsroom: what screens and commands ask of it, each in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select, update

from workbench.errors import BadContent, Usage
from workbench.model import Check
from workbench.review import article_view, deciding, export, history, migrating, recording, views
from workbench.review.connection import connect, kind_of, reading, writing
from workbench.review.deciding import Asked
from workbench.review.desk import Desk, lay_out
from workbench.review.people import Person
from workbench.review.recording import Seen
from workbench.review.rules import Outcome, Refused
from workbench.review.tables import articles, revisions


class Store:
    """An open queue. Make one with `Store.open`; every method is one transaction and may be called again."""

    def __init__(self, engine: Engine, root: Path, as_of: date, sitting: str, checks: Iterable[Check]) -> None:
        self._engine, self._root, self._as_of, self._sitting = engine, root, as_of, sitting
        self._checks = {check.id: check for check in checks}

    @classmethod
    def open(cls, url: str, root: Path, as_of: date, sitting: str = "", checks: Iterable[Check] = ()) -> Store:
        """Open the queue, bring it to the newest form, and bring `claims/decisions.csv` in line with it.

        A database that a team shares takes the file's decisions over, but leaves the file as it is; see `export`.

        Args:
            url: a database URL; "" = `.workbench/queue.sqlite` below the root.
            root: the newsroom's root.
            as_of: the day; nothing here asks for it again.
            sitting: names this person's time at the screen; undo steps back through it.
            checks: the loaded checks, for their titles and sources.

        Raises:
            QueueUnavailable: locked, read-only, damaged, or written by a newer program.
            BadContent: `claims/decisions.csv` does not hold.
        """
        engine = connect(url, root)
        try:
            migrating.migrate(engine)
            export.take_over(engine, root, as_of.isoformat())
            if kind_of(engine).FILE_AT_ONCE:
                export.write(engine, root)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, root, as_of, sitting, checks)

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def record(self, seen: Iterable[Seen], as_of: date | None = None, at: str = "") -> None:
        """Bring the queue in line with what the checks saw; the same text changes nothing.

        Args:
            seen: articles with their text and report.
            as_of: the day of the checks; default: the store's.
            at: the moment for the history, in ISO form; default: the day.
        """
        day = as_of or self._as_of
        with writing(self._engine) as connection:
            recording.record(connection, seen, day, at or day.isoformat(), self._root)

    def queue(self, present: Collection[str] | None = None) -> list[dict[str, Any]]:
        """The rows of the queue view, most harmful first, then longest waiting.

        Args:
            present: only articles of these names (those that are there now); None = all that were ever read.
        """
        with reading(self._engine) as connection:
            return views.queue(connection, self._checks, self._as_of, present)

    def article(self, name: str) -> dict[str, Any]:
        """An article with `findings`, `decisions` and `history` as the article view shows them, `text` and `reading`.

        Raises:
            Usage: the queue has no such article.
        """
        with reading(self._engine) as connection:
            desk = _desk(connection, name, self._as_of)
            newest = (revisions.c.article == name) & (revisions.c.number == desk.article["revision"])
            stored = connection.execute(select(revisions.c.text, revisions.c.reading).where(newest)).one()
            events = article_view.events(connection, name)
        return article_view.article(desk, stored.text, events, self._checks, self._as_of) | {"reading": stored.reading}

    def states(self, name: str) -> dict[str, dict[str, str]]:
        """The trait `states` of an article: what stands about each finding, by fingerprint.

        Raises:
            Usage: the queue has no such article.
        """
        with reading(self._engine) as connection:
            desk = _desk(connection, name, self._as_of)
        return {item.finding.fingerprint: views.state(item, self._as_of) for item in desk.settled}

    def begin(self, name: str, person: Person, at: str = "") -> None:
        """A person opened the article: a new one is in review from now on, and the history says who began."""
        with writing(self._engine) as connection:
            new = (articles.c.name == name) & (articles.c.state == "new") & (articles.c.revision > 0)
            if connection.execute(update(articles).where(new).values(state="in review")).rowcount:
                event = {"article": name, "at": at or self._as_of.isoformat(), "event": "open", "who": person.id}
                history.append(
                    connection, [{**event, "what": "Review started.", "before": "new", "after": "in review"}]
                )

    def decide(
        self, name: str, fingerprint: str, action: str, person: Person, reason: str = "", note: str = "",
        *, request: str = "", on: date | None = None, at: str = "",
    ) -> Outcome:  # fmt: skip
        """Dismiss a finding, ask for its fix, or undo; stored, and by SQLite exported, before this returns.

        Args:
            name: the article.
            fingerprint: the finding. For "undo": this finding's decision if it was made in this sitting, else the
                last decision of this sitting in this article.
            action: "dismiss", "fix" or "undo".
            person: who decides.
            reason: for "dismiss", one of `rules.REASONS`.
            note: free words; needed for "other".
            request: names the message, so that one sent twice is done once.
            on: the day; default: the store's.
            at: the moment for the history, in ISO form; default: the day.

        Raises:
            QueueUnavailable: nothing was stored, or (the message says so) only the export failed.
        """
        return self._decide(name, fingerprint, action, person, reason, note, request, on, at)

    def take_back(
        self, name: str, fingerprint: str, person: Person, *, on: date | None = None, at: str = ""
    ) -> Outcome:
        """Undo the person's own decision about exactly this finding, whenever it was made."""
        return self._decide(name, fingerprint, "undo", person, "", "", "", on, at, any_sitting=True)

    def _decide(
        self, name: str, fingerprint: str, action: str, person: Person, reason: str, note: str, request: str,
        on: date | None, at: str, any_sitting: bool = False,
    ) -> Outcome:  # fmt: skip
        day = on or self._as_of
        asked = Asked(
            article=_storable(name), fingerprint=fingerprint, action=action, reason=reason,
            person=Person(export.cell(person.id), export.cell(person.name), person.role),
            note=_storable(note), on=day, at=at or day.isoformat(), sitting=self._sitting,
            request=_storable(request), any_sitting=any_sitting,
        )  # fmt: skip
        beside = kind_of(self._engine).FILE_AT_ONCE
        try:  # what came into the file since we opened it (a pull, an editor) must not be written over
            if beside:
                export.take_over(self._engine, self._root, asked.at)
        except BadContent as error:
            return Outcome(False, f"{error}. Nothing was decided; mend the file and try again.", {})
        with writing(self._engine) as connection:
            outcome = deciding.decide(connection, asked)
        if outcome.ok and beside:
            export.write(self._engine, self._root)
        return outcome

    def export(self) -> bool:
        """Bring `claims/decisions.csv` in line; says whether it had to be changed."""
        return export.write(self._engine, self._root)

    def verify(self) -> list[str]:
        """What is wrong with the history, one sentence each; empty = untouched since it was written."""
        with reading(self._engine) as connection:
            return history.verify(connection)


def _desk(connection: Any, name: str, as_of: date) -> Desk:
    try:
        return lay_out(connection, name, as_of)
    except Refused as refused:
        raise Usage(str(refused)) from refused


def _storable(text: str) -> str:
    """Text from outside; half a character (a lone surrogate, which a browser can send) cannot be stored."""
    return text.encode("utf-8", "replace").decode("utf-8")
