"""Hard sections: pointed to at their headings, where there is enough prose under them."""

from __future__ import annotations

import pytest
from speak import REPOSITORY, findings, shown

CHECK = "hard-section"
EXAMPLES = REPOSITORY / "checks" / "readability"
ONE = (EXAMPLES / "hard-section" / "one-of-three.md").read_text(encoding="utf-8")
PLAIN = (EXAMPLES / "reading-grade" / "plain.md").read_text(encoding="utf-8").partition("\n\n")[2]
HARD = (EXAMPLES / "reading-grade" / "hard.md").read_text(encoding="utf-8").partition("\n\n")[2]
LONG = HARD.split("\n\n")[:4]  # 15 sentences


def page(*sections: tuple[str, str], title: str = "# Your tablets\n\n") -> str:
    return title + "\n\n".join(f"{heading}\n\n{text}" for heading, text in sections)


def test_the_heading_is_the_place() -> None:
    (finding,) = findings(ONE, CHECK)
    assert finding.start is not None
    assert ONE[finding.start : finding.end] == "How Velodrin works in the body"
    assert (finding.severity, finding.confidence, finding.held_back) == ("note", "low", False)
    assert finding.evidence is not None
    assert finding.evidence.given == "263 words in 15 whole sentences"
    assert sum(row["measure"].startswith("sentence: ") for row in finding.evidence.rows) == 3


def test_sentences_and_words_of_other_sections_are_not_shown() -> None:
    (finding,) = findings(ONE, CHECK)
    assert finding.evidence is not None
    own = ONE.partition("## How Velodrin")[2].partition("## Every day")[0]
    texts = [row["measure"].partition(": ")[2] for row in finding.evidence.rows if ": " in row["measure"]]
    assert all(text in own or text in own.lower() for text in texts)


def test_a_page_without_a_title_has_sections_too() -> None:
    assert shown(page(("## At home", PLAIN), ("## In the body", "\n\n".join(LONG)), title=""), CHECK) == ["In the body"]


def test_small_sections_belong_to_the_one_above() -> None:
    small = [(f"### Step {number}", text) for number, text in enumerate(LONG, start=1)]
    text = page(("## At home", PLAIN), ("## In the body", ""), *small, ("## Later", PLAIN))
    assert shown(text, CHECK) == ["In the body"]


def test_at_most_three_the_hardest() -> None:
    hard = "\n\n".join(LONG)
    text = page(("## At home", PLAIN), *((f"## Part {number}", hard) for number in range(5)))
    assert len(shown(text, CHECK)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        page(("## At home", PLAIN)),
        page(("## In the body", "\n\n".join(LONG))),  # the page itself: reading-grade says it
        page(("## At home", PLAIN), ("## In the body", "\n\n".join(LONG[:3]))),  # nine sentences
        page(("## At home", PLAIN), ("## In the body", "- " + "\n- ".join(HARD.split(". ")))),
        page(("## At home", PLAIN), ("## In the body", "> " + " ".join(LONG))),
        page(("## At home", f"{PLAIN} {LONG[0]}"), ("## Later", PLAIN)),  # a plain section with some hard sentences
        "\n\n".join([*LONG, "## At home", PLAIN]),  # what stands before the first heading has none to point to
        f"---\nlanguage: de\n---\n{ONE}",
        f"---\naudience: nurses\n---\n{ONE}",
        ONE.replace("## Every day", "## Every day\n\nMethods: We randomly gave people tablets."),
    ],
)
def test_near_misses(text: str) -> None:
    assert findings(text, CHECK) == []
