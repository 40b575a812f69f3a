"""axe-core in a page. Its one file comes with a pinned package, so that nothing is fetched while tests run."""

# ruff: noqa: E501  # scripts and scenes read better on one line

from __future__ import annotations

from functools import cache
from hashlib import sha512
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from chromium import missing

_PACKAGE = "axe_playwright_python"
# Of axe-core 4.12.1.
_SEAL = (
    "b3c14bebe414ee827a275f296a0e38b6330b3c7c43effe1d14ea2260f62467c5"
    "1235e4d48eeed41759039cfbf45108bb1863a8295a5c16b2291a7f96c869a251"
)
_RUN = """async (rules) => {
    const only = rules ? { runOnly: { type: "rule", values: rules } } : {};
    const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
    return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help,
        nodes: nodes.slice(0, 4).map(({ target, any, html }) => `${target} ${any[0]?.message ?? ""} ${html.slice(0, 160)}`) }));
}"""


@cache
def _source() -> str:
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        missing("axe-core (axe-playwright-python)")
        return ""
    data = (Path(found.origin).parent / "axe.min.js").read_bytes()
    assert sha512(data).hexdigest() == _SEAL, "another axe-core than the one these tests were written for"
    return data.decode()


def violations(page: Any, rules: list[str] | None = None) -> list[dict[str, Any]]:
    """What axe-core finds on the page as it stands: {"id", "impact", "help", "nodes"} each; `rules` = only these."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    return list(page.evaluate(_RUN, rules))


def grave(page: Any, rules: list[str] | None = None) -> list[str]:
    """Those that are serious or critical, one line each, with where."""
    found = [one for one in violations(page, rules) if one["impact"] in ("serious", "critical")]
    return [f"{one['id']}: {one['help']}: {'; '.join(one['nodes'])}" for one in found]
