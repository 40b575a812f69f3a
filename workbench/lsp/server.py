"""What an editor and the checks say to each other."""

from __future__ import annotations

import asyncio
import gc
import logging
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from workbench import __version__
from workbench.drafting import Dropped
from workbench.errors import WorkbenchError
from workbench.lsp import actions, hovers, marks
from workbench.lsp.open import Open, Told
from workbench.lsp.rooms import Room
from workbench.lsp.texts import Lines

PAUSE = 0.4  # seconds without a key after which the whole text is checked
_AT_ONCE = 0.06  # and after which the touched paragraphs are
_WATCHED = ("**/workbench.toml", "**/pyproject.toml", "**/checks/**", "**/claims/**")

_log = logging.getLogger(__name__)


class Server(LanguageServer):
    """The server with the texts that are open. Checks run in one thread, so that a key is never kept waiting."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("workbench", __version__, types.TextDocumentSyncKind.Incremental)
        self.today = today
        self.texts: dict[str, Open] = {}
        self._rooms: dict[Path, Room] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="checks")
        self._blamed: set[str] = set()  # addresses of settings files that bear a mark

    def room(self, path: Path) -> Room:
        """The newsroom of the folder that the editor has open around a file; never one that an article brings along."""
        open_folders = [Path(name) for name in map(to_fs_path, self.workspace.folders) if name]
        root = to_fs_path(self.workspace.root_uri) if self.workspace.root_uri else None
        open_folders += [Path(root)] if root else []
        around = [folder for folder in open_folders if path.is_relative_to(folder)]
        folder = max(around, key=lambda one: len(one.parts), default=open_folders[0] if open_folders else Path.cwd())
        return self._rooms.setdefault(folder, Room(folder, self.today))

    def took(self, uri: str, text: str, version: int) -> None:
        """A text was opened or changed."""
        path = Path(to_fs_path(uri) or uri.rpartition("/")[2] or "draft.md")
        if uri in self.texts:
            self.texts[uri].change(text, version)
        else:
            self.texts[uri] = Open(uri, path, text, version, self.room(path))
        self.soon(uri)

    def soon(self, uri: str, pause: float = PAUSE) -> None:
        """Check a text when it rests; what was waiting is dropped."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        self._waiting[uri] = asyncio.ensure_future(self._later(uri, pause))

    def gone(self, uri: str) -> None:
        """A text was closed, renamed or deleted: its marks go."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        if closed := self.texts.pop(uri, None):
            closed.change("", -1)
            self._publish(uri, None, [])

    async def _later(self, uri: str, pause: float) -> None:
        text = self.texts[uri]
        version, words, first = text.version, text.text, text.told is None
        if not first:
            await asyncio.sleep(_AT_ONCE)
            await self._tell(text, version, lambda: text.glance(words, version))
        await asyncio.sleep(0 if first else max(0.0, pause - _AT_ONCE))
        await self._tell(text, version, lambda: text.check(words, version))

    async def _tell(self, text: Open, version: int, check: Callable[[], Told | None]) -> None:
        try:
            told = await asyncio.get_running_loop().run_in_executor(self._worker, check)
        except Dropped:
            return
        except WorkbenchError as error:
            self._blame(text, error)
            return
        except Exception:  # one text that cannot be checked must not end the server
            _log.exception("checking %s", text.uri)
            lines = Lines(text.text)
            message = "The checks stopped on this text, which is a bug of ours; your text is not affected."
            told = Told(version, lines, (), [marks.trouble(message, lines.line(0))])
        if told is None or text.version != version or self.texts.get(text.uri) is not text:
            return
        self._absolve()
        text.told = told
        self._publish(text.uri, version, told.diagnostics)

    def _blame(self, text: Open, error: WorkbenchError) -> None:
        """Settings or checks do not hold: said at the settings, and at the text that cannot be checked."""
        message = f"{error} The checks do not run until then; your text is not affected."
        if (file := text.room.settings_file()) is not None:
            self._blamed.add(file.as_uri())
            lines = Lines(file.read_text(encoding="utf-8", errors="replace"))
            self._publish(file.as_uri(), None, [marks.trouble(message, lines.line(0))])
        lines = Lines(text.text)
        self._publish(text.uri, text.version, [marks.trouble(message, lines.line(0))])
        text.told = Told(text.version, lines, (), [])

    def _absolve(self) -> None:
        while self._blamed:
            self._publish(self._blamed.pop(), None, [])

    def _publish(self, uri: str, version: int | None, found: list[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def close(self) -> None:
        """End the thread."""
        self._worker.shutdown(wait=False, cancel_futures=True)


def made(today: Callable[[], date]) -> Server:
    """A server with everything that it answers to."""
    server = Server(today)

    @server.feature(types.INITIALIZED)
    def initialized(_: Any) -> None:
        _watch(server)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        server.took(params.text_document.uri, params.text_document.text, params.text_document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.took(uri, server.workspace.get_text_document(uri).source, params.text_document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        server.gone(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_files(_: types.DidChangeWatchedFilesParams) -> None:
        for uri in server.texts:
            server.soon(uri)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        text = server.texts.get(params.text_document.uri)
        if text is None or text.told is None:
            return None
        checks = {check.id: check for check in text.room.desk().content.checks}
        return hovers.hover(text.told.findings, text.told.lines, params.position, checks)

    offered = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, offered)
    def code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        text = server.texts.get(uri)
        told = text.told if text else None
        if text is None or told is None or told.whole is None or told.version != text.version:
            return []  # an edit that was worked out for another text would spoil this one
        given = params.context.diagnostics
        return actions.actions(text.room.desk(), told.whole, told.lines, uri, given, params.range)

    @server.command(actions.ASK)
    def ask(uri: str, fingerprint: str) -> None:
        server.window_show_message(types.ShowMessageParams(types.MessageType.Info, _ask(server, uri, fingerprint)))

    return server


def _ask(server: Server, uri: str, fingerprint: str) -> str:
    from workbench.lsp.asking import ask  # the queue's libraries, for who asks

    text = server.texts.get(uri)
    found = (
        next((one for one in text.told.findings if one.fingerprint == fingerprint), None)
        if text and text.told
        else None
    )
    if text is None or found is None:
        return "Not sent: this mark is not there any more."
    settings, name = text.room.desk().settings, text.room.name_of(text.path)
    question = f"Please look at this: {found.message}"
    return ask(settings, name, fingerprint, question, server.today(), uuid.uuid4().hex)


def _watch(server: Server) -> None:
    able = server.client_capabilities.workspace
    if not (able and able.did_change_watched_files and able.did_change_watched_files.dynamic_registration):
        return
    watchers = [types.FileSystemWatcher(glob) for glob in _WATCHED]
    wanted = types.Registration(
        uuid.uuid4().hex, types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
        types.DidChangeWatchedFilesRegistrationOptions(watchers),
    )  # fmt: skip
    server.client_register_capability(types.RegistrationParams([wanted]))


def serve(today: Callable[[], date] = date.today) -> None:
    """Talk over stdin and stdout until the editor goes away."""
    logging.basicConfig(level=logging.WARNING)  # on stderr; stdout is the line to the editor
    gc.enable()  # the command line turns it off for runs that end soon
    server = made(today)
    try:
        server.start_io()
    finally:
        server.close()
