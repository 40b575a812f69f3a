"""The sources of a newsroom: one row for each, whatever names it; what nobody looked up is never told as found."""

from __future__ import annotations

from typing import Any

from workbench.model import Known, Reference
from workbench.review.sources_of import Resting
from workbench.widgets.sources_rows import VAGUE, Gathered

SHELF = {
    "key": "okafor-2016", "title": "Okafor", "identifiers": "doi:10.5555/okafor", "version": "2", "retrieved": "",
    "hash": "", "url": "",
}  # fmt: skip


def names(kind: str, text: str, target: str = "", state: str = "") -> Reference:
    return Reference(kind, text, target or text, 0, 1, state)


def resting(*references: Reference, source: str = "", standing: str = "unsubstantiated", at: str = "a") -> Resting:
    return Resting(at, at.title(), "draft", at, "efficacy", "It helps.", standing, source, "", "", references)


def rows(*claims: Resting, **more: Any) -> dict[str, dict[str, Any]]:
    given: dict[str, Any] = {"library": [], "shelf": [], "known": {}, **more}
    return {row["key"]: row for row in Gathered(claims, **given).rows()}


def test_an_article_s_doi_the_shelf_and_a_person_s_key_are_one_source() -> None:
    found = rows(
        resting(names("doi", "10.5555/okafor", state="not verified")),
        resting(source="okafor-2016 p. 7", standing="substantiated", at="b"),
        shelf=[SHELF],
        library=[{"id": "row", "evidence": "doi:10.5555/okafor"}],
    )
    (row,) = found.values()
    assert (row["claims"], row["open"], row["library"], row["version"]) == (2, 1, ["row"], "2")
    assert row["state"] == "not verified"


def test_a_retraction_on_record_counts_for_all_names_and_comes_first() -> None:
    known = {"doi:10.5555/bad": Known("retracted", "2026-11-01", "list", "A bad study", "doi:10.5555/n")}
    found = rows(*(resting(names("named", f"Report {n}")) for n in range(3)),
                 resting(names("url", "x", "https://doi.org/10.5555/bad")), known=known)  # fmt: skip
    first = next(iter(found.values()))
    assert (first["state"], first["title"], first["notice"]) == ("retracted", "A bad study", "doi:10.5555/n")


def test_vague_words_are_one_row_and_named_ones_their_own() -> None:
    found = rows(resting(names("vague", "studies show")), resting(names("vague", "research says"), at="b"),
                 resting(names("named", "The Gout Register"), at="c"))  # fmt: skip
    assert found[VAGUE]["claims"] == 2
    assert {row["state"] for row in found.values()} == {"only named"}


def test_an_address_is_compared_without_its_scheme_and_is_not_looked_up() -> None:
    found = rows(resting(names("url", "here", "https://www.example.org/a/")),
                 resting(names("url", "there", "http://example.org/a"), at="b"))  # fmt: skip
    (row,) = found.values()
    assert (row["claims"], row["state"]) == (2, "not verified")


def test_an_identifier_that_cannot_be_right_is_told_as_such() -> None:
    (row,) = rows(resting(names("pmid", "pmid:0", state="malformed"))).values()
    assert row["state"] == "malformed"


def test_a_claim_that_names_a_source_twice_counts_once() -> None:
    twice = names("doi", "10.5555/okafor")
    (row,) = rows(resting(twice, twice, source="doi:10.5555/okafor")).values()
    assert row["claims"] == 1


def test_a_claim_that_names_nothing_makes_no_source() -> None:
    assert rows(resting()) == {}
    assert rows(resting(source="  ")) == {}


def test_claims_without_support_come_first_and_an_unknown_key_has_none() -> None:
    said = names("named", "The Gout Register")
    gathered = Gathered([resting(said, standing="substantiated", source="x"), resting(said, at="b")], [], [], {})
    (key,) = [row["key"] for row in gathered.rows() if row["claims"] == 2]
    assert [claim["article"] for claim in gathered.claims(key)] == ["b", "a"]
    assert gathered.claims("doi:10.5555/none") == []
