"""The plain-text reader, rule by rule, with the near misses beside."""

from __future__ import annotations

import time

import pytest

from workbench.errors import Unreadable
from workbench.model import Block, Document
from workbench.readers import plain


def read(text: str) -> Document:
    return plain.read(text.encode(), "a.txt")


def shape(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.seen) for block in read(text).blocks]


def kinds(text: str) -> list[str]:
    return [block.kind for block in read(text).blocks]


def block(text: str, seen: str) -> Block:
    return next(block for block in read(text).blocks if block.seen == seen)


def lead_in(text: str, seen: str) -> str | None:
    document = read(text)
    index = block(text, seen).lead_in
    return None if index is None else document.blocks[index].seen


PAGE = """Zelvadine for Sore Feet

Zelvadine is a cream that people put on sore feet.

Side Effects

Some people get a rash after the first week.
"""


def test_a_short_line_without_a_stop_is_a_heading() -> None:
    assert kinds(PAGE) == ["heading", "paragraph", "heading", "paragraph"]
    assert [each.level for each in read(PAGE).blocks] == [1, 0, 2, 0]
    assert read(PAGE).blocks[3].section == (0, 2)
    assert read(PAGE).meta.title == "Zelvadine for Sore Feet"


@pytest.mark.parametrize(
    "line",
    [
        "It works fast.",
        "Try it today!",
        "the rest of the sentence above",
        "Call 555-0134-2200 for help",
        "Cost: $40 a tube",
        "and then the",
        "This cream is safe for most people",
        "March 3, 2024",
        "By Ann Sample, MD",
        "Write to help@example.org",
        "12 %",
    ],
)
def test_a_line_that_is_no_heading(line: str) -> None:
    text = f"Sore Feet\n\nZelvadine is a cream for feet.\n\n{line}\n\nIt comes in a tube of 40 g.\n"
    assert kinds(text) == ["heading", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Is zelvadine safe?",
        "How the Cream Works",
        "When nothing else has helped",
        "SIDE EFFECTS",
        "Dose and Price: What to Know",
        "Vitamin A",
        "Who is it for?",
        "4. Rest and sleep",
        "Step 2: Use the cream",
    ],
)
def test_a_line_that_is_a_heading(line: str) -> None:
    text = f"Sore Feet\n\nZelvadine is a cream for feet.\n\n{line}\n\nIt comes in a tube of 40 g.\n"
    assert kinds(text) == ["heading", "paragraph", "heading", "paragraph"]


def test_two_questions_in_one_line_are_text() -> None:
    text = "Sore Feet\n\nDoes it help? Is it safe?\n\nNobody knows yet.\n"
    assert kinds(text) == ["heading", "paragraph", "paragraph"]


def test_a_single_line_is_text() -> None:
    assert kinds("Zelvadine heals every foot") == ["paragraph"]


def test_the_last_line_heads_nothing() -> None:
    assert kinds("Sore Feet\n\nZelvadine is a cream.\n\nMore Than a Cream\n")[-1] == "paragraph"


def test_a_headline_may_be_long_or_a_statement() -> None:
    assert kinds("New foot cream is said to work better than rest in a small trial\n\nIt is early.\n")[0] == "heading"


def test_a_first_sentence_is_no_title() -> None:
    assert kinds("Feet hurt.\n\nZelvadine may help.\n") == ["paragraph", "paragraph"]


@pytest.mark.parametrize("mark", ["- ", "• ", "•", "* ", "– ", "✅ ", "1. ", "2) ", "(3) ", "(a) "])
def test_marked_items_without_their_mark(mark: str) -> None:
    text = f"Rash is common.\n{mark}red skin\n{mark}itching\n"
    assert shape(text)[1:] == [("item", "red skin"), ("item", "itching")]


@pytest.mark.parametrize(
    "line", ["-5 degrees is cold.", "3.5 mg is a low dose.", "2024 was a good year.", "*see below."]
)
def test_a_sign_that_is_no_mark(line: str) -> None:
    assert shape(f"Feet hurt.\n{line}\n")[1] == ("paragraph", line)


def test_items_know_the_line_that_introduces_them() -> None:
    text = "Feet\n\nWarning signs include:\n\n- pale skin\n- fever\n\nSee a doctor soon.\n"
    assert lead_in(text, "fever") == "Warning signs include:"


