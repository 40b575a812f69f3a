"""For whom, of what and when an attribute is told: two values are compared where all that is the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from msgspec import Struct

from workbench.attributes.nouns import FUNCTION
from workbench.attributes.telling import Telling
from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.facts import term_key
from workbench.model import Article, Hit, Sentence
from workbench.patterns import exact

_BETWEEN = "the time between"
_WAITING = "the waiting time"
_TWICE, _CONDITIONS = 2, 2
_FIRST = 4  # characters in front of the subject of a sentence: “The …”
_SUFFERED = r"\b(?:for|with|in|against|have|has|having|treats?|of)(?: [a-z-]+){0,3} $"  # not “redness after a session”
_MAIN = 0.6  # the share of all names from which on one is what the page is about
_OPENS = r";|, (?:and|but|so|while)\b| (?:but|while|because)\b"  # what stands before says nothing of what follows
_CLOSES = r"[,;:(]| (?:and|but|so|because|while|which|that)\b"
_ENDS = r"[;:]| (?:but|because)\b|, (?:and|so|while)\b"
_NAME = (
    r"(?:[a-z,;:(] )?\b(?:Dr|Prof|Professor|Mr|Mrs|Ms|Nurse)\.?(?: [A-Z][\w.-]*)+"
    r"|[a-z,;:)'-] ([A-Z][a-zA-Z-]*[a-z][a-zA-Z-]*)|^([A-Z][a-z]+) (?:is|was|has|had|can|will|takes|starts|begins|costs"
    r"|lasts|works|comes|stays|wears|peaks|kicks|tablets?|capsules?)\b"
)
_FRONTED = (  # “With insurance, …”, “In summer, …”
    r"^((?:with|without|for|using|under|among|on|if) [^,.;:]{3,60}|in (?:the )?(?:summer|winter|spring|autumn|fall"
    r"|evening"
    r"|morning|afternoon|holidays|rush hour|past)|at (?:night|weekends)),"
)
_WAIT = r"\bwait(?:ing)?(?: (?:list|time|period)s?)? for (?:an? |the |your )?([a-z-]+)"
_ANY_WAIT = frozenset(
    (b"appointment", b"appointments", b"visit", b"slot", b"consultation", b"first", b"new", b"us", b"an")
)
_COURSE = r"\b([a-z-]{3,}) (?:course|series|programme|program|schedule|regimen|protocol|plan|scheme|package)s?\b"
_LABEL = r"^([a-z][a-z-]+(?: [a-z-]+)?): "  # “Rabies: …”
_NO_NAMES = ("It", "This", "That", "There", "He", "She", "They", "Each", "What", "Who", "We", "You", "One", "Here")
_NUMBERED = ("count", "number", "group")  # quantities of its sentence that make one price another
_MEASURED = ("duration", "dose")  # and of its clause

_BySentence = dict[int, tuple[Hit, ...]]


class Scope(Struct, frozen=True):
    """`words` are those that limit a value ("first", "children"), `of` what it is told of beside the page's own."""

    words: frozenset[str]
    of: frozenset[str]


