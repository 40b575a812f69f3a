"""Where the time of the first view of a large queue goes: `python tests/bench/first_view.py [articles]`.

A newsroom whose articles (5,000 unless said) were all taken in: what a kernel does from the call of `dashboard` to the
rows as they are sent, step by step, in milliseconds of this process's CPU (the median of some rounds) and on the clock.
Budget for kernel, transfer and drawing together: 2.5 s warm on two cores; `queue_wire.py` draws the rows in a browser.
"""

from __future__ import annotations

import cProfile
import json
import os
import pstats
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent)]

from queue_scale import AT, DAY, MARA, article, spent, told  # noqa: E402

from workbench import checking, config, decisions, knowledge, loader  # noqa: E402
from workbench.review import Store  # noqa: E402
from workbench.serve import taking  # noqa: E402
from workbench.serve.intake import Room  # noqa: E402
from workbench.widgets import queue_wire  # noqa: E402
from workbench.widgets.review import Newsroom, Review  # noqa: E402

ROUNDS = 5


def main(number: int = 5000, profile: str = "") -> None:
    """Everything once at this size."""
    with TemporaryDirectory(prefix="workbench-bench-") as folder:
        root = Path(folder)
        room = _filled(root, number)
        content = loader.load(config.load(root).folders)
        os.chdir(root)
        with Store.open(room.database, root, DAY, "bench", content.checks) as store:
            _steps(room, store, content, root)
            if profile:
                with cProfile.Profile() as kept:
                    _whole(room, store, content)
                pstats.Stats(kept).sort_stats(profile).print_stats(40)


def _filled(root: Path, number: int) -> Room:
    (root / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n', encoding="utf-8")
    database = f"sqlite:///{root}/queue.sqlite"
    room = Room(str(root), str(root), ("articles",), DAY, "US", MARA, str(root / "notes.json"), database)
    with Store.open(room.database, root, DAY, "bench") as store:
        for begin in range(0, number, 500):
            some = [article(place) for place in range(begin, min(begin + 500, number))]
            store.record(some, at=AT)
            for seen in some:
                path = root / "articles" / f"{seen.name}.md"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(seen.text, encoding="utf-8")
    os.chdir(root)
    state = knowledge.state(root)
    taking._write_notes(room, {path: taking._note(path, state) for path in checking.articles(room.paths)})
    return room


def _steps(room: Room, store: Store, content: Any, root: Path) -> None:
    paths = checking.articles(room.paths)
    taken = taking.take_in(room, store, content)
    told("the articles on disk", [spent(partial(checking.articles, room.paths)) for _ in range(ROUNDS)])
    told("their names", [spent(partial(decisions.article_names, paths, root)) for _ in range(ROUNDS)])
    told("nothing new to take in", [spent(partial(taking.take_in, room, store, content)) for _ in range(ROUNDS)])
    told("the rows", [spent(partial(store.queue, taken.names)) for _ in range(ROUNDS)])
    whole = [spent(partial(_screen, store, content)) for _ in range(ROUNDS)]
    told("the screen, rows and what stands beside", whole)
    rows = _screen(store, content).queue.queue["rows"]
    told("packed", [spent(lambda: json.dumps(queue_wire.pack(rows))) for _ in range(ROUNDS)])


def _whole(room: Room, store: Store, content: Any) -> None:
    taking.take_in(room, store, content)
    json.dumps(queue_wire.pack(_screen(store, content).queue.queue["rows"]))


def _screen(store: Store, content: Any) -> Review:
    return Review(store, Newsroom(content, DAY, "US", MARA))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]), *sys.argv[2:3])
