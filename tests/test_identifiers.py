"""Identifiers: one normal form for every way of writing them, and what cannot be right is said, nothing else is.

Works and numbers are invented (the test prefix 10.5555, numbers that are not given out) except well-known examples.
"""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speak import article

from workbench import identifiers
from workbench.model import Knowledge, Known, Reference

SAME = [
    ("doi:10.5555/abc", "10.5555/ABC"),
    ("doi:10.5555/abc", "doi:10.5555/abc."),
    ("doi:10.5555/abc", "DOI 10.5555/abc;"),
    ("doi:10.5555/abc", "https://doi.org/10.5555/abc"),
    ("doi:10.5555/abc", "http://dx.doi.org/10.5555/abc?utm_source=letter#top"),
    ("doi:10.5555/abc", "(see doi: https://doi.org/10.5555/abc)"),
    ("doi:10.5555/abc", "https://journal.example/doi/full/10.5555/abc"),
    ("doi:10.5555/abc", "https://journal.example/doi/pdf/10.5555/abc.pdf"),
    ("doi:10.5555/abc", "https://journal.example/article?id=10.5555/abc&page=2"),
    ("doi:10.5555/a/b", "https://doi.org/10.5555/a%2Fb"),
    ("doi:10.5555/abc(12)3", "[10.5555/abc(12)3]"),
    ("doi:10.5555/x_(2020)", "(https://doi.org/10.5555/x_(2020))"),
    ("doi:10.5555.12/abc", "10.5555.12/abc"),
    ("doi:10.1101/2099.01.02.1", "https://preprints.example/content/10.1101/2099.01.02.1v2.full"),
    ("doi:10.1002/(sici)1<1::aid-x>3.0.co;2-2", "doi:10.1002/(SICI)1<1::AID-X>3.0.CO;2-2"),
    ("doi:10/gfx9", "https://doi.org/10/gfx9"),
    ("pmid:99999999", "PMID: 99999999."),
    ("pmid:99999999", "pmid99999999"),
    ("pmid:99999999", "https://pubmed.ncbi.nlm.nih.gov/99999999/?dopt=Abstract"),
    ("pmid:99999999", "https://www.ncbi.nlm.nih.gov/pubmed/99999999"),
    ("pmid:99999999", "https://europepmc.org/article/MED/99999999"),
    ("pmcid:pmc99999999", "PMCID: PMC99999999"),
    ("pmcid:pmc99999999", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC99999999/"),
    ("pmcid:pmc99999999", "https://pmc.ncbi.nlm.nih.gov/articles/PMC99999999"),
    ("pmcid:pmc99999999", "https://europepmc.org/articles/PMC99999999"),
    ("trial:nct99999999", "(NCT99999999)"),
    ("trial:nct99999999", "NCT 99999999"),
    ("trial:nct99999999", "https://clinicaltrials.gov/study/NCT99999999"),
    ("trial:nct99999999", "https://classic.clinicaltrials.gov/ct2/show/NCT99999999"),
    ("trial:isrctn99999999", "https://www.isrctn.com/ISRCTN99999999"),
    ("trial:2099-999999-99", "EudraCT number: 2099-999999-99"),
    ("trial:2099-999999-99", "https://www.clinicaltrialsregister.eu/ctr-search/trial/2099-999999-99/GB"),
    ("trial:actrn99999999999999", "ACTRN99999999999999"),
    ("isbn:9783161484100", "ISBN-13: 978-3-16-148410-0"),
    ("isbn:9780306406157", "ISBN 0-306-40615-2"),
    ("issn:0378-5955", "ISSN 0378-5955"),
    ("arxiv:9912.99999", "arXiv:9912.99999v3"),
    ("arxiv:9912.99999", "https://arxiv.org/pdf/9912.99999v3.pdf"),
    ("pii:s0140673697110960", "https://www.sciencedirect.com/science/article/abs/pii/S0140673697110960"),
    ("pii:s0140673697110960", "https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(97)11096-0/fulltext"),
]
WRONG = [
    ("doi:10.123/abc", "four to nine digits"),
    ("doi:10.xxxx/xxxxx", "four to nine digits"),
    ("doi: 11.5555/abc", "begins with"),
    ("doi:10.5555", "is missing"),
    ("https://doi.org/10.5555/", "is missing"),
    ("https://doi.org/10.12/abc", "four to nine digits"),
    ("PMID: 0", "no PubMed number 0"),
    ("PMID 123456789", "at most eight digits, here 9"),
    ("https://pubmed.ncbi.nlm.nih.gov/123456789012/", "at most eight digits, here 12"),
    ("PMC123456789", "at most eight digits"),
    ("NCT9999999", "NCT and eight digits"),
    ("NCT999999999", "NCT and eight digits"),
    ("NCT00000000", "NCT and eight digits"),
    ("https://clinicaltrials.gov/study/NCT9999", "NCT and eight digits"),
    ("ISRCTN999999", "ISRCTN and eight digits"),
    ("EudraCT 2099-99999-99", "six digits"),
    ("ACTRN9999999999999", "fourteen digits"),
    ("ISBN 978-3-16-148410-1", "check digit"),
    ("ISBN 0-306-40615-3", "check digit"),
    ("ISBN 978-3-16-14841", "10 or 13 digits"),
    ("ISSN 0378-5954", "check digit"),
    ("arXiv:9912.9", "four or five digits"),
]
SILENT = [
    "",
    "DOI: pending",
    "The doi is not known.",
    "See https://doi.org/ and https://www.doi.org/the-identifier/what-is-a-doi/.",
    "The server is 10.0.0.1/24.",
    "Version 10.15/2 of the form",
    "The PMC met in 2019.",
    "PMID: none",
    "NCT stands for National Clinical Trial.",
    "ISBN to follow, ISSN to follow",
    "EudraCT is a register.",
    "Search https://pubmed.ncbi.nlm.nih.gov/?term=barkol or https://clinicaltrials.gov/search?cond=pain.",
    "https://www.sciencedirect.com/topics/medicine",
    "http://[broken/10",
    "Take 10.5 mg / day for 1000 days.",
]


@pytest.mark.parametrize(("normal", "written"), SAME)
def test_every_way_of_writing_has_one_normal_form(normal: str, written: str) -> None:
    found = identifiers.within(f"Okafor 2016, {written}")
    assert [one.identifier for one in found] == [normal]
    assert identifiers.problem(normal) == ""


@pytest.mark.parametrize(("written", "words"), WRONG)
def test_what_cannot_be_right_is_said(written: str, words: str) -> None:
    (found,) = identifiers.within(f"Okafor 2016 ({written}).")
    assert words in identifiers.problem(found.identifier)


@pytest.mark.parametrize("text", SILENT)
def test_words_about_identifiers_are_none(text: str) -> None:
    assert identifiers.within(text) == []


def test_places_are_those_of_the_text() -> None:
    text = "“Größe” (doi:10.5555/ä.b), PMID 99999999; NCT99999999."
    assert [text[one.at : one.to] for one in identifiers.within(text)] == ["10.5555/ä.b", "99999999", "NCT99999999"]


@given(st.text(max_size=200), st.sampled_from(["doi:10.5555/a", "PMID 1", "https://doi.org/10.5555/(", "ISBN 1-2"]))
def test_any_text_is_searched_and_every_place_lies_in_it(text: str, sign: str) -> None:
    whole = text + sign + text
    last = 0
    for one in identifiers.within(whole):
        assert last <= one.at < one.to <= len(whole)
        identifiers.problem(one.identifier)
        last = one.to


@given(st.text(alphabet="https://doi.org[]@:%10.5555?#", max_size=60))
def test_any_address_is_read(target: str) -> None:
    assert isinstance(identifiers.in_link(target), str)


@pytest.mark.parametrize("normal", sorted({normal for normal, _ in SAME}))
def test_a_normal_form_is_read_as_itself(normal: str) -> None:
    assert identifiers.normal("entry", "", f"{normal}; version 2") == normal


@pytest.mark.parametrize(("kind", "target"), [("named", "10.5555/abc"), ("vague", "PMID 99999999")])
def test_words_without_an_identifier_have_no_state(kind: str, target: str) -> None:
    assert identifiers.state_of(Reference(kind, "a study", target, 0, 1), Knowledge()) == ""


def known(state: str, identifier: str = "doi:10.5555/abc") -> Knowledge:
    return Knowledge({identifier: Known(state, "2026-11-20", "an invented record")})  # type: ignore[arg-type]


@pytest.mark.parametrize("state", ["resolves", "not found", "retracted", "corrected", "concern"])
def test_a_state_is_what_is_on_record(state: str) -> None:
    reference = Reference("doi", "10.5555/abc", "10.5555/abc", 0, 1)
    assert identifiers.state_of(reference, known(state)) == state
    assert identifiers.state_of(reference, known(state, "doi:10.5555/other")) == "not verified"


def test_of_two_identifiers_the_graver_state_counts_and_not_verified_gives_way() -> None:
    entry = Reference("entry", "[1]", "Okafor 2016. doi:10.5555/abc PMID 99999999", 0, 3)
    assert identifiers.state_of(entry, known("resolves")) == "resolves"
    assert identifiers.state_of(entry, known("retracted", "pmid:99999999")) == "retracted"
    assert identifiers.state_of(entry, Knowledge()) == "not verified"


def test_a_link_elsewhere_has_nothing_to_verify() -> None:
    assert identifiers.state_of(Reference("url", "a clinic", "https://clinic.example/", 0, 1), Knowledge()) == ""


def test_an_item_number_is_found_under_the_doi_that_holds_it() -> None:
    target = "https://www.sciencedirect.com/science/article/pii/S0140673697110960"
    reference = Reference("url", "a study", target, 0, 1)
    assert identifiers.state_of(reference, known("retracted", "doi:10.1016/s0140-6736(97)11096-0")) == "retracted"
    assert identifiers.state_of(reference, known("retracted")) == "not verified"


PAGE = """Velodrin eased migraine in [72% of adults](https://doi.org/10.5555/link).
Barkol eases pain in 40% of adults [1]. Barkol reduces anxiety in 30% of adults.[^a]
Velodrin cut migraine days by 30% (PMID 123456789). Barkol cut pain by 12% in a study by Okafor et al. (2016).

## References

1. [Okafor, Annals of Pain](https://doi.org/10.5555/entry), 2016.

[^a]: Lindqvist 2019. doi:10.5555/foot
"""


def test_claims_carry_the_state_of_their_references_through_lists_and_footnotes() -> None:
    records = {
        f"doi:10.5555/{name}": Known(state, "2026-11-20", "an invented record")  # type: ignore[arg-type]
        for name, state in (("link", "resolves"), ("entry", "retracted"), ("foot", "corrected"))
    }
    states = [claim.references[0].state for claim in article(PAGE, knowledge=Knowledge(records)).claims]
    assert states == ["resolves", "retracted", "corrected", "malformed", ""]
    unasked = [claim.references[0].state for claim in article(PAGE).claims]
    assert unasked == ["not verified", "not verified", "not verified", "malformed", ""]


def test_a_page_gives_all_its_identifiers_and_none_of_its_code() -> None:
    read = article(PAGE + "\n```\ndoi:10.5555/code\n```\n")
    found = identifiers.of_page(read.document, read.sentences)
    assert [one.identifier for one in found] == [
        "doi:10.5555/link", "pmid:123456789", "doi:10.5555/entry", "doi:10.5555/foot",
    ]  # fmt: skip
    shown = [read.sentences[one.sentence].text[one.at : one.to] for one in found]
    assert shown == ["72% of adults", "123456789", "Okafor, Annals of Pain", "10.5555/foot"]


def test_ten_thousand_identifiers_in_one_line_are_no_burden() -> None:
    import time

    text = " ".join(f"doi:10.5555/{number}" for number in range(10_000))
    begun = time.perf_counter()
    assert len(identifiers.within(text)) == 10_000
    assert time.perf_counter() - begun < 5


def test_common_identifiers_do_not_load_the_library_of_rare_ones() -> None:
    code = (
        "import sys; from workbench import identifiers as i\n"
        "for t in ('doi:10.5555/a', 'PMID 99999999', 'NCT99999999', 'arXiv:9912.99999'):\n"
        "    i.problem(i.within(t)[0].identifier)\n"
        "print('idutils' in sys.modules); i.problem('isbn:9783161484100'); print('idutils' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
