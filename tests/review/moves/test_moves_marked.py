"""What somebody marked by hand, a claim or a finding: who takes it back, and when nobody does."""

from __future__ import annotations

from typing import Any

import pytest
from moves_cast import ADA, ALONE, BO, EVE, INES, JON, MARA, SOLE, TOM, Somebody, allowed, claim, finding, past, refused
from msgspec.structs import replace

from workbench.review.moves import Case, Past
from workbench.review.moves.terms import TAKE_BACK

WHY = {"reason": "It only greets the reader."}


def marked(case: Any, by: Somebody = MARA) -> Any:
    mark: Past = past("add", by, name=by.id.title())
    return replace(case, marked=mark)


@pytest.mark.parametrize("by", [MARA, INES, EVE])
@pytest.mark.parametrize("case", [claim(), finding(), finding("error", topic="dosing")])
def test_who_marked_it_takes_it_back_alone_and_needs_no_reason(case: Case, by: Somebody) -> None:
    ruling = allowed(marked(case, by), TAKE_BACK, by, reason="")
    assert (ruling.state, ruling.second, ruling.sample) == ("taken back", "", False)


def test_an_editor_takes_back_anothers_claim_and_says_why() -> None:
    assert allowed(marked(claim(), INES), TAKE_BACK, JON, **WHY).state == "taken back"
    said = refused(marked(claim(), INES), TAKE_BACK, JON, reason=" ")
    assert "needs a reason" in str(said)


def test_a_medical_reviewer_does_not_and_learns_who_can() -> None:
    said = refused(marked(claim()), TAKE_BACK, INES, **WHY)
    assert str(said) == "Mara marked this and can take it back; an editor who says why can too."
    assert said.roles == ("editor",)


@pytest.mark.parametrize("person", [JON, INES, EVE])
def test_anothers_finding_is_decided_and_not_taken_back(person: Somebody) -> None:
    said = refused(marked(finding("error")), TAKE_BACK, person, **WHY)
    assert "Only Mara can take that back; you can decide it" in str(said)


@pytest.mark.parametrize("person", [TOM, ADA, BO])
@pytest.mark.parametrize("case", [claim(), finding()])
def test_writers_admins_and_readers_take_nothing_back(case: Case, person: Somebody) -> None:
    assert "an editor or a medical reviewer can do this" in str(refused(marked(case), TAKE_BACK, person, **WHY))


@pytest.mark.parametrize("person", [MARA, INES, SOLE])
@pytest.mark.parametrize(("case", "what"), [(claim(), "claim"), (finding(), "finding")])
def test_what_the_checks_read_is_nobodys_mark(case: Case, what: str, person: Somebody) -> None:
    said = refused(case, TAKE_BACK, person, **WHY)
    assert f"The checks read this {what}" in str(said) and "a writer can change them" in str(said)


@pytest.mark.parametrize("state", ["substantiated", "expired"])
def test_a_claim_that_somebody_substantiated_stays_and_the_way_is_told(state: str) -> None:
    said = refused(marked(claim(state=state)), TAKE_BACK, MARA, **WHY)
    assert "so that it stays. An editor or a medical reviewer can dispute it. Once a medical reviewer" in str(said)
    assert said.roles == ("editor", "medical reviewer")


def test_a_disputed_claim_waits_for_a_medical_reviewer() -> None:
    said = refused(marked(claim(state="disputed")), TAKE_BACK, MARA, **WHY)
    assert "This claim is disputed. Once a medical reviewer settles" in str(said)
    assert said.roles == ("medical reviewer",)


@pytest.mark.parametrize("state", ["fix", "dismissed", "accepted", "second", "questioned", "contested", "fixed"])
def test_a_finding_on_which_somebody_decided_stays(state: str) -> None:
    refused(marked(finding(state=state, last=past("dismiss", JON))), TAKE_BACK, MARA, **WHY)


def test_in_a_newsroom_of_one_it_is_the_same_person() -> None:
    assert allowed(marked(claim(), SOLE), TAKE_BACK, SOLE, ALONE).state == "taken back"
