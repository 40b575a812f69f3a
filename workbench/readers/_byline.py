"""What a page says visibly about itself: who wrote it, who reviewed it, and when."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from workbench.model import Metadata
from workbench.readers._authors import authors
from workbench.readers._byline_forms import COUNTED, DATED, HINTS, LABEL, LABELS_ALONE, ONLY_DATE, PATTERNS, START
from workbench.readers._lazy import lazily
from workbench.readers._wordings import words

_LONGEST = 220  # characters of a by-line
_BARS = lazily(r"\s[|•·—–]\s+")
_SMALL = words("on for min minute minutes read and reviewed updated by medically published at last of editing")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first needed: most pages have one by-line or none."""
    return re.compile(PATTERNS[name])


def is_byline(seen: str) -> bool:
    """Whether a line says who wrote or reviewed the page or when, and nothing else."""
    if len(seen) > _LONGEST:
        return False
    if seen.isalpha():
        return seen.lower() in LABELS_ALONE
    if ONLY_DATE.fullmatch(seen) or LABEL.fullmatch(seen) or _issue(seen):
        return True
    if not START.match(seen):
        return False
    author = _pattern("author").match(seen)
    if author:
        return _credible(seen, author)
    reviewer = _pattern("reviewer").match(seen)
    return bool((reviewer and _full_name(reviewer)) or _pattern("dated").match(seen))


def is_labelled(label: str, text: str) -> bool:
    """Whether a line is the name or date for the label on the line above it ("Written by" / "Ann Sample")."""
    if len(label) > 30 or len(text) > 80 or not LABEL.fullmatch(label):
        return False
    name = _pattern("name").fullmatch(text)
    return bool(ONLY_DATE.fullmatch(text) or (name and _full_name(name)))


def _issue(text: str) -> str:
    """The date of a line that counts the issues of a newsletter ("Issue 7 | 3 May 2024")."""
    if text[:1] not in "IiNnVvEe" or not text.lower().startswith(COUNTED):
        return ""
    found = _pattern("issue").fullmatch(text)
    return found.group("date") if found else ""


def _credible(seen: str, found: re.Match[str]) -> bool:
    """A bare "By" must name at least two words and leave nothing but a date or a masthead behind."""
    rest = seen[found.end() :]
    return _full_name(found) and len(rest) <= 80 and _plain_rest(rest)


def _full_name(found: re.Match[str]) -> bool:
    return " " in found.group("name").strip() or bool(found.group("degrees"))


def _plain_rest(rest: str) -> bool:
    """Nothing like a sentence: no lower-case word but those of a date or a reading time."""
    return all(not word[:1].islower() or word.strip(",.|·•").lower() in _SMALL for word in rest.split())


def metadata(
    lines: Sequence[tuple[str, str]],
    said: Mapping[str, str],
    hidden: Mapping[str, str] = MappingProxyType({}),
    may: Collection[int] | None = None,
) -> Metadata:
    """The page's metadata: front matter (`said`) first, then its visible lines, then what it says unseen (`hidden`).

    Args:
        lines: kind and seen text of the blocks of the main text, in reading order.
        said: the values of the front matter.
        hidden: what the file says beside its text.
        may: the places of the only lines that may be by-lines, where that is known.
    """
    seen: dict[str, str] = {}
    title = next((index for index, (kind, _) in enumerate(lines) if kind == "title"), -1)
    places = set(range(len(lines)) if may is None else may)
    prose = next((index for index, (_, text) in enumerate(lines) if len(text) > _LONGEST), len(lines)) if places else 0
    for index in sorted({*places, title + 1} if 0 < title + 1 < len(lines) else places):
        kind, text = lines[index]
        if kind == "paragraph" and index == title + 1 > 0 and (names := authors(text)):
            seen.setdefault("author", ", ".join(names))
        if index in places and kind not in ("code", "cell") and len(text) <= _LONGEST:
            _read_parts(lines, index, seen, index < prose)
    if title >= 0:
        seen["title"] = lines[title][1]
    found: dict[str, str] = {}
    for source in (hidden, seen, said):
        if source.get("author"):
            found.pop("credentials", None)  # they belong to another person
        found.update({key: value for key, value in source.items() if value})
    return Metadata(**found)


