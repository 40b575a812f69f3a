"""Two thousand old pages for tests of the back catalogue, and a handful of checks that are quick to load."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from workbench import config

SECTIONS = {"sleep": 800, "pain": 700, "mood": 400, "guides": 100}
STOP = "You can stop your tablets today, as reader {0} did."
CALL = "Do not stop your tablets today; call the desk at extension {0}."
CURE = "These drops are a miracle cure."
PROMISE = "We promise that evening number {0} will be free of worry."
SOLD = "Barkol tea is sold as approved by the board, lot {0}."
SHARED = "Velodrin reduces pain in adults, according to [the trial](https://example.org/t)."
FOOTER = "No page here replaces your own doctor, and every tea of ours is a miracle cure for a dull day."
SITE = f'''
[[site.says]]
where = "footer"
text = "{FOOTER}"
gives = ["missing-medical-advice"]
pages = "old/guides/"
'''
_PHRASE = """title = "{title}"
category = "{category}"
detector = "phrase"
severity = "{severity}"
confidence = "high"
{measured}message = "“{{text}}” should not stand here."
why = "A reader may be hurt."
advice = "Say what is known."
held_back_by = ["negated"]
sources = [{{ title = "The newsroom's own rules" }}]
example = [{{ text = "{phrase}.", finds = ["{phrase}"] }}, {{ text = "Nothing.", finds = [] }}]
[params]
phrases = ["{phrase}"]
"""
_ADVICE = """title = "No word about one's own doctor"
category = "disclaimer-missing:medical-advice"
detector = "required_statement"
severity = "note"
confidence = "medium"
message = "The page {reason} and {said} that it does not replace a doctor."
why = "A reader may act on it."
advice = "Add one sentence."
sources = [{ title = "The newsroom's own rules" }]
example = [{ text = "Our guide to tea.", finds = ["*"] }, { text = "Nothing.", finds = [] }]
[params]
statement = ["replaces your own doctor"]
when = ["our guide"]
"""
_CHECKS = {  # by place: title, category, severity, how often it was right, phrase
    "dosing/abrupt-stop": ("Told to stop at once", "dosing-out-of-range", "error", (49, 50), "stop your tablets today"),
    "marketing/miracle-cure": ("Miracle or cure", "marketing-absolute", "warning", None, "miracle cure"),
    "marketing/free-of-worry": ("Free of worry", "marketing-hype", "error", (38, 40), "free of worry"),
    "regulatory/approval-that-does-not-exist": (
        "Approved by nobody", "regulatory-wrong", "error", (9, 10), "approved by the board",
    ),
}  # fmt: skip


@cache
def pack() -> Path:
    """A folder with `checks/`: five small ones, and the words by which claims are known."""
    root = Path(mkdtemp(prefix="workbench-"))
    shutil.copytree(config.content_root() / "checks/vocabulary", root / "checks/vocabulary")
    for place, (title, category, severity, counts, phrase) in _CHECKS.items():
        right = (
            f'measured = {{ right = {counts[0]}, of = {counts[1]}, on = "2026-11-01", where = "w" }}\n'
            if counts
            else ""
        )
        text = _PHRASE.format(title=title, category=category, severity=severity, measured=right, phrase=phrase)
        _write(root / f"checks/{place}.toml", text)
    _write(root / "checks/disclaimers/missing-medical-advice.toml", _ADVICE)
    return root


def inherited(root: Path) -> list[str]:
    """Write the old pages below `articles/old`; returns their names."""
    names = []
    for section, number in SECTIONS.items():
        for index in range(number):
            name = f"old/{section}/p{index:03}"
            says = "\n\n".join(_says(section, index))
            head = f"---\ntitle: {section.title()} {index}\ncanonical: https://news.example/{section}/{index}\n"
            _write(root / f"articles/{name}.md", f"{head}published: 2019-04-01\n---\n\n# {section.title()}\n\n{says}\n")
            names.append(name)
    return names


def _says(section: str, index: int) -> Iterator[str]:
    yield f"Keep the window of room {index} open in {section} week {index % 7 + 2}."
    if section == "guides":
        yield f"This is our guide to evening {index}."
        yield FOOTER
    if section == "mood" and index < 30:
        yield f"Read our guide to mornings, part {index}."
    if section == "pain" and index % 60 == 3:
        yield STOP.format(index)
    if section == "pain" and index % 5 == 1:
        yield CALL.format(index)
    if section == "sleep" and index % 20 == 0:
        yield CURE
    if section == "mood" and index % 2 == 0:
        yield PROMISE.format(index)
    if section == "sleep" and index % 200 == 7:
        yield SOLD.format(index)
    if section == "pain" and index in (10, 20):
        yield SHARED


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
