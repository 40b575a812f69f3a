"""One draft after the other, checked in a thread of its own: the kernel stays free, and only the newest text counts."""

from __future__ import annotations

import asyncio
import atexit
import logging
import threading
from collections.abc import Callable, Mapping
from typing import Any
from weakref import WeakSet

from msgspec import Struct

from workbench.drafting import Dropped
from workbench.drafting.desk import Stale
from workbench.errors import WorkbenchError

_log = logging.getLogger(__name__)
_LOOK = 0.4  # seconds between two looks at a followed file

_PATIENCE = 2.0  # seconds that the end of the program waits for a check to stop
_running: WeakSet[Runner] = WeakSet()

Answer = Mapping[str, Any]


class Job(Struct, frozen=True):
    """What to check; `number` grows with every text, `text` "" with `follow` = read the file anew, with
    `warm` = nothing is asked yet.

    `seen` is the last line in sight: of a long text that much is checked first.
    """

    number: int
    text: str = ""
    follow: bool = False
    warm: bool = False
    seen: int = 0


def _loop_here() -> asyncio.AbstractEventLoop | None:
    """The loop that this runs in; None in a plain program, where nobody would hear of an answer that comes later."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


class Runner:
    """A worker thread, a place for one job, and a way back to the kernel's own loop.

    A job that comes while another is at work takes its place: the older one stops between two checks, and its answer
    is never told.
    """

    def __init__(
        self,
        work: Callable[[Job, Stale, Callable[[Answer], None]], Answer],
        tell: Callable[[Answer], None],
        look: Callable[[], bool] | None = None,
    ) -> None:
        """`work` checks a job, telling what is ready early; `tell` gets answers, in the loop of who asked; `look` says
        whether the followed file is another than at its last look, and is asked in the thread."""
        self._work, self._tell, self._look = work, tell, look
        self._wake = threading.Condition()
        self._job: tuple[int, Job] | None = None
        self._newest = 0  # jobs are counted here: two pages on one kernel number their texts each for itself
        self._closed = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def ask(self, job: Job) -> None:
        """Check this next; what was asked before is dropped. Outside a running loop it is done at once."""
        self._loop = _loop_here()
        if self._loop is None:
            self._newest += 1
            if not job.warm:
                self._send(self._newest, self._done(self._newest, job))
            return
        with self._wake:
            self._newest += 1
            self._job = self._newest, job
            self._wake.notify()
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="workbench-draft", daemon=True)
            self._thread.start()
            _running.add(self)

    def close(self) -> None:
        """End the thread; nothing is told any more."""
        with self._wake:
            self._closed = True
            self._wake.notify()

    def wait(self) -> None:
        """Until the thread has ended, so that the program does not end under it."""
        if self._thread is not None:
            self._thread.join(_PATIENCE)

    def _stale(self, place: int) -> bool:
        return self._closed or place < self._newest

    def _run(self) -> None:
        while not self._closed:
            given = self._next()
            if given is not None:
                self._send(given[0], self._done(*given))

    def _next(self) -> tuple[int, Job] | None:
        with self._wake:
            if self._job is None and not self._closed:
                self._wake.wait(_LOOK if self._look else None)
            given, self._job = self._job, None
        if given is not None or self._closed or self._look is None or not self._look():
            return given
        with self._wake:
            self._newest += 1
            return self._newest, Job(self._newest, follow=True)

    def _done(self, place: int, job: Job) -> Answer:
        try:
            return self._work(job, lambda: self._stale(place), lambda early: self._send(place, early))
        except Dropped:
            return {}
        except WorkbenchError as error:
            return {"n": job.number, "unread": f"{error}"}
        except Exception as error:  # the thread goes on; the person learns that nothing is checked now
            _log.exception("draft")
            return {"n": job.number, "failed": type(error).__name__}

    def _send(self, place: int, answer: Answer) -> None:
        if not answer or self._stale(place):
            return
        if threading.current_thread() is not self._thread or self._loop is None:
            self._tell(answer)
            return
        try:
            self._loop.call_soon_threadsafe(self._heard, place, answer)
        except RuntimeError:  # the loop is gone, and with it the page
            self.close()

    def _heard(self, place: int, answer: Answer) -> None:
        if not self._stale(place):
            self._tell(answer)


@atexit.register
def _end() -> None:
    for runner in list(_running):
        runner.close()
    for runner in list(_running):
        runner.wait()
