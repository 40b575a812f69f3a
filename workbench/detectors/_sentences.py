"""The sentence of a block that holds an offset of its seen text."""

from __future__ import annotations

from bisect import bisect_right

from workbench.model import Article, Sentence


def by_block(article: Article) -> dict[int, list[Sentence]]:
    """The sentences of each block, by its index, in reading order."""
    found: dict[int, list[Sentence]] = {}
    for sentence in article.sentences:
        found.setdefault(sentence.block, []).append(sentence)
    return found


def holding(sentences: list[Sentence], at: int) -> Sentence | None:
    """Which of a block's sentences holds a seen offset; None for a space between two."""
    index = bisect_right(sentences, at, key=lambda sentence: sentence.at) - 1
    return sentences[index] if index >= 0 and at < sentences[index].to else None
