"""What a value is of, by grammar alone: “the operation took three hours … after a five-hour operation”.

Nothing is known of the things: they are the subjects of verbs that tell a value, the nouns that a value stands before,
and what stands behind “of”, “for” or “per”.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from workbench.detectors.consistency._nouns import FUNCTION, SEVERAL, singular
from workbench.patterns import exact

_ADVERBS = (
    r"(?: (?:for|about|around|only|just|up to|at least|at most|some|roughly|nearly|almost|approximately|usually"
    r"|typically"
    r"|generally|normally|often|always|on average|a total of|between|from|the|an?|now|currently|all of|over|you|us))*"
)
_TELLS = (
    r"\b(?:is|are|was|were|be|lasts?|lasted|takes?|took|runs?|ran|goes on|went on|continues?|continued|spans?|spanned"
    r"|costs?|needs?|needed|requires?|required|comes? to|came to|starts? (?:at|from)|sells? for|goes for|is priced at"
    r"|(?:is|are|was|were) (?:over|done|finished|completed|given|delivered) (?:in|within|over)"
    rf"|(?:is|are|was|were) (?:set|scheduled|booked|planned)){_ADVERBS} $"
)
_OF_IT = rf"\bof{_ADVERBS} $"
_JOINS = frozenset(b"because since as if when while although though and but so whether once where yes no well".split())
_COMES = (
    r"\b(?:comes?|came|begins?|began|starts?|started|(?:begins?|began|starts?|started) (?:to )?[a-z]+|works?|worked"
    r"|sets? in|appears?|appeared|arrives?|arrived|(?:is|are|will be|be) (?:ready|available|back|here|sent"
    r"|posted)|kicks? in"
    rf"|shows?|sent|posted|takes effect) (?:within|in|after){_ADVERBS} $"
)
_GOES = (
    rf"\b(?:wears? off|wore off|fades?|faded|heals?|healed|clears?|cleared|ends?|ended|dries|dried|stops?|goes away"
    rf"|went away|disappears?|is gone|are gone|closes?) (?:within|in|after){_ADVERBS} $"
)
_TO_COME = (
    r"^ (?:to|until|before) (?:[a-z]+ )?(?:come|begin|start|work|act|appear|arrive|help|kick in|set in|take effect"
    r"|show|starts|begins|works)\b"
)
_TO_GO = (
    r"^ (?:to|until|before) (?:[a-z]+ )?(?:wear off|fade|heal|clear|end|dry|stop|go away|disappear|close|fades"
    r"|heals)\b"
)
_TO_HAVE = (
    r"^ (?:to|until|before) (?:[a-z]+ )?(?:get|receive|have|hear|learn)(?: back)? (?:the |your |our |my )?"
    r"((?:[a-z][a-z'-]* ?){1,2})"
)
_FOR_IT = (
    r"^ (?:for|until|before) (?:the |your |its |a )?((?:[a-z][a-z'-]* ){0,2}[a-z][a-z'-]*?) (?:(?:to )?(?:work"
    r"|act|help"
    r"|start|begin|take effect|kick in|set in|come|arrive|show)s?)\b"
)
_BESIDE = rf"((?:[a-z][a-z'-]* ){{0,3}}[a-z][a-z'-]*), (?:at|for|from|priced at){_ADVERBS} $"
_FOLLOWED = rf"\bfollow(?:s|ed|ing)?(?: up)? ([^.;:,]{{1,48}}) for{_ADVERBS} $"
_WAITS = r"\bwait(?:s|ed|ing)?\b"
_WAITED = r"^ (?:for|to get|to see|to have) (?:an? |the |your )?((?:[a-z][a-z'-]* ?){1,3})"
_ASKED = (
    r"\bhow (?:long|much|soon|quickly|fast)(?: [a-z]+)? (?:is|are|was|were|does|do|did|will|can|should|would)"
    r" ([a-z][a-z'-]*(?: [a-z][a-z'-]*){0,5}?)(?: (?:last|take|run|go on|cost|be|need|long))*[ ?:]*$"
)
_LABEL = r"^[*_ ]*((?:[a-z][a-z'-]* ?){1,4})(?::|\?| - )[ *_]*(?:(?:about|around|only|from|at) )?$"
_PHRASES = (
    r"^(?: long)?(?: (?:with|without|in|at|among|after|on|by|before|under|using|during|when|if|instead of)"
    r" [a-z0-9' -]+)"
)
_ONE_OF_SOME = (
    r"\b(?:groups?|arms?|versions?|options?|plans?|follow-up|visits?|marks?|points?|data|results?|outcomes?|rates?"
    r"|survival|mortality|assessments?|tiers?|packages?|schedules?|regimens?|interval|period|window|old|olds|gap"
    r"|break)\b"
)
_WAIT = (b"wait", b"waiting", b"list", b"lists", b"waits", b"queue")
AFTER = "after"  # so much of it: more than the whole cannot be
_TIME, _OPEN, _SHARE = "time", "open", "share"
_MARKS = SEVERAL | frozenset((b"without", b"before", b"after", b"at"))  # what makes another phrase of the same words
_IS_OPEN = (
    r"\b(?:is|are|stays|stay) (?:now |always )?(?:open|staffed|answered|available|there)\b|\b(?:runs?|opens?"
    r"|closes?)\b"
)
_CALLED = r"\b(?:call|ring|phone|reach|visit|use) (?:the|our|this) ((?:[a-z][a-z'-]* ?){1,3})"
_VISITORS = r"\b(?:visitors?|guests|visiting (?:hours|times?))\b"
_RESTRICTS = (b"that", b"which", b"who")
_HELPS = frozenset(
    b"will usually typically generally normally often always then now currently can may should must would"
    b" itself only just each also actually on average do does did to still".split()
)
_PREPOSITIONS = frozenset(
    b"at in on of for with without to from by during before after under over through near between per until within"
    b" since about against among across".split()
)
_DETERMINERS = frozenset(
    b"a an the our your their its his her this that these those each every any all one my no".split()
)
_DEFINITE = frozenset(b"the our your their its his her this that these those my".split())
_BEFORE_NOUN = r"^(?:-long|[ -]long)?[ -]((?:[a-z][a-z'-]* ?){1,4})"
_WHOLE = (
    r"\b(?:the|these|those|your|our|all|during|over|through|throughout)"
    r"(?: (?:the|of|full|whole|entire|about|around|all))* $"
)
_OF = r"^ (?:of|that|which)? ?((?:the|our|your|this|that|an?|their|his|her|my|its) )?((?:[a-z][a-z'-]* ?){1,4})"
_FOR = (
    r"^(?:(?: (?:an hour|a day|a week|a month|a year))? (?:for|per|an?|each|every)\b| ?/)"
    r" ?((?:the|our|your|this|that|an?|each|every|one|a single) )*((?:[a-z][a-z'-]* ?){1,4})"
)
_FOR_SUM = r"\b(?:for|at|with) (?:(?:just|only|about|a fee of|the|a) )*$"
_LASTING = r"\b(?:lasts?|lasted|ran|runs?|takes?|took|goes on|went on)\b"
_NAMELESS = frozenset(  # of which something else is told: “the price of the course”, “the session length”
    b"time length duration price cost fee charge rate total number amount dose period".split()
)
_NEVER = frozenset(
    b"it they he she we you i there this that these those which who what people patients adults children men women"
    b" day week month year hour minute days weeks months years hours minutes later ago apart old long more less time"
    b" after before until then thing things most some many others other another rest half part".split()
)
_BE = frozenset(b"is are was were has had have".split())
_PRICED = r"[$]|~|\b(?:costs?|price|fee|pounds|dollars|euros)\b"
PRONOUNS = ("it", "they")  # of what was told before to come or to go in so long
_WIDEST = 3  # words of a name


class Thing(Struct, frozen=True):
    """The head noun of what a value is of, the words that qualify it, and those of phrases behind it ("at home").

    `relation` is "in" for how soon something comes, "out" for how soon it goes, "after" for a part of it. `loose` is
    true for “a walk of 60 minutes”, which may be one of several.
    """

    head: str
    ahead: frozenset[str]
    behind: frozenset[str] = frozenset()
    definite: bool = False
    relation: str = ""
    loose: bool = False


def things(
    left: bytes, right: bytes, printed: str, label: bytes, kind: str, plain: frozenset[str]
) -> tuple[Thing, ...]:
    """What a value may be of, from the words of its clause in front of it and behind it, in lower case.

    Args:
        left: up to the value, with a blank at its end.
        right: from the value on.
        printed: the value as printed.
        label: what stands before it with a colon, or the question that it answers.
        kind: what the value is counted in: "time", a currency.
        plain: words that tell of no thing in particular.
    """
    found = (
        thing
        for thing in _things(left, right, printed, label, kind)
        if thing.head.encode() not in _NEVER or (thing.head in PRONOUNS and thing.relation)
    )
    more = frozenset(singular(word.decode()) for word in _behind(right) if _tells(word) or word in _MARKS)
    return tuple(
        replace(thing, ahead=thing.ahead - plain, behind=(thing.behind | more) - {thing.head}) for thing in found
    )


def _behind(right: bytes) -> list[bytes]:
    """The words of phrases behind a value: “… | with the device”, “… | at two years”."""
    found = exact(_PHRASES).match(right)
    return [] if found is None else found.group().split()


def _things(left: bytes, right: bytes, printed: str, label: bytes, kind: str) -> Iterator[Thing]:
    if kind == _OPEN:
        yield from _opened(left, label)
    if kind not in (_TIME, _SHARE) and not kind.isupper():
        return
    priced = kind == _TIME and exact(_PRICED).search(left + right) is not None  # “the one-week retreat costs $1,900”
    tells = exact(_TELLS).search(left)
    for relation, ahead, behind in (("in", _COMES, _TO_COME), ("out", _GOES, _TO_GO)):
        verb = exact(ahead).search(left) or (exact(behind).match(right) and tells)
        if verb:
            yield from (replace(thing, relation=relation) for thing in _subject(left[: verb.start()].split()))
            return
    had = exact(_TO_HAVE).match(right) or exact(_FOR_IT).match(right)
    if had is not None:
        yield from (replace(thing, relation="in") for thing in _nouns(had.group(1).split(), True, last=True))
        return
    followed = exact(_FOLLOWED).search(left)
    if followed is not None:
        whom = (singular(word.decode()) for word in followed.group(1).split() if _tells(word))
        yield Thing("follow-up", frozenset(), frozenset(whom), definite=True)
    waited = exact(_WAITED).match(right) if exact(_WAITS).search(left) is not None else None
    if waited is not None:
        words = left.split()
        front = frozenset(word.decode() for word in words if words[0] in _PREPOSITIONS and _tells(word))
        found = _nouns(waited.group(1).split(), True, last=True)
        yield from (replace(thing, relation="wait", behind=front) for thing in found)
        return
    if tells is not None:
        yield from _subject(left[: tells.start()].split())
    elif not priced and (of := exact(_OF_IT).search(left)) is not None:
        yield from (
            replace(thing, loose=not thing.definite) for thing in _subject(left[: of.start()].split(), last=True)
        )
    elif (beside := exact(_BESIDE).search(left)) is not None:
        yield from _subject(beside.group(1).split(), last=True)
    before = exact(_ASKED).search(label) or exact(_LABEL).match(label) if label else None
    if before is not None:
        yield from _subject(before.group(1).split())
    single = "-" in printed or not printed.endswith("s") or right.startswith(b"-")
    named = exact(_BEFORE_NOUN).match(right) if single and not priced else None
    if named is not None and exact(_ONE_OF_SOME).search(named.group(1)) is None:
        definite = not exact(r"\b(?:an?|each|every|any|most|some) $").search(left)
        yield from (replace(thing, loose=not definite) for thing in _nouns(named.group(1).split(), definite))
    if kind == _TIME:
        yield from _lasting(left, right)
    elif kind != _SHARE:
        yield from _priced(right)


def _opened(left: bytes, label: bytes) -> Iterator[Thing]:
    """What is open from one hour to another: “the helpline is staffed | from”, “you can ring the helpline "
    "| until”."""
    verb, called = exact(_IS_OPEN).search(left), exact(_CALLED).search(left)
    if verb is not None:
        yield from _subject(left[: verb.start()].split())
    elif called is not None:
        yield from _nouns(called.group(1).split(), True, last=True)
    if exact(_VISITORS).search(label) is not None:
        yield Thing("visitor", frozenset(), definite=True)


