"""run(article, checks) → findings and verdicts; a detector that fails becomes a finding, never a crash."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from workbench import calling, claims, context, identifiers, quantities, registry, segment
from workbench.config import MEGABYTE, Limits
from workbench.errors import Unreadable
from workbench.facts import Table
from workbench.fingerprint import Counter, digest, normalised
from workbench.lexicon import Lexicon
from workbench.model import (
    CONFIDENCES,
    SEVERITIES,
    Article,
    Check,
    Document,
    Finding,
    Flag,
    Hit,
    Judgement,
    Knowledge,
    Match,
    Span,
)

_CHECK_FAILED = "check-failed"
_LONG_WORD = 40  # letters
_Level = TypeVar("_Level")


def suffixes() -> tuple[str, ...]:
    """The file suffixes that some reader reads, sorted, in lower case with their dot."""
    return tuple(sorted({suffix for name in registry.names("readers") for suffix in _reader(name).SUFFIXES}))


def read(path: Path, shown: str, limits: Limits = Limits()) -> Document:
    """Read one article.

    Args:
        path: the file.
        shown: the path as the caller gave it, which is how people will see it.
        limits: what one file may cost.

    Raises:
        Unreadable: the file cannot be opened, its bytes cannot be read, or it is over a limit; says why and what to do.
    """
    return parse(data_of(path, limits), shown, path.suffix.lower(), limits)


def data_of(path: Path, limits: Limits = Limits()) -> bytes:
    """The bytes of a file, not many more than the limit allows; an `Unreadable` where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(limits.max_megabytes * MEGABYTE + 1)  # a growing file or a pipe cannot fill the memory
    except OSError as error:
        raise Unreadable(f"cannot be opened ({error.strerror}); check that the file exists and may be read") from error


def parse(data: bytes, shown: str, suffix: str, limits: Limits = Limits()) -> Document:
    """Read the bytes of an article as its suffix says; errors as in `read`."""
    if len(data) > limits.max_megabytes * MEGABYTE:
        raise Unreadable(
            f"is larger than {limits.max_megabytes} MB; an article is smaller: leave out what is no text, or raise"
            " `max_megabytes` in the table [readers]"
        )
    for name in registry.names("readers"):
        if suffix in _reader(name).SUFFIXES:
            document: Document = _reader(name).read(data, shown, limits)
            _count_words(document, limits)
            return document
    raise Unreadable(f"has the suffix “{suffix}”, which no reader knows; known are {', '.join(suffixes())}")


