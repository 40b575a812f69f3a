"""The words around a value: what it is told of, as far as words can say it without knowing the thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct

from workbench.detectors.consistency._nouns import FUNCTION, SEVERAL, singular
from workbench.detectors.consistency._thing_names import Thing
from workbench.detectors.consistency._things import things
from workbench.detectors.consistency._told import ANSWER, HOUR, Told, aside, hours, question, row_labels
from workbench.detectors.consistency._values import Stretch, stretch
from workbench.joined import joined
from workbench.model import Article, Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_KINDS = ("duration", "money", "dose", "count", "age", "frequency")
_OPENS = r"[,;:()!?]| (?:but|because|while|whereas|although|so that|which|and (?:you|we|it|they|then))\b"
_WORD = r"[a-z][a-z'-]+|\d[\d.,]*"
_DIRECTIONS = frozenset((b"before", b"after", b"until", b"within", b"between", b"since", b"ago", b"apart", b"later"))
_RATE = r"^(?: ?/ ?| (?:a|an|per|each|every|in a) )([a-z]+)\b|^ (daily|weekly|monthly|twice|once)\b"
_OPEN_TOLD = (
    r"^ ?should\b|\b(?:if|unless|when|whenever|suppose|imagine|another"
    r"|(?:may|might|can|could) (?:last|take|be|need|require|cost|go|run|reach|have|stay|feel))\b"
)
_LOOSE = rf"{_OPEN_TOLD}|\b(?:should|more than|less than|over|under|above|below|exceed|up to)\b"
_OLDER = (
    r"\b(?:people|adults|men|women|children|patients|those|anyone|everybody|everyone)"
    r" (?:over|above|from|under|below) $"
)
_IF_AGED = r"^[*_ ]*if (?:you|they|she|he)(?: are|'re| is)(?: over| at least| aged| above| under| below)? $"
_FOR = r"\bfor [a-z]+ (?:[a-z]+ ){1,2}$"
_DOSE_OF, _DOSE = r"\bdoses? of $", r"^[ -](?:doses?|group|arm|tablets?|strength|version)\b"
_CAN = r"^ (?:can|may|could|are (?:welcome|invited|offered|eligible|allowed|entitled)|have a right)\b"
_SHARE_OF = (  # a share that has a name
    r"\b(?:rates?|percentage|proportion|prevalence|incidence|accuracy|sensitivity|specificity|coverage|turnout|uptake"
    r"|adherence)\b[^.;:,%]{0,40} $"
)
_APART = r"^ (?:at|for|from|priced at)(?: (?:about|around|just|only))? $"  # “the hearing test, at $65, …”
_DEGREES = r"(-?\d{1,3})(?:(?: ?~ ?[CF])? ?(?:-|to|and) ?(-?\d{1,3}))? ?~ ?([CF])\b"
_OPEN_HOURS = (
    r"\b(?:open|answered|staffed|available|runs?|call|ring|phone|reach|visit|visitors|visiting|hours|drop in"
    r"|stay|come|guests)"
    r"\b[^.;]{0,40}?(?:(?: from| between|:) (\d{1,2})(?:[:.](\d\d))? ?(?:[ap]\.?m\.?)? ?(?:-|to|and|until|till) ?"
    r"| (?:until|till) )(\d{1,2})(?:[:.](\d\d))? ?(?:[ap]\.?m\b|o'clock|[.,;:)]|$| on | and | every | any )"
)
_TELLS = (
    r"\b(?:lasts?|lasted|takes?|took|is|was|are|were|has|had|holds?|contains?|costs?|runs?|ran|goes on|needs?)"
    r" (?:(?:for|about|around|only|just|up to|at least|some|roughly) )*$"
)
_WHOLLY = r"^(?: ?and)? ?[|] of [a-z-]+\b(?:$|[^a-z ]| (?:is|are|was|were)\b)"  # “14 hours of battery is fine”
_THE = r"(?:\b(?:the|these|those|your|our|all)) ?$"
_FRONT = r"^[*_ ]*((?:[^,;:()]|\d,\d){2,48}), ?$"
_NO_FRONT = (
    r"(?:but|and|so|yes|no|remember|note|as (?:we|i) said|in (?:short|fact|other words|sum|practice|general)"
    r"|all in all"
    r"|of course)\b"
)
_OF = r"^ of (?:(?:the|our|your|this|that|its) )?([a-z-]+(?: [a-z-]+)?)\b"
_SAME = "the same thing"
_ARTICLES = frozenset((b"a", b"the", b"an", b"our", b"your", b"this", b"that", b"each", b"their"))
_LINKS = ("of", "for", "to", "from")
AGE, OPEN = "age", "open"


class Around(Struct, frozen=True):
    """A value with the telling words of its clause, in their order; `rate` is what it is told per ("a day").

    `subject` are the words in front of a verb that tells it (“the battery lasted …”), `of` those of “… of the course”,
    `front` those of a phrase in front of the clause (“in winter, …”). `whole` is true for “the ten weeks”, which is no
    part of them, and `beside` are all words with the next one.
    """

    told: Told
    words: tuple[str, ...]
    directions: frozenset[bytes]
    rate: str
    subject: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    front: frozenset[str] = frozenset()
    whole: bool = False
    beside: tuple[tuple[str, str], ...] = ()
    things: tuple[Thing, ...] = ()


class Value(Struct, frozen=True):
    """A value before its words are looked at: `[at, to)` of its sentence, what it is, and its unit.

    `label` is what names it from outside its sentence: its row, or the question before it.
    """

    sentence: Sentence
    at: int
    to: int
    value: Stretch
    unit: str
    label: bytes = b""

    @property
    def sort(self) -> str:
        """What it can be compared with."""
        return self.value.base or self.unit

    def around(self, generic: frozenset[str]) -> Around:
        """The value with the words around it; `generic` words tell of no thing in particular."""
        return _around(self, generic)


def values(article: Article) -> Iterator[Value]:
    """The values of an article's prose that may be compared, and those of its tables of two columns."""
    special = {index for pattern in (_DEGREES, _OPEN_HOURS) for index in joined(article).cued(pattern)}
    labels: Mapping[int, bytes] | None = None
    for sentence in article.sentences:
        if not (article.quantities[sentence.index] or sentence.index in special or HOUR in sentence.shadow):
            continue
        block, label = article.block(sentence), question(article, sentence)
        if block.kind == "cell":
            labels = row_labels(article) if labels is None else labels
            label = labels.get(sentence.block, b"")
            if not label:
                continue
        if block.kind not in ("code", "quote") and not block.note:
            yield from _values(article, sentence, sentence.index in special, label)


