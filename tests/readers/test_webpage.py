"""The web page reader: what is main text and what is furniture, kinds, notes, metadata, encodings, and hostile pages.

Each page in `pages/` imitates a saved page; its text is ours and all names, products and figures in it are invented.
Beside it stands what a person sees: `# key: value` lines of its metadata (all else is empty), then one line for each
block: label, tab, text. A label is h1–h6, p, i or ii (item, nested item), c (cell), q (quote), caption, code, or the
reason why the block is furniture.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from mapped import assert_mapped
from msgspec.structs import asdict

from workbench.errors import Unreadable
from workbench.model import Block, Document, Metadata
from workbench.readers import webpage

PAGES = Path(__file__).parent / "pages"
LABELS = {"paragraph": "p", "quote": "q", "cell": "c"}


def read(html: str, name: str = "a.html") -> Document:
    return webpage.read(html.encode(), name)


def label(block: Block) -> str:
    if block.boilerplate:
        return block.boilerplate
    if block.kind == "heading":
        return f"h{block.level}"
    return "i" * block.level if block.kind == "item" else LABELS.get(block.kind, block.kind)


def told(html: str) -> list[str]:
    return [f"{label(block)}: {block.seen}" for block in read(html).blocks]


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_a_saved_page_is_read_as_a_person_sees_it(path: Path) -> None:
    document = webpage.read(path.read_bytes(), path.name)
    expected = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    meta = {key: words(value) for key, value in asdict(document.meta).items() if value}
    assert meta == dict(line[2:].split(": ", 1) for line in expected if line.startswith("# "))
    assert [f"{label(block)}\t{words(block.seen)}" for block in document.blocks] == [
        line for line in expected if not line.startswith("# ")
    ]
    assert_mapped(document)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>one<p>two", ["p: one", "p: two"]),
        ("one<div>two</div>three", ["p: one", "p: two", "p: three"]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["i: a", "ii: b", "i: c"]),
        ("<li><p>a</p><p>b</p>", ["i: a", "i: b"]),
        ("<blockquote><p>a</p><ul><li>b</ul></blockquote>", ["q: a", "i: b"]),
        ("<dl><dt>a<dd>b<dt>c</dl>", ["i: a", "i: b", "i: c"]),
        ("<pre>a\n  b &lt;c&gt;</pre>", ["code: a\n  b <c>"]),
        ("<p>a<br>b<br><br>c", ["p: a b", "p: c"]),
        ("<p>a<br>&nbsp;<br>b", ["p: a", "p: b"]),
        ("<h2>a<br><br>b</h2>", ["h2: a b"]),
        ("<p>a <img alt='a foot'> b", ["p: a b", "caption: a foot"]),
        ("<p>a <img alt=''><img alt='foot-12.jpg'><img alt='DSC_0012'> b", ["p: a b"]),
        ("<img alt='the jpg format'>", ["caption: the jpg format"]),
        ("<p>5 <del>10</del> <s>20</s> <ins>mg</ins>", ["p: 5 mg"]),
        ("<p>a<ruby>b<rt>c</ruby>d", ["p: abd"]),
        ("<p>a<svg><title>b</title><text>c</text></svg><math><mi>d</mi></math>e", ["p: ae"]),
        ("<p>a<template>b</template><object>c</object><video>d</video><iframe>e</iframe>f", ["p: af"]),
        ("<p>unbroken<wbr>word <x-term>same</x-term>line", ["p: unbrokenword sameline"]),
        ("<p><b>Side effects</b></p><p>Rash.", ["h2: Side effects", "p: Rash."]),
        ("<p><b>Side</b> <i>effects</i></p>", ["p: Side effects"]),
        ("<h3>a</h3><p><span style='font-weight: 700'>Side effects</span></p>", ["h3: a", "h4: Side effects"]),
        ("<p>• rash</p><p>• fever</p>", ["i: rash", "i: fever"]),
        ("<details><summary>Is it safe?</summary>No.</details>", ["h2: Is it safe?", "p: No."]),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", ["c: a", "c: b", "c: c", "c: d"]),
        ("<table><tr><td><p>a</p><td>b</table>", ["c: a", "c: b"]),
        ("<table><tr><td>a<td><h2>b</h2>c</table>", ["p: a", "h2: b", "p: c"]),
        ("<table><tr><td>a<td><p>b</p><p>c</p></table>", ["p: a", "p: b", "p: c"]),
        ("<table><tr><th>a<th>b<tr><td><p>c</p><p>d</p><td>e</table>", ["c: a", "c: b", "c: c", "c: d", "c: e"]),
        ("<table role=presentation><tr><td>a<td>b</table>", ["p: a", "p: b"]),
        ("<table><tr><td>a<tr><td>b</table>", ["p: a", "p: b"]),
        ("<p>He said <q>it <q>works</q></q>.", ["p: He said “it “works””."]),
        ("<title>a</title><p>b", ["p: b"]),
        ("<xmp><b>a</b></xmp>", ["code: <b>a</b>"]),
        ("<p>a &lt b &amp c &copy; &notin; &bogus; &#8364;", ["p: a < b & c © ∉ &bogus; €"]),
        ("<p>x < 5 and y > 6", ["p: x < 5 and y > 6"]),
        ("<p>a<!-- b --><!-->c<!--->d<!-- e --!>f</ g>h<?i?>j", ["p: acdfhj"]),
        ("<p title='a > b'>c<p title=a>b>d", ["p: c", "p: b>d"]),
        ("", []),
    ],
)
def test_blocks(html: str, expected: list[str]) -> None:
    assert told(html) == expected


ARTICLE = "<main><h1>Feet</h1><p>Feet hurt, and nobody knows why they do so at night.</p>{}</main>"


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<nav>{}</nav>", "menu"),
        ("<div role=navigation>{}</div>", "menu"),
        ("<div class='main-nav'>{}</div>", "menu"),
        ("<ol class=breadcrumb><li>{}</ol>", "menu"),
        ("<div class='shareBar top'>{}</div>", "share bar"),
        ("<div class='social-links'>{}</div>", "share bar"),
        ("<div class=social-anxiety>{}</div>", ""),
        ("<div class=shareholders>{}</div>", ""),
        ("<div class='share-your-decision'>{}</div>", ""),
        ("<div id=ad-slot-3>{}</div>", "advertisement"),
        ("<div class=advice>{}</div>", ""),
        ("<div class=study-sponsor>{}</div>", ""),
        ("<section class=related-posts>{}</section>", "related links"),
        ("<section class=related-risks>{}</section>", ""),
        ("<div class=cookie-consent>{}</div>", "cookie notice"),
        ("<section id=informed-consent>{}</section>", ""),
        ("<section id=cookies-and-sugar>{}</section>", ""),
        ("<div class='comments-area'>{}</div>", "comments"),
        ("<div class=fda-comment>{}</div>", ""),
        ("<div class='no-comments has-sidebar tag-newsletter'>{}</div>", ""),
        ("<form class=comment-form>{}</form>", "comment form"),
        ("<form><fieldset><legend>Leave a reply</legend>{}</fieldset></form>", "comment form"),
        ("<form id=newsletter>{}</form>", "newsletter form"),
        ("<form>{}</form>", "form"),
        ("<button>{}</button>", "form"),
        ("<h3><button>{}</button></h3>", ""),
        ("<aside>{}</aside>", ""),
        ("<header>{}</header>", ""),
        ("<footer>{}</footer>", ""),
        ("<div class=entry-footer>{}</div>", ""),
        ("<div class=author-bio>{}</div>", ""),
        ("<div hidden>{}</div>", "hidden"),
        ("<p style='color:red; display: none'>{}</p>", "hidden"),
        ("<p style='display:block'>{}</p>", ""),
        ("<p aria-hidden=true>{}</p>", "hidden"),
        ("<p aria-hidden=false>{}</p>", ""),
        ("<p><span class=sr-only>{}</span></p>", "hidden"),
        ("<div class='hidden md:block'>{}</div>", ""),
        ("<noscript>{}</noscript>", "no-script text"),
        ("<div class=toc>{}</div>", "table of contents"),
        ("<dialog>{}</dialog>", "dialog"),
        ("<div class=cookies><dialog>{}</dialog></div>", "cookie notice"),
    ],
)
def test_furniture_in_the_article(html: str, why: str) -> None:
    blocks = read(ARTICLE.format(html.format("Rest helps"))).blocks
    assert [block.boilerplate for block in blocks if block.seen == "Rest helps"] == [why]
    assert [block.boilerplate for block in blocks[:2]] == ["", ""]


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<header>{}</header>", "page header"),
        ("<div role=banner>{}</div>", "page header"),
        ("<footer>{}</footer>", "footer"),
        ("<aside>{}</aside>", "sidebar"),
        ("<p>{}</p>", "outside the article"),
        ("<aside class=related-links>{}</aside>", "related links"),
    ],
)
def test_furniture_around_the_article(html: str, why: str) -> None:
    blocks = read(html.format("Rest helps") + ARTICLE.format("")).blocks
    assert blocks[0].boilerplate == why


def test_title_and_by_line_in_the_page_header_are_text() -> None:
    html = "<header><h1>Feet</h1><p>By Ann Roe, MD</p><p>Tips and more</p></header><main><p>Feet hurt.</p></main>"
    document = read(html)
    assert [block.boilerplate for block in document.blocks] == ["", "", "page header", ""]
    assert (document.meta.title, document.meta.author) == ("Feet", "Ann Roe")


def test_the_name_of_the_site_is_no_title_where_the_article_has_one() -> None:
    document = read("<header><h1>The Post</h1></header>" + ARTICLE.format(""))
    assert (document.meta.title, document.blocks[0].boilerplate) == ("Feet", "page header")


@pytest.mark.parametrize(
    "frame", ["<div class='modal sidebar'>{}</div>", "<form id=form1>{}</form>", "<div hidden>{}</div>"]
)
def test_what_holds_the_article_is_no_furniture(frame: str) -> None:
    html = frame.format(ARTICLE.format("")) + "<div class=sidebar>Rest</div>"
    assert [block.boilerplate for block in read(html).blocks] == ["", "", "sidebar"]


def test_what_holds_most_of_a_page_without_article_is_no_furniture() -> None:
    html = "<div class=sidebar-content><p>Feet hurt, and nobody knows why.</p></div><div class=sidebar>Rest</div>"
    assert [block.boilerplate for block in read(html).blocks] == ["", "sidebar"]


def test_many_comments_do_not_become_the_article() -> None:
    html = "<h1>Feet</h1><p>Feet hurt.</p><div id=comments>" + "<p>It cured me in a week, truly!</p>" * 9 + "</div>"
    assert {block.boilerplate for block in read(html).blocks[2:]} == {"comments"}


def test_one_article_of_several_is_the_article_only_with_most_of_the_text() -> None:
    card = "<article><p>Feet hurt at night.</p></article>"
    assert {block.boilerplate for block in read(card * 3).blocks} == {""}
    long = f"<article><p>{'Feet hurt at night. ' * 9}</p></article>"
    assert [block.boilerplate for block in read(card + long).blocks] == ["outside the article", ""]


def test_hidden_words_do_not_part_the_sentence_around_them() -> None:
    assert told("<p>See <a href=/x>this<span class=sr-only> (new window)</span></a> page.") == [
        "p: See this page.",
        "hidden: (new window)",
    ]


@pytest.mark.parametrize("mark", ["<sup><a href='#n1'>note</a></sup>", "<a href='#n1'>[1]</a>", "<a href='#n1'>*</a>"])
def test_a_mark_leads_to_its_note(mark: str) -> None:
    document = read(f"<p>A trial{mark}.</p><p>Feet hurt.</p><ol><li id=n1>Roe 2020. <a href='#r1'>↩</a></ol>")
    note = document.blocks[2]
    assert (note.seen, note.boilerplate, note.note) == ("Roe 2020.", "footnote", "n1")
    assert document.blocks[0].links[0].target == "#n1"
    assert document.blocks[1].note == ""


@pytest.mark.parametrize("link", ["<a href='#n1'>how to rest</a>", "<a href='/x#n1'>1</a>", "<a href='#n2'>1</a>"])
def test_other_links_make_no_notes(link: str) -> None:
    document = read(f"<p>See {link}.</p><ol><li id=n1>Rest.</ol>")
    assert (document.blocks[1].boilerplate, document.blocks[1].note) == ("", "")


def test_a_list_of_references_is_notes_under_a_heading_that_stays() -> None:
    html = "<section role=doc-endnotes><h2>References</h2><ol><li id=a>Roe 2020.<li>Poe 2021.</ol></section>"
    assert [(block.boilerplate, block.note) for block in read(html).blocks] == [
        ("", ""),
        ("footnote", "a"),
        ("footnote", ""),
    ]


def test_links() -> None:
    html = (
        "<base href=https://example.net/><p>See <a href='/a?x=1&amp;copy=2'>the <b>label</b></a> and <a name=x>here</a>"
        "<a href=javascript:go()>there</a> <a rel='nofollow sponsored' href=/b>tube</a> <a href=https://shop.example/?aff=1>jar</a>"
    )
    block = read(html).blocks[0]
    assert [(block.seen[link.at : link.to], link.target, link.sponsored) for link in block.links] == [
        ("the label", "/a?x=1&copy=2", False),
        ("there", "javascript:go()", False),
        ("tube", "/b", True),
        ("jar", "https://shop.example/?aff=1", True),
    ]


def test_a_link_around_blocks_is_a_link_of_each() -> None:
    blocks = read("<a href=/x><h2>Feet</h2><p>They hurt.</p></a><p>Rest.</p>").blocks
    assert [[link.target for link in block.links] for block in blocks] == [["/x"], ["/x"], []]


@pytest.mark.parametrize(
    ("html", "lead_in"),
    [
        ("<p>Warning signs include:</p><ul><li>fever</ul>", "Warning signs include:"),
        ("<div>It may help with<ul><li>fever</ul></div>", "It may help with"),
        ("<ul><li>signs<ul><li>fever</ul></ul>", "signs"),
        ("<p>Rest is best.</p><ul><li>fever</ul>", None),
        ("<p>Signs include:</p><h2>More</h2><ul><li>fever</ul>", None),
        ("<p>Signs include:</p><ul><li>rash</ul><ul><li>fever</ul>", None),
    ],
)
def test_lead_ins(html: str, lead_in: str | None) -> None:
    blocks = read(html).blocks
    index = next(block for block in blocks if block.seen == "fever").lead_in
    assert (None if index is None else blocks[index].seen) == lead_in


def meta(head: str, body: str = "<p>Feet hurt.") -> Metadata:
    return read(f"<head>{head}</head>{body}").meta


@pytest.mark.parametrize(
    ("head", "key", "value"),
    [
        ("<title>Feet | The Post</title>", "title", "Feet"),
        ("<title>Feet &amp; hands - The Post</title>", "title", "Feet & hands"),
        ("<title>Feet - what nobody tells you about them</title>", "title", "Feet - what nobody tells you about them"),
        ("<title>Well-being</title>", "title", "Well-being"),
        ("<title>Feet</title><meta property=og:title content='Feet – part two'>", "title", "Feet – part two"),
        ("<meta property=og:site_name content=Post><meta property=og:title content='Feet | Post'>", "title", "Feet"),
        ("<meta name=author content='Ann Roe'>", "author", "Ann Roe"),
        ("<meta name=Author content=' Ann&#32;Roe '>", "author", "Ann Roe"),
        ("<meta property=article:author content=https://example.com/ann>", "author", ""),
        (
            "<meta name=citation_author content='Roe, A'><meta name=citation_author content='Poe, B'>",
            "author",
            "Roe, A, Poe, B",
        ),
        ("<meta itemprop=datePublished content=2024-01-02>", "published", "2024-01-02"),
        ("<meta property=article:modified_time content=2024-01-03T10:00>", "updated", "2024-01-03T10:00"),
        (
            "<link rel='canonical' href='https://example.com/a?b=1&amp;c=2'>",
            "canonical",
            "https://example.com/a?b=1&c=2",
        ),
        ("<link rel=alternate href=https://example.com/>", "canonical", ""),
        ("<meta name=keywords content='Ann Roe'>", "author", ""),
    ],
)
def test_what_the_head_says(head: str, key: str, value: str) -> None:
    assert getattr(meta(head), key) == value


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ('{"@type":"Article","author":{"name":"Ann Roe","honorificSuffix":"MD"}}', ("Ann Roe", "MD", "")),
        (
            '[{"@graph":[{"@type":["BlogPosting"],"author":["Ann Roe",{"name":"Bo Poe"}]}]}]',
            ("Ann Roe, Bo Poe", "", ""),
        ),
        ('{"mainEntity":{"@type":"MedicalWebPage","reviewedBy":{"name":"Bo Poe"}}}', ("", "", "Bo Poe")),
        ('<!-- {"@type":"Article","author":"Ann\nRoe &amp; team"} -->', ("Ann Roe & team", "", "")),
        ('//<![CDATA[\n{"@type":"Article","author":"Ann Roe"}//]]>', ("Ann Roe", "", "")),
        ('{"@type":"Person","name":"Ann Roe"}', ("", "", "")),
        ('{"@type":"Article","author":{"url":"https://example.com"}}', ("", "", "")),
        ('{"@type":"Article","author":"Ann Roe"', ("", "", "")),
        ('{"@type":3,"author":[[1]]}', ("", "", "")),
        ('{"@type":"Article","author":"\\ud800"}', ("?", "", "")),
        ("[" * 100_000, ("", "", "")),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, ("", "", "")),
        ('{"@type":"Article","x":' + "9" * 5000 + ',"author":"Ann Roe"}', ("", "", "")),
    ],
)
def test_data_for_machines(data: str, expected: tuple[str, str, str]) -> None:
    found = meta(ld(data))
    assert (found.author, found.credentials, found.reviewer) == expected


def test_what_the_page_shows_goes_before_what_its_head_says() -> None:
    found = meta(
        "<meta name=author content='Web Team'>" + ld('{"@type":"Article","author":"Zed"}'), "<p>By Ann Roe, MD"
    )
    assert (found.author, found.credentials) == ("Ann Roe", "MD")


CAFE = "<p>café €5"


@pytest.mark.parametrize(
    ("data", "seen"),
    [
        (CAFE.encode(), "café €5"),
        (b"\xef\xbb\xbf<meta charset=latin1>" + CAFE.encode(), "café €5"),
        (("\ufeff" + CAFE).encode("utf-16-le"), "café €5"),
        (b"<meta charset=windows-1252>" + CAFE.encode("cp1252"), "café €5"),
        (b"<META CHARSET='ISO-8859-1'>" + CAFE.encode("cp1252"), "café €5"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>" + "<p>дом".encode("koi8-r"), "дом"),
        (b"<?xml version='1.0' encoding='iso-8859-15'?>" + CAFE.encode("iso-8859-15"), "café €5"),
        (b"<meta charset=utf-16>" + CAFE.encode(), "café €5"),
        (b"<meta charset=gbk>" + "<p>中".encode("gbk"), "中"),
        (b"<!-- <meta charset=koi8-r> -->" + CAFE.encode(), "café €5"),
        (b"<p title='<meta charset=koi8-r>'>" + CAFE.encode(), "café €5"),
        (b" " * 1024 + b"<meta charset=koi8-r>" + CAFE.encode(), "café €5"),
        (b"<meta name=charset content=koi8-r>" + CAFE.encode(), "café €5"),
        (b"<meta charset=euc-jp>" + "<p>€".encode(), "€"),
    ],
)
def test_encodings(data: bytes, seen: str) -> None:
    assert webpage.read(data, "a.html").blocks[-1].seen == seen


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (CAFE.encode("cp1252"), "does not say which encoding it has and is not UTF-8 (byte 6 does not fit); save"),
        (b"<meta charset=utf-8>" + CAFE.encode("cp1252"), "says that it is UTF-8 (byte 26 does not fit); save"),
        (b"<meta charset=euc-jp><p>\xff", "says that it is euc-jp, but byte 24 is not of that encoding; save"),
        (b"<meta charset=x-klingon><p>a", "“x-klingon”, which browsers do not read; save the page as UTF-8"),
        (b"<meta charset=iso-2022-kr><p>a", "“iso-2022-kr”"),
        (b"<meta charset=x-user-defined><p>a", "“x-user-defined”"),
        (b"\xff\xfea", "is not UTF-16"),
        (b"<meta charset=latin1>" + b"a\0" * 9, "holds NUL characters"),
    ],
)
def test_bytes_that_cannot_be_read(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as caught:
        webpage.read(data, "a.html")
    assert says in str(caught.value)


def test_line_ends_and_mark_stay_in_the_source() -> None:
    text = "\ufeff<p>Feet\r\nhurt.\r"
    document = read(text)
    assert (document.source, document.blocks[0].seen) == (text, "Feet hurt.")


def test_tags_end_themselves_in_xhtml_only() -> None:
    html = "<p>a<svg/>b<script src='x'/>c</p>"
    assert read(html, "a.xhtml").blocks[0].seen == "abc"
    assert read(html).blocks[0].seen == "ab"


MANY = 100_000
HOSTILE = {
    "one line of 10 MB": "<p>" + "word " * 2_000_000,
    "nested <div>": "<div>" * MANY + "x",
    "nested <b>": "<b>" * MANY + "x",
    "nested <ul>": "<ul><li>x" * (MANY // 2),
    "<div> and </p>": "<div>" * MANY + "</p>" * MANY,
    "<del> and </ins>": "<del>" * MANY + "</ins></span></b>" * MANY,
    "hidden in hidden": "<span hidden>" * MANY + "x" + "</span>" * MANY,
    "unclosed <p>": "<p>x" * MANY,
    "tables in tables": "<table><tr><td>x" * (MANY // 2),
    "unfinished tags": "<p a=" * MANY,
    "unclosed quotes": '<a b="' * MANY,
    "a long attribute": f"<p class='{'a ' * 500_000}'>x",
    "many attributes": f"<p {' '.join(f'a{number}=1' for number in range(MANY))}>x",
    "attributes and a stray quote": f'<p {"a=b " * MANY}">x',
    "a million <": "<" * 1_000_000,
    "a million &": "&" * 1_000_000,
    "a long number": f"&#{'9' * 1_000_000};",
    "an unclosed comment": "<p>x<!--" + "-" * 1_000_000,
    "a name without an end": "<p>x<m" + "e" * 1_000_000,
    "a tag without an end": "<p>x<a " + 'b="c" ' * 200_000,
    "scripts in a script": "<p>x<script><!--" + "<script>" * MANY,
    "pictures": "x<img alt=y>" * (MANY // 2),
    "drawings": "<svg><g>" * MANY + "</q>" * MANY,
    "CDATA": "<svg>" + "<![CDATA[" * MANY,
    "titles in furniture": "<div class=ad>" * MANY + "<h1>x</h1>" * (MANY // 4),
    "forms": "<form><div>" * MANY + "</form>" * MANY,
    "class words": "".join(f"<p><div class='share{number}-ad'>x" for number in range(MANY // 4)),
    "strong lines among menus": "<nav><h2>a</h2></nav><p><b>Term here</b></p>" * (MANY // 10),
    "notes": "".join(f"<a href='#{number}'>1</a><p id={number}>x" for number in range(MANY // 4)),
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_pages_are_read_to_their_end(html: str) -> None:
    assert read(html).source == html


def test_characters_that_no_text_holds() -> None:
    assert read("<p>a&#x110000;b&#xD800;c&#0;d\0e" + "f" * 100).blocks[0].seen.startswith("a\ufffdb\ufffdc\ufffdde")
