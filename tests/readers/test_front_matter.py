"""Front matter: its keys fill the metadata, and every mistake is named with its line or key."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import Unreadable
from workbench.model import Document
from workbench.readers import _front_matter as front_matter
from workbench.readers import markdown, plain

BODY = "\n# Feet\n\nFeet hurt.\n"


def read(text: str) -> Document:
    return markdown.read(text.encode(), "secret.md")


def test_fields_are_kept_as_written() -> None:
    meta = read(f"---\ntitle: Sore feet\npublished: 2024-03-01\nupdated: 3 May 2024\ncountry: NO\n---\n{BODY}").meta
    assert (meta.title, meta.published, meta.updated, meta.country) == ("Sore feet", "2024-03-01", "3 May 2024", "NO")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("reader", [plain, markdown])
def test_line_ends_marks_and_readers(reader, mark: str, end: str) -> None:  # type: ignore[no-untyped-def]
    text = mark + f"---\nauthor: Ann Sample\n---\n{BODY}".replace("\n", end)
    document = reader.read(text.encode(), "a")
    assert document.source == text
    assert document.meta.author == "Ann Sample"
    assert [block.seen for block in document.blocks] == ["Feet", "Feet hurt."]
    span = document.blocks[1].span(0, 4)
    assert text[slice(*span)] == "Feet"


def test_an_empty_value_says_nothing() -> None:
    assert read(f"---\ntitle:\nauthor: ~\n---\n{BODY}").meta.title == "Feet"


def test_empty_front_matter() -> None:
    assert [block.seen for block in read("---\n---\nFeet hurt.\n").blocks] == ["Feet hurt."]


@pytest.mark.parametrize(
    "text", ["---\n\nFeet hurt.\n", "Feet hurt.\n\n---\ntitle: x\n---\n", "--- feet\n", "----\nFeet hurt.\n"]
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert any("eet" in block.seen for block in read(text).blocks)


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("title: a\ntitle: b\n---\n", r"line 3: `title` stands there twice"),
        ("author: [a, b]\n---\n", r"line 2: `author` must be one text"),
        ("author:\n  - a\n---\n", r"line 3: `author` must be one text"),
        ("title: 'a\n---\n", r"line \d: is not valid YAML"),
        ("title: a: b: c\n---\n", r"line 2: is not valid YAML"),
        ("title: &x a\nauthor: *x\n---\n", r"line 3: `author` must be one text"),
        ("- a\n---\n", r"line 2: holds no keys"),
        ("only words\n---\n", r"line 2: holds no keys"),
        ("title: a\n", r"not closed"),
    ],
)
def test_a_mistake_names_its_place(block: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message) as raised:
        read(f"---\n{block}{BODY}")
    assert "secret.md" not in str(raised.value)


@pytest.mark.parametrize(
    "block", ["layout: b\n", "tags: [a, b]\n", "tags:\n  - a\n  - b: {c: d}\n", "nav: {title: x}\n", "a: &a b\nc: *a\n"]
)
def test_a_sites_own_keys_are_passed_over(block: str) -> None:
    meta = read(f"---\n{block}title: Feet\n{block}author: A. Shoe\n---\n{BODY}").meta
    assert (meta.title, meta.author) == ("Feet", "A. Shoe")


@pytest.mark.parametrize(
    ("block", "published"),
    [
        ("date: 2024-03-01\n", "2024-03-01"),
        ("date: 2024-03-01\npublished: 1 May 2024\n", "1 May 2024"),
        ("date: [x]\n", ""),
    ],
)
def test_a_sites_date_is_the_day_of_publication_where_nothing_else_is(block: str, published: str) -> None:
    assert read(f"---\n{block}---\n{BODY}").meta.published == published


def test_aliases_never_multiply() -> None:
    bomb = "a: &a [x]\n" + "\n".join(f"b{n}: &b{n} [*a, *a]" for n in range(50))
    assert read(f"---\n{bomb}\ntitle: Feet\n---\n").meta.title == "Feet"


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)


@given(st.lists(st.tuples(st.sampled_from(["title", "author", "x"]), PLAIN), max_size=3))
def test_the_short_way_reads_what_yaml_reads(pairs: list[tuple[str, str]]) -> None:
    block = "".join(f"{key}: {value}\n" for key, value in pairs)
    short = front_matter._plain_values(block)
    if short is None:
        return
    loaded = yaml.load(block, Loader=yaml.BaseLoader) or {}
    expected = {key: str(value).strip() for key, value in loaded.items() if key in front_matter.KEYS}
    assert {key: value.strip() for key, value in short.items()} == {
        key: "" if value in ("~", "null") else value for key, value in expected.items()
    }
