"""Rows of a table that tell how often, for how long and how many: “4 | 3 | 16” under “Per week | Weeks | Sessions”."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench.doses.scene import Scene
from workbench.model import Evidence, Match, Sentence
from workbench.patterns import exact

_SITTINGS = (
    r"sessions?|visits?|treatments?|infusions?|appointments?|injections?|doses?|classes|lessons?|meetings?|times"
)
_OFTEN = (
    rf"^(?:(?:{_SITTINGS}|how often|number|rhythm|frequency)[ (]*)?(?:per|a|each|every|/|times (?:a"
    rf"|per)) ?(week|day|month)[)]?$"
)
_LONG = r"^(?:number of |for |length[ ,(]*(?:in )?|duration[ ,(]*(?:in )?|how many )?(week|day|month)s?[)]?$"
_MANY = (
    rf"^(?:total(?: (?:number )?(?:of )?(?:{_SITTINGS}))?|(?:total |number of "
    rf"|all )?(?:{_SITTINGS})(?: in (?:all|total)|,? total)?|in (?:all|total)|altogether|sum)$"
)
_NUMBER = r"^\W*(\d{1,3})\W*$"


def table_rows(scene: Scene) -> Iterator[Match]:
    """Every row of three bare numbers of which the last is not the product of the others; a pass where it is."""
    told: dict[tuple[int, ...], dict[str, tuple[Sentence, Decimal, str]]] = {}
    for cell, head in scene.heads.items():
        heading, here = scene.of_block.get(head, ()), scene.of_block.get(cell, ())
        if not heading or not here:
            continue
        sentence = scene.article.sentences[here[0]]
        number = exact(_NUMBER).match(sentence.shadow)
        name = scene.article.sentences[heading[0]].shadow.strip()
        for kind, pattern in (("often", _OFTEN), ("long", _LONG), ("many", _MANY)):
            said = exact(pattern).match(name)
            if said is not None and number is not None:
                unit = said.group(1).decode().lower() if kind != "many" else ""
                row = told.setdefault(scene.rows.get(cell, ()), {})
                row.setdefault(kind, (sentence, Decimal(number.group(1).decode()), unit))
                break
    for row in told.values():
        if len(row) == 3 and row["often"][2] == row["long"][2]:
            yield _judged(row)


def _judged(row: dict[str, tuple[Sentence, Decimal, str]]) -> Match:
    (_, often, unit), (_, long, _), (home, many, _) = row["often"], row["long"], row["many"]
    made, at = often * long, len(home.shadow) - len(home.shadow.lstrip())
    rhythm, length = f"{often} a {unit}", f"{long} {unit}{'s' * (long != 1)}"
    working = f"{rhythm} × {length} = {made}" + (f", not {many}" if made != many else "")
    evidence = Evidence("course", home.text.strip(), working)
    place = (home.index, at, len(home.shadow.rstrip()))
    if made == many:
        return Match(*place, verdict="pass", evidence=evidence)
    return Match(*place, values={"rhythm": rhythm, "length": length, "made": str(made)}, evidence=evidence)
