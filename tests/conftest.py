"""Mutations: a run with WORKBENCH_MUTATION set has one plug emptied or one context flag forced off.

`tests/mutations.py` uses it to show that each of them is missed by at least one test.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator
from typing import Any

from workbench import context, registry


def _silent(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def nothing(*_: Any, **__: Any) -> Iterator[Any]:
        return iter(())

    return nothing


def _mutate(kind: str, name: str) -> None:
    if kind == "context":
        context.FLAGS[name] = _silent(context.FLAGS[name])
        return
    module = registry.plug(kind, name)
    function = {"detectors": "detect", "extractors": "score"}[kind]
    setattr(module, function, _silent(getattr(module, function)))


if mutation := os.environ.get("WORKBENCH_MUTATION"):
    _mutate(*mutation.split("/"))
