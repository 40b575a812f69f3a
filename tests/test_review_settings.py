"""`[review]`: database, branch, the proxy's address, what bars approval; each mistake is named with its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench import config
from workbench.errors import BadContent
from workbench.review.moves import House
from workbench.review.people import house_of
from workbench.staff import Review

TEAM = "postgresql+psycopg://queue@db.example/queue"


def review(folder: Path, lines: str, name: str = "workbench.toml") -> Review:
    (folder / name).write_text(f"[review]\n{lines}\n", encoding="utf-8")
    return config.load(folder).review


def problem(folder: Path, lines: str) -> str:
    with pytest.raises(BadContent) as caught:
        review(folder, lines)
    return str(caught.value)


def test_nothing_said_is_a_file_of_our_own_and_no_branch(tmp_path: Path) -> None:
    found = review(tmp_path, "")
    assert (found.database, found.branch, found.warnings, found.address) == ("", "", False, "")


@pytest.mark.parametrize(
    "url",
    [
        TEAM, "postgresql://db.example/queue", "postgres://queue@db.example:5433/queue?sslmode=require",
        "postgresql+psycopg:///queue?host=/run/postgresql", "postgresql://", "postgresql://db.example:5432/queue",
        "postgresql+psycopg://queue@[2001:db8::1]/queue?passfile=/etc/queue.pgpass", "",
    ],
)  # fmt: skip
def test_a_teams_database_is_taken_as_it_is(tmp_path: Path, url: str) -> None:
    assert review(tmp_path, f'database = "{url}"').database == url


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://queue:Secret17@db.example/queue", "postgresql://queue:Secret17@@db.example/queue",
        "postgresql://queue:Sec/ret17@db.example/queue", "postgresql://:Secret17@db.example/queue",
        "postgresql://queue@db.example/queue?password=Secret17", "postgresql://h/q?sslmode=require&PASSWORD=Secret17",
        "postgresql://h/q?%70assword=Secret17", "postgresql://h/q?sslpassword=Secret17",
    ],
)  # fmt: skip
def test_a_password_is_refused_and_never_repeated(tmp_path: Path, url: str) -> None:
    said = problem(tmp_path, f'database = "{url}"')
    assert said.startswith("workbench.toml: review.database: holds a password") and "PGPASSWORD or into .pgpass" in said
    assert "ecret17" not in said and "ret17" not in said


@pytest.mark.parametrize(
    "value",
    ['"mysql://db.example/queue"', '"queue.sqlite"', '"sqlite://"', '"sqlite:///:memory:"', "5", "true",
     '"postgresql+asyncpg://db.example/queue"', '"https://user:Secret17@db.example"', '"postgresql://a b/c"'],
)  # fmt: skip
def test_what_is_no_database_is_refused_and_not_repeated(tmp_path: Path, value: str) -> None:
    said = problem(tmp_path, f"database = {value}")
    assert (
        f"review.database: is no address of a database; write it as sqlite:///folder/queue.sqlite or {TEAM[:10]}"
        in said
    )
    assert "Secret17" not in said


def test_a_file_is_looked_for_from_the_newsrooms_root(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    review(tmp_path, 'database = "sqlite:///desk/queue.sqlite"')
    found = config.load(tmp_path / "articles").review.database
    assert found == f"sqlite:///{(tmp_path / 'desk/queue.sqlite').as_posix()}"


def test_a_file_named_from_the_top_stays_there(tmp_path: Path) -> None:
    assert review(tmp_path, 'database = "sqlite:////srv/queue.sqlite"').database == "sqlite:////srv/queue.sqlite"


@pytest.mark.parametrize(
    "branch", ["", "decisions", "desk/decisions", "queue-2026.11", "d", "feature/x.y", "über", "a@b"]
)
def test_a_branch_is_a_name_that_git_takes(tmp_path: Path, branch: str) -> None:
    assert review(tmp_path, f'branch = "{branch}"').branch == branch


@pytest.mark.parametrize(
    "branch",
    ["-d", "/d", "d/", "d..e", "a b", "d~1", "d^", "d:e", "d?", "d*", "d[1", "d.lock", "x.lock/y", "d.", ".d", "a/.b",
     "a//b", "@", "a@{b", "HEAD", "d\\\\e", "d\\u0000", "d\\u007f", "d\\n", " ", "d" * 201],
)  # fmt: skip
def test_what_git_would_not_take_is_refused(tmp_path: Path, branch: str) -> None:
    assert "review.branch: is no name of a git branch; write one like" in problem(tmp_path, f'branch = "{branch}"')


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("branch = 5", "review.branch: is no name of a git branch"),
        ("warnings = 1", "review.warnings: is 1; write true where undecided warnings bar an approval"),
        ('warnings = "yes"', "review.warnings: is 'yes'; write true"),
        ('address = "queue.news.example"', "review.address: is no address; write what people type to reach the queue"),
        ('address = "ftp://queue.news.example"', "review.address: is no address"),
        ('address = "https://user@queue.news.example"', "review.address: is no address"),
        ('address = "https://queue.news.example/?a=1"', "review.address: is no address"),
        ('address = "https://queue.news.example/../x"', "review.address: is no address"),
        ('address = "https://Queue.News.example"', "review.address: is no address"),
        ("address = 1", "review.address: is no address"),
        ("databases = ''", "known keys: header, people, days, database, branch, warnings, address"),
    ],
)
def test_a_line_that_does_not_hold_is_named(tmp_path: Path, line: str, said: str) -> None:
    assert said in problem(tmp_path, line)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://queue.news.example", "https://queue.news.example/"),
        ("https://news.example:8443/desk//", "https://news.example:8443/desk/"),
        ("http://localhost:9000/", "http://localhost:9000/"),
        ("", ""),
    ],
)
def test_an_address_ends_with_a_slash(tmp_path: Path, given: str, kept: str) -> None:
    assert review(tmp_path, f'address = "{given}"').address == kept


@pytest.mark.parametrize(
    ("lines", "house"),
    [
        ("", House(None, False)),
        ("days = 2\ndatabase = ''", House(None, False)),
        ("people = 1", House(1, False)),
        ("warnings = true", House(None, True)),
        ("warnings = false\npeople = 1", House(1, False)),
    ],
)
def test_the_table_of_moves_learns_how_the_newsroom_reviews(tmp_path: Path, lines: str, house: House) -> None:
    assert house_of(review(tmp_path, lines)) == house


def test_what_the_readme_shows_holds(tmp_path: Path) -> None:
    section = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8").split("## Who decides\n")[1]
    shown = section.split("**One page for everybody.**")[0]
    lines = [line.strip() for line in shown.splitlines() if line.startswith("    ")]
    (tmp_path / "workbench.toml").write_text("\n".join(lines), encoding="utf-8")
    settings = config.load(tmp_path)
    assert [person.id for person in settings.people] == ["ines"]
    assert all(getattr(settings.review, key) for key in ("header", "database", "branch", "warnings", "address", "days"))