def _priced(right: bytes) -> Iterator[Thing]:
    """What a price is for: “$45 | for the hearing check”, “$6 | an hour for parking”."""
    of = exact(_FOR).match(right)
    if of is not None:
        yield from _nouns(of.group(2).split(), True, last=True)


def _lasting(left: bytes, right: bytes) -> Iterator[Thing]:
    """What a time is that of: “the ten weeks | of the course”, “the twelve months | that the study ran”."""
    whole, of = exact(_WHOLE).search(left), exact(_OF).match(right)
    if of is None or not (whole or exact(r"\bafter $").search(left)):
        return
    lasting = exact(_LASTING).search(right[: of.end()])
    if not (right.startswith(b" of ") or lasting):
        return
    words = right[of.start(2) : lasting.start() if lasting else of.end(2)].split()
    for thing in _nouns(words, of.group(1) is not None, last=True):
        yield replace(thing, relation="" if whole else AFTER)


def _subject(words: list[bytes], *, last: bool = False) -> Iterator[Thing]:
    """The noun phrase of a subject: its head stands before the first preposition, or at the end ("for a stay "
    "| of")."""
    if words and words[-1] in _RESTRICTS:
        return  # “pain that lasts 10 days”
    while words and words[-1] in _HELPS:
        words = words[:-1]
    joins = [place for place, word in enumerate(words) if word in _JOINS or (word in _BE and place)]
    words = words[: joins[-1]] if joins and joins[-1] == len(words) - 1 else words[joins[-1] + 1 if joins else 0 :]
    cuts, front = [place for place, word in enumerate(words) if word in _PREPOSITIONS], list[bytes]()
    if cuts and (cuts[0] == 0 or last):
        starts = [place for place, word in enumerate(words) if word in _DETERMINERS]
        if len(starts) < 2 and not last:
            return
        front, words = ([] if last else words[: starts[-1]]), words[starts[-1] if starts else cuts[-1] + 1 :]
        cuts = [place for place, word in enumerate(words) if word in _PREPOSITIONS]
    end = cuts[0] if cuts else len(words)
    first, behind = words[:end], [word for word in (*words[end:], *front) if _tells(word) or word in _MARKS]
    starts = [place for place, word in enumerate(first) if word in _DETERMINERS]
    definite = bool(starts) and first[starts[-1]] in _DEFINITE
    name = first[starts[-1] + 1 :] if starts else first
    yield from _named(name, behind, definite)
    if name and name[-1] in _WAIT and behind:
        yield from (replace(thing, relation="wait") for thing in _named(behind[:_WIDEST], [], definite))
    elif name and singular(name[-1].decode()).encode() in _NAMELESS:
        name = name[:-1] or behind[:_WIDEST]
        yield from _named(name, [word for word in behind if word not in name], definite)


