"""What an article says otherwise than the claim that was approved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from workbench.library.amounts import WEIGHTY, Amount
from workbench.library.reading import Reading, Rules
from workbench.library.words import same_words

_LONGER = 1.25  # times the approved frame's words, from which an article adds a statement of its own
_LOST = 0.6  # share of a restriction's words that must be gone before it counts as lost
_ASIDE = frozenset({"year", "group", "count", "number"})  # amounts that may be left out or added without harm


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
    longer = len(used.frame) > _LONGER * len(approved.frame)
    found = [
        *_amounts(approved, used, longer),
        *_denial(approved, used),
        *_direction(approved, used, rules),
        *_named("medicine", approved.drugs, used.drugs, longer),
        *_named("condition", approved.conditions, used.conditions, longer),
        *_people(approved.people, used.people, longer),
        *_names(approved, used),
        *_phrases("limit", approved.limits, used.limits),
        *_phrases("demand", approved.demands, used.demands),
        *_restriction(approved, used, rules),
    ]
    found += [Difference(d.what, d.library, d.article, False) for d in _phrases("hedge", approved.hedges, used.hedges)]
    if not any(difference.grave for difference in found):
        found += _words(approved, used)
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


def _amounts(approved: Reading, used: Reading, longer: bool) -> Iterator[Difference]:
    lost = list(approved.amounts)
    new: list[Amount] = []
    for amount in used.amounts:
        same = next((old for old in lost if old.same(amount)), None)
        if same is None:
            new.append(amount)
        else:
            lost.remove(same)
    for old in list(lost):
        rival = _rival(old, new)
        if rival is not None:
            lost.remove(old)
            new.remove(rival)
            yield Difference("unit" if old.figure == rival.figure else "number", old.printed, rival.printed)
    yield from (Difference("number", old.printed, "", old.kind in WEIGHTY) for old in lost)
    if not longer:
        yield from (Difference("number", "", amount.printed, amount.kind not in _ASIDE) for amount in new)


def _rival(old: Amount, new: Sequence[Amount]) -> Amount | None:
    """The amount that stands in the place of another: of the same measure, else with its figure, else of its kind."""
    return (
        next((amount for amount in new if amount.measure == old.measure), None)
        or next((amount for amount in new if amount.figure == old.figure), None)
        or next((amount for amount in new if amount.kind == old.kind), None)
    )


def _denial(approved: Reading, used: Reading) -> Iterator[Difference]:
    """Something that one denies and the other asserts; a denial of something else is only other wording."""
    common = {token.stem for token in approved.tokens if token.telling}
    common &= {token.stem for token in used.tokens if token.telling}
    before, now = approved.denied & common, used.denied & common
    if before == now:
        alone = approved.denials != used.denials and not before
        if alone and Counter(stem for stem, _ in approved.frame) == Counter(stem for stem, _ in used.frame):
            yield Difference("negation", _count(approved), _count(used))  # what it denies could not be told
        return
    if approved.denials == used.denials and (not (before and now) or len(before & now) >= len(before ^ now)):
        return  # as many denials of nearly the same, or of something that the other does not mention
    yield Difference("negation", _says(before), _says(now))


def _count(reading: Reading) -> str:
    return f"{reading.denials} denial{'' if reading.denials == 1 else 's'}"


def _says(denied: frozenset[str] | set[str]) -> str:
    return "denied" if denied else "not denied"


def _direction(approved: Reading, used: Reading, rules: Rules) -> Iterator[Difference]:
    before, now = approved.opposites, used.opposites
    for name, printed in before.items():
        pair, _, side = name.partition(":")
        other = f"{pair}:{1 - int(side)}"
        if other in now and name not in now and other not in before:
            yield Difference("direction", printed, now[other])
            return
    first, second = _sides(approved, rules), _sides(used, rules)
    if first and second and first[0] & second[1] and first[1] & second[0]:
        yield Difference("direction", approved.text, used.text)


def _sides(reading: Reading, rules: Rules) -> tuple[set[str], set[str]] | None:
    places = rules.comparisons.find(reading.tokens)
    if not places or not places[0][0]:
        return None
    low, high, _ = places[0]
    before, after = ({stem for stem, at in reading.frame if part(at)} for part in (low.__gt__, high.__le__))
    return before - after, after - before


def _named(what: str, before: Mapping[str, str], now: Mapping[str, str], longer: bool) -> Iterator[Difference]:
    lost = [printed for name, printed in before.items() if name not in now]
    new = [printed for name, printed in now.items() if name not in before]
    if new and (lost or not longer) and before:
        yield Difference(what, ", ".join(lost), ", ".join(new))


def _people(before: Mapping[str, str], now: Mapping[str, str], longer: bool) -> Iterator[Difference]:
    lost = [printed for name, printed in before.items() if name not in now]
    new = [printed for name, printed in now.items() if name not in before]
    if lost or (new and not longer):
        yield Difference("population", ", ".join(lost), ", ".join(new))


def _names(approved: Reading, used: Reading) -> Iterator[Difference]:
    """One body or test by its capitals in the place of another: “FDA”, “EMA”."""
    lost = [name for name in approved.acronyms if name not in used.acronyms and not _spelled_out(name, used)]
    new = [name for name in used.acronyms if name not in approved.acronyms and not _spelled_out(name, approved)]
    if len(lost) == len(new) == 1:
        yield Difference("name", lost[0], new[0])


def _spelled_out(acronym: str, reading: Reading) -> bool:
    initials = "".join(token.word[0] for token in reading.tokens if token.telling)
    return acronym.casefold() in initials


def _phrases(what: str, before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Difference]:
    lost = [printed for name, printed in before.items() if name not in now]
    new = [printed for name, printed in now.items() if name not in before]
    if lost or new:
        yield Difference(what, ", ".join(lost), ", ".join(new))


def _restriction(approved: Reading, used: Reading, rules: Rules) -> Iterator[Difference]:
    """A stretch of the approved wording that says for whom or when, and that the article has no word of."""
    there = {token.stem for token in used.tokens}
    cues = {at for first, last, _ in rules.restricting.find(approved.tokens) for at in range(first, last)}
    frame = {at: stem for stem, at in approved.frame}
    matcher = SequenceMatcher(None, [t.stem for t in approved.tokens], [t.stem for t in used.tokens], autojunk=False)
    for kind, low, high, *_ in matcher.get_opcodes():
        if kind not in ("delete", "replace") or not cues & set(range(max(0, low - 1), high)):
            continue
        told = [frame[at] for at in range(low, high) if at in frame]
        if told and sum(stem not in there for stem in told) >= _LOST * len(told):
            first, last = approved.tokens[low], approved.tokens[high - 1]
            yield Difference("restriction", approved.text[first.at : last.to], "")


def _words(approved: Reading, used: Reading) -> Iterator[Difference]:
    """Other wording: telling words that only one of them has, in their order."""
    before, now = Counter(stem for stem, _ in approved.frame), Counter(stem for stem, _ in used.frame)
    lost, new = before - now, now - before
    if lost or new:
        yield Difference("wording", _told(approved, lost), _told(used, new), False)


def _told(reading: Reading, stems: Counter[str]) -> str:
    words = (reading.tokens[at] for stem, at in reading.frame if stem in stems)
    return ", ".join(reading.text[token.at : token.to] for token in words)
