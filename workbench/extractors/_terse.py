"""Lines that state something without a verb: prices, and doses with their measure or time."""

from __future__ import annotations

from workbench.extractors._lists import how_often
from workbench.extractors._passage import Passage
from workbench.patterns import compiled

_PER = r"\b(?:per|each|daily|every|a day|at night)\b"


def stands_alone(passage: Passage) -> bool:
    """A line that states something without a verb: a price, a dose with its time, how often harms come."""
    return priced(passage) or how_often(passage) or _rationed(passage)


def _rationed(passage: Passage) -> bool:
    """“10 g per scoop”, “20 mg twice daily”: a dose with its measure or time needs no verb."""
    if not passage.numbers("dose"):
        return False
    return bool(passage.numbers("frequency")) or compiled(_PER).search(passage.sentence.shadow) is not None


def priced(passage: Passage) -> bool:
    """A sum in a table or behind a label (“Both eyes: $900”), under a heading that names a matter of health."""
    if not passage.numbers("money"):
        return False
    label = passage.block.kind == "cell" or b":" in passage.sentence.shadow[: passage.numbers("money")[0].at]
    return label and any(heading.topic() is not None for heading in passage.headings)
