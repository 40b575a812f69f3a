"""The recipes for nginx, as they stand in `docs/serve`, with the system's nginx and a real browser."""

from __future__ import annotations

import base64
import hashlib
import re
import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from chromium import missing
from e2e import gateway
from e2e.pages import PROMISE
from e2e.proxy import HEADER
from e2e.served import Served
from e2e.test_proxy import history, staffed

PASSWORD = "amber-lamp"


def _free() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


@pytest.fixture(scope="module")
def port(voila: None) -> int:
    if not gateway.program():
        missing("nginx")
    return _free()


@pytest.fixture(scope="module")
def desk(port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = staffed(tmp_path_factory.mktemp("nginx") / "newsroom")
    settings = root / "workbench.toml"
    said = f'[review]\naddress = "http://localhost:{port}/workbench/"'
    settings.write_text(settings.read_text().replace("[review]", said))
    running = Served(root, options=("--behind-proxy",))
    yield running
    assert running.stop() == 0, running.said
    assert "Traceback" not in running.said, running.said


def _ask(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    line = HTTPConnection("localhost", port, timeout=60)
    line.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = line.getresponse()
    told = {name.lower(): value for name, value in answer.getheaders()}
    body = answer.read()
    line.close()
    return answer.status, told, body


def _basic(name: str, password: str = PASSWORD) -> str:
    return "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()


def test_names_and_passwords(desk: Served, port: int, chromium, tmp_path: Path) -> None:
    gateway.recipe("nginx-basic.conf", tmp_path, port, desk.port)
    coded = base64.b64encode(hashlib.sha1(PASSWORD.encode()).digest()).decode()
    (tmp_path / "workbench.htpasswd").write_text(f"mara:{{SHA}}{coded}\nines:{{SHA}}{coded}\n")
    with gateway.nginx(tmp_path, port):
        assert _ask(port, "/workbench/")[0] == 401
        assert _ask(port, "/workbench/", Authorization=_basic("mara", "wrong"), X_Remote_User="mara")[0] == 401
        assert _ask(port, "/", Authorization=_basic("mara"))[0] == 404
        status, told, body = _ask(port, "/workbench/", Authorization=_basic("mara"), X_Remote_User="ines")
        assert status == 200 and told["strict-transport-security"] and told["x-frame-options"] == "DENY"
        assert "set-cookie" not in told
        kernel = re.search(rb'"kernelId": "([0-9a-f-]{36})"', body)
        assert kernel and b"ines" not in body
        status, told, body = _ask(port, "/workbench/voila/static/voila.js", Authorization=_basic("mara"),
                                  Accept_Encoding="gzip")  # fmt: skip
        assert (status, told["content-encoding"]) == (200, "gzip") and body[:2] == b"\x1f\x8b"

        address = f"http://localhost:{port}/workbench/"
        signed = {"username": "mara", "password": PASSWORD}
        spoofed = {HEADER: "ines"}
        with chromium.visit(desk, address, http_credentials=signed, extra_http_headers=spoofed) as visit:
            visit.open("The lamp").choose(PROMISE)
            assert "Mara Olsen" in visit.page.inner_text(".who")
            visit.press("f")
            visit.said("Fix asked")
    assert history(desk)[-1] == ("lamp", "mara")


def test_single_sign_on(desk: Served, port: int, tmp_path: Path) -> None:
    with gateway.single_sign_on() as sign_in:
        gateway.recipe("nginx-oauth2.conf", tmp_path, port, desk.port, sign_in)
        with gateway.nginx(tmp_path, port):
            status, _, body = _ask(port, "/workbench/", X_Remote_User="ines")
            assert (status, body) == (200, b"Sign in with your newsroom account")
            assert _ask(port, "/oauth2/auth")[0] == 404  # nobody outside asks it
            status, _, body = _ask(port, "/workbench/", Cookie="_oauth2=ines.calder@news.example", X_Remote_User="eve")
            assert status == 200 and b'"kernelId"' in body
            assert b"news.example" not in body
            status, _, body = _ask(port, "/workbench/login", Cookie="_oauth2=a,b")
            assert status == 403 and b"names more than one person" in body


@pytest.mark.parametrize("name", ["nginx-basic.conf", "nginx-oauth2.conf"])
def test_a_recipe_overwrites_what_visitors_say_and_asks_who_they_are(name: str) -> None:
    site = (gateway.RECIPES / name).read_text()
    assert len(re.findall(rf"proxy_set_header {HEADER} \$", site)) == 1
    assert re.search(r"auth_basic |auth_request /", site)
    assert "include /etc/nginx/workbench-pass.conf" in site and "listen 443 ssl" in site