def _values(article: Article, sentence: Sentence, special: bool, label: bytes) -> Iterator[Value]:
    there = article.quantities[sentence.index]
    for quantity in (*there, *hours(sentence)):
        value = stretch(sentence, quantity) if _counts(sentence, quantity, there) else None
        if value is not None:
            if quantity.kind == "number":
                value = Stretch(AGE, value.low, value.low, "year", False)
            elif quantity.kind == "age":
                low, high = (Fraction(end or 0) for end in (quantity.low, quantity.high))
                value = Stretch(AGE, low, high, quantity.unit, False)
            yield Value(
                sentence, quantity.at, quantity.to, value, quantity.unit, label if quantity.at < ANSWER else b""
            )
    if not special:
        return
    for found in exact(_DEGREES).finditer(sentence.shadow):
        low, high = (Fraction(int(found.group(group) or found.group(1))) for group in (1, 2))
        unit = f"degrees {found.group(3).decode()}"
        yield Value(
            sentence, found.start(1), max(found.end(1), found.end(2)), Stretch(unit, low, high, unit, False), ""
        )
    for found in exact(_OPEN_HOURS).finditer(sentence.shadow):
        low, high = (_o_clock(found.group(group), found.group(group + 1)) for group in (1, 3))
        at = found.start(3 if found.group(1) is None else 1)
        more = exact(r"(?::\d\d)? ?[ap]\.?m\b").match(sentence.shadow, found.end(3))
        to = found.end(3) if more is None else more.end()
        yield Value(sentence, at, to, Stretch(OPEN, low, high, OPEN, False), "")


def _o_clock(hour: bytes | None, minutes: bytes | None) -> Fraction:
    """An hour of the clock's twelve, for “9 to 5” and “9am to 5pm” are the same; -1 where none is told."""
    return Fraction(-1) if hour is None else int(hour) % 12 + Fraction(int(minutes or 0), 60)


