"""What others wrote stays text; nothing in the page runs, and nothing comes from elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from newsroom import DAY, INES, MANY, MARA, TOM, claim_of, name_of, opened, seen, text_hash
from selectolax.lexbor import LexborHTMLParser
from speak import article
from story import page, papers, step, verified

from workbench import covering
from workbench.model import Evidence, limits
from workbench.review import Seen
from workbench.review.talking import Message

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.usefixtures("database")
HOSTILE = (
    "# Drops <b>now</b>\n\nIt is a cure</script><script>document.title='gone'</script>.\nOne\u2028two\u2029three.\n"
    '"><img src=x onerror="document.title=1">\n<!-- <script> --> ]]> &lt;b&gt; <seal> {{ 1 }}\n'
    "Right \u202eto left, zero\u200bwidth, carriage\rreturn, tab\there, 😀.\n</pre></body></html>\nVelodrin heals.\n"
)


def hostile(root: Path, text: str = HOSTILE) -> str:
    with opened(root, rules=MANY) as store:
        store.record([seen(text, authors=("<i>Tom</i>",))], at="2026-11-25T08:00:00+00:00")
        note = "</script><script>document.title='note'</script>\u2028"
        store.decide("drops", name_of(store, "cure"), "dismiss", MARA, "quoted or denied", note, at="2026-11-25")
        sent = Message(article="drops", person=MARA, text="<b>bold</b>", on=DAY, at="2026-11-25")
        assert store.send(sent).ok
    return page(root, "2026-11-25")


def test_hostile_words_stay_text(tmp_path: Path) -> None:
    told = hostile(tmp_path)
    tree = LexborHTMLParser(told)
    (block,) = tree.css("script")
    assert block.attributes == {"type": "application/json", "id": "records"}
    assert json.loads(block.text())["text"]["text"] == HOSTILE
    assert not tree.css("img, i, article b b, iframe, link, object, [onerror], [src], [href]")
    (shown,) = tree.css("pre#text")
    assert re.sub("[\u202e\u200b]", "�", HOSTILE) == shown.text()
    assert verified(tmp_path, told) == ("OK", 0)


@pytest.mark.parametrize(
    "text", ["", "\n\n\nVelodrin heals.\n", "\ufeffHeals \x00 it.\n", "a" * 5000 + "\n", "<seal>\n"]
)
def test_odd_texts_verify(tmp_path: Path, text: str) -> None:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(text)], at="2026-11-25T08:00:00+00:00")
    assert verified(tmp_path, page(tmp_path, "2026-11-25")) == ("OK", 0)


def test_nothing_is_asked_of_anywhere(tmp_path: Path) -> None:
    told = hostile(tmp_path)
    assert "default-src 'none'; style-src 'unsafe-inline'" in told.partition("<style>")[0]
    style = told.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert told.count(limits("US")) == 2


def test_in_a_browser_it_asks_for_nothing_and_runs_nothing(tmp_path: Path, headless: Browser) -> None:
    path = tmp_path / "dossier.html"
    path.write_bytes(hostile(tmp_path / "newsroom").encode())
    grounds = []
    for scheme in ("light", "dark"):
        context = headless.new_context(color_scheme="dark" if scheme == "dark" else "light")
        visit, asked = context.new_page(), list[str]()
        visit.on("request", lambda request, asked=asked: asked.append(request.url))
        visit.goto(path.as_uri())
        assert asked == [path.as_uri()]
        assert visit.title().startswith("Dossier: Drops")
        grounds.append(visit.evaluate("getComputedStyle(document.body).backgroundColor"))
        wide = visit.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert wide
        context.close()
    assert len(set(grounds)) == 2


def told_with(root: Path, given: Seen) -> str:
    with opened(root, rules=MANY) as store:
        store.record([given], at="2026-11-25T08:00:00+00:00")
    return page(root, "2026-11-25")


def test_a_finding_shows_its_working(tmp_path: Path) -> None:
    bare = seen("It is a cure.\n")
    evidence = Evidence("growth", given="53 mg", computed="0.5 mg/kg × 70 kg = 35 mg")
    found = tuple(msgspec.structs.replace(one, evidence=evidence) for one in bare.report.findings)
    report = msgspec.structs.replace(bare.report, findings=found)
    told = told_with(tmp_path, msgspec.structs.replace(bare, report=report))
    assert "0.5 mg/kg × 70 kg = 35 mg" in told
    assert "The growth, worked out" in told


def test_silence_is_no_approval(tmp_path: Path) -> None:
    told = told_with(tmp_path, seen("Nothing here.\n"))
    assert "No check fired. Nobody has confirmed that the sources say so." in told
    assert "No claim was read in this text." in told
    assert "✓" not in told


def surfaced(text: str) -> Seen:
    return msgspec.structs.replace(seen(text), surface=covering.packed(covering.of(article(text))))


@pytest.fixture
def carried(tmp_path: Path) -> Iterator[Path]:
    first = "Velodrin heals the back.\n\nOur reporter tried it in the garden, and the grass was very tall.\n"
    with opened(tmp_path, rules=MANY) as store:
        store.record([surfaced(first)], at="2026-11-25T08:00:00+00:00")
        step(store, "work", "open", MARA, "2026-11-25T09:00:00+00:00")
        given = {"source": "s", "version": "1", "place": "p"}
        claim = claim_of("Velodrin heals the back.")
        step(store, "claim", "substantiate", INES, "2026-11-25T09:00:00+00:00", key=claim, given=given)
        sign = {"text_hash": text_hash(store)}
        step(store, "work", "approve editorial", MARA, "2026-11-25T10:00:00+00:00", **sign)
        step(store, "work", "approve medical", INES, "2026-11-25T11:00:00+00:00", **sign)
        store.record(
            [surfaced(first.replace("the garden", "the meadow"))], date(2026, 11, 26), at="2026-11-26T08:00:00+00:00"
        )
        again = {"text_hash": text_hash(store)}
        step(store, "work", "approve editorial", MARA, "2026-11-26T10:00:00+00:00", **again)
    yield tmp_path


def test_a_carried_approval_shows_the_signed_difference(carried: Path, tmp_path: Path) -> None:
    told = page(carried, "2026-11-26")
    assert "in the garden, and the grass was very tall.” → “our reporter tried it in the meadow" in told.lower()
    assert "Signed difference" in told
    assert "signed by Mara Olsen (mara), editor" in told
    kinds = [(one.approval.kind, one.approval.by, one.approval.carried) for one in papers(carried, "2026-11-26").signed]
    assert kinds[-2:] == [("editorial", "mara", False), ("medical", "ines", True)]
    assert told.count("<s>") == 2  # the two signatures of the text before
    assert verified(tmp_path, told) == ("OK", 0)


def test_before_the_edit_nothing_is_carried(carried: Path) -> None:
    told = page(carried, "2026-11-25")
    assert "Signed difference" not in told
    assert "<s>" not in told
    assert TOM.name not in told
