"""Which drug an amount is of: by the grammar of its sentence first, then by what stands before and above."""

from __future__ import annotations

from workbench.doses.scene import Scene
from workbench.doses.stated import Drug, Where
from workbench.model import Hit, Sentence
from workbench.patterns import exact

# Words that may stand between an amount and the drug that it is of: “0.5 mg/kg IV ketamine”, “15 mg of oral …”.
_JOINED = (
    r"^(?:[- ]?(?:of|doses?|tablets?|capsules?|caplets?|pills?|films?|patch(?:es)?|lozenges?|troches?|vials?|pens?"
    r"|infusions?|injections?|sprays?|syrup|suspension|solution|shots?|drops?|worth|per|each|day|daily|once|twice"
    r"|weekly|a|an?|the|iv|im|sc|intra\w+|oral|sublingual|nasal|topical|subcutaneous|low[- ]dose|high[- ]dose|generic"
    r"|brand(?:ed)?|racemic|liquid|pure|compounded|extended|immediate|sustained|release|over[- ]the[- ]counter|plain"
    r"|active|elemental|single|total|bolus|in|form|medicine|drug|medication|strength|children's|infant|\w+-release))*"
    r"[ (\"-]*$|^ of [a-z]{4,} $"  # “900 mg of supplemental | magnesium”
)
_OF = r"^(?: (?:doses?|tablets?|capsules?|worth))? of (?:(?:the|this|that|your|each|it|active|any|a)\b)? ?(\w+)"
_OWN = (
    r"^(?:drug|medicine|medication|product|active|dose|tablets?|ingredient|it|same|substance|solution|pill|syrup"
    r"|[esxidmcl][rlx]|version|form|\w+-(?:release|acting)|capsule|lozenge|patch|cream|gel|shot|injection|pen|spray|film"
    r"|suspension|liquid|mixture|elixir)s?$"
)
_CLOSED = r";|\b(?:and|or|but|while|whereas|plus|then|with|before|after|versus|vs|than|unlike|instead|if|when)\b"
# A name that is mentioned beside the drug that is dosed: “With warfarin, take …”, “unlike ibuprofen, …”.
_BESIDE = (
    r"\b(?:with|on|unlike|instead of|than|without|before|after|taking|already take|take|besides|alongside|(?:allergic|"
    r"intolerant) to|as well as|plus|versus|vs\.?|compared (?:to|with)|following|stopp?(?:ed|ing)?|avoid\w*)"
    r" (?:(?:your|the|an?|other|any) )?$"
)
_WITH = r"\b(?:with|on) $"  # “With sildenafil, two tablets of 100 mg …” on a page of no other drug
_ITS = r"^, (?:the|its|an?|one|each|no|any|every) (?:[a-z-]+ ){0,3}(?:dose|dosage|maximum|ceiling|limit|cap|most)\b"
_FAR_AHEAD, _FAR_BACK = 48, 160
_LEFT = 40


def drug_of(scene: Scene, sentence: Sentence, at: int, to: int) -> Drug | None:
    """The drug that the amount at `[at, to)` is of; None where it is of something else or nobody can tell."""
    hits = scene.drugs.get(sentence.index, ())
    within = next((hit for hit in hits if at <= hit.at and hit.to <= to), None)
    if within is not None:
        return scene.named(within)  # “two ketamine lozenges”
    behind = next((hit for hit in hits if hit.at >= to), None)
    gap = sentence.shadow[to : behind.at] if behind is not None else b""
    if behind is not None and len(gap) <= _FAR_AHEAD and exact(_JOINED).match(gap) is not None:
        return scene.named(behind)
    if _of_something_else(sentence.shadow[to : to + _FAR_AHEAD]):
        return None
    hit = _in_front(sentence, hits, at, only=len(scene.generics) == 1)
    if hit is None and behind is not None and len(gap) <= _FAR_AHEAD and exact(_CLOSED).search(gap) is None:
        hit = behind
    if hit is not None:
        return scene.named(hit)
    return _around(scene, sentence)


def _of_something_else(rest: bytes) -> bool:
    """“20 g of fibre” beside a drug is none of the drug's."""
    of = exact(_OF).match(rest)
    return of is not None and exact(_OWN).match(of.group(1)) is None


def _in_front(sentence: Sentence, hits: tuple[Hit, ...], at: int, *, only: bool) -> Hit | None:
    """The nearest name in front of an amount that is not only mentioned beside it."""
    for hit in reversed([hit for hit in hits if hit.to <= at]):
        if at - hit.to > _FAR_BACK:
            return None
        left = sentence.shadow[max(0, hit.at - _LEFT) : hit.at]
        beside = exact(_BESIDE).search(left)
        apart = beside is not None and _set_apart(sentence.shadow, beside.start() + max(0, hit.at - _LEFT), hit.to, at)
        if apart and not (only and exact(_WITH).search(left) is not None):
            continue
        return hit
    return None


def _set_apart(shadow: bytes, low: int, to: int, at: int) -> bool:
    """Whether a name with the word in front of it opens the sentence or a clause that ends before the amount."""
    if not shadow[:low].strip() and shadow[low : low + 5].lower() == b"take ":
        return False  # “Take vitamin D, 25 mcg a day”
    if exact(_ITS).match(shadow[to:at]) is not None:
        return False  # “With Zoloft, the ceiling is 200 mg”
    opens = not shadow[:low].strip() or shadow[:low].rstrip()[-1:] in b",;(-:"
    return b"," in shadow[to:at] and opens


def _around(scene: Scene, sentence: Sentence) -> Drug | None:
    """The one drug that the sentences before, the row, the lead-in, the section or a heading name."""
    for other in scene.before(sentence):
        if found := _only(scene, other, "before"):
            return found
        if other.index in scene.drugs:
            return None
    for where, other in scene.above(sentence):
        if where == "heading":
            break
        if found := _only(scene, other, where):
            return found
    for other in () if scene.article.block(sentence).kind == "cell" else scene.earlier(sentence):
        if other.index in scene.drugs:
            if found := _only(scene, other, "section"):
                return found
            break
    for where, other in scene.above(sentence):
        if where == "heading" and (found := _only(scene, other, where)):
            return found
    return None


def _only(scene: Scene, sentence: Sentence, where: Where) -> Drug | None:
    found = [scene.named(hit, where) for hit in scene.drugs.get(sentence.index, ())]
    return found[0] if len({drug.generic for drug in found}) == 1 else None
