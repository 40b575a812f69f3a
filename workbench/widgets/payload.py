"""What the article view is sent when it opens: text in segments, findings, claims, and what could not be checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench.model import CONFIDENCES, SEVERITIES, Article, Block, Citation, Claim, Judgement, limits
from workbench.widgets.segments import Mark, Segment, cut

_CITATIONS: dict[Citation, str] = {"linked": "Linked", "named": "Named only", "vague": "Vague", "none": "None"}
_STANDING = "Unsubstantiated"  # what a claim is until a person has confirmed its source
_KEPT = ("name", "title", "path", "words", "risk", "parts", "unknowns", "state")
_LONGEST = 120  # characters of a sentence quoted beside what could not be checked


def payload(record: Mapping[str, Any], article: Article, verdicts: Iterable[Judgement]) -> dict[str, Any]:
    """The trait `article` of the article view.

    Args:
        record: the article as the queue knows it; its findings carry `id`, `start`, `end`, `severity`, `confidence`
            and `held_back`.
        article: the same text, analysed.
        verdicts: of the checks on it.
    """
    findings = record["findings"]
    meta = article.document.meta
    author = ", ".join(part for part in (meta.author, meta.credentials) if part)
    return {
        **{key: record[key] for key in _KEPT},
        "meta": {
            "author": author,
            "reviewer": meta.reviewer,
            "updated": meta.updated or meta.reviewed or meta.published,
        },
        "line": limits(article.country),
        "blocks": blocks(article.document.blocks, findings),
        "findings": [dict(finding) for finding in findings],
        "claims": claims(article, findings),
        "not_checkable": not_checkable(article, verdicts),
    }


def blocks(read: Sequence[Block], findings: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Blocks as the text column draws them."""
    return [_block(block, parts) for block, parts in zip(read, cut(read, _marks(findings)), strict=True)]


def _block(block: Block, parts: Iterable[Segment]) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "level": block.level,
        "boilerplate": block.boilerplate,
        "segments": [part.plain() for part in parts],
    }


def _marks(findings: Iterable[Mapping[str, Any]]) -> list[Mark]:
    """Most severe first, then surest, then shortest: the first of a segment gives its tint and line."""
    return [
        Mark(
            finding["id"],
            finding["start"],
            finding["end"],
            (
                SEVERITIES.index(finding["severity"]),
                CONFIDENCES.index(finding["confidence"]),
                finding["end"] - finding["start"],
            ),
            finding["held_back"],
        )
        for finding in findings
        if finding["start"] is not None
    ]


def claims(article: Article, findings: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows of the claims table, in reading order, with the findings that touch each."""
    placed = [finding for finding in findings if finding["start"] is not None and not finding["held_back"]]
    return [_claim(article, number, claim, placed) for number, claim in enumerate(article.claims, start=1)]


def _claim(article: Article, number: int, claim: Claim, placed: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    sentence = article.sentences[claim.sentence]
    return {
        "number": number,
        "id": claim.id,
        "text": sentence.text,
        "type": claim.type,
        "quantities": " · ".join(quantity.text for quantity in claim.quantities),
        "citation": _CITATIONS[claim.citation],
        "standing": _STANDING,
        "findings": [found["id"] for found in placed if found["start"] < claim.end and claim.start < found["end"]],
        "start_block": sentence.block,
    }


def not_checkable(article: Article, verdicts: Iterable[Judgement]) -> list[str]:
    """What no check could answer, one line each: the check, the words, their sentence, and what is missing."""
    open_questions = [verdict for verdict in verdicts if verdict.verdict == "not-checkable"]
    return [f"{verdict.check}: {_place(article, verdict)}{_missing(verdict)}" for verdict in open_questions]


def _missing(verdict: Judgement) -> str:
    return f" – {verdict.evidence.computed}" if verdict.evidence and verdict.evidence.computed else ""


def _place(article: Article, verdict: Judgement) -> str:
    if verdict.start is None or verdict.end is None:
        return "whole article"
    text = article.document.source[verdict.start : verdict.end]
    around = next((s.text for s in article.sentences if s.start <= verdict.start < s.end), "")
    if not around or around == text:
        return f"“{text}”"
    shown = around if len(around) <= _LONGEST else f"{around[:_LONGEST].rstrip()}…"
    return f"“{text}” in “{shown}”"
