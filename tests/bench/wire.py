"""What goes over the wire for a long queue: `python tests/bench/wire.py [articles]`; needs Chromium.

Prints the bytes of all requests and of the page's line to its kernel, as the browser's network layer counts them, until
the queue of so many articles is seen. Budget: 1 MB of rows for 5,000 articles.
"""

from __future__ import annotations

import os
import sys
import time
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "tests"))
os.environ.setdefault("WORKBENCH_PATIENCE", "900")  # so many articles are checked first

from chromium import launched  # noqa: E402
from e2e.served import Served, newsroom  # noqa: E402

TEXT = "# Page {0}: a lamp, a drop and a walk in the hills of the north\n\nIt is a miracle cure for snoring {0}.\n"


def _bytes(data: str | bytes) -> bytes:
    return data.encode() if isinstance(data, str) else data


def main(articles: int = 5_000) -> None:
    """Everything once."""
    with TemporaryDirectory(prefix="workbench-bench-") as folder:
        root = newsroom(Path(folder) / "newsroom", {f"page-{n:05}": TEXT.format(n) for n in range(articles)})
        began = time.perf_counter()
        served = Served(root)
        print(f"{articles:,} articles checked and served in {time.perf_counter() - began:.0f} s")
        try:
            with launched() as browser:
                page = browser.new_page()
                frames: list[bytes] = []
                page.on("websocket", lambda line: line.on("framereceived", lambda data: frames.append(_bytes(data))))
                wire = page.context.new_cdp_session(page)
                wire.send("Network.enable")
                requests: list[int] = []
                wire.on("Network.loadingFinished", lambda told: requests.append(int(told["encodedDataLength"])))
                start = time.perf_counter()
                page.goto(served.address)
                page.wait_for_selector(".queue-view [role=row]", timeout=120_000)
                took = time.perf_counter() - start
                print(f"seen after {took:.2f} s; requests {sum(requests) / 1e6:.2f} MB in {len(requests)}")
                sent, packed = sum(map(len, frames)), zlib.compressobj(3)
                small = sum(len(packed.compress(one) + packed.flush(zlib.Z_SYNC_FLUSH)) for one in frames)
                longest = max(map(len, frames))
                print(f"line to the kernel: {sent / 1e6:.2f} MB, longest message {longest / 1e6:.2f} MB")
                print(f"the same deflated as the server does, so on the wire: {small / 1e6:.2f} MB")
        finally:
            served.stop()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
