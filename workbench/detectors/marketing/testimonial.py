"""Stories and praise of customers, told as proof that something works."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import groupby

from msgspec.structs import replace

from workbench.detectors import Hits, phrase
from workbench.detectors.marketing._selling import cleared, offers_something
from workbench.detectors.marketing._slots import together
from workbench.model import Article, Hit, Match
from workbench.patterns import exact

# A line that signs what stands above it: “– Ana E.”, “-- Tom, 44, Ohio”, “Priya, Leicester”.
PAGE = True  # what stands elsewhere on the page counts
_SIGNED = (
    r"^\W*--?\s*[A-Z][a-z]*\.?( ?[A-Z]\w*\.?)?(, [^.]{0,40})?\W*$"
    r"|^\W*[A-Z][a-z]+( [A-Z]\.?)?, (\d\d, )?[A-Z][a-z]+\.?\W*$"
)
_NAMES = r"\b[A-Z][a-z]+'s\b"  # Ana's
_REACH = 1  # blocks from a quotation to the name, stars or "verified buyer" below it
_STORY = 14  # words at most between a person, what they took and what became of them


def detect(
    article: Article,
    *,
    crowds: Hits,
    masses: Hits,
    joy: Hits,
    since: Hits,
    kin: Hits,
    gains: Hits,
    stories: Hits,
    others: Hits,
    witness: Hits,
    effect: Hits,
    feelings: Hits,
    own_words: Hits,
    too: Hits,
    signatures: Hits,
    named: Hits,
    offers: str = "",
    least: int = 2,
    near: int = 9,
    but_not: Hits = (),
    cleared_by: Hits = (),
) -> Iterator[Match]:
    """Every such story; several of one sentence are one match.

    A patient whom a reporter quotes is no testimonial: the story counts on a page that sells, or signed as a review.

    Args:
        crowds: customers in bulk, and stories that promise the reader the same; reported on any page.
        masses: with `joy` close by, the same in other words ("thousands of women", "trust").
        joy: that they are pleased.
        since: a product that somebody took; with `kin` and `gains`, a story from the family, on any page.
        kin: the writer and those about them.
        gains: what they can do again.
        stories: somebody else's recovery ("Ana's anxiety vanished"); counts where the page sells.
        others: those it is told of; with an `effect`, the same.
        witness: words of the first person; with an `effect` a story of one's own. It counts where the page sells or a
            signature stands in the same block or beside it.
        effect: what became of it ("gone", "lost 20 pounds").
        feelings: what says little but in the first person ("improved").
        own_words: effects that say whose they are ("changed my life"); the same without a `witness`.
        too: the promise of the same; with an `effect`, on any page.
        signatures: how a review is signed ("verified buyer", stars).
        named: quoted by first name; signs a story too, where nothing in its block clears it.
        offers: the key of the words of a page that sells ("vocabulary/selling").
        least: so many different ones make a page sell.
        near: words at most between the parts of such a story.
        but_not: idioms; a phrase that overlaps one is held back.
        cleared_by: words that show, wherever in the sentence, that it warns or that a study speaks.
    """
    found = {*crowds, *together(article, (masses, joy), near), *together(article, (effect, too), near)}
    found.update(together(article, (_named(article, kin, since), since, gains), _STORY))
    own = [*own_words, *together(article, (witness, effect), near)]
    own += together(article, (witness, feelings), near)
    stars = {hit.sentence for hit in signatures}
    found.update(hit for hit in effect if hit.sentence in stars)
    if offers_something(article, offers, least):
        found.update(own, stories, together(article, (_named(article, others, effect), effect), near))
    elif own:
        signed = _signed(article, signatures, named, cleared_by)
        found.update(hit for hit in own if article.sentences[hit.sentence].block in signed)
    spots = tuple(sorted(found, key=_place))
    matches = [_judged(article, match, cleared_by) for match in phrase.detect(article, phrases=spots, but_not=but_not)]
    for _, told in groupby(matches, key=lambda match: (match.sentence, bool(match.flags))):
        yield next(told)


def _named(article: Article, persons: Hits, beside: Hits) -> Hits:
    """These persons and, where one of the other words stands in the sentence, those who are named ("Ana's")."""
    found, name = set(persons), exact(_NAMES, any_case=False)
    for index in {hit.sentence for hit in beside}:
        found.update(Hit(index, *place.span()) for place in name.finditer(article.sentences[index].shadow))
    return tuple(sorted(found, key=_place))


def _place(hit: Hit) -> tuple[int, int, int]:
    return hit.sentence, hit.at, hit.to


def _signed(article: Article, signatures: Hits, named: Hits, cues: Hits) -> Set[int]:
    """The blocks with a signature, and those beside them."""
    blocks = {article.sentences[hit.sentence].block for hit in signatures}
    line = exact(_SIGNED, any_case=False)
    blocks.update(sentence.block for sentence in article.sentences if line.search(sentence.shadow))
    near = {block + step for block in blocks for step in range(-_REACH, _REACH + 1)}
    calm = {article.sentences[hit.sentence].block for hit in cues}
    return near | ({article.sentences[hit.sentence].block for hit in named} - calm)


def _judged(article: Article, match: Match, cues: Hits) -> Match:
    if match.flags or match.sentence is None:
        return match
    return replace(match, flags=cleared(article, Hit(match.sentence, match.at, match.to), cues))