def test_items_below_a_heading_have_no_lead_in() -> None:
    text = "Feet\n\nZelvadine is a cream.\n\nWarning Signs\n\n- pale skin\n- fever\n"
    assert lead_in(text, "fever") is None
    document = read(text)
    assert [document.blocks[index].seen for index in block(text, "fever").section] == ["Feet", "Warning Signs"]


def test_a_finished_sentence_above_a_gap_introduces_nothing() -> None:
    assert lead_in("Feet\n\nZelvadine is a cream.\n\n- pale skin\n- fever\n", "fever") is None


def test_an_unmarked_list_below_a_colon() -> None:
    text = (
        "Feet\nPossible effects:\nRash\nPale skin\nFever\nMost people have none of these at all.\nIs it safe?\nYes.\n"
    )
    assert kinds(text) == ["heading", "paragraph", "item", "item", "item", "paragraph", "heading", "paragraph"]
    assert lead_in(text, "Fever") == "Possible effects:"


def test_an_unmarked_list_ends_where_its_next_heading_stands() -> None:
    text = "It can cause:\n\nRash\n\nFever\n\nZelvadine B\n\nZelvadine B is another cream for sore feet.\n"
    assert shape(text)[-2] == ("heading", "Zelvadine B")


def test_items_in_lower_case_end_at_a_capital() -> None:
    text = "Do not use it if you:\nare pregnant\nhave a wound\nKey takeaways\nThe cream may help some people.\n"
    assert kinds(text) == ["paragraph", "item", "item", "heading", "paragraph"]


def test_one_line_below_a_colon_heads_the_text_after_it() -> None:
    text = "It has these uses:\n\nCream for hands\n\nOne small trial tested it on the hands of twelve nurses.\n"
    assert kinds(text) == ["paragraph", "heading", "paragraph"]


def test_a_heading_that_completes_a_sentence_knows_it() -> None:
    text = "Feet\n\nThe trial shows that the cream:\n1. Helps Dry Skin\nThe skin held more water after a week.\n"
    assert lead_in(text, "Helps Dry Skin") == "The trial shows that the cream:"


def test_prose_below_a_colon_is_no_list() -> None:
    text = "Feet\nHere is the truth:\nThe cream has never been tried in a large trial.\n"
    assert kinds(text) == ["heading", "paragraph", "paragraph"]


def test_a_shouted_label_above_prose_is_a_heading() -> None:
    assert kinds("A trial of a cream\n\nRESULTS:\nTwelve of 20 people felt better.\n") == [
        "heading",
        "heading",
        "paragraph",
    ]


def test_many_short_lines_are_a_list() -> None:
    text = "Feet\n\nZelvadine is a cream.\n\nSide Effects\n\nRash\nItching\nPale skin\nFever\n\nMost of them pass.\n"
    assert kinds(text) == ["heading", "paragraph", "heading", "item", "item", "item", "item", "paragraph"]


def test_numbers_in_a_row_are_a_list() -> None:
    assert kinds("Feet\n\nDo this:\n1. Wash\n2. Dry\n3. Rest\n") == ["heading", "paragraph", "item", "item", "item"]


def test_numbers_with_text_below_are_headings() -> None:
    text = "Feet\n\n1. Wash them\nUse warm water every day.\n2. Rest them\nLie down for an hour.\n"
    assert kinds(text) == ["heading", "heading", "paragraph", "heading", "paragraph"]


def test_nested_items_point_to_their_parent() -> None:
    text = "Bring:\n- shoes\n  - left\n  - right\n- socks\n"
    assert lead_in(text, "right") == "shoes"
    assert lead_in(text, "socks") == "Bring:"
    assert block(text, "right").level == 2


def test_a_flat_item_with_a_colon_introduces_the_next_ones() -> None:
    text = "Key Points\n\n- These do not help:\n- Tea\n- Salt\n- Most pain passes by itself.\n"
    assert lead_in(text, "Salt") == "These do not help:"
    assert lead_in(text, "Most pain passes by itself.") is None


WRAPPED = """Zelvadine is a cream that was first made for dry skin, and today it is
also used on sore feet by people who walk a lot. One small trial tested
it for four weeks.

  - a rash that begins in the first week and that goes away when people
    stop using the cream
  - itching
"""


