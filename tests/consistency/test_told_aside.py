"""What articles tell is put aside: nothing of it is kept where all tell the same, and no conflict is lost."""

from __future__ import annotations

import tracemalloc

from msgspec.structs import replace

from workbench import consistency
from workbench.consistency import Values
from workbench.model import Told
from workbench.model.told import Amount, Setting

SIX = Told(
    "the number of sessions", "Sessions", Setting(("velodrin",)), Amount("", "6", "6"), "6", 10, 11, "It takes 6."
)
EIGHT = replace(SIX, amount=Amount("", "8", "8"), text="8", sentence="It takes 8.")
OTHER = replace(EIGHT, setting=Setting(("tarvane",)))
DRIP = replace(EIGHT, setting=Setting(("velodrin",), manner=("intravenous",)))


def aside(*pages: tuple[str, tuple[Told, ...]]) -> Values:
    values = Values()
    for path, told in pages:
        values.add(path, told)
    return values


def test_conflicts_are_the_same_as_from_memory() -> None:
    pages = (("c.md", (EIGHT, OTHER)), ("a.md", (SIX,)), ("b.md", ()), ("d.md", (DRIP, OTHER)), ("e.md", (SIX,)))
    found = consistency.conflicts(aside(*pages).differing())
    assert found == consistency.conflicts(pages)
    assert [[one.article for one in conflict.values] for conflict in found] == [["a.md", "c.md", "d.md", "e.md"]]


def test_what_all_tell_alike_is_not_looked_at_again() -> None:
    assert (
        list(aside(("a.md", (SIX,)), ("b.md", (replace(SIX, start=3, end=4),)), ("c.md", (OTHER,))).differing()) == []
    )
    assert list(aside().differing()) == []


def test_one_article_that_contradicts_itself_is_no_conflict() -> None:
    pages = (("a.md", (SIX, EIGHT)), ("b.md", (SIX,)))
    assert consistency.conflicts(aside(*pages).differing()) == consistency.conflicts(pages) == ()


def test_many_articles_take_no_more_memory_than_few() -> None:
    def grown(articles: int) -> int:
        tracemalloc.start()
        values = aside(*((f"{number}.md", (replace(SIX, sentence="word " * 200),)) for number in range(articles)))
        left, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert list(values.differing()) == []
        return left

    few, many = grown(2_000), grown(6_000)  # both are more than what stays off the disk
    assert many - few < 1_000_000  # of 4 MB that were told
