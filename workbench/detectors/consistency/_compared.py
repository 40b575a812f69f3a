"""The values of an article's prose that may be compared, each read only as far as it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property

from workbench.detectors.consistency._values import Stretch, base_of, stretch
from workbench.joined import joined
from workbench.model import Article, Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_KINDS = ("duration", "money", "dose", "count", "age")
OLDER = (
    r"\b(?:people|adults|men|women|children|patients|those|anyone|everybody|everyone)"
    r" (?:over|above|from|under|below) $"
)
_OLDER_ENDS = (b"over ", b"above ", b"from ", b"under ", b"below ")  # of what that pattern meets
_FOR = r"\bfor [a-z]+ (?:[a-z]+ ){1,2}$"
_DOSE_OF, _DOSE = r"\bdoses? of $", r"^[ -](?:doses?|group|arm|tablets?|strength|version)\b"
_CAN = r"^ (?:can|may|could|are (?:welcome|invited|offered|eligible|allowed|entitled)|have a right)\b"
_DEGREES = r"(-?\d{1,3})(?:(?: ?~ ?[CF])? ?(?:-|to|and) ?(-?\d{1,3}))? ?~ ?([CF])\b"
_OPEN_HOURS = (
    r"\b(?:open|answered|staffed|available|runs?)\b[^.;:,]{0,20} from (\d{1,2}) to (\d{1,2})(?:[.,;:]|$| on | and )"
)
AGE, OPEN = "age", "open"


class Value:
    """A value at `[at, to)` of its sentence; `sort` is what it can be compared with.

    `printed` are its ends and unit: values that are printed the same agree. It is None where they need not.
    """

    def __init__(self, sentence: Sentence, at: int, to: int, read: Quantity | Stretch) -> None:
        self.sentence, self.at, self.to, self._read = sentence, at, to, read
        self.printed: tuple[object, ...] | None = None
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
        value = stretch(self.sentence, read) if _counts(self.sentence, read) else None
        if value is None or self.sort != AGE:
            return value
        if read.kind == "number":
            return Stretch(AGE, value.low, value.low, "year", False)
        return Stretch(AGE, value.low, value.high, read.unit, False)


def values(article: Article) -> Iterator[Value]:
    """The values of an article's prose that may be compared."""
    special = {index for pattern in (_DEGREES, _OPEN_HOURS) for index in joined(article).cued(pattern)}
    for sentence, there in zip(article.sentences, article.quantities, strict=True):
        if not (there or sentence.index in special):
            continue
        block = article.block(sentence)
        if block.kind in ("cell", "heading", "code", "quote") or block.note:
            continue
        for quantity in there:
            if quantity.kind in _KINDS or (quantity.kind == "number" and _may_be_age(sentence, quantity)):
                yield Value(sentence, quantity.at, quantity.to, quantity)
        if sentence.index in special:
            yield from _special(sentence)


def _special(sentence: Sentence) -> Iterator[Value]:
    """Temperatures and hours of opening."""
    for pattern, base in ((_DEGREES, "degrees"), (_OPEN_HOURS, OPEN)):
        for found in exact(pattern).finditer(sentence.shadow):
            low, high = (Fraction(int(found.group(group) or found.group(1))) for group in (1, 2))
            unit = base if base == OPEN else f"degrees {found.group(3).decode()}"
            value = Stretch(base if base == OPEN else unit, low, high, unit, False)
            yield Value(sentence, found.start(1), max(found.end(1), found.end(2)), value)


def _may_be_age(sentence: Sentence, quantity: Quantity) -> bool:
    return not quantity.unit and before(sentence.shadow, quantity.at, 6).lower().endswith(_OLDER_ENDS)


def _counts(sentence: Sentence, quantity: Quantity) -> bool:
    left, right = before(sentence.shadow, quantity.at, 40), after(sentence.shadow, quantity.to, 32)
    single = quantity.kind == "age" and quantity.low == quantity.high
    if quantity.kind == "number" or single:
        allowed = exact(_FOR).search(left) is not None or exact(_CAN).match(right) is not None
        return allowed and (single or (not quantity.unit and exact(OLDER).search(left) is not None))
    name = quantity.kind == "dose" and (exact(_DOSE_OF).search(left) or exact(_DOSE).match(right))
    return not name  # “the 5 mg dose helped”
