"""Who decides: on one's own machine, the user of the operating system."""

from __future__ import annotations

import getpass

from msgspec import Struct


class Person(Struct, frozen=True):
    """A person as decisions name them: `id` stands in tables, `name` in sentences, `role` opens transitions."""

    id: str
    name: str
    role: str = "editor"


def of_this_system() -> Person:
    """The user who runs this process, as an editor; no newsroom has said otherwise."""
    user = getpass.getuser()
    return Person(user, _full_name(user) or user)


def _full_name(user: str) -> str:
    try:
        from pwd import getpwnam  # absent on Windows

        return getpwnam(user).pw_gecos.split(",")[0].strip()
    except (ImportError, KeyError):
        return ""
