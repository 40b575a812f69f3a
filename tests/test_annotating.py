"""`workbench check draft.docx --annotate copy.docx`: comments on the exact words, and nothing else changed."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readers.word_files import box, docx, mark, note, packed, par, parts, row, run, table
from speak import AS_OF, REPOSITORY, report_of

from workbench import annotating
from workbench.config import Limits
from workbench.errors import Usage
from workbench.model import Decision, Finding, Report, Risk
from workbench.readers import word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LOUD = par(
    "Of the 10 people in the ", run("trial, 70", "<w:i/>"), run(".8", "<w:b/>"), run("% improved. A miracle cure.")
)
LINKED = f'<w:hyperlink w:anchor="x">{run("a miracle cure")}</w:hyperlink>'
DELETED = f'<w:del w:id="2">{run("x")}</w:del>'
INSERTED = f'<w:ins w:id="1">{run("miracle ")}</w:ins>'
CONTROL = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('A miracle cure')}</w:sdtContent></w:sdt>"


def finding(start: int | None, end: int | None, text: str = "", **more: Any) -> Finding:
    made = Finding(
        check="miracle-cure", topic="marketing", category="marketing-absolute", severity="warning", confidence="high",
        start=start, end=end, text=text, message="It says too much.", why="It misleads.", advice="Say less.",
        evidence=None, context=(), held_back=False, fingerprint="f",
    )  # fmt: skip
    return type(made)(**{**{name: getattr(made, name) for name in made.__struct_fields__}, **more})


def copied(data: bytes, *findings: Finding, as_of: date = AS_OF) -> bytes:
    source = word.read(data, "draft.docx").source
    report = Report("draft.docx", "", 0, (), findings, (), Risk(0, (), 0), source)
    return annotating.annotated(data, "draft.docx", report, {"miracle-cure": "Miracle"}, as_of, Limits())


def on_words(data: bytes, *words: str) -> bytes:
    """A copy with a comment on each of these stretches of the source."""
    source = word.read(data, "draft.docx").source
    places = [(source.index(each), each) for each in words]
    return copied(data, *(finding(at, at + len(each), each) for at, each in places))


def comments(data: bytes) -> list[tuple[str, str, list[str]]]:
    """Author, words under the comment, and paragraphs of each comment, as another program reads them."""
    document = python_docx.Document(io.BytesIO(data))
    return [
        (comment.author, _under(document.element, str(comment.comment_id)), [each.text for each in comment.paragraphs])
        for comment in document.comments
    ]


def _under(root: Any, id_: str) -> str:
    """The text between the ends of a comment, with every end and the reference there once and in order."""
    names = ("commentRangeStart", "commentRangeEnd", "commentReference")
    order = [element for element in root.iter(*(W + name for name in names)) if element.get(f"{W}id") == id_]
    assert [element.tag for element in order] == [W + name for name in names]
    inside, words = False, []
    for element in root.iter():
        if element in order[:2]:
            inside = element is order[0]
        elif inside and element.tag == f"{W}t":
            words.append(element.text or "")
    return "".join(words)


def test_a_comment_stands_on_the_words_and_says_what_and_why() -> None:
    ((author, under, said),) = comments(on_words(docx(LOUD), "70.8%"))
    assert (author, under) == ("workbench", "70.8%")
    assert said == [
        "Warning: Miracle",
        "It says too much.",
        "Why: It misleads.",
        "Do: Say less.",
        "More: workbench explain miracle-cure",
    ]


def test_the_look_of_the_words_is_kept() -> None:
    document = python_docx.Document(io.BytesIO(on_words(docx(LOUD), "70.8%")))
    runs = [each for each in document.paragraphs[0].runs if each.text]
    assert [(each.text, bool(each.italic), bool(each.bold)) for each in runs] == [
        ("Of the 10 people in the ", False, False),
        ("trial, ", True, False),
        ("70", True, False),
        (".8", False, True),
        ("%", False, False),
        (" improved. A miracle cure.", False, False),
    ]


def test_comments_on_the_same_words_and_inside_each_other() -> None:
    words = ["A miracle cure.", "miracle cure", "miracle", "miracle", "Of the 10"]
    assert [under for _, under, _ in comments(on_words(docx(LOUD), *words))] == words


@pytest.mark.parametrize(
    ("body", "words", "under"),
    [
        (par(LINKED, " now"), "miracle cure now", "miracle cure now"),
        (par("A ", INSERTED, DELETED, "cure"), "miracle cure", "miracle xcure"),
        (par("<w:r><w:t>A miracle</w:t><w:tab/><w:t>cure works</w:t></w:r>"), "miracle cure", "miraclecure"),
        (par("<w:r><w:t>  A miracle cure  </w:t></w:r>"), "A miracle", "A miracle"),
        (par("A  miracle   cure"), "miracle cure", "miracle   cure"),
        (par("A mir\u00adacle\u200b cure"), "mir\u00adacle", "mir\u00adacle"),
        (table(row("One", "A miracle cure")), "miracle", "miracle"),
        (par("A miracle ", more="<w:rPr><w:del/></w:rPr>") + par("cure"), "miracle cure", "miracle cure"),
        (par("Take ", "<m:oMath><m:r><m:t>2x+1</m:t></m:r></m:oMath>", " a day"), "x", ""),
        (par(CONTROL), "miracle", "A miracle cure"),
    ],
    ids=["link", "changes", "tab", "blanks", "spaces", "unseen", "cell", "joined", "formula", "control"],
)  # fmt: skip
def test_words_in_awkward_places(body: str, words: str, under: str) -> None:
    data = docx(body)
    copy = on_words(data, words)
    assert [found for _, found, _ in comments(copy)] == [under]
    assert (
        word.read(copy, "a.docx").blocks == word.read(data, "a.docx").blocks
        or word.read(copy, "a.docx").source == word.read(data, "a.docx").source
    )


def test_words_in_a_text_box_are_marked_by_the_box() -> None:
    ((_, _, said),) = comments(on_words(docx(par("Before ", box(par("A miracle cure.")))), "miracle"))
    assert said[1] == "In a text box: “miracle”"


def test_words_in_a_note_are_marked_at_its_mark() -> None:
    data = docx(par("First."), par("It helps", mark(3), "."), footnotes=note(3, " A miracle cure."))
    copy = on_words(data, "miracle")
    ((_, under, said),) = comments(copy)
    assert (under, said[1]) == ("", "In footnote 1: “miracle”")
    second = python_docx.Document(io.BytesIO(copy)).paragraphs[1]._p
    assert second.find(f"{W}commentRangeStart") is not None


def test_words_in_a_header_are_marked_on_the_first_paragraph() -> None:
    data = docx(par(""), par("It helps."), margins={"header1": par("A miracle cure")})
    ((_, under, said),) = comments(on_words(data, "miracle"))
    assert (under, said[1]) == ("It helps.", "In the page header: “miracle”")


def test_what_is_about_the_whole_article_stands_on_its_first_paragraph() -> None:
    ((_, under, said),) = comments(copied(docx(par(""), par("It ", "helps."), par("More.")), finding(None, None)))
    assert (under, said[1]) == ("It helps.", "About the whole article.")


def test_an_article_without_words_gets_a_paragraph_for_its_comment() -> None:
    copy = copied(docx(""), finding(None, None))
    assert len(comments(copy)) == 1
    assert word.read(copy, "a.docx").source == ""


def test_only_what_is_open_becomes_a_comment() -> None:
    closed = Decision("dismissed", "other", "Ann", "2026-01-01")
    changed = Decision("changed", "other", "Ann", "2026-01-01")
    copy = copied(
        docx(LOUD),
        finding(0, 2, "Of", held_back=True),
        finding(3, 6, "the", decision=closed),
        finding(7, 9, "10", decision=changed),
    )
    ((_, under, said),) = comments(copy)
    assert under == "10"
    assert "Was decided before, confirm: other by Ann on 2026-01-01" in said


def test_nothing_found_is_a_copy_without_comments() -> None:
    copy = copied(docx(LOUD))
    assert comments(copy) == []


def test_earlier_comments_changes_and_pictures_stay() -> None:
    said = '<w:comment w:id="4" w:author="Ann"><w:p><w:r><w:t>Is it?</w:t></w:r></w:p></w:comment>'
    held = '<w:commentRangeStart w:id="4"/>' + run("A") + '<w:commentRangeEnd w:id="4"/>'
    reference = '<w:r><w:commentReference w:id="4"/></w:r>'
    body = par(
        held, reference, " miracle ", '<w:del w:id="9" w:author="Ann"><w:r><w:delText>not</w:delText></w:r></w:del>'
    )
    found = {**parts(body, comments=said), "word/media/a.png": b"\x89PNG\0", "custom/x.xml": "<x/>"}
    copy = on_words(packed(found), "miracle")
    assert [(author, under) for author, under, _ in comments(copy)] == [("Ann", "A"), ("workbench", "miracle")]
    with zipfile.ZipFile(io.BytesIO(copy)) as file:
        assert file.namelist() == list(found)
        for name in ("word/media/a.png", "custom/x.xml", "word/styles.xml", "[Content_Types].xml"):
            kept = found[name]
            assert file.read(name) == (kept if isinstance(kept, bytes) else kept.encode())
        assert b"<w:delText>not</w:delText>" in file.read("word/document.xml")


def test_the_same_bytes_for_the_same_day_and_no_other_clock() -> None:
    data = docx(LOUD)
    one, same = (copied(data, finding(3, 6, "the")) for _ in range(2))
    assert one == same
    with zipfile.ZipFile(io.BytesIO(one)) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b'w:date="2026-11-25T00:00:00Z"' in file.read("word/comments.xml")
    assert copied(data, finding(3, 6, "the"), as_of=date(2026, 11, 26)) != one


def test_a_comment_cannot_carry_marks_that_xml_or_a_reader_would_choke_on() -> None:
    odd = finding(3, 6, "the", message="a\x00b <w:t> \u202e & ]]>")
    ((_, _, said),) = comments(copied(docx(LOUD), odd))
    assert said[1] == "a�b <w:t> � & ]]>"


words = st.text(st.sampled_from("ab . é🙂\u00ad"), min_size=1, max_size=6)
inner = st.one_of(
    words.map(run),
    words.map(lambda text: f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t><w:tab/><w:t>{text}</w:t></w:r>"),
    words.map(lambda text: f"<w:ins w:id='1'>{run(text)}</w:ins>"),
    words.map(lambda text: f"<w:hyperlink w:anchor='a'>{run(text)}{run(text)}</w:hyperlink>"),
)


@settings(max_examples=60)
@given(st.lists(inner, min_size=1, max_size=5), st.data())
def test_any_words_can_bear_a_comment(content: list[str], draw: st.DataObject) -> None:
    data = docx(par("x", *content, "y"))
    before = word.read(data, "a.docx")
    place = st.integers(0, len(before.source) - 1)
    spans = draw.draw(st.lists(st.tuples(place, place).map(sorted), min_size=1, max_size=4))
    copy = copied(data, *(finding(low, high + 1, before.source[low : high + 1]) for low, high in spans))
    after = word.read(copy, "a.docx")
    assert [(block.seen, block.links) for block in after.blocks] == [
        (block.seen, block.links) for block in before.blocks
    ]
    for (low, high), (_, under, _) in zip(spans, comments(copy), strict=True):
        assert "".join(under.split()) == "".join(before.source[low : high + 1].split())


# The command


def workbench(*call: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "workbench", "check", *call, "--as-of", "2026-11-25"]
    return subprocess.run(
        command, cwd=cwd, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "draft.docx").write_bytes(docx(LOUD))
    (tmp_path / "other.docx").write_bytes(docx(LOUD))
    (tmp_path / "page.md").write_text("It helps.\n", encoding="utf-8")
    (tmp_path / "link.docx").symlink_to("draft.docx")
    (tmp_path / "hard.docx").hardlink_to(tmp_path / "draft.docx")
    (tmp_path / "folder.docx").mkdir()
    return tmp_path


@pytest.mark.parametrize("format_", ["terminal", "json"])
def test_the_report_is_the_same_with_and_without_a_copy(desk: Path, format_: str) -> None:
    plain = workbench("draft.docx", "--format", format_, cwd=desk)
    done = workbench("draft.docx", "--format", format_, "--annotate", "copy.docx", cwd=desk)
    assert (done.stdout, done.stderr, done.returncode) == (plain.stdout, "", 0)
    assert "70.8%" in [under for _, under, _ in comments((desk / "copy.docx").read_bytes())]
    assert (desk / "draft.docx").read_bytes() == docx(LOUD)


def test_an_earlier_copy_is_replaced(desk: Path) -> None:
    for _ in range(2):
        assert workbench("draft.docx", "--annotate", "copy.docx", cwd=desk).returncode == 0
    open_ = [each for each in report_of(desk / "draft.docx").findings if not each.held_back]
    assert len(comments((desk / "copy.docx").read_bytes())) == len(open_)
    assert sorted(path.name for path in desk.iterdir() if path.name.startswith((".", "copy"))) == ["copy.docx"]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (["draft.docx", "--annotate", "draft.docx"], "is the article itself"),
        (["draft.docx", "--annotate", "./DRAFT.docx"], "is the article itself"),
        (["draft.docx", "--annotate", "link.docx"], "is the article itself"),
        (["draft.docx", "--annotate", "hard.docx"], "is the article itself"),
        (["draft.docx", "--annotate", "copy.pdf"], "does not end in .docx"),
        (["draft.docx", "--annotate", "nowhere/copy.docx"], "nowhere is no folder"),
        (["draft.docx", "--annotate", "folder.docx"], "is no regular file"),
        (["draft.docx", "other.docx", "--annotate", "copy.docx"], "one Word file"),
        (["page.md", "--annotate", "copy.docx"], "one Word file"),
        (["draft.docx", "--annotate", "copy.docx", "--output", "./copy.docx"], "where --annotate writes"),
    ],
)
def test_calls_that_are_refused_before_anything_is_written(desk: Path, call: Sequence[str], says: str) -> None:
    before = {path.name: path.read_bytes() for path in desk.iterdir() if path.is_file()}
    done = workbench(*call, cwd=desk)
    assert (done.returncode, says in done.stderr, done.stdout) == (2, True, ""), done.stderr
    assert {path.name: path.read_bytes() for path in desk.iterdir() if path.is_file()} == before


def test_an_article_that_cannot_be_read_leaves_no_copy(desk: Path) -> None:
    (desk / "draft.docx").write_bytes(b"PK\x03\x04")
    done = workbench("draft.docx", "--annotate", "copy.docx", "--format", "json", cwd=desk)
    assert (done.returncode, len(json.loads(done.stdout)["unread"])) == (3, 1)
    assert not (desk / "copy.docx").exists()


def test_a_file_that_changed_since_it_was_checked_is_not_annotated() -> None:
    report = Report("draft.docx", "", 0, (), (), (), Risk(0, (), 0), "Something else.")
    for data in (docx(LOUD), b"PK"):
        with pytest.raises(Usage, match=r"draft\.docx: changed while it was checked"):
            annotating.annotated(data, "draft.docx", report, {}, AS_OF, Limits())


def test_a_strict_file_is_checked_but_not_annotated() -> None:
    found = {
        name: str(content).replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"
        )
        for name, content in parts(LOUD).items()
    }
    with pytest.raises(Usage, match="Strict Open XML"):
        copied(packed(found))


def test_damaged_comments_are_named() -> None:
    with pytest.raises(Usage, match=r"draft\.docx is damaged: its part word/comments\.xml"):
        copied(packed({**parts(LOUD, comments=""), "word/comments.xml": "<a>"}), finding(3, 6, "the"))
