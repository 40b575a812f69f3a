"""How by-lines are worded: names, degrees, dates, and the words around them."""

from __future__ import annotations

import re

from workbench.readers._lazy import lazily
from workbench.readers._wordings import words

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
COUNTED = ("issue", "no.", "vol", "edition")
_TIME = r"(?:(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?,? (?:on )?)?"
PATTERNS = {
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
DATED = ("review", "updat", "publish", "post", "modif", "revis", "date")
HINTS = (*DATED, "by ", "author", "interview", "reporter", "writer", "correspond", "editor")
_BARE_DATE = rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?{_DATE}"
ONLY_DATE = lazily(_BARE_DATE, re.IGNORECASE)
_LABELS = (
    r"(?P<what>(?:written )?by|author|about the authors?|(?:medically |clinically )?reviewed by|medical reviewer"
    r"|published(?: on)?|(?:last )?updated(?: on)?|last reviewed(?: on)?):?"
)
LABELS_ALONE = words("by author published updated")  # the one-word labels
LABEL = lazily(_LABELS, re.IGNORECASE)
_STARTS = (
    r"(?:by|written|authored|author|posted|published|updated|last|medically|clinically|reviewed|first|originally|medical"
    r"|expert|date|article by|reviewer|reporting by|interview|(?:page|content|article) last"
    r"|(?:senior|staff|health|science|news) (?:reporter|writer|correspondent|editor))\b"
)
START = lazily(_STARTS, re.IGNORECASE)
# What stands in any line of a by-line: for one search by RE2 over many lines, in which a bar or dot is a `?`.
OPENING = (
    rf"(?:^ ?| [-|?] )(?:{_STARTS}|{_ISSUES}\d|(?:{_LABELS}|{_BARE_DATE}) ?(?:$| [-|?] ))"
    rf"|{_REVIEWED}[:?\s-]{{0,4}}(?-i:[A-Z?])"
)
