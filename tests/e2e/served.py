"""A newsroom in a folder of its own, `workbench serve` on it as a process, and what is seen of that from outside."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

DAY = "2026-11-25"
_ABSENT = ("DISPLAY", "WAYLAND_DISPLAY", "JUPYTERHUB_USER")
PATIENCE = float(
    os.environ.get("WORKBENCH_PATIENCE", "20")
)  # seconds; each wait ends as soon as what it waits for is there


def until(what: Callable[[], object], why: str, patience: float = PATIENCE) -> None:
    end = time.monotonic() + patience
    while not what():
        if time.monotonic() > end:
            raise AssertionError(f"waited {patience:.0f} s for: {why}")
        time.sleep(0.05)


def newsroom(folder: Path, articles: dict[str, str]) -> Path:
    (folder / "articles").mkdir(parents=True)
    (folder / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n')
    for name, text in articles.items():
        (folder / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


class Served:
    """A running `workbench serve`; `address` carries the token where there is one, `base` does not.

    `options` are further ones of the command, `told` further variables of its environment.
    """

    def __init__(self, root: Path, port: int = 0, options: tuple[str, ...] = (), **told: str) -> None:
        self.root = root
        self._said = root / "said.txt"
        environment = {name: value for name, value in os.environ.items() if name not in _ABSENT} | told
        with self._said.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "workbench", "serve", "--no-browser", "--port", str(port), "--as-of", DAY,
                 *options],
                cwd=root, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
            )  # fmt: skip
        try:
            until(lambda: "Ctrl-C" in self.said or self.process.poll() is not None, "an address")
        except AssertionError:
            self.process.kill()  # nobody else knows of it
            raise
        found = re.search(r"http://127\.0\.0\.1:(\d+)/\S*?(?:\?token=(\S+))?$", self.said, re.MULTILINE)
        assert found, self.said
        self.address, self.port, self.token = found[0], int(found[1]), found[2] or ""
        self.base = f"http://127.0.0.1:{self.port}/"

    @property
    def said(self) -> str:
        return self._said.read_text(encoding="utf-8")

    def kernels(self) -> list[int]:
        """Process ids of the kernels that live."""
        return [pid for pid in children(self.process.pid) if b"ipykernel" in _command(pid)]

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    def ask(self, head: str, host: str | None = None) -> tuple[int, dict[str, str], bytes]:
        """Status, headers (lower case) and body that these raw request lines get; `..` stays as written."""
        lines = [*head.splitlines(), f"Host: {host or f'127.0.0.1:{self.port}'}"]
        if not any(line.startswith("Connection:") for line in lines):
            lines.append("Connection: close")
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as wire:
            wire.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
            return _answer(wire)

    def cookie(self) -> str:
        """A `Cookie:` line that opens the page."""
        _, headers, _ = self.ask(f"GET /?token={self.token} HTTP/1.1")
        return f"Cookie: {headers['set-cookie'].split(';')[0]}"


def children(parent: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=,stat=", "--ppid", str(parent)], capture_output=True, text=True)
    rows = (line.split() for line in listed.stdout.splitlines())
    return [int(pid) for pid, state in rows if not state.startswith("Z")]


def _command(pid: int) -> bytes:
    return subprocess.run(["ps", "-o", "args=", "-p", str(pid)], capture_output=True).stdout


def _answer(wire: socket.socket) -> tuple[int, dict[str, str], bytes]:
    data = b""
    while b"\r\n\r\n" not in data and (more := wire.recv(65536)):
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    status = int(first.split()[1])
    whole = 0 if status in (101, 204) else int(headers.get("content-length", 10**9))
    while len(body) < whole and (more := wire.recv(65536)):
        body += more
    return status, headers, body
