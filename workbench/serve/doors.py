"""What stands between a page and its kernel: our pages, their line, their last word, and the kernels themselves."""

from __future__ import annotations

import asyncio
import secrets
from functools import cached_property
from typing import Any

import tornado.web
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_server.base.call_context import CallContext
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from tornado.iostream import StreamClosedError
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import MultiStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from workbench.serve import policy
from workbench.serve.proxy import opened_by_another

_HEARTBEAT = "<script>window.voila_heartbeat()</script>"  # what Voilà sends while a page takes long
_PATIENCE, _PAUSE = 40, 0.25  # times and seconds that a page's last word waits for its kernel to stand


class OurKernel(KernelSpecManager):
    """Only the Python that runs us; a kernel somebody installed under the same name is not ours."""

    def _kernel_dirs_default(self) -> list[str]:
        return []


class Kernel(ServerKernelManager):
    """A kernel that is ended without being interrupted first; one that still starts would print how far it had come.

    `opened_by` is who opened the page that it was started for, and `page` that page's nonce.
    """

    opened_by = page = ""

    async def _async_pre_start_kernel(self, **kw: Any) -> Any:
        if not self.page:  # a kernel that died is started again for the same person, whoever asks meanwhile
            handler = CallContext.get(CallContext.JUPYTER_HANDLER)
            user = getattr(handler, "current_user", None)
            self.opened_by, self.page = user.username if user else "", getattr(handler, "nonce", "")
        return await super()._async_pre_start_kernel(**kw)

    async def _async_interrupt_kernel(self) -> None:
        if not self.shutting_down:
            await super()._async_interrupt_kernel()


class Page(TornadoVoilaHandler):  # type: ignore[misc]
    """One of our pages. Its address carries nothing: the token is exchanged for a cookie, all else is dropped."""

    @cached_property
    def nonce(self) -> str:
        """Of this answer alone; see `policy`."""
        return secrets.token_urlsafe(18)

    @property
    def content_security_policy(self) -> str:
        """Ours, for this answer."""
        return policy.dashboard(self.nonce)

    @tornado.web.authenticated
    async def get(self, path: str | None = None) -> None:
        """The dashboard, in a kernel of its own; the page that all places are taken, where they are."""
        if path:
            raise tornado.web.HTTPError(404)
        if self.request.query:
            self.redirect(self.request.path)
            return
        places: Places = self.settings["places"]
        if not await places.take(self.kernel_manager, self.nonce):
            self._full(places.number)
            return
        try:
            async for piece in self.get_generator(path=path):
                self.write("\n" if piece.strip() == _HEARTBEAT else piece)
                await self.flush()
        except StreamClosedError:  # who left before the page was whole cannot say goodbye
            await places.clear(self.kernel_manager, self.nonce)
        finally:
            places.taken.discard(self.nonce)

    def _full(self, number: int) -> None:
        self.set_status(503)
        self.set_header("Retry-After", "60")
        page = self.settings["jinja2_env"].get_template("full.html")
        self.finish(page.render(places=number, address=self.request.path))


def marked(handler: Page, notebook: Any, cwd: str) -> None:
    """Voilà's hook before a page is made: the template learns the nonce of the answer."""
    notebook.metadata["nonce"] = handler.nonce


class Asset(MultiStaticFileHandler):  # type: ignore[misc]
    """Voilà's own scripts, with the headers that all else has."""

    def set_default_headers(self) -> None:
        """Ours."""
        for name, value in self.settings["headers"].items():
            self.set_header(name, value)


class Channel(VoilaKernelWebsocketHandler):  # type: ignore[misc]
    """A page's line to its kernel; a person who left while it was being laid is no error."""

    async def pre_get(self) -> None:
        """Nobody talks to a kernel of somebody else."""
        await super().pre_get()
        if opened_by_another(self, self.kernel_id):
            raise tornado.web.HTTPError(403)

    def get_compression_options(self) -> dict[str, Any]:
        """Rows and findings repeat their keys: a tenth is left of them at little cost."""
        return {"compression_level": 3}

    def select_subprotocol(self, subprotocols: list[str]) -> str | None:
        """As asked for, unless the page is gone."""
        if self.connection is None:
            raise tornado.web.HTTPError(404)
        chosen: str | None = super().select_subprotocol(subprotocols)
        return chosen


class Farewell(VoilaShutdownKernelHandler):  # type: ignore[misc]
    """A page's last word ends its kernel, also one that is being started again after it died."""

    @tornado.web.authenticated
    async def post(self, kernel_id: str) -> None:
        """End the kernel."""
        if opened_by_another(self, kernel_id):
            raise tornado.web.HTTPError(403)
        for _ in range(_PATIENCE):
            try:
                await super().post(kernel_id)
                return
            except asyncio.InvalidStateError:  # neither started nor ended yet
                await asyncio.sleep(_PAUSE)
        await super().post(kernel_id)


class Places:
    """How many pages may be open at once: each has a kernel, and a machine holds only so many."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.taken: set[str] = set()  # nonces of pages that are being made

    async def take(self, manager: Any, nonce: str) -> bool:
        """Whether there is a place; kernels that no page listens to any more make room for one that will."""
        if self._count(manager) >= self.number:
            await self._sweep(manager)
        if self._count(manager) >= self.number:
            return False
        self.taken.add(nonce)
        return True

    async def clear(self, manager: Any, nonce: str) -> None:
        """End the kernel of a page that nobody is at."""
        await _end(manager, [id_ for id_, page in _open(manager).items() if page == nonce])

    def _count(self, manager: Any) -> int:
        pages = _open(manager)
        return len(pages) + len(self.taken.difference(pages.values()))

    async def _sweep(self, manager: Any) -> None:
        connections = manager._kernel_connections
        left = [id_ for id_, page in _open(manager).items() if not connections.get(id_) and page not in self.taken]
        await _end(manager, left)


def _open(manager: Any) -> dict[str, str]:
    """The nonce of each kernel's page, by the kernel's id."""
    return {id_: manager.get_kernel(id_).page for id_ in manager.list_kernel_ids()}


async def _end(manager: Any, ids: list[str]) -> None:
    for id_ in ids:
        if id_ in manager:
            await manager.shutdown_kernel(id_, now=True)
