"""The sentences of a draft's panel, for every place that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

READY, NOT_READY, EMPTY = "Ready for review", "Not ready yet", "Nothing to check yet"
TITLES = {
    "needed": "Needed in every treatment article", "findings": "Findings", "claims": "Claims without a source",
    "reading": "Easy to read?", "unchecked": "Not checked",
}  # fmt: skip


def counted(number: int, one: str, many: str = "") -> str:
    """“1 claim”, “2 claims”."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def head(words: int, errors: int) -> str:
    """The first line, by which a writer knows whether the draft may go to review."""
    if not words:
        return EMPTY
    return NOT_READY if errors else READY


def silence(claims: int, sourced: int, unchecked: Iterable[Mapping[str, object]]) -> str:
    """What is said where no check fired: never that all is well."""
    asked = [f"{one['n']} × {one['title']}" for one in unchecked]
    rest = f" Not checked: {'; '.join(asked)}." if asked else ""
    if not claims:
        return f"No check fired. No claim was read in this text.{rest}"
    carry = f"{counted(sourced, 'claim')} {'carries' if sourced == 1 else 'carry'} a source"
    return f"No check fired. {carry}; nobody has confirmed that the sources say so.{rest}"


def going(errors: int) -> str:
    """What goes with a draft that is sent."""
    if not errors:
        return "No error goes with it."
    return f"{counted(errors, 'error')} {'goes' if errors == 1 else 'go'} with it. You will be asked to say why."
