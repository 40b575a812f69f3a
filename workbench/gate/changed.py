"""`--changed-since REF`: the articles that changed, and of their findings those that the change made or touched.

An article that changed is read whole, now and as it was. A finding is shown where it stands in a line of the
diff, or where the old text did not have it: a disclaimer that somebody deleted is missing on no line at all. Whatever
stood there before, word for word, waits for whoever reads the whole article; the summary counts it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from workbench import batch, decisions, engine, knowledge, suppressions
from workbench.errors import Unreadable, Usage
from workbench.gate._git import Git
from workbench.loader import Content
from workbench.model import Finding, Knowledge, Report, Unread

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_RULES = ("checks/", "workbench.toml", "pyproject.toml", "claims/")  # what verdicts on unchanged articles rest on too


class Changes:
    """What changed in the files on disk since a revision.

    Args:
        ref: a revision that git knows; the work is held against the commit where the two parted.
        working_directory: lies in the repository.
        root: the newsroom's root, if there is one.

    Raises:
        Usage: no git, no repository, no such revision, a clone too shallow; says what to do.
    """

    def __init__(self, ref: str, working_directory: Path, root: Path | None) -> None:
        self.ref, self._git = ref, Git(working_directory)
        self._base = self._git.base(ref)
        self._was = self._changed()
        self._kept = set(self._names("ls-files", "-z", "--full-name", ":/"))
        self._known: Knowledge | None = None
        self._rules = self._of_rules(root)
        self._left_out = 0

    def paths(self, paths: Iterable[str]) -> list[str]:
        """Those of the paths that changed; a file that git does not keep (new, or ignored) counts as changed.

        Raises:
            Usage: an article lies outside of the repository.
        """
        places = {path: self._inside(path) for path in paths}
        return [path for path, place in places.items() if place in self._was or place not in self._kept]

    def limited(
        self,
        outcomes: Iterable[Report | Unread],
        paths: Sequence[str],
        plan: batch.Plan,
        content: Content,
    ) -> Iterator[Report | Unread]:
        """The reports as they come, with the findings that the changes made or touched.

        Args:
            outcomes: the whole reports of the articles that changed.
            paths: theirs, in the same order.
            plan: what held for all.
            content: the loaded checks of `plan.folders`.
        """
        for outcome, path in zip(outcomes, paths, strict=True):
            kept = self._limited(outcome, path, plan, content)
            self._left_out += _count(outcome) - _count(kept)
            yield kept

    def told(self, unchanged: int) -> tuple[str, ...]:
        """What the summary says of the rest, when all reports have come; `unchanged` articles were not read."""
        before = self._left_out
        quiet = f"{unchanged} article{' was' if unchanged == 1 else 's were'} not changed and not read"
        old = f"{before} finding{' was' if before == 1 else 's were'} there before, on lines that did not change"
        lines = [f"Since {self.ref}: {quiet}; {old}."]
        if self._rules:
            lines.append(
                f"Since {self.ref}, {', '.join(self._rules)} changed as well, which may change what is found elsewhere:"
                " run without --changed-since before you rely on it."
            )
        return tuple(lines)

    def _limited(self, outcome: Report | Unread, path: str, plan: batch.Plan, content: Content) -> Report | Unread:
        old = self._was.get(self._inside(path))
        if isinstance(outcome, Unread) or not outcome.findings or old is None:
            return outcome
        before = self._findings_of(old, path, plan, content)
        lines = self._lines(old, self._inside(path))
        kept = tuple(
            finding
            for finding in outcome.findings
            if (finding.check, finding.fingerprint) not in before or _touched(finding, lines)
        )
        return msgspec.structs.replace(outcome, findings=kept)

    def _findings_of(self, old: str, path: str, plan: batch.Plan, content: Content) -> set[tuple[str, str]]:
        data = self._git.ask("cat-file", "blob", f"{self._base}:{old}")
        try:
            document = engine.parse(data, path, Path(old).suffix.lower(), plan.limits)
        except Unreadable:
            return set()  # nothing of it was known, so everything is new
        self._known = self._known or _known(plan)
        known = knowledge.about(self._known, decisions.article_name(Path(path), plan.root))
        article = engine.analyse(document, content.lexicon, plan.country, plan.as_of, known)
        checks = batch.chosen(content, plan.only)
        found, _ = engine.run(article, checks, content.tables)
        if plan.people is not None:
            ran = [check.id for check in checks]
            found = suppressions.apply(document, found, content.checks, ran, plan.as_of, plan.people)
        return {(finding.check, finding.fingerprint) for finding in found if not finding.held_back}

    def _lines(self, old: str, new: str) -> Sequence[range]:
        """The lines that the diff adds or rewrites, as git counts them."""
        quiet = ("--no-color", "--no-ext-diff", "--no-textconv", "--no-indent-heuristic", "-M", "--unified=0")
        out = self._git.ask("diff", *quiet, self._base, "--", _literal(old), _literal(new))
        return [range(int(at), int(at) + int(many or 1)) for at, many in _HUNK.findall(out)]

    def _changed(self) -> dict[str, str | None]:
        """Path from the top → the path that the file had before, None for one that is new."""
        quiet = ("--no-ext-diff", "--no-textconv", "-M")
        parts = self._names("diff", "--name-status", "-z", *quiet, self._base, "--")
        was: dict[str, str | None] = {}
        while parts:
            status, old = parts.pop(0), parts.pop(0)
            new = parts.pop(0) if status[:1] in ("R", "C") else old
            was[new] = None if status[:1] == "A" else old
        return was

    def _names(self, *words: str) -> list[str]:
        return os.fsdecode(self._git.ask(*words)).split("\0")[:-1]

    def _of_rules(self, root: Path | None) -> list[str]:
        if root is None:
            return []
        places = {name: self._from_top(root / name) for name in _RULES}
        found = [name for name, place in places.items() if place and any(_at(place, path) for path in self._was)]
        return [name for name in found if name != "claims/"] + (["claims/"] if self._claims(places["claims/"]) else [])

    def _claims(self, place: str) -> bool:
        """Whether a table changed that checks read: not what was decided, which every run reads as it is now."""
        tables = {f"{place}/library.csv", f"{place}/library-uses.csv", f"{place}/retractions.csv"}
        return any(path in tables or path.startswith(f"{place}/sources/") for path in self._was)

    def _inside(self, path: str) -> str:
        place = self._from_top(Path(path))
        if not place:
            raise Usage(
                f"--changed-since: {path} lies outside of the repository {self._git.top.name}; leave it out, or run"
                " without --changed-since"
            )
        return place

    def _from_top(self, path: Path) -> str:
        """The path from the top of the repository, with "/"; "" outside. The file's own name is not followed."""
        place = Path(os.path.realpath(path.parent)) / path.name
        return place.relative_to(self._git.top).as_posix() if place.is_relative_to(self._git.top) else ""


def _known(plan: batch.Plan) -> Knowledge:
    known = knowledge.load(plan.root, plan.as_of, plan.looked_up)
    return msgspec.structs.replace(known, proofread=plan.proofread) if plan.proofread else known


def _count(outcome: Report | Unread) -> int:
    return len(outcome.findings) if isinstance(outcome, Report) else 0


def _touched(finding: Finding, lines: Sequence[range]) -> bool:
    """Whether a finding stands in one of the lines; one in a packed file, whose lines are none of git's, does not."""
    if finding.line is None or finding.place is not None:
        return False
    last = finding.line + finding.text.count("\n")
    return any(finding.line < lines_.stop and lines_.start <= last for lines_ in lines)


def _literal(path: str) -> str:
    return f":(top,literal){path}"


def _at(place: str, path: str) -> bool:
    return path == place or path.startswith(f"{place}/")
