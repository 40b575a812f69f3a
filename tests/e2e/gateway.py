"""The system's nginx with the very files of `docs/serve`, on ports of a test; and a stand-in for oauth2-proxy."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from e2e.served import until

RECIPES = Path(__file__).resolve().parents[2] / "docs" / "serve"
_MAIN = """{user}
daemon off; worker_processes 1; error_log stderr; pid {folder}/nginx.pid;
events {{ worker_connections 256; }}
http {{
  access_log off; server_tokens off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  include {folder}/site.conf;
}}
"""


def program() -> str:
    """The path of nginx; empty where there is none."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin") or ""


def recipe(name: str, folder: Path, port: int, upstream: int, sign_in: int = 0) -> None:
    """A recipe as written, but for what a person has to put in: listening place, certificate, files and ports."""
    site = (RECIPES / name).read_text(encoding="utf-8")
    lines = [line for line in site.splitlines() if not line.strip().startswith("ssl_")]
    site = "\n".join(lines).replace("listen 443 ssl;", f"listen 127.0.0.1:{port};").replace("/etc/nginx/", f"{folder}/")
    shared = (RECIPES / "nginx-pass.conf").read_text(encoding="utf-8")
    (folder / "site.conf").write_text(site.replace("desk.news.example;", "localhost;").replace(":4180", f":{sign_in}"))
    (folder / "workbench-pass.conf").write_text(shared.replace(":8866", f":{upstream}"))
    (folder / "nginx.conf").write_text(_MAIN.format(folder=folder, user=_user()))


def _user() -> str:
    """Started by root it would give up its rights, and with them those to the folder of a test."""
    return "user root;" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""


@contextmanager
def nginx(folder: Path, port: int) -> Iterator[Path]:
    """nginx on what `recipe` wrote; gives the file of what it said."""
    said = folder / "said.txt"
    with said.open("wb") as out:
        running = subprocess.Popen(
            [program(), "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")],
            stdin=subprocess.DEVNULL, stdout=out, stderr=out, env={**os.environ, "TZ": "UTC"},
        )  # fmt: skip
    try:
        until(lambda: (folder / "nginx.pid").is_file() or running.poll() is not None, "nginx to start")
        assert running.poll() is None, said.read_text()
        yield said
    finally:
        running.terminate()
        running.wait(10)


class _SignIn(BaseHTTPRequestHandler):
    """Lets in whoever has the cookie, and says the address of that person as oauth2-proxy does."""

    def do_GET(self) -> None:
        who = next((part.partition("=")[2] for part in self.headers.get("Cookie", "").split("; ") if part), "")
        if self.path == "/oauth2/auth":
            self.send_response(202 if who else 401)
            self.send_header("X-Auth-Request-Email", who)
            self.end_headers()
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"Sign in with your newsroom account")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@contextmanager
def single_sign_on() -> Iterator[int]:
    """The port of a stand-in for oauth2-proxy."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _SignIn)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield int(server.server_address[1])
    server.shutdown()
    server.server_close()
