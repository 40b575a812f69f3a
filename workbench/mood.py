"""Questions, advice and hedges: sentences that do not state a fact outright."""

from __future__ import annotations

from collections.abc import Iterator

from workbench import clauses
from workbench.clauses import Scope
from workbench.patterns import compiled

_AUXILIARY = (
    r"(?:is|are|am|do|does|did|can|could|should|shall|will|would|was|were|has|have|had|isn't|aren't"
    r"|doesn't|don't|can't)"
)
_ASKS = r"\?[\"')\]*_~\s]*(?:\[[\d,\s-]+\]|\d{0,3})?$"
_QUESTION_HEADING = (
    rf"^\W*(?:\d+[.)]\s*)?(?:(?:what|how|why|when|where|who|which)(?:'s\b| {_AUXILIARY}\b)"
    rf"|how (?:long|much|many|often|soon|safe|effective|quickly|fast|well)(?: \w+)? {_AUXILIARY}\b"
    rf"|(?:what|which) (?:\w+ )?(?:kinds?|types?|sorts?|\w+[^s]s|conditions?|drug|dose) {_AUXILIARY}\b"
    r"|(?:is|are|was|were|does|did|should|could|would|can) (?:\w+ )+\w+)"
)
_LABELLED = r"^\W*q(?:uestion)?\s*\d*\s*[:.]\s"
_EMBEDDED = (
    r"\b(whether(?: or not)?|(?:unclear|unknown|wonder(?:s|ed|ing)?|unsure|not sure|find out|ask(?:s|ed|ing)?"
    r"(?: (?:the|your|a|about) \w+(?: \w+)?)?) if)\b"
)


def questions(dark: bytes, heading: bool) -> Iterator[Scope]:
    """A question as a whole, or the clause of an embedded one ("unclear whether it helps")."""
    pattern = compiled(_LABELLED).search(dark)
    asked = compiled(_ASKS).search(dark) if dark.rstrip(b"\"')]*_~ 0123456789[,-").endswith(b"?") else None
    if asked or pattern or (heading and (pattern := compiled(_QUESTION_HEADING).search(dark))):
        cue = asked or pattern
        yield Scope(cue.start(), cue.start() + 1 if asked else cue.end(), 0, len(dark))
        return
    for found in compiled(_EMBEDDED).finditer(dark):
        yield Scope(found.start(), found.end(), found.end(), clauses.rest(dark, found.end()))


