"""Coroutines in plain tests: a browser that other tests use leaves a loop running in this thread."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def finished(story: Coroutine[Any, Any, Any]) -> Any:
    """What it comes to, in a thread of its own."""
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(lambda: asyncio.run(story)).result()
