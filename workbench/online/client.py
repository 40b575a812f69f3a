"""One polite HTTP client: paced for each host, bounded in time and size, never led to another host."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import httpx

from workbench.online.manners import Manners, user_agent

_REDIRECTS = 3
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})


class Failed(Exception):
    """No answer, in words a person understands; `service_down` where the next request will fare no better."""

    def __init__(self, reason: str, service_down: bool = False) -> None:
        super().__init__(reason)
        self.service_down = service_down


class Client:
    """Asks by GET and hands back status and body; safe to use from several threads."""

    def __init__(self, manners: Manners, mailto: str) -> None:
        self._manners = manners
        headers = {"User-Agent": user_agent(mailto), "Accept": "application/json", "Accept-Encoding": "identity"}
        self._http = httpx.Client(headers=headers, timeout=manners.timeout, follow_redirects=False)
        self._next: dict[str, float] = {}  # host → the moment before which it is not asked again
        self._lock = threading.Lock()
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Let nobody wait any longer and close the connections."""
        self._stopped.set()
        self._http.close()

    def get(self, address: str) -> tuple[int, bytes]:
        """Status and body of the answer to a GET; a failing service is asked again, more slowly each time.

        Raises:
            Failed: there is no answer to be had, or none that we accept.
        """
        wait = self._manners.back_off
        for attempt in range(1, self._manners.attempts + 1):
            try:
                status, asked_to_wait, body = self._followed(address)
            except httpx.TransportError as error:
                status, asked_to_wait, body = 0, None, b""
                reason = f"no connection ({_kind(error)})"
            else:
                if status not in _AGAIN:
                    return status, body
                reason = f"the service answers with status {status}"
            pause = wait if asked_to_wait is None else asked_to_wait
            if pause > self._manners.longest_wait:
                raise Failed(f"{reason} and asks to come back in {pause:.0f} seconds; run again then", True)
            if attempt < self._manners.attempts:
                self._sleep(pause)
                wait *= 2
        raise Failed(f"{reason}, {self._manners.attempts} times; run again later", True)

    def _followed(self, address: str) -> tuple[int, float | None, bytes]:
        first = _origin(address)
        for _ in range(_REDIRECTS + 1):
            self._take_turn(first)
            with self._http.stream("GET", address) as answer:
                if not answer.is_redirect:
                    return answer.status_code, _retry_after(answer), self._body(answer)
                target = urljoin(address, answer.headers.get("location", ""))
            if _origin(target) != first:
                raise Failed(f"the service sent us on to another host ({urlsplit(target).hostname}); we did not follow")
            address = target
        raise Failed("the service sent us on and on")

    def _body(self, answer: httpx.Response) -> bytes:
        if answer.headers.get("content-encoding", "identity") != "identity":
            raise Failed("the answer is packed, which we did not ask for")
        until = time.monotonic() + self._manners.patience
        parts: list[bytes] = []
        size = 0
        for part in answer.iter_raw():
            size += len(part)
            if size > self._manners.largest:
                raise Failed(f"the answer is larger than {self._manners.largest:,} bytes")
            if time.monotonic() > until:
                raise Failed("the answer takes too long")
            parts.append(part)
        return b"".join(parts)

    def _take_turn(self, host: str) -> None:
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + self._manners.pause
        self._sleep(turn - now)

    def _sleep(self, seconds: float) -> None:
        if self._stopped.wait(max(0.0, seconds)):
            raise Failed("the run was stopped", True)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _retry_after(answer: httpx.Response) -> float | None:
    written = answer.headers.get("retry-after", "").strip()
    if written.isdigit():
        return float(written)
    try:
        moment = parsedate_to_datetime(written)
    except (TypeError, ValueError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _kind(error: httpx.TransportError) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "the service took too long"
    return "connection refused or broken off"
