"""p values printed as zero: a computer's rounding, not a result."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.figures import pvalues
from workbench.model import Article, Evidence, Match

VALUES = ("limit",)


def detect(article: Article) -> Iterator[Match]:
    """Every p of 0, 0.00, 0.000 … printed as equal to it or below it."""
    for p in pvalues.read(article):
        if p.value is None or p.value.value != 0 or p.sign == ">":
            continue
        zeros = max(1, len(p.value.text.partition(".")[2]))
        limit = f"p < 0.{'0' * (min(zeros, 4) - 1)}1"
        yield Match(
            p.words.sentence,
            p.words.at,
            p.words.to,
            values={"limit": limit},
            evidence=Evidence("p-of-zero", p.words.text, f"no test gives a p of zero; rounded to zero means {limit}"),
        )
