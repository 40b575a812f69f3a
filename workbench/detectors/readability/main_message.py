"""Whether the first lines of a page say what the page is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from workbench.detectors import Hits
from workbench.detectors.readability._lay import for_others, in_english
from workbench.model import Article, Evidence, Match, Sentence

VALUES = ("told",)
_PROSE = ("paragraph", "item")
_WORD = rb"[a-z][a-z'-]*[a-z]|[a-z]"
_STEM = 5  # letters in which two forms of a word agree (prevent, prevention); a stemmer would cost start-up time
_SHORTEST = 3
_PAST_YEAR = rb"\b1[0-9]\d\d\b|\b(?:ancient|century|centuries|medieval|antiquity|was first|were first)\b"
_SHOWN = 200


def detect(
    article: Article,
    *,
    empty: list[str],
    summary: Hits = (),
    same: str = "",
    unless: Hits = (),
    professional: list[str] | None = None,
    genres: list[str] | None = None,
    first: int = 6,
    fewest_words: int = 200,
) -> Iterator[Match]:
    """One finding about the whole page: its first sentences name nothing of its title, or tell of the past alone.

    Args:
        empty: words of titles that say nothing about the subject ("guide", "what", "know").
        summary: headings and phrases of a summary or a table of contents; a page with one is left alone.
        same: lexicon key of a vocabulary; a title and an opening that both hold names from it agree (a drug's two
            names, an illness and its everyday name).
        unless: words of a text for professionals; it is left alone.
        professional: audiences, as the page's front matter may name them, that are no lay readers.
        genres: kinds of page, as the front matter may name them, that are left alone.
        first: so many sentences are the opening.
        fewest_words: a shorter page is left alone.
    """
    if for_others(article, professional, unless) or not in_english(article) or summary:
        return
    if article.document.meta.genre.casefold() in (genres or ()):
        return
    title, opening = _title(article), list(islice(_prose(article), first))
    wanted = _content(title.lower().encode("ascii", "ignore"), frozenset(empty))
    if not wanted or len(opening) < first:
        return
    told = set().union(*(_content(one.shadow.lower(), frozenset()) for one in opening))
    past = sum(_of_the_past(one) for one in opening)
    named = _agree(wanted, told) or _named(article, same, {one.index for one in opening})
    if named and 3 * past < 2 * len(opening):
        return
    if sum(len(one.text.split()) for one in _prose(article)) < fewest_words:
        return
    text = " ".join(one.text for one in opening)
    yield Match(
        key="history" if named else "subject",
        values={"told": "tell only of the past" if named else "name nothing of what the title promises"},
        evidence=Evidence("opening", text[:_SHOWN], f"title: {title}", f"the first {first} sentences"),
    )


def _title(article: Article) -> str:
    """The title of the page as its readers see it, else as its data say."""
    blocks = (block for block in article.document.blocks if block.kind == "heading" and not block.boilerplate)
    return next((block.seen for block in blocks if block.level == 1), article.document.meta.title)


def _prose(article: Article) -> Iterator[Sentence]:
    for sentence in article.sentences:
        block = article.block(sentence)
        if block.kind in _PROSE and not block.boilerplate and not block.note and sentence.shadow.count(b" ") > 1:
            yield sentence


def _content(text: bytes, empty: frozenset[str]) -> set[bytes]:
    """The beginnings of the words of a text that are not empty."""
    words = (word.removesuffix(b"'s") for word in re.findall(_WORD, text))
    parts = (part for word in words for part in word.split(b"-"))
    return {part[:_STEM].rstrip(b"s") for part in parts if len(part) >= _SHORTEST and part.decode("ascii") not in empty}


def _agree(some: set[bytes], others: set[bytes]) -> bool:
    """Whether a word of each is the same, or one is how the other begins."""
    return any(one.startswith(other) or other.startswith(one) for one in some for other in others)


def _named(article: Article, key: str, opening: set[int]) -> bool:
    """Whether the opening holds a name of the vocabulary, where the title does."""
    hits = article.hits.get(key, ())
    blocks = [article.block(article.sentences[hit.sentence]) for hit in hits]
    titled = any(block.kind == "heading" and block.level == 1 for block in blocks)
    return titled and any(hit.sentence in opening for hit in hits)


def _of_the_past(sentence: Sentence) -> bool:
    return sentence.flagged("history") is not None or re.search(_PAST_YEAR, sentence.shadow.lower()) is not None
