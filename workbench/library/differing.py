"""What an article says otherwise than the claim that was approved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from workbench.library import counting
from workbench.library.amounts import Amount
from workbench.library.doubting import added
from workbench.library.reading import Reading
from workbench.library.rules import Rules
from workbench.library.turning import turns
from workbench.library.words import same_words

_LOST = 0.6  # share of a restriction's words that must be gone before it counts as lost
_LIMITING = frozenset(["over", "above", "under", "below", "beyond"])
_CUE = 3  # words of a restriction that is nothing but its opening
_OWN = frozenset(("you", "your"))


class Difference(Struct, frozen=True):
    """One difference: what it concerns, both wordings ("" = not there), and whether it changes what was approved."""

    what: str
    library: str
    article: str
    grave: bool = True

    def told(self) -> str:
        """In words: what was approved, and what stands here."""
        there, here = (f"“{side}”" if side else "nothing" for side in (self.library, self.article))
        return f"{self.what}: approved {there}, here {here}"


def differences(approved: Reading, used: Reading, rules: Rules) -> tuple[Difference, ...]:
    """Everything that differs, grave differences first; nothing where both say the same in words or in value.

    Args:
        approved: the library's wording.
        used: the article's sentence.
        rules: what both were read by.
    """
    amounts = counting.told(approved, used)
    turned = turns(approved, used, rules)
    changed = [pair for pair in amounts.changed if not (turned and counting.rest_of(*pair))]
    alone = len(turned) == 1 and len(changed) == len(amounts.changed)
    found = [
        *(Difference(_kind(old, new), old.printed, new.printed) for old, new in changed),
        *(Difference(*turn) for turn in turned if alone),
        *_order(approved, used),
        *_named("medicine", approved.drugs, used.drugs),
        *_named("condition", approved.conditions, used.conditions),
        *_people(approved, used),
        *_names(approved, used),
        *_limits(approved, used, amounts.lost, amounts.new),
        *_strength(approved, used, bool(turned)),
        *_restriction(approved, used),
    ]
    if not found:
        found = [
            *(Difference("number", old.printed, "", False) for old in amounts.lost),
            *(Difference("number", "", new.printed, False) for new in amounts.new),
            *_words(approved, used),
        ]
    return tuple(sorted(found, key=lambda difference: not difference.grave))


def lost_qualifiers(wanted: Sequence[str], around: str) -> Iterator[Difference]:
    """The qualifiers of a claim that neither its sentence nor its paragraph keeps.

    Args:
        wanted: phrases that must not be lost.
        around: the paragraph that the sentence stands in.
    """
    if not wanted:
        return
    there = f" {same_words(around)} "
    for phrase in wanted:
        if f" {same_words(phrase)} " not in there:
            yield Difference("qualifier", phrase, "")


def _kind(old: Amount, new: Amount) -> str:
    return "unit" if old.figure == new.figure else "number"


def _apart(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[list[str], list[str]]:
    lost = [printed for name, printed in before.items() if name not in now]
    return lost, [printed for name, printed in now.items() if name not in before]


def _order(approved: Reading, used: Reading) -> Iterator[Difference]:
    lost, new = approved.ordinals - used.ordinals, used.ordinals - approved.ordinals
    if lost and new:
        yield Difference("number", ", ".join(sorted(lost)), ", ".join(sorted(new)))


def _named(what: str, before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Difference]:
    lost, new = _apart(before, now)
    if lost and new:
        yield Difference(what, ", ".join(lost), ", ".join(new))


def _people(approved: Reading, used: Reading) -> Iterator[Difference]:
    lost, new = _apart(approved.people, used.people)
    beside = {used.tokens[at].stem for at in used.aside}
    new = [name for name in new if not beside & set(name.lower().split())]
    addressed = _OWN & {token.word for token in used.tokens} or used.exclusive.keys() != approved.exclusive.keys()
    if (lost and (new or not addressed)) or (new and approved.people and not addressed):
        yield Difference("population", ", ".join(lost or approved.people.values()), ", ".join(new))


def _names(approved: Reading, used: Reading) -> Iterator[Difference]:
    """One body or test by its capitals in the place of another: “FDA”, “EMA”."""
    lost = [name for name in approved.acronyms if name not in used.acronyms and not _spelled_out(name, used)]
    new = [name for name in used.acronyms if name not in approved.acronyms and not _spelled_out(name, approved)]
    if len(lost) == len(new) == 1:
        yield Difference("name", lost[0], new[0])


def _spelled_out(acronym: str, reading: Reading) -> bool:
    initials = "".join(token.word[0] for token in reading.tokens if token.telling)
    return acronym.casefold() in initials


def _limits(approved: Reading, used: Reading, gone: Sequence[Amount], fresh: Sequence[Amount]) -> Iterator[Difference]:
    """A limit that was left out or turned round; one that was added is only stricter."""
    lost, new = _apart(approved.limits, used.limits)
    if not new and any(token.word in _LIMITING for token in used.tokens):
        return
    if lost and (new or not used.limits) and not (gone and added(approved, used)) and not (used.degrees or fresh):
        yield Difference("limit", ", ".join((*lost, *(a.printed for a in gone))), ", ".join(new))


def _strength(approved: Reading, used: Reading, turned: bool) -> Iterator[Difference]:
    """A demand that is weaker, a degree that is bolder, a caution that is lost; the other way is only careful."""
    if approved.demands and used.demands and not turned and not approved.denials:
        before, now = min(approved.demands), min(used.demands)
        if before < now and before == "0":
            yield Difference("demand", approved.demands[before], used.demands[now])
    open_to_all = approved.exclusive and not used.exclusive and not turned and approved.denials == used.denials
    if open_to_all and not used.demands.keys() - approved.demands.keys() - {"2"}:
        yield Difference("demand", ", ".join(approved.exclusive.values()), "")
    if approved.degrees:
        before = min(approved.degrees)
        if used.degrees and min(used.degrees) < before:
            now = min(used.degrees)
            yield Difference("degree", approved.degrees[before], used.degrees[now], int(now) == 0)
        elif not used.degrees and not used.hedges and before != "0":
            yield Difference("hedge", approved.degrees[before], "", False)
    bolder = used.degrees.keys() <= approved.degrees.keys()
    if approved.hedges and not used.hedges and bolder and not turned and not added(approved, used):
        yield Difference("hedge", ", ".join(approved.hedges.values()), "", False)


def _restriction(approved: Reading, used: Reading) -> Iterator[Difference]:
    """A stretch of the approved wording that says for whom or when, and that the article has no word of."""
    there = {sign for sign, _ in used.frame} | {token.stem for token in used.tokens}
    if added(approved, used) > 1 or used.exclusive.keys() - approved.exclusive.keys():
        return  # other words stand there, which may well say the same
    for first, last in approved.spans:
        if last - first <= _CUE and approved.cues & used.cues:
            continue  # “in the laboratory”, “in a dish”
        told = [sign for sign, at in approved.frame if first <= at < last] or _plain(approved, first, last)
        if told and sum(sign not in there for sign in told) >= _LOST * len(told):
            low, high = approved.tokens[first], approved.tokens[last - 1]
            yield Difference("restriction", approved.text[low.at : high.to], "")


def _plain(reading: Reading, first: int, last: int) -> list[str]:
    """The words of a restriction that has none of its own in the frame: “who have had all doses”."""
    return [token.stem for token in reading.tokens[first + 1 : last] if token.telling]


def _words(approved: Reading, used: Reading) -> Iterator[Difference]:
    """Other wording: telling words that only one of them has, in their order."""
    before, now = Counter(sign for sign, _ in approved.frame), Counter(sign for sign, _ in used.frame)
    lost, new = before - now, now - before
    if lost or new:
        yield Difference("wording", _told(approved, lost), _told(used, new), False)


def _told(reading: Reading, signs: Counter[str]) -> str:
    words = (reading.tokens[at] for sign, at in reading.frame if sign in signs)
    return ", ".join(reading.text[token.at : token.to] for token in words)
