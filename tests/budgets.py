"""The sizes that keep the code readable; prints what is over and exits 1: `python tests/budgets.py`.

Modules: median ≤ 100 lines, 95th percentile ≤ 280, none over 400. Functions: 95th percentile ≤ 40 lines. A check file
≤ 40 lines without its phrase lists and examples.
"""

from __future__ import annotations

import ast
import statistics
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


def _p95(values: list[int]) -> int:
    return sorted(values)[int(0.95 * (len(values) - 1))]


def _functions(path: Path) -> list[int]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [(node.end_lineno or node.lineno) - node.lineno + 1 for node in ast.walk(tree) if isinstance(node, kinds)]


def main() -> int:
    """Measure, print and judge; the exit code."""
    modules = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in (REPOSITORY / "workbench").rglob("*.py")}
    functions = [lines for path in modules for lines in _functions(path)]
    sizes = list(modules.values())
    measured = {
        "module median": (round(statistics.median(sizes)), 100),
        "module 95th percentile": (_p95(sizes), 280),
        "largest module": (max(sizes), 400),
        "function 95th percentile": (_p95(functions), 40),
    }
    for name, (value, limit) in measured.items():
        print(f"{name:26} {value:4} of {limit}{'' if value <= limit else '  OVER'}")
    print("longest:", ", ".join(f"{p.name} {n}" for p, n in sorted(modules.items(), key=lambda kv: -kv[1])[:5]))
    return int(any(value > limit for value, limit in measured.values()))


if __name__ == "__main__":
    sys.exit(main())
