"""Appeals to research and experts on a page: those in fixed wordings, and those that their grammar shows."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.citation._reading import Lists, Reading
from workbench.detectors.phrase import by_sentence, overlap
from workbench.model import Article, Hit


def appeals(article: Article, phrases: Hits, lists: Lists) -> Iterator[tuple[Hit, str]]:
    """Each appeal and its kind ("", "story" or "rule"), in reading order; no two share words."""
    fixed = by_sentence(phrases)
    works = (lists.works, lists.one_work, lists.evidence, lists.rules)
    people = (lists.experts, lists.scientists)
    verbs = (lists.shows, lists.says)
    for index in sorted({*fixed, *(index for hits in (*works, *people) for index in hits)}):
        found = [(hit, "") for hit in fixed.get(index, ())]
        spoken = any(index in hits for hits in verbs) or b"ccording" in article.sentences[index].shadow
        if any(index in hits for hits in works) or (spoken and any(index in hits for hits in people)):
            found += Reading(article, index, lists).appeals()
        yield from _joined(sorted(found, key=lambda one: (one[0].at, one[0].to)))


def _joined(found: list[tuple[Hit, str]]) -> Iterator[tuple[Hit, str]]:
    """Appeals that share words are one, and no story where one of them is none."""
    waiting: tuple[Hit, str] | None = None
    for place, kind in found:
        if waiting is not None and overlap(waiting[0], place):
            whole = Hit(place.sentence, waiting[0].at, max(waiting[0].to, place.to))
            waiting = whole, kind if kind == waiting[1] else ""
            continue
        if waiting is not None:
            yield waiting
        waiting = place, kind
    if waiting is not None:
        yield waiting
