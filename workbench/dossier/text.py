"""What the page said: its text, its claims, and what the checks found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.dossier.words import pairs, shown, source, when, who
from workbench.model import SEVERITIES, Finding, Reference
from workbench.review.papers import Found, Papers, Told, Use
from workbench.review.tables import UNDECIDED
from workbench.review.wording import counted
from workbench.working import working
from workbench.writers import html

_MEANING = {"unsubstantiated": "Not substantiated", "substantiated": "Substantiated", "expired": "Expired",
            "disputed": "Disputed"}  # fmt: skip


def parts(papers: Papers) -> Iterator[str]:
    """Text, claims and findings."""
    yield "<article><h2>The text</h2><p class=aside>As its file held it. Numbers name the claims below.</p>"
    yield f'<pre id="text">{_marked(papers.text.text, papers.claims)}</pre></article>'
    yield f"<article><h2>{counted(len(papers.claims), 'claim')}</h2>"
    yield "" if papers.claims else "<p>No claim was read in this text.</p>"
    yield from (_claim(number, told) for number, told in enumerate(papers.claims, start=1))
    yield "</article>"
    shown_ = sorted((one for one in papers.findings if not _folded(one)), key=_severity)
    yield f"<article><h2>{counted(len(shown_), 'finding')} to decide</h2>"
    yield "" if papers.findings else "<p>No check fired. Nobody has confirmed that the sources say so.</p>"
    yield from map(_finding, shown_)
    folded = [one for one in papers.findings if _folded(one)]
    if folded:
        told = "".join(map(_finding, folded))
        yield f"<details><summary>Held back or decided: {len(folded)}</summary>{told}</details>"
    yield "</article>"


def _marked(text: str, claims: Iterable[Told]) -> str:
    """The text with each claim marked; a claim within another is not marked again. The number is drawn by the style."""
    found, at = [], 0
    for number, told in enumerate(claims, start=1):
        start, end = told.at or (0, 0)
        if at <= start < end <= len(text):
            found.append(f"{source(text[at:start])}<mark data-claim={number}>{source(text[start:end])}</mark>")
            at = end
    return "".join((*found, source(text[at:])))


def _claim(number: int, told: Told) -> str:
    step, claim = told.step, told.claim
    rests = ", ".join(filter(None, (told.source, f"version {told.version}" if told.version else "", told.locator)))
    value = "; ".join(f"{name}: {said}" for name, said in sorted(told.value.items()) if said)
    body = pairs((
        ("Kind", shown(f"{claim.type}; cited: {claim.citation}")),
        ("Cites", "<br>".join(map(_cited, claim.references))),
        ("Rests on", shown(rests) or "no source that the queue knows"),
        ("Fact", shown(told.fact)),
        ("Fact, that day", shown(value)),
        ("Last step", f"{shown(step['action'])} by {who(step)}, {when(step['at'])}" if step else ""),
        ("Reason", shown(step["reason"]) if step else ""),
        ("Elsewhere", "<br>".join(map(_used, told.elsewhere)) or "on no other page that was on the site"),
    ))  # fmt: skip
    state = shown(_MEANING.get(told.state, told.state))
    head = f"<p class=head><b>{number}</b> {state} · <code>{shown(claim.id)}</code></p>"
    return f"<section class=claim>{head}<blockquote>{shown(claim.text)}</blockquote>{body}</section>"


def _cited(reference: Reference) -> str:
    words = reference.target or reference.text
    return shown(f"{reference.kind}: {words}{f' ({reference.state})' if reference.state else ''}")


def _used(use: Use) -> str:
    address = f", {use.address}" if use.address else ""
    return shown(f"{use.title or use.article} ({use.article}{address}): {use.state} there")


def _folded(found: Found) -> bool:
    return found.finding.held_back or found.state not in UNDECIDED


def _severity(found: Found) -> int:
    return SEVERITIES.index(found.finding.severity)


def _finding(found: Found) -> str:
    one = found.finding
    states = [f"read as {flag.flag}: “{flag.cue}”" for flag in one.context if one.held_back]
    state = "held back" if one.held_back else found.state
    head = " · ".join(shown(part) for part in (state, one.check, f"{one.confidence} confidence", *states))
    said = f"<p><b>{shown(found.words)}</b></p>" if found.words else ""
    figure = html.evidence(working(one.evidence)) if one.evidence else ""
    return (
        f'<section class="finding {shown(one.severity)}"><p class=head><b>{shown(one.severity)}</b> {head}</p>'
        f"{_quoted(one)}<h3>{shown(one.message)}</h3>{said}<p>{shown(one.why)}</p>{figure}</section>"
    )


def _quoted(finding: Finding) -> str:
    before, text, after = finding.sentence.partition(finding.text) if finding.text else (finding.sentence, "", "")
    marked = f"<mark>{shown(text)}</mark>" if text else ""
    return f"<blockquote>{shown(before)}{marked}{shown(after)}</blockquote>" if before or text or after else ""
