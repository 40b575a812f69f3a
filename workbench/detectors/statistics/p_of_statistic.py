"""Printed p values that do not follow from the test statistic beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.statistics._written import apart, chance, plain, told
from workbench.figures import tests
from workbench.figures.stated import P, Tested
from workbench.model import Article, Evidence, Match, Sentence
from workbench.statistics.reported import Recomputed, Reported, compare
from workbench.statistics.tests import ONE_OR_TWO, Statistic, recompute

VALUES = ("statistic", "p", "right")
_NAMES = {"t": "t", "F": "F", "chi2": "χ²", "z": "z", "r": "r"}
_ROUNDED = "statistic and p rounded at their last printed digit"
_CUT = "digits cut off instead of rounded"
_MANY = 15  # degrees of freedom of a chi-square that may be people: χ²(90)
_Freedom = tuple[Decimal, ...]


class _Read(NamedTuple):
    """A test as printed, where it stands, and one way of reading its degrees of freedom."""

    sentence: Sentence
    at: int
    to: int
    tested: Tested
    p: P
    df: _Freedom = ()

    @property
    def said(self) -> str:
        return self.sentence.text[self.at : self.to]


def detect(article: Article, *, other_p: Hits = (), ranked: Hits = ()) -> Iterator[Match]:
    """Every test statistic with a p beside it, as passed, failed or not checkable.

    A result that changes sides of 0.05 is a warning, other digits are a note. A p that only a one-tailed test gives,
    where none is named, is of low confidence. A p larger than the plain one may be corrected for several tests.

    Args:
        other_p: words for a p that does not come from the statistic ("Fisher's exact", "permutation").
        ranked: words for a correlation of ranks, whose p is another one ("Spearman").
    """
    found = tests.read(article)
    if not found:
        return
    others, ranks = by_sentence(other_p), by_sentence(ranked)
    for tested in found:
        p, index = tested.p, tested.words.sentence
        if p is None or (p.value is not None and not 0 < p.value.value <= 1):
            continue
        sentence = article.sentences[index]
        if apart(sentence, tested.words.to, p.words.at):
            continue
        read = _Read(sentence, *told(sentence, tested.words, p.words), tested, p)
        yield _match(read, index in others or (tested.kind == "r" and index in ranks))


def _match(read: _Read, unsure: bool) -> Match:
    tested, p = read.tested, read.p
    reported = Reported(p.sign) if p.value is None else Reported(p.sign, p.value.value)
    ways: list[tuple[_Freedom, Recomputed]] = []
    for df in _freedoms(tested):
        compared = compare(_statistic(tested, df), reported, one_tailed_said=tested.one_tailed is not None)
        if compared is not None:
            ways.append((df, compared))
    printed = tuple(one.value for one in tested.df)
    df, best = next((way for way in ways if way[1].verdict == "consistent"), ways[0] if ways else ((), None))
    of_people = tested.kind == "r" and not printed and tested.n is not None  # “r = .20, n = 30”
    if best is None or (best.verdict != "consistent" and df != printed and not of_people):
        return _open(read, "cannot be recomputed: the degrees of freedom are missing")
    read = read._replace(df=df)
    if best.verdict == "consistent" or best.cut_off_fits:
        rounding = _ROUNDED if best.verdict == "consistent" else _CUT
        evidence = Evidence("test-p", read.said, _computed(read, best), rounding)
        return Match(read.sentence.index, read.at, read.to, "pass", evidence=evidence)
    corrected = tested.corrected is not None or p.of != ""
    if unsure or (corrected and p.sign != "<" and reported.value >= best.p.p):
        return _open(read, f"{_computed(read, best)}; the printed p may be of another test, or corrected for several")
    return _failure(read, best, corrected)


def _failure(read: _Read, best: Recomputed, corrected: bool) -> Match:
    flips = best.verdict == "decision" and not best.one_tailed_fits
    note = "That lies on the other side of 0.05." if flips else ""
    return Match(
        read.sentence.index,
        read.at,
        read.to,
        values={"statistic": read.tested.words.text, "p": read.p.words.text, "right": _right(best)},
        evidence=Evidence("test-p", read.said, _computed(read, best), _ROUNDED, tuple(_rows(read))),
        severity=None if flips else "note",
        confidence="low" if best.one_tailed_fits or corrected else None,
        note="Half of it would fit: a one-tailed test is not named." if best.one_tailed_fits else note,
    )


def _freedoms(tested: Tested) -> Iterator[_Freedom]:
    """The degrees of freedom as printed, then what the same numbers may mean to some writers."""
    df = tuple(one.value for one in tested.df)
    yield df
    if tested.kind == "r" and not df and tested.n is not None:
        yield (tested.n.value - 2,)
    if tested.kind == "r" and df:
        yield (df[0] - 2,)  # people in the brackets
    if tested.kind == "F" and len(df) == 1:
        yield (Decimal(1), df[0])
    if tested.kind == "chi2" and df and df[0] > _MANY:
        yield (Decimal(1),)


def _statistic(tested: Tested, df: _Freedom) -> Statistic:
    return Statistic(tested.kind, tested.value.value, df, tested.sign)


def _open(read: _Read, why: str) -> Match:
    evidence = Evidence("test-p", read.said, why)
    return Match(read.sentence.index, read.at, read.to, "not-checkable", evidence=evidence)


def _computed(read: _Read, found: Recomputed) -> str:
    name, value = _NAMES[read.tested.kind], plain(read.tested.value.value)
    size = f"{name}({', '.join(map(plain, read.df))})" if read.df else name
    tails = f", {_tails(found.tailed)}" if read.tested.kind in ONE_OR_TWO else ""
    return f"{size} {read.tested.sign} {value} gives p = {chance(found.p.p)}{_range(found)}{tails}"


def _range(found: Recomputed) -> str:
    low, high = chance(found.p.low), chance(found.p.high)
    return "" if low == high else f" ({low} to {high} over rounding)"


def _tails(tailed: int) -> str:
    return "one-tailed" if tailed == 1 else "two-tailed"


def _right(found: Recomputed) -> str:
    low, high = chance(found.p.low), chance(found.p.high)
    return low if low == high else f"between {low} and {high}" if found.p.low >= Decimal("0.0001") else f"below {high}"


def _rows(read: _Read) -> Iterator[Mapping[str, str]]:
    """Every reading that was tried."""
    statistic = _statistic(read.tested, read.df)
    for tailed in (2, 1) if read.tested.kind in ONE_OR_TWO else (2,):
        for cut in (False, True):
            p = recompute(statistic, 1 if tailed == 1 else 2, cut=cut)
            if p is not None:
                name = _tails(tailed) if read.tested.kind in ONE_OR_TWO else "one tail, as always"
                how = f"{name}, digits cut off" if cut else name
                yield {"reading": how, "p": chance(p.p), "from": chance(p.low), "to": chance(p.high)}
