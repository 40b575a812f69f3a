"""Abbreviations with several meanings on a page that speaks of more than one of them, or of the rarer one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from workbench.detectors.terminology._expansions import explained, places, used
from workbench.detectors.terminology._neighbours import Phrases, Words
from workbench.facts import Row, Table
from workbench.model import Article, Evidence, Hit, Match

VALUES = ("meanings",)
_Meanings = tuple[tuple[Row, Phrases], ...]


def detect(article: Article, *, table: Table) -> Iterator[Match]:
    """The first place of every such abbreviation that the page never explains.

    Args:
        table: columns abbreviation, meaning, usual ("yes" for the meaning that most readers take), cues (words of the
            page that speak for the meaning) and those of the source; one row for each meaning.
    """
    meanings = _meanings(table)
    wanted: dict[str, Hit] = {}
    known = {word for word in used(article) if word.decode("ascii") in meanings}
    for letters, hit in places(article, known) if known else ():
        wanted.setdefault(letters.decode("ascii"), hit)
    if not wanted:
        return
    told = explained(article)
    lines = [Words(sentence) for sentence in article.sentences]
    for word, hit in wanted.items():
        if word.encode() in told:
            continue
        spoken = [
            row for row, cues in meanings[word] if any(cues.within(line, range(len(line.words))) for line in lines)
        ]
        if len(spoken) > 1 or (spoken and not spoken[0]["usual"]):
            every = [row["meaning"] for row, _ in meanings[word]]
            yield Match(
                hit.sentence,
                hit.at,
                hit.to,
                values={"meanings": " or ".join(f"“{meaning}”" for meaning in every)},
                evidence=Evidence("abbreviation", given=word, rows=tuple(dict(row) for row in spoken)),
            )


@lru_cache(maxsize=4)
def _meanings(table: Table) -> Mapping[str, _Meanings]:
    found: dict[str, _Meanings] = {}
    for row in table:
        found[row["abbreviation"]] = (*found.get(row["abbreviation"], ()), (row, Phrases(row["cues"], {})))
    return found
