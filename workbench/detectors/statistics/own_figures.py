"""A seller's own success rate: “73 % of our patients …”, of how many, by what measure and after what time unsaid."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.marketing._selling import offers_something
from workbench.detectors.phrase import by_sentence, overlap
from workbench.figures import groups
from workbench.model import Article, Evidence, Hit, Match, Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.quantities import PEOPLE
from workbench.units import PERCENT

VALUES = ("figure", "missing")
_NEAR = 60  # characters between a figure and whose it is
_AROUND = 2  # sentences in which the group, the measure or the source may stand
_HALF = 50  # percent
_DEGREE = (
    r" (?:[a-z]+ )?(?:relief|reduction|improvement|less|fewer|more|better|faster|lower|higher|increase|decrease|drop"
    r"|gain|loss)\b"
)
_BY_KIND = (
    r"[^.;!?\d]*\b(?:with|in|after|at|by) [^.;!?\d]{2,40} and \d[\d.]* ?(?:%|percent|per cent)"
    r" (?:with|in|after|at|by)\b"
)
_NEXT = r" (?:\w+ly )?([a-z]+)"
_SHARE_BEHIND = (  # “Of our patients, 88% keep their hair”
    r",? (?:about |around |over |more than |nearly |almost )?\d[\d.]* ?(?:%|percent|per cent) (?:\w+ly )?([a-z]+)"
)
_SHARE_OF = r"(?:%|\bcent|\b(?:in|of) \w+)(?: of)?(?: all| the)? ?$"
_CITED = ("linked", "named")
_RATE = "rate"  # “9 out of 10”


def detect(
    article: Article,
    *,
    own: Hits,
    rates: Hits = (),
    boasts: Hits = (),
    results: Hits = (),
    neutral: list[str] | None = None,
    other: Hits = (),
    measures: Hits = (),
    compared: Hits = (),
    sources: Hits = (),
    offers: str = "",
    least: int = 2,
) -> Iterator[Match]:
    """Every share of the writer's own people that got a result, where nothing near says of how many.

    Args:
        own: the writer's people ("our patients", "of users").
        rates: names of such a figure ("success rate"); they count beside `own` or `boasts`.
        boasts: the writer's own in other words ("we have", "our clinic", "boasts").
        results: what became of people ("improve", "would recommend").
        neutral: verbs and small words behind the people that tell no result by themselves ("are", "live", "in"); any
            other word there is a verb that does.
        other: what makes the figure something else (a price, who the patients are).
        measures: by what it was measured ("questionnaire", "audit").
        compared: what it is compared with ("placebo", "than").
        sources: a study that has a name or an account of it ("published", "trial").
        offers: the key of the words of a page that sells; there, a rate counts by itself, with low confidence.
        least: so many different ones make a page sell.
    """
    if not own and not rates:
        return
    whose, called, ours = by_sentence(own), by_sentence(rates), by_sentence(boasts)
    became, elsewhere = by_sentence(results), by_sentence(other)
    plain = frozenset(neutral or ())
    selling = bool(rates) and offers_something(article, offers, least)
    for index in sorted({*whose, *called}):
        sentence = article.sentences[index]
        people = whose.get(index, ())
        most = any(_is_share(one) and _most(one) for one in article.quantities[index])
        names = tuple(hit for hit in people if index in became or (most and _goes_on(sentence, hit, plain)))
        mine = index in whose or index in ours
        names = (*names, *(called.get(index, ()) if mine or selling else ()))
        figure = next((one for one in article.quantities[index] if _is_share(one) and _beside(one, names)), None)
        if figure is None or _no_share(sentence, figure):
            continue
        if any(_inside(figure, hit) for hit in elsewhere.get(index, ())):
            continue
        if _sourced(article, sentence, sources) or _counted(article, sentence):
            continue
        yield _match(article, sentence, figure, names, (measures, compared), mine)


def _is_share(one: Quantity) -> bool:
    return one.unit == PERCENT or (one.kind == "group" and one.unit == _RATE and one.low != one.high)


def _no_share(sentence: Sentence, figure: Quantity) -> bool:
    """Whether a figure tells how much people got (“35% relief”), or who of them (“50% with mild and 90% with …”)."""
    right = after(sentence.shadow, figure.to, 120)
    degree = figure.unit == PERCENT and exact(_DEGREE).match(right) is not None
    return degree or exact(_BY_KIND).match(right) is not None


def _most(one: Quantity) -> bool:
    """Whether it is half of the people or more: whoever boasts tells no less."""
    if one.low is None or one.high is None:
        return False
    return one.low >= _HALF if one.unit == PERCENT else one.low * 2 >= one.high


def _goes_on(sentence: Sentence, people: Hit, neutral: frozenset[str]) -> bool:
    """Whether a verb that can tell a result follows: “of our patients avoid surgery”."""
    found = exact(_NEXT).match(after(sentence.shadow, people.to, 40))
    if exact(_SHARE_OF).search(before(sentence.shadow, people.at, 24)) is None:
        found = exact(_SHARE_BEHIND).match(after(sentence.shadow, people.to, 60))
    verb = "" if found is None else found.group(1).decode().lower()
    return verb != "" and verb not in neutral and verb.removesuffix("s") not in neutral


def _beside(figure: Quantity, names: Hits) -> bool:
    return any(hit.at - figure.to <= _NEAR and figure.at - hit.to <= _NEAR for hit in names)


def _inside(figure: Quantity, hit: Hit) -> bool:
    return overlap(Hit(hit.sentence, figure.at, figure.to), hit)


def _near(sentence: Sentence, hits: Hits) -> bool:
    return any(abs(hit.sentence - sentence.index) <= _AROUND for hit in hits)


def _sourced(article: Article, sentence: Sentence, sources: Hits) -> bool:
    """Whether a source stands by it: a link, or a study that has a name."""
    cited = (claim.sentence for claim in article.claims if claim.citation in _CITED)
    return _near(sentence, sources) or any(abs(index - sentence.index) <= 1 for index in cited)


def _counted(article: Article, sentence: Sentence) -> bool:
    """Whether the size of the group is told near it."""
    block, sizes = sentence.block, groups.sizes(article)
    told = (article.sentences[size.number.sentence] for size in sizes)
    if any(one.block == block or abs(one.index - sentence.index) <= _AROUND for one in told):
        return True
    near = article.quantities[max(0, sentence.index - _AROUND) : sentence.index + _AROUND + 1]
    return any(one.kind in ("group", "count") and one.unit == PEOPLE for there in near for one in there)


def _match(
    article: Article, sentence: Sentence, figure: Quantity, names: Hits, told: tuple[Hits, Hits], mine: bool
) -> Match:
    measured, compared = (_near(sentence, hits) for hits in told)
    near = article.quantities[max(0, sentence.index - 1) : sentence.index + 2]
    timed = any(one.kind == "duration" for there in near for one in there)
    missing = ["of how many people"]
    missing += [] if measured else ["by what measure"]
    missing += [] if timed else ["after what time"]
    missing += [] if compared else ["compared with what"]
    closest = next(hit for hit in names if hit.at - figure.to <= _NEAR and figure.at - hit.to <= _NEAR)
    at, to = min(figure.at, closest.at), max(figure.to, closest.to)
    given = sentence.text[at:to]
    return Match(
        sentence.index,
        at,
        to,
        values={"figure": given, "missing": _listed(missing)},
        evidence=Evidence("own-figure", given, f"cannot be judged; missing: {', '.join(missing)}"),
        confidence="low" if not mine or (measured and timed) else None,
    )


def _listed(missing: list[str]) -> str:
    return missing[0] if len(missing) == 1 else f"{', '.join(missing[:-1])} or {missing[-1]}"
