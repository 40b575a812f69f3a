"""What one article tells of attributes that others may tell, too; read once, when the article is checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.attributes.doses import told_doses
from workbench.attributes.telling import Telling, aside
from workbench.attributes.telling import told as told_in
from workbench.consistency.subjects import Settings
from workbench.doses import Lists
from workbench.facts import Table
from workbench.model import Article, Sentence
from workbench.model.told import Amount, Told
from workbench.patterns import exact

READER = "two-values-for-one-thing"  # the check that says how attributes are read: one reader for one page and for many
SOMEBODYS = r"\b(?:i|my|me|mine|she|he|her|his|him|says|said|told)\b"  # one person's story is not what the page tells


def told(article: Article, params: Mapping[str, Any], tables: Mapping[str, Table]) -> tuple[Told, ...]:
    """The values that an article tells, in reading order.

    Args:
        article: as analysed.
        params: of the check `READER`; they name its tables and word lists.
        tables: of all checks.
    """
    return tuple(_told(article, params, tables)) if any(article.quantities) else ()


def _told(article: Article, params: Mapping[str, Any], tables: Mapping[str, Table]) -> Iterator[Told]:
    neutral = frozenset[str](params.get("neutral", ()))
    lists = Lists(params["drugs"], params["conditions"], params["forms"])
    facts, words = tables[params["facts"]], tables[params["words"]]
    found = [
        *told_in(article, tables[params["attributes"]], neutral, every=True),
        *told_doses(article, facts, words, lists, every=True),
    ]
    found = [one for one in found if one.across and not _held_back(article, one)]
    if not found:
        return
    settings = Settings(article, params, tables)
    for one in sorted(found, key=lambda one: (one.sentence, one.at)):
        setting = settings.of(one)
        if setting is not None:
            yield _value(article, one, settings.attribute(one), Told, setting)


def _value(article: Article, one: Telling, attribute: str, shape: type[Told], setting: Any) -> Told:
    sentence, value = article.sentences[one.sentence], one.value
    start, end = article.span(sentence, one.at, one.to)
    text = article.document.source[start:end]
    title = f"{one.across[:1].upper()}{one.across[1:]}"
    amount = Amount(value.base, str(value.low), str(value.high), value.unit, value.vague)
    return shape(attribute, title, setting, amount, text, start, end, sentence.text)


def _held_back(article: Article, one: Telling) -> bool:
    """Whether a value is not the page's own word: quoted, asked, denied, past, warned of, or somebody's story."""
    sentence = article.sentences[one.sentence]
    return one.aside or aside(sentence, one.at, one.to) or _warned(sentence, one) or _somebodys(sentence)


def _warned(sentence: Sentence, one: Telling) -> bool:
    """“Signs of a bad clinic: sessions of ten minutes”; also what `exception` flags hold back."""
    return any(
        flag.flag in ("warning-list", "exception") and flag.at < one.to and one.at < flag.to for flag in sentence.flags
    )


def _somebodys(sentence: Sentence) -> bool:
    return exact(SOMEBODYS).search(sentence.shadow) is not None
