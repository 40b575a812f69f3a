"""Word files: what is read, as what, where it stands in the file, and which files are refused with which words."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mapped import assert_mapped
from speak import findings
from word_files import (
    box,
    docx,
    field,
    item,
    mark,
    note,
    packed,
    par,
    part,
    parts,
    relations,
    row,
    run,
    table,
    types,
)  # fmt: skip

from workbench import engine
from workbench.config import Limits
from workbench.errors import Unreadable
from workbench.model import Document, WordPlace, WordRun
from workbench.readers import markdown, word

BOLD = "<w:b/>"


def read(*body: str, **more: object) -> Document:
    document = word.read(docx(*body, **more), "draft.docx")
    assert_mapped(document)
    return document


def seen(*body: str, **more: object) -> list[str]:
    return [block.seen for block in read(*body, **more).blocks]


def kinds(*body: str, **more: object) -> list[tuple[str, int]]:
    return [(block.kind, block.level) for block in read(*body, **more).blocks]


def refused(data: bytes, name: str = "draft.docx", limits: Limits = Limits()) -> str:
    with pytest.raises(Unreadable) as caught:
        word.read(data, name, limits)
    message = str(caught.value)
    assert message.isprintable()
    return message


# Headings


@pytest.mark.parametrize(
    ("style", "more", "rank"),
    [
        ("Titel", "", ("heading", 1)),
        ("berschrift1", "", ("heading", 1)),
        ("berschrift2", "", ("heading", 2)),
        ("Hausstil", "", ("heading", 2)),
        ("Heading3", "", ("heading", 3)),  # a style that the file does not define
        ("", '<w:outlineLvl w:val="2"/>', ("heading", 3)),
        ("", '<w:outlineLvl w:val="8"/>', ("heading", 6)),
        ("berschrift1", '<w:outlineLvl w:val="9"/>', ("paragraph", 0)),
        ("Standard", "", ("paragraph", 0)),
        ("Unknown", "", ("paragraph", 0)),
        ("", '<w:outlineLvl w:val="deep"/>', ("paragraph", 0)),
    ],
)
def test_headings_are_told_by_outline_level_and_name(style: str, more: str, rank: tuple[str, int]) -> None:
    assert kinds(par("What the drops are made of.", style=style, more=more)) == [rank]


def test_styles_based_on_each_other_end_somewhere() -> None:
    loop = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("a", "b"), ("b", "a"))
    )
    assert kinds(par("Text.", style="a"), styles=loop) == [("paragraph", 0)]


def test_a_paragraph_all_in_bold_heads_what_follows() -> None:
    body = [par("Uses", style="berschrift1"), par(run("Who should ", BOLD), run("wait", '<w:rStyle w:val="Fett"/>'))]
    assert kinds(*body) == [("heading", 1), ("heading", 2)]


@pytest.mark.parametrize(
    "runs",
    [
        [run("Who should", BOLD), run(" wait")],
        [run("Do not take more than two a day.", BOLD)],
        [run("Who should wait", '<w:b w:val="0"/>')],
        [run("Who should wait", "<w:bCs/>")],
    ],
)
def test_bold_words_in_a_paragraph_head_nothing(runs: list[str]) -> None:
    assert kinds(par(*runs)) == [("paragraph", 0)]


def test_bold_switched_off_in_a_bold_style_is_not_bold() -> None:
    bold = '<w:style w:type="paragraph" w:styleId="B"><w:rPr><w:b/></w:rPr></w:style>'
    assert kinds(par("Who should wait", style="B"), styles=bold) == [("heading", 2)]
    assert kinds(par(run("Who should wait", '<w:b w:val="false"/>'), style="B"), styles=bold) == [("paragraph", 0)]


def test_bold_lines_of_a_table_of_contents_head_nothing() -> None:
    body = [par("Uses", style="berschrift1"), par(run("Who should wait", BOLD), style="Inhalt")]
    assert kinds(*body) == [("heading", 1), ("paragraph", 0)]


# Lists


def test_items_have_the_depth_of_their_list_and_its_lead_in() -> None:
    blocks = read(par("The drops help with:"), item("sleep"), item("long flights", depth=1), item("dreams")).blocks
    assert [(block.kind, block.level, block.lead_in) for block in blocks[1:]] == [
        ("item", 1, 0),
        ("item", 2, 1),
        ("item", 1, 0),
    ]


def test_a_list_may_come_from_its_style() -> None:
    assert kinds(par("sleep", style="Punkte")) == [("item", 1)]
    numbered = '<w:style w:type="paragraph" w:styleId="L2"><w:name w:val="List Bullet 2"/></w:style>'
    assert kinds(item("sleep"), par("flights", style="L2"), styles=numbered) == [("item", 1), ("item", 2)]


def test_a_depth_that_is_left_out_counts_for_one() -> None:
    assert kinds(item("sleep", depth=1), item("flights", depth=3)) == [("item", 1), ("item", 2)]


def test_a_list_that_counts_anew_is_another_list() -> None:
    body = [par("Take it so:"), item("Open it.", list_id=2), item("Shake it.", list_id=3)]
    assert [block.lead_in for block in read(*body).blocks[1:]] == [0, None]


def test_bullets_of_two_lists_look_like_one_list() -> None:
    body = [par("The drops help with:"), item("sleep"), item("dreams", list_id=4)]
    assert [block.lead_in for block in read(*body).blocks[1:]] == [0, 0]


@pytest.mark.parametrize("list_id", [0, 99])
def test_a_paragraph_without_bullet_or_number_is_no_item(list_id: int) -> None:
    assert kinds(item("It helps.", list_id=list_id)) == [("paragraph", 0)]


def test_a_paragraph_that_continues_an_item_belongs_to_it() -> None:
    assert kinds(item("sleep"), par("More of it.", style="Weiter")) == [("item", 1), ("item", 1)]
    assert kinds(par("More of it.", style="Weiter")) == [("paragraph", 0)]


@pytest.mark.parametrize("typed", ["• sleep", "•sleep", "- sleep", "– sleep", "* sleep", "1. sleep", "12) sleep"])
def test_a_mark_typed_by_hand_makes_an_item_and_is_not_seen(typed: str) -> None:
    (block,) = read(par(typed)).blocks
    assert (block.kind, block.seen) == ("item", "sleep")


@pytest.mark.parametrize("text", ["3.5 mg is the dose.", "-5 is cold.", "2019. A year.", "10 people slept.", "*", "1."])
def test_numbers_and_dashes_in_text_are_no_marks(text: str) -> None:
    assert [(block.kind, block.seen) for block in read(par(text)).blocks] == [("paragraph", text)]


def test_bullets_behind_line_breaks_are_items() -> None:
    broken = par("Helps with:", "<w:r><w:br/></w:r>", "• sleep", "<w:r><w:br/></w:r>", "• dreams")
    assert [(block.kind, block.seen) for block in read(broken).blocks] == [
        ("paragraph", "Helps with:"),
        ("item", "sleep"),
        ("item", "dreams"),
    ]


# Tables, boxes, pictures


def test_cells_of_a_row_stand_in_one_line_of_the_source() -> None:
    document = read(table(row("Dose", "People"), row("5 mg", "12")), par("After."))
    assert document.source == "Dose\tPeople\n5 mg\t12\n\nAfter."
    assert [block.kind for block in document.blocks] == ["cell"] * 4 + ["paragraph"]


def test_a_table_in_a_cell_is_read_in_its_place() -> None:
    assert seen(table(row("a", par("b") + table(row("c", "d")) + par("e")), row("f", "g"))) == list("abcdefg")


def test_text_of_merged_cells_is_seen_once() -> None:
    merged = "<w:tcPr><w:vMerge{}/></w:tcPr>"
    body = table(
        row(merged.format(' w:val="restart"') + par("Dose"), "5 mg"), row(merged.format("") + par("Dose"), "10 mg")
    )
    assert seen(body) == ["Dose", "5 mg", "10 mg"]


def test_a_deleted_row_is_not_seen() -> None:
    gone = row("never", "seen").replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    assert seen(table(row("a", "b"), gone)) == ["a", "b"]


def test_a_frame_around_text_is_no_table() -> None:
    framed = par("When to get help", style="berschrift2") + item("a fever")
    assert kinds(table(row(framed))) == [("heading", 2), ("item", 1)]
    long = par("word " * 30 + "end.")
    assert kinds(table(row(long + long, long))) == [("paragraph", 0)] * 3


def test_long_entries_do_not_make_a_frame_of_a_table() -> None:
    long = par("word " * 30 + "end.")
    assert kinds(table(row(long, long))) == [("cell", 0)] * 2
    assert kinds(table(row(par("short") + par("two lines"), "b"))) == [("cell", 0)] * 3
    assert kinds(table(row(par("Dose", style="berschrift1"), "People"))) == [("cell", 0)] * 2


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    document = read(par("Before", box(par("In the box."), table(row("x", "y"))), " and after."), par("Next."))
    assert [block.seen for block in document.blocks] == ["Before and after.", "In the box.", "x", "y", "Next."]
    assert document.place(*document.blocks[-1].span(0, 1)) == WordPlace("body", 8, 1, 1)  # both copies are counted


def test_descriptions_and_captions_are_captions() -> None:
    picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A bottle"/></wp:inline></w:drawing></w:r>'
    assert [
        (block.kind, block.seen) for block in read(par("See ", picture, "here."), par("Fig", style="Bild")).blocks
    ] == [
        ("paragraph", "See here."),
        ("caption", "A bottle"),
        ("caption", "Fig"),
    ]
    assert seen(par(picture.replace("A bottle", " "))) == []


def test_quotes_are_told_by_their_style() -> None:
    assert kinds(par("It is safe.", style="Zitat"), par("“It is safe.”")) == [("quote", 0), ("paragraph", 0)]


# Text of runs


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:t>one</w:t><w:tab/><w:t>two</w:t>", "one two"),
        ("<w:t>one</w:t><w:br/><w:br/><w:t>two</w:t>", "one two"),
        ("<w:t>one  </w:t><w:t>  two</w:t>", "onetwo"),  # blanks at the ends are not kept unless the file says so
        ('<w:t xml:space="preserve">one  </w:t><w:t>two</w:t>', "one two"),
        ("<w:t>over</w:t><w:noBreakHyphen/><w:t>use</w:t>", "over-use"),
        ("<w:t>medi</w:t><w:softHyphen/><w:t>cine</w:t>", "medicine"),
        ("<w:t>cu\u200bre</w:t>", "cure"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t>', "≥5"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/><w:t>5</w:t>', "5"),  # a tick marks an item
        ('<w:sym w:font="Unheard" w:char="F041"/><w:t>5</w:t>', "5"),
        ('<w:sym w:font="Symbol" w:char="no"/><w:t>5</w:t>', "5"),
        ('<w:t>5</w:t><w:sym w:font="Arial" w:char="00B5"/>', "5µ"),
        ("<w:instrText>PAGE</w:instrText><w:t>5</w:t>", "5"),
        ("<w:t>ka</w:t><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt></w:ruby>", "ka"),
    ],
)
def test_what_a_run_shows(inner: str, text: str) -> None:
    assert seen(par(f"<w:r>{inner}</w:r>")) == [text]


def test_mathematics_is_read() -> None:
    assert seen(par("Take ", "<m:oMath><m:r><m:t>2x</m:t></m:r></m:oMath>", " a day.")) == ["Take 2x a day."]


@pytest.mark.parametrize(
    ("wrapped", "text"),
    [
        ("<w:ins>{}</w:ins>", "It is not safe."),
        ("<w:moveTo>{}</w:moveTo>", "It is not safe."),
        ("<w:smartTag>{}</w:smartTag>", "It is not safe."),
        ("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", "It is not safe."),
        ("<w:del>{}</w:del>", "It is safe."),
        ("<w:moveFrom>{}</w:moveFrom>", "It is safe."),
        ("<w:ins><w:del>{}</w:del></w:ins>", "It is safe."),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", "It is safe."),
        ("<mc:AlternateContent><mc:Choice/><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>", "It is safe."),
        ("<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>", "It is not safe."),
    ],
)
def test_changes_and_controls(wrapped: str, text: str) -> None:
    assert seen(par("It is ", wrapped.format(run("not ")), "safe.")) == [text]


def test_deleted_runs_are_counted() -> None:
    document = read(par("It is ", f"<w:del>{run('not ')}</w:del>", "safe."))
    assert document.origins == (WordRun(0, "body", 1, 1), WordRun(6, "body", 1, 3))


def test_a_paragraph_whose_end_was_deleted_runs_into_the_next() -> None:
    body = [par("It is not ", more="<w:rPr><w:del/></w:rPr>"), par("safe.", style="Zitat")]
    document = read(*body)
    assert [(block.kind, block.seen) for block in document.blocks] == [("quote", "It is not safe.")]
    assert [origin.paragraph for origin in document.origins] == [1, 2]


def test_a_deleted_end_joins_nothing_across_a_table_or_out_of_a_cell() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert seen(par("a", more=gone), table(row(par("b", more=gone), "c")), par("d")) == ["a", "b", "c", "d"]


def test_hidden_paragraphs_are_tagged_and_hidden_words_left_out() -> None:
    blocks = read(par("A miracle cure.", style="Geheim"), par("It ", run("never ", "<w:vanish/>"), "works.")).blocks
    assert [(block.seen, block.boilerplate) for block in blocks] == [("A miracle cure.", "hidden"), ("It works.", "")]
    shown = par(run("A word.", '<w:vanish w:val="0"/>'), style="Geheim")
    assert [block.boilerplate for block in read(shown).blocks] == [""]


# Links, fields, notes, margins


def links(*body: str, **more: object) -> list[tuple[str, str, bool]]:
    (block, *_) = read(*body, **more).blocks
    return [(block.seen[link.at : link.to], link.target, link.sponsored) for link in block.links]


def test_links_of_all_forms() -> None:
    linked = f'<w:hyperlink r:id="a">{run("the ")}{run("trial")}</w:hyperlink>'
    inside = f'<w:hyperlink w:anchor="uses">{run("uses")}</w:hyperlink>'
    complex_ = field(' HYPERLINK "https://shop.example/a?aff=1" \\l "top" \\o "Buy" ', "buy")
    simple = f'<w:fldSimple w:instr="HYPERLINK https://example.org/b">{run("b")}</w:fldSimple>'
    assert links(par(linked, " and ", inside, " and ", complex_, simple), links={"a": "https://example.org/a"}) == [
        ("the trial", "https://example.org/a", False),
        ("uses", "#uses", False),
        ("buy", "https://shop.example/a?aff=1#top", True),
        ("b", "https://example.org/b", False),
    ]


def test_what_is_no_link() -> None:
    nowhere = f'<w:hyperlink r:id="gone">{run("nowhere")}</w:hyperlink>'
    assert links(par(nowhere, field("PAGE", "3"), field("HYPERLINK", "bare"))) == []


def test_fields_show_their_result_and_not_what_they_compute() -> None:
    nested = field("IF " + "x", "yes").replace(
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        field("DATE", "no") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    )
    assert seen(par("It is ", nested, ".")) == ["It is yes."]


def test_a_field_that_never_ends_hides_nothing() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert seen(par(begun, "It is safe."), par("It works.")) == ["It is safe.", "It works."]


def test_a_table_of_contents_is_tagged() -> None:
    by_field = par(field('TOC \\o "1-3"', "Uses 3"))
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{par('Uses 3')}</w:sdtContent></w:sdt>"
    )
    for body in (par("Uses 3", style="Inhalt"), by_field, control):
        assert [block.boilerplate for block in read(body, par("It helps.")).blocks] == ["table of contents", ""]


def test_notes_follow_in_the_order_of_their_marks() -> None:
    document = read(
        par("It helps", mark(7), mark(3), mark(1, "endnote"), "."),
        footnotes=note(3, " Second.") + note(5, " Never marked.") + note(7, " First."),
        endnotes=note(1, " Last.", kind="endnote"),
    )
    first = document.blocks[0]
    assert (first.seen, [link.target for link in first.links]) == (
        "It helps[1][2][1].",
        ["#footnote-1", "#footnote-2", "#endnote-1"],
    )
    assert [(block.seen, block.note, block.boilerplate) for block in document.blocks[1:]] == [
        ("First.", "footnote-1", "footnote"),
        ("Second.", "footnote-2", "footnote"),
        ("Last.", "endnote-1", "footnote"),
    ]
    assert document.place(*document.blocks[1].span(0, 5)) == WordPlace("footnotes", 3, 2, 2)


def test_a_deleted_mark_takes_its_note_with_it() -> None:
    assert seen(par("It helps.", f"<w:del>{mark(1)}</w:del>"), footnotes=note(1, "Gone.")) == ["It helps."]


def test_headers_and_footers_are_furniture() -> None:
    blocks = read(
        par("It helps."), margins={"header1": par("Draft"), "footer1": par("Page ", field("PAGE", "3"))}
    ).blocks
    assert [(block.seen, block.boilerplate) for block in blocks] == [
        ("It helps.", ""),
        ("Draft", "page header"),
        ("Page 3", "footer"),
    ]


def test_comments_are_not_read() -> None:
    said = '<w:comment w:id="0" w:author="Ann"><w:p><w:r><w:t>Is it?</w:t></w:r></w:p></w:comment>'
    assert seen(par("It helps."), comments=said) == ["It helps."]


# Metadata


@pytest.mark.parametrize(
    ("said", "title", "author"),
    [
        ("<dc:title>On drops</dc:title><dc:creator>Ben Roe</dc:creator>", "On drops", "Ben Roe"),
        ("<dc:title>Microsoft Word - drops.doc</dc:title><dc:creator>Windows User</dc:creator>", "", ""),
        ("<dc:title>Word Document</dc:title><dc:creator>python-docx</dc:creator>", "", ""),
        ("<dcterms:created>2026-01-01T00:00:00Z</dcterms:created>", "", ""),
    ],
)
def test_properties_say_what_the_page_does_not(said: str, title: str, author: str) -> None:
    meta = read(par("It helps."), properties=said).meta
    assert (meta.title, meta.author, meta.published, meta.language) == (title, author, "", "en-GB")


def test_the_page_goes_before_the_properties() -> None:
    said = "<dc:title>On drops</dc:title><dc:creator>Ben Roe</dc:creator>"
    meta = read(par("Drops", style="Titel"), par("By Ada Marlowe, MD"), properties=said).meta
    assert (meta.title, meta.author) == ("Drops", "Ada Marlowe")


def test_the_language_is_that_of_most_of_the_text() -> None:
    german = run("ja", '<w:lang w:val="de-DE"/>')
    assert read(par("It helps, ", german)).meta.language == "en-GB"
    assert read(par("It", run(" hilft sehr", '<w:lang w:val="de-DE"/>'))).meta.language == "de-DE"


# The same article in another format


def _as_word(document: Document) -> bytes:
    """The blocks of a Markdown article as Word would have them."""
    body, notes, cells = [], [], list[str]()
    for block in (*document.blocks, None):
        if cells and (block is None or block.kind != "cell"):
            body.append(table(*(row(*cells[at : at + 3]) for at in range(0, len(cells), 3))))
            cells = []
        if block is None:
            continue
        text = re.sub(r"\[1\]", "\0", block.seen).split("\0")
        content = [each for piece in text for each in (piece, mark(1))][:-1]
        if block.note:
            notes.append(note(1, " " + block.seen))
        elif block.kind == "cell":
            cells.append(block.seen)
        elif block.kind == "item":
            body.append(item(*content, depth=block.level - 1))
        else:
            style = {"heading": f"Heading{block.level}", "quote": "Zitat"}.get(block.kind, "")
            body.append(par(*content, style=style))
    return docx(*body, footnotes="".join(notes))


def test_the_same_article_gives_the_same_blocks_and_findings() -> None:
    path = Path(__file__).parent / "same" / "article.md"
    source = path.read_bytes()
    one, other = markdown.read(source, "a.md"), word.read(_as_word(markdown.read(source, "a.md")), "a.docx")

    def shape(document: Document) -> list[tuple[object, ...]]:
        return [
            (block.kind, block.level, block.seen, block.section, block.lead_in, block.boilerplate, block.label)
            for block in document.blocks
        ]

    assert shape(other) == shape(one)


def test_words_split_over_runs_are_found_and_placed() -> None:
    data = docx(par("It is a ", run("mira", BOLD), run("cle cu"), run("re.", "<w:i/>")))
    document = engine.parse(data, "draft.docx", ".docx")
    assert document.place(8, 20) == WordPlace("body", 1, 2, 4)
    assert not findings("It is a mira\n\ncle cure.", "miracle-cure")


texts = st.text(st.sampled_from("ab  .•-1\u00ad\u200b\u00a0é🙂"), max_size=8)
wrappers = st.sampled_from(["{}", "<w:ins>{}</w:ins>", "<w:del>{}</w:del>", "<w:hyperlink>{}</w:hyperlink>"])
looks = st.sampled_from(["", BOLD, "<w:vanish/>", '<w:lang w:val="de-DE"/>'])
runs = st.tuples(wrappers, texts, looks).map(lambda made: made[0].format(run(made[1], made[2])))
ends = st.sampled_from(["", "<w:rPr><w:del/></w:rPr>"])
paragraphs = st.tuples(st.lists(runs, max_size=4), ends).map(lambda made: par(*made[0], more=made[1]))
bodies = st.lists(
    st.one_of(
        paragraphs,
        st.lists(paragraphs, min_size=1, max_size=2).map(lambda inner: par("x", box(*inner), "y")),
        st.lists(paragraphs, min_size=1, max_size=3).map(lambda inner: table(row(*inner))),
    ),
    max_size=5,
)


@settings(max_examples=60)
@given(bodies)
def test_every_character_stands_in_the_run_that_is_named(body: list[str]) -> None:
    from lxml import etree

    document = read(*body)
    root = etree.fromstring(part("document", "".join(body)).encode())
    space = {"w": root.nsmap["w"]}
    found = root.xpath("//w:p", namespaces=space)
    for block in document.blocks:
        for at, char in enumerate(block.seen):
            place = document.place(*block.span(at, at + 1))
            assert isinstance(place, WordPlace)
            inner = found[place.paragraph - 1].xpath(".//w:r[count(ancestor::w:p)=$n]", namespaces=space, n=len(
                found[place.paragraph - 1].xpath("ancestor-or-self::w:p", namespaces=space)
            ))  # fmt: skip
            assert char in "".join(inner[place.first_run - 1].itertext())


# What is refused


BODY = docx(par("It helps."))


def _changed(**changes: str | bytes | None) -> bytes:
    """A Word file with other parts; names with `__` for `/` and `_` for `.`."""
    found = parts(par("It helps."))
    for name, content in changes.items():
        name = name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin")
        found.pop(name, None)
        if content is not None:
            found[name] = content
    return packed(found)


TYPES = "[Content_Types].xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
DOCTYPE = '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"It helps.", "is no Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected by a password or written by a Word before 2007"),
        (BODY[: len(BODY) // 2], "damaged or cut short"),
        (BODY[:-30], "damaged or cut short"),
        (b"PK\x03\x04" + bytes(40), "damaged or cut short"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "is an OpenDocument text"),
        (packed({"a.txt": "It helps."}), "is a zip archive, but no Word file"),
        (packed({TYPES: types(EXCEL)}), "is an Excel workbook"),
        (_changed(word__document_xml=None), "holds no text"),
        (_changed(word__document_xml="<w:document"), "part word/document.xml is no sound XML"),
        (_changed(word__document_xml=b"\xff\xfe\x00"), "no sound XML"),
        (_changed(word__styles_xml="<a></b>"), "part word/styles.xml is no sound XML"),
        (_changed(word__document_xml=DOCTYPE + part("document", "").partition("?>")[2]), "declares a document type"),
        (_changed(word__document_xml=(DOCTYPE + "<w/>").encode("utf-16")), "declares a document type"),
        (_changed(word__vbaProject_bin="x"), "holds macros, which are never run"),
        (packed({**parts(), TYPES: types("application/vnd.ms-word.document.macroEnabled.main+xml")}), "holds macros"),
        (packed({**parts(), "/etc/passwd": ""}), "names a part outside itself"),
        (packed({**parts(), "word/../../x": ""}), "names a part outside itself"),
        (packed({**parts(), "WORD/Document.xml": ""}), "two parts of one name"),
        (packed({**parts(), "word/media/a.bmp": bytes(2_000_000)}), "200 times its size"),
        (packed({f"word/{n}.xml": "" for n in range(5_001)}, zipfile.ZIP_STORED), "more than 5,000 parts"),
        (packed(parts(par("x")), zipfile.ZIP_BZIP2), "packed in a way that Word does not use"),
        (docx("<w:sdt>" * 300 + "</w:sdt>" * 300), "no sound XML"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_refused(data: bytes, says: str) -> None:
    assert says in refused(data)


def test_a_file_named_for_macros_is_refused_whatever_it_holds() -> None:
    assert "macros" in refused(BODY, "draft.DOCM")


def test_a_locked_part_is_refused() -> None:
    data = bytearray(BODY)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        data[place + at] |= 1
    assert "protected by a password" in refused(bytes(data))


def test_what_is_unpacked_counts_and_not_what_is_promised() -> None:
    import random

    noise = random.Random(1).randbytes(1_500_000)
    big = parts(par("It helps.", f'<w:bookmarkStart w:name="{noise.hex()}"/>'))
    assert "unpacks to more than 1 MB" in refused(packed(big), limits=Limits(max_unpacked_megabytes=1))
    lying = bytearray(packed(big))
    with zipfile.ZipFile(io.BytesIO(lying)) as file:
        size = file.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    assert lying.count(size) >= 1
    short = bytes(lying).replace(size, (100).to_bytes(4, "little"))
    assert "damaged" in refused(short, limits=Limits(max_unpacked_megabytes=1))


def test_relations_that_lead_nowhere_take_nothing_else_away() -> None:
    found = parts(par("It helps.", style="Heading1"))
    found["word/_rels/document.xml.rels"] = relations(
        ("a", "styles", "../../../etc/passwd"), ("b", "numbering", "gone.xml"), ("c", "attachedTemplate", "http://x.example/t"),
        outside=frozenset({"c"}),
    )  # fmt: skip
    assert [block.kind for block in word.read(packed(found), "a.docx").blocks] == ["heading"]


def test_pictures_and_packed_files_inside_are_left_alone() -> None:
    found = parts(par("It helps."))
    found |= {"word/media/a.png": b"\x89PNG", "word/embeddings/b.docx": packed({"../x": "x"})}
    assert [block.seen for block in word.read(packed(found), "a.docx").blocks] == ["It helps."]


def test_the_strict_form_is_read() -> None:
    found = parts(
        par("Uses", style="berschrift2"),
        item("sleep"),
        par(f'<w:hyperlink r:id="a">{run("x")}</w:hyperlink>'),
        links={"a": "https://example.org"},
    )
    usual, strict = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
    for name, content in found.items():
        text = str(content).replace(f"{usual}wordprocessingml/2006/", f"{strict}wordprocessingml/")
        found[name] = text.replace(f"{usual}officeDocument/2006/", f"{strict}officeDocument/")
    blocks = word.read(packed(found), "a.docx").blocks
    assert [(block.kind, block.seen) for block in blocks] == [
        ("heading", "Uses"),
        ("item", "sleep"),
        ("paragraph", "x"),
    ]
    assert [link.target for link in blocks[2].links] == ["https://example.org"]


def test_a_file_without_words_is_an_empty_article() -> None:
    document = read(par(""), table(row("")))
    assert (document.source, document.blocks, document.origins) == ("", (), ())


@settings(max_examples=80)
@given(st.binary(max_size=40), st.integers(0, len(BODY) - 1))
def test_a_damaged_file_is_read_or_refused(noise: bytes, at: int) -> None:
    data = BODY[:at] + noise + BODY[at + len(noise) :]
    try:
        assert_mapped(word.read(data, "a.docx"))
    except Unreadable as error:
        assert str(error).isprintable()
