"""Who is before a page, as its kernel finds out; and what that person may do there."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from workbench.review import Person
from workbench.review.people import Unidentified
from workbench.serve import intake
from workbench.serve.intake import Room

HEADER = "X-Remote-User"
PEOPLE = '\n[people.ines]\nname = "Ines Calder"\nroles = ["editor"]\naliases = ["i@news.example"]\n'


@pytest.fixture
def team(room: Room) -> Room:
    """The room behind a proxy, with one person named."""
    with (Path(room.root) / "workbench.toml").open("a") as file:
        file.write(f'[review]\nheader = "{HEADER}"\n{PEOPLE}')
    return msgspec.structs.replace(room, person=None, header=HEADER)


@pytest.mark.parametrize(("header", "name"), [(HEADER, "HTTP_X_REMOTE_USER"), ("remote-user", "HTTP_REMOTE_USER")])
def test_the_variable_is_the_one_that_voila_sets(header: str, name: str) -> None:
    assert intake.variable(header) == name


def test_the_person_of_a_page_is_whom_the_proxy_named(team: Room) -> None:
    viewer = intake.viewer(team, {"HTTP_X_REMOTE_USER": "i@news.example"})
    assert (viewer.person, viewer.why) == (Person("ines", "Ines Calder", "editor"), "")


def test_a_stranger_is_told_why_they_only_read(team: Room) -> None:
    viewer = intake.viewer(team, {"HTTP_X_REMOTE_USER": "eve"})
    assert viewer.person.role == "reader" and viewer.why.startswith("You can read everything here.")


@pytest.mark.parametrize(
    "environment", [{}, {"HTTP_X_REMOTE_USER": ""}, {"JUPYTERHUB_USER": "ines"}, {"HTTP_REMOTE_USER": "ines"}]
)
def test_behind_a_proxy_nothing_else_names_anybody(team: Room, environment: dict[str, str]) -> None:
    with pytest.raises(Unidentified, match="the proxy names nobody"):
        intake.viewer(team, environment)


def test_without_a_proxy_a_header_names_nobody(room: Room, team: Room) -> None:
    at_home = msgspec.structs.replace(room, person=Person("ines", "Ines Calder"))
    assert intake.viewer(at_home, {"HTTP_X_REMOTE_USER": "eve"}).person.id == "ines"


def test_roles_are_those_of_now(room: Room) -> None:
    at_home = msgspec.structs.replace(room, person=Person("ines", "Ines"))
    assert intake.viewer(at_home, {}).person == Person("ines", "Ines", "editor")
    with (Path(room.root) / "workbench.toml").open("a") as file:
        file.write(PEOPLE.replace('"editor"', '"writer"'))
    assert intake.viewer(at_home, {}).person == Person("ines", "Ines Calder", "writer")
    assert intake.viewer(room, {}).why.startswith("You can read everything here.")  # mara is not named any more
