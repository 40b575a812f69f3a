"""The newsroom's week in a real browser, by keys alone, behind a proxy that says who each person is. No mouse is used.

It tells what tests/review/test_queueing_week.py tells by the command line: findings asked, dismissed, proposed, agreed and
overruled; a second opinion; claims substantiated; both approvals, live, hold, back by two; a complaint. Then twenty
findings are decided one after the other, with at most two keys for each.
"""

# ruff: noqa: E501  # scripts and scenes read better on one line

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from e2e.pages import Browser, Visit, write
from e2e.proxy import HEADER, Proxy
from e2e.served import Served, newsroom, until

PEOPLE = f"""
[review]
header = "{HEADER}"
[people.mara]
name = "Mara Olsen"
roles = ["editor"]
[people.otto]
name = "Otto Lind"
roles = ["editor"]
[people.ines]
name = "Ines Calder"
roles = ["medical reviewer"]
[people.tom]
name = "Tom Adeyemi"
roles = ["writer"]
"""
HEAD = "---\ntitle: {title}\nauthor: Tom Adeyemi\n---\n\n# {title}\n\n"
DROPS = HEAD.format(title="Evening drops") + (
    "Of the 10 people in the trial, 70.8% improved.\n\nThese drops are a miracle cure.\n\n"
    "The FDA has approved ketamine for depression.\n\nThe drops cost 40 dollars a month.\n"
)
CALM = HEAD.format(title="Rest") + "Velodrin reduces pain in adults, according to [the trial](https://example.org/t).\n"
MANY = HEAD.format(title="Twenty promises") + "".join(
    f"The number {n} tea is a miracle cure for hiccups.\n\n" for n in range(1, 31)
)


class Desk:
    """Whoever sits there, with a keyboard and nothing else."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.page, self.keys = visit, visit.page, 0

    def press(self, *keys: str) -> Desk:
        self.keys += len(keys)
        self.visit.press(*keys)
        return self

    def type(self, words: str) -> Desk:
        self.page.keyboard.type(words)
        return self

    def said(self, words: str) -> Desk:
        self.visit.said(words)
        return self

    def dialog(self) -> Desk:
        self.page.locator("dialog[open]").wait_for()
        return self

    def to(self, name: str) -> Desk:
        """Go by Tab to the button of this name, as somebody without a mouse does, and press it."""
        for _ in range(120):
            self.visit.press("Tab")
            script = "[document.activeElement.tagName, (document.activeElement.getAttribute('aria-label') || document.activeElement.textContent).trim()]"
            tag, words = self.page.evaluate(script)
            if tag == "BUTTON" and words.startswith(name):
                return self.press("Enter")
        raise AssertionError(f"no key leads to “{name}”")

    def fill(self, *words: str) -> Desk:
        """The fields of the open dialog, one after the other."""
        self.dialog()
        for at, one in enumerate(words):
            if at:
                self.visit.press("Tab")
            self.type(one)
        return self.press("Enter")


@pytest.fixture(scope="module")
def desk_of(voila: None, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    root = newsroom(tmp_path_factory.mktemp("week") / "newsroom", {"drops": DROPS, "calm": CALM, "many": MANY})
    with (root / "workbench.toml").open("a") as file:
        file.write(PEOPLE)
    served = Served(root, options=("--behind-proxy",))

    @contextmanager
    def desk_of(who: str, title: str = "", place: str = "") -> Iterator[Desk]:
        with Proxy(who, served.port) as proxy, chromium.visit(served, proxy.address + place) as visit:
            visit.page.mouse.click = _no_mouse  # type: ignore[method-assign]
            if title:
                visit.queue().press("7")
                visit.open(title)
            yield Desk(visit)

    desk_of.served = served  # type: ignore[attr-defined]
    yield desk_of
    assert served.stop() == 0, served.said
    assert "Traceback" not in served.said, served.said


def _no_mouse(*_: object, **__: object) -> None:
    raise AssertionError("this week is done by keys alone")


def events(served: Served, article: str) -> list[tuple[str, str]]:
    """(who, action) of all that the store keeps of an article, oldest first."""
    with closing(sqlite3.connect(served.root / ".workbench" / "queue.sqlite")) as database:
        found = database.execute("select who, event from history where article = ? order by id", (article,))
        return [(str(who), str(event)) for who, event in found]


def test_a_week_of_three_people(desk_of) -> None:
    _monday(desk_of)
    _tuesday(desk_of)
    _wednesday(desk_of)
    done = events(desk_of.served, "drops") + events(desk_of.served, "calm")
    assert {who for who, _ in done} >= {"mara", "ines", "tom"}


def _monday(desk_of) -> None:
    """A fix is asked, a warning dismissed and taken back, an error's dismissal proposed and overruled, changes are asked."""
    with desk_of("mara", "Evening drops") as mara:
        mara.visit.choose("Approval that")
        mara.press("d", "5").dialog().press("Enter").said("agree")
        mara.visit.choose("Percentage that")
        mara.press("f").said("Fix asked")
        mara.visit.choose("Miracle")
        mara.press("d", "1").said("Dismissed: wrong reading")
        mara.press("u").said("Taken back")
    with desk_of("ines", "Evening drops") as ines:
        ines.visit.choose("Approval that")
        ines.press("n").said("verruled")
    with desk_of("mara", "Evening drops") as mara:
        mara.visit.choose("Approval that")
        mara.press("f").said("Fix asked")
        mara.press("r").dialog().type("Two fixes, please.").press("Enter").said(
            "Sent. The article is now with the writer."
        )
    with desk_of("tom", "Evening drops") as tom:
        tom.visit.choose("Percentage that")
        tom.press("d", "1")  # a writer dismisses nothing
        assert "Fix asked" in tom.visit.entry("Percentage that")
        tom.to("Contest").fill("The table says 12.", "Trial report, table 2").said("ontested")
        tom.to("Send to review").dialog().type("The label is being looked up.").press("Enter").said("review")


