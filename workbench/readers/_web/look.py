"""What the attributes of an element say: whether it is shown, in strong type, or furniture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from workbench.readers._lazy import lazily
from workbench.readers._web import class_words
from workbench.readers._web.elements import CONTROLS, LANDMARKS, OUTER, REASONS, ROLES
from workbench.readers._wordings import words

_WORTH_A_LOOK = lazily(r"hid|sr-|screen|display|visib|weight|material|back|id|role|name|class|style|expanded", 2)
_NOT_SHOWN = lazily(r"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)", 2)
_BOLD = lazily(r"\bfont-weight\s*:\s*(?:bold|[6-9]00)", 2)
_NAMED = words("address article aside center details dialog div dl fieldset figure footer header hgroup li menu nav"
               " ol search section table td ul")  # fmt: skip
_LOOSE = words("form article")  # a form may wrap the whole page
_ACCORDION = lazily(r"accordion|collaps|faq|question|toggle-?title", 2)


class Look(NamedTuple):
    """What an element says about its content.

    `why` is the reason why it is furniture; `firm` where the element or its role says so, not only its words.
    `outer` is the reason that holds outside the article only.
    """

    why: str = ""
    firm: bool = False
    outer: str = ""
    sort: str = ""
    name: str = ""
    strong: bool = False


def worth(text: str, start: int, end: int) -> bool:
    """Whether attributes that stand there may say anything of this sort."""
    return _WORTH_A_LOOK.search(text, start, end) is not None


def look(name: str, said: Mapping[str, str]) -> Look:
    """What a block says about its content by its name and attributes."""
    role = said.get("role", "").strip().lower()
    kind = LANDMARKS.get(role, name)
    by_role = ROLES.get(role, REASONS.get(kind, ""))
    why = "hidden" if _hides(said, aria=True) else ""
    if not why and name in _NAMED:
        why = class_words.why(said.get("class", ""), said.get("id", "") if name != "li" else "")
    if name == "form" and why in ("", "comments", "search form"):
        why = class_words.form(f"{said.get('class', '')} {said.get('id', '')} {role}")
    if name == "article" and why not in ("comments", "related links", "hidden", "advertisement"):
        why = ""
    if name == "button" and (_ACCORDION.search(said.get("class", "")) or _ACCORDION.search(said.get("id", ""))):
        by_role = ""
    sort = "main" if name == "main" or role == "main" else name if name in ("article", "legend") else ""
    if (why or by_role) == "dialog" or (not why and name in CONTROLS):
        sort = "part"
    firm = bool(by_role or OUTER.get(kind)) and name not in _LOOSE
    return Look(why or by_role, firm, OUTER.get(kind, ""), sort, said.get("id", ""), _bold(said))


def inline(said: Mapping[str, str]) -> Look:
    """What a piece of running text says about itself: only whether it is shown, and in strong type."""
    hidden = _hides(said, aria=False) or class_words.why(said.get("class", ""), "") == "hidden"
    return Look("hidden" if hidden else "", name=said.get("id", ""), strong=_bold(said))


def leads_back(said: Mapping[str, str]) -> bool:
    """Whether an element holds the way back from a note to its mark."""
    words_said = f"{said.get('class', '')} {said.get('role', '')}".lower().replace("-", "").replace("_", "")
    return "backref" in words_said or "backlink" in words_said


def _hides(said: Mapping[str, str], aria: bool) -> bool:
    if "hidden" in said or (aria and said.get("aria-hidden", "").strip().lower() == "true"):
        return True
    style = said.get("style", "")
    return bool(style) and _NOT_SHOWN.search(style) is not None


def _bold(said: Mapping[str, str]) -> bool:
    style = said.get("style", "")
    return bool(style) and _BOLD.search(style) is not None
