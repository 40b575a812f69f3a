"""A dose times its frequency, or a stated total, above what every row of its drug allows in that window."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from workbench.detectors import Hits
from workbench.detectors.dosing._ceiling import (
    Held,
    amount,
    as_often_as_allowed,
    evidence,
    held,
    limit,
    limited,
    spaced,
    weights,
)
from workbench.detectors.dosing._gaps import known_first, unanswered, unsure
from workbench.detectors.dosing._reference import Standing, no_advice, places, speaking, standing, young
from workbench.detectors.dosing._units import in_mass
from workbench.detectors.dosing.slipped_dose import slipped
from workbench.detectors.dosing.unit_slip import slip_of
from workbench.detectors.phrase import exception
from workbench.doses import Dose, Lists, read
from workbench.doses.limits import Fact, Span
from workbench.doses.reckoning import converted, taken_at_once
from workbench.facts import Table
from workbench.model import Article, Flag, Hit, Match

VALUES = ("drug", "total", "limit", "kind", "people", "jurisdiction")
_KIND = "dose-limit"
_STEM = 5  # letters: “diabetes” and “diabetic”
_BY_HALF = Fraction(3, 2)
_OLD = 50  # years, from which a row is one for old people


class Desk(Struct, frozen=True):
    """What a dose is held against: the rows, the page's jurisdictions, and what the check file says of them."""

    article: Article
    table: Table
    homes: tuple[str, ...]
    maxima: tuple[str, ...]
    advice: tuple[str, ...]
    self_care: str
    sold: frozenset[int]
    own: frozenset[int]
    medical: Hits


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    jurisdictions: Table,
    units: Table,
    maxima: tuple[str, ...],
    advice: tuple[str, ...] = (),
    self_care: str = "",
    open_sale: Hits = (),
    uses: Hits = (),
    medical: Hits = (),
    under_the_skin: tuple[str, ...] = (),
    drugs: str,
    conditions: str,
    forms: str,
) -> Iterator[Match]:
    """Every dose that comes to more in a day or a week than all rows that speak of it allow.

    Args:
        article: the article; its country says which rows speak.
        facts: the table of doses.
        words: the table of routes, forms and releases.
        jurisdictions: the countries of each jurisdiction.
        units: what one international unit of a substance is.
        maxima: kinds of limit that are a label's own maximum.
        advice: kinds of limit that are advice or an upper intake: they raise a note.
        self_care: how a row's indication says that it is of a product sold without a prescription; such a row judges
            where the paragraph says so (`open_sale`), and only there.
        open_sale: words for a purchase without a prescription.
        uses: ailments that people treat on their own; in such a paragraph, without a word of `medical`, an amount far
            above (by half) is judged by the rows of such a product where the drug has no other row.
        medical: words for a deficiency or a treatment in which such advice does not hold; they hold a match back.
        under_the_skin: routes whose doses are drawn up in a syringe; a moved point there is told by its own check.
        drugs: lexicon key of the names of drugs.
        conditions: lexicon key of conditions.
        forms: lexicon key of forms.
    """
    doses = read(article, facts, words, Lists(drugs, conditions, forms))
    if not doses:
        return
    sold = frozenset(article.sentences[hit.sentence].block for hit in open_sale)
    treated = {article.sentences[hit.sentence].block for hit in medical}
    own = frozenset(article.sentences[hit.sentence].block for hit in uses) - treated
    desk = Desk(article, facts, places(article, jurisdictions), maxima, advice, self_care, sold, own, medical)
    turned = [in_mass(as_often_as_allowed(article, dose), units) for dose in doses]
    others = [dose for dose, _ in turned]
    judged = (
        (dose, _judged(desk, dose, step, others))
        for dose, step in turned
        if dose.drug and dose.unit and not dose.strength and dose.second is None and dose.bound != "above"
    )
    for match in known_first(judged):
        place = match.sentence, match.at
        dose = next(dose for dose in others if (dose.words.sentence, dose.words.at) == place)
        told = slip_of(article, dose, facts, units, under_the_skin) or slipped(dose, facts, under_the_skin)
        if match.verdict != "fail" or told is None:  # the unit or the place of the point is what is wrong
            yield match


def _judged(desk: Desk, dose: Dose, step: str, doses: list[Dose]) -> Match | None:
    rows = _rows(desk, dose)
    compared = _compared(desk, dose, rows)
    limits = [found for found in compared if found.span is found.fact.ceiling]
    if not limits and dose.group is not None and young(dose.group):
        adults = _compared(desk, dose, _rows(desk, dose.but(group=None)))
        if adults and all(found.over for found in adults):  # more than a grown-up may take is too much for a child
            compared, limits = adults, [found for found in adults if found.span is found.fact.ceiling]
    if not limits:
        weekly = any(fact.ceiling and fact.ceiling.per == "week" for fact in rows) and not spaced(dose)
        return None if weekly else unanswered(dose, rows, desk.homes, _KIND)
    highest = max(limits, key=lambda found: found.top)
    if _unsold(desk, dose, highest) and not all(found.low >= found.top * _BY_HALF for found in compared):
        return None
    where = dose.words.sentence, dose.words.at, dose.words.to
    if not all(found.may_be_over for found in compared):
        return Match(*where, verdict="pass", evidence=evidence(dose, highest, _KIND, step))
    if _another_release(desk, dose, highest):
        return None
    surely = all(found.over for found in compared)
    if not surely and (_usual(desk, dose, rows) or _told(dose, doses, highest) or limited(desk.article, dose)):
        return None  # the range ends over it, and the page sets a limit to that
    sure = [(found, may) for found in limits if (may := standing(found.fact.row, desk.article.as_of, desk.maxima))]
    if not sure:
        return unsure(dose, evidence(dose, highest, _KIND, step))
    return _match(desk, dose, step, *max(sure, key=lambda pair: pair[0].top))


