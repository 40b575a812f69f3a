"""What a person types for a long name: the first digits of it, a number instead of a reason, a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from workbench import decisions
from workbench.errors import Usage
from workbench.writers.terminal import clean

SHORTEST = 4  # digits of a finding's or a claim's name that a person must type
SHORTEST_TEXT = 8  # digits of the text's; an approval is bound to them
SHOWN = 12  # digits of the text's name that are shown


def whole(beginning: str, known: Iterable[str], noun: str, article: str) -> str:
    """The one name that begins like this.

    Raises:
        Usage: too short, none, or several.
    """
    found = [name for name in known if name.startswith(beginning)]
    if len(beginning) < SHORTEST:
        raise Usage(f"“{clean(beginning)}” is too short; give at least {SHORTEST} digits of the {noun}'s name")
    if len(found) != 1:
        problem = f"fits several {noun}s; give more digits" if found else f"is no {noun} that this text still has"
        raise Usage(f"“{clean(beginning)}” {problem}. See: workbench queue show {clean(article)}")
    return found[0]


def text_named(beginning: str, now: str) -> str:
    """The hash of the text as it stands, where it begins like this; else what was typed, which the table refuses.

    Raises:
        Usage: too short to be bound to a text.
    """
    typed = beginning.strip().lower()
    if len(typed) < SHORTEST_TEXT:
        raise Usage(
            f"“{clean(beginning)}” is too short; give at least {SHORTEST_TEXT} digits of the text that you read,"
            " as `queue show` prints it"
        )
    return now if now.startswith(typed) else typed


def reason(text: str) -> str:
    """A reason by its number from 1; anything else as it is."""
    numbers = {str(number): known for number, known in enumerate(decisions.REASONS, start=1)}
    return numbers.get(text, text)


def day(text: str, option: str) -> date | None:
    """The day that an option names; None where it is empty.

    Raises:
        Usage: it is no date in ISO form.
    """
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
        if found.isoformat() != text:
            raise ValueError(text)
    except ValueError as error:
        raise Usage(f"{option}: “{clean(text)}” is no day; write it as 2026-11-25") from error
    return found
