"""Body weights in a sentence, and whether a dose is told for one: “a 70 kg adult”, “someone of 154 pounds”."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from workbench.doses import Dose
from workbench.model import Article, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

KILOGRAMS = {"kg": Fraction(1), "lb": Fraction(45359237, 100000000)}
_THRESHOLD = (
    r"\b(?:over|under|above|below|up to|at (?:least|most)|(?:more|less|heavier|lighter|greater|fewer) than|exceed\w*"
    r"|from|until|reach\w*|lost|lose|gain\w*|every|each|per|for each|limit|maximum)(?: (?:about|of|the|a))* $"
    r"|[<>] ?=? ?$"
)
_OR_MORE = r"^ ?(?:\+|or (?:more|less|over|under|above|below|heavier|lighter)|and (?:over|above|more|under|below))"
_OF_BODY = (
    r"^[- ]?(?:(?:adult|person|patient|man|woman|child|teen\w*|boy|girl|infant|baby|toddler|human|individual|volunteer"
    r"|someone|body|participant|adolescent|user|kid|daughter|son|mother|father|sister|brother|wife|husband|aunt"
    r"|uncle|grandson|granddaughter)s?\b|$|[,.;:)])"
)
_WEIGHS = (
    r"\b(?:weigh\w*|weight\w*|person|patient|adult|child|man|woman|someone|anyone|baby|infant|people|at|for|of"
    r"|if you are|is|x|\*|by|my|our|his|her)(?: (?:is|of|about|around|a|an|who|at|in|whose|the|exactly|only|just"
    r"|with))* $"
)
_POUNDS = r"\b(\d{1,3}(?:\.\d)?)[- ]pounds?\b"
_NEAR_WEIGHT = 70  # characters
_ANOTHER = r"\b(?:and|plus|with|then|before|after|followed by|along with|later)(?: (?:\w+ ){0,3})? ?$"
_FILLED = r"\b(?:fill|load|start|begin|treat|dose)\w*[^.;,]{0,24} with (?:about |a |the )?$"
_FOR_BODY = r"^[^.;\d]{0,24}\b(?:for|in|if|at) (?:(?:an?|you|someone|somebody|a person|who|weighs?|weighing|about) )*$"


class Weight(Struct, frozen=True):
    """A body weight as printed."""

    at: int
    to: int
    value: Decimal
    unit: str
    vague: bool = False


def weights(article: Article, sentence: Sentence) -> Iterator[Weight]:
    """The body weights of a sentence that are no threshold, range or loss."""
    for weight in _printed(article, sentence):
        left, right = before(sentence.shadow, weight.at, 40), after(sentence.shadow, weight.to, 24)
        if exact(_THRESHOLD).search(left) is not None or exact(_OR_MORE).match(right) is not None:
            continue
        if exact(_OF_BODY).match(right) is not None or exact(_WEIGHS).search(left) is not None:
            yield weight


def _printed(article: Article, sentence: Sentence) -> Iterator[Weight]:
    for quantity in article.quantities[sentence.index]:
        if quantity.unit in KILOGRAMS and quantity.low and quantity.low == quantity.high:
            yield Weight(quantity.at, quantity.to, quantity.low, quantity.unit, quantity.approximate)
    for found in exact(_POUNDS).finditer(sentence.shadow):  # money as often as weight: no unit by itself
        yield Weight(found.start(1), found.end(), Decimal(found.group(1).decode()), "lb")


def belongs(sentence: Sentence, weight: Weight, total: Dose) -> bool:
    """Whether a total is told for a weight: near it, and not as a further medicine beside it."""
    at, to = total.words.at, total.words.to
    if weight.at >= to:
        gap = sentence.shadow[to : weight.at]
        if exact(_FOR_BODY).match(gap) is not None:
            return True
    else:
        gap = sentence.shadow[weight.to : at]
    left = before(sentence.shadow, at, 40)
    another = exact(_ANOTHER).search(left) is not None and exact(_FILLED).search(left) is None
    return len(gap) <= _NEAR_WEIGHT and not another
