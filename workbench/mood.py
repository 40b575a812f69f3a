"""Questions, advice and hedges: sentences that do not state a fact outright."""

from __future__ import annotations

from collections.abc import Iterator

from workbench import clauses
from workbench.clauses import Scope
from workbench.patterns import compiled

_AUXILIARY = (
    r"(?:is|are|am|do|does|did|can|could|should|shall|will|would|was|were|has|have|had|isn't|aren't|doesn't|don't"
    r"|can't)"
)
_ASKS = r"\?[\"')\]*_~\s]*(?:\[[\d,\s-]+\]|\d{0,3})?$"
_QUESTION_HEADING = (
    rf"^\W*(?:\d+[.)]\s*)?(?:(?:what|how|why|when|where|who|which)(?:'s\b| {_AUXILIARY}\b)|how (?:long|much|many"
    rf"|often|soon|safe|effective|quickly|fast|well)(?: \w+)? {_AUXILIARY}\b|(?:what|which) (?:\w+ )?(?:kinds?|types?"
    rf"|sorts?|\w+[^s]s|conditions?|drug|dose) {_AUXILIARY}\b|(?:is|are|was|were|does|did|should|could|would"
    r"|can) (?:\w+ )+\w+)"
)
_LABELLED = r"^\W*q(?:uestion)?\s*\d*\s*[:.]\s"
_EMBEDDED = (
    r"\b(whether(?: or not)?|(?:unclear|unknown|wonder(?:s|ed|ing)?|unsure|not sure|find out|ask(?:s|ed"
    r"|ing)?(?: (?:the|your|a|about) \w+(?: \w+)?)?) if)\b"
)
QUESTIONS = (_ASKS, _QUESTION_HEADING, _LABELLED, _EMBEDDED)


_OPEN = (
    r"\b((?:open|unanswered|unresolved|remaining|research) questions|questions? (?:to ask|that remain|remain\w*"
    r"|for your)|(?:want|hope|need|try|trying|plan|set out) to (?:find out|know|learn|test)|(?:do not|don't) (?:yet "
    r"|still )?know)\b"
)


def announces_questions(dark: bytes) -> Scope | None:
    """The words of a heading or lead-in by which its list is one of questions ("Open questions")."""
    found = compiled(_OPEN).search(dark)
    return Scope(found.start(), found.end(), 0, len(dark)) if found else None


def heading_questions(dark: bytes) -> Iterator[Scope]:
    """Questions in a heading, which often lacks the question mark ("How it works" is none, "How does it work" is)."""
    return questions(dark, heading=True)


def questions(dark: bytes, heading: bool = False) -> Iterator[Scope]:
    """A question as a whole, or the clause of an embedded one ("unclear whether it helps")."""
    pattern = compiled(_LABELLED).search(dark)
    asked = compiled(_ASKS).search(dark) if dark.rstrip(b"\"')]*_~ 0123456789[,-").endswith(b"?") else None
    cue = asked or pattern or (compiled(_QUESTION_HEADING).search(dark) if heading else None)
    if cue is not None:
        yield Scope(cue.start(), cue.start() + 1 if asked else cue.end(), 0, len(dark))
        return
    for found in compiled(_EMBEDDED).finditer(dark):
        yield Scope(found.start(), found.end(), found.end(), clauses.rest(dark, found.end()))


