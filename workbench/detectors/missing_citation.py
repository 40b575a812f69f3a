"""Claims that stand without any source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, exception
from workbench.model import Article, Claim, ClaimType, Evidence, Flag, Hit, Match, Reference, Sentence

_FIGURES = frozenset({"percent", "group", "ratio", "count"})
_WORD = re.compile(r"[^\W\d_]+")
_TELLING = 5  # letters from which a word says what a sentence is about
_BACK = re.compile(
    r"\W*(?:(?:and|but|so|yet|still|however|also|even|then|instead|in other words|that is|by contrast),? )?"
    r"(?:the|this|that|these|those|it|its|they|their|he|she|his|her|both|neither|most|all|half|one|another|of|about)\b",
    re.IGNORECASE,
)
_TELLER = re.compile(r"\b(?:I|[Mm]y)\b")
_IN_WORDS = frozenset({"named", "vague"})  # kinds of reference that lead nowhere by themselves


def detect(
    article: Article,
    *,
    types: tuple[ClaimType, ...],
    figures_for: tuple[ClaimType, ...] = (),
    unless_negated: tuple[ClaimType, ...] = (),
    but_not: Hits = (),
) -> Iterator[Match]:
    """Each claim of these types with no source in it or near it; the match is the whole sentence.

    Args:
        types: claim types that need a source.
        figures_for: claim types whose findings keep the check's severity where the claim gives a figure (a percentage,
            a group, a ratio, a count); every other finding is a note, so that figures stand out on a long page.
        unless_negated: claim types that are held back where the claim is denied ("does not raise the risk").
        but_not: wordings that hold a claim back: gaps in knowledge, beliefs that are told as beliefs.
    """
    idioms = by_sentence(but_not)
    covered = _covered(article)
    for claim in article.claims:
        if claim.citation != "none" or claim.type not in types:
            continue
        if claim.sentence in covered:
            continue
        figure = next((quantity.text for quantity in claim.quantities if quantity.kind in _FIGURES), "")
        weighty = bool(figure) and claim.type in figures_for
        sentence = article.sentences[claim.sentence]
        flags = _exceptions(article, sentence, idioms.get(claim.sentence, ())) or _own_story(article, sentence)
        if claim.certainty == "negated" and claim.type in unless_negated and not figure:
            flags += tuple(flag for flag in sentence.flags if flag.flag == "negated")[:1]
        at, to = _words(sentence.text)
        yield Match(
            sentence=claim.sentence,
            at=at,
            to=to,
            severity=None if weighty else "note",
            values={"type": claim.type, "figure": figure},
            evidence=_evidence(claim),
            flags=flags,
        )


def _covered(article: Article) -> set[int]:
    """Sentences that a link or identifier speaks for: its own, the one before, and those that go on about it.

    A sentence of the same block goes on where it points back ("It", "The lower goal") or shares a word with what was
    told since the link; a new subject in the same paragraph ("Walking keeps …") needs a source of its own.
    """
    linked = _linked(article)
    covered: set[int] = set()
    told: set[str] = set()
    for sentence in article.sentences:
        new_block = sentence.at == 0 or article.sentences[sentence.index - 1].block != sentence.block
        told = set() if new_block else told
        words = {word for word in _WORD.findall(sentence.text.casefold()) if len(word) >= _TELLING}
        if sentence.index in linked:
            covered |= {sentence.index} if new_block else {sentence.index - 1, sentence.index}
            told = words
        elif told and (words & told or _BACK.match(sentence.text)):
            covered.add(sentence.index)
            told |= words
    return covered


def _linked(article: Article) -> set[int]:
    """Sentences with a link or an identifier in them; a seller's link is no source."""
    found = {
        claim.sentence for claim in article.claims if any(reference.kind not in _IN_WORDS for reference in _own(claim))
    }
    for sentence in article.sentences:
        for link in article.block(sentence).links:
            if not link.sponsored and "://" in link.target and sentence.at <= link.at < sentence.to:
                found.add(sentence.index)
    return found


def _own(claim: Claim) -> Iterator[Reference]:
    return (reference for reference in claim.references if claim.start <= reference.start < claim.end)


def _own_story(article: Article, sentence: Sentence) -> tuple[Flag, ...]:
    """What the writer lived through is told by the writer: "I" in this sentence or the one before it in its block."""
    for teller in article.sentences[max(0, sentence.index - 1) : sentence.index + 1]:
        told = _TELLER.search(teller.text) if teller.block == sentence.block else None
        if told:
            here = Hit(sentence.index, 0, len(sentence.text))
            return (exception(article, here, Hit(teller.index, told.start(), told.end())),)
    return ()


def _words(text: str) -> tuple[int, int]:
    """The sentence without the quotation marks around it, so that what is said of its words holds from the first."""
    marked = [index for index, char in enumerate(text) if char.isalnum()]
    return (marked[0], len(text)) if marked else (0, len(text))


def _exceptions(article: Article, sentence: Sentence, idioms: Hits) -> tuple[Flag, ...]:
    whole = Hit(sentence.index, 0, len(sentence.text))
    return tuple(exception(article, whole, idiom) for idiom in idioms[:1])


def _evidence(claim: Claim) -> Evidence:
    return Evidence("claim", given="; ".join(claim.why), computed=f"{claim.type}, {claim.certainty}, no source")
