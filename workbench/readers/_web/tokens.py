"""Where the marks of a web page begin and end, as browsers tell (WHATWG, "Tokenization").

Nothing here knows what a tag means. Every pattern leaves one way only to match a text, so none can go back and forth.
"""

from __future__ import annotations

import re

from workbench.readers._lazy import lazily

S = r"\t\n\f\r "
# The usual tag: every "=" follows its name directly and has a value. Others are read by `_tag_end`, piece by piece.
# What a piece has taken it keeps (`*+`): a name of 60,000 letters without an end would be tried in as many ways.
TAG = lazily(
    rf"<(/?)([A-Za-z][^{S}/>]*+)"
    rf"([^>\"'=]*+(?:(?<![{S}/\"'])=(?:\"[^\"]*+\"|'[^']*+'|[^{S}>\"'][^{S}>]*+(?=[{S}>]))[^>\"'=]*+)*+)>"
)
_ODD_TAG = lazily(rf"<(/?)([A-Za-z][^{S}/>]*)")
_GAP = lazily(rf"[{S}/]*")
_ATTRIBUTE_NAME = lazily(rf"[^{S}/>][^{S}/>=]*")
_EQUALS = lazily(rf"[{S}]*=[{S}]*")
_UNQUOTED = lazily(rf"[^{S}>]*")
_LONE = lazily(r"(?:<(?![A-Za-z/!?]))+")
_COMMENT_END = lazily(r"--!?>")
_SCRIPT_MARK = lazily(rf"<!(?=--)|-->|<(/?)script(?=[{S}/>])", re.IGNORECASE)
_RAW_ENDS = {
    name: lazily(rf"</{name}(?=[{S}/>])", re.IGNORECASE)
    for name in ("title", "textarea", "style", "xmp", "iframe", "noembed", "noframes")
}


def odd_tag(text: str, at: int, end: int) -> tuple[str, str, int] | None:
    """A tag that `TAG` does not match: "/" or "", its name, and where it ends; None if it never ends."""
    opening = _ODD_TAG.match(text, at, end)
    if opening is None:
        return None
    after = _tag_end(text, opening.end(), end)
    return (opening[1], opening[2], after) if after >= 0 else None


def _tag_end(text: str, at: int, end: int) -> int:
    while True:
        at = _after(_GAP, text, at, end)
        if at >= end:
            return -1
        if text[at] == ">":
            return at + 1
        at = _after(_ATTRIBUTE_NAME, text, at, end)
        equals = _EQUALS.match(text, at, end)
        if equals is None:
            continue
        at = equals.end()
        quote = text[at : min(at + 1, end)]
        if quote and quote in "\"'":
            at = text.find(quote, at + 1, end) + 1
            if at == 0:
                return -1
        else:
            at = _after(_UNQUOTED, text, at, end)


def _after(pattern: re.Pattern[str], text: str, at: int, end: int) -> int:
    found = pattern.match(text, at, end)
    return found.end() if found else at


def is_tag(text: str, at: int, end: int) -> bool:
    """Whether the "<" at `at` begins a tag, finished or not."""
    return _ODD_TAG.match(text, at, end) is not None


def lone_end(text: str, at: int, end: int) -> int:
    """Where the run of "<" that are text ends; `at` if the first of them is a mark."""
    if text.startswith("</", at) and at + 2 >= end:
        return end
    return _after(_LONE, text, at, end)


def remark_end(text: str, at: int, end: int) -> int:
    """Where the comment or declaration that begins with the "<" at `at` ends: "<!-- -->", "<!x>", "<?x>", "</ x>"."""
    if text.startswith("<!--", at):
        if text.startswith((">", "->"), at + 4):
            return text.index(">", at) + 1
        closing = _COMMENT_END.search(text, at + 4, end)
        return closing.end() if closing else end
    return text.find(">", at, end) + 1 or end


def raw_end(text: str, at: int, end: int, name: str) -> int:
    """Where the content of an element without tags inside ends: at its end tag, or at the end of the text."""
    if name == "script":
        return _script_end(text, at, end)
    closing = _RAW_ENDS[name].search(text, at, end)
    return closing.start() if closing else end


def _script_end(text: str, at: int, end: int) -> int:
    """A script may hold "<!-- <script> … </script> -->"; the end tag inside does not end it."""
    inside = 0  # 1 = after "<!--", 2 = after "<script" in it
    for mark in _SCRIPT_MARK.finditer(text, at, end):
        if mark.group().startswith("<!"):
            inside = inside or 1
        elif mark.group() == "-->":
            inside = 0
        elif mark[1]:
            if inside < 2:
                return mark.start()
            inside = 1
        elif inside == 1:
            inside = 2
    return end
