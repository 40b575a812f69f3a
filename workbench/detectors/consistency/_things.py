"""What a value is of, by grammar alone: “the operation took three hours … after a five-hour operation”.

Nothing is known of the things: they are the subjects of verbs that tell a value, the nouns that a value stands before,
and what stands behind “of”, “for” or “per”.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from workbench.attributes.nouns import singular
from workbench.detectors.consistency import _thing_words as said
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
        if thing.head.encode() not in said.NEVER or (thing.head in PRONOUNS and thing.relation)
    )
    more = frozenset(singular(word.decode()) for word in _behind(right) if tells(word) or word in MARKS)
    return tuple(
        replace(thing, ahead=thing.ahead - plain, behind=(thing.behind | more) - {thing.head}) for thing in found
    )


def _behind(right: bytes) -> list[bytes]:
    """The words of phrases behind a value: “… | with the device”, “… | at two years”."""
    found = exact(said.PHRASES).match(right)
    words = [] if found is None else found.group().split()
    if b"if" in words or b"when" in words:
        return words
    cut = next((place for place, word in enumerate(words) if word in said.SUBJECTS), len(words))
    return words[:cut]  # “after 19 days in intensive care | she came home”


def _things(left: bytes, right: bytes, printed: str, label: bytes, kind: str) -> Iterator[Thing]:
    if kind == said.OPEN:
        yield from _opened(left, label)
    if kind == said.OFTEN:
        yield from _repeated(left)
    if kind not in (said.TIME, said.SHARE) and not kind.isupper():
        return
    told = exact(said.TELLS).search(left)
    for relation, ahead, behind in (("in", said.COMES, said.TO_COME), ("out", said.GOES, said.TO_GO)):
        verb = exact(ahead).search(left) or (exact(behind).match(right) and told)
        if verb:
            yield from (replace(thing, relation=relation) for thing in subject(left[: verb.start()].split()))
            return
    felt, gap = exact(said.FELT).search(left), exact(said.GAP).match(right)
    following = exact(said.NEXT).search(left)
    if felt is not None:
        yield from (replace(thing, relation="in") for thing in nouns(felt.group(1).split(), True, last=True))
    elif gap is not None or following is not None:
        words = gap.group(1) if gap is not None else following.group(1) if following is not None else b""
        yield from (replace(thing, relation="gap") for thing in nouns(words.split(), True, last=True))
    else:
        yield from _of_clause(left, right, printed, label, kind)


def _of_clause(left: bytes, right: bytes, printed: str, label: bytes, kind: str) -> Iterator[Thing]:
    """What a length, a price or a share is of."""
    followed = exact(said.FOLLOWED).search(left)
    if followed is not None:
        whom = (singular(word.decode()) for word in (followed.group(1) or b"").split() if tells(word))
        yield Thing("follow-up", frozenset(), frozenset(whom), definite=True)
    had = exact(said.TO_HAVE).match(right) or exact(said.FOR_IT).match(right)
    if had is not None:
        yield from (replace(thing, relation="in") for thing in nouns(had.group(1).split(), True, last=True))
        return
    place = (
        exact(said.IN_PLACE).match(right) if kind == said.TIME and exact(said.SPENT).search(left) is not None else None
    )
    if place is not None:
        relation = AFTER if exact(r"\bafter $").search(left) is not None else ""
        yield from (replace(thing, relation=relation) for thing in nouns(place.group(1).split(), True, last=True))
    waited = exact(said.WAITED).match(right) if exact(said.WAITS).search(left) is not None else None
    if waited is not None:
        words = left.split()
        front = frozenset(word.decode() for word in words if words[0] in PREPOSITIONS and tells(word))
        found = nouns(waited.group(1).split(), True, last=True)
        yield from (replace(thing, relation="wait", behind=front) for thing in found)
        return
    yield from _in_front(left, right, printed, label, kind)
    done = exact(said.DONE).search(left) if kind == said.TIME else None
    if done is not None:
        yield Thing(done.group(1).decode().removesuffix("s"), frozenset(), definite=True)
    if kind == said.TIME:
        yield from _lasting(left, right)
    elif kind != said.SHARE:
        yield from _priced(left, right)


def _in_front(left: bytes, right: bytes, printed: str, label: bytes, kind: str) -> Iterator[Thing]:
    """What stands in front of a value, or what it stands in front of itself (“a five-hour | operation”)."""
    priced = kind == said.TIME and exact(said.PRICED).search(right) is not None  # “the one-week retreat costs $1,900”
    told = exact(said.TELLS).search(left)
    goes_on = exact(said.GOES_ON).match(left) if kind == said.TIME else None
    if told is not None:
        yield from subject(left[: told.start()].split())
    elif goes_on is not None:
        yield from subject(goes_on.group(1).split())
    elif not priced and (of := exact(said.OF_IT).search(left)) is not None:
        yield from (
            replace(thing, loose=not thing.definite) for thing in subject(left[: of.start()].split(), last=True)
        )
    elif (beside := exact(said.BESIDE).search(left)) is not None:
        yield from subject(beside.group(1).split(), last=True)
    before = exact(said.ASKED).search(label) or exact(said.LABEL).match(label) if label else None
    if before is not None:
        yield from subject(before.group(1).split())
    single = "-" in printed or not printed.endswith("s") or right.startswith(b"-")
    named = exact(said.BEFORE_NOUN).match(right) if single and not priced else None
    if named is not None and exact(said.ONE_OF_SOME).search(named.group(1)) is None:
        definite = not exact(r"\b(?:an?|each|every|any|most|some) $").search(left)
        yield from (replace(thing, loose=not definite) for thing in nouns(named.group(1).split(), definite))


def _repeated(left: bytes) -> Iterator[Thing]:
    """What is done so often: “the ointment should be applied | twice a day”, “apply the ointment | once a day”."""
    does, do = exact(said.DOES).match(left), exact(said.DO).match(left)
    if does is not None:
        yield from subject(does.group(1).split())
    elif do is not None:
        yield from nouns(do.group(1).split(), True, last=True)


def _opened(left: bytes, label: bytes) -> Iterator[Thing]:
    """What is open from one hour to another: “the helpline is staffed | from”, “ring the helpline | until”."""
    verb, called = exact(said.IS_OPEN).search(left), exact(said.CALLED).search(left)
    if verb is not None:
        yield from subject(left[: verb.start()].split())
    elif called is not None:
        yield from nouns(called.group(1).split(), True, last=True)
    if exact(said.VISITORS).search(label) is not None:
        yield Thing("visitor", frozenset(), definite=True)


def _priced(left: bytes, right: bytes) -> Iterator[Thing]:
    """What a price is for: “$45 | for the hearing check”, “$6 | an hour for parking”."""
    if exact(said.JUST).match(left) is not None:
        yield Thing("price", frozenset(), definite=True)
    of = exact(said.FOR).match(right)
    if of is not None and exact(said.EACH_OF_ANY).match(of.group(2)) is None:
        yield from nouns(of.group(2).split(), True, last=True)


def _lasting(left: bytes, right: bytes) -> Iterator[Thing]:
    """What a time is that of: “the ten weeks | of the course”, “the twelve months | that the study ran”."""
    whole, of = exact(said.WHOLE).search(left), exact(said.OF).match(right)
    if of is None or not (whole or exact(r"\bafter $").search(left)):
        return
    lasting = exact(said.LASTING).search(right[: of.end()])
    if not (right.startswith(b" of ") or lasting):
        return
    words = right[of.start(2) : lasting.start() if lasting else of.end(2)].split()
    for thing in nouns(words, of.group(1) is not None, last=True):
        yield replace(thing, relation="" if whole else AFTER)
