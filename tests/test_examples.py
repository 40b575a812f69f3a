"""Every example in a check file is a test that states the exact text found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from speak import REPOSITORY, content

from workbench import config
from workbench.check_desk import examples
from workbench.model import Check, Example

NEWSROOM = config.load(REPOSITORY).newsroom


def _examples() -> Iterator[object]:
    for check in content().checks:
        for number, example in enumerate(check.example, start=1):
            yield pytest.param(check, example, id=f"{check.id}-{number}")


@pytest.mark.parametrize(("check", "example"), list(_examples()))
def test_example(check: Check, example: Example) -> None:
    found = examples.outcome(check, example, content(), [REPOSITORY / "checks"], NEWSROOM.country)
    assert found == (example.finds, example.held_back)


def test_every_check_has_near_misses_for_two_in_five() -> None:
    silent = [example for check in content().checks for example in check.example if not example.finds]
    every = [example for check in content().checks for example in check.example]
    assert len(silent) >= 0.4 * len(every)


def test_every_check_fires_twice_and_stays_silent_twice() -> None:
    assert list(examples.thin(content().checks)) == []


@pytest.mark.parametrize("path", sorted((REPOSITORY / "checks").glob("*/*.toml")), ids=lambda path: path.stem)
def test_a_check_file_says_what_it_is(path: Path) -> None:
    assert path.stem == path.stem.lower()
    assert " " not in path.stem
