"""Reading grade: prose only, both formulas, and honest about short texts."""

from __future__ import annotations

import pytest
from speak import REPOSITORY, findings, judged

from workbench.model import Judgement
from workbench.readability import FORMULAS
from workbench.working import working

CHECK = "reading-grade"
EXAMPLES = REPOSITORY / "checks" / "readability" / "reading-grade"
HARD = (EXAMPLES / "hard.md").read_text(encoding="utf-8")
SHORT = (EXAMPLES / "hard-short.md").read_text(encoding="utf-8")
PLAIN = (EXAMPLES / "plain.md").read_text(encoding="utf-8")


def verdict(text: str, suffix: str = ".md") -> Judgement:
    (judgement,) = judged(text, CHECK, suffix)
    return judgement


def test_a_hard_page_is_found_with_its_heaviest_sentences() -> None:
    (finding,) = findings(HARD, CHECK)
    assert (finding.start, finding.severity, finding.confidence) == (None, "note", "medium")
    assert finding.evidence is not None
    assert finding.evidence.computed.startswith("Flesch–Kincaid 30.5, SMOG 22.1, ")
    rows = [(*row["measure"].partition(": "), row) for row in finding.evidence.rows]
    assert [kind for kind, *_ in rows] == ["sentence"] * 3 + ["word"] * 5 + [formula.name for formula in FORMULAS]
    assert all(text in HARD and int(row["result"].split()[0]) > 10 for kind, _, text, row in rows if kind == "sentence")
    assert all(text in HARD.lower() and row["counted"] for kind, _, text, row in rows if kind == "word")
    assert all(set(row) == {"measure", "result", "counted"} for row in finding.evidence.rows)


def test_all_six_grades_are_there_whatever_the_verdict() -> None:
    for text in (HARD, SHORT, PLAIN):
        evidence = verdict(text).evidence
        assert evidence is not None
        assert all(f"{formula.name} " in evidence.computed for formula in FORMULAS)
        measured = {row["measure"]: row["result"] for row in evidence.rows}
        for formula in FORMULAS:
            assert measured[formula.name].split(" ")[0].rstrip(",") in evidence.computed


def test_one_table_shows_them() -> None:
    (finding,) = findings(HARD, CHECK)
    assert finding.evidence is not None
    shown = working(finding.evidence)
    assert shown.head == ("Measure", "Result", "Counted")
    assert len(shown.rows) == len(finding.evidence.rows)


@pytest.mark.parametrize("names", ["the tablet", "amitriptyline"])
def test_the_words_that_weigh_most_are_no_names_and_not_the_topic(names: str) -> None:
    text = (EXAMPLES / "plain-with-drug-names.md").read_text(encoding="utf-8").replace("the tablet", names)
    evidence = verdict(f"# About potassium\n\nPotassium {text} The potassium is measured by an ECGX machine.").evidence
    assert evidence is not None
    words = [row["measure"] for row in evidence.rows if row["measure"].startswith("word: ")]
    assert not {"word: amitriptyline", "word: potassium", "word: ecgx"} & set(words)


def test_a_section_far_above_the_limit_is_named() -> None:
    text = (EXAMPLES.parent / "hard-section" / "one-of-three.md").read_text(encoding="utf-8")
    evidence = verdict(text).evidence
    assert evidence is not None
    sections = [row["measure"] for row in evidence.rows if row["measure"].startswith("section: ")]
    assert sections == ["section: How Velodrin works in the body"]


def test_a_plain_page_passes() -> None:
    assert verdict(PLAIN).verdict == "pass"


def test_a_short_hard_page_is_found_with_low_confidence() -> None:
    (finding,) = findings(SHORT, CHECK)
    assert finding.confidence == "low"
    assert "estimates" in finding.message


def test_a_short_page_never_passes() -> None:
    plain = "The nurse will check your blood pressure twice, and then you can sit and rest for a good while. " * 15
    assert verdict(plain).verdict == "not-checkable"


@pytest.mark.parametrize("text", ["", "# Title", "Short. Very short.", SHORT[:900]])
def test_too_short_to_score_is_said(text: str) -> None:
    judgement = verdict(text)
    assert judgement.verdict == "not-checkable"
    assert judgement.evidence is not None
    assert judgement.evidence.computed == "too short to score"


@pytest.mark.parametrize(
    "around",
    [
        "\n\n## Comprehensive pharmacological considerations regarding administration\n\n",
        "\n\n- Comprehensive pharmacological considerations.\n- Multidisciplinary rehabilitation organizations.\n\n",
        "\n\n| Characteristic | Interpretation |\n|---|---|\n| Comprehensive evaluation. | Organizational. |\n\n",
        "\n\n> Comprehensive pharmacological considerations necessitate multidisciplinary evaluation.\n\n",
        "\n\nComprehensive considerations regarding administration include:\n\n",
        "\n\n```\nimport comprehensive.pharmacological.considerations.\n```\n\n",
    ],
)
def test_what_is_no_prose_does_not_move_the_grade(around: str) -> None:
    plain = verdict(PLAIN).evidence
    mixed = verdict(PLAIN.replace("\n\n", around, 3)).evidence
    assert plain is not None
    assert mixed is not None
    assert mixed.computed == plain.computed


def test_names_of_drugs_do_not_make_a_page_hard() -> None:
    text = (EXAMPLES / "plain-with-drug-names.md").read_text(encoding="utf-8")
    evidence = verdict(text).evidence
    assert evidence is not None
    assert "names of drugs" in evidence.given
    assert verdict(text.replace("amitriptyline", "the tablet")).verdict == "pass"


@pytest.mark.parametrize("audience", ["clinicians", "Health professionals", "Pharmacists"])
def test_a_page_for_professionals_gets_no_verdict(audience: str) -> None:
    assert judged(f"---\naudience: {audience}\n---\n{HARD}", CHECK) == []


@pytest.mark.parametrize("audience", ["patients", "general public"])
def test_a_page_for_lay_readers_does(audience: str) -> None:
    assert len(findings(f"---\naudience: {audience}\n---\n{HARD}", CHECK)) == 1


def test_a_journal_abstract_gets_no_verdict() -> None:
    assert judged(f"Background: {SHORT.split('# Living with Velodrin')[1].strip()}", CHECK) == []


def test_another_language_is_not_checkable() -> None:
    judgement = verdict(f"---\nlanguage: es\n---\n{HARD}")
    assert judgement.verdict == "not-checkable"
    assert verdict(f"---\nlanguage: en-GB\n---\n{HARD}").verdict == "fail"
