"""Groups that the words of a percentage name: “73% of the 24”, “Altos 76%” under “altos: n = 17”."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.figures._sizes import sizes_of
from workbench.figures.page import Page
from workbench.figures.stated import Size
from workbench.model import Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

Sizes = Mapping[int, list[Size]]  # the groups told in each sentence
_OF = r" (?:of|among|in|for|from)(?: (?:the|these|those|our|its|their|all|first|other|a total of))* (?:n ?= ?)?"
_SIZED = r"([(\[] ?n ?= ?\d{1,4}) ?[)\]][:,]? ?$"
_WHOM = r" of (?:whom|them|these|those)\b"
_OF_WHOM = r"[^\d.;%]{0,60}, (?:and )?of (?:whom|them|these|those),? (?:only |just )?"
_OF_THOSE_WHO = r"\b[oO]f (?:those|the people|all) who ([a-z]{4,}),? $"
_AMONG = r"\b(?:of|among|out of) (?:the|these|those|our|their)(?: first| other)? (\d{1,4}), (?:only |just )?$"
_OF_NOUNS = (  # whole things of any kind, not hours nor years
    r",? (?:of|among) (?:the|these|those|our|all) (\d{1,3}) (?:[a-z-]+ )?([a-z]{2,}s|people|men|women|children)"
    r"(?: |[,.;:)]|$)"
)
_NO_THINGS = (
    r"(?:hours|minutes|seconds|days|nights|weeks|months|years|points|grams|calories|dollars|euros|pounds|degrees|miles"
    r"|metres|meters|litres|liters|sessions|doses|states|countries|pages)"
)
_NAME_BEFORE = r"(?:^|[,;:(.] ?|\band )(?:the )?([a-zA-Z][a-zA-Z'-]+(?: [a-zA-Z][a-zA-Z'-]+)?)(?: group| arm)?:? $"
_SIZE_OF_NAME = r"\b{name}(?: group| arm)?(?::|,| \(|) ?n ?= ?$"
_PER_NAME = r" [a-z]+ (?:per|in each|for each) ([a-z]+)\b"
_A_SHARE = r"\b(?:share|proportion|percentage|percent|how many|who)\b"
_OF_NOUN = (
    r" of (?:the |our |these )?([a-z]{4,}s) (?:\w+ly )?(?:\w+ed|kept|had|were|said|felt|got|went|took|came|did|found"
    r"|left)\b"
)
_THERE_WERE = r"\b(?:there (?:were|are|was)|we (?:had|have|asked)|it had|out of|with) (?:only |just )?$"
_AT_LARGE = r"(?:patients|adults|americans|individuals|users|members|workers|doctors|nurses|parents|students)"


def named(page: Page, sentence: Sentence, percent: Quantity, told: Sizes) -> int:
    """How many people the words of a percentage name; 0 where they name none."""
    of = next((size for size in told.get(sentence.index, ()) if _of(sentence, percent, size)), None)
    if of is not None:
        return int(of.number.value)
    own = next((size for size in told.get(sentence.index, ()) if labelled(sentence, percent, size.number.to)), None)
    return int(own.number.value) if own is not None and not own.approximate else _among(sentence, percent)


def labelled(sentence: Sentence, percent: Quantity, to: int | None = None) -> bool:
    """Whether a percentage stands right behind its group: “lithium (n = 19) 26.3%”; one that ends at `to`."""
    found = exact(_SIZED).search(before(sentence.shadow, percent.at, 24))
    ends = percent.at - (len(found.group()) - len(found.group(1))) if found is not None else 0
    return found is not None and (to is None or ends == to)


def pointed(page: Page, sentence: Sentence, percent: Quantity, told: Sizes) -> int:
    """How many there are of those named right beside a percentage, told elsewhere by the same name; else 0."""
    right = after(sentence.shadow, percent.to, 80)
    nouns = exact(_OF_NOUNS).match(right)
    if nouns is not None and exact(_NO_THINGS).fullmatch(nouns.group(2)) is None:
        return int(nouns.group(1))
    return _by_noun(sentence, right, told) or _by_verb(page, sentence, percent) or _by_name(page, sentence, percent)


def _of(sentence: Sentence, percent: Quantity, size: Size) -> bool:
    """Whether a percentage is “… of the 24” by its words, whatever it is written with."""
    if size.approximate:
        return False
    if size.number.to <= percent.at:  # “14 clients, 73% of whom came back”
        gap = sentence.shadow[size.number.to : percent.at]
        inside = gap.find(b")") >= 0 and b"(" not in gap[: gap.find(b")")]
        if inside and exact(r"[(\[][^()]*$").search(before(sentence.shadow, size.number.at, 40)) is not None:
            return False  # “sixteen teenagers (9 girls), 56.3% of whom”
        if exact(_OF_WHOM).fullmatch(gap) is not None:
            return True
        whom = exact(_WHOM).match(after(sentence.shadow, percent.to, 12)) is not None
        return whom and exact(r"[^\d.;%]{1,60}[,-] (?:only |just |and )?").fullmatch(gap) is not None
    return exact(_OF).fullmatch(sentence.shadow[percent.to : size.number.at]) is not None


def _among(sentence: Sentence, percent: Quantity) -> int:
    """The group right before a percentage, people or not: “among those 25, 48 percent had …”; 0 where there is none."""
    found = exact(_AMONG).search(before(sentence.shadow, percent.at, 48))
    return int(found.group(1)) if found is not None else 0


def _by_noun(sentence: Sentence, right: bytes, told: Sizes) -> int:
    """“43.8% of testers kept it; there were only 27 testers”."""
    found = exact(_OF_NOUN).match(right)
    if found is None or exact(_AT_LARGE).fullmatch(found.group(1)) is not None:
        return 0
    same = {
        int(size.number.value)
        for size in told.get(sentence.index, ())
        if not size.approximate
        and exact(_THERE_WERE).search(before(sentence.shadow, size.number.at, 30)) is not None
        and after(sentence.shadow, size.number.to, 40).startswith(b" " + found.group(1))
    }
    return same.pop() if len(same) == 1 else 0


def _by_verb(page: Page, sentence: Sentence, percent: Quantity) -> int:
    """“31 answered. Of those who answered, 60% …”."""
    who = exact(_OF_THOSE_WHO).search(before(sentence.shadow, percent.at, 60))
    if who is None:
        return 0
    verb = who.group(1)
    for near in (sentence, *page.before(sentence)):
        for one in page.numerals(near):
            place = near.index == sentence.index and one.at >= percent.at
            part = exact(r"\bof (?:the |these |those |our )?$").search(before(near.shadow, one.at, 16)) is not None
            if not place and not part and after(near.shadow, one.to, 40).lstrip().startswith(verb) and one.value > 1:
                return int(one.value)
    return 0


def _by_name(page: Page, sentence: Sentence, percent: Quantity) -> int:
    """“Altos 76%” where a caption says “altos: n = 17”, “oat cream 58%” where it says “12 children per cream”."""
    found = exact(_NAME_BEFORE).search(before(sentence.shadow, percent.at, 40))
    if found is None:
        return 0
    name = found.group(1).lower().decode()
    above = [*page.before(sentence), *page.of_block.get(sentence.block - 1, ())]
    sized = [(one, size) for one in above for size in sizes_of(page, one) if not size.approximate]
    if not any(exact(_A_SHARE).search(one.shadow) for one, _ in sized):
        return 0
    own = {
        int(size.number.value)
        for one, size in sized
        if exact(_SIZE_OF_NAME.format(name=name)).search(before(one.shadow, size.number.at, 60).lower()) is not None
    }
    each = [
        int(size.number.value)
        for one, size in sized
        if (per := exact(_PER_NAME).match(after(one.shadow, size.number.to, 50))) is not None
        and name.split()[-1] == per.group(1).decode()
    ]
    if len(sized) == 1 and each:
        return each[0]
    return own.pop() if len(own) == 1 else 0
