"""SARIF keeps to the official schema, its regions are the words themselves, and hostile text stays text.

`sarif-schema-2.1.0.json` is the schema of the OASIS committee (Schemata/sarif-schema-2.1.0.json of
github.com/oasis-tcs/sarif-spec), in the draft-07 form that the crate serde-sarif 0.8.0 carries; unchanged.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from made_results import CHANGED, DISMISSED, HELD, SUPPRESSED, finding, report, results
from speak import REPOSITORY, content

from workbench import batch, config
from workbench.model import Engine, Finding, Results, Unread, View, WordPlace
from workbench.writers import sarif

ARTICLES = sorted((REPOSITORY / "articles").glob("*.md"))
SCHEMA = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


def log(made: Results) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads("".join(sarif.render(made, View())))
    VALIDATOR.validate(loaded)
    run: dict[str, Any] = loaded["runs"][0]
    return run


def one(**changes: Any) -> dict[str, Any]:
    result: dict[str, Any] = log(results(report(finding(**changes))))["results"][0]
    return result


def shown(text: str, region: dict[str, int]) -> str:
    lines = text.split("\n")
    picked = lines[region["startLine"] - 1 : region["endLine"]]
    picked[-1] = picked[-1][: region["endColumn"] - 1]
    picked[0] = picked[0][region["startColumn"] - 1 :]
    return "\n".join(picked)


def checked(*paths: Path) -> Results:
    plan = batch.Plan((config.content_root() / "checks",), None, "US", results().as_of, (), (), keep_text=True)
    return results(*batch.examine([str(path) for path in paths], plan, content()), checks=content().checks)  # type: ignore[arg-type]


def test_the_bundled_articles_keep_to_the_schema_and_every_region_is_the_words_that_were_found() -> None:
    made = checked(*ARTICLES)
    run = log(made)
    assert run["columnKind"] == "unicodeCodePoints"
    found = [(report, finding) for report in made.reports for finding in report.findings]
    assert len(found) == len(run["results"]) > 100
    for (report_, finding_), result in zip(found, run["results"], strict=True):
        region = result["locations"][0]["physicalLocation"].get("region")
        assert (region is None) == (finding_.start is None)
        if region:
            assert shown(report_.text, region) == finding_.text


@pytest.mark.parametrize(
    "text", ["👍 Velodrin is 100% safe.\n", "One.\r\n\r\nVelodrin is 100%\r\nsafe.\r\n", "\ufeffIt is 100% safe.\n"]
)
def test_columns_count_code_points_whatever_stands_before(tmp_path: Path, text: str) -> None:
    place = tmp_path / "drops.md"
    place.write_bytes(text.encode())
    made = checked(place)
    regions = [result["locations"][0]["physicalLocation"].get("region") for result in log(made)["results"]]
    words = [shown(next(iter(made.reports)).text, region) for region in regions if region]
    assert words == [finding.text for finding in next(iter(made.reports)).findings if finding.start is not None]
    assert words


def test_a_rule_brings_the_help_of_its_check() -> None:
    (rule,) = log(results(report(finding()), checks=content().checks))["tool"]["driver"]["rules"]
    check = next(check for check in content().checks if check.id == "absolute-safety")
    assert rule["shortDescription"]["text"] == check.title
    assert check.why in rule["help"]["text"]
    assert check.sources[0].title in rule["help"]["text"]
    assert rule["properties"]["precision"] == check.confidence


def test_a_finding_of_no_check_explains_itself() -> None:
    (rule,) = log(results(report(finding(check="suppression")), checks=content().checks))["tool"]["driver"]["rules"]
    assert rule["fullDescription"]["text"] == "Why so."


def test_checks_that_did_not_fire_are_no_rules() -> None:
    assert log(results(report(), checks=content().checks))["tool"]["driver"]["rules"] == []


def test_our_own_fingerprint_is_among_the_partial_ones() -> None:
    assert one()["partialFingerprints"] == {"workbenchFinding/v1": "f0f0f0f0f0f0f0f0"}


@pytest.mark.parametrize(
    ("state", "kind", "says"),
    [(HELD, "external", "negated: “not”"), (DISMISSED, "external", "wrong reading"), (SUPPRESSED, "inSource", "label")],
)
def test_what_is_closed_comes_as_suppressed(state: dict[str, Any], kind: str, says: str) -> None:
    (suppression,) = one(**state)["suppressions"]
    assert (suppression["kind"], suppression["status"]) == (kind, "accepted")
    assert says in suppression["justification"]


@pytest.mark.parametrize("state", [{}, CHANGED])
def test_what_is_open_is_not_suppressed(state: dict[str, Any]) -> None:
    assert one(**state)["suppressions"] == []


def test_a_decision_to_confirm_is_told_beside_the_open_finding() -> None:
    assert "confirm" in one(**CHANGED)["properties"]["decision"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("see [this](http://evil.example)", "see \\[this\\](http://evil.example)"),
        ("give {0} of it", "give {{0}} of it"),
        ("a\x1b[31mred\x07", "a�[31mred�"),
        ("\u202eevil", "�evil"),
        ("\ud800 half", "� half"),
    ],
)
def test_hostile_words_stay_text(text: str, written: str) -> None:
    assert one(message=text, advice="")["message"]["text"] == written


@pytest.mark.parametrize(
    "text", ["a range [1, 2] and f(x)", "{name} and {} stand", "<b>bold</b> & “so”", "日本語 👍", "50% of \\n"]
)
def test_ordinary_words_are_not_touched(text: str) -> None:
    assert one(message=text, advice="")["message"]["text"] == text


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("articles/a b#1.md", "articles/a%20b%231.md"),
        ("./articles/ü.md", "articles/%C3%BC.md"),
        ("articles/100%.md", "articles/100%25.md"),
        ("javascript:alert(1).md", "javascript%3Aalert%281%29.md"),
    ],
)
def test_a_path_is_a_uri_below_the_root(path: str, uri: str) -> None:
    run = log(results(report(finding(), path=path)))
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_a_path_from_the_top_of_the_disk_stands_by_itself() -> None:
    run = log(results(report(finding(), path="/srv/a b.md")))
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "file:///srv/a%20b.md"}


def test_a_finding_in_a_word_file_names_its_paragraph_and_no_line() -> None:
    (place,) = one(place=WordPlace("body", 3, 0, 4))["locations"]
    assert "region" not in place["physicalLocation"]
    assert place["message"]["text"] == "paragraph 3"


def test_what_could_not_be_read_or_verified_makes_the_run_unsuccessful() -> None:
    engines = (Engine("languagetool", "", "failed", "no Java"),)
    run = log(results(unread=(Unread("b.md", "is not UTF-8"),), engines=engines))
    assert run["invocations"][0]["executionSuccessful"] is False
    told = [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]]
    assert told == ["Not read: is not UTF-8", "Not verified: languagetool: no Java"]


def test_a_proofreader_that_was_not_asked_is_no_failure() -> None:
    run = log(results(report(), engines=(Engine("languagetool", "", "not asked", ""),)))
    assert run["invocations"][0]["executionSuccessful"] is True


def test_the_summary_is_in_the_properties() -> None:
    closed: list[Finding] = [finding(**HELD), finding(**DISMISSED), finding(**SUPPRESSED)]
    told = " ".join(log(results(report(*closed)))["properties"]["summary"])
    assert "1 held back, 1 decided, 1 suppressed in the text" in told
    assert "the newest is 5 days old" in told
