"""Whether a page is for lay readers, and in a language that can be graded."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.detectors import Hits
from workbench.model import Article

_ENGLISH = "en"


def for_others(article: Article, professional: Sequence[str] | None, unless: Hits) -> bool:
    """Whether the page is for readers who know the field.

    Args:
        professional: audiences, as the page's front matter may name them, that are no lay readers.
        unless: words of a text for professionals, where they stand in the article.
    """
    audience = article.document.meta.audience.casefold()
    return bool(unless) or bool(audience and audience in (name.casefold() for name in professional or ()))


def in_english(article: Article) -> bool:
    """Whether the page is in English, as far as it says."""
    language = article.document.meta.language
    return not language or language.casefold().startswith(_ENGLISH)
