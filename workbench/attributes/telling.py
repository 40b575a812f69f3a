"""What an article tells of its attributes: each with its thing and its value, in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from workbench.attributes.nouns import plural, qualified, singular, with_article
from workbench.attributes.table import Reader, readers
from workbench.attributes.values import SHARES, SHORT, Stretch, disputable, stretch
from workbench.columns import heads
from workbench.doses.rows import rows_of
from workbench.facts import SEPARATOR, Row, Table
from workbench.joined import joined
from workbench.kinds import kinds
from workbench.model import Article, FlagName, Quantity, Sentence
from workbench.patterns import exact

_REACH = 110  # characters before a quantity, and behind it, that may say what it is of
_ASIDE: tuple[FlagName, ...] = (
    "question",
    "quoted",
    "history",
    "hedged",
    "conditional",
    "attributed",
    "caption",
    "boilerplate",
)
HOUR = b"hour"
_SHARE, _COUNT = "share", "count"
_NOUN = r" ([a-z]{4,}s)\b"
_LENGTH = r"(?i)^(?:length|duration|price|cost|fee)$"
ANSWER = 24  # characters of an answer in which the quantity that was asked for stands
_BETWEEN, _ORDER = "the time between", frozenset(("first", "second", "third", "next", "previous"))
_PARTS = (30, 90, 45, 15)  # minutes of the groups below
_RATED = r"(?:\d|\b(?:pounds|dollars|euros|cents|miles|km|kilometers|kilometres|times|once|twice)) $"  # “$4 an hour”
AN_HOUR = (
    r"\b(?:(half an hour|half-hour)|(an hour and a half)|(three quarters of an hour)|((?:a )?quarter of an hour)"
    r"|an hour|the (?:full |whole )?hour|hour-long)\b"
)


class Telling(Struct, frozen=True):
    """An attribute as told at the quantity `[at, to)`: of what `thing`, with which qualifying words ("group").

    `printed` is the value as the page has it. `aside` means that it is asked, quoted, hedged …: nothing is held against
    it. `dose` means that `thing` is its drug. `across` is how the attribute is called where it is compared across
    articles ("" = it is not), and `same` are words that make no other value of it there, with "|" between. `bound`
    means that the way in which something is given makes another value of it: a dose, a price.
    """

    sentence: int
    at: int
    to: int
    attribute: str
    thing: str
    qualified: frozenset[str]
    value: Stretch
    printed: str
    aside: bool = False
    dose: bool = False
    across: str = ""
    same: str = ""
    bound: bool = False


def told(article: Article, table: Table, neutral: frozenset[str], *, every: bool = False) -> Iterator[Telling]:
    """Everything that the table's rows read in an article.

    Args:
        article: as analysed.
        table: columns attribute, kind, terms, before, after, thing, subject, order; across, across_of, across_same,
            across_bound.
        neutral: words before a thing that make no other thing of it ("usual", "whole").
        every: also what is told with one amount only, which cannot contradict itself.
    """
    rows = readers(table).of
    values = [(_sort(one), sentence, one, there) for sentence, there in _read_sentences(article) for one in there]
    apart = disputable((sort, one) for sort, _, one, _ in values)
    labels: Mapping[int, bytes] | None = None
    for sort, sentence, told_, there in values:
        read = every or sort in apart
        quantity = _counted(sentence, told_) if read else told_
        if not read or not (met_by := rows(_kinds(quantity))):
            continue
        prefix = b""
        if article.block(sentence).kind == "cell":
            labels = row_labels(article) if labels is None else labels
            prefix = labels.get(sentence.block, b"")
        if not prefix and quantity.at < ANSWER:
            prefix = question(article, sentence)
        left = prefix + sentence.shadow[max(0, quantity.at - _REACH) : quantity.at]
        right = sentence.shadow[quantity.to : quantity.to + _REACH]
        met = met_by.met(left, right)
        found = next(_read(sentence, quantity, there, (left, right), met), None) if met else None
        if found is not None:
            plain = neutral | _ORDER if found.attribute.startswith(_BETWEEN) else neutral
            yield replace(found, qualified=found.qualified - plain)


def _read_sentences(article: Article) -> Iterator[tuple[Sentence, tuple[Quantity, ...]]]:
    """The sentences whose values are the page's own, with their quantities."""
    for index in sorted({*kinds(article).sentences, *joined(article).cued(AN_HOUR)}):
        sentence = article.sentences[index]
        there = (*article.quantities[index], *hours(sentence))
        if there:
            block = article.block(sentence)
            if block.kind not in ("code", "quote") and not block.note:
                yield sentence, there


def _sort(quantity: Quantity) -> str:
    """A name for all quantities that rows of one attribute read."""
    return _SHARE if quantity.unit in SHARES else _COUNT if quantity.kind == "number" else quantity.kind


def _counted(sentence: Sentence, quantity: Quantity) -> Quantity:
    """A number of some things as their count: “30 | sachets”."""
    if quantity.kind != "number" or quantity.unit:
        return quantity
    noun = exact(_NOUN).match(sentence.shadow[quantity.to :])
    if noun is None:
        return quantity
    to = quantity.to + noun.end()
    return replace(quantity, kind="count", unit=noun.group(1).decode(), to=to, text=sentence.text[quantity.at : to])


