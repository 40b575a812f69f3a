"""Places where a page praises: words that do so alone, and epithets that do so beside what they are said of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.marketing._selling import quoted_by_others
from workbench.detectors.marketing._slots import nearest
from workbench.detectors.phrase import by_sentence, exception, overlap
from workbench.model import Article, Flag, Hit, Sentence
from workbench.patterns import compiled

_NOT_MEANT = ("negated", "question", "conditional", "attributed", "warning-list", "boilerplate")
_TITLE = 0.6  # share of its other words in capitals from which a line is a title and capitals say nothing
STOPS = r"[;:!?()]"
# Between an epithet and what it stands before: no stop, no other noun, nothing that begins a new one.
_PARTS = r"[;:!?()]|\b(?:the|a|an|our|your|my|his|her|their|this|that|of|for|in|with|on|to|as|is|are|was|were)\b"
_IS = r"^ (?:\w+ )?(?:is|are|was|were|been|looks?|feels?|seems?)\b"  # between the subject and its epithet


class Praise(NamedTuple):
    """A place, whether it praises alone, why it is none (an idiom, a name), words before it, whether it is meant."""

    hit: Hit
    strong: bool
    flags: tuple[Flag, ...]
    place: int
    meant: bool


def of_objects(article: Article, epithets: Hits, objects: Hits, near: int, apart: str = _PARTS) -> Iterator[Hit]:
    """Stretches of an epithet and what it is said of, at most `near` words apart and with nothing `apart` between."""
    around = by_sentence(objects)
    for hit in epithets:
        shadow = article.sentences[hit.sentence].shadow
        beside = nearest(shadow, hit, around.get(hit.sentence, ()), near)
        if beside is None:
            continue
        other = beside[1]
        between = shadow[min(hit.to, other.to) : max(hit.at, other.at)]
        before = hit.at < other.at
        if (compiled(apart).search(between) is None) if before else compiled(_IS).search(between):
            yield Hit(hit.sentence, min(hit.at, other.at), max(hit.to, other.to))


def praises(
    article: Article, kinds: Iterable[tuple[bool, Iterable[Hit]]], idioms: Mapping[int, Hits], selling: bool
) -> list[Praise]:
    """All places in reading order, each kind with whether it is strong; of two that overlap the earlier kind counts."""
    before = _words_before(article)
    taken: dict[int, list[Hit]] = {}
    found = []
    for strong, hits in kinds:
        for hit in hits:
            others = taken.setdefault(hit.sentence, [])
            if any(overlap(hit, other) for other in others):
                continue
            others.append(hit)
            sentence = article.sentences[hit.sentence]
            idiom = next((idiom for idiom in idioms.get(hit.sentence, ()) if overlap(hit, idiom)), None)
            idiom = idiom or _name(article, sentence, hit)
            flags = (exception(article, hit, idiom),) if idiom else quoted_by_others(article, hit, selling)
            denied = any(flag.flag in _NOT_MEANT and flag.at <= hit.at < flag.to for flag in sentence.flags)
            place = before[hit.sentence] + sentence.shadow[: hit.at].count(b" ")
            found.append(Praise(hit, strong, flags, place, not flags and not denied))
    return sorted(found, key=lambda praise: (praise.hit.sentence, praise.hit.at))


def _words_before(article: Article) -> list[int]:
    counts, total = [], 0
    for sentence in article.sentences:
        counts.append(total)
        total += len(sentence.shadow.split())
    return counts


def _name(article: Article, sentence: Sentence, hit: Hit) -> Hit | None:
    """The phrase as part of a name: in capitals inside a sentence, beside another capitalised word."""
    if not hit.at or article.block(sentence).kind == "heading":
        return None
    text = sentence.text
    others = (text[: hit.at] + text[hit.to :]).split()
    if sum(word[:1].isupper() for word in others) >= _TITLE * len(others):
        return None
    own = text[hit.at : hit.to].split()
    if not all(word[:1].isupper() for word in own):
        return None
    after, before = text[hit.to :].split(maxsplit=1), text[: hit.at].split()
    beside = (after and after[0][:1].isupper()) or (len(before) > 1 and before[-1][:1].isupper())
    return hit if beside or len(own) > 1 else None
