"""What tells of a course: the passage around its number of sessions, its one rhythm and its one length."""

from __future__ import annotations

from workbench.doses import Length, Times
from workbench.doses.courses import Course, lengths, rates
from workbench.doses.scene import Scene
from workbench.doses.stated import Words
from workbench.model import Block, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_LOOSE = (
    r"\b(?:up to|at least|at most|about|around|roughly|a maximum of|as long as|minimum of|no more than|more than"
    r"|less than|the first|first|next|last|every|each|several|or)(?: (?:the|a|an|first))* $"
)
_LOOSER = r"^ ?(?:or (?:more|less|longer|so)|at (?:least|most)|and (?:up|more)|\+)"
_APART = r"\band\b"  # “counselling once a week for six weeks and | two sessions of massage”
_TOTAL = (
    r"\b(?:total|altogether|in all|makes?|making|comes? to|adds? up|so|is|are|that's|totall?ing|bill|invoice|listed"
    r"|billed|counted)\b"
)
_DOSES = "doses"
_MONTH = (28, 31)  # days
_ITEMS = 6  # of a list that tells one course


def passage_of(scene: Scene, sentence: Sentence) -> tuple[Sentence, ...]:
    """The sentence; with those beside it only where it does not tell rhythm and length itself."""
    if rates(scene, sentence) and any(True for _ in lengths(scene, sentence)):
        return (sentence,)
    block = scene.article.block(sentence)
    if block.kind in ("cell", "item"):
        return _listed(scene, sentence)
    following = scene.next(sentence)
    return (sentence, *scene.before(sentence)[:1], *(() if following is None else (following,)))


def _listed(scene: Scene, sentence: Sentence) -> tuple[Sentence, ...]:
    """The cells of a row; the items of a short list."""
    article, block = scene.article, scene.article.block(sentence)
    if block.kind == "cell":
        blocks = set(scene.rows.get(sentence.block, ()))
    else:
        low, high = sentence.block, sentence.block
        while low and _same_list(article.document.blocks[low - 1], block):
            low -= 1
        while high + 1 < len(article.document.blocks) and _same_list(article.document.blocks[high + 1], block):
            high += 1
        blocks = set(range(low, high + 1)) if high - low < _ITEMS else {sentence.block}
    return tuple(article.sentences[index] for number in sorted(blocks) for index in scene.of_block.get(number, ()))


def _same_list(one: Block, other: Block) -> bool:
    return one.kind == other.kind and one.lead_in == other.lead_in and one.section == other.section


def of_one(
    scene: Scene, sentence: Sentence, passage: tuple[Sentence, ...], course: Course, times: Times, length: Length
) -> bool:
    """Whether rhythm and length are those of the sessions, not of tablets or of another treatment."""
    doses = course.words.text.endswith(_DOSES)  # of a medicine in pieces: “four times daily for ten days, 40 doses”
    if not doses and any(row["counted"] for other in passage for row, _, _ in scene.manners(other.index)):
        return False
    ends = [words.to for words in (times.words, length.words) if words.sentence == course.words.sentence]
    between = sentence.shadow[max(ends, default=course.words.at) : course.words.at]
    return exact(_APART).search(between) is None or exact(_TOTAL).search(between) is not None


def rhythm_of(scene: Scene, passage: tuple[Sentence, ...], end: Words | None = None) -> Times | None:
    """The one rhythm of a passage (up to the words at `end`); “daily, five days a week” is five days a week."""
    found = [times for sentence in passage for times in rates(scene, sentence) if _before(times.words, end)]
    kinds = {(times.low, times.high) for times in found}
    if len(kinds) == 2 and any(low == high == 1 for low, high in kinds):
        found = [times for times in found if times.low != 1 and times.window == "week"]
        kinds = {(times.low, times.high) for times in found}
    if len(kinds) != 1 or found[0].as_needed:
        return None
    words = found[0].words
    left = before(scene.article.sentences[words.sentence].shadow, words.at, 32)
    return None if exact(_LOOSE).search(left) is not None else found[0]


def _before(words: Words, end: Words | None) -> bool:
    return end is None or words.sentence != end.sentence or words.at < end.at


def _closest(found: list[Length]) -> list[Length]:
    """Of a length in months and the same in weeks: the one in weeks."""
    weeks = [length for length in found if length.unit == "week"]
    months = [length for length in found if length.unit == "month"]
    if len(weeks) != 1 or len(months) != 1 or len(found) != 2:
        return found
    days = weeks[0].low * 7
    same = months[0].low * _MONTH[0] <= days <= months[0].high * _MONTH[1]
    return weeks if same and weeks[0].low == weeks[0].high else found


def length_of(scene: Scene, passage: tuple[Sentence, ...], end: Words | None = None) -> Length | None:
    """The one length of a passage (up to the words at `end`), if it is exact; “a month, four weeks exactly” is one."""
    told = [length for sentence in passage for length in lengths(scene, sentence) if _before(length.words, end)]
    found = _closest(told)
    if len({(length.low, length.high, length.unit) for length in found}) != 1:
        return None
    words = found[0].words
    shadow = scene.article.sentences[words.sentence].shadow
    left = before(shadow, words.at, 32)
    if end is not None:  # “for the first four weeks, that is eight visits, and then …”
        left = left.replace(b"the first ", b"")
    loose = exact(_LOOSE).search(left) or exact(_LOOSER).match(after(shadow, words.to, 16))
    return None if loose else found[0]
