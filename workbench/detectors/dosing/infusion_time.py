"""An infusion told with its dose and without the time that it runs."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.dosing._reference import NO_ADVICE, no_advice
from workbench.detectors.phrase import by_sentence, exception
from workbench.doses import Dose, Lists, read
from workbench.facts import Table
from workbench.model import Article, Evidence, Hit, Match
from workbench.numerals import after, before
from workbench.patterns import exact

VALUES = ("name",)
_SHORT = ("s", "min", "h")
# A duration that may be the running time of something, said elsewhere on the page.
_RUNS = (
    r"\b(?:over|across|lasting|lasts?|takes?|taking|runs?|running|infus\w+|drips?|given|session|chair|minutes|in)"
    r"(?: \w+){0,4} $"
)
_RUN_OF = r"^(?:-long)?[- ](?:\w+ ){0,2}(?:infusions?|drips?|sessions?|treatments?|iv|appointments?|visits?)\b"
# “take it before the | infusion”: the amount is of something else.
_BESIDE = (
    r"\b(?:before|after|prior to|during|until|between|without|no|not|than)"
    r"(?: (?:the|your|an?|each|every|first|next))*(?: [a-z]+)? $"
)
# “during the infusion | you receive 0.5 mg/kg”: the amount is of the infusion all the same.
_IN_IT = r"^,? (?:you|people|patients|clients|everyone) (?:receives?|gets?|are given|is given|will receive|will get) $"
_RUN = r"\b(?:run|runs|ran|running|drips?|dripping|trickles?|let)\b[^.;,]{0,24}$"
_PROTOCOL = r"\b(?:protocol|session|programme?|regimen|clinic|visit|chair|treatment|course)s?\b"
# Who gives it must know the time as well, and so must readers of what a study gave.
_KINDS = tuple(kind for kind in NO_ADVICE if kind not in ("prescriber", "study"))


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    drugs: str,
    conditions: str,
    forms: str,
    form: str,
    route: str,
    timed: Hits = (),
    careful: Hits = (),
) -> Iterator[Match]:
    """The first such dose of each drug.

    Args:
        article: the article.
        facts: the table of doses.
        words: the table of dose words.
        drugs: lexicon key of drug names.
        conditions: lexicon key of conditions.
        forms: lexicon key of forms.
        form: what the table of dose words calls an infusion …
        route: … and its route; a dose with another route is none.
        timed: words that tell the speed without a number ("slowly", "overnight", "bolus"); their section is quiet.
        careful: words of a price, a comparison or a definition in whose sentence nobody looks for a time.
    """
    found = read(article, facts, words, Lists(drugs, conditions, forms))
    doses = [dose for dose in found if _infused(article, dose, form, route)]
    if not doses:
        return
    hasty, apart, seen = {_section(article, hit.sentence) for hit in timed}, by_sentence(careful), set[str]()
    for dose in doses:
        drug = dose.drug.generic if dose.drug is not None else ""
        if drug in seen or _section(article, dose.words.sentence) in hasty or _has_time(article, dose):
            continue
        seen.add(drug)
        yield _match(article, dose, apart.get(dose.words.sentence, ()))


def _infused(article: Article, dose: Dose, form: str, route: str) -> bool:
    """Whether this is an amount of a drug, told as an infusion in its own sentence or table row, without a time."""
    if _run_in(article, dose, route):
        return dose.drug is not None and bool(dose.unit) and not dose.strength and dose.over is None and not dose.per
    if dose.form is None or dose.form.name != form or dose.form.words.where not in ("sentence", "row", "column"):
        return False
    if dose.route is not None and dose.route.name != route:
        return False
    said = dose.form.words
    shadow = article.sentences[said.sentence].shadow
    inside = said.sentence == dose.words.sentence and exact(_IN_IT).match(shadow[said.to : dose.words.at]) is not None
    left = before(shadow, said.at, 40)
    if exact(_BESIDE).search(left) is not None and not (inside and exact(r"\bduring\b[^.;]*$").search(left)):
        return False
    amount = dose.drug is not None and dose.unit and not dose.strength and dose.over is None
    return bool(amount and dose.per in ("", "day", "week") and dose.concentration is None)


def _run_in(article: Article, dose: Dose, route: str) -> bool:
    """“we run 0.5 mg/kg of ketamine into a vein”: a verb of slow giving, and the vein in the same sentence."""
    if dose.form is not None or dose.route is None or dose.route.name != route:
        return False
    sentence = article.sentences[dose.words.sentence]
    inside = dose.route.words.sentence == sentence.index and dose.concentration is None
    by_weight = dose.by and exact(_PROTOCOL).search(sentence.shadow) is not None
    return inside and bool(by_weight or exact(_RUN).search(before(sentence.shadow, dose.words.at, 48)) is not None)


def _section(article: Article, sentence: int) -> tuple[int, ...]:
    return article.block(article.sentences[sentence]).section


def _has_time(article: Article, dose: Dose) -> bool:
    """Whether the dose's section tells any time in minutes or hours, or the page one that something runs."""
    section = _section(article, dose.words.sentence)
    for sentence in article.sentences:
        for quantity in article.quantities[sentence.index]:
            if quantity.unit.rpartition("/")[2] not in _SHORT or quantity.kind not in ("duration", "dose"):
                continue
            if _section(article, sentence.index) == section or quantity.kind == "dose":
                return True
            left, right = before(sentence.shadow, quantity.at, 60), after(sentence.shadow, quantity.to, 40)
            if exact(_RUNS).search(left) is not None or exact(_RUN_OF).match(right) is not None:
                return True
    return False


def _match(article: Article, dose: Dose, apart: Hits) -> Match:
    words = dose.words
    here, name = Hit(words.sentence, words.at, words.to), dose.drug.words.text if dose.drug is not None else ""
    flags = no_advice(article, dose, _KINDS) or tuple(exception(article, here, hit) for hit in apart[:1])
    return Match(
        words.sentence,
        words.at,
        words.to,
        values={"name": name},
        evidence=Evidence("infusion-time", f"{words.text} {name}", "running time: not said in this section"),
        flags=flags,
    )
