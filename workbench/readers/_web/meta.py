"""What a web page says about itself beside its text: `<html lang>`, `<title>`, `<meta>`, `<link>` and JSON-LD."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.readers._lazy import lazily
from workbench.readers._web.data import clean
from workbench.readers._web.data import told as told_by_data
from workbench.readers._web.facts import Facts
from workbench.readers._web.references import resolved

# Names of `Metadata`, and the names that tell them in `<meta>`, the better ones first.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "citation_title", "twitter:title", "dc.title", "headline"),
    "author": ("author", "article:author", "citation_author", "dc.creator", "dc.author", "parsely-author", "byl"),
    "published": (
        "article:published_time", "datepublished", "citation_publication_date", "citation_date", "dc.date",
        "dc.date.issued", "dcterms.issued", "dcterms.date", "pubdate", "parsely-pub-date", "date",
    ),
    "updated": (
        "article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "dc.date.modified",
        "last-modified",
    ),
    "reviewed": ("lastreviewed", "last-reviewed", "dcterms.reviewed"),
    "reviewer": ("reviewedby", "medical-reviewer", "reviewer"),
    "language": ("content-language", "dc.language", "language"),
    "canonical": ("og:url",),
}  # fmt: skip
_SEVERAL = ("author", "reviewer")
_SITE_PARTS = lazily(r"\s+(?:\||-|–|—|::|·|•|»|«)\s+")
_DASHES = ("-", "–", "—")  # stand in titles too
_SHORT = 30  # characters of a site's name at the end of a title


def told(facts: Facts) -> dict[str, str]:
    """The page's metadata, by the names of `Metadata`."""
    metas = _metas(facts)
    found = {}
    for key, names in _NAMES.items():
        for name in names:
            values = [value for value in metas.get(name, ()) if key not in _SEVERAL or "://" not in value]
            if values:
                found[key] = ", ".join(dict.fromkeys(values)) if key in _SEVERAL else values[0]
                break
    site = next(iter(metas.get("og:site_name", ())), "")
    title = found.get("title") or clean(resolved(facts.title or ""))
    found["title"] = _without_site(title, site, known="title" in found)
    found["language"] = clean(facts.language) or found.get("language", "")
    found["canonical"] = _canonical(facts) or found.get("canonical", "")
    return _with_data(found, told_by_data(facts.data))


def _with_data(found: dict[str, str], data: Mapping[str, str]) -> dict[str, str]:
    """The tags go before the data; degrees are the data's where both name the same person."""
    if found.get("author") and found["author"] != data.get("author"):
        data = {key: value for key, value in data.items() if key != "credentials"}
    return {**data, **{key: value for key, value in found.items() if value}}


def _metas(facts: Facts) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag, said in facts.tags:
        value = clean(said.get("content", "")) if tag == "meta" else ""
        for key in ("name", "property", "itemprop", "http-equiv"):
            if value and said.get(key):
                found.setdefault(said[key].strip().lower(), []).append(value)
    return found


def _canonical(facts: Facts) -> str:
    for tag, said in facts.tags:
        if tag == "link" and "canonical" in said.get("rel", "").lower().split() and said.get("href", "").strip():
            return clean(said["href"])
    return ""


def _without_site(title: str, site: str, known: bool) -> str:
    """A title without the name of its site at the end; `known` where the page says that this is the article's."""
    parts = list(_SITE_PARTS.finditer(title[:1000]))
    if not parts:
        return title
    last = parts[-1]
    name, rest = title[last.end() :], title[: last.start()]
    same = name.casefold() == site.casefold() != ""
    short = not known and not site and len(name) <= _SHORT and len(name.split()) <= 4
    short = short and (len(name) < len(rest) or parts[-1].group().strip() not in _DASHES)
    return rest if same or short else title
