"""`workbench check` as a function: what the caller wants → a report and an exit code."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

import msgspec

from workbench import (
    __version__,
    annotating,
    batch,
    beside,
    config,
    consistency,
    decisions,
    engine,
    forms,
    loader,
    registry,
)
from workbench.errors import Usage
from workbench.files import Real
from workbench.gate import changed
from workbench.model import (
    CONFIDENCES,
    SEVERITIES,
    Confidence,
    Counted,
    Engine,
    Gate,
    Ledger,
    Report,
    Results,
    Unread,
    View,
)
from workbench.spool import Spool
from workbench.tally import Counting, blocking, summary

FAIL_ON = (*SEVERITIES, "never")
_OK, _FOUND, _INCOMPLETE = 0, 1, 3


class Wanted(msgspec.Struct, frozen=True):
    """What the caller asks for; field names are the options of `workbench check`."""

    paths: tuple[str, ...]
    as_of: date
    format: str = "terminal"
    fail_on: str = "error"
    min_confidence: str = "medium"
    only: tuple[str, ...] = ()
    jobs: int = 1
    view: View = View()
    online: bool = False
    grammar: bool = False
    annotate: str = ""
    changed_since: str = ""
    remember: bool = True


class Answer:
    """What a run says: the report as it was asked for, the exit code, and the sentences that no report is without."""

    def __init__(self, results: Results, view: View, writer: ModuleType) -> None:
        self._results, self._view, self._writer = results, view, writer
        self.code, self.summary = _exit_code(results), summary(results)

    @property
    def parts(self) -> Iterator[str]:
        """The report in pieces, from its beginning; memory does not grow with the corpus."""
        pieces: Iterator[str] = self._writer.render(self._results, self._view)
        return pieces

    @property
    def text(self) -> str:
        """The report whole."""
        return "".join(self.parts)


def check(
    wanted: Wanted, working_directory: Path, progress: beside.Progress = lambda what, done, of: None
) -> tuple[str, int]:
    """The rendered report and the exit code of `answer`, which takes the same and raises the same."""
    given = answer(wanted, working_directory, progress)
    return given.text, given.code


def answer(wanted: Wanted, working_directory: Path, progress: beside.Progress = lambda what, done, of: None) -> Answer:
    """The rendered report, the exit code and the summary.

    0 nothing at the gate, 1 findings, 3 an article could not be read, or what was asked for beside the checks failed.

    Args:
        wanted: what the caller asks for.
        working_directory: where the newsroom's root is looked for.
        progress: told what is asked about beside the checks, and how much of it is done.

    Raises:
        WorkbenchError: a mistake of the caller's (exit 2), found before any article is read.
    """
    _one_of("--format", wanted.format, registry.names("writers"))
    _one_of("--fail-on", wanted.fail_on, FAIL_ON)
    _one_of("--min-confidence", wanted.min_confidence, CONFIDENCES)
    paths = articles(wanted.paths)
    if wanted.annotate:
        annotating.refuse(wanted.annotate, paths)
    settings = config.load(working_directory)
    content = loader.load(settings.folders)
    writer = registry.plug("writers", wanted.format)
    plan = _plan(wanted, settings, content, bool(wanted.annotate) or getattr(writer, "NEEDS_TEXT", False))
    changes = changed.Changes(wanted.changed_since, working_directory, settings.root) if wanted.changed_since else None
    read = changes.paths(paths) if changes else paths
    gc.freeze()
    gc.enable()
    answers = beside.ask(  # behind everything that can be wrong with the call
        read, settings, wanted.as_of, online=wanted.online, grammar=wanted.grammar, progress=progress
    )
    plan = answers.on(plan)
    outcomes = batch.examine(read, plan, content, wanted.jobs)
    gathered = _gathered(changes.limited(outcomes, read, plan, content) if changes else outcomes)
    told = changes.told(len(paths) - len(read)) if changes else ()
    gate = Gate(wanted.fail_on, _confidence(wanted.min_confidence), wanted.changed_since, told)
    results = _results(gathered, plan, answers.engines, content, gate)
    if wanted.annotate and results.reports:
        titles, report = {check.id: check.title for check in content.checks}, next(iter(results.reports))
        annotating.write(wanted.annotate, read[0], report, titles, wanted.as_of, settings.readers)
    return Answer(results, wanted.view, writer)


def _plan(wanted: Wanted, settings: config.Settings, content: loader.Content, keep_text: bool) -> batch.Plan:
    return batch.Plan(
        folders=settings.folders,
        root=settings.root,
        country=settings.newsroom.country,
        as_of=wanted.as_of,
        only=chosen(content, wanted.only),
        decided=decisions.read(settings.root),
        limits=settings.readers,
        keep_text=keep_text,
        people=tuple(member.id for member in settings.people),
        remember=wanted.remember,
    )


def _confidence(word: str) -> Confidence:
    return CONFIDENCES[CONFIDENCES.index(word)]


class _Gathered(msgspec.Struct, frozen=True):
    """A run's reports put aside, and the little of them that is wanted of all at once."""

    reports: Spool
    counted: Counted
    unread: tuple[Unread, ...]
    told: consistency.Values


