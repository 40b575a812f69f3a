"""For any soup of tags: what is seen is what a browser's parser shows, and every character of it has its place."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mapped import assert_mapped
from selectolax.lexbor import LexborHTMLParser, LexborNode

from workbench.model import Document
from workbench.readers import markdown, webpage
from workbench.readers._source import BLANK
from workbench.readers._wordings import words

# What the page keeps, and the reader does not show: elements whose content stands in for something else, or is data.
NOT_SHOWN = words(
    "script style template title iframe noembed noframes svg math object applet video audio canvas progress meter"
    " datalist rt rp del s strike frameset"
)
# Left out of the soups, for there the reader does otherwise on purpose or in ignorance:
#   <q>              the reader shows its quotation marks
#   <span hidden>    its text is a block below the one it stands in
#   <frameset>       the whole page is thrown away by browsers; the reader keeps it
#   NUL in <textarea>, <xmp>, <plaintext>: browsers show U+FFFD, the reader nothing
#   <s>, <del>, <video> over the borders of blocks: see `STRUCK`; "<b><span></b><del></span>": see `SPANS`
#   <ruby> without order
# and `bare` leaves out the marks of items that are typed ("•"): the reader takes them for the items' own.
TEXT = (
    "a", "B", "7 mg", " ", "\n", "\r\n", "\t", "Is it safe?", "Term: ", "é", "🙂", "́", "\xa0", "•", "<", "< ", "<5",
    "</", "</>", "</ x>", "<!x>", "<?x y?>", "<!", "<!-->", "<!--->", "<!-- a -->", "<!-- a --!>", "<!--a", "-->",
    "--!>", "]]>", "<![CDATA[", ">", "\"", "'", "=", "/", "&amp;", "&lt;p&gt;", "&nbsp;", "&#8364;", "&#x80;",
    "&#x110000;", "&#0;", "&#xD800;", "&#1;", "&", "&a", "&copy", "&copyx", "&notit;", "&notin;", "&NotEqualTilde;",
    "&bogus;", "&;", "&#;", "&#x;", "&#99999999999999999999;", "&Tab;", "&shy;", "\u200b", "\x00", "Share this",
    "By Ann Roe, MD",
)  # fmt: skip
INLINE = (
    "<b>", "</b>", "<i>", "</i>", "<strong>", "</strong>", "<span>", "</span>", "<span class='x y'>",
    "<a href='/x'>", "</a>", "<a id=n>", "<a href=x title='a > b'>", "<em", "<em/>", "<sup>", "</sup>", "<br>",
    "</br>", "<br/>", "<img src=x>", "<wbr>", "<x-y>", "</x-y>", "<code>", "</code>", "<label>", "</label>",
    "<font size=2>", "</font>", "<u>", "</u>",
)  # fmt: skip
BLOCKS = (
    "<p>", "</p>", "<div>", "</div>", "<div class=\"a b\">", "<p class=a=b>", "<div id='x'y>", "<div a=\"b\"c='d'>",
    "<h1>", "</h1>", "<h2>", "</h3>", "<ul>", "</ul>", "<ol>", "<li>", "</li>", "<dl>", "<dt>", "<dd>", "</dl>",
    "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<hr>", "<section>", "</section>", "<article>",
    "</article>", "<main>", "<nav>", "</nav>", "<header>", "</header>", "<footer>", "</footer>", "<aside>",
    "</aside>", "<form>", "</form>", "<figure>", "<figcaption>", "</figure>", "<details>", "<summary>",
    "</summary>", "<address>", "<center>", "</body>", "</html>", "<body>", "<html lang=en>", "<head>", "</head>",
    "<button>", "</button>", "<noscript>", "</noscript>", "<select>", "<option>", "</select>", "<fieldset>",
    "<legend>", "</fieldset>", "<DIV CLASS=menu>", "<div\nid=a\n>", "<p =x>", "<p \"'>", "<p a=>", "<p a = 'b' >",
    "<p", "<div a='",
)  # fmt: skip
RAW = (
    "<script>", "</script>", "<style>", "</style>", "</style >", "<title>", "</title>", "<textarea>", "</textarea>",
    "<xmp>", "</xmp>", "<iframe>", "</iframe>", "<noembed>", "</noembed>", "<!--<script>", "<template>",
    "</template>", "<svg>", "</svg>", "<svg/>", "<math>", "</math>", "<path/>", "<g>", "<desc>", "</desc>", "<mi>",
    "</mi>", "<object>", "</object>", "<video>", "</video>", "<ruby>", "<rt>", "</rt>", "</ruby>", "<plaintext>",
    "</scripty>", "</STYLE\n>",
)  # fmt: skip
TABLES = (
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th>", "<tbody>", "</tbody>", "<thead>", "<caption>",
    "</caption>",
)  # fmt: skip
STRUCK = ("<p>a <s>b</s> c</p>", "<p><del>d</del>e", "<del><p>f</p></del>", "<s>g<p>h</p></s>", "<strike>i</strike>")


def soup(*kinds: tuple[str, ...], most: int = 30) -> st.SearchStrategy[str]:
    return st.lists(st.one_of(*(st.sampled_from(kind) for kind in kinds)), max_size=most).map("".join).map(padded)


def padded(text: str) -> str:
    """With so much behind it that its NULs are a slip: a file full of them is refused."""
    return text + "n" * 100 * text.count("\0")


def shown(html: str) -> str:
    """The text that a browser's parser finds in elements that are shown, without white space and marks nobody sees."""
    found: list[str] = []
    root = LexborHTMLParser(html).root
    waiting: list[LexborNode] = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if node.tag == "-text":
            found.append(node.text_content or "")
        elif node.tag not in NOT_SHOWN:
            waiting.extend(reversed(list(node.iter(include_text=True))))
    return bare("".join(found))


