"""Voilà with our settings: our notebooks, one token, loopback, nothing from outside and no file beside the page."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import secrets
import shutil
import signal
import socket
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
import msgspec
import tornado.httpserver
import tornado.ioloop
import tornado.netutil
import tornado.web
from jupyter_server.utils import url_path_join
from traitlets.config import Config
from voila.app import Voila
from voila.configuration import VoilaConfiguration
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import AllowListFileHandler, MultiStaticFileHandler, TemplateStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from workbench import config
from workbench.errors import Usage
from workbench.serve import policy
from workbench.serve.doors import Asset, Channel, Farewell, Kernel, OurKernel, Page, Places, marked
from workbench.serve.intake import variable
from workbench.serve.proxy import ProxyIdentity
from workbench.staff import NOBODY, Staff

HOST = "127.0.0.1"
_OUR_NAMES = ("127.0.0.1", "localhost")  # any other Host is another site that points at us (DNS rebinding)
_TRIES = 20  # ports, from the wanted one up
_STOPS = ("SIGINT", "SIGTERM", "SIGHUP")
_NOT_STARTED = "Your decisions are safe. Load the page again; if it stays so, the terminal of the server says more."
_MESSAGE_LIMIT = 40 * 2**20  # bytes of one websocket message; a longer one ends the connection without a word


class Launch(msgspec.Struct, frozen=True):
    """One launch: an own empty folder, the dashboard's name, the wanted port, and what the kernel is told.

    `beside` are further dashboards, each under its own name as the address. Where the `staff` have a `header`, a proxy
    stands before us: people are known by it, and may reach us under the `address` of the proxy ("" = none). `places`
    is how many pages may be open at once.
    """

    folder: Path
    notebook: str
    port: int
    environment: Mapping[str, str]
    beside: tuple[str, ...] = ()
    staff: Staff = NOBODY
    address: str = ""
    places: int = 30


def run(launch: Launch, announce: Callable[[str], None]) -> None:
    """Serve until Ctrl-C or SIGTERM, then end every kernel.

    Args:
        launch: what to serve.
        announce: called once with the address on this machine, when it answers.

    Raises:
        Usage: no port is free, or the dashboard is not installed.
    """
    sockets = _listen(launch.port)
    port = sockets[0].getsockname()[1]
    os.environ.update(launch.environment)
    os.environ.update(_quiet_kernel(launch.folder))
    header = launch.staff.header
    os.environ.pop(variable(header), None)  # a kernel must not take our own for a visitor's
    token = "" if header else secrets.token_urlsafe(24)
    server = Server.instance(  # the one whose log all parts of Voilà use
        notebook_path=str(_served(launch, launch.notebook)), root_dir=str(launch.folder / "served"), ip=HOST, port=port,
        token=token, connection_dir_root=str(launch.folder), config=_settings(header), log_level="ERROR",
        tornado_settings=_tornado(launch), base_url=urlsplit(launch.address).path or "/",
        **({"identity_provider_class": ProxyIdentity} if header else {}),
    )  # fmt: skip
    server.beside = tuple(_served(launch, name).name for name in launch.beside)
    server.names = _names(launch.address)
    try:
        query = f"?token={token}" if token else ""
        server.serve(sockets, lambda: announce(f"http://{HOST}:{port}{server.base_url}{query}"))
    finally:
        logging.disable(logging.NOTSET)
        Server.clear_instance()


class Server(Voila):  # type: ignore[misc]
    """Voilà that reads no configuration file, serves our pages, and answers to our own names only."""

    beside: tuple[str, ...] = ()  # notebooks under their own name, beside the one at the root
    names: tuple[str, ...] = _OUR_NAMES

    def serve(self, sockets: list[socket.socket], ready: Callable[[], None]) -> None:
        """Answer on open sockets until a signal asks to stop, then end every kernel.

        Args:
            sockets: bound and listening.
            ready: called when requests are answered.
        """
        asyncio.run(self._serve(sockets, ready))

    async def _serve(self, sockets: list[socket.socket], ready: Callable[[], None]) -> None:
        self.voila_configuration = VoilaConfiguration(parent=self)
        self.setup_template_dirs()
        self.template_paths.insert(0, str(policy.PAGE))
        self.connection_dir = tempfile.mkdtemp(dir=self.connection_dir_root)
        self.app = tornado.web.Application(**{**self.init_settings(), **self.tornado_settings})
        ours = jinja2.FileSystemLoader(policy.PAGE)  # before Jupyter's, whose pages need files that we do not serve
        environment = self.app.settings["jinja2_env"]
        environment.loader = jinja2.ChoiceLoader([ours, environment.loader])
        self.app.add_handlers(f"({'|'.join(map(re.escape, self.names))})", self.init_handlers())
        stop = asyncio.Event()
        _on_signal(stop)
        answering = tornado.httpserver.HTTPServer(self.app, max_buffer_size=_MESSAGE_LIMIT)
        answering.add_sockets(sockets)
        ready()
        await stop.wait()
        answering.stop()
        logging.disable(logging.ERROR)  # a page that was being made loses its kernel; that is no error now
        await self.kernel_manager.shutdown_all(now=True)
        await answering.close_all_connections()

    def init_handlers(self) -> list[Any]:
        """Voilà's handlers with our page, and without those for files beside the notebook and beside a template."""
        ours: list[Any] = []
        for pattern, handler, *rest in super().init_handlers():
            if handler is TornadoVoilaHandler:
                paths = [(Path(name).stem, {**rest[0], "notebook_path": name}) for name in self.beside]
                ours += [(url_path_join(self.server_url, name), Page, options) for name, options in paths]
            if handler not in (AllowListFileHandler, TemplateStaticFileHandler):
                ours.append((pattern, _OURS.get(handler, handler), *rest))
        return ours


