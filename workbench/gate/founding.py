"""`workbench init`: a newsroom's repository, laid out so that it passes its own gate from the first commit on."""

from __future__ import annotations

import re
from pathlib import Path

from workbench.errors import Usage

_HERE = Path(__file__).resolve().parent / "newsroom"
_PLACES = {  # ours → the newsroom's
    "workbench.toml": "workbench.toml",
    "gitignore": ".gitignore",
    "first-article.md": "articles/reading-a-medicine-label.md",
    "overlay.toml": "checks/marketing/house-style.toml",
    "notebook.ipynb": "dashboards/articles.ipynb",
    "github.yml": ".github/workflows/workbench.yml",
    "gitlab.yml": ".gitlab-ci.yml",
    "pre-commit.yaml": ".pre-commit-config.yaml",
}


def found(folder: Path, country: str) -> str:
    """Write a newsroom's first files; says what was made, and what to do next.

    Args:
        folder: made where it is not there; other files in it stay as they are.
        country: the two-letter code that `[newsroom]` declares.

    Raises:
        Usage: no code of a country, or one of the files is there already; nothing was written.
    """
    if not re.fullmatch(r"[A-Z]{2}", country):
        raise Usage(f"--country: “{country}” is no code of a country; write two capitals, like US, GB or AU")
    if folder.exists() and not folder.is_dir():
        raise Usage(f"{folder}: is a file; name a folder")
    there = [place for place in _PLACES.values() if (folder / place).exists()]
    if there:
        names = ", ".join(there)
        raise Usage(f"{folder}: has {names} already; nothing was written. Choose another folder, or move them away")
    for ours, place in _PLACES.items():
        text = (_HERE / ours).read_text(encoding="utf-8").replace("{country}", country)
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(text, encoding="utf-8", newline="\n")
    made = "".join(f"  {place}\n" for place in _PLACES.values())
    return (
        f"{made}Next: put your articles into {folder / 'articles'}, name your people in workbench.toml, then run\n"
        "  workbench check articles\n"
        "  workbench serve\n"
        "Both CI files say in one line how this program is installed there; set that line before you push.\n"
    )
