"""Where a page names or links the work that a sentence speaks of."""

from __future__ import annotations

import re
from functools import cached_property

from workbench.detectors import Hits
from workbench.detectors._sentences import by_block, holding
from workbench.detectors.phrase import by_sentence
from workbench.extractors._abstract import parts
from workbench.extractors._marks import list_heading, marks
from workbench.model import Article, Hit

_ABSTRACT = 60  # sentences that an abstract has at most
_ANOTHER = re.compile(r"\b(?:another|a (?:second|different|later|newer|separate))\b", re.IGNORECASE)


class Naming:
    """What names a source on one page; each part of it is read when first asked for.

    Args:
        named: wordings that name a source (a journal, authors, an identifier).
    """

    def __init__(self, article: Article, named: Hits = ()) -> None:
        self._article, self._named = article, by_sentence(named)

    def near(self, index: int) -> Hit | None:
        """Where this sentence, or the next one of its paragraph, names or links a source."""
        sentences = self._article.sentences
        for sentence in sentences[index : index + 2]:
            if sentence.index > index and _ANOTHER.search(sentence.text):
                return None  # what follows tells of another work, and names that
            if sentence.block == sentences[index].block:
                found = next(iter(self._named.get(sentence.index, ())), None) or self.linked(sentence.index)
                if found is not None:
                    return found
        return None

    def linked(self, index: int) -> Hit | None:
        """The link in a sentence, or the whole sentence where a numbered mark covers it.

        A mark counts where the page has the entry, or is an excerpt, without list or heading; any other leads nowhere.
        A mark that closes the paragraph counts for all of it.
        """
        sentence = self._article.sentences[index]
        whole = Hit(index, 0, len(sentence.text))
        if index in self._links or index in self._entries:
            return self._links.get(index, whole)
        return whole if self._excerpt and any(True for _ in marks(sentence)) else None

    def abstract(self, index: int) -> Hit | None:
        """The title of an abstract, where the sentence tells of the study that it is the abstract of."""
        if len(self._article.sentences) > _ABSTRACT or self._parts[index] in ("", "aim"):
            return None
        return Hit(0, 0, len(self._article.sentences[0].text))

    @cached_property
    def lists_references(self) -> bool:
        """Whether a heading such as “References” stands on the page."""
        headings = (one for one in self._article.sentences if self._article.block(one).kind == "heading")
        return any(list_heading(heading.shadow) for heading in headings)

    @cached_property
    def _excerpt(self) -> bool:
        return not any(block.kind == "heading" for block in self._article.document.blocks)

    @cached_property
    def _links(self) -> dict[int, Hit]:
        found: dict[int, Hit] = {}
        sentences = by_block(self._article)
        for number, block in enumerate(self._article.document.blocks):
            for link in block.links:
                sentence = holding(sentences.get(number, []), link.at)
                if sentence is not None:
                    place = Hit(sentence.index, link.at - sentence.at, min(link.to, sentence.to) - sentence.at)
                    found.setdefault(sentence.index, place)
        return found

    @cached_property
    def _entries(self) -> frozenset[int]:
        return frozenset(
            claim.sentence
            for claim in self._article.claims
            for reference in claim.references
            if reference.kind == "entry" and reference.start >= claim.start
        )

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        return parts(self._article.document, self._article.sentences)
