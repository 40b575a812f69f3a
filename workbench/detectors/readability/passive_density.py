"""Prose that mostly says what is done and not who does it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, overlap
from workbench.detectors.readability._lay import for_others, in_english
from workbench.model import Article, Evidence, Hit, Match, Sentence
from workbench.readability.pages import whole_sentences

VALUES = ("share", "passive", "sentences")
_WORDS = 3  # fewer are no sentence
_SHOWN = 5


def detect(
    article: Article,
    *,
    passive: Hits,
    but_not: Hits = (),
    unless: Hits = (),
    professional: list[str] | None = None,
    methods: list[str],
    most: int = 30,
    fewest_sentences: int = 20,
) -> Iterator[Match]:
    """One verdict about the prose of the whole article; none with too few sentences.

    Args:
        passive: a form of “be” with a participle.
        but_not: such words where they say how something is ("is used to treat", "is called").
        unless: words of a text for professionals; nothing is said of it.
        professional: audiences, as the page's front matter may name them, that are no lay readers.
        methods: words in headings over text about how a study was done, which is left out.
        most: the percentage of sentences that may be passive.
        fewest_sentences: with fewer, nothing is said.
    """
    if for_others(article, professional, unless) or not in_english(article):
        return
    prose = [one for one in whole_sentences(article) if len(one.text.split()) >= _WORDS]
    prose = [one for one in prose if not one.flagged("quoted") and not _about_methods(article, one, methods)]
    if len(prose) < fewest_sentences:
        return
    said, states = by_sentence(passive), by_sentence(but_not)
    found = []
    for sentence in prose:
        around = states.get(sentence.index, ())
        blamed = [hit for hit in said.get(sentence.index, ()) if not any(overlap(hit, state) for state in around)]
        if blamed:
            found.append((sentence, blamed[0]))
    share = f"{100 * len(found) / len(prose):.0f}%"
    yield Match(
        verdict="fail" if 100 * len(found) > most * len(prose) else "pass",
        values={"share": share, "passive": str(len(found)), "sentences": str(len(prose))},
        evidence=Evidence(
            "passive-density",
            f"{len(prose)} whole sentences",
            f"{len(found)} with a passive, {share}",
            f"at most {most}%",
            tuple(_row(sentence, hit) for sentence, hit in found[:_SHOWN]),
        ),
    )


def _about_methods(article: Article, sentence: Sentence, methods: list[str]) -> bool:
    over = (article.document.blocks[index].seen.casefold() for index in article.block(sentence).section)
    return any(word in heading for heading in over for word in methods)


def _row(sentence: Sentence, hit: Hit) -> dict[str, str]:
    return {"passive": sentence.text[hit.at : hit.to], "sentence": sentence.text}
