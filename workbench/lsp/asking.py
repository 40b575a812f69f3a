"""“Ask the editor”: a writer's question about a mark, put into the review queue."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from workbench.config import Settings
from workbench.errors import WorkbenchError
from workbench.review import Store, people
from workbench.review.casing import Rules
from workbench.review.talking import Message


def ask(settings: Settings, name: str, fingerprint: str, question: str, today: date, request: str) -> str:
    """Send it; returns the sentence that the writer reads, whatever became of it.

    Args:
        settings: of the newsroom.
        name: the article's name, "" = it is in no newsroom.
        fingerprint: the finding.
        question: what is asked.
        today: the day.
        request: names the message, so that one sent twice is sent once.
    """
    root = settings.root
    if root is None or not name:
        return "This text is in no newsroom, so that there is no editor to ask. Put it below articles/, then ask again."
    staff = settings.staff
    try:
        person = people.present(staff, os.environ)
        if why := people.why_reading_only(person, staff):
            return why
        rules = Rules(people.house_of(settings.review), staff, settings.review.days)
        with Store.open(settings.review.database, Path(root), today, rules=rules) as store:
            at = datetime.now(UTC).isoformat(timespec="seconds")
            given = Message(
                article=name, person=person, text=question, on=today, at=at, fingerprint=fingerprint, request=request
            )
            outcome = store.send(given)
    except WorkbenchError as error:
        return f"Not sent: {error}"
    return outcome.message if outcome.ok else f"Not sent: {outcome.message}"
