"""The engine: order, severity, what is held back, names that survive edits, and detectors that fail."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from speak import article, content, findings

from workbench import engine, registry
from workbench.model import Article, Check, Finding, Match


@pytest.fixture(autouse=True)
def _loaded_before_a_detector_is_replaced() -> None:
    content()


def check(id_: str = "miracle-cure") -> Check:
    return next(check for check in content().checks if check.id == id_)


def detecting(monkeypatch: pytest.MonkeyPatch, *matches: Match) -> Check:
    """A check whose detector reports exactly these matches."""

    def detect(article: Article) -> Iterator[Match]:
        yield from matches

    monkeypatch.setattr(registry.plug("detectors", "phrase"), "detect", detect)
    return msgspec.structs.replace(check(), params={}, message="{text}")


def run(text: str, *checks: Check) -> tuple[tuple[Finding, ...], list[tuple[str, str]]]:
    found, verdicts = engine.run(article(text), checks, content().tables)
    return found, [(verdict.check, verdict.verdict) for verdict in verdicts]


def test_a_failing_detector_becomes_a_finding_and_the_others_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def detect(article: Article) -> Iterator[Match]:
        raise ValueError("seeded")

    monkeypatch.setattr(registry.plug("detectors", "phrase"), "detect", detect)
    broken = msgspec.structs.replace(check(), params={})
    found, verdicts = run("Of the 10 people, 70.8% improved.", broken, check("impossible-percentage"))
    assert [(f.check, f.category) for f in found] == [
        ("miracle-cure", "check-failed"), ("impossible-percentage", "statistic-impossible"),
    ]  # fmt: skip
    assert ("miracle-cure", "not-checkable") in verdicts


def test_the_whole_article_comes_first_then_place_then_check(monkeypatch: pytest.MonkeyPatch) -> None:
    matches = [Match(0, 6, 9), Match(0, 0, 3), Match(None, key="b"), Match(0, 0, 9), Match(None, key="a")]
    found, _ = run("One two three.", detecting(monkeypatch, *matches))
    assert [(f.start, f.text) for f in found] == [(None, ""), (None, ""), (0, "One"), (0, "One two t"), (6, "o t")]
    assert len({f.fingerprint for f in found}) == 5


def test_a_match_can_lower_severity_and_confidence_but_not_raise_them(monkeypatch: pytest.MonkeyPatch) -> None:
    lowered, raised = Match(0, 0, 3, severity="note", confidence="low"), Match(0, 4, 7, severity="error")
    found, _ = run("One two three.", detecting(monkeypatch, lowered, raised))
    assert [(f.severity, f.confidence) for f in found] == [("note", "low"), (check().severity, check().confidence)]


def test_the_same_place_is_reported_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found, _ = run("One two three.", detecting(monkeypatch, Match(0, 0, 3), Match(0, 0, 3)))
    assert len(found) == 1


def test_a_match_that_passes_is_a_verdict_and_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    found, verdicts = run("One two.", detecting(monkeypatch, Match(0, 0, 3, "pass"), Match(0, 4, 7, "not-checkable")))
    assert not found
    assert verdicts == [("miracle-cure", "pass"), ("miracle-cure", "not-checkable")]


def test_a_flag_counts_where_it_covers_the_first_word_of_the_match(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "This is not a drug of wonders."
    inside, before = text.index("drug"), text.index("is not")
    held, _ = run(text, detecting(monkeypatch, Match(0, inside, inside + 4)))
    free, _ = run(text, detecting(monkeypatch, Match(0, before, inside + 4)))
    assert ([f.held_back for f in held], [f.held_back for f in free]) == ([True], [False])
    assert held[0].context[0].cue == "not"


def test_a_flag_the_check_does_not_name_is_shown_and_does_not_hold_back(monkeypatch: pytest.MonkeyPatch) -> None:
    open_to_all = msgspec.structs.replace(detecting(monkeypatch, Match(0, 14, 18)), held_back_by=())
    found, _ = run("This is not a drug of wonders.", open_to_all)
    assert [(f.held_back, f.context[0].flag) for f in found] == [(False, "negated")]


@pytest.mark.parametrize(
    "edit",
    ["A new paragraph stands here.\n\n{}", "{}\n\nOne more stands at the end.", "{}\n\n## A heading\n\n- an item"],
)
def test_a_fingerprint_survives_edits_elsewhere(edit: str) -> None:
    text = "Of the 10 people in the trial, 70.8% improved."
    (before,), (after,) = findings(text, "impossible-percentage"), findings(edit.format(text), "impossible-percentage")
    assert before.fingerprint == after.fingerprint


def test_lines_are_counted_from_one() -> None:
    (found,) = findings("# A\n\nFirst.\n\nOf the 10 people in the trial, 70.8% improved.\n", "impossible-percentage")
    assert found.line == 5


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=300), st.sampled_from([".md", ".txt"]))
def test_any_text_is_checked_and_every_span_is_what_it_says(text: str, suffix: str) -> None:
    if text.lstrip("\ufeff").startswith("---"):
        return  # front matter has its own tests
    read = article(text, suffix)
    found, _ = engine.run(read, content().checks, content().tables)
    assert not [f.message for f in found if f.category == "check-failed"]
    for thing in (*found, *read.claims):
        if thing.start is not None:
            assert read.document.source[thing.start : thing.end] == thing.text
