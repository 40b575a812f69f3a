"""Invented articles, and a browser that sees what a person sees and remembers what must never happen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from e2e.served import PATIENCE, Served

PROMISE = "It is a miracle cure for snoring."
LAMP = f"""---
title: {{title}}
author: Rhea Dunmore
reviewer: Odo Pell, MD
updated: 2026-10-02
---
# {{title}}

Many readers ask us about the amber lamp. Studies show that the lamp helps people fall asleep.

## What it costs

The lamp is sold in three shops. {PROMISE}
"""

BIDI = "\u202e\u2066\u200f"
ATTACK = "window.fired = (window.fired || 0) + 1"
HOSTILE = f"""---
title: "<img src=x onerror='{ATTACK}'>{BIDI} A hostile page"
author: "<script>{ATTACK}</script>"
---
# A hostile page <script>{ATTACK}</script>

<script>{ATTACK}</script>
<svg onload="{ATTACK}"></svg>

This drop is a miracle cure <img src="http://evil.example/a.png" onerror="{ATTACK}"> for {BIDI}colds &lt;script&gt;.

Studies show <b onmouseover="{ATTACK}">relief</b> [today](javascript:{ATTACK.replace(" ", "")}). ${{{{7*7}}}} `<iframe>`

![picture](http://evil.example/b.png "x") Experts agree that it works for everyone " onload="{ATTACK}" x=".

<iframe srcdoc="<script>parent.fired=1</script>"></iframe><style>@import "http://evil.example/c.css";</style>

{{{{ 7 * 7 }}}} {{% raise %}} Doctors say it never fails.\u2028\u2029
"""
ARTICLES = {"lamp": LAMP.format(title="The first lamp"), "hostile": HOSTILE}


def write(served: Served, name: str, text: str) -> Path:
    """Put an article where the served newsroom reads; the next page that is loaded shows it."""
    path = served.root / "articles" / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return path


class Browser:
    """Makes visits; each is a person of its own (no cookies, no history)."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser

    @contextmanager
    def visit(
        self, served: Served, address: str = "", scheme: str = "light", width: int = 1440, **how: Any
    ) -> Iterator[Visit]:
        """A page on the served newsroom; leaving it fails where anything happened that must not."""
        context = self._browser.new_context(
            color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce", **how
        )
        context.set_default_timeout(PATIENCE * 1000)
        visit = Visit(context, served, address or served.base)
        try:
            visit.page.goto(address or served.address)
            yield visit
            assert visit.faults == []
        finally:
            visit.leave()  # also after a failure, so that no kernel is left to the next test
            context.close()


class Visit:
    """One tab, worked by keys. `faults` holds requests to other hosts, errors, and dialogs that are not ours."""

    def __init__(self, context: Any, served: Served, address: str) -> None:
        self.page, self.served, self.requests = context.new_page(), served, 0
        self._origin = "/".join(address.split("/")[:3]) + "/"
        self.faults: list[str] = []
        context.on("request", self._requested)
        context.on("console", lambda message: message.type == "error" and self.faults.append(message.text))
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        context.on("dialog", self._asked)
        self.asked_to_stay, self.stays = 0, False

    def _requested(self, request: Any) -> None:
        self.requests += 1
        if not request.url.startswith((self._origin, "data:", "blob:")):
            self.faults.append(request.url)

    def _asked(self, dialog: Any) -> None:
        if dialog.type != "beforeunload":
            self.faults.append(f"{dialog.type}: {dialog.message}")
        self.asked_to_stay += 1
        dialog.dismiss() if self.stays else dialog.accept()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def queue(self) -> Visit:
        """Wait for the queue."""
        self.page.wait_for_selector(".queue-view [role=row]")
        return self

    def open(self, title: str) -> Visit:
        """From the queue to an article."""
        self.queue()
        self._walk("[role=row][aria-selected=true]", title)
        self.press("Enter")
        self.page.wait_for_selector(".article .bar h1")
        return self

    def choose(self, words: str) -> Visit:
        """Walk the list of findings to the one whose entry holds these words."""
        self.page.wait_for_selector("[role=option][aria-selected=true]")
        self._walk("[role=option][aria-selected=true]", words)
        return self

    def _walk(self, selected: str, words: str) -> None:
        self.press("Home")
        seen: list[str] = []
        for _ in range(50):
            seen.append(self.page.inner_text(selected))
            if words in seen[-1]:
                return
            self.press("j")
        raise AssertionError(f"“{words}” is in none of {seen}")

    def entry(self, words: str) -> str:
        """The text of the finding in the list that holds these words."""
        texts = [text for text in self.page.locator("[role=option]").all_inner_texts() if words in text]
        assert texts, f"“{words}” is in no finding"
        return texts[0]

    def see(self, words: str) -> None:
        """Wait until these words are in sight."""
        self.page.get_by_text(re.compile(re.escape(words))).first.wait_for()

    def said(self, words: str) -> None:
        """Wait until the status line says so; only then is a decision stored."""
        self.page.locator(".said", has_text=words).first.wait_for()

    def reload(self) -> Visit:
        self.page.reload()
        return self

    def leave(self) -> None:
        """Close the tab as a person does, so that the page can say goodbye."""
        if not self.page.is_closed():
            spare = self.page.context.new_page()
            self.page.close(run_before_unload=True)
            spare.wait_for_timeout(100)
