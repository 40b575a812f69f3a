"""What the claim grid is sent: a row for each claim, with the sentence in its context."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbench import likeness, merging
from workbench.claim_table import PEOPLE
from workbench.merging import Line
from workbench.model import Article, Claim, limits

_AROUND = 320  # characters of the block that are shown on each side of a claim
_CITATIONS = {"linked": "Linked", "named": "Named only", "vague": "Vague", "none": "None"}


def table(article: Article, name: str, file: str, lines: Sequence[Line]) -> dict[str, Any]:
    """The trait `table` of the claim grid, without who sits there and which articles there are.

    Args:
        article: as it is now.
        name, file: of the article and of its table.
        lines: the rows of its claim table.
    """
    headings = (block.seen for block in article.document.blocks if block.kind == "heading" and not block.boilerplate)
    return {
        "name": name,
        "title": article.document.meta.title or next(headings, name),
        "path": article.document.path,
        "file": file,
        "line": limits(article.country),
        "rows": rows(article, lines),
    }


def rows(article: Article, lines: Sequence[Line]) -> list[dict[str, Any]]:
    """The rows of the grid, in the order of the table."""
    claims = {claim.id: claim for claim in article.claims}
    return [_row(article, number, line, claims.get(line["id"])) for number, line in enumerate(lines, start=1)]


def _row(article: Article, number: int, line: Line, claim: Claim | None) -> dict[str, Any]:
    own = {column: line[column] for column in merging.people([line]) if column not in PEOPLE and line[column]}
    about = (line.get(column, "") for column in ("intervention", "condition", "population"))
    return {
        "id": line["id"],
        "number": number,
        "presence": line["presence"],
        "text": line["text"],
        "was": line["was"],
        "told": likeness.told(line["was"], line["text"]) if line["was"] else "",
        "type": line.get("type", ""),
        "quantities": line.get("quantities", "").replace("; ", " · "),
        "citation": _CITATIONS.get(line.get("citation", ""), line.get("citation", "")),
        "certainty": line.get("certainty", ""),
        "about": " · ".join(filter(None, about)),
        "references": line.get("references", ""),
        "source_states": line.get("source_states", ""),
        "own": own,
        **{column: line[column] for column in PEOPLE},
        **(_context(article, claim) if claim else {"wording": line["text"], "before": "", "after": "", "section": ""}),
    }


def _context(article: Article, claim: Claim) -> Mapping[str, str]:
    """The claim as the reader saw it, and what stands around it in its block."""
    sentence = article.sentences[claim.sentence]
    block = article.block(sentence)
    before, after = block.seen[: sentence.at], block.seen[sentence.to :]
    return {
        "wording": sentence.text,
        "before": before if len(before) <= _AROUND else f"…{before[-_AROUND:]}",
        "after": after if len(after) <= _AROUND else f"{after[:_AROUND]}…",
        "section": article.document.blocks[block.section[-1]].seen if len(block.section) > 1 else "",  # not its title
    }
