"""Findings that an article's own comments close, and what is wrong with such a comment.

    <!-- workbench-ignore absolute-safety reason="quoted from the label" until=2027-01-31 by=ines second=paul -->
    <!-- workbench-ignore-article missing-risks reason="risks are on the page that this one continues" by=ines -->

The first closes one check in the next paragraph, heading, list item or cell (inside of one: in that one), the second in
the whole article. In front matter the key `workbench-ignore` holds such lines, for the whole article. The check and the
reason are needed, an end date is not; an error is closed by two people only. No comment closes all checks at once.
A comment that has no reason, has ended, names nobody or nothing, or closes nothing is itself a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from workbench.fingerprint import Counter, digest
from workbench.model import Check, Document, Finding, Severity
from workbench.suppressions.judging import STATE, closed, faults_of, idle, means
from workbench.suppressions.reading import Comment, read

__all__ = ["CHECK", "STATE", "Comment", "apply", "read"]

CHECK = "suppression"
_WHY = "A comment that closes a finding hides it from everybody who comes later, so it has to say why and for how long."


def apply(
    document: Document,
    findings: Sequence[Finding],
    checks: Iterable[Check],
    ran: Iterable[str],
    as_of: date,
    people: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """The findings, those that a comment closes as decided, with what is wrong with the comments.

    Args:
        document: the article as read.
        findings: all of its findings.
        checks: all checks there are, whether they ran or not.
        ran: the ids of those that ran; a comment about another one is not called unused.
        as_of: the day.
        people: the ids of the newsroom's people; none = any name counts.
    """
    comments = read(document)
    if not comments:
        return tuple(findings)
    known = {check.id: check for check in checks}
    judged = [(comment, faults_of(comment, known, as_of, people)) for comment in comments]
    sound = [comment for comment, faults in judged if not faults]
    settled = tuple(closed(finding, sound) for finding in findings)
    complaints: list[Finding] = []
    counter, running = Counter(), set(ran)
    for comment, faults in judged:
        meant = [finding for finding in findings if means(comment, finding)]
        faults = faults or idle(comment, meant, running)
        complaints += [_complaint(document, comment, kind, text, known, counter) for kind, text in faults]
    return tuple(sorted((*settled, *complaints), key=_order))


def _complaint(
    document: Document, comment: Comment, kind: str, text: str, known: Mapping[str, Check], counter: Counter
) -> Finding:
    severity: Severity = "note" if kind == "unused" else "warning"
    quoted = document.source[comment.start : comment.end]
    ordinal = str(counter.ordinal(kind, comment.check))
    return Finding(
        check=CHECK,
        topic=known[comment.check].topic if comment.check in known else "consistency",
        category="suppression",
        severity=severity,
        confidence="high",
        start=comment.start,
        end=comment.end,
        text=quoted,
        message=f"This comment {text}.",
        why=_WHY,
        advice="Put the comment right, or take it out and let people decide about the finding in the queue.",
        evidence=None,
        context=(),
        held_back=False,
        fingerprint=digest(CHECK, kind, comment.check, ordinal),
        sentence=" ".join(quoted.split()),
        line=document.source.count("\n", 0, comment.start) + 1,
        place=document.place(comment.start, comment.end),
    )


def _order(finding: Finding) -> tuple[bool, int, int, str]:
    """As the engine orders them: the whole article first, then place."""
    return finding.start is not None, finding.start or 0, finding.end or 0, finding.check