def _unsold(desk: Desk, dose: Dose, found: Held) -> bool:
    """Whether a row of a product for self-care judges a dose though no purchase is spoken of."""
    bought = bool(desk.self_care) and desk.self_care in found.fact.row["indication"]
    return bought and desk.article.sentences[dose.words.sentence].block not in desk.sold


def _compared(desk: Desk, dose: Dose, rows: list[Fact]) -> list[Held]:
    near = weights(desk.article, dose)
    return [found for fact in rows for span in _spans(desk, fact) if (found := held(dose, fact, span, near))]


def _rows(desk: Desk, dose: Dose) -> list[Fact]:
    """The rows that speak: those of self-care alone where a purchase is spoken of, else the others.

    For old people the rows of old people speak, where there are any: “20 mg over the age of 60”.
    """
    rows = list(speaking(desk.table, dose, *desk.homes))
    oldest = dose.group.age_min if dose.group is not None else None
    if oldest is not None:
        theirs = [fact for fact in rows if fact.age_min is not None and _OLD <= fact.age_min <= oldest + 1]
        rows = theirs if any(fact.ceiling for fact in theirs) else rows
    rows = _meant(dose, rows)
    if not desk.self_care:
        return rows
    bought = [fact for fact in rows if desk.self_care in fact.row["indication"]]
    if desk.article.sentences[dose.words.sentence].block in desk.sold and any(fact.ceiling for fact in bought):
        return bought
    others = [fact for fact in rows if fact not in bought]
    alone = not any(fact.ceiling or fact.usual for fact in others)
    return bought if alone and desk.article.sentences[dose.words.sentence].block in desk.own else others


def _meant(dose: Dose, rows: list[Fact]) -> list[Fact]:
    """The rows of the condition that stands in a dose's own sentence, where one of them has a ceiling."""
    words = dose.indication
    if words is None or words.where != "sentence":
        return rows
    told = [word[:_STEM] for word in words.text.casefold().split() if len(word) >= _STEM]
    meant = [fact for fact in rows if any(word in fact.row["indication"].casefold() for word in told)]
    return meant if any(fact.ceiling for fact in meant) else rows


def _spans(desk: Desk, fact: Fact) -> Iterator[Span]:
    """What a dose must be over: ceilings, and the top of a usual dose by the day or week."""
    if fact.ceiling is not None and fact.kind in (*desk.maxima, *desk.advice):
        yield fact.ceiling
    if fact.usual is not None and fact.usual.per:
        yield fact.usual


def _another_release(desk: Desk, dose: Dose, highest: Held) -> bool:
    """Whether another release of the drug may be taken in this amount: which one is meant is another check's matter."""
    if dose.drug is None or not highest.fact.release:
        return False
    plain_name = replace(dose.drug, words=replace(dose.drug.words, text=dose.drug.generic))
    others = speaking(desk.table, dose.but(release=None, drug=plain_name), *desk.homes)
    found = (held(dose, fact, fact.ceiling) for fact in others if fact.release != highest.fact.release)
    return any(other is not None and not other.over for other in found)


def _usual(desk: Desk, dose: Dose, rows: list[Fact]) -> bool:
    """Whether the single dose is the usual one of a row; a rhythm of “four to six hours” is then the label's own."""
    if dose.times is None or dose.times.low == dose.times.high:
        return False
    bodies = weights(desk.article, dose)
    for span in (fact.usual for fact in rows):
        if span is None or span.per or (span.by != dose.by and len(bodies) != 1):
            continue
        share = Fraction(bodies[0].low or 1) if span.by and not dose.by else Fraction(1)
        low, high = (converted(end / share, dose.unit, span.unit) for end in taken_at_once(dose))
        if low is not None and high is not None and span.low <= low and high <= span.high:
            return True
    return False


def _told(dose: Dose, doses: list[Dose], highest: Held) -> bool:
    """Whether the page states a ceiling of the same drug that the row allows."""
    for other in doses:
        if other.bound == "at most" and other.drug and dose.drug and other.drug.generic == dose.drug.generic:
            found = held(other, highest.fact, highest.span)
            if found is not None and not found.may_be_over:
                return True
    return False


def _match(desk: Desk, dose: Dose, step: str, found: Held, may: Standing) -> Match:
    low = found.fact.kind in desk.advice or not found.over
    flags = [*no_advice(desk.article, dose), *_in_care(desk, dose, found)]
    total = amount(found.low, found.high, found.span.unit, found.span.by)
    return Match(
        dose.words.sentence,
        dose.words.at,
        dose.words.to,
        values={
            "drug": dose.drug.words.text if dose.drug else "",
            "total": f"{total} a {found.span.per}",
            "limit": limit(found.span),
            "kind": found.fact.kind,
            "people": found.fact.row["population"],
            "jurisdiction": found.fact.jurisdiction,
        },
        evidence=evidence(dose, found, _KIND, step),
        severity="note" if low else may.severity,
        confidence="low" if not found.over else may.confidence,
        flags=tuple(flags),
        note=may.note,
    )


def _in_care(desk: Desk, dose: Dose, found: Held) -> Iterator[Flag]:
    """Words of a treatment in the dose's paragraph, where the limit is only advice for everyday intake."""
    if found.fact.kind in desk.advice:
        here, sentences = Hit(dose.words.sentence, dose.words.at, dose.words.to), desk.article.sentences
        block = sentences[here.sentence].block
        near = (cue for cue in desk.medical if sentences[cue.sentence].block == block)
        yield from (exception(desk.article, here, cue) for cue in near)
