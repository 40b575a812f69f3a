"""Empties each detector and each extractor, and forces each context flag off, one at a time; some test must break.

    python tests/mutations.py [NAME …]

The examples in the check files are tried first, in a copy of this process that has the checks loaded; only what they do
not notice meets the other tests. Prints a line for each mutation and exits 1 when one survives all. Needs `fork`.
"""

from __future__ import annotations

import functools
import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from mutating import VARIABLE, mutate

from workbench import config, context, loader, registry
from workbench.check_desk import examples

TESTS = Path(__file__).resolve().parent
# The tests most likely to notice come first; only a survivor meets the whole suite.
NEAR = {"detectors": ("detectors",), "extractors": ("claims",), "context": ("context",)}


def main(names: list[str]) -> int:
    """Try the mutations named (or all), one on each processor; the exit code."""
    every = [f"{kind}/{name}" for kind in ("detectors", "extractors") for name in registry.names(kind)]
    every += [f"context/{flag}" for flag in context.FLAGS]
    wanted = [mutation for mutation in every if not names or mutation in names]
    folders = [config.content_root() / "checks"]
    shows = functools.partial(_example, content=loader.load(folders), folders=folders)
    with multiprocessing.get_context("fork").Pool(os.cpu_count(), maxtasksperchild=1) as copies:
        shown = dict(zip(wanted, copies.map(shows, wanted, chunksize=1), strict=True))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        left = [mutation for mutation, by in shown.items() if not by]
        noticed = {**shown, **dict(zip(left, pool.map(_noticed, left), strict=True))}
    for mutation, by in noticed.items():
        print(f"{'noticed' if by else 'SURVIVED':8} {mutation:32} {by}", flush=True)
    print(f"{sum(map(bool, noticed.values()))} of {len(noticed)} mutations noticed")
    return 0 if wanted and all(noticed.values()) else 1


def _example(mutation: str, content: loader.Content, folders: list[Path]) -> str:
    """The first example that notices; "" = none does."""
    kind, _, name = mutation.partition("/")
    checks = [check for check in content.checks if kind != "detectors" or check.detector == name]
    mutate(mutation)
    return next(examples.failures(checks, content, folders, "US"), "")


def _noticed(mutation: str) -> str:
    """The first test that notices; "" = none does."""
    kind, _, _ = mutation.partition("/")
    for tests in ([str(TESTS / near) for near in NEAR[kind]], [str(TESTS)]):
        command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", *tests]
        run = subprocess.run(
            command, env={**os.environ, VARIABLE: mutation}, capture_output=True, text=True, check=False
        )
        if run.returncode == 1:
            failed = [line for line in run.stdout.splitlines() if line.startswith("FAILED")]
            return failed[0].removeprefix("FAILED ")[:100] if failed else "a test"
        if run.returncode != 0:
            raise SystemExit(f"{mutation}: the tests did not run:\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
