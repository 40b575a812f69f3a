"""What one sentence itself points to: links, identifiers, numbered marks, named works, or just "studies"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from workbench.extractors._marks import entry_number, list_heading, marks, numbers
from workbench.extractors._passage import Cue, Passage
from workbench.extractors._spoken import reported
from workbench.model import Document, Reference
from workbench.patterns import compiled

_IDENTIFIERS = (
    ("doi", b"10.", r"\b10\.\d{4,9}/[^\s\"<>]*\w"),
    ("pmid", b"PM", r"\bPM(?:ID|C)\s?:?\s?\d{5,9}\b"),
    ("trial", b"0", r"\b(?:NCT\d{8}|ISRCTN\d{8}|UMIN\s?C?\d{9})\b"),
    ("url", b"http", r"\bhttps?://[^\s\"<>)]+"),
)
_ENOUGH_TRIALS = 9  # names of trials looked at in one sentence

_NAME = r"[A-Z][A-Za-z'-]*[a-z]"
_YEAR = r"(?:19|20)\d\d[a-z]?"
_MORE_AUTHORS = rf"(?:,? et al\.?|,? and (?:his |her |their )?(?:colleagues|team)|,? (?:&|and) {_NAME})"
_AUTHOR_YEAR = (
    rf"\b({_NAME})(?:,? et al\b|,? and (?:his |her |their )?(?:colleagues|team)\b[^.;]{{0,40}}?\b{_YEAR}\b"
    rf"|{_MORE_AUTHORS}?(?:,? \(|,? ){_YEAR}\))"
)
_STUDY_OF = rf"\b{_YEAR} [\w -]{{0,30}}(?:[Ss]tudy|[Aa]nalysis|[Tt]rial|[Rr]eview) \({_NAME}"
_NAMED_TRIAL = r"\b(?:[A-Z][A-Z0-9*]{2,}[\w*-]*|[A-Z][a-z]+-\d{2,}\w*)(?:/\w+)?\)?(?: \d{2,})? (?:[Ss]tudy|[Tt]rial)\b"
_PRESENTED = (  # "a study presented at the Nordic Allergy Meeting", "according to the Marlowe cohort"
    r"\b(?:(?:study|trial|data|findings|results|analysis) (?:that was |that were )?(?:presented|unveiled) (?:\w+ )?"
    r"(?:at|to) (?:the |an? )?(?:[A-Z][\w-]+(?: (?:of|on|for|and))? )+(?:Meeting|Congress|Conference|Symposium|Society|"
    r"Forum|Summit|Academy|Association|College)|[Aa]ccording to the (?:[A-Z][\w-]+ ){1,3}(?:cohort|registry|study|"
    r"trial|survey))\b"
)
_SAID = (
    r"\b[A-Z][a-z]+ (?:said|says|added|noted|explained|explains|told)\b"
    r"|\b(?:said|says|stated|told|added|explained) (?:an? |the |Dr\.? |Professor )?[A-Z]"
)
_SPEAKS = r"\b(?:said|says|told|explain(?:s|ed)|add(?:s|ed)|state[ds]|note[ds])\b"
_NO_AUTHOR = (
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|In|Since|Study|Until|"
    r"Updated|Published)$"
)
_ACCORDING = (
    r"\b(?:according to|guidelines?|guidance|recommends?|estimates?|reports? that|reported that|states that|says|"
    r"data from|figures from|warns|advises|(?:said|says|ordered|orders|counted|counts|ruled|rules|reviewed|received|"
    r"registered|recorded|concluded|found|estimated|warned|advised|recommended|told|banned|withdrew|suspended)\b"
    r"|review (?:counted|found|of)|report (?:found|counted|said))\b"
)
_OWN_TEST = (  # a seller's own test of its product is no source
    r"\b(?:customer|consumer|user|in-house|home|buyer|client|member)s?'? (?:trial|survey|study|test|panel|poll|"
    r"review)s?\b|\bour (?:own |latest |recent )?(?:[\w-]+ ){0,2}(?:survey|customers|users|clients|members|"
    r"buyers|panel)\b"
)
_SPEAKER = r"\b[A-Z][a-z]+, [^,.;:()]{3,70}, (?:said|says|added|noted|explained|explains|told|warned|warns)\b"
_PUBLISHED = (
    r"\b(?:published|reported|reports?|appear(?:ed|ing|s)|according|wr[io]tes?|note[sd]?|source|in|of|(?:19|20)\d\d)\b"
)
_UNNAMED = r"\b(?:another|different|many|most|some|one) (?:[\w-]+ ){0,4}(?:journals?|institutions?|universities)\b"


def entries(document: Document, passages: Sequence[Passage]) -> Mapping[str, Reference]:
    """The page's reference list: entry number (as printed or counted) → reference."""
    found: dict[str, Reference] = {}
    for passage in passages:
        if passage.sentence.at or not in_reference_list(passage):
            continue
        number = entry_number(passage.sentence.shadow) or str(len(found) + 1)
        start, end = passage.block.span(0, len(passage.block.seen))
        found.setdefault(number, Reference("entry", document.source[start:end], number, start, end))
    return found


def in_reference_list(passage: Passage) -> bool:
    """Whether it stands under a heading such as “References”."""
    if not passage.headings or passage.block.kind == "heading":
        return False
    return list_heading(passage.headings[-1].sentence.shadow)


