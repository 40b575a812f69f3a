"""Forms of a sentence that state nothing by themselves: a bare denial, a definition."""

from __future__ import annotations

from workbench.extractors._passage import Cue, Passage
from workbench.patterns import compiled

_DEFINES = r"^\W*[\w\s(),'./-]{2,90}? ((?:is|are) (?:(?:an?|one of (?:an?|the)|the medical|any) )?)"
_GOES_ON = (
    r"\w*(?:\W*$|[.,(]| (?:that|which|in which|where|when|of|characteri[sz]ed|caused|marked|for|used|or|called|known)"
    r"\b)"
)
_A_THING = (
    r"^\W*an? [\w' -]{2,40} is an? ((?:[\w-]+,? ){0,3}?[\w-]+(?: of [\w-]+)?) (?:that|which|in which|where|when)\b"
)
_NO_THING = (
    r"\b(?:sign|symptom|risk|effect|cause|reason|way|sort|result|factor|option|choice|source|complication|consequence|"
    r"threat|danger|matter|myth|lot)\b"
)
_NEAR = 50  # characters between “is a” and the word that says what kind of thing it is
_NAMED = 4  # letters of a name that says something
_NEAR_BARE = 12  # the same behind “are” alone
_BARE_DENIAL = (
    r"^\W*(?:no, )?(?:it|they|this|that|he|she) (?:(?:is|are|was|were|do|does|did|will|can|has|have) not|"
    r"(?:is|are|was|were|do|does|did)n't|won't|can't|cannot)[.,!;]"
)
_GIVEN = (
    r"^(?: aged [\w -]{2,20}?)?(?: \w+)?(?:,? (?:who|with) (?:\w+ ){1,6})? "
    r"(?:had|took|got|received|used|wore|ate|drank|swallowed|tried|were given|were offered|"
    r"were followed|were weighed|were seen|entered|joined)\b"
)
_COUNTS_IN = r"^\W*(?:it|this|that|there) (?:was|were) (?:only |just |about |also )?$"
_PEOPLE = ("group", "count", "number")


def design(passage: Passage) -> str | None:
    """“24 adults had six infusions”: what the people of a study were given, without what came of it."""
    people = passage.numbers(*_PEOPLE)
    if people and compiled(_COUNTS_IN).match(passage.sentence.shadow[: people[0].at]):
        rest = passage.sentence.shadow[people[0].to :]
        return people[0].text if len(rest.strip()) <= 1 else None
    if not people or passage.numbers("percent", "ratio") or passage.first("conditions", "outcomes"):
        return None
    dosed = {cue.at for _, cue in passage.weighted.get("dosing", ())}  # “drops” is a form here, no verb
    if passage.first("drugs", "treatments", "forms") is None and not dosed:
        return None
    shadow = passage.sentence.shadow
    for number in people:
        given = compiled(_GIVEN).match(shadow[number.to :])
        last = number.to + given.end() if given else 0
        if given and not any(verb.at > last and verb.at not in dosed for verb in passage.cues("verbs")):
            return number.text
    return None


def denial(passage: Passage) -> str | None:
    """“It does not.”: an answer, no statement of its own."""
    if b"n't" not in passage.sentence.shadow and b"not" not in passage.sentence.shadow:
        return None
    found = compiled(_BARE_DENIAL).match(passage.sentence.shadow)
    return passage.sentence.text[: found.end()] if found else None


def definition(passage: Passage) -> str | None:
    """“X is a disorder in which …”."""
    begins = compiled(_DEFINES).match(passage.sentence.shadow)
    if begins:
        near = _NEAR if begins.group(1).count(b" ") > 1 else _NEAR_BARE
        kind = next((cue for cue in passage.cues("reasons/kinds") if 0 <= cue.at - begins.end() < near), None)
        if kind and _ruled(passage, kind):
            return None  # “is a controlled substance” says what the law makes of it
        if kind and compiled(_GOES_ON).match(passage.sentence.shadow[kind.to :]):
            return passage.sentence.text[begins.start(1) : kind.to]
    return None


def kind_of_thing(passage: Passage) -> str | None:
    """“A stent is a small mesh tube that …”: what a thing is, in a kind that no list knows."""
    shadow = passage.sentence.shadow
    if b" is a" not in shadow:
        return None
    found = compiled(_A_THING).match(shadow)
    if found is None or compiled(_NO_THING).search(found.group(1)):
        return None
    return passage.sentence.text[: found.end()]


def named_again(passage: Passage) -> str | None:
    """“Varicose veins are swollen, twisted veins …”: what a thing is, told with its own name."""
    shadow = passage.sentence.shadow
    for verb in (b" are ", b" is a ", b" is an "):
        at = shadow.find(verb)
        if 0 < at <= _NEAR and b"," not in shadow[:at]:
            name = shadow[:at].split()[-1].strip(b"\"'*_)").lower()
            told = [word.strip(b",.;:").lower() for word in shadow[at + len(verb) :].split(None, 6)[:6]]
            again = told.index(name) if len(name) >= _NAMED and name in told[1:] else 0
            if again and not {b"no", b"not", b"a", b"an", b"the"} & set(told[: again + 1]):
                return shadow[: at + len(verb)].decode("ascii", "replace").strip()
    return None


def _ruled(passage: Passage, kind: Cue) -> bool:
    return any(cue.at <= kind.at < cue.to for _, cue in passage.weighted.get("regulatory", ()))


def answered(passage: Passage, behind: Passage) -> bool:
    """A saying in quotation marks under a heading such as “Myths”, and an answer behind it in the same paragraph."""
    sentence = passage.sentence
    if sentence.at or behind.sentence.block != sentence.block or behind.sentence.flagged("quoted"):
        return False
    if not passage.headings or "reasons/myths" not in passage.headings[-1].met:
        return False
    shadow = sentence.shadow
    return any(flag.flag == "quoted" and flag.at <= 1 and flag.to >= len(shadow) - 2 for flag in sentence.flags)
