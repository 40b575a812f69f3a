"""`reach.csv`: views by name or address; what cannot be used is told with its line, and counts for nothing."""

from __future__ import annotations

import pytest

from workbench.errors import BadContent
from workbench.review.backlog import reach
from workbench.review.backlog.pool import Page

PAGES = [
    Page("guides/sleep", "Sleep", "articles/guides", 40, "a" * 64, "https://www.news.example/sleep/", ()),
    Page("drops", "Drops", "articles", 20, "b" * 64, "", ()),
]


def read(text: str) -> reach.Reach:
    return reach.read(text.encode(), "reach.csv", PAGES)


@pytest.mark.parametrize(
    "text",
    [
        "article,views\nguides/sleep,1200\n",
        "address,views\nhttps://news.example/sleep?utm=1,1200\n",
        "address;views\nhttp://News.Example/sleep#top;1200\n",
        'page,article,views\n1,guides/sleep,"1,200"\n',
        "\ufeffArticle\tViews\nguides/sleep\t1 200\n\n",
        "article,views\nhttps://www.news.example/sleep/,1200\n",
    ],
)
def test_a_page_is_known_by_its_name_or_its_address(text: str) -> None:
    assert read(text) == reach.Reach({"guides/sleep": 1200}, ())


def test_a_page_that_the_table_does_not_name_has_no_views() -> None:
    assert read("article,views\n").views == {}


@pytest.mark.parametrize(
    ("row", "views", "told"),
    [
        ("sleep,5", {}, "line 2: no inherited page is “sleep”; it counts for none."),
        ("https://other.example/sleep,5", {}, "line 2: no inherited page is “https://other.example/sleep”"),
        ("drops,many", {}, "line 2: “many” is no number of views; it counts as 0."),
        ("drops,-3", {}, "line 2: “-3” is no number of views"),
        ("drops,1.5", {}, "line 2: “1.5” is no number"),
        ('drops,"1,2"', {}, "line 2: “1,2” is no number"),
        ("drops,٣", {}, "is no number"),
        ("drops", {}, "line 2: “” is no number of views"),
        (",7", {}, "line 2: names no page"),
        ("drops,2\ndrops,3", {"drops": 5}, "line 3: “drops” stands there twice; its views are added."),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(row: str, views: dict[str, int], told: str) -> None:
    found = read(f"article,views\n{row}\n")
    assert found.views == views
    assert len(found.told) == 1 and told in found.told[0] and found.told[0].startswith("reach.csv: ")


@pytest.mark.parametrize("text", ["", "page,views\n", "article,hits\n", 'article,views\n"drops,1\n'])
def test_what_is_no_such_table_is_refused(text: str) -> None:
    with pytest.raises(BadContent, match=r"reach\.csv"):
        read(text)


def test_another_encoding_is_refused() -> None:
    with pytest.raises(BadContent, match="not UTF-8"):
        reach.read("article,views\nSchäfchen,1".encode("latin-1"), "reach.csv", PAGES)
