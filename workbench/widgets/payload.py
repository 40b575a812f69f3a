"""What the article view is sent when it opens: text in segments, findings, claims, and what could not be checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench.model import CONFIDENCES, SEVERITIES, Article, Block, Judgement, limits
from workbench.widgets import article_words
from workbench.widgets.article_claims import claims
from workbench.widgets.article_reading import reading
from workbench.widgets.article_sources import sources
from workbench.widgets.segments import Mark, Segment, cut

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
    findings, told = record["findings"], list(verdicts)
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
        "findings": [_anchored(finding, article.document.blocks) for finding in findings],
        "claims": claims(article, findings, told),
        "sources": sources(article),
        "reading": reading(told),
        "not_checkable": not_checkable(article, told),
        "kinds": {
            "categories": article_words.choices(article_words.CATEGORIES),
            "claims": article_words.choices(article_words.CLAIMS),
            "severities": article_words.choices(article_words.SEVERITIES),
        },
    }


def blocks(read: Sequence[Block], findings: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Blocks as the text column draws them."""
    return [_block(block, parts) for block, parts in zip(read, cut(read, _marks(findings)), strict=True)]


def _anchored(finding: Mapping[str, Any], read: Sequence[Block]) -> dict[str, Any]:
    """A finding without words with the block that it speaks of, where it quotes words of one."""
    if not finding["whole"]:
        return dict(finding)
    quoted = re.findall(r"“([^”]{2,})”", finding["message"])
    places = (index for words in quoted for index, block in enumerate(read) if words in block.seen)
    return {**finding, "anchor": next(places, None)}


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
