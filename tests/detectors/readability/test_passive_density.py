"""Passive density: the share of whole sentences, without methods, lists, quotations and how things are."""

from __future__ import annotations

import pytest
from speak import REPOSITORY, article, findings, judged

CHECK = "passive-density"
EXAMPLES = REPOSITORY / "checks" / "readability" / CHECK
PASSIVE = (EXAMPLES / "mostly-passive.md").read_text(encoding="utf-8")
ACTIVE = (EXAMPLES / "mostly-active.md").read_text(encoding="utf-8")


def share(passive: str, number: int, of: int = 20) -> str:
    return " ".join([passive] * number + ["The nurse reads the list."] * (of - number))


def blamed(sentence: str) -> bool:
    """Whether the sentence counts as passive."""
    (judgement,) = judged(share(sentence, 20), CHECK)
    return judgement.verdict == "fail"


@pytest.mark.parametrize(("number", "verdict"), [(0, "pass"), (6, "pass"), (7, "fail"), (20, "fail")])
def test_more_than_three_in_ten(number: int, verdict: str) -> None:
    (judgement,) = judged(share("The tablets were given at night.", number), CHECK)
    assert judgement.verdict == verdict


def test_what_is_shown() -> None:
    (finding,) = findings(PASSIVE, CHECK)
    assert (finding.start, finding.severity, finding.confidence) == (None, "note", "low")
    assert finding.evidence is not None
    assert len(finding.evidence.rows) == 5
    assert all(row["passive"] in row["sentence"] for row in finding.evidence.rows)
    assert "%" in finding.message


@pytest.mark.parametrize(
    "sentence",
    [
        "The tablets were given at night.",
        "The drug is swallowed with water.",
        "The wound must be cleaned each day.",
        "It has been shown twice.",
        "You are being watched by a nurse.",
        "The test was not repeated.",
        "The pills are usually taken at night.",
        "The cause was never really found.",
        "Two people weren’t told.",
        "The leg is held still.",
        "The dose was first raised and then cut.",
        "Blood is drawn from a vein.",
    ],
)
def test_passives(sentence: str) -> None:
    assert blamed(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Velodrin is used to treat gout.",
        "It is also used for pain.",
        "This part is called the cortex.",
        "The drug is known as Barkol.",
        "Pain is often related to stress.",
        "You are worried and tired.",
        "People are interested in the test.",
        "Her work is based on a plan.",
        "The clinic is located in Exampletown.",
        "The nurse is trained and licensed.",
        "There is indeed a need to wait.",
        "The skin is red and hot.",
        "There are hundreds of them.",
        "You are sleeping more than before.",
        "The pain is gone by noon.",
        "The nurse has given you a list.",
        "Doctors treated ten people.",
        "You need speed and rest.",
        "It is a need that everybody has.",
    ],
)
def test_no_passives(sentence: str) -> None:
    assert not blamed(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "",
        share("The tablets were given at night.", 19, 19),
        "\n".join(f"- {part}." for part in PASSIVE.split(". ")),
        "\n\n".join(f"> {part}" for part in PASSIVE.split("\n\n")),
        f"## Materials and methods\n\n{PASSIVE.partition('pill')[2]}",
        f"---\naudience: pharmacists\n---\n{PASSIVE}",
        f"---\nlanguage: fr\n---\n{PASSIVE}",
        f"Results: It helped.\n\n{PASSIVE}",
    ],
)
def test_no_verdict(text: str) -> None:
    assert judged(text, CHECK) == []


def test_methods_do_not_count_beside_plain_prose() -> None:
    (judgement,) = judged(f"{ACTIVE}\n\n## How we did it: methods\n\n{PASSIVE.partition('pill')[2]}", CHECK)
    assert judgement.verdict == "pass"
    assert len(article(ACTIVE).sentences) > 20
