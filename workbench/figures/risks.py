"""Risks in two arms, changes of a risk, and numbers needed to treat: “from 10 % to 5 %, NNT 20”."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.figures import _arms
from workbench.figures._needed import NEEDS, in_table, needed_in
from workbench.figures._told import told_of
from workbench.figures.page import Page, once, page_of
from workbench.figures.stated import Where, Words
from workbench.figures.stated_changes import Effect, Needed, Risk, Told
from workbench.model import Article, Sentence
from workbench.patterns import exact

CUE = (
    r"\bNNT|\bNNH|needed to (?:treat|harm|screen|vaccinate)|\b(?:risk|odds|chance|likel|probab|hazard)"
    r"|\b(?:versus|vs|compared|against|(?:as|more|less) (?:common|often|frequent\w*))\b"
    r"|\d ?% (?:with|of|in|on|for) [^\n]*\d ?% (?:with|of|in|on|for)|(?:need|have|has|must) (?:to )?(?:be )?treat"
    r"|\bevery \d+ \w+ (?:treat|giv|who)"
    r"|\b(?:for|prevents?|avoids?|spares?|saves?|see|help|get|so that|before|until|cure) (?:just |only )?(?:one|1"
    r"|a single) \w+"
    r"|\b(?:for|in|of) every (?:\d|[a-z]+)|\bone in (?:every )?\w+ [a-z]+ |\bfor each (?:extra|additional|more)\b"
)
_INTO = r"[^;.\d()]{0,40}[(\[,] ?(?:an? |the )?"
_OF_RISK = (
    r"\b(?:risks?|odds|chances?|likely|likelihood|likelier|probability|hazards?|rates?|common|often|frequent\w*)\b"
)
_NEAR_RISK, _FAR = 36, 4


@once
def read(page: Page) -> Iterator[Effect]:
    """Every pair of risks, every change of a risk and every number needed to treat, connected."""
    known: dict[int, list[_arms.Pair]] = {}
    claims: list[tuple[Sentence, Needed | None, Told | None]] = []
    sentences = list(page.cued(CUE))
    needing = {one.index for one in page.cued(NEEDS)} if sentences else set[int]()
    for sentence in sentences:
        needed = list(needed_in(page, sentence)) if sentence.index in needing else []
        cell = in_table(page, sentence) if page.article.block(sentence).kind == "cell" else None
        needed += [cell] if cell is not None else []
        told = [one for one in told_of(page, sentence) if _of_risk(sentence, one)]
        claims += [(sentence, one, None) for one in needed]
        claims += [(sentence, None, one) for one in told]
    used: set[int] = set()
    for sentence, one_needed, one_told in claims:
        claim = one_needed.words if one_needed else one_told.words if one_told else None
        pair, where = _nearest(page, sentence, one_told, claim, known)
        used.update({pair.first.words.sentence} if pair else ())
        if pair is None and one_needed is not None:
            earlier = next(iter(page.before(sentence, 1)), sentence)
            pair, where = _arms.of_one_group(page, sentence), "sentence"
            pair, where = (pair, where) if pair is not None else (_arms.of_one_group(page, earlier), "before")
        if pair is None and one_needed is not None:
            pair, where = _two_around(page, sentence, one_needed)
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


def _two_around(page: Page, sentence: Sentence, needed: Needed) -> tuple[_arms.Pair | None, Where]:
    """The only two risks around a number needed: in its sentence, near it in its block, or in its table."""
    near = [page.article.sentences[needed.words.sentence], *page.before(sentence, _FAR)]
    block = page.paragraph(sentence)
    near += block[block.index(sentence) + 1 : block.index(sentence) + 2]
    found: list[Risk] = []
    for one in near:
        there = _arms.risks_in(page, one)
        number = needed.number
        there = [
            risk
            for risk in there
            if not (one.index == number.sentence and risk.words.at < number.to and number.at < risk.words.to)
        ]
        found = [*there, *found]
        if len(found) > 1:
            break
    if len(found) < 2:
        rows = [page.of_block[cell][0] for cell in _table_by(page, sentence)]
        found = [risk for cell in rows for risk in _arms.risks_in(page, cell)]
    alike = len(found) == 2 and (found[0].percent is None) == (found[1].percent is None)
    if not alike or found[0].words.text == found[1].words.text:
        return None, "sentence"
    return _arms.Pair(found[0], found[1], moved=False), "sentence" if found[
        0
    ].words.sentence == sentence.index else "before"


def _table_by(page: Page, sentence: Sentence) -> list[int]:
    """The cells of the table that a sentence stands in, or right behind."""
    blocks, last = page.article.document.blocks, sentence.block - (page.article.block(sentence).kind != "cell")
    first, end = last, last
    while first >= 0 and blocks[first].kind == "cell":
        first -= 1
    while end < len(blocks) and blocks[end].kind == "cell":
        end += 1
    return [cell for cell in range(first + 1, end) if cell in page.of_block and cell in page.heads]


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


def _of_risk(sentence: Sentence, one: Told) -> bool:
    """Whether a told change is one of a risk: “40 % lower risk”, “twice as likely”, “cut the risk by half”."""
    at, to = max(0, one.words.at - _NEAR_RISK), one.words.to + _NEAR_RISK
    return one.wording != "points" and exact(_OF_RISK).search(sentence.shadow[at:to]) is not None
