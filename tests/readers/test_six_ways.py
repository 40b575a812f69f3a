"""The same article saved in six ways gives the same blocks, sentences, claims and findings.

What may differ is declared in `DIFFERENT`, by format; nothing else may, and a difference that is gone must be taken
off the list.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from mapped import assert_mapped
from speak import AS_OF, content

from workbench import engine
from workbench.model import Article, Claim, Finding

FOLDER = Path(__file__).parent / "same"
WAYS = ("markdown", "markdown with HTML", "plain text", "web page", "Word", "notebook")
FOOTNOTE = "Marlowe A. Lumivane and melatonin. 2025. doi:10.5555/lumivane.1"
IN_LINK = "Poor sleep raises the risk of heart disease (Marlowe 2024)."

# Way → what of the Markdown article's facts it tells otherwise: (kind of fact, the fact's text) → how.
DIFFERENT: dict[str, dict[tuple[str, str], Any]] = {
    "plain text": {
        # A plain text cannot hold a link: the work is named, not linked.
        ("citation", IN_LINK): "named",
        # Nothing in a plain text says how deep a heading stands.
        ("level", "How to take them"): 2,
    },
}


def notebook(markdown: str) -> bytes:
    """A notebook whose cells begin at the article's headings, with code between them."""
    cells: list[Any] = [nbformat.v4.new_markdown_cell("")]
    for line in markdown.splitlines(keepends=True):
        if line.startswith("#"):
            cells.append(nbformat.v4.new_code_cell("doses = [5, 10]"))
            cells.append(nbformat.v4.new_markdown_cell(""))
        cells[-1]["source"] += line
    book = nbformat.v4.new_notebook(cells=cells)
    return nbformat.writes(book).encode()


@cache
def saved(way: str) -> tuple[bytes, str]:
    """The article's bytes and suffix."""
    if way == "Word":
        from same_in_word import article_docx

        return article_docx(), ".docx"
    if way == "notebook":
        return notebook((FOLDER / "article.md").read_text(encoding="utf-8")), ".ipynb"
    name = {"markdown": "article.md", "markdown with HTML": "article-with-html.md", "plain text": "article.txt"}
    file = FOLDER / name.get(way, "article.html")
    return file.read_bytes(), file.suffix


@cache
def read(way: str) -> Article:
    data, suffix = saved(way)
    document = engine.parse(data, f"article{suffix}", suffix)
    return engine.analyse(document, content().lexicon, "US", AS_OF)


@cache
def found(way: str) -> tuple[Finding, ...]:
    return engine.run(read(way), content().checks, content().tables)[0]


def words(text: str) -> str:
    return " ".join(text.split())


def blocks(way: str, levels_of: str = "") -> list[tuple[Any, ...]]:
    """What is to be the same of every block; headings have the levels that the way `levels_of` is said to give them."""
    found = read(way).document.blocks
    declared = {text: level for (kind, text), level in DIFFERENT.get(levels_of, {}).items() if kind == "level"}
    above: list[tuple[int, str]] = []
    told = []
    for block in found:
        level = declared.get(block.seen, block.level)
        if block.kind == "heading":
            above = [heading for heading in above if heading[0] < level]
        lead_in = None if block.lead_in is None else words(found[block.lead_in].seen)
        facts = block.boilerplate, bool(block.note), block.label > 0, lead_in
        told.append((block.kind, level, words(block.seen), tuple(text for _, text in above), *facts))
        if block.kind == "heading":
            above.append((level, words(block.seen)))
    return told


def claim(way: str, told: Claim) -> tuple[Any, ...]:
    text = words(read(way).sentences[told.sentence].text)
    numbers = tuple((number.kind, number.low, number.high, number.unit) for number in told.quantities)
    return text, told.type, told.type2, told.certainty, told.intervention, told.condition, told.population, numbers


def finding(told: Finding) -> tuple[Any, ...]:
    return told.check, told.severity, told.confidence, told.held_back, words(told.sentence), words(told.message)


def test_the_article_shows_what_it_is_for() -> None:
    kinds = {block.kind for block in read("markdown").document.blocks}
    assert kinds >= {"heading", "paragraph", "item", "cell", "quote"}
    assert len(read("markdown").claims) > 9
    assert {"impossible-percentage", "miracle-cure", "absolute-safety", "vague-study"} <= {
        told.check for told in found("markdown")
    }


@pytest.mark.parametrize("way", WAYS)
def test_every_span_is_where_it_says(way: str) -> None:
    assert_mapped(read(way).document)
    for told in (*read(way).claims, *found(way)):
        if told.start is not None:
            assert told.text == read(way).document.source[told.start : told.end]


@pytest.mark.parametrize("way", WAYS[1:])
def test_the_same_blocks(way: str) -> None:
    assert blocks(way) == blocks("markdown", levels_of=way)


@pytest.mark.parametrize("way", WAYS)
def test_sections_are_the_headings_above(way: str) -> None:
    found = read(way).document.blocks
    assert [tuple(words(found[index].seen) for index in block.section) for block in found] == [
        b[3] for b in blocks(way)
    ]


@pytest.mark.parametrize("way", WAYS[1:])
def test_the_same_sentences_in_the_same_circumstances(way: str) -> None:
    def sentences(way: str) -> list[tuple[Any, ...]]:
        return [(words(s.text), sorted({flag.flag for flag in s.flags})) for s in read(way).sentences]

    assert sentences(way) == sentences("markdown")


@pytest.mark.parametrize("way", WAYS[1:])
def test_the_same_claims(way: str) -> None:
    assert [claim(way, told) for told in read(way).claims] == [claim("markdown", t) for t in read("markdown").claims]


@pytest.mark.parametrize("way", WAYS[1:])
def test_the_same_citation_states_but_for_what_a_format_cannot_say(way: str) -> None:
    def states(way: str) -> dict[str, str]:
        return {words(read(way).sentences[told.sentence].text): told.citation for told in read(way).claims}

    here, there = states(way), states("markdown")
    different = {text: state for text, state in here.items() if there.get(text) != state}
    assert different == {text: state for (kind, text), state in DIFFERENT.get(way, {}).items() if kind == "citation"}


@pytest.mark.parametrize("way", WAYS[1:])
def test_the_same_findings(way: str) -> None:
    assert [finding(told) for told in found(way)] == [finding(told) for told in found("markdown")]


@pytest.mark.parametrize("way", WAYS[1:])
def test_the_same_metadata_but_for_what_only_a_file_says(way: str) -> None:
    def said(way: str) -> dict[str, str]:
        meta = read(way).document.meta
        return {name: getattr(meta, name) for name in ("title", "author", "credentials", "reviewer", "published")}

    assert said(way) == said("markdown")


def test_places_lead_back_into_word_and_notebook() -> None:
    cells = json.loads(saved("notebook")[0])["cells"]
    for told in (*read("notebook").claims, *found("notebook")):
        if told.start is not None:
            place = told.place
            text = cells[place.number - 1]["source"]
            assert ("".join(text))[place.start : place.end] == told.text
            assert cells[place.number - 1]["id"] == place.cell
    for told in (*read("Word").claims, *found("Word")):
        assert told.start is None or told.place.paragraph > 0 < told.place.first_run <= told.place.last_run