_OURS = {
    MultiStaticFileHandler: Asset,
    TornadoVoilaHandler: Page,
    VoilaKernelWebsocketHandler: Channel,
    VoilaShutdownKernelHandler: Farewell,
}


def _names(address: str) -> tuple[str, ...]:
    host = urlsplit(address).hostname
    return (*_OUR_NAMES, host) if host else _OUR_NAMES


def _settings(header: str) -> Config:
    voila = {
        "template": "lab",  # ours stands before it
        "theme": "light",  # Voilà's own; our page follows the system
        "strip_sources": True,
        "show_tracebacks": False,
        "extension_allowlist": [
            "@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget",
        ],
        "file_allowlist": [],
        "allow_template_override": "NO",
        "allow_theme_override": "NO",
        "http_header_envs": [header] if header else [],
        "kernel_spec_manager_class": OurKernel,
        "prelaunch_hook": marked,
        "resources": {},
    }  # fmt: skip
    return Config(
        {
            "VoilaConfiguration": voila,
            "VoilaExecutor": {"cell_error_instruction": _NOT_STARTED},
            "KernelManager": {"transport_encryption": "auto"},
            "MultiKernelManager": {"kernel_manager_class": f"{Kernel.__module__}.{Kernel.__name__}"},
            "MappingKernelManager": {"cull_interval": 60, "cull_idle_timeout": 600, "cull_connected": False},
            "IdentityProvider": {"cookie_options": {"samesite": "Lax"}},
        }
    )


def _tornado(launch: Launch) -> dict[str, Any]:
    origin = urlsplit(launch.address)
    return {
        "staff": launch.staff,
        "allow_remote_access": False,  # a second wall behind the names
        "local_hostnames": list(_names(launch.address)),
        "allow_origin": f"{origin.scheme}://{origin.netloc}" if origin.netloc else "",  # where Host is ours
        "disable_check_xsrf": True,  # the page's farewell, which ends its kernel, cannot carry the form's secret
        "xsrf_cookie_kwargs": {"httponly": True, "samesite": "Strict", "secure": origin.scheme == "https"},
        "websocket_max_message_size": _MESSAGE_LIMIT,
        "ws_ping_interval": 30_000,  # milliseconds
        "ws_ping_timeout": 30_000,
        "headers": policy.headers(),
        "places": Places(launch.places),
        "log_function": lambda _: None,  # a request line would carry the token
    }


def _listen(port: int) -> list[socket.socket]:
    for number in range(port, port + _TRIES) if port else (0,):
        try:
            return tornado.netutil.bind_sockets(number, HOST, family=socket.AF_INET, reuse_port=False)
        except OSError:
            continue
    raise Usage(f"--port: {port} and the {_TRIES - 1} ports after it are taken; name another one")


def _served(launch: Launch, notebook: str) -> Path:
    """A folder that holds our notebooks and nothing else; articles and decisions live elsewhere."""
    source = config.content_root() / "dashboards" / f"{notebook}.ipynb"
    if not source.is_file():
        raise Usage(f"{source}: the dashboard is missing; install workbench again")
    folder = launch.folder / "served"
    folder.mkdir(exist_ok=True)
    return Path(shutil.copyfile(source, folder / source.name))


def _quiet_kernel(folder: Path) -> dict[str, str]:
    return {
        "IPYTHONDIR": str(folder / "ipython"),  # no start-up files and no history of the person's own sessions
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",  # else a warning about a debugger that nobody started
    }


def _on_signal(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (getattr(signal, name) for name in _STOPS if hasattr(signal, name)):
        if number.name == "SIGHUP" and signal.getsignal(number) is signal.SIG_IGN:
            continue  # started with nohup
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
