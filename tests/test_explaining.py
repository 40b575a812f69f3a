"""`workbench explain` and the committed catalogue are written from the same files that run."""

from __future__ import annotations

import pytest
from speak import REPOSITORY, content

from workbench import engine, explaining, suppressions
from workbench.catalogue import catalogue
from workbench.errors import Usage
from workbench.model import Check


def test_the_committed_catalogue_is_the_generated_one() -> None:
    written = (REPOSITORY / "docs" / "checks.md").read_text(encoding="utf-8")
    assert written == catalogue(content().checks), "write it anew: python -m workbench.catalogue"


@pytest.mark.parametrize("check", content().checks, ids=lambda check: check.id)
def test_every_check_explains_itself(check: Check) -> None:
    told = " ".join(explaining.explain(check.id, REPOSITORY, 100).split())
    for part in (check.title, " ".join(check.why.split()), " ".join(check.advice.split()), check.sources[0].title):
        assert part in told
    assert ("stays silent" in told or "holds back" in told) and "finds" in told


def test_how_to_close_a_finding_in_the_text_is_told_by_an_example_that_works() -> None:
    told = explaining.explain("suppression", REPOSITORY, 100)
    (comment,) = [line.strip() for line in told.splitlines() if "workbench-ignore CHECK" in line]
    made = comment.replace("CHECK", "absolute-safety").replace("by=ID second=ID", "by=ines second=paul")
    page = engine.parse(f"# Drops\n\n{made}\nThe drops are safe.\n".encode(), "a.md", ".md")
    (read,) = suppressions.read(page)
    assert (read.check, read.by, read.second, read.until, read.faults) == (
        "absolute-safety", "ines", "paul", "2027-01-31", (),
    )  # fmt: skip
    assert max(map(len, told.splitlines())) <= 100


def test_an_unknown_check_is_answered_with_the_list() -> None:
    with pytest.raises(Usage, match=r"no check “nonsense”.*impossible-percentage"):
        explaining.explain("nonsense", REPOSITORY, 100)
