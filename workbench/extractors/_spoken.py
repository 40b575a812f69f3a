"""Reported words: what a guideline, a label, an agency or experts are said to say."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.patterns import compiled

_SOURCES = ("sources/institutions", "sources/documents", "sources/studies")
_NEAR = 60  # characters between a source and what it does
_SPEAKS = (
    r"^[^.;:?!]*?\b(?:says?|said|agrees?d?|believes?|warns?|warned|recommends?|recommended|advises?|advised|states?d?|"
    r"reports?|reported|estimates?|estimated|calls?|lists?|found|shows?|showed|suggests?|suggested|proved?s?|concluded?s?|"
    r"describes?|(?:has|have) (?:received|found|shown|warned|said))\b"
)
_WARNS = (
    r"^\W{0,3}(?:has |have |also )*(?:warns?|warned|cautions?|cautioned|received|reports?|reported|lists?|tells? of)\b"
)
_RECOMMENDS = r"^[^.;:?!]*?\b(?:recommends?|recommended|advises?|advised)\b"
_ACCORDING = rb"according to"
_NO_MATTER = r"^,? (?:where|when|who|nothing|little|goodbye|in \w+ on)\b|^,? \W"  # “says where it was made”
_TELLS = (b"told", b"tells", b"explain", b"added", b"said", b"says", b"reported")
_TOLD_ME = (
    r", (?:she|he|they|my [\w-]+|(?:the|a) [\w-]+|dr\.? \w+) (?:told|tells|explained|explains|added|said|says|"
    r"reported)(?: me| us)?\W*$"
)
_RULES = ("should", "recommend", "advised")


def reported(passage: Passage) -> bool:
    """Somebody who speaks on health says so: “its label says that …”, “according to a study, …”."""
    shadow = passage.sentence.shadow
    source = passage.first(*_SOURCES)
    if source is None:
        return False
    if _ACCORDING in shadow[: source.at].lower():
        return True
    speaks = compiled(_SPEAKS).match(shadow[source.to : source.to + _NEAR])
    return speaks is not None and compiled(_NO_MATTER).match(shadow[source.to + speaks.end() :]) is None


def told_to_writer(passage: Passage) -> bool:
    """“Swelling is common with that drug, she told me.”: what somebody told the writer about health."""
    shadow = passage.sentence.shadow
    if not any(word in shadow for word in _TELLS):
        return False
    return passage.topic() is not None and compiled(_TOLD_ME).search(shadow) is not None


def rule_of_source(passage: Passage, cue: str) -> bool:
    """The words of advice are a source's rule (“the label says that the dose should be …”), no call on the reader."""
    word = cue.casefold()
    return any(rule in word for rule in _RULES) and "you" not in word and reported(passage)


def warned(passage: Passage) -> bool:
    """An agency or a label tells of harm: “the agency has received reports of …”, “the label warns of …”."""
    source = passage.first("sources/institutions", "sources/documents")
    if source is None:
        return False
    return compiled(_WARNS).match(passage.sentence.shadow[source.to :]) is not None


def recommended(passage: Passage) -> bool:
    """A public body or a guideline recommends it."""
    source = passage.first("sources/institutions", "sources/documents")
    if source is None:
        return False
    return compiled(_RECOMMENDS).match(passage.sentence.shadow[source.to : source.to + _NEAR]) is not None
