"""Starting and stopping: exit codes, ports, and no process left behind."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import time
from threading import Thread

import pytest
from e2e.served import DAY, Served, newsroom, until

CALM = {"calm": "# Walking\n\nWe walk to the lake on Sundays.\n"}


@pytest.fixture
def start(voila, tmp_path):
    running: list[Served] = []

    def begin(port: int = 0) -> Served:
        running.append(Served(newsroom(tmp_path / f"room{len(running)}", CALM), port))
        return running[-1]

    yield begin
    for one in running:
        one.stop()


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=lambda how: how.name)
def test_it_stops_cleanly_and_takes_its_kernels_along(start, how):
    served = start()
    status, _, body = served.ask(f"GET / HTTP/1.0\n{served.cookie()}")
    assert (status, b"</html>" in body) == (200, True)
    kernels = served.kernels()
    assert len(kernels) == 1
    assert served.stop(how) == 0
    until(lambda: not any(map(_alive, kernels)), "the kernels to end")
    assert "Traceback" not in served.said and DAY in served.said


@pytest.mark.parametrize("moment", [0.1, 0.3, 0.5])
def test_a_kernel_that_still_starts_ends_without_a_word(start, moment):
    served = start()
    cookie = served.cookie()
    page = Thread(target=lambda: _left(served, cookie))
    page.start()
    until(lambda: len(served.kernels()) == 1, "a kernel")
    time.sleep(moment)
    assert served.stop() == 0
    page.join()
    assert "Traceback" not in served.said and "ERROR" not in served.said, served.said


def _left(served: Served, cookie: str) -> None:
    with contextlib.suppress(ConnectionError, ValueError, IndexError):  # the answer of a server that stopped
        served.ask(f"GET / HTTP/1.0\n{cookie}")


def test_a_taken_port_gives_way_to_the_next_and_says_so(start):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        served = start(port)
        assert port < served.port < port + 20
        assert f"Port {port} is taken" in served.said


def test_each_launch_has_its_own_token(start):
    first, second = start(), start()
    assert first.token != second.token and len(first.token) >= 32
    assert second.ask(f"GET /?token={first.token} HTTP/1.1")[1]["location"].startswith("/login")
