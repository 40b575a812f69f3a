"""Texts put to the server one after the other through language-tool-python; a server that fails is restarted once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from importlib.util import find_spec
from typing import Any

from workbench.config import Grammar
from workbench.grammar.places import Unavailable
from workbench.grammar.server import Server
from workbench.model import Slip

_PACKAGE = "language_tool_python"
_PATIENCE = 60  # seconds for one text; the server itself gives up before
_INSTEAD = 3  # proposals kept
_ASTRAL = 0xFFFF


def ask(texts: Mapping[str, tuple[str, str]], settings: Grammar) -> Iterator[tuple[str, tuple[Slip, ...]]]:
    """Each text's key with what the server says of it; texts that it failed on are left out.

    Args:
        texts: key → language and text.
        settings: `url` of a server that runs already, or `megabytes` for one of our own.

    Raises:
        Unavailable: no server can be had, or it failed again after its restart; what was answered before is out.
    """
    if find_spec(_PACKAGE) is None:
        raise Unavailable("the package language-tool-python is missing; install it: pip install 'workbench[grammar]'")
    with ExitStack() as open_:
        server = None if settings.url else open_.enter_context(Server(settings.megabytes))
        clients = _Clients(lambda: settings.url if server is None else server.address)
        restarts, failed = 1, 0
        for key, (language, text) in texts.items():
            slips = clients.check(language, text)
            if slips is None and server is not None and restarts:
                restarts -= 1
                server.restart()
                clients.forget()
                slips = clients.check(language, text)
            if slips is not None:
                yield key, slips
                failed = 0
                continue
            failed += 1
            if failed > 1 or (server is not None and not server.alive):
                where = settings.url or "LanguageTool"
                raise Unavailable(f"{where} stopped answering ({clients.last}); see: workbench doctor")


class _Clients:
    """One client for each language; a failure is remembered, not raised."""

    def __init__(self, address: Callable[[], str]) -> None:
        self._address, self._of = address, dict[str, Any]()
        self.last = ""

    def forget(self) -> None:
        self._of.clear()

    def check(self, language: str, text: str) -> tuple[Slip, ...] | None:
        """What the server says; None where it failed."""
        try:
            if language not in self._of:
                self._of[language] = _client(language, self._address())
            return tuple(_slip(match, text) for match in self._of[language].check(text))
        except Exception as error:  # the package raises its own errors, those of its HTTP client, and KeyError
            self.last = " ".join(str(error).split())[:160] or type(error).__name__
            return None


def _client(language: str, address: str) -> Any:
    import language_tool_python

    class Client(language_tool_python.LanguageTool):
        _TIMEOUT: Any = _PATIENCE  # the package waits five minutes

    return Client(language, remote_server=address)


def _slip(match: Any, text: str) -> Slip:
    """A match with its end in code points: the package corrects the offset for emoji, the length is in UTF-16 units."""
    to, left = match.offset, match.error_length
    while left > 0 and to < len(text):
        left -= 2 if ord(text[to]) > _ASTRAL else 1
        to += 1
    instead = tuple(match.replacements[:_INSTEAD])
    return Slip(match.offset, to, match.rule_id, match.category, match.message, instead)
