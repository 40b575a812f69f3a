"""Doses without a unit: a number that has lost it (“take 200 twice a day”), and pieces (“two lozenges”)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench.doses.amounts import Amount
from workbench.doses.bounds import bound_of, window_of
from workbench.doses.pieces import Pieces, holds
from workbench.doses.scene import Scene
from workbench.doses.times import times_in
from workbench.model import Hit, Quantity, Sentence
from workbench.numerals import after, before, scan
from workbench.patterns import Found, exact

_TAKEN = (
    r"\b(?:take|takes|taken|taking|took|give|gives|giving|gave|given|inject|injects|injecting|swallow|swallows|use"
    r"|uses|using"
    r"|start(?:s|ed|ing)? (?:with|at|on|by)|begin(?:s|ning)? (?:with|at|on)|go up to|dos(?:e|es|age|ages|ing)(?: is"
    r"| are| was"
    r"|:)?|dosed|prescrib(?:e|es|ed|ing)|increase(?:s|d)? to"
    r"|reduce(?:s|d)? to|try|have|dissolve|put|place|apply|sip|chew|need|swallowing)"
    r"(?: (?:of|at|as|only|just|about|around|up to|another|an extra|it|the|your|her|his|no more than"
    r"|to|with|child|patient|them|him))* $"
)
_RHYTHM = (
    r"^\)?,? ?\(?(?:once|twice|thrice|daily|nightly|weekly|every|each|[bt]id\b|q\.?[dh]|at (?:night|bedtime)"
    r"|in the (?:morning|afternoon|evening)|(?:a|per) (?:day|night)\b|(?:one|two|three|four|five|six|\d) times"
    r"|on an empty stomach|on the (?:morning|evening|night|day)|at \d{1,2}(?::\d\d)? ?[ap]\.?m|at (?:noon|midnight)"
    r"|tonight"
    r"|(?:half an|an?|one|two|three) hours? before|(?:as|when|if) needed|(?:before|after|at|with|during) (?:(?:a|an"
    r"|the|your|each|every|some"
    r"|plenty of|glass of|lots of) )*(?:water|food|meals?|breakfast|lunch|dinner|supper|milk|eating|bed|bedtime"
    r"|sleep)\b)"
)
# A time of day that heads a line: “Noon: metformin 500”.
_HOUR = (
    r"^\W*(?:(?:in the|at|with|before|after|every|each|early|late|the) )*(?:morning|noon|midday|lunch(?:time)?"
    r"|afternoon"
    r"|evening|night|bedtime|breakfast|dinner|supper|\d{1,2}(?::\d\d)? ?[ap]\.?m\.?)(?: dose| medicines?)?:? [^.;]*$"
)
_ENDS = r"^\)?(?:$|[;,.]? ?$|[;,] )"
_NO_NUMBER = (
    r"[/.%$#-]$|\S:$|\b(?:given|administered|offered|sold|shown) to $|\b(?:age|aged|over|under|step|day|week|month"
    r"|session|night|round|cycle|chapter|page|phase|stage|type"
    r"|figure|table|vitamin|grade|in|since|until|score"
    r"|pressure|rate|bpm|for|by|at least) $"
)
_PAIR = r"\b(\d{1,3}(?:\.\d)?)/(\d{1,4}(?:\.\d)?)(?:$|[^\w/.])"
_PIECE = (
    r"\b(\d{1,2}(?:\.\d)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|half an?|one and a half)"
    r"(?: ?(?:-|to|or) ?(\d{1,2}|two|three|four|five|six|eight))?"
    r"(?: (?:more|extra|full|whole|small|large|further|single|daily))? $"
)
_NUMBERED = r"\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half|more|extra|whole)\b"
_INTAKE = (
    r"\b(?:take|takes|taking|took|give|gives|giving|use|uses|using|swallow\w*|dissolve\w*|chew\w*|suck\w*|apply"
    r"|applies|inhale"
    r"|start\w*|begin\w*|place|put|inject\w*|up to|no more than|more than|every|daily|a day|at bedtime|twice|once"
    r"|times|each night|at most|maximum|24[- ]hours?)\b"
)


_CLOCK, _AT = 12, r" at $"
_FEW = 4  # so many tablets a cell may mean
# “sertraline is raised from 50 to 100”, where nothing else is named behind the number.
_CHANGED = (
    r"\b(?:rais|increas|lower|reduc|titrat|stepp|bump|cut)\w*(?: (?:up|down|back|slowly|gradually|then|later|it|by"
    r" steps))*"
    r" (?:from|to) $"
)
# “gave him ketorolac 30 and sent him home”
_GIVEN = (
    r"\b(?:gave|gives?|given|giving|took|takes?|taking|prescribed|swallowed) (?:(?:him|her|me|them|us|the|a|my"
    r"|patient) )?[\w-]+ $"
)
_CUT = r"^(?:[.;)]|$| and (?:sent|went|told|said|then|slept|left|asked|a (?:glass|bit)|an ice|some rest)\b)"
_CLOSES = (
    r"^(?:$|[.,;)]| (?:and|last|this|because|since|while|yesterday|today|after|if|when|then|or|once|for|until|within"
    r"|over the)\b)"
)
_OF_CHANGED = r"^(?: (?:\w+ly|is|was|are|were|be|been|being|can|may|should|then|dose|\w+(?:ed|t)|up|down|from|to))+ $"
_BESIDE = 30  # characters: “two tablets (1,000 mg)” is one amount
_OF_DRUG = r"^(?:[:,]? (?:at|to|of|with|dos(?:e|age)|is|was|tablets?|capsules?|one|an?|dosed|started))*[:,]? ?\(?$"
_OF_PEOPLE = (
    r"^(?:'s?\b|[- ](?:users?|takers?|patients?|people|trials?|stud(?:y|ies)|tablets?|pills?|capsules?|doses|days))"
)
_HEAD, _HEAD_UNIT = (
    r"\b(?:dos(?:e|es|age|ages)|amount|how much|morning|noon|midday|evening|night|bedtime|breakfast|lunch|dinner)\b",
    r"\(|\b(?:m?c?g|ml|iu|units?|\w*grams?|\w+lets?|pills?)\b",
)


_UNIT_SAID = r"\b(?:m?c?g|ml|iu|units?|milligrams?|micrograms?|millilit\w+|tablets|pills|capsules|drops|puffs)\b"


def lost_units(scene: Scene, sentence: Sentence) -> Iterator[Amount]:
    """Numbers without a unit that are taken or that stand by a drug, with a rhythm behind them."""
    drugs = scene.drugs.get(sentence.index, ())
    ends = {hit.to for hit in drugs}
    for quantity in scene.article.quantities[sentence.index]:
        if quantity.kind != "number" or quantity.unit or quantity.low is None or quantity.high is None:
            continue
        left, right = before(sentence.shadow, quantity.at, 48), after(sentence.shadow, quantity.to, 32)
        if exact(_NO_NUMBER).search(left) is not None or (quantity.high <= _CLOCK and exact(_AT).search(left)):
            continue  # “warfarin at 6 every evening”
        by_drug = any(
            end < quantity.at and exact(_OF_DRUG).match(sentence.shadow[end : quantity.at]) is not None for end in ends
        )
        taken = exact(_TAKEN).search(left) is not None
        if exact(_RHYTHM).match(right) is not None:
            told = by_drug or taken
        elif exact(_CHANGED).search(left) is not None and exact(_CLOSES).match(right) is not None:
            told = quantity.high > _CLOCK and any(
                end < quantity.at and exact(_OF_CHANGED).match(sentence.shadow[end : quantity.at]) for end in ends
            )
        elif by_drug and quantity.high > _CLOCK and exact(_GIVEN).search(left) and exact(_CUT).match(right):
            told = True
        elif by_drug and exact(_ENDS).match(right) is not None:
            told = exact(_HOUR).match(sentence.shadow) is not None
        else:
            told = _of_named(scene, sentence, quantity, drugs, taken) or _of_column(scene, sentence, quantity)
        if told:
            yield _bare(sentence.shadow, quantity)
    if ends:
        for pair in exact(_PAIR).finditer(sentence.shadow):
            if (
                pair.start() - 1 in ends
                and exact(r"^ ?(?:mg|mcg|g|ml|mmhg|-\d)").match(after(sentence.shadow, pair.end(2))) is None
            ):
                first, second = (Decimal(pair.group(n).decode()) for n in (1, 2))
                yield Amount(pair.start(), pair.end(2), first, first, "", second=second)


def _of_named(scene: Scene, sentence: Sentence, quantity: Quantity, drugs: tuple[Hit, ...], taken: bool) -> bool:
    """“25 of quetiapine at bedtime”: the drug stands behind a number that is taken or that has a rhythm."""
    for hit in drugs:
        if sentence.shadow[quantity.to : hit.at] in (b" of ", b" of your ", b" of the "):
            if exact(_OF_PEOPLE).match(after(sentence.shadow, hit.to, 12)) is not None:
                return False
            return taken or any(times.window in ("day", "h") for times in times_in(scene, sentence))
    return False


def _of_column(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """A number alone in its cell, in a row with a drug, below “Dose” where the cells beside it have a unit."""
    cells = scene.article.block(sentence)
    head = scene.heads.get(sentence.block)
    if cells.kind != "cell" or head is None or quantity.high is None or quantity.high <= _FEW:
        return False
    if sentence.shadow.strip() != sentence.shadow[quantity.at : quantity.to]:
        return False
    heads = [scene.article.sentences[index].shadow for index in scene.of_block.get(head, ())]
    if not heads or exact(_HEAD).search(heads[0]) is None or exact(_HEAD_UNIT).search(heads[0]) is not None:
        return False
    row = {index for block in scene.rows.get(sentence.block, ()) for index in scene.of_block.get(block, ())}
    named = any(index in scene.drugs for index in row)
    return named and not any(exact(_UNIT_SAID).search(shadow) is not None for shadow in _around_table(scene, sentence))


def _around_table(scene: Scene, sentence: Sentence) -> Iterator[bytes]:
    """What may tell a table's unit: its heads, and the blocks right before and behind it."""
    blocks, block = scene.article.document.blocks, sentence.block
    first = last = block
    while first > 0 and blocks[first - 1].kind == "cell":
        first -= 1
    while last + 1 < len(blocks) and blocks[last + 1].kind == "cell":
        last += 1
    near = {*range(first - 2, first), last + 1, *scene.heads.values()}
    for other in near:
        for index in scene.of_block.get(other, ()):
            yield scene.article.sentences[index].shadow
    for other in range(first, last + 1):
        for index in scene.of_block.get(other, ()):
            shadow = scene.article.sentences[index].shadow
            if not any(letter in b"0123456789" for letter in shadow):
                yield shadow


