"""The table of attributes: which words before and behind a quantity say what it is the value of.

Patterns of the table stand on shadows. `<about>`, `<lasts>` … are spelled out here, because they are plain English;
`<thing>` is any of the row's terms and `<noun>` the same with words that qualify it. Behind a quantity `<end>`
wants the end of its phrase, and `<all>` that it is no part of more ("two sessions a week").
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from workbench.facts import Row, Table
from workbench.patterns import Several, exact

_ABOUT = (
    r"(?:(?:about|around|approximately|approx\.?|roughly|nearly|almost|close to|at least|at most|up to|over|under"
    r"|between|from|only|just|usually|typically|generally|normally|often|on average|an average of|a total of"
    r"|a minimum of|a maximum of|some|the|an?|another|more than|less than|no more than|no longer than|not more than"
    r"|as little as|currently|now|anywhere|somewhere|for|within|~) ?)*"
)
_LASTS = (
    r"(?:(?:will|should|usually|typically|generally|normally|each|all|then|only|on average|also|always|now|tends? to"
    r"|itself|to|had|is designed to|(?:is|are) expected to) )*"
    r"(?:lasts?|lasted|takes?|took|runs?|ran|(?:is|are) (?:scheduled|booked|planned)|is|are|was|be|goes on"
    r"|went on|continues?|requires?)"
)
_FOLLOWING = (
    r"$|[.,;:!?)]| (?:long|each|and|but|or|in length|in duration|in total|to (?:complete|finish|perform)"
    r"|on average|for"
    r"|with|at|per|including|plus|so|while|depending|from start|altogether|after|before|if|unless|when|without|until"
    r"|under|using|in|during|by|once|apiece)\b"
)
_NOT_ALL = (
    r"^ (?:an?|per|each|every|(?:in|over) the first|in (?:an?|one)) ?(?:day|week|month|year|visit)?\b"
    r"|^ (?:weekly|daily|monthly|apart|left|later|before|ago|so far|free|in advance|at a time|remaining|at once)\b"
)
_OF = r"^ of (?:the |an? |your )?([a-z-]+)"
_SPELLED = {
    "<noun>": r"((?:[a-z][a-z-]* ){0,3}?(?:(?:treatment|therapy) )?)<thing>",
    "<thing>": r"\b(<terms>)\b",
    "<about>": _ABOUT,
    "<lasts>": _LASTS,
    "<lasting>": r"(?:lasting|taking|running|of|(?:that|which) (?:lasts?|takes?|runs?)(?: for)?)",
    "<within>": r"(?:within|in|after|as (?:quickly|soon|fast|early) as)",
    "<gap>": r"(?: (?:itself|with|at|of|in|for|here|alone|session|visit)(?: [a-z'-]+){0,4}?)?(?:,? (?:which|that))?",
    "<is>": r"(?:is|are|was|were|runs|lasts|ranges)",
    "<end>": rf"^(?:{_FOLLOWING})",
}  # fmt: skip


class Named(NamedTuple):
    """What a quantity is the value of: the thing's name, the words in front of it, and whether it stands behind.

    `relative` is true for a clause about the thing ("at the session, which lasts …"); `of` is what it is one of
    ("session of training").
    """

    thing: str
    ahead: bytes
    behind: bool
    relative: bool = False
    of: bytes = b""


class Reader(Struct, frozen=True):
    """A row of the table, ready to be tried on what stands before and behind a quantity."""

    row: Row
    before: str
    after: str
    not_after: str = ""

    def named(self, left: bytes, right: bytes) -> Named | None:
        """What the row reads between these two; None where it does not speak of it."""
        if self.not_after and exact(self.not_after).match(right):
            return None
        behind = exact(self.after).match(right) if self.after else None
        if self.after and behind is None:
            return None
        ahead = exact(self.before).search(left) if self.before else None
        if self.before and ahead is None:
            return None
        if behind is not None and behind.count:
            *words, thing = behind.groups()
            return Named(thing.decode().lower(), b"".join(words).lower(), True)
        if ahead is not None and ahead.count:
            relative = exact(r"\b(?:which|that)\b").search(left[ahead.end(1) :]) is not None
            of = exact(_OF).match(left[ahead.end(1) :])
            word = b"" if of is None else of.group(1).lower()
            return Named(ahead.group(1).decode().lower(), left[: ahead.start(1)].lower(), False, relative, word)
        return Named(self.row["thing"], b"", False)


class Readers:
    """The rows for some kinds of quantities, with one scan for all: most quantities are the value of nothing."""

    def __init__(self, rows: tuple[Reader, ...]) -> None:
        self._rows = rows
        self._ahead = Several([reader.before for reader in rows if reader.before])
        self._behind = Several([reader.after for reader in rows if not reader.before], at_start=True)
        self._places = (
            [place for place, reader in enumerate(rows) if reader.before],
            [place for place, reader in enumerate(rows) if not reader.before],
        )

    def met(self, left: bytes, right: bytes) -> list[Reader]:
        """The rows that may speak of what stands between these two, in their order."""
        ahead, behind = self._ahead.met(left), self._behind.met(right)
        if not ahead and not behind:
            return []
        places = [*(self._places[0][met] for met in ahead), *(self._places[1][met] for met in behind)]
        return [self._rows[place] for place in sorted(places)]


class Attributes:
    """The table's rows, by the kinds of quantities that they read."""

    def __init__(self, rows: Mapping[str, list[Reader]]) -> None:
        self._rows = rows
        self._made: dict[tuple[str, ...], Readers | None] = {}

    def of(self, kinds: tuple[str, ...]) -> Readers | None:
        """The rows of some kinds in the order of the kinds, each kind's in the table's; None where there are none."""
        if kinds not in self._made:
            rows = tuple(reader for kind in kinds for reader in self._rows.get(kind, ()))
            self._made[kinds] = Readers(rows) if rows else None
        return self._made[kinds]


@lru_cache(maxsize=4)
def readers(table: Table) -> Attributes:
    """The table's rows, ready to be tried."""
    found: dict[str, list[Reader]] = {}
    for row in table:
        before, after, not_after = row["before"], row["after"], ""
        if after == "<all>":
            after, not_after = "", _NOT_ALL
        for name, pattern in (*_SPELLED.items(), ("<terms>", row["terms"])):
            before, after = before.replace(name, pattern), after.replace(name, pattern)
        found.setdefault(row["kind"], []).append(Reader(row, before, after, not_after))
    return Attributes(found)