def _nouns(words: list[bytes], definite: bool, *, last: bool = False) -> Iterator[Thing]:
    """The names that may begin here: up to the next word that is none of it, each of them may be the head."""
    name: list[bytes] = []
    for word in words[:_WIDEST]:
        if not _tells(word) or word in _HELPS:
            break
        name.append(word)
    lengths = range(1, len(name) + 1)
    for length in reversed(lengths) if last else lengths:
        yield from _named(name[:length], [], definite)


def _named(name: list[bytes], behind: list[bytes], definite: bool) -> Iterator[Thing]:
    if len(name) == 1 and name[0].decode() in PRONOUNS:
        yield Thing(name[0].decode(), frozenset(), definite=True)
        return
    words = [singular(word.decode()) for word in name if _tells(word) or word in SEVERAL or word[:1].isdigit()]
    if words and len(words) <= _WIDEST:
        rest = frozenset(singular(word.decode()) for word in behind)
        yield Thing(words[-1], frozenset(words[:-1]), rest, definite)


def _tells(word: bytes) -> bool:
    return word not in FUNCTION and word not in _PREPOSITIONS and word not in _DETERMINERS and not word[:1].isdigit()


def same(first: Thing, second: Thing) -> bool:
    """Whether the second, told later, is of the thing of the first: it says no more of it than that did."""
    if first.head != second.head or not second.ahead | second.behind <= first.ahead | first.behind:
        return False
    if first.relation != second.relation and not (second.relation == AFTER and not first.relation):
        return False
    return second.definite or (first.ahead == second.ahead and (first.definite or not second.loose))
