"""Steps of the article view as the store takes them, and the words in which they are told."""

from __future__ import annotations

from typing import Any

from workbench.errors import Usage
from workbench.model import Document
from workbench.review import Outcome
from workbench.review.acting import Deed
from workbench.review.by_hand import Added
from workbench.review.ledger import Place
from workbench.review.moves.terms import TAKE_BACK
from workbench.widgets import article_messages as wanted

_TOLD = {
    "suggest": "Suggested. It waits for somebody who may confirm it.",
    "substantiate": "Substantiated: {source}, {place}.",
    "renew": "Renewed: {source}, {place}.",
    "settle": "Settled: substantiated.",
    "reject": "Settled: it rests on no source.",
    "doubt": "Disputed. A medical reviewer settles it.",
    "harmless": "Stored: harmless. It stays held back.",
    "counts": "Stored: it is a problem. It can be added as a finding.",
    "keep both": "Kept as they are.",
    "reopen": "Open again.",
}
_NOTICE = {
    "warn": "Proposed. The notice is shown once another person agrees.",
    "agree": "The notice is on the page for 24 hours. Then the article is in review again for both approvals.",
    "overrule": "The notice is not shown.",
    "undo": "Taken back. No notice waits here.",
}
_PAPERS = ("source", "version", "place", "value", "country", "effective", "fact")

Deeds = wanted.OnClaim | wanted.Verdict | wanted.Notice | wanted.Conflict | wanted.TakeBack


def deed(message: Deeds, name: str, room: Any, read: str) -> Deed:
    """The step about the open article `name`, of which the text `read` is open; `room` as in `Sitting`."""
    given: dict[str, str] = {}
    if isinstance(message, wanted.OnClaim):
        place = Place("claim", message.claim, name)
        given = {key: value.strip() for key in _PAPERS if (value := getattr(message, key)).strip()}
    elif isinstance(message, wanted.Verdict):
        place = Place("match", message.fingerprint, name)
    elif isinstance(message, wanted.TakeBack):
        place = Place(message.what, message.key, name)
    elif isinstance(message, wanted.Conflict):
        place = Place("conflict", message.key)
    else:
        place = Place("notice", name, name)
        given = {"notice": message.text.strip()} if message.text.strip() else {}
    action = TAKE_BACK if isinstance(message, wanted.TakeBack) else message.action
    return Deed(
        place=place, action=action, person=room.person, on=room.as_of, at=room.now(),
        reason=getattr(message, "reason", "").strip(), text_hash=read, given=given,
        seen=getattr(message, "seen", ""), request=message.request,
    )  # fmt: skip


def told(message: Deeds, outcome: Outcome) -> Outcome:
    """The outcome in the words of the screen; a refusal keeps its own."""
    if isinstance(message, wanted.TakeBack):
        return outcome
    known = _NOTICE if isinstance(message, wanted.Notice) else _TOLD
    words = known.get(message.action) if outcome.ok else None
    if not words:
        return outcome
    given = {key: getattr(message, key, "") for key in _PAPERS}
    return Outcome(True, words.format(**given), outcome.state)


def added(message: wanted.Add, name: str, room: Any, document: Document) -> Added:
    """What the person marks, in places of the source text.

    Raises:
        Usage: the text that is open has no such place, or other words stand there.
    """
    blocks = document.blocks
    wrong = Usage("These words do not stand there any more. Nothing was added. Open the article again and mark them.")
    if not (message.block <= message.to_block < len(blocks)) or not message.to:
        raise wrong
    first, last = blocks[message.block], blocks[message.to_block]
    if (
        message.at >= len(first.seen)
        or message.to > len(last.seen)
        or _words(message, document) != message.text.split()
    ):
        raise wrong
    start = first.span(message.at, message.at + 1).start
    end = last.span(message.to - 1, message.to).end
    return Added(
        article=name, start=start, end=end, text=document.source[start:end], category=message.category,
        note=message.note, person=room.person, on=room.as_of, at=room.now(), severity=message.severity,
        request=message.request, claim=message.claim,
    )  # fmt: skip


def _words(message: wanted.Add, document: Document) -> list[str]:
    """The words that a reader sees from the one place to the other."""
    seen = [block.seen for block in document.blocks[message.block : message.to_block + 1]]
    seen[-1] = seen[-1][: message.to]
    seen[0] = seen[0][message.at :]
    return " ".join(seen).split()
