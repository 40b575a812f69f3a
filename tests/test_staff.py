"""`[people]` and `[review]`: who works here, and a clear word about every line that does not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench import config
from workbench.errors import BadContent
from workbench.staff import ROLES, Member, Review

NEWSROOM = """
[people.ines]
name = "Ines Calder"
roles = ["editor", "medical reviewer"]
aliases = ["ines.calder@news.example", "NEWS\\\\icalder"]

[people.tom]
name = "Tom Adeyemi"
roles = ["writer"]

[review]
header = "X-Remote-User"
days = 3
"""
INES = Member("ines", "Ines Calder", ("editor", "medical reviewer"), ("ines.calder@news.example", "NEWS\\icalder"))
TOM = Member("tom", "Tom Adeyemi", ("writer",))


def settings(folder: Path, text: str, name: str = "workbench.toml") -> config.Settings:
    (folder / name).write_text(text, encoding="utf-8")
    return config.load(folder)


def problem(folder: Path, text: str) -> str:
    with pytest.raises(BadContent) as caught:
        settings(folder, text)
    return str(caught.value)


def one(line: str) -> str:
    return f"people.ines = {{ {line} }}\n"


def test_people_are_read_in_their_order(tmp_path: Path) -> None:
    found = settings(tmp_path, NEWSROOM)
    assert found.people == (INES, TOM)
    assert found.review == Review("X-Remote-User", 0, 3)
    assert (found.staff.members, found.staff.header, found.staff.alone) == ((INES, TOM), "X-Remote-User", False)


def test_a_project_file_says_the_same(tmp_path: Path) -> None:
    line = 'tool.workbench.people.tom = { name = "Tom Adeyemi", roles = ["writer"] }\n'
    assert settings(tmp_path, line, "pyproject.toml").people == (TOM,)


def test_nothing_said_names_nobody(tmp_path: Path) -> None:
    found = settings(tmp_path, "[people]\n[review]\n")
    assert (found.people, found.review) == ((), Review()) and not found.staff.alone


def test_people_are_known_by_id_and_alias_letter_by_letter(tmp_path: Path) -> None:
    staff = settings(tmp_path, 'people.ines = { name = "Ines", roles = ["editor"], aliases = ["i@x.example"] }').staff
    assert [member and member.id for member in map(staff.known, ("ines", "i@x.example", "Ines", ""))] == [
        "ines", "ines", None, None,
    ]  # fmt: skip


def test_who_can_do_something_is_known_by_role(tmp_path: Path) -> None:
    people = "".join(
        f'[people.{id_}]\nname = "{id_}"\nroles = {roles}\n'
        for id_, roles in {"a": '["writer", "editor"]', "b": '["admin"]', "c": '["editor"]'}.items()
    )
    staff = settings(tmp_path, people).staff
    assert [member.id for member in staff.holding("editor", "medical reviewer")] == ["a", "c"]
    assert staff.holding("medical reviewer") == ()


def test_a_newsroom_of_one_may_leave_out_roles(tmp_path: Path) -> None:
    found = settings(tmp_path, '[review]\npeople = 1\n[people]\nines = { name = "Ines Calder" }\n')
    assert found.people == (Member("ines", "Ines Calder", ROLES),) and found.staff.alone


def test_a_newsroom_of_one_names_no_second_person(tmp_path: Path) -> None:
    people = 'people.a = { name = "A", roles = ["editor"] }\npeople.b = { name = "B", roles = ["editor"] }\n'
    said = problem(tmp_path, f"review.people = 1\n{people}")
    assert said.startswith("workbench.toml: review.people: says a newsroom of one, but [people] names 2; take out")


NAME, ROLE = 'name = "Ines"', 'roles = ["editor"]'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("people = 5\n", "people"),
        ("people.ines = 'Ines'\n", 'people.ines: is no table; write ines = { name = "…", roles = ["editor"] }'),
        (one(f'{NAME}, role = "editor"'), "people.ines.role: is not known; known keys: name, roles, aliases"),
        (one(ROLE), "people.ines.name: is missing or no name; write"),
        (one(f'name = "", {ROLE}'), "people.ines.name: is missing or no name"),
        (one(f'name = " Ines", {ROLE}'), "people.ines.name: is missing or no name"),
        (one(f'name = "I\\u001b[1m", {ROLE}'), "people.ines.name: is missing or no name"),
        (one(f'name = "I\\u202enes", {ROLE}'), "people.ines.name: is missing or no name"),
        (one(f'name = "{"I" * 81}", {ROLE}'), "people.ines.name: is missing or no name; write the person's, up to 80"),
        (one(f"name = 7, {ROLE}"), "people.ines.name: is missing or no name"),
        (one(NAME), "people.ines.roles: names no role; write some of: writer, editor, medical reviewer, admin. Who"),
        (one(f"{NAME}, roles = []"), "people.ines.roles: names no role"),
        (one(f'{NAME}, roles = ["doctor"]'), "people.ines.roles: “doctor” is no role; write some of: writer, editor"),
        (one(f'{NAME}, roles = ["reader"]'), "people.ines.roles: “reader” is no role"),
        (one(f'{NAME}, roles = ["Editor"]'), "people.ines.roles: “Editor” is no role"),
        (one(f'{NAME}, roles = "editor"'), 'people.ines.roles: is no list of words; write roles = ["…"]'),
        (one(f"{NAME}, roles = [1]"), "people.ines.roles: is no list of words"),
        (one(f'{NAME}, roles = ["editor", "editor"]'), "people.ines.roles: says something twice; leave one"),
        (one(f'{NAME}, {ROLE}, aliases = "i"'), 'people.ines.aliases: is no list of words; write aliases = ["…"]'),
        (one(f'{NAME}, {ROLE}, aliases = ["a,b"]'), "people.ines.aliases: “a,b” cannot be what a machine calls"),
        (one(f'{NAME}, {ROLE}, aliases = [""]'), "people.ines.aliases: “” cannot be what a machine calls"),
        (f'people."ines calder" = {{ {NAME}, {ROLE} }}\n', "people.ines calder: cannot be a person's id"),
        (f'people."i@x.example" = {{ {NAME}, {ROLE} }}\n', "put what machines call this person under aliases"),
        (f"people.None = {{ {NAME}, {ROLE} }}\n", "people.None: cannot be a person's id"),
        (f"people.{'i' * 41} = {{ {NAME}, {ROLE} }}\n", "cannot be a person's id, which stands in every export"),
        ("review.heder = 'X'\n", "review.heder: is not known; known keys: header, people, days"),
        ("review.header = 'X Remote'\n", 'review.header: is no name of a header; write it like header = "X-Remote-'),
        ("review.header = ''\n", "review.header: is no name of a header"),
        ("review.header = 1\n", "review.header: is no name of a header"),
        ("review.header = 'Cookie'\n", "review.header: “Cookie” is what browsers send themselves; name the header"),
        ("review.people = 2\n", "review.people: is 2; write 1 for a newsroom of one, else leave it out"),
        ("review.people = true\n", "review.people: is True; write 1"),
        ("review.days = 0\n", "review.days: is 0; write how many days an article may wait, 1 to 365"),
        ("review.days = 2.5\n", "review.days: is 2.5; write how many days"),
        ("review.days = true\n", "review.days: is True; write how many days"),
    ],
)
def test_a_line_that_does_not_hold_is_named_with_its_remedy(tmp_path: Path, text: str, said: str) -> None:
    found = problem(tmp_path, text)
    assert found.startswith("workbench.toml: ") and said in found


@pytest.mark.parametrize(
    ("alias", "name"), [("tom", "tom"), ("TOM", "TOM"), ("t@x.example", "t@x.example"), ("T@X.example", "T@X.example")]
)
def test_a_name_means_one_person(tmp_path: Path, alias: str, name: str) -> None:
    tom = 'people.tom = { name = "Tom", roles = ["writer"], aliases = ["t@x.example"] }\n'
    said = problem(tmp_path, tom + one(f'{NAME}, {ROLE}, aliases = ["{alias}"]'))
    assert said.startswith(f"workbench.toml: people.ines: “{name}” already means tom")


def test_one_person_may_be_called_the_same_with_capitals(tmp_path: Path) -> None:
    assert settings(tmp_path, one(f'{NAME}, {ROLE}, aliases = ["Ines"]')).staff.known("Ines") is not None
