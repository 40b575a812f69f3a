"""A treatment that is said to work because a handful of people got better."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench.detectors import Hits
from workbench.detectors.statistics._conclusions import Conclusions
from workbench.detectors.statistics._drawn import clause, doubts, stretch, taken_back, tested, words
from workbench.figures import groups
from workbench.figures.stated import Number, Size
from workbench.joined import joined
from workbench.kinds import kinds
from workbench.model import Article, Evidence, Hit, Match, Sentence
from workbench.numerals import before
from workbench.patterns import exact

VALUES = ("n", "said")
_TOLD = (  # what became of how many of them
    r"\b(?:\w{2,}ed|were|had|went|got|could|quit|slept|felt|fell|rose|saw|spoke|became|lost|gave|took|drank|wore"
    r"|ate|met"
    r"|grew|found|began|won|swam|ran|came|kept|said|did|sang|stood|held|left|made|told|heard|sat|knew|woke|drove|rode"
    r"|danced|put|read|lay)\b",
    r"\b(?:all|every|each|both|most|half|no ?one|nobody|none|not one|of (?:them|whom|these)|of (?:the )?\d"
    r"|of (?:the )?\w+(?:teen|ty|ve|en)\b"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\d+) (?:of them|had|could|were|felt"
    r"|slept|got"
    r"|said|did|reported|lost|told)|before and after|less|fewer|more|better|lower"
    r"|(?:in|among) [\w-]+ (?:adults|people|patients|women|men|children)\b)",
)
_ALL = (  # “all nine well again”, without a word for the people
    r"(?i)\ball (three|four|five|six|seven|eight|nine|ten|eleven|twelve|[3-9]|1\d|2\d) (?:of (?:them|us) |were "
    r"|are |got |felt |now )*"
    r"(?:well|better|fine|healthy|pain-?free|symptom-?free|slept|said|had|were|in remission|told|lost|went|could|felt"
    r"|\w{3,}ed)\b"
)
_COUNT = {
    word: Decimal(number)
    for number, word in enumerate(b"three four five six seven eight nine ten eleven twelve".split(), start=3)
}
_RATE = "rate"  # “six out of six” is no rate but a count
_TESTED = 4  # sentences around in which a p or an interval tells how sure a result is
_GROUPS = (  # “18 families, 16 children” is one group, “12 on the drug and 20 on placebo” are two
    r"\b(?:others?|versus|vs|remaining|controls?|placebo|sham|groups|arms|compared|against|while|whereas"
    r"|and [\w-]+(?: \w+)?"
    r" (?:on|got|received|had|in|took|with|were|of)|of (?:the )?(?:\d+|\w+(?:teen|ty)) .{3,60} of (?:the )?(?:\d"
    r"|\w+(?:teen|ty)\b))\b"
)
_ONLY = r"\b(?:only|just|merely|mere|no more than|few as|fewer than|handful of)(?: the)? $"


def detect(
    article: Article,
    *,
    firm: Hits,
    general: Hits = (),
    drawing: Hits = (),
    but_not: Hits = (),
    studies: Hits = (),
    compared: Hits = (),
    caveats: Hits = (),
    below: int = 30,
) -> Iterator[Match]:
    """Every conclusion that rests on fewer than `below` people, where nothing near says how little that is.

    Args:
        firm, general, drawing, but_not: how a text concludes; see `Conclusions`.
        studies: words of a study or a treatment that was tried ("trial", "we treated").
            The group counts beside one of these, or where its sentence tells what became of people.
        compared: words of a comparison near it ("placebo"), which lower the confidence.
        caveats: words near it that say what a small group cannot tell ("pilot", "no control group").
    """
    small = {index: people for index, people in _people(article).items() if 1 < max(people, key=_size).value < below}
    if not small:
        return
    conclusions = Conclusions(article, firm, general, drawing, but_not)
    studied = frozenset(hit.sentence for hit in studies)
    reported, said = set[Hit](), {*firm, *general}
    for index, people in small.items():
        sentence = article.sentences[index]
        largest = max(people, key=_size)
        group = Hit(index, largest.at, largest.to)
        conclusion = conclusions.after(group)
        if conclusion is None or conclusion in reported:
            continue
        flat = conclusion.sentence > index and conclusion not in said
        if not _told(article, group, conclusion, index in studied, flat) or _cleared(
            article, sentence, people, caveats, below
        ):
            continue
        reported.add(conclusion)
        yield _match(article, group, f"{largest.value:f}", conclusion, taken_back(compared, sentence))


def _told(article: Article, group: Hit, conclusion: Hit, studied: bool, flat: bool) -> bool:
    """Whether it is told what became of the people: by a study at least where the conclusion is called one."""
    between = article.sentences[group.sentence : max(conclusion.sentence, group.sentence + 1)]
    shadow = b" ".join(sentence.shadow for sentence in between)
    if exact(_ALL).search(shadow) is not None or (studied and not flat):
        return True
    cues = _TOLD[:1] if conclusion.sentence == group.sentence else _TOLD
    return all(exact(cue).search(shadow) is not None for cue in cues)


def _size(one: Number) -> Decimal:
    return one.value


def _people(article: Article) -> dict[int, list[Number]]:
    """The sizes of groups by sentence."""
    found: dict[int, list[Number]] = {}
    for size in groups.sizes(article):
        found.setdefault(size.number.sentence, []).append(size.number)
    for place in joined(article).cued(_ALL):
        sentence = article.sentences[place]
        for word in exact(_ALL).finditer(sentence.shadow):
            number = _COUNT.get(word.group(1).lower()) or Decimal(word.group(1).decode())
            text = sentence.text[word.start(1) : word.end(1)]
            found.setdefault(sentence.index, []).append(Number(sentence.index, *word.span(1), text, number))
    for index in kinds(article).of("group"):
        for one in article.quantities[index]:
            if one.kind == "group" and one.unit == _RATE and one.high is not None and one.low == one.high:
                found.setdefault(index, []).append(Number(index, one.at, one.to, one.text, one.high))
    return found


def _cleared(article: Article, sentence: Sentence, people: list[Number], caveats: Hits, below: int) -> bool:
    """Whether a caveat, a p or an interval stands near, the group is called small, or a larger one stands"
    " beside it."""
    several = sum({one.value for one in people}) >= below and exact(_GROUPS).search(sentence.shadow) is not None
    if several or taken_back(caveats, sentence):
        return True
    if any(exact(_ONLY).search(before(sentence.shadow, one.at, 24)) is not None for one in people):
        return True
    if any(abs(index - sentence.index) <= _TESTED for index in tested(article)):
        return True
    near = (article.sentences[size.number.sentence].block == sentence.block for size in _large(article, below))
    return any(near)


def _large(article: Article, below: int) -> Iterator[Size]:
    return (size for size in groups.sizes(article) if size.number.value >= below)


def _match(article: Article, group: Hit, n: str, conclusion: Hit, compared: bool) -> Match:
    place, said = stretch(article, group, conclusion), words(article, clause(article, conclusion))
    return Match(
        place.sentence,
        place.at,
        place.to,
        values={"n": n, "said": said},
        evidence=Evidence("small-group", f"“{said}”", f"rests on {n} people, and nothing near says how few that is"),
        confidence="low" if compared else None,
        flags=doubts(article, group, conclusion),
    )
