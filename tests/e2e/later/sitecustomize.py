"""Read by Python at its start where a test puts this folder on PYTHONPATH: pages then live so many hours later.

Only a test may turn the clock, so what is served has no switch for it.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from importlib.abc import MetaPathFinder
from importlib.util import find_spec
from typing import Any

_CLOCK = "workbench.serve.intake"


class _Later(MetaPathFinder):
    """Lets the module that tells the time be loaded as ever, and then tells another time."""

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        if name != _CLOCK:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        assert spec is not None and spec.loader is not None
        load = spec.loader.exec_module

        def exec_module(module: Any) -> None:
            load(module)
            hours = timedelta(hours=float(os.environ["HOURS_LATER"]))
            module.moment = lambda: (datetime.now(UTC) + hours).isoformat(timespec="seconds")

        spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


sys.meta_path.insert(0, _Later())
