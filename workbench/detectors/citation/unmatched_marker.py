"""Marks such as [9] without an entry in the page's list of references, and entries that no mark leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.extractors._marks import entry_number, list_heading, marks, numbers
from workbench.model import Article, Match, Sentence

VALUES = ("problem",)
_LOOSE = 2  # marks that must have their entry before the list counts as one that marks lead to


def detect(article: Article) -> Iterator[Match]:
    """Marks and entries that have no counterpart, on pages whose list of references is led to by marks.

    The match is the mark, or the entry's first sentence. A list that no mark leads to is a list for further reading,
    and a page without a list has nothing to lead to: both are silent.
    """
    entries = _entries(article)
    led: set[str] = set()
    lost: list[tuple[Sentence, int, int, str]] = []
    for sentence in article.sentences:
        if sentence.index in entries.values() or article.block(sentence).kind in ("code", "heading"):
            continue
        for at, to, printed in marks(sentence):
            named = set(numbers(printed))
            led |= named & entries.keys()
            lost += [(sentence, at, to, number) for number in sorted(named - entries.keys(), key=int)]
    if len(led) < min(_LOOSE, len(entries)) or not led:
        return
    for sentence, at, to, number in lost:
        problem = f"The list of references has no entry {number}."
        yield Match(sentence.index, at, to, values={"problem": problem}, key=number)
    for number, index in entries.items():
        if number not in led:
            sentence = article.sentences[index]
            problem = f"Nothing on the page leads to entry {number} of its references."
            yield Match(index, 0, len(sentence.text), values={"problem": problem}, key=number)


def _entries(article: Article) -> Mapping[str, int]:
    """Number of each entry of a list of references, printed or counted → index of its first sentence."""
    blocks = article.document.blocks
    headings = (sentence for sentence in article.sentences if blocks[sentence.block].kind == "heading")
    lists = {sentence.block for sentence in headings if list_heading(sentence.shadow)}
    found: dict[str, int] = {}
    for sentence in article.sentences:
        block = blocks[sentence.block]
        if sentence.at or block.kind == "heading" or not block.section or block.section[-1] not in lists:
            continue
        number = entry_number(sentence.shadow) or (str(len(found) + 1) if block.kind == "item" else "")
        if number:
            found.setdefault(number, sentence.index)
    return found
