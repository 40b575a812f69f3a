"""The Markdown reader: kinds, lead-ins, links, and what of the source is seen."""

from __future__ import annotations

import pytest

from workbench.model import Block, Document
from workbench.readers import markdown


def read(text: str) -> Document:
    return markdown.read(text.encode(), "a.md")


def shape(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.seen) for block in read(text).blocks]


def block(text: str, seen: str) -> Block:
    return next(block for block in read(text).blocks if block.seen == seen)


def lead_in(text: str, seen: str) -> str | None:
    index = block(text, seen).lead_in
    return None if index is None else read(text).blocks[index].seen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Feet", [("heading", "Feet")]),
        ("Feet\n====", [("heading", "Feet")]),
        ("Feet *hurt* a **lot**.", [("paragraph", "Feet hurt a lot.")]),
        ("> Feet hurt.", [("quote", "Feet hurt.")]),
        ("- rash\n- fever", [("item", "rash"), ("item", "fever")]),
        ("- [x] done", [("item", "done")]),
        ("| a | b |\n|--|--|\n| c | d |", [("cell", "a"), ("cell", "b"), ("cell", "c"), ("cell", "d")]),
        ("```\nx = 1\n```", [("code", "x = 1")]),
        ("![a foot](foot.png)", [("caption", "a foot")]),
        ("Text ![a foot](foot.png) here.", [("paragraph", "Text  here."), ("caption", "a foot")]),
        ("Take `5 mg` now.", [("paragraph", "Take 5 mg now.")]),
        ("Feet <b>hurt</b>.", [("paragraph", "Feet hurt.")]),
        ("A trial[^1].\n\n[^1]: Roe 2020.", [("paragraph", "A trial[1]."), ("paragraph", "Roe 2020.")]),
        ("one\ntwo  \nthree\\\nfour", [("paragraph", "one two three four")]),
        ("**Side effects**\n\nRash.", [("heading", "Side effects"), ("paragraph", "Rash.")]),
        ("**It cures feet.**\n\nRash.", [("paragraph", "It cures feet."), ("paragraph", "Rash.")]),
        ('a --- b\'s "c"', [("paragraph", 'a --- b\'s "c"')]),
        ("<p>Feet &amp; hands<br>hurt</p>", [("paragraph", "Feet & hands hurt")]),
        ("<ul>\n<li>rash</li>\n<li>fever</li>\n</ul>", [("item", "rash"), ("item", "fever")]),
        ("<script>\nvar feet = 1;\n</script>", []),
        ("<!-- feet -->", []),
        ("", []),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("&euro;", "€"),
        ("&#8364;", "€"),
        ("&lt;", "<"),
        ("\\*", "*"),
        ("5&nbsp;mg", "5\u00a0mg"),
        ("*5*&thinsp;mg", "5\u2009mg"),
    ],
)
def test_entities_and_escapes_are_seen_resolved(source: str, seen: str) -> None:
    text = f"Take {source} daily."
    found = read(text).blocks[0]
    assert found.seen == f"Take {seen} daily."
    span = found.span(5, 5 + len(seen))
    assert text[slice(*span)].replace("\\", "") == source.replace("\\", "").strip("*") or text[slice(*span)] in source


def test_every_character_of_an_entity_stands_for_all_of_it() -> None:
    found = read("a &NotEqualTilde; b").blocks[0]
    assert found.span(2, 3) == (2, 17)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_stay_in_the_source(end: str) -> None:
    text = f"Feet{end}hurt."
    document = read(text)
    assert (document.source, document.blocks[0].seen) == (text, "Feet hurt.")
    assert document.blocks[0].span(5, 10) == (4 + len(end), 9 + len(end))


def test_emoji_and_a_byte_order_mark_do_not_shift_places() -> None:
    text = "\ufeffé 🙂 **feet**"
    found = read(text).blocks[0]
    at = found.seen.index("feet")
    assert text[slice(*found.span(at, at + 4))] == "feet"


def test_inline_code_over_two_quoted_lines() -> None:
    text = "> Take `5 mg\n> daily` now."
    found = read(text).blocks[0]
    assert found.seen == "Take 5 mg daily now."
    at = found.seen.index("daily")
    assert text[slice(*found.span(at, at + 5))] == "daily"


def test_links() -> None:
    text = "See [the **label**](https://example.org/a), <https://example.com/b>, <ann@example.org> and https://example.net/c."
    found = read(text).blocks[0]
    assert [(found.seen[link.at : link.to], link.target) for link in found.links] == [
        ("the label", "https://example.org/a"),
        ("https://example.com/b", "https://example.com/b"),
        ("ann@example.org", "mailto:ann@example.org"),
        ("https://example.net/c", "https://example.net/c"),
    ]


@pytest.mark.parametrize(
    ("link", "paid"),
    [
        ("[tube](https://shop.example/x?aff=9)", True),
        ("[tube](https://shop.example/affiliate/x)", True),
        ('<a href="https://shop.example/x" rel="nofollow sponsored">tube</a>', True),
        ("[tube](https://shop.example/x?page=2)", False),
        ("[tube](https://shop.example/staff)", False),
        ("[tube](https://shop.example/preference?prefer=1)", False),
    ],
)
def test_links_somebody_pays_for(link: str, paid: bool) -> None:
    assert [found.sponsored for found in read(f"Buy the {link} now.").blocks[0].links] == [paid]


def test_a_footnote_mark_links_to_its_note() -> None:
    assert read("A trial[^roe].\n\n[^roe]: Roe 2020.").blocks[0].links[0].target == "#fn-roe"


def test_lists_know_their_lead_in_and_parent() -> None:
    text = "Warning signs include:\n\n- skin\n  - pale\n- fever\n\n  high for days\n"
    assert lead_in(text, "fever") == "Warning signs include:"
    assert lead_in(text, "pale") == "skin"
    assert lead_in(text, "high for days") == "Warning signs include:"
    assert (block(text, "skin").level, block(text, "pale").level) == (1, 2)


def test_a_second_list_has_no_lead_in_of_the_first() -> None:
    text = "Signs include:\n\n- skin\n\nThat is all.\n\n- fever\n"
    assert lead_in(text, "fever") is None


def test_items_below_a_heading_have_its_section_only() -> None:
    text = "# Feet\n\n## Signs\n\n- fever\n"
    assert lead_in(text, "fever") is None
    assert block(text, "fever").section == (0, 1)


def test_a_picture_in_a_list_does_not_part_it() -> None:
    assert lead_in("Signs:\n\n- pale ![a foot](x.png)\n- fever\n", "fever") == "Signs:"


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("**Rash:** mild", "Rash:"),
        ("**Rash**: mild", "Rash:"),
        ("**Rash** – mild", "Rash – "),
        ("Rash: mild", "Rash:"),
        ("**Rash** is mild", ""),
    ],
)
def test_labels(item: str, label: str) -> None:
    found = read(f"- {item}\n").blocks[0]
    assert found.seen[: found.label] == label


def test_the_title_is_the_first_heading_of_the_first_level() -> None:
    assert read("## Signs\n\n# Feet\n\n# Hands\n").meta.title == "Feet"
    assert read("## Signs\n\nFeet hurt.\n").meta.title == ""
