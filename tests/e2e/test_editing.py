"""The way of an editor in a real browser, by keys alone, and what the command line says about it afterwards."""

from __future__ import annotations

import getpass
import json
import os
import signal
import subprocess
import sys

from e2e.pages import LAMP, PROMISE, Browser, write
from e2e.served import DAY, Served, until

SHORT = "miracle cure"
CHECK = "Miracle or cure"  # its title in the list; other checks stop at the same sentence


def _decision(served: Served, name: str) -> dict | None:
    """What `workbench check`, a process of its own, says was decided about the promise."""
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "check", f"articles/{name}.md", "--format", "json", "--fail-on", "never",
         "--as-of", DAY],
        cwd=served.root, capture_output=True, check=True,
    )  # fmt: skip
    (article,) = json.loads(done.stdout)["articles"]
    (found,) = [found for found in article["findings"] if found["check"] == "miracle-cure"]
    return found["decision"]


def test_a_dismissal_outlives_reload_and_edits_until_its_sentence_changes(served: Served, chromium: Browser):
    title = "The lamp that was dismissed"
    article = write(served, "dismissed", LAMP.format(title=title))
    with chromium.visit(served) as visit:
        visit.open(title).choose(CHECK).press("d", "2")
        visit.said("Dismissed: quoted or denied")
        assert _decision(served, "dismissed") == {
            "state": "dismissed", "reason": "quoted or denied", "by": getpass.getuser(), "on": DAY, "until": "",
        }  # fmt: skip
        visit.reload().open(title)
        assert "Dismissed: quoted or denied" in visit.entry(CHECK)

        article.write_text(article.read_text().replace("three shops", "four shops"))
        visit.reload().open(title)
        visit.see("four shops")
        assert "Dismissed: quoted or denied" in visit.entry(CHECK)

        article.write_text(article.read_text().replace("for snoring", "for snoring and hay fever"))
        visit.reload().open(title)
        assert "Dismissed" not in visit.entry(CHECK)
        visit.choose(CHECK).see("This sentence changed. It was dismissed on 25 Nov by")
    assert _decision(served, "dismissed")["state"] == "changed"


def test_escape_decides_nothing_undo_takes_back_and_a_fix_that_was_asked_for_is_kept(served: Served, chromium: Browser):
    title = "The lamp that was undone"
    write(served, "undone", LAMP.format(title=title))
    with chromium.visit(served) as visit:
        visit.open(title).choose(CHECK).press("d")
        visit.page.wait_for_selector("dialog[open]")
        visit.press("Escape")
        visit.page.wait_for_selector("dialog[open]", state="detached")
        visit.press("Escape")
        visit.open(title)
        assert "Dismissed" not in visit.entry(CHECK)

        visit.choose(CHECK).press("d", "1")
        visit.said("Dismissed: wrong reading")
        assert _decision(served, "undone")["reason"] == "wrong reading"
        visit.press("u")
        until(lambda: _decision(served, "undone") is None, "the decision to be taken back", 5)
        assert "Dismissed" not in visit.entry(CHECK)

        visit.choose(CHECK).press("f")
        visit.said("Fix asked")
        visit.reload().open(title)
        assert "Fix asked" in visit.entry(CHECK)
    assert _decision(served, "undone") is None  # it stays open until the text changes


def test_hostile_text_is_shown_and_does_nothing(served: Served, chromium: Browser):
    with chromium.visit(served) as visit:
        visit.open("A hostile page")
        for _ in range(visit.page.locator("[role=option]").count()):
            visit.page.locator(".why:not(.claim-pane)").hover()
            visit.press("j")
        assert "<img src=x onerror=" in visit.page.inner_text(".article .bar h1")
        visit.choose(CHECK).press("d", "6")
        visit.page.wait_for_selector("dialog[open] textarea")
        visit.page.keyboard.type("<img src=x onerror='window.fired=1'> ten characters")
        visit.press("Tab", "Enter")
        visit.said("Dismissed: other")
        visit.reload().open("A hostile page")
        visit.see("Dismissed: other")
        assert visit.page.evaluate("window.fired") is None
        assert visit.page.locator(".wb script, .wb iframe, .wb img, .wb [onload], .wb [onerror]").count() == 0


