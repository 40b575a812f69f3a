"""A page whose last review lies longer back than the newsroom allows."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.disclaimers._dates import read
from workbench.model import Article, Evidence, Match

VALUES = ("done", "said", "age")
_FIELDS = (("reviewed", "reviewed"), ("updated", "updated"))  # of the metadata, and what they say was done


def detect(article: Article, *, months: int = 24, unless: Hits = ()) -> Iterator[Match]:
    """One finding about the whole article; a pass where the review is recent enough.

    The date of the last review counts, without one that of the last update. A page that says neither, or no year, gets
    no verdict here: that is the matter of its missing date.

    Args:
        months: a review may be so old.
        unless: words of a page that is kept and no longer revised ("archived").
    """
    meta = article.document.meta
    for field, done in _FIELDS:
        said = getattr(meta, field).strip()
        when = read(said)
        if when is None:
            continue
        age = when.until(article.as_of)
        evidence = Evidence("review", said, f"{age} months before {article.as_of.isoformat()}", f"{months} months")
        if age <= months:
            yield Match(verdict="pass", evidence=evidence)
        elif not unless:
            yield Match(values={"done": done, "said": said, "age": str(age)}, evidence=evidence)
        return
