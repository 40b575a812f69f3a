"""A disclaimer that the page itself takes back."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.disclaimers._standing import denied
from workbench.model import Article, Evidence, Hit, Match

VALUES = ("against", "other")


def detect(
    article: Article, *, jokes: Hits, caveats: Hits, orders: Hits, but_not: Hits = (), min_claims: int = 3
) -> Iterator[Match]:
    """The first disclaimer of each kind that does not fit the rest of the page, with the sentence that contradicts it.

    Args:
        jokes: disclaimers that nothing on the page is meant seriously; health claims contradict them.
        caveats: disclaimers that the page does not replace a clinician; orders contradict them, information does not.
        orders: sentences that take the clinician's place ("no need to see a doctor").
        but_not: words that look like an order and are none.
        min_claims: so many health claims make a page that means what it says.
    """
    joke = next((hit for hit in jokes if not denied(article, hit)), None)
    serious = [claim for claim in article.claims if joke is None or claim.sentence != joke.sentence]
    if joke is not None and len(serious) >= min_claims:
        yield _match(article, joke, "health claims", article.sentences[serious[0].sentence].text)
    harmless = {hit.sentence for hit in but_not}
    taken_back = [hit for hit in orders if hit.sentence not in harmless and not denied(article, hit, others=True)]
    caveat = next((hit for hit in caveats if all(hit.sentence != order.sentence for order in taken_back)), None)
    if caveat is not None and taken_back:
        text = article.sentences[taken_back[0].sentence].text
        yield _match(article, caveat, "advice that leaves the clinician out", text)


def _match(article: Article, hit: Hit, against: str, text: str) -> Match:
    given = article.sentences[hit.sentence].text
    rows = ({"disclaimer": given, "contradicted by": text},)
    values = {"against": against, "other": text}
    return Match(hit.sentence, hit.at, hit.to, values=values, evidence=Evidence("contradiction", given, rows=rows))
