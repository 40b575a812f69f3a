"""Syllables of an English word: a table of the words that the rules get wrong, and the rules.

The table is made from the CMU Pronouncing Dictionary by `tests/make_syllables.py`, so that every word of that
dictionary has the number of syllables of its first pronunciation there. Words that it does not know, such as most
drug names, are left to the rules.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("syllables.txt")
COMMENT = ";;;"
_MOST_LETTERS = 40  # longer runs of letters are no words
# Patterns as strings: re compiles them on first use, and most runs never get here.
_GROUPS = "[aeiouy]+"
# Two vowels that stand together and are spoken apart …
_APART = (
    "i(?:a(?!g[ei]|ng)|o(?!u)|um|us)|[^cgstx]iou|e(?:o(?!u)|um)|[aiouy]ing|u(?:a(?!r[dt]|nt)|ity|er$)|y[aeo]|"
    "ii|uou|iet|[^aeiou]ie(?:st|rs?)$|oe[mt]|ao|rea(?:c[tp]|l[il]|ss)|[^s]crea[^mks]|ea$|[^e]eing"
)
# … and after all in one: na-tion, spe-cial, quiet; a “y” that begins a syllable; yes, beyond.
_TOGETHER = "[cst]i(?:on|a[ln]|ence|ent|a$)|[gx]ion|[gq]u(?:a|er$|ity)|ieu|^y[aeo]|yed$|cean|llia|[dl]ao|ically"
_SILENT = "[^aeiouyl]e$|[aeioul]le$|[^aeiouytd]ed$|[^aeiouysxzc]es$|[gq]ues?$"  # made, whole, moved, moves
_SPOKEN = "(?:[cs]hes|ges|[^aeioulwry]l(?:es|ed))$"  # wishes, pages, tables
_INNER = "[aeiouy][^aeiouylrw]e(?:ly|ment|ments|ness|less|ful|fully|man|men|land|ville|where|work|time|town)$"
_ADDED = "(?:[sz]m|thm)s?$|^mc[^aeiouy]|(?:[sxz]|[cs]h|[cg]e|se|ze)'s$"  # prism, rhythm, McBean, nurse's


@lru_cache(maxsize=1 << 15)
def syllables(word: str) -> int:
    """The syllables of a word in small ASCII letters and apostrophes: 1 or more.

    A hyphenated word is given part by part. What is not made of letters counts as one.
    """
    if len(word) > _MOST_LETTERS:
        return 1
    known = _table().get(word)
    return known if known is not None else by_rule(word)


def by_rule(word: str) -> int:
    """The syllables of a word by spelling alone: 1 or more."""
    bare = word.removesuffix("'s").replace("'", "")
    count = len(re.findall(_GROUPS, bare)) + len(re.findall(_APART, bare)) - len(re.findall(_TOGETHER, bare))
    count -= bool(re.search(_SILENT, bare) and not re.search(_SPOKEN, bare))
    count -= bool(re.search(_INNER, bare))
    count += bool(re.search(_ADDED, word))
    return max(1, count)


@cache
def _table() -> Mapping[str, int]:
    table: dict[str, int] = {}
    for line in TABLE.read_text(encoding="ascii").splitlines():
        if line and not line.startswith(COMMENT):
            count, _, words = line.partition(" ")
            table.update(dict.fromkeys(words.split(), int(count)))
    return table
