"""What the server answers to those who should get nothing: raw requests, no browser."""

from __future__ import annotations

import re

import pytest
from e2e.served import Served

KERNEL = "00000000-0000-4000-8000-000000000000"
UPGRADE = (
    "Connection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg=="
)


@pytest.fixture(scope="module")
def cookie(served: Served) -> str:
    return served.cookie()


def test_without_token_there_is_only_the_login(served):
    status, headers, body = served.ask("GET / HTTP/1.1")
    assert (status, headers["location"], body) == (302, "/login?next=%2F", b"")


def test_a_wrong_token_is_no_token(served):
    status, headers, _ = served.ask(f"GET /?token={served.token[:-1]} HTTP/1.1")
    assert (status, headers["location"].split("?")[0]) == (302, "/login")


def test_the_token_leaves_the_address_at_once(served):
    status, headers, _ = served.ask(f"GET /?token={served.token} HTTP/1.1")
    assert (status, headers["location"]) == (302, "/")
    assert re.search(r"; HttpOnly; Path=/; SameSite=Lax$", headers["set-cookie"])
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1.evil.example", "localhost.evil"])
@pytest.mark.parametrize("path", ["/", "/?token={token}", "/login", "/voila/static/voila.js", "/api/kernels/" + KERNEL])
def test_another_host_gets_nothing(served, cookie, host, path):
    path = path.format(token=served.token)
    status, headers, body = served.ask(f"GET {path} HTTP/1.1\n{cookie}", host.format(port=served.port))
    assert status == 404
    assert "set-cookie" not in headers and len(body) < 100


def test_our_own_names_are_answered(served):
    for host in (f"127.0.0.1:{served.port}", f"localhost:{served.port}"):
        assert served.ask("GET /voila/static/voila.js HTTP/1.1", host)[0] == 200


def test_another_address_of_this_machine_is_not_listened_on(served):
    import socket

    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.2", served.port), 1).close()


def _kernel_of_a_page(served: Served, cookie: str) -> str:
    status, _, body = served.ask(f"GET / HTTP/1.0\n{cookie}")
    found = re.search(rb'"kernelId": "([0-9a-f-]{36})"', body)
    assert status == 200 and found, body[-500:]
    return found[1].decode()


def test_a_kernel_talks_to_our_page_only(served, cookie):
    kernel = _kernel_of_a_page(served, cookie)
    channels = f"GET /api/kernels/{kernel}/channels HTTP/1.1\n{UPGRADE}\n"
    ours = f"Origin: http://127.0.0.1:{served.port}"
    assert served.ask(f"{channels}{cookie}\nOrigin: http://evil.example")[0] == 403
    assert served.ask(f"{channels}{ours}")[0] == 403  # nobody is logged in
    assert served.ask(f"{channels}{cookie}\n{ours}")[0] == 101
    farewell = f"POST /voila/api/shutdown/{kernel} HTTP/1.1\nContent-Length: 0\n"
    assert served.ask(f"{farewell}{cookie}\nOrigin: http://evil.example")[0] in (403, 404)
    assert served.ask(farewell)[0] == 403
    assert served.ask(f"{farewell}{cookie}\n{ours}")[0] == 204


@pytest.mark.parametrize(
    "path",
    [
        "/voila/files/review.ipynb",
        "/voila/files/../notes.json",
        "/voila/files/%2e%2e/notes.json",
        "/voila/files/..%2fnotes.json",
        "/voila/files/static/../../notes.json",
        "/voila/files//etc/passwd",
        "/voila/static/../../../../../../../../etc/passwd",
        "/voila/static/..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/voila/labextensions/../../../../../../../../etc/passwd",
        "/voila/templates/lab/static/../../../../../../../../../etc/passwd",
        "/voila/api/themes/../../../../../../../../etc/passwd",
        "/voila/api/contents/",
        "/voila/tree/",
        "/voila/render/review.ipynb",
        "/api/contents",
        "/api/contents/review.ipynb",
        "/api/kernels",
        "/api/sessions",
        "/api/terminals",
        "/review.ipynb",
        "/files/review.ipynb",
    ],
)
def test_no_file_and_no_listing_even_for_those_who_may_see_the_page(served, cookie, path):
    status, _, body = served.ask(f"GET {path} HTTP/1.1\n{cookie}")
    assert status in (400, 403, 404)
    assert b"root:" not in body and b"dashboard" not in body


def test_the_page_forbids_other_hosts_frames_and_evaluated_text(served, cookie):
    _, headers, _ = served.ask(f"HEAD / HTTP/1.1\n{cookie}")
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["connect-src"] == "'self'"
    assert "unsafe-eval" not in policy["script-src"] and "http" not in " ".join(policy.values())


def test_the_server_says_neither_token_nor_request(served, cookie):
    served.ask(f"GET /nowhere?token={served.token} HTTP/1.1")
    assert served.said.count(served.token) == 1
    assert "nowhere" not in served.said
