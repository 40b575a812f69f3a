"""One real LanguageTool server for all tests, and a `java` that fails as a test wants it."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from failing import FakeJava

from workbench.config import Grammar
from workbench.errors import WorkbenchError
from workbench.grammar import places
from workbench.grammar.installing import install
from workbench.grammar.server import Server

FAKE = Path(__file__).with_name("fake_java.py")


def missing(what: str) -> None:
    """Skip, and say loudly what is not tested; in CI, where everything is installed, fail."""
    reason = f"NOT TESTED with a real proofreader: {what}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def real() -> Iterator[Grammar]:
    """The settings of a real server that runs."""
    try:
        places.sound_java()
        if places.installed() is None:
            install()
        server = Server(768)
    except (places.Unavailable, WorkbenchError) as error:
        missing(str(error))
        return
    with server:
        yield Grammar(url=server.address)


@pytest.fixture
def fake_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], FakeJava]:
    """Put a `java` on the path that fails in a named way, beside a server's folder that holds nothing."""

    def put(mode: str) -> FakeJava:
        folder, state = tmp_path / "bin", tmp_path / "state"
        jars = tmp_path / "server" / f"LanguageTool-{places.VERSION}"
        for one in (folder, state, jars):
            one.mkdir(parents=True, exist_ok=True)
        (jars / "languagetool-server.jar").touch()
        program = folder / "java"
        program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.quote(str(FAKE))} "$@"\n')
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.delenv("JAVA_HOME", raising=False)
        monkeypatch.setenv("WORKBENCH_GRAMMAR", str(tmp_path / "server"))
        monkeypatch.setenv("FAKE_JAVA", mode)
        monkeypatch.setenv("FAKE_JAVA_STATE", str(state))
        return FakeJava(state)

    return put
