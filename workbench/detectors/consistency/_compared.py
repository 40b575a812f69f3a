"""The values of an article's prose that may be compared, each read only as far as it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property

from workbench.attributes.telling import AN_HOUR, ANSWER, hours, question, row_labels
from workbench.attributes.values import Stretch, base_of, stretch
from workbench.detectors.consistency._thing_names import Thing
from workbench.joined import joined
from workbench.kinds import kinds
from workbench.model import Article, Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_KINDS = ("duration", "money", "dose", "count", "age", "percent", "frequency")
OLDER = (
    r"\b(?:people|adults|men|women|children|patients|those|anyone|everybody|everyone)"
    r" (?:over|above|from|under|below) $"
)
IF_AGED = r"^[*_ ]*if (?:you|they|she|he)(?: are|'re| is)(?: over| at least| aged| above| under| below)? $"
_OLDER_ENDS = (b"over ", b"above ", b"from ", b"under ", b"below ")  # of what that pattern meets
_FOR = r"\bfor [a-z]+ (?:[a-z]+ ){1,2}$"
_DOSE_OF, _DOSE = r"\bdoses? of $", r"^[ -](?:doses?|group|arm|tablets?|strength|version)\b"
_SHARE_OF = (  # a share that has a name
    r"\b(?:rates?|percentage|proportion|prevalence|incidence|accuracy|sensitivity|specificity|coverage|turnout|uptake"
    r"|adherence)\b[^.;:,%]{0,40} $"
)
_CAN = r"^ (?:can|may|could|are (?:welcome|invited|offered|eligible|allowed|entitled)|have a right)\b"
_DEGREES = r"(-?\d{1,3})(?:(?: ?~ ?[CF])? ?(?:-|to|and) ?(-?\d{1,3}))? ?~ ?([CF])\b"
_OPEN_HOURS = (
    r"\b(?:open|answered|staffed|available|runs?|call|ring|phone|reach|visit|visitors|visiting|hours|drop in|stay|come"
    r"|guests)"
    r"\b[^.;]{0,40}?(?:(?: from| between|:) (\d{1,2})(?:[:.](\d\d))? ?(?:[ap]\.?m\.?)? ?(?:-|to|and|until|till) ?"
    r"| (?:until|till) )(\d{1,2})(?:[:.](\d\d))? ?(?:[ap]\.?m\b|o'clock|[.,;:)]|$| on | and | every | any )"
)
AGE, OPEN = "age", "open"


class Value:
    """A value at `[at, to)` of its sentence; `sort` is what it can be compared with.

    `printed` are its ends and unit: values that are printed the same agree. It is None where they need not. `label` is
    what names it from outside its sentence: its row, or the question before it.
    """

    def __init__(
        self,
        sentence: Sentence,
        place: tuple[int, int],
        read: Quantity | Stretch,
        label: bytes = b"",
        there: tuple[Quantity, ...] = (),
    ) -> None:
        self.sentence, (self.at, self.to), self.label, self._read, self._there = sentence, place, label, read, there
        self.printed: tuple[object, ...] | None = None
        self.things: tuple[Thing, ...] | None = None  # what it is of, once that was read
        if isinstance(read, Stretch):
            self.sort, self.unit = read.base, ""
        elif read.kind in ("age", "number"):
            self.sort, self.unit = AGE, read.unit
        else:
            self.sort, self.unit = base_of(read) or read.unit, read.unit
            self.printed = (read.low, read.high, read.unit)

    @cached_property
    def value(self) -> Stretch | None:
        """What it allows; None where it is nothing that is compared."""
        read = self._read
        if isinstance(read, Stretch):
            return read
        value = stretch(self.sentence, read) if _counts(self.sentence, read, self._there) else None
        if value is None or self.sort != AGE:
            return value
        if read.kind == "number":
            return Stretch(AGE, value.low, value.low, "year", False)
        low, high = (Fraction(end or 0) for end in (read.low, read.high))
        return Stretch(AGE, low, high, read.unit, False)


def values(article: Article) -> Iterator[Value]:
    """The values of an article's prose that may be compared, and those of its tables of two columns."""
    special = {index for pattern in (_DEGREES, _OPEN_HOURS) for index in joined(article).cued(pattern)}
    labels: Mapping[int, bytes] | None = None
    for index in sorted({*kinds(article).sentences, *special, *joined(article).cued(AN_HOUR)}):
        sentence, there = article.sentences[index], article.quantities[index]
        block, label = article.block(sentence), None
        if block.kind in ("code", "quote") or block.note:
            continue
        if block.kind == "cell":
            labels = row_labels(article) if labels is None else labels
            label = labels.get(sentence.block, b"")
            if not label:
                continue
        for quantity in (*there, *hours(sentence)):
            if quantity.kind in _KINDS or (quantity.kind == "number" and _may_be_age(sentence, quantity)):
                label = question(article, sentence) if label is None else label
                beside = label if quantity.at < ANSWER else b""
                yield Value(sentence, (quantity.at, quantity.to), quantity, beside, there)
        if sentence.index in special:
            yield from _special(sentence)


def _special(sentence: Sentence) -> Iterator[Value]:
    """Temperatures and hours of opening."""
    for found in exact(_DEGREES).finditer(sentence.shadow):
        low, high = (Fraction(int(found.group(group) or found.group(1))) for group in (1, 2))
        unit = f"degrees {found.group(3).decode()}"
        to = max(found.end(1), found.end(2))
        yield Value(sentence, (found.start(1), to), Stretch(unit, low, high, unit, False))
    for found in exact(_OPEN_HOURS).finditer(sentence.shadow):
        low, high = (_o_clock(found.group(group), found.group(group + 1)) for group in (1, 3))
        at = found.start(3 if found.group(1) is None else 1)
        more = exact(r"(?::\d\d)? ?[ap]\.?m\b").match(sentence.shadow, found.end(3))
        to = found.end(3) if more is None else more.end()
        yield Value(sentence, (at, to), Stretch(OPEN, low, high, OPEN, False))


def _o_clock(hour: bytes | None, minutes: bytes | None) -> Fraction:
    """An hour of the clock's twelve, for “9 to 5” and “9am to 5pm” are the same; -1 where none is told."""
    return Fraction(-1) if hour is None else int(hour) % 12 + Fraction(int(minutes or 0), 60)


def _may_be_age(sentence: Sentence, quantity: Quantity) -> bool:
    return not quantity.unit and before(sentence.shadow, quantity.at, 6).lower().endswith(_OLDER_ENDS)


def _counts(sentence: Sentence, quantity: Quantity, there: tuple[Quantity, ...]) -> bool:
    left, right = before(sentence.shadow, quantity.at, 40), after(sentence.shadow, quantity.to, 32)
    single = quantity.kind == "age" and quantity.low == quantity.high
    if quantity.kind == "number" or single:
        allowed = exact(rf"{_FOR}|{IF_AGED}").search(left) is not None or exact(_CAN).match(right) is not None
        return allowed and (single or (not quantity.unit and exact(OLDER).search(left) is not None))
    if quantity.kind == "frequency":
        return not any(one.kind == "dose" for one in there)  # which is told with its dose
    if quantity.kind == "percent":
        return exact(_SHARE_OF).search(before(sentence.shadow, quantity.at, 72)) is not None
    name = quantity.kind == "dose" and (exact(_DOSE_OF).search(left) or exact(_DOSE).match(right))
    return not name  # “the 5 mg dose helped”
