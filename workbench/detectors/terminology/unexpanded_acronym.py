"""Abbreviations that a page for lay readers uses and never spells out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, overlap
from workbench.detectors.terminology._expansions import explained, places, spelled_out, used
from workbench.facts import Table
from workbench.model import Article, Evidence, Hit, Match, Sentence

_PROSE = ("paragraph", "item")
_ROMAN = frozenset(b"IVXLC")


def detect(
    article: Article,
    *,
    known: Table,
    names: str = "",
    unless: Hits = (),
    beside: Hits = (),
    professional: list[str] | None = None,
    letters: int = 3,
    least: int = 2,
    most: int = 3,
) -> Iterator[Match]:
    """The first place of every abbreviation in capitals that is neither known to everybody nor explained on the page.

    Args:
        known: column terms: abbreviations that need no explanation, licences, units, words set in
            capitals for weight; several of a kind in a cell.
        names: lexicon key of names (drugs); an abbreviation within one is part of the name.
        unless: words of a text for professionals; it is left alone.
        beside: words that make the capitals a name ("trial", "study", "gene"); one within two characters counts.
        professional: audiences, as the page's front matter may name them, that are no lay readers.
        letters: shorter ones are left alone (initials, states, elements).
        least: one that stands fewer times on the page is left alone.
        most: so many are reported, the first on the page first.
    """
    audience = article.document.meta.audience.casefold()
    if unless or (audience and audience in (name.casefold() for name in professional or ())):
        return
    wanted = {word for word in used(article) if len(word) >= letters and not _known(known, word)}
    first: dict[bytes, Hit] = {}
    times: Counter[bytes] = Counter()
    for word, hit in places(article, wanted) if wanted else ():
        first.setdefault(word, hit)
        times[word] += 1
    first = {word: hit for word, hit in first.items() if times[word] >= least}
    if not first:
        return
    told, named, namers = explained(article), by_sentence(article.hits.get(names, ())), by_sentence(beside)
    capitals = article.document.meta.title + article.document.meta.author
    for word, hit in first.items():
        sentence = article.sentences[hit.sentence]
        if word in told or not _prose(article, sentence) or word.decode("ascii") in capitals:
            continue
        near = Hit(hit.sentence, hit.at - 2, hit.to + 2)
        if any(overlap(hit, name) for name in named.get(hit.sentence, ())) or _credential(sentence, hit):
            continue
        if any(overlap(near, namer) for namer in namers.get(hit.sentence, ())) or spelled_out(article, word):
            continue
        yield Match(hit.sentence, hit.at, hit.to, evidence=Evidence("acronym", given=sentence.text))
        most -= 1
        if not most:
            return


def _known(table: Table, word: bytes) -> bool:
    """Whether it needs no explanation: it is in the table, or a Roman number."""
    return word.decode("ascii").casefold() in table.index("terms") or frozenset(word) <= _ROMAN


def _prose(article: Article, sentence: Sentence) -> bool:
    block = article.block(sentence)
    return block.kind in _PROSE and not block.boilerplate and not block.note and b"://" not in sentence.shadow


def _credential(sentence: Sentence, hit: Hit) -> bool:
    """Whether it follows a name and a comma, as licences do."""
    before = sentence.text[: hit.at].rstrip()
    if not before.endswith(","):
        return False
    last = before[:-1].split()[-1:]
    return bool(last) and last[0][:1].isupper()
