"""A LanguageTool server of our own on a free port of this machine, started once and ended with us."""

from __future__ import annotations

import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

from workbench.grammar.places import Unavailable, sound_java, sound_server

_READY = 60.0  # seconds until a server must answer; a busy machine takes ten
_STEP = 0.1
_ENDING = 5.0  # seconds to end by itself
_PORTS = 5  # another program may take the port between our look and the server's start
_LONGEST_CHECK = 30_000  # milliseconds for one text, after which the server gives up on it
_CONFIG = f"cacheSize=5000\nmaxCheckTimeMillis={_LONGEST_CHECK}\nmaxTextLength=200000\n"


class Server:
    """A running server; `address` is what clients are given. Use it as a context."""

    def __init__(self, megabytes: int) -> None:
        """Start it.

        Raises:
            Unavailable: Java or the server's files are missing, or it does not come up; says what to do.
        """
        self._java, self._folder, self._megabytes = sound_java(), sound_server(), megabytes
        self._process: subprocess.Popen[bytes] | None = None
        self._config = Path(tempfile.mkstemp(prefix="workbench-grammar-", suffix=".properties")[1])
        self._config.write_text(_CONFIG, encoding="ascii")
        self.address = ""
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    def _start(self) -> None:
        told = ""
        for _ in range(_PORTS):
            port = _free_port()
            self.address = f"http://127.0.0.1:{port}/"
            log = tempfile.TemporaryFile()  # noqa: SIM115  closed below; a pipe that nobody reads would stop the server
            with log:
                self._process = subprocess.Popen(self._command(port), stdout=log, stderr=log, stdin=subprocess.DEVNULL)
                if self._comes_up():
                    return
                self._end()
                log.seek(0)
                told = log.read().decode("utf-8", "replace").strip()
            if "in use" not in told and "BindException" not in told:
                break
        last = told.splitlines()[-1][:200] if told else f"no answer within {_READY:.0f} seconds"
        raise Unavailable(f"LanguageTool did not start ({last}); see: workbench doctor")

    def _command(self, port: int) -> list[str]:
        jars = f"{self._folder / 'languagetool-server.jar'}"
        # The serial collector and the first compiler come up in half the time; a longer run would gain from the others.
        options = (f"-Xmx{self._megabytes}m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8")
        ending = ("--config", str(self._config), "--port", str(port))
        return [self._java.program, *options, "-cp", jars, "org.languagetool.server.HTTPServer", *ending]

    def _comes_up(self) -> bool:
        deadline = time.monotonic() + _READY
        while time.monotonic() < deadline and self.alive:
            if _answers(f"{self.address}v2/healthcheck"):
                return self.alive  # a program that had the port before would answer too
            time.sleep(_STEP)
        return False

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.poll() is None

    def restart(self) -> None:
        """End it and start another.

        Raises:
            Unavailable: it does not come up.
        """
        self._end()
        self._start()

    def _end(self) -> None:
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(_ENDING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def close(self) -> None:
        """End it."""
        self._end()
        self._config.unlink(missing_ok=True)

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2):
            return True
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
