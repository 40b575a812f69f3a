"""Every page on the site that says something: the same claim, a claim much like it, or the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, func, or_, select

from workbench import likeness
from workbench.fingerprint import normalised
from workbench.review.tables import articles, claims, revisions
from workbench.review.touching import ON_SITE
from workbench.review.wording import Row

ALIKE = 0.88  # from here on two wordings are one claim, also where a number differs
_LONGEST = 3  # words by which candidates are looked for; one of them has to be there
_SHORTEST = 4  # letters of such a word


class Repeat(Struct, frozen=True):
    """A page that says it: how, in which words, and what differs in them ("" = nothing that weighs)."""

    article: str
    title: str
    address: str
    claim: str  # "" where only the words are there
    text: str
    how: str
    differs: str = ""


def repeats(connection: Connection, asked: str) -> tuple[Repeat, ...]:
    """The pages that say this, by name; each once, the nearest wording of it.

    Args:
        connection: inside a transaction.
        asked: a claim's id, or quoted words; a page may be told by the claim, or by words that are in its text.
    """
    known = connection.execute(select(claims.c.text).where(claims.c.claim == asked).limit(1)).scalar()
    words = asked if known is None else str(known)
    if not normalised(words):
        return ()
    found: dict[str, Repeat] = {}
    for one in (*_same(connection, asked), *_alike(connection, words), *_quoted(connection, words)):
        found.setdefault(one.article, one)
    return tuple(found[name] for name in sorted(found))


def named(found: Iterable[Repeat]) -> str:
    """As the step `find` of a complaint takes them: "drops, sleep"; "none" where no page on the site says it."""
    return ", ".join(one.article for one in found) or "none"


def claims_of(connection: Connection, name: str) -> list[str]:
    """The ids of the claims that any text of this article told."""
    return list(connection.execute(select(claims.c.claim).where(claims.c.article == name)).scalars())


def _same(connection: Connection, key: str) -> Iterator[Repeat]:
    return (_told(row, "the same claim", "") for row in _claims(connection, claims.c.claim == key))


def _alike(connection: Connection, words: str) -> Iterator[Repeat]:
    """Claims with these words in them, and claims whose wording is near; the nearest first."""
    mine, said = likeness.prepared(words), normalised(words)
    near = []
    for row in _claims(connection, _holds(claims.c.text, words)):
        likely = 1.0 if said in normalised(row["text"]) else likeness.likeness(mine, likeness.prepared(row["text"]))
        if likely >= ALIKE:
            near.append((-likely, row["article"], row["start"], row))
    for likely, _, _, row in sorted(near, key=lambda one: one[:3]):
        how = "these words in a claim" if likely == -1.0 else "a claim much like it"
        yield _told(row, how, likeness.told(words, row["text"]) if likely > -1.0 else "")


def _quoted(connection: Connection, words: str) -> Iterator[Repeat]:
    """Pages whose text has these words, wherever: any case, straight or curly quotes, any blanks between."""
    said = normalised(words)
    live = (revisions.c.article == articles.c.name) & (revisions.c.text_hash == articles.c.live_hash)
    kept = (articles.c.name, articles.c.title, articles.c.live_address, revisions.c.text)
    query = select(*kept).join(revisions, live).where(articles.c.live.in_(ON_SITE) & _holds(revisions.c.text, words))
    for row in connection.execute(query.distinct().order_by(articles.c.name)):
        if said in normalised(row.text):
            yield Repeat(row.name, row.title, row.live_address, "", words, "these words in its text")


def _holds(column: ColumnElement[str], words: str) -> ColumnElement[bool]:
    """Narrows to rows with one of the longest words; plain letters only, which both databases fold alike."""
    plain = {word for word in normalised(words).split() if word.isascii() and word.isalnum() and len(word) >= _SHORTEST}
    longest = sorted(plain, key=lambda word: (-len(word), word))[:_LONGEST]
    return or_(*(func.lower(column).contains(word, autoescape=True) for word in longest)) if longest else column != ""


def _claims(connection: Connection, where: ColumnElement[bool]) -> list[Row]:
    """Claims of the texts on the site, which may be older than those that are being written."""
    live = (revisions.c.article == articles.c.name) & (revisions.c.text_hash == articles.c.live_hash)
    number = revisions.c.number
    told = (claims.c.article == articles.c.name) & number.between(claims.c.first_revision, claims.c.last_revision)
    kept = (articles.c.name.label("article"), articles.c.title, articles.c.live_address, claims.c.claim, claims.c.text)
    query = select(*kept, claims.c.start).distinct().select_from(articles).join(revisions, live).join(claims, told)
    query = query.where(where & articles.c.live.in_(ON_SITE)).order_by(articles.c.name, claims.c.start)
    return [dict(row) for row in connection.execute(query).mappings()]


def _told(row: Row, how: str, differs: str) -> Repeat:
    return Repeat(row["article"], row["title"], row["live_address"], row["claim"], row["text"], how, differs)
