"""The JSON report keeps to its published schema, which is generated and committed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from speak import REPOSITORY, report_of

from workbench.model import Engine, Results, Unread, View
from workbench.writers import json as writer

PUBLISHED = REPOSITORY / "docs" / "workbench-1.schema.json"
ARTICLES = sorted((REPOSITORY / "articles").glob("*.md"))


def rendered(*paths: Path) -> dict[str, object]:
    reports = tuple(report_of(path) for path in paths)
    unread, engines = (Unread("b.md", "is not UTF-8"),), (Engine("languagetool", "", "missing", "not installed"),)
    results = Results("1", date(2026, 11, 25), "US", reports, unread, engines)
    loaded: dict[str, object] = json.loads("".join(writer.render(results, View())))
    return loaded


def test_the_published_schema_is_the_generated_one() -> None:
    fresh = json.dumps(writer.schema(), indent=2, sort_keys=True) + "\n"
    assert PUBLISHED.read_text(encoding="utf-8") == fresh, "write it anew: python -m workbench.writers.json"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_report_keeps_to_the_schema(path: Path) -> None:
    jsonschema.validate(rendered(path), json.loads(PUBLISHED.read_text(encoding="utf-8")))


def test_the_schema_refuses_a_report_that_lacks_a_field() -> None:
    report = rendered(ARTICLES[0])
    del report["as_of"]
    with pytest.raises(jsonschema.ValidationError, match="as_of"):
        jsonschema.validate(report, json.loads(PUBLISHED.read_text(encoding="utf-8")))
