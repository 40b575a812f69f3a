"""CPU of one `workbench check one.md`, beside a bare interpreter in the same run: `python tests/bench/start.py`.

Budget on the reference machine: 0.30 s to JSON, 0.35 s to a terminal. Quote the ratios; single seconds are noisy.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
ARTICLE = sorted((REPOSITORY / "articles").glob("*.md"))[0]
ROUNDS = 9
CHECK = (sys.executable, "-m", "workbench", "check", str(ARTICLE), "--fail-on", "never", "--format")
COMMANDS: dict[str, tuple[str, ...]] = {
    "bare interpreter": (sys.executable, "-c", "pass"),
    "check to JSON": (*CHECK, "json"),
    "check to a terminal": (*CHECK, "terminal"),
}
BUDGETS = {"check to JSON": 0.30, "check to a terminal": 0.35}


def _cpu(command: tuple[str, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, cwd=REPOSITORY)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Interleave the commands, so that a slow moment of the machine meets all of them."""
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, command in COMMANDS.items():
            seconds[name].append(_cpu(command))
    bare = statistics.median(seconds["bare interpreter"])
    print(f"{ARTICLE.name}, {ROUNDS} rounds, CPU seconds (user + system) of the child")
    for name, values in seconds.items():
        middle = statistics.median(values)
        budget = (
            f"  budget {BUDGETS[name]:.2f}: {'kept' if middle <= BUDGETS[name] else 'OVER'}" if name in BUDGETS else ""
        )
        print(f"{name:20} median {middle:.3f}  min {min(values):.3f}  ×{middle / bare:5.1f} of bare{budget}")


if __name__ == "__main__":
    main()
