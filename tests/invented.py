"""The people of the newsrooms that tests invent, and how `workbench.toml` names them."""

from __future__ import annotations

PEOPLE = {
    "mara": ("Mara Olsen", "editor"),
    "otto": ("Otto Lind", "editor"),
    "ines": ("Ines Calder", "medical reviewer"),
    "tom": ("Tom Adeyemi", "writer"),
    "ada": ("Ada Brandt", "admin"),
}  # by id: name, role


def table(*ids: str) -> str:
    """`[people]` with these, none named = everybody."""
    named = ((id_, *PEOPLE[id_]) for id_ in ids or PEOPLE)
    return "".join(f'[people.{id_}]\nname = "{name}"\nroles = ["{role}"]\n' for id_, name, role in named)


def member(id_: str) -> tuple[str, str, str]:
    """Their id, name and role."""
    return (id_, *PEOPLE[id_])
