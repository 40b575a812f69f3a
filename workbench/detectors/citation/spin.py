"""A claim that says otherwise than the source it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.model import Article, Evidence, Match

if TYPE_CHECKING:
    from workbench.detectors.citation._spin_judge import Judged

VALUES = ("difference", "source")
_Cues = list[str]


def detect(
    article: Article,
    *,
    study: _Cues,
    several: _Cues,
    enrolled: _Cues,
    screened: _Cues,
    grown: _Cues,
    young: _Cues,
    animals: _Cues,
    cells: _Cues,
    people: _Cues,
    placebo: _Cues,
    comparator: _Cues,
    uncontrolled: _Cues,
    comparing: _Cues,
    primary: _Cues,
    unmet: _Cues,
    met: _Cues,
    secondary: _Cues,
    afterwards: _Cues,
    outcomes: _Cues,
    better: _Cues,
    relative: _Cues,
    halves: _Cues,
    limits: _Cues,
) -> Iterator[Match]:
    """Each difference between a claim and its source on the shelf, with both sentences; the match is what differs.

    Compared are the number and kind of people, the comparison, the outcome, relative and absolute risks, and the dose.
    What the claim says and the source does not, and a source that cannot be used or is one of several that the claim
    rests on, are not checkable. What agrees gives no verdict: nobody has confirmed that the source says so.

    Args:
        study: words for one study.
        several: words for more than one, whose people no single source gives.
        enrolled: what happened to those who took part.
        screened: what happened to those who were only looked at.
        grown, young, animals, cells, people: words for who or what was studied.
        placebo: words for a placebo.
        comparator: words for other comparisons.
        uncontrolled: words for a study without any.
        comparing: words that lead to what is compared with.
        primary: words for the main outcome.
        unmet, met: words by which an outcome did not, or did, come out.
        secondary: words for further outcomes.
        afterwards: words for subgroups and for what was looked for afterwards.
        outcomes: words by which an article itself tells main and further outcomes apart.
        better: words of benefit.
        relative: wordings that tell a change as a share of the risk.
        halves: those among them that give no number.
        limits: wordings that name the limits of a study; a claim beside one is taken for honest.
    """
    if not article.knowledge.sources:
        return
    from workbench.detectors.citation import _spin_judge  # a newsroom without sources pays for nothing

    lists = {name: tuple(value) for name, value in locals().items() if isinstance(value, list)}
    for judged in _spin_judge.judge(article, tuple(lists.items())):
        yield _match(judged)


def _match(judged: Judged) -> Match:
    rows = ({"article": judged.said}, *judged.rows)
    return Match(
        sentence=judged.sentence,
        at=judged.at,
        to=judged.to,
        verdict="not-checkable" if judged.unread else "fail",
        values={"difference": judged.words, "source": judged.source},
        evidence=Evidence("source", given=judged.unread, computed=judged.computed, rows=rows),
        key=judged.key,
        confidence=judged.confidence,
    )
