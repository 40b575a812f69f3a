"""A product said to be given in a way that its label rules out: a spray that is infused, a cream that is drunk."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.dosing._claimed import denied, first_of, table_row
from workbench.detectors.dosing._route_grammar import joined
from workbench.detectors.phrase import exception
from workbench.detectors.safety._rows import confidence as confidence_of
from workbench.detectors.safety._rows import holds, named
from workbench.doses.rows import rows_of
from workbench.facts import SEPARATOR, Row, Table
from workbench.model import Article, Evidence, Hit, Match, Sentence
from workbench.patterns import exact

VALUES = ("name", "given")
_CELL = r"^\W*(?:(?:an?|by|as|via|through|given|taken|iv|slow|weekly|daily|single|oral|\d+-minute) )*$"
_DENIAL = r"(?:do not|don't|never|must not|should not)$"
_IT = (
    r"^\W*(?:it|this (?:medicine|drug|medication|product|spray|treatment|cream|patch|film)|the (?:medicine|drug|dose))"
    r" ?"
)


def detect(
    article: Article,
    *,
    table: Table,
    ways: Table,
    names: Hits,
    known: str = "",
    careful: Hits = (),
) -> Iterator[Match]:
    """The first such statement of each sentence.

    Args:
        article: the article; rows that name a country speak for it alone.
        table: columns name, aliases, jurisdiction, given (the right way in words), wrong (routes that the label rules
            out), and those of the source.
        ways: columns route, and its words by their grammar: verbs, participles, nouns, adjectives, adverbials.
        names: the names of the table.
        known: lexicon key of all drug names; where a sentence names several, "it" of the next one is not read.
        careful: words of warning, misuse, research and comparison, which hold a match of their sentence back.
    """
    if not names:
        return
    for index in sorted({hit.sentence for hit in names}):
        sentence = article.sentences[index]
        products = [
            (row, name.at, name.to)
            for name in named(table, sentence.shadow, "name", "aliases")
            if not (row := table.rows[name.row])["jurisdiction"] or holds(article.country, row)
        ]
        found = (
            next(_told(sentence, ways, products), None)
            or _meant(article, sentence, ways, products, known)
            or _in_row(article, sentence, ways, products)
        )
        if found is not None:
            name = next(sentence.text[at:to] for row, at, to in products if row is found[0])
            yield _match(article, *found, name, careful)


def _told(
    sentence: Sentence, ways: Table, products: list[tuple[Row, int, int]], it: bool = False
) -> Iterator[tuple[Row, Hit]]:
    """Each product with a way of giving that its row rules out, where the grammar connects the two."""
    shadow = sentence.shadow
    for row, at, to in products:
        if it:
            at, to = 0, at
        wrong = row["wrong"].split(SEPARATOR)
        for column in ("adverbials", "participles", "nouns", "verbs", "adjectives"):
            for way in named(ways, shadow, column):
                if ways.rows[way.row]["route"] not in wrong:
                    continue
                between = shadow[to : way.at] if to <= way.at else shadow[way.to : at]
                if joined(column, shadow, at, between, shadow[way.to :], to <= way.at):
                    yield row, Hit(sentence.index, min(at, way.at), max(to, way.to))


def _meant(
    article: Article, sentence: Sentence, ways: Table, products: list[tuple[Row, int, int]], known: str
) -> tuple[Row, Hit] | None:
    """The same of a next sentence that begins with “It is …”, where this one names no other drug."""
    following = next(iter(article.sentences[sentence.index + 1 : sentence.index + 2]), None)
    if following is None or following.block != sentence.block or len({id(row) for row, _, _ in products}) != 1:
        return None
    others = [hit for hit in article.hits.get(known, ()) if hit.sentence in (sentence.index, following.index)]
    if any(all(hit.to <= at or to <= hit.at for _, at, to in products) for hit in others):
        return None
    opens = exact(_IT).match(following.shadow)
    if opens is None:
        return None
    row, end = products[0][0], len(opens.group().rstrip())
    return next(_told(following, ways, [(row, end, end)], it=True), None)


def _in_row(
    article: Article, sentence: Sentence, ways: Table, products: list[tuple[Row, int, int]]
) -> tuple[Row, Hit] | None:
    """The same of a table's row: the product alone in its cell, the way at the beginning of another one."""
    if article.block(sentence).kind != "cell" or len(products) != 1:
        return None
    row, at, to = products[0]
    if sentence.shadow[:at].strip() or sentence.shadow[to:].strip(b" ()s"):
        return None
    cells = set(rows_of(article.document).get(sentence.block, ())) - {sentence.block}
    for other in article.sentences:
        if other.block in cells:
            found = next(_told(other, ways, [(row, 0, 0)], it=True), None) or _opens(other, ways, row)
            if found is not None:
                return found
    return None


def _opens(cell: Sentence, ways: Table, row: Row) -> tuple[Row, Hit] | None:
    """A cell that is nothing but the way: “IV infusion”, “by mouth, once a week”."""
    wrong = row["wrong"].split(SEPARATOR)
    for column in ("nouns", "adverbials", "participles", "adjectives"):
        for way in named(ways, cell.shadow, column):
            if ways.rows[way.row]["route"] in wrong and exact(_CELL).match(cell.shadow[: way.at]) is not None:
                return row, Hit(cell.index, way.at, way.to)
    return None


def _of_another(sentence: Sentence, span: Hit, cue: Hit) -> bool:
    """Whether a denial behind a semicolon is of something else: “… is put into the nose; do not talk meanwhile”."""
    between = sentence.shadow[span.to : cue.at]
    return (
        exact(r";|, and |\. ").search(between) is not None
        and exact(_DENIAL).match(sentence.shadow[cue.at : cue.to]) is not None
    )


def _match(article: Article, row: Row, span: Hit, name: str, careful: Hits) -> Match:
    sentence = article.sentences[span.sentence]
    text = sentence.text[span.at : span.to].strip()
    near = [hit for hit in careful if hit.sentence == span.sentence and not _of_another(sentence, span, hit)]
    cue = first_of(near, span.sentence) or denied(sentence, span)
    return Match(
        span.sentence,
        span.at,
        span.to,
        values={"name": name, "given": row["given"]},
        evidence=Evidence("route", text, f"{name} is {row['given']}", rows=(table_row(row),)),
        confidence=confidence_of(row),
        flags=(exception(article, span, cue),) if cue else (),
    )
