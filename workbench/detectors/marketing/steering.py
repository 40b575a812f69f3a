"""An editorial page that sends its readers to one seller."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from workbench.detectors import Hits, phrase
from workbench.detectors.marketing._selling import meant, words
from workbench.detectors.phrase import by_sentence, exception, overlap
from workbench.model import Article, Hit, Match


def detect(
    article: Article,
    *,
    calls: Hits,
    orders: Hits = (),
    own: Hits = (),
    own_most: int = 2,
    public: Hits = (),
    labelled: Hits = (),
    known: tuple[str, ...] = (),
    but_not: Hits = (),
) -> Iterator[Match]:
    """Every call to go to a named seller, on a page that is not the seller's own.

    Args:
        calls: sending the reader to a name, the name last or first ("sites like Glowmind are designed to help you").
        orders: calls that name no one ("order from the official website"); they count where the page names one
            product again and again.
        own: words by which a page is its publisher's own shop ("our clinic", "we offer").
        own_most: from so many different ones on it is one, and may send people to itself.
        public: names and kinds of public and charitable bodies; a call that holds one is held back.
        labelled: words that label a stretch as advertising; a call below one is held back.
        known: keys of vocabularies of things that are no sellers (drugs); a call that holds one is none.
        but_not: idioms; a call that overlaps one is held back.
    """
    if len({words(article, hit).casefold() for hit in own if meant(article, hit)}) >= own_most:
        return
    things = by_sentence(
        sorted((hit for key in known for hit in article.hits.get(key, ())), key=lambda hit: hit.sentence)
    )
    named = (call for call in calls if not any(overlap(call, thing) for thing in things.get(call.sentence, ())))
    found = {*named, *(orders if orders and _one_name(article) else ())}
    spots = tuple(sorted(found, key=lambda hit: (hit.sentence, hit.at, hit.to)))
    bodies = [hit for hit in public if words(article, hit)[:1].isupper()]
    labels = [(article.sentences[hit.sentence].block, hit) for hit in labelled]
    for match in phrase.detect(article, phrases=spots, but_not=but_not):
        if match.sentence is not None and not match.flags:
            hit = Hit(match.sentence, match.at, match.to)
            body = next((one for one in bodies if one.sentence == hit.sentence), None) or _label(article, hit, labels)
            match = replace(match, flags=(exception(article, hit, body),) if body else ())
        yield match


def _label(article: Article, hit: Hit, labels: list[tuple[int, Hit]]) -> Hit | None:
    """The label of the hit's own block or of a heading above it."""
    block = article.sentences[hit.sentence].block
    over = {block, *article.document.blocks[block].section}
    return next((label for at, label in labels if at in over), None)


_OFTEN = 4  # times that a name stands on the page


def _one_name(article: Article) -> bool:
    """Whether one name comes again and again and no other comes half as often.

    A name is a word with a capital that stands inside some sentence; at their beginnings every word has one.
    """
    names: Counter[str] = Counter()
    inside: set[str] = set()
    for sentence in article.sentences:
        block = article.block(sentence)
        if block.kind not in ("paragraph", "item") or block.boilerplate:
            continue
        for place, word in enumerate(sentence.text.split()):
            if word[:1].isupper() and word[1:2].islower():
                name = word.strip(".,;:!?()'’\"")
                names[name] += 1
                if place:
                    inside.add(name)
    ranked = [count for name, count in names.most_common() if name in inside]
    return bool(ranked) and ranked[0] >= _OFTEN and (len(ranked) == 1 or ranked[1] * 2 <= ranked[0])
