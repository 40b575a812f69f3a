"""One plug emptied or one context flag forced off, for `mutations.py`: some test has to notice."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any

from workbench import context, registry
from workbench.extractors._weigh import Score

VARIABLE = "WORKBENCH_MUTATION"  # names the mutation of a test run


def mutate(mutation: str) -> None:
    """Make the change; `mutation` is kind and name, as `detectors/promise`. It holds for this process to its end."""
    kind, _, name = mutation.partition("/")
    if kind == "context":
        context.FLAGS[name] = _silent(context.FLAGS[name], _no_matches)
        return
    module = registry.plug(kind, name)
    function, empty = {"detectors": ("detect", _no_matches), "extractors": ("score", Score)}[kind]
    setattr(module, function, _silent(getattr(module, function), empty))


def _silent(function: Callable[..., Any], empty: Callable[[], Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def nothing(*_: Any, **__: Any) -> Any:
        return empty()

    return nothing


def _no_matches() -> Iterator[Any]:
    return iter(())
