"""What a claim rests on: a link or identifier, a named work, only "studies", or nothing.

A sentence's own references come first. Failing that, what stands around it carries over: the sentence that introduces
its list, a reference that closes its paragraph, a study that the text is still telling about, and, on a page about
one named work (an abstract, a news story with its journal), that work. In the paragraph of a link or a named work a
sentence rests on it too where it points back ("The lower dose …") or shares a word with what was told since; a new
subject needs a source of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workbench.extractors._passage import Passage
from workbench.extractors._references import entries, notes, own
from workbench.model import Citation, Document, Reference
from workbench.patterns import compiled

Standing = tuple[Citation, tuple[Reference, ...]]

_RANK: tuple[Citation, ...] = ("linked", "named", "vague", "none")
_NOTHING: Standing = ("none", ())
_NAMED, _VAGUE = frozenset({"named"}), frozenset({"vague"})
_ONE_STUDY = (
    r"\b(?:an?|one|the|this|another|recent|new|small|large|first|(?:19|20)\d\d) (?:[\w'-]+ ){0,5}(?:study|trial|"
    r"meta-analysis|analysis|review|survey|experiment|journal|paper)\b"
)
_OTHER_WORK = (
    r"\b(?:another|in one|one (?:recent|small|large|early)|previous|earlier|past|other|prior|separate) (?:\w+ ){0,2}"
    r"(?:study|studies|trials?|research)\b"
)
_ITS_PEOPLE = (
    r"\b(?:scientists|researchers|doctors|the team)\b(?: [\w-]+){0,5} "
    r"(?:said|says?|found|report|reported|show|showed)\b"
)
_TOLD = r"\b(?:was|were|had|did|found|showed|felt|fell|rose|lost|led|\w{3,}ed)\b"
_GENERAL = (
    r"\b(?:can|may|might|could|will|is|are|has|have|had been|continues?|does|do|contains?|appears?|seems?|tends?|"
    r"costs?|affects?|kills?|belongs?|blocks?|works?|acts?)\b"
)
_PRONOUN = r"^\W*(?:they|these|those|it|all|most|none|both|others)\b"
_REACH = 4  # sentences over which a text goes on about one study without naming it again
_WORKED_OUT = r"^\W*(?:that is|that means|this means|in other words|so|put differently|put another way)\b"
_OF_THESE = r"^\W*(?:in|of) (?:\d+|these|those|them|two|three|four|five|six|seven|eight|nine|ten|half|most)\b"
_OBSERVED = r"\b(?:was|were) (?:seen|found|reported|noted|observed|recorded)\b"
_FEWER = r"\bthere were (?:\w+ly |no |somewhat |far |a little )?(?:fewer|more|less|differences?)\b"
_COUNTED_OF_THEM = r"\b\d+ of (?:them|those)\b"
_WORD = re.compile(r"[^\W\d_]+")
_TELLING = 5  # letters from which a word says what a sentence is about
_BACK = (
    r"^\W*(?:(?:and|but|so|yet|still|however|also|even|then|instead|in other words|that is|by contrast),? )?"
    r"(?:the|this|that|these|those|it|its|they|their|he|she|his|her|both|neither|most|all|half|one|another|of|about)\b"
)
_CLOSING = 30  # characters from a paragraph's end within which a reference covers the whole paragraph
_OPENING = 6  # sentences in which a news story names what it reports
_NEWS_HEADINGS = 1  # a news story has its headline; a page with more headings tells more than one thing


class _Told(NamedTuple):
    """The study that the text is telling about: what it rests on, and where it was named last."""

    standing: Standing
    section: tuple[int, ...]
    place: int
    block: int
    since: tuple[Passage, ...]  # what was told in the paragraph since the source

    def reaches(self, passage: Passage) -> bool:
        return self.section == passage.block.section and passage.sentence.index - self.place <= _REACH


def read(document: Document, passages: Sequence[Passage]) -> tuple[Standing, ...]:
    """Citation state and references of every passage, in the same order."""
    listed = entries(document, passages)
    noted = notes(document)
    alone = [_standing(tuple(own(document, passage, listed, noted))) for passage in passages]
    page = _page_work(document, passages, alone)
    closing = _closing(passages, alone)
    by_sentence: dict[int, Standing] = {}
    told: _Told | None = None
    for at, (passage, standing) in enumerate(zip(passages, alone, strict=True)):
        if told and not told.reaches(passage):
            told = None
        if standing[0] in ("none", "vague"):
            standing = _around(passage, standing, by_sentence, closing, page, told)
        by_sentence[passage.sentence.index] = standing
        told = _after(passage, standing, told, alone[at])
    return tuple(by_sentence[passage.sentence.index] for passage in passages)


def _standing(references: tuple[Reference, ...]) -> Standing:
    kinds = {reference.kind for reference in references}
    if not kinds:
        return _NOTHING
    if kinds <= _VAGUE:
        return "vague", references
    surest = tuple(reference for reference in references if reference.kind != "vague")
    return ("named" if kinds <= _NAMED | _VAGUE else "linked"), surest


def _around(
    passage: Passage,
    standing: Standing,
    by_sentence: Mapping[int, Standing],
    closing: Mapping[int, Standing],
    page: Standing,
    told: _Told | None,
) -> Standing:
    """What the surroundings lend to a sentence that names no source itself; the nearest that lends something."""
    if passage.part == "aim":
        return standing  # what an abstract begins with is known before its study
    other = page[0] != "none" and compiled(_OTHER_WORK).search(passage.sentence.shadow) is not None
    if passage.part in ("results", "conclusions") and page[0] != "none" and not other:
        return page
    if page[0] != "none" and not passage.part and not other and told and _happened(passage, told):
        return page
    if page[0] != "none" and not passage.part and _of_this_work(passage, standing, told):
        return page
    if told and _goes_on(passage, standing, told) and _RANK.index(told.standing[0]) <= _RANK.index(standing[0]):
        return told.standing
    if told and standing[0] == "none" and _same_matter(passage, told):
        return told.standing
    if passage.sentence.index in closing:
        return closing[passage.sentence.index]
    above = passage.lead_in or (passage.headings[-1] if passage.headings else None)
    if above and above.sentence.index in by_sentence and (passage.lead_in or _one_study(above)):
        lent = by_sentence[above.sentence.index]
        return lent if _RANK.index(lent[0]) < _RANK.index(standing[0]) else standing
    return standing


def _page_work(document: Document, passages: Sequence[Passage], alone: Sequence[Standing]) -> Standing:
    """The one work that the whole page reports, nothing where it is no abstract and names no single journal."""
    if any(passage.part for passage in passages):
        registered = next((standing for standing in alone if standing[0] == "linked"), None)
        if registered:
            return registered
        title = passages[0].sentence
        text = document.source[title.start : title.end]
        return "named", (Reference("named", text, "", title.start, title.end),)
    if sum(passage.block.kind == "heading" for passage in passages) > _NEWS_HEADINGS:
        return _NOTHING
    presented = _first_told(passages, alone)
    if presented:
        return presented
    journals = {cue.text.casefold() for passage in passages for cue in passage.cues("sources/journals")}
    if not 0 < len(journals) <= 2:
        return _NOTHING
    return next(
        (
            s
            for p, s in zip(passages, alone, strict=True)
            if s[0] in ("named", "linked") and p.first("sources/journals")
        ),
        _NOTHING,
    )


def _first_told(passages: Sequence[Passage], alone: Sequence[Standing]) -> Standing | None:
    """The study that a news story's first sentences name by where it was presented."""
    for passage, standing in list(zip(passages, alone, strict=True))[:_OPENING]:
        if standing[0] == "named" and _one_study(passage) and b"presented" in passage.sentence.shadow:
            return standing
    return None


