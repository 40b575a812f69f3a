"""Lists of phrases that no check names: the vocabulary, `checks/vocabulary/**/*.txt`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from workbench.errors import BadContent


def read_words(path: Path, name: str) -> Mapping[str, tuple[str, ...]]:
    """Read a list of phrases: one a line, `# …` a remark, `[3]` the weight of the phrases below it.

    Returns:
        Weight as written ("" before the first) → phrases in file order.

    Raises:
        BadContent: the file is not UTF-8.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise BadContent(name, f"byte {error.start}", "is not UTF-8; save the list as UTF-8") from error
    found: dict[str, dict[str, None]] = {}
    weight = ""
    for line in map(str.strip, lines):
        if line.startswith("[") and line.endswith("]"):
            weight = line[1:-1].strip()
        elif line and not line.startswith("#"):
            found.setdefault(weight, {})[line] = None
    return {weight: tuple(phrases) for weight, phrases in found.items()}
