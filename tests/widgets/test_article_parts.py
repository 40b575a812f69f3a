"""What the article view is sent beside text and findings: sources, readability, anchors, older texts, closed lists."""

from __future__ import annotations

from typing import Any, get_args

import msgspec
from payloads import article_of, finding, record_of
from speak import AS_OF, article, content

from workbench import engine
from workbench.model import ClaimType, Knowledge, Known
from workbench.widgets import article_messages, article_then, article_words
from workbench.widgets.article_claims import claims
from workbench.widgets.article_library import borders
from workbench.widgets.article_reading import reading
from workbench.widgets.article_sources import sources

LINKED = "A pill lowers blood pressure, as [a trial](https://doi.org/10.1056/NEJMoa1511939) with 40 adults showed.\n"


def verdicts(text: str) -> list[Any]:
    return list(engine.run(article(text), content().checks, content().tables)[1])


def test_a_source_is_led_from_its_words_to_what_is_on_record() -> None:
    known = Known("retracted", "2024-05-01", "Crossref", "A trial of pills")
    identifiers = {"doi:10.1056/nejmoa1511939": known}
    (row,) = sources(article(LINKED, knowledge=Knowledge(identifiers=identifiers)))
    assert (row["marker"], row["identifiers"]) == ("a trial", ["doi:10.1056/nejmoa1511939"])
    assert (row["plain"], row["state"], row["on"], row["by"]) == ("retracted", "Retracted", "2024-05-01", "Crossref")
    assert (row["title"], row["claims"]) == ("A trial of pills", [1])


def test_a_source_that_nobody_looked_up_is_never_fine() -> None:
    (row,) = sources(article(LINKED))
    assert (row["plain"], row["on"]) == ("not verified", "")


def test_one_source_of_two_claims_is_told_once() -> None:
    twice = f"{LINKED}\nThe pill prevents strokes, as [a trial](https://doi.org/10.1056/NEJMoa1511939) showed.\n"
    (row,) = sources(article(twice))
    assert row["claims"] == [1, 2]


def test_a_text_without_claims_has_no_source() -> None:
    assert sources(article("We walk to [the lake](https://example.org) on Sundays.\n")) == []


def test_a_short_text_is_too_short_to_score() -> None:
    told = reading(verdicts("A walk is nice. We like it.\n"))
    assert told is not None
    assert told["grades"] == [] and told["said"] == "too short to score"


def test_a_text_between_the_limits_says_that_its_grades_are_estimates() -> None:
    told = reading(verdicts("The nurse comes to your house in the morning and looks at the small wound. " * 16 + "\n"))
    assert told is not None
    assert told["short"] == [16, 30]
    assert [row[0] for row in told["grades"][:2]] == ["Flesch reading ease", "Flesch–Kincaid"]


def test_where_the_check_says_nothing_no_grade_is_made_up() -> None:
    assert reading([]) is None


def test_a_whole_finding_stands_over_the_words_it_quotes_and_else_at_the_head() -> None:
    text = "# Sleep\n\nRest well.\n\n## Danger\n\nSome think of ending it.\n"
    quoting = finding(1, None, None, message="The page says “ending it” and names no line.")
    other = finding(2, None, None, message="The page says “never mind” nowhere.")
    first, second = article_of(record_of(text, [quoting, other]))["findings"]
    assert (first["anchor"], second["anchor"]) == (3, None)


def test_a_claim_whose_numbers_were_worked_out_and_fit_adds_up() -> None:
    text = "In the trial 5 of 10 adults (50%) slept better with the pill.\n"
    (one,) = claims(article(text), [], verdicts(text))
    assert one["adds_up"]
    (bare,) = claims(article(text), [])
    assert not bare["adds_up"], "what nobody worked out does not add up"


def test_an_older_text_is_told_block_by_block_and_word_by_word() -> None:
    old = engine.parse(b"# A\n\nTake six drops.\n\nGone.\n", "a.md", ".md").blocks
    new = engine.parse(b"# A\n\nTake eight drops.\n\nGone.\n\nNew.\n", "a.md", ".md").blocks
    told = article_then.difference(old, new)
    assert [one["state"] for one in told] == ["same", "changed", "same", "new"]
    parts = [part for part in told[1]["parts"] if part[0] != "same"]
    assert parts == [["gone", "six"], ["new", "eight"]]


def test_equal_texts_differ_nowhere_and_long_blocks_are_not_torn_apart() -> None:
    blocks = engine.parse(b"One.\n\nTwo.\n", "a.md", ".md").blocks
    assert {one["state"] for one in article_then.difference(blocks, blocks)} == {"same"}
    assert article_then.words("a " * 3000, "b") == [["gone", "a " * 3000], ["new", "b"]]


def test_borders_are_harmless_examples_of_checks_that_found_words_here() -> None:
    found = [{"check": "miracle-cure", "whole": False}, {"check": "missing-crisis-line", "whole": True}]
    told = borders(content(), found)
    assert set(told) == {"miracle-cure"}
    check = next(check for check in content().checks if check.id == "miracle-cure")
    harmless = {one.text.strip() for one in check.example if not one.finds and not one.held_back}
    assert set(told["miracle-cure"]) <= harmless


def test_every_kind_of_claim_has_words() -> None:
    assert tuple(article_words.CLAIMS) == get_args(ClaimType)


def test_what_the_view_may_ask_changes_nothing() -> None:
    asked = article_messages.of_article({"type": "ask", "what": "touched", "key": "a" * 12})
    assert isinstance(asked, article_messages.Ask)
    assert not any(field.name == "request" for field in msgspec.structs.fields(article_messages.Ask))
    assert AS_OF
