"""Who decides: by a proxy's header, by JupyterHub, by the operating system; strangers read only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench.review import Person, people
from workbench.review.people import Unidentified
from workbench.staff import NOBODY, ROLES, Member, Staff

INES = Member("ines", "Ines Calder", ("admin", "medical reviewer", "editor"), ("ines.calder@news.example", "root-ines"))
TOM = Member("tom", "Tom Adeyemi", ("writer",))
STAFF = Staff((INES, TOM), "X-Remote-User")
HER = Person("ines", "Ines Calder", "editor", ("medical reviewer", "admin"))
HIM = Person("tom", "Tom Adeyemi", "writer")


def account(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The account that runs this process is called so, whatever its environment says."""
    monkeypatch.setattr(people, "_account", lambda: name)


def test_a_person_is_known_by_id_or_alias_and_holds_every_role() -> None:
    assert people.recognised("ines", STAFF) == people.recognised("ines.calder@news.example", STAFF) == HER
    assert HER.roles == ("editor", "medical reviewer", "admin")
    assert HER.holds("admin") and HER.holds("writer", "editor") and not HER.holds("writer")


@pytest.mark.parametrize(
    ("roles", "front"),
    [(ROLES, "editor"), (("admin", "writer"), "writer"), (("admin",), "admin"), (("writer", "medical reviewer"), "m")],
)
def test_the_role_that_is_shown_is_the_one_that_decides_most(roles: tuple[str, ...], front: str) -> None:
    found = people.recognised("x", Staff((Member("x", "X", roles),)))
    assert found.role.startswith(front) and sorted(found.roles) == sorted(roles)


def test_strangers_read_only_once_somebody_is_named() -> None:
    assert people.recognised("eve", STAFF, "Eve Stone") == Person("eve", "Eve Stone", "reader")
    assert people.recognised("INES", STAFF).role == "reader"
    assert people.recognised("eve", NOBODY, "Eve Stone") == Person("eve", "Eve Stone", "editor")


def test_a_stranger_is_told_who_can_help() -> None:
    stranger = people.recognised("eve", STAFF)
    told = people.why_reading_only(stranger, STAFF)
    assert told == "You can read everything here. To decide, ask Ines Calder to name “eve” under [people]."
    assert "whoever keeps workbench.toml" in people.why_reading_only(stranger, Staff((TOM,)))
    assert people.why_reading_only(HIM, STAFF) == ""


def test_a_newsroom_of_one_holds_every_role_and_is_shown_as_an_editor() -> None:
    found = people.recognised("mara", Staff(alone=True))
    assert found.role == "editor" and set(found.roles) == set(ROLES)


def test_a_newsroom_of_one_that_is_named_lets_nobody_else_in() -> None:
    assert people.recognised("eve", Staff((TOM,), alone=True)).role == "reader"


def test_this_systems_user_is_its_account_once_people_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ines")
    account(monkeypatch, "tom")
    assert people.of_this_system(STAFF) == HIM
    assert people.of_this_system().id == "ines"  # nobody is named: as the environment says


def test_an_account_without_a_name_is_as_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ines")
    monkeypatch.setattr(os, "getuid", lambda: 2**31 - 7)
    assert people.of_this_system(STAFF) == HER
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(Unidentified, match="no name for its user; set USER"):
        people.of_this_system(STAFF)


def test_the_real_account_is_found() -> None:
    pwd = pytest.importorskip("pwd")
    mine = pwd.getpwuid(os.getuid()).pw_name
    assert people.of_this_system(Staff((Member("me", "Me", ("editor",), (mine,)),))).id == "me"


def test_jupyterhub_goes_before_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    account(monkeypatch, "tom")
    assert people.present(STAFF, {"JUPYTERHUB_USER": "ines"}) == HER
    assert people.present(STAFF, {"JUPYTERHUB_USER": " "}) == people.present(STAFF, {}) == HIM
    assert people.present(NOBODY, {"JUPYTERHUB_USER": "eve"}) == Person("eve", "eve", "editor")


def test_a_header_counts_behind_a_proxy_only(monkeypatch: pytest.MonkeyPatch) -> None:
    account(monkeypatch, "tom")
    headers = {"x-remote-user": "ines"}
    assert people.present(STAFF, {}, headers) == HIM
    assert people.present(STAFF, {}, headers, behind_proxy=True) == HER


def test_behind_a_proxy_nothing_else_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    account(monkeypatch, "tom")
    assert people.present(STAFF, {"JUPYTERHUB_USER": "tom"}, {"X-Remote-User": "eve"}, True).role == "reader"
    for headers in (None, {}, {"X-Other-User": "ines"}, {"X-Remote-User": " "}, {"X_Remote_User": "ines"}):
        with pytest.raises(Unidentified, match="the proxy names nobody: X-Remote-User is missing or empty; sign in"):
            people.present(STAFF, {"JUPYTERHUB_USER": "ines"}, headers, True)


@pytest.mark.parametrize("twice", ["ines,tom", "ines, ines"])
@pytest.mark.parametrize("more", [{}, {"x-remote-user": "tom"}])
def test_two_names_are_nobodys(twice: str, more: dict[str, str]) -> None:
    for first in (twice, "ines") if more else (twice,):
        with pytest.raises(Unidentified, match=r"names more than one person.*whoever runs the proxy"):
            people.of_proxy(STAFF, {"X-Remote-User": first, **more})


@pytest.mark.parametrize("name", ["ines\x1b[1m", "ines\u202e", "i" * 81])
def test_what_cannot_be_a_name_is_nobodys(name: str) -> None:
    with pytest.raises(Unidentified, match="holds what cannot be a name"):
        people.of_proxy(NOBODY_BEHIND, {"X-Remote-User": name})


NOBODY_BEHIND = Staff(header="X-Remote-User")


def test_whom_the_proxy_lets_in_is_an_editor_where_nobody_is_named() -> None:
    assert people.of_proxy(NOBODY_BEHIND, {"X-Remote-User": " eve "}) == Person("eve", "eve", "editor")


def test_a_proxy_needs_its_header_named() -> None:
    with pytest.raises(Unidentified, match=r'header = "X-Remote-User" under \[review\]'):
        people.present(NOBODY, {}, {"X-Remote-User": "ines"}, behind_proxy=True)


def test_a_person_goes_into_another_process_whole(tmp_path: Path) -> None:
    from datetime import date

    from workbench.serve.intake import Room

    room = Room(str(tmp_path), "", (), date(2026, 11, 25), "US", HER, "")
    assert Room.from_environment(room.environment()).person == HER