def _tuesday(desk_of) -> None:
    """The contest is answered; a second opinion is asked and given; the text changes, and the check alone says fixed."""
    write(desk_of.served, "drops", DROPS.replace("The FDA has approved ketamine for depression.\n\n", ""))
    with desk_of("mara", "Evening drops") as mara:
        mara.visit.choose("Percentage that")
        mara.press("d", "1").said("Dismissed")
        mara.visit.choose("Miracle")
        mara.press("s").dialog().type("Is this a promise?").press("Enter").said("econd opinion")
        assert all(
            "fixed" in row for row in mara.page.locator("[role=option]").all_inner_texts() if "Approval that" in row
        )
    with desk_of("ines", "Evening drops") as ines:
        ines.visit.choose("Miracle")
        ines.press("d", "2").said("Dismissed")


def _wednesday(desk_of) -> None:
    """A claim is substantiated, both sign, the page goes live, is held, is put back by two; a reader complains."""
    with desk_of("ines", "Rest") as ines:
        ines.press("c", "Enter").to("Substantiate").fill("doi:10.1000/rest", "2", "table 3").said("Substantiated")
        ines.press("Escape")
        _settled(ines)
        ines.to("Approve (medical)").dialog().press("Enter").said("pproved")
    with desk_of("mara", "Rest") as mara:
        mara.to("Approve").dialog().press("Enter").said("pproved")
        mara.to("Mark live").dialog().press("Enter").said("Marked live")
        mara.to("Hold").fill("A reader was hurt.").said("The site must confirm")
        mara.to("Put back")
        mara.page.get_by_role("button", name="Take that back").wait_for()
    with desk_of("ines", "Rest") as ines:
        ines.to("Agree to put back").said("ack")
    with desk_of("mara", place="pages") as mara:
        mara.page.locator(".pages-view .prow").first.wait_for()
        mara.press("/").type("Rest").press("Enter", "c").dialog().press("Tab").type("A. Reader")
        mara.press("Enter").type("Velodrin reduces pain").press("Enter").said("Its records are held")


def _settled(desk: Desk) -> None:
    """Whatever is still to decide in this short text is a warning or a note; it is quoted or denied."""
    for _ in range(10):
        rows = desk.page.locator(".it[role=option][aria-label*=undecided]")
        left = rows.count()
        if not left:
            return
        desk.press("Home")
        if "undecided" not in (desk.page.locator(".it[aria-selected=true]").get_attribute("aria-label") or ""):
            desk.press("Shift+J")
        desk.press("d", "2")
        desk.page.wait_for_function(
            "n => document.querySelectorAll('.it[role=option][aria-label*=undecided]').length < n", arg=left
        )


def test_twenty_findings_are_decided_with_two_keys_at_most(desk_of) -> None:
    with desk_of("mara", "Twenty promises") as mara:
        began, mara.keys = time.monotonic(), 0
        left = int(mara.page.locator(".it[role=option][aria-label*=undecided]").count())
        assert left >= 20
        for n in range(20):
            mara.press("f") if n % 2 else mara.press("d", "2")
        until(lambda: _decided(desk_of.served, "mara") == 20, "twenty decisions in the store")
        took = time.monotonic() - began
        print(f"20 findings decided with {mara.keys} keys in {took:.1f} s")  # noqa: T201  # told with -s
        assert mara.keys == 30 and took < 300


def _decided(served: Served, who: str) -> int:
    """Decisions of this person about the twenty promises."""
    return len([one for one in events(served, "many") if one == (who, "decision")])


def test_a_letter_that_means_nothing_decides_nothing(desk_of) -> None:
    """Near miss: keys of other screens, and chords of the browser, leave the article as it is."""
    with desk_of("otto", "Twenty promises") as otto:
        otto.press("x", "g", "h", "Control+d", "7", "z")
        otto.page.wait_for_timeout(300)
        assert _decided(desk_of.served, "otto") == 0
