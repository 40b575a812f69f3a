"""Appeals to research, studies or experts that nobody can look up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, exception, overlap
from workbench.model import Article, Hit, Match, Sentence

_ANOTHER = re.compile(r"\b(?:another|a (?:second|different|later|newer|separate))\b", re.IGNORECASE)


def detect(
    article: Article, *, phrases: Hits, but_not: Hits = (), named: Hits = (), story: Hits = (), page_names: Hits = ()
) -> Iterator[Match]:
    """Each vague appeal, one for every stretch of words.

    An appeal is held back, and stays visible, where the same or the next sentence of its paragraph names or links the
    study.

    Args:
        phrases: wordings that appeal to unnamed research or experts.
        but_not: wordings that only look like one.
        named: wordings that name a source (a journal, authors, an identifier, a numbered entry).
        story: wordings that are vague unless the page names its source anywhere, as a news story does.
        page_names: wordings by which a page names the source it reports on.
    """
    sources = by_sentence(named)
    idioms = by_sentence(but_not)
    page = page_names[0] if page_names else None
    for index, places in sorted(_appeals(phrases, story).items()):
        around = idioms.get(index, ())
        for place, is_story in places:
            cue = next((idiom for idiom in around if overlap(place, idiom)), None) or _source(article, index, sources)
            if cue is None and is_story:
                cue = page
            flags = () if cue is None else (exception(article, place, cue),)
            yield Match(sentence=index, at=place.at, to=place.to, flags=flags)


def _appeals(phrases: Hits, story: Hits) -> dict[int, list[tuple[Hit, bool]]]:
    """Appeals by sentence, and whether they are of the `story` kind, which gives way where two share words."""
    found: dict[int, list[tuple[Hit, bool]]] = {}
    for hits, is_story in ((phrases, False), (story, True)):
        for hit in hits:
            places = found.setdefault(hit.sentence, [])
            if not any(overlap(hit, place) for place, _ in places):
                places.append((hit, is_story))
    return found


def _source(article: Article, index: int, sources: dict[int, tuple[Hit, ...]]) -> Hit | None:
    """Where this sentence, or the next one of its paragraph, names or links a source."""
    block = article.sentences[index].block
    for sentence in article.sentences[index : index + 2]:
        if sentence.index > index and _ANOTHER.search(sentence.text):
            return None  # what follows tells of another work, and names that
        if sentence.block == block:
            named = next(iter(sources.get(sentence.index, ())), None)
            found = named or _link(article, sentence) or _entry(article, sentence)
            if found is not None:
                return found
    return None


def _link(article: Article, sentence: Sentence) -> Hit | None:
    for link in article.block(sentence).links:
        if link.at < sentence.to and sentence.at < link.to:
            at, to = max(link.at, sentence.at), min(link.to, sentence.to)
            return Hit(sentence.index, at - sentence.at, to - sentence.at)
    return None


def _entry(article: Article, sentence: Sentence) -> Hit | None:
    """A numbered mark counts where the page has the entry; a dangling one leads nowhere."""
    claims = (claim for claim in article.claims if claim.sentence == sentence.index)
    if any(reference.kind == "entry" for claim in claims for reference in claim.references):
        return Hit(sentence.index, 0, len(sentence.text))
    return None