def _gathered(outcomes: Iterable[Report | Unread]) -> _Gathered:
    reports, counting = Spool(), Counting()
    unread: list[Unread] = []
    told = consistency.Values()
    for outcome in outcomes:
        if isinstance(outcome, Unread):
            unread.append(outcome)
            continue
        reports.add(outcome)
        counting.add(outcome)
        told.add(outcome.path, outcome.told)
    return _Gathered(reports, counting.done(), tuple(unread), told)


def _results(
    gathered: _Gathered,
    plan: batch.Plan,
    engines: tuple[Engine, ...],
    content: loader.Content,
    gate: Gate,
) -> Results:
    days = sorted(row["on"] for row in plan.decided)
    return Results(
        version=__version__,
        as_of=plan.as_of,
        country=plan.country,
        reports=gathered.reports,
        unread=gathered.unread,
        engines=engines,
        checks=batch.chosen(content, plan.only),
        gate=gate,
        ledger=Ledger(len(days), days[0], days[-1]) if days else Ledger(),
        conflicts=consistency.conflicts(gathered.told.differing()),
        counted=gathered.counted,
    )


def articles(given: Sequence[str]) -> list[str]:
    """The articles that paths name, as given, with `/`, sorted as strings; a folder stands for what is inside.

    Raises:
        Usage: a path is missing, a named file has a suffix that no reader knows, or there is no article at all.
    """
    known = engine.suffixes()
    found: dict[str, str] = {}
    real = Real()
    for path in sorted(set(given)):
        place = Path(path)
        if place.is_dir():
            inside = (name for name in _below(path) if name.lower().endswith(known) or Path(name).is_dir())
            found.update((real(name), name) for name in sorted(inside, reverse=True))
        elif not place.exists():
            raise Usage(f"{path}: there is no such file or folder; check the path")
        elif not place.is_file():
            raise Usage(f"{path}: is no regular file; name an article or a folder")
        elif place.suffix.lower() not in known:
            raise Usage(f"{path}: no reader knows “{place.suffix}”; articles end in {', '.join(known)}")
        else:
            found[real(path)] = path
    if not found:
        raise Usage(f"no article in {', '.join(given)}; articles end in {', '.join(known)}")
    return sorted(name.replace(os.sep, "/") for name in found.values())


def _below(folder: str) -> Iterator[str]:
    closed: list[str] = []  # folders that may not be looked into; reading them fails, and the report says so
    for parent, inner, names in os.walk(folder, onerror=lambda error: closed.append(str(error.filename))):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in names:
            path = os.path.join(parent, name)  # noqa: PTH118  paths stay as given; pathlib would drop a leading "./"
            if not name.startswith(".") and (Path(path).is_file() or Path(path).is_symlink()):
                yield path
    yield from closed


def chosen(content: loader.Content, only: Iterable[str]) -> tuple[str, ...]:
    """The ids of the checks that topics and ids name; empty = all.

    Raises:
        Usage: a word is neither a topic nor the id of a check.
    """
    ids = [check.id for check in content.checks]
    wanted: set[str] = set()
    for word in only:
        named = {check.id for check in content.checks if word in (check.id, check.topic)}
        if not named and word not in forms.TOPICS:
            raise Usage(f"--only: “{word}” is neither a topic nor a check; checks are {', '.join(ids)}")
        wanted |= named
        if not named:
            raise Usage(f"--only: there is no check about {word} yet; checks are {', '.join(ids)}")
    return tuple(sorted(wanted))


def _one_of(option: str, word: str, words: Sequence[str]) -> None:
    if word not in words:
        raise Usage(f"{option}: “{word}” is not known; choose {', '.join(words)}")


def _exit_code(results: Results) -> int:
    if results.unread or any(engine.state == "failed" for engine in results.engines):
        return _INCOMPLETE
    return _FOUND if blocking(results) else _OK
