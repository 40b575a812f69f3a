"""Whose words these are: claims that are reported at a distance ("the ad promised", "sellers say")."""

from __future__ import annotations

from collections.abc import Iterator

from workbench import clauses
from workbench.clauses import Scope
from workbench.patterns import compiled

# Whoever sells, praises or spreads: what they say is theirs. Experts and studies endorse what they say.
_SELLERS = (
    r"(?:sellers?|vendors?|ads?|adverts?|advertisements?|advertisers?|marketers?|promoters?|influencers?|proponents"
    r"|advocates|enthusiasts|believers|salesm[ae]n|testimonials|commercials?|quacks?|scammers?|companies|brands"
    r"|clinics|firms|makers|manufacturers|websites|labels|posts|videos|fans|supporters|followers|devotees|backers"
    r"|critics|s[ck]eptics|detractors|headlines|newspapers|tabloids|magazines|forums|blogs|bloggers|gurus|flyers"
    r"|leaflets|brochures|posters|billboards|pamphlets|celebrities|podcasters|spammers|hucksters|the (?:media|press"
    r"|hype))"
)
_SELLER = (
    r"(?:company|firm|clinic|startup|spa|maker|manufacturer|website|site|label|leaflet|brochure|brand|products?"
    r"|supplements?|post|video|flyer|poster|billboard|pamphlet|spot|box|packet|package|packaging|bottle|jar|tin"
    r"|listing|campaign|shop|blog|blogger|guru|podcast|e-?mail|headline|newspaper|tabloid|magazine|store|web ?page"
    r"|complaint)"
)
_WHERE = (
    r"(?: of (?:the|this|an?|its|such) (?:\w+ )?\w+ | (?:for|from|in|on|at|by|with|behind|handed|sent|posted|seen"
    r"|shown) (?:\w+ ){1,4}?| (?:itself )?)"
)
_CLAIMS = (
    r"(?:claim(?:s|ed|ing)?|tout(?:s|ed|ing)?|boast(?:s|ed|ing)?|alleg(?:es?|ed|ing)|purport(?:s|ed|ing)?"
    r"|advertis(?:es?|ed|ing)|hyp(?:es?|ed|ing)|trumpet(?:s|ed|ing)?|bragg?(?:s|ed|ing)?)"
)
_PROMISES = r"(?:promis(?:es?|ed|ing)|guarantees?|guaranteed|assures?|assured)"
_SAYS = (
    r"(?:says?|said|tells?|told|states?|stated|insists?|insisted|will tell|reads?|calls?|called|swears?|swore"
    r"|argues?|argued|suggests?|maintains?|maintained|implies|implied|imply|(?:spoke|speaks?|talks?|talked) of"
    r"|hail(?:s|ed)|(?:market|sell|sold|pitch|push|promote|describe|portray|present|peddle|bill|paint)(?:e?s|e?d"
    r"|ing)? (?:\w+ ){1,4}?as)"
)
_BELIEVES = r"(?:believes?|believed|thinks?|thought|assumes?|assumed|imagines?|imagined)"
_SEES = r"(?:see|sees|saw|regard|regards|view|views|treat|treats) (?:\w+ ){1,3}?as"
_ADVERB = r"(?:\w+ly |often |also |may |will |would |sometimes |like to |still |now |even )?"
# What the page itself promises, and other uses of the word "claim", are passed over.
_OWN = (
    rf"\b(?:we|i|our \w+(?: \w+)?|my \w+) (?:(?:can|will|do|also|always|never|proudly) )*(?:{_CLAIMS}|{_PROMISES}"
    rf"|{_SAYS}|{_BELIEVES}|slogan|motto)\b|\b(?:insurance|medical|legal|health) claims?\b|\bclaims? to fame\b"
    r"|\b(?:our|my) (?:slogan|motto|promise)\b"
)
_CLAIMING = r"(?:claim|say|advertis|promis|market|tell|call|describ|suggest|stat|imply|boast|tout|present|sell)\w*"
_REPORTED = (
    rf"(?:{_SELLERS}|{_SELLER})(?:{_WHERE}|, [^,]{{2,50}}, ){_ADVERB}(?:{_CLAIMS}|{_PROMISES}|{_SAYS}"
    rf"|{_BELIEVES})(?: that| to| you)?|(?:who|that|which) {_ADVERB}(?:claims?|touts?|boasts?|alleges?"
    r"|purports?)(?: that| to)?|(?:claim(?:s|ed|ing)?|alleg(?:es?|ed)|purport(?:s|ed)?) (?:that|to|of|it|they|he|she"
    r"|their|its|this|these)|(?:people|many|others|some|patients|parents|shoppers|buyers) (?:may |might |often "
    rf"|still |\w+ly )?(?:{_BELIEVES}|{_SEES})|(?:common|popular|widespread|mistaken|persistent|general"
    r"|widely held) (?:belief|idea|assumption|notion|claim|view)s? (?:is|are|was|that|holds|among)|told (?:an? |the "
    r"|\w+ )?(?:magazine|newspaper|reporters?|viewers|followers|fans|readers|listeners|buyers|shoppers"
    r"|audience) (?:that )?|in the (?:\w+ )?(?:belief|hope) that|you (?:may |might |will |can |often "
    r"|probably )*(?:have )?(?:(?:heard?|read|been told) (?:that|it|people|claims?|how)|(?:seen?|find|encounter"
    r"|come across|meet) (?:ads|adverts|advertisements|claims|posts|promises|offers|headlines))|promis(?:es?|ed) of"
    r"|(?:stories|tales|rumou?rs?|talk|boasts|hype|ads|adverts|headlines|posts|legends) (?:of|about|that|for"
    r"|promising|claiming|saying|calling|touting|offering|with the words?)|(?:marketed|advertised|touted|hyped"
    r"|billed|promoted|pitched|hailed|presented|portrayed|peddled|trumpeted|framed|dressed up|passed off) as"
    r"|(?:wrongly|falsely|online|been) (?:described|labelled|labeled)(?: \w+)? as|described (?:online|in ads"
    r"|by \w+) as|what (?:it|they|he|she|some|many|sellers|marketers|its \w+|the \w+) (?:calls?|called"
    r"|describes? as)|sold as (?:an?|the)|advertis(?:es|ed|ing) (?:its|their|the) (?:\w+ ){1,4}as|(?:accused"
    rf"|suspected|guilty|convicted) of (?:\w+ly )?{_CLAIMING}|(?:fined|sued|warned|penali[sz]ed|sanctioned|prosecuted"
    r"|jailed|charged|disciplined|rebuked|banned|censured|reprimanded) (?:\w+ )?(?:for|over|from|after"
    rf"|about) (?:\w+ly )?{_CLAIMING}(?: that)?|(?:on|in) (?:the|its|their|an?) \w+,? (?:it |they )(?:says?|reads?"
    r"|claims?|promises?)|(?:slogan|tagline|strapline|sales pitch|jingle)s? (?:is|was|reads?|says?|said|goes|went"
    r"|ran|that|of|like)?|(?:is|are|was|were) said to|so-called|self-(?:proclaimed|styled)|supposedly|allegedly"
    r"|purportedly|reputedly|would have you believe(?: that)?"
)
# These need one of the speakers among their words.
_SOURCE = r"according to (?:the|its|their|this|one|some|many|a|an) (?:\w+ )?(?:\w+'s )?\w+"
_BEHIND = (
    r"(?:says?|said|claims?|claimed|promises?) (?:the|its|one|an?) (?:\w+ )?\w+|(?:the|one|an?"
    rf"|its) (?:\w+ )?\w+ (?:{_CLAIMS}|{_PROMISES}|{_SAYS}|goes|would have it)"
)
# A word that is spoken of and not used: "the word cure", "words like miracle".
_MENTION = r"(?:words?|phrases?|terms?|expressions?) (?:like|such as)|the (?:words?|phrases?|terms?|expressions?)"
_MENTIONED = r"^\W*(?:\w+\W+){1,3}"
_ATTRIBUTED = rf"{_OWN}|\b({_REPORTED})\b|\b({_SOURCE})\b|,\s*(?:or so )?({_BEHIND})\s*\W*$|\b({_MENTION})\b"
_SPEAKER = rf"\b(?:{_SELLERS}|{_SELLER})\b"
# "The maker promises relief" may be the page's own praise of a product, "the ad promises" is not.
_ONE_PROMISES = rf"^{_SELLER}\b.*\b(?:{_PROMISES}|{_BELIEVES})(?: that| to| you)?$"
_RIGHTLY = r"\b(?:rightly|correctly|truthfully|accurately|honestly)\b"
_EVEN = r"\beven (?:the |its )?$"  # "even critics say"
ATTRIBUTIONS = (_ATTRIBUTED,)
_SAID, _FROM, _AFTER, _MENTIONS = 1, 2, 3, 4  # the groups of `_ATTRIBUTED`