_CARER = r"(?:your|a|an|the|any) (?:\w+ ){0,3}?"
_IMPERATIVE = (
    r"(?:take\s|ask\s|tell\s|talk (?:to|with|openly)\b|speak (?:to|with|up)\b|seek\s|consult\s|discuss\s"
    r"|(?:see|contact|call|visit) (?:your|a doctor|an? \w+ist\b|911|999|112|988|emergency|for help)"
    r"|check (?:with|that|your|the|if|for|whether)\b|do not\s|don't\s|never\s|avoid\s|stop (?:taking|using"
    r"|the|it|your|if|and)\b"
    r"|use (?:the|a|an|it|this|these|your|only|as|at|every|once|caution|sunscreen)\b|keep (?:a|an|the|all"
    r"|it|this|your|taking|out|away|in|using)\b"
    r"|drink (?:a|an|the|plenty|water|more|less|no|it|only|at|enough|lots)\b|eat (?:a|an|the|more|less|no"
    r"|fewer|plenty|before|small|only|nothing|at)\b"
    r"|swallow\s|chew\s|follow (?:the|your|all|these|up with|any)\b|read (?:the|your|all|labels?)\b"
    r"|store (?:it|the|this|at|in|your|below|away)\b|wait (?:at|for|until|a|an|\d)|limit (?:your|the"
    r"|alcohol|use|it)\b"
    r"|remember (?:to|that)\b|be (?:sure|careful|cautious|aware|honest|prepared|ready|wary)\b|make (?:sure"
    r"|certain|an appointment|a list)\b"
    r"|report (?:any|all|it|new|side|them)\b|start (?:with|at|on|low|slow)\b|bring (?:a|an|the|your|all)\b"
    r"|wear (?:a|an|the|loose|your)\b"
    r"|apply (?:it|the|a|to|this|once|twice)\b|let (?:your|them|the (?:doctor|clinic|team|nurse))\b"
    r"|get (?:medical|emergency|help|advice)\b"
    r"|inform your\b|look for\s|choose (?:a|an|the)\b|always (?:take|ask|tell|talk|check|use|read|follow"
    r"|consult|keep|carry)\b)"
)
_OPENS = (
    r"(?:^|[;:]\s|,\s(?:then\s|and\s|so\s)?|\s-+\s|\.\.\.\s)\W*(?:\d+[.)]\s*)?(?:please,? |first,? "
    r"|then,? |also,? |instead,? |just |always )?"
)
_DUTY = (
    r"(?:(?:you|patients|people|adults|children|women|men|anyone|everyone|users|parents|caregivers"
    r"|they) (?:should|must|ought to|need to|have to|shouldn't|mustn't)"
    r"|(?:it is|it's) (?:\w+ly |always |also )?(?:important|best|essential|vital|wise|crucial|advisable"
    r"|recommended|necessary|critical|a good idea)"
    r" (?:that|to|for (?:you|patients|people|anyone|everyone|women|men|children|those))"
    r"|(?:be sure|make sure|need|want|remember) to (?:talk|ask|tell|see|consult|check|discuss)"
    rf"|(?:consult|talk (?:to|with)|speak (?:to|with)|check with|ask|tell|see|contact"
    rf"|call) {_CARER}(?:doctor|physician|provider|pharmacist|nurse|clinician|therapist|professional"
    rf"|practitioner|specialist|team)"
    r"|(?:we|i|doctors|experts|guidelines) (?:strongly )?(?:recommend|advise|suggest) (?:that|you|talking"
    r"|asking|speaking|checking))\b"
)
_NO_DUTY = (
    r"\b(?:you|patients|people|they|everyone) (?:should|must|need to|have to) (?:also |soon |start to "
    r"|begin to |be able to )?"
    r"(?:feel|notice|expect|know|see|try|believe|hear|wonder|order|buy|join|book|call (?:us|now|today))\b"
    r"|\b(?:call|contact|visit|ask|tell|see) (?:us|now|today|me|our)\b"
    r"|\b(?:don't|do not|never) (?:wait|miss|hesitate|delay|settle|suffer|worry|feel)\b|\bnever (?:before|again"
    r"|mind|been)\b|\btake (?:place"
    r"|part|effect|control|charge|back|advantage|action|the first)\b"
)
_ADVICE = rf"{_NO_DUTY}|\b({_DUTY})|{_OPENS}({_IMPERATIVE})"


def advice(dark: bytes) -> Iterator[Scope]:
    """Instructions to the reader, each with its clause; calls to buy or book are none."""
    for found in compiled(_ADVICE).finditer(dark):
        if found.lastindex is not None:
            at, to = found.span(found.lastindex)
            low, _ = clauses.around(dark, at)
            yield Scope(at, at + len(dark[at:to].rstrip()), min(low, at), clauses.rest(dark, to - 1))


_HEDGED = (
    r"\bmay (?:of )?\d|\b(?:in|on|by|since|until|last|early|late|mid|of) may\b|\bcould\s*(?:not|n't"
    r"|never)\b|\bcould care\b"
    r"|\b(?:your|their|full|true|own|its|his|her) potential\b|\b(?:we|i) suggest\b"
    r"|\b(may|might|could|possibly|perhaps|suggest(?:s|ed|ing)?|appear(?:s|ed)? (?:to|that|as)|it appears"
    r"|seem(?:s|ed|ingly)?"
    r"|potentially|potential (?:to|for|as)|potential|(?:is|are|was|were|been) (?:\w+ly )?(?:thought"
    r"|believed)|preliminary"
    r"|under (?:study|investigation)|being (?:studied|investigated|explored))\b"
)


def hedges(dark: bytes) -> Iterator[Scope]:
    """Words that hold a statement open, each with its clause; a bare "can" is none."""
    for found in compiled(_HEDGED).finditer(dark):
        if found.lastindex is not None:
            low, _ = clauses.around(dark, found.start(1))
            yield Scope(found.start(1), found.end(1), low, clauses.rest(dark, found.end(1)))
