"""A drug that is taken once a week, told as taken every day."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from workbench.detectors import Hits
from workbench.detectors.dosing._reference import NO_ADVICE, no_advice, of_drug, places, shown, speaking, standing
from workbench.detectors.dosing._rhythm_words import OFTEN, daily_without_amount, weekly_beside
from workbench.detectors.phrase import exception
from workbench.doses import Dose, Lists, read
from workbench.doses.limits import Fact
from workbench.doses.limits import facts as by_generic
from workbench.doses.manner import manner_of
from workbench.doses.reckoning import converted, plain, taken_at_once
from workbench.doses.scene import Scene
from workbench.doses.settings import settings_of
from workbench.doses.stated import Times
from workbench.doses.times import times_in
from workbench.facts import SEPARATOR, Table, term_key
from workbench.joined import joined
from workbench.model import Article, Evidence, Flag, Hit, Match
from workbench.patterns import exact

VALUES = ("drug", "often", "use")
_KIND = "dose-rhythm"
_WEEK = "week"
_ONE_PIECE = r"^\W*(?:one|an?|1|your) (?:shot|injection|jab|pen|dose|tablet|pill)\b"
_TAKE_IT = (
    r"\b(?:inject|take|use|swallow|give yourself|takes|uses|injects|taken|injected|used)"
    r" (?:it|this|one|them|(?:the|your|a|one|this|each) (?:pen|shot|injection|jab|tablet|pill|dose|medicine|drug)s?)\b"
    r"|\b(?:it|this|the (?:pen|shot|injection|jab|tablet|pill|dose|medicine|drug)) (?:is|should be|must be|has to be) "
    r"(?:taken|injected|used|given|swallowed)\b"
)
_REACH = 24  # characters between taking it and how often
_NOWHERE = r"^ (?:in|for|by|with) (?:no|none|nobody)\b"  # “is used daily in no form of arthritis”
_BELIEVED = ("sentence", "next", "row", "column", "lead-in")


class Told(Struct, frozen=True):
    """A daily rhythm of a drug: its dose (with an amount of nothing where none is told) and the words of the rhythm."""

    dose: Dose
    often: str
    amount: bool


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    jurisdictions: Table,
    maxima: tuple[str, ...] = (),
    regimens: Hits = (),
    drugs: str,
    conditions: str,
    forms: str,
) -> Iterator[Match]:
    """Every daily rhythm of a drug whose rows are by the week, unless a row of the same route is by the day.

    Args:
        article: the article; rows of its country go first, but a rhythm is no matter of a country.
        facts: the table of doses; "per" and "frequency" say which rows are by the week.
        words: the table of routes, forms and releases.
        jurisdictions: the countries of each jurisdiction.
        maxima: kinds of limit that are a label's own maximum.
        regimens: words for cancer and hospital regimens, in which such drugs have other rhythms; a paragraph or heading
            with one holds the match back.
        drugs: lexicon key of the names of drugs.
        conditions: lexicon key of conditions.
        forms: lexicon key of forms.
    """
    weekly, sentences = _weekly_names(facts), article.sentences
    named = article.hits.get(drugs, ())
    if not any(term_key(sentences[hit.sentence].text[hit.at : hit.to]) in weekly for hit in named):
        return
    lists = Lists(drugs, conditions, forms)
    scene = Scene(article, facts, words, lists)
    homes = places(article, jurisdictions)
    for told in _told(article, scene, read(article, facts, words, lists)):
        rows = _weekly(facts, told, homes)
        may = standing(rows[0].row, article.as_of, maxima) if rows else None
        if may is None:
            continue
        dose = told.dose
        flags = (*no_advice(article, dose, NO_ADVICE), *_regimen(article, dose, regimens))
        yield Match(
            dose.words.sentence,
            dose.words.at,
            dose.words.to,
            values={
                "drug": dose.drug.words.text if dose.drug else "",
                "often": told.often,
                "use": rows[0].row["indication"],
            },
            evidence=Evidence(
                _KIND,
                given=f"{dose.words.text}, {told.often}" if told.often not in dose.words.text else dose.words.text,
                computed=_sum(told, rows[0]),
                rows=(shown(rows[0]),),
            ),
            severity=may.severity,
            confidence=may.confidence,
            flags=flags,
            note=may.note,
        )


@lru_cache(maxsize=4)
def _weekly_names(table: Table) -> frozenset[str]:
    """Every name of a substance that has a row by the week."""
    rows = [fact for each in by_generic(table).values() if any(map(_by_week, each)) for fact in each]
    names = (name for fact in rows for name in (fact.generic, fact.drug, *fact.row["aliases"].split(SEPARATOR)))
    return frozenset(map(term_key, names))


def _told(article: Article, scene: Scene, doses: tuple[Dose, ...]) -> Iterator[Told]:
    """The daily rhythms: of doses, then of names that stand in a sentence without a dose of theirs."""
    dosed = set[tuple[int, str]]()
    for dose in doses:
        if dose.drug is None:
            continue
        dosed.add((dose.words.sentence, dose.drug.generic))
        sentence = article.sentences[dose.words.sentence]
        if dose.by == "m2" or not _daily(dose) or weekly_beside(scene, sentence, dose.words.at, dose.words.to):
            continue
        yield Told(dose, dose.times.words.text if dose.times else "a day", True)
    for index, hits in scene.drugs.items():
        sentence = article.sentences[index]
        for hit in hits:
            drug = scene.named(hit)
            weekly = any(_by_week(fact) for fact in by_generic(scene.facts).get(drug.generic, ()))
            if not weekly or (index, drug.generic) in dosed or weekly_beside(scene, sentence, hit.at, hit.to):
                continue
            times = daily_without_amount(scene, sentence, hit)
            if times is not None and exact(_NOWHERE).match(sentence.shadow[times.words.to :]) is None:
                yield Told(_without_amount(scene, hit, times), times.words.text, False)
    yield from _of_items(article, scene)
    yield from _of_pronouns(article, scene, {index for index, _ in dosed})


def _of_pronouns(article: Article, scene: Scene, dosed: set[int]) -> Iterator[Told]:
    """Sentences about the one drug of those before: “Mounjaro comes in a pen. Inject it once a day.”"""
    for index in joined(article).cued(_TAKE_IT):
        sentence = article.sentences[index]
        said = exact(_TAKE_IT).search(sentence.shadow)
        if index in scene.drugs or index in dosed or said is None:
            continue
        near = next((other for other in scene.before(sentence) if other.index in scene.drugs), None)
        hits = scene.drugs[near.index] if near is not None else ()
        times = next((times for times in times_in(scene, sentence) if times.words.at >= said.end()), None)
        daily = times is not None and times.low >= OFTEN and times.words.at - said.end() <= _REACH
        if len(hits) != 1 or not daily or times is None or weekly_beside(scene, sentence, said.start(), said.end()):
            continue
        at, to = said.start(), times.words.to
        dose = _without_amount(scene, hits[0], times).but(words=scene.quote(index, at, to))
        yield Told(dose.but(settings=tuple(settings_of(scene, sentence, at, to, ""))), times.words.text, False)


def _of_items(article: Article, scene: Scene) -> Iterator[Told]:
    """Items of a list below the name of one drug: “one shot every 24 hours”."""
    for sentence in article.sentences:
        lead_in = article.block(sentence).lead_in
        if lead_in is None or sentence.index in scene.drugs or exact(_ONE_PIECE).match(sentence.shadow) is None:
            continue
        hits = [hit for index in scene.of_block.get(lead_in, ()) for hit in scene.drugs.get(index, ())]
        times = next(iter(times_in(scene, sentence)), None)
        if len(hits) != 1 or times is None or times.low < OFTEN:
            continue
        at, to = 0, max(times.words.to, 1)
        dose = _without_amount(scene, hits[0], times).but(words=scene.quote(sentence.index, at, to))
        yield Told(dose.but(settings=tuple(settings_of(scene, sentence, at, to, ""))), times.words.text, False)


def _daily(dose: Dose) -> bool:
    if dose.per or dose.times is None:
        return dose.per == "day" and (dose.times is None or dose.times.low >= OFTEN)
    return dose.times.low >= OFTEN and dose.times.words.where in _BELIEVED


def _without_amount(scene: Scene, hit: Hit, times: Times) -> Dose:
    """A dose of an unknown amount over the words from the name to the rhythm."""
    sentence, at, to = scene.article.sentences[hit.sentence], hit.at, hit.to
    if times.words.sentence == hit.sentence:
        at, to = min(at, times.words.at), max(to, times.words.to)
    blank = Dose(scene.quote(hit.sentence, at, to), Decimal(0), Decimal(0), "", times=times)
    return blank.but(
        drug=scene.named(hit),
        route=manner_of(scene, sentence, "route", hit.at, hit.to),
        settings=tuple(settings_of(scene, sentence, at, to, "")),
    )


def _weekly(table: Table, told: Told, homes: tuple[str, ...]) -> list[Fact]:
    """The rows by the week of a drug, those of the page's country first; none where a row by the day allows it."""
    dose = told.dose
    if dose.drug is None:
        return []
    own = [fact for fact in of_drug(table, dose.drug) if _by_week(fact)]
    if not own:
        return []
    daily = [fact for fact in speaking(table, dose) if not _by_week(fact) and (fact.usual or fact.ceiling)]
    meant = [fact for fact in own if _indicated(dose, fact)]
    if meant and not any(_indicated(dose, fact) for fact in daily):
        own, daily = meant, []  # “hydroxychloroquine … prevents malaria”
    if daily and not (told.amount and _only_weekly(dose, daily, own)):
        return []
    here = [fact for fact in own if fact.jurisdiction in homes]
    return sorted(here or own, key=lambda fact: (fact.row["confidence"] != "high", fact.usual is None))