def test_hard_wraps_are_joined_with_one_space() -> None:
    assert shape(WRAPPED) == [
        (
            "paragraph",
            "Zelvadine is a cream that was first made for dry skin, and today it is also used on sore feet by people"
            " who walk a lot. One small trial tested it for four weeks.",
        ),
        ("item", "a rash that begins in the first week and that goes away when people stop using the cream"),
        ("item", "itching"),
    ]


def test_wrapped_text_maps_to_its_source() -> None:
    found = read(WRAPPED).blocks[0]
    at = found.seen.index("is also")
    assert WRAPPED[slice(*found.span(at, at + 7))] == "is\nalso"


def test_lines_of_one_sentence_each_stay_apart() -> None:
    text = "Zelvadine is a cream that was first made for dry skin.\nToday it is used on sore feet by people who walk.\n"
    assert kinds(text) == ["paragraph", "paragraph"]


def test_a_short_line_in_a_wrapped_text_ends_its_paragraph() -> None:
    text = WRAPPED.split("\n\n")[0] + "\nNobody knows why it works.\n"
    assert shape(text)[-1][1].startswith("Zelvadine is") or shape(text)[-1][1] == "Nobody knows why it works."


def test_an_indented_page_reads_like_any_other() -> None:
    indented = "".join(f"    {line}\n" if line else "\n" for line in PAGE.split("\n"))
    assert shape(indented) == shape(PAGE)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems(end: str) -> None:
    text = PAGE.replace("\n", end)
    assert read(text).source == text
    assert shape(text) == shape(PAGE)


def test_a_byte_order_mark_stays_in_the_source() -> None:
    document = read("\ufeff" + PAGE)
    assert document.source[0] == "\ufeff"
    assert document.blocks[0].span(0, 9) == (1, 10)


def test_questions_and_answers() -> None:
    text = "Questions\n\nQ: Is it safe for children?\nA: Nobody has tried it.\nQ: Is it cheap?\nA: It costs 4 euros.\n"
    assert shape(text)[1:3] == [("heading", "Is it safe for children?"), ("paragraph", "Nobody has tried it.")]
    assert read(text).blocks[2].section == (0, 1)


@pytest.mark.parametrize("mark", ["\t", " | "])
def test_tables_are_cells(mark: str) -> None:
    text = f"Dose{mark}Use\n5 mg{mark}once a day\n"
    assert shape(text) == [("cell", "Dose"), ("cell", "Use"), ("cell", "5 mg"), ("cell", "once a day")]


def test_one_bar_in_a_sentence_is_no_table() -> None:
    assert kinds("Feet hurt | that is known.\nThe cream may help.\n") == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Rash: mild", "Rash:"),
        ("Cream - once a day", "Cream - "),
        ("Cream – once a day", "Cream – "),
        ("rest well", ""),
    ],
)
def test_the_label_of_an_item(line: str, label: str) -> None:
    found = read(f"Use it so:\n- {line}\n- wash well\n").blocks[1]
    assert found.seen[: found.label] == label


@pytest.mark.parametrize(
    "line", ["There are two kinds: old and new ones.", "It starts at 10:30 in the morning.", "Rest helps - a lot."]
)
def test_a_sentence_has_no_label(line: str) -> None:
    assert read(f"Feet\n\n{line}\n").blocks[1].label == 0


def test_a_quoted_line() -> None:
    assert shape("Feet hurt.\n\n> Rest is best, she said.\n")[1] == ("quote", "Rest is best, she said.")


@pytest.mark.parametrize(
    "line", ["Photo of a sore foot", "Illustration of a person at rest", "Image credit: Ann Sample"]
)
def test_a_picture_line_is_a_caption(line: str) -> None:
    assert kinds(f"Feet\n\n{line}\n\nFeet hurt.\n") == ["heading", "caption", "paragraph"]


def test_hashes_head_a_section_in_plain_text_too() -> None:
    assert [(each.kind, each.level) for each in read("# Feet\n\nFeet hurt.\n\n### Cream\n\nIt may help.\n").blocks][
        2
    ] == ("heading", 3)


def test_an_address_is_a_link() -> None:
    links = read("Feet\n\nSee https://example.org/feet?aff=7 (and www.example.com).\n").blocks[1].links
    assert [(link.target, link.sponsored) for link in links] == [
        ("https://example.org/feet?aff=7", True),
        ("www.example.com", False),
    ]


def test_an_empty_text_has_no_blocks() -> None:
    assert read("").blocks == read(" \n\n\t").blocks == ()


