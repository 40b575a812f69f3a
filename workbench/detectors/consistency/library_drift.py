"""A sentence that uses an approved claim, and says something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.facts import Table
from workbench.model import Article, Evidence, Match

if TYPE_CHECKING:
    from workbench.library.linking import Link

VALUES = ("library", "difference")
_ON_WHOSE_WORD = {"exact": "same words", "accepted": "accepted by", "near": "nearly the same words"}


def detect(article: Article, *, wording: Table, drugs: Table, conditions: Table, people: Table) -> Iterator[Match]:
    """Each use of a claim of the library that differs from it, with both wordings; the match is the whole sentence.

    An amount, a unit, a drug, a denial, a population, a country, a limit or a qualifier that differs keeps the check's
    severity; a caution that was left out is a note. A use that no person accepted and whose words are not the same is
    reported with less confidence, and only where one thing differs: two are likely another arm, dose or group. Other
    words alone are told, as a note, only of a use that a person accepted.

    Args:
        wording: which words limit, weaken, restrict or turn a statement round.
        drugs: vocabulary of drugs.
        conditions: vocabulary of conditions.
        people: vocabulary of populations.
    """
    if not article.knowledge.library:
        return
    from workbench.library.linking import begin, links_by  # a newsroom without a library pays for nothing

    for link in links_by(article, (wording, drugs, conditions, people)):
        text = article.sentences[link.sentence].text
        if link.where_unknown:
            yield Match(
                link.sentence, begin(text), len(text), "not-checkable", evidence=_evidence(link, text), key="country"
            )
        if link.differences:
            yield Match(
                sentence=link.sentence,
                at=begin(text),
                to=len(text),
                values={
                    "library": link.row["id"],
                    "difference": "; ".join(difference.told() for difference in link.differences),
                },
                evidence=_evidence(link, text),
                severity="note" if link.severity() == "note" else None,
                confidence="medium" if link.level == "near" else None,
            )


def _evidence(link: Link, text: str) -> Evidence:
    row = link.row
    rows = [{"what": d.what, "library": d.library, "article": d.article} for d in link.differences]
    by = f" {link.use['by']} on {link.use['on']}" if link.use and link.level == "accepted" else ""
    given = f"{_ON_WHOSE_WORD[link.level]}{by}"
    approved = f"{row['id']}, approved by {row['approver']} on {row['approved_on']}; {row['evidence']}"
    rows += [{"what": "whole", "library": row["wording"], "article": text}]
    return Evidence("library", given=given, computed=approved, rows=tuple(rows))
