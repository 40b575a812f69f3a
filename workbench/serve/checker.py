"""The one process that checks and reads articles for every page of a launch: `python -m workbench.serve.checker`.

The engine takes some sixty megabytes and most of a second to load. Here it is loaded once, and kernels stay small. The
process ends with the one that started it.
"""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Connection, Listener
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from workbench import config
from workbench.errors import WorkbenchError
from workbench.serve import asking, intake
from workbench.serve.intake import Room, Taken

if TYPE_CHECKING:
    from workbench.config import Settings
    from workbench.drafting.telling import Here
    from workbench.lessons import practising
    from workbench.loader import Content
    from workbench.review import Store

_WAITING = 64  # kernels that may stand in line
_PATIENCE = 10.0  # seconds for a caller to say what it wants
_BUG = 4  # exit code


@contextmanager
def running(room: Room, folder: Path, meanwhile: Callable[[], object] = lambda: None) -> Iterator[tuple[Room, Taken]]:
    """Start the process, have it take in the articles, and end it with the block.

    Args:
        room: what the launch is about.
        folder: the launch's own; nobody else may read it.
        meanwhile: what the caller gets ready while the articles are checked.

    Yields:
        The room, in which the process can be asked, and what it took in.

    Raises:
        WorkbenchError: the intake failed.
    """
    name = str(folder / "checker") if os.name == "posix" else rf"\\.\pipe\workbench-{secrets.token_hex(8)}"
    place = asking.Place(name, secrets.token_hex(32), str(folder / "checks.pickle"))
    room = msgspec.structs.replace(room, checker=place)
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "workbench.serve.checker"], env={**os.environ, **room.environment()},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout and process.stdin  # noqa: S101  both were asked for
    try:
        meanwhile()
        yield room, _first(process.stdout.readline())
    finally:
        process.stdin.close()  # which it waits for
        process.stdout.close()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _first(line: bytes) -> Taken:
    if not line:
        raise RuntimeError("the process that checks the articles ended; what it printed says why")
    answer = msgspec.json.decode(line)
    if "error" in answer:
        raise asking.Told(answer["error"], answer["code"])
    return msgspec.convert(answer["told"], Taken)


class Desk:
    """The articles of a room; checks and queue are opened again whenever what they come from has changed."""

    def __init__(self, room: Room, place: asking.Place) -> None:
        self._room, self._place = room, place
        self._lock = threading.Lock()
        self._opened: tuple[Settings, str, Content, Store] | None = None
        self._teller: tuple[Content, Here] | None = None
        self._passages: practising.Checks | None = None

    def answer(self, question: Mapping[str, Any], left: Callable[[], bool] = lambda: False) -> dict[str, Any]:
        """What is told a kernel: {"told": …}, or {"error": sentence, "code": exit code}.

        `left` says that the kernel does not wait any more; then nothing is told ({}).
        """
        try:
            if question["do"] == "open":
                return {"told": self.read(question["name"])}
            if question["do"] == "draft":
                return self.drafted(question["draft"], left)
            if question["do"] == "practise":
                return {"told": self._practice()(question["text"])}
            return {"told": self.take_in()}
        except WorkbenchError as error:
            return {"error": str(error), "code": error.exit_code}

    def take_in(self) -> Taken:
        """See `intake.take_in`; one at a time."""
        from workbench.serve import library_page, taking

        with self._lock:
            _, content, store = self._now()
            taken = taking.take_in(self._room, store, content)
            library_page.prepare(self._room)  # so that no page has to count the uses of a claim
            return taken

    def read(self, name: str) -> dict[str, Any]:
        """See `intake.opened`; several at once."""
        with self._lock:
            _, content, store = self._now()
        record, shown = intake.opened(msgspec.structs.replace(self._room, checker=None), store, content, name)
        return {"record": record, "shown": shown}

    def drafted(self, draft: Mapping[str, Any], left: Callable[[], bool]) -> dict[str, Any]:
        """See `drafting.telling.Teller.said`; several at once."""
        from workbench.drafting import Desk, Draft, Dropped
        from workbench.drafting.telling import Here

        with self._lock:
            settings, content, _ = self._now()
            if self._teller is None or self._teller[0] is not content:
                self._teller = content, Here(Desk(content, settings, settings.folders, self._room.as_of))
            here = self._teller[1]
        try:
            return {"told": here.said(msgspec.convert(draft, Draft), left)}
        except Dropped:
            return {}

    def _practice(self) -> practising.Checks:
        """Our own checks, whatever the newsroom adds to them."""
        from workbench.lessons import practising

        with self._lock:
            settings, content, _ = self._now()
            if self._passages is None:
                self._passages = practising.Checks(content if practising.Checks.shares(settings.folders) else None)
            return self._passages

    def _now(self) -> tuple[Settings, Content, Store]:
        from workbench import loader, prepared

        settings = config.load(Path(self._room.root))
        folders = settings.folders
        seal = prepared.seal(folders)
        if self._opened is None or self._opened[:2] != (settings, seal):
            content = loader.load(folders)
            asking.leave(self._place, content.checks)
            self._opened = settings, seal, content, intake.open_store(self._room, content)
        _, _, content, store = self._opened
        return settings, content, store


def main() -> int:
    """Take in the articles, say so in one line of JSON, then answer until the process that started us is gone."""
    room = intake.enter()
    if room.checker is None:
        raise RuntimeError("this process is started by `workbench serve`")
    desk = Desk(room, room.checker)
    first = desk.answer({"do": "take in"})
    with Listener(room.checker.address, backlog=_WAITING, authkey=bytes.fromhex(room.checker.secret)) as listener:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's Ctrl-C reaches us too; our end is told otherwise
        sys.stdout.buffer.write(msgspec.json.encode(first) + b"\n")
        sys.stdout.flush()
        if "error" in first:
            return int(first["code"])
        threading.Thread(target=_end_with_parent, daemon=True).start()
        while True:
            with suppress(OSError, EOFError, AuthenticationError):  # a kernel that ended while it asked
                line = listener.accept()
                threading.Thread(target=_serve, args=(desk, line), daemon=True).start()


def _serve(desk: Desk, line: Connection) -> None:
    with closing(line), suppress(OSError, EOFError):
        if not line.poll(_PATIENCE):
            return
        try:
            # A kernel says nothing more; whatever is to be read now means that it is gone.
            answer = desk.answer(msgspec.json.decode(line.recv_bytes(), type=dict[str, Any]), line.poll)
        except Exception:  # the kernel does it by itself, and tells of the bug where it is one
            traceback.print_exc()
            return
        if answer:
            line.send_bytes(msgspec.json.encode(answer, enc_hook=str))


def _end_with_parent() -> None:
    while os.read(0, 1024):
        pass
    os._exit(0)  # threads that still work are let go


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
