"""Words that keep the reader away from care that can be vital: refuse it, hide from it, call it needless, wait."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits, phrase
from workbench.detectors.phrase import by_sentence, overlap
from workbench.detectors.safety import _care
from workbench.detectors.safety._talking import Slots, Words, talked_out
from workbench.model import Article, Flag, Hit, Match


def detect(
    article: Article,
    *,
    phrases: Hits,
    vital: Hits = (),
    usual: Hits = (),
    grave: Hits = (),
    rejects: Hits = (),
    declines: Hits = (),
    denials: Hits = (),
    needless: Hits = (),
    waved: Hits = (),
    remedies: Hits = (),
    treats: Hits = (),
    instead: Hits = (),
    rhetorical: Hits = (),
    but_not: Hits = (),
    careful: Hits = (),
    defiant: Hits = (),
) -> Iterator[Match]:
    """Every such place; careful words near it hold it back, and so does a question that is really asked.

    Args:
        article: the article.
        phrases: whole wordings.
        vital: care that nobody should be talked out of (insulin, chemotherapy, the emergency room).
        usual: care that is often not needed (a doctor, antibiotics); it counts beside a grave illness or sign.
        grave: illnesses and signs that cannot wait, in the sentence or the one before.
        rejects: verbs of refusing with the care behind them, where the reader is told or allowed to.
        declines: those of them that say no even to "it", when "it" is care.
        denials: "no need of", "do better without", with the care behind them.
        needless: "is poison", "can wait", with the care before them.
        waved: words that play down a grave illness or sign ("can be slept off").
        remedies: what is sold or done in the place of care ("clay") …
        treats: … as a cure of what is grave …
        instead: … "at home" or "without a doctor"; the three count together.
        rhetorical: "who needs": a question that opens so is advice.
        but_not: wordings that only look like it; they have to overlap.
        careful: words anywhere in the sentence, or in the next one, that make it harmless.
        defiant: words that brush the care aside where they overlap it.
    """
    care, urging = _care.care(careful, defiant), by_sentence(rhetorical)
    words = Words(
        *(
            by_sentence(hits)
            for hits in (vital, usual, grave, rejects, declines, denials, needless, waved, remedies, treats, instead)
        )
    )
    whole = {index: [*spans] for index, spans in by_sentence(phrases).items()}
    for match in phrase.detect(article, phrases=phrases, but_not=but_not):
        span = Hit(match.sentence or 0, match.at, match.to)
        flags = match.flags or _asked(article, span, urging) or _care.harmless(article, care, span)
        yield Match(match.sentence, match.at, match.to, flags=flags)
    excepted = by_sentence(but_not)
    for span in talked_out(article, words):
        if any(overlap(span, other) for other in (*whole.get(span.sentence, ()), *excepted.get(span.sentence, ()))):
            continue
        whole.setdefault(span.sentence, []).append(span)
        flags = _asked(article, span, urging) or _care.harmless(article, care, span)
        yield Match(span.sentence, span.at, span.to, flags=flags)


def _asked(article: Article, span: Hit, urging: Slots) -> tuple[Flag, ...]:
    """The flag of a question that is really asked: "Who needs insulin when there is tea?" is none."""
    if span.sentence in urging:
        return ()
    flags = article.sentences[span.sentence].flags
    return tuple(flag for flag in flags if flag.flag == "question" and flag.at <= span.at < flag.to)[:1]
