"""The amounts of a sentence: quantities with a unit of dose that are no weight, level, food or concentration."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from workbench.doses.bounds import bound_of, window_of
from workbench.doses.pieces import Pieces, pieces_of
from workbench.doses.scene import Scene
from workbench.doses.spelled import all_of
from workbench.doses.stated import Bound
from workbench.model import Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_BY = ("kg", "lb", "m2")
_BIG = ("g", "L", "mL", "mmol", "mEq", "ng")  # units of food, drink and blood as often as of medicines
_VOLUMES = ("mL", "L")
_COMBINED_AHEAD = r"^ ?/ ?$"
_COMBINED_BEHIND = r"(?:^|[^\w./])((?:\d+(?:\.\d+)? ?/ ?)+)$"
_HALVES = tuple(
    (Decimal(part), Decimal(whole)) for part, whole in ((1, 2), (1, 4), (3, 4))
)  # “1/2 mg” is no combination
_IN_VOLUME = (
    r"^ ?(?:/|per|for (?:every|each)|in (?:every|each)) ?(?:\d[\d.]* ?)?(?:mls?|cc|l|millilit\w+|lit(?:er|re)s?)\b"
)
_OF_VOLUME = (
    r"(?:mg|mcg|ug|micrograms?|milligrams?|grams?|g|units?|iu) ?(?:/|per|in|for (?:every|each)|to|dissolved in) ?$"
)
_NO_DOSE_BEFORE = (
    r"\b(?:weigh(?:s|ed|ing|t)?|birth ?weight|lost|gained|lose|gain|losing|gaining|blood loss|bled|passed|voided)"
    r"(?: (?:about|around|only|just|up to|some|another|almost|nearly|over|more than|at|of|was|is))*:?[ (<>]+$"
    r"|\b(?:levels?|concentrations?|serum|plasma|excretion|threshold|count|reading|glucose|cholesterol|creatinine"
    r"|sodium|potassium|sugar|h[ae]moglobin|ferritin|urine|protein|albumin)(?: \w+){0,3}"
    r" (?:of|was|is|were|are|at|below|above|under|over|between|reach\w*|exceed\w*|to|than)(?: about| around)? $"
)
_SALT = r"^(?:sodium|potassium)\b"
_A_LIMIT = r"\b(?:intake|dos(?:e|age)) levels?\b"  # “the upper intake level of vitamin D is 50 mcg” is a dose
_NO_DOSE_AFTER = (
    r"^ ?(?:of )?(?:added |total |dietary |saturated |unsaturated |lean |pure |dry |fresh |cooked |table |drinking )?"
    r"(?:sugars?|protein|fats?|carb\w*|fib(?:er|re)|salt|sodium|cholesterol|starch|alcohol|ethanol|meat|fish"
    r"|nuts|water"
    r"|juice|milk|blood|urine|fluids?|saline|broth|tea|coffee|butter|oil|flour|rice|seeds|vegetables|fruit|stool"
    r"|gold|silver|dust|tissue|lead|mercury)\b|^\)? ?(?:infants?|babies|newborns?|neonates?|preemies)\b"
)
_EACH = (
    r"^ of (?:[\w-]+ ){1,3}?(?:per|for (?:each|every)|an?|each|every) (?:(kg|kilo(?:gram(?:me)?)?)|(hour)|(minute))\b"
    r"(?:$|[^\w ]| (?:of|and|or|in|on|for|to|by|over|is|was|every|each|a|per|daily|twice|once|given|into|through"
    r"|with|as)\b)"
)
# “For every kilogram the drip holds 0.5 mg of ketamine.”
_FOR_EVERY = (
    r"\b(?:for|per|to) (?:every|each) (?:kg|kilo(?:gram(?:me)?)?)(?: of (?:body )?weight|(?: that)? (?:you|they"
    r"|she|he|I|we)"
    r" weigh(?:s|ed)?)?,? (?:[a-z'-]+ ){0,6}$"
)
_AN_HOUR_BEFORE = r"^ (?:before|after|later|earlier|prior)\b"


class Amount(Struct, frozen=True):
    """An amount as printed: seen offsets, the number or range, and what is said of it where it stands."""

    at: int
    to: int
    low: Decimal
    high: Decimal
    unit: str
    by: str = ""
    per: str = ""
    second: Decimal | None = None
    second_unit: str = ""
    held: Pieces = Pieces()
    bound: Bound = ""
    approximate: bool = False

    @property
    def unusual(self) -> bool:
        """Whether the unit alone does not tell a medicine from food or blood."""
        return self.unit in _BIG


def amounts(scene: Scene, sentence: Sentence) -> Iterator[Amount]:
    """The amounts with a unit of dose, in reading order."""
    done = -1
    found = all_of(sentence, scene.article.quantities[sentence.index])
    for number, quantity in enumerate(found):
        if quantity.kind != "dose" or quantity.at < done or _no_dose(scene, sentence, quantity):
            continue
        amount = _combined(sentence, quantity, found[number + 1] if number + 1 < len(found) else None)
        done = amount.to
        yield _with_pieces(scene, sentence, amount)


def _no_dose(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    shadow = sentence.shadow
    left, right = before(shadow, quantity.at, 60), after(shadow, quantity.to, 40)
    if quantity.unit in _VOLUMES and exact(_OF_VOLUME).search(left) is not None:
        return True
    if exact(_IN_VOLUME).match(right) is not None or exact(_NO_DOSE_AFTER).match(right) is not None:
        return True
    level = exact(_NO_DOSE_BEFORE).search(left)
    if level is None or exact(_A_LIMIT).search(left) is not None:
        return False
    at = quantity.at - len(left) + level.start()
    salt = exact(_SALT).match(level.group()) is not None  # “naproxen sodium is …” is a drug
    return not (salt and any(hit.at < at <= hit.to + 1 for hit in scene.drugs.get(sentence.index, ())))


def _combined(sentence: Sentence, quantity: Quantity, following: Quantity | None) -> Amount:
    """The amount, with the second part of a combination: “16 mg/4 mg”, “8/2 mg”."""
    shadow, low, high = sentence.shadow, quantity.low or Decimal(0), quantity.high or Decimal(0)
    unit, *rest = quantity.unit.split("/")
    by = next((part for part in rest if part in _BY), "")
    per = next((part for part in rest if part not in _BY), "") or window_of(shadow, quantity.at, quantity.to)
    bound = bound_of(shadow, quantity.at, quantity.to)
    if not by and not per:
        by, per = _of_each(shadow, quantity.to)
        by = by or ("kg" if exact(_FOR_EVERY).search(before(shadow, quantity.at, 80)) is not None else "")
    if per == "h" and exact(_AN_HOUR_BEFORE).match(after(shadow, quantity.to, 12)) is not None:
        per = ""  # “1 mg an hour before the scan” is no rate
    amount = Amount(quantity.at, quantity.to, low, high, unit, by, per, bound=bound, approximate=quantity.approximate)
    if following is not None and following.low is not None and _second(shadow, quantity, following):
        other, *window = following.unit.split("/")
        return _joined(amount, low, following.low, following.to, other, window[0] if window else per)
    behind = exact(_COMBINED_BEHIND).search(before(shadow, quantity.at, 24))
    if behind is None:
        return amount
    parts = [Decimal(part.strip().decode()) for part in behind.group(1).split(b"/")[:-1]]
    at = quantity.at - len(behind.group(1))
    if len(parts) == 1 and (parts[0], low) in _HALVES:
        return Amount(at, quantity.to, parts[0] / low, parts[0] / low, unit, by, per, bound=bound)
    if len(parts) > 1:  # “10/20/40 mg” are three strengths
        return Amount(at, quantity.to, parts[0], high, unit, by, per, held=Pieces(strength=True), bound=bound)
    return Amount(at, quantity.to, parts[0], parts[0], unit, by, per, low, unit, bound=bound)


def _of_each(shadow: bytes, to: int) -> tuple[str, str]:
    """By what an amount is that names its drug first: “15 mg of acetaminophen per kilogram”, “25 mg of X an hour”."""
    found = exact(_EACH).match(after(shadow, to, 80))
    if found is None:
        return "", ""
    return ("kg", "") if found.group(1) is not None else ("", "h" if found.group(2) is not None else "min")


def _second(shadow: bytes, quantity: Quantity, following: Quantity) -> bool:
    return following.kind == "dose" and exact(_COMBINED_AHEAD).match(shadow[quantity.to : following.at]) is not None


def _joined(amount: Amount, first: Decimal, second: Decimal, to: int, unit: str, per: str) -> Amount:
    return Amount(amount.at, to, first, first, amount.unit, "", per, second, unit, bound=amount.bound)


def _with_pieces(scene: Scene, sentence: Sentence, amount: Amount) -> Amount:
    if amount.held.strength or amount.unit in _VOLUMES:
        return amount
    return replace(amount, held=pieces_of(scene, sentence, amount.at, amount.to))
