"""`workbench checks new TOPIC/ID`: a first version of a check for phrases, complete enough to run."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from workbench import files, loader
from workbench.check_desk import examples
from workbench.config import load
from workbench.errors import Usage
from workbench.forms import CATEGORIES, TOPICS

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_CATEGORY = {
    "citation": "vague-citation", "marketing": "marketing-hype", "regulatory": "regulatory-wrong",
    "terminology": "terminology-error", "grammar": "spelling-grammar", "readability": "readability",
    "consistency": "internal-inconsistency", "dosing": "dosing-incomplete", "statistics": "statistic-suspicious",
}  # fmt: skip


class Draft(msgspec.Struct, frozen=True):
    """What a person has to say about a new check."""

    topic: str
    id: str
    phrases: tuple[str, ...]
    why: str
    source: str
    category: str = ""


def new(draft: Draft, working_directory: Path) -> tuple[str, int]:
    """Write the check to the newsroom's `checks/`, and try it; returns what to do next, and 0.

    Raises:
        Usage: the name, topic or category is none, a check of that name exists, or there is no newsroom here.
        BadContent: the check does not hold; nothing has been written.
    """
    settings = load(working_directory)
    if settings.root is None:
        raise Usage("this folder is in no newsroom; put a file workbench.toml beside articles/, then work there")
    _hold(draft)
    place = settings.root / "checks" / draft.topic / f"{draft.id}.toml"
    known = loader.load(settings.folders)
    if place.exists() or any(check.id == draft.id for check in known.checks):
        raise Usage(f"there is a check “{draft.id}” already; give the new one another name")
    place.parent.mkdir(parents=True, exist_ok=True)
    files.replace(place, _text(draft).encode("utf-8"))
    try:
        everywhere = load(working_directory).folders
        content = loader.load(everywhere)
        check = next(check for check in content.checks if check.id == draft.id)
        wrong = list(examples.failures([check], content, everywhere, settings.newsroom.country))
    except Exception:
        place.unlink()
        raise
    told = [f"Wrote {place.relative_to(settings.root).as_posix()}; it is a note until you raise it."]
    told += [f"Not yet right: {line}" for line in wrong]
    told += [
        "Next: add sentences that it must find and ones that it must not, then run:",
        f"  workbench checks test {draft.id}",
    ]
    return "\n".join(told) + "\n", 0


def _hold(draft: Draft) -> None:
    if draft.topic not in TOPICS:
        raise Usage(f"“{draft.topic}” is no topic; the topics are {', '.join(TOPICS)}")
    if not _NAME.fullmatch(draft.id):
        raise Usage(f"“{draft.id}” is no name for a check; write small letters and hyphens, as in wonder-drop")
    if not draft.phrases or not all(map(str.strip, draft.phrases)):
        raise Usage("--phrase is missing; name at least one phrase that the check looks for")
    for option, value in (("--why", draft.why), ("--source", draft.source)):
        if not value.strip():
            raise Usage(f"{option} is empty; say it in one plain sentence")
    if draft.category and draft.category not in CATEGORIES:
        raise Usage(f"--category: “{draft.category}” is not in the closed list; it has {', '.join(CATEGORIES)}")
    if not draft.category and draft.topic not in _CATEGORY:
        raise Usage(f"--category is missing; topic {draft.topic} has several")


def _text(draft: Draft) -> str:
    said = _plain(draft.phrases[0])
    values = {
        "title": draft.id.replace("-", " ").capitalize(),
        "category": draft.category or _CATEGORY[draft.topic],
        "detector": "phrase",
        "severity": "note",
        "confidence": "medium",
        "message": "“{text}” is on the newsroom's list.",
        "why": draft.why,
        "advice": "Say it in another way, or leave it out.",
    }
    lines = [f"{name} = {_quoted(value)}" for name, value in values.items()]
    lines += [
        'held_back_by = ["quoted", "attributed", "warning-list"]',
        f"sources = [{{ title = {_quoted(draft.source)} }}]",
        "example = [",
        f"  {{ text = {_quoted(f'We say {said} here.')}, finds = [{_quoted(said)}] }},",
        f"  {{ text = {_quoted(f'They wrote “{said}” on the box.')}, finds = [], held_back = [{_quoted(said)}] }},",
        '  { text = "We say something else here.", finds = [] },',
        "]",
        "[params]",
        f"phrases = [{', '.join(map(_quoted, draft.phrases))}]",
    ]
    return "\n".join(lines) + "\n"


def _plain(phrase: str) -> str:
    """A text that the phrase matches, as far as that is plain."""
    return re.sub(r"[*~]|\s*\.\.", "", phrase).strip()


def _quoted(text: str) -> str:
    """A TOML string."""
    return msgspec.json.encode(text).decode("utf-8")
