"""The library and the articles that use it, as the commands about them need both."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from workbench import checking, config, decisions, engine, knowledge, library, loader
from workbench.errors import Usage
from workbench.facts import Row
from workbench.fingerprint import normalised
from workbench.library.linking import Link, links, rules_in
from workbench.library.standing import reopened
from workbench.model import Article, Claim
from workbench.writers.terminal import clean

CHECK = "library-drift"  # its parameters say how wordings are compared
_SHORTEST = 4  # digits of a claim's id that a person must type
_SLUG = 5  # words of a claim that make its name, where a person gives none


class New(msgspec.Struct, frozen=True):
    """What a person says about a claim that goes into the library; "" where there is nothing to say.

    `expires` is an ISO day. `jurisdiction` holds codes with "|" between, "all" = wherever; "" = the article's country.
    """

    evidence: str
    expires: str
    id: str = ""
    place: str = ""
    version: str = ""
    qualifiers: tuple[str, ...] = ()
    jurisdiction: str = ""
    note: str = ""


class Renewal(msgspec.Struct, frozen=True):
    """On what a claim of the library rests from now on, and the ISO day until which; "" = as before."""

    expires: str
    evidence: str = ""
    place: str = ""
    version: str = ""
    note: str = ""


class Changed(msgspec.Struct, frozen=True):
    """A row of the library that was changed: as it stood, None = it is new, and as it stands."""

    before: Row | None
    after: Row


class Decided(msgspec.Struct, frozen=True):
    """A decision about a use, as it was stored; `before` is what stood there, and `link` the use with it, if any."""

    row: Row
    before: Row | None
    link: Link | None


class LibraryDesk:
    """A newsroom's library with the articles that use it.

    Raises:
        WorkbenchError: no newsroom here, or its checks or what it knows do not hold.
    """

    def __init__(self, working_directory: Path, as_of: date) -> None:
        settings = config.load(working_directory)
        self.root, self.as_of = root_of(working_directory), as_of
        self._country, self._limits = settings.newsroom.country, settings.readers
        self._content = loader.load(settings.folders)
        self.known = knowledge.load(self.root, as_of)
        self._folder = os.path.relpath(self.root / "articles", working_directory)
        check = next((check for check in self._content.checks if check.id == CHECK), None)
        if check is None:
            raise Usage(f"the check {CHECK} is turned off in checks/; its lists are needed to compare wordings")
        self.rules = rules_in(check.params, self._content.tables)

    def row(self, id: str) -> Row:
        """The claim of this name; a Usage where there is none."""
        row = next((row for row in self.known.library if row["id"] == id), None)
        if row is None:
            raise Usage(f"the library has no claim “{clean(id)}”. See: workbench library list")
        return row

    def articles(self) -> dict[str, str]:
        """Path → name of the newsroom's articles."""
        there = checking.articles((self._folder,)) if Path(self._folder).is_dir() else []
        return decisions.article_names(there, self.root)

    def article(self, given: str) -> tuple[str, str]:
        """Path and name of an article given by either; a Usage where there is none."""
        if Path(given).is_file():
            (path,) = checking.articles((given,))
            return path, decisions.article_name(Path(path), self.root)
        found = next(((path, name) for path, name in self.articles().items() if name == given), None)
        if found is None:
            raise Usage(f"there is no article “{clean(given)}”; give its path, or its name below articles/")
        return found

    def read(self, path: str, name: str) -> Article:
        """The article as it is now, with what is known for it; an Unreadable where it cannot be read."""
        document = engine.read(Path(path), path, self._limits)
        known = knowledge.about(self.known, name)
        return engine.analyse(document, self._content.lexicon, self._country, self.as_of, known)

    def again(self) -> None:
        """Read anew what is known: the library and its uses as they stand in their files now."""
        self.known = knowledge.load(self.root, self.as_of)

    def decide(self, article: tuple[str, str], claim: str, id: str, state: str, by: str, reason: str = "") -> Decided:
        """Take an article's claim for a claim of the library ("accepted"), or say that it is another one ("refused").

        Args:
            article: path and name.
            claim: its id, or its first digits.
            id: of the library's claim.
            state: "accepted" or "refused".
            by: the id of who decides.
            reason: why words that differ are kept.

        Raises:
            WorkbenchError: there is no such claim or row, or the table cannot be written; nothing is written then.
        """
        row, (path, name) = self.row(id), article
        page = self.read(path, name)
        mine = claim_named(page, claim)
        text = page.sentences[mine.sentence].text
        use = {"article": name, "claim": mine.id, "library": id, "state": state, "by": by, "text": text}
        use |= {"on": self.as_of.isoformat(), **({library.REASON: reason} if reason else {})}
        same = ("article", "claim", "library")
        before = next((old for old in self.known.uses if all(old[one] == use[one] for one in same)), None)
        written(library.USES_NAME, lambda: library.record(self.root, use))
        self.again()
        now = msgspec.structs.replace(page, knowledge=knowledge.about(self.known, name))
        found = (one for one in links(now, self.rules) if one.sentence == mine.sentence and one.row["id"] == row["id"])
        return Decided(use, before, next(found, None))

    def take_back(self, decided: Decided) -> None:
        """Undo a decision about a use; raises `WorkbenchError` where somebody decided anew meanwhile."""
        written(library.USES_NAME, lambda: library.take_back(self.root, decided.row, decided.before))
        self.again()

    def add(self, article: tuple[str, str], claim: str, new: New, by: str) -> Row:
        """Take an article's claim into the library, approved by this person; returns its row.

        Raises:
            WorkbenchError: there is no such claim, evidence or expiry is missing, or the library has these words
                already; nothing is written then.
        """
        path, name = article
        page = self.read(path, name)
        mine = claim_named(page, claim)
        text = page.sentences[mine.sentence].text
        same = next((row for row in self.known.library if normalised(row["wording"]) == normalised(text)), None)
        if same is not None:
            raise Usage(
                f"the library has these words already, as {clean(same['id'])}; renew that row if it has expired"
            )
        row = self._row(new, text, mine.type, new.jurisdiction or page.country, by)
        for column, problem in library.problems(row):
            raise Usage(f"{column} {problem}. Nothing was written")
        if any(old["id"] == row["id"] for old in self.known.library):
            raise Usage(f"the library has a claim “{clean(row['id'])}” already; give this one another name with --id")
        written(library.NAME, lambda: library.add(self.root, row))
        self.again()
        return row

    def renew(self, id: str, given: Renewal, by: str, seen: str = "") -> Changed:
        """A claim of the library holds again: somebody looked at its evidence.

        Args:
            id: of the claim.
            given: what it rests on now.
            by: the id of who looked.
            seen: the last day that was on screen; "" = it may be any.

        Raises:
            WorkbenchError: there is no such claim, it was renewed meanwhile, it is disputed, its source fell, or the
                day does not lie ahead; nothing is written then.
        """
        before = self.row(id)
        if seen and seen != before["expires"]:
            who = clean(before["approver"])
            raise Usage(f"{who} renewed {clean(id)} meanwhile, until {before['expires']}. Nothing was written")
        if before["standing"] not in ("", "substantiated", "expired"):
            problem = f"the library calls {clean(id)} {before['standing']}, and renewing does not settle that"
            raise Usage(f"{problem}. Once it is settled, change its standing in {library.NAME}")
        kept = {name: told.strip() for name, told in msgspec.structs.asdict(given).items() if told.strip()}
        said = {"approver": by, "approved_on": self.as_of.isoformat(), "standing": "substantiated"}
        after: Row = {**before, **kept, **said}
        for column, problem in (*self._against(after), *library.problems(after)):
            raise Usage(f"{column} {problem}. Nothing was written")
        return self.change(before, after)

    def change(self, before: Row, after: Row | None) -> Changed:
        """Put a row of the library in the place of another, None = take it out; raises as `library.swap`."""
        written(library.NAME, lambda: library.swap(self.root, before, after))
        self.again()
        return Changed(before, self.row(after["id"]) if after else before)

    def _against(self, row: Row) -> Iterator[tuple[str, str]]:
        if row["expires"] <= self.as_of.isoformat():
            yield "expires", f"is {row['expires']}; name a day that lies ahead"
        for found in reopened(row, self.as_of, self.known.identifiers):
            if found.cause == "source":
                yield "evidence", f"does not hold: {clean(found.words)}; name another source"

    def _row(self, new: New, text: str, kind: str, where: str, by: str) -> Row:
        return {
            "id": new.id or _slug(text, {row["id"] for row in self.known.library}),
            "wording": text,
            "kind": kind,
            "qualifiers": "|".join(new.qualifiers),
            "evidence": new.evidence,
            "place": new.place,
            "version": new.version,
            "approver": by,
            "approved_on": self.as_of.isoformat(),
            "expires": new.expires,
            "jurisdiction": "" if where == "all" else where,
            "standing": "substantiated",
            "note": new.note,
        }


