"""DOIs, PubMed numbers, trial numbers and the like that cannot be right, or that a service does not know."""

from __future__ import annotations

from collections.abc import Iterator

from workbench import identifiers
from workbench.model import Article, Evidence, Match

VALUES = ("identifier", "problem")


def detect(article: Article) -> Iterator[Match]:
    """Each identifier of the page, reference list and link targets included, that leads nowhere.

    The match is the identifier, or the words that link to it. Whether a well-formed one exists is told only where it
    was looked up; without that it is not verified, and this check says nothing.
    """
    for placed in identifiers.of_page(article.document, article.sentences):
        wrong = identifiers.problem(placed.identifier)
        known = None if wrong else identifiers.on_record(placed.identifier, article.knowledge.identifiers)
        if known is not None and known.state == "not found":
            wrong = f"{known.source} does not know it (looked up on {known.on})"
        if wrong:
            shown = placed.identifier.partition(":")[2]
            yield Match(
                sentence=placed.sentence,
                at=placed.at,
                to=placed.to,
                values={"identifier": shown, "problem": wrong},
                evidence=Evidence("identifier", given=placed.identifier, computed=wrong),
                key=placed.identifier,
            )
