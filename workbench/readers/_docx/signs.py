"""Signs that Word writes with a picture font or an element of their own, as the characters they show."""

from __future__ import annotations

from workbench.readers._docx.xml import W

_FONTS: dict[str, dict[int, str]] = {
    "symbol": {
        0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
        0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0x44: "Δ",
        0x57: "Ω", 0x61: "α", 0x62: "β", 0x63: "χ", 0x64: "δ", 0x65: "ε", 0x67: "γ", 0x6B: "κ", 0x6C: "λ", 0x6D: "μ",
        0x70: "π", 0x73: "σ", 0x77: "ω",
    },
    "wingdings": {
        0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢",
        0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
}  # fmt: skip
SIGNS = {
    f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "\xad",
}  # fmt: skip


def sign(font: str, code: str) -> str:
    """The character that a `w:sym` shows; "" for one of a font that is not known here.

    Args:
        font: its name.
        code: the character in hexadecimal, as written.
    """
    try:
        place = int(code[:8], 16)
    except ValueError:
        return ""
    known = _FONTS.get(font.lower())
    if known is not None:
        return known.get(place & 0xFF, "")
    outside = place < 0x20 or 0xD800 <= place <= 0xF8FF or place > 0x10FFFF or 0x7F <= place < 0xA0
    return "" if outside else chr(place)
