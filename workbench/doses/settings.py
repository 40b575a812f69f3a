"""Why a dose may be no advice to the reader: a study, the past, an overdose, an animal, a prescriber, a warning."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from workbench.doses.scene import Scene
from workbench.doses.stated import Bound, Setting, SettingKind, Where
from workbench.model import Sentence
from workbench.numerals import before
from workbench.patterns import Found, Several, exact

_STUDY = (
    r"\b(?:trials?|stud(?:y|ies)|participants?|volunteers?|subjects|randomi[sz]\w+|placebo|cohort|enrol\w+|researchers?"
    r"|investigators?|study arms?|open-label|double-blind|crossover|pilot|case (?:series|reports?)|meta-analys\w+"
    r"|in one arm|the (?:active|treatment|control) (?:arm|group)|published|protocol (?:used|called)|were (?:given"
    r"|dosed|assigned|treated)|(?:mean|median|average|modal) (?:\w+ ){0,2}dos(?:e|age)s?|(?:been|was|were)"
    r" (?:also )?(?:studied|tested|investigated|evaluated|trialled))\b"
)
_OVERDOSE = (
    r"\b(?:overdos\w+|poison\w*|toxic(?:ity)?|lethal|fatal(?:ly)?|died|deaths?|kill(?:s|ed)?|by (?:mistake|accident"
    r"|error)|mistaken\w*"
    r"|accident(?:al|ally)|in error|swallowed (?:a|an|the|all|some)|ingested|mix-?ups?|(?:ten|hundred|thousand|10|100"
    r"|1,?000)"
    r"[- ](?:fold|times) (?:the|too|over\w*|dose|error|higher|more)|wrong dose|dosing errors?|medication errors?)\b"
)
_ANIMAL = (
    r"\b(?:mice|mouse|rats?|rodents?|dogs?|puppies|puppy|cats?|kittens?|horses?|cattle|cows?|monkeys?|macaques?|pigs?"
    r"|sheep|rabbits?|guinea pigs?|ferrets?|animals?|pets?|livestock|veterinar\w+|vets?|in vitro|cell cultures?)\b"
)
_PRESCRIBER = (
    r"\b(?:for (?:health ?care|health|medical) (?:professionals?|providers?)|for (?:prescribers|clinicians|doctors"
    r"|pharmacists)"
    r"|prescribers? (?:should|may|can|must|will)|(?:clinicians?|physicians?|nurses?|an[a]?esth\w+"
    r"|pharmacists?) (?:should|may|can"
    r"|must|will|gives?|starts?|administers?)|(?:your|the|a) (?:doctor|prescriber|clinician|specialist|physician"
    r"|nurse|care team|psychiatrist) (?:may"
    r"|will|might|can|could|sets?|decides?|starts?|chooses?|adjusts?|prescribes?)|(?:if|when|unless|as|only if|where)"
    r" (?:\w+ )?(?:prescribed|directed|told to|instructed|advised)|on prescription|prescription[- ](?:strength|only"
    r"|doses?|ceiling|limit|maximum)"
    r"|under (?:medical|specialist|a doctor's|close) (?:supervision|care|advice)|in (?:a )?hospitals?|inpatients?"
    r"|operating (?:room|theat(?:re|er))"
    r"|intensive care|induction of|induce an[a]?esth\w+|general an[a]?esthesia|chemotherapy|oncologists?"
    r"|cancer (?:regimens?|protocols?|centers?|centres?))\b"
)
_WARNING = (
    r"\b(?:never|do not|don't|must not|mustn't|should not|shouldn't|cannot|can't|may not|avoid|(?:nobody"
    r"|no one)(?: \w+){0,4} (?:should|may|must)"
    r"|it is (?:dangerous|unsafe)|(?:harm|damag|destroy|injur)ed by"
    r"|too (?:much|high|many|often)|dangerous\w*|unsafe|harmful|not safe|beware|warning|mistake|error|instead of"
    r"|rather than"
    r"|contraindicated|not (?:approved|recommended|licensed|licenced|intended|suitable))\b"
)
# An order to the reader, whatever study stands beside it.
_ADVISED = (
    r"(?:^|[.;:,] |\b(?:so|then|and|just|now|always|you (?:can|should|may|could|need to|must)) )"
    r"(?:take|use|start|inject|swallow|try|give|begin)\b[^.;,]{0,30}$"
)
_TOO = (
    r"\b(?:is|are|would be|was|were) (?:far |much |way )?too (?:much|high|many)|\bdangerous|\bunsafe\b|\bharmful\b"
    r"|\bmistake\b|\berror\b|\bcan (?:kill|harm|damage)"
    r"|\b(?:caus\w+|led to|leads? to|result\w+ in) (?:[\w-]+ ){0,4}(?:failure|damage|injur\w+|seizures?|deaths?|harm"
    r"|poisoning|overdoses?|arrhythmias?|bleeding|comas?|hospital\w*)"
    r"|\b(?:destroy|damag|harm|ruin|wreck|injur|scar)\w* (?:the |your |her |his |their |my |an? )?(?:\w+ )?(?:livers?"
    r"|kidneys?|heart|brain|stomach|nerves?|hearing|eyes?|baby|foetus|fetus)\b"
)
_OUTSIDE = r"\b(?:not|outside|out of|without) (?:being )?$"
_NOT = r"\b(?:not|never|no|cannot|without|nor)(?: \w+)? ?$|n't(?: \w+)? ?$"
_HISTORY = (
    r"\b(?:until (?:\w+ )?(?:1[89]\d\d|20[01]\d)|formerly"
    r"|used to (?:[b-hj-lnop-suvwxz]\w+|t[a-gi-z]\w+|a\w+|i\w{3,}|m[a-xz]\w+)|no longer|historical(?:ly)?"
    r"|older (?:labels?|copies|texts?|guidelines?|editions?|advice)"
    r"|once (?:\w+ )?(?:mentioned|listed|allowed|gave|said|recommended|prescribed|label+ed|set|approved)"
    r"|in (?:the )?(?:1[89]\d\d|20[01]\d)s?\b[^.;]{0,40}\b(?:was|were|allowed|prescribed|gave|said|recommended|listed"
    r"|label+ed|approved))\b"
)
_OWN: tuple[tuple[SettingKind, str], ...] = (
    ("study", _STUDY),
    ("excess", _OVERDOSE),
    ("animal", _ANIMAL),
    ("prescriber", _PRESCRIBER),
    ("history", _HISTORY),
)
_FLAGS: tuple[tuple[SettingKind, tuple[str, ...]], ...] = (
    ("history", ("history",)),
    ("quotation", ("quoted",)),
    ("question", ("question",)),
    ("warning", ("warning-list",)),
    ("denied", ("negated",)),
)
_GO_ON = ("animal", "study")


def settings_of(scene: Scene, sentence: Sentence, at: int, to: int, bound: Bound) -> Iterator[Setting]:
    """The circumstances of the amount at `[at, to)`, the nearest words of each kind.

    A ceiling ("do not take more than 4 g") is neither warned of nor denied: it is what the sentence advises.
    """
    said = set[SettingKind]()
    advised = exact(_ADVISED).search(sentence.shadow[:at]) is not None
    for kind, pattern in _OWN:
        if advised and kind == "study":
            continue
        found = _nearest(scene, sentence, kind, pattern, at)
        if found is not None and kind == "history" and b";" in sentence.shadow[min(found[1], to) : max(found[0], at)]:
            continue
        if found is not None:
            said.add(kind)
            yield Setting(kind, scene.quote(sentence.index, *found))
        elif kind != "history":
            yield from _inherited(scene, sentence, kind, pattern)
    if bound != "at most":
        warned = _warned(sentence, at, to)
        if warned is not None:
            said.add("warning")
            yield Setting("warning", scene.quote(sentence.index, *warned))
    for kind, names in _FLAGS:
        if kind in said or (bound == "at most" and kind == "denied"):
            continue
        flag = next((flag for flag in sentence.flags if flag.flag in names and flag.at < to and at < flag.to), None)
        if flag is not None:
            yield Setting(kind, scene.quote(sentence.index, flag.at, flag.to))


def _nearest(scene: Scene, sentence: Sentence, kind: SettingKind, pattern: str, at: int) -> tuple[int, int] | None:
    return min(_cues(scene, sentence, kind, pattern), key=lambda span: abs(span[0] - at), default=None)


def _cues(scene: Scene, sentence: Sentence, kind: SettingKind, pattern: str) -> list[tuple[int, int]]:
    if kind not in _kinds(scene, sentence):
        return []
    return scene.kept(kind, sentence.index, lambda: [found.span() for found in _said(sentence, kind, pattern)])


def _kinds(scene: Scene, sentence: Sentence) -> tuple[SettingKind, ...]:
    """The kinds of which a sentence has words: most have none."""
    return scene.kept("kinds", sentence.index, lambda: tuple(_OWN[met][0] for met in _any().met(sentence.shadow)))


@cache
def _any() -> Several:
    return Several([pattern for _, pattern in _OWN])


def _said(sentence: Sentence, kind: SettingKind, pattern: str) -> list[Found]:
    """Where a pattern is met; “who are not in hospital” tells of no hospital."""
    found = list(exact(pattern).finditer(sentence.shadow))
    if kind != "prescriber":
        return found
    return [one for one in found if exact(_OUTSIDE).search(before(sentence.shadow, one.start(), 16)) is None]


def _inherited(scene: Scene, sentence: Sentence, kind: SettingKind, pattern: str) -> Iterator[Setting]:
    """A study or an animal goes on in the next sentences; a heading or lead-in speaks for what it heads."""
    beside: list[tuple[Where, Sentence]] = []
    if kind in _GO_ON:
        beside += [("before", other) for other in scene.before(sentence)]
    for where, other in (*beside, *scene.above(sentence)):
        for at, to in _cues(scene, other, kind, pattern):
            yield Setting(kind, scene.quote(other.index, at, to, where))
            return


def _warned(sentence: Sentence, at: int, to: int) -> tuple[int, int] | None:
    """Words that warn of the amount: in front of it in its clause ("never take …"), or behind it ("… is too much")."""
    shadow = sentence.shadow
    start = max(shadow.rfind(sign, 0, at) for sign in (b";", b". ", b":")) + 1
    in_front = [found.span() for found in exact(_WARNING).finditer(shadow[start:at])]
    if in_front:
        return in_front[-1][0] + start, in_front[-1][1] + start
    for behind in exact(_TOO).finditer(shadow[to:]):
        low, high = behind.start() + to, behind.end() + to
        if exact(_NOT).search(shadow[max(to, low - 24) : low]) is None:
            return low, high  # “… is not too much” warns of nothing
    return None