class Scopes:
    """The scopes of an article's sentences.

    Args:
        article: as analysed.
        limiting: words that limit what is told (phases, people, places).
        of: names of what the page speaks of: drugs, treatments, conditions.
        neutral: words that limit nothing ("patient").
    """

    def __init__(self, article: Article, limiting: Iterable[Hits], of: Iterable[Hits], neutral: frozenset[str]) -> None:
        self._article, self._neutral = article, neutral
        self._limiting = by_sentence(sorted(chain.from_iterable(limiting), key=_place))
        self._of = [*(by_sentence(some) for some in of), by_sentence(_names(article))]

    def of(self, told: Telling) -> Scope:
        """The scope of a value."""
        lists = [*zip(self._of, self._main, strict=True)]
        of = (self._told_of(told, some) - main for some, main in (lists[1:-1] if told.dose else lists))
        return Scope(self.words(told), frozenset(chain.from_iterable(of)) - self._neutral)

    def words(self, told: Telling) -> frozenset[str]:
        """The words that limit a value."""
        words = {*self._limits(told), *self._qualified(told), *self._beside(told)}
        words |= self._above(self._article.sentences[told.sentence], self._limiting)
        return frozenset(words) - self._neutral

    def named(self, told: Telling) -> tuple[frozenset[str], ...]:
        """The names of its clause, else those above it, list by list, and behind them the other names of its clause."""
        sentence = self._article.sentences[told.sentence]
        found = (self._here(told, some) or self._above(sentence, some) for some in self._of)
        return tuple(frozenset(names) - self._neutral for names in found)

    def opening(self, told: Telling) -> frozenset[str]:
        """What the sentence before begins with, of the first list: “Barkol is a spray. It works within an hour.”"""
        before = self._before(self._article.sentences[told.sentence])[:1]
        hits = (hit for near in before for hit in self._of[0].get(near.index, ()) if hit.at <= _FIRST)
        return frozenset(_name(self._article.sentences[hit.sentence], hit) for hit in hits)

    def main(self, least: int) -> list[frozenset[str]]:
        """What the page is about, list by list: the one in its title, or one that prevails, named `least` times."""
        return [self._most(hits, least) for hits in self._of]

    def clause(self, told: Telling, closes: str = _ENDS) -> tuple[int, int]:
        """From where to where the words of its sentence belong to a value."""
        shadow = self._article.sentences[told.sentence].shadow
        opens = [found.end() for found in exact(_OPENS).finditer(shadow[: told.at])]
        closed = exact(closes).search(shadow[told.to :])
        return max(opens, default=0), len(shadow) if closed is None else told.to + closed.start()

    def _limits(self, told: Telling) -> Iterator[str]:
        """The words of its clause that limit it, and a phrase in front that names nothing else ("with insurance …")."""
        sentence, (start, end) = self._article.sentences[told.sentence], self.clause(told, _CLOSES)
        between = told.attribute.startswith(_BETWEEN)  # “the second dose follows four weeks after the first”
        for hit in () if between else self._limiting.get(told.sentence, ()):
            if start <= hit.at < end and (hit.to <= told.at or told.to <= hit.at):
                yield _name(sentence, hit)
        fronted = exact(_FRONTED).match(sentence.shadow[: told.at])
        names = (hit for some in (self._of[0], self._of[-1]) for hit in some.get(told.sentence, ()))
        if fronted is not None and not any(hit.at < fronted.end() for hit in names):
            yield fronted.group(1).decode().lower()
        wait = exact(_WAIT).search(sentence.shadow[start : told.at]) if told.attribute == _WAITING else None
        if wait is not None and wait.group(1).lower() not in _ANY_WAIT:
            yield wait.group(1).decode().lower()  # “the wait for a hip”
        label = exact(_LABEL).match(sentence.shadow[: told.at])
        if label is not None and told.thing not in (word := label.group(1).decode().lower()):
            yield word

    def _qualified(self, told: Telling) -> Iterator[str]:
        """The words that qualify its thing or its course; names are compared as such."""
        stretch = self._article.sentences[told.sentence].shadow[self.clause(told)[0] : told.at]
        courses = (found.group(1).lower() for found in exact(_COURSE).finditer(stretch))
        words = chain(told.qualified, (word.decode() for word in courses if word not in FUNCTION))
        return (word for word in words if word.removesuffix("s") not in self._known)

    def _beside(self, told: Telling) -> Iterator[str]:
        """Other quantities of its sentence that make it another value: a year; of a price also how many and much."""
        start, end = self.clause(told, _CLOSES)
        money = told.value.base.isupper()
        for one in self._article.quantities[told.sentence]:
            other = one.to <= told.at or told.to <= one.at
            counted = money and one.kind in _NUMBERED and one.at < end
            if other and (one.kind == "year" or counted or (money and one.kind in _MEASURED and start <= one.at < end)):
                yield one.text

    def _told_of(self, told: Telling, hits: _BySentence) -> set[str]:
        """The names in its clause; of drugs else those in the sentences before it; else those in the headings."""
        sentence, own = self._article.sentences[told.sentence], self._here(told, hits)
        if own:
            return own
        for near in self._before(sentence) if hits is self._of[0] else ():
            if near.index in hits:
                return {_name(near, hit) for hit in hits[near.index]}
        return self._above(sentence, hits)

    def _here(self, told: Telling, hits: _BySentence) -> set[str]:
        """The names in its clause."""
        sentence, (start, end) = self._article.sentences[told.sentence], self.clause(told)
        here = [hit for hit in hits.get(sentence.index, ()) if start <= hit.at < end]
        if hits is self._of[_CONDITIONS]:
            here = [hit for hit in here if not hit.at or exact(_SUFFERED).search(sentence.shadow[: hit.at]) is not None]
        return {_name(sentence, hit) for hit in here}

    def _before(self, sentence: Sentence) -> list[Sentence]:
        near = self._article.sentences[max(0, sentence.index - 2) : sentence.index]
        return [one for one in reversed(near) if one.block == sentence.block]

    def _above(self, sentence: Sentence, hits: _BySentence) -> set[str]:
        """What the headings above and the lead-in of a list say, the page's title left out."""
        block = self._article.block(sentence)
        blocks = self._article.document.blocks
        above = [index for index in block.section if blocks[index].level > 1]
        above += [block.lead_in] if block.lead_in is not None else []
        sentences = (one for index in above for one in self._of_block.get(index, ()))
        return {_name(one, hit) for one in sentences for hit in hits.get(one.index, ())}

    @cached_property
    def _of_block(self) -> dict[int, list[Sentence]]:
        found: dict[int, list[Sentence]] = {}
        for sentence in self._article.sentences:
            found.setdefault(sentence.block, []).append(sentence)
        return found

    @cached_property
    def _known(self) -> frozenset[str]:
        """Every word of the names: a thing that is qualified by one is compared by the names."""
        names = (self._named(hits) for hits in self._of)
        return frozenset(word for name in chain.from_iterable(names) for word in name.split())

    @cached_property
    def _main(self) -> list[frozenset[str]]:
        """What the page is about, list by list: the one in its title, or the one that is by far most often named."""
        # A condition that is named once may be told of that value alone.
        return [self._most(hits, _TWICE if place == _CONDITIONS else 1) for place, hits in enumerate(self._of)]

    def _most(self, hits: _BySentence, least: int) -> frozenset[str]:
        sentences = self._article.sentences
        titled = set[str]()
        for index, some in hits.items():
            block = self._article.block(sentences[index])
            if block.kind == "heading" and block.level == 1:
                titled |= {_name(sentences[index], hit) for hit in some}
        if len(titled) == 1:
            return frozenset(titled)
        named = Counter(self._named(hits))
        return frozenset(name for name, count in named.items() if count >= max(least, _MAIN * named.total()))

    def _named(self, hits: _BySentence) -> Iterator[str]:
        return (_name(self._article.sentences[index], hit) for index, some in hits.items() for hit in some)


def _names(article: Article) -> Iterator[Hit]:
    """Names of prose by their capital letters; at a sentence's start only in front of a verb."""
    for sentence in article.sentences:
        if article.block(sentence).kind == "heading":
            continue
        for found in exact(_NAME, any_case=False).finditer(sentence.shadow):
            at, to = found.span(1 if found.group(1) is not None else 2)
            if at >= 0 and sentence.text[at:to] not in _NO_NAMES:
                yield Hit(sentence.index, at, to)


def _name(sentence: Sentence, hit: Hit) -> str:
    return term_key(sentence.text[hit.at : hit.to]).removesuffix("s")


def _place(hit: Hit) -> tuple[int, int]:
    return hit.sentence, hit.at
