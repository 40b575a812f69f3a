"""Who wrote the page, who checked it, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.model import Article, Evidence, Match, Metadata

VALUES = ("missing",)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DEGREE = re.compile(r"\b(?:[A-Z][a-z]{0,3}\.?){0,2}[A-Z][A-Za-z.]*[A-Z][A-Za-z.]*|\b(?:Dr|Prof)\b")
_NAME = re.compile(r"[^\W\d_][\w.\u2019'-]*(?: [^\W\d_][\w.\u2019'-]*){1,4}")


class _Detail(NamedTuple):
    key: str
    noun: str  # its name in a sentence
    fields: tuple[str, ...]  # of the metadata


class _State(NamedTuple):
    detail: _Detail
    state: str  # "named", "partial" or "missing"
    text: str


_DETAILS = (
    _Detail("author", "author", ("author",)),
    _Detail("reviewer", "medical reviewer", ("reviewer",)),
    _Detail("date", "date", ("reviewed", "updated", "published")),
)


def detect(
    article: Article,
    *,
    details: tuple[str, ...] = ("author", "reviewer", "date"),
    credentials: Hits = (),
    organisations: tuple[str, ...] = (),
    news: Hits = (),
    min_words: int = 0,
) -> Iterator[Match]:
    """One finding that names everything missing or partial, with a row for each detail; a pass where nothing is.

    Partial is an author without a word on what qualifies them, and a date without its year.

    Args:
        details: which of author, reviewer and date a page has to name.
        credentials: words for what qualifies an author, in a sentence that names them; empty = not looked for.
        organisations: words in the name of an author that is no person, in small letters.
        news: words of a news story, whose reporter needs no degree.
        min_words: shorter pages are left alone.
    """
    if sum(len(block.seen.split()) for block in article.document.blocks) < min_words:
        return
    states = [_state(article.document.meta, detail) for detail in _DETAILS if detail.key in details]
    if not news:
        states = [_qualified(article, state, credentials, organisations) for state in states]
    rows = tuple({"detail": one.detail.noun, "state": one.state, "text": one.text} for one in states)
    evidence = Evidence("provenance", rows=rows)
    missing = [one.detail for one in states if one.state == "missing"]
    partial = [one for one in states if one.state == "partial"]
    if not missing and not partial:
        yield Match(verdict="pass", evidence=evidence)
        return
    parts = [*([_gap(missing)] if missing else []), *(_flaw(one) for one in partial)]
    key = "+".join([*(detail.key for detail in missing), *(f"{one.detail.key}-partial" for one in partial)])
    said = "; ".join(parts)
    yield Match(key=key, values={"missing": f"{said[0].upper()}{said[1:]}"}, evidence=evidence)


def _state(meta: Metadata, detail: _Detail) -> _State:
    """What the page says of a detail; a date without its year does not date a page."""
    said = [value for field in detail.fields if (value := getattr(meta, field).strip())]
    if not said:
        return _State(detail, "missing", "")
    dated = next((value for value in said if _YEAR.search(value)), "")
    if detail.key == "date" and not dated:
        return _State(detail, "partial", said[0])
    return _State(detail, "named", dated or said[0])


def _qualified(article: Article, one: _State, credentials: Hits, organisations: tuple[str, ...]) -> _State:
    """An author who is a person needs a degree by the name, or a sentence that tells what they are."""
    name = one.text
    if one.detail.key != "author" or one.state != "named" or (not credentials and not organisations):
        return one
    if article.document.meta.credentials or _DEGREE.search(name) or not _NAME.match(name):
        return one
    if any(word in organisations for word in re.findall(r"\w+", name.lower())):
        return one
    surname = re.split(r" and |,|&", name)[0].split()[-1]
    texts = {article.sentences[hit.sentence].text for hit in credentials}
    return one if any(surname in text for text in texts) else one._replace(state="partial")


def _gap(missing: list[_Detail]) -> str:
    nouns = [f"no {detail.noun}" for detail in missing]
    listed = nouns[0] if len(nouns) == 1 else f"{', '.join(nouns[:-1])} and {nouns[-1]}"
    return f"{listed} {'is' if len(missing) == 1 else 'are'} named"


def _flaw(one: _State) -> str:
    if one.detail.key == "date":
        return f"the date “{one.text.rstrip('.')}” has no year"
    return f"what qualifies the author “{one.text}” is not said"
