"""Empties each detector and each extractor, and forces each context flag off, one at a time; some test must break.

    python tests/mutations.py [NAME …]
    python tests/mutations.py --third      # a third of them, another one each day: what CI has time for

Prints a line for each mutation and exits 1 when one survives all tests.
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from workbench import config, context, loader, registry

TESTS = Path(__file__).resolve().parent
# The tests most likely to notice come first; only a survivor meets the whole suite.
NEAR = {"detectors": ("detectors",), "extractors": ("claims",), "context": ("context",)}
NONE = 5  # exit code of pytest where nothing was selected


def main(names: list[str]) -> int:
    """Try the mutations named (or all), two at a time; the exit code."""
    every = [f"{kind}/{name}" for kind in ("detectors", "extractors") for name in registry.names(kind)]
    every += [f"context/{flag}" for flag in context.FLAGS]
    wanted = [mutation for mutation in every if not names or mutation in names]
    if names == ["--third"]:
        wanted = every[date.today().toordinal() % 3 :: 3]
    examples = _examples()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        noticed = dict(zip(wanted, pool.map(lambda one: _noticed(one, examples), wanted), strict=True))
    for mutation, by in noticed.items():
        print(f"{'noticed' if by else 'SURVIVED':8} {mutation:32} {by}", flush=True)
    print(f"{sum(map(bool, noticed.values()))} of {len(noticed)} mutations noticed")
    return 0 if wanted and all(noticed.values()) else 1


def _examples() -> dict[str, str]:
    """What selects the examples of the checks of each detector."""
    named: dict[str, list[str]] = {}
    for check in loader.load([config.content_root() / "checks"]).checks:
        named.setdefault(check.detector, []).append(check.id)
    return {detector: " or ".join(ids) for detector, ids in named.items()}


def _noticed(mutation: str, examples: dict[str, str]) -> str:
    kind, _, name = mutation.partition("/")
    rounds = [[str(TESTS / near) for near in NEAR[kind]], [str(TESTS)]]
    if kind == "detectors" and name in examples:
        rounds.insert(0, [str(TESTS / "test_examples.py"), "-k", examples[name]])
    for tests in rounds:
        command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", *tests]
        run = subprocess.run(
            command, env={**os.environ, "WORKBENCH_MUTATION": mutation}, capture_output=True, text=True, check=False
        )
        if run.returncode == 1:
            failed = [line for line in run.stdout.splitlines() if line.startswith("FAILED")]
            return failed[0].removeprefix("FAILED ")[:100] if failed else "a test"
        if run.returncode not in (0, NONE):
            raise SystemExit(f"{mutation}: the tests did not run:\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
