"""The catalogue of all checks, `docs/checks.md`: `python -m workbench.catalogue` writes it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from workbench import config, loader
from workbench.explaining import source_line, standing
from workbench.model import Check


def catalogue(checks: Iterable[Check]) -> str:
    """All checks as one Markdown page, by topic: what each catches and how far it can be trusted."""
    lines = [
        "# Checks",
        "",
        "Written by `python -m workbench.catalogue`; each check is `checks/<topic>/<id>.toml`.",
        "",
    ]
    lines += ["No clinician has reviewed a check or a reference row unless its line says so.", ""]
    for topic, members in groupby(sorted(checks, key=lambda check: (check.topic, check.id)), key=lambda c: c.topic):
        lines += [f"## {topic.capitalize()}", ""]
        for check in members:
            lines += [
                f"### {check.id}",
                "",
                f"{check.title}. {check.severity.capitalize()}, {check.confidence} confidence.",
            ]
            lines += ["", check.why, "", *standing(check), ""]
            lines += [f"- {source_line(source)}" for source in check.sources]
            lines += [""]
    return "\n".join(lines)


if __name__ == "__main__":
    place = config.content_root() / "docs" / "checks.md"
    place.write_text(catalogue(loader.load([config.content_root() / "checks"]).checks), encoding="utf-8")