def _closing(passages: Sequence[Passage], alone: Sequence[Standing]) -> dict[int, Standing]:
    """Sentences that the reference at their paragraph's end covers: those behind the reference before it."""
    if any(passage.part for passage in passages):
        return {}  # an abstract rests on itself
    found: dict[int, Standing] = {}
    waiting: list[int] = []
    for index, (passage, standing) in enumerate(zip(passages, alone, strict=True)):
        if passage.sentence.at == 0:
            waiting = []
        last = index + 1 == len(passages) or passages[index + 1].sentence.block != passage.sentence.block
        if standing[0] == "none":
            waiting.append(passage.sentence.index)
            continue
        if last and _ends_with_reference(passage, standing) and not _one_study(passage):
            found.update((waited, standing) for waited in waiting)
        waiting = []
    return found


def _ends_with_reference(passage: Passage, standing: Standing) -> bool:
    """A mark, an identifier or a name in brackets, as one closes a paragraph with; no name in the running text."""
    ending = (r for r in standing[1] if passage.sentence.end - r.end <= _CLOSING)
    return any(reference.kind not in ("named", "vague") or reference.text.endswith(")") for reference in ending)


def _of_this_work(passage: Passage, standing: Standing, told: _Told | None) -> bool:
    """On a news page: the sentence tells of the page's study, not of another one or of the world."""
    if compiled(_OTHER_WORK).search(passage.sentence.shadow):
        return False
    if passage.first("sources/own-study"):
        return True
    figures = passage.numbers("percent", "group", "ratio")
    if figures and told and _past(passage):
        return True
    return standing[0] == "vague" and (
        _one_study(passage) or compiled(_ITS_PEOPLE).search(passage.sentence.shadow) is not None
    )


