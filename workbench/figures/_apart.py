"""Whether parts listed beside each other exclude each other, by the words around them."""

from __future__ import annotations

from workbench.figures.page import Page
from workbench.figures.printed import find, words
from workbench.figures.stated import Number, Words
from workbench.model import Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_ONE_WHOLE = (
    r"\b(?:split|divided?|broken? down|breakdown|breaks? down|made up|make-?up|consist\w*|compos\w+|compris\w+"
    r"|distribut\w+|blood (?:groups|types)|marital status|religions?|by severity|by stage|severity of"
    r"|education levels?|remaining|remainder|the rest|the others|only one|mutually exclusive|market shares?"
    r"|accounted for|accounts? for|(?:stayed|remained) the same|unchanged|did not change|no change"
    r"|(?:revenue|budget|income|turnover|spending|expenses) (?:comes?|came|is|was|goes|went|breaks?)"
    r"|(?:revenue|budget|income|turnover|spending|expenses)\b[^.;%:\d]{0,16}: [a-z]+"
    r"|mild\b.*\bmoderate\b.*\bsevere)\b"
)
_ONE_EACH = (
    r"\b(?:exactly|only|just) one\b|\bone [a-z]+(?: [a-z]+)? (?:each|apiece|per [a-z]+|only|alone)\b|\bno other\b"
    r"|\b(?:each|every|everyone|everybody|all)\b[^.;%]{0,60}\b(?:one|a single|once)\b|\b(?:main|primary"
    r"|most important|favou?rite|first"
    r"|chief|biggest) (?:reason|source|cause|choice|doctor|drug|language|meal|route|diagnosis|answer|worry"
    r"|complaint)s?\b"
    r"|\bthe (?:one|single) [a-z]+ (?:that|they|which|most|who|you|people)\b"
    r"|\bone of (?:two|three|four|five|six)\b|\bonce each\b|\bonly once\b|\bone (?:answer|choice|box|option"
    r"|vote) (?:was|could|per|only)\b"
)
_NO_ONE_EACH = r"\b(?:at least one|one or (?:more|two)|one or other|more than one|no one)\b"
_SAME = r"\b(?:same|no change|not change\w*|did not change|unchanged|stable|no different)\b"
_WORSE = r"\b(?:worse|worsen\w*|deteriorat\w+)\b"
_BETTER = r"\b(?:better|improv\w+|recover\w*)\b"
_KINDS = (
    r"\b(two|three|four|five|six) (?:[a-z-]+ )?(?:places|ways|groups|types|kinds|sorts|categories|codes|classes|bands"
    r"|levels|regions|routes"
    r"|sources|stages|sizes|forms|answers|parts|camps|brands|flavou?rs|outcomes|lots)\b"
)
_MANY = {b"two": 2, b"three": 3, b"four": 4, b"five": 5, b"six": 6}
_BEING = r"(?:were |was |are |is |being )?"
_WOMEN, _MEN = rf"{_BEING}(?:wom[ae]n|females?)\b", rf"{_BEING}(?:m[ae]n|males?)\b"
_MADE_UP = (
    r"(?:made up|make up|account(?:s|ed)? for|were|form(?:ed)?|represent(?:ed)?|constituted?|comprised?)"
    r"(?: about| just| only)?"
)
_AND = r" ?(?:%|per ?cent),? (?:and |while |with )?{}[^\d%;.]*"
_NEXT_PART = r"[^%]*\b\d[\d.]* ?(?:%|per ?cent)? ?\(?"
_OPPOSITES = (rf"{_WOMEN}{_NEXT_PART}{_MEN}", rf"{_MEN}{_NEXT_PART}{_WOMEN}")
_SEVERAL = (
    r"\b(?:select all|all that apply|tick all|more than one|multiple (?:answers?|responses?|choices?|reasons?)"
    r"|(?:several|multiple) answers"
    r"|overlap\w*|not add up|non-?exclusive|not mutually exclusive|not exclusive|side effects?|adverse|symptoms?"
    r"|complaints?|complications?|reasons?|common(?:ly|est)?|also|as well as|both|at least one|one or more)\b"
)
OVERLAP = (
    r"\b(?:select all|all that apply|tick all|multiple (?:answers?|responses?|choices?)|several answers|overlap\w*"
    r"|not add up|non-?exclusive|not (?:mutually )?exclusive|one of several|several (?:reasons|causes|sources|places"
    r"|ways)|each age|within each)\b"
)


def opposites(sentence: Sentence, run: list[Number]) -> Words | None:
    """The words of two parts that are all there is: “62 % were women and 48 % were men”."""
    if len(run) != 2:
        return None
    at = run[0].to
    sign = exact(r" ?(?:%|per ?cent\b)? ?").match(after(sentence.shadow, at, 12))
    right = after(sentence.shadow, at + sign.end() if sign else at, 60)
    found = next(filter(None, (exact(pattern).match(right) for pattern in _OPPOSITES)), None)
    ahead, gap = before(sentence.shadow, at, 60), sentence.shadow[at : run[1].at]
    for one, other in ((_WOMEN, _MEN), (_MEN, _WOMEN)):  # “women made up 58 % and men 52 %”
        if exact(rf"{one} {_MADE_UP} [\d.]+$").search(ahead) and exact(_AND.format(other)).fullmatch(gap):
            found = exact(rf"[^;.]*{other}").match(right)
    start = at + sign.end() if sign else at
    return None if found is None else words(sentence, start, start + found.end())


def exclusive(page: Page, sentence: Sentence) -> tuple[bool | None, Words | None]:
    """Whether the parts can overlap, by the words around them; those of several answers go first."""
    lead_in = page.lead_in(sentence)
    own = [sentence, *([lead_in] if lead_in else [])]
    index = sentence.index + 1
    behind = page.article.sentences[index] if index < len(page.article.sentences) else None
    near = [*own, *page.before(sentence, 1)]
    near += [behind] if behind is not None and behind.block == sentence.block else []
    for verdict, pattern, there in ((False, _SEVERAL, near), (True, _ONE_WHOLE, own)):
        cue = next(filter(None, (find(one, pattern) for one in there)), None)
        if cue is not None:
            return verdict, cue
    return None, None


def one_each(page: Page, sentence: Sentence, parts: int) -> tuple[Words | None, bool]:
    """The words by which everybody has one part, and whether they say how many parts there are."""
    block = page.paragraph(sentence)
    place = block.index(sentence)
    above = (page.lead_in(sentence), page.title(sentence))
    near = [sentence, *block[max(0, place - 1) : place], *block[place + 1 : place + 2], *(one for one in above if one)]
    if any(exact(pattern).search(one.shadow) for one in near for pattern in (_NO_ONE_EACH, OVERLAP)):
        return None, False
    many = (exact(_KINDS).search(one.shadow) for one in near[:2])
    closed = any(found is not None and _MANY[found.group(1).lower()] == parts for found in many)
    cue = next(filter(None, (find(one, _ONE_EACH) for one in near)), None)
    if cue is None and closed:
        cue = next(filter(None, (find(one, _KINDS) for one in near)), None)
    if (
        cue is None
        and parts == 3
        and all(len(list(exact(one).finditer(sentence.shadow))) == 1 for one in (_SAME, _WORSE))
    ):
        cue = find(sentence, _SAME) if exact(_BETTER).search(sentence.shadow) else None
    return cue, closed
