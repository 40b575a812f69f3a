"""A treatment's result told by its best figure alone: “response as high as 89 %!”."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.figures import best
from workbench.figures.stated_changes import UpTo
from workbench.model import Article, Confidence, Evidence, Hit, Match, Sentence
from workbench.numerals import after
from workbench.patterns import exact
from workbench.quantities import PEOPLE
from workbench.units import PERCENT

VALUES = ("figure",)
_NEAR = 80  # characters between a result and its figure
_SHORT = 60  # characters of a slogan
_CITED = ("linked", "named")
_OF_PEOPLE = (
    r" (?:of )?(?:our |all |the )?(?:patients|users|clients|customers|sufferers|cases)\b"
    r"| of (?:our |all |the )?(?:people|women|men|children)\b"
)
_MORE = (  # of whatever it is: “up to 94% less snoring!”
    r"[ -](?:less|fewer|more|better|faster|quicker|longer|stronger|deeper|lower|higher|thicker|smoother|calmer|drop in"
    r"|reduction in|improvement in|increase in|rise in|cut in|gain in)\b"
)
_NUMBERED = r" ?(?:and|or|to|-) ?\d"


def detect(
    article: Article,
    *,
    results: Hits,
    shares: Hits = (),
    own: Hits = (),
    other: Hits = (),
    typical: Hits = (),
) -> Iterator[Match]:
    """Every treatment result told only as "up to …", where nothing near says what is usual.

    It is a warning in a headline, behind an exclamation mark and about one's own patients, else a note; of low
    confidence where a source stands by it.

    Args:
        results: what is promised ("response", "relief", "success rate").
        shares: what leaflets tell by its largest figure too ("effective"); low confidence in a plain sentence.
        own: the writer's own ("our patients").
        other: what makes the figure something else (how common a disease or harm is, a price, a dose).
        typical: words near it that tell the usual or the whole range ("on average", "depending on", "range").
    """
    found = best.read(article)
    if not found:
        return
    said, weak, ours = by_sentence(results), by_sentence(shares), by_sentence(own)
    elsewhere, usual = by_sentence(other), by_sentence(typical)
    cited = {claim.sentence for claim in article.claims if claim.citation in _CITED}
    for figure in found:
        sentence = article.sentences[figure.words.sentence]
        index = sentence.index
        loud = (
            figure.heading
            or index in ours
            or _slogan(article, sentence)
            or exact(r"!").search(after(sentence.shadow, figure.words.to, 120))
        )
        people = exact(_OF_PEOPLE).match(after(sentence.shadow, figure.words.to, 40))
        more = exact(_MORE).match(after(sentence.shadow, figure.words.to, 24))
        result = figure.words if loud and (people or more) else _beside(figure, said.get(index, ()))
        if result is None:
            result = _beside(figure, weak.get(index, ()))
            if result is None:
                continue
        if index in elsewhere or any(near in usual for near in _around(article, sentence)) or _also(article, figure):
            continue
        sure: Confidence | None = "low" if index in cited or not (loud or index in said) else None
        yield _match(figure, bool(loud), sure)


def _slogan(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence is a short item of a list that begins with the figure: “- Up to 85% more hair”."""
    item = article.block(sentence).kind == "item" and len(sentence.text) <= _SHORT
    return item and exact(r"\W*(?:up to|as (?:much|many) as)\b").match(sentence.shadow) is not None


def _beside(figure: UpTo, results: Hits) -> Hit | None:
    """The result that the figure tells."""
    at, to = figure.words.at, figure.words.to
    return next((hit for hit in results if hit.at - to <= _NEAR and at - hit.to <= _NEAR), None)


def _around(article: Article, sentence: Sentence) -> Iterator[int]:
    """Its sentence and those beside it in its block."""
    for near in article.sentences[max(0, sentence.index - 1) : sentence.index + 2]:
        if near.block == sentence.block:
            yield near.index


def _also(article: Article, figure: UpTo) -> bool:
    """Whether its sentence has a further figure of the kind, so that it is not told by the best alone."""
    kind = ("percent", "group") if figure.number.unit in (PERCENT, PEOPLE) else ("ratio", "number")
    there = article.quantities[figure.words.sentence]
    sentence = article.sentences[figure.words.sentence]
    others = (one for one in there if one.to <= figure.number.at or one.at >= figure.number.to)
    return (
        any(one.kind in kind for one in others)
        or exact(_NUMBERED).match(after(sentence.shadow, figure.words.to, 8)) is not None
    )


def _match(figure: UpTo, loud: bool, confidence: Confidence | None) -> Match:
    given = figure.words.text
    return Match(
        figure.words.sentence,
        figure.words.at,
        figure.words.to,
        values={"figure": given},
        evidence=Evidence("best-value", given, "the usual result is missing: only the best one is told"),
        severity="warning" if loud else "note",
        confidence=confidence,
    )
