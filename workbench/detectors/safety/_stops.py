"""The places that have the reader end a drug at one go, by the grammar of ending, and the side its name stands on."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.safety._mood import meant
from workbench.model import Article, Hit, Sentence
from workbench.patterns import compiled

_PARTICIPLE_OF = (
    r"\b(?:(?:can|could|may|might|should|must|to|will) (?:\w+ly |just |simply |also |all )*(?:be|go)|are best|is best)"
    r" (?:\w+ly |just |simply |all |never )*$|\b(?:have|get)(?: [\w'-]+){1,5} $"
)
_DENIED = 45  # characters between "no need to" and the taper
_WASTE = 60  # characters between the taper and "is a waste of time"
_CLAUSE = r"[.;:!?]"


class Words(NamedTuple):
    """The slots; what each holds is told at `abrupt_stop.detect`."""

    ends: Hits
    ended: Hits
    refusals: Hits
    tapers: Hits
    denials: Hits
    pointless: Hits
    either: Hits
    safe: Hits
    sudden: Hits
    soon: Hits
    follow: Hits


class Act(NamedTuple):
    """Words that end a drug: whether its name comes behind them (or inside), and whether a sudden stop is said."""

    span: Hit
    ahead: bool
    sudden: bool


def acts(article: Article, words: Words, near: Set[int]) -> Iterator[Act]:
    """All of them in the sentences `near` a drug; one that needs sudden words or praise comes only where they stand."""
    lists = [by_sentence(hits) for hits in words]
    ends, ended, refusals, tapers, denials, pointless, either, safe, sudden, soon, follow = lists
    for index in sorted(near & {*ends, *ended, *refusals, *tapers, *either}):
        sentence, none = article.sentences[index], ()
        abrupt = bool(sudden.get(index))
        quick = abrupt or bool(soon.get(index)) or bool(follow.get(index))
        praised = (abrupt and bool(safe.get(index))) or (quick and bool(follow.get(index)))
        for hit in ends.get(index, none):
            how = meant(sentence, hit)
            if how.mood == "told" or (how.mood and quick) or praised:
                yield Act(Hit(index, how.at, hit.to), True, abrupt)
        for hit in refusals.get(index, none):
            if quick and (how := meant(sentence, hit)).mood:
                yield Act(Hit(index, how.at, hit.to), True, True)
        for hit in ended.get(index, none):
            if quick or safe.get(index):
                yield from _passive(sentence, hit, bool(follow.get(index)))
        for hit in tapers.get(index, none):
            if (span := _untapered(sentence, hit, denials.get(index, none), pointless.get(index, none))) is not None:
                yield Act(span, False, True)
        yield from (Act(hit, False, True) for hit in either.get(index, none))


def _passive(sentence: Sentence, hit: Hit, follow: bool) -> Iterator[Act]:
    """A participle counts where something can, should or is to be done ("can be dropped", "have it turned off")."""
    lead = sentence.shadow[max(0, hit.at - 60) : hit.at]
    first = sentence.shadow[hit.at : hit.to].split()[0].lower()
    if follow or first in (b"is", b"ends", b"goes", b"stays", b"are", b"end", b"go", b"stay"):
        yield Act(hit, False, True)
    elif (found := compiled(_PARTICIPLE_OF).search(lead)) is not None:
        yield Act(Hit(hit.sentence, hit.at - len(lead) + found.start(), hit.to), False, True)


def _untapered(sentence: Sentence, taper: Hit, denials: Hits, pointless: Hits) -> Hit | None:
    """The taper with the words that call it needless, on whichever side they stand."""
    for other in denials:
        if 0 <= taper.at - other.to <= _DENIED and not _parted(sentence, other.to, taper.at):
            return Hit(taper.sentence, other.at, taper.to)
    for other in pointless:
        if 0 <= other.at - taper.to <= _WASTE and not _parted(sentence, taper.to, other.at):
            return Hit(taper.sentence, taper.at, other.to)
    return None


def _parted(sentence: Sentence, low: int, high: int) -> bool:
    return compiled(_CLAUSE).search(sentence.shadow[low:high]) is not None
