"""`workbench checks test`: do the checks do what their files say, at a bearable cost, and on what do they ever fire?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from workbench.check_desk import cost, examples
from workbench.check_desk.desk import CheckDesk
from workbench.model import Check


def test(ids: Sequence[str], coverage: bool, as_of: date, working_directory: Path) -> tuple[str, int]:
    """The examples of these checks (none = all) and the cost of their patterns; 0 where all holds, else 1.

    Args:
        ids: names of checks.
        coverage: also say which checks are short of examples, and which never fire on the newsroom's articles.
        as_of: the day to check the articles for; examples have their own.
        working_directory: where the newsroom's root is looked for.

    Raises:
        WorkbenchError: a check does not hold, or there is none of a name.
    """
    desk = CheckDesk(working_directory, as_of)
    checks = desk.chosen(ids)
    wrong = [*examples.failures(checks, desk.content, desk.folders, desk.country), *_dear(desk, checks)]
    told = sum(len(check.example) for check in checks)
    lines = [f"{len(checks)} check{'s' * (len(checks) != 1)} with {told} examples"]
    if coverage:
        short = list(examples.thin(checks))
        wrong += short
        lines += _coverage(desk, checks)
    lines += wrong or ["Every example comes out as stated, and no pattern is dear."]
    return "\n".join(lines) + "\n", int(bool(wrong))


def _dear(desk: CheckDesk, checks: Sequence[Check]) -> Iterator[str]:
    parts, ids = desk.content.lexicon.parts, {check.id for check in checks}
    every = len(checks) == len(desk.content.checks)
    patterns = [
        one for one in parts.patterns if every or ids & {name.partition(".")[0] for name in parts.keys[one.key]}
    ]
    for dear in cost.refused(patterns, parts.keys):
        yield f"{dear.list}: the pattern /{dear.source}/ {dear.reason}"


def _coverage(desk: CheckDesk, checks: Sequence[Check]) -> Iterator[str]:
    open_, held = Counter[str](), Counter[str]()
    for report in desk.reports(desk.folders, desk.content):
        for finding in report.findings:
            (held if finding.held_back else open_)[finding.check] += 1
    firing = sum(bool(open_[check.id]) for check in checks)
    yield f"On {len(desk.articles)} articles {firing} of them fire."
    for check in checks:
        if not open_[check.id]:
            yield f"  never fires there: {check.id}" + (f" (held back {held[check.id]}×)" if held[check.id] else "")
