"""Where the library's claims are used: worked out once for each text, kept beside the queue, told as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from workbench import decisions, files
from workbench.errors import WorkbenchError
from workbench.facts import Row
from workbench.fingerprint import digest
from workbench.library import REASON
from workbench.library.apart import Piece, pieces
from workbench.library.linking import Link, links
from workbench.library.matching import index_of
from workbench.library_desk import LibraryDesk
from workbench.model import Article

KEPT = ".workbench/uses.json"  # below the newsroom's root; thrown away, it is made anew
_FORM = 1  # of the kept file; another number makes all of it anew

Level = Literal["exact", "accepted", "near", "similar"]


class Told(Struct, frozen=True):
    """One difference: in words, and whether it changes what was approved."""

    what: str
    library: str
    article: str
    grave: bool


class Use(Struct, frozen=True):
    """A sentence that uses a claim of the library.

    `claim` is its id in the article, "" where it is no claim there, so that nothing can be decided about it; `level`
    as in `linking.Link`; `by`, `on` and `reason` tell of the person who accepted it; `pieces` as in `apart`.
    """

    library: str
    article: str
    claim: str
    type: str
    line: int
    text: str
    level: Level
    likeness: float
    differences: tuple[Told, ...]
    pieces: tuple[Piece, ...]
    by: str = ""
    on: str = ""
    reason: str = ""

    @property
    def severity(self) -> str:
        """ "error" where a number, a qualifier or a limit differs, "note" for other words, "" where nothing does."""
        if not self.differences:
            return ""
        return "error" if any(one.grave for one in self.differences) else "note"


class _Read(Struct, frozen=True):
    """An article as it was when its uses were worked out; `problem` why it could not be read."""

    changed: int
    size: int
    decided: str
    uses: tuple[Use, ...] = ()
    problem: str = ""


class Reading(Struct, frozen=True):
    """What a claim's wording is about, in a word ("" = nothing that our lists know), and its numbers as printed."""

    topic: str
    quantities: tuple[str, ...]


class _Kept(Struct, frozen=True):
    form: int
    state: str
    articles: dict[str, _Read]
    told: dict[str, Reading]


