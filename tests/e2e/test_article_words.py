"""Marked words and a disputed claim in the served page: the kernel stores them, and they outlive the page."""

from __future__ import annotations

from e2e.pages import LAMP, Browser, write
from e2e.served import Served


def test_marked_words_and_a_disputed_claim_are_there_after_the_page_is_loaded_anew(served: Served, chromium: Browser):
    title = "The lamp that was marked"
    write(served, "marked", LAMP.format(title=title))
    with chromium.visit(served) as visit:
        visit.open(title).press("e", "Shift+ArrowRight", "Enter")
        visit.page.get_by_label("Kind of problem").select_option("readability")
        visit.page.get_by_role("textbox", name="What is wrong").fill("Hard to follow.")
        visit.press("Enter")
        visit.said("Added: “")
        assert "Added by hand" in visit.entry("Added by hand")
        visit.press("c", "Enter")
        visit.page.get_by_role("button", name="Dispute…").click()
        visit.page.get_by_label("Why", exact=True).fill("Nobody counted them.")
        visit.press("Enter")
        visit.said("Disputed. A medical reviewer settles it.")
        visit.reload().open(title)
        assert "Added by hand" in visit.entry("Added by hand")
        assert "Disputed" in visit.page.get_by_role("grid", name="Claims").inner_text()


def test_the_served_article_prints_whole(served: Served, chromium: Browser):
    title = "The lamp that was printed"
    write(served, "printed", LAMP.format(title=title) + "\nA line of text.\n" * 200)
    with chromium.visit(served) as visit:
        visit.open(title)
        visit.page.emulate_media(media="print")
        whole, text = visit.page.evaluate(
            "[document.documentElement.scrollHeight, document.querySelector('.text').getBoundingClientRect().height]"
        )
        assert text > 2_000, "nothing scrolls within itself on paper"
        assert whole >= text, "and the page does not cut it"