_CARER = r"(?:your|a|an|the|any) (?:\w+ ){0,3}?"
_IMPERATIVE = (
    r"(?:take\s|ask\s|tell\s|talk (?:to|with|openly)\b|speak (?:to|with|up)\b|seek\s|consult\s|discuss\s|(?:see"
    r"|contact|call|visit) (?:your|a doctor|an ambulance|an? \w+ist\b|911|999|112|988|emergency|for help)"
    r"|check (?:with|that|your|the|if|for|whether)\b|do not\s|don't\s|never\s|avoid\s|stop (?:taking|using|the|it"
    r"|your|if|and)\b|use (?:the|a|an|it|this|these|your|only|as|at|every|once|caution|sunscreen)\b|keep (?:a|an|the"
    r"|all|it|this|your|taking|out|away|in|using)\b|drink (?:a|an|the|plenty|water|more|less|no|it|only|at|enough"
    r"|lots)\b|eat (?:a|an|the|more|less|no|fewer|plenty|before|small|only|nothing|at)\b|swallow\s|chew\s"
    r"|follow (?:the|your|all|these|up with|any)\b|read (?:the|your|all|labels?)\b|store (?:it|the|this|at|in|your"
    r"|below|away)\b|wait (?:at|for|until|a|an|\d)|limit (?:your|the|alcohol|use|it)\b|remember (?:to|that)\b"
    r"|be (?:sure|careful|cautious|aware|honest|prepared|ready|wary)\b|make (?:sure|certain|an appointment|a list)\b"
    r"|report (?:any|all|it|new|side|them)\b|start (?:with|at|on|low|slow)\b|bring (?:a|an|the|your|all)\b|wear (?:a"
    r"|an|the|loose|your)\b|apply (?:it|the|a|to|this|once|twice)\b|let (?:your|them|the (?:doctor|clinic|team"
    r"|nurse))\b|get (?:medical|emergency|help|advice)\b|inform your\b|look for\s|choose (?:a|an|the)\b"
    r"|always (?:take|ask|tell|talk|check|use|read|follow|consult|keep|carry|wash|wear|have|get|store|tell|bring"
    r"|finish|eat|drink)\b|(?:wash|rinse|clean|dry) (?:the|your|it|with|all)\b|have (?:someone|somebody|a friend"
    r"|a relative)\b|go to (?:the|your|an?) (?:\w+ )?(?:emergency|hospital|er|doctor|nearest|clinic)\b"
    r"|try to (?:sleep|keep|rest|eat|drink|avoid|stay|get|take|do)\b|plan to\s|only (?:take|use|give|buy)\b"
    r"|under no circumstances\b|consider (?:asking|talking|seeing|getting|taking|using|keeping)\b|test the\b"
    r"|work with your\b|put (?:the|it)\b|look after\s|aim for\b|arrive\s|let (?:someone|somebody|anyone)\b)"
)
_OPENS = (
    r"(?:^|[;:]\s|,\s(?:then\s|and\s|so\s)?|\s-+\s|\.\.\.\s)\W*(?:\d+[.)]\s*)?(?:please,? |first,? |then,? |also,? "
    r"|instead,? |just |always )?"
)
_WHO = (
    r"(?:you|anyone|everyone|parents|caregivers|they|doctors|clinics|staff|nurses|clinicians|providers|nobody|no one"
    r"|(?:patients|people|adults|children|women|men|users)(?: (?:with|over|under|aged|on|who take"
    r"|taking) (?:\w+ ){0,3}?\w+)?)"
)
_DUTY = (
    rf"(?:{_WHO} (?:should|must|ought to|need to|have to|shouldn't|mustn't)|(?:it is|it's) (?:\w+ly |always "
    r"|also )?(?:important|best|essential|vital|wise|crucial|advisable|recommended|necessary|critical"
    r"|a good idea) (?:that|to|(?:never|not|always) to|for (?:you|patients|people|anyone|everyone|women|men|children"
    r"|those))|(?:be sure|make sure|need|want|remember) to (?:talk|ask|tell|see|consult|check|discuss)|(?:consult"
    rf"|talk (?:to|with)|speak (?:to|with)|check with|ask|tell|see|contact|call) {_CARER}(?:doctor|physician|provider"
    r"|pharmacist|nurse|clinician|therapist|professional|practitioner|specialist|team)|(?:are"
    r"|is) (?:\w+ly )?(?:advised|told|asked|urged|instructed) (?:to|not to|never to|against)|we (?:ask|urge) (?:you"
    r"|all|every|our) (?:\w+ )?to|(?:we|i|doctors|experts|guidelines) (?:strongly )?(?:recommend|advise"
    r"|suggest) (?:that|you|talking|asking|speaking|checking))\b"
)
_NO_DUTY = (
    rf"\bask for \w+ by name\b|\b{_WHO} (?:should|must|need to|have to) (?:also |soon |start to |begin to "
    r"|be able to )?(?:be (?:ashamed|proud|happy|surprised|worried|without|in pain)|feel|notice|expect|know|see|try"
    r"|believe|hear|wonder|order|buy|join|book|call (?:us|now|today))\b|\b(?:call|contact|visit|ask|tell|see) (?:us"
    r"|now|today|me|our)\b|\b(?:don't|do not|never) (?:wait|miss|hesitate|delay|settle|suffer|worry|feel)\b"
    r"|\bnever (?:before|again|mind|been)\b|\btake (?:place|part|effect|control|charge|back|advantage|action"
    r"|the first)\b"
)
_ADVICE = rf"{_NO_DUTY}|\b({_DUTY})|{_OPENS}({_IMPERATIVE})"
ADVICE = (_ADVICE,)


def advice(dark: bytes) -> Iterator[Scope]:
    """Instructions to the reader, each with its clause; calls to buy or book are none."""
    for found in compiled(_ADVICE).finditer(dark):
        if found.lastindex is not None:
            at, to = found.span(found.lastindex)
            low, _ = clauses.around(dark, at)
            yield Scope(at, at + len(dark[at:to].rstrip()), min(low, at), clauses.rest(dark, to - 1))


_HEDGED = (
    r"\bmay (?:of )?\d|\b(?:in|on|by|since|until|last|early|late|mid|of) may\b|\bcould\s*(?:not|n't|never)\b"
    r"|\bcould care\b|\b(?:your|their|full|true|own|its|his|her) potential\b|\b(?:we|i) suggest\b|\b(may|might|could"
    r"|possibly|perhaps|suggest(?:s|ed|ing)?|appear(?:s|ed)? (?:to|that|as)|it appears|seem(?:s|ed|ingly)?"
    r"|potentially|potential (?:to|for|as)|potential|(?:is|are|was|were|been) (?:\w+ly )?(?:thought|believed)"
    r"|preliminary|under (?:study|investigation)|being (?:studied|investigated|explored))\b"
)
HEDGES = (_HEDGED,)


def hedges(dark: bytes) -> Iterator[Scope]:
    """Words that hold a statement open, each with its clause; a bare "can" is none."""
    for found in compiled(_HEDGED).finditer(dark):
        if found.lastindex is not None:
            low, _ = clauses.around(dark, found.start(1))
            yield Scope(found.start(1), found.end(1), low, clauses.rest(dark, found.end(1)))
