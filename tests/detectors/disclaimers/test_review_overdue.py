"""Reviews that lie too far back, and dates in all their forms."""

from __future__ import annotations

from datetime import date

import pytest
from speak import findings, judged

from workbench.detectors.disclaimers._dates import Month, read

CHECK = "review-overdue"
BODY = "Velodrin lowers blood pressure."


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("3 May 2025", (2025, 5)),
        ("May 3, 2025", (2025, 5)),
        ("May 3rd, 2025", (2025, 5)),
        ("Sept. 2025", (2025, 9)),
        ("2025-05-03", (2025, 5)),
        ("2025/5", (2025, 5)),
        ("05/2025", (2025, 5)),
        ("03/05/2025", (2025, 5)),
        ("05/03/2025", (2025, 5)),
        ("25.12.2024", (2024, 12)),
        ("12/25/2024", (2024, 12)),
        ("Saturday, 3 May 2025 at 10:30", (2025, 5)),
    ],
)
def test_a_date_is_read_to_the_month(text: str, month: tuple[int, int]) -> None:
    assert read(text) == Month(*month)


@pytest.mark.parametrize("text", ["", "June 23", "2025", "last spring", "8 February", "2025-13", "3 Mai 25"])
def test_a_date_without_year_or_month_is_none(text: str) -> None:
    assert read(text) is None


def test_months_are_counted() -> None:
    assert Month(2024, 11).until(date(2026, 11, 1)) == 24
    assert Month(2027, 1).until(date(2026, 11, 30)) == -2


@pytest.mark.parametrize("field", ["reviewed", "updated"])
def test_an_old_date_is_reported_with_its_age(field: str) -> None:
    (finding,) = findings(f"---\n{field}: 2024-05-03\n---\n{BODY}", CHECK)
    assert finding.message == f"The page was last {field} 30 months ago (2024-05-03)."
    assert (finding.start, finding.severity) == (None, "note")


@pytest.mark.parametrize("day", ["2024-11-30", "2026-11-01", "2027-01-01"])
def test_a_recent_date_passes(day: str) -> None:
    assert [judgement.verdict for judgement in judged(f"---\nreviewed: {day}\n---\n{BODY}", CHECK)] == ["pass"]


@pytest.mark.parametrize(
    "front",
    [
        "published: 2001-01-01",
        "reviewed: 8 February",
        "author: Ana Example",
        "reviewed: 2026-01-01\nupdated: 2001-01-01",
    ],
)
def test_pages_without_an_old_review_are_left_alone(front: str) -> None:
    assert findings(f"---\n{front}\n---\n{BODY}", CHECK) == []


@pytest.mark.parametrize(
    "label",
    [
        "This page has been archived.",
        "This leaflet is no longer updated.",
        "From our archive",
        "This guideline was withdrawn.",
    ],
)
def test_an_archived_page_is_left_alone(label: str) -> None:
    assert findings(f"---\nreviewed: 2014-05-03\n---\n{label}\n\n{BODY}", CHECK) == []
