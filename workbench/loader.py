"""Reads `checks/`: validates each check against its form and its detector's signature, and compiles all phrases.

A check file that does not hold stops the run with its file, key and remedy: a check that silently does nothing is
worse than none. A newsroom's own `checks/` lie over ours: a file with `extends = "id"` turns one of ours off, demotes
it or adds and removes phrases; any other file is a further check.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from workbench import prepared, registry
from workbench.detectors import Hits, parameter_types
from workbench.errors import BadContent
from workbench.facts import Table, read_table
from workbench.forms import TOPICS, CheckFile, Overlay, converted, hold, lowered, proven, spelled, tellable
from workbench.lexicon import BadPattern, Lexicon
from workbench.model import CONFIDENCES, SEVERITIES, Check, Measured
from workbench.prepared import Prepared
from workbench.wordlists import read_words

VOCABULARY = "vocabulary"
MEASURED = "measured.csv"


class Content(msgspec.Struct, frozen=True):
    """Everything that checks need: the checks in order of id, one lexicon for all of them, and the tables they name.

    A check's parameters hold, where its detector wants `Hits`, the lexicon key; where it wants a `Table`, its name.
    """

    checks: tuple[Check, ...]
    lexicon: Lexicon
    tables: Mapping[str, Table]


def load(folders: Iterable[Path]) -> Content:
    """Read the `checks/` folders of these roots; a later one lies over the earlier ones.

    Args:
        folders: `checks/` folders, ours first.

    Raises:
        BadContent: a check or a table does not hold; the message names file, key and remedy.
    """
    return _Loading(tuple(folders)).content()


class _Loading:
    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders
        self.tables: dict[str, Table] = {}
        self.entries: dict[str, tuple[str, ...]] = {}
        self.files: dict[str, tuple[str, CheckFile]] = {}  # id → topic and content
        self.prepared: Prepared | None = None
        self.counted: Mapping[str, Measured] = {}

    def content(self) -> Content:
        for folder in self.folders:
            if not folder.is_dir():
                raise BadContent(folder.name, "", "the folder is missing; the checks should be there")
        self.counted = _counted(self.folders)
        sealed = prepared.seal(self.folders)
        self.prepared = prepared.read(self.folders, sealed)
        if self.prepared:
            self.files = self.prepared.files
            self.tables = {key: Table.of(*table) for key, table in self.prepared.tables.items()}
            return Content(self._checks(), Lexicon(self.prepared.phrases), self.tables)
        for folder in self.folders:
            for path in sorted(folder.glob("*/*.toml")):
                self._read(path)
        checks = self._checks()
        self._vocabulary()
        lexicon = self._lexicon()
        tables = {key: (table.name, table.columns, table.cells()) for key, table in self.tables.items()}
        prepared.keep(self.folders, sealed, Prepared(self.files, tables, lexicon.parts))
        return Content(checks, lexicon, self.tables)

    def _checks(self) -> tuple[Check, ...]:
        return tuple(self._check(id_) for id_ in sorted(self.files))

    def _read(self, path: Path) -> None:
        import tomllib  # only where nothing was prepared

        where, topic, id_ = f"checks/{path.parent.name}/{path.name}", path.parent.name, path.stem
        if topic not in TOPICS:
            raise BadContent(where, "", f"“{topic}” is no topic; the topics are {', '.join(TOPICS)}")
        try:
            raw = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        except UnicodeDecodeError as error:
            raise BadContent(where, f"byte {error.start}", "is not UTF-8; save the file as UTF-8") from error
        except tomllib.TOMLDecodeError as error:
            raise BadContent(where, "", f"is not valid TOML: {error}") from error
        if "extends" in raw:
            self._overlay(where, converted(raw, Overlay, where))
            return
        if id_ in self.files:
            raise BadContent(where, "", "a check of this name exists already; give it another file name")
        self.files[id_] = topic, converted(raw, CheckFile, where)
        hold(self.files[id_][1], where)

    def _overlay(self, where: str, change: Overlay) -> None:
        if change.extends not in self.files:
            raise BadContent(where, "extends", f"there is no check “{change.extends}”; see `workbench explain`")
        topic, old = self.files[change.extends]
        if not change.enabled:
            del self.files[change.extends]
            return
        params = dict(old.params)
        lists = [name for name, value in params.items() if isinstance(value, list)]
        for name in dict.fromkeys((*change.add, *change.remove)):
            if name not in lists:
                raise BadContent(where, name, f"is no list of phrases in that check; it has {', '.join(lists)}")
            absent = [phrase for phrase in change.remove.get(name, ()) if phrase not in params[name]]
            if absent:
                raise BadContent(
                    where, f"remove.{name}", f"“{absent[0]}” is not in that list; copy it as it stands there"
                )
            kept = [phrase for phrase in params[name] if phrase not in change.remove.get(name, ())]
            params[name] = [*kept, *change.add.get(name, ())]
        self.files[change.extends] = (
            topic,
            msgspec.structs.replace(
                old,
                params=params,
                severity=lowered(old.severity, change.severity, SEVERITIES, where, "severity"),
                confidence=lowered(old.confidence, change.confidence, CONFIDENCES, where, "confidence"),
            ),
        )

    def _check(self, id_: str) -> Check:
        topic, file = self.files[id_]
        where = f"checks/{topic}/{id_}.toml"
        values = {name: getattr(file, name) for name in file.__struct_fields__ if name not in ("params", "words")}
        values["severity"] = proven(file.severity, file.measured, self.counted.get(id_))
        params = self._params(where, id_, topic, file)
        tellable(file.message, getattr(registry.plug("detectors", file.detector), "VALUES", ()), where)
        return Check(id=id_, topic=topic, params=params, **values)

    def _params(self, where: str, id_: str, topic: str, file: CheckFile) -> dict[str, Any]:
        try:
            detect = registry.plug("detectors", file.detector).detect
        except LookupError as error:
            raise BadContent(where, "detector", str(error)) from error
        wanted, types = inspect.signature(detect).parameters, parameter_types(detect)
        allowed = {name: p for name, p in wanted.items() if p.kind is inspect.Parameter.KEYWORD_ONLY}
        for name in file.params:
            if name not in allowed:
                raise BadContent(where, f"params.{name}", f"the detector “{file.detector}” takes {', '.join(allowed)}")
        for name, parameter in allowed.items():
            if name not in file.params and parameter.default is inspect.Parameter.empty:
                raise BadContent(where, f"params.{name}", f"is missing; the detector “{file.detector}” needs it")
        params = dict(file.params)
        for name, value in file.params.items():
            place = f"params.{name}"
            if types[name] == Hits:
                params[name] = f"{id_}.{name}"
                if not self.prepared:
                    written = converted(value, list[str], where, place)
                    phrases = (spelled(phrase, file.words, where, place) for phrase in written)
                    self.entries[params[name]] = tuple(self._phrases(where, place, topic, phrases))
            else:
                params[name] = self._param(where, place, topic, types[name], value)
        return params

    def _param(self, where: str, place: str, topic: str, wanted: Any, value: Any) -> Any:
        if wanted is Table:
            return self._table(where, place, topic, converted(value, str, where, place))
        return converted(value, wanted, where, place)

    def _phrases(self, where: str, place: str, topic: str, phrases: Iterable[str]) -> Iterator[str]:
        for phrase in phrases:
            if not phrase.startswith("@"):
                yield phrase
                continue
            name, _, columns = phrase[1:].partition(":")
            if not columns:
                yield from self._list(where, place, name)
                continue
            table = self.tables[self._table(where, place, topic, name)]
            missing = [column for column in columns.split(",") if column not in table.columns]
            if missing:
                raise BadContent(where, place, f"“{phrase}”: {table.name} has no column “{missing[0]}”")
            yield from table.terms(*columns.split(","))

    def _list(self, where: str, place: str, name: str) -> tuple[str, ...]:
        """All phrases of a word list, `checks/<name>.txt`."""
        path = self._found(f"{name}.txt")
        if path is None:
            raise BadContent(where, place, f"there is no list checks/{name}.txt; put it there or mend the name")
        return tuple(word for words in read_words(path, f"checks/{name}.txt").values() for word in words)

    def _table(self, where: str, place: str, topic: str, name: str) -> str:
        full = name if "/" in name else f"{topic}/{name}"
        if full not in self.tables:
            path = self._found(f"{full}.csv")
            if path is None:
                raise BadContent(where, place, f"there is no table checks/{full}.csv; put it there or mend the name")
            self.tables[full] = read_table(path, f"checks/{full}.csv")
        return full

    def _found(self, name: str) -> Path | None:
        """A file below the `checks/` folders; a later one lies over the earlier ones."""
        paths = (folder / name for folder in reversed(self.folders))
        return next((path for path in paths if path.is_file()), None)

    def _vocabulary(self) -> None:
        for folder in self.folders:
            for path in sorted((folder / VOCABULARY).rglob("*.txt")):
                key = path.relative_to(folder).with_suffix("").as_posix()
                for weight, terms in read_words(path, f"checks/{key}.txt").items():
                    self.entries[f"{key}:{weight}" if weight else key] = terms
            for path in sorted((folder / VOCABULARY).rglob("*.csv")):
                key = path.relative_to(folder).with_suffix("").as_posix()
                table = read_table(path, f"checks/{key}.csv")
                if "term" not in table.columns:
                    raise BadContent(table.name, "line 1", "a vocabulary needs a column “term”")
                self.tables[key] = table
                self.entries[key] = table.terms("term", "aliases")

    def _lexicon(self) -> Lexicon:
        try:
            return Lexicon(self.entries)
        except BadPattern:
            for key, phrases in self.entries.items():
                try:
                    Lexicon({key: phrases})
                except BadPattern as error:
                    raise BadContent("checks", key, str(error)) from error
            raise


def _counted(folders: Iterable[Path]) -> Mapping[str, Measured]:
    """How often people agreed with each check, `measured.csv` in a newsroom's `checks/`; the last folder counts."""
    found: dict[str, Measured] = {}
    for folder in folders:
        if not (folder / MEASURED).is_file():
            continue
        for line, row in enumerate(read_table(folder / MEASURED, f"checks/{MEASURED}"), start=2):
            try:
                found[row["check"]] = Measured(int(row["right"]), int(row["of"]), row["on"], "the newsroom's decisions")
            except (KeyError, ValueError) as error:
                raise BadContent(f"checks/{MEASURED}", f"line {line}", "needs check, right, of and on") from error
    return found
