"""What people did: approvals, decisions, steps, messages, complaints, and what came after the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from workbench.dossier.words import pairs, shown, table, when, who
from workbench.review.papers import Complaint, Papers, Signed
from workbench.review.wording import Row, counted, day

_NOBODY = "none"
_DECIDED = ("When", "Who", "Decision", "Why", "Second person")
_KINDS = {
    "dismissed": "Dismissed", "accepted": "Risk accepted", "baseline": "Known from the start", "fix": "Fix asked",
    "second": "Dismissal proposed", "accepting": "Acceptance proposed", "questioned": "Second opinion asked",
    "contested": "Contested", "undone": "Took back, or overruled",
}  # fmt: skip
_TITLES = {"from": "From", "words": "Words complained of", "deadline": "Answer by", "claim": "Claim", "pages": "Pages",
           "notice": "Correction notice"}  # fmt: skip


def approved(papers: Papers) -> str:
    """Who approved the text that is shown, with "second person: none" where it was a second pass."""
    mine = [one for one in papers.signed if one.approval.text_hash == papers.text.text_hash]
    return "; ".join(f"{one.approval.kind}: {_name(one)}{_second(one)}" for one in mine) or "nobody"


def parts(papers: Papers) -> Iterator[str]:
    """Approvals, decisions, steps, messages, complaints; what came later stands apart, folded."""
    kept = papers.records
    yield from _part("Approvals", "".join(_approval(one, papers.text.text_hash) for one in papers.signed))
    by_then = [row for row in kept.decisions if row["history"] <= kept.then]
    undone = {row["ends"] for row in by_then if row["decision"] == "undone"}
    told = table(_DECIDED, (_decision(row, row["id"] in undone) for row in by_then))
    yield from _part(counted(len(by_then), "decision"), told or "<p>Nobody had decided about a finding.</p>")
    steps = [row for row in kept.steps if row["history"] <= kept.then]
    yield from _part("Steps", table(("When", "Who", "Step", "Why"), map(_step, steps)))
    messages = [row for row in kept.messages if row["history"] <= kept.then]
    rows = ((when(row["at"]), who(row), shown(row["text"])) for row in messages)
    yield from _part("Messages", table(("When", "Who", "Words"), rows))
    others = [one for one in papers.complaints if papers.complaint is None or one.key != papers.complaint.key]
    for one in others:
        yield from _part(f"Complaint {shown(one.key)}: {shown(one.state)}", of_complaint(one))
    later = table(("When", "Who", "What", "Why"), map(_event, papers.since))
    if later:
        yield f"<article><h2>Since then</h2><details><summary>{counted(len(papers.since), 'event')} after"
        yield f" {day(papers.day)}, up to the complaint's last step</summary>{later}</details></article>"


def of_complaint(complaint: Complaint) -> str:
    """What is complained of, by when it must be answered, and each step."""
    told = pairs((title, shown(_as_day(complaint.given(name)))) for name, title in _TITLES.items())
    return told + table(("When", "Who", "Step", "Why"), map(_step, complaint.steps))


def _as_day(words: str) -> str:
    try:
        return day(date.fromisoformat(words).isoformat())
    except ValueError:
        return words


def _part(title: str, body: str) -> Iterator[str]:
    if body:
        yield f"<article><h2>{title}</h2>{body}</article>"


def _name(signed: Signed) -> str:
    given = signed.step["given"]
    return shown(given.get("of", "")) if given.get("carried") == "true" else who(signed.step)


def _second(signed: Signed) -> str:
    return " (second person: none)" if signed.approval.second == _NOBODY else ""


def _approval(signed: Signed, text_hash: str) -> str:
    """An approval of another text is struck through."""
    one, step = signed.approval, signed.step
    here = one.text_hash == text_hash
    head = f"{one.kind}, {_name(signed)}{_second(signed)}, {when(step['at'])}"
    body = f"<b>{head}</b>" if here else f"<s>{head}</s> of another text"
    told = pairs((
        ("Text", f"<code>{shown(one.text_hash)}</code>"),
        ("Carried", _from(step) if one.carried else ""),
        ("Signed difference", _difference(step["given"].get("difference")) if one.carried else ""),
        ("Note", shown(step["note"])),
    ))  # fmt: skip
    return f"<section class=claim><p>{body}</p>{told}</section>"


def _from(step: Row) -> str:
    return f"from text <code>{shown(step['given'].get('from', ''))}</code>, signed by {who(step)}"


def _difference(stored: Any) -> str:
    """What lay between the text that was signed and this one."""
    if not isinstance(stored, Mapping):
        return ""
    changes = stored.get("changes") or ()
    lines = (f"{shown(one['kind'])}: “{shown(one['before'])}” → “{shown(one['now'])}”" for one in changes)
    return "<br>".join(lines) or "no sentence changed"


def _decision(row: Row, taken_back: bool) -> tuple[str, ...]:
    until = f" until {day(row['until'])}" if row["until"] else ""
    about = f"{_KINDS.get(row['decision'], row['decision'])}{until}: {row['check']}"
    words = f" “{row['text']}”" if row["text"] else ""
    told = f"<s>{shown(about + words)}</s> (taken back)" if taken_back else shown(about + words)
    second = "none" if row["second"] == _NOBODY else row["second"]
    actor = f", {shown(row['actor'])} agreed" if row["actor"] != row["by"] else ""
    return when(row["at"] or row["on"]), who(row) + actor, told, _why(row), shown(second)


def _step(row: Row) -> tuple[str, ...]:
    moved = f"{row['before']} → {row['after']}" if row["before"] != row["after"] else row["after"]
    key = "" if row["key"] == row["article"] else f" {row['key']}"
    second = "; second person: none" if row["second"] == _NOBODY else ""
    given = _given(row["given"])
    told = shown(f"{row['subject']}{key}: {row['action']} ({moved}){second}")
    return when(row["at"]), who(row), told + (f"<br><small>{given}</small>" if given else ""), _why(row)


def _given(given: Mapping[str, Any]) -> str:
    said = {name: value for name, value in given.items() if isinstance(value, str) and value}
    return "; ".join(f"{shown(name)}: {shown(value)}" for name, value in said.items())


def _event(row: Row) -> tuple[str, ...]:
    return when(row["at"]), shown(row["who"]), shown(row["what"]), _why(row)


def _why(row: Row) -> str:
    return " – ".join(shown(part) for part in _distinct((row["reason"], row["note"])))


def _distinct(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]
