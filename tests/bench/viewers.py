"""What a page costs: `python tests/bench/viewers.py [people] [rounds]`; needs Chromium.

Prints, with `workbench serve` on this repository's articles: seconds until the first row of the queue is seen, one page
after the other and so many at once; the private memory (USS) of each kernel, of the server and of the checker; kernels
left after all pages were closed. Budgets on two cores: 2.5 s warm, 5 s each for ten at once, 80 MB a kernel, none left.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "tests"))

from chromium import launched  # noqa: E402
from e2e.served import Served, children, newsroom, until  # noqa: E402

SEEN = ".queue-view [role=row]"
WAIT = 60_000  # milliseconds


def private(process: int) -> float:
    """Megabytes that end with this process."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Private_Clean", "Private_Dirty"))) / 1000


def one(served: Served, browser: object) -> float:
    """Seconds from the call to the first row, with a browser that has seen the scripts."""
    context = browser.new_context()  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(served.address)
    page.wait_for_selector(SEEN, timeout=WAIT)
    start = time.perf_counter()
    page.reload(wait_until="commit")
    page.wait_for_selector(SEEN, timeout=WAIT)
    took = time.perf_counter() - start
    page.close(run_before_unload=True)
    time.sleep(0.5)
    context.close()
    return took


# A page that shows what checks found: its address, what is done there, what is seen then.
_WORKED = (
    ("draft", lambda page: page.locator(".area").fill("# Tea\n\nFerrol tea is a miracle cure.\n"), ".fhead"),
    ("practice", lambda page: None, ".practice-view .passage, .practice-view p"),
    ("corpus", lambda page: None, ".corpus h1, .corpus h2"),
    ("claims", lambda page: None, ".place-view [role=tabpanel]"),
)


def worked(served: Served, browser: object) -> None:
    """The kernel's private memory of each page that shows what checks found, after they found it."""
    for place, act, seen in _WORKED:
        context = browser.new_context()  # type: ignore[attr-defined]
        page = context.new_page()
        page.goto(f"{served.base}{place}?token={served.token}")
        act(page)
        page.wait_for_selector(seen, timeout=WAIT)
        time.sleep(7)  # practice checks its passage beside the reader
        print(f"{place}: kernel {private(served.kernels()[-1]):.0f} MB; budget 80")
        page.close(run_before_unload=True)
        until(lambda: not served.kernels(), "the kernel to end")
        context.close()


def person(served: Served, place: int, together: threading.Barrier, took: dict[int, tuple[float, float]]) -> None:
    """A page of its own, as all others at the same moment: when the answer was whole."""
    together.wait()
    start = time.perf_counter()
    status, _, body = served.ask(f"GET / HTTP/1.0\n{served.cookie()}")
    took[place] = (time.perf_counter() - start, status if b"kernelId" in body else 0)


def main(people: int = 10, rounds: int = 5) -> None:
    """Everything once."""
    with TemporaryDirectory(prefix="workbench-bench-") as folder:
        root = newsroom(Path(folder) / "newsroom", {})
        for article in (REPOSITORY / "articles").glob("*.md"):
            shutil.copy(article, root / "articles")
        served = Served(root)
        try:
            with launched() as browser:
                alone = [one(served, browser) for _ in range(rounds)]
                until(lambda: not served.kernels(), "kernels to end")
                worked(served, browser)
            print(f"first view, warm: median {median(alone):.2f} s, at most {max(alone):.2f} s of {rounds}; budget 2.5")
            until(lambda: not served.kernels(), "kernels to end")
            together, took = threading.Barrier(people), {}
            threads = [threading.Thread(target=person, args=(served, n, together, took)) for n in range(people)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            seconds = sorted(second for second, _ in took.values())
            print(f"{people} at once: median {median(seconds):.2f} s, at most {seconds[-1]:.2f} s; budget 5 each")
            used = [private(kernel) for kernel in served.kernels()]
            print(f"kernels: {len(used)}, USS median {median(used):.0f} MB, at most {max(used):.0f} MB; budget 80")
            others = set(children(served.process.pid)) - set(served.kernels())
            beside = ", ".join(f"{private(other):.0f} MB" for other in others)
            print(f"server {private(served.process.pid):.0f} MB, checker {beside}")
            print("load of the machine:", subprocess.run(["uptime"], capture_output=True, text=True).stdout.strip())
        finally:
            served.stop()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
