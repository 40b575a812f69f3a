"""How many pages may be open, what is sent to a browser about them, and what is kept of the process beside them."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("voila", reason="NOT TESTED: the server needs workbench[notebook]")

from waited import finished

from workbench.serve import policy
from workbench.serve.doors import Places


class Kernels:
    """As Jupyter's manager: kernels by id, each with the nonce of its page, and how many listen to it."""

    def __init__(self, **pages: str) -> None:
        self._pages = pages
        self._kernel_connections = dict.fromkeys(pages, 1)

    def list_kernel_ids(self) -> list[str]:
        return list(self._pages)

    def get_kernel(self, id_: str) -> Any:
        return SimpleNamespace(page=self._pages[id_])

    def __contains__(self, id_: str) -> bool:
        return id_ in self._pages

    async def shutdown_kernel(self, id_: str, now: bool) -> None:
        assert now
        del self._pages[id_]


def test_a_page_that_is_being_made_counts_once() -> None:
    kernels, places = Kernels(), Places(2)
    assert finished(places.take(kernels, "first")) and finished(places.take(kernels, "second"))
    assert not finished(places.take(kernels, "third"))
    kernels._pages["k1"] = "first"  # its kernel stands now; it still is one page
    assert not finished(places.take(kernels, "third"))
    places.taken.discard("second")
    assert finished(places.take(kernels, "third"))


def test_a_kernel_that_nobody_listens_to_makes_room_and_no_other_does() -> None:
    kernels, places = Kernels(k1="one", k2="two"), Places(2)
    assert not finished(places.take(kernels, "three"))
    assert kernels.list_kernel_ids() == ["k1", "k2"]
    kernels._kernel_connections["k1"] = 0
    assert finished(places.take(kernels, "three"))
    assert kernels.list_kernel_ids() == ["k2"]


def test_a_page_that_is_being_made_is_not_swept_away() -> None:
    kernels, places = Kernels(k1="one"), Places(1)
    kernels._kernel_connections["k1"] = 0
    places.taken.add("one")
    assert not finished(places.take(kernels, "two"))
    assert "k1" in kernels


def test_who_left_early_takes_along_just_that_kernel() -> None:
    kernels, places = Kernels(k1="one", k2="two"), Places(5)
    finished(places.clear(kernels, "one"))
    finished(places.clear(kernels, "never"))
    assert kernels.list_kernel_ids() == ["k2"]


def test_a_dashboard_runs_what_carries_its_nonce_and_nothing_that_is_evaluated() -> None:
    told = policy.dashboard("abc")
    assert "'nonce-abc'" in told and "unsafe" not in told and "http" not in told and "*" not in told
    assert "script" not in policy.plain() and "unsafe" not in policy.plain()


def test_the_plain_pages_have_no_style_but_the_one_whose_hash_is_told() -> None:
    for page in policy.PAGE.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert len(re.findall("<style", text)) == (page.name == "plain.html"), page
        assert "<script" not in text and "style=" not in text and "//" not in text.replace("<!DOCTYPE", "")


def test_every_script_and_style_of_the_dashboards_page_carries_the_nonce() -> None:
    text = (policy.PAGE / "index.html.j2").read_text(encoding="utf-8")
    tags = re.findall(r"<(?:script|style)\b[^>]*>", text)
    assert len(tags) >= 5
    assert all("nonce=" in tag or "json" in tag for tag in tags)
    assert not re.search(r"\son\w+=|\sstyle=", text)
