"""What research or experts are said to do or to be good for, read off the words around the noun."""

from __future__ import annotations

from workbench.detectors.citation._noun import Noun, Token, words_of

_REACH = 16  # words behind a noun in which its verb is looked for
_CLAUSE = 40  # words behind "in studies" that may tell what was seen
_PLACES = words_of(
    "of in on from by with into at for among across involving between published conducted done carried presented led"
    " comparing examining using about over since out around covering spanning funded run released exploring testing"
    " following looking within outside under"
)
_ASIDES = words_of(
    "published conducted led involving including presented funded released which for however though too meanwhile"
)
_HELPERS = words_of(
    "has have had also now does do did to date so far further even still continue continues continued appear appears"
    " seem seems tend tends all both long often already since first just again that which last this earlier year month"
    " week spring summer autumn fall winter worldwide everywhere alike today even"
)
_BREAKS = words_of(
    "is are was were be been if when they we you he she it i because but while whether may might could will would"
    " should must can who although unless whereas not never cannot fail fails failed"
)
_PRACTICE = words_of("usually often sometimes generally commonly typically normally routinely")
_BASES = words_of("according based thanks per due consistent")
_PLACED = words_of("in by through with across from during throughout")
_OPENERS = words_of("in across among from throughout over")
_PENDING = words_of("being be to not never will cannot yet can could may might should must would")
_LINKS = words_of("to on with of that what the")
_HAPPENED = words_of(
    "was were had did felt fell rose lost led grew kept came saw got slept lived went made cut gave beat halved said"
)


def says(words: list[Token], after: int, verbs: dict[int, int], people: bool = False) -> int | None:
    """The last token of the verb of saying whose subject ends at `after`; None where that has another verb or none.

    Args:
        verbs: first → last token of each verb of saying in the sentence.
        people: whether the subject are people: "usually recommend" tells what they do, not what they hold.
    """
    placed = aside = False
    index = after + 1
    while index < len(words) and index - after <= _REACH:
        word = words[index].word
        if index in verbs and not (placed and words[index - 1].word in _PLACES):
            return verbs[index] if words[index - 1].word != "and" else None  # "… trials in 2020 and found"
        if (people and word in _PRACTICE) or word in _BREAKS or word.endswith("n't"):
            return None
        if word == "(":
            index = next((at for at in range(index, len(words)) if words[at].word == ")"), index)
        elif word == ",":
            following = words[index + 1].word if index + 1 < len(words) else ""
            if not aside and following not in _ASIDES:
                return None
            aside, placed = not aside, not aside
        elif not word[0].isalnum():
            return None
        elif word in _PLACES:
            placed = True
        elif not (placed or word in _HELPERS or word.endswith("ly")):
            return None
        index += 1
    return None


def based(words: list[Token], noun: Noun) -> int | None:
    """The first token of "according to", "based on", "in line with" before a noun; None without one."""
    at = noun.first - 1
    while at >= 0 and words[at].word in _LINKS:
        at -= 1
    return at if 0 <= at < noun.first - 1 and words[at].word in _BASES else None


def tested(words: list[Token], noun: Noun, done: dict[int, int]) -> int | None:
    """The first token of "proven in", "supported by" before a noun; None where it is denied or still to come.

    Args:
        done: last → first token of each participle of testing or proving in the sentence.
    """
    at = noun.first - 1
    if at < 1 or words[at].word not in _PLACED:
        return None
    at -= 1
    while at > 0 and at not in done and noun.first - at < 5 and words[at].word[0].isalpha():
        at -= 1  # "shown to be safe in", "tested extensively in"
    if at not in done:
        return None
    near = [word.word for word in words[max(0, done[at] - 4) : done[at]]]
    return None if any(word in _PENDING or word.endswith("n't") for word in near) else done[at]


def opens(words: list[Token], noun: Noun, counted: bool) -> bool:
    """Whether "in studies" opens its clause, and the clause tells what happened or gives a figure (`counted`)."""
    lead = noun.first - 1
    if lead < 0 or words[lead].word not in _OPENERS:
        return False
    if lead > 0 and words[lead - 1].word not in (",", ";", ":", "and", "but", "while", "-", "--", "yet", "however"):
        return False
    return counted or _happened(words, noun.last + 1)


def _happened(words: list[Token], start: int) -> bool:
    """Whether the words from `start` on tell of something that was seen: in the past tense, with no one addressed."""
    after = [word.word for word in words[start : start + _CLAUSE]]
    addressed = any(word in ("you", "your", "we", "our", "may", "will", "could", "might") for word in after)
    return not addressed and past(words[start : start + _CLAUSE])


def past(words: list[Token]) -> bool:
    """Whether one of the words is a verb in the past tense."""
    return any(word in _HAPPENED or (word.endswith("ed") and len(word) > 4) for _, _, word in words)
