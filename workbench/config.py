"""Where the newsroom's root is, what it says about itself, and where content folders are.

The root is the nearest parent of the *working directory* with `workbench.toml` or `[tool.workbench]` in
`pyproject.toml`; never looked for from an article's folder, so that an article cannot bring its own rules.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import msgspec

from workbench.errors import BadContent
from workbench.model.knowledge import Said
from workbench.site import read_site
from workbench.staff import Member, Review, Staff, read_members, read_review

_PACKAGE = Path(__file__).resolve().parent
MEGABYTE = 1_000_000  # bytes, wherever a limit counts them
_ADDRESS = re.compile(r"https://[^\s/?#@]+(?:/[^\s?#]*)?|http://(?:127\.0\.0\.1|localhost)(?::\d+)?(?:/[^\s?#]*)?")


class Newsroom(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[newsroom]`: the declared country (ISO 3166 code, empty = none declared) and language of its pages."""

    country: str = ""
    language: str = "en"


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[readers]`: what one file may cost; more is an error that names the limit, never a hang.

    `max_unpacked_megabytes` is what a packed file (Word) may hold in all, `max_words` what checks are run on.
    """

    max_megabytes: Annotated[int, msgspec.Meta(ge=1)] = 20
    max_unpacked_megabytes: Annotated[int, msgspec.Meta(ge=1)] = 200
    max_words: Annotated[int, msgspec.Meta(ge=1)] = 100_000


class Online(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[online]`: where `--online` looks identifiers up, and how long an answer is good for, in days.

    `mailto` is an address at which the services can reach the newsroom; they serve those better who give one.
    """

    crossref: str = "https://api.crossref.org"
    pubmed: str = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
    trials: str = "https://clinicaltrials.gov/api/v2"
    mailto: str = ""
    cache_days: Annotated[int, msgspec.Meta(ge=0)] = 30


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[grammar]`: whether every check asks the proofreader, the address of its server, and what our own may use.

    `always` false: only `--grammar` asks. `url` empty: a server of our own is started.
    """

    always: bool = False
    url: str = ""
    megabytes: Annotated[int, msgspec.Meta(ge=256)] = 768


class _Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    newsroom: Newsroom = Newsroom()
    readers: Limits = Limits()
    online: Online = Online()
    grammar: Grammar = Grammar()
    review: Mapping[str, Any] = {}
    site: Mapping[str, Any] = {}
    people: Mapping[str, Any] = {}


class Settings(msgspec.Struct, frozen=True):
    """What holds for one run: the newsroom's root (None where there is none), `[newsroom]`, `[readers]`, `[online]`,
    `[grammar]`, `[review]`, the people that `[people]` names, and what `[site]` says on many pages.

    `review.database` names a SQLite file from the root, wherever somebody works."""

    root: Path | None
    newsroom: Newsroom
    readers: Limits = Limits()
    online: Online = Online()
    grammar: Grammar = Grammar()
    review: Review = Review()
    people: tuple[Member, ...] = ()
    site: tuple[Said, ...] = ()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The `checks/` folders that hold here: ours, then the newsroom's own, where it has one."""
        ours = content_root() / "checks"
        theirs = self.root / "checks" if self.root else ours
        return (ours,) if theirs.resolve() == ours.resolve() or not theirs.is_dir() else (ours, theirs)

    @property
    def staff(self) -> Staff:
        """The newsroom's people, and how they are known when they come in."""
        return Staff(self.people, self.review.header, self.review.people == 1)


def load(working_directory: Path) -> Settings:
    """Settings that hold for someone who works in this directory.

    Raises:
        BadContent: the configuration is not valid TOML or has an unknown or ill-typed key; names file and key.
    """
    for folder in (working_directory, *working_directory.parents):
        for name, keys in (("workbench.toml", ()), ("pyproject.toml", ("tool", "workbench"))):
            tables = _tables(folder / name, keys)
            if tables is not None:
                review = read_review(tables.review, name, folder)
                people = read_members(tables.people, name, review.people == 1)
                site = read_site(tables.site, name)
                return Settings(
                    folder, tables.newsroom, tables.readers, tables.online, tables.grammar, review, people, site
                )
    return Settings(None, Newsroom())


def content_root() -> Path:
    """The folder that holds the shipped `checks/` and `articles/`: the repository, or the installed copy."""
    installed = _PACKAGE / "_content"
    return installed if installed.is_dir() else _PACKAGE.parent


def _tables(path: Path, keys: tuple[str, ...]) -> _Tables | None:
    if not path.is_file():
        return None
    try:
        found: Any = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        if keys and not _mentions_us(path):
            return None  # somebody else's broken file; not ours to complain about
        raise BadContent(path.name, "", f"is not valid TOML ({error}); mend it and run again") from error
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
        if found is None:
            return None
    try:
        tables = msgspec.convert(found, _Tables)
        if tables.newsroom.country and not re.fullmatch(r"[A-Z]{2}", tables.newsroom.country):
            problem = f"country is “{tables.newsroom.country}”; write its two-letter code, like US, GB or AU"
            raise BadContent(path.name, "newsroom.country", problem)
        addresses = {f"online.{key}": getattr(tables.online, key) for key in ("crossref", "pubmed", "trials")}
        if tables.grammar.url:
            addresses["grammar.url"] = tables.grammar.url
        for key, address in addresses.items():
            if not _ADDRESS.fullmatch(address):
                raise BadContent(path.name, key, f"is “{address}”; write an address that begins https://")
        return tables
    except msgspec.ValidationError as error:
        raise BadContent(
            path.name, "[workbench]", f"{error}; known tables: newsroom, readers, online, grammar, review, site, people"
        ) from error


def _mentions_us(path: Path) -> bool:
    return b"[tool.workbench" in path.read_bytes()
