"""Who decides: the person named by a proxy, by JupyterHub, or by the operating system of one's own machine.

Where nobody is named under `[people]`, whoever is there is an editor. Once somebody is, everybody else reads only:
whatever changes anything asks `decider`, or tells the person `why_reading_only`.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping

from msgspec import Struct

from workbench.errors import Usage
from workbench.review.moves.terms import House
from workbench.staff import NOBODY, ROLES, Review, Staff

READER = "reader"  # opens nothing
HUB = "JUPYTERHUB_USER"  # the environment variable in which JupyterHub names the owner of a server
_LONGEST = 80  # characters of a name
_IN_FRONT = ("editor", "medical reviewer", "writer", "admin")  # the role that is shown, of several


class Person(Struct, frozen=True):
    """A person as decisions name them: `id` stands in tables, `name` in sentences, roles open transitions.

    `role` is the one shown, `also` any further ones.
    """

    id: str
    name: str
    role: str = "editor"
    also: tuple[str, ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role, the one shown first."""
        return (self.role, *self.also)

    def holds(self, *roles: str) -> bool:
        """Whether this person holds one of these roles."""
        return any(role in roles for role in self.roles)


class ReadsOnly(Usage):
    """This person may read everything and decide nothing; the message says who can change that."""


class Unidentified(Usage):
    """Nobody can be told to be there; the message says why, and who can put it right."""


def present(
    staff: Staff, environment: Mapping[str, str], headers: Mapping[str, str] | None = None, behind_proxy: bool = False
) -> Person:
    """The person who is there.

    Args:
        staff: the people of the newsroom.
        environment: of this process; JupyterHub names its user there.
        headers: of the request, where there is one; the same name twice is told by a comma, or by two spellings.
        behind_proxy: the server was told that a proxy stands before it. Then the proxy's word alone counts; else
            headers count for nothing, since anybody can send them.

    Raises:
        Unidentified: nobody, or more than one person, is named.
    """
    if behind_proxy:
        return of_proxy(staff, headers or {})
    user = environment.get(HUB, "").strip()
    return recognised(user, staff) if user else of_this_system(staff)


def of_proxy(staff: Staff, headers: Mapping[str, str]) -> Person:
    """The person in the header that `[review] header` names; for a server behind a proxy only.

    Raises:
        Unidentified: no header is configured, or it is absent, empty or there twice.
    """
    header = header_of(staff)
    given = [_as_sent(value).strip() for key, value in headers.items() if key.lower() == header.lower()]
    if not any(given):
        raise Unidentified(
            f"the proxy names nobody: {header} is missing or empty; sign in there, or ask whoever runs the proxy"
        )
    if len(given) > 1 or "," in given[0]:  # one may be the visitor's own, that the proxy did not take out
        raise Unidentified(
            f"{header} names more than one person, so nobody can be trusted to be there; whoever runs the proxy"
            " can make it replace what visitors send"
        )
    if not given[0].isprintable() or len(given[0]) > _LONGEST:
        raise Unidentified(f"{header} holds what cannot be a name; whoever runs the proxy can see what it sends")
    return recognised(given[0], staff)


def header_of(staff: Staff) -> str:
    """The header by which a proxy names people.

    Raises:
        Unidentified: none is configured.
    """
    if staff.header:
        return staff.header
    raise Unidentified(
        "behind a proxy people are known by a header only, and none is named; whoever keeps workbench.toml can add"
        ' header = "X-Remote-User" under [review]'
    )


def of_this_system(staff: Staff = NOBODY) -> Person:
    """The user who runs this process.

    Raises:
        Unidentified: the system has no name for this user.
    """
    try:
        user = (_account() if staff.members else "") or getpass.getuser()
    except (KeyError, ImportError, OSError) as error:
        raise Unidentified("this system has no name for its user; set USER to yours, then run again") from error
    return recognised(user, staff, _full_name(user))


def recognised(name: str, staff: Staff, full_name: str = "") -> Person:
    """The person whom a machine calls `name`; `full_name` is what it knows beside, for people nobody has named."""
    member = staff.known(name)
    if member is not None:
        return _with_roles(member.id, member.name, member.roles)
    if staff.members:
        return Person(name, full_name or name, READER)
    return _with_roles(name, full_name or name, ROLES if staff.alone else ("editor",))


def why_reading_only(person: Person, staff: Staff) -> str:
    """What a person who may only read is told; empty for anybody else."""
    if person.role != READER:
        return ""
    admins = " or ".join(member.name for member in staff.holding("admin")) or "whoever keeps workbench.toml"
    return f"You can read everything here. To decide, ask {admins} to name “{person.id}” under [people]."


def decider(staff: Staff, environment: Mapping[str, str], person: Person | None = None) -> Person:
    """The person who decides something: this one, else whoever is there without a proxy.

    Raises:
        ReadsOnly: they may only read.
        Unidentified: nobody can be told to be there.
    """
    who = person or present(staff, environment)
    why = why_reading_only(who, staff)
    if why:
        raise ReadsOnly(why)
    return who


def house_of(review: Review) -> House:
    """What `[review]` says, as the table of moves asks for it."""
    return House(people=review.people or None, warnings_bar=review.warnings)


def _with_roles(id_: str, name: str, roles: tuple[str, ...]) -> Person:
    front, *others = sorted(roles, key=_IN_FRONT.index)
    return Person(id_, name, front, tuple(others))


def _as_sent(value: str) -> str:
    """Servers read headers as Latin-1, proxies write them in UTF-8."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value


def _account() -> str:
    """The account's own name, which no variable of the environment can change; empty where the system has none."""
    try:
        from pwd import getpwuid  # absent on Windows

        return getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        return ""


def _full_name(user: str) -> str:
    try:
        from pwd import getpwnam  # absent on Windows

        return getpwnam(user).pw_gecos.split(",")[0].strip()
    except (ImportError, KeyError):
        return ""
