"""Something called safe because a small group showed no harm: none seen in n people still allows about 3 in n."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.statistics._conclusions import Conclusions
from workbench.detectors.statistics._drawn import clause, doubts, stretch, taken_back, words
from workbench.figures import groups
from workbench.model import Article, Evidence, Hit, Match, Sentence
from workbench.patterns import exact
from workbench.statistics import effects

VALUES = ("n", "most", "said")
_NONE = r"\b(?:none|nobody|no one|not one|zero|0)\b"
_COUNTS = ("group", "count", "number")  # “27 of the new crowns”
_RULED = 20  # people from which on the rule of three is close enough
_TOLERANCE = "what 95% confidence leaves possible where nothing was seen (rule of three)"


def detect(
    article: Article,
    *,
    unharmed: Hits,
    harms: Hits,
    firm: Hits,
    general: Hits = (),
    drawing: Hits = (),
    but_not: Hits = (),
    caveats: Hits = (),
    least: int = 5,
    below: int = 1000,
) -> Iterator[Match]:
    """Every conclusion of safety from a group of `least` to fewer than `below` people in which no harm was seen.

    Args:
        unharmed: that none was seen ("no side effects").
        harms: names of harm; with a share of none of the group ("none of the 38 had a side effect") the same.
        firm, general, drawing, but_not: how a text concludes that something is safe; see `Conclusions`.
        caveats: words near it that say what a small group cannot tell ("rule of three", "too few").
    """
    spots = tuple(_none_seen(article, unharmed, harms))
    if not spots:
        return
    conclusions = Conclusions(article, firm, general, drawing, but_not)
    reported = set[Hit]()
    for spot in spots:
        sentence = article.sentences[spot.sentence]
        people = _people(article, sentence)
        conclusion = conclusions.after(spot) if people is not None and least <= people < below else None
        if people is None or conclusion is None or conclusion in reported or taken_back(caveats, sentence):
            continue
        reported.add(conclusion)
        yield _match(article, spot, int(people), conclusion)


def _none_seen(article: Article, unharmed: Hits, harms: Hits) -> Iterator[Hit]:
    yield from unharmed
    none = exact(_NONE)
    named = {index: hits for index, hits in by_sentence(harms).items() if none.search(article.sentences[index].shadow)}
    for share in groups.read(article) if named else ():
        nobody = share.part == 0 or (share.count is not None and share.count.value == 0)
        harm = next((hit for hit in named.get(share.words.sentence, ()) if hit.at >= share.words.at), None)
        if nobody and harm is not None:
            yield Hit(share.words.sentence, share.words.at, max(share.words.to, harm.to))


def _people(article: Article, sentence: Sentence) -> Decimal | None:
    """The largest group told in a sentence, in those next to it, or in its paragraph."""
    near = [
        size.number.value
        for size in groups.sizes(article)
        if abs(size.number.sentence - sentence.index) <= 1
        or article.sentences[size.number.sentence].block == sentence.block
    ]
    there = (one for one in article.quantities[sentence.index] if one.kind in _COUNTS)
    counted = (one.high for one in there if one.high and one.low in (None, 0, one.high))
    return max(near, default=None) or max((one for one in counted if one == int(one)), default=None)


def _match(article: Article, spot: Hit, n: int, conclusion: Hit) -> Match:
    most = effects.at_most(n)
    ruled = n >= _RULED
    share = f"{(most.rule if ruled else most.exact).quantize(Decimal('0.1'))}%"
    worked = f"3 ÷ {n} = {share}" if ruled else f"1 − 0.05^(1/{n}) = {share}"
    place = stretch(article, spot, conclusion)
    return Match(
        place.sentence,
        place.at,
        place.to,
        values={"n": str(n), "most": share, "said": words(article, clause(article, conclusion))},
        evidence=Evidence("none-seen", f"{words(article, spot)}, {n} people", f"{worked} could be harmed", _TOLERANCE),
        flags=doubts(article, spot, conclusion),
    )
