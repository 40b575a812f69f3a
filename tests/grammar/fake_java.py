"""A `java` that is none: it stands in for the server where a test needs one that fails.

`FAKE_JAVA` names the failure, `FAKE_JAVA_STATE` a folder in which every start and every text is written down.
"""

from __future__ import annotations

import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

STATE, MODE = Path(os.environ["FAKE_JAVA_STATE"]), os.environ["FAKE_JAVA"]


def noted(name: str, line: str) -> int:
    """Write a line down; how many there are now."""
    with (STATE / name).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
    return len((STATE / name).read_text(encoding="utf-8").splitlines())


class Handler(BaseHTTPRequestHandler):
    def _answer(self, text: str) -> None:
        path = urlsplit(self.path).path
        if path.endswith("/check"):
            self._check(text)
        elif path.endswith("/languages"):
            self._send([{"name": "English", "code": "en", "longCode": code} for code in ("en-US", "en-GB")])
        else:
            self._send("OK")

    def _check(self, text: str) -> None:
        words = parse_qs(text or urlsplit(self.path).query)["text"][0]
        checks, starts = noted("checks", words), len((STATE / "starts").read_text().splitlines())
        if (MODE == "dies once" and starts == 1 and checks == 2) or (MODE == "dies" and checks > 1):
            os._exit(1)
        if MODE == "hangs" and "slow" in words:
            time.sleep(30)
        at = words.find("teh")
        found = {
            "message": "A slip.", "replacements": [{"value": "the"}], "offset": at, "length": 3,
            "context": {"text": words, "offset": at, "length": 3}, "sentence": words, "shortMessage": "",
            "rule": {"id": "MORFOLOGIK_RULE_EN_US", "issueType": "misspelling", "category": {"id": "TYPOS"}},
        }  # fmt: skip
        self._send({"matches": [found] if at >= 0 else []})

    def _send(self, data: object) -> None:
        body = json.dumps(data).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        self._answer("")

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def log_message(self, *_: object) -> None:
        pass


def main() -> None:
    if "-version" in sys.argv:
        sys.stderr.write('openjdk version "11.0.2"' if MODE == "old" else 'openjdk version "17.0.15"')
        return
    starts = noted("starts", " ".join(sys.argv[1:]))
    if MODE == "no memory":
        sys.exit("Error: Could not reserve enough space for object heap")
    if MODE == "port taken" and starts == 1:
        sys.exit("java.net.BindException: Address already in use")
    if MODE == "never answers":
        time.sleep(60)
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[-1])), Handler).serve_forever()


main()
