"""A draft on the screen: what is typed, or a file that is followed, checked beside the kernel, told to the widget."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

from msgspec import Struct

from workbench.config import MEGABYTE
from workbench.drafting.desk import Draft, Stale, typed
from workbench.drafting.telling import Teller
from workbench.errors import Unreadable
from workbench.model import limits
from workbench.widgets.draft import Asked, DraftWidget
from workbench.widgets.draft_messages import LONGEST, Answer, Check, Send
from workbench.widgets.draft_runner import Job, Runner

_LONG = 60_000  # bytes from which on what is in sight is checked first
_SAVE = "This text is in no file yet. Save it as a file in articles/, then send it from there."


class Followed(Struct, frozen=True):
    """A file: where it is, how people call it, its name in the newsroom; `shown` = its text stands on the screen."""

    place: Path
    path: str
    name: str
    shown: bool = False


class Shown(Struct, frozen=True):
    """What was last told of: the article's name, the number of its text, and the text's hash."""

    name: str
    number: int
    text_hash: str


Sending = Callable[[Send | Answer, Shown], tuple[bool, str]]


class Around(Struct, frozen=True):
    """What stands around every draft: the person and the day for the head, the articles to choose from by name, and
    what sends (None = nothing can be sent from here, `how` says how it can)."""

    person: Mapping[str, str] | None = None
    articles: Mapping[str, Followed] = {}
    send: Sending | None = None
    how: str = ""
    why: str = ""


class DraftScreen:
    """One draft at a time."""

    def __init__(self, teller: Teller, around: Around) -> None:
        self._teller, self._around = teller, around
        self._file: Followed | None = None
        self._stamp: tuple[int, int] | None = None
        self._shown: Shown | None = None
        self._runner = self._new_runner()
        self.widget = DraftWidget(Asked(self._check, self._again, self._choose), self._step, why=around.why)

    def open(self, file: Followed | None = None, text: str = "") -> DraftWidget:
        """The widget on a file, or on a text area that begins with `text`."""
        self._turn(file)
        if file is not None:
            self._instead(file.place)
        self.widget.show(self._draft(file), text)
        self._runner.ask(Job(0, follow=file is not None, warm=file is None))
        return self.widget

    def _instead(self, place: Path) -> None:
        """A cell that is run again leaves its old panel on the page; one panel is enough to follow a file."""
        before = _following.get(place)
        if before is not None and before is not self:
            before.close()
            before.widget.say("A newer panel follows this file; this one stands still.")
        _following[place] = self

    def close(self) -> None:
        """End what runs beside the kernel."""
        self._runner.close()

    def _turn(self, file: Followed | None) -> None:
        self._runner.close()
        self._file, self._stamp, self._shown = file, None, None
        self._runner = self._new_runner()

    def _new_runner(self) -> Runner:
        return Runner(self._work, self._tell, self._changed if self._file else None)

    def _draft(self, file: Followed | None) -> dict[str, Any]:
        around, teller = self._around, self._teller
        return {
            "mode": "file" if file else "text",
            "name": file.name if file else "",
            "path": file.path if file else "",
            "shown": file is None or file.shown,
            "articles": [{"name": one.name, "title": one.path} for one in around.articles.values()],
            "line": limits(teller.settings.newsroom.country),
            "as_of": teller.as_of.isoformat(),
            "person": dict(around.person) if around.person else None,
            "checks": teller.checks,
            "send": {"can": bool(file and around.send), "how": around.how if file else _SAVE},
            "longest": min(LONGEST, teller.settings.readers.max_megabytes * MEGABYTE),
        }

    def _check(self, message: Check) -> None:
        if self._file is None:
            self._runner.ask(Job(message.number, message.text, seen=message.seen))

    def _again(self, number: int) -> None:
        """Whatever stopped the last run, the next begins with a thread of its own."""
        file = self._file
        self._turn(file)
        if file is not None:
            self._runner.ask(Job(number, follow=True))

    def _choose(self, name: str) -> None:
        self.open(self._around.articles.get(name))

    def _changed(self) -> bool:
        """Whether the file is another than when it was last read; one that went away is, once."""
        return self._file is not None and _stamp_of(self._file.place) != self._stamp

    def _work(self, job: Job, stale: Stale, tell: Callable[[Mapping[str, Any]], None]) -> dict[str, Any]:
        began = time.perf_counter()
        if job.warm:
            self._teller.warm(stale)
            return {}
        draft = self._read() if job.follow else Draft(typed(job.text))
        if job.seen and len(draft.data) > _LONG and 2 * job.seen < draft.data.count(b"\n"):
            tell(self._said(Draft(draft.data, first=job.seen), job, stale, began))
        return self._said(draft, job, stale, began)

    def _said(self, draft: Draft, job: Job, stale: Stale, began: float) -> dict[str, Any]:
        told = self._teller.said(draft, stale)
        source = told.pop("source", "")
        more = {"text": source} if job.follow and self._file and self._file.shown else {}
        return {**told, "n": job.number, "took": round(time.perf_counter() - began, 3), **more}

    def _read(self) -> Draft:
        """The followed file as it is now.

        Raises:
            Unreadable: it is not there, or cannot be opened; it is read when it is back.
        """
        file = self._file
        if file is None:
            raise Unreadable("no file is followed; choose one")
        self._stamp = _stamp_of(file.place)
        try:
            data = file.place.read_bytes() if self._stamp else None
        except OSError as error:
            raise Unreadable(f"{file.path} cannot be opened ({error.strerror}); it is read when it can be") from error
        if data is None:
            gone = f"{file.path} is not there any more: it was renamed or deleted."
            raise Unreadable(f"{gone} What stands here is about its last text; it is read again when it is back.")
        return Draft(data, file.path, file.name)

    def _tell(self, answer: Mapping[str, Any]) -> None:
        told = dict(answer)
        text, name = told.pop("text", None), self._file.name if self._file else ""
        if "hash" in told:
            self._shown = Shown(name, int(told["n"]), told.pop("hash"))
        with self.widget.hold_sync():
            if text is not None:
                self.widget.text = text
            self.widget.tell(told)

    def _step(self, step: Send | Answer) -> tuple[bool, str]:
        if self._around.send is None or self._file is None:
            return False, self._around.how if self._file else _SAVE
        if self._shown is None:
            return False, "The text is still being checked. Nothing was sent; try again in a moment."
        if isinstance(step, Send) and step.number != self._shown.number:
            return False, "The text changed meanwhile. Look at what is said of it now, then send it."
        return self._around.send(step, self._shown)


_following: WeakValueDictionary[Path, DraftScreen] = WeakValueDictionary()


def _stamp_of(place: Path) -> tuple[int, int] | None:
    try:
        state = place.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size
