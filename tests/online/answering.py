"""A local server that answers as the services do. Works, numbers and titles are invented."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from workbench.config import Online
from workbench.online.manners import Manners

QUICK = Manners(pause=0.0, timeout=0.4, patience=1.0, attempts=3, back_off=0.01, longest_wait=2.0, largest=100_000)
MISSING = "Resource not found."


class Reply(NamedTuple):
    """One answer: a body (a value is sent as JSON), its status and headers, and what goes wrong on the way."""

    body: Any = ""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    wait: float = 0.0
    cut: int = 0


class Desk:
    """The server's side: what it answers to which path, and what it was asked."""

    def __init__(self) -> None:
        self.replies: dict[str, list[Reply]] = {}
        self.summaries: dict[str, Any] = {}
        self.asked: list[str] = []
        self.agents: list[str] = []
        self.moments: list[float] = []
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()
        self.address = ""

    def settings(self, **more: Any) -> Online:
        """Settings that send every look-up here."""
        here = {"crossref": self.address, "pubmed": f"{self.address}/eutils", "trials": f"{self.address}/v2"}
        return Online(**{**here, **more})

    def work(self, doi: str, title: str = "An invented work", updated_by: list[dict[str, Any]] | None = None) -> None:
        """Crossref has this work; `updated_by` are the notices about it."""
        message = {"DOI": doi, "title": [title], "type": "journal-article", "reference-count": 3}
        message |= {"updated-by": updated_by} if updated_by is not None else {}
        self.reply(f"/works/{doi.lower()}", Reply({"status": "ok", "message-type": "work", "message": message}))

    def trial(self, number: str, title: str = "An invented trial", aliases: list[str] | None = None) -> None:
        """The registry has this trial."""
        named = {"nctId": number, "briefTitle": title} | ({"nctIdAliases": aliases} if aliases else {})
        self.reply(f"/v2/studies/{number}", Reply({"protocolSection": {"identificationModule": named}}))

    def summary(self, number: str, **fields: Any) -> None:
        """PubMed has this record."""
        plain = {"uid": number, "title": "An invented work", "pubtype": ["Journal Article"], "references": []}
        self.summaries[number] = {**plain, **fields}

    def reply(self, path: str, *replies: Reply) -> None:
        """What a path answers, one after the other; the last one for ever."""
        self.replies[path] = list(replies)

    def answer(self, path: str, query: dict[str, list[str]]) -> Reply:
        if path == "/eutils/esummary.fcgi" and path not in self.replies:
            numbers = query["id"][0].split(",")
            missing = {"error": "cannot get document summary"}
            found = {number: self.summaries.get(number, {"uid": number, **missing}) for number in numbers}
            return Reply({"header": {"type": "esummary", "version": "0.3"}, "result": {"uids": numbers, **found}})
        waiting = self.replies.get(path, [Reply(MISSING, 404)])
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]


def notice(kind: str, day: tuple[int, ...] = (2021, 4, 15), doi: str = "10.5555/notice") -> dict[str, Any]:
    """An entry of `updated-by`."""
    when = {"date-parts": [list(day)], "date-time": "2021-04-15T00:00:00Z", "timestamp": 1618444800000}
    return {"DOI": doi, "type": kind, "label": kind.title(), "source": "retraction-watch", "updated": when}


@contextmanager
def served() -> Iterator[Desk]:
    """A server on this machine for as long as it is needed."""
    desk = Desk()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            with desk.lock:
                desk.asked.append(unquote(self.path))
                desk.agents.append(self.headers["User-Agent"])
                desk.moments.append(time.monotonic())
                desk.at_once += 1
                desk.most_at_once = max(desk.most_at_once, desk.at_once)
                reply = desk.answer(unquote(parts.path), parse_qs(parts.query))
            time.sleep(reply.wait)
            with desk.lock:
                desk.at_once -= 1
            with suppress(BrokenPipeError, ConnectionResetError):  # the other side gave up
                self._send(reply)

        def _send(self, reply: Reply) -> None:
            body = reply.body if isinstance(reply.body, str) else json.dumps(reply.body)
            data = body.encode()
            self.send_response(reply.status)
            for name, value in (("Content-Length", str(len(data))), *reply.headers):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data[: len(data) - reply.cut])

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    desk.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield desk
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
