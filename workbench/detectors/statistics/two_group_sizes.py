"""One group that is told with two sizes: “the placebo group (n = 41) … the placebo group (n = 44)”."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.figures import groups
from workbench.figures.stated import Size
from workbench.model import Article, Evidence, Match
from workbench.numerals import before
from workbench.patterns import exact

VALUES = ("name", "first", "second")
_KIND = "group-size"
_SIZED = r"\bn ?[=:] ?$"
_NAMED = r"\b(?:group|arm|cohort)s?\b|^(?:placebo|sham|controls?|control group|usual care)$"
_NEAR = 2  # blocks


def detect(article: Article, *, careful: Hits = ()) -> Iterator[Match]:
    """Every group that is named and sized twice with different numbers, close together.

    Args:
        careful: words by which a group gets smaller, or is one of another study ("completed", "trial", "week").
    """
    sizes = [size for size in groups.sizes(article) if size.label and _sized(article, size)]
    if len(sizes) < 2:
        return
    left = {hit.sentence for hit in careful}
    first: dict[str, Size] = {}
    for size in sizes:
        name = size.label.lower().rpartition("the ")[2]
        known = first.setdefault(name, size)
        if known.number.value != size.number.value and _near(article, known, size):
            between = range(known.number.sentence, size.number.sentence + 1)
            if not left.intersection(between):
                yield _match(known, size, name)
                first[name] = size


def _sized(article: Article, size: Size) -> bool:
    sentence = article.sentences[size.number.sentence]
    named = exact(_NAMED).search(size.label.encode("ascii", "replace")) is not None
    prose = article.block(sentence).kind != "cell"
    return named and prose and exact(_SIZED).search(before(sentence.shadow, size.number.at, 8)) is not None


def _near(article: Article, one: Size, other: Size) -> bool:
    sentences = article.sentences
    return sentences[other.number.sentence].block - sentences[one.number.sentence].block <= _NEAR


def _match(known: Size, size: Size, name: str) -> Match:
    rows = tuple({"group": name, "people": str(one.number.value)} for one in (known, size))
    number = size.number
    return Match(
        number.sentence,
        number.at,
        number.to,
        values={"name": name, "first": known.number.text, "second": number.text},
        evidence=Evidence(_KIND, f"{name}: n = {known.number.text}", f"{name}: n = {number.text}", rows=rows),
    )
