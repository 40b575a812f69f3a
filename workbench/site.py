"""`[site]`: what a site's footer, author page or affiliate note always says, declared once for all its pages.

    [[site.says]]
    where = "footer"                       # or "author page", "affiliate note"
    text = "The information on this site is no substitute for the advice of your own doctor."
    gives = ["missing-medical-advice"]     # the checks whose statement it is
    pages = "guides/"                      # only pages whose names begin like this; leave it out for all

A page of the site then has the statement, though its own file does not. A footer or an author page stands far from the
text: it gives no statement that has to stand near what calls for it. Findings inside a declared text count once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from workbench.errors import BadContent
from workbench.model import Check
from workbench.model.knowledge import Said

WHERE = ("footer", "author page", "affiliate note")
FAR = WHERE[:2]  # from the text
_KEYS = ("where", "text", "gives", "pages")
_DETECTORS = ("required_statement", "crisis_line", "urgent_help")  # of checks whose statement may stand in a template
_SHORTEST, _LONGEST = 20, 2000  # characters of a text


def read_site(table: Mapping[str, Any], where: str) -> tuple[Said, ...]:
    """`[site]` of the file `where`.

    Raises:
        BadContent: names file, key and remedy.
    """
    for key in table:
        if key != "says":
            raise BadContent(where, f"site.{key}", "is not known; known keys: says")
    entries = table.get("says", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadContent(where, "site.says", "is no list of tables; begin each with a line [[site.says]]")
    found = tuple(_said(entry, where, f"site.says {number}") for number, entry in enumerate(entries, start=1))
    for number, one in enumerate(found, start=1):
        if one in found[: number - 1]:
            raise BadContent(where, f"site.says {number}", "says the same as one before it; leave one of them out")
    return found


def hold(said: Iterable[Said], checks: Iterable[Check]) -> None:
    """See that what is declared can be given.

    Raises:
        BadContent: there is no such check, or its statement cannot stand where it is declared.
    """
    known = {check.id: check for check in checks}
    for one in said:
        for id_ in one.gives:
            problem = _cannot(one, id_, known.get(id_))
            if problem:
                raise BadContent("[site]", "gives", problem)


def _cannot(one: Said, id_: str, check: Check | None) -> str:
    if check is None:
        return f"there is no check “{id_}”; see them with: workbench checks list"
    if check.detector not in _DETECTORS:
        return f"“{id_}” asks for more than a sentence that stands on every page; each page has to give that itself"
    if one.where in FAR and check.params.get("near"):
        return f"“{id_}” asks for a statement near the text, and the {one.where} is far from it; put it there"
    return ""


def _said(entry: Mapping[str, Any], where: str, place: str) -> Said:
    for key in entry:
        if key not in _KEYS:
            raise BadContent(where, f"{place}.{key}", f"is not known; known keys: {', '.join(_KEYS)}")
    stands, text = entry.get("where"), entry.get("text", "")
    if stands not in WHERE:
        raise BadContent(where, f"{place}.where", f"is {stands!r}; write one of: {', '.join(WHERE)}")
    if not isinstance(text, str) or not _SHORTEST <= len(text.strip()) <= _LONGEST:
        problem = f"is no sentence; copy exactly what the {stands} says, {_SHORTEST} to {_LONGEST} characters"
        raise BadContent(where, f"{place}.text", problem)
    gives, pages = entry.get("gives", []), entry.get("pages", "")
    if not isinstance(gives, list) or not all(isinstance(id_, str) for id_ in gives):
        raise BadContent(where, f"{place}.gives", 'is no list of checks; write gives = ["missing-medical-advice"]')
    if not isinstance(pages, str) or pages.startswith("/"):
        raise BadContent(where, f"{place}.pages", 'is no beginning of a page\'s name; write it like pages = "guides/"')
    return Said(stands, " ".join(text.split()), tuple(gives), pages)
