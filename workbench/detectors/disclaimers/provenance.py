"""Who wrote the page, who checked it, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.model import Article, Evidence, Match, Metadata

_YEAR = re.compile(r"(?:19|20)\d\d")

Detail = tuple[str, str, tuple[str, ...]]

_DETAILS: tuple[Detail, ...] = (  # key, its name in a sentence, and the fields that give it
    ("author", "author", ("author",)),
    ("reviewer", "medical reviewer", ("reviewer",)),
    ("date", "date", ("published", "updated", "reviewed")),
)


def detect(
    article: Article, *, details: tuple[str, ...] = ("author", "reviewer", "date"), min_words: int = 0
) -> Iterator[Match]:
    """One finding that names everything missing, with a row for each detail; a pass where nothing is missing.

    Args:
        details: which of author, reviewer and date a page has to name.
        min_words: shorter pages are left alone.
    """
    if sum(len(block.seen.split()) for block in article.document.blocks) < min_words:
        return
    wanted = [detail for detail in _DETAILS if detail[0] in details]
    missing = [detail for detail in wanted if not _said(article.document.meta, detail)]
    evidence = Evidence("provenance", rows=tuple(_row(article.document.meta, detail) for detail in wanted))
    if not missing:
        yield Match(verdict="pass", evidence=evidence)
        return
    nouns = _listed([f"no {name}" for _, name, _ in missing])
    verb = "is" if len(missing) == 1 else "are"
    key = "+".join(key for key, _, _ in missing)
    yield Match(key=key, values={"missing": f"{nouns[0].upper()}{nouns[1:]} {verb} named"}, evidence=evidence)


def _said(meta: Metadata, detail: Detail) -> str:
    """What the page says of a detail; a date without its year does not date a page."""
    said = next((value for field in detail[2] if (value := getattr(meta, field).strip())), "")
    return "" if detail[0] == "date" and not _YEAR.search(said) else said


def _row(meta: Metadata, detail: Detail) -> dict[str, str]:
    said = _said(meta, detail)
    return {"detail": detail[1], "state": "named" if said else "missing", "text": said}


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