def question(article: Article, sentence: Sentence) -> bytes:
    """The question that a sentence answers, to be read in front of it: “How long is a visit? Two hours.”"""
    before = article.sentences[sentence.index - 1] if sentence.index else None
    asked = before is not None and _beside(article, before, sentence) and before.shadow.rstrip(b" *_").endswith(b"?")
    return before.shadow.rstrip(b" *_?").lower() + b" " if asked and before is not None else b""


def _beside(article: Article, before: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence goes on in the block of the one before, or below its heading."""
    return before.block == sentence.block or (article.block(before).kind == "heading" and sentence.at == 0)


def hours(sentence: Sentence) -> Iterator[Quantity]:
    """“An hour”, “half an hour”, “an hour and a half”, “hour-long”, which are no quantities for others."""
    if HOUR not in sentence.shadow:
        return
    for found in exact(AN_HOUR).finditer(sentence.shadow):
        at, to = found.span()
        if exact(_RATED).search(sentence.shadow[:at]) is not None:
            continue
        parts = (found.group(group) is not None for group in range(1, 5))
        minutes = Decimal(next((value for value, said in zip(_PARTS, parts, strict=True) if said), 60))
        yield Quantity("duration", at, to, 0, 0, sentence.text[at:to], minutes, minutes, "min")


def _kinds(quantity: Quantity) -> tuple[str, ...]:
    """The kinds of rows that a quantity can be a value of."""
    match quantity.kind:
        case "duration":
            return "short time" if quantity.unit in SHORT else "long time", "any time"
        case "frequency":
            return ("times",)
        case "number":
            return () if quantity.unit else ("number",)
        case "age":
            return ("age from",) if quantity.unit == "year" else ()
    return ("share",) if quantity.unit in SHARES else (quantity.kind,)


def _read(
    sentence: Sentence,
    quantity: Quantity,
    there: tuple[Quantity, ...],
    sides: tuple[bytes, bytes],
    rows: Iterable[Reader],
) -> Iterator[Telling]:
    for reader in rows:
        named = reader.named(*sides)
        if named is None:
            continue
        row, value = reader.row, stretch(sentence, quantity)
        words = qualified(named, bool(row["subject"]) and not named.relative)
        if quantity.kind == "frequency" and any(one.kind == "dose" for one in there):
            continue  # the dose is told with its rhythm
        if named.behind and quantity.kind == "duration" and any(one.kind == "money" for one in there):
            continue  # “a 30-minute session costs $60” is one of several
        if words is None or value is None or (not row["order"] and _flagged(sentence, quantity, "negated")):
            continue
        thing = singular(quantity.unit if row["kind"] == "count" else named.thing)
        attribute = row["attribute"].format(thing=thing, things=plural(thing), a=with_article(thing))
        place, printed = (sentence.index, quantity.at, quantity.to), sentence.text[quantity.at : quantity.to]
        flagged = aside(sentence, quantity.at, quantity.to)
        told_ = Telling(*place, attribute, thing, words, value, printed, flagged)
        yield replace(told_, **_across(row, thing))


def _across(row: Row, thing: str) -> dict[str, Any]:
    """How a row's attribute is told across articles; nothing where it is not."""
    title, of = row.get("across", ""), row.get("across_of", "")
    if not title or (of and thing not in of.split(SEPARATOR)):
        return {}
    words = {"thing": thing, "things": plural(thing), "a": with_article(thing)}
    bound = bool(row.get("across_bound", ""))
    return {"across": title.format(**words), "same": row.get("across_same", ""), "bound": bound}


def aside(sentence: Sentence, at: int, to: int) -> bool:
    """Whether a stretch is asked, quoted, hedged …: nothing is held against it."""
    return any(flag.flag in _ASIDE and flag.at < to and at < flag.to for flag in sentence.flags)


def _flagged(sentence: Sentence, quantity: Quantity, *names: FlagName) -> bool:
    return any(flag.flag in names and flag.at < quantity.to and quantity.at < flag.to for flag in sentence.flags)


def row_labels(article: Article) -> dict[int, bytes]:
    """What stands to the left of the second cell in a table of two columns: its row's label, or “course length”."""
    blocks, titles = article.document.blocks, heads(article.document)
    rows = [(row, cell) for cell, row in rows_of(article.document).items() if len(row) == 2 and cell == row[1]]
    found: dict[int, bytes] = {}
    bodies = Counter(titles[second] for _, second in rows if second in titles)
    for (first, _), second in rows:
        alone = bodies[titles.get(second, -1)] == 1  # of several rows each is of a thing of its own
        over = [titles[cell] for cell in (first, second) if cell in titles] if alone else []
        of = (
            " ".join(blocks[cell].seen for cell in over)
            if len(over) == 2 and exact(_LENGTH).search(blocks[over[1]].seen.encode("ascii", "replace"))
            else blocks[first].seen
        )
        found[second] = of.encode("ascii", "replace").lower() + b": "
    return found
