"""What a claim says, as it is held against its source, and what comes out of that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from workbench.detectors.citation._spin_source import Spots, Told
from workbench.library.amounts import Amount
from workbench.model import Claim, Confidence, Quantity, Sentence
from workbench.sources.places import Place

EFFECTS = ("efficacy", "statistic", "comparative", "safety")  # types of claims that tell a result


class Statement(Struct, frozen=True, eq=False):
    """What a claim says, and what stands around it.

    `met` are the cues of its sentence, `around` those of its paragraph and of the heading or lead-in above; `paragraph`
    holds every sentence of the paragraph with its quantities and cues, `own` those of them that name no other source.
    `amounts` are those of the sentence, `places` the likeliest places of the source.
    """

    claim: Claim
    sentence: Sentence
    met: Mapping[str, Spots]
    around: frozenset[str]
    amounts: tuple[Amount, ...]
    paragraph: tuple[tuple[Sentence, Sequence[Quantity], Mapping[str, Spots]], ...]
    own: tuple[tuple[Sentence, Sequence[Quantity], Mapping[str, Spots]], ...]
    places: tuple[Place, ...]

    @property
    def place(self) -> Place | None:
        """The likeliest place."""
        return self.places[0] if self.places else None

    @property
    def asserted(self) -> bool:
        """It neither denies nor names its limits."""
        return self.claim.certainty != "negated" and "limits" not in self.around


class Differs(Struct, frozen=True):
    """One difference: which way, where in the article, in words, and the sentences of the source that show it."""

    way: str
    sentence: int
    at: int
    to: int
    words: str
    shown: tuple[Told, ...]
    confidence: Confidence = "medium"
    computed: str = ""


class Unread(Struct, frozen=True):
    """Something that the claim says and the source does not, so that nothing can be compared."""

    what: str


Outcome = Iterator[Differs | Unread]
