"""Which substance a schedule is said of: the one named with it, the last one before it, or a pronoun's."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.detectors import Hits
from workbench.detectors.regulatory._approval_grammar import BOUNDARIES, COMMAS, CONNECTS, OTHERS
from workbench.detectors.regulatory._approval_names import Name, Names, Places, Text, words
from workbench.detectors.regulatory._approval_subject import coordinated, points_back, stands_alone
from workbench.model import Article, Hit, Sentence

_BACK = 2  # sentences that a pronoun may reach
_NOTHING = Places(())
_PARTED = (BOUNDARIES - {":"}) | {"than", "unlike", "versus", "vs", "without", "like"}


class Reader:
    """Finds the products that a schedule is said of.

    Args:
        article: the article.
        names: the names of the table's products.
        drugs: all drugs named, by sentence; one that stands between product and schedule takes the schedule.
    """

    def __init__(self, article: Article, names: Names, drugs: Mapping[int, Hits]) -> None:
        self.article, self.names, self.drugs = article, names, drugs

    def products(self, sentence: Sentence, hit: Hit) -> tuple[Name, ...]:
        """The product right of the schedule in one noun phrase, else the last one before it, else a pronoun's."""
        text = self._text(sentence)
        first, after = text.word_at(hit.at), text.word_at(hit.to - 1) + 1
        right = self._right(text, first, after)
        if right:
            return right
        before = [name for name in text.products.found if name.after <= first and stands_alone(text, name)]
        if not before:
            return self._earlier(sentence, text, first)
        name = before[-1]
        broken = any(text.word(at) in _PARTED for at in range(name.after, first))
        other = any(text.words[name.after - 1].to <= drug.at < hit.at for drug in self.drugs.get(sentence.index, ()))
        return () if broken or other else coordinated(text, name)

    @staticmethod
    def _right(text: Text, first: int, after: int) -> tuple[Name, ...]:
        """ "Schedule III drugs such as X and Y", "the Schedule III anaesthetic X", "as a Schedule III drug, X"."""
        opened = text.word(first - 2) == "as"
        for at in range(after, after + 5):
            name = text.products.beginning(at)
            if name:
                led = opened or (at - after <= 2 and text.word(at - 1) not in COMMAS) or text.word(at - 1) in CONNECTS
                return (name,) if led and text.word(at - 1) not in OTHERS - {"like"} else ()
            if text.word(at) in BOUNDARIES or text.word(at) in ("(", ")") or (text.word(at) == "," and not opened):
                break
        return ()

    def _earlier(self, sentence: Sentence, text: Text, first: int) -> tuple[Name, ...]:
        if not points_back(text, first):
            return ()
        for index in range(sentence.index - 1, max(sentence.index - 1 - _BACK, -1), -1):
            other = self.article.sentences[index]
            if other.block < sentence.block - 1:
                break
            found = self._text(other).products.found
            if found:
                return found if len({name.key for name in found}) == 1 else ()
        return ()

    def _text(self, sentence: Sentence) -> Text:
        found = words(sentence.shadow)
        return Text(found, self.names.all_in(found), _NOTHING, _NOTHING, _NOTHING)