def _bare(shadow: bytes, quantity: Quantity) -> Amount:
    low, high = quantity.low or Decimal(0), quantity.high or Decimal(0)
    at, to = quantity.at, quantity.to
    return Amount(at, to, low, high, "", per=window_of(shadow, at, to), bound=bound_of(shadow, at, to))


def counted(scene: Scene, sentence: Sentence, taken: tuple[Amount, ...]) -> Iterator[Amount]:
    """Pieces that are taken, without a strength of theirs: “start with two lozenges”, “one tablet a day”."""
    shadow = sentence.shadow
    if not _may_count(scene, sentence) or exact(_INTAKE).search(shadow) is None:
        return
    names = {hit.to: hit.at for hit in scene.drugs.get(sentence.index, ())}
    for row, low, high in scene.manners(sentence.index):
        if not row["counted"]:
            continue
        end = names.get(low - 1, low)  # “two ketamine lozenges”
        left = before(shadow, end, 40)
        number = exact(_PIECE).search(left)
        if number is None:
            continue
        at = end - len(left) + number.start(1)
        if any(amount.at < high + _BESIDE and at < amount.to for amount in taken):
            continue
        yield _pieces(scene, sentence, row["form"], (at, high), number)


def _may_count(scene: Scene, sentence: Sentence) -> bool:
    """Whether a number stands before the name of a form; far cheaper than to look for all words of dose."""
    if any(quantity.kind == "count" for quantity in scene.article.quantities[sentence.index]):
        return True
    places = scene.forms.get(sentence.index, ())
    return any(exact(_NUMBERED).search(sentence.shadow[max(0, at - 24) : at + 4]) is not None for at in places)


def _pieces(scene: Scene, sentence: Sentence, form: str, place: tuple[int, int], number: Found) -> Amount:
    at, to = place
    first = last = _number(sentence, at, at + len(number.group(1)))
    if number.group(2) is not None:
        start = at + number.start(2) - number.start(1)
        last = _number(sentence, start, start + len(number.group(2)))
    held = Pieces(strength=holds(before(sentence.shadow, at, 120)))
    window, bound = window_of(sentence.shadow, at, to), bound_of(sentence.shadow, at, to)
    return Amount(at, to, first, last, form, per=window, held=held, bound=bound)


def _number(sentence: Sentence, at: int, to: int) -> Decimal:
    text, shadow = sentence.text[at:to], sentence.shadow[at:to]
    if shadow[:4].lower() == b"half":
        return Decimal("0.5")
    value = next((numeral.value for numeral in scan(text, shadow)), Decimal(1))
    return value + Decimal("0.5") if shadow.lower().endswith(b"half") else value