class Uses:
    """The uses of a newsroom's library over all its articles.

    Args:
        root: the newsroom's root.
        articles: path → name of those that are there.
        library: its rows; with `state`, what else the answer depends on (day, country, lists).
        state: as said.
    """

    def __init__(self, root: Path, articles: Mapping[str, str], library: Sequence[Row], state: str) -> None:
        self.articles, self._root, self._around = dict(articles), root, state
        self.library_changed(library)

    def library_changed(self, library: Sequence[Row]) -> None:
        """Forget what was worked out: the library has other rows now."""
        self._state = digest("uses", self._around, *(f"{one}" for row in library for one in sorted(row.items())))
        self._read: dict[str, _Read] = {}
        self.told: dict[str, Reading] = {}
        self._none = not library

    def open(self, decided: Sequence[Row]) -> None:
        """Take what was kept of texts that did not change since; `decided` is what people said about uses."""
        kept = self._kept()
        if kept is None:
            return
        self.told = dict(kept.told)
        for path, name in self.articles.items():
            found = kept.articles.get(name)
            if found is not None and _same(found, _stamp(path, name, decided)):
                self._read[name] = found

    def left(self) -> list[str]:
        """The paths of articles that are still to be read."""
        return [] if self._none else [path for path, name in self.articles.items() if name not in self._read]

    def tell(self, rows: Sequence[Row], desk: LibraryDesk) -> Iterator[None]:
        """Read the wordings that were not read yet, one at a time."""
        index = index_of(desk.known.library)
        for number, row in enumerate(rows):
            if row["id"] not in self.told:
                reading = index.reading(number, desk.rules)
                about = (*reading.drugs.values(), *reading.conditions.values())
                amounts = dict.fromkeys(one.printed for one in reading.amounts)
                self.told[row["id"]] = Reading(about[0] if about else "", tuple(amounts))
                yield

    def work_out(self, path: str, desk: LibraryDesk) -> None:
        """Read one article and find its uses; one that cannot be read is listed as such."""
        name = self.articles[path]
        stamp = _stamp(path, name, desk.known.uses)
        try:
            page = desk.read(path, name)
            self._read[name] = msgspec.structs.replace(stamp, uses=tuple(_uses(page, name, desk)))
        except WorkbenchError as error:
            self._read[name] = msgspec.structs.replace(stamp, problem=f"{error}")

    def keep(self) -> None:
        """Put what was worked out beside the queue for the next page; a folder that cannot be written is no matter."""
        place = self._root / KEPT
        try:
            place.parent.mkdir(exist_ok=True)
            files.replace(place, msgspec.json.encode(_Kept(_FORM, self._state, self._read, self.told)))
        except OSError:
            pass

    def of(self, id: str) -> list[Use]:
        """The uses of a claim: grave differences first, then other wordings, then what says the same."""
        order = {"error": 0, "note": 1, "": 2}
        mine = (use for use in self._all() if use.library == id)
        return sorted(mine, key=lambda use: (use.level == "similar", order[use.severity], use.article, use.line))

    def counts(self) -> dict[str, dict[str, int]]:
        """By claim: {"uses", "errors", "notes", "similar"}; similar ones are only suggested and counted apart."""
        found: dict[str, dict[str, int]] = {}
        for use in self._all():
            count = found.setdefault(use.library, {"uses": 0, "errors": 0, "notes": 0, "similar": 0})
            if use.level == "similar":
                count["similar"] += 1
                continue
            count["uses"] += 1
            if use.severity:
                count[f"{use.severity}s"] += 1
        return found

    def unread(self) -> list[dict[str, str]]:
        """The articles that could not be read: [{"name", "message"}]."""
        return [{"name": name, "message": read.problem} for name, read in sorted(self._read.items()) if read.problem]

    def path_of(self, name: str) -> str:
        """The path of an article of this name; "" where there is none."""
        return next((path for path, known in self.articles.items() if known == name), "")

    def _all(self) -> Iterator[Use]:
        there = set(self.articles.values())
        return (use for name, read in self._read.items() if name in there for use in read.uses)

    def _kept(self) -> _Kept | None:
        try:
            kept = msgspec.json.decode((self._root / KEPT).read_bytes(), type=_Kept)
        except (OSError, msgspec.MsgspecError):
            return None  # not there, or of another program: made anew
        return kept if (kept.form, kept.state) == (_FORM, self._state) else None


def names_of(paths: Sequence[str], root: Path, articles: Callable[[Sequence[str]], Sequence[str]]) -> dict[str, str]:
    """Path → name of the articles that a launch is about; {} where there is none yet."""
    try:
        return decisions.article_names(articles(paths), root)
    except WorkbenchError:
        return {}


def _stamp(path: str, name: str, decided: Sequence[Row]) -> _Read:
    mine = (f"{one}" for use in decided if use["article"] == name for one in sorted(use.items()))
    told = digest("decided", *mine)
    try:
        state = Path(path).stat()
    except OSError:  # it went away; reading it will say so
        return _Read(0, 0, told)
    return _Read(state.st_mtime_ns, state.st_size, told)


def _same(one: _Read, other: _Read) -> bool:
    return (one.changed, one.size, one.decided) == (other.changed, other.size, other.decided)


def _uses(page: Article, name: str, desk: LibraryDesk) -> Iterator[Use]:
    claims = {claim.sentence: claim for claim in page.claims}
    for link in links(page, desk.rules, suggested=True):
        claim = claims.get(link.sentence)
        if link.level == "similar" and claim is None:
            continue  # nothing that could be accepted
        yield _use(page, name, link, (claim.id, claim.type) if claim else ("", ""))


def _use(page: Article, name: str, link: Link, claim: tuple[str, str]) -> Use:
    sentence, decided = page.sentences[link.sentence], link.use or {}
    return Use(
        library=link.row["id"], article=name, claim=claim[0], type=claim[1],
        line=page.document.source.count("\n", 0, sentence.start) + 1, text=sentence.text, level=link.level,
        likeness=round(link.likeness, 2), pieces=pieces(link.row["wording"], sentence.text),
        differences=tuple(Told(one.what, one.library, one.article, one.grave) for one in link.differences),
        by=decided.get("by", ""), on=decided.get("on", ""), reason=decided.get(REASON, ""),
    )  # fmt: skip