def _counts(sentence: Sentence, quantity: Quantity, there: tuple[Quantity, ...]) -> bool:
    left, right = before(sentence.shadow, quantity.at, 40), after(sentence.shadow, quantity.to, 32)
    single = quantity.kind == "age" and quantity.low == quantity.high
    if quantity.kind == "number" or single:
        allowed = exact(rf"{_FOR}|{_IF_AGED}").search(left) is not None or exact(_CAN).match(right) is not None
        return allowed and (single or (not quantity.unit and exact(_OLDER).search(left) is not None))
    if quantity.kind == "frequency":
        return not any(one.kind == "dose" for one in there)  # which is told with its dose
    if quantity.kind == "percent":
        return exact(_SHARE_OF).search(before(sentence.shadow, quantity.at, 72)) is not None
    if quantity.kind == "dose" and (exact(_DOSE_OF).search(left) or exact(_DOSE).match(right)):
        return False  # “the 5 mg dose helped”: the amount is a name
    return quantity.kind in _KINDS


def _around(one: Value, generic: frozenset[str]) -> Around:
    sentence, at, to = one.sentence, one.at, one.to
    shadow = sentence.shadow
    start, end = _clause(shadow, at, to)
    if start > 1 and not _stems((shadow[start:at] + b" " + shadow[to:end]).lower(), generic):
        start = _clause(shadow, start - 1, to)[0]  # “for the women, aged 45 to 65, …”
    left, right = shadow[start:at].lower(), shadow[to:end].lower()
    if one.value.base == AGE and exact(_IF_AGED).match(left) is not None and b"," in shadow[to:]:
        left, right = b" ", shadow[to:].partition(b",")[2].lower()  # “if you are 55 or older, the test is free”
    beside = exact(_APART).match(left) is not None
    rate, named = exact(_RATE).match(right), exact(_OF).match(right)
    loose = exact(_LOOSE).search(left) is not None and exact(_OLDER).search(left) is None
    return Around(
        Told(
            sentence.index,
            at,
            to,
            _SAME,
            one.unit,
            frozenset(),
            one.value,
            sentence.text[at:to],
            aside(sentence, at, to),
        ),
        () if loose else _stems(left + b" " + right, generic),
        _DIRECTIONS.intersection(exact(_WORD).findall(left + b" " + right)),
        "" if rate is None else rate.group().decode().split()[-1],
        _stems(left, generic) if exact(_TELLS).search(left) is not None else (),
        _stems(named.group(1), generic) if named is not None else (),
        _front(shadow[:start], generic),
        exact(_THE).search(left) is not None or exact(_WHOLLY).match(left + b"|" + right) is not None,
        (*_beside(left), *_beside(right)),
        ()
        if exact(_OPEN_TOLD).search(left) is not None and one.value.base != OPEN
        else things(
            shadow[:at].lower() if beside else left,
            right,
            sentence.text[at:to],
            one.label or shadow[:at].lower(),
            one.value.base,
            generic,
        ),
    )


def _front(ahead: bytes, generic: frozenset[str]) -> frozenset[str]:
    """The words of a phrase in front of a clause: “in winter, …”, “once opened, …”."""
    found = exact(_FRONT).match(ahead)
    if found is None or exact(_NO_FRONT).match(found.group(1)) is not None:
        return frozenset()
    return frozenset(_stems(found.group(1).lower(), generic))


def _beside(text: bytes) -> Iterator[tuple[str, str]]:
    """Every word with the next one, or with what it is of: “result of a test”."""
    words = [stem(word.decode()) for word in exact(_WORD).findall(text) if word not in _ARTICLES]
    yield from pairwise(words)
    yield from ((one, other) for one, link, other in zip(words, words[1:], words[2:], strict=False) if link in _LINKS)


def _stems(text: bytes, generic: frozenset[str]) -> tuple[str, ...]:
    """The telling words of a text, without their endings."""
    words = (word.decode() for word in exact(_WORD).findall(text) if word not in FUNCTION or word in SEVERAL)
    return tuple(stem(word) for word in words if word not in generic)


def _clause(shadow: bytes, at: int, to: int) -> tuple[int, int]:
    opens = [found.end() for found in exact(_OPENS).finditer(shadow[:at])]
    closes = exact(_OPENS).search(shadow[to:])
    return max(opens, default=0), len(shadow) if closes is None else to + closes.start()


def stem(word: str) -> str:
    """A word without its ending, so far as that makes two forms of it the same."""
    word = singular(word.removesuffix("'s"))
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending)
    return word
