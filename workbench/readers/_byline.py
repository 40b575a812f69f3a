"""What a page says visibly about itself: who wrote it, who reviewed it, and when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from workbench.model import Metadata
from workbench.readers._lazy import lazily
from workbench.readers._wordings import words

_LONGEST = 220  # characters of a by-line
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
FULL_DATE = rf"(?:{_MONTH} {{0,2}}{_DAY},? {{0,2}}\d{{4}}|{_DAY} {{0,2}}(?:of )?{_MONTH},? {{0,2}}\d{{4}})"
_DATE = (
    rf"(?:{FULL_DATE}|{_MONTH},? {{0,2}}\d{{4}}"
    rf"|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|{_MONTH} {_DAY}|{_DAY} {_MONTH})"
)
_NOT_A_NAME = (
    r"(?!(?:Medically|Clinically|Reviewed|Updated|Published|Written|Edited|Last|On|Posted|Date|Fact|Share|Min|And"
    r"|Our)\b)"
)
_WORD = rf"{_NOT_A_NAME}(?:[A-ZÀ-ÖØ-Þ][\w’'.\-]*)"
_PARTICLE = r"(?:de|del|der|den|van|von|la|le|da|di|dos|bin|ibn|al|el|ten|ter|y)"
_NAME = rf"(?P<name>{_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{0,4}})"
_DEGREE = r"[A-Z][A-Za-z.]*[A-Z][A-Za-z.\-]*"  # two capitals, as degrees have
_DEGREES = rf"(?P<degrees>(?:,? \(?{_DEGREE}\)?)+)?"
_GAP = r"[:\s–-]{0,3} ?"
_PATTERNS = {
    "author": r"(?:(?i:(?:medically )?written by|authored by|article by|words by|story by|posted by|author)"
    rf"{_GAP}|(?:By|BY|by):? ){_NAME}{_DEGREES}",
    "reviewer": r"(?i:(?P<how>medically |clinically |scientifically |expert |peer )?reviewed (?:for accuracy )?by"
    r"|(?:medically |clinically )(?:checked|verified|approved) by"
    r"|(?:medical|clinical|expert) review(?:er|ed by)?(?: by)?|reviewer)"
    rf"{_GAP}{_NAME}{_DEGREES}",
    "dated": r"(?i)(?P<what>(?:last |first |originally |medically |clinically )?"
    r"(?:updated?|reviewed|published?|posted|modified|revised|date))"
    rf"(?: on| by [^|•·]{{3,80}}? on)?{_GAP}(?P<date>{_DATE})",
    "after name": rf"(?i)(?:,? on| [–—|•·-]|,)? {{0,2}}(?P<date>{_DATE})",
    "name": rf"{_NAME}{_DEGREES}",
    "about": rf"{_NAME}{_DEGREES},? (?:is|was|has|writes|works)\b",
}
_HINT = lazily(r"review|by |author|updat|publish|post|modif|revis|date", re.IGNORECASE)
_ONLY_DATE = lazily(rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?{_DATE}", re.IGNORECASE)
_LABEL = lazily(
    r"(?P<what>(?:written )?by|author|about the authors?|(?:medically |clinically )?reviewed by|medical reviewer"
    r"|published(?: on)?|(?:last )?updated(?: on)?|last reviewed(?: on)?):?",
    re.IGNORECASE,
)
_START = lazily(
    r"(?:by|written|authored|author|posted|published|updated|last|medically|clinically|reviewed|first|originally|medical"
    r"|expert|date|article by)\b",
    re.IGNORECASE,
)
_BARS = lazily(r"\s[|•·—–]\s+")
_SMALL = words("on for min minute minutes read and reviewed updated by medically published at last of")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first needed: most pages have one by-line or none."""
    return re.compile(_PATTERNS[name])


def is_byline(seen: str) -> bool:
    """Whether a line says who wrote or reviewed the page or when, and nothing else."""
    if len(seen) > _LONGEST:
        return False
    if _ONLY_DATE.fullmatch(seen) or _LABEL.fullmatch(seen):
        return True
    if not _START.match(seen):
        return False
    author = _pattern("author").match(seen)
    if author:
        return _credible(seen, author)
    reviewer = _pattern("reviewer").match(seen)
    return bool((reviewer and _full_name(reviewer)) or _pattern("dated").match(seen))


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
    lines: Sequence[tuple[str, str]], said: Mapping[str, str], hidden: Mapping[str, str] = MappingProxyType({})
) -> Metadata:
    """The page's metadata: front matter (`said`) first, then its visible lines, then what it says unseen (`hidden`).

    Args:
        lines: kind and seen text of the blocks of the main text, in reading order.
        said: the values of the front matter.
        hidden: what the file says beside its text.
    """
    seen: dict[str, str] = {}
    prose = False
    for index, (kind, text) in enumerate(lines):
        if kind in ("code", "cell") or len(text) > _LONGEST:
            prose = prose or len(text) > _LONGEST
            continue
        following = lines[index + 1][1] if index + 1 < len(lines) else ""
        for part in _parts(text):
            _read_line(part, following, seen, top=not prose)
    titles = [text for kind, text in lines if kind == "title"]
    if titles:
        seen["title"] = titles[0]
    found: dict[str, str] = {}
    for source in (hidden, seen, said):
        if source.get("author"):
            found.pop("credentials", None)  # they belong to another person
        found.update({key: value for key, value in source.items() if value})
    return Metadata(**found)


def _parts(text: str) -> list[str]:
    """The parts of a by-line that bars and dashes divide; a date stays with the part before it."""
    parts: list[str] = []
    for part in _BARS.split(text):
        if parts and _ONLY_DATE.fullmatch(part):
            parts[-1] += f" — {part}"
        else:
            parts.append(part)
    return parts


def _read_line(text: str, following: str, seen: dict[str, str], top: bool) -> None:
    label = _LABEL.fullmatch(text)
    if label:
        _labelled(label.group("what").lower(), following, seen)
        return
    if top and _ONLY_DATE.fullmatch(text):
        seen.setdefault("published", text)
        return
    if not _HINT.search(text):
        return
    if _START.match(text):
        author = _pattern("author").match(text)
        if author and _credible(text, author):
            _person("author", author, seen)
            _published_after(text, author, seen)
    reviewer = _pattern("reviewer").search(text)
    if (
        reviewer
        and _full_name(reviewer)
        and (reviewer.start() == 0 or reviewer.group("how") or reviewer.group("degrees"))
    ):
        _person("reviewer", reviewer, seen)
        dated = _pattern("after name").match(text, reviewer.end())
        if dated:
            seen.setdefault("reviewed", dated.group("date"))
    for dated in _pattern("dated").finditer(text) if _START.match(text) else ():
        seen.setdefault(_which(dated.group("what").lower()), dated.group("date"))


def _published_after(text: str, author: re.Match[str], seen: dict[str, str]) -> None:
    dated = _pattern("after name").match(text, author.end())
    if dated:
        seen.setdefault("published", dated.group("date"))


def _person(key: str, found: re.Match[str], seen: dict[str, str]) -> None:
    name = found.group("name").strip().rstrip(".,")
    degrees = (found.group("degrees") or "").strip(" ,")
    if key == "author" and "author" not in seen:
        seen["author"], seen["credentials"] = name, degrees
    elif key == "reviewer":
        seen.setdefault("reviewer", f"{name}, {degrees}" if degrees else name)


def _labelled(what: str, following: str, seen: dict[str, str]) -> None:
    """A label on its own line ("Written by") and the value on the next."""
    if _ONLY_DATE.fullmatch(following):
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
