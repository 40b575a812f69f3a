"""Identifiers that lead nowhere, wherever they stand; those nobody looked up are not accused. All are invented."""

from __future__ import annotations

import pytest
from speak import findings, judged

from workbench.model import Knowledge, Known

CHECK = "malformed-identifier"


def found(text: str, suffix: str = ".md", **known: str) -> list[str]:
    records = {one.replace("_", ":", 1): Known(state, "2026-11-20", "Crossref") for one, state in known.items()}  # type: ignore[arg-type]
    return [finding.text for finding in findings(text, CHECK, suffix, knowledge=Knowledge(records))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Velodrin eased migraine (doi:10.12/abc).", "10.12/abc"),
        ("Velodrin eased migraine in [72% of adults](https://doi.org/10.12/abc).", "72% of adults"),
        ("See <https://doi.org/10.12/abc>.", "https://doi.org/10.12/abc"),
        ("Text.\n\n## References\n\n1. Okafor. Annals of Pain. PMID: 0\n", "0"),
        ("Text.[^a]\n\n[^a]: Okafor, NCT9999999\n", "NCT9999999"),
        ("| Trial | Number |\n|---|---|\n| First | ISRCTN999 |\n| Second | ISRCTN99999 |\n", "ISRCTN99999"),
    ],
)
def test_it_is_found_wherever_it_stands(text: str, words: str) -> None:
    assert words in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Velodrin eased migraine (doi:10.5555/abc).",
        "Velodrin eased migraine (https://doi.org/10.5555/abc).",
        "The code reads `doi:10.5555/abc`.",
        "```\ndoi:10.12/abc\n```",
        "Ask for 10.12 mg/day.",
        "DOI: to follow; PMID: to follow.",
        "Read more at [our clinic](https://clinic.example/10.12/abc).",
    ],
)
def test_near_misses_stay_silent(text: str) -> None:
    assert found(text) == []


def test_one_that_a_service_does_not_know_is_told_with_who_and_when() -> None:
    known = Knowledge({"doi:10.5555/abc": Known("not found", "2026-11-20", "Crossref")})
    (finding,) = findings("Okafor 2016, doi:10.5555/abc", CHECK, knowledge=known)
    assert finding.message == ("“10.5555/abc” leads nowhere: Crossref does not know it (looked up on 2026-11-20).")
    assert finding.evidence is not None
    assert finding.evidence.given == "doi:10.5555/abc"


def test_one_that_resolves_or_was_retracted_is_not_accused() -> None:
    for state in ("resolves", "retracted", "corrected", "concern"):
        known = Knowledge({"doi:10.5555/abc": Known(state, "2026-11-20", "Crossref")})  # type: ignore[arg-type]
        assert findings("Okafor 2016, doi:10.5555/abc", CHECK, knowledge=known) == []


def test_the_same_one_twice_is_told_twice_with_names_of_their_own() -> None:
    told = findings("See doi:10.12/abc. Once more, doi:10.12/abc.", CHECK)
    assert len({finding.fingerprint for finding in told}) == len(told) == 2


def test_hostile_text_is_only_quoted() -> None:
    (finding,) = findings("doi:10.{text.lower}/%s{0}", CHECK)
    assert "{text.lower}" in finding.message


def test_it_gives_no_verdict_about_others() -> None:
    assert judged("Velodrin eased migraine (doi:10.5555/abc).", CHECK) == []
