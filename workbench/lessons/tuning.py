"""Tuning a check in a notebook: look a phrase up in the newsroom's articles, try a pattern on them, save it as a check.

Trying writes nothing into the newsroom; only `Bench.save` does, and never over a check that exists.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, NamedTuple

import msgspec

from workbench import config, engine, files, loader
from workbench.check_desk import examples
from workbench.check_desk.desk import CheckDesk
from workbench.errors import Unreadable, Usage
from workbench.forms import TOPICS
from workbench.learning import figures, tuning
from workbench.lessons import AS_OF, show
from workbench.model import Article, Check
from workbench.widgets.lesson_figure import FigureWidget

_Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
_VOCABULARY = "vocabulary"
_Phrases = tuple[str, ...]


class Wanted(msgspec.Struct, frozen=True):
    """A check for phrases as a person states it; `fires` are (sentence, words found in it), `silent` sentences."""

    id: str
    phrases: _Phrases
    fires: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]
    why: str
    source: str
    topic: str = "marketing"
    category: str = "marketing-hype"
    held_back_by: tuple[str, ...] = ("quoted", "attributed", "negated", "question", "warning-list")


class Tried(NamedTuple):
    """What a pattern does: (article, words) found and held back, examples that do not hold, and the check's file."""

    found: Sequence[tuple[str, str]]
    held_back: Sequence[tuple[str, str]]
    wrong: Sequence[str]
    file: str


class Bench:
    """The articles and checks of the newsroom that a folder stands in, or ours where it stands in none."""

    def __init__(self, folder: Path | None = None, as_of: date = AS_OF) -> None:
        here = folder or Path.cwd()
        self.root = config.load(here).root or config.content_root()
        self._desk = CheckDesk(self.root, as_of)

    @cached_property
    def _articles(self) -> Mapping[str, Article]:
        found = {}
        suffixes = engine.suffixes()
        for path in sorted((self.root / "articles").rglob("*")):
            if path.suffix.lower() not in suffixes or not path.is_file():
                continue
            try:
                document = engine.read(path, path.name, self._desk.settings.readers)
            except Unreadable:
                continue  # the queue says so; here it has no words to show
            found[path.stem] = engine.analyse(
                document, self._desk.content.lexicon, self._desk.country, self._desk.as_of
            )
        return found

    @property
    def texts(self) -> dict[str, str]:
        """The words of every article, by its name."""
        return {
            name: "\n".join(block.seen for block in article.document.blocks) for name, article in self._articles.items()
        }

    def where(self, phrase: str) -> FigureWidget:
        """The places of a phrase in all articles, as a table."""
        lines = tuning.concordance(phrase, self.texts)
        caption = f"“{phrase}” stands in {len(lines)} places of {len(self.texts)} articles."
        return _table("Where it stands", caption, ("Article", "Before", "Phrase", "After"), lines)

    def near(self, word: str = "") -> FigureWidget:
        """Words that stand side by side more often than by chance, as a table; with `word`, those beside it."""
        pairs = tuning.collocations(self.texts.values(), word)
        rows = [(" ".join(pair.words), pair.times, f"{pair.score:.1f}") for pair in pairs]
        beside = f" with “{word}”" if word else ""
        return _table("Words beside each other", f"{len(rows)} pairs{beside}.", ("Words", "Times", "Score"), rows)

    def try_(self, wanted: Wanted) -> Tried:
        """Run a check on its examples and on all articles, without keeping it.

        Raises:
            Usage: a name, topic or phrase does not do.
            BadContent: the check does not hold; says which key and why.
        """
        _hold(wanted)
        with TemporaryDirectory(prefix="workbench-") as place:
            folder = Path(place) / "checks"
            file = folder / wanted.topic / f"{wanted.id}.toml"
            file.parent.mkdir(parents=True)
            file.write_text(_toml(wanted), encoding="utf-8")
            folders = (*self._words(Path(place)), folder)
            content = loader.load(folders)
            (check,) = (one for one in content.checks if one.id == wanted.id)
            wrong = list(examples.failures([check], content, folders, self._desk.country))
            found = list(self._found(check, content))
        return Tried(
            [(name, text) for name, text, held in found if not held],
            [(name, text) for name, text, held in found if held], wrong, _toml(wanted),
        )  # fmt: skip

    def compare(self, before: Tried, now: Tried) -> FigureWidget:
        """What is found only by the second pattern, and only by the first."""
        change = tuning.change(before.found, now.found)
        rows = [("added", *one) for one in change.added] + [("removed", *one) for one in change.removed]
        caption = f"{len(change.added)} added, {len(change.removed)} removed."
        return _table("What the change does", caption, ("Change", "Article", "Words"), rows)

    def show(self, tried: Tried) -> FigureWidget:
        """What a pattern finds and holds back in the articles."""
        rows = [("found", *one) for one in tried.found] + [("held back", *one) for one in tried.held_back]
        caption = f"{len(tried.found)} found, {len(tried.held_back)} held back."
        told = " ".join([caption, *(f"Not yet right: {line}." for line in tried.wrong)])
        return _table("What the pattern does", told, ("", "Article", "Words"), rows)

    def save(self, wanted: Wanted) -> str:
        """Put the check into the newsroom's `checks/`; says where it is and what to run next.

        Raises:
            Usage: an example does not come out as stated, or there is a check of that name; nothing is written.
        """
        if any(check.id == wanted.id for check in self._desk.content.checks):
            raise Usage(f"there is a check “{wanted.id}” already; give yours another name")
        tried = self.try_(wanted)
        if tried.wrong:
            raise Usage(f"an example does not hold yet, and nothing was saved: {tried.wrong[0]}")
        place = self.root / "checks" / wanted.topic / f"{wanted.id}.toml"
        if place.exists():
            raise Usage(f"there is a file {place.name} already; give your check another name")
        place.parent.mkdir(parents=True, exist_ok=True)
        files.replace(place, tried.file.encode("utf-8"))
        return f"Saved checks/{wanted.topic}/{place.name} as a note. Next: workbench checks test {wanted.id}"

    def _words(self, place: Path) -> Iterable[Path]:
        """The vocabularies of the `checks/` folders without the checks: a second's work to load, and not ten."""
        for number, folder in enumerate(self._desk.folders):
            if (folder / _VOCABULARY).is_dir():
                shutil.copytree(folder / _VOCABULARY, place / str(number) / _VOCABULARY)
                yield place / str(number)

    def _found(self, check: Check, content: loader.Content) -> Iterable[tuple[str, str, bool]]:
        # The articles are read again: the lexicon has grown by the phrases that are tried.
        for name, article in self._articles.items():
            again = engine.analyse(article.document, content.lexicon, self._desk.country, self._desk.as_of)
            for one in engine.run(again, [check], content.tables)[0]:
                yield name, one.text, one.held_back


