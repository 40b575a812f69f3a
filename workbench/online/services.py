"""What each service is asked, and what its answers mean.

Shapes: Crossref REST API `/works/{doi}` (`updated-by` holds the notices about a work; `update-to`, on a notice, the
works that it is about) and `/works/{doi}/agency`; NCBI E-utilities `esummary` (`pubtype`, `references[].reftype`);
ClinicalTrials.gov API v2 `/studies/{nct}`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

import msgspec

from workbench import identifier_forms as forms
from workbench.config import Online
from workbench.model import Known
from workbench.online.client import Failed
from workbench.retractions import Event, known_from

Get = Callable[[str], tuple[int, bytes]]
Answers = Mapping[str, Known | str]  # identifier → what is on record, or why nothing can be said
_T = TypeVar("_T")
_OK, _MISSING = 200, (404, 410)
_SHORT = re.compile(r"doi:10/", re.ASCII)
_NOTICES: tuple[tuple[tuple[str, ...], str], ...] = (  # how Crossref's types of updates begin; others are no notices
    (("retract", "withdraw", "remov"), "retraction"),
    (("expression", "partial"), "expression of concern"),
    (("correct", "errat", "corrig", "addend"), "correction"),
    (("reinstat",), "reinstatement"),
)
_MARKED = re.compile(r"\W*(?:retracted(?: article)?|retraction|withdrawn)\s*[:—-]", re.IGNORECASE)
_PUBMED_NOTICES: Mapping[str, str] = {
    "retraction in": "retraction",
    "expression of concern in": "expression of concern",
    "erratum in": "correction",
    "corrected and republished in": "correction",
}
_RETRACTED = "Retracted Publication"


class _When(msgspec.Struct, rename={"parts": "date-parts"}):
    parts: list[list[int | None]] = []

    def day(self) -> str:
        year, month, day = ((self.parts or [[]])[0] + [None, None, None])[:3]
        try:
            return date(year or 0, month or 1, day or 1).isoformat()
        except ValueError:
            return ""


class _Update(msgspec.Struct, rename={"doi": "DOI"}):
    type: str = ""
    doi: str = ""
    updated: _When = msgspec.field(default_factory=_When)


class _Work(msgspec.Struct, rename={"doi": "DOI", "updated_by": "updated-by"}):
    doi: str
    title: list[str] = []
    updated_by: list[_Update] = []


class _WorkAnswer(msgspec.Struct):
    message: _Work


class _Agency(msgspec.Struct):
    id: str
    label: str = ""


class _AgencyOf(msgspec.Struct, rename={"doi": "DOI"}):
    doi: str
    agency: _Agency


class _AgencyAnswer(msgspec.Struct):
    message: _AgencyOf


class _Mention(msgspec.Struct):
    reftype: str = ""
    refsource: str = ""
    pmid: int | str = ""


class _Summary(msgspec.Struct):
    uid: str
    error: str = ""
    title: str = ""
    pubtype: list[str] = []
    references: list[_Mention] = []


class _Summaries(msgspec.Struct):
    result: dict[str, Any]


class _Identification(msgspec.Struct, rename={"nct": "nctId", "title": "briefTitle", "aliases": "nctIdAliases"}):
    nct: str
    title: str = ""
    aliases: list[str] = []


class _Protocol(msgspec.Struct, rename={"identification": "identificationModule"}):
    identification: _Identification


class _Study(msgspec.Struct, rename={"protocol": "protocolSection"}):
    protocol: _Protocol


class Service(msgspec.Struct, frozen=True):
    """A service: its name, how many identifiers one request asks about, which it knows, and asking itself."""

    name: str
    at_a_time: int
    knows: Callable[[str], bool]
    ask: Callable[[Get, Sequence[str], date, Online], Answers]


def _crossref(get: Get, asked: Sequence[str], as_of: date, settings: Online) -> Answers:
    (identifier,) = asked
    doi = identifier.removeprefix("doi:")
    address = f"{settings.crossref.rstrip('/')}/works/{quote(doi, safe='')}"
    query = f"?{urlencode({'mailto': settings.mailto})}" if settings.mailto else ""
    status, body = get(address + query)
    if status in _MISSING:
        return {identifier: _registered(get, f"{address}/agency{query}", doi, as_of)}
    work = _decoded(status, body, _WorkAnswer).message
    if work.doi.casefold() != doi:
        raise Failed("the answer is about another DOI")
    title = work.title[0] if work.title else ""
    events: list[Event] = [
        (update.updated.day(), kind, title, update.doi) for update in work.updated_by if (kind := _nature(update.type))
    ]
    if not events and _MARKED.match(title):
        events = [("", "retraction", title, "")]
    return {identifier: known_from(events, as_of, "Crossref") or _plain(title, as_of, "Crossref")}


def _nature(kind: str) -> str:
    return next((nature for begins, nature in _NOTICES if kind.casefold().startswith(begins)), "")


def _registered(get: Get, address: str, doi: str, as_of: date) -> Known:
    """A DOI that Crossref has no work for: another agency's, or nobody's."""
    status, body = get(address)
    if status in _MISSING:
        return Known("not found", as_of.isoformat(), "Crossref")
    found = _decoded(status, body, _AgencyAnswer).message
    if found.doi.casefold() != doi:
        raise Failed("the answer is about another DOI")
    if found.agency.id.casefold() == "crossref":
        raise Failed("Crossref registered this DOI but does not show the work")
    return _plain("", as_of, found.agency.label or found.agency.id)


def _pubmed(get: Get, asked: Sequence[str], as_of: date, settings: Online) -> Answers:
    numbers = [identifier.removeprefix("pmid:") for identifier in asked]
    query = {"db": "pubmed", "retmode": "json", "tool": "workbench", "id": ",".join(numbers)}
    query |= {"email": settings.mailto} if settings.mailto else {}
    status, body = get(f"{settings.pubmed.rstrip('/')}/esummary.fcgi?{urlencode(query, safe=',')}")
    result = _decoded(status, body, _Summaries).result
    answers: dict[str, Known | str] = {}
    for identifier, number in zip(asked, numbers, strict=True):
        try:
            answers[identifier] = _summary(msgspec.convert(result.get(number), _Summary), number, as_of)
        except (msgspec.ValidationError, Failed) as error:
            answers[identifier] = f"the answer was not understood ({error})"
    return answers


def _summary(found: _Summary, number: str, as_of: date) -> Known:
    if found.uid != number:
        raise Failed("it is about another number")
    if found.error:
        if "cannot get document summary" in found.error:
            return Known("not found", as_of.isoformat(), "PubMed")
        raise Failed(found.error[:100])
    notices = [
        ("", kind, found.title, str(mention.pmid))
        for mention in found.references
        if (kind := _PUBMED_NOTICES.get(mention.reftype.casefold()))
    ]
    if _RETRACTED in found.pubtype and not any(kind == "retraction" for _, kind, _, _ in notices):
        notices.append(("", "retraction", found.title, ""))
    known = known_from(notices, as_of, "PubMed") or _plain(found.title, as_of, "PubMed")
    return msgspec.structs.replace(known, notice=forms.pmid(known.notice) if known.notice else "")


def _trials(get: Get, asked: Sequence[str], as_of: date, settings: Online) -> Answers:
    (identifier,) = asked
    number = identifier.removeprefix("trial:").upper()
    query = urlencode({"format": "json", "fields": "NCTId,NCTIdAlias,BriefTitle"}, safe=",")
    status, body = get(f"{settings.trials.rstrip('/')}/studies/{number}?{query}")
    if status in _MISSING:
        return {identifier: Known("not found", as_of.isoformat(), "ClinicalTrials.gov")}
    study = _decoded(status, body, _Study).protocol.identification
    if number not in (study.nct, *study.aliases):
        raise Failed("the answer is about another trial")
    return {identifier: _plain(study.title, as_of, "ClinicalTrials.gov")}


def _decoded(status: int, body: bytes, shape: type[_T]) -> _T:
    if status != _OK:
        raise Failed(f"the service answers with status {status}")
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Failed(f"the answer was not understood ({str(error)[:100]})") from error


def _plain(title: str, as_of: date, source: str) -> Known:
    return Known("resolves", as_of.isoformat(), source, title[:300])


SERVICES = (
    Service("crossref", 1, lambda one: one.startswith("doi:") and not _SHORT.match(one), _crossref),
    Service("pubmed", 50, lambda one: one.startswith("pmid:"), _pubmed),
    Service("clinicaltrials", 1, lambda one: one.startswith("trial:nct"), _trials),
)
