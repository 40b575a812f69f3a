"""Sentences of `reach.txt`: the marked words lie under their section's flag, or under none that takes them back."""

from __future__ import annotations

from pathlib import Path

import pytest
from sentences import read

TAKES_BACK = {"negated", "question", "quoted", "attributed", "warning-list", "conditional", "history", "caption"}


def _lines() -> list[tuple[str, str]]:
    section, found = "", []
    for line in (Path(__file__).parent / "reach.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            section = line[2:]
        elif line and not line.startswith("#"):
            found.append((section, line))
    return found


@pytest.mark.parametrize(("section", "line"), _lines())
def test_reach(section: str, line: str) -> None:
    at = line.index("[[")
    sentence = next(each for each in read(line.replace("[[", "").replace("]]", "")) if each.at <= at < each.to)
    place = at - sentence.at
    names = {flag.flag for flag in sentence.flags if flag.at <= place < flag.to}
    if section == "none":
        assert not names & TAKES_BACK
    else:
        assert section in names
