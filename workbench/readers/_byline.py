"""What a page says visibly about itself: who wrote it, who reviewed it, and when."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from workbench.model import Metadata
from workbench.readers._authors import authors
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
_WORK = (
    r"(?i:(?:(?:senior|staff|chief|health|medical|science|news|features?) ){1,3}"
    r"(?:reporter|writer|correspondent|editor))"
)
_REVIEWED = (
    r"(?i:(?P<how>medically |clinically |scientifically |expert |peer )?reviewed (?:for accuracy )?by"
    r"|(?:medically |clinically )(?:checked|verified|approved) by"
    r"|(?:medical|clinical|expert) review(?:er|ed by)?(?: by)?|reviewer)"
)
_ISSUES = r"(?:issue|no\.|vol(?:\.|ume)?|edition) ?#?"
_COUNTED = ("issue", "no.", "vol", "edition")
_TIME = r"(?:(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?,? (?:on )?)?"
_PATTERNS = {
    "author": r"(?:(?i:(?:medically )?written by|authored by|article by|words by|story by|posted by|reporting by"
    r"|interview(?: by)?|author)"
    rf"{_GAP}|(?:By|BY|by):? |{_WORK}:? ){_NAME}{_DEGREES}",
    "reviewer": rf"{_REVIEWED}{_GAP}{_NAME}{_DEGREES}",
    "dated": r"(?i)(?P<what>(?:last |first |originally |medically |clinically )?"
    r"(?:updated?|reviewed|published?|posted|modified|revised|date))"
    rf"(?: on| by [^|•·]{{3,80}}?(?: on|,))?{_GAP}{_TIME}(?P<date>{_DATE})",
    "after name": rf"(?i)(?:, {_WORK})?(?:,? on| [–—|•·-]|,)? {{0,2}}(?P<date>{_DATE})",
    "after date": rf"(?:,? | [–—|•·-] )(?i:by) {_NAME}{_DEGREES}",
    "issue": rf"(?i){_ISSUES}\d{{1,5}}(?:,? (?:no\.|issue) ?\d{{1,4}})? ?[|•·—–,-] ?"
    rf"(?P<date>{_DATE})",
    "with": rf"(?:,? and | & ){_NAME}{_DEGREES}",
    "name": rf"{_NAME}{_DEGREES}",
    "about": rf"{_NAME}{_DEGREES},? (?:is|was|has|writes|works)\b",
}
_DATED = ("review", "updat", "publish", "post", "modif", "revis", "date")
_HINTS = (*_DATED, "by ", "author", "interview", "reporter", "writer", "correspond", "editor")
_BARE_DATE = rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?{_DATE}"
_ONLY_DATE = lazily(_BARE_DATE, re.IGNORECASE)
_LABELS = (
    r"(?P<what>(?:written )?by|author|about the authors?|(?:medically |clinically )?reviewed by|medical reviewer"
    r"|published(?: on)?|(?:last )?updated(?: on)?|last reviewed(?: on)?):?"
)
_LABELS_ALONE = words("by author published updated")  # the one-word labels
_LABEL = lazily(_LABELS, re.IGNORECASE)
_STARTS = (
    r"(?:by|written|authored|author|posted|published|updated|last|medically|clinically|reviewed|first|originally|medical"
    r"|expert|date|article by|reviewer|reporting by|interview|(?:page|content|article) last"
    r"|(?:senior|staff|health|science|news) (?:reporter|writer|correspondent|editor))\b"
)
_START = lazily(_STARTS, re.IGNORECASE)
# What stands in any line of a by-line: for one search by RE2 over many lines, in which a bar or dot is a `?`.
OPENING = (
    rf"(?:^ ?| [-|?] )(?:{_STARTS}|{_ISSUES}\d|(?:{_LABELS}|{_BARE_DATE}) ?(?:$| [-|?] ))"
    rf"|{_REVIEWED}[:?\s-]{{0,4}}(?-i:[A-Z?])"
)
_BARS = lazily(r"\s[|•·—–]\s+")
_SMALL = words("on for min minute minutes read and reviewed updated by medically published at last of editing")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first needed: most pages have one by-line or none."""
    return re.compile(_PATTERNS[name])


def is_byline(seen: str) -> bool:
    """Whether a line says who wrote or reviewed the page or when, and nothing else."""
    if len(seen) > _LONGEST:
        return False
    if seen.isalpha():
        return seen.lower() in _LABELS_ALONE
    if _ONLY_DATE.fullmatch(seen) or _LABEL.fullmatch(seen) or _issue(seen):
        return True
    if not _START.match(seen):
        return False
    author = _pattern("author").match(seen)
    if author:
        return _credible(seen, author)
    reviewer = _pattern("reviewer").match(seen)
    return bool((reviewer and _full_name(reviewer)) or _pattern("dated").match(seen))


def is_labelled(label: str, text: str) -> bool:
    """Whether a line is the name or date for the label on the line above it ("Written by" / "Ann Sample")."""
    if len(label) > 30 or len(text) > 80 or not _LABEL.fullmatch(label):
        return False
    name = _pattern("name").fullmatch(text)
    return bool(_ONLY_DATE.fullmatch(text) or (name and _full_name(name)))


def _issue(text: str) -> str:
    """The date of a line that counts the issues of a newsletter ("Issue 7 | 3 May 2024")."""
    if text[:1] not in "IiNnVvEe" or not text.lower().startswith(_COUNTED):
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
    if text.isalpha() and text.lower() not in _LABELS_ALONE:
        return
    following = lines[index + 1][1] if index + 1 < len(lines) else ""
    for part in _parts(text):
        valued = index > 0 and is_labelled(lines[index - 1][1], part)
        _read_line(part, following, seen, top=top and not valued)


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
    date = text if _ONLY_DATE.fullmatch(text) else _issue(text)
    if top and date:
        seen.setdefault("published", date)
        return
    low = text.lower()
    if not any(hint in low for hint in _HINTS):
        return
    if _START.match(text):
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
    may_date = any(hint in low for hint in _DATED) and _START.match(text)
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
