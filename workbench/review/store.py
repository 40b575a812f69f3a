"""The review queue of a newsroom: what screens and commands ask of it, each in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import islice
from pathlib import Path

import msgspec
from sqlalchemy import Connection

from workbench.errors import BadContent
from workbench.model import Check
from workbench.review import (
    acting,
    by_hand,
    calendar,
    deciding,
    export,
    handing,
    migrating,
    pruned,
    recording,
    runs,
    standing,
    talking,
    together,
    versions,
)
from workbench.review.acting import Deed
from workbench.review.by_hand import Added
from workbench.review.casing import PLAIN, Rules
from workbench.review.connection import connect, kind_of, writing
from workbench.review.deciding import Asked
from workbench.review.handing import Handing
from workbench.review.outcome import Outcome
from workbench.review.people import Person
from workbench.review.recording import Seen
from workbench.review.talking import Message
from workbench.review.visiting import Visiting, safely_named


class Store(Visiting):
    """An open queue. Make one with `Store.open`; every method is one transaction and may be called again."""

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
            runs.close(connection, day, self._checks.values())

    def begin(self, name: str, person: Person, at: str = "") -> None:
        """A person opened the article: a new one is in review from now on, if that person may decide."""
        with writing(self._engine) as connection:
            deciding.begin(connection, name, safely_named(person), at or self._as_of.isoformat())

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
            article=_storable(name), fingerprint=fingerprint, action=action, person=safely_named(person), reason="",
            note="", on=day, at=at or day.isoformat(), sitting=self._sitting, request=_storable(request),
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
        mine = {"person": safely_named(deed.person), "given": given, "sitting": self._sitting}
        stored = msgspec.structs.replace(deed, **words, **mine)
        with writing(self._engine) as connection:
            calendar.turn(connection, deed.on, deed.at)
            outcome = acting.act(connection, stored, self._rules)
        if outcome.ok and deed.place.subject == "fact" and kind_of(self._engine).FILE_AT_ONCE:
            export.write(self._engine, self._root)  # which has risks that hung on it until they are decided anew
        return outcome

    def send(self, message: Message) -> Outcome:
        """Send words about an article or a finding to the other side."""
        person, text = safely_named(message.person), _storable(message.text)
        with writing(self._engine) as connection:
            return talking.send(connection, msgspec.structs.replace(message, person=person, text=text), self._rules)

    def add(self, added: Added) -> Outcome:
        """Add a finding that no check saw."""
        words = {"note": _storable(added.note), "person": safely_named(added.person)}
        with writing(self._engine) as connection:
            return by_hand.add(connection, msgspec.structs.replace(added, **words))

    def hand(self, handing_: Handing) -> Outcome:
        """Give an article to somebody, with a due day."""
        with writing(self._engine) as connection:
            return handing.hand(connection, handing_, self._rules)

    def export(self) -> bool:
        """Bring `claims/decisions.csv` in line; says whether it had to be changed."""
        return export.write(self._engine, self._root)

    def prune(self, gone: Iterable[Mapping[str, str]], person: Person, at: str = "") -> int:
        """End entries of a baseline that leave `claims/decisions.csv`, and bring that file in line; says how many."""
        day, beside = self._as_of.isoformat(), kind_of(self._engine).FILE_AT_ONCE
        if beside:
            export.write(self._engine, self._root)  # what stands in it is known now, and not taken for news below
        with writing(self._engine) as connection:
            ended = pruned.end(connection, gone, safely_named(person), day, at or day)
        if beside:
            export.write(self._engine, self._root)
        return ended

    def publish(self, branch: str, message: str, author: str, at: str = "") -> str:
        """Commit the decisions to a branch of the newsroom's repository; see `export.publish`.

        Returns:
            The commit's name; "" where the branch has all this already.

        Raises:
            NotPublished: the message says why; the decisions are safe.
        """
        return export.publish(self._engine, self._root, branch, message, author, at or self._as_of.isoformat())


def _storable(text: str) -> str:
    """Text from outside; half a character (a lone surrogate, which a browser can send) cannot be stored."""
    return text.encode("utf-8", "replace").decode("utf-8")