@pytest.mark.parametrize(("data", "message"), [(b"caf\xe9", "byte 3"), (b"a\0b", "NUL")])
def test_what_is_not_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message) as raised:
        plain.read(data, "secret.txt")
    assert "secret.txt" not in str(raised.value)


@pytest.mark.parametrize("data", [b"\xed\xa0\x80", b"\xff\xfe\x00\xd8"])
def test_half_a_character_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        plain.read(data, "a.txt")


def test_a_stray_nul_is_not_seen() -> None:
    assert shape("Feet hurt a lot, and nobody knows why. " * 5 + "It is\0 so.\n")[0][1].endswith("It is so.")


HEADED = "Feet\n\nZelvadine is a cream for feet.\n\n{}\n\nIt comes in a tube of 40 g.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Book your free consultation today",
        "14 Sample Street",
        "Exampleton, EX 00198",
        "$49 per month",
        "4.6 out of 5 (212 reviews)",
        "“It helped me.” – Ann S.",
        "Saturday, 6 April, 10 am",
        "Best wishes,",
        "Source: Exampleton Health Office",
        "PMID: 00000000",
    ],
)
def test_an_address_a_price_or_a_call_heads_nothing(line: str) -> None:
    assert kinds(HEADED.format(line))[2] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Order of Treatment",
        "Street Food",
        "5 Ways to Rest",
        "If you forget a dose",
        "What it is for",
        "1 thing to do",
        "#3 Walk more",
        "Step Three: Rest",
    ],
)
def test_a_heading_that_sounds_like_one_of_these(line: str) -> None:
    assert kinds(HEADED.format(line))[2] == "heading"


def test_instructions_under_a_heading_that_announces_them_are_a_list() -> None:
    text = "Feet\n\nFeet hurt.\n\nWhat to do\n\nRest them.\n\nKeep them warm.\n\nDo not run.\n\nMost pain passes.\n"
    assert kinds(text) == ["heading", "paragraph", "heading", "item", "item", "item", "paragraph"]


def test_short_sentences_under_another_heading_are_text() -> None:
    text = "Feet\n\nFeet hurt.\n\nMy story\n\nI walked.\n\nI fell.\n\nI rested.\n\nMost pain passes.\n"
    assert "item" not in kinds(text)


def test_a_sentence_told_in_pieces_is_a_list() -> None:
    text = "Call us if:\nthe foot gets hot,\nyou cannot walk, or\nthe skin turns blue.\nWe are here day and night.\n"
    assert kinds(text) == ["paragraph", "item", "item", "item", "paragraph"]


def test_numbered_steps_told_in_sentences_are_a_list() -> None:
    text = "Feet\n\nStep 1: Wash the foot.\nStep 2: Dry it.\n\nStep one of many is the hardest.\n"
    assert kinds(text) == ["heading", "item", "item", "paragraph"]


def test_a_list_ends_where_a_usual_name_of_a_section_stands() -> None:
    text = "Creams\n\nPros\nSmells good\nFair price\nWorks fast\nCons\nSticky\nHard to find\nRed skin\nIt is new.\n"
    assert [each.seen for each in read(text).blocks if each.kind == "heading"] == ["Creams", "Pros", "Cons"]


def test_a_heading_like_the_one_above_the_list_opens_another() -> None:
    text = (
        "Feet\n\nFeet hurt.\n\nFoods that help\nFish\nNuts\nBeans\nFoods that do not help\nSugar\nSalt\nEat slowly.\n"
    )
    assert [each.seen for each in read(text).blocks if each.kind == "heading"][1:] == [
        "Foods that help",
        "Foods that do not help",
    ]


def test_entries_that_begin_alike_are_no_headings() -> None:
    text = (
        "Feet\n\nFeet hurt.\n\nCreams we tried\nCreams with oil\nCreams with salt\nCreams with wool\nWe liked none.\n"
    )
    assert kinds(text) == ["heading", "paragraph", "heading", "item", "item", "item", "paragraph"]


def test_questions_in_a_row_are_text() -> None:
    text = "Sore feet after work\n\nDo they burn?\nDo they swell?\nYou are not alone.\n"
    assert kinds(text) == ["heading", "paragraph", "paragraph", "paragraph"]


