"""Whether two places of a page speak of the same: under one heading, or under headings that name no two things."""

from __future__ import annotations

from workbench.model import Article
from workbench.patterns import exact

_OPEN_HEAD = (  # a heading that names nothing which could be another thing
    r"[?]|\b(?:glance|dates?|costs?|prices?|pricing|fees?|pay|payment|questions|faqs?|expect|how|what|when|where|who"
    r"|why|short|brief|summary|details?|facts|overview|about|before|after|next|know|results?|methods?|findings|background"
    r"|conclusions?|discussion|abstract|timetable|schedule|booking|book|your|you|practical|information|tips|intro"
    r"|introduction|welcome|our|the day)\b"
)


def one_place(article: Article, first: int, second: int) -> bool:
    """Whether two sentences may be of one thing by the headings above them (“London” and “Leeds” are two)."""
    one, other = (article.block(article.sentences[index]).section for index in (first, second))
    if one == other or len(one) != len(other):
        return True
    heads = (article.document.blocks[section[-1]].seen for section in (one, other))
    return any(exact(_OPEN_HEAD).search(head.encode("ascii", "replace")) is not None for head in heads)
