"""Courses of treatment: how many sessions, how often, for how long, as one passage states them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from workbench.doses.scene import Scene
from workbench.doses.stated import Length, Times, Words
from workbench.doses.times import DAYS, times_in
from workbench.joined import joined
from workbench.model import Quantity, Sentence
from workbench.numerals import after, before, scan
from workbench.patterns import exact

_SITTINGS = ("sessions", "infusions", "treatments", "injections", "doses", "visits", "appointments", "cycles")
_UNITS = ("day", "week", "month", "year")
_FOR = (
    r"\b(?:for|over|across|spread over|within|during|lasting|lasts|takes?|took|done in|stretch(?:es)? over|spans"
    r"|throughout|in|course of)(?: (?:about|around"
    r"|the first|the"
    r"|a|an|first|next|a total of|at least|up to|only|approximately))* ?$"
    r"|[x*,;:] ?$|^[*_ ]*$"
)
_LONG = r"^[- ](?:\w+ )?(?:course|programme|program|protocol|series|plan|cycle|period|induction|phase)s?\b"
_OPEN = (
    r"\b(?:up to|at least|at most|as many as|no more than|more than|about|around|roughly|some|usually"
    r"|typically)(?: \w+)? $"
)
_SUMS = r"\b(?:adds?|adding|amounts?|sums?|comes?) (?:up )?to $"
_EACH = r"\b(?:each|every|per|a|one|the|another|after|between|previous|last|first)(?: \w+)? $"
_NUMBER = r"(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
_NOUN = (
    r"(?:(?:\w+ )?(?:sessions?|infusions?|treatments?|injections?|doses?|visits?|appointments?|cycles?|drips?|shots?"
    r"|days?"
    r"|times|mornings|evenings) )?"
)
_SO_MANY = rf"\b{_NUMBER}(?: ?(?:-|to|or) ?{_NUMBER})? ?{_NOUN}$"
_COUNT = r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty|forty"
_IN_ALL = (
    rf"\b({_COUNT}) (?:(?:in all|altogether|in total|all told)(?:$|[^\w ]| (?:and|then|for|over|with|at|by)\b)"
    r"|(?:evenings|nights|mornings|afternoons|meetings|classes|lessons|workouts|shots|drips|sittings|calls|massages"
    r"|consultations|rounds)(?:$|[^\w ]| (?:in|over|for|of|each|one|with)\b))"
)
_COMES_TO = (
    rf"\b(?:comes? to|adds? up to|which makes|that makes|making|makes|so that is|that is) ({_COUNT})(?:$|[.,;)]| in )"
)
_MEETS = (
    r"\b(?:sessions?|infusions?|treatments?|injections?|visits?|appointments?|drips?|shots?|meets?|meetings?"
    r"|class(?:es)?"
    r"|lessons?|come|comes|course|programm?e?|group|therapy|training|package|massages?)\b"
)
_ADVERB = r"\b(weekly|daily|monthly)\b"
_PERIODS = {b"weekly": "week", b"daily": "day", b"monthly": "month"}
_HEAD = r"\b(?:total|sessions|visits|treatments|infusions|appointments|in all|altogether)\b"
_ALONE = r"^\W*(\d{1,3})\W*$"
_WEEKS = rf"\b(?:in|over|during|for|from|through)(?: the)? (weeks? ({_COUNT}) ?(?:to|through|until|-) ?({_COUNT}))\b"
_WINDOW = r"^(?:a|per|each|every|in a|weekly|monthly|daily)\b"
_RATE = r"^(?:,? ?(?:a|per|each|every|in each|/) ?(?:day|week|wk|month)\b| (?:weekly|monthly|daily)\b)"
_TIMES_BY = r"\b(\d)(?: ?(?:-|to) ?(\d))? ?x ?(?:/|a|per|each)? ?(day|week|wk|month)\b"


class Course(Struct, frozen=True):
    """Sittings, rhythm and length of one sentence, or of a sentence and the one behind it in its block.

    `sittings` is their number with its words, `times` how often, `length` for how long; `open` where a number is only
    a bound or vague ("up to six").
    """

    sittings: tuple[Decimal, Decimal]
    words: Words
    times: Times | None
    length: Length | None
    open: bool = False


def courses(scene: Scene) -> Iterator[Course]:
    """Every number of sittings with the rhythm and the length that stand nearest to it in its passage."""
    text = joined(scene.article)
    cued = {*text.cued(_IN_ALL), *text.cued(_COMES_TO)}
    for sentence in scene.article.sentences:
        for quantity in scene.article.quantities[sentence.index]:
            if quantity.kind != "count" or quantity.unit not in _SITTINGS or quantity.low is None:
                continue
            if exact(_EACH).search(before(sentence.shadow, quantity.at, 24)) is not None:
                continue
            if exact(_RATE).match(after(sentence.shadow, quantity.to, 16)) is not None:
                continue  # “two infusions a week”: the rhythm
            yield _course(scene, sentence, quantity)
        if sentence.index in cued or sentence.block in scene.heads:
            yield from (_course(scene, sentence, quantity) for quantity in _totals(scene, sentence))


def _totals(scene: Scene, sentence: Sentence) -> Iterator[Quantity]:
    """Numbers of sittings without such a noun: “eight in all”, “26 evenings”, a cell below “Total”."""
    cues = (*exact(_IN_ALL).finditer(sentence.shadow), *exact(_COMES_TO).finditer(sentence.shadow))
    found = [said.span(1) for said in cues if exact(_MEETS).search(sentence.shadow) is not None]
    head = scene.heads.get(sentence.block)
    heads = scene.of_block.get(head, []) if head is not None else []
    if heads and exact(_HEAD).search(scene.article.sentences[heads[0]].shadow) is not None:
        number = exact(_ALONE).match(sentence.shadow)
        found += [number.span(1)] if number is not None else []
    for at, to in found:
        value = Decimal(_value(sentence, at, to))
        yield Quantity("count", at, to, 0, 0, sentence.text[at:to], value, value, _SITTINGS[0])


def _course(scene: Scene, sentence: Sentence, quantity: Quantity) -> Course:
    passage = [sentence, *scene.before(sentence)[:1]]
    following = scene.next(sentence)
    if following is not None:
        passage.append(following)
    times = next((times for other in passage for times in rates(scene, other)), None)
    length = next((length for other in passage for length in lengths(scene, other)), None)
    low, high = quantity.low or Decimal(0), quantity.high or Decimal(0)
    sums = exact(_SUMS).search(before(sentence.shadow, quantity.at, 32)) is not None  # “adds up to”: no bound
    vague = not sums and (quantity.approximate or _open(sentence, quantity))
    return Course((low, high), scene.quote(sentence.index, quantity.at, quantity.to), times, length, vague)


def _open(sentence: Sentence, quantity: Quantity) -> bool:
    return exact(_OPEN).search(before(sentence.shadow, quantity.at, 32)) is not None


def rates(scene: Scene, sentence: Sentence) -> list[Times]:
    """Every rhythm of a sentence, with the number of sittings in front of it ("two infusions | a week")."""
    found = [_counted(scene, sentence, times) for times in times_in(scene, sentence)]
    found += _in_counts(scene, sentence)
    for said in exact(_TIMES_BY).finditer(sentence.shadow):
        unit = "week" if said.group(3).lower().startswith(b"w") else said.group(3).decode().lower()
        low, high = (int(said.group(group) or said.group(1)) / DAYS[unit] for group in (1, 2))
        found.append(Times(scene.quote(sentence.index, *said.span()), low, high, unit))
    return found


def _in_counts(scene: Scene, sentence: Sentence) -> Iterator[Times]:
    """“ten | weekly | sessions”."""
    for quantity in scene.article.quantities[sentence.index]:
        said = exact(_ADVERB).search(sentence.shadow[quantity.at : quantity.to]) if quantity.kind == "count" else None
        if said is not None:
            unit = _PERIODS[said.group(1).lower()]
            words = scene.quote(sentence.index, quantity.at + said.start(1), quantity.at + said.end(1))
            yield Times(words, 1 / DAYS[unit], 1 / DAYS[unit], unit)


def _counted(scene: Scene, sentence: Sentence, times: Times) -> Times:
    if exact(_WINDOW).match(sentence.shadow[times.words.at : times.words.to]) is None:
        return times
    start = max(0, times.words.at - 40)
    number = exact(_SO_MANY).search(sentence.shadow[start : times.words.at])
    if number is None:
        return times
    ends = [number.span(group) for group in (1, 2) if number.group(group) is not None]
    low, *_, high = [_value(sentence, start + at, start + to) for at, to in (ends[0], ends[-1])]
    words = scene.quote(sentence.index, start + number.start(), times.words.to)
    return replace(times, words=words, low=times.low * low, high=times.high * high)


def _value(sentence: Sentence, at: int, to: int) -> int:
    return next((int(numeral.value) for numeral in scan(sentence.text[at:to], sentence.shadow[at:to])), 1)


def lengths(scene: Scene, sentence: Sentence) -> Iterator[Length]:
    """For how long, as a sentence says it: “for four weeks”, “a two-week course”."""
    for quantity in scene.article.quantities[sentence.index]:
        if quantity.kind != "duration" or quantity.unit not in _UNITS or quantity.low is None or quantity.high is None:
            continue
        left, right = before(sentence.shadow, quantity.at, 48), after(sentence.shadow, quantity.to, 32)
        if exact(_FOR).search(left) is not None or exact(_LONG).match(right) is not None:
            words = scene.quote(sentence.index, quantity.at, quantity.to)
            yield Length(words, quantity.low, quantity.high, quantity.unit)
        elif scene.article.block(sentence).kind == "cell" and not left.strip() and not right.strip():
            yield Length(
                scene.quote(sentence.index, quantity.at, quantity.to), quantity.low, quantity.high, quantity.unit
            )
    for said in exact(_WEEKS).finditer(sentence.shadow):  # “in weeks one to four”
        first, last = (Decimal(_value(sentence, *said.span(group))) for group in (2, 3))
        if first < last:
            long = last - first + 1
            yield Length(scene.quote(sentence.index, *said.span(1)), long, long, _UNITS[1])
