"""The notebook reader: which cells are read, how they hang together, and where in a cell something stands."""

from __future__ import annotations

import json
from typing import Any

import nbformat
import pytest
import speak
from hypothesis import given
from hypothesis import strategies as st

from workbench import engine
from workbench.errors import Unreadable
from workbench.model import Block, CellPlace, Document
from workbench.readers import markdown, notebook

Json = dict[str, Any]


def text(source: Any, **more: Any) -> Json:
    return {"cell_type": "markdown", "metadata": {}, "source": source, **more}


def code(source: Any = "dose = 5", **more: Any) -> Json:
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None, **more}


def raw(source: str) -> Json:
    return {"cell_type": "raw", "metadata": {}, "source": source}


def file_of(*cells: Any, **more: Any) -> bytes:
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells, **more}).encode()


def read(*cells: Any, **more: Any) -> Document:
    return notebook.read(file_of(*cells, **more), "a.ipynb")


def shape(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.seen) for block in document.blocks]


def message(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        notebook.read(data, "a.ipynb")
    said = str(caught.value)
    assert said.isprintable() and ";" in said  # what happened; what to do
    return said


def test_the_source_is_the_text_of_the_markdown_cells() -> None:
    document = read(text("# Feet"), code("print('Feet cure all')"), text(["They hurt.\n", "Often."]))
    assert document.source == "# Feet\n\nThey hurt.\nOften."
    assert shape(document) == [("heading", "Feet"), ("paragraph", "They hurt. Often.")]


@pytest.mark.parametrize(
    "output",
    [
        {"output_type": "stream", "name": "stdout", "text": "Feet are cured."},
        {"output_type": "display_data", "metadata": {}, "data": {"text/markdown": "# Feet are cured."}},
        {"output_type": "error", "traceback": ["Feet are cured."]},
    ],
)
def test_what_code_put_out_is_not_read(output: Json) -> None:
    assert shape(read(code(outputs=[output]), text("Feet hurt."))) == [("paragraph", "Feet hurt.")]


def test_a_raw_cell_inside_is_not_read() -> None:
    assert shape(read(text("Feet hurt."), raw("---\ntitle: Hands\n---"), raw("\\newpage"))) == [
        ("paragraph", "Feet hurt.")
    ]


def test_the_same_article_as_markdown_gives_the_same_blocks() -> None:
    for path in sorted((speak.REPOSITORY / "articles").glob("*.md")):
        whole = path.read_text(encoding="utf-8")
        one = read(text(whole))
        same = markdown.read(whole.encode(), "a.md")
        assert (one.source, one.blocks, one.meta) == (same.source, same.blocks, same.meta)
        assert [bare(block) for block in read(*in_cells(whole)).blocks] == [bare(block) for block in same.blocks]


def in_cells(whole: str) -> list[Json]:
    """One cell for the front matter and one for each section, as people write notebooks."""
    _, front, rest = whole.split("---\n", 2)
    top, *sections = rest.split("\n## ")
    return [raw(f"---\n{front}---"), text(top), *(part for one in sections for part in (code(), text(f"## {one}")))]


def bare(block: Block) -> tuple[Any, ...]:
    return (block.kind, block.level, block.seen, block.section, block.lead_in, block.boilerplate, block.label)


def test_sections_and_lead_ins_go_on_over_cells() -> None:
    document = read(text("# Feet\n\nCall us for:"), code(), text("- rash\n- fever"), text("## Care"), text("Rest."))
    items = [block for block in document.blocks if block.kind == "item"]
    assert [(item.section, item.lead_in) for item in items] == [((0,), 1), ((0,), 1)]
    assert document.blocks[-1].section == (0, 4)


@pytest.mark.parametrize(
    ("open_end", "kind"),
    [("```\nx = 1", "code"), ("<!-- a note", None), ("- rash", "item"), ("> said she", "quote"), ("<div>", None)],
)
def test_nothing_stays_open_over_the_end_of_a_cell(open_end: str, kind: str | None) -> None:
    document = read(text(open_end), text("Feet hurt."))
    assert shape(document)[-1] == ("paragraph", "Feet hurt.")
    assert [block.kind for block in document.blocks] == [*([kind] if kind else []), "paragraph"]


def test_links_and_footnotes_find_their_definition_in_any_cell() -> None:
    document = read(
        text("A trial[^1] with [a label][label] and a mark[^2]."),
        text("    a line of code with [^1]"),
        text("[^1]: Roe 2020.\n\n[LABEL]: https://example.org/a"),
    )
    assert shape(document) == [
        ("paragraph", "A trial[1] with a label and a mark[^2]."),
        ("code", "a line of code with [^1]"),
        ("paragraph", "Roe 2020."),
    ]
    assert [link.target for link in document.blocks[0].links] == ["#fn-1", "https://example.org/a"]
    assert [block.note for block in document.blocks] == ["", "", "fn-1"]
    assert document.place(*document.blocks[0].span(7, 10)) == CellPlace("", 1, 7, 11)


def test_a_definition_inside_a_fence_defines_nothing() -> None:
    document = read(text("A trial[^1]."), text("```\n[^1]: Roe 2020.\n```"))
    assert shape(document)[0] == ("paragraph", "A trial[^1].")


def test_a_heading_mark_below_a_paragraph_in_another_cell_makes_no_heading() -> None:
    assert shape(read(text("Feet hurt"), text("---"))) == [("paragraph", "Feet hurt")]


def test_pictures_in_the_file_are_seen_by_their_words_only() -> None:
    document = read(text("![a foot](attachment:foot.png) ![a toe](data:image/png;base64,AAAA)", attachments={}))
    assert shape(document) == [("caption", "a foot"), ("caption", "a toe")]


def test_where_a_block_stands() -> None:
    document = read(code(), text("# Feet", id="top"), text("Feet **hurt** 🙂 now.", id="b-2"))
    start, end = document.blocks[1].span(5, 9)
    assert document.place(start, end) == CellPlace("b-2", 3, 7, 11)
    assert document.place(*document.blocks[0].span(0, 4)) == CellPlace("top", 2, 2, 6)


@pytest.mark.parametrize("name", ["", "\x1b[31mred", "two words", 7, None, "x" * 65])
def test_an_id_that_the_format_forbids_is_none(name: object) -> None:
    assert read(text("Feet hurt.", id=name)).place(0, 4) == CellPlace("", 1, 0, 4)


SAMPLE = [
    raw("---\ntitle: Lozenges\nauthor: Ann Roe\n---"),
    text("# Lozenges by post\n\nOur lozenges are a **miracle cure** for pain&nbsp;& cold.", id="c1"),
    code(outputs=[{"output_type": "stream", "name": "stdout", "text": "miracle cure"}]),
    text(["They are 100%\n", "safe. In one study 70.8% of 10 people improved.\n"], id="c2"),
    text("Doctors recommend them:\n\n- It cures colds \\*always\\*.\n- Take 5&thinsp;mg/kg daily.\n", id="c3"),
]


def test_every_finding_and_claim_stands_in_its_cell_to_the_letter() -> None:
    data = file_of(*SAMPLE)
    article = engine.analyse(engine.parse(data, "a.ipynb", ".ipynb"), speak.content().lexicon, "US", speak.AS_OF)
    found, _ = engine.run(article, speak.content().checks, speak.content().tables)
    stated = [*(one for one in found if one.start is not None), *article.claims]
    assert len(stated) >= 5
    for one in stated:
        assert isinstance(one.place, CellPlace)
        cell = "".join(SAMPLE[one.place.number - 1]["source"])
        assert cell[one.place.start : one.place.end] == article.document.source[one.start : one.end] != ""


@pytest.mark.parametrize("top", [raw, text])
def test_front_matter_of_the_first_cell(top: Any) -> None:
    document = read(top("---\ntitle: Feet\nauthor: Ann Roe\n---\n"), text("# Toes\n\nThey hurt."))
    assert (document.meta.title, document.meta.author) == ("Feet", "Ann Roe")
    assert shape(document) == [("heading", "Toes"), ("paragraph", "They hurt.")]


def test_front_matter_lower_down_is_text() -> None:
    document = read(text("Feet hurt."), text("---\ntitle: Feet\n---"))
    assert document.meta.title == "" and ("heading", "title: Feet") in shape(document)


def test_front_matter_that_its_cell_does_not_close_is_a_mistake() -> None:
    assert "not closed" in message(file_of(raw("---\ntitle: Feet"), text("---\n\nThey hurt.")))


def test_what_the_notebook_says_of_itself() -> None:
    about = {"title": "Feet", "authors": [{"name": "Ann Roe"}, {"name": " Bo\nLi "}, "Cy", {}]}
    about["language_info"] = {"name": "python"}
    meta = read(text("They hurt."), metadata=about).meta
    assert (meta.title, meta.author, meta.language) == ("Feet", "Ann Roe, Bo Li", "")


def test_what_the_page_shows_goes_before_what_the_notebook_says() -> None:
    about = {"title": "Untitled3", "authors": [{"name": "Jupyter User"}]}
    meta = read(text("# Feet\n\nBy Ann Roe, MD"), metadata=about).meta
    assert (meta.title, meta.author, meta.credentials) == ("Feet", "Ann Roe", "MD")


@pytest.mark.parametrize("about", [None, [], "x", {"authors": "Ann"}, {"authors": [{"name": 1}]}, {"title": ["x"]}])
def test_metadata_of_another_shape_say_nothing(about: object) -> None:
    meta = read(text("They hurt."), metadata=about).meta
    assert (meta.title, meta.author) == ("", "")


def older(version: int, *cells: Json) -> bytes:
    sheet = {"worksheets": [{"cells": cells, "metadata": {}}], "metadata": {"name": ""}}
    return json.dumps({"nbformat": version, "nbformat_minor": 0, **sheet}).encode()


def test_the_third_format_has_worksheets_and_heading_cells() -> None:
    cells = [{"cell_type": "heading", "level": 2, "source": "Feet"}, {"cell_type": "code", "input": ["x"]}]
    document = notebook.read(older(3, *cells, text(["They\n", "hurt."])), "a.ipynb")
    assert [(block.kind, block.level, block.seen) for block in document.blocks] == [
        ("heading", 2, "Feet"),
        ("paragraph", 0, "They hurt."),
    ]
    assert document.place(*document.blocks[1].span(0, 4)) == CellPlace("", 3, 0, 4)


def test_the_second_format() -> None:
    document = notebook.read(older(2, text("They hurt."), {"cell_type": "code", "outputs": 3}), "a.ipynb")
    assert shape(document) == [("paragraph", "They hurt.")]


def test_the_first_format() -> None:
    data = json.dumps({"nbformat": 1, "cells": [{"cell_type": "text", "text": "They hurt."}]}).encode()
    assert shape(notebook.read(data, "a.ipynb")) == [("paragraph", "They hurt.")]


@given(st.lists(st.one_of(st.text(st.characters(codec="utf-8"), max_size=30), st.none()), max_size=6))
def test_cells_hold_what_the_format_s_own_reader_finds(texts: list[str | None]) -> None:
    cells = [code() if one is None else text(one.splitlines(keepends=True)) for one in texts]
    data = file_of(*cells, nbformat_minor=4)
    try:
        document = notebook.read(data, "a.ipynb")
    except Unreadable as error:
        assert "front matter" in str(error)
        return
    theirs = nbformat.reader.reads(data.decode())
    wanted = [(number, cell.source) for number, cell in enumerate(theirs.cells, 1) if cell.cell_type == "markdown"]
    wanted = [(number, source) for number, source in wanted if source.strip()]
    assert [origin.number for origin in document.origins] == [number for number, _ in wanted]
    assert document.source == "\n\n".join(source for _, source in wanted)


def test_half_a_character_is_seen_as_an_unknown_one() -> None:
    document = read(text("Feet \ud800 hurt \ud83d\ude42."))
    assert document.source == "Feet \ufffd hurt 🙂."


def test_a_byte_order_mark_is_passed_over() -> None:
    assert notebook.read(b"\xef\xbb\xbf" + file_of(text("Feet")), "a.ipynb").source == "Feet"


def test_of_two_equal_keys_the_last_counts_as_in_jupyter() -> None:
    data = b'{"nbformat": 4, "cells": [], "cells": [{"cell_type": "markdown", "source": "x", "source": "Feet"}]}'
    assert notebook.read(data, "a.ipynb").source == "Feet"


@pytest.mark.parametrize(
    "odd",
    [
        {"cells": [code(outputs=float("nan")), text("Feet")]},
        {"cells": [code(source=7), text("Feet")]},
        {"cells": [{"cell_type": "code"}, {"cell_type": "markdown", "source": "Feet"}]},
        {"cells": [text("Feet", metadata=[], id=[])]},
        {"nbformat_minor": "x", "cells": [text("Feet")]},
        {"nbformat_minor": 99, "cells": [text("Feet")]},
    ],
)
def test_faults_beside_the_text_do_not_matter(odd: Json) -> None:
    assert notebook.read(json.dumps({"nbformat": 4, **odd}).encode(), "a.ipynb").source == "Feet"


def test_a_notebook_without_text_has_no_blocks() -> None:
    assert (read().source, read(code(), text(" \n"), raw("x")).blocks) == ("", ())


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "not JSON"),
        (b"# Feet\n\nThey hurt.", "not JSON, as a notebook is (line 1, column 1)"),
        (b'{"nbformat": 4, "cells": [', "not JSON"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"\x80", "not UTF-8"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a":' * 200_000, "nested too deeply"),
        (b'{"nbformat": 4, "cells": [], "x": ' + b"9" * 9000 + b"}", "number"),
        (b"[]", "no notebook"),
        (b"null", "no notebook"),
        (b'"cells"', "no notebook"),
        (b"{}", "no notebook"),
        (b'{"nbformat": 5, "cells": []}', "format from 1 to 4"),
        (b'{"nbformat": "4", "cells": []}', "format from 1 to 4"),
        (b'{"nbformat": 4}', "list of `cells`"),
        (b'{"nbformat": 4, "cells": {}}', "list of `cells`"),
        (b'{"nbformat": 4, "cells": [7]}', "cell 1"),
        (b'{"nbformat": 4, "cells": [{}]}', "cell 1"),
        (b'{"nbformat": 4, "cells": [{"cell_type": ["markdown"]}]}', "cell 1"),
        (b'{"nbformat": 4, "cells": [{"cell_type": "html", "source": "x"}]}', "cell 1"),
        (b'{"nbformat": 4, "cells": [{"cell_type": "markdown"}]}', "cell 1 has no text"),
        (b'{"nbformat": 4, "cells": [{"cell_type": "markdown", "source": 7}]}', "cell 1 has no text"),
        (b'{"nbformat": 4, "cells": [{"cell_type": "markdown", "source": ["x", 7]}]}', "cell 1 has no text"),
        (b'{"nbformat": 3, "worksheets": 7}', "faulty notebook of format 3"),
        (b'{"nbformat": 3, "worksheets": [{"cells": [7]}]}', "format 3"),
        (b'{"nbformat": 2}', "faulty notebook of format 2"),
        (b'{"nbformat": true}', "faulty notebook"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, part: str) -> None:
    assert part in message(data)


def test_megabytes_of_output_cost_little() -> None:
    huge = [{"output_type": "display_data", "data": {"image/png": "A" * 10_000_000}, "metadata": {}}]
    assert shape(read(code(outputs=huge), text("Feet hurt."))) == [("paragraph", "Feet hurt.")]
