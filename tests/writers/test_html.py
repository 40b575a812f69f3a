"""The page: self-contained, nothing in it runs, and every finding shows its working."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from speak import report_of

from workbench.model import Decision, Evidence, Finding, Flag, Report, Results, Risk, Unread, View
from workbench.writers.html import render

HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> \" ' & {0} \u202e"


def finding(**more: object) -> Finding:
    values: dict[str, object] = {
        "check": "impossible-percentage", "topic": "statistics", "category": "statistic-impossible",
        "severity": "warning", "confidence": "high", "start": 0, "end": 5, "text": "70.8%", "message": "70.8% of 10?",
        "why": "Because.", "advice": "Look it up.", "evidence": None, "context": (), "held_back": False,
        "fingerprint": "f", "sentence": "Of 10 people, 70.8% improved.", "line": 3,
    }  # fmt: skip
    return Finding(**{**values, **more})  # type: ignore[arg-type]


def page(*findings: Finding, title: str = "A page", unread: tuple[Unread, ...] = ()) -> str:
    report = Report("a.md", title, 5, (), findings, (), Risk(7, (("statistics", 7),), 0))
    return "".join(render(Results("0.1", date(2026, 11, 25), "US", (report,), unread), View()))


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        self.open += [tag] if tag not in ("meta", "br") else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_all_tags_are_closed_and_nothing_comes_from_elsewhere(tmp_path: Path) -> None:
    article = tmp_path / "page.md"
    article.write_text("# Pill\n\nOf the 10 people, 70.8% improved. It is a miracle cure.\n", encoding="utf-8")
    text = "".join(render(Results("0.1", date(2026, 11, 25), "US", (report_of(article),), ()), View()))
    tags = Tags(text)
    assert not tags.open
    assert not [attributes for _, attributes in tags.seen if {"src", "href", "onclick"} & attributes.keys()]
    assert "url(" not in text
    assert "@import" not in text
    assert "70.8%" in text


def test_hostile_words_stay_words() -> None:
    hostile = dict.fromkeys(("text", "message", "why", "advice", "sentence", "check"), HOSTILE)
    bad = finding(
        **hostile,
        evidence=Evidence(HOSTILE, HOSTILE, HOSTILE, HOSTILE, ({HOSTILE: HOSTILE}, {HOSTILE: "b", "c": "d"})),
        decision=Decision(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
    )
    tags = Tags(page(bad, finding(**hostile), title=HOSTILE, unread=(Unread(HOSTILE, HOSTILE),)))
    assert not [tag for tag, _ in tags.seen if tag in ("script", "img")]
    assert not [name for _, attributes in tags.seen for name in attributes if name.startswith("on")]


def test_the_policy_forbids_scripts() -> None:
    policies = [a["content"] for tag, a in Tags(page()).seen if tag == "meta" and "content" in a and "http-equiv" in a]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_a_finding_shows_its_words_its_working_and_what_was_allowed() -> None:
    rows = ({"people": "7", "percent": "70.0"}, {"people": "8", "percent": "80.0"})
    text = page(finding(evidence=Evidence("percent-of-n", "70.8% of 10", "7.08", "rounded", rows)))
    assert "<mark>70.8%</mark>" in text
    assert "What a group of this size can give <small>rounded</small>" in text
    assert "<td>70.0</td>" in text
    assert "<th scope=col>People</th>" in text
    assert "<td>7.08</td>" in text


def test_what_is_held_back_is_folded_and_says_why() -> None:
    text = page(finding(held_back=True, context=(Flag("question", 0, 4, "Does it?", 0, 8),)))
    inside = re.search(r"<details><summary>Held back or decided: 1</summary>(.*?)</details>", text, re.S)
    assert inside is not None
    assert "read as question: “Does it?”" in inside.group(1)
    assert "No check fired." in text


def test_an_article_that_could_not_be_read_is_named() -> None:
    assert "<li>b.md: is locked</li>" in page(unread=(Unread("b.md", "is locked"),))


def test_silence_is_no_praise() -> None:
    assert "No check fired. Nobody has confirmed that the sources say so." in page()
    assert page().count("Does not confirm that a treatment is right, complete or safe.") == 2
