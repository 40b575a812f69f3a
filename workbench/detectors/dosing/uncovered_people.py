"""A medicine said to be right for people whom its label leaves out: children, pregnancy, breastfeeding."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from workbench.detectors import Hits
from workbench.detectors.dosing._claimed import denied, first_of, table_row
from workbench.detectors.dosing._people_meant import gap, is_meant, meets, rival
from workbench.detectors.dosing._reference import UNREVIEWED
from workbench.detectors.phrase import by_sentence, exception
from workbench.detectors.safety._rows import Named, holds, named
from workbench.detectors.safety._rows import confidence as confidence_of
from workbench.doses import Group, Lists
from workbench.doses.people import groups_in
from workbench.doses.scene import Scene
from workbench.facts import SEPARATOR, Row, Table
from workbench.model import Article, Evidence, Hit, Match, Sentence
from workbench.patterns import exact

VALUES = ("name", "says")
# Words between name, people and leave that make another statement of them.
_BREAKS = (
    r";|\b(?:but|whereas|although|though|unlike|instead|rather|than|except|until|unless|not|never|nobody|no|nor|n't"
    r"|cannot|without|avoid\w*|stop\w*|risks?|risky|harm\w*|dangerous|unsafe|ban(?:s|ned)?|forbid\w*|contraindicated"
    r"|against|restrict\w*|too|sleepy|drowsy|sick|hurt|dies?|died|withdrawal|overdos\w*|swallow\w*)\b|n't\b"
)
_COMMAS = 1
_IS_SO = (
    r"\b(?:i|you|she|we|my (?:\w+)|her|the patient)(?:'m|'re|'s| am| are| is| was| were| became| become| get| got"
    r"| fell)"
    r"(?: \w+){0,4} pregnant\b|\bpregnant\?"
)
_BEFORE, _BESIDE = 32, 24  # characters
_IT = r"\b(?:it|this medicine|the medicine|the drug|this drug|the spray|the tablets?)\b"


def detect(
    article: Article,
    *,
    table: Table,
    names: Hits,
    allowed: Hits,
    facts: Table,
    words: Table,
    drugs: str,
    conditions: str,
    forms: str,
    careful: Hits = (),
) -> Iterator[Match]:
    """The first such statement of each sentence.

    Args:
        article: the article; a row without a jurisdiction speaks for every country.
        table: columns name, aliases, jurisdiction, kind (groups of people, as doses have them), below (an age in
            years, where the people are younger), needs (words one of which must stand in the sentence), says (what
            the label says of them), reviewed_by, and those of the source.
        names: the names of the table.
        allowed: words that give leave or advise ("can take", "is safe for").
        facts: the table of doses.
        words: the table of dose words.
        drugs: lexicon key of drug names; a drug nearer to the leave is the one that is meant.
        conditions: lexicon key of conditions.
        forms: lexicon key of forms.
        careful: words of study, supervision and warning, which hold a match of their sentence back.
    """
    if not names:
        return
    leave, scene = by_sentence(allowed), Scene(article, facts, words, Lists(drugs, conditions, forms))
    for index in sorted({step for hit in names for step in (hit.sentence, hit.sentence + 1)} & leave.keys()):
        sentence = article.sentences[index]
        groups = groups_in(scene, sentence)
        if groups:
            found = next(_found(article, table, scene, sentence, groups, leave[index]), None)
        else:
            found = next(_of_before(article, table, scene, sentence, leave[index]), None)
        if found is not None:
            yield _match(article, *found, careful)


def _found(
    article: Article, table: Table, scene: Scene, sentence: Sentence, groups: list[Group], leave: Hits
) -> Iterator[tuple[Row, str, Hit]]:
    for name in _names(table, scene, sentence):
        row = table.rows[name.row]
        if not _speaks(article, sentence, row):
            continue
        hit = min(leave, key=lambda hit: gap(name.at, name.to, hit))
        for group in groups:
            if meets(row, group) and is_meant(sentence, group, groups, hit):
                low = min(name.at, group.words.at, hit.at)
                high = max(name.to, group.words.to, hit.to)
                apart = sentence.shadow[min(name.to, group.words.to) : max(name.at, group.words.at)]
                if apart.count(b",") > _COMMAS:
                    continue  # “offers Spravato, counselling, and care for children”
                if exact(_BREAKS).search(sentence.shadow[low:high]) is None and not rival(scene, sentence, name, hit):
                    text = sentence.text[name.at : name.to]
                    pronoun = exact(_IT).match(sentence.shadow[name.at : name.to]) is not None
                    yield row, row["name"] if pronoun else text, Hit(sentence.index, low, high)


def _of_before(
    article: Article, table: Table, scene: Scene, sentence: Sentence, leave: Hits
) -> Iterator[tuple[Row, str, Hit]]:
    """Leave to somebody of whom the sentence before says that she is pregnant: “I was pregnant. … carry on with X”."""
    last = next(iter(scene.before(sentence)), None)
    if last is None or exact(_IS_SO).search(last.shadow) is None:
        return
    groups = groups_in(scene, last)
    for name in _names(table, scene, sentence):
        row = table.rows[name.row]
        if len(groups) != 1 or groups[0].kind is None or not meets(row, groups[0]) or row["below"]:
            continue
        hit = min(leave, key=lambda hit: gap(name.at, name.to, hit))
        low, high = min(name.at, hit.at), max(name.to, hit.to)
        clause = sentence.shadow[max(0, low - _BEFORE) : high]
        if exact(_BREAKS).search(clause) is not None or gap(name.at, name.to, hit) > _BESIDE:
            continue
        if not rival(scene, sentence, name, hit) and _speaks(article, sentence, row):
            yield row, sentence.text[name.at : name.to], Hit(sentence.index, low, high)


def _names(table: Table, scene: Scene, sentence: Sentence) -> list[Named]:
    """The names in the sentence; where it says “it” and names no drug, those of the sentence before, at the “it”."""
    own = named(table, sentence.shadow, "name", "aliases")
    if own or sentence.index in scene.drugs:
        return own
    it = exact(_IT).search(sentence.shadow)
    last = next(iter(scene.before(sentence)), None)
    if it is None or last is None:
        return []
    drugs = {drug.generic for hit in scene.drugs.get(last.index, ()) if (drug := scene.named(hit)).known}
    if len(drugs) > 1:
        return []
    return [Named(name.row, *it.span()) for name in named(table, last.shadow, "name", "aliases")]


def _apart(sentence: Sentence, one: Hit, other: Hit) -> bool:
    """Whether a semicolon or a colon stands between two places of a sentence."""
    low, high = min(one.to, other.to), max(one.at, other.at)
    return exact(r"[;:]").search(sentence.shadow[low:high]) is not None


def _speaks(article: Article, sentence: Sentence, row: Row) -> bool:
    if row["jurisdiction"] and not holds(article.country, row):
        return False
    needed = [word.strip("*").encode("ascii") for word in row["needs"].split(SEPARATOR) if word]
    return not needed or any(word in sentence.shadow.lower() for word in needed)


def _match(article: Article, row: Row, name: str, span: Hit, careful: Hits) -> Match:
    sentence = article.sentences[span.sentence]
    near = tuple(hit for hit in careful if hit.sentence != span.sentence or not _apart(sentence, hit, span))
    text, cue = sentence.text[span.at : span.to], first_of(near, span.sentence) or denied(sentence, span)
    made = Match(
        span.sentence,
        span.at,
        span.to,
        values={"name": name, "says": row["says"]},
        evidence=Evidence("people", text, f"{name}: {row['says']}", rows=(table_row(row),)),
        confidence=confidence_of(row),
        flags=(exception(article, span, cue),) if cue else (),
    )
    return made if row["reviewed_by"] else replace(made, severity="warning", note=UNREVIEWED)
