"""Whether a sentence has the reader do what one of its verbs says: a command, leave, praise, or what "you" do here."""

from __future__ import annotations

from typing import Literal, NamedTuple

from workbench.model import Hit, Sentence
from workbench.patterns import compiled

Mood = Literal["told", "may", "does", ""]

_BACK = 140  # characters before a verb that are looked at
_ADVERBS = (
    r"(?:(?:also|all|just|simply|now|then|even|still|only|soon|today|tonight|tomorrow|first|instead|finally|please"
    r"|always|never again|as well|one day|well|quietly|\w{3,}ly) )*"
)
_OPENERS = (
    r"(?:(?:please|just|simply|then|now|so|and|or|but|also|instead|first|finally|next|today|tonight|tomorrow|always"
    r"|better|go ahead and|feel free to|time to|be sure to|remember to|make sure to|try to|be brave and"
    r"|do yourself a favou?r and|let's|why not|parents|friends|folks|guys|ladies|politely|confidently|\w{3,}ly)[ ,]+)*"
)
_COMMAND = rf"(?:^|[.;:!?(] ?|, | - )\W*{_OPENERS}$"
_JOINED = r" (?:and|or|then) (?:(?:just|simply|then|\w{3,}ly) )?$"  # "take the tea and | stop …"
_ADDRESSED = (
    r"\byou\b|(?:^|[.;:!?] ?)\W*(?:take|drink|use|start|begin|try|swap|come|go|get|call|order|join|buy|eat|sip|put"
    r"|throw|skip|stop|quit|drop|open|switch|leave|cancel|book|don't|do not|let|have|be|trust|read|follow|bring|finish"
    r"|say|keep|walk|forget|sleep|breathe|relax|light|find|pick|choose|learn|lie|sit|grab|head|cut|mix|add|pour|spray"
    r"|roll|do yourself)\b"
)
_YOU = r"(?:you|we|yours)"
_PEOPLE = (
    rf"(?:{_YOU}|patients|clients|members|guests|users|people|everyone|everybody|anyone|anybody|parents|women|men|mothers"
    r"|children|girls|boys|babies|adults|mums|moms|those|sufferers|diabetics|smokers|travell?ers|drinkers)"
)
_OURS = rf"(?:{_YOU}|everyone|everybody|(?:our |all )?(?:clients|members|guests|participants))"
_LEAVE = (
    r"(?:can|could|may|might as well|should|must|need to|have to|ought to|will|are free to|are able to|are to|get to)"
)
_GIVEN = (
    rf"\b(?:{_YOU} {_ADVERBS}{_LEAVE}|you'll|we'll|{_PEOPLE}(?: [\w'-]+){{0,7}}? (?:can|should|must))"
    rf" {_ADVERBS}(?:have )?$"
)
_FINE = (
    r"\b(?:safe|safely|fine|ok|okay|best|better|all right|alright|time|no problem|harmless|easy|wise|smart|good idea"
    r"|welcome|free|allowed|nothing wrong|no harm|no shame|no risk|no danger|no reason not|no law against|worth|dare"
    r"|permitted|courage|brave|bold|liberating|possible|nothing to fear|no need to fear|nothing against)"
    rf"(?: for [\w' ]{{1,20}})?(?: (?:to|in|with|about|from|against))? {_ADVERBS}$"
)
_URGED = (
    r"\b(?:we|i|our \w+|my \w+)(?: (?:always|also|all|usually|strongly|often))? (?:ask|tell|advise|urge|recommend|want"
    r"|encourage|suggest|get|let|have|make|invite|prefer|expect|teach|say|believe|love|like)s?(?: that)?"
    rf"(?: [\w'-]+){{0,4}}?(?: to| should| can)? {_ADVERBS}$|\bmy advice(?: is|:) (?:to )?$"
    r"|\bthe (?:trick|secret|answer|rule) is to $"
)
_ASIDE = (
    r"\b(?:if|when|before|after|once|whether|unless|until|why|how|that|since|while|because|as|who|where|than|makes?|made"
    r"|lets?|helps?|wants?|forces?|tells?|told|asks?|asked|says?)"
)
_INDICATIVE = rf"(?:^|\W){_OURS} {_ADVERBS}(?:and )?$"
_SOME = rf"\b(?:some|many|most|few|other|often|these|certain) {_PEOPLE}[^,;:]*$"
_MAY = rf"(?:^|[.;:!?,] ?)(?:[\w-]+ )?{_PEOPLE}(?: [\w'-]+){{0,5}}? (?:may|might|could|will) {_ADVERBS}$"


class Meant(NamedTuple):
    """How a verb is meant, and where the words begin that say so ("you can safely | stop")."""

    mood: Mood
    at: int


def meant(sentence: Sentence, verb: Hit) -> Meant:
    """How a verb is meant; one in -ing only where it is praised ("no harm in stopping").

    "told": a command, leave or urging ("just stop", "you can safely stop", "we ask guests to stop", "it is fine to
    stop"); "may": what people in general may do ("patients may stop"); "does": what you and guests do, without "if" or
    "who" ("you stop it that morning"); "": none of these.
    """
    low = max(0, verb.at - _BACK)
    lead = sentence.shadow[low : verb.at]
    first = sentence.shadow[verb.at : verb.to].split(b" ", 1)[0].lower()
    plain = not first.endswith((b"ing", b"ed"))
    ways = [_COMMAND, _GIVEN, _FINE, _URGED] if plain else [_FINE, _URGED] if first.endswith(b"ing") else []
    for way in ways:
        if (found := compiled(way).search(lead)) is not None:
            cue = found.group()
            return Meant("told", low + found.start() + len(cue) - len(cue.lstrip(b" .,;:!?()-\"'*_#")))
    if not plain:
        return Meant("", verb.at)
    if _is(_JOINED, lead) and _is(_ADDRESSED, lead):
        return Meant("told", verb.at)
    if _is(_INDICATIVE, lead) and not _is(rf"{_ASIDE} {_OURS} {_ADVERBS}$", lead):
        return Meant("does", verb.at)
    return Meant("may" if _is(_MAY, lead) and not _is(_SOME, lead) else "", verb.at)


def _is(pattern: str, lead: bytes) -> bool:
    return compiled(pattern).search(lead) is not None
