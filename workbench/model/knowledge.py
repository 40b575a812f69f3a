"""What a newsroom knows beside the page: identifiers looked up, sources at hand, claims approved."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

from msgspec import Struct, field

from workbench.model.told import Conflict

IdentifierState = Literal["resolves", "not found", "retracted", "corrected", "concern"]


class Known(Struct, frozen=True):
    """What is on record about an identifier.

    `on` is the ISO day on which that was looked up (or that the record itself gives), `source` who says so
    ("Crossref", a retraction list by its file name), `title` the work's title, `notice` the identifier of the notice.
    """

    state: IdentifierState
    on: str
    source: str
    title: str = ""
    notice: str = ""


class SourceText(Struct, frozen=True):
    """A source kept in `claims/sources/`: its text and where its pages begin.

    `pages` are the offsets at which pages 1, 2, … begin in `text`; one page for a format without pages. `identifiers`
    as in `Knowledge.identifiers`. `hash` is the SHA-256 of the file's bytes in hex, `version` what people call it.
    """

    key: str
    title: str
    identifiers: tuple[str, ...]
    version: str
    hash: str
    text: str
    pages: tuple[int, ...] = (0,)


class Slip(Struct, frozen=True, gc=False):
    """What a proofreader says of a text: the range, the rule and its category, why, and what could stand there."""

    at: int
    to: int
    rule: str
    category: str
    message: str
    instead: tuple[str, ...] = ()


class Proofread(Struct, frozen=True):
    """What a proofreader said about texts, by `prose.key`. A text that is not there was not checked, for `reason`."""

    name: str
    version: str
    slips: Mapping[str, tuple[Slip, ...]]
    reason: str = ""


class Said(Struct, frozen=True):
    """What a site says on many pages at once, declared under `[site]`.

    `where` is "footer", "author page" or "affiliate note"; `gives` are the checks whose statement it is; `pages` are
    the pages it stands on, as the beginning of their names, "" = all.
    """

    where: str
    text: str
    gives: tuple[str, ...] = ()
    pages: str = ""


def _none() -> Any:
    return MappingProxyType({})


class Knowledge(Struct, frozen=True):
    """What checks may know beside the article.

    Args:
        identifiers: "doi:10.1000/xyz", "pmid:123", "trial:NCT01234567" in lower case → what is on record. One that is
            not there has not been verified, which is never "fine".
        library: rows of `claims/library.csv`.
        uses: rows of `claims/library-uses.csv`; for checks those about the article that is checked.
        sources: key → text; may load on demand, and then raise `Unreadable` for one that cannot be used.
        evidence: claim id → what people wrote in the column `evidence` of the claim table of the article that is
            checked.
        proofread: what the proofreader said; None = it was not asked for.
        site: what the site says on many pages; for checks what it says on the page that is checked.
        conflicts: where the article that is checked does not agree with others, which are called by name.
    """

    identifiers: Mapping[str, Known] = field(default_factory=_none)
    library: tuple[Mapping[str, str], ...] = ()
    uses: tuple[Mapping[str, str], ...] = ()
    sources: Mapping[str, SourceText] = field(default_factory=_none)
    evidence: Mapping[str, str] = field(default_factory=_none)
    proofread: Proofread | None = None
    site: tuple[Said, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
