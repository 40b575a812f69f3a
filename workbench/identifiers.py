"""What a reference points to, in one normal form: "doi:…", "pmid:…", "pmcid:…", "trial:…", "isbn:…", "arxiv:…".

Everything here works without a network. An identifier that nobody looked up is "not verified", which is never "fine".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import msgspec

from workbench import identifier_forms as forms
from workbench.model import Block, Claim, Document, Knowledge, Known, Reference, Sentence
from workbench.model.knowledge import IdentifierState
from workbench.patterns import exact
from workbench.shadow import shadow

problem = forms.problem

# What is on record about one work under several identifiers: the first of these that applies is told.
GRAVEST: tuple[str, ...] = (
    "retracted", "concern", "malformed", "not found", "corrected", "resolves", "not verified",
)  # fmt: skip
_SIGNS = r"10[./]|pii|trial:|doi|pmid|pmc|nct|isrctn|eudract|eu ?ct|ctr|drks|umin|jrct|isbn|issn|arxiv|https?:"
_BARE_DOI = r"\b10\.\d{4,9}(?:\.\d+)*/(?:\(sici\)[^\s\"]+|[^\s\"<>]+)"
_SIMPLE: tuple[tuple[str, Callable[[str], str]], ...] = (  # a pattern with one group, and what makes it an identifier
    (rf"({_BARE_DOI})", forms.doi),
    (r"\bdoi(?: ?: ?| )(?:https?://(?:dx\.)?doi\.org/)?(10\.[^\s\"<>]+)", forms.doi),
    (r"\bdoi ?: ?(\d[^\s\"<>]*/[^\s\"<>]*)", forms.doi),
    (r"\bdoi\.org/(?:doi:)?(\d[^\s\"<>]*)", forms.doi),
    (r"\bpmid ?:? ?#?(\d+)\b", forms.pmid),
    (r"\b(?:pmcid ?:? ?(?:pmc)?|pmc)(\d{4,}|0+)\b", forms.pmcid),
    (r"\b((?:nct|isrctn|actrn|drks)[ :#-]{0,2}\d{4,})\b", forms.trial),
    (r"\b(umin ?c?\d{6,}|jrcts?\d{6,}|ctri/\d{4}/\d\d/\d+|chictr(?:-[a-z]+)*-?\d{8,10})\b", forms.trial),
    (r"\b(?:eudract|eu ?ct|trial:)(?: (?:number|no\.?|nr\.?))?[ :#]{0,3}(20\d\d-[\d-]*\d)\b", forms.trial),
    (
        r"\bisbn(?:-1[03])?:? ?(97[89](?:[ -]?\d){10}\b|\d(?:[ -]?\d){8}[ -]?[\dx]\b|\d[\d-]{5,}[\dx]?\b)",
        forms.isbn,
    ),
    (r"\b[ep]?-?issn(?:-l)?:? ?(\d{4}-?\d{2,3}[\dx])\b", forms.issn),
    (r"\barxiv: ?(\d{4}\.\d+(?:v\d+)?|[a-z-]+(?:\.[a-z]{2})?/\d{7}(?:v\d+)?)", forms.arxiv),
    (r"\bpii:? ?(s[\d-]{8,9}\(?\d\d\)?\d{5}-?[\dx])\b", forms.pii),
)
_URL = r"\bhttps?://[^\s\"<>]+"
_PATHS: tuple[tuple[str, str, Callable[[str], str]], ...] = (  # host (and its subdomains), pattern of the path
    ("pubmed.ncbi.nlm.nih.gov", r"/(\d+)\b", forms.pmid),
    ("ncbi.nlm.nih.gov", r"/(?:m/)?pubmed/(\d+)\b", forms.pmid),
    ("ncbi.nlm.nih.gov", r"/(?:pmc/)?articles/PMC(\d+)", forms.pmcid),
    ("europepmc.org", r"/(?:article|abstract|api/fulltextRepo.*)/MED/(\d+)", forms.pmid),
    ("europepmc.org", r"/.*\bPMC(\d+)", forms.pmcid),
    ("clinicaltrials.gov", r"/.*\b(NCT\d+)", forms.trial),
    ("isrctn.com", r"/.*\b(ISRCTN\d+)", forms.trial),
    ("anzctr.org.au", r"/.*\b(ACTRN\d+)", forms.trial),
    ("clinicaltrialsregister.eu", r"/ctr-search/trial/(20\d\d-[\d-]*\d)", forms.trial),
    ("arxiv.org", r"/(?:abs|pdf|html)/([^?#\s]+?)(?:\.pdf)?$", forms.arxiv),
    ("sciencedirect.com", r"/.*\bpii/(S\w{16})\b", forms.pii),
    ("thelancet.com", r"/.*\bPII(S[\w()-]{16,20})", forms.pii),
)
_RESOLVERS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})
_IN_PATH = re.compile(r"\b10\.\d{4,9}(?:\.\d+)*/[^\s?#]+", re.ASCII)
_VIEWS = re.compile(  # what publishers put behind a DOI in an address
    r"(?:/(?:full(?:text)?|abstract|abs|e?pdf|pdfft|html?|meta|summary|references|figures|tables)/?"
    r"|\.(?:pdf|full|abstract|long|short|html?|xml))+$", re.IGNORECASE,
)  # fmt: skip
_PREPRINT = re.compile(r"^(10\.1101/[\d.]+?)v\d+(?:[./].*)?$", re.ASCII)
_LANCET = re.compile(r"pii:(s\d{4})(\d{3}[\dx])(\d\d)(\d{5})([\dx])", re.ASCII)
_IN_WORDS = frozenset({"named", "vague"})


class Found(NamedTuple):
    """An identifier and where it stands in the text that was searched, `[at, to)`."""

    at: int
    to: int
    identifier: str


class Placed(NamedTuple):
    """An identifier on a page: the sentence's index and seen offsets from the sentence's first character."""

    sentence: int
    at: int
    to: int
    identifier: str


def within(text: str, dark: bytes = b"") -> list[Found]:
    """The identifiers that a text gives, in reading order, those that cannot be right included.

    Args:
        text: any text.
        dark: its shadow, where the caller has it already.
    """
    dark = dark or shadow(text)
    if not exact(_SIGNS).search(dark):
        return []
    found: list[Found] = []
    taken = bytearray(len(dark))
    for place in exact(_URL).finditer(dark):
        written = forms.trimmed(text[place.start() : place.end()])
        identifier = in_link(written)
        if identifier:
            found.append(Found(place.start(), place.start() + len(written), identifier))
            taken[place.start() : place.start() + len(written)] = b"x" * len(written)
    for pattern, form in _SIMPLE:
        for place in exact(pattern).finditer(dark):
            at, to = place.span(1)
            written = forms.trimmed(text[at:to])
            if written and not any(taken[at : at + len(written)]):
                found.append(Found(at, at + len(written), form(written)))
                taken[at : at + len(written)] = b"x" * len(written)
    return sorted(found)


def in_link(target: str) -> str:
    """The identifier that an address leads to, "" where it names none."""
    try:
        parts = urlsplit(target.strip())
        host = (parts.hostname or "").casefold()
    except ValueError:
        return ""  # no address at all
    if host in _RESOLVERS:
        value = forms.doi(parts.path.strip("/"))
        return value if value[4:5].isdigit() else ""
    for site, pattern, form in _PATHS:
        if host == site or host.endswith(f".{site}"):
            found = re.match(pattern, unquote(parts.path), re.ASCII | re.IGNORECASE)
            if found:
                return form(found[1])
    inside = _IN_PATH.search(unquote(parts.path)) or _IN_PATH.search(unquote(parts.query).replace("&", " "))
    if inside is None:
        return ""
    bare = _VIEWS.sub("", forms.trimmed(inside[0]))
    return forms.doi(_PREPRINT.sub(r"\1", bare))


def normal(kind: str, text: str, target: str = "") -> str:
    """The first identifier that a reference of this kind gives, "" where it gives none.

    Args:
        kind: as in `Reference.kind`; "named" and "vague" give none.
        text: the words as printed.
        target: where they lead: an address, an identifier, the text of an entry.
    """
    return next(iter(every(Reference(kind, text, target, 0, 0))), "")


def every(reference: Reference, more: Iterable[str] = ()) -> tuple[str, ...]:
    """All identifiers that a reference gives, its own first; `more` are further texts that belong to it."""
    if reference.kind in _IN_WORDS:
        return ()
    texts = (reference.target, *more, reference.text)
    return tuple(dict.fromkeys(found.identifier for text in texts if text for found in within(text)))


def on_record(identifier: str, known: Mapping[str, Known]) -> Known | None:
    """What is on record about an identifier, also where only the DOI that belongs to an item number is."""
    found = known.get(identifier)
    item = None if found or not known else _LANCET.fullmatch(identifier)
    return known.get("doi:10.1016/{}-{}({}){}-{}".format(*item.groups())) if item else found


def state_of(reference: Reference, knowledge: Knowledge, more: Iterable[str] = ()) -> str:
    """What is known of a reference's identifiers: "" (it has none), "malformed", "not verified" or a `Known.state`.

    Of several identifiers the gravest state counts, except that "not verified" gives way: they name one work.
    """
    states = {_state(identifier, knowledge) for identifier in every(reference, more)}
    return next((state for state in GRAVEST if state in states), "")


def gravest(states: Iterable[IdentifierState]) -> IdentifierState:
    """The gravest of states on record; at least one."""
    return min(states, key=GRAVEST.index)


def _state(identifier: str, knowledge: Knowledge) -> str:
    if problem(identifier):
        return "malformed"
    known = on_record(identifier, knowledge.identifiers)
    return known.state if known else "not verified"


class Listing:
    """The page's reference list and footnotes, for following references to what their entries say."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._said: dict[str, list[str]] | None = None

    def more(self, reference: Reference) -> Sequence[str]:
        """Further texts that belong to a reference: its entry's text and the targets of its links."""
        if reference.kind != "entry":
            return ()
        if self._said is None:
            self._said = _entries(self._document)
        return self._said.get(reference.target, ())

    def every(self, reference: Reference) -> tuple[str, ...]:
        """All identifiers of a reference, those of its entry included."""
        return every(reference, self.more(reference))


