"""`workbench measure LABELS`: how often each check is right, and how much of what editors would flag is found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import msgspec

from workbench import engine, files
from workbench.check_desk import labels
from workbench.check_desk.desk import CheckDesk
from workbench.check_desk.labels import Judged, Mark
from workbench.errors import Usage
from workbench.model import Finding
from workbench.review.backlog import bound

# Categories that are one trouble to an editor who meets them on the same words.
_FAMILIES = (
    {"uncited-claim", "vague-citation"},
    {"marketing-absolute", "marketing-hype", "marketing-urgency-or-testimonial"},
    {"dosing-unit", "dosing-out-of-range", "dosing-incomplete", "regulatory-wrong"},
    {"terminology-error", "spelling-grammar"},
)
_MEASURED = re.compile(r"^measured = \{.*\n", re.MULTILINE)  # the check's own; a list of that name is a parameter
_CONFIDENCE = re.compile(r"^confidence = .*\n", re.MULTILINE)


class Share(msgspec.Struct):
    """So many of so many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.of += 1

    @property
    def interval(self) -> tuple[float, float]:
        """Where the share may lie for texts like these, at 95 %; the same interval as on the screens."""
        return bound.between(self.right, self.of)


class Measured(msgspec.Struct, frozen=True):
    """Share right per check, share found and traps hit per category, and what went wrong, a line each.

    `met` is per check what it found itself of all that has to be found in its category, which others may find too.
    """

    right: dict[str, Share]
    found: dict[str, Share]
    traps: dict[str, Share]
    wrong: list[str]
    met: dict[str, Share]


def measure(place: str, as_of: date, working_directory: Path, write: bool, misses: bool) -> tuple[str, int]:
    """Hold the checks against labelled texts; the exit code is 0.

    Args:
        place: a folder of labelled texts; see `labels`.
        as_of: the day to check for.
        working_directory: where the newsroom's root is looked for.
        write: also write each share into its check's file, as `measured`.
        misses: also list every false alarm and every miss.

    Raises:
        WorkbenchError: a check or a labelled file does not hold.
    """
    folder = Path(place)
    if not folder.is_dir():
        raise Usage(f"{place}: there is no such folder; name one with labelled texts")
    desk = CheckDesk(working_directory, as_of)
    result = held(desk, labels.read(folder))
    if write:
        _write(desk, result, place, as_of)
    return "\n".join(_lines(result, misses)) + "\n", 0


def held(desk: CheckDesk, texts: Iterator[Judged]) -> Measured:
    """The desk's checks held against these texts."""
    result = Measured(defaultdict(Share), defaultdict(Share), defaultdict(Share), [], defaultdict(Share))
    categories = {check.id: check.category for check in desk.content.checks}
    for text in texts:
        document = engine.parse(text.text.encode("utf-8"), text.name, text.suffix)
        country = desk.country if text.country is None else text.country
        article = engine.analyse(document, desk.content.lexicon, country, desk.as_of, text.knowledge)
        findings, _ = engine.run(article, desk.content.checks, desk.content.tables)
        _count(text, [finding for finding in findings if not finding.held_back], result)
        _meet(text, [finding for finding in findings if not finding.held_back], categories, result)
    return result


def _count(text: Judged, findings: list[Finding], result: Measured) -> None:
    wanted = [mark for mark in text.marks if mark.expect in ("must", "may")]
    for mark in text.marks:
        hits = [finding for finding in findings if _meets(finding, mark)]
        if mark.expect == "must":
            result.found[mark.category].add(bool(hits))
            if not hits:
                result.wrong.append(f"missed  {text.name}: {mark.category}: {_shown(text, mark.start, mark.end)}")
        elif mark.expect == "must_not":
            exact = [one for one in hits if one.category == mark.category and not any(_meets(one, w) for w in wanted)]
            result.traps[mark.category].add(bool(exact))
    for finding in findings:
        right = any(_meets(finding, mark) for mark in wanted)
        known = _judges(text, finding)
        if right or known:
            result.right[finding.check].add(right)
            if not right:
                result.wrong.append(f"false   {text.name}: {finding.check}: {_shown(text, finding.start, finding.end)}")


def _meet(text: Judged, findings: list[Finding], categories: Mapping[str, str], result: Measured) -> None:
    """Count for every check what it found of all that has to be found in its category."""
    for mark in text.marks:
        if mark.expect != "must":
            continue
        by = {finding.check for finding in findings if _meets(finding, mark)}
        for check, category in categories.items():
            if category == mark.category or check in by:
                result.met[check].add(check in by)


def _judges(text: Judged, finding: Finding) -> bool:
    """Whether a finding that no label asks for is wrong: its category is judged here, or a trap stands in its place."""
    if text.judged:
        return finding.start is not None and finding.category in text.judged
    traps = (mark for mark in text.marks if mark.expect == "must_not")
    return any(mark.category == finding.category and _meets(finding, mark) for mark in traps)


def _meets(finding: Finding, mark: Mark) -> bool:
    if not _akin(finding.category, mark.category):
        return False
    if mark.start is None or mark.end is None:
        return True
    if finding.start is None or finding.end is None:
        return mark.category.startswith("disclaimer-missing")  # a statement that is missing has no place
    return finding.start < mark.end and mark.start < finding.end


def _akin(one: str, other: str) -> bool:
    return one == other or any({one, other} <= family for family in _FAMILIES)


def _shown(text: Judged, start: int | None, end: int | None) -> str:
    return "the whole article" if start is None else " ".join(text.text[start:end].split())


def _lines(result: Measured, misses: bool) -> Iterator[str]:
    yield "check                                    right of     share  95 %         found of its category"
    for check, share in sorted(result.right.items()):
        yield f"  {check:36} {_share(share)}  {_of(result.met.get(check))}".rstrip()
    for title, shares in (("found of what has to be found", result.found), ("traps hit", result.traps)):
        yield title
        for category, share in sorted(shares.items()):
            yield f"  {category:36} {_share(share)}"
    if misses:
        yield from sorted(result.wrong)


def _share(share: Share) -> str:
    low, high = share.interval
    return f"{share.right:5} {share.of:5}  {share.right / share.of:.2f}  {low:.2f} to {high:.2f}"


def _of(share: Share | None) -> str:
    if share is None:
        return ""
    low, high = share.interval
    return f"{share.right} of {share.of}, {low:.2f} to {high:.2f}"


def _write(desk: CheckDesk, result: Measured, place: str, as_of: date) -> None:
    """Put the shares into the files of the checks; a check without a finding there loses what it had."""
    for check in desk.content.checks:
        path = next((f / check.topic / f"{check.id}.toml" for f in reversed(desk.folders)), None)
        if path is None or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8")
        share = result.right.get(check.id)
        new = _MEASURED.sub("", text)
        if share:
            said = f'right = {share.right}, of = {share.of}, on = "{as_of}", where = "{place}"'
            confidence = next(_CONFIDENCE.finditer(new))
            new = f"{new[: confidence.end()]}measured = {{ {said} }}\n{new[confidence.end() :]}"
        if new != text:
            files.replace(path, new.encode("utf-8"))
