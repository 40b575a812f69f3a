"""Fuzzes every reader, two at a time: `python tests/fuzz/run.py [--seconds 180] [READER …]`.

The seconds are shared among the readers. Prints for each how many inputs were tried and how much of the code they
reached; exit code 1 when a reader broke a promise, and where atheris is missing although CI is set.
"""

from __future__ import annotations

import argparse
import base64
import importlib.util
import math
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))
AT_A_TIME = 2
LONGEST = 8_192  # bytes of an input that are printed
SPARE = 300  # seconds beyond its share after which a fuzzer is stopped


@dataclass
class Outcome:
    """What came of fuzzing one reader: counts as the fuzzer prints them, files that break a promise, its last lines."""

    reader: str
    tried: str
    reached: str
    broken: list[Path]
    code: int
    said: str


def main(words: list[str]) -> int:
    """Fuzz, print and judge; the exit code."""
    given = _parser().parse_args(words)
    if importlib.util.find_spec("atheris") is None:
        print("NOT FUZZED: atheris is not installed; on Linux with CPython below 3.14: pip install -e '.[fuzz]'")
        return int("CI" in os.environ)
    from workbench import registry

    readers = given.readers or list(registry.names("readers"))
    share = max(given.seconds // math.ceil(len(readers) / AT_A_TIME), 5)
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        outcomes = list(pool.map(lambda reader: _fuzz(reader, share, given.corpus), readers))
    for outcome in outcomes:
        print(f"{outcome.reader:10} {share:4} s  {outcome.tried:>9} inputs  coverage {outcome.reached:>6}", flush=True)
    failed = [outcome for outcome in outcomes if outcome.code != 0 or outcome.broken]
    for outcome in failed:
        _tell(outcome)
    print(f"{len(outcomes) - len(failed)} of {len(outcomes)} readers kept their promises")
    return int(bool(failed))


def _fuzz(reader: str, seconds: int, corpus: Path) -> Outcome:
    crashes = corpus / "crashes" / reader
    before = set(crashes.glob("*"))
    command = [sys.executable, HERE / "fuzz.py", reader, "--seconds", str(seconds), "--corpus", corpus]
    try:
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=seconds + SPARE
        )
        code, said = done.returncode, done.stdout + done.stderr
    except subprocess.TimeoutExpired as error:
        code, said = 1, f"{(error.stderr or b'').decode('utf-8', 'replace')}\nstopped: it did not end by itself"
    tried = re.findall(r"number_of_executed_units: (\d+)", said) or re.findall(r"#(\d+)\s", said)
    reached = re.findall(r"\bcov: (\d+)", said)
    return Outcome(reader, _last(tried), _last(reached), sorted(set(crashes.glob("*")) - before), code, said)


def _last(found: list[str]) -> str:
    return found[-1] if found else "no"


def _tell(outcome: Outcome) -> None:
    """What broke: the end of what the fuzzer said, and each input in a form that a test can hold."""
    lines = [
        line for line in outcome.said.splitlines() if not line.startswith(("#", "INFO", "stat::", "BROKEN", "MS:"))
    ]
    print(f"\n== {outcome.reader} (exit code {outcome.code})")
    print("\n".join(line[:300] for line in lines[-40:]))
    for path in outcome.broken:
        data = path.read_bytes()
        line = base64.b64encode(data).decode() if len(data) <= LONGEST else f"{len(data)} bytes, see the file"
        print(f'{path}\n("{outcome.reader}", "{line}")')


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Fuzz the readers of articles.")
    parser.add_argument("readers", metavar="READER", nargs="*")
    parser.add_argument("--seconds", type=int, default=180, help="in all")
    parser.add_argument("--corpus", type=Path, default=Path(tempfile.gettempdir()) / f"workbench-fuzz-{os.getuid()}")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
