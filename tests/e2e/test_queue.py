"""The queue on a whole server: found by a claim, put off and taken back, decided for one cause in two articles."""

from __future__ import annotations

from e2e.pages import Browser, write
from e2e.served import Served

SAME = "# Notes {0}\n\nThe amber lamp is a miracle cure for hiccups. It costs little, says everybody we asked.\n"


def test_an_editor_finds_puts_off_takes_back_and_decides_one_cause(served: Served, chromium: Browser) -> None:
    for name in ("first", "second"):
        write(served, f"hiccups-{name}", SAME.format(name))
    with chromium.visit(served) as visit:
        visit.queue().press("/")
        visit.page.keyboard.type("hiccups")
        visit.page.locator(".art .why", has_text="Claim: “").first.wait_for()
        visit.press("Escape")
        visit.queue()._walk("[role=row][aria-selected=true]", "Notes first")
        visit.press("h", "1")
        visit.press("Enter")
        visit.said("1 article put off until 26 Nov.")
        assert "Notes first" not in visit.page.inner_text(".grid")
        visit.press("u")
        visit.said("1 article back in “Needs me”.")
        visit._walk("[role=row][aria-selected=true]", "Notes first")
        visit.page.get_by_role("button", name="Same cause in 2 articles…").first.click()
        visit.page.wait_for_selector("dialog[open] .uses")
        visit.press("2", "Enter")
        visit.said("Dismissed: wrong reading, in 2 articles, each recorded singly.")
        visit.press("u")
        visit.said("Taken back, in 2 articles, each recorded singly.")


def test_an_address_s_fragment_chooses_topic_and_article(served: Served, chromium: Browser) -> None:
    write(served, "hiccups-third", SAME.format("third"))
    with chromium.visit(served, f"{served.address}#topic=marketing&article=hiccups-third") as visit:
        visit.queue()
        assert "Notes third" in visit.page.inner_text("[role=row][aria-selected=true]")
        assert visit.page.get_by_role("checkbox", name="Promises and hype").is_checked()
        assert not visit.page.get_by_role("checkbox", name="Citation").is_checked()
        assert visit.page.locator(".views [aria-current]").inner_text().startswith("All articles")
