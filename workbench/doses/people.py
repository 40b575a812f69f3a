"""Whom a dose is for: children, older people, pregnancy, an age."""

from __future__ import annotations

from msgspec.structs import replace

from workbench.doses.ages import ages
from workbench.doses.scene import Scene
from workbench.doses.stated import Group, GroupKind, Where
from workbench.model import Sentence
from workbench.patterns import exact

_KINDS: tuple[tuple[GroupKind, str], ...] = (
    (
        "pregnant",
        r"pregnan\w+|expect(?:ing|ant) mothers?"
        r"|expecting (?:(?:an?|your|their|her|our|my)(?: \w+)? (?:baby|child)|twins)"
        r"|(?:mothers?|moms?|mums?)-to-be|trimesters?",
    ),
    ("lactating", r"breast-?feed\w*|breast feeding|nursing mothers?|lactat\w+"),
    ("infancy", r"infants?|babies|baby|newborns?|neonat\w+|toddlers?"),
    ("adolescence", r"teens?|tweens?|teenage(?:rs?)?|adolescen\w+|high[- ]schoolers?"),
    ("childhood", r"child(?:ren)?(?:'s)?|kids?|pa?ediatrics?|school-?age\w*|youngsters?|girls?|boys?|under-\d\ds"),
    ("old age", r"elderly|older (?:adults?|people|patients?|persons?)|seniors?|geriatric\w*|frail"),
    ("adulthood", r"adults?|grown-ups?"),
)
_ANY = "|".join(f"({pattern})" for _, pattern in _KINDS)
_SAID = rf"\b(?:{_ANY})\b"
_FOR = r"\b(?:for|in|if|to|when|while|during)\b[^.;]{0,40}$|^[^.;,]{0,16}\($"
_PACK = r"^-(?:proof|resistant|safe|friendly)\b"
_AWAY = (
    r"\b(?:not for|keep (?:away|from|out)|away from|avoid\w*|do not|don't|never|unsuitable|not (?:to|in|if)|except)\b"
)
_NEAR = 12


def group_of(scene: Scene, sentence: Sentence, at: int, to: int, others: tuple[tuple[int, int], ...]) -> Group | None:
    """The people nearest to a dose: behind it as far as the next amount ("… for children"), else in front of it."""
    own = groups_in(scene, sentence)
    if own:
        return _own(own, sentence, at, to, others)
    for other in scene.before(sentence):
        for group in groups_in(scene, other, "before"):
            return group
    for where, other in scene.above(sentence):
        if where == "row" and _kept_away(scene, other):
            continue
        for group in groups_in(scene, other, where):
            return group
    return None


def _own(own: list[Group], sentence: Sentence, at: int, to: int, others: tuple[tuple[int, int], ...]) -> Group | None:
    reach = min((low for low, _ in others if low >= to), default=len(sentence.shadow))
    low = max((high for _, high in others if high <= at), default=0)
    for group in own:
        if to <= group.words.at < reach and exact(_FOR).search(sentence.shadow[to : group.words.at]) is not None:
            return group
    behind = [group for group in own if low <= group.words.at < at]
    return behind[-1] if behind else own[0] if own[0].words.at < at else None


def _kept_away(scene: Scene, cell: Sentence) -> bool:
    """Whether a cell stands in a column of those who must not take it: “Not for”, “Keep away from”."""
    head = scene.of_block.get(scene.heads.get(cell.block, -1), [])
    return any(exact(_AWAY).search(scene.article.sentences[index].shadow) is not None for index in head)


def groups_in(scene: Scene, sentence: Sentence, where: Where = "sentence") -> list[Group]:
    """The people of a sentence in reading order, each with the age that stands beside it."""
    found = scene.kept("people", sentence.index, lambda: _groups(scene, sentence))
    return (
        found if where == "sentence" else [replace(group, words=replace(group.words, where=where)) for group in found]
    )


def _groups(scene: Scene, sentence: Sentence) -> list[Group]:
    told = list(ages(sentence))
    used = set[int]()
    found: list[Group] = []
    for said in exact(_SAID).finditer(sentence.shadow):
        at, to = said.span()
        if exact(_PACK).match(sentence.shadow[to : to + 12]) is not None or said.lastindex is None:
            continue
        age = next((age for age in told if at - _NEAR <= age.to and age.at <= to + _NEAR), None)
        if age is not None:
            used.add(age.at)
            at, to = min(at, age.at), max(to, age.to)
        words = scene.quote(sentence.index, at, to)
        found.append(Group(words, _KINDS[said.lastindex - 1][0], age.low if age else None, age.high if age else None))
    found += [
        Group(scene.quote(sentence.index, age.at, age.to), None, age.low, age.high)
        for age in told
        if age.at not in used
    ]
    return sorted(found, key=lambda group: group.words.at)
