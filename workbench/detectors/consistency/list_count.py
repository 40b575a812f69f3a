"""A number of things that is announced, and a list below it that has another number of items."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.model import Article, Block, Evidence, Hit, Match, Sentence, Verdict
from workbench.numerals import numerals_of
from workbench.patterns import exact

VALUES = ("said", "items")
PAGE = True  # what stands elsewhere on the page counts
_MOST = 25  # things that somebody counts
_LEAST = 2  # a list has two items
_BETWEEN = r" (?:[a-z][a-z'-]* ){0,3}?$|-$"  # words between a number and what it counts
_PART = (
    r"\b(?:at least|any|one of|some of|of the|of these|top|first|last|other|among|including|include|such as|more than"
    r"|over|up to|about|around|nearly|almost|or more|than|every|in|after|within|by|from|to|between|another|or|and"
    r"|less|fewer|step|stage|type|phase|grade|days?|next|further|extra|additional)"
    r" (?:the |these |those |our |your )?$"
)
_OF_SOME = (
    r"^(?:[^:]*\b(?:include|including|such as|for example|among|are among|e\.g\.|at least|or more)\b|,"
    r"| (?:program(?:me)?|plan|model|approach|course|guide|system)\b)"
)
_INLINE = r"^[^:;.?!]{0,60}: ([a-z][^:;.?!()\d]{6,200})[.!]?$"
_AND = r",? (?:and|or|plus) "
_WORDS = 3  # of an item in a sentence at most


class Counted(Struct, frozen=True):
    """What a list came to: how many items, and the items as they begin."""

    items: int
    shown: tuple[str, ...]


def detect(article: Article, *, things: Hits) -> Iterator[Match]:
    """Every announced number of things whose list below, or behind a colon, has another number of items.

    Args:
        things: what lists are of ("signs", "reasons", "steps"), in the plural.
    """
    for index, hits in by_sentence(things).items():
        sentence = article.sentences[index]
        if b":" not in sentence.shadow and article.block(sentence).kind != "heading":
            continue  # nothing is listed behind it or below
        said = _announced(sentence, hits)
        if said is None:
            continue
        at, to, number = said
        counted = _inline(sentence, to, number) or _below(article, sentence)
        if counted is not None and counted.items >= _LEAST:
            yield _match(sentence, (at, to), number, counted)


def _announced(sentence: Sentence, hits: tuple[Hit, ...]) -> tuple[int, int, int] | None:
    """The one number of things that a sentence announces, with its place; None for parts of more, and for several."""
    numbers = [one for one in numerals_of(sentence.text, sentence.shadow) if one.form in ("digits", "word")]
    if len(numbers) != 1:
        return None
    number, shadow = numbers[0], sentence.shadow
    hit = next(
        (hit for hit in hits if hit.at > number.to and exact(_BETWEEN).fullmatch(shadow[number.to : hit.at])), None
    )
    whole = number.value == number.value.to_integral_value() and _LEAST <= number.value <= _MOST
    if hit is None or not whole or exact(_PART).search(shadow[: number.at]) is not None:
        return None
    if exact(_OF_SOME).match(shadow[hit.to :]) is not None:
        return None
    return number.at, hit.to, int(number.value)


def _inline(sentence: Sentence, to: int, number: int) -> Counted | None:
    """The items behind a colon in the same sentence, where they are plain words."""
    found = exact(_INLINE).match(sentence.shadow[to:])
    if found is None:
        return None
    at = to + found.start(1)
    listed = sentence.text[at : to + found.end(1)]
    parts = [part for piece in listed.split(", ") for part in _split(piece)]
    if any(len(part.split()) > _WORDS for part in parts) or not exact(_AND).search(sentence.shadow[at:]):
        return None
    joined = len(exact(_AND).findall(sentence.shadow[at : to + found.end(1)]))
    fewest = len(parts) - (joined if ", " not in listed else joined - 1)  # “salt and pepper” may be one item
    possible = range(fewest, len(parts) + 1)
    return None if number in possible else Counted(len(parts), tuple(parts))


def _split(piece: str) -> list[str]:
    found = piece
    for word in ("and ", "or ", "plus "):
        found = found.removeprefix(word)
    for word in (" and ", " or ", " plus "):
        found = found.replace(word, "\n")
    return [part.strip() for part in found.split("\n") if part.strip()]


def _below(article: Article, sentence: Sentence) -> Counted | None:
    """The list that a lead-in or a heading introduces."""
    blocks, block = article.document.blocks, article.block(sentence)
    if block.kind == "heading":
        return _under(blocks, sentence.block)
    if block.kind == "cell" or not sentence.text.endswith(":"):
        return None
    if sentence.to < len(block.seen.rstrip()):
        return None
    items = [one for one in blocks[sentence.block + 1 :] if one.lead_in == sentence.block]
    return _counted(items)


def _under(blocks: tuple[Block, ...], head: int) -> Counted | None:
    """The one list right under a heading: items at once, or behind a paragraph; else numbered headings."""
    section = [one for one in blocks[head + 1 :] if head in one.section]
    if any(one.kind == "heading" for one in section):
        level = min(one.level for one in section if one.kind == "heading")
        heads = [one for one in section if one.kind == "heading" and one.level == level]
        numbers = [exact(r"^(?:[a-z]+ )?(\d{1,2})[.):]? ").match(one.seen.encode("ascii", "replace")) for one in heads]
        told = [int(found.group(1)) for found in numbers if found is not None]
        return Counted(len(told), tuple(one.seen for one in heads)) if told == list(range(1, len(told) + 1)) else None
    items = [one for one in section if one.kind == "item"]
    runs = [at for at, one in enumerate(section) if one.kind == "item" and (at == 0 or section[at - 1].kind != "item")]
    if len(runs) != 1 or runs[0] > 0:
        return None
    return _counted(items)


def _counted(items: list[Block]) -> Counted | None:
    """The items of the outermost level; None for page furniture."""
    if not items or any(one.boilerplate for one in items):
        return None
    level = min(one.level for one in items)
    outer = [one for one in items if one.level == level]
    return Counted(len(outer), tuple(one.seen for one in outer))


def _match(sentence: Sentence, place: tuple[int, int], number: int, counted: Counted) -> Match:
    said = sentence.text[place[0] : place[1]]
    rows = tuple({"item": str(at), "begins": text[:60]} for at, text in enumerate(counted.shown, 1))
    evidence = Evidence("list-count", said, f"{counted.items} items listed", rows=rows)
    values = {"said": said, "items": str(counted.items)}
    verdict: Verdict = "pass" if number == counted.items else "fail"
    return Match(sentence.index, *place, verdict=verdict, values=values, evidence=evidence)
