"""Whether a comment may close what it names, and what it closes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from workbench.model import Check, Decision, Finding
from workbench.suppressions.reading import Comment

STATE = "suppressed"
_Faults = tuple[tuple[str, str], ...]


def faults_of(comment: Comment, known: Mapping[str, Check], as_of: date, people: Sequence[str]) -> _Faults:
    """What keeps a comment from closing anything: kind and sentence of each."""
    if comment.faults:
        return comment.faults
    found: list[tuple[str, str]] = []
    if comment.check not in known:
        text = f"names “{comment.check}”, which is no check here; `workbench explain` lists them"
        found.append(("unknown-check", text))
    if not comment.reason:
        found.append(("no-reason", 'gives no reason; add reason="…", so that the next reader can judge it'))
    if comment.until and date.fromisoformat(comment.until) < as_of:
        found.append(("expired", f"ended on {comment.until}; look at the finding again, then renew it or take it out"))
    strangers = [name for name in (comment.by, comment.second) if name and people and name not in people]
    found += [("nobody", f"names “{name}”, who is nobody under [people]; write a person's id") for name in strangers]
    return tuple(found)


def idle(comment: Comment, meant: Sequence[Finding], ran: set[str]) -> _Faults:
    """What is wrong with a comment that could close something: nothing there to close, or an error and one person."""
    if not meant:
        where = "there" if comment.reach else "in this article"
        text = f"closes nothing: “{comment.check}” finds nothing {where} any more; take the comment out"
        return (("unused", text),) if comment.check in ran else ()
    if any(finding.severity == "error" for finding in meant) and not _two(comment):
        text = "closes an error, which takes two people; add by=… and second=… with the ids of both"
        return (("second-name", text),)
    return ()


def _two(comment: Comment) -> bool:
    return bool(comment.by and comment.second) and comment.by.casefold() != comment.second.casefold()


def means(comment: Comment, finding: Finding) -> bool:
    """Whether a comment is about a finding."""
    if finding.check != comment.check:
        return False
    if comment.reach is None:
        return True
    return finding.start is not None and comment.reach[0] <= finding.start < comment.reach[1]


def closed(finding: Finding, sound: Iterable[Comment]) -> Finding:
    """The finding, closed where a comment without faults may close it; what people decided already stands."""
    if finding.held_back or (finding.decision is not None and finding.decision.state != "changed"):
        return finding
    for comment in sound:
        if means(comment, finding) and (finding.severity != "error" or _two(comment)):
            by = f"{comment.by} and {comment.second}" if _two(comment) else comment.by
            decision = Decision(STATE, comment.reason, by, "", comment.until)
            return msgspec.structs.replace(finding, decision=decision)
    return finding