def _count_words(document: Document, limits: Limits) -> None:
    """Sentences, numbers and claims of a text cost time in proportion to its words: a book is no article."""
    if len(document.source) <= 2 * limits.max_words:
        return  # too short to hold so many
    # Letters without a space cost the same, so that as many of them as make a long word count as one.
    words = sum(max(len(block.seen.split()), len(block.seen) // _LONG_WORD) for block in document.blocks)
    if words > limits.max_words:
        raise Unreadable(
            f"holds {words:,} words, more than the {limits.max_words:,} of one article; split it, or raise `max_words`"
            " in the table [readers]"
        )


def _reader(name: str) -> Any:
    return registry.plug("readers", name)


def analyse(
    document: Document, lexicon: Lexicon, country: str, as_of: date, knowledge: Knowledge = Knowledge()
) -> Article:
    """Everything about a document that checks share, worked out once.

    Args:
        document: as read.
        lexicon: the phrases of every check and vocabulary.
        country: the newsroom's declared country; the document's own goes first; "" = none declared.
        as_of: the only clock.
        knowledge: what is known beside the page.
    """
    sentences = context.read(document, segment.split(document))
    numbers = quantities.read(document, sentences)
    hits: dict[str, list[Hit]] = {}
    for index, places in enumerate(lexicon.scan_all([sentence.shadow for sentence in sentences])):
        for key, at, to in places:
            hits.setdefault(key, []).append(Hit(index, at, to))
    found = {key: tuple(places) for key, places in hits.items()}
    stated = identifiers.with_states(claims.extract(document, sentences, numbers, found), document, knowledge)
    return Article(document, sentences, numbers, found, stated, document.meta.country or country, as_of, knowledge)


def run(
    article: Article, checks: Iterable[Check], tables: Mapping[str, Table]
) -> tuple[tuple[Finding, ...], tuple[Judgement, ...]]:
    """Findings and verdicts of these checks, in the order that the contract fixes (whole article first, then place)."""
    findings: list[Finding] = []
    verdicts: list[Judgement] = []
    lines: list[int] | None = None  # where the lines end; asked for by what is found
    for check in checks:
        if check.needs_country and not article.country:
            verdicts.append(Judgement(check.id, "not-checkable", None, None, None))
            continue
        try:
            matches = list(calling.detect(article, check, tables))
            if not matches:
                continue
            lines = _ends(article) if lines is None else lines
            made = list(_findings(article, check, matches, lines))
        except Exception as error:  # a broken check must not take the others with it
            verdicts.append(Judgement(check.id, "not-checkable", None, None, None))
            findings.append(_failed(check, error))
            continue
        for match, place, finding in made:
            if finding is not None:
                findings.append(finding)
            if finding is None or (match.evidence and not finding.held_back):
                verdicts.append(Judgement(check.id, match.verdict, place[0], place[1], match.evidence))
    return tuple(sorted(findings, key=_order)), tuple(sorted(verdicts, key=_order))


def _ends(article: Article) -> list[int]:
    return [found.start() for found in re.finditer("\n", article.document.source)]


_Place = tuple[int | None, int | None]


def _findings(
    article: Article, check: Check, matches: list[Match], lines: list[int]
) -> Iterator[tuple[Match, _Place, Finding | None]]:
    counter = Counter()
    placed = sorted(((_place(article, match), match) for match in matches), key=lambda pair: _by_place(pair[0]))
    seen: set[tuple[_Place, str, str]] = set()
    for place, match in placed:
        if (place, match.key, match.verdict) in seen:
            continue
        seen.add((place, match.key, match.verdict))
        fails = match.verdict == "fail"
        yield match, place, _finding(article, check, match, place, counter, lines) if fails else None


def _place(article: Article, match: Match) -> _Place:
    if match.sentence is None:
        return None, None
    span: Span = article.span(article.sentences[match.sentence], match.at, match.to)
    return span.start, span.end


def _finding(
    article: Article, check: Check, match: Match, place: _Place, counter: Counter, lines: list[int]
) -> Finding:
    start, end = place
    whole = start is None or match.sentence is None
    sentence = None if match.sentence is None else article.sentences[match.sentence]
    text = "" if whole else article.document.source[start:end]
    seen = match.key if sentence is None else sentence.text[match.at : match.to]
    around = "" if sentence is None else sentence.text
    name = (normalised(seen), normalised(around))
    flags = () if sentence is None else tuple(f for f in sentence.flags if f.at < match.to and match.at < f.to)
    message = check.message.format_map({"text": seen, **match.values})
    return Finding(
        check=check.id,
        topic=check.topic,
        category=check.category,
        severity=_lowest(SEVERITIES, check.severity, match.severity),
        confidence=_lowest(CONFIDENCES, check.confidence, match.confidence),
        start=start,
        end=end,
        text=text,
        message=f"{message} {match.note}".rstrip(),
        why=check.why,
        advice=check.advice,
        evidence=match.evidence,
        context=(*flags, *match.flags),
        held_back=bool(match.flags) or any(_holds_back(flag, check, match) for flag in flags),
        fingerprint=digest(check.id, *name, str(counter.ordinal(*name))),
        sentence=around,
        line=None if start is None else bisect_right(lines, start - 1) + 1,
        place=None if start is None or end is None else article.document.place(start, end),
    )


def _holds_back(flag: Flag, check: Check, match: Match) -> bool:
    """A circumstance counts where it covers the match's first word: "no side effects" is not denied by its own "no"."""
    return flag.flag in check.held_back_by and flag.at <= match.at < flag.to


def _failed(check: Check, error: Exception) -> Finding:
    return Finding(
        check=check.id,
        topic=check.topic,
        category=_CHECK_FAILED,
        severity="note",
        confidence="high",
        start=None,
        end=None,
        text="",
        message=f"The check “{check.title}” failed on this article ({type(error).__name__}); it counts as not checked.",
        why="The article was not checked for this; the other checks are not affected.",
        advice="Report the check's name and this article to whoever looks after the checks.",
        evidence=None,
        context=(),
        held_back=False,
        fingerprint=digest(check.id, _CHECK_FAILED),
    )


def _lowest(order: tuple[_Level, ...], own: _Level, lowered: _Level | None) -> _Level:
    return own if lowered is None else max(own, lowered, key=order.index)


def _by_place(place: _Place) -> tuple[bool, int, int]:
    start, end = place
    return start is not None, start or 0, end or 0


def _order(item: Finding | Judgement) -> tuple[bool, int, int, str]:
    return (*_by_place((item.start, item.end)), item.check)
