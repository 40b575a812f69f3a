"""People who were better after a treatment, told as proof that it made them so, with nobody to compare them with."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.statistics._conclusions import Conclusions
from workbench.detectors.statistics._drawn import clause, doubts, stretch, taken_back, words
from workbench.model import Article, Evidence, Hit, Match
from workbench.numerals import after
from workbench.patterns import exact

VALUES = ("change", "said")
_MANY = 12  # words of a kind in one sentence that are looked at
_NEAR = 140  # characters between what changed and what it followed
_START = (  # the same people earlier, and no others
    r"(?i) (?:with |to |the |their |in |day |that )*(?:baseline|start\b|starting|beginning|before|intake|first|january"
    r"|february|march|april|may\b|june|july|august|september|october|november|december|spring|summer|autumn|winter"
    r"|day\b|week\b|month\b|year\b)"
)


_ONE_PERSON = r"(?i)\b(?:her|his|she|he|my|i)\b"
_BEFORE = r"\W*(?:Before|At the start|At first|Initially|Then)\b[^.;]*\d"
_CAPITALS = (b"B", b"A", b"I", b"T", b"*")
_BEGINS = (b"before", b"at the start", b"at first", b"initially", b"then", b"*")  # of what that pattern meets
_AFTER = r"\W*(?:After|Afterwards|Now|Today|At the end|[\w-]+ (?:sessions|weeks|months|days) later)\b[^.;]*\d"


def detect(
    article: Article,
    *,
    people: Hits,
    better: Hits,
    after: Hits,
    firm: Hits,
    measured: Hits = (),
    caused: Hits = (),
    general: Hits = (),
    drawing: Hits = (),
    but_not: Hits = (),
    compared: Hits = (),
    caveats: Hits = (),
) -> Iterator[Match]:
    """Every improvement after a treatment from which the text concludes that the treatment works.

    Args:
        people: whose lot changed ("patients", "scores").
        better: that it did ("improved", "fell").
        after: what it followed ("after the infusions", "since starting").
        measured: a change told by its figures, which needs neither ("from 8.4 to 7.1", "before … 70%, afterwards 35%").
        caused: words that make a treatment the cause of such a change ("brought it down from 8 to 7 in our clients").
        firm, general, drawing, but_not: how a text concludes; see `Conclusions`.
        compared: words that tell of a comparison ("placebo", "than").
        caveats: words that say what such a story cannot tell.
    """
    for hit in caused:
        sentence = article.sentences[hit.sentence]
        if not taken_back(compared, sentence) and not taken_back(caveats, sentence):
            yield _match(article, hit, hit)
    premises = tuple(_told(article, people, better, after, measured))
    if not premises:
        return
    compared = tuple(hit for hit in compared if not _with_start(article, hit))
    conclusions = Conclusions(article, firm, general, drawing, but_not, flat=False)
    reported, worded = set[Hit](), {*firm, *general}
    for told in premises:
        sentence = article.sentences[told.sentence]
        conclusion = conclusions.after(told)
        if conclusion is None or conclusion in reported:
            continue
        if conclusion not in worded and exact(_ONE_PERSON).search(sentence.shadow) is not None:
            continue  # a story, and how the drug works
        if taken_back(compared, sentence) or taken_back(caveats, sentence):
            continue
        reported.add(conclusion)
        yield _match(article, told, conclusion)


def _told(article: Article, people: Hits, better: Hits, after: Hits, measured: Hits) -> Iterator[Hit]:
    """The first stretch of each sentence from a change to what it followed, in either order, or a measured change."""
    whose, followed, figures = {hit.sentence for hit in people}, by_sentence(after), by_sentence(measured)
    changed = by_sentence(better)
    for first, second in pairwise(article.sentences):
        begins = first.shadow[:1] in _CAPITALS and first.shadow[:12].lower().startswith(_BEGINS)
        begins = begins and exact(_BEFORE).match(first.shadow) is not None
        if begins and exact(_AFTER).match(second.shadow) is not None:
            yield Hit(second.index, 0, len(second.text.rstrip()))
    for index in sorted({*changed, *figures}):
        causes = followed.get(index, ()) if index in whose else ()
        changes = changed.get(index, ())
        pairs = (Hit(index, min(a.at, b.at), max(a.to, b.to)) for a in changes[:_MANY] for b in causes[:_MANY])
        near = next((pair for pair in pairs if pair.to - pair.at <= _NEAR), None)
        near = near or next(iter(figures.get(index, ())), None)
        if near is not None and article.block(article.sentences[index]).kind != "heading":
            yield near


def _with_start(article: Article, hit: Hit) -> bool:
    """Whether a comparison is with the same people earlier: “compared with baseline”."""
    return exact(_START).match(after(article.sentences[hit.sentence].shadow, hit.to, 40)) is not None


def _match(article: Article, told: Hit, conclusion: Hit) -> Match:
    place, change = stretch(article, told, conclusion), words(article, told)
    return Match(
        place.sentence,
        place.at,
        place.to,
        values={"change": change, "said": words(article, clause(article, conclusion))},
        evidence=Evidence("before-after", change, "nobody who went without it is told of to compare with"),
        flags=doubts(article, told, conclusion),
    )
