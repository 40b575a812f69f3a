"""XML as journals and PubMed give it (JATS, PubMed): title, identifiers, abstract and body; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from html.entities import html5
from typing import Any, NamedTuple

from workbench import identifier_forms as forms
from workbench.errors import Unreadable

_SKIPPED = frozenset(
    {"ref-list", "xref", "fn-group", "ack", "inline-formula", "disp-formula", "tex-math", "graphic", "media",
     "object-id", "label", "supplementary-material", "back", "sub-article", "response"}
)  # fmt: skip
_PARAGRAPHS = frozenset({"p", "title", "th", "td", "AbstractText"})
_KINDS = {"doi": forms.doi, "pmid": forms.pmid, "pubmed": forms.pmid}


class Work(NamedTuple):
    """What a record says of a work: its title, its identifiers, and its headings and paragraphs in reading order."""

    title: str
    identifiers: tuple[str, ...]
    paragraphs: tuple[str, ...]


def read(data: bytes) -> Work:
    """Read a record.

    Raises:
        Unreadable: not well-formed, declares entities, or is neither JATS nor one PubMed record.
    """
    if b"<!ENTITY" in data.replace(b"\0", b""):
        raise Unreadable("is XML that declares entities of its own, which we do not follow; save it without them")
    root = _parsed(data)
    for element in root.iter("{*}*"):
        element.tag = element.tag.rpartition("}")[2]
    records = [root] if root.tag in ("article", "PubmedArticle") else root.findall(".//PubmedArticle")
    records = records or root.findall(".//article")
    if len(records) > 1:
        raise Unreadable(f"holds {len(records)} records; keep one work in a file")
    if not records:
        raise Unreadable("is XML, but neither a journal's (JATS) nor PubMed's; save the source's web page instead")
    record = records[0]
    title = next(
        (_text(found) for name in ("ArticleTitle", "article-title") if (found := _first(record, name)) is not None), ""
    )
    paragraphs = [title, *_paragraphs(record)] if title else [*_paragraphs(record)]
    return Work(title, tuple(dict.fromkeys(_identifiers(record))), tuple(filter(None, paragraphs)))


def _parsed(data: bytes) -> Any:
    from lxml import etree  # only a newsroom with such a source pays for it

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = str(error).partition(", line")[0][:120]
        raise Unreadable(f"is no well-formed XML ({reason}); save it again, or its web page") from error


def _first(record: Any, name: str) -> Any:
    """The title of the work itself, not of one in its list of references."""
    path = "./front/article-meta//article-title" if name == "article-title" else f".//Article/{name}"
    return record.find(path)


def _identifiers(record: Any) -> Iterator[str]:
    own = record.findall("./front/article-meta/article-id") + record.findall("./PubmedData/ArticleIdList/ArticleId")
    for element in own:
        kind = element.get("pub-id-type") or element.get("IdType") or ""
        value = (element.text or "").strip()
        if kind in _KINDS and value:
            yield _KINDS[kind](value)
    number = record.findtext("./MedlineCitation/PMID")
    if number and number.strip().isdigit():
        yield forms.pmid(number.strip())


def _paragraphs(record: Any) -> Iterator[str]:
    parts = record.findall("./front/article-meta/abstract") + record.findall(".//Article/Abstract")
    for part in parts:
        if part.tag == "abstract" and part.find("title") is None:
            yield "Abstract"
        yield from _inside(part)
    body = record.find("./body")
    if body is not None:
        yield from _inside(body)


def _inside(element: Any) -> Iterator[str]:
    """Headings, paragraphs and table rows; a paragraph inside another is told with it."""
    waiting = [element]
    while waiting:
        here = waiting.pop()
        if not isinstance(here.tag, str) or here.tag in _SKIPPED:
            continue
        if here.tag == "tr":
            cells = [_text(cell) for cell in here]
            yield "; ".join(filter(None, cells))
        elif here.tag in _PARAGRAPHS:
            if label := (here.get("Label") or "").strip():
                yield label.capitalize()
            yield _text(here)
        else:
            waiting.extend(reversed(here))


def _text(element: Any) -> str:
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Any) -> Iterator[str]:
    waiting: list[Any] = [element]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            yield here
            continue
        if not isinstance(here.tag, str):
            yield html5.get(f"{here.name};", " ") if hasattr(here, "name") else ""
            continue
        if here.tag in _SKIPPED:
            continue
        if here.tag == "sup":
            waiting.append(")")  # 10⁹ must not become 109
        for child in reversed(here):
            if child.tail:
                waiting.append(child.tail)
            waiting.append(child)
        if here.text:
            waiting.append(here.text)
        if here.tag == "sup":
            waiting.append("^(")
        if here.tag in ("p", "list-item", "td", "th", "break"):
            waiting.append(" ")
