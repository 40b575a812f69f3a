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


NOTES = """A trial[^Roe] and another[^2].

[^roe]: Roe 2020.

    Says more:

    - in a list

[^2]: Doe 2021.

After that."""


def test_every_block_of_a_footnote_has_its_name() -> None:
    blocks = read(NOTES).blocks
    assert [(found.seen, found.note, found.boilerplate) for found in blocks] == [
        ("A trial[Roe] and another[2].", "", ""),
        ("Roe 2020.", "fn-roe", "footnote"),
        ("Says more:", "fn-roe", "footnote"),
        ("in a list", "fn-roe", "footnote"),
        ("Doe 2021.", "fn-2", "footnote"),
        ("After that.", "", ""),
    ]
    assert [link.target for link in blocks[0].links] == ["#fn-roe", "#fn-2"]


def test_a_list_in_a_footnote_has_its_lead_in_there() -> None:
    assert lead_in(NOTES, "in a list") == "Says more:"


def test_a_list_below_a_footnote_has_no_lead_in_in_it() -> None:
    assert lead_in("A trial[^1].\n\n[^1]: Signs include:\n\n\n- fever\n", "fever") is None


def test_a_footnote_mark_without_a_note_is_text() -> None:
    found = read("A trial[^roe].").blocks[0]
    assert (found.seen, found.links) == ("A trial[^roe].", ())


REFERENCES = """A trial <sup><a href="#ref1">1</a></sup> and a review [2](#ref2), see [the second](#ref3).

## References

1. <a id="ref1"></a>Roe 2020.
2. <a name="ref2"></a>Doe 2021.
3. <a id="ref3"></a>Poe 2022.
"""


def test_a_reference_entry_is_known_by_the_mark_that_leads_to_it() -> None:
    items = [found for found in read(REFERENCES).blocks if found.kind == "item"]
    assert [(item.seen, item.note, item.section) for item in items] == [
        ("Roe 2020.", "ref1", (1,)),
        ("Doe 2021.", "ref2", (1,)),
        ("Poe 2022.", "", (1,)),  # a link in words is a way to read on, no mark
    ]


def test_a_number_in_brackets_without_a_link_stays_text() -> None:
    found = read("A trial [1].\n\n## References\n\n1. Roe 2020.\n").blocks
    assert (found[0].seen, found[0].links, found[2].note) == ("A trial [1].", (), "")


def test_links_by_reference() -> None:
    text = "See [the label][a], [b], and [nobody][c].\n\n[a]: https://example.org/a\n[B]: <https://example.org/b> 'B'\n"
    found = read(text).blocks[0]
    assert found.seen == "See the label, b, and [nobody][c]."
    assert [link.target for link in found.links] == ["https://example.org/a", "https://example.org/b"]


def test_terms_and_tasks_are_items() -> None:
    text = "Signs:\n\nFever\n: A high temperature.\n: Over 38 °C.\n\nRash\n: Red skin.\n"
    assert [(found.kind, found.level, found.seen) for found in read(text).blocks[1:]] == [
        ("item", 1, "Fever"),
        ("item", 1, "A high temperature."),
        ("item", 1, "Over 38 °C."),
        ("item", 1, "Rash"),
        ("item", 1, "Red skin."),
    ]
    assert lead_in(text, "Red skin.") == "Signs:"
    assert shape("- [ ] to do\n- [x] done\n") == [("item", "to do"), ("item", "done")]


def test_a_line_that_begins_with_a_colon_inside_a_line_is_no_term() -> None:
    assert shape("Fever : a high temperature.") == [("paragraph", "Fever : a high temperature.")]


TEXT = "Feet hurt when shoes are too small, and new shoes take weeks until they feel like old ones.\n\n" * 3


@pytest.mark.parametrize(
    ("opening", "closing", "reason"),
    [
        ('<div class="share">', "</div>", "share bar"),
        ('<div class="share"><div>', "</div></div>", "share bar"),
        ('<div hidden class="x">', "</div>", "hidden"),
        ("<footer>", "</footer>", "footer"),
        ('<section class="footnotes">', "</section>", "footnote"),
        ('<div class="shared-room">', "</div>", ""),
        ('<div class="share">', "", ""),  # never closed: it must not swallow the page
        ('<div class="share">', "</section>", ""),
        ('<!-- <div class="share"> -->', "</div>", ""),
        ("<div>", "</div>", ""),
    ],
)
def test_html_around_markdown_says_what_is_furniture(opening: str, closing: str, reason: str) -> None:
    found = read(f"{TEXT}{opening}\n\nTell *your friends*.\n\n- now\n\n{closing}\n\nAfter.\n").blocks[3:]
    assert [(one.seen, one.boilerplate) for one in found] == [
        ("Tell your friends.", reason),
        ("now", reason),
        ("After.", ""),
    ]


def test_html_around_the_title_or_most_of_a_page_is_no_furniture() -> None:
    assert not any(one.boilerplate for one in read(f'<div class="share">\n\n# Feet\n\n</div>\n\n{TEXT}').blocks)
    assert not any(one.boilerplate for one in read(f'<div class="sidebar">\n\n{TEXT}\n\n</div>\n\nAfter.').blocks)


def test_html_between_and_after_the_tags_of_a_container() -> None:
    text = f'{TEXT}<div class="share">\n\n<p>Tell friends.</p>\n\n</div><p>After.</p>\n'
    assert [one.boilerplate for one in read(text).blocks[3:]] == ["share bar", ""]


def test_strong_type_by_a_tag_heads_a_section_as_stars_do() -> None:
    assert shape("<b>Side effects</b>\n\nRash.") == [("heading", "Side effects"), ("paragraph", "Rash.")]
    assert shape("<b>Side effects</b> are rare\n\nRash.")[0] == ("paragraph", "Side effects are rare")


def test_a_break_in_the_words_of_a_picture_is_a_space() -> None:
    assert shape("![a\nfoot](x.png)\n\n![a foot\n• wet](y.png)") == [("caption", "a foot"), ("caption", "a foot • wet")]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Write to <ann@example.org>.", ["mailto:ann@example.org"]),
        ("See <https://example.org/a?b=c&d=e>.", ["https://example.org/a?b=c&d=e"]),
        ("Not <a link.", []),
        ('A place <a id="here"></a>to go, <a id="there">or here</a>.', []),
    ],
)
def test_autolinks_and_anchors(text: str, links: list[str]) -> None:
    assert [link.target for link in read(text).blocks[0].links] == links


def test_what_nobody_can_see_is_left_out() -> None:
    assert shape(f"Fe\0et hu\u00adrt <!-- a lot -->now.\n\n{TEXT}")[0] == ("paragraph", "Feet hurt now.")


@pytest.mark.parametrize("deep", ["> ", "- ", "1. ", "**", "[", "![", "<div>\n\n"])
def test_ten_thousand_in_each_other_are_read(deep: str) -> None:
    found = read(deep * 10_000 + "feet").blocks
    assert found[-1].seen.endswith("feet")
