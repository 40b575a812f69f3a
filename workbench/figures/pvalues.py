"""Printed p values: `p = .03`, `P<0.001`, “a p-value of 0.02”, `p = NS`, `p = 2.3 × 10⁻⁵`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from workbench.figures.page import Page, once
from workbench.figures.printed import NUMBER, number, words
from workbench.figures.stated import P, Sign
from workbench.model import Sentence
from workbench.numerals import after
from workbench.patterns import exact

CUE = (
    r"\bp(?:s|[ -]?val(?:ue)?s?)?(?: ?[(\[_ -](?:for |of )?[a-z]{3,13}[)\]]?)? ?(?:[=<>:~]|of\b|was\b|is\b|less|below)"
)
_OF = (
    r"(?: ?[(\[_ -](?:for (?:the )?|of )?(trend|interaction|heterogeneity|het|difference|linearity|non-?inferiority"
    r"|adj\w*|corr\w*|fdr|bonf\w*)[)\]]?)?"
)
_LESS = r"<|less than|lower than|smaller than|below|under"
_MORE = r">|greater than|higher than|larger than|more than|above"
_SIGN = rf" ?((?:=|:|of|was|is|were)? ?(?:({_LESS})|({_MORE}))? ?=?) ?"
_TIMES_TEN = r" ?[*x] ?10(?: ?[-~^(]+ ?)?(\d{1,3})| ?e-(\d{1,3})\b"
_NS = r"ns\b|n\.s\.?|(?:not|non-?) ?significant\b"
_P = rf"\b(p(?:s|[ -]?val(?:ue)?s?)?){_OF}{_SIGN}(?:({NUMBER})(?:{_TIMES_TEN})?|({_NS}))"
_MEASURED = r" ?(?:%|[a-zA-Z])"
_GOES_ON = r" (?:and|for|in|on|to|by|with|from|when|after|at|vs|versus|between|was|which|but|or|as)\b"
_OUTSIDE = (
    r"[)\]]*(?:,? (?:(?:which|that|this|and|a difference that) )?(?:was|is|were)(?: \w+){0,2} significant(?:ly \w+)?)?"
    r"[ ,;:]*[(\[]?(?:with |at |and |both |all )?(?:an? )?[)\]]*[ ,;]*[(\[]?"
)
_NO_CHANCE = r" ?(?:%|per ?cent|mm|mg|kg|ng|p?mol)"
_BESIDE = 110  # characters between a figure and its p
_WORDY = 9
_COLUMN = r"\bp(?:[ -]?val(?:ue)?s?)?\b"
_COLUMN_HEAD = r" ?p(?:[ -]?val(?:ue)?s?)? ?"
_ALONE = r" ?([<>] ?=?|=)? ?(0?\.\d+|[01](?:\.0+)?) ?[*]{0,3}"
_ROW = 9  # cells of a row right of an interval that are looked at
_WORD = r"[a-zA-Z]{3,}"


@once
def read(page: Page) -> Iterator[P]:
    """Every printed p, in reading order, then those in columns of tables."""
    for sentence in page.cued(CUE):
        yield from of(sentence)
    for cell, head in page.cells(_COLUMN):
        p = _cell(cell, head)
        if p is not None:
            yield p


def in_row(page: Page, cell: Sentence) -> P | None:
    """The p that stands right of a cell in its row, in a column of its own."""
    for block in range(cell.block + 1, cell.block + _ROW):
        beside, head = page.of_block.get(block), page.heads.get(block)
        if beside is None or head is None or head <= page.heads.get(cell.block, head):
            return None
        p = _cell(beside[0], page.of_block[head][0]) if head in page.of_block else None
        if p is not None:
            return p
    return None


def _cell(cell: Sentence, head: Sentence) -> P | None:
    """A cell “<0.001” under “p”."""
    found = exact(_ALONE).fullmatch(cell.shadow)
    if found is None or exact(_COLUMN_HEAD).fullmatch(head.shadow) is None:
        return None
    value, mark = number(cell, found.span(2)), (found.group(1) or b"").strip()
    sign: Sign = "<" if mark[:1] == b"<" else ">" if mark[:1] == b">" else "="
    inclusive = sign != "=" and (mark.endswith(b"=") or cell.text.strip()[0] in "≤≥⩽⩾")
    at = found.start(1) if mark else found.start(2)
    return None if value is None else P(words(cell, at, value.to), sign, value, inclusive)


def of(sentence: Sentence, at: int = 0, to: int | None = None) -> list[P]:
    """The printed p values of a stretch of a sentence."""
    end = len(sentence.shadow) if to is None else to
    found = []
    for place in exact(_P).finditer(sentence.shadow[at:end]):
        spans = tuple((-1, -1) if start < 0 else (start + at, stop + at) for start, stop in map(place.span, range(10)))
        found.append(_read(sentence, spans))
    return [one for one in found if one is not None]


def beside(sentence: Sentence, at: int, to: int, left: int, right: int) -> P | None:
    """The p that belongs to a figure `[at, to)`: the first behind it in its brackets or clause, else one before it.

    Args:
        left: where the figure before ends; right: where the next one begins.
    """
    for p in of(sentence, to, min(right, to + _BESIDE + 40)):
        if not p.of or p.of.startswith(("adj", "corr", "bonf", "fdr")):
            return p if _same_place(sentence.shadow[to : p.words.at]) else None
    for p in reversed(of(sentence, max(left, at - 40), at)):
        if not p.of and exact(r"[ ,;]*|[ ,;(\[]*(?:with|and|by)? ?").fullmatch(sentence.shadow[p.words.to : at]):
            return p
    return None


def _same_place(gap: bytes) -> bool:
    """Whether what stands between a figure and a p leaves neither its brackets nor its clause."""
    if len(gap) > _BESIDE:
        return False
    depth = 0
    for place, mark in enumerate(gap):
        depth += (mark in b"([") - (mark in b")]")
        if depth < 0:
            return exact(_OUTSIDE).fullmatch(gap[place:]) is not None
    return len(exact(_WORD).findall(gap)) <= _WORDY


def _read(sentence: Sentence, group: tuple[tuple[int, int], ...]) -> P | None:
    """The p at the places of the pattern's groups; None for a letter that is no p (“P = 12 mmol/L”)."""
    (at, to), name, of_, sign, less, more, digits, exponent, power, nothing = group
    shadow, text = sentence.shadow, sentence.text
    if (at and shadow[at - 1 : at] in (b"-", b"/", b".", b"_")) or not shadow[sign[0] : sign[1]].strip():
        return None
    label = shadow[of_[0] : of_[1]].decode().lower() if of_[0] >= 0 else ""
    if nothing[0] >= 0:
        return P(words(sentence, at, to), "ns", None, of=label)
    value = number(sentence, digits)
    if value is None:
        return None
    tens = exponent if exponent[0] >= 0 else power
    if tens[0] >= 0:
        scaled = value.value.scaleb(-int(shadow[tens[0] : tens[1]]))
        value = structs.replace(value, to=tens[1], text=text[value.at : tens[1]], value=scaled)
    loose = name[1] - name[0] == 1 and exact(r" ?(?:of|was|is|were)\b").match(shadow[sign[0] : sign[1]])
    if value.value > 1 and (loose or measured(shadow, value.to)):
        return None
    if exact(_NO_CHANCE).match(after(shadow, value.to, 9)) is not None:
        return None
    told: Sign = "<" if less[0] >= 0 else ">" if more[0] >= 0 else "="
    inclusive = told != "=" and exact(r"[<>] ?=").search(shadow[sign[0] : sign[1]]) is not None
    inclusive = inclusive or any(mark in text[sign[0] : sign[1]] for mark in "≤≥⩽⩾")
    return P(words(sentence, at, value.to), told, value, inclusive, label)


def measured(shadow: bytes, to: int) -> bool:
    """Whether a unit follows a number that ends at `to`."""
    right = after(shadow, to, 14)
    return exact(_MEASURED).match(right) is not None and exact(_GOES_ON).match(right) is None