def attributions(dark: bytes) -> Iterator[Scope]:
    """Claims reported at a distance ("the ad promised", "sellers say"), each with the words that are reported.

    An expert or a study that says something endorses it and is not reported here; neither is what the page itself
    promises ("we promise") or what is said rightly.
    """
    for found in compiled(_ATTRIBUTED).finditer(dark):
        if found.lastindex is None or _endorsed(dark, found.start(found.lastindex), found.group(), found.lastindex):
            continue
        at, to = found.span(found.lastindex)
        if found.lastindex == _MENTIONS:
            mentioned = compiled(_MENTIONED).search(dark[to:])
            yield Scope(at, to, to, to + (mentioned.end() if mentioned else 0))
        elif len(dark) - to < 10 and b":" not in dark[to:] and not dark[to:].strip(b" .,;!?\"')"):
            yield Scope(at, to, 0, at)
        else:
            said = to + len(dark[to : to + 3]) - len(dark[to : to + 3].lstrip(b" ,:"))
            yield Scope(at, to, said, clauses.rest(dark, said))


def _endorsed(dark: bytes, at: int, words: bytes, group: int) -> bool:
    """True where nobody who sells or spreads is among the speakers, or where the words are said with approval."""
    if group in (_FROM, _AFTER):
        return compiled(_SPEAKER).search(words) is None
    if group != _SAID:
        return False
    patterns = ((_ONE_PROMISES, words), (_RIGHTLY, words), (_EVEN, dark[max(0, at - 12) : at]))
    return any(compiled(pattern).search(text) for pattern, text in patterns)