def bare(text: str) -> str:
    return re.sub(f"[{re.escape(BLANK)}\\s\0\xad\u200b•]", "", text)


def read(html: str) -> Document:
    return webpage.read(html.encode(), "a.html")


def seen(html: str) -> str:
    return bare("".join(block.seen for block in read(html).blocks))


@given(soup(TEXT, INLINE, BLOCKS, RAW, TABLES))
def test_every_character_has_its_place(html: str) -> None:
    document = read(html)
    assert document.source == html
    assert_mapped(document)


@given(soup(TEXT, INLINE, BLOCKS))
@example("<p><b><div>a</b></p>b</div>c")
@example("<h1>a<button>b</h1>c</button>d")
def test_text_in_blocks_is_what_a_browser_shows(html: str) -> None:
    assert seen(html) == shown(html)


@given(soup(TEXT, BLOCKS, RAW))
@example("<script><!--<script></script>a</script>b")
@example("<svg><title>a</title><p>b")
def test_text_that_is_no_text_is_not_seen(html: str) -> None:
    assert seen(html.replace("\0", "")) == shown(html.replace("\0", ""))


@given(soup(TEXT, INLINE, BLOCKS, TABLES))
def test_tables_lose_no_text(html: str) -> None:
    """A browser moves text that stands between cells; the order is left out of account."""
    assert Counter(seen(html)) == Counter(shown(html))


@given(soup(STRUCK, ("<p>", "</p>", "<div>", "</div>", "x", " y")))
def test_struck_text_is_not_seen(html: str) -> None:
    assert seen(html) == shown(html)


QUIET = ("<del>", "</del>", "<video>", "</video>", "x", " y", "z ")
SPANS = ("<span>", "</span>")
TYPE = ("<b>", "</b>", "<i>", "</i>", "<a href=x>", "</a>")


@given(st.one_of(soup(QUIET, SPANS), soup(QUIET, TYPE)))
@example("<span><video></span>x")
@example("<b><del>x</b>y")
def test_what_is_not_shown_ends_with_what_it_stands_in(html: str) -> None:
    assert seen(html) == shown(html)


@given(soup(TEXT, INLINE, BLOCKS, TABLES, ("\n", "\n\n", "> ", "- ")))
def test_html_in_markdown_has_its_places_too(html: str) -> None:
    if not html.lstrip("\ufeff").startswith("---"):
        assert_mapped(markdown.read(html.encode(), "a.md"))


ATTRIBUTES = st.lists(
    st.sampled_from([*"ab =/'\">\n\t&", "href", "class", "=''", '=""', "=x ", "&amp;", "&copy", "&copy=", "&ampx"]),
    max_size=14,
).map("".join)


@given(ATTRIBUTES)
def test_a_tag_ends_where_browsers_end_it(inner: str) -> None:
    html = f"<a {inner}>b"
    assert seen(html) == shown(html)
    node = LexborHTMLParser(html).css_first("a[href]")
    links = [link for block in read(html).blocks for link in block.links]
    target = (node.attributes["href"] or "").strip() if node is not None else ""
    assert [link.target for link in links] == ([target] if target and seen(html) else [])


@pytest.mark.parametrize(
    ("html", "text", "place"),
    [
        ("<p>5&nbsp;&micro;g", "µ", "&micro;"),
        ("<p>feet &NotEqualTilde; hands", "≂", "&NotEqualTilde;"),
        ("<p>a &notit; b", "¬", "&not"),
        ("<p>a\r\n  b", " ", "\r\n  "),
        ("<p>a<br>b", " ", "<br>"),
        ("<p>he said <q>yes</q>", "“", "<q>"),
        ("<img alt='a &amp; b'>", "&", "&amp;"),
    ],
)
def test_what_stands_for_a_character(html: str, text: str, place: str) -> None:
    block = read(html).blocks[0]
    at = block.seen.index(text)
    assert html[slice(*block.span(at, at + 1))] == place
