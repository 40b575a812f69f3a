"""The claims of an article as its view shows them: what each says, what it rests on, and which findings touch it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from workbench.model import Article, Block, Claim, Judgement
from workbench.widgets.article_text import document_of
from workbench.widgets.article_words import CITATIONS

Finding = Mapping[str, Any]
UNSUBSTANTIATED = "unsubstantiated"  # what a claim is until a person has confirmed its source


def claims(article: Article, findings: Iterable[Finding], verdicts: Iterable[Judgement] = ()) -> list[dict[str, Any]]:
    """The rows of the claims table, in reading order, with the findings that touch each.

    Args:
        article: the text, analysed.
        findings: with `id`, `start`, `end` and `held_back`.
        verdicts: of the checks; a claim in which one of them worked something out and found it right `adds_up`.
    """
    placed = [finding for finding in findings if finding["start"] is not None and not finding["held_back"]]
    right = sorted(one.start for one in verdicts if one.verdict == "pass" and one.start is not None and _worked(one))
    rows = [_claim(article, number, claim, placed) for number, claim in enumerate(article.claims, start=1)]
    for row, claim in zip(rows, article.claims, strict=True):
        at = bisect_left(right, claim.start)
        row["adds_up"] = at < len(right) and right[at] < claim.end
    return rows


def _worked(verdict: Judgement) -> bool:
    return verdict.evidence is not None and bool(verdict.evidence.computed)


def added(
    rows: Iterable[Mapping[str, Any]], known: Sequence[Mapping[str, Any]], record: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """The claims that people marked, as further rows of the table.

    Args:
        rows: the stored claims of the text.
        known: those that the table has already.
        record: the article as the queue knows it, to find the block in which each stands.
    """
    there = {claim["id"] for claim in known}
    new = [row for row in rows if row["claim"] not in there]
    blocks = document_of(record).blocks if new else ()
    return [
        {
            **_EMPTY, "number": number, "id": row["claim"], "text": " ".join(row["text"].split()), "type": row["type"],
            "why": list(msgspec.json.decode(row["detail"], type=Claim).why),
            "start_block": _block_at(blocks, row["start"]), "by_hand": True,
        }
        for number, row in enumerate(new, start=len(known) + 1)
    ]  # fmt: skip


_EMPTY: dict[str, Any] = {
    "quantities": "", "citation": CITATIONS["none"], "certainty": "", "about": "", "why": [], "findings": [],
    "standing": UNSUBSTANTIATED, "by_hand": False, "adds_up": False,
}  # fmt: skip


def _claim(article: Article, number: int, claim: Claim, placed: Iterable[Finding]) -> dict[str, Any]:
    sentence = article.sentences[claim.sentence]
    about = (claim.intervention, claim.condition, claim.population)
    return {
        "number": number,
        "id": claim.id,
        "text": sentence.text,
        "type": claim.type,
        "quantities": " · ".join(quantity.text for quantity in claim.quantities),
        "citation": CITATIONS[claim.citation],
        "certainty": claim.certainty,
        "about": " · ".join(filter(None, about)),
        "why": list(claim.why),
        "standing": UNSUBSTANTIATED,
        "findings": [found["id"] for found in placed if found["start"] < claim.end and claim.start < found["end"]],
        "start_block": sentence.block,
        "by_hand": False,
    }


def _block_at(blocks: Sequence[Block], start: int) -> int:
    """The block in which a place of the source stands; the first where none holds it."""
    return next((index for index, block in enumerate(blocks) if block.runs and start < block.runs[-1].end), 0)
