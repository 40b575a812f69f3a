"""Journals that are named as the source of a statement, with nothing by which the work could be found."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.citation._naming import Naming
from workbench.detectors.phrase import by_sentence, exception
from workbench.identifiers import within
from workbench.model import Article, Hit, Match, Sentence


def detect(
    article: Article,
    *,
    leads: Hits,
    found_by: Hits = (),
    page_names: Hits = (),
    journals: str = "",
) -> Iterator[Match]:
    """The first time on a page that each journal is named as a source without a link.

    Silent where the page has a list of references, as pages with a house style for print have, and where the sentence
    or one beside it links the work or gives an identifier or a mark.

    Args:
        leads: words that name a journal as the source, the name included ("according to the journal Mood").
        found_by: what tells which work is meant: authors with a year, a title; holds the match back.
        page_names: where the page names its source in full, as a news story does at its end; holds back too.
        journals: the key of a list of journals; such a name within a lead or right behind it belongs to the match.
    """
    naming = Naming(article)
    if not leads or naming.lists_references:
        return
    known, told = by_sentence(article.hits.get(journals, ())), by_sentence(found_by)
    named: set[str] = set()
    for index, hits in by_sentence(leads).items():
        near = _near(article, index)
        if any(_leads_there(naming, sentence) for sentence in near):
            continue
        whole = _joined(hits[0], known.get(index, ()))
        text = article.sentences[index].text[whole.at : whole.to]
        if text.casefold() in named:
            continue
        named.add(text.casefold())
        cues = (hit for sentence in near for hit in told.get(sentence.index, ()))
        cue = next(cues, None) or next(iter(page_names), None)
        flags = () if cue is None else (exception(article, whole, cue),)
        yield Match(index, whole.at, whole.to, flags=flags)


def _near(article: Article, index: int) -> list[Sentence]:
    """The sentence and those beside it in its block, itself first."""
    block = article.sentences[index].block
    beside = (article.sentences[at] for at in (index, index + 1, index - 1) if 0 <= at < len(article.sentences))
    return [sentence for sentence in beside if sentence.block == block]


def _leads_there(naming: Naming, sentence: Sentence) -> bool:
    return naming.linked(sentence.index) is not None or bool(within(sentence.text, sentence.shadow))


def _joined(hit: Hit, names: Hits) -> Hit:
    """A lead with the journal that overlaps it or follows it directly."""
    for name in names:
        if hit.at <= name.at <= hit.to + 1:
            hit = Hit(hit.sentence, hit.at, max(hit.to, name.to))
    return hit
