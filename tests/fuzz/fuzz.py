"""Feeds one reader mutated bytes and holds it to its promises: `python tests/fuzz/fuzz.py READER [--seconds N]`.

Needs the extra `fuzz` (atheris). One process looks after one reader. What breaks a promise, takes more than five
seconds of CPU for at most 64 kB, or fills the memory is saved outside the repository and printed as a base64 line that
`tests/readers/test_hostile.py` can hold. Exit code 0: nothing found.
"""

from __future__ import annotations

import argparse
import base64
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import atheris

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "readers"), str(HERE.parent.parent)]
MOST = 65_536  # bytes of one input
SECONDS = 5  # of CPU that one input may take; an ordinary one of this size takes a fiftieth of it
PATIENCE = 30  # seconds by the clock after which the fuzzer itself gives up; a busy machine is no hang
MEGABYTES = 2_048  # of memory
LONGEST = 8_192  # bytes of an input that are printed
TOKENS = {
    "markdown": ("markdown", "html", "marks"),
    "plain": ("plain", "markdown", "marks"),
    "webpage": ("html", "marks"),
    "word": ("word", "marks"),
    "notebook": ("notebook", "markdown", "html"),
}


def instrumented() -> Callable[[bytes, str], Any]:
    """What the readers promise, as a function; readers and sentences are watched for coverage, the rest is not."""
    from workbench import abbreviations, config, errors, model, patterns, readers, registry, wordlists  # noqa: F401

    with atheris.instrument_imports(include=["workbench"]):
        for path in sorted(Path(readers.__file__).parent.glob("*.py")):  # also what a reader loads late
            import_module(f"workbench.readers.{path.stem}")
        from workbench import segment  # noqa: F401
    from promises import hold

    return hold


def main(words: Sequence[str]) -> None:
    """Fuzz one reader; does not return, the fuzzer ends the process."""
    given = _parser().parse_args(words)
    hold = instrumented()
    from mutators import MUTATORS, text
    from seeding import seeds

    mutate = MUTATORS.get(given.reader, text)
    corpus, crashes = (_folder(given.corpus / kind / given.reader) for kind in ("corpus", "crashes"))
    begin = _folder(given.corpus / "seeds" / given.reader)
    for name, data in seeds(given.reader).items():
        (begin / name).write_bytes(data)
        _try(hold, data, given.reader)  # so that what is loaded late is loaded before the clock runs

    def mutated(data: bytes, most: int, seed: int) -> bytes:
        return mutate(bytes(data), most, Random(seed), atheris.Mutate)

    options = [
        f"-max_total_time={given.seconds}",
        f"-timeout={PATIENCE}",
        f"-rss_limit_mb={MEGABYTES}",
        f"-max_len={MOST}",
        f"-dict={_dictionary(given.reader, given.corpus)}",
        f"-artifact_prefix={crashes}{os.sep}",
        "-report_slow_units=1000",  # by the clock, which says little on a busy machine
        "-print_final_stats=1",
    ]
    atheris.Setup(
        [sys.argv[0], *options, str(corpus), str(begin)],
        lambda data: _try(hold, data, given.reader),
        custom_mutator=mutated,
    )
    atheris.Fuzz()


def _try(hold: Callable[[bytes, str], Any], data: bytes, reader: str) -> None:
    try:
        begun = time.process_time()
        hold(data, reader)
        assert time.process_time() - begun < SECONDS, f"took more than {SECONDS} seconds"
    except BaseException:
        if len(data) <= LONGEST:
            print(f'\nBROKEN ("{reader}", "{base64.b64encode(data).decode()}")', flush=True)
        raise


def _dictionary(reader: str, folder: Path) -> Path:
    """The tokens of a reader in one file, as the fuzzer wants them."""
    lists = [HERE / "tokens" / f"{name}.dict" for name in TOKENS.get(reader, ("marks",))]
    place = _folder(folder / "tokens") / f"{reader}.dict"
    place.write_text("".join(path.read_text(encoding="utf-8") for path in lists), encoding="utf-8")
    return place


def _folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Fuzz one reader of articles.")
    parser.add_argument("reader", metavar="READER")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--corpus", type=Path, default=Path(tempfile.gettempdir()) / f"workbench-fuzz-{os.getuid()}")
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
