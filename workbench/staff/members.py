"""`[people]`: ids, names, roles, and what machines call people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from workbench.errors import BadContent
from workbench.staff._keys import only_known

ROLES = ("writer", "editor", "medical reviewer", "admin")
_KEYS = ("name", "roles", "aliases")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_RESERVED = ("none",)  # "second person: none"
_LONGEST = 80  # characters of a name or an alias


class Member(Struct, frozen=True):
    """A person of the newsroom; `aliases` are further names under which machines know this person."""

    id: str
    name: str
    roles: tuple[str, ...]
    aliases: tuple[str, ...] = ()


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
    only_known(entry, _KEYS, where, place)
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
