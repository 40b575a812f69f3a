"""Sentences too long to be followed at one reading; lists written out and references are spared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench import readability
from workbench.detectors import Hits
from workbench.detectors.readability._lay import for_others
from workbench.model import Article, Evidence, Match, Sentence
from workbench.readability.pages import whole_sentences

VALUES = ("words",)
# Patterns as strings: re compiles them on first use.
_BULLETS = "[•▪▫◦‣●○■✓✔➤►]"
_DASHES = r"(?:^|\s)[-–*] \S"
_LINE = r"^[ \t>]*(?:[-–*•]|\d{1,2}[.)])?[ \t]*[A-Z0-9]"
_SHORT_LINE = 60
_CITED = r"\([^()]*\b(?:1[89]|20)\d\d[a-z]?\b[^()]*\)"
# EXAMPLETOWN, May 7 -- The clinic …; LONDON (Wire) - A drug …
_DATELINE = r"(?:[A-Z]{3,}[A-Z. ]*,.{0,60}?|[A-Z. ]*\(?[A-Z]\w+\)) (?:--|[-–—]) "
_REFERENCE = (
    r"\bet al\b.*\b(?:19|20)\d\d\b|\bdoi\b|\b10\.\d{4,9}/|\bPMID\b|\b\d+ ?\(\d+(?:-\d+)?\) ?: ?\w?\d+|\bpp?\. ?\d+|"
    r"\b(?:19|20)\d\d;\s?\d+|\bISBN\b"
)
_PARTS = r"[;,:()—]|\band\b|\bor\b"  # what parts the entries of a list
_ENTRY = 6  # words of an entry at most
_ENTRIES = 4  # entries of a list at least


def detect(
    article: Article,
    *,
    unless: Hits = (),
    professional: list[str] | None = None,
    references: list[str],
    limit: int = 30,
    most: int = 3,
) -> Iterator[Match]:
    """The longest sentences over the limit; how many more there are stands in the evidence.

    Addresses, marks and brackets that cite do not count. A sentence is spared where its length is that of a list: two
    semicolons, bullets or short lines that were run together, or entries without which it is within the limit.

    Args:
        unless: words of a text for professionals; nothing is said of it.
        professional: audiences, as the page's front matter may name them, that are no lay readers.
        references: headings over lists of sources.
        limit: the words that a sentence may have.
        most: so many are shown at most.
    """
    if for_others(article, professional, unless):
        return
    number, found = 0, []
    for sentence in whole_sentences(article):
        number += 1
        if len(sentence.text.split()) <= limit or _refers(article, sentence, references):
            continue
        words = _words(sentence)
        if words > limit and not _joined(article, sentence) and not _listed(sentence.text, words, limit):
            found.append((words, sentence))
    found.sort(key=lambda pair: (pair[1].flagged("quoted", "boilerplate") is not None, -pair[0], pair[1].index))
    share = f"{len(found)} of {number} sentences of the page are so long"
    for words, sentence in sorted(found[:most], key=lambda pair: pair[1].index):
        yield Match(
            sentence.index,
            next(
                at for at, char in enumerate(sentence.text) if char.isalnum()
            ),  # behind the mark that opens a quotation
            len(sentence.text),
            values={"words": str(words)},
            evidence=Evidence("sentence-length", f"{words} words", share, f"at most {limit} words"),
        )


def _words(sentence: Sentence) -> int:
    """The words that are read out: no dateline, and no bracket with a year in it, which is taken for a citation."""
    dateline = re.match(_DATELINE, sentence.text)
    start = dateline.end() if dateline else 0
    spans = [(start, len(sentence.text)), *(one.span() for one in re.compile(_CITED).finditer(sentence.text, start))]
    whole, *cited = (readability.count(sentence.text[at:to], sentence.shadow[at:to]).words for at, to in spans)
    return whole - sum(cited)


def _refers(article: Article, sentence: Sentence, references: list[str]) -> bool:
    """Whether the sentence is an entry of a list of sources."""
    over = (article.document.blocks[index].seen for index in article.block(sentence).section)
    if any(heading.strip(" :#0123456789.").casefold() in references for heading in over):
        return True
    return re.search(_REFERENCE, sentence.text) is not None


def _joined(article: Article, sentence: Sentence) -> bool:
    """Whether it is bullets, or short lines that each begin anew, which the reader of the file ran together."""
    if re.search(_BULLETS, sentence.text) or len(re.findall(_DASHES, sentence.text)) > 2:
        return True
    lines = article.document.source[sentence.start : sentence.end].splitlines()
    if len(lines) < _ENTRIES or sum(len(line) < _SHORT_LINE for line in lines[:-1]) < len(lines) - 1:
        return False
    return all(re.match(_LINE, line) for line in lines[1:])


def _listed(text: str, words: int, limit: int) -> bool:
    """Whether the sentence is long because it lists things."""
    if text.count(";") > 1:
        return True
    run, runs = 0, [0]
    entries = 0
    for part in re.split(_PARTS, text)[1:]:
        length = len(part.split())
        if length > _ENTRY:
            run = entries = 0
            continue
        if length:
            run, entries = run + length, entries + 1
            runs.append(run if entries >= _ENTRIES else 0)
    return words - max(runs) <= limit
