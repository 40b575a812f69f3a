"""Study design, sayings that are set right, promises of an ad, and sentences that point back."""

from __future__ import annotations

import pytest
from claim_words import claim_in, claims_of, reason_for

DESIGN = [
    "In the second group, 12 women took ginger tablets for a month.",
    "We followed 40 nurses with asthma for a year.",
    "The study took in 90 men with gout.",
    "The trial lasted for eight weeks.",
    "The trial compared zinc with a dummy tablet.",
]
RESULTS = [
    "In the second group, 12 women took ginger tablets and slept longer.",
    "The trial compared zinc with a dummy tablet and found no difference.",
    "The rash lasted for eight weeks.",
    "The difference was 8 points.",
]


@pytest.mark.parametrize("text", DESIGN)
def test_how_a_study_was_done_is_none(text: str) -> None:
    assert reason_for(text) == "study design"


@pytest.mark.parametrize("text", RESULTS)
def test_what_a_study_found_is_a_claim(text: str) -> None:
    assert len(claims_of(text)) == 1


MYTHS = "## Things you may hear\n\n**“Natural oils are safe for the liver.”** Oil is oil, and the liver cannot tell.\n"


def test_saying_that_is_set_right_under_such_a_heading_is_none() -> None:
    assert reason_for(MYTHS, "Natural oils") == "quoted and denied"


def test_saying_under_another_heading_is_a_claim() -> None:
    text = MYTHS.replace("Things you may hear", "What our customers say")
    assert claim_in(text, "Natural oils")


def test_saying_without_an_answer_is_a_claim() -> None:
    assert claim_in("## Things you may hear\n\n**“Natural oils are safe for the liver.”**\n", "Natural oils")


def test_answer_to_a_saying_is_a_claim() -> None:
    assert claim_in(MYTHS, "the liver cannot tell")


@pytest.mark.parametrize(
    ("item", "kind"),
    [("Guaranteed relief in 7 days", "efficacy"), ("No side effects at all", "safety")],
)
def test_promise_needs_no_sentence(item: str, kind: str) -> None:
    (claim,) = claims_of(f"- {item}\n- Free parking\n")
    assert (claim.text, claim.type) == (item, kind)


@pytest.mark.parametrize("item", ["Free parking guaranteed", "A permanent office in Denver", "Relief fund"])
def test_promise_of_something_else_is_none(item: str) -> None:
    assert claims_of(f"- {item}\n") == ()


def test_promise_that_is_warned_of_is_none() -> None:
    assert claims_of("## Signs of a bad seller\n\n- Guaranteed relief in 7 days\n") == ()


def test_it_points_back_over_a_sentence_that_names_no_health() -> None:
    text = "Barkol is a tablet for gout. Few know its name. It may take four weeks."
    assert claim_in(text, "four weeks")


def test_it_points_back_to_nothing_else() -> None:
    assert reason_for("The bus is late. It may take an hour.", "hour") == "no health topic"


def test_it_does_not_point_out_of_its_paragraph() -> None:
    assert reason_for("Barkol is a tablet for gout.\n\nIt may take an hour.", "hour") == "no health topic"


def test_statement_beside_the_provider_is_a_claim() -> None:
    assert claims_of("Zinc relieves coughs, and our team will help you.")
    assert claims_of("Our team is friendly, and our clinic is quiet.") == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("She coughed all winter.", "one person"),
        ("The author and the reviewer are invented.", "the page about itself"),
        ("Count the tablets in the jar.", "advice"),
        ("Your liver will thank you.", "opinion"),
        ("Beware of “100% safe” capsules.", "advice"),
    ],
)
def test_story_joke_and_order_are_none(text: str, reason: str) -> None:
    assert reason_for(text) == reason
