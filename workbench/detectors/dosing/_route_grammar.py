"""Whether a sentence says of a product that it is given in a way: “X is infused”, “oral X”, “take X by mouth”."""

from __future__ import annotations

from workbench.patterns import exact

_FORMS = (
    r"(?: (?:treatments?|therapy|doses?|sessions?|sprays?|creams?|pens?|shots?|films?|patch(?:es)?|tablets?|pills?"
    r"|drops?"
    r"|medicines?|devices?|itself|here|today|usually|often|now))*"
)
_BEHIND_NAME = rf"^\)?(?: \([\w ,-]+\))?{_FORMS}(?:, (?:the|an?|our) [\w -]{{3,40}},)?"
# “Spravato is usually given by | infusion”
_SAID_OF = (
    rf"{_BEHIND_NAME}(?:,? (?:which|that))?,? (?:given|taken|used|administered|delivered|is|are|was|were|isn't|aren't"
    rf"|gets?|(?:can|may|must|should|could|will|cannot"
    rf"|can't)(?: not)? (?:also"
    r" )?be|(?:has|needs|have|need) to be|works? (?:best|better|faster)(?: when)?|comes?|goes?|enters|reaches|runs"
    r"|flows"
    r"|drips)(?: (?:\w+ly|often|best|then|now|first|also|always|just|simply|given|taken|administered|delivered|used"
    r"|dosed|laid|tucked|slipped|slid|held|kept|left|squirted|hooked|connected|hung|stirred|mixed|available|offered|sold|injected|infused|dissolved|placed|sprayed|pushed|put|dripped|as|an?|the|your|our"
    r"|through|via|by|straight|into|in|to|be|one|two|single|short|slow"
    r"|quick|simple|weekly|daily|\d+-minute|hour-long|\w+-minute|clinic|office|home|nurses?|doctors?|patients|people"
    r"|bloodstream|arms?|veins?|not|never))* $"
)
# “a nurse injects | your first | Spravato”
_HANDLED = (
    r"^(?: (?:of|the|your|their|an?|one|two|three|first|next|some|more|whole|entire|full|small|large|thin|thick|tiny"
    r"|generous|contents|inside|amount|piece"
    r"|spoonful|half|\w+-sized|doses?|tubes?|dab|bit|little"
    r"|prescribed|crushed|liquid|\d+ ?(?:mg|ml|mcg|g)|[\d.]+))* $"
)
# “take | Spravato | by mouth”
_USED = (
    r"\b(?:tak(?:e|es|ing)|spoon|lay|lays|laying|stirs?|connects?|hooks?|tips?|pours?|giv(?:e|es|ing)|us(?:e|es|ing)|receiv(?:e|es|ing)|gets?|getting|have|has|administers?"
    r"|delivers?|puts?|dissolves?|mix(?:es)?|starts?|push(?:es)?|offers?|runs?|squeezes?|applies|apply"
    r"|sticks?|places?|wears?|keeps?|leaves?|press(?:es)?|holds?|slides?|sprays?|squirts?|drops?|tucks?|slips?|hangs?"
    r"|lets?|letting)"
    r"(?: (?:the|your|their|our|his|her|my|[a-z]+'s|an?|some|first|\d+|mg|doses?|of|a dose of))* $"
)
_USED_BEHIND = (
    rf"^{_FORMS}(?: (?:slide|go|run|slip|melt|dissolve|disappear))?(?: (?:\w+ly|straight|directly|here|weekly|at night"
    rf"|twice|once))* $"
)
# “crush the Suboxone tablet and | snort | it”
_THEN = r"^[^.;:]{0,60}\b(?:and|then),? (?:then |\w+ly )?$"
_IT = r"^ (?:it|them|one|the (?:contents|liquid|solution|powder|mix\w*))\b"
_LABELLED = (
    r"^(?: \([\w ,-]+\))? ?(?::| -) (?:(?:an?|by|as|via|through|iv|slow|weekly|daily|single|oral|\d+-minute|given|taken"
    r"|placed|put) )*$"
)
_OF = r"^ of (?:the |your |our |an? )?$"
_IN_OTHER_WORDS = r"^,? (?:an?|the|which is an?|our|one) (?:[\w-]+ ){0,2}$"  # “Mounjaro, an intravenous | infusion”
_PART = (  # “Duragesic: the patch is | chewed”
    r"^: (?:the|each|every|one|this|a) (?:patch|pen|spray|tablet|film|cream|shot|device|capsule|drops?) (?:is|are|gets"
    r"|must be|should be|can be|may be)(?: (?:\w+ly|then|first|best|\w+ed and))* ?$"
)

# “Suboxone film: let it dissolve | in the nose”
_ORDER = (
    r"^(?: (?:film|films|tablets?|sprays?|patch|patches|cream|pens?|drops?|shots?))?(?::|,| -)"
    r" (?:let|leave|put|place|dissolve|spray|take|use|inject|swallow|hold|press|keep|slide|drop|squirt|pour)"
    r"(?: (?:it|them|one|this|the (?:film|tablet|spray|patch|drops?)))?"
    r"(?: (?:melt|dissolve|go|run|sit|work|slowly|gently|quickly|straight|up))* $"
)


def joined(column: str, shadow: bytes, at: int, between: bytes, rest: bytes, name_first: bool) -> bool:
    """Whether the grammar joins a product and words of a way.

    Args:
        column: the part of speech of the words, as the table of ways has it.
        shadow: of the sentence.
        at: where the product's name begins.
        between: the bytes between the two.
        rest: what follows the words.
        name_first: whether the name stands before the words.
    """
    if not name_first:
        if column == "verbs":
            return exact(_HANDLED).match(between) is not None
        return (between in (b" ", b"-") and column in ("adjectives", "participles")) or (
            column == "nouns" and exact(_OF).match(between) is not None
        )
    if column == "verbs":
        return exact(_THEN).match(between) is not None and exact(_IT).match(rest) is not None
    if column == "nouns" and between in (b" ", b"-"):
        return True
    if column == "nouns" and between[:1] == b"," and exact(_IN_OTHER_WORDS).match(between) is not None:
        return True
    if column == "adverbials" and exact(_ORDER).match(between) is not None:
        return True
    if column in ("participles", "adverbials") and exact(_PART).match(between) is not None:
        return True
    said = exact(_SAID_OF).match(between) or (column != "adjectives" and exact(_LABELLED).match(between))
    if said:
        return True
    behind = exact(_USED_BEHIND).match(between) is not None
    return column == "adverbials" and behind and exact(_USED).search(shadow[:at]) is not None
