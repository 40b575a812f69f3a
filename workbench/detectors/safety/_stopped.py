"""Which drug the words of a stop are about: its name, a pronoun for it, or the last drug named before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from itertools import islice, takewhile
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.phrase import overlap
from workbench.detectors.safety import _rows
from workbench.detectors.safety._objects import governs
from workbench.detectors.safety._stops import Act
from workbench.facts import Row, Table
from workbench.model import Article, Hit, Sentence

_WIDE = 120  # characters in which a drug is looked for on either side
_FAR = 80  # characters between a drug and words that stand on either side of it
BACK = 2  # sentences in which "it" may have its drug
_CLAUSE = re.compile(rb"[.;!?]")
_LEFT_OUT = re.compile(
    rb"\s*(?:it|them|these|this|those|the (?:last|rest)|any of (?:it|them)"
    rb"|(?:your|the) (?:rest of (?:the|your) )?(?:pills?|tablets?|meds?|medications?|medicines?|drugs?|bottles?|box"
    rb"|packets?|packs?|strips?|patch|prescriptions?)|(?:tomorrow's|tonight's|today's|any) (?:dose|pill|tablet))\b"
)
_NOTHING = re.compile(  # behind a verb that is left without an object
    rb"\s*(?:$|[.;:,!?]|when|whenever|in a|in one|on the|at once|once|as soon|overnight|today|tonight|now|cold|suddenly"
    rb"|abruptly|right|straight|from|all at|immediately|any ?time|whatever|that)"
)


_ANOTHER = re.compile(  # “leave the cough syrup in the drawer”: the words name what is ended
    rb"\b(?i:leav\w+|left|put\w*|throw\w*|toss\w*|cut\w*) (?:(?:the|your|that|any|all) )?[\w-]{3,}(?: [\w-]+)?"
    rb" (?:in|at|on|away|behind|off|out|alone)\b"
)


class Scene(NamedTuple):
    """An article, the table, the words that are no treatment to be tapered, and the drugs found so far."""

    article: Article
    table: Table
    but_not: Mapping[int, Hits]
    names: dict[int, list[_rows.Named]]  # drugs by sentence, as they are asked for

    def drugs(self, sentence: Sentence) -> list[_rows.Named]:
        """The drugs that a sentence names, in reading order."""
        if sentence.index not in self.names:
            self.names[sentence.index] = _rows.named(self.table, sentence.shadow, "name", "aliases")
        return self.names[sentence.index]


class Stop(NamedTuple):
    """A place that ends a drug, the drug's row, and its name there."""

    span: Hit
    row: Row
    name: Hit | None
    there: int = -1  # the sentence that names the drug, if it is another one


def stopped(scene: Scene, act: Act) -> Stop | None:
    """What an act ends, if it is a drug of the table."""
    span = act.span
    sentence = scene.article.sentences[span.sentence]
    found = scene.drugs(sentence)
    first = bisect_left(found, span.at - _WIDE, key=lambda name: name.at)
    near = takewhile(lambda name: name.at <= span.to + _WIDE, islice(found, first, None))
    drug = next((name for name in near if _belongs(scene, sentence, act, name)), None)
    if drug is not None:
        row = scene.table.rows[drug.row]
        if row["when"] and not act.sudden:
            return None
        name = Hit(span.sentence, drug.at, drug.to)
        return Stop(_trimmed(sentence, min(span.at, drug.at), max(span.to, drug.to)), row, name)
    return _left_out(scene, sentence, act, found)


def _left_out(scene: Scene, sentence: Sentence, act: Act, found: list[_rows.Named]) -> Stop | None:
    """The drug stands before: as a pronoun, as "the bottle", or not at all ("you can quit overnight")."""
    dark, span = sentence.shadow, act.span
    said = _LEFT_OUT.match(dark, span.to)
    inside = _LEFT_OUT.search(dark[span.at : span.to])
    earlier = bisect_left(found, span.at, key=lambda name: name.at)
    if not inside and _ANOTHER.search(dark[span.at : span.to]):
        return None
    if act.ahead and not (said or inside) and not (_NOTHING.match(dark, span.to) and (act.sudden or earlier)):
        return None
    if (found and not earlier) or (not act.ahead and found):
        return None
    whole = _trimmed(sentence, span.at, said.end() if said else span.to)
    if earlier:
        return _kept(act, scene.table.rows[found[earlier - 1].row], whole)
    for other in _rows.before(scene.article, sentence, BACK):
        if names := scene.drugs(other):
            return _kept(act, scene.table.rows[names[-1].row], whole, other.index)
    return None


def _kept(act: Act, row: Row, span: Hit, there: int = -1) -> Stop | None:
    return None if row["when"] and not act.sudden else Stop(span, row, None, there)


def _belongs(scene: Scene, sentence: Sentence, act: Act, name: _rows.Named) -> bool:
    """Whether a drug is what the words end, and not a cream, an inhaler or one missed dose of it."""
    dark, span = sentence.shadow, act.span
    if act.ahead:
        joined = name.to > span.at and governs(dark, span.to, name.at)
    else:
        low, high = (name.to, span.at) if name.to <= span.at else (span.to, name.at)
        joined = high - low <= _FAR and _CLAUSE.search(dark[low:high]) is None
    around = Hit(span.sentence, min(span.at, name.at), name.to + 2)
    return joined and not any(overlap(hit, around) for hit in scene.but_not.get(span.sentence, ()))


def _trimmed(sentence: Sentence, at: int, to: int) -> Hit:
    """The span without the punctuation that a pattern leans on."""
    while at + 1 < to and not sentence.text[at].isalnum():
        at += 1
    while to - 1 > at and not sentence.text[to - 1].isalnum():
        to -= 1
    return Hit(sentence.index, at, to)