def notes(document: Document) -> frozenset[str]:
    """What a link to a footnote, an endnote or an entry of the page itself is written as ("#fn-1")."""
    return frozenset(f"#{block.note}" for block in document.blocks if block.note)


def own(
    document: Document, passage: Passage, listed: Mapping[str, Reference], noted: frozenset[str] = frozenset()
) -> Iterator[Reference]:
    """References inside the sentence itself, surest kind first.

    Args:
        listed: the page's reference list, as `entries` gives it.
        noted: links to the page's own notes, as `notes` gives them.
    """
    yield from _links(document, passage, noted)
    yield from _identifiers(document, passage)
    yield from _marks(document, passage, listed)
    yield from _named(document, passage)
    yield from _vague(document, passage)


def _links(document: Document, passage: Passage, noted: frozenset[str]) -> Iterator[Reference]:
    sentence = passage.sentence
    for link in passage.block.links:
        if not sentence.at <= link.at < sentence.to or link.sponsored:
            continue
        kind = "url" if "://" in link.target else "entry" if link.target in noted else ""
        if kind:
            yield _reference(document, passage, kind, link.at - sentence.at, link.to - sentence.at, link.target)


def _identifiers(document: Document, passage: Passage) -> Iterator[Reference]:
    shadow = passage.sentence.shadow
    for kind, sign, pattern in _IDENTIFIERS:
        if sign in shadow:
            for found in compiled(pattern, kind == "url").finditer(shadow):
                target = passage.sentence.text[found.start() : found.end()]
                yield _reference(document, passage, kind, found.start(), found.end(), target)


def _marks(document: Document, passage: Passage, listed: Mapping[str, Reference]) -> Iterator[Reference]:
    if not listed:
        return
    for at, to, printed in marks(passage.sentence):
        for number in numbers(printed):
            entry = listed.get(number)
            if entry:
                yield _reference(document, passage, "entry", at, to, entry.text)


def _named(document: Document, passage: Passage) -> Iterator[Reference]:
    shadow = passage.sentence.shadow
    if b" al" in shadow or b"colleagues" in shadow or b"19" in shadow or b"20" in shadow:
        for found in compiled(_AUTHOR_YEAR, any_case=False).finditer(shadow):
            if not compiled(_NO_AUTHOR, any_case=False).match(found.group(1)):
                yield _reference(document, passage, "named", found.start(), found.end())
        for found in compiled(_STUDY_OF, any_case=False).finditer(shadow):
            yield _reference(document, passage, "named", found.start(), found.end())
    journal = passage.first("sources/journals")
    if journal and compiled(_PUBLISHED).search(shadow) and not compiled(_UNNAMED).search(shadow):
        yield _reference(document, passage, "named", journal.at, journal.to)
    body = passage.first("sources/institutions")
    if body and compiled(_ACCORDING).search(shadow) and not passage.first("sources/studies"):
        yield _reference(document, passage, "named", body.at, body.to)
    if b"presented" in shadow or b"unveiled" in shadow or b"ccording to the" in shadow:
        for found in compiled(_PRESENTED, any_case=False).finditer(shadow):
            yield _reference(document, passage, "named", found.start(), found.end())
    if passage.first("sources/studies"):
        for found in islice(compiled(_NAMED_TRIAL, any_case=False).finditer(shadow), _ENOUGH_TRIALS):
            if not _vocabulary_at(passage, found.start()):
                yield _reference(document, passage, "named", found.start(), found.end())


def _vocabulary_at(passage: Passage, at: int) -> Cue | None:
    """A health or institution word at this place: then “TMS trial” is a kind of trial, not the name of one."""
    lists = ("sources/institutions", "drugs", "treatments", "conditions", "body", "populations")
    return next((cue for cue in passage.cues(*lists) if cue.at <= at < cue.to), None)


def _vague(document: Document, passage: Passage) -> Iterator[Reference]:
    cue = passage.first("sources/studies")
    if cue is None and (document_rule := passage.first("sources/documents")) is not None and reported(passage):
        cue = document_rule if document_rule.text.casefold().startswith("guid") else None
    if cue and not passage.part and compiled(_OWN_TEST).search(passage.sentence.shadow):
        return
    if cue:
        yield _reference(document, passage, "vague", cue.at, cue.to)
        return
    flag = passage.sentence.flagged("attributed")
    if flag:
        yield Reference("vague", document.source[flag.start : flag.end], "", flag.start, flag.end)
        return
    shadow = passage.sentence.shadow
    said = compiled(_SPEAKS).search(shadow) if passage.sentence.flagged("quoted") else None
    if said is None and _may_say(shadow):
        said = compiled(_SAID, any_case=False).search(shadow) or compiled(_SPEAKER, any_case=False).search(shadow)
    if said:
        yield _reference(document, passage, "vague", said.start(), said.end())


def _may_say(shadow: bytes) -> bool:
    """Whether a word of saying can be in it; asked of every sentence, so in plain bytes."""
    return (
        b"sai" in shadow
        or b"says" in shadow
        or b"told" in shadow
        or b"added" in shadow
        or b"noted" in shadow
        or b"explain" in shadow
        or b"stated" in shadow
    )


def _reference(document: Document, passage: Passage, kind: str, at: int, to: int, target: str = "") -> Reference:
    span = passage.block.span(passage.sentence.at + at, passage.sentence.at + to)
    return Reference(kind, document.source[span.start : span.end], target, span.start, span.end)