def test_the_page_is_ours_from_edge_to_edge_and_follows_the_system(served: Served, chromium: Browser):
    # Nothing in the address has a say.
    with chromium.visit(served, f"{served.address}&theme=light&template=classic", "dark") as visit:
        page = visit.queue().page
        assert page.title() == "Workbench" and page.url == served.base
        assert page.locator(".wb-page").bounding_box() == {"x": 0, "y": 0, "width": 1440, "height": 900}
        assert page.evaluate("document.scrollingElement.scrollHeight <= innerHeight")
        shade = "getComputedStyle(document.querySelector('.wb-page')).backgroundColor.match(/\\d+/g).map(Number)[0]"
        assert page.evaluate("document.body.dataset.jpThemeLight") == "false"
        assert page.evaluate(shade) < 100
        page.emulate_media(color_scheme="light")
        until(lambda: page.evaluate("document.body.dataset.jpThemeLight") == "true", "the theme to follow", 5)
        until(lambda: page.evaluate(shade) > 200, "the colours to follow", 5)


def test_a_page_has_one_kernel_and_takes_it_along(served: Served, chromium: Browser):
    until(lambda: served.kernels() == [], "kernels of earlier pages to end")
    with chromium.visit(served) as visit:
        visit.queue()
        (first,) = served.kernels()
        visit.reload().queue()
        until(lambda: len(served.kernels()) == 1, "the first kernel to end")
        assert served.kernels() != [first]
    until(lambda: served.kernels() == [], "the last kernel to end")


def test_after_its_kernel_was_killed_a_reloaded_page_works_and_remembers(served: Served, chromium: Browser):
    title = "The lamp that went out"
    write(served, "killed", LAMP.format(title=title))
    until(lambda: served.kernels() == [], "kernels of earlier pages to end")
    with chromium.visit(served) as visit:
        visit.open(title).choose(CHECK).press("d", "2")
        visit.said("Dismissed")
        (kernel,) = served.kernels()
        os.kill(kernel, signal.SIGKILL)
        visit.choose("Studies show").press("f")  # goes nowhere, and the page knows
        visit.reload().open(title)
        assert visit.asked_to_stay == 1
        assert "Dismissed: quoted or denied" in visit.entry(CHECK)
        assert "Fix asked" not in visit.entry("Studies show")
        visit.choose("Studies show").press("f")
        visit.said("Fix asked")


def test_who_stays_on_the_page_after_all_keeps_the_kernel(served: Served, chromium: Browser):
    until(lambda: served.kernels() == [], "kernels of earlier pages to end")
    with chromium.visit(served) as visit:
        visit.queue()
        (kernel,) = served.kernels()
        visit.page.evaluate("window.addEventListener('beforeunload', event => event.preventDefault())")
        visit.press("j")  # browsers ask only where a person has done something
        visit.stays = True
        visit.page.evaluate("void setTimeout(() => location.reload())")
        until(lambda: visit.page.wait_for_timeout(20) or visit.asked_to_stay == 1, "the question whether to leave")
        visit.stays = False
        visit.press("Home", "Enter")
        visit.page.wait_for_selector(".article .bar h1")
        assert served.kernels() == [kernel]


def test_without_the_address_there_is_a_login_that_the_token_opens(served: Served, chromium: Browser):
    with chromium.visit(served, served.base) as visit:
        page = visit.page
        assert page.url.startswith(f"{served.base}login") and "workbench serve" in page.inner_text("p")
        page.keyboard.type(served.token)
        visit.press("Enter")
        visit.queue()
        assert page.url == served.base


def test_a_queue_that_cannot_be_read_says_why(served: Served, chromium: Browser):
    table = served.root / "claims" / "decisions.csv"
    kept = table.read_bytes()
    table.write_text("article,check\n")
    try:
        with chromium.visit(served) as visit:
            visit.see("claims/decisions.csv: line 1: lacks the column")
    finally:
        table.write_bytes(kept)


def test_the_promise_is_really_in_the_article():
    assert SHORT in PROMISE and PROMISE in LAMP  # else the tests above would look for nothing
