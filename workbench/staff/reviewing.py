"""`[review]`: how many people review, how long an article may wait, and where the queue and its decisions lie."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from msgspec import Struct

from workbench.errors import BadContent
from workbench.staff._keys import only_known

_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")  # a token of RFC 9110
_CLIENTS = ("authorization", "cookie", "forwarded", "from", "host", "origin", "referer", "user-agent")
_USUAL_WAIT, _LONGEST_WAIT = 5, 365  # days
USUAL_MINUTES = 2.0  # that a decision is assumed to take, until enough were timed
_LONGEST_MINUTES = 60
USUAL_PAGES, _MOST_PAGES = 30, 1000
_DATABASE = re.compile(r"sqlite:///(?!:memory:)[^\x00-\x1f]+|postgres(?:ql)?(?:\+psycopg)?://\S*")
_SECRET = re.compile(r"[\w+]+://[^:/]*:[^@]*@")  # as SQLAlchemy finds a password
_ADDRESS = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~/-]*)?")
_NO_BRANCH = re.compile(r"^[-/.]|[/.]$|//|\.\.|/\.|@\{|^@$|^HEAD$|\.lock(?:/|$)|[\s\x00-\x1f\x7f~^:?*\[\\]")
_LONGEST_BRANCH = 200  # characters; its lock file's name must fit on every disk
_FILE, _TEAM = "sqlite:///", "postgresql+psycopg://user@server/queue"


class Review(Struct, frozen=True):
    """`[review]`.

    Attributes:
        header: in which a proxy names the person; "" = none.
        people: 1 for a newsroom of one, else 0.
        days: how many an article may wait.
        database: the URL of the queue, without a password; "" = the newsroom's own file.
        branch: of git, for `claims/decisions.csv`; "" = none.
        warnings: whether a warning that nobody decided bars the editorial approval.
        pages: how many may be open at once; each takes some sixty megabytes of this machine.
        minutes: that a decision is assumed to take in plans, until enough were timed here.
        address: under which people reach the queue through the proxy, with a slash at its end; "" = this machine only.
    """

    header: str = ""
    people: int = 0
    days: int = _USUAL_WAIT
    database: str = ""
    branch: str = ""
    warnings: bool = False
    address: str = ""
    minutes: float = USUAL_MINUTES
    pages: int = USUAL_PAGES


def read_review(table: Mapping[str, Any], where: str, root: Path) -> Review:
    """`[review]` of the file `where`; a SQLite file is looked for from `root`.

    Raises:
        BadContent: names file, key and remedy.
    """
    only_known(table, Review.__struct_fields__, where, "review")
    for key, value in table.items():
        problem = _PROBLEM[key](value)
        if problem:
            raise BadContent(where, f"review.{key}", problem)
    given = dict(table)
    path = given.get("database", "").removeprefix(_FILE)
    if path != given.get("database", "") and not path.startswith("file:"):
        given["database"] = f"{_FILE}{(root / path).as_posix()}"
    if given.get("address"):
        given["address"] = given["address"].rstrip("/") + "/"
    return Review(**given)


def _header(value: Any) -> str:
    if not isinstance(value, str) or not _HEADER.fullmatch(value):
        return 'is no name of a header; write it like header = "X-Remote-User"'
    if value.lower() in _CLIENTS:
        return f"“{value}” is what browsers send themselves; name the header that your proxy sets, after sign-in"
    return ""


def _people(value: Any) -> str:
    one = type(value) is int and value == 1
    return "" if one else f"is {value!r}; write 1 for a newsroom of one, else leave it out"


def _days(value: Any) -> str:
    fits = type(value) is int and 1 <= value <= _LONGEST_WAIT
    return "" if fits else f"is {value!r}; write how many days an article may wait, 1 to {_LONGEST_WAIT}"


def _database(value: Any) -> str:
    """What is wrong with it; the value itself is never repeated, it may hold a password."""
    if value == "":
        return ""
    if not isinstance(value, str) or not _DATABASE.fullmatch(value):
        return f"is no address of a database; write it as {_FILE}folder/queue.sqlite or {_TEAM}"
    asked = parse_qsl(value.partition("?")[2])
    if _SECRET.match(value) or any(key.lower().endswith("password") for key, _ in asked):
        return (
            "holds a password, which everybody who has this file would know; take it out, and put it into PGPASSWORD"
            " or into .pgpass in your home folder"
        )
    return ""


def _branch(value: Any) -> str:
    if value == "" or (isinstance(value, str) and len(value) <= _LONGEST_BRANCH and not _NO_BRANCH.search(value)):
        return ""
    return 'is no name of a git branch; write one like branch = "decisions", or leave it out to commit nothing'


def _warnings(value: Any) -> str:
    fits = isinstance(value, bool)
    return "" if fits else f"is {value!r}; write true where undecided warnings bar an approval, else leave it out"


def _address(value: Any) -> str:
    if value == "" or (isinstance(value, str) and _ADDRESS.fullmatch(value) and ".." not in value):
        return ""
    return 'is no address; write what people type to reach the queue, like address = "https://queue.news.example/"'


def _minutes(value: Any) -> str:
    fits = type(value) in (int, float) and 0 < value <= _LONGEST_MINUTES
    return "" if fits else f"is {value!r}; write how many minutes a decision takes, up to {_LONGEST_MINUTES}"


def _pages(value: Any) -> str:
    fits = type(value) is int and 1 <= value <= _MOST_PAGES
    return "" if fits else f"is {value!r}; write how many pages may be open at once, 1 to {_MOST_PAGES}"


_PROBLEM: dict[str, Callable[[Any], str]] = {
    "header": _header,
    "people": _people,
    "days": _days,
    "database": _database,
    "branch": _branch,
    "warnings": _warnings,
    "address": _address,
    "minutes": _minutes,
    "pages": _pages,
}
