"""Empties each detector and each extractor, and forces each context flag off, one at a time; some test must break.

    python tests/mutations.py [NAME …]

Prints a line for each mutation and exits 1 when one survives all tests.
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from workbench import context, registry

TESTS = Path(__file__).resolve().parent
# The tests most likely to notice come first; only a survivor meets the whole suite.
NEAR = {"detectors": ("test_examples.py", "detectors"), "extractors": ("claims",), "context": ("context",)}


def main(names: list[str]) -> int:
    """Try the mutations named (or all), two at a time; the exit code."""
    every = [f"{kind}/{name}" for kind in ("detectors", "extractors") for name in registry.names(kind)]
    every += [f"context/{flag}" for flag in context.FLAGS]
    wanted = [mutation for mutation in every if not names or mutation in names]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        noticed = dict(zip(wanted, pool.map(_noticed, wanted), strict=True))
    for mutation, by in noticed.items():
        print(f"{'noticed' if by else 'SURVIVED':8} {mutation:32} {by}", flush=True)
    print(f"{sum(map(bool, noticed.values()))} of {len(noticed)} mutations noticed")
    return 0 if wanted and all(noticed.values()) else 1


def _noticed(mutation: str) -> str:
    near = NEAR[mutation.partition("/")[0]]
    for tests in (near, (".",)):
        command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", *(str(TESTS / name) for name in tests)]
        run = subprocess.run(
            command, env={**os.environ, "WORKBENCH_MUTATION": mutation}, capture_output=True, text=True, check=False
        )
        if run.returncode == 1:
            failed = [line for line in run.stdout.splitlines() if line.startswith("FAILED")]
            return failed[0].removeprefix("FAILED ")[:100] if failed else "a test"
        if run.returncode != 0:
            raise SystemExit(f"{mutation}: the tests did not run:\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
