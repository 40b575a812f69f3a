"""How a finding was read: as a denial only where the denial holds it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsroom import opened
from speak import report_of

from workbench.review import Seen


@pytest.mark.parametrize(
    ("text", "check", "read_as"),
    [
        ("No drug is a miracle cure.", "miracle-cure", "Denial."),
        ("Our patients are never unsafe at home.", "absolute-safety", "Plain statement. Also near it: denial."),
        ("Velodrin is a miracle cure.", "miracle-cure", "Plain statement."),
    ],
)
def test_read_as(tmp_path: Path, text: str, check: str, read_as: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Page\n\n{text}\n")
    with opened(tmp_path) as store:
        store.record([Seen("page", page.read_text(), report_of(page))])
        (finding,) = [found for found in store.article("page")["findings"] if found["check"] == check]
    assert finding["read_as"] == read_as
