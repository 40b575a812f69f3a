"""The real server: real mistakes at their places in the source, and silence on correct medical prose."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx
import pytest
from speak import content

from workbench import batch, beside, engine
from workbench.config import Grammar
from workbench.grammar import proofread
from workbench.model import Finding, Knowledge, Proofread

DAY = date(2026, 11, 25)
CHECK = "grammar-and-spelling"
HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def told(data: bytes, suffix: str, real: Grammar, country: str = "US") -> list[Finding]:
    """What the check reports openly of a file."""
    document = engine.parse(data, f"page{suffix}", suffix)
    read, state = proofread(beside.texts_of(document, country), DAY, real, None)
    assert state.state in ("ok", "not used")
    return _findings(data, suffix, country, read)


def _findings(data: bytes, suffix: str, country: str, read: Proofread) -> list[Finding]:
    document = engine.parse(data, f"page{suffix}", suffix)
    article = engine.analyse(document, content().lexicon, country, DAY, Knowledge(proofread=read))
    found, _ = engine.run(article, batch.chosen(content(), (CHECK,)), content().tables)
    return [finding for finding in found if not finding.held_back]


@pytest.mark.parametrize(
    ("text", "suffix", "wrong"),
    [
        ("The nurses was on the ward.", ".md", ["was"]),
        ("😀 😀 Take teh tablet 😀 with an glass of water.", ".md", ["teh", "an"]),
        ("# Heading\r\n\r\nTake teh tablet.\r\nWith an glass of water.\r\n", ".md", ["teh", "an"]),
        ("Take [teh tablet](https://example.org/teh) now.", ".md", ["teh"]),
        ("Type `teh` here.", ".md", []),
        ("See https://example.org/teh for more.", ".md", []),
        ("It eased pain [3], and teh nurse [4] agreed (Okafor et al., 2019).", ".md", ["teh"]),
        ("A **bold** word, then teh end.", ".md", ["teh"]),
        ("- Take teh tablet.\n- rest in the afternoon", ".md", ["teh"]),
        ("> He said that teh dose was wrong.", ".md", ["teh"]),
        ("<p>Fish &amp; chips &mdash; and teh salt.</p>", ".html", ["teh"]),
        ("<p>It&nbsp;is <b>teh</b>&#x20;dose.</p>", ".html", ["teh"]),
        ("<p>Run <code>teh</code> now.</p><pre>teh</pre>", ".html", []),
        ("| drug | dose |\n|---|---|\n| teh | low |", ".md", []),
        ("\ufeffTake teh tablet.\n", ".txt", ["teh"]),
    ],
)
def test_a_mistake_is_found_where_it_stands(real: Grammar, text: str, suffix: str, wrong: list[str]) -> None:
    found = told(text.encode("utf-8"), suffix, real)
    document = engine.parse(text.encode("utf-8"), f"page{suffix}", suffix)
    assert [document.source[one.start : one.end] for one in found if one.start is not None] == wrong


def test_a_mistake_in_a_word_file(real: Grammar) -> None:
    file = io.BytesIO()
    document = docx.Document()
    document.add_heading("Migraine", 1)
    document.add_paragraph("Take ").add_run("teh").bold = True
    document.paragraphs[-1].add_run(" tablet with water.")
    document.save(file)
    (found,) = told(file.getvalue(), ".docx", real)
    assert (found.text, found.line) == ("teh", found.line)
    assert "“the”" in found.message


def test_british_and_american_spellings_are_both_right(real: Grammar) -> None:
    text = "The tumour caused anaemia, or the tumor caused anemia. The centre was randomised, not randomized."
    for country in ("US", "GB"):
        assert told(text.encode(), ".txt", real, country) == []


def test_a_page_in_another_language_is_not_read(real: Grammar) -> None:
    text = "<html lang='de'><body><p>Die Tablette wird mit Wasser genommen.</p></body></html>"
    assert told(text.encode(), ".html", real) == []


def _each(texts: list[str], real: Grammar) -> list[list[Finding]]:
    read, state = proofread([("en-US", text) for text in texts], DAY, real, None)
    assert state.state == "ok"
    return [_findings(text.encode(), ".txt", "US", read) for text in texts]


def test_silence_on_correct_medical_prose(real: Grammar) -> None:
    texts = lines("correct.txt")
    assert len(texts) >= 200
    false = [(finding.text, text) for text, found in zip(texts, _each(texts, real), strict=True) for finding in found]
    assert len(false) <= 2, false


def test_most_mistakes_are_found(real: Grammar) -> None:
    marked = lines("mistakes.txt")
    texts = [line.replace("[", "").replace("]", "") for line in marked]
    spans = [(line.index("["), line.index("]") - 1) for line in marked]
    reported = zip(spans, _each(texts, real), strict=True)
    hits = [any(one.start < to and one.end > at for one in found) for (at, to), found in reported]
    assert len(marked) >= 80
    assert sum(hits) >= 0.7 * len(hits), [line for line, hit in zip(marked, hits, strict=True) if not hit]


def test_misspelled_medical_words_do_not_pass_as_built_from_parts(real: Grammar) -> None:
    wrong = [line.split()[0] for line in lines("misspelled.txt")]
    found = _each([f"She said that it was {word} again." for word in wrong], real)
    passed = [word for word, one in zip(wrong, found, strict=True) if not any(word in each.text for each in one)]
    assert len(wrong) >= 200
    assert len(passed) <= 0.05 * len(wrong), passed
