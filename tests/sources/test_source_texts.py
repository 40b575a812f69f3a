"""What source files say, page by page, and what is said of those that say nothing. All works are invented."""

from __future__ import annotations

import pdf_files
import pytest

from workbench.errors import Unreadable
from workbench.sources import pdf, texts

JATS = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS 1.2//EN" "JATS-archivearticle1.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta>
<article-id pub-id-type="doi">10.5555/Velodrin</article-id><article-id pub-id-type="publisher-id">77</article-id>
<title-group><article-title>Velodrin for <italic>gout</italic>: an invented trial</article-title></title-group>
<abstract><sec><title>Methods</title><p>We randomised 200 adults<xref ref-type="bibr">12</xref>.</p></sec></abstract>
</article-meta></front>
<body><sec><title>Results</title><p>Cells rose to 10<sup>9</sup> per litre &amp; pain fell by 30&nbsp;%.</p>
<table-wrap><table><tr><th>Arm</th><th>Attacks</th></tr><tr><td>Velodrin</td><td>4%</td></tr></table></table-wrap>
</sec></body>
<back><ref-list><ref><mixed-citation>Ott. A trial of 640 people. <pub-id pub-id-type="doi">10.5555/ott</pub-id>
</mixed-citation></ref></ref-list></back></article>"""
PUBMED = """<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>99999999</PMID><Article>
<ArticleTitle>Barkol for migraine: an invented trial.</ArticleTitle>
<Abstract><AbstractText Label="METHODS">We enrolled 120 adults.</AbstractText>
<AbstractText Label="RESULTS">Days with migraine did not differ.</AbstractText></Abstract></Article></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="doi">10.5555/barkol</ArticleId></ArticleIdList>
<ReferenceList><Reference><ArticleIdList><ArticleId IdType="pubmed">1</ArticleId></ArticleIdList></Reference>
</ReferenceList></PubmedData></PubmedArticle></PubmedArticleSet>"""


def test_a_pdf_is_read_page_by_page_with_its_title() -> None:
    data = pdf_files.made(
        ["Velodrin for gout\ndoi:10.5555/velodrin", "We randomised 200 adults."], "Velodrin for gout in adults"
    )
    text = texts.read(data, ".pdf")
    assert (text.title, text.identifiers) == ("Velodrin for gout in adults", ("doi:10.5555/velodrin",))
    assert len(text.pages) == 2
    assert text.text[text.pages[1] :].startswith("We randomised 200 adults.")


def test_a_pdf_that_anybody_may_open_is_read_though_it_is_encrypted() -> None:
    assert (
        texts.read(pdf_files.made(["Velodrin eased gout."], password=""), ".pdf").text.strip() == "Velodrin eased gout."
    )


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf_files.made(["Secret"], password="x"), "protected by a password"),
        (pdf_files.made(["", ""]), "gives no text"),
        (pdf_files.made([""] * 3_001), "3,001 pages"),
        (b"%PDF-1.7 and nothing behind it", "is broken, or no PDF"),
        (b"", "is broken, or no PDF"),
        (b"<html>no PDF</html>", "is broken, or no PDF"),
        (pdf_files.made(["Velodrin"] * 3)[:900], "is broken"),
        (pdf_files.drawn(b"BT (a) Tj ET " * 8_000_000), "gives no text"),
    ],
    ids=["password", "pictures", "pages", "header only", "empty", "html", "cut off", "bomb"],
)
def test_a_pdf_that_says_nothing_is_refused_with_a_reason(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        texts.read(data, ".pdf")


def test_a_pdf_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(Unreadable, match="longer than 0 seconds"):
        pdf.read(pdf_files.made(["Velodrin"]), seconds=0)


def test_any_bytes_behind_a_pdf_header_are_text_or_a_reason() -> None:
    whole = pdf_files.made(["Velodrin eased gout in 200 adults."] * 2)
    for at in range(60, len(whole), 97):
        broken = whole[:at] + bytes(255 - byte for byte in whole[at : at + 9]) + whole[at + 9 :]
        try:
            pdf.extracted(broken)
        except Unreadable as error:
            assert "pypdf" not in str(error)


def test_jats_gives_title_identifier_headings_paragraphs_and_tables() -> None:
    text = texts.read(JATS.encode(), ".xml")
    assert (text.title, text.identifiers) == ("Velodrin for gout: an invented trial", ("doi:10.5555/velodrin",))
    assert "We randomised 200 adults." in text.text
    assert "10^(9) per litre & pain fell by 30 %" in " ".join(text.text.split())
    assert "Velodrin; 4%" in text.text
    assert "Ott" not in text.text


def test_a_pubmed_record_gives_its_labels_as_headings_and_its_own_identifiers() -> None:
    text = texts.read(PUBMED.encode(), ".xml")
    assert text.identifiers == ("doi:10.5555/barkol", "pmid:99999999")
    assert text.text.split("\n\n")[1:3] == ["Methods", "We enrolled 120 adults."]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'<!DOCTYPE a [<!ENTITY x "y">]><article>&x;</article>', "declares entities"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><article>&x;</article>'.encode("utf-16"), "entities"),
        (b"<article><body><p>open", "no well-formed XML"),
        (b"<feed><entry/></feed>", "neither a journal's"),
        (PUBMED.replace("</PubmedArticleSet>", "<PubmedArticle/></PubmedArticleSet>").encode(), "2 records"),
        (b"<article>" * 100_000, "no well-formed XML"),
        (b"<article/>", "holds no text"),
    ],
    ids=["entity", "file", "open", "feed", "two", "deep", "empty"],
)
def test_xml_that_cannot_be_a_source_is_refused_with_a_reason(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        texts.read(data, ".xml")


def test_a_web_page_gives_its_main_text_without_the_furniture() -> None:
    page = """<html><head><title>Velodrin for gout: an invented trial</title></head><body>
    <nav><a href="/">Home</a> <a href="/all">All journals</a></nav><main><h1>Velodrin for gout</h1>
    <p>We randomised 200 adults.</p><p>doi: 10.5555/velodrin</p></main></body></html>"""
    text = texts.read(page.encode(), ".html")
    assert "We randomised 200 adults." in text.text.split("\n\n")
    assert "All journals" not in text.text
    assert text.identifiers == ("doi:10.5555/velodrin",)


def test_a_text_has_a_page_for_each_form_feed_and_ligatures_spelled_out() -> None:
    text = texts.read("Eﬃcacy of velodrin\r\n\fPage two of the ﬁle".encode(), ".txt")
    assert text.text == "Efficacy of velodrin\n\nPage two of the file"
    assert text.text[text.pages[1] :] == "Page two of the file"


def test_a_work_with_two_identifiers_on_its_first_page_has_none_by_itself() -> None:
    assert texts.plain("Velodrin. doi:10.5555/one. Compare doi:10.5555/two.").identifiers == ()


@pytest.mark.parametrize("data", [b"", b" \n ", b"\x00\x01\x02"])
def test_a_text_that_holds_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        texts.read(data, ".txt")
