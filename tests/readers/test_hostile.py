"""Broken and hostile files: each reader reads them or says in one line why not, soon, and looks at nothing else."""

from __future__ import annotations

import base64
import os
import socket
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from promises import LIMITS, hold, suffix_of
from soups import files, package, saved
from speak import AS_OF, content

from workbench import batch, checking, engine, registry
from workbench.config import Limits
from workbench.errors import Unreadable, Usage
from workbench.model import Document, Finding, Unread

READERS = registry.names("readers")
TEXTS = [reader for reader in ("markdown", "plain") if reader in READERS]
CURE = "Our bark tea is a miracle cu{}re for gout."
SECONDS = 5

# What the fuzzer once broke: reader and bytes. They hold now.
ONCE_BROKEN = [
    ("plain", "YWtpbmcKDQAKLSB0d28NCg=="),  # a line of nothing but a NUL
    ("plain", "4oCOCgphCg=="),  # a line of nothing but a mark of direction
    ("markdown", "YSAmI3g4MDsgYg=="),  # an entity that web pages read otherwise
    ("webpage", "YSYjeDJwOyBi"),  # an entity of a control character, without its semicolon
    ("webpage", "PHA+QSBzcGxpbnQgPHEgaHJlYWxseSBrZXB0IGJ5IFJvbGY8L3A+IGhlbHBzPC9xPg=="),  # a tag with another inside it
]


def broken(reader: str, name: str) -> bytes:
    """Attacks that are made rather than written down, for every reader."""
    deep = 20_000
    made = {
        "quotes": saved("> " * deep + "x", reader),
        "lists": saved("\n".join("  " * level + "- x" for level in range(150)), reader),
        "brackets": saved("[" * deep, reader),
        "emphasis": saved("*a _b " * deep, reader),
        "divs": b"<div>" * deep + b"x",
        "spans": b"<b><i>" * deep + b"x",
        "tables": b"<table><tr><td>" * 5_000 + b"x",
        "entity": b"<p><a href='&#" + b"1" * 5_000 + b";'>x</a> &#" + b"1" * 5_000 + b"; y</p>",
        "json": b'{"cells": ' + b"[" * deep,
        "xml": saved("@", reader).replace(b"@", b"<w:r>" * 5_000),
        "quotes in quotes": saved("“" * deep, reader),
        "spaces": saved("a" + " " * deep + "b", reader),
        "marks": saved("a" + "\u0301" * deep, reader),
        "turns": saved("\u202e" * deep, reader),
        "references": saved("\n\n".join(f"[{n}]: /x" for n in range(3_000)) + "\n\n" + "[0]" * 3_000, reader),
        "notes": saved("[^a]" * 5_000 + "\n\n[^a]: x", reader),
    }
    return made[name]


NAMES = (
    "quotes", "lists", "brackets", "emphasis", "divs", "spans", "tables", "entity", "json", "xml", "quotes in quotes",
    "spaces", "marks", "turns", "references", "notes",
)  # fmt: skip


def outcome(path: Path, limits: Limits = LIMITS) -> object:
    plan = batch.Plan((), None, "US", AS_OF, (), (), limits=limits)
    (found,) = batch.examine([str(path)], plan, content())
    return found


def found_in(document: Document, check_id: str) -> list[Finding]:
    article = engine.analyse(document, content().lexicon, "US", AS_OF)
    return list(engine.run(article, batch.chosen(content(), (check_id,)), content().tables)[0])


