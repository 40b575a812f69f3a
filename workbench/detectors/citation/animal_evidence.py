"""Animals or cells in a dish brought forward as proof of what a treatment does for people."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.citation._appeals import past
from workbench.detectors.citation._noun import tokens
from workbench.detectors.phrase import by_sentence, exception
from workbench.model import Article, Evidence, Flag, Hit, Match

VALUES = ("animals",)
_NEAR = 15  # characters between two words of one promise ("will soon ease")
_TENTATIVE = ("hedged", "negated", "question", "conditional")


def detect(
    article: Article,
    *,
    animals: Hits,
    outcomes: Hits,
    people: Hits,
    promises: Hits,
    therefore: Hits,
    limits: Hits = (),
    but_not: Hits = (),
) -> Iterator[Match]:
    """Each promise to people that rests on animals or cells, in one sentence or in the next of its paragraph.

    The match is the promise, from the word that draws the conclusion where there is one. It is held back where a limit
    is named beside it, and where the promise has a source of its own.

    Args:
        animals: words for animals and cells that were studied.
        outcomes: words for what was seen in them; any past tense counts too.
        people: words for those to whom it is promised, "you" among them.
        promises: words of benefit or of use ("will ease", "so take").
        therefore: words that draw the conclusion ("so", "which means").
        limits: wordings that say what animals cannot tell.
        but_not: wordings in which an animal word names no study (a pet, an idiom).
    """
    seen, who, good = by_sentence(outcomes), by_sentence(people), by_sentence(promises)
    drawn, fair, idioms = by_sentence(therefore), by_sentence(limits), by_sentence(but_not)
    sourced = {claim.sentence for claim in article.claims if claim.citation == "linked"}
    done: set[int] = set()
    for index, hits in by_sentence(animals).items():
        first = hits[0]
        if index in idioms or not (index in seen or past(tokens(article.sentences[index]))):
            continue
        for place in (index, index + 1):
            if place in done or place >= len(article.sentences) or not _together(article, index, place):
                continue
            start = first.to if place == index else 0
            promise = _promise(article, place, start, (who, good, drawn), own=place == index)
            if promise is None:
                continue
            done.add(place)
            flags = _flags(article, promise, (index, place), fair, sourced)
            evidence = Evidence("sentence", given=article.sentences[index].text[first.at : first.to])
            values = {"animals": article.sentences[index].text[first.at : first.to]}
            yield Match(place, promise.at, promise.to, values=values, evidence=evidence, flags=flags)
            break


def _together(article: Article, one: int, other: int) -> bool:
    return article.sentences[one].block == article.sentences[other].block


def _promise(article: Article, index: int, start: int, lists: tuple[dict[int, Hits], ...], own: bool) -> Hit | None:
    """The promise to people behind `start`: its people and its benefit, in the animals' own sentence behind a "so"."""
    who, good, drawn = ([hit for hit in found.get(index, ()) if hit.at >= start] for found in lists)
    if own and not drawn:
        return None
    begin = drawn[0].at if drawn else start
    people = [hit for hit in who if hit.at >= begin]
    benefit = [hit for hit in good if hit.at >= begin]
    if not people or not benefit:
        return None
    at = drawn[0].at if drawn else min(people[0].at, benefit[0].at)
    to = max(people[0].to, *(hit.to for hit in benefit if hit.at <= benefit[0].to + _NEAR))
    sentence = article.sentences[index]
    tentative = any(flag.flag in _TENTATIVE and flag.at < to and at < flag.to for flag in sentence.flags)
    return None if tentative else Hit(index, at, to)


def _flags(
    article: Article, promise: Hit, places: tuple[int, int], fair: dict[int, Hits], sourced: set[int]
) -> tuple[Flag, ...]:
    """The limit that is named in the sentences or beside them, or the source of the promise itself."""
    block = article.sentences[promise.sentence].block
    for index in range(max(0, places[0] - 1), min(places[1] + 2, len(article.sentences))):
        if article.sentences[index].block == block and index in fair:
            return (exception(article, promise, fair[index][0]),)
    if promise.sentence in sourced and places[0] != places[1]:
        return (exception(article, promise, Hit(promise.sentence, 0, len(article.sentences[promise.sentence].text))),)
    return ()
