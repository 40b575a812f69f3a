"""Cost: prices, fees, and who pays."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._weigh import Score, weigh
from workbench.patterns import compiled

_FIGURATIVE = r"\b(?:had|has|have|comes? with|came with|comes? at|came at|at) an? (?:\w+ )?(?:price|cost)\b"


def score(passage: Passage) -> Score:
    """Words of price and insurance, and more where a sum is given."""
    found = weigh(passage, "cost", "speaks of price or cover")
    sums = passage.numbers("money")
    if found.points and not sums and compiled(_FIGURATIVE).search(passage.sentence.shadow):
        return Score()
    return found.plus(3.0, f"gives a price: “{sums[0].text}”") if sums else found
