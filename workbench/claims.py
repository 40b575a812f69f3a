"""Sentences → claims: what an article asserts about health, of which type, resting on what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from types import ModuleType
from typing import get_args

from workbench import citations, config, registry
from workbench.extractors._evidence import statement_start
from workbench.extractors._forms import answered
from workbench.extractors._passage import Passage, passages
from workbench.extractors._weigh import Score
from workbench.facts import Row, read_table, term_key
from workbench.fingerprint import Counter, normalised
from workbench.model import Certainty, Citation, Claim, ClaimType, Document, Hit, Quantity, Reference, Sentence
from workbench.vetoes import DENIES, Reason, reason_against

_SECOND = 0.5  # a second type needs this share of the first one's points
_DENIALS = (b" not ", b"n't ", b" no ")
_HELPERS = 8  # characters that may stand between a helper and its verb ("not", "also", "been")
_ID_LENGTH = 12
_CERTAINTIES: tuple[tuple[str, Certainty], ...] = (("negated", "negated"), ("hedged", "hedged"))


def extract(
    document: Document,
    sentences: Sequence[Sentence],
    quantities: Sequence[tuple[Quantity, ...]],
    hits: Mapping[str, tuple[Hit, ...]],
) -> tuple[Claim, ...]:
    """The claims of an article in reading order.

    Args:
        sentences: all sentences, with their flags.
        quantities: the quantities of each sentence, in the same order.
        hits: where the lexicon met the vocabulary (keys "vocabulary/…").
    """
    read = passages(document, sentences, quantities, hits)
    states = citations.read(document, read)
    count = Counter()
    found = []
    for passage, against, (state, references) in zip(read, reasons(read), states, strict=True):
        if against is None:
            found.append(_claim(document, passage, state, references, count))
    return tuple(found)


def reasons(read: Sequence[Passage]) -> tuple[Reason | None, ...]:
    """For each passage the named reason why it is no claim, None where it is one."""
    found: list[Reason | None] = []
    made_up: int | None = None  # the block that an invented example is told in
    topical: Passage | None = None  # the last passage that named a matter of health, which "it" may point back to
    for index, passage in enumerate(read):
        example = passage.first("reasons/example")
        made_up = passage.sentence.block if example else made_up
        if passage.sentence.block == made_up:
            found.append(Reason("made-up example", example.text if example else ""))
            continue
        reason = reason_against(passage, topical)
        if passage.topic():
            topical = passage
        if reason is None and index + 1 < len(read) and answered(passage, read[index + 1]):
            reason = Reason("quoted and denied", passage.sentence.text)
        if reason and reason.name == DENIES and index and read[index - 1].sentence.flagged("quoted"):
            found[-1] = found[-1] or Reason("quoted and denied", reason.cue)
        found.append(reason)
    return tuple(found)


def typed(passage: Passage) -> tuple[ClaimType, ClaimType | None, tuple[str, ...]]:
    """The type of a claim, the next best where it is close, and the cues of both."""
    scores: list[tuple[float, int, ClaimType, Score]] = []
    for order, (kind, extractor) in enumerate(_types()):
        score: Score = extractor.score(passage)
        if score.points > 0:
            scores.append((-score.points, order, kind, score))
    if not scores:
        return _by_topic(passage), None, ()
    best, *others = sorted(scores)
    second = others[0] if others and others[0][0] <= _SECOND * best[0] else None
    return best[2], second[2] if second else None, (*best[3].cues, *(second[3].cues[:1] if second else ()))


def _by_topic(passage: Passage) -> ClaimType:
    """Where no cue speaks: a figure of a study counts, an illness is a matter of safety, a treatment of effect."""
    if passage.quantities and passage.first("sources/own-study"):
        return "statistic"
    if passage.first("drugs", "treatments", "forms"):
        return "mechanism" if passage.first("body", "conditions") else "efficacy"
    return "safety" if passage.first("conditions") else "mechanism"


@cache
def _types() -> tuple[tuple[ClaimType, ModuleType], ...]:
    known = registry.names("extractors")
    return tuple((kind, registry.plug("extractors", kind)) for kind in get_args(ClaimType) if kind in known)


def _claim(
    document: Document, passage: Passage, state: Citation, references: tuple[Reference, ...], count: Counter
) -> Claim:
    sentence = passage.sentence
    kind, second, cues = typed(passage)
    key = normalised(sentence.text)
    name = sha256(f"{key}\x00{count.ordinal(key)}".encode("utf-8", "surrogatepass")).hexdigest()[:_ID_LENGTH]
    topic = passage.topic()
    why = (*cues, f"health topic: “{topic.text}”") if topic else (cues or ("goes on about a health topic",))
    return Claim(
        id=name,
        sentence=sentence.index,
        start=sentence.start,
        end=sentence.end,
        text=document.source[sentence.start : sentence.end],
        type=kind,
        type2=second,
        citation=state,
        certainty=_certainty(passage),
        intervention=_canonical(passage, "drugs") or _canonical(passage, "treatments"),
        condition=_canonical(passage, "conditions"),
        population=_canonical(passage, "populations"),
        quantities=passage.quantities,
        context=sentence.flags,
        references=references,
        why=why,
        place=document.place(sentence.start, sentence.end),
    )


def _certainty(passage: Passage) -> Certainty:
    """By the flags whose scope reaches the main verb."""
    at = _main_verb(passage)
    for flag, certainty in _CERTAINTIES:
        if any(f.flag == flag and f.at <= at < f.to for f in passage.sentence.flags):
            return certainty
    return "asserted"


def _main_verb(passage: Passage) -> int:
    """Where the statement's main verb ends: behind its helpers ("does not shorten", "has been shown to reduce")."""
    start = statement_start(passage)
    end = start
    for verb in passage.cues("verbs"):
        if verb.at < start:
            continue
        if end > start and verb.at - end > _HELPERS:
            break
        end = verb.to
    denial = next((word for word in _DENIALS if passage.sentence.shadow.startswith(word, end)), None)
    if denial is not None:
        return end + len(denial)  # "is not": what is denied begins behind it
    if end > start:
        return end + 1 if passage.sentence.shadow[:end].endswith(b"n't") else end - 1
    topic = passage.topic()
    return topic.at if topic else start


def _canonical(passage: Passage, table: str) -> str:
    """The name under which a vocabulary lists the first of its words that the sentence (or its lead-in) uses."""
    cue = passage.first(table) or (passage.lead_in.first(table) if passage.lead_in else None)
    return _listed_name(table, term_key(cue.text)) if cue else ""


@cache
def _listed_name(table: str, key: str) -> str:
    names = _names(table)
    if key in names:
        return names[key][0]["term"].rstrip("*")
    for length in range(len(key), 0, -1):  # open endings: “cough*” lists “coughing”
        rows = names.get(f"{key[:length]}*")
        if rows:
            return rows[0]["term"].rstrip("*")
    return key


@cache
def _names(table: str) -> Mapping[str, tuple[Row, ...]]:
    path = config.content_root() / "checks" / "vocabulary" / f"{table}.csv"
    return read_table(path, path.name).index("term", "aliases")
