"""A sentence that uses an approved claim whose evidence no longer holds."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.facts import Table
from workbench.model import Article, Evidence, Match

VALUES = ("library", "cause")
PAGE = True  # what stands elsewhere on the page counts


def detect(
    article: Article, *, causes: tuple[str, ...], wording: Table, drugs: Table, conditions: Table, people: Table
) -> Iterator[Match]:
    """Each use of a claim that has to be looked at again; the match is the whole sentence.

    Args:
        causes: "date" (the day on which the evidence had to be looked at again has passed), "standing" (the library
            calls the claim disputed, expired or unsubstantiated), "source" (an identifier of its evidence is retracted,
            or carries an expression of concern, which is reported with less severity).
        wording: as for the detector of drift; so are the others.
    """
    if not article.knowledge.library:
        return
    from workbench.library.linking import begin, links_by  # a newsroom without a library pays for nothing
    from workbench.library.standing import reopened

    for link in links_by(article, (wording, drugs, conditions, people)):
        row, text = link.row, article.sentences[link.sentence].text
        for found in reopened(row, article.as_of, article.knowledge.identifiers):
            if found.cause not in causes:
                continue
            concern = found.known is not None and found.known.state == "concern"
            yield Match(
                sentence=link.sentence,
                at=begin(text),
                to=len(text),
                values={"library": row["id"], "cause": found.words},
                key=found.identifier or found.cause,
                severity="warning" if concern else None,
                evidence=Evidence(
                    "library",
                    given=found.words,
                    computed=f"{row['id']}, approved by {row['approver']} on {row['approved_on']}",
                    rows=({"what": row["evidence"], "library": row["wording"], "article": text},),
                ),
            )
