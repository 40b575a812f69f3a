"""The page: its head, its parts in order, its records and its seal."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

from workbench import __version__
from workbench.dossier import embedded, people, text
from workbench.dossier.words import pairs, shown, when
from workbench.model import limits
from workbench.review.papers import Complaint, Papers
from workbench.review.wording import counted, day
from workbench.writers import html

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STATES = {
    "published": "on the site", "expired": "on the site, expired", "none": "not on the site",
    "inherited": "on the site, never reviewed here", "held": "off the site, on hold",
    "putting back": "off the site, on hold",
}  # fmt: skip
_AS_OF = "the end of {} (UTC); nothing later is told, but under “Since then” where it stands"


def render(papers: Papers) -> str:
    """The dossier as HTML; the same papers make the same page to the byte."""
    title = shown(f"{papers.title or papers.article}, {day(papers.day)}")
    line = escape(limits(papers.country))
    parts = (
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="seal" content="{embedded.SEAL}">',
        f"<title>Dossier: {title}</title><style>{_style()}</style></head><body>",
        f"<header><p class=aside>Dossier</p><h1>{title}</h1>{_head(papers)}<p class=aside>{line}</p></header><main>",
        *_complaint(papers.complaint),
        *text.parts(papers),
        *people.parts(papers),
        *_verifying(papers),
        f"</main><footer><p>{line}</p><p>workbench {escape(__version__)}</p></footer>",
        f'<script type="application/json" id="records">{embedded.records(papers)}</script></body></html>\n',
    )
    return embedded.sealed("\n".join(parts))


@cache
def _style() -> str:
    return "\n".join((html.style(), Path(__file__).with_name("dossier.css").read_text(encoding="utf-8")))


def _head(papers: Papers) -> str:
    """What the text is, at a glance."""
    page = papers.page
    known = page.state in _STATES and (papers.live or page.state == "none")
    where = _STATES[page.state] if known else f"“{shown(page.state)}”, with a text that the queue never read"
    since = f"this text since {when(page.since)}" if papers.live and page.since else ""
    held = f"off the site since {when(page.held)}" if page.held else ""
    return pairs((
        ("Article", shown(papers.article)),
        ("Told as of", _AS_OF.format(day(papers.day))),
        ("Page", "; ".join(filter(None, (where, since, held)))),
        ("Address", shown(page.address)),
        ("Text below", _text(papers)),
        ("Approved by", people.approved(papers)),
        ("Review", f"what was being written was “{shown(papers.review)}”" if papers.review != "none" else ""),
    ))  # fmt: skip


def _text(papers: Papers) -> str:
    what = "that of the page" if papers.live else "<b>not that of the page</b>: the newest that had been read"
    revision = f"revision {papers.text.number}, first read on {day(papers.text.read_on)}"
    return f"{what}; {revision}; SHA-256 <code>{papers.text.text_hash}</code>"


def _complaint(complaint: Complaint | None) -> Iterator[str]:
    """The complaint that the dossier is made for, whatever its days."""
    if complaint is not None:
        yield f"<article><h2>Complaint {shown(complaint.key)}: {shown(complaint.state)}</h2>"
        yield people.of_complaint(complaint)
        yield "</article>"


def _verifying(papers: Papers) -> Iterator[str]:
    """What a reader can verify without us."""
    kept, (number, last) = papers.records, papers.records.end
    skipped = sum(row.get("skipped", 0) for row in kept.history)
    rows = sum("skipped" not in row for row in kept.history)
    ledgers = len(kept.decisions) + len(kept.steps) + len(kept.messages)
    yield "<article class=verify><h2>How to verify this page</h2>"
    yield f"<p>Its records stand in it: {counted(rows, 'row')} of the newsroom's history and the {ledgers} decisions,"
    yield f" steps and messages that these sign. {skipped} rows are about other things; they are counted, not told.</p>"
    yield "<p>Run <code>python3 verify_dossier.py</code> with this file: it works out every hash anew.</p>"
    yield pairs((
        ("Last row", f"{number}, <code>{escape(last)}</code>"),
        ("Last row that day", str(kept.then)),
        ("Seal", f"<code>{embedded.SEAL}</code>"),
    ))  # fmt: skip
    yield "</article>"
