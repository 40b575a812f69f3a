"""Two wordings word by word: nothing is lost, nothing is added, and what is the same is never called a change."""

from __future__ import annotations

import pytest

from workbench.library.apart import pieces


def sides(approved: str, used: str) -> tuple[str, str]:
    found = pieces(approved, used)
    return "".join(t for k, t in found if k != "+"), "".join(t for k, t in found if k != "-")


def test_a_changed_number_is_one_change() -> None:
    assert pieces("Give 6 sessions.", "Give 8 sessions.") == (
        ("=", "Give "), ("-", "6"), ("+", "8"), ("=", " sessions."),
    )  # fmt: skip


def test_neighbouring_changes_are_one() -> None:
    found = pieces("in adults over 40 only", "in children under 12 only")
    assert found == (("=", "in "), ("-", "adults over 40"), ("+", "children under 12"), ("=", " only"))


@pytest.mark.parametrize(
    ("approved", "used"),
    [
        ("Give 1.5 mg a day.", "Give 15 mg a day."), ("", "New words."), ("Old words.", ""), ("", ""),
        ("Don’t stop it.", "Do not stop it."), ("a  b", "a b"), ("😀 helps", "😀 harms"), ("أ ب", "أ ج"),
        ("x" * 3000, "x" * 2999 + "y"), ("one two three", "three two one"),
    ],
)  # fmt: skip
def test_both_sides_can_be_read_back(approved: str, used: str) -> None:
    assert sides(approved, used) == (approved, used)


@pytest.mark.parametrize("text", ["The same words.", "😀", "1.5 mg"])
def test_the_same_words_are_no_change(text: str) -> None:
    assert pieces(text, text) == (("=", text),)


def test_only_capitals_differ_and_that_is_shown() -> None:
    assert pieces("FDA approved", "Fda approved") == (("-", "FDA"), ("+", "Fda"), ("=", " approved"))


def test_a_number_is_never_cut_in_two() -> None:
    assert ("-", "1.5") in pieces("Give 1.5 mg.", "Give 2.5 mg.")


def test_what_is_too_long_stands_there_whole() -> None:
    long = "word " * 500
    assert pieces(long, "word") == (("-", long), ("+", "word"))
