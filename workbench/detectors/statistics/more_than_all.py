"""More people of a group than the group has: “32 swimmers took part. Thirty-five of them wore ear plugs”."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.figures._sizes import sizes_of
from workbench.figures.page import Page, page_of
from workbench.figures.stated import Number, Size
from workbench.joined import joined
from workbench.model import Article, Evidence, Match, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

VALUES = ("count", "size")
_OF_THEM = (
    r"(?:,? \(\d[\d.]* ?%\))? of (?:them|these|those|whom)\b(?: (?:people|patients|participants|women|men|children"
    r"|adults))?"
)
_FROM_MORE = r"\b(?:of|from|total|among|out of) (?:the |all )?$|[-/.]$"
_KIND = "group-size"


def detect(article: Article, *, careful: Hits = ()) -> Iterator[Match]:
    """Every “35 of them” beside the one group before it, passed where it can be, failed where it is more than all.

    Args:
        careful: words by which the group is another one, or grows ("joined", "later", "both").
    """
    page = page_of(article)
    left = {hit.sentence for hit in careful}
    for index in joined(article).cued(_OF_THEM):
        sentence = article.sentences[index]
        if not article.quantities[index] and b" of " not in sentence.shadow:
            continue
        for one in page.numerals(sentence):
            whole = one.value == one.value.to_integral_value() and not one.unit
            if whole and exact(_OF_THEM).match(after(sentence.shadow, one.to, 40)) is not None:
                size = _group(page, sentence, one)
                if size is not None and not left & {sentence.index, size.number.sentence}:
                    yield _match(one, size)


def _group(page: Page, sentence: Sentence, one: Number) -> Size | None:
    """The one group told before a number, in its sentence or in the two before it."""
    if exact(_FROM_MORE).search(before(sentence.shadow, one.at, 16)) is not None:
        return None
    here = [size for size in sizes_of(page, sentence) if size.number.to < one.at]
    for sizes in (here, *(sizes_of(page, earlier, "before") for earlier in page.before(sentence))):
        if sizes:
            return sizes[0] if len(sizes) == 1 and not sizes[0].approximate else None
    return None


def _match(one: Number, size: Size) -> Match:
    fits = one.value <= size.number.value
    evidence = Evidence(_KIND, f"{one.text} of {size.number.text}", f"{one.value:f} of {size.number.value:f}")
    values = {"count": one.text, "size": size.number.text}
    return Match(one.sentence, one.at, one.to, "pass" if fits else "fail", values=values, evidence=evidence)
