"""Directions in pieces ("two capsules three times a day") on a page that never says how much one piece holds."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.dosing._orders import ordered
from workbench.detectors.dosing._reference import NO_ADVICE, no_advice
from workbench.detectors.phrase import exception
from workbench.doses import Dose, Lists, read
from workbench.doses.limits import facts as facts_of
from workbench.facts import Table
from workbench.kinds import kinds
from workbench.model import Article, Evidence, Flag, Hit, Match
from workbench.numerals import after, before
from workbench.patterns import exact

PAGE = True  # what stands elsewhere on the page counts
_COUNT = (
    r"(?:\b(?:\d{1,2}|an?|one|two|three|four|five|six|half an?|a few)(?: ?(?:-|to|or) ?(?:\d|two|three|four|five|six))?"
    r"(?: (?:full|big|small|heaped|level|whole|generous))? )$"
)
_RHYTHM = (
    r"\b(?:(?:once|twice|\w+ times|\dx?) (?:a|per|each) ?day|daily|nightly|every (?:day|morning|evening|night"
    r"|\w+ hours)"
    r"|each (?:day|morning|evening|night)|(?:a|per) day|at (?:night|bedtime)|before bed|in the (?:morning|evening)"
    r"|with (?:each|every) meal)\b"
)
# A statement about pieces rather than a direction: “one capsule costs 40 cents a day”.
_STATES = (
    r"\b(?:is|are|was|were|be|been|costs?|has|have|had|will|would|can|may|might|could|helps?|keeps?|do|does|did"
    r"|makes?|made"
    r"|works?|worked|seems?|holds?|contains?|gives?|gave|went|feels?|felt)\b"
)
_DIRECTIONS = r"^\W*(?:adults|directions?|dosage|dose|dosing|how (?:to|much)|suggested use|usage|serving|recommended)\b"


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    drugs: str,
    conditions: str,
    forms: str,
    pieces: Hits,
    free: tuple[str, ...] = (),
    fixed: tuple[str, ...] = (),
    directions: Hits = (),
    elsewhere: Hits = (),
    told_by: Hits = (),
) -> Iterator[Match]:
    """The first such direction of the page.

    Args:
        article: the article.
        facts: the table of doses.
        words: the table of dose words.
        drugs: lexicon key of drug names.
        conditions: lexicon key of conditions.
        forms: lexicon key of forms.
        pieces: measures that the table of dose words does not have ("squirts", "droppers").
        free: words of the standing of drugs whose packs everybody knows.
        fixed: forms that come in one strength or are not counted in amounts ("inhaler").
        directions: words of a heading or lead-in that makes directions of what stands below.
        elsewhere: words that send the reader to the strength or say it, anywhere on the page.
        told_by: words of a prescriber in the paragraph of the direction.
    """
    if kinds(article).count("dose"):
        return
    heads = {article.sentences[hit.sentence].block for hit in directions}
    found = [
        (Hit(dose.words.sentence, dose.words.at, dose.words.to), no_advice(article, dose, NO_ADVICE))
        for dose in read(article, facts, words, Lists(drugs, conditions, forms))
        if _counted(dose, fixed) and not _known(dose, facts, free)
    ]
    found += [(_measured(article, hit), ()) for hit in pieces if _measured(article, hit).at < hit.at]
    for here, flags in sorted(found, key=lambda pair: (pair[0].sentence, pair[0].at)):
        if _directed(article, here, heads):
            yield _match(article, here, flags, (*_in_block(article, here, told_by), *elsewhere[:1]))
            return


def _counted(dose: Dose, fixed: tuple[str, ...]) -> bool:
    """Whether this is a number of pieces with a rhythm said beside it."""
    if dose.form is None or dose.unit != dose.form.name or dose.unit in fixed or dose.strength or dose.times is None:
        return False
    if dose.course is not None:
        return False  # “for 14 days”: what somebody prescribed
    return dose.times.words.where in ("sentence", "next", "row", "column") and dose.bound in ("", "at most")


def _known(dose: Dose, facts: Table, free: tuple[str, ...]) -> bool:
    rows = facts_of(facts).get(dose.drug.generic, ()) if dose.drug is not None else ()
    return any(word in fact.row["regulatory_status"] for fact in rows for word in free)


def _measured(article: Article, hit: Hit) -> Hit:
    """The measure with its number, where a rhythm stands in the sentence; else the measure alone."""
    shadow = article.sentences[hit.sentence].shadow
    left = before(shadow, hit.at, 32)
    number = exact(_COUNT).search(left)
    if number is None or exact(_RHYTHM).search(shadow) is None:
        return hit
    return Hit(hit.sentence, hit.at - len(left) + number.start(), hit.to)


def _directed(article: Article, here: Hit, heads: set[int]) -> bool:
    """Whether the reader is told to take it: by a verb, by a label in front, or by what stands above."""
    sentence = article.sentences[here.sentence]
    block = article.block(sentence)
    if ordered(sentence, here.at, here.to) or exact(_DIRECTIONS).match(sentence.shadow[: here.at]) is not None:
        return True
    above = {*block.section[-1:], *(() if block.lead_in is None else (block.lead_in,))}
    begins = not before(sentence.shadow, here.at, 24).strip(b" -*.:0123456789")
    if above & heads and (begins or block.kind == "cell"):
        return True
    if exact(_STATES).search(sentence.shadow) is not None:
        return False
    return begins and exact(_RHYTHM).search(after(sentence.shadow, here.to, 60)) is not None


def _in_block(article: Article, here: Hit, hits: Hits) -> Hits:
    block = article.sentences[here.sentence].block
    return tuple(hit for hit in hits if article.sentences[hit.sentence].block == block)[:1]


def _match(article: Article, here: Hit, flags: tuple[Flag, ...], told: Hits) -> Match:
    text = article.sentences[here.sentence].text[here.at : here.to]
    return Match(
        here.sentence,
        here.at,
        here.to,
        evidence=Evidence("strength", text, "the amount in one of them: not said on this page"),
        flags=flags or tuple(exception(article, here, hit) for hit in told[:1]),
    )
