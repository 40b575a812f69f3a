"""Numbers needed to treat as words tell them: “NNT 20”, “five people must use it for one more to stop”."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from workbench.figures.page import Page
from workbench.figures.printed import NUMBER, WORDED, number, worded, words
from workbench.figures.stated_changes import Needed
from workbench.model import Sentence
from workbench.patterns import exact

_N, _W = rf"({NUMBER})", rf"({WORDED}|(?:one|a|two|three|five) (?:hundred|thousand)|\d{{1,3}}(?:,\d{{3}})+)"
_LINK = (
    r"(?: ?\([^()\d]{1,12}\))?(?:,? (?:for|in|of|at|over|after) [^\d.;()]{1,40}?)? ?(?:=|:|,|was|is|were|of|are|equals"
    r"|being|would be|comes? to|came to|works? out (?:at|as|to)|(?:was|is) (?:estimated|calculated) (?:at|as|to be))? ?"
    r"(?:therefore |thus |then )?(?:about |approximately |around |roughly |only |just )?"
)
_PEOPLE = "(?:people|patients|adults|women|men|children)"
_ANYBODY = r"(?:[a-z-]+ ){0,2}?[a-z]{3,}s?(?:ople|men|ren)?"
_SAVES = r"(?:(?:to |would |will )?(?:prevent|avoid|spare|save|avert)s?|for) (?:one|1|a single|just one)\b"
_ONE = (
    r"(?:just |only )?(?:one|1|a single)\b(?: (?:more|extra|fewer|less|additional|other|further|of them|person|life"
    r"|[a-z]+))?"
)
_TO_ONE = (
    rf"(?:for|so that|to (?:prevent|spare|save|avoid|avert|help|get|see|cure|stop|benefit)|before"
    rf"|until) (?:the )?{_ONE}"
)
_HAVE = r"(?:must|need|needs|needed|have|had|would|will|should|take|takes|use|uses|get|are|be)\b"
NAMED = (
    r"\b(?:(NNT(?:[BHV])?|NNH|numbers?[- ]needed[- ]to[- ](?:treat|benefit|harm|vaccinate|screen))(?: to benefit)?s?"
    rf"{_LINK}{_N}"
    r"|(?:(?:needs?|needed|have|has|had|would have) to|must) (?:be treated|treat|give it to|take it)"
    rf"[^\d.;]{{0,20}}? ?{_N} {_PEOPLE}"
    rf"|{_N} {_PEOPLE}(?: [a-z-]+){{0,4}} (?:need|needed|have|had|must|would need|would have)(?: to)?"
    r" (?:be treated|take it|receive it|be given)"
    rf"|{_N} {_PEOPLE}(?: [a-z-]+){{0,3}} (?:need|needed|have|had|must|would need|would have)(?: to)?"
    rf" (?:[a-z-]+ ){{1,6}}{_SAVES}"
    rf"|every {_N} {_PEOPLE} (?:treated|given|who (?:are |were )?(?:treated|take|took|given))"
    rf"|(?:treat(?:ing|ed)?|giv(?:e|ing) [a-z' -]{{2,30}} to|vaccinat(?:e|ing)) {_N} {_PEOPLE}[^.;\d]{{0,60}}?"
    rf" {_SAVES})"
)
TOLD = (
    rf"\b{_W} (?:{_ANYBODY} )?{_HAVE}[^.;%\d]{{0,60}}? ?{_TO_ONE}",
    rf"\b(?:treat(?:ed|ing)?|vaccinat\w+|screen\w*|give it to|giv\w+ [a-z' -]{{2,30}} to) (?:just |only |about "
    rf"|some )?{_W} {_ANYBODY}"
    rf"[^.;%\d]{{0,60}}? ?{_TO_ONE}",
    r"\b(?:to|must|would|will|needs?|they|we|you|nurses?|doctors?|team) [a-z]{3,} (?:[a-z]+ ){0,3}?"
    rf"{_W} {_ANYBODY}[^.;%\d]{{0,60}}? ?to (?:prevent|spare|save|avoid|avert) {_ONE}",
    rf"\bone (?:[a-z]+ ){{1,5}}?(?:spared|prevented|avoided|saved|averted|helped|benefit(?:s|ed)?|cured|fewer|less"
    rf"|more)[^.;%\d]{{0,30}}?"
    rf" (?:for|in) every {_W}\b",
    rf"\b(?:for|of|in|out of) every {_W} (?:[a-z-]+ ){{0,2}}?[a-z]+ ?(?:treated|given|screened|vaccinated"
    rf"|who [a-z ]{{3,20}})?,?[^.;%\d]{{0,30}}?"
    r"\bone (?:extra|more|fewer|less|additional|will|is|benefits?|avoids?|would|gains?)\b",
    rf"\bone in (?:every )?{_W} (?:[a-z-]+ )?(?:treated|vaccinated|screened|who (?:take"
    rf"|are given) [a-z]+)[^.;%\d]{{0,20}}? (?:benefits?|gains?"
    r"|profits?|is (?:helped|spared|saved|cured))",
    rf"\bto (?:prevent|spare|save|avoid|help|cure|get) (?:one|1|a single) [^.;%,\d]{{2,40}}, (?:about |some "
    rf"|only )?{_W} (?:{_ANYBODY} )?{_HAVE}",
    rf"\bfor (?:each|every|one) (?:extra|additional|more|further)? ?[^.;%,\d]{{2,40}}, (?:about |some "
    rf"|only )?{_W} {_ANYBODY} {_HAVE}",
)
NEEDS = r"\b(?:one|1|a single|each|every)\b|\bNN|needed|treat|giv|take it|receive it"  # where any of these can stand
_ENDS = r" ?[(\[,;] ?(?:95 ?% ?(?:CI|confidence interval)s?:?,? ?(?:of )?)?(\d+(?:\.\d+)?) ?(?:-|to) ?(\d+(?:\.\d+)?)"
_PERIOD = (
    r"\b(?:for|before|until) (?:one|1|a single) (?:more |extra |whole |full )?(?:day|week|month|year|hour|minute"
    r"|night|session|course|dose|visit|term|season)"
)
_HARMED = r"\b(?:harm\w*|feels? sick|side effects?|suffers?|is hurt)\b"


def needed_in(page: Page, sentence: Sentence) -> Iterator[Needed]:
    """Each number needed to treat or to harm that a sentence tells."""
    kept = list(_named(sentence))
    for one in _told(page, sentence):
        same = [known for known in kept if one.number.at < known.number.to and known.number.at < one.number.to]
        kept = [structs.replace(known, plain=True) if known in same else known for known in kept]
        kept += [] if same else [one]
    yield from sorted(kept, key=lambda one: one.words.at)


def _named(sentence: Sentence) -> Iterator[Needed]:
    for found in exact(NAMED).finditer(sentence.shadow):
        group = next(index for index in (2, 3, 4, 5, 6, 7) if found.group(index) is not None)
        value = number(sentence, found.span(group))
        if value is None:
            continue
        ends = exact(_ENDS).match(sentence.shadow[value.to : value.to + 50])
        low, high = (number(sentence, ends.span(g), offset=value.to) for g in (1, 2)) if ends else (None, None)
        name = (found.group(1) or b"").lower()
        harm = b"harm" in name or name.startswith(b"nnh")
        yield Needed(words(sentence, *found.span()), value, harm or name == b"nnth", low, high)


def _told(page: Page, sentence: Sentence) -> Iterator[Needed]:
    for pattern in TOLD:
        for found in exact(pattern).finditer(sentence.shadow):
            at = found.start(1)
            if exact(_PERIOD).search(sentence.shadow[found.start() : found.end() + 12]) is not None:
                continue
            value = next((one for one in page.numerals(sentence) if one.at == at), None) or worded(
                sentence, found.span(1)
            )
            if value is not None and value.value == value.value.to_integral_value() and value.value > 1:
                harm = exact(_HARMED).search(found.group()) is not None
                yield Needed(words(sentence, *found.span()), value, harm, plain=True)


def in_table(page: Page, label: Sentence) -> Needed | None:
    """The number of the cell right of a cell that names it."""
    cell = page.of_block.get(label.block + 1)
    beside = cell is not None and page.article.block(cell[0]).kind == "cell"
    named = exact(r"^\W*(?:NNT|NNH|numbers?[- ]needed[- ]to[- ][a-z]+)\W*$").search(label.shadow) is not None
    if cell is None or not beside or not named:
        return None
    found = exact(rf"\W*({NUMBER})\W*").fullmatch(cell[0].shadow)
    value = number(cell[0], found.span(1)) if found is not None else None
    harm = exact(r"harm|NNH").search(label.shadow) is not None
    return None if value is None else Needed(words(cell[0], value.at, value.to), value, harm, plain=True)
