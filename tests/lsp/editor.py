"""An editor as tests need it: the real server behind stdin and stdout, and a client that remembers what it is told."""

from __future__ import annotations

import ast
import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

_PATIENCE = 20.0  # seconds for a mark, on a busy machine


class Editor:
    """One editor with a folder open."""

    def __init__(self, client: LanguageClient, root: Path) -> None:
        self.client, self.root = client, root
        self.told: list[types.PublishDiagnosticsParams] = []
        self.shown: list[str] = []
        self._news = asyncio.Event()
        self._versions: dict[str, int] = {}

    def heard(self, params: types.PublishDiagnosticsParams) -> None:
        self.told.append(params)
        self._news.set()

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    def open(self, name: str, text: str, language: str = "markdown") -> str:
        uri = self.uri(name)
        self._versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def replace(self, uri: str, text: str) -> int:
        whole = types.TextDocumentContentChangeWholeDocument(text)
        return self._change(uri, whole)

    def type(self, uri: str, line: int, character: int, text: str, end: int | None = None) -> int:
        start = types.Position(line, character)
        stop = types.Position(line, character if end is None else end)
        return self._change(uri, types.TextDocumentContentChangePartial(types.Range(start, stop), text))

    def _change(self, uri: str, change: Any) -> int:
        self._versions[uri] += 1
        at = types.VersionedTextDocumentIdentifier(self._versions[uri], uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(at, [change]))
        return self._versions[uri]

    def close(self, uri: str) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    async def until(
        self, uri: str, fits: Callable[[types.PublishDiagnosticsParams], bool]
    ) -> types.PublishDiagnosticsParams:
        """The next news about a text that fits."""
        deadline, seen = asyncio.get_running_loop().time() + _PATIENCE, 0
        while True:
            for params in self.told[seen:]:
                if params.uri == uri and fits(params):
                    self.told.clear()
                    return params
            seen = len(self.told)
            self._news.clear()
            left = deadline - asyncio.get_running_loop().time()
            assert left > 0, f"nothing that fits was told of {uri}: {[len(one.diagnostics) for one in self.told]}"
            try:
                await asyncio.wait_for(self._news.wait(), left)
            except TimeoutError:
                continue

    async def marks(self, uri: str, version: int = 1) -> list[types.Diagnostic]:
        """What is marked in this version."""
        return list((await self.until(uri, lambda params: params.version == version)).diagnostics)

    async def settled(self, uri: str, version: int) -> list[types.Diagnostic]:
        """The same when nothing more comes: the whole text has been checked."""
        found = await self.marks(uri, version)
        while True:
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), 1.5)
            except TimeoutError:
                return found
            for params in self.told:
                if params.uri == uri and params.version == version:
                    found = list(params.diagnostics)
            self.told.clear()

    async def actions(self, uri: str, mark: types.Diagnostic) -> dict[str, Any]:
        """What is offered, by its title."""
        context = types.CodeActionContext([mark])
        asked = types.CodeActionParams(types.TextDocumentIdentifier(uri), mark.range, context)
        found = await self.client.text_document_code_action_async(asked) or []
        return {one.title: _command(one) for one in found}

    async def run(self, command: str, *arguments: Any) -> None:
        """An editor carries a command of ours out."""
        given = types.ExecuteCommandParams(command, list(arguments))
        await self.client.workspace_execute_command_async(given)

    async def hover(self, uri: str, line: int, character: int) -> str:
        at = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(line, character))
        found = await self.client.text_document_hover_async(at)
        return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else ""


def _command(offered: Any) -> Any:
    """This client takes an action that carries a command for a bare command, with the command as text in it."""
    if isinstance(offered, types.Command) and offered.command.startswith("{"):
        return types.Command(**ast.literal_eval(offered.command))
    return offered


@asynccontextmanager
async def editing(root: Path) -> AsyncIterator[Editor]:
    """The server started for this folder, and ended as an editor ends it."""
    client = LanguageClient("editor", "1")
    editor = Editor(client, root)
    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: editor.heard(params))
    client.feature(types.WINDOW_SHOW_MESSAGE)(lambda params: editor.shown.append(params.message))
    await client.start_io(sys.executable, "-m", "workbench", "lsp", "--as-of", "2026-11-25", cwd=str(root))
    folder = types.WorkspaceFolder(root.as_uri(), root.name)
    given = types.InitializeParams(types.ClientCapabilities(), root_uri=root.as_uri(), workspace_folders=[folder])
    await client.initialize_async(given)
    client.initialized(types.InitializedParams())
    try:
        yield editor
    finally:
        await asyncio.wait_for(client.shutdown_async(None), _PATIENCE)
        client.exit(None)
        await client.stop()