def test_columns_under_each_other_are_a_table() -> None:
    text = "Cream      Price\nZelvadine   $40\nOld balm     $9\n"
    assert kinds(text) == ["cell"] * 6
    assert shape("Foot wash ..... $9\nFoot bath .... $12\n")[1] == ("cell", "$9")


@pytest.mark.parametrize(
    "text", ["It hurts.  Rest it.\nIt burns.  Cool it.\n", "Creams,  oils and\nsalves  too\n", "Zelvadine   $40\n"]
)
def test_two_blanks_are_no_column(text: str) -> None:
    assert "cell" not in kinds(text)


DIVIDED = """Zelvadine is a cream that was first made for dry skin, and to-
day it is also used on feet. It may be used well on the pre-
and the after-work foot alike, says the small leaflet that
comes with it.
"""


def test_a_word_divided_at_the_end_of_a_line_is_not_parted_further() -> None:
    document = read(DIVIDED)
    assert "and to-day it is" in document.blocks[0].seen
    at = document.blocks[0].seen.index("to-day")
    assert DIVIDED[slice(*document.blocks[0].span(at, at + 6))] == "to-\nday"


def test_two_words_that_share_their_end_stay_two() -> None:
    assert "the pre- and the after-work foot" in read(DIVIDED).blocks[0].seen


def test_a_large_first_letter_belongs_to_its_word() -> None:
    assert shape("Feet\n\nT\nhe cream is new.\n")[1] == ("paragraph", "The cream is new.")
    assert shape("Feet\n\nA\nnew cream is here.\n")[1] == ("paragraph", "A new cream is here.")


def test_page_numbers_and_running_heads_are_furniture() -> None:
    page = "Rest the foot every day.\n\nWarm it.\n\nCool it.\n\n{}\n\nFoot leaflet\n\n"
    document = read("Feet and Creams\n\n" + "".join(page.format(number) for number in (1, 2, 3)))
    assert [each.boilerplate for each in document.blocks[4:6]] == ["page number", "running head"]


def test_numbers_in_a_row_are_no_page_numbers() -> None:
    assert not any(each.boilerplate for each in read("Score\n1\n2\n3\n4\n").blocks)


def test_a_note_is_kept_apart_and_its_mark_leads_to_it() -> None:
    document = read("Feet\n\nThe cream helps[1].\n\n[1] Roe A. Creams. 2019.\n")
    note = document.blocks[2]
    assert (note.seen, note.note, note.boilerplate) == ("Roe A. Creams. 2019.", "fn-1", "footnote")
    assert [(link.at, link.to, link.target) for link in document.blocks[1].links] == [(15, 18, "#fn-1")]


def test_a_bracket_that_nothing_points_to_is_text() -> None:
    document = read("Feet\n\nThe cream helps.\n\n[1] is the first of many.\n")
    assert [each.boilerplate for each in document.blocks] == ["", "", ""]


def test_headings_that_begin_alike_stand_beside_each_other() -> None:
    text = "Feet\n\nWhat We Changed\n\nAt Home\n\nWe rest.\n\nAt School\n\nWe sit.\n\nIn Short\n\nRest.\n"
    assert [each.level for each in read(text).blocks if each.kind == "heading"] == [1, 2, 3, 3, 2]


def test_a_part_of_the_paper_above_the_headline_is_no_title() -> None:
    document = read("HEALTH\nNew cream helps sore feet in a small trial\n\nIt is early.\n")
    assert document.meta.title == "New cream helps sore feet in a small trial"
    assert read("Health\n\nFeet hurt.\n").meta.title == "Health"


@pytest.mark.parametrize(
    "lines",
    [
        lambda n: "\n".join(f"word{i}" for i in range(n)),
        lambda n: "\n".join(f"Side effects {i}" for i in range(n)),
        lambda n: "\n\n".join(f"Is it {i}?" if i % 3 else "Pros:" for i in range(n)),
        lambda n: "\n".join("Related articles" if i % 5 else "Some words here" for i in range(n)),
        lambda n: "a@" * n,
    ],
)
def test_twice_the_text_takes_about_twice_the_time(lines) -> None:  # type: ignore[no-untyped-def]
    def seconds(n: int) -> float:
        data = lines(n).encode()
        started = time.process_time()
        plain.read(data, "a.txt")
        return time.process_time() - started

    seconds(100)
    assert seconds(16_000) < 8 * max(min(seconds(4_000) for _ in range(3)), 0.02) + 0.5
