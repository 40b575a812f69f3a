"""A claim that no longer holds reopens every use of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from approved import knowing, page, row, use
from speak import AS_OF, content, findings

from workbench.library.standing import reopened
from workbench.model import Known

TEXT = "Velodrin eased migraine in 72% of adults."
OTHER_WORDS = "Of the adults who took Velodrin for migraine, 72% felt better after it."
YESTERDAY, TOMORROW = (AS_OF - timedelta(days=1)).isoformat(), (AS_OF + timedelta(days=1)).isoformat()
DOI = "10.5555/velodrin-trial"


def gone(state: str = "retracted") -> dict[str, Known]:
    return {f"doi:{DOI}": Known(state, "2026-03-01", "an invented list", notice="10.5555/notice")}  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [TEXT, "Velodrin eased migraine, in 72 percent of adults.", TEXT.replace("72", "92")])
def test_an_expired_claim_is_told_at_every_use_also_at_one_that_drifted(text: str) -> None:
    (found,) = findings(text, "library-expired", knowledge=knowing(row(TEXT, expires=YESTERDAY)))
    assert found.severity == "warning"
    assert YESTERDAY in found.message
    assert found.evidence is not None
    assert "approved by ines" in found.evidence.computed


def test_an_accepted_use_in_other_words_is_told_too() -> None:
    known = knowing(row(TEXT, expires=YESTERDAY), uses=(use(page(OTHER_WORDS).claims[0]),))
    assert len(findings(OTHER_WORDS, "library-expired", knowledge=known)) == 1
    assert findings(OTHER_WORDS, "library-expired", knowledge=knowing(row(TEXT, expires=YESTERDAY))) == []


@pytest.mark.parametrize("expires", [AS_OF.isoformat(), TOMORROW])
def test_a_claim_holds_up_to_and_on_its_day(expires: str) -> None:
    assert findings(TEXT, "library-expired", knowledge=knowing(row(TEXT, expires=expires))) == []


@pytest.mark.parametrize(("standing", "count"), [("disputed", 1), ("expired", 1), ("unsubstantiated", 1), ("", 0)])
def test_a_standing_that_does_not_hold_reopens_the_uses(standing: str, count: int) -> None:
    assert len(findings(TEXT, "library-expired", knowledge=knowing(row(TEXT, standing=standing)))) == count


EVIDENCE = [DOI, f"doi:{DOI}", f"https://doi.org/{DOI}", f"The trial (https://doi.org/{DOI.upper()}), table 2."]


@pytest.mark.parametrize("evidence", EVIDENCE)
def test_a_retracted_source_is_told_at_every_use(evidence: str) -> None:
    known = knowing(row(TEXT, evidence=evidence), known=gone())
    (found,) = findings(TEXT, "library-retracted", knowledge=known)
    own = next(check.severity for check in content().checks if check.id == "library-retracted")
    assert (found.severity, found.category) == (own, "citation-retracted")
    assert "an invented list, 2026-03-01, notice 10.5555/notice" in found.message


def test_an_expression_of_concern_is_a_warning_and_a_correction_nothing() -> None:
    (found,) = findings(TEXT, "library-retracted", knowledge=knowing(row(TEXT, evidence=DOI), known=gone("concern")))
    assert found.severity == "warning"
    for state in ("corrected", "resolves", "not found"):
        known = knowing(row(TEXT, evidence=DOI), known=gone(state))
        assert findings(TEXT, "library-retracted", knowledge=known) == []


@pytest.mark.parametrize("evidence", ["a book", "doi:10.5555/velodrin", "doi:10.5555/velodrin-trial-2", "PMID 1"])
def test_another_source_is_not_the_retracted_one(evidence: str) -> None:
    assert findings(TEXT, "library-retracted", knowledge=knowing(row(TEXT, evidence=evidence), known=gone())) == []


def test_a_sentence_that_does_not_use_the_claim_is_left_alone() -> None:
    known = knowing(row(TEXT, expires=YESTERDAY, evidence=DOI), known=gone())
    for text in ("Migraine is common in adults.", "Barkol eased gout in 72% of women."):
        assert findings(text, "library-expired", knowledge=known) == []
        assert findings(text, "library-retracted", knowledge=known) == []


def test_all_that_speaks_against_a_claim_is_told() -> None:
    causes = reopened(row(TEXT, expires=YESTERDAY, standing="disputed", evidence=DOI), AS_OF, gone())
    assert [found.cause for found in causes] == ["date", "standing", "source"]
    assert list(reopened(row(TEXT, evidence=DOI), date(2026, 1, 1), {})) == []
