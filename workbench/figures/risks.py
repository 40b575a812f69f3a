"""Risks in two arms, changes of a risk, and numbers needed to treat: “from 10 % to 5 %, NNT 20”."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.figures import _arms
from workbench.figures._told import told_in
from workbench.figures.page import Page, once, page_of
from workbench.figures.printed import NUMBER, number, words
from workbench.figures.stated import Where, Words
from workbench.figures.stated_changes import Effect, Needed, Told
from workbench.model import Article, Sentence
from workbench.patterns import exact

CUE = (
    r"\bNNT|\bNNH|needed to (?:treat|harm|screen|vaccinate)|\b(?:risk|odds|chance|likel|probab|hazard)"
    r"|\b(?:versus|vs|compared|against|(?:as|more|less) (?:common|often|frequent\w*))\b"
    r"|\d ?% (?:with|of|in|on|for) [^\n]*\d ?% (?:with|of|in|on|for)|(?:need|have|has|must) (?:to )?(?:be )?treat"
    r"|\bevery \d+ \w+ (?:treat|giv|who)"
    r"|\b(?:for|prevents?|avoids?|spares?|saves?) (?:one|1|a single|just one) \w+"
)
_N = rf"({NUMBER})"
_LINK = (
    r"(?: ?\([^()\d]{1,12}\))?(?:,? (?:for|in|of|at|over|after) [^\d.;()]{1,40}?)? ?(?:=|:|,|was|is|were|of|are|equals"
    r"|being|would be|comes? to|came to|works? out (?:at|as|to)|(?:was|is) (?:estimated|calculated) (?:at|as|to be))? ?"
    r"(?:therefore |thus |then )?(?:about |approximately |around |roughly |only |just )?"
)
_PEOPLE = "(?:people|patients|adults|women|men|children)"
_SAVES = r"(?:(?:to |would |will )?(?:prevent|avoid|spare|save|avert)s?|for) (?:one|1|a single|just one)\b"
_NEEDED = (
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
_ENDS = r" ?[(\[,;] ?(?:95 ?% ?(?:CI|confidence interval)s?:?,? ?(?:of )?)?(\d+(?:\.\d+)?) ?(?:-|to) ?(\d+(?:\.\d+)?)"
_INTO = r"[^;.\d()]{0,40}[(\[,] ?(?:an? |the )?"
_OF_RISK = (
    r"\b(?:risks?|odds|chances?|likely|likelihood|likelier|probability|hazards?|rates?|common|often|frequent\w*)\b"
)
_NEAR_RISK = 36


@once
def read(page: Page) -> Iterator[Effect]:
    """Every pair of risks, every change of a risk and every number needed to treat, connected."""
    known: dict[int, list[_arms.Pair]] = {}
    claims: list[tuple[Sentence, Needed | None, Told | None]] = []
    sentences = list(page.cued(CUE))
    for sentence in sentences:
        needed = _needed(sentence)
        told = [one for one in told_in(sentence) if _of_risk(sentence, one)]
        claims += [(sentence, one, None) for one in needed]
        claims += [(sentence, None, one) for one in told]
    used: set[int] = set()
    for sentence, one_needed, one_told in claims:
        claim = one_needed.words if one_needed else one_told.words if one_told else None
        pair, where = _nearest(page, sentence, one_told, claim, known)
        used.update({pair.first.words.sentence} if pair else ())
        yield Effect(sentence.index, pair[:2] if pair else None, one_needed, one_told, where, bool(pair and pair.moved))
    for sentence in sentences:
        if sentence.index not in used:
            found = _pairs(page, sentence, None, known)
            yield from (Effect(sentence.index, pair[:2]) for pair in found if not pair.moved)  # the others are changes


def pairs(article: Article, sentence: Sentence) -> list[_arms.Pair]:
    """The pairs of risks that stand beside each other in a sentence, whatever is told of them."""
    return _arms.pairs(page_of(article), sentence)


def _nearest(
    page: Page, sentence: Sentence, told: Told | None, claim: Words | None, known: dict[int, list[_arms.Pair]]
) -> tuple[_arms.Pair | None, Where]:
    """The pair of risks that a claim is about: the one of its sentence, or of the sentence before or behind it."""
    own = _pairs(page, sentence, told, known)
    if own:
        near = own if len(own) == 1 else [pair for pair in own if claim and _beside(sentence, claim, pair)]
        return (near[0] if len(near) == 1 else None), "sentence"
    block = page.paragraph(sentence)
    place = block.index(sentence)
    around: list[tuple[Sentence, Where]] = [(block[place - 1], "before")] if place else []
    around += [(block[place + 1], "after")] if place + 1 < len(block) else []
    for other, where in around:
        found = _pairs(page, other, None, known)
        if len(found) == 1:
            return found[0], where
    return None, "sentence"


def _beside(sentence: Sentence, claim: Words, pair: _arms.Pair) -> bool:
    """Whether one of the two stands in brackets right behind the other: “NNT 8 (62.5 % vs 50 %)”."""
    first, last = pair.first.words.at, pair.second.words.to
    if claim.to <= first:
        return exact(_INTO).fullmatch(sentence.shadow[claim.to : first]) is not None
    return last <= claim.at and exact(_INTO).fullmatch(sentence.shadow[last : claim.at]) is not None


def _pairs(page: Page, sentence: Sentence, told: Told | None, known: dict[int, list[_arms.Pair]]) -> list[_arms.Pair]:
    if sentence.index not in known:
        known[sentence.index] = _arms.pairs(page, sentence)
    off = told.number if told is not None and told.number is not None else None
    return [
        pair
        for pair in known[sentence.index]
        if off is None or not any(risk.words.at < off.to and off.at < risk.words.to for risk in pair[:2])
    ]


def _needed(sentence: Sentence) -> Iterator[Needed]:
    for found in exact(_NEEDED).finditer(sentence.shadow):
        group = next(index for index in (2, 3, 4, 5, 6, 7) if found.group(index) is not None)
        value = number(sentence, found.span(group))
        if value is None:
            continue
        ends = exact(_ENDS).match(sentence.shadow[value.to : value.to + 50])
        low, high = (number(sentence, ends.span(g), offset=value.to) for g in (1, 2)) if ends else (None, None)
        name = (found.group(1) or b"").lower()
        harm = b"harm" in name or name.startswith(b"nnh")
        yield Needed(words(sentence, *found.span()), value, harm or name == b"nnth", low, high)


def _of_risk(sentence: Sentence, one: Told) -> bool:
    """Whether a told change is one of a risk: “40 % lower risk”, “twice as likely”, “cut the risk by half”."""
    at, to = max(0, one.words.at - _NEAR_RISK), one.words.to + _NEAR_RISK
    return one.wording != "points" and exact(_OF_RISK).search(sentence.shadow[at:to]) is not None
