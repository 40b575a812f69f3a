"""Whether a word that a proofreader's dictionary does not have is misspelled, or only not an everyday word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from workbench.detectors.grammar._words import WORDS, Lists, words_of
from workbench.model import Article, Sentence

_OPENERS = '.:;!?…“”"‘(–—•'  # what a word with a capital may follow without being a name
_LONG = 6  # letters: a shorter word is near to many others
_TELLING = 7  # letters: a word of ours so long has no neighbour by chance
_OFF = 2  # letters, between what was written and what was meant
_RUN_TOGETHER = 9  # letters of two words without a space; a longer one is a term that the dictionary does not have
_ENDING = 2  # letters that make another form of a word, not another spelling


class Spelling:
    """Judges the words of one article."""

    def __init__(self, article: Article, known: Lists) -> None:
        self._article, self._known = article, known

    def instead(self, sentence: Sentence, at: int, to: int, proposals: tuple[str, ...]) -> tuple[str, ...]:
        """What the words of a range were meant to be; empty where nothing says that they are wrong."""
        text = sentence.text[at:to]
        if self._is_name(text) or self._is_known(text, proposals):
            return ()
        small = text.casefold()
        if not text.islower():  # a brand, a person or a place, unless it is one letter off an everyday word
            near = _within(1, small, map(str.casefold, proposals)) if len(text) > _LONG else ()
            return tuple(one for one in proposals if one.casefold() in near and " " not in one)
        cased = tuple(one for one in proposals if one.casefold() == small)
        limit = _OFF if len(small) >= _LONG else 1
        return cased or _within(limit, small, filter(str.islower, proposals)) or self._of_ours(small)

    def _is_known(self, text: str, proposals: tuple[str, ...]) -> bool:
        small, others = text.casefold(), {proposal.casefold() for proposal in proposals}
        if small not in others and self._known.one(small, written=True) in map(self._known.one, others):
            return True  # right in another country; a capital is no matter of countries
        found, offered = words_of(text), {word for proposal in proposals for word in words_of(proposal)}
        apart = {tuple(words_of(proposal)) for proposal in proposals}
        return bool(found) and all(
            self._known.has(word)
            or (len(found) > 1 and word in offered)
            or any("".join(pair) == word and pair[0] in self._known.begins for pair in apart if len(pair) > 1)
            for word in found
        )

    def _is_name(self, text: str) -> bool:
        if any(char.isupper() or char.isdigit() for word in WORDS.findall(text) for char in word[1:]):
            return True  # an abbreviation, or a brand that writes itself so
        return text[0].isupper() and text in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        """Words that have a capital where only a name has one."""
        return frozenset(_named(self._article))

    def _of_ours(self, word: str) -> tuple[str, ...]:
        """The word of our own list that this one is one letter off, where that is no other form of it."""
        if len(word) < _TELLING:
            return ()
        from rapidfuzz import process  # not paid for where nothing is misspelled
        from rapidfuzz.distance import OSA

        near = process.extract(word, self._known.words, scorer=OSA.distance, score_cutoff=1, limit=3)
        return tuple(one for one, _, _ in near if one[-_ENDING:] == word[-_ENDING:])


def _within(limit: int, word: str, proposals: Iterable[str]) -> tuple[str, ...]:
    """Proposals near enough: two letters off only where the first holds, two words for one only where it is short."""
    from rapidfuzz.distance import OSA  # see above

    found = []
    for one in proposals:
        off = OSA.distance(word, one, score_cutoff=limit)
        split = " " in one and " " not in word
        if off <= limit and (off < _OFF or one[0] == word[0]) and not (split and len(word) > _RUN_TOGETHER):
            found.append(one)
    return tuple(found)


def _named(article: Article) -> Iterator[str]:
    for sentence in article.sentences:
        if article.document.blocks[sentence.block].kind == "heading":
            continue
        for match in WORDS.finditer(sentence.text):
            before = sentence.text[: match.start()].rstrip()
            if match.group()[0].isupper() and before and before[-1] not in _OPENERS:
                yield match.group()
