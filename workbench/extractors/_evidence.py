"""What speaks for a claim in a passage: verbs, figures, strong words of effect, prices, approvals, results."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.model import Quantity
from workbench.patterns import compiled

_WRAPPER = (
    r"^\W*(?:(?:yet|however|but|also|in fact|still|finally),? )?(?:(?:it is|it's|its) (?:also )?(?:worth|important|"
    r"noteworthy|essential|crucial|interesting|useful)(?: to)?\s?(?:mention(?:ing)?|not(?:e|ing)|remember|know|"
    r"point(?:ing)? out|understand)?|(?:please )?(?:note|keep in mind|remember|be aware)|it should be noted) that "
)
_SAYS = 2.0  # weight of a cue that lets the introduction of a list say something by itself
_SCHEDULED = 4.0  # weight of a cue that alone speaks of a schedule
_PRICED = 5.0  # weight of a cue that alone speaks of a price
STRONG = 3.0  # weight of a cue that alone shows a health statement
_WHOLE = 100  # percent
_RULED = 5.0  # weight of a cue that names a regulator or an approval
_RESULT = (
    r"\b(?:found|finds|show(?:ed|n|s)|resulted|concluded?s?|demonstrate[ds]|revealed|confirm(?:ed|s)|observed that|"
    r"improved|fell|rose|lower|higher|fewer|significant(?:ly)?|no (?:serious|severe|significant|difference|effect)|"
    r"more likely|less likely|respond(?:ed)?|achieved|[\d.]+\s?%|percent|p\s?[<=>])"
)
_UNFINISHED = (
    r"\b(?:to|whether|if) (?:\w+ ){0,4}(?:determine|examine|evaluate|assess|compare|investigate|test|whether|see|"
    r"detect)\b"
)
_SHOULD_NOT = (
    r"\b(?:people|patients|women|men|children|adults|anyone|those|infants) (?:[\w,-]+ ){1,9}(?:should|must) not\b"
)
_ALL_OF_IT = (
    r"^\s?(?:safe|natural|herbal|vegan|drug-free|plant-based|recycl\w+|sure|certain|clear|organic|pure|guaranteed|free|"
    r"legal|real|confident|satisf\w+|money)\b"
)


def statement_start(passage: Passage) -> int:
    """Where the statement begins in the sentence: behind a label and wrappers such as “it is worth noting that”."""
    shadow = passage.sentence.shadow
    if b" that " not in shadow.lower():
        return 0  # every wrapper ends so; asked many times of each sentence
    found = compiled(_WRAPPER).match(shadow)
    return found.end() if found else 0


def says(passage: Passage) -> bool:
    """At least a plain word of effect, harm, dose or rule."""
    return passage.weight("efficacy", "safety", "dosing", "regulatory") >= _SAYS


def statement(passage: Passage) -> bool:
    """It has a verb."""
    return passage.first("verbs") is not None


def strong(passage: Passage) -> bool:
    """A word that alone shows a health statement."""
    return max(passage.strongest.values(), default=0.0) >= STRONG


def figure(passage: Passage) -> bool:
    """A number with an outcome."""
    return (sums(passage) or bool(measured(passage, "percent", "group", "ratio"))) and passage.topic() is not None


def percentage(passage: Passage) -> bool:
    """A percentage."""
    return bool(measured(passage, "percent"))


def measured(passage: Passage, *kinds: str) -> tuple[Quantity, ...]:
    """Its quantities of these kinds, without figures of speech such as “100% safe”."""
    found = passage.numbers(*kinds)
    if found and b"100" in passage.sentence.shadow:
        return tuple(quantity for quantity in found if not _speech(passage, quantity))
    return found


def _speech(passage: Passage, quantity: Quantity) -> bool:
    if quantity.kind != "percent" or quantity.low != _WHOLE:
        return False
    return compiled(_ALL_OF_IT).match(passage.sentence.shadow[quantity.to :]) is not None


def sums(passage: Passage) -> bool:
    """A sum of money."""
    return bool(passage.numbers("money"))


def price(passage: Passage) -> bool:
    """A sum, or strong words of price and cover."""
    return sums(passage) or passage.weight("cost") >= _PRICED


def approval(passage: Passage) -> bool:
    """A statement about a regulator or an approval."""
    return passage.weight("regulatory") >= _RULED and statement(passage)


def scheduled(passage: Passage) -> bool:
    """A dose or a schedule in figures: “two sessions a week for a month”."""
    if not passage.numbers("dose", "frequency"):
        return False
    return bool(passage.numbers("dose")) or passage.weight("dosing") >= _SCHEDULED


def promise(passage: Passage) -> bool:
    """A promise of an ad that needs no sentence: “Guaranteed weight loss in 14 days”."""
    return passage.first("promises") is not None


def named_result(passage: Passage) -> bool:
    """The sentence goes on from how a study was done to what it found."""
    shadow = passage.sentence.shadow
    return compiled(_RESULT).search(shadow) is not None and compiled(_UNFINISHED).search(shadow) is None


def effect(passage: Passage) -> bool:
    """A treatment or condition with a strong word of effect, harm or working."""
    named = passage.first("drugs", "treatments", "conditions")
    return named is not None and passage.weight("efficacy", "safety", "mechanism") >= STRONG


def unsuitable(passage: Passage) -> bool:
    """“People with a pacemaker should not have it” states for whom it is unsafe."""
    return compiled(_SHOULD_NOT).search(passage.sentence.shadow) is not None


def in_methods(passage: Passage) -> str | None:
    """A sentence in the methods of a research abstract; "" as its cue."""
    return "" if passage.part == "methods" else None


def in_results(passage: Passage) -> bool:
    """A statement in the results or conclusions of a research abstract."""
    return passage.part in ("results", "conclusions") and statement(passage)


def labelled(passage: Passage) -> bool:
    """“Label: text” whose text has a strong cue of its own is a statement without a verb."""
    length = passage.block.label - passage.sentence.at
    return length > 0 and any(
        weight >= STRONG and cue.at >= length for cues in passage.weighted.values() for weight, cue in cues
    )