def _indicated(dose: Dose, fact: Fact) -> bool:
    """Whether a row is of the condition that stands beside the dose, in its own sentence."""
    words = dose.indication
    return (
        words is not None and words.where == "sentence" and words.text.casefold() in fact.row["indication"].casefold()
    )


def _only_weekly(dose: Dose, daily: list[Fact], weekly: list[Fact]) -> bool:
    """Whether an amount is one of the weekly rows and of no daily one."""
    low, high = taken_at_once(dose)
    return not _within(dose, low, high, daily) and _within(dose, low, high, weekly)


def _within(dose: Dose, low: Fraction, high: Fraction, rows: list[Fact]) -> bool:
    for fact in rows:
        span = fact.usual
        ends = [converted(Fraction(end), span.unit, dose.unit) for end in (span.low, span.high)] if span else []
        if len(ends) == 2 and ends[0] is not None and ends[1] is not None and ends[0] <= low and high <= ends[1]:
            return True
    return False


def _by_week(fact: Fact) -> bool:
    spans = [span for span in (fact.usual, fact.ceiling) if span is not None]
    return all(span.per == _WEEK for span in spans) if spans else _WEEK in fact.row["per"]


def _sum(told: Told, fact: Fact) -> str:
    rate = told.dose.times.low if told.dose.times is not None else Fraction(1)
    rhythm = fact.row["frequency"].lower() or f"by the {_WEEK}"
    return f"{told.often} = {plain(rate * 7)} times a week; the reference: {rhythm}"


def _regimen(article: Article, dose: Dose, regimens: Hits) -> Iterator[Flag]:
    sentence = article.sentences[dose.words.sentence]
    block = article.block(sentence)
    near = {sentence.block, block.lead_in, *block.section}
    here = Hit(dose.words.sentence, dose.words.at, dose.words.to)
    yield from (exception(article, here, cue) for cue in regimens if article.sentences[cue.sentence].block in near)
