"""The words in front of a value and behind it by which grammar tells what it is of, as patterns on shadows."""

from __future__ import annotations

ADVERBS = (
    r"(?: (?:for|about|around|only|just|up to|at least|at most|some|roughly|nearly|almost|approximately|usually"
    r"|typically"
    r"|generally|normally|often|always|on average|a total of|between|from|the|an?|now|currently|all of|over|you|us))*"
)
TELLS = (
    r"\b(?:is|are|was|were|be|lasts?|lasted|takes?|took|runs?|ran|goes on|went on|continues?|continued|spans?|spanned"
    r"|costs?|needs?|needed|requires?|required|comes? to|came to|starts? (?:at|from)|sells? for|goes for|is priced at"
    r"|(?:is|are|was|were) (?:over|done|finished|completed|given|delivered) (?:in|within|over)"
    rf"|(?:is|are|was|were) (?:set|scheduled|booked|planned|(?:[a-z]+(?:ed|en|ept|read|un)) (?:over|across|for|at))"
    rf"|goes over|stays? (?:on|in|open|closed)){ADVERBS} $"
)
OF_IT = rf"\bof{ADVERBS} $"
COMES = (
    r"\b(?:comes?|came|begins?|began|starts?|started|(?:begins?|began|starts?|started) (?:to )?[a-z]+|works?"
    r"|worked|acts?|acted|helps?"
    r"|sets? in|appears?|appeared|arrives?|arrived|(?:is|are|will be|be) (?:ready|available|back|here|sent"
    r"|posted)|kicks? in"
    rf"|shows?|sent|posted|takes effect) (?:within|in|after){ADVERBS} $"
)
GOES = (
    rf"\b(?:wears? off|wore off|fades?|faded|heals?|healed|clears?|cleared|ends?|ended|dries|dried|stops?|goes away"
    rf"|went away|disappears?|is gone|are gone|closes?) (?:within|in|after){ADVERBS} $"
)
FELT = (
    r"\b(?:feel|notice|see|sense)s? (?:the|your|its|an?|this) ((?:[a-z][a-z'-]* ){1,3})"
    rf"(?:only )?(?:within|in|after){ADVERBS} $"
)
GAP = r"^ between (?:the |two |your |each |any two )?((?:[a-z][a-z'-]* ?){1,2})"
NEXT = rf"\bnext ((?:[a-z][a-z'-]* ){{1,2}}?)(?:(?:comes|follows|is|is due|takes place) )?(?:after|in){ADVERBS} $"
# “$690 a dose” of what?
EACH_OF_ANY = r"(?:doses?|units?|pieces?|tablets?|pills?|capsules?|shots?|days?|persons?|people|head)\b"
JUST = r"^[*_ ]*(?:for|at|with) (?:just|only) $"
TO_COME = (
    r"^ (?:to|until|before) (?:[a-z]+ )?(?:come|begin|start|work|act|appear|arrive|help|kick in|set in|take effect"
    r"|show|starts|begins|works)\b"
)
TO_GO = (
    r"^ (?:to|until|before) (?:[a-z]+ )?(?:wear off|fade|heal|clear|end|dry|stop|go away|disappear|close|fades"
    r"|heals)\b"
)
TO_HAVE = (
    r"^ (?:to|until|before) (?:[a-z]+ )?(?:get|receive|have|hear|learn)(?: back)? (?:the |your |our |my )?"
    r"((?:[a-z][a-z'-]* ?){1,2})"
)
FOR_IT = (
    r"^ (?:for|until|before) (?:the |your |its |a )?((?:[a-z][a-z'-]* ){0,2}[a-z][a-z'-]*?) (?:(?:to )?(?:work"
    r"|act|help"
    r"|start|begin|take effect|kick in|set in|come|arrive|show)s?)\b"
)
BESIDE = rf"((?:[a-z][a-z'-]* ){{0,3}}[a-z][a-z'-]*), (?:at|for|from|priced at){ADVERBS} $"
FOLLOWED = rf"\bfollow(?:s|ed|ing)?(?: up)?( [^.;:,]{{1,48}})? for{ADVERBS} $"
# “most people stay | for five days”
DONE = (
    r"\b(?:you|people|patients|guests|women|men|children|mothers|visitors|everyone|everybody|participants|donors)"
    r"(?: (?:will|can|must|should|have to|need to|usually|then|may|all|all of you))*"
    rf" (stays?|fasts?|wait|sleep|train|rest|pause|queue|exercise|practise"
    rf"|practice)(?: [a-z'-]+){{0,3}} for{ADVERBS} $"
)
# “our class meets | for 75 minutes”, whatever the verb
GOES_ON = rf"^[*_ ]*((?:the|our|your|this|each|every|an?) (?:[a-z][a-z'-]* ){{1,3}}?)[a-z]+ for{ADVERBS} $"
SPENT = (
    r"\b(?:spen[dt]|spends|stay(?:s|ed)?|lay|lies|was|were|after|during)(?: (?:the|his|her|your|their|my|about|for))* $"
)
IN_PLACE = r"^ (?:in|on|at) (?:the |an? |our |your )?((?:[a-z][a-z'-]* ?){1,2})"
SUBJECTS = frozenset(b"she he they you we it i people patients nobody everyone most".split())
WAITS = r"\bwait(?:s|ed|ing)?\b"
WAITED = r"^ (?:for|to get|to see|to have) (?:an? |the |your )?((?:[a-z][a-z'-]* ?){1,3})"
ASKED = (
    r"\bhow (?:long|much|soon|quickly|fast)(?: [a-z]+)? (?:is|are|was|were|does|do|did|will|can|should|would)"
    r" ([a-z][a-z'-]*(?: [a-z][a-z'-]*){0,5}?)(?: (?:last|take|run|go on|cost|be|need|long))*[ ?:]*$"
)
LABEL = r"^[*_ ]*((?:[a-z][a-z'-]* ?){1,4})(?::|\?| - )[ *_]*(?:(?:about|around|only|from|at) )?$"
PHRASES = (
    r"^(?: long)?(?: (?:with|without|in|at|among|after|on|by|before|under|using|during|when|if|instead of)"
    r" [a-z0-9' -]+)"
)
ONE_OF_SOME = (
    r"\b(?:groups?|arms?|versions?|options?|plans?|follow-up|visits?|marks?|points?|data|results?|outcomes?|rates?"
    r"|survival|mortality|assessments?|tiers?|packages?|schedules?|regimens?|interval|period|window|old|olds|gap"
    r"|break)\b"
)
TIME, OPEN, SHARE, OFTEN = "time", "open", "share", "between"
DOES = (
    r"^[ *_]*((?:[a-z][a-z'-]* ){1,4}?)(?:is|are|should|must|can|may|has to|have to|needs to|need to|will|goes|meets?"
    r"|takes place)\b"
)
DO = r"^[ *_]*[a-z]+ (?:the|your|this|our) ((?:[a-z][a-z'-]* ){1,2})$"
IS_OPEN = (
    r"\b(?:is|are|stays|stay) (?:now |always )?(?:open|staffed|answered|available|there)\b|\b(?:runs?|opens?"
    r"|closes?)\b"
)
CALLED = r"\b(?:call|ring|phone|reach|visit|use) (?:the|our|this) ((?:[a-z][a-z'-]* ?){1,3})"
VISITORS = r"\b(?:visitors?|guests|visiting (?:hours|times?))\b"
BEFORE_NOUN = r"^(?:-long|[ -]long)?[ -]((?:[a-z][a-z'-]* ?){1,4})"
WHOLE = (
    r"\b(?:the|these|those|your|our|all|during|over|through|throughout)"
    r"(?: (?:the|of|full|whole|entire|about|around|all))* $"
)
OF = r"^ (?:of|that|which)? ?((?:the|our|your|this|that|an?|their|his|her|my|its) )?((?:[a-z][a-z'-]* ?){1,4})"
FOR = (
    r"^(?:(?: (?:an hour|a day|a week|a month|a year))? (?:for|per|an?|each|every)\b| ?/)"
    r" ?((?:the|our|your|this|that|an?|each|every|one|a single) )*((?:[a-z][a-z'-]* ?){1,4})"
)
FOR_SUM = r"\b(?:for|at|with) (?:(?:just|only|about|a fee of|the|a) )*$"
LASTING = r"\b(?:lasts?|lasted|ran|runs?|takes?|took|goes on|went on)\b"
NEVER = frozenset(
    b"it they he she we you i there this that these those which who what people patients adults children men women"
    b" day week month year hour minute days weeks months years hours minutes later ago apart old long more less time"
    b" after before until then thing things most some many others other another rest half part".split()
)
PRICED = r"[$]|~|\b(?:costs?|price|fee|pounds|dollars|euros)\b"
