"""How an attribute and its setting are called, and the key of a conflict."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from workbench.attributes.values import BASES, ENDLESS
from workbench.fingerprint import digest
from workbench.model.told import Amount, Conflict, Setting, Value

STANCE = "stance"  # the base of an amount that is advice: 1 is for it, 0 against it; its unit says so in words
_CODE = 3  # letters of a currency
_TIMES = ("time", "between")
CHECK = "cross-article-conflict"  # the id under which reports name conflicts


def scope(setting: Setting) -> str:
    """A setting in words: “ketamine, intravenous, for depression, maintenance”."""
    conditions = (f"for {' and '.join(setting.conditions)}",) if setting.conditions else ()
    return ", ".join((*setting.subject, *setting.manner, *conditions, *setting.limits, *setting.names, *setting.years))


def heading(conflict: Conflict) -> str:
    """A conflict in one line: “Sessions in a course: ketamine, for depression”."""
    return f"{conflict.title}: {conflict.scope}" if conflict.scope else conflict.title


def key(attribute: str, told_in: str, values: Iterable[Value]) -> str:
    """What a decision about a conflict is bound to: the attribute, the setting, and each value with its article."""
    each = sorted((one.article, *one.told.amount.ends) for one in values)
    parts = (f"{article}\x01{low}\x01{high}" for article, low, high in each)
    return digest("conflict", attribute, told_in, *parts)


def value(amount: Amount, text: str) -> str:
    """A value as it is compared: “40 to 60 min”, “at least $450”; as printed where that says it better.

    Args:
        amount: what the text allows.
        text: the value as printed.
    """
    unit, (low, high) = amount.unit, amount.ends
    if amount.base == STANCE:
        return f"{unit[:1].upper()}{unit[1:]}"
    if amount.base in _TIMES:
        if unit not in BASES:
            return text
        _, shortest, longest = BASES[unit]
        low, high = low / shortest, high if high == ENDLESS else high / longest
    name = {"": unit, "time": unit, "between": unit, "share": "%"}.get(amount.base, amount.base)
    money = amount.base.isupper() and amount.base.isalpha() and len(amount.base) == _CODE
    if high == ENDLESS:
        return f"at least {text if money else f'{_number(low)} {name}'.strip()}"
    if not low and high:
        return f"at most {text if money else f'{_number(high)} {name}'.strip()}"
    ends = _number(low) if low == high else f"{_number(low)} to {_number(high)}"
    return f"{'about ' if amount.vague else ''}{text if money else f'{ends} {name}'.strip()}"


def _number(number: Fraction) -> str:
    return f"{number.numerator:,}" if number.denominator == 1 else f"{float(number):,.4g}"