def root_of(working_directory: Path) -> Path:
    """The newsroom's root; a Usage where there is none."""
    root = config.load(working_directory).root
    if root is None:
        raise Usage("no newsroom here: the library needs workbench.toml in this folder or one above; make one there")
    return root


def claim_named(page: Article, beginning: str) -> Claim:
    """The claim whose id begins so; a Usage where none or several do."""
    if len(beginning) < _SHORTEST:
        raise Usage(f"“{clean(beginning)}” is too short; give at least {_SHORTEST} digits of the claim's id")
    found = [claim for claim in page.claims if claim.id.startswith(beginning)]
    if len(found) != 1:
        problem = "fits several claims; give more digits" if found else "is no claim of this article as it is now"
        raise Usage(f"“{clean(beginning)}” {problem}. See its table in claims/, or: workbench library suggest ARTICLE")
    return found[0]


def written(name: str, write: Callable[[], None]) -> None:
    """Write a table; a folder that cannot be written is a Usage."""
    try:
        write()
    except OSError as error:
        raise Usage(f"{name} cannot be written ({error.strerror}); nothing was changed. Check the folder") from error


def _slug(text: str, taken: set[str]) -> str:
    words = ["".join(char for char in word if char.isalnum()) for word in normalised(text).split()]
    name = "-".join([word for word in words if word][:_SLUG])
    numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(other for other in numbered if other not in taken)
