"""How a line of a plain text ends and how long it is, found once for each line."""

from __future__ import annotations

from msgspec import Struct

from workbench.readers._lazy import lazily
from workbench.readers._shape import asks, core, stops, stub, words_of
from workbench.readers._wordings import words

_FRAGMENT_ENDS = (",", ";", ", or", ", and", "; or", "; and")
_STEP = lazily(r"(?:Step|Tip|Rule|Phase|Stage|Day|Week|Exercise) \d{1,2}(?::| [-–—]|\.)? ")
_TELLS_TO = words(
    "add aim allow apply arrive ask avoid bake bathe bend blend boil book breathe bring brush buy call carry change"
    " check choose clean consider continue cook cover cut do don't don’t drink dry eat exercise fill finish follow"
    " get give go have hold include inform inject insert join keep let lie lift limit look lower make mash massage"
    " measure mix move never note open pack peel pinch place plan pour press prevent protect pull push put raise"
    " read reduce remember remove repeat replace rest return rinse rub save see seek serve shake shower sip sit skip"
    " sleep slide soak speak spit spray squeeze stand start stay stir stop store stretch swallow switch take talk"
    " tell test throw tilt touch try turn use visit wait walk warm wash watch wear weigh wipe write"
)


class Look(Struct, frozen=True, gc=False):
    """What a line looks like.

    `stops`, `leads` and `asks`: it ends as a sentence, in a colon, or is one question; `stub`: short and unfinished.
    """

    stops: bool
    leads: bool
    asks: bool
    stub: bool


WORD = Look(False, False, False, True)


def look(text: str) -> Look:
    """The look of one line."""
    if text.isascii() and text.isalnum() and (len(text) <= 8 or (len(text) <= 40 and text.isalpha())):
        return WORD
    if text[-1].isalpha() and not any(mark in text for mark in ".!?…"):
        return Look(False, False, False, len(text) <= 160 and text.count(" ") < 20 and stub(text))
    end = core(text)
    leads = end.endswith((":", "："))
    return Look(stops(text), leads, asks(text), not leads and stub(text))


def instructs(text: str) -> bool:
    """Whether a line is one sentence that tells somebody what to do ("Wash your hands.")."""
    return tells_to(text) and stops(text) and stub(core(text).rstrip(".!…"))


def tells_to(text: str) -> bool:
    """Whether a line begins with the verb of an instruction."""
    return text.split(None, 1)[0].lower() in _TELLS_TO


def fragment(text: str) -> bool:
    """Whether a line is part of a sentence that is told line by line ("the pain gets worse,")."""
    return text[0].islower() and len(text) <= 200 and text.count(" ") < 30 and text.endswith(_FRAGMENT_ENDS)


def step(text: str) -> bool:
    """Whether a line is a numbered step told in a sentence ("Step 2: Rinse it.")."""
    return bool(_STEP.match(text)) and stops(text)


def shares_words(text: str, other: str) -> bool:
    """Whether two short lines begin with the same word and share half of the longer words or more."""
    one, two = ([word.lower() for word in words_of(each)] for each in (text, other))
    if min(len(one), len(two)) < 2 or one[0] != two[0]:
        return False
    return len(set(one) & set(two)) * 2 > min(len(one), len(two))
