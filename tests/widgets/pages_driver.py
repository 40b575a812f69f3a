"""The pages screen in a browser before a real queue: what the page sends goes to the kernel's side, and back again."""

from __future__ import annotations

from typing import Any

from workbench.widgets.pages import PagesWidget


class Driven:
    """A page and the kernel's side of it."""

    def __init__(self, page_on: Any, widget: PagesWidget, **how: Any) -> None:
        self.widget, self.taken, self.sent = widget, 0, []
        widget.send = lambda content, buffers=None: self.sent.append(content)
        traits = {"pages": widget.pages, "status": widget.status, "why": widget.why}
        self.page = page_on(PagesWidget, traits, **how)

    def press(self, *keys: str) -> Driven:
        for key in keys:
            self.page.keyboard.press(key)
        return self.settle()

    def type(self, text: str) -> Driven:
        self.page.keyboard.type(text)
        return self.settle()

    def settle(self) -> Driven:
        """Carries messages to and fro until nobody has anything to say; a chosen page is asked for after a moment."""
        self.page.wait_for_timeout(30)
        for _ in range(20):
            asked = self.page.evaluate("n => window.sent.slice(n)", self.taken)
            if not asked:
                break
            self.taken += len(asked)
            for message in asked:
                self._answer(message)
        return self

    def _answer(self, message: dict[str, Any]) -> None:
        before = self.widget.pages
        self.widget._receive(self.widget, message, [])
        if self.widget.pages is not before:
            self.page.evaluate("pages => window.set('pages', pages)", self.widget.pages)
        for content in self.sent:
            self.page.evaluate("content => window.message(content)", content)
        self.sent.clear()
        self.page.evaluate("status => window.set('status', status)", self.widget.status)

    def shown(self) -> Driven:
        """Waits until the chosen page was told of."""
        self.page.wait_for_timeout(180)
        return self.settle()

    def said(self) -> str:
        return " ".join(self.page.locator(".told .said").all_inner_texts()).strip()

    def asked(self, kind: str) -> list[dict[str, Any]]:
        return [one for one in self.page.evaluate("window.sent") if one["type"] == kind]
