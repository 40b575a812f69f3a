"""Stands before `workbench serve --behind-proxy` as a service of JupyterHub: signs people in there, and says who came.

JupyterHub starts it (see jupyterhub_config.py). It needs nothing but JupyterHub itself. WORKBENCH_BEHIND is where the
server listens, WORKBENCH_HEADER the header that `[review] header` names.
"""

from __future__ import annotations

import os
from contextlib import suppress
from urllib.parse import urlsplit

from jupyterhub.services.auth import HubOAuthCallbackHandler, HubOAuthenticated
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.ioloop import IOLoop
from tornado.iostream import StreamClosedError
from tornado.web import Application, HTTPError, authenticated
from tornado.websocket import WebSocketClientConnection, WebSocketHandler, websocket_connect

BEHIND = os.environ.get("WORKBENCH_BEHIND", "http://127.0.0.1:8866").rstrip("/")
HEADER = os.environ.get("WORKBENCH_HEADER", "X-Remote-User")
PREFIX = os.environ["JUPYTERHUB_SERVICE_PREFIX"]
LIMIT = 40 * 2**20  # bytes of one message, as `workbench serve` has it
_PASSED_ON = ("accept", "accept-language", "content-type", "host", "if-modified-since", "if-none-match", "origin")
_KEPT_BACK = ("connection", "content-length", "transfer-encoding", "content-encoding", "server", "date")


class Door(HubOAuthenticated, WebSocketHandler):
    """Everything below the service's path, for whoever the hub lets in."""

    _line: WebSocketClientConnection | None = None

    def set_default_headers(self) -> None:
        """None of ours: the answers bring their own, which are stricter than the hub's."""
        self.clear_header("Server")

    def check_xsrf_cookie(self) -> None:
        """The one request that is no GET ends a kernel by its unguessable id; the server looks at its origin."""

    async def get(self, *_: str) -> None:
        """A page or a file, or a page's line to its kernel."""
        if self.request.headers.get("Upgrade", "").lower() == "websocket":
            if not self.current_user:
                raise HTTPError(403)
            await self._join()
        elif self.current_user:
            await self._pass()
        else:
            self.redirect(self.get_login_url())

    @authenticated
    async def head(self, *_: str) -> None:
        """As `get`, without the body."""
        await self._pass()

    @authenticated
    async def post(self, *_: str) -> None:
        """A page's last word."""
        await self._pass()

    def _told(self) -> dict[str, str]:
        """Headers that are passed on, and the person's name: the visitor's own word for it is not."""
        sent = {name: value for name, value in self.request.headers.items() if name.lower() in _PASSED_ON}
        return {**sent, HEADER: self.current_user["name"]}

    async def _pass(self) -> None:
        method = self.request.method
        asked = HTTPRequest(
            BEHIND + self.request.uri, method, self._told(), self.request.body if method == "POST" else None,
            follow_redirects=False, header_callback=self._headed, streaming_callback=self._piece,
            connect_timeout=5, request_timeout=3600, decompress_response=False,
        )  # fmt: skip
        try:
            await AsyncHTTPClient().fetch(asked, raise_error=False)
        except (HTTPClientError, OSError) as error:
            raise HTTPError(502, reason="workbench serve does not answer") from error
        self.finish()

    def _headed(self, line: str) -> None:
        if line.startswith("HTTP/"):
            self.set_status(int(line.split()[1]))
        elif ":" in line:
            name, value = (part.strip() for part in line.split(":", 1))
            if name.lower() not in _KEPT_BACK:
                self.set_header(name, value)

    def _piece(self, data: bytes) -> None:
        self.write(data)
        IOLoop.current().add_callback(self._flushed)

    async def _flushed(self) -> None:
        if not self._finished:
            with suppress(StreamClosedError):
                await self.flush()

    async def _join(self) -> None:
        sent = self.request.headers.get("Sec-WebSocket-Protocol", "")
        wanted = [one.strip() for one in sent.split(",") if one.strip()]
        asked = HTTPRequest(BEHIND.replace("http", "ws", 1) + self.request.uri, headers=self._told())
        try:
            self._line = await websocket_connect(
                asked, on_message_callback=self._heard, subprotocols=wanted or None, max_message_size=LIMIT
            )
        except HTTPClientError as error:
            raise HTTPError(error.code) from error
        await super().get()

    def check_origin(self, origin: str) -> bool:
        """The server behind was told the origin and has let it in, else the line would not have been laid."""
        return True

    def select_subprotocol(self, subprotocols: list[str]) -> str | None:
        """What the server chose."""
        return self._line.selected_subprotocol

    def _heard(self, message: str | bytes | None) -> None:
        if message is None:
            self.close()
        elif self.ws_connection is not None:  # the page may be gone already
            self.write_message(message, binary=isinstance(message, bytes))

    async def on_message(self, message: str | bytes) -> None:
        """From the page to its kernel."""
        await self._line.write_message(message, binary=isinstance(message, bytes))

    def on_close(self) -> None:
        """The page is gone."""
        if self._line is not None:
            self._line.close()


def main() -> None:
    """Listen where the hub expects the service."""
    rules = [(f"{PREFIX}oauth_callback", HubOAuthCallbackHandler), (f"{PREFIX}(.*)", Door)]
    app = Application(rules, cookie_secret=os.urandom(32), websocket_max_message_size=LIMIT)
    place = urlsplit(os.environ["JUPYTERHUB_SERVICE_URL"])
    app.listen(place.port, place.hostname, max_body_size=2**20)
    IOLoop.current().start()


if __name__ == "__main__":
    main()
