"""Short lines of a page that are text, yet neither headings nor entries of a list: addresses, prices, calls to act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.readers._lazy import lazily
from workbench.readers._wordings import words

_STREET = lazily(
    r"(?:(?:suite|floor|unit|room|p\.? ?o\.? box) \w+, )?\d{1,5}[a-z]?,? (?:[\w.'’-]+ ){1,4}"
    r"(?:street|st|road|rd|avenue|ave|court|ct|lane|ln|drive|dr|boulevard|blvd|square|sq|way|place|plaza|parkway|pkwy"
    r"|highway|hwy|terrace|close|crescent)\b\.?(?:[, ].{0,60})?",
    re.IGNORECASE,
)
_TOWN = lazily(
    r"[A-Z][\w.'’ -]{1,40},? (?:[A-Z]{2} \d{5}(?:-\d{4})?|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)"
    r"(?:,? [A-Z][\w .]{1,30})?"
)
_QUOTES = '"“„«'
_CALLS = words(
    "book order buy shop schedule reserve claim request apply enroll register start try join call contact get"
)
_CALL = lazily(
    r"(?:book|order|buy|shop|schedule|reserve|claim|request|apply|enroll|register|start|try|join|call|contact|get)\b"
    r"(?: [\w'’-]+){0,8}? (?:now|today|here|your (?:free|first) [\w -]{1,40}"
    r"|(?:consultation|appointment|assessment|evaluation|free trial|free quote))(?: today| now)?!?",
    re.IGNORECASE,
)
_INSTITUTE = lazily(
    r"[(\[]?[\d*†‡§¹²³a-f][)\]]?[\s,]{0,2}[A-Z].{0,80}\b(?:Department|Institute|University|School|Faculty|Hospital|College"
    r"|Cent(?:er|re)|Clinic|Division|Laborator(?:y|ies)|Health|Medicine)\b.{0,120}|[\d*†‡§¹²³][\s,]{0,2}"
    r"(?:Department|Institute|School|Faculty|Division|University|College|Cent(?:er|re)|Hospital)\b.{0,160}"
)
_SAID = lazily(r"[\"“„«].{5,300}[\"”“»]\s{0,2}[-–—~] ?[A-Z].{1,60}")
_RATING = lazily(
    r"[★☆⭐✩✪ ]{1,12}(?:\(?\d.{0,30})?|\d(?:[.,]\d)? ?(?:/|out of) ?(?:5|10)\b.{0,40}"
    r"|\(?[\d,]{1,9} (?:reviews|ratings)\)?",
    re.IGNORECASE,
)
_PRICE = lazily(
    r"(?:from |only |just |was |now |sale |regular price |price )?"
    r"(?:[$€£¥₹]|US\$|USD |EUR |GBP )\s?\d[\d.,]*\+?(?: ?(?:/|per|a) ?\w+)?",
    re.IGNORECASE,
)
_POST = words(
    "director nurse coordinator physician founder co-founder manager specialist therapist officer professor surgeon"
    " psychiatrist psychologist dentist pharmacist practitioner dietitian nutritionist assistant consultant counselor"
    " counsellor receptionist president chair chairman chairwoman lead anesthesiologist dermatologist cardiologist"
)
_PRINTED = lazily(r"\b(?:19|20)\d\d[^.;]{0,15};\s?\d{1,4}(?:\([^)]{1,12}\))?:\s?\w")
_TIMED = lazily(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b.{0,40}\d.{0,40}", re.IGNORECASE)
_CLOSE = lazily(
    r"(?:see you (?:soon|next \w+)|(?:all the )?best(?: wishes| regards)?|(?:kind|warm(?:est)?|best) regards|warmly"
    r"|cheers|(?:yours )?(?:sincerely|truly|faithfully)|yours|take care|(?:be|stay) \w+"
    r"|until (?:then|next \w+)|love|(?:many )?thanks),",
    re.IGNORECASE,
)
_MAIL = lazily(r"(?:From|To|Cc|Subject|Sent|Reply-To): \S.{0,200}")  # the head of a mail
_POST_ENDS = ("ologist", "iatrist", "therapist", "surgeon")


def aside(text: str) -> bool:
    """Whether a short line is part of an address, an author's institute, a price, a rating or a call to book."""
    return any(pattern.fullmatch(text) for pattern in _candidates(text))


def _candidates(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns that may fit by a cheap sign; a page that shows none of them need not make them."""
    if text.endswith(","):
        yield _CLOSE
    if text[0] in _QUOTES:
        yield _SAID
    if text.split(None, 1)[0].lower() in _CALLS:
        yield _CALL
    if ": " in text[:12]:
        yield _MAIL
    if not text[0].isalpha() or text[0].islower():
        yield from (_RATING, _INSTITUTE)
    if any(char.isdigit() for char in text):
        yield from (_STREET, _TOWN, _PRICE, _TIMED)


def in_address(text: str) -> bool:
    """Whether a line is a street with its number, or a town with its postal code."""
    return bool(_STREET.fullmatch(text) or _TOWN.fullmatch(text))


def post(text: str) -> bool:
    """Whether a line is what somebody is at work ("Medical Director"), as it stands below a name."""
    parts = text.replace(",", " ").split()
    held = [word.lower() in _POST or word.lower().endswith(_POST_ENDS) for word in parts]
    return 1 <= len(parts) <= 7 and any(held) and (held[-1] or "of" in parts or "&" in parts or "and" in parts)


def mail_head(text: str) -> bool:
    """Whether a line belongs to the head of a mail ("Subject: …")."""
    return bool(_MAIL.fullmatch(text))


def printed_in(text: str) -> bool:
    """Whether a line says in which volume of a journal the text was printed, as it stands above a title."""
    return len(text) <= 200 and ";" in text and bool(_PRINTED.search(text))
