"""What one article tells that others may tell differently: values, then advice; for whoever checks articles."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.consistency.approved import with_library
from workbench.consistency.naming import CHECK
from workbench.consistency.opposites import opposites
from workbench.consistency.telling import READER
from workbench.consistency.telling import told as values_of
from workbench.loader import Content
from workbench.model import Article, Finding, Told


def told(article: Article, content: Content, findings: Iterable[Finding] = ()) -> tuple[Told, ...]:
    """What an article tells that others may tell differently: values in reading order, then advice.

    Args:
        article: as analysed.
        content: the loaded checks. `CHECK` says that articles are compared, `READER` how values are read; what is
            turned off tells nothing.
        findings: of the article, for advice that may be the opposite of another page's.
    """
    checks = {check.id: check for check in content.checks}
    check, reader = checks.get(CHECK), checks.get(READER)
    if check is None:
        return ()
    values: tuple[Told, ...] = ()
    if reader is not None:
        values = values_of(article, reader.params, content.tables)
        values = with_library(values, article, reader.params, content.tables, content.lexicon)
    return (*values, *opposites(article, findings, content.tables[check.params["opposites"]]))
