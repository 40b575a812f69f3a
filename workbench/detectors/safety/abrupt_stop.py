"""Advice to stop, at one go, a drug that has to be reduced step by step."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, overlap
from workbench.detectors.safety import _care, _rows
from workbench.detectors.safety._stopped import BACK, Scene, stopped
from workbench.detectors.safety._stops import Words, acts
from workbench.facts import Table
from workbench.model import Article, Hit, Match

VALUES = ("name", "harm")
_SEVERAL = 8  # stops reported in one sentence


def detect(
    article: Article,
    *,
    table: Table,
    drugs: Hits,
    ends: Hits,
    ended: Hits = (),
    refusals: Hits = (),
    tapers: Hits = (),
    denials: Hits = (),
    pointless: Hits = (),
    either: Hits = (),
    safe: Hits = (),
    sudden: Hits = (),
    soon: Hits = (),
    follow: Hits = (),
    careful: Hits = (),
    defiant: Hits = (),
    but_not: Hits = (),
) -> Iterator[Match]:
    """Every place that has the reader stop a drug of the table; careful ones carry the flag of the careful words.

    Args:
        article: the article.
        table: columns name, aliases, when (words: these are often taken for days only, so that the words have to
            say that the stop is a sudden one) and those of the source.
        drugs: the names of the table; sentences far from them are not looked at.
        ends: verbs of ending with the drug behind them ("quit", "pull the plug on"); `_mood` says how they are meant.
        ended: the same with the drug before them ("stopped", "is history").
        refusals: "don't take", "never refill"; they end a drug only with `sudden` or `soon` words.
        tapers: words for a slow reduction …
        denials: … that is denied by words before it …
        pointless: … or called needless behind it.
        either: whole wordings with the drug on either side.
        safe: praise of a sudden stop, for "stopping X overnight is safe".
        sudden: words for a stop without steps ("today", "cold turkey").
        soon: weaker ones ("as soon as", "any more").
        follow: "and so can you": what was told of somebody is advice.
        careful: clinicians, tapers, emergencies, operations, tests: what makes stopping right.
        defiant: words that brush the care aside ("whatever your doctor says").
        but_not: forms and doses that are no treatment to be tapered (creams, a missed dose).
    """
    scene = Scene(article, table, by_sentence(but_not), {})
    words = _care.care(careful, defiant)
    slots = Words(ends, ended, refusals, tapers, denials, pointless, either, safe, sudden, soon, follow)
    taken: dict[int, list[Hit]] = {}
    for act in acts(article, slots, _rows.near(article, drugs, BACK)):
        others = taken.setdefault(act.span.sentence, [])
        stop = stopped(scene, act) if len(others) < _SEVERAL else None
        if stop is None or any(overlap(one, stop.span) for one in others):
            continue
        others.append(stop.span)
        sentence, span = article.sentences[act.span.sentence], stop.span
        yield Match(
            span.sentence,
            span.at,
            span.to,
            values={"name": stop.row["name"], "harm": stop.row["harm"]},
            evidence=_rows.evidence(stop.row, sentence.text[span.at : span.to]),
            confidence=_rows.confidence(stop.row),
            flags=_care.harmless(article, words, span, act.span, name=stop.name, also=stop.there),
        )