def _goes_on(passage: Passage, standing: Standing, told: _Told) -> bool:
    """Tells on about the study before: by its words, or by counting what happened to its people."""
    if passage.first("sources/own-study"):
        return True
    if standing[0] != "none" or passage.numbers("money"):
        return False
    counted = bool(passage.numbers("percent", "group", "ratio", "count"))
    if counted and told.block == passage.sentence.block and compiled(_OF_THESE).match(passage.sentence.shadow):
        return True
    if b" of th" in passage.sentence.shadow and compiled(_COUNTED_OF_THEM).search(passage.sentence.shadow):
        return True
    if counted and compiled(_WORKED_OUT).match(passage.sentence.shadow):
        return True
    if passage.block.kind == "item" and counted:
        return compiled(_GENERAL).search(passage.sentence.shadow) is None
    if told.block == passage.sentence.block and compiled(_FEWER).search(passage.sentence.shadow):
        return True
    if told.block == passage.sentence.block and compiled(_OBSERVED).search(passage.sentence.shadow):
        return _past(passage)
    people = passage.first("populations") is not None or compiled(_PRONOUN).match(passage.sentence.shadow) is not None
    return _past(passage) and (counted or people)


def _happened(passage: Passage, told: _Told) -> bool:
    """On a news page: what was seen in the study, told in its paragraph or of its people and their harms."""
    if not _past(passage) or passage.sentence.flagged("quoted") or passage.numbers("money", "year"):
        return False
    if passage.sentence.block == told.block:
        return True
    return passage.first("conditions") is not None and (
        passage.first("treatments", "drugs", "forms", "populations") is not None
    )


def _same_matter(passage: Passage, told: _Told) -> bool:
    """In the paragraph of a source: points back, or shares a word with what was told since; no new subject."""
    if passage.sentence.block != told.block or told.standing[0] not in ("linked", "named"):
        return False
    if compiled(_BACK).match(passage.sentence.shadow):
        return True
    words = _words(passage)
    return any(not words.isdisjoint(_words(before)) for before in told.since)


def _words(passage: Passage) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(passage.sentence.text.casefold()) if len(word) >= _TELLING)


def _past(passage: Passage) -> bool:
    shadow = passage.sentence.shadow
    return compiled(_TOLD).search(shadow) is not None and compiled(_GENERAL).search(shadow) is None


def _one_study(passage: Passage) -> bool:
    return bool(passage.first("sources/studies")) and compiled(_ONE_STUDY).search(passage.sentence.shadow) is not None


def _after(passage: Passage, standing: Standing, told: _Told | None, alone: Standing) -> _Told | None:
    """The study that is being told about behind this passage."""
    sentence = passage.sentence
    own_source = standing[0] in ("linked", "named") and passage.block.kind != "heading"
    if own_source or (standing[0] != "none" and (_one_study(passage) or passage.first("sources/own-study"))):
        since = told.since if told and told.block == sentence.block and alone[0] == "none" else ()
        return _Told(standing, passage.block.section, sentence.index, sentence.block, (*since, passage))
    return told
