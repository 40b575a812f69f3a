"""Which people and which medicine of a sentence its words of leave speak of."""

from __future__ import annotations

from decimal import Decimal

from workbench.detectors.safety._rows import Named
from workbench.doses import Group
from workbench.doses.scene import Scene
from workbench.facts import SEPARATOR, Row
from workbench.model import Hit, Sentence
from workbench.patterns import exact

# People who are only spoken of beside those who take it: “parents of | children”, “while their | children …”.
_BESIDE = (
    r"\b(?:parents?|grandparents?|adults?|people|women|men|famil(?:y|ies)|mothers?|fathers?|homes?) (?:of|with)"
    r"(?: \w+)? $|\bwhile (?:the|their|your) $"
)
_OLD, _OLD_FROM = "old age", 65  # years
_LISTED = r"^(?:,? (?:and|or|plus) |, | with )(?:[\w'-]+ )?$"


def is_meant(sentence: Sentence, group: Group, groups: list[Group], hit: Hit) -> bool:
    """Whether the leave is given to this group: it is the nearest one, or listed with it ("adults and children")."""
    if exact(_BESIDE).search(sentence.shadow[: group.words.at]) is not None:
        return False
    near = min(groups, key=lambda other: gap(other.words.at, other.words.to, hit)).words
    if near.at == group.words.at:
        return True
    between = sentence.shadow[min(near.to, group.words.to) : max(near.at, group.words.at)]
    return exact(_LISTED).match(between) is not None


def meets(row: Row, group: Group) -> bool:
    """Whether the group takes in people whom the row leaves out."""
    of_kind = group.kind in row["kind"].split(SEPARATOR)
    if not row["below"]:
        old = _OLD in row["kind"].split(SEPARATOR) and (group.age_min or 0) >= _OLD_FROM
        return of_kind or old
    below = Decimal(row["below"])
    if group.age_min is None and group.age_max is None:
        return of_kind
    if group.kind is not None and not of_kind and group.age_min is None:
        return False
    return group.age_min < below if group.age_min is not None else (group.age_max or 0) <= below


def rival(scene: Scene, sentence: Sentence, name: Named, hit: Hit) -> bool:
    """Whether another drug stands nearer to the words of leave, and the product is not listed with it."""
    for other in scene.drugs.get(sentence.index, ()):
        if other.at < name.to and name.at < other.to:
            continue
        if gap(other.at, other.to, hit) < gap(name.at, name.to, hit):
            between = sentence.shadow[min(other.to, name.to) : max(other.at, name.at)]
            if exact(_LISTED).match(between) is None:
                return True
    return False


def gap(at: int, to: int, hit: Hit) -> int:
    """Characters between a place and words of the same sentence."""
    return hit.at - to if to <= hit.at else at - hit.to