def _read_parts(lines: Sequence[tuple[str, str]], index: int, seen: dict[str, str], top: bool) -> None:
    text = lines[index][1]
    if text.isalpha() and text.lower() not in LABELS_ALONE:
        return
    following = lines[index + 1][1] if index + 1 < len(lines) else ""
    for part in _parts(text):
        valued = index > 0 and is_labelled(lines[index - 1][1], part)
        _read_line(part, following, seen, top=top and not valued)


def _parts(text: str) -> list[str]:
    """The parts of a by-line that bars and dashes divide; a date stays with the part before it."""
    parts: list[str] = []
    for part in _BARS.split(text):
        if parts and ONLY_DATE.fullmatch(part):
            parts[-1] += f" — {part}"
        else:
            parts.append(part)
    return parts


def _read_line(text: str, following: str, seen: dict[str, str], top: bool) -> None:
    label = LABEL.fullmatch(text)
    if label:
        _labelled(label.group("what").lower(), following, seen)
        return
    date = text if ONLY_DATE.fullmatch(text) else _issue(text)
    if top and date:
        seen.setdefault("published", date)
        return
    low = text.lower()
    if not any(hint in low for hint in HINTS):
        return
    if START.match(text):
        author = _pattern("author").match(text)
        dated = _pattern("after name").match(text, author.end()) if author else None
        if author and (_credible(text, author) or (dated and not text[dated.end() :].strip(" ,.") and top)):
            _person("author", author, seen, _colleagues(text, author.end()))
            _published_after(text, author, seen)
    reviewer = _pattern("reviewer").search(text) if "review" in low or "ed by" in low else None
    if (
        reviewer
        and _full_name(reviewer)
        and (reviewer.start() == 0 or reviewer.group("how") or reviewer.group("degrees"))
    ):
        _person("reviewer", reviewer, seen)
        dated = _pattern("after name").match(text, reviewer.end())
        if dated:
            seen.setdefault("reviewed", dated.group("date"))
    may_date = any(hint in low for hint in DATED) and START.match(text)
    for dated in _pattern("dated").finditer(text) if may_date else ():
        seen.setdefault(_which(dated.group("what").lower()), dated.group("date"))
        author = _pattern("after date").match(text, dated.end())
        if author and _full_name(author):
            _person("author", author, seen)


def _published_after(text: str, author: re.Match[str], seen: dict[str, str]) -> None:
    dated = _pattern("after name").match(text, author.end())
    if dated:
        seen.setdefault("published", dated.group("date"))


def _colleagues(text: str, end: int) -> str:
    """The further names of a by-line ("By Ann Roe and Bo Doe"), as written."""
    start = end
    while found := _pattern("with").match(text, end):
        if not _full_name(found):
            break
        end = found.end()
    return text[start:end]


def _person(key: str, found: re.Match[str], seen: dict[str, str], colleagues: str = "") -> None:
    name = found.group("name").strip().rstrip(".,") + colleagues.rstrip(".,")
    degrees = (found.group("degrees") or "").strip(" ,")
    if key == "author" and "author" not in seen:
        seen["author"], seen["credentials"] = name, degrees
    elif key == "reviewer":
        seen.setdefault("reviewer", f"{name}, {degrees}" if degrees else name)


def _labelled(what: str, following: str, seen: dict[str, str]) -> None:
    """A label on its own line ("Written by") and the value on the next."""
    if ONLY_DATE.fullmatch(following):
        seen.setdefault(_which(what), following)
        return
    person = _pattern("name").fullmatch(following) if len(following) <= 80 else None
    if what.startswith("about"):
        person = person or _pattern("about").match(following)
    if person and " " in person.group("name"):
        _person("reviewer" if "review" in what else "author", person, seen)


def _which(what: str) -> str:
    if "review" in what:
        return "reviewed"
    return "updated" if any(word in what for word in ("updat", "modif", "revis")) else "published"
