"""The review queue of a newsroom: what screens and commands ask of it, each in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, select

from workbench.errors import BadContent, Usage
from workbench.model import Check
from workbench.model.knowledge import Said
from workbench.review import (
    acting,
    article_view,
    by_hand,
    calendar,
    deciding,
    export,
    handing,
    held,
    history,
    migrating,
    overview,
    recording,
    standing,
    talking,
    together,
    trust,
    versions,
    views,
)
from workbench.review.acting import Deed
from workbench.review.backlog.desk import Catalogue
from workbench.review.by_hand import Added
from workbench.review.casing import PLAIN, Rules
from workbench.review.connection import connect, kind_of, reading, writing
from workbench.review.deciding import Asked
from workbench.review.desk import Desk, lay_out
from workbench.review.handing import Handing
from workbench.review.held import Match
from workbench.review.ledger import Place
from workbench.review.moves import Refused
from workbench.review.outcome import Outcome
from workbench.review.overview import Overview
from workbench.review.people import Person
from workbench.review.recording import Seen
from workbench.review.tables import revisions
from workbench.review.talking import Message
from workbench.review.trust import Trust
from workbench.staff.reviewing import USUAL_MINUTES


class Store:
    """An open queue. Make one with `Store.open`; every method is one transaction and may be called again."""

    def __init__(
        self, engine: Engine, root: Path, as_of: date, sitting: str, checks: Iterable[Check], rules: Rules = PLAIN
    ) -> None:
        self._engine, self._root, self._as_of, self._sitting = engine, root, as_of, sitting
        self._checks, self._rules = {check.id: check for check in checks}, rules

    @classmethod
    def open(
        cls, url: str, root: Path, as_of: date, sitting: str = "", checks: Iterable[Check] = (), rules: Rules = PLAIN
    ) -> Store:
        """Open the queue, bring it to the newest form, and bring `claims/decisions.csv` in line with it.

        A database that a team shares takes the file's decisions over, but leaves the file as it is; see `export`.

        Args:
            url: a database URL; "" = `.workbench/queue.sqlite` below the root.
            root: the newsroom's root.
            as_of: the day; nothing here asks for it again.
            sitting: names this person's time at the screen; undo steps back through it.
            checks: the loaded checks, for their titles and sources.
            rules: what the newsroom says about itself, and who works there.

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
        engine = engine.execution_options(**{standing.ALONE: rules.house.people == 1})
        return cls(engine, root, as_of, sitting, checks, rules)

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
        moment, remaining = at or day.isoformat(), iter(seen)
        while some := list(islice(remaining, recording.PORTION)):  # worked out before the lock is taken
            with writing(self._engine) as connection:
                recording.record(connection, some, day, moment, self._root)
        with writing(self._engine) as connection:
            calendar.turn(connection, day, moment)

    def queue(
        self, present: Collection[str] | None = None, first: int | None = None, *, inherited: bool = False
    ) -> list[dict[str, Any]]:
        """The rows of the queue view: due within a day, then most harmful, then longest waiting.

        Args:
            present: only articles of these names (those that are there now); None = all that were ever read.
            first: at most so many; None = all.
            inherited: also pages that were live before us and are in no review; `catalogue` counts them.
        """
        with reading(self._engine) as connection:
            days = self._rules.days
            return views.queue(connection, self._checks, self._as_of, present, days, first, inherited=inherited)

    def catalogue(self, said: Iterable[Said] = (), usual: float = USUAL_MINUTES) -> Catalogue:
        """The back catalogue: inherited pages, and the waves that bring them into review.

        Args:
            said: what the site says on many pages; it counts once.
            usual: minutes for a decision, where too few were timed.
        """
        return Catalogue(self._engine, self._root, self._as_of, self._checks, said, usual)

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

    def overview(self, name: str) -> Overview:
        """What stands about an article beside its findings: review, page, signatures, claims, messages.

        Raises:
            Usage: the queue has no such article.
        """
        with reading(self._engine) as connection:
            try:
                return overview.of(connection, name, self._as_of, self._rules)
            except Refused as refused:
                raise Usage(str(refused)) from refused

    def begin(self, name: str, person: Person, at: str = "") -> None:
        """A person opened the article: a new one is in review from now on, if that person may decide."""
        with writing(self._engine) as connection:
            deciding.begin(connection, name, _person(person), at or self._as_of.isoformat())

    def decide(
        self, name: str, fingerprint: str, action: str, person: Person, reason: str = "", note: str = "",
        *, request: str = "", on: date | None = None, at: str = "", until: date | None = None, fact: str = "",
        source: str = "",
    ) -> Outcome:  # fmt: skip
        """Take a step about a finding; stored, and by SQLite exported, before this returns.

        Args:
            name: the article.
            fingerprint: the finding. For "undo": this finding's decision if it was made in this sitting, else the
                last decision of this sitting in this article.
            action: one of the table of moves: "dismiss", "fix", "accept", "ask", "agree", "contest", "undo" …
            person: who decides.
            reason: for "dismiss", one of `decisions.REASONS`; for "accept" and "contest" a sentence.
            note: free words; needed for "other"; the question of "ask", the answer to a contest.
            request: names the message, so that one sent twice is done once.
            on: the day; default: the store's.
            at: the moment for the history, in ISO form; default: the day.
            until: for "accept", the day on which the risk is looked at again.
            fact: for "accept", the fact that the risk hangs on.
            source: for "contest", what the writer rests on.

        Raises:
            QueueUnavailable: nothing was stored, or (the message says so) only the export failed.
        """
        asked = self._asked(name, fingerprint, action, person, request, on, at)
        more = {"reason": reason, "note": _storable(note), "until": until, "fact": fact, "source": _storable(source)}
        return self._decide(msgspec.structs.replace(asked, **more))

    def take_back(
        self, name: str, fingerprint: str, person: Person, *, on: date | None = None, at: str = ""
    ) -> Outcome:
        """Undo the person's own decision about exactly this finding, whenever it was made."""
        asked = self._asked(name, fingerprint, "undo", person, "", on, at)
        return self._decide(msgspec.structs.replace(asked, any_sitting=True))

    def _asked(
        self, name: str, fingerprint: str, action: str, person: Person, request: str, on: date | None, at: str
    ) -> Asked:
        day = on or self._as_of
        return Asked(
            article=_storable(name), fingerprint=fingerprint, action=action, person=_person(person), reason="", note="",
            on=day, at=at or day.isoformat(), sitting=self._sitting, request=_storable(request),
        )  # fmt: skip

    def decide_together(
        self, chosen: Iterable[tuple[str, str]], action: str, person: Person, reason: str = "", note: str = "",
        *, request: str = "", on: date | None = None, at: str = "", until: date | None = None, fact: str = "",
    ) -> Outcome:  # fmt: skip
        """One cause, one decision: the same step about several findings, recorded singly, all of them or none.

        Args:
            chosen: article and fingerprint of each, 25 at most.
            action: "fix", "withdraw", "dismiss", "accept" or "undo", which takes back the person's own.
            person: who decides; this and the others as for `decide`.
            reason: not "other".
            note: free words.
            request: names the message.
            on: the day.
            at: the moment.
            until: for "accept".
            fact: for "accept".

        Raises:
            QueueUnavailable: nothing was stored, or (the message says so) only the export failed.
        """
        more = {"reason": reason, "note": _storable(note), "until": until, "fact": fact}
        each = [
            msgspec.structs.replace(self._asked(name, finding, action, person, request, on, at), **more)
            for name, finding in chosen
        ]
        if not each:
            return Outcome(False, "No finding was chosen; an editor or a medical reviewer can choose some.", {})
        return self._stored(each[0].at, lambda to: together.decide(to, each, self._rules, self._version_of))

    def _decide(self, asked: Asked) -> Outcome:
        return self._stored(asked.at, lambda to: deciding.decide(to, asked, self._rules, self._version_of))

    def _stored(self, at: str, step: Callable[[Connection], Outcome]) -> Outcome:
        beside = kind_of(self._engine).FILE_AT_ONCE
        try:  # what came into the file since we opened it (a pull, an editor) must not be written over
            if beside:
                export.take_over(self._engine, self._root, at)
        except BadContent as error:
            return Outcome(False, f"{error}. Nothing was decided; mend the file and try again.", {})
        try:
            with writing(self._engine) as connection:
                outcome = step(connection)
        except together.Stopped as stopped:
            return stopped.outcome
        if outcome.ok and beside:
            export.write(self._engine, self._root)
        return outcome

    def _version_of(self, check: str) -> str:
        return versions.of(self._checks[check]) if check in self._checks else ""

    def act(self, deed: Deed) -> Outcome:
        """Take a step about a review, a page, a notice, a claim, a fact, a complaint or a check."""
        words = {name: _storable(getattr(deed, name)) for name in ("reason", "note", "request")}
        given = {key: _storable(value) for key, value in deed.given.items()}
        mine = {"person": _person(deed.person), "given": given, "sitting": self._sitting}
        stored = msgspec.structs.replace(deed, **words, **mine)
        with writing(self._engine) as connection:
            calendar.turn(connection, deed.on, deed.at)
            outcome = acting.act(connection, stored, self._rules)
        if outcome.ok and deed.place.subject == "fact" and kind_of(self._engine).FILE_AT_ONCE:
            export.write(self._engine, self._root)  # which has risks that hung on it until they are decided anew
        return outcome

    def touched(self, place: Place) -> tuple[str, ...]:
        """The live sentences that a person has to have seen before a fact or a claim is changed."""
        with reading(self._engine) as connection:
            return acting.touched(connection, place)

    def send(self, message: Message) -> Outcome:
        """Send words about an article or a finding to the other side."""
        person, text = _person(message.person), _storable(message.text)
        with writing(self._engine) as connection:
            return talking.send(connection, msgspec.structs.replace(message, person=person, text=text), self._rules)

    def add(self, added: Added) -> Outcome:
        """Add a finding that no check saw."""
        words = {"note": _storable(added.note), "person": _person(added.person)}
        with writing(self._engine) as connection:
            return by_hand.add(connection, msgspec.structs.replace(added, **words))

    def trust(self) -> dict[str, Trust]:
        """People's verdicts on each check, by its id."""
        with reading(self._engine) as connection:
            return trust.by_check(connection)

    def missed(self) -> dict[str, int]:
        """What people found that no check saw, by category."""
        with reading(self._engine) as connection:
            return trust.missed(connection)

    def matches(self, name: str = "") -> list[Match]:
        """The held-back matches that are put up for a verdict, of one article or of all that are in the queue."""
        with reading(self._engine) as connection:
            return held.matches(connection, name)

    def hand(self, handing_: Handing) -> Outcome:
        """Give an article to somebody, with a due day."""
        with writing(self._engine) as connection:
            return handing.hand(connection, handing_, self._rules)

    def export(self) -> bool:
        """Bring `claims/decisions.csv` in line; says whether it had to be changed."""
        return export.write(self._engine, self._root)

    def publish(self, branch: str, message: str, author: str, at: str = "") -> str:
        """Commit the decisions to a branch of the newsroom's repository; see `export.publish`.

        Returns:
            The commit's name; "" where the branch has all this already.

        Raises:
            NotPublished: the message says why; the decisions are safe.
        """
        return export.publish(self._engine, self._root, branch, message, author, at or self._as_of.isoformat())

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the queue, for `records`, `repeating` and `digest`."""
        with reading(self._engine) as connection:
            yield connection

    def events(self) -> list[dict[str, Any]]:
        """Every row of the history with every column, oldest first; see `export.render_history`."""
        with reading(self._engine) as connection:
            return export.history_rows(connection)

    def verify(self) -> list[str]:
        """What is wrong with the history, one sentence each; empty = untouched since it was written."""
        with reading(self._engine) as connection:
            return history.verify(connection)


def _desk(connection: Any, name: str, as_of: date) -> Desk:
    try:
        return lay_out(connection, name, as_of)
    except Refused as refused:
        raise Usage(str(refused)) from refused


def _person(person: Person) -> Person:
    return msgspec.structs.replace(person, id=export.cell(person.id), name=export.cell(person.name))


def _storable(text: str) -> str:
    """Text from outside; half a character (a lone surrogate, which a browser can send) cannot be stored."""
    return text.encode("utf-8", "replace").decode("utf-8")
