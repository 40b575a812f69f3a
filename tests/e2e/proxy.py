"""A reverse proxy that signs people in, as small as it can be: it says who is there, whatever the visitor says."""

from __future__ import annotations

import socket
import threading
from contextlib import closing, suppress

from e2e.served import PATIENCE

HEADER = "X-Remote-User"


class Proxy:
    """Listens on a port of its own and hands everything on; `user` is signed in ("" = nobody).

    `upstream` is the port of `workbench serve`; `keeps_host`: hands the visitor's Host on, as it should.
    """

    def __init__(self, user: str, upstream: int = 0, keeps_host: bool = True) -> None:
        self.user, self.upstream, self._keeps_host = user, upstream, keeps_host
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self.address = f"http://127.0.0.1:{self.port}/"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listening.close()

    def __enter__(self) -> Proxy:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                visitor, _ = self._listening.accept()
                threading.Thread(target=self._serve, args=(visitor,), daemon=True).start()

    def _serve(self, visitor: socket.socket) -> None:
        with closing(visitor), suppress(OSError):
            data = b""
            while b"\r\n\r\n" not in data:
                more = visitor.recv(65536)
                if not more:
                    return
                data += more
            head, _, body = data.partition(b"\r\n\r\n")
            with socket.create_connection(("127.0.0.1", self.upstream), PATIENCE) as behind:
                behind.settimeout(None)
                behind.sendall(self._rewritten(head) + b"\r\n\r\n" + body)
                threading.Thread(target=_pass, args=(visitor, behind), daemon=True).start()
                _pass(behind, visitor)

    def _rewritten(self, head: bytes) -> bytes:
        first, *lines = head.decode("latin-1").split("\r\n")
        upgrade = any(line.lower().startswith("upgrade:") for line in lines)
        gone = {HEADER.lower(), *(() if upgrade else ("connection",)), *(() if self._keeps_host else ("host",))}
        kept = [line for line in lines if line.partition(":")[0].lower() not in gone]
        kept += [] if upgrade else ["Connection: close"]
        kept += [] if self._keeps_host else [f"Host: 127.0.0.1:{self.upstream}"]
        kept += [f"{HEADER}: {self.user}"] if self.user else []
        return "\r\n".join([first, *kept]).encode("latin-1")


def _pass(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while more := one.recv(65536):
            other.sendall(more)
        other.shutdown(socket.SHUT_WR)
