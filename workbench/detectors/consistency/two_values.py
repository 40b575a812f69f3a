"""One attribute with two values in one article: how long a session lasts, what it costs, how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations as pairs

from msgspec import structs

from workbench.attributes.doses import DAILY, told_doses
from workbench.attributes.scope import Scope, Scopes
from workbench.attributes.telling import Telling, told
from workbench.attributes.values import agree
from workbench.detectors import Hits
from workbench.detectors.consistency._alike import alike
from workbench.detectors.consistency._around import stem
from workbench.detectors.consistency._places import one_place
from workbench.detectors.phrase import by_sentence
from workbench.doses import Lists
from workbench.facts import Table
from workbench.model import Article, Confidence, Evidence, Flag, Match, Sentence
from workbench.numerals import before
from workbench.patterns import exact

VALUES = ("what", "value", "other", "line")
PAGE = True  # what stands elsewhere on the page counts
_OPENS = ("conditional", "hedged")
_DEFINITE = r"\b(?:the|our|its|their)(?: [a-z-]+){0,2}(?: of)? $"
_CUT = 80  # characters of a sentence that evidence shows
_FOR = r" (?:before|after|for|to) (?:(?:an?|the|your|any|this|each) )?((?:[a-z-]+ ){0,1}[a-z-]+)"
_NAME = 2  # words of a heading that is a name
_MOST = 60  # values of one thing that are compared with each other
_TOLERANCE = "10% where a value is “about”; ranges that meet, and limits that allow the other value, agree"


def detect(
    article: Article,
    *,
    attributes: Table,
    facts: Table,
    words: Table,
    drugs: str,
    conditions: str,
    forms: str,
    people: str = "",
    treatments: str = "",
    apart: Hits = (),
    studies: Hits = (),
    limiting: Hits = (),
    neutral: list[str] | None = None,
    generic: list[str] | None = None,
) -> Iterator[Match]:
    """The second of two values that cannot both be right, for what is told of the same thing in the same scope.

    Args:
        attributes: columns attribute, kind, terms, before, after, thing, subject, order: which words before and behind
            a quantity say what it is the value of.
        facts, words: tables of doses and of the words that go with them, as `workbench.doses.read` wants them.
        drugs, conditions, forms, people, treatments: lexicon keys of what a value may be told of.
        apart: words of a sentence whose values are compared with nothing (another clinic, an example).
        studies: words of studies; their values are compared only with those told in the same words.
        limiting: words that limit a value; two values are compared where these are the same.
        neutral: words before a thing that make no other thing of it.
        generic: words around a value that tell of no thing in particular ("lasts", "costs").
    """
    plain = frozenset(neutral or ())
    found = [*told(article, attributes, plain), *told_doses(article, facts, words, Lists(drugs, conditions, forms))]
    disputed = [
        some for some in _by_thing(found) if any(not agree(one.value, two.value) for one, two in pairs(some, 2))
    ]
    loose = frozenset(generic or ())
    same = list(alike(article, loose))
    if not disputed and not same:
        return
    off, hits = by_sentence(apart), article.hits
    of = (hits.get(key, ()) for key in (drugs, treatments, conditions))
    scopes = Scopes(article, (limiting, hits.get(people, ())), of, plain)
    seen = set[tuple[int | None, int]]()
    for match in _of_things(article, disputed, scopes, (off, by_sentence(studies))):
        seen.add((match.sentence, match.at))
        yield match
    for first, second, only in same:
        left = any(_within(scopes, off, one) for one in (first, second)) or _alternatives(article, first, second)
        if left or (second.sentence, second.at) in seen:
            continue
        if _alike(scopes.of(first), scopes.of(second), only | loose):
            seen.add((second.sentence, second.at))
            yield structs.replace(_match(article, first, second, None), flags=(), severity="note", confidence="low")


def _of_things(
    article: Article, disputed: list[list[Telling]], scopes: Scopes, left: tuple[Mapping[int, Hits], ...]
) -> Iterator[Match]:
    """The conflicts of each thing that the table knows, scope by scope."""
    for some in disputed:
        known: dict[Scope, list[Telling]] = {}
        for one in some:
            if not any(_within(scopes, off, one) for off in left):
                known.setdefault(_home(article, scopes.of(one), one, known), []).append(one)
        for values in known.values():
            yield from _conflicts(article, values)


def _alike(one: Scope, other: Scope, loose: frozenset[str]) -> bool:
    """Whether two scopes are the same but for words that tell of no other thing."""
    return one.of >= other.of and all(word in loose or stem(word) in loose for word in one.words ^ other.words)


def _within(scopes: Scopes, off: Mapping[int, Hits], one: Telling) -> bool:
    """Whether one of these words stands in the clause of a value."""
    start, end = scopes.clause(one)
    return any(start <= hit.at < end for hit in off.get(one.sentence, ()))


def _home(article: Article, scope: Scope, one: Telling, known: dict[Scope, list[Telling]]) -> Scope:
    """The scope of its section where it names less: “erenumab once a month … only one shot every three months”."""
    section = article.block(article.sentences[one.sentence]).section
    if scope in known or not section:
        return scope
    named = [
        other
        for other, values in known.items()
        if other.words == scope.words
        and other.of > scope.of
        and any(article.block(article.sentences[value.sentence]).section == section for value in values)
    ]
    return named[0] if len(named) == 1 else scope


def _by_thing(found: list[Telling]) -> Iterable[list[Telling]]:
    things: dict[tuple[str, str], list[Telling]] = {}
    for one in found:
        things.setdefault((one.attribute.casefold(), one.thing), []).append(one)
    return [some[:_MOST] for some in things.values()]


def _conflicts(article: Article, values: list[Telling]) -> Iterator[Match]:
    """The values that an earlier one contradicts; of three that all differ it is likely that something was not read."""
    apart: list[Telling] = []
    for number, one in enumerate(values):
        earlier = (old for old in values[:number] if not old.aside)
        other = next((old for old in earlier if _differ(article, old, one)), None)
        if other is not None:
            apart.append(one)
            several = any(not agree(old.value, one.value) for old in apart)
            loose = several or one.attribute.startswith(f"the {DAILY} dose")
            yield _match(article, other, one, "low" if loose else None)


def _differ(article: Article, one: Telling, other: Telling) -> bool:
    tails = _tail(article, one), _tail(article, other)
    if not one_place(article, one.sentence, other.sentence) and _short_heads(article, one, other):
        return False
    same = b"" in tails or tails[0].endswith(tails[1]) or tails[1].endswith(tails[0])
    return same and not agree(one.value, other.value) and not _alternatives(article, one, other)


def _short_heads(article: Article, one: Telling, other: Telling) -> bool:
    """Whether both stand under headings of a word or two, which are names: “London”, “Basic plan”."""
    sections = (article.block(article.sentences[told.sentence]).section for told in (one, other))
    return all(len(article.document.blocks[section[-1]].seen.split()) <= _NAME for section in sections)


def _tail(article: Article, one: Telling) -> bytes:
    """What a value is for, where that follows at once: “for 12 hours before a blood test”."""
    found = exact(_FOR).match(article.sentences[one.sentence].shadow[one.to :])
    return b"" if found is None else found.group(1).lower()


def _alternatives(article: Article, one: Telling, other: Telling) -> bool:
    """Whether two values stand in one sentence, or beside each other in one list or table."""
    first, second = article.sentences[one.sentence], article.sentences[other.sentence]
    if first.index == second.index:
        return True
    blocks = article.block(first), article.block(second)
    listed = all(block.kind in ("item", "cell") for block in blocks)
    return listed and (blocks[0].lead_in, blocks[0].section) == (blocks[1].lead_in, blocks[1].section)


def _match(article: Article, first: Telling, second: Telling, confidence: Confidence | None) -> Match:
    places = [(one, article.sentences[one.sentence]) for one in (first, second)]
    printed = [first.printed, second.printed]
    lines = [_line(article, sentence, one) for one, sentence in places]
    rows = tuple(
        {"what": one.attribute, "value": value, "line": line, "sentence": _cut(sentence.text, one.at)}
        for (one, sentence), value, line in zip(places, printed, lines, strict=True)
    )
    return Match(
        second.sentence,
        second.at,
        second.to,
        values={"what": second.attribute, "value": printed[1], "other": printed[0], "line": lines[0]},
        evidence=Evidence("two-values", printed[1], f"{printed[0]} in line {lines[0]}", _TOLERANCE, rows),
        confidence=confidence,
        flags=_open(article, second),
    )


def _open(article: Article, one: Telling) -> tuple[Flag, ...]:
    """What leaves a value open, as a flag that holds it back; “if it stays above our target of 140” does not."""
    sentence = article.sentences[one.sentence]
    if exact(_DEFINITE).search(before(sentence.shadow, one.at, 40)) is not None:
        return ()
    return tuple(
        Flag("exception", flag.start, flag.end, flag.cue, one.at, one.to)
        for flag in sentence.flags
        if flag.flag in _OPENS and flag.at < one.to and one.at < flag.to
    )


def _line(article: Article, sentence: Sentence, one: Telling) -> str:
    return str(article.document.source.count("\n", 0, article.span(sentence, one.at, one.to).start) + 1)


def _cut(text: str, at: int) -> str:
    """About 80 characters of a sentence around a place."""
    if len(text) <= _CUT:
        return text
    start = max(0, min(at - _CUT // 2, len(text) - _CUT))
    return f"{'…' if start else ''}{text[start : start + _CUT].strip()}{'…' if start + _CUT < len(text) else ''}"
