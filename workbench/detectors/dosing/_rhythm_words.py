"""A daily rhythm that the grammar of a sentence gives to a drug without an amount: “inject … daily”."""

from __future__ import annotations

from workbench.doses.scene import Scene
from workbench.doses.stated import Times
from workbench.doses.times import times_in
from workbench.model import Hit, Sentence
from workbench.patterns import exact

OFTEN = 1 / 2  # times a day from which a weekly drug is taken like a daily one
_THINGS = (
    r"(?:tablets?|pills?|capsules?|injections?|shots?|jabs?|pens?|doses?|dosages?|syringes?|sodium|solution"
    r"|by mouth|orally|yourself|at home|with (?:food|water|breakfast|dinner)|under the skin"
    r"|in(?:to)? (?:your|the) (?:belly|thigh|arm|stomach)|in the (?:morning|evening)|on an empty stomach"
    r"|exactly|just|only|regularly)"
)
_TAKING = (
    r"\b(?:take|takes|taking|inject|injects|injecting|self-inject\w*|use|uses|using|swallow\w*|give|gives|giving|on"
    r"|dose"
    r"|doses|dosing|start|starts|starting|need|needs|get|gets|getting|administer\w*|adding|add)"
    r"(?: (?:your|the|an?|one|their|his|her|this|it|oral|generic|low-dose|weight-loss|of|yourself|with|half|two"
    r"|dose|shot|tablet|pill|pen|injection))* $"
)
_ONE = r"\b(?:one|an?|single|two|1|2)(?: (?:full|small|single))? $"
_BEHIND = rf"^(?:,? {_THINGS})*(?: \d\S*)?,? ?\(?$"
_IS_GIVEN = (
    r"^\)?(?: (?:tablets?|pills?|injections?|shots?|pens?|by mouth))*,? (?:(?:is|are|should be|must be|can be|may be"
    r"|has to be|needs to be|goes in|goes into the (?:belly|thigh|arm)|comes as|works as|which is|that is"
    r"|is usually|is typically)(?: (?:an?|usually|normally"
    r"|typically|best|always|often|easy to|simply|just))*|taken|injected|used|given|swallowed)(?: (?:taken|injected"
    r"|self-injected|given|used|dosed|administered|swallowed|prescribed|medicine|drug|injection|shot|tablet|pill"
    r"|by mouth|orally|under the skin|at home|(?:that |which )?(?:you|people|patients|users|adults) (?:take|inject|use"
    r"|get|swallow|give yourself)))* ?(?:an? )?$"
)
_IN_FRONT = (
    r"^[- ](?:(?:doses?|shots?|injections?|tablets?|pills?|jabs?|pens?)(?: of)? )?(?:your |oral |low-dose |the )?$"
)
_OPENS = r"(?:^|[.:;,(-] ?)\W*$"  # “Mounjaro every day melts the fat”
_GOES_ON = (
    r"^(?:[.,;:!)]|$| (?:for|with|before|after|at|to|and|will)\b| [a-z]{3,}s (?:the|your|you|it|my|me|fat|weight"
    r"|off)\b)"
)
_ANOTHER_CLAUSE = r"[;:]|, (?:and|but|then)\b|\band (?:have|get|see|check|visit|test|return|come|weigh)\b"


def daily_without_amount(scene: Scene, sentence: Sentence, hit: Hit) -> Times | None:
    """The daily rhythm of a drug's name: behind it with a verb of taking, or right in front (“daily … shots”)."""
    shadow = sentence.shadow
    for times in times_in(scene, sentence):
        if times.low < OFTEN:
            continue
        if times.words.at >= hit.to:
            gap = shadow[hit.to : times.words.at]
            taken = exact(_TAKING).search(shadow[max(0, hit.at - 48) : hit.at]) is not None
            counted = gap.strip() and exact(_ONE).search(shadow[max(0, hit.at - 16) : hit.at]) is not None
            opens = gap in (b" ", b", ") and exact(_OPENS).search(shadow[: hit.at]) is not None
            opens = opens and exact(_GOES_ON).match(shadow[times.words.to :]) is not None
            if opens or ((taken or counted) and exact(_BEHIND).match(gap)) or exact(_IS_GIVEN).match(gap):
                return times
        elif times.words.to <= hit.at and exact(_IN_FRONT).match(shadow[times.words.to : hit.at]):
            return times
    return None


def weekly_beside(scene: Scene, sentence: Sentence, at: int, to: int) -> bool:
    """Whether the clause of a drug or dose tells a rhythm of days apart as well (“once a week, at the same hour”)."""
    return any(
        times.window not in ("day", "h") and times.low < OFTEN and not _parted(sentence.shadow, times, at, to)
        for times in times_in(scene, sentence)
    )


def _parted(shadow: bytes, times: Times, at: int, to: int) -> bool:
    low, high = (to, times.words.at) if times.words.at >= to else (times.words.to, at)
    return exact(_ANOTHER_CLAUSE).search(shadow[low:high]) is not None
