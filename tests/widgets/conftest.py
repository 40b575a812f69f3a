"""A widget's module on an otherwise empty page in Chromium, with a model that only remembers what it is sent."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_PAGE = (Path(__file__).parent / "harness.html").read_text(encoding="utf-8")

PageOn = Callable[..., "Page"]


@pytest.fixture
def page_on(headless: Browser) -> Iterator[PageOn]:
    """Opens a widget on a page: `page_on(widget class, traits, width=…, dark=…)`.

    The page keeps what the widget sends in `sent`, and answers a decision as the kernel would while `answers` is true;
    `set(trait, value)` and `message(content)` speak for the kernel. A console error, a page error or a request for
    anything at all fails the test.
    """
    troubles: list[str] = []
    contexts = []

    def page_on(widget: Any, traits: dict[str, Any], width: int = 1440, height: int = 900, **how: Any) -> Page:
        dark = how.pop("dark", False)
        context = headless.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", **how
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda m: troubles.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "request", lambda request: troubles.append(f"asks for {request.url}") if _outside(request.url) else None
        )
        given = {"esm": widget._esm, "css": widget._css, "traits": traits}
        page.set_content(_PAGE.replace("{{given}}", json.dumps(given).replace("<", "\\u003c")))
        page.wait_for_function("window.ready === true")
        return page

    yield page_on
    for context in contexts:
        context.close()
    assert troubles == []


def _outside(url: str) -> bool:
    return not url.startswith(("blob:", "data:", "about:"))