@pytest.mark.parametrize("reader", READERS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_bytes_are_read_or_refused_in_one_line(reader: str, data: st.DataObject) -> None:
    hold(data.draw(files(reader)), reader)


@pytest.mark.parametrize(("reader", "line"), ONCE_BROKEN)
def test_what_once_broke_holds(reader: str, line: str) -> None:
    hold(base64.b64decode(line), reader)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("reader", READERS)
def test_an_attack_costs_no_more_than_a_page(reader: str, name: str) -> None:
    begun = time.process_time()
    hold(broken(reader, name), reader)
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize("reader", READERS)
def test_a_huge_file_is_refused_by_name_of_the_limit_and_not_read_whole(reader: str, tmp_path: Path) -> None:
    path = tmp_path / f"huge{suffix_of(reader)}"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(Unreadable, match=r"larger than 20 MB.*`max_megabytes` in the table \[readers\]"):
        engine.read(path, "huge")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no endless file here")
@pytest.mark.parametrize("reader", READERS)
def test_an_endless_file_ends(reader: str, tmp_path: Path) -> None:
    path = tmp_path / f"endless{suffix_of(reader)}"
    path.symlink_to("/dev/zero")
    assert isinstance(found := outcome(path), Unread)
    assert "larger than 2 MB" in found.message


@pytest.mark.parametrize("reader", READERS)
def test_ten_megabytes_in_one_line_are_refused_by_name_of_the_limit(reader: str) -> None:
    data = saved("pain eases " * 900_000, reader)
    begun = time.process_time()
    with pytest.raises(Unreadable, match=r"1,800,000 words.*`max_words`"):
        engine.parse(data, "long", suffix_of(reader))
    assert time.process_time() - begun < 2 * SECONDS


@pytest.mark.parametrize("reader", READERS)
def test_a_word_without_an_end_is_checked_in_time(reader: str) -> None:
    begun = time.process_time()
    document = engine.parse(saved("a" * 200_000, reader), "long", suffix_of(reader))
    assert found_in(document, "miracle-cure") == []
    assert time.process_time() - begun < SECONDS


def test_a_sentence_without_an_end_is_checked_in_time() -> None:
    begun = time.process_time()
    document = engine.parse(saved("miracle cure " * 10_000, "markdown"), "long", ".md")
    assert len(found_in(document, "miracle-cure")) > 9_900  # a cut may part one
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("mark", ["\u200b", "\u200d", "\u202e", "\u2066", "\xad", "\ufeff", "\u200e", "\U000e0061"])
def test_what_nobody_sees_cannot_hide_a_word(reader: str, mark: str) -> None:
    document = hold(saved(CURE.format(mark), reader), reader)
    assert isinstance(document, Document)
    (found,) = found_in(document, "miracle-cure")
    assert f"miracle cu{mark}re" in found.text
    assert found.sentence == CURE.format("")
    told = [found.text for found in found_in(document, "hidden-characters")]
    assert told == ([] if mark == "\xad" else [f"cu{mark}re"])


@pytest.mark.parametrize("reader", READERS)
def test_a_space_does_part_a_word(reader: str) -> None:
    document = hold(saved(CURE.format("\u2009"), reader), reader)
    assert isinstance(document, Document)
    assert found_in(document, "miracle-cure") == []


@pytest.mark.parametrize("reader", TEXTS)
def test_one_nul_is_dropped_and_many_are_no_text(reader: str) -> None:
    document = hold(saved(CURE.format("\0") + " Sleep well." * 20, reader), reader)
    assert isinstance(document, Document)
    assert found_in(document, "miracle-cure")
    refused = hold(saved("a\0b\0c", reader), reader)
    assert "holds NUL characters" in str(refused)


@pytest.mark.parametrize("reader", TEXTS)
@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"Rest.\xed\xa0\x80", "is not UTF-8 (byte 5)"),
        ("Rest. Café.".encode() + "Café".encode("cp1252"), "is not UTF-8 (byte 15)"),
        (b"\xff\xfe\x00\xd8", "is not UTF-16, as its first bytes say"),
        ("Rest well, and rest long.".encode("utf-16-le"), "holds NUL characters"),
    ],
)
def test_half_characters_and_mixed_encodings_are_named(reader: str, data: bytes, says: str) -> None:
    assert says in str(hold(data, reader))


