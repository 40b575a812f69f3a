"""What a value is of, by grammar alone: “the operation took three hours … after a five-hour operation”.

Nothing is known of the things: they are the subjects of verbs that tell a value, the nouns that a value stands before,
and what stands behind “of”, “for” or “per”.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from workbench.detectors.consistency._nouns import singular
from workbench.detectors.consistency._thing_names import (
    AFTER,
    MARKS,
    PREPOSITIONS,
    PRONOUNS,
    Thing,
    nouns,
    subject,
    tells,
)
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
    rf"|(?:is|are|was|were) (?:set|scheduled|booked|planned|(?:[a-z]+(?:ed|en|ept|read|un)) (?:over|across|for|at))"
    rf"|goes over|stays? (?:on|in|open|closed)){_ADVERBS} $"
)
_OF_IT = rf"\bof{_ADVERBS} $"
_COMES = (
    r"\b(?:comes?|came|begins?|began|starts?|started|(?:begins?|began|starts?|started) (?:to )?[a-z]+|works?"
    r"|worked|acts?|acted|helps?"
    r"|sets? in|appears?|appeared|arrives?|arrived|(?:is|are|will be|be) (?:ready|available|back|here|sent"
    r"|posted)|kicks? in"
    rf"|shows?|sent|posted|takes effect) (?:within|in|after){_ADVERBS} $"
)
_GOES = (
    rf"\b(?:wears? off|wore off|fades?|faded|heals?|healed|clears?|cleared|ends?|ended|dries|dried|stops?|goes away"
    rf"|went away|disappears?|is gone|are gone|closes?) (?:within|in|after){_ADVERBS} $"
)
_FELT = (
    r"\b(?:feel|notice|see|sense)s? (?:the|your|its|an?|this) ((?:[a-z][a-z'-]* ){1,3})"
    rf"(?:only )?(?:within|in|after){_ADVERBS} $"
)
_GAP = r"^ between (?:the |two |your |each |any two )?((?:[a-z][a-z'-]* ?){1,2})"
_NEXT = rf"\bnext ((?:[a-z][a-z'-]* ){{1,2}}?)(?:(?:comes|follows|is|is due|takes place) )?(?:after|in){_ADVERBS} $"
# “$690 a dose” of what?
_EACH_OF_ANY = r"(?:doses?|units?|pieces?|tablets?|pills?|capsules?|shots?|days?|persons?|people|head)\b"
_JUST = r"^[*_ ]*(?:for|at|with) (?:just|only) $"
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
_FOLLOWED = rf"\bfollow(?:s|ed|ing)?(?: up)?( [^.;:,]{{1,48}})? for{_ADVERBS} $"
# “most people stay | for five days”
_DONE = (
    r"\b(?:you|people|patients|guests|women|men|children|mothers|visitors|everyone|everybody|participants|donors)"
    r"(?: (?:will|can|must|should|have to|need to|usually|then|may|all|all of you))*"
    rf" (stays?|fasts?|wait|sleep|train|rest|pause|queue|exercise|practise"
    rf"|practice)(?: [a-z'-]+){{0,3}} for{_ADVERBS} $"
)
# “our class meets | for 75 minutes”, whatever the verb
_GOES_ON = rf"^[*_ ]*((?:the|our|your|this|each|every|an?) (?:[a-z][a-z'-]* ){{1,3}}?)[a-z]+ for{_ADVERBS} $"
_SPENT = (
    r"\b(?:spen[dt]|spends|stay(?:s|ed)?|lay|lies|was|were|after|during)(?: (?:the|his|her|your|their|my|about|for))* $"
)
_IN_PLACE = r"^ (?:in|on|at) (?:the |an? |our |your )?((?:[a-z][a-z'-]* ?){1,2})"
_SUBJECTS = frozenset(b"she he they you we it i people patients nobody everyone most".split())
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
_TIME, _OPEN, _SHARE, _OFTEN = "time", "open", "share", "between"
_DOES = (
    r"^[ *_]*((?:[a-z][a-z'-]* ){1,4}?)(?:is|are|should|must|can|may|has to|have to|needs to|need to|will|goes|meets?"
    r"|takes place)\b"
)
_DO = r"^[ *_]*[a-z]+ (?:the|your|this|our) ((?:[a-z][a-z'-]* ){1,2})$"
_IS_OPEN = (
    r"\b(?:is|are|stays|stay) (?:now |always )?(?:open|staffed|answered|available|there)\b|\b(?:runs?|opens?"
    r"|closes?)\b"
)
_CALLED = r"\b(?:call|ring|phone|reach|visit|use) (?:the|our|this) ((?:[a-z][a-z'-]* ?){1,3})"
_VISITORS = r"\b(?:visitors?|guests|visiting (?:hours|times?))\b"
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
_NEVER = frozenset(
    b"it they he she we you i there this that these those which who what people patients adults children men women"
    b" day week month year hour minute days weeks months years hours minutes later ago apart old long more less time"
    b" after before until then thing things most some many others other another rest half part".split()
)
_PRICED = r"[$]|~|\b(?:costs?|price|fee|pounds|dollars|euros)\b"


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
    more = frozenset(singular(word.decode()) for word in _behind(right) if tells(word) or word in MARKS)
    return tuple(
        replace(thing, ahead=thing.ahead - plain, behind=(thing.behind | more) - {thing.head}) for thing in found
    )


def _behind(right: bytes) -> list[bytes]:
    """The words of phrases behind a value: “… | with the device”, “… | at two years”."""
    found = exact(_PHRASES).match(right)
    words = [] if found is None else found.group().split()
    if b"if" in words or b"when" in words:
        return words
    cut = next((place for place, word in enumerate(words) if word in _SUBJECTS), len(words))
    return words[:cut]  # “after 19 days in intensive care | she came home”


def _things(left: bytes, right: bytes, printed: str, label: bytes, kind: str) -> Iterator[Thing]:
    if kind == _OPEN:
        yield from _opened(left, label)
    if kind == _OFTEN:
        yield from _repeated(left)
    if kind not in (_TIME, _SHARE) and not kind.isupper():
        return
    told = exact(_TELLS).search(left)
    for relation, ahead, behind in (("in", _COMES, _TO_COME), ("out", _GOES, _TO_GO)):
        verb = exact(ahead).search(left) or (exact(behind).match(right) and told)
        if verb:
            yield from (replace(thing, relation=relation) for thing in subject(left[: verb.start()].split()))
            return
    felt, gap = exact(_FELT).search(left), exact(_GAP).match(right)
    following = exact(_NEXT).search(left)
    if felt is not None:
        yield from (replace(thing, relation="in") for thing in nouns(felt.group(1).split(), True, last=True))
    elif gap is not None or following is not None:
        words = gap.group(1) if gap is not None else following.group(1) if following is not None else b""
        yield from (replace(thing, relation="gap") for thing in nouns(words.split(), True, last=True))
    else:
        yield from _of_clause(left, right, printed, label, kind)


def _of_clause(left: bytes, right: bytes, printed: str, label: bytes, kind: str) -> Iterator[Thing]:
    """What a length, a price or a share is of."""
    followed = exact(_FOLLOWED).search(left)
    if followed is not None:
        whom = (singular(word.decode()) for word in (followed.group(1) or b"").split() if tells(word))
        yield Thing("follow-up", frozenset(), frozenset(whom), definite=True)
    had = exact(_TO_HAVE).match(right) or exact(_FOR_IT).match(right)
    if had is not None:
        yield from (replace(thing, relation="in") for thing in nouns(had.group(1).split(), True, last=True))
        return
    place = exact(_IN_PLACE).match(right) if kind == _TIME and exact(_SPENT).search(left) is not None else None
    if place is not None:
        relation = AFTER if exact(r"\bafter $").search(left) is not None else ""
        yield from (replace(thing, relation=relation) for thing in nouns(place.group(1).split(), True, last=True))
    waited = exact(_WAITED).match(right) if exact(_WAITS).search(left) is not None else None
    if waited is not None:
        words = left.split()
        front = frozenset(word.decode() for word in words if words[0] in PREPOSITIONS and tells(word))
        found = nouns(waited.group(1).split(), True, last=True)
        yield from (replace(thing, relation="wait", behind=front) for thing in found)
        return
    yield from _in_front(left, right, printed, label, kind)
    done = exact(_DONE).search(left) if kind == _TIME else None
    if done is not None:
        yield Thing(done.group(1).decode().removesuffix("s"), frozenset(), definite=True)
    if kind == _TIME:
        yield from _lasting(left, right)
    elif kind != _SHARE:
        yield from _priced(left, right)


def _in_front(left: bytes, right: bytes, printed: str, label: bytes, kind: str) -> Iterator[Thing]:
    """What stands in front of a value, or what it stands in front of itself (“a five-hour | operation”)."""
    priced = kind == _TIME and exact(_PRICED).search(right) is not None  # “the one-week retreat costs $1,900”
    told = exact(_TELLS).search(left)
    goes_on = exact(_GOES_ON).match(left) if kind == _TIME else None
    if told is not None:
        yield from subject(left[: told.start()].split())
    elif goes_on is not None:
        yield from subject(goes_on.group(1).split())
    elif not priced and (of := exact(_OF_IT).search(left)) is not None:
        yield from (
            replace(thing, loose=not thing.definite) for thing in subject(left[: of.start()].split(), last=True)
        )
    elif (beside := exact(_BESIDE).search(left)) is not None:
        yield from subject(beside.group(1).split(), last=True)
    before = exact(_ASKED).search(label) or exact(_LABEL).match(label) if label else None
    if before is not None:
        yield from subject(before.group(1).split())
    single = "-" in printed or not printed.endswith("s") or right.startswith(b"-")
    named = exact(_BEFORE_NOUN).match(right) if single and not priced else None
    if named is not None and exact(_ONE_OF_SOME).search(named.group(1)) is None:
        definite = not exact(r"\b(?:an?|each|every|any|most|some) $").search(left)
        yield from (replace(thing, loose=not definite) for thing in nouns(named.group(1).split(), definite))


def _repeated(left: bytes) -> Iterator[Thing]:
    """What is done so often: “the ointment should be applied | twice a day”, “apply the ointment | once a day”."""
    does, do = exact(_DOES).match(left), exact(_DO).match(left)
    if does is not None:
        yield from subject(does.group(1).split())
    elif do is not None:
        yield from nouns(do.group(1).split(), True, last=True)


def _opened(left: bytes, label: bytes) -> Iterator[Thing]:
    """What is open from one hour to another: “the helpline is staffed | from”, “ring the helpline | until”."""
    verb, called = exact(_IS_OPEN).search(left), exact(_CALLED).search(left)
    if verb is not None:
        yield from subject(left[: verb.start()].split())
    elif called is not None:
        yield from nouns(called.group(1).split(), True, last=True)
    if exact(_VISITORS).search(label) is not None:
        yield Thing("visitor", frozenset(), definite=True)


def _priced(left: bytes, right: bytes) -> Iterator[Thing]:
    """What a price is for: “$45 | for the hearing check”, “$6 | an hour for parking”."""
    if exact(_JUST).match(left) is not None:
        yield Thing("price", frozenset(), definite=True)
    of = exact(_FOR).match(right)
    if of is not None and exact(_EACH_OF_ANY).match(of.group(2)) is None:
        yield from nouns(of.group(2).split(), True, last=True)


def _lasting(left: bytes, right: bytes) -> Iterator[Thing]:
    """What a time is that of: “the ten weeks | of the course”, “the twelve months | that the study ran”."""
    whole, of = exact(_WHOLE).search(left), exact(_OF).match(right)
    if of is None or not (whole or exact(r"\bafter $").search(left)):
        return
    lasting = exact(_LASTING).search(right[: of.end()])
    if not (right.startswith(b" of ") or lasting):
        return
    words = right[of.start(2) : lasting.start() if lasting else of.end(2)].split()
    for thing in nouns(words, of.group(1) is not None, last=True):
        yield replace(thing, relation="" if whole else AFTER)
