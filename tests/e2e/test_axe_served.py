"""Pages of the whole server before axe-core, under the server's own Content-Security-Policy."""

from __future__ import annotations

import pytest
from access.axe import grave
from e2e.pages import Browser
from e2e.served import Served

READY = {
    "": ".queue-view [role=row]", "claims": ".place-view [role=tabpanel] > *",
    "draft": "textarea",
}  # fmt: skip


@pytest.mark.parametrize(
    ("place", "scheme"), [("", "light"), ("claims", "light"), ("draft", "dark")]
)  # the harness looks at every state in both themes
def test_no_page_of_the_server_has_a_serious_fault(served: Served, chromium: Browser, place: str, scheme: str) -> None:
    with chromium.visit(served, f"{served.base}{place}?token={served.token}", scheme) as visit:
        visit.page.locator(READY[place]).first.wait_for()
        assert grave(visit.page) == []