@pytest.mark.parametrize("reader", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_an_encoding_with_its_mark_is_read(reader: str, encoding: str) -> None:
    document = hold(CURE.format("").encode(encoding), reader)
    assert isinstance(document, Document)
    assert [block.seen for block in document.blocks] == [CURE.format("")]
    assert found_in(document, "hidden-characters") == []


@pytest.mark.parametrize("reader", [reader for reader in READERS if reader != "plain"])
@pytest.mark.parametrize("target", ["data:text/html,x", "javascript:x"])
def test_a_link_that_runs_something_is_only_reported(reader: str, target: str) -> None:
    document = hold(saved("the trial", reader, target), reader)
    assert isinstance(document, Document)
    assert [link.target for block in document.blocks for link in block.links] == [target]
    assert [found.text for found in found_in(document, "unsafe-link")] == ["the trial"]


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{k}: &{k} [{','.join([f'*{j}'] * 9)}]\n" for j, k in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("reader", TEXTS)
@pytest.mark.parametrize(
    ("block", "says"),
    [
        (BOMB, ""),
        (BOMB + "title: *i\n", "`title` must be one text"),
        ("title: " + "[" * 20_000 + "\n", "`title` must be one text"),
        ("title: !!python/object/apply:os.getcwd []\n", "`title` must be one text"),
        ("title: a\ntitle: b\n", "stands there twice"),
        ("title: a\n" * 9_000, "is not closed"),
    ],
)
def test_front_matter_builds_nothing(reader: str, block: str, says: str) -> None:
    begun = time.process_time()
    found = hold(f"---\n{block}---\n\nRest well.\n".encode(), reader)
    assert time.process_time() - begun < 1
    assert says in str(found) if says else isinstance(found, Document)


def test_links_in_the_file_system_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "fine.md").write_text("Rest well.\n", encoding="utf-8")
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "up").symlink_to(tmp_path)
    (tmp_path / "x.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    assert checking.articles([str(tmp_path)]) == [str(tmp_path / "fine.md"), str(tmp_path / "loop.md")]
    assert "cannot be opened" in getattr(outcome(tmp_path / "loop.md"), "message", "")
    assert "cannot be opened" in getattr(outcome(tmp_path / "x.md"), "message", "")
    for name in ("loop.md", "pipe.md", "x.md"):
        with pytest.raises(Usage, match=name.replace(".", r"\.")):
            checking.articles([str(tmp_path / name)])


def test_a_file_that_vanishes_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    assert isinstance(found := outcome(tmp_path / "gone.md"), Unread)
    assert found.message.startswith("cannot be opened (No such file or directory)")


@pytest.mark.skipif("word" not in READERS, reason="no reader of Word files")
def test_a_packed_file_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(package("Rest well."))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/media/image1.xml", b" " * 20_000_000)
    begun = time.process_time()
    found = hold(path.read_bytes(), "word")
    assert time.process_time() - begun < SECONDS
    assert isinstance(found, Document) or "unpack" in str(found)


@pytest.mark.skipif("word" not in READERS, reason="no reader of Word files")
def test_a_word_file_cannot_make_its_own_entities() -> None:
    laughs = (
        "<!DOCTYPE x [<!ENTITY a 'ha'>"
        + "".join(f"<!ENTITY {b} '{f'&{a};' * 9}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "]>"
    )
    begun = time.process_time()
    found = hold(package("&i;", before=laughs), "word")
    assert time.process_time() - begun < 1
    assert isinstance(found, Unreadable)


_watching: list[list[tuple[str, Any]]] = []  # where to write down what happens; empty while nobody looks


@cache
def _hooked() -> None:
    """An audit hook stays for the life of the process, so there is one."""

    def hook(event: str, words: tuple[Any, ...]) -> None:
        if _watching and event.startswith(("open", "socket", "subprocess", "os.", "urllib", "ftplib", "import")):
            _watching[-1].append((event, words[0] if words else None))

    sys.addaudithook(hook)


@contextmanager
def watching() -> Iterator[list[tuple[str, Any]]]:
    """What is opened, listed, imported or called meanwhile."""
    _hooked()
    _watching.append(seen := [])
    try:
        yield seen
    finally:
        _watching.pop()


def refused(*_: Any, **__: Any) -> None:
    raise AssertionError("a socket is being made")


@pytest.mark.parametrize("reader", READERS)
def test_nothing_but_the_article_is_opened(reader: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", refused)
    secret = tmp_path / "secret.txt"
    secret.write_text("never to be seen", encoding="utf-8")
    away = f"![x](file://{secret}) <img src='file://{secret}'> <iframe src='http://127.0.0.1:1/'></iframe> &x;"
    entity = f"<!DOCTYPE x [<!ENTITY x SYSTEM 'file://{secret}'>]>"
    path = tmp_path / f"article{suffix_of(reader)}"
    for data in (saved(away, reader, f"file://{secret}"), package("&x;", f"file://{secret}", entity), away.encode()):
        path.write_bytes(data)
        outcome(path)  # what is loaded late is loaded now
        with watching() as events:
            try:
                document: Document | None = engine.read(path, "article")
            except Unreadable:
                document = None
        assert events == [("open", str(path))]
        assert document is None or "never to be seen" not in document.source
