"""What became of a request."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class Outcome(Struct, frozen=True):
    """The sentence people read, and what now stands: a finding's entry in `states`, or a case's `state`.

    `roles` are those of the people who could do what was refused; empty where nobody can, or it was done.
    """

    ok: bool
    message: str
    state: dict[str, Any]
    roles: tuple[str, ...] = ()
