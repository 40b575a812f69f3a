"""The ASCII shadow of a text, character for character: what every pattern runs on."""

from __future__ import annotations

import re
import unicodedata

_BULLET_POINT = "(?<=[0-9])[•∙⋅](?=[0-9])"  # a decimal point of some journals, where their text was copied badly
# Characters whose place in the alphabet or on the keyboard Unicode's tables do not tell.
_SAME_LENGTH = {
    **dict.fromkeys("“”„‟«»‹›〝〞″", '"'),
    **dict.fromkeys("‘’‚‛ʼʹˈ′´", "'"),
    **dict.fromkeys("−\u00ad⁃", "-"),
    **dict.fromkeys("\u200b\u2060\ufeff", " "),
    **dict.fromkeys("µμ", "u"),
    **dict.fromkeys("…·", "."),  # a raised point is a decimal point in some journals
    **dict.fromkeys("×✕✖", "*"),
    **dict.fromkeys("⁄∕÷", "/"),
    **dict.fromkeys("≤⩽", "<"),
    **dict.fromkeys("≥⩾", ">"),
    **dict(zip("øØłŁđĐħıß", "oOlLdDhis", strict=True)),
}


class _Shadows(dict[int, str]):
    """Code point → its ASCII stand-in; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        found = self[code] = _SAME_LENGTH.get(char) or _stand_in(char)
        return found


def _stand_in(char: str) -> str:
    kind = unicodedata.category(char)
    if kind in ("Cc", "Zs", "Zl", "Zp"):
        return " "
    if char.isascii():
        return char
    if kind == "Pd":
        return "-"
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    base, *rest = list(unicodedata.normalize("NFKD", char))
    if base.isascii() and base != " " and all(unicodedata.combining(mark) for mark in rest):
        return base
    variation_selector = "\ufe00" <= char <= "\ufe0f" or char > "\U000e0000"
    return "x" if kind[0] == "L" or (kind in ("Mn", "Mc") and not variation_selector) else "~"


_shadows = _Shadows()


def shadow(text: str) -> bytes:
    """The text in ASCII bytes, character for character, for matching.

    Quotes, dashes and spaces are straight; µ is u; an accented letter is its base letter and any other letter x; a
    digit of any script or a raised one is its digit; × is `*`; what is left is `~`, which is no part of a word.
    """
    if "•" in text or "∙" in text or "⋅" in text:
        text = re.sub(_BULLET_POINT, ".", text)
    return text.translate(_shadows).encode("ascii")
