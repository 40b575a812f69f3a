"""Sources with a notice on record: how grave, who says so, what rests on them. Works and records are invented."""

from __future__ import annotations

import pytest
from speak import content, findings, judged

from workbench.model import Finding, Knowledge, Known

CHECK = "retracted-source"
GRAVEST = next(check.severity for check in content().checks if check.id == CHECK)  # its own, as far as it is proven
PAGE = """Barkol eased pain in 40% of adults [1]. Velodrin eased migraine in 30% of adults [2].

## References

1. Okafor. Annals of Pain, 2016. doi:10.5555/gone PMID 99999999
2. Lindqvist. Annals of Pain, 2018. [Full text](https://doi.org/10.5555/fine)
"""


def records(**states: str) -> Knowledge:
    return Knowledge(
        {
            f"doi:10.5555/{name}": Known(state, "2021-04-15", "an invented list", "Invented pain", "doi:10.5555/notice")  # type: ignore[arg-type]
            for name, state in states.items()
        }
    )


def found(text: str, **states: str) -> list[Finding]:
    return findings(text, CHECK, knowledge=records(**states))


@pytest.mark.parametrize(
    ("state", "severity", "words"),
    [
        ("retracted", GRAVEST, "was retracted"),
        ("concern", "warning", "carries an expression of concern"),
        ("corrected", "note", "was corrected"),
    ],
)
def test_what_happened_decides_how_grave_it_is(state: str, severity: str, words: str) -> None:
    (finding,) = found(PAGE, gone=state)
    assert (finding.severity, finding.text) == (severity, "10.5555/gone")
    assert finding.message == (
        f"The source 10.5555/gone (“Invented pain”) {words}; so recorded by an invented list, 15 Apr 2021."
    )


def test_the_evidence_names_the_record_and_the_claims_that_rest_on_it() -> None:
    (finding,) = found(PAGE, gone="retracted")
    assert finding.evidence is not None
    record, *claims = finding.evidence.rows
    assert (record["state"], record["notice"], record["on"]) == ("retracted", "doi:10.5555/notice", "2021-04-15")
    assert claims == [{"claim": "Barkol eased pain in 40% of adults [1]."}]


def test_a_linked_source_is_found_at_the_words_that_link_to_it() -> None:
    assert [finding.text for finding in found(PAGE, fine="retracted")] == ["Full text"]
    assert [f.text for f in found("Barkol [eased pain](https://doi.org/10.5555/gone).", gone="retracted")] == [
        "eased pain"
    ]


def test_one_work_under_two_identifiers_is_one_finding() -> None:
    twice = dict(records(gone="retracted").identifiers)
    twice["pmid:99999999"] = twice["doi:10.5555/gone"]
    assert len(findings(PAGE, CHECK, knowledge=Knowledge(twice))) == 1


def test_a_source_named_in_two_places_is_told_in_both() -> None:
    text = "Barkol eased pain (doi:10.5555/gone).\n\nIt worked again (doi:10.5555/gone)."
    assert len(found(text, gone="retracted")) == 2


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (PAGE, {"gone": "resolves"}),
        (PAGE, {"gone": "not found"}),
        (PAGE, {"other": "retracted"}),
        (PAGE, {}),
        ("Barkol eased pain in a retracted study by Okafor.", {"gone": "retracted"}),
        ("```\ndoi:10.5555/gone\n```", {"gone": "retracted"}),
    ],
)
def test_without_a_notice_on_record_it_stays_silent(text: str, states: dict[str, str]) -> None:
    assert found(text, **states) == []


@pytest.mark.parametrize(
    "text",
    [
        "The study (doi:10.5555/gone) was retracted in 2021.",
        "The paper was withdrawn by its journal. It is still online (doi:10.5555/gone).",
        "Its journal published an expression of concern about [this trial](https://doi.org/10.5555/gone).",
    ],
)
def test_a_text_that_says_so_itself_is_held_back(text: str) -> None:
    (finding,) = found(text, gone="retracted")
    assert finding.held_back


@pytest.mark.parametrize(
    "text",
    [
        "The journal took [the study]({}) back in 2022.",
        "[This paper]({}) has since been pulled.",
        "[The report]({}) was removed from the journal in May.",
        "After a complaint, the publisher took down [the preprint]({}).",
        "A much-cited, now withdrawn paper ([Lee 2015]({})) said so.",
        "The numbers in [the report]({}) were wrong. Its authors withdrew it a year later.",
    ],
)
def test_plain_words_for_taking_a_work_back_hold_back(text: str) -> None:
    (finding,) = found(text.format("https://doi.org/10.5555/gone"), gone="retracted")
    assert finding.held_back


@pytest.mark.parametrize(
    "text",
    [
        "Thirty people withdrew from [the trial]({}).",
        "The drug was withdrawn from the market after [a study]({}).",
        "Barkol was withdrawn in 1999; [a new study]({}) suggests it protects.",
        "[The study]({}) has never been retracted.",
        "Doctors removed the gallbladder in [this study]({}).",
        "The company pulled its application after [the study]({}).",
        "Trials differ ([Roe](https://doi.org/10.5555/old), since retracted); the best, from Ghent, is [this one]({}).",
    ],
)
def test_what_only_looks_like_a_report_does_not(text: str) -> None:
    (finding,) = found(text.format("https://doi.org/10.5555/gone"), gone="retracted")
    assert not finding.held_back


@pytest.mark.parametrize(("state", "held"), [("corrected", True), ("retracted", False)])
def test_a_correction_that_is_told_holds_back_only_what_was_corrected(state: str, held: bool) -> None:
    (finding,) = found("A correction changed the share in [this paper](https://doi.org/10.5555/gone).", gone=state)
    assert finding.held_back == held


def test_a_number_in_words_and_a_version_of_a_preprint_are_looked_up() -> None:
    known = Knowledge({"pmid:99999999": Known("retracted", "2021-04-15", "an invented list")})
    assert len(findings("See PubMed ID 99999999.", CHECK, knowledge=known)) == 1
    address = "https://www.medrxiv.org/content/10.5555/gonev2.full"
    assert len(found(f"An early report ([preprint]({address})) said so.", gone="retracted")) == 1


def test_a_text_that_speaks_of_another_retraction_elsewhere_is_not_held_back() -> None:
    (finding,) = found("Some studies were retracted.\n\nBarkol eased pain (doi:10.5555/gone).", gone="retracted")
    assert not finding.held_back


def test_what_nobody_looked_up_is_one_verdict_not_checkable() -> None:
    (verdict,) = judged(PAGE, CHECK)
    assert (verdict.verdict, verdict.start) == ("not-checkable", None)
    assert verdict.evidence is not None
    assert [row["identifier"] for row in verdict.evidence.rows] == [
        "doi:10.5555/gone", "pmid:99999999", "doi:10.5555/fine",
    ]  # fmt: skip


def test_a_page_without_identifiers_has_no_unknowns() -> None:
    assert judged("Barkol eased pain. See [our clinic](https://clinic.example/).", CHECK) == []
    assert judged("Barkol eased pain (doi:10.5555/gone).", CHECK, knowledge=records(gone="resolves")) == []
