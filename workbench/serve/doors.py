"""What stands between a page and its kernel: our pages, their line, their last word, and the kernels themselves."""

from __future__ import annotations

import asyncio
from typing import Any

import tornado.web
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_server.base.call_context import CallContext
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from workbench.serve.proxy import opened_by_another

_PATIENCE, _PAUSE = 40, 0.25  # times and seconds that a page's last word waits for its kernel to stand


class OurKernel(KernelSpecManager):
    """Only the Python that runs us; a kernel somebody installed under the same name is not ours."""

    def _kernel_dirs_default(self) -> list[str]:
        return []


class Kernel(ServerKernelManager):
    """A kernel that is ended without being interrupted first; one that still starts would print how far it had come.

    `opened_by` is who opened the page that it was started for.
    """

    opened_by = ""

    async def _async_pre_start_kernel(self, **kw: Any) -> Any:
        if not self.opened_by:  # a kernel that died is started again for the same person, whoever asks meanwhile
            user = getattr(CallContext.get(CallContext.JUPYTER_HANDLER), "current_user", None)
            self.opened_by = user.username if user else ""
        return await super()._async_pre_start_kernel(**kw)

    async def _async_interrupt_kernel(self) -> None:
        if not self.shutting_down:
            await super()._async_interrupt_kernel()


class Page(TornadoVoilaHandler):  # type: ignore[misc]
    """One of our pages. Its address carries nothing: the token is exchanged for a cookie, all else is dropped."""

    @tornado.web.authenticated
    async def get(self, path: str | None = None) -> None:
        """The dashboard, in a kernel of its own."""
        if path:
            raise tornado.web.HTTPError(404)
        if self.request.query:
            self.redirect(self.request.path)
            return
        await super().get(path)


class Channel(VoilaKernelWebsocketHandler):  # type: ignore[misc]
    """A page's line to its kernel; a person who left while it was being laid is no error."""

    async def pre_get(self) -> None:
        """Nobody talks to a kernel of somebody else."""
        await super().pre_get()
        if opened_by_another(self, self.kernel_id):
            raise tornado.web.HTTPError(403)

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
