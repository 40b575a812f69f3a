"""Who works in the newsroom, as `[people]` and `[review]` say: ids, names, roles, and what machines call people.

    [people.ines]
    name = "Ines Calder"
    roles = ["editor", "medical reviewer"]
    aliases = ["ines.calder@news.example"]   # what a proxy, JupyterHub or a computer calls her

    [review]
    header = "X-Remote-User"   # in which a proxy names the person; trusted by `serve --behind-proxy` alone
    people = 1                 # a newsroom of one: a second pass a day later stands in for the second person
    days = 5                   # how long an article may wait

Ids stand in `claims/decisions.csv` and in the history for good, so they are short and plain. People who are not named
read only, once anybody is named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from workbench.errors import BadContent

ROLES = ("writer", "editor", "medical reviewer", "admin")
_PERSON_KEYS = ("name", "roles", "aliases")
_REVIEW_KEYS = ("header", "people", "days")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_RESERVED = ("none",)  # "second person: none"
_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")  # a token of RFC 9110
_CLIENTS = ("authorization", "cookie", "forwarded", "from", "host", "origin", "referer", "user-agent")
_LONGEST = 80  # characters of a name or an alias
_USUAL_WAIT, _LONGEST_WAIT = 5, 365  # days


class Member(Struct, frozen=True):
    """A person of the newsroom; `aliases` are further names under which machines know this person."""

    id: str
    name: str
    roles: tuple[str, ...]
    aliases: tuple[str, ...] = ()


class Review(Struct, frozen=True):
    """`[review]`: the proxy's header ("" = none), 1 for a newsroom of one (else 0), and how many days may pass."""

    header: str = ""
    people: int = 0
    days: int = _USUAL_WAIT


class Staff(Struct, frozen=True):
    """Everybody who is named; `header` as in `Review`, and `alone` for a newsroom of one."""

    members: tuple[Member, ...] = ()
    header: str = ""
    alone: bool = False

    def known(self, name: str) -> Member | None:
        """The person with this id or alias, letter by letter; None for anybody else."""
        return next((member for member in self.members if name in (member.id, *member.aliases)), None)

    def holding(self, *roles: str) -> tuple[Member, ...]:
        """The people who hold one of these roles: those whom a refusal can name."""
        return tuple(member for member in self.members if set(roles) & set(member.roles))


NOBODY = Staff()


def read_review(table: Mapping[str, Any], where: str) -> Review:
    """`[review]` of the file `where`.

    Raises:
        BadContent: names file, key and remedy.
    """
    _only_known(table, _REVIEW_KEYS, where, "review")
    header, people, days = table.get("header", ""), table.get("people", 0), table.get("days", _USUAL_WAIT)
    if "header" in table and (not isinstance(header, str) or not _HEADER.fullmatch(header)):
        raise BadContent(where, "review.header", 'is no name of a header; write it like header = "X-Remote-User"')
    if header.lower() in _CLIENTS:
        problem = f"“{header}” is what browsers send themselves; name the header that your proxy sets, after sign-in"
        raise BadContent(where, "review.header", problem)
    if "people" in table and (type(people) is not int or people != 1):
        raise BadContent(where, "review.people", f"is {people!r}; write 1 for a newsroom of one, else leave it out")
    if type(days) is not int or not 1 <= days <= _LONGEST_WAIT:
        raise BadContent(where, "review.days", f"is {days!r}; write how many days an article may wait, 1 to 365")
    return Review(header, people, days)


def read_members(table: Mapping[str, Any], where: str, alone: bool = False) -> tuple[Member, ...]:
    """`[people]` of the file `where`, in its order.

    Args:
        table: what the file says of each id.
        where: the file, as a person would write it.
        alone: a newsroom of one; its one person holds every role where none is given.

    Raises:
        BadContent: names file, key and remedy.
    """
    found = tuple(_member(id_, entry, where, alone) for id_, entry in table.items())
    if alone and len(found) > 1:
        problem = f"says a newsroom of one, but [people] names {len(found)}; take out this line, or all but one person"
        raise BadContent(where, "review.people", problem)
    owners: dict[str, str] = {}
    for member in found:
        for name in (member.id, *member.aliases):
            owner = owners.setdefault(name.casefold(), member.id)
            if owner != member.id:
                problem = f"“{name}” already means {owner}, at least without capitals; a name can mean one person only"
                raise BadContent(where, f"people.{member.id}", problem)
    return found


def _member(id_: str, entry: Any, where: str, alone: bool) -> Member:
    place = f"people.{id_}"
    if not _ID.fullmatch(id_) or id_.lower() in _RESERVED:
        problem = (
            "cannot be a person's id, which stands in every export; write up to 40 letters, digits, “.”, “-” or “_”,"
            " not “none”, and put what machines call this person under aliases"
        )
        raise BadContent(where, place, problem)
    if not isinstance(entry, dict):
        raise BadContent(where, place, f'is no table; write {id_} = {{ name = "…", roles = ["editor"] }}')
    _only_known(entry, _PERSON_KEYS, where, place)
    name = entry.get("name", "")
    if not _is_name(name):
        raise BadContent(where, f"{place}.name", f"is missing or no name; write the person's, up to {_LONGEST} letters")
    roles = _listed(entry, "roles", where, place)
    for role in roles:
        if role not in ROLES:
            raise BadContent(where, f"{place}.roles", f"“{role}” is no role; write some of: {', '.join(ROLES)}")
    if not roles and not (alone and "roles" not in entry):
        problem = f"names no role; write some of: {', '.join(ROLES)}. Whoever only reads need not be named"
        raise BadContent(where, f"{place}.roles", problem)
    aliases = _listed(entry, "aliases", where, place)
    for alias in aliases:
        if not _is_name(alias) or "," in alias:
            problem = f"“{alias}” cannot be what a machine calls somebody; write one name of up to {_LONGEST} letters"
            raise BadContent(where, f"{place}.aliases", f"{problem}, without commas or spaces around it")
    return Member(id_, name, roles or ROLES, aliases)


def _listed(entry: Mapping[str, Any], key: str, where: str, place: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise BadContent(where, f"{place}.{key}", f'is no list of words; write {key} = ["…"]')
    if len(set(value)) < len(value):
        raise BadContent(where, f"{place}.{key}", "says something twice; leave one of them out")
    return tuple(value)


def _is_name(text: Any) -> bool:
    return isinstance(text, str) and text.isprintable() and text == text.strip() and 0 < len(text) <= _LONGEST


def _only_known(table: Mapping[str, Any], keys: tuple[str, ...], where: str, place: str) -> None:
    for key in table:
        if key not in keys:
            raise BadContent(where, f"{place}.{key}", f"is not known; known keys: {', '.join(keys)}")
