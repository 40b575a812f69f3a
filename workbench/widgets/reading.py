"""An article read for the article view, with the engine; in a page that is served another process does it for all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from workbench import engine
from workbench.knowledge import about
from workbench.loader import Content
from workbench.model import Knowledge
from workbench.widgets import article_library
from workbench.widgets.article_text import document_of
from workbench.widgets.payload import payload


def shown(
    record: Mapping[str, Any], content: Content, country: str, as_of: date, known: Knowledge = Knowledge()
) -> dict[str, Any]:
    """What the article view is sent of an article; see `payload`.

    Args:
        record: the article as `Store.article` gives it.
        content: the loaded checks.
        country: the newsroom's; the article's own goes first.
        as_of: the day.
        known: what the newsroom knows beside the page.
    """
    article = engine.analyse(document_of(record), content.lexicon, country, as_of, about(known, record["name"]))
    _, verdicts = engine.run(article, content.checks, content.tables)
    return payload(record, article, verdicts) | article_library.beside(article, content, record["findings"])
