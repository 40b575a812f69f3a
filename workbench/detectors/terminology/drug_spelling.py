"""Drug names that are typed wrongly: words that are no name and one slip away from a known one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from workbench.detectors.phrase import exception
from workbench.detectors.terminology._names import in_name
from workbench.facts import Table
from workbench.model import Article, Evidence, Hit, Match

VALUES = ("right",)
_WORD = re.compile(rb"[A-Za-z]{6,}")
_NAME = re.compile("[a-z]{6,}")
_START, _END = 3, 4  # letters of a word that must be those of a known name: the first or the last
_LONG = 9  # letters from which two slips of vowels or doubled letters are still the same name
_SHORT = 6  # letters of a name that only a slip of a vowel or a doubled letter betrays
_SOUNDS = (("ph", "f"), ("th", "t"), ("ck", "k"), ("c", "k"), ("z", "s"), ("y", "i"), ("x", "ks"))
_REMEMBERED = 50_000  # words that are known to be fine
_ENGLISH = "en"
_VOWELS = str.maketrans("", "", "aeiou")
_DOUBLED = re.compile(r"(.)\1+")
_FOREIGN = re.compile("(?:e|a|o|um|en|as|os|s|es)?$")  # sertraline: Sertralin, sertralina, sertralinum


class Names:
    """Known names, looked up by a word that may be one of them misspelled."""

    def __init__(self, names: Iterable[str], real: Iterable[str] = ()) -> None:
        self.names = frozenset(names)
        self.real = frozenset(real)
        self._starts = frozenset(name[:_START] for name in self.names)
        self._ends = frozenset(name[-_END:] for name in self.names)
        self._fine: set[bytes] = set()
        self._bones: dict[str, set[str]] = {}
        for name in sorted(self.names):
            for bone in _bones(name):
                self._bones.setdefault(bone, set()).add(name)

    def misspelled(self, words: Iterable[bytes]) -> Mapping[bytes, str]:
        """Those of these words in lower case that are misspelled names, with the name; others are remembered."""
        found = {}
        for word in set(words) - self._fine:
            name = self.meant(word.decode("ascii"))
            if name is not None:
                found[word] = name
            elif len(self._fine) < _REMEMBERED:
                self._fine.add(word)
        return found

    def meant(self, word: str) -> str | None:
        """The known name that a word in lower case is a misspelling of; None if it is a name or no slip away."""
        if (word[:_START] not in self._starts and word[-_END:] not in self._ends) or word in self.real:
            return None
        if word in self.names or (word.endswith("s") and word[:-1] in self.names):
            return None
        near = sorted(set().union(*(self._bones.get(bone, ()) for bone in _bones(word))))
        return next((name for name in near if _slip(word, name)), None)


def detect(article: Article, *, table: Table, variants: Table) -> Iterator[Match]:
    """Every word that is one slip away from a drug's name.

    Args:
        table: known names in the columns term and aliases.
        variants: column word: drugs, accepted spellings and words of the language that are near a known name.
    """
    if article.document.meta.language and not article.document.meta.language.casefold().startswith(_ENGLISH):
        return
    known = _known(table, variants)
    wrong = known.misspelled(_WORD.findall(b"\n".join(sentence.shadow for sentence in article.sentences).lower()))
    for sentence in article.sentences if wrong else ():
        for word in _WORD.finditer(sentence.shadow):
            right = wrong.get(word[0].lower())
            if right is None or sentence.text[word.start() : word.end()].encode() != word[0]:
                continue  # an accent belongs to another language
            if article.block(sentence).note or b"://" in sentence.shadow:
                continue  # references and addresses keep the spelling of others
            hit = Hit(sentence.index, word.start(), word.end())
            yield Match(
                hit.sentence,
                hit.at,
                hit.to,
                values={"right": right.capitalize() if word[0][:1].isupper() else right},
                evidence=Evidence("drug-name", given=word[0].decode("ascii"), computed=right),
                flags=(exception(article, hit, hit),) if in_name(article, sentence, hit, False) else (),
            )


@lru_cache(maxsize=4)
def _known(table: Table, variants: Table) -> Names:
    return names(table, variants.terms("word"))


def names(table: Table, real: Iterable[str] = ()) -> Names:
    """The single words of a table of drugs that are long enough to be told from others."""
    terms = (term.casefold() for term in table.terms("term", "aliases"))
    return Names((term for term in terms if _NAME.fullmatch(term)), real)


def _bones(word: str) -> Iterator[str]:
    """The consonants of a word as they sound, and what is left of them with one taken out."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    bone = _DOUBLED.sub(r"\1", word.translate(_VOWELS))
    yield bone
    for place in range(len(bone)):
        yield bone[:place] + bone[place + 1 :]


def _slip(word: str, name: str) -> bool:
    """Whether the word is the name with a slip in it, and not a foreign form of it."""
    from rapidfuzz.distance import OSA  # not paid for by pages without a word that is near a name

    distance = OSA.distance(word, name, score_cutoff=2)
    if distance > 2 or {word, _FOREIGN.sub("", word)} & {name, _FOREIGN.sub("", name)}:
        return False
    same = next(_bones(word)) == next(_bones(name))
    return (distance == 1 and len(name) > _SHORT) or (same and (distance == 1 or len(name) >= _LONG))