def with_states(claims: Sequence[Claim], document: Document, knowledge: Knowledge) -> tuple[Claim, ...]:
    """The claims with `Reference.state` filled in; entries of a reference list and footnotes are followed."""
    listing = Listing(document)
    states: dict[tuple[str, str, str], str] = {}

    def told(reference: Reference) -> Reference:
        key = reference.kind, reference.target, reference.text
        if key not in states:
            states[key] = state_of(reference, knowledge, listing.more(reference))
        return msgspec.structs.replace(reference, state=states[key]) if states[key] else reference

    done = []
    for claim in claims:
        if any(reference.kind not in _IN_WORDS for reference in claim.references):
            claim = msgspec.structs.replace(claim, references=tuple(map(told, claim.references)))
        done.append(claim)
    return tuple(done)


def of_page(document: Document, sentences: Sequence[Sentence]) -> tuple[Placed, ...]:
    """Every identifier of a page in reading order, reference lists and the targets of its links included."""
    found: dict[tuple[int, str], Placed] = {}
    for sentence in sentences:
        block = document.blocks[sentence.block]
        if block.kind == "code":
            continue
        for at, to, identifier in within(sentence.text, sentence.shadow):
            found.setdefault((sentence.index, identifier), Placed(sentence.index, at, to, identifier))
        for link in block.links:
            if sentence.at <= link.at < sentence.to and (identifier := in_link(link.target)):
                at, to = link.at - sentence.at, min(link.to, sentence.to) - sentence.at
                found.setdefault((sentence.index, identifier), Placed(sentence.index, at, to, identifier))
    return tuple(sorted(found.values()))


def _entries(document: Document) -> dict[str, list[str]]:
    """What entries and footnotes say beside the words by which a reference names them: their text, their links."""
    found: dict[str, list[str]] = {}
    for block in document.blocks:
        if block.note:
            found.setdefault(f"#{block.note}", []).extend(_said(block))
        if block.links:
            start, end = block.span(0, len(block.seen))
            found.setdefault(document.source[start:end], []).extend(_said(block))
    return found


def _said(block: Block) -> Iterator[str]:
    yield block.seen
    yield from (link.target for link in block.links)
