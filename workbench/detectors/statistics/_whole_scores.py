"""Printed means of whole numbers whose group is known: ratings of one item, sum scores, counted events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.figures import means
from workbench.figures.page import page_of
from workbench.figures.stated import Mean
from workbench.model import Article, Hit, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_UNITS = ("", "points", "point", "stars", "marks")
_SUM_FROM = 20  # a scale that ends here or higher is one of added points
_PERCENT_LIKE = 100  # … but 0 to 100 may be anything
_RATED = 11  # the most answers one question has
_NUMBER_OF = r"\b(?:number|count|total) of (?:\w+ ){0,4}(?:\w+ )?(?:was|were|is|of|fell to|rose to|dropped to|[=:])? ?$"
_HIDDEN = (
    r"\b(?:complet(?:ers?|ion)|completed (?:the |all |both )?(?:study|trial|treatment|program\w*|course|follow-?up"
    r"|protocol|\d)"
    r"|completed$|follow(?:ed|-?up| up)|analy[sz]ed|missing|available|responders?|sub-?groups?|later|whom|those"
    r"|(?:at|by|after) (?:the )?(?:(?:\d+|one|two|three|four|six|eight|twelve)[ -])?(?:weeks?|months?|years?|days?|end)"
    r"|each (?:group|arm)|groups|arms|placebo|controls?|dropp?ed out|dropouts?|withdrew|excluded|randomi[sz]ed|screened"
    r"|remaining|others?)\b"
)


_MEAN_NUMBER = (
    r"\b(?:mean|average) (?:number|count|total) of (?:[\w-]+ ){1,6}(?:was|were|is|of|fell to|rose to|dropped to"
    r"|[=:])? ?$"
)
_NAMED = r"\b(?:month|week|day|year|visit|wave|grade|phase|session|figure|table) $"
_BARE_MEAN = r"^ ?(?:The|Their|On) (?:mean|average) (?:was|is|came to|of|number was) ?$"
_THINGS = r" ([a-z]{3,}s)\b"
_SPANS = r"(?:hours|minutes|seconds|weeks|months|years|grams|litres|liters|miles|glasses|cups|portions|tablets|steps)"
_TALLIED = r"\b(?:count(?:ed|ing)|tall(?:y|ied)|(?:one|1|a) point (?:each|apiece|for each|per))\b"
_TIMED = r"\b(?:baseline|before|after|(?:at|in) (?:week|month))\b"
_IN_THE = r"\b(?:in|among|for|by) the $"  # another group: “2.47 in the 15 by day and 3.56 in the 17 by night”
_WHOLE = r"\bwhole (?:numbers?|[a-z]+s)\b"
_RATE = r"(?:per|a|each|every) |(?:daily|weekly|monthly|nightly)$"
_COUNTING = (
    r"\b(?:whole (?:numbers?|days?|nights?|points?|marks?|stars?|hours?|[a-z]+s)"
    r"|(?:numbers?|counts?) of|count(?:ed|ing"
    r"|s)?|tall(?:y|ied))\b"
)


class Scored(NamedTuple):
    """A mean of whole numbers: of how many people, of how many items each; `sure` where nothing else can be meant.

    `n` is 0 where the group is not known.
    """

    mean: Mean
    n: int
    items: int
    sure: bool


class Lists(NamedTuple):
    """Words of a check, by sentence: single questions, instruments with a whole-number total, counted events, and what
    makes a mean no plain mean of whole numbers."""

    single: dict[int, tuple[Hit, ...]]
    instruments: dict[int, tuple[Hit, ...]]
    events: dict[int, tuple[Hit, ...]]
    never: dict[int, tuple[Hit, ...]]


def lists(single: Hits, instruments: Hits, events: Hits, never: Hits) -> Lists:
    """The lists of a check, put by sentence."""
    return Lists(by_sentence(single), by_sentence(instruments), by_sentence(events), by_sentence(never))


def read(article: Article, words: Lists) -> Iterator[Scored]:
    """Every mean that is one of whole numbers by its words, in reading order."""
    for mean in means.read(article):
        sentence = article.sentences[mean.words.sentence]
        scale = mean.scale.words.sentence if mean.scale is not None else sentence.index
        plain = mean.unit in _UNITS or mean.unit.startswith(("out of", "/")) or _event_unit(mean)
        if not plain and not _asked_how_many(article, sentence, mean):
            continue
        if any(_never(article, index, words) for index in (sentence.index, scale, *mean.about)):
            continue
        items = _items(article, sentence, mean, words)
        if items is not None:
            n, beside = _group(article, sentence, mean)
            yield Scored(mean, n, items[0], beside and items[1])


def _never(article: Article, index: int, words: Lists) -> bool:
    """Whether a sentence has a word of means that are none of whole numbers; “whole cups per day” are whole."""
    whole = exact(_WHOLE).search(article.sentences[index].shadow) is not None
    text = article.sentences[index].text
    return any(
        not (whole and exact(_RATE).match(text[hit.at : hit.to].encode("ascii", "replace")))
        for hit in words.never.get(index, ())
    )


def _items(article: Article, sentence: Sentence, mean: Mean, words: Lists) -> tuple[int, bool] | None:
    """How many whole numbers of each person were averaged, and whether that is plain; None where they may be none."""
    scale = mean.scale
    asked = {sentence.index, scale.words.sentence if scale is not None else sentence.index, *mean.about}
    if scale is not None and scale.items is not None and scale.items > 1:
        return (
            None if mean.kind or not scale.words.text[:4].lower().startswith(("mean", "aver")) else (scale.items, True)
        )
    answers = None
    if scale is not None:
        answers = scale.points or (
            int(scale.high - scale.low) + 1 if scale.high is not None and scale.low is not None else 1
        )
    anchored = scale is not None and "=" in scale.words.text  # 0 = none, 10 = worst
    if answers is not None and answers <= _RATED and (anchored or any(index in words.single for index in asked)):
        return None if _several(article, sentence, mean) else (1, True)
    if scale is not None and scale.high is not None and _SUM_FROM <= scale.high < _PERCENT_LIKE:
        return 1, False
    if any(hit.to <= mean.words.at for hit in words.instruments.get(sentence.index, ())):
        return 1, False
    if _counts(article, sentence, mean):
        return 1, False
    if mean.about and words.events.get(mean.about[0]) and sentence.index != mean.about[0]:
        return 1, True  # a column “Mean decayed teeth”
    for hit in words.events.get(sentence.index, ()):
        gap = sentence.shadow[mean.mean.to : max(mean.mean.to, hit.at)]
        if hit.at >= mean.mean.to and exact(r" (?:\w+ ){0,2}").fullmatch(gap) is not None:
            return 1, True
        if hit.to <= mean.mean.at and exact(_NUMBER_OF).search(before(sentence.shadow, mean.mean.at, 80)) is not None:
            return 1, True
    return None


def _counts(article: Article, sentence: Sentence, mean: Mean) -> bool:
    """Whether the words of a mean, or of its table, say that what is averaged was counted in whole numbers."""
    if (
        _asked_how_many(article, sentence, mean)
        or _event_unit(mean)
        or exact(_MEAN_NUMBER).search(before(sentence.shadow, mean.mean.at, 90)) is not None
    ):
        return True
    if mean.about:
        return any(exact(_COUNTING).search(article.sentences[index].shadow) is not None for index in mean.about)
    ahead = sentence.shadow[: mean.mean.at]
    earlier = next(iter(page_of(article).before(sentence, 1)), None)
    if exact(_BARE_MEAN).match(ahead) is not None and earlier is not None:
        ahead = earlier.shadow
        if exact(_TALLIED).search(ahead) is None:
            return False
    return (
        mean.unit in ("", "points")
        and exact(rf"{_COUNTING}|{_TALLIED}").search(ahead) is not None
        and not _several(article, sentence, mean)
    )


def _asked_how_many(article: Article, sentence: Sentence, mean: Mean) -> bool:
    """Whether people told how many of the very things there were: “wrote down how many days … The mean was 3.48 days”.

    Spans that have halves (hours, weeks) are never counted; of other things, “how many times” asks for any of them.
    """
    found = exact(_THINGS).match(after(sentence.shadow, mean.mean.to, 24))
    if found is None or exact(_SPANS).fullmatch(found.group(1)) is not None:
        return False
    thing = found.group(1).decode()
    asked = [sentence.shadow[: mean.mean.at], *(one.shadow for one in page_of(article).before(sentence, 1))]
    named = rf"\b(?:how many|the number of) (?:[a-z]+ )?{thing}\b"
    times = r"\b(?:how many times|how often they)\b" if thing not in ("days", "nights") else named
    return any(exact(named).search(one) is not None or exact(times).search(one) is not None for one in asked)


def _several(article: Article, sentence: Sentence, mean: Mean) -> bool:
    """Whether another number may be one of things rated by each person: “rated 12 statements”, “over six films”."""
    sizes = {size.number.value for size in mean.sizes}
    beside = any(size.where == "beside" for size in mean.sizes)
    timed = exact(_TIMED).search(sentence.shadow) is not None  # “rated it twice; at baseline …”
    for one in page_of(article).numerals(sentence):
        inside = mean.words.at <= one.at < mean.words.to
        scale = mean.scale is not None and mean.scale.words.sentence == one.sentence
        of_scale = scale and mean.scale is not None and mean.scale.words.at <= one.at < mean.scale.words.to
        single = one.value < 2 or (one.text.lower() == "twice" and timed) or one.value != one.value.to_integral_value()
        named = exact(_NAMED).search(before(sentence.shadow, one.at, 12)) is not None
        named = named or (beside and exact(_IN_THE).search(before(sentence.shadow, one.at, 12)) is not None)
        if not inside and not of_scale and not single and not named and one.value not in sizes:
            return True
    return False


def _event_unit(mean: Mean) -> bool:
    return mean.unit.rstrip("s") in ("session", "visit", "infusion", "drink", "episode", "attack", "cigarette", "time")


def _group(article: Article, sentence: Sentence, mean: Mean) -> tuple[int, bool]:
    """The one group a mean can be of (0 = not known), and whether it stands beside it."""
    sizes = {int(size.number.value) for size in mean.sizes}
    if len(sizes) != 1 or any(size.approximate for size in mean.sizes):
        return 0, False
    size = mean.sizes[0]
    if size.where in ("beside", "column"):
        return sizes.pop(), size.where == "beside"
    around = sentence.shadow
    if size.number.sentence != sentence.index:
        around += b" " + article.sentences[size.number.sentence].shadow
    if exact(_HIDDEN).search(around) is not None or _further(article, sentence, mean):
        return 0, False
    return sizes.pop(), False


def _further(article: Article, sentence: Sentence, mean: Mean) -> bool:
    """Whether other people are counted between the group and the mean: “Twenty enrolled; 18 came”."""
    at = {size.number.sentence for size in mean.sizes} | {sentence.index}
    told = {size.number.value for size in mean.sizes}
    for index in range(min(at), max(at) + 1):
        for quantity in article.quantities[index]:
            alone = quantity.kind == "number" and not quantity.unit and quantity.low == quantity.high
            bare = alone and quantity.low is not None and quantity.low == int(quantity.low) and quantity.low > 1
            of_scale = mean.scale is not None and mean.scale.words.sentence == index
            in_scale = of_scale and mean.scale is not None and mean.scale.words.at <= quantity.at < mean.scale.words.to
            if (
                bare
                and quantity.low not in told
                and not in_scale
                and exact(r" ?[-)(]").match(after(article.sentences[index].shadow, quantity.to, 2)) is None
            ):
                return True
    return False
