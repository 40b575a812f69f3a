"""What a page says visibly about its author, reviewer and dates; front matter wins."""

from __future__ import annotations

import pytest

from workbench.model import Metadata
from workbench.readers import markdown, plain


def meta(line: str, read=plain.read) -> Metadata:  # type: ignore[no-untyped-def]
    text = f"# Cream for Sore Feet\n\n{line}\n\nThe cream is new and few people have tried it.\n"
    return read(text.encode(), "a").meta  # type: ignore[no-any-return]


@pytest.mark.parametrize("read", [plain.read, markdown.read])
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("By Ann Sample, MD", {"author": "Ann Sample", "credentials": "MD"}),
        ("By Ann Sample, MD, PhD", {"author": "Ann Sample", "credentials": "MD, PhD"}),
        ("Written by Ann van der Sample", {"author": "Ann van der Sample"}),
        ("By Ann Sample | Updated May 2, 2024", {"author": "Ann Sample", "updated": "May 2, 2024"}),
        ("By Ann Sample, RN on 3 March 2024", {"author": "Ann Sample", "published": "3 March 2024"}),
        ("Author: Ann O'Sample", {"author": "Ann O'Sample"}),
        ("Medically reviewed by Bo Test, MD on June 1, 2024", {"reviewer": "Bo Test, MD", "reviewed": "June 1, 2024"}),
        ("Reviewed by: Bo Test, PharmD", {"reviewer": "Bo Test, PharmD"}),
        ("Last updated: 2024-05-02", {"updated": "2024-05-02"}),
        ("Published on March 1, 2023, updated May 2024", {"published": "March 1, 2023", "updated": "May 2024"}),
        ("Last medically reviewed on 1 June 2024", {"reviewed": "1 June 2024"}),
        ("Reviewed by Bo Test, MD — Written by Ann Sample", {"author": "Ann Sample", "reviewer": "Bo Test, MD"}),
        ("Ann Sample, MD | Updated May 2, 2024", {"updated": "May 2, 2024"}),
        ("March 3, 2024", {"published": "March 3, 2024"}),
        ("Health reporter Ann Sample", {"author": "Ann Sample"}),
        ("By Ann Sample, Health Correspondent | 12 March 2024", {"author": "Ann Sample", "published": "12 March 2024"}),
        ("Posted on May 4, 2023 by Ann Sample", {"author": "Ann Sample", "published": "May 4, 2023"}),
        ("By Ann Sample and Bo Test", {"author": "Ann Sample and Bo Test"}),
        ("Medical review: Bo Test, MD", {"reviewer": "Bo Test, MD"}),
        ("Reviewer: Dr. Bo Test", {"reviewer": "Dr. Bo Test"}),
        ("Page last reviewed: 02 June 2022", {"reviewed": "02 June 2022"}),
        ("Updated 4:15 p.m. May 9, 2024", {"updated": "May 9, 2024"}),
        ("Issue 41 | 8 November 2024", {"published": "8 November 2024"}),
        ("Roe A, Doe B, van Dam C.", {"author": "Roe A, Doe B, van Dam C"}),
        ("Ann Roe1, Bo Doe2, Cy Poe1,3", {"author": "Ann Roe, Bo Doe, Cy Poe"}),
    ],
)
def test_by_lines(line: str, said: dict[str, str], read) -> None:  # type: ignore[no-untyped-def]
    found = meta(line, read)
    assert {key: getattr(found, key) for key in said} == said


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, most people feel better.",
        "By Week Four the pain was gone in most people.",
        "By mouth, the drug does nothing.",
        "The plan was written by a nurse.",
        "Studies were reviewed by two people.",
        "The cream was approved by Health Canada in 2019.",
        "Approved by FDA",
        "A review published March 2021 found three trials.",
        "The data were reviewed by Health Board staff.",
        "The label was updated because of a rash.",
        "It was published in a journal in 2020 and the authors asked for a larger trial in the years after that one.",
        "Updated guidance is expected soon.",
        "Author of three books about feet",
        "Health reporter Ann Sample wrote a book about feet.",
        "Next review due: 14 August 2026",
        "Updated at 4:15 each day",
        "Issue 41 of the newsletter will be about feet",
        "Green Tea, Black Tea, Oolong",
        "Vitamin A, Vitamin B and zinc help.",
        "Posted by a friend who has sore feet",
    ],
)
def test_sentences_that_are_no_by_line(line: str) -> None:
    found = meta(line)
    assert (found.author, found.reviewer, found.published, found.updated, found.reviewed) == ("", "", "", "", "")


def test_a_label_and_a_name_on_two_lines() -> None:
    assert meta("Written by\n\nAnn Sample, MD").author == "Ann Sample"


def test_a_sentence_about_the_author_names_her() -> None:
    assert meta("About the author\n\nAnn Sample is a nurse in Exampleton.").author == "Ann Sample"


def test_a_sentence_about_a_study_names_nobody() -> None:
    assert meta("About the author\n\nThe cream was new when this was written.").author == ""


def test_a_by_line_is_text_and_not_a_title() -> None:
    blocks = plain.read(b"June 23\n\nBy Ann Sample\n\nCream for Feet\n\nThe cream is new.\n", "a").blocks
    assert [block.kind for block in blocks] == ["paragraph", "paragraph", "heading", "paragraph"]


def test_front_matter_wins() -> None:
    text = "---\nauthor: Cy Other\n---\n# Feet\n\nBy Ann Sample, MD\n\nLast updated: May 2, 2024\n"
    found = markdown.read(text.encode(), "a").meta
    assert (found.author, found.credentials, found.updated) == ("Cy Other", "", "May 2, 2024")
