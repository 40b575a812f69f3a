"""What another article tells differently, or advises against, told at the place where this one tells it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.facts import Table
from workbench.model import Article, Conflict, Evidence, Match, Sentence, Told, Value

VALUES = ("title", "value", "other", "article")
_MANY = 5  # other articles that are listed


def detect(article: Article, *, opposites: Table) -> Iterator[Match]:
    """The conflicts of this article with others, as far as others are known (`Knowledge.conflicts`).

    Args:
        article: as analysed.
        opposites: columns check, title, attribute, for, against: which checks' advice may be the opposite of another
            page's; `workbench.consistency` reads it where it compares many articles.
    """
    for conflict in article.knowledge.conflicts:
        own = [one.told for one in conflict.values if one.article == article.document.path]
        others = [one for one in conflict.values if one.article != article.document.path]
        for told in own if others else ():
            yield _match(article, conflict, told, others)


def _match(article: Article, conflict: Conflict, told: Told, others: list[Value]) -> Match:
    sentence = next(one for one in article.sentences if one.start <= told.start < one.end)
    at, to = _place(sentence, told)
    rows = tuple(
        {"article": one.article, "value": one.told.text, "sentence": one.told.sentence} for one in others[:_MANY]
    )
    other = others[0]
    values = {
        "title": conflict.title, "value": told.text, "other": other.told.text, "article": other.article,
    }  # fmt: skip
    evidence = Evidence("told-elsewhere", told.text, other.told.text, conflict.scope, rows)
    return Match(sentence.index, at, to, values=values, evidence=evidence, severity=conflict.severity, key=conflict.key)


def _place(sentence: Sentence, told: Told) -> tuple[int, int]:
    at = sentence.text.find(told.text)
    return (at, at + len(told.text)) if at >= 0 else (0, len(sentence.text))