def _hold(wanted: Wanted) -> None:
    try:
        msgspec.convert(wanted.id, _Id)
    except msgspec.ValidationError as error:
        raise Usage(f"“{wanted.id}” is no name for a check; write small letters and hyphens") from error
    if wanted.topic not in TOPICS:
        raise Usage(f"“{wanted.topic}” is no topic; the topics are {', '.join(TOPICS)}")
    if not wanted.phrases or not all(map(str.strip, wanted.phrases)):
        raise Usage("name at least one phrase to look for")
    if not wanted.fires or not wanted.silent:
        raise Usage("write two examples at least: one that must be found, and one that must not")
    if not wanted.why.strip() or not wanted.source.strip():
        raise Usage("say why in one sentence, and name a source")


def _toml(wanted: Wanted) -> str:
    values = {
        "title": wanted.id.replace("-", " ").capitalize(), "category": wanted.category, "detector": "phrase",
        "severity": "note", "confidence": "medium", "message": "“{text}” is on the newsroom's list.",
        "why": wanted.why, "advice": "Say it in another way, or leave it out.",
    }  # fmt: skip
    lines = [f"{name} = {_quoted(value)}" for name, value in values.items()]
    lines += [f"held_back_by = [{', '.join(map(_quoted, wanted.held_back_by))}]"]
    lines += [f"sources = [{{ title = {_quoted(wanted.source)} }}]", "example = ["]
    lines += [f"  {{ text = {_quoted(text)}, finds = [{_quoted(words)}] }}," for text, words in wanted.fires]
    lines += [f"  {{ text = {_quoted(text)}, finds = [] }}," for text in wanted.silent]
    lines += ["]", "[params]", f"phrases = [{', '.join(map(_quoted, wanted.phrases))}]"]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML string."""
    return msgspec.json.encode(text).decode("utf-8")


def _table(title: str, caption: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> FigureWidget:
    frame = figures.frame("all", caption, {"kind": "table"}, head, rows)
    return show(figures.figure(title, "", [frame]))
