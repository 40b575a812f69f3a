"""Which group of people a percentage speaks of: one beside it, in its sentence, or in the sentences before it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors.statistics._counted_share import Link
from workbench.detectors.statistics._loose_group import LONG, loosely, words_around
from workbench.detectors.statistics._named_group import Sizes, named, pointed
from workbench.detectors.statistics._of_people import done
from workbench.figures._verbs import PAST
from workbench.figures.page import Page
from workbench.figures.stated import Size
from workbench.model import Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_OF_THESE = r"\W*(?:of|among) (?:these|those|them)(?: \w+)?,? $"
_REACH = 2  # sentences of the same block to look back
_ELSEWHERE = (
    r"\b(?:an?|one|another|two|three|four|several|many|other|others|previous|prior|earlier|later|recent|separate"
    r"|further"
    r"|larger|different|second|third|\d{4})(?: \S+){0,3}?"
    r" (?:stud(?:y|ies)|trials?|meta-?analys[ei]s|analys[ei]s|reviews?|surveys?|reports?|papers?|research)\b"
    r"|\b(?:nationwide|nationally|worldwide|globally|in (?:the )?general|general population|united states|typically"
    r"|usually)\b|\bof (?:all )?(?:americans|britons|canadians|australians|europeans|germans)\b"
)
_NAMED_WORK = (
    r"\b[tT]he [A-Z][\w*-]+(?: \w+)? (?:[Ss]tudy|[Tt]rial|[Ss]urvey)\b"
    r"|\b[A-Z][a-z]+ (?:et al\b|and (?:his |her )?colleagues)"
)
_EVERYBODY = (
    r" (?:of|among)(?: all| those)? (?:\w+ )?(?:people|patients|adults|americans|individuals|women|men|children)\b"
)
_OVERALL = r" (?:overall|in total|in all|altogether)\b"
_PAST = rf"(?:[ ,]+[\w-]+){{0,5}}[ ,]+{PAST}\b"
_STAFF = (
    r"(?:doctors?|physicians?|nurses?|workers?|members?|students?|residents?|clinicians|surgeons|therapists|pharmacists"
    r"|dentists|midwives|carers|caregivers|teachers|officers|experts|specialists|reviewers|raters|scientists)\b"
)
_THEIRS = (  # whom staff look after
    r"\b(?:patients?|clients?|customers?|people|visitors?|callers?|guests?|users?|women|men|children|pupils?|residents?"
    r"|cases|babies|mothers|participants?|volunteers?|staff|hospitals?|wards?|whole|country|everyone)\b"
)
_AND_ANOTHER = r" (?:[a-z-]+ ){0,2}[a-z]+ and (?:an?|one) [a-z]"  # “two nurses and a doctor” are three
_BACK = (  # what goes on about the figure just told
    r"(?:That|This|Those|These|The (?:figures?|numbers?|results?|answers?|survey|poll|panel|sample|group|test|pilot"
    r"|study|trial)"
    r"|(?:We|They) (?:had )?(?:asked|wrote|written|polled|surveyed|rang|called|treated|followed|tested)|It (?:was|is"
    r"|comes|came))"
    r"\b"
)
_RESULT = r"\W*(?:main )?(?:results?|findings?|outcomes?)\W*[:.]"
_SAMPLE = r"\W*(?:the )?(?:sample|participants|who took part|people|patients|population|subjects|group|methods?)\W*[:.]"
_NEW_CLAUSE = r"[;:]|, (?:and|but|while|whereas|so|then)\b"
_N_BEFORE = r"\bn ?[=:] ?$"


def around(page: Page, sentence: Sentence, percent: Quantity, told: Sizes) -> Link | None:
    """The groups told in the sentence of a percentage that stands alone, or else in those before it."""
    n = named(page, sentence, percent, told)
    if n:
        return Link("told", (n,))
    n = pointed(page, sentence, percent, told)
    if n:
        return Link("told", (n,), plain=True)
    if exact(_OVERALL).match(after(sentence.shadow, percent.to, 16)) is not None:
        return None  # “46% overall and 77% in the nine under thirty”
    here = [size for size in _people(sentence, told, sentence) if not _another(sentence, percent, size)]
    if here:
        return loosely(page, "same", here, sentence, percent)
    right = after(sentence.shadow, percent.to)
    everybody = exact(_EVERYBODY).match(right)
    if everybody is not None and exact(_PAST).match(right[everybody.end() :]) is None:
        return None  # “36.8% of patients reach remission” speaks of patients at large
    passed = words_around(sentence, percent)
    for earlier in _earlier(page, sentence, percent):
        if exact(_ELSEWHERE).search(passed) or exact(_NAMED_WORK, any_case=False).search(passed):
            return None
        groups = _people(earlier, told, sentence)
        if groups:
            these = exact(_OF_THESE).match(sentence.shadow[: percent.at]) is not None
            return loosely(page, "told" if these else "near", groups, sentence, percent, earlier)
        passed = earlier.shadow[-LONG:]
    return _told_next(page, sentence, percent, told)


def _told_next(page: Page, sentence: Sentence, percent: Quantity, told: Sizes) -> Link | None:
    """The one group of a paragraph that is told in the sentence behind: “43% said so. We had written to 18 people.”"""
    block = page.paragraph(sentence)
    place = block.index(sentence)
    behind = block[place + 1] if place + 1 < len(block) else None
    groups = _people(behind, told, sentence) if behind is not None else []
    if behind is None or not groups or sum(len(told.get(one.index, ())) for one in block) != 1:
        return None
    back = exact(_BACK).match(behind.shadow) is not None
    if not back or exact(_ELSEWHERE).search(behind.shadow) or exact(_ELSEWHERE).search(words_around(sentence, percent)):
        return None
    return loosely(page, "near", groups, sentence, percent, behind)


def at_large(sentence: Sentence, percent: Quantity) -> bool:
    """Whether a percentage speaks of people at large or of another work, whose group nobody expects here."""
    right = after(sentence.shadow, percent.to)
    everybody = exact(_EVERYBODY).match(right)
    if everybody is not None and exact(_PAST).match(right[everybody.end() :]) is None:
        return True
    return exact(_ELSEWHERE).search(words_around(sentence, percent)) is not None


def _people(sentence: Sentence, told: Sizes, of: Sentence) -> list[Size]:
    """The groups of a sentence that are no staff; those of the people asked, not who asks."""
    return [
        size
        for size in told.get(sentence.index, ())
        if exact(rf" (?:[a-z-]+ )?{_STAFF}").match(after(sentence.shadow, size.number.to, 40)) is None
        or exact(_THEIRS).search(sentence.shadow + b" " + of.shadow) is None
        if exact(_AND_ANOTHER).match(after(sentence.shadow, size.number.to, 60)) is None
    ]


def _another(sentence: Sentence, percent: Quantity, size: Size) -> bool:
    """Whether people told behind a percentage are those it counts (“66.7% of patients (n = 16)”) or others."""
    at = size.number.at
    if at < percent.to:
        return False
    counted = exact(_N_BEFORE).search(before(sentence.shadow, at, 8)) is not None
    return counted or exact(_NEW_CLAUSE).search(sentence.shadow[percent.to : at]) is not None


def _earlier(page: Page, sentence: Sentence, percent: Quantity) -> Iterator[Sentence]:
    yield from page.before(sentence, _REACH)
    lead_in = page.lead_in(sentence)
    item = page.article.block(sentence).kind == "item" and done(sentence, percent)
    title = page.title(sentence) if item else None
    above = lead_in or title
    if above is not None:
        yield above
    over = page.of_block.get(sentence.block - 1, ()) if exact(_RESULT).match(sentence.shadow) is not None else ()
    if over and exact(_SAMPLE).match(over[0].shadow) is not None and page.article.block(over[0]).kind == "paragraph":
        yield over[-1]
