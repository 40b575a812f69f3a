"""What the tests of claims say: the one claim of a text, or the named reason why it has none."""

from __future__ import annotations

from speak import article

from workbench.claims import reasons
from workbench.extractors._passage import passages
from workbench.model import Claim


def claims_of(text: str, suffix: str = ".md") -> tuple[Claim, ...]:
    return article(text, suffix).claims


def claim_in(text: str, words: str, suffix: str = ".md") -> Claim:
    """The claim whose text contains these words."""
    found = [claim for claim in claims_of(text, suffix) if words in claim.text]
    assert len(found) == 1, f"{len(found)} claims with “{words}”"
    return found[0]


def reason_for(text: str, words: str = "", suffix: str = ".md") -> str | None:
    """The name of the reason why the sentence with these words is no claim, None where it is one."""
    read = article(text, suffix)
    found = passages(read.document, read.sentences, read.quantities, read.hits)
    named = [r for p, r in zip(found, reasons(found), strict=True) if words in p.sentence.text]
    assert len(named) == 1, f"{len(named)} sentences with “{words}”"
    return named[0].name if named[0] else None
