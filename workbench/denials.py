"""The English of denial: words that deny, predicates that deny their subject, and what only looks like either.

The groups of `CUE`: evidence that is missing, warding off, verbs and pronouns, nouns.
"""

from __future__ import annotations

_BETTER = (
    r"(?:better|safer|faster|easier|simpler|stronger|quicker|healthier|happier|cheaper|gentler|milder|purer|more \w+)"
)
# Negations in form that deny nothing, or that promise: they are passed over.
_EMPTY = (
    # two negations that make a promise: "no condition it cannot heal", "nobody leaves without"
    r"\b(?:(?:(?:no|not an?|not a single|not one) \w+ (?:of \w+ |\w+ of \w+ )?(?:(?:that|which|who|it|this|they|we"
    r"|you|has|have|was|had) (?:\w+ ){0,3}?)?|(?:nothing|nobody|no one|none) (?:(?:that|who|it|this|they"
    r"|we) (?:\w+ ){0,3}?)?)(?:(?:can|could)(?: not|n't|not)|(?:does|do|did|has|have|had|will|is|was)(?: not|n't)"
    r"|won't|fail(?:s|ed)?) (?:to )?(?:be )?(?:cured?|heal|help|treat|fix|work|benefit|respond|improve|solve|beat"
    rf"|reliev|ease|love|feel)\w*|(?:nobody|no one|none|no \w+|hardly an?) (?:\w+ ){{1,4}}?without|nothing {_BETTER}"
    rf"|never has there been an? {_BETTER}|(?:won't|will not|can't|cannot|can not|could not|couldn't|doesn't|does not"
    rf"|never) (?:ever )?(?:find|get|be|have|see) (?:any |an? )?{_BETTER}"
    # what others are said to hide or not to want
    r"|what (?:\w+ ){1,4}?(?:won't|will not|don't|doesn't|do not|does not|didn't|never) (?:tell|told|want)"
    r"|(?:don't|doesn't|didn't|do not|does not|did not|never) (?:\w+ )?want (?:you|us|people|patients) to"
    r"|no (?:prescription|doctor|appointment|waiting|needles?|surgery|insurance|questions?|visit) (?:\w+ )?(?:needed"
    r"|required|necessary|asked)|no (?:secret|coincidence|accident|exaggeration|joke)|say no (?:more )?to"
    r"|no longer an? (?:problem|worry|issue|concern)|no (?:match|rival|limit|end)|(?:can't"
    r"|cannot) (?:beat|(?:recommend|praise|thank) (?:\w+ ){1,5}?enough)|not to miss|(?:a|the|first|last|next|past"
    r"|every|these|those|some) few|(?:wouldn't|don't|didn't|aren't|isn't|can't|shouldn't|why don't) (?:you|we)"
    r"|no (?:reason|need|point) (?:to|in) (?:suffer|wait|put up|live|worry|hesitate|settle|accept|pay|struggl)\w*"
    r"|never again|(?:can|could)(?: not|n't|not) believe (?:it|how|my|what|the))\b|\b(?:(?:not|\w+n't) (?:only|just"
    r"|merely|simply|solely|to mention|surprisingly|uncommon|unusual|unlike|least)\b|no (?:doubt|wonder|question"
    r"|surprise|matter|problem|(?:more|less|fewer|later|earlier|sooner) than)\b|(?:without|beyond) (?:a )?(?:doubt"
    r"|question|fail|exception)\b|(?:whether or|if|why|or|believe it or) not\b|(?:second to|like) (?:none"
    r"|no other)\b|none other\b|no (?:other|better|greater|equal)\b|nothing (?:short of|less than|better|else|like"
    r"|beats?|compares?|comes close|works? as|(?:works?|is) (?:better|faster))\b|(?:can\s*not|can't|never|not|n't"
    r"|won't|doesn't|don't|will not|does not|couldn't) (?:ever )?(?:fails?|go wrong|lose|miss|disappoints?|help but"
    r"|be (?:happier|easier|simpler|beaten))\b(?: to\b)?|(?:don't|do not|never|can't|cannot|no need to|not) (?:wait"
    r"|hesitate|delay|forget|worry|settle|give up|put off|suffer|let|be (?:afraid|scared|shy|embarrassed|put off))\b"
    r"|not all that\b|can't get enough\b|(?:won't|will not) (?:believe|regret|be (?:disappointed|sorry))\b"
    r"|never (?:before|been (?:easier|better|faster|simpler|safer))\b|no\s*\.\s*\d|no one[\s-]size|no-\w+)"
)
_VERBAL = (
    r"not|never|\w+n't|cannot|can not|neither|nor|hardly|scarcely|seldom|rarely|nobody|no one|nothing|none"
    r"|by no means|in no way|no longer|fail(?:s|ed|ing)? to|failure to|unable to|unlikely to|(?:is|are|was|were"
    r"|be) far from|far from being|anything but|den(?:y|ies|ied)(?: that)?|(?:stop(?:s|ped|ping)?|f[ae]ll(?:s"
    r"|ing)?) (?:well |far |just )?short of|(?:has|have|had|is|are) yet to|few if any|(?:did|does|do|doing"
    r"|done) (?:little|nothing) to|too (?:early|soon|little|few|small|short|weak) to|(?:wrong|false|untrue|incorrect"
    r"|nonsense|a lie) that|few (?:\w+ )?(?:doctors|experts|scientists|specialists|researchers|physicians|clinicians"
    r"|people) (?:would|will|believe|think|claim|say|call|argue)|a far cry from|little to (?:suggest|show|indicate"
    r"|prove|support)|(?:refus(?:es?|ed|ing)|declin(?:es?|ed|ing)) to|doubtful|doubt(?:s|ed)? (?:that|whether|if"
    r"|about|any\w*|it|they|these|this|such)|(?:wrong|mistaken?|error|fallacy|naive|dangerous|misleading|inaccurate"
    r"|premature|unwise|unfair|tempting|absurd) to (?:think|believe|assume|call|say|claim|conclude|suggest|expect"
    r"|describe|imply|speak|talk|see|regard|suppose)|(?:dismiss|reject|disput|contradict|debunk)\w* (?:the |any "
    r"|this |that |such |all )?(?:\w+ )?(?:idea|notion|claim|suggestion|talk|view|belief|promise|hope|theory|myth)s?"
    r"|less (?:of )?an?|refut(?:es?|ed)|disprov(?:es?|ed)|(?:a|the) myth that|(?:not|isn't) true that|false that"
    r"|too good to"
)
_NOMINAL = (
    r"no|without|lack(?:s|ed|ing)?(?: of)?|absence of|zero|rather than|instead of|as opposed to|unproven|untested"
    r"|unfounded|bogus|fake|false|phony|contrary to"
)
_EVIDENCE = (
    r"(?:no|little|insufficient|not enough|lack of|scant) (?:\w+ ){0,3}?(?:evidence|proof|guarantee|indication"
    r"|sign|basis|reason|research|data|studies|study|trials?|promise)s?\b(?: (?:that|to|of|for|show\w*|prov\w*"
    r"|support\w*|it|they|this))?"
)
_WARDING = (
    r"(?:(?:^\W*|\b(?:should|must|please|to always|best to|and|or|also|,) )(?:always )?avoid|(?:^\W*|\b)(?:we"
    r"|i) (?:always |try to |also )?avoid|beware(?: of)?|(?:do not|don't|never|not) (?:believe|trust|expect|promise"
    r"|fall for))"
)
CUE = rf"{_EMPTY}|\b({_EVIDENCE})|({_WARDING})\b|\b({_VERBAL})\b|\b({_NOMINAL})\b"
# Predicates that deny their whole clause, subject and all: "A sure cure does not exist."
WHOLE = (
    r"\b(?:evidence|proof|support|data|case|hopes?|claims?)\b[^,;:]{0,80} ((?:is|are|was|were"
    r"|remains?) (?:\w+ )?(?:lacking|thin|scant|scarce|slim|weak))\W*$|(?::|\s-|,) (?:false|not true|untrue|wrong"
    r"|(?:a )?myth|nonsense)\W*$|\b(?:(?:do|does|did)(?: not|n't) (?:yet )?exist|(?:is|are)(?: not|n't) (?:possible"
    r"|true|real|the case|a thing)|(?:has|have)(?: not|n't) (?:yet )?been (?:\w+ly )?(?:found|shown|proven|proved"
    r"|established|demonstrated|confirmed)|(?:can|could|should|must|will|is|are)(?:\s?not|n't| never"
    r"|'t) (?:ever )?(?:be )?(?:guaranteed|promised|expected|assured)|(?:is|are|was|were|remains?) (?:still "
    r"|largely |simply |just )?(?:unproven|false|untrue|unfounded|bogus|untested|unrealistic|implausible|far-fetched"
    r"|out of reach|elusive|baseless|groundless|unsupported|doubtful|(?:years|decades) away|wishful thinking"
    r"|a (?:fantasy|fiction|distant|dream)|a myth|myths|nonsense|too good to be true|a lie|misleading)|(?:is|are|was"
    r"|were|seems?|remains?) (?:\w+ )?(?:premature|out of (?:place|sight)|dashed|wrong)\W*$|go(?:es)? (?:much "
    r"|far )?too far|(?:is|are)(?: not|n't)(?: \w+)? (?:in sight|near|around the corner)|(?:is|are|was|were"
    r"|seems?) (?:\w+ )?(?:unlikely|impossible)(?:\W*$| in| here| with|,)|(?:is|are|was|were|has been"
    r"|have been)(?: not|n't) (?:\w+ )?(?:supported|backed|borne out|confirmed|justified|grounded|realistic|accurate"
    r"|correct|telling the truth|to be trusted|trustworthy)|(?:has|have|had) (?:no|little) (?:\w+ )?(?:basis"
    r"|foundation|merit|support)|lacks? (?:any )?(?:basis|foundation|support|merit))(?:\b|$)"
)
