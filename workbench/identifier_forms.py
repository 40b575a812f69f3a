"""The normal form of an identifier, and what is wrong with one that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import unquote

_CLOSED_BY = {")": "(", "]": "[", "}": "{", ">": "<"}
_TRAILING = ".,;:!?'\"*_~|\\’”…"
_DOI = re.compile(r"(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/)?(?:doi: ?)?(?:https?://(?:dx\.)?doi\.org/)?", re.I)
_PREFIX = re.compile(r"10\.\d{4,9}(?:\.\d+)*", re.ASCII)
_SHORT_DOI = re.compile(r"10/[a-z0-9]{3,}")
_ARXIV = re.compile(r"\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7}", re.ASCII)
_VERSION = re.compile(r"v\d+$", re.ASCII)
_TRIALS: tuple[tuple[str, str, str], ...] = (  # how a register's numbers begin, their whole shape, and that in words
    ("nct", r"nct(?!0{8})\d{8}", "NCT and eight digits"),
    ("isrctn", r"isrctn\d{8}", "ISRCTN and eight digits"),
    ("actrn", r"actrn\d{14}", "ACTRN and fourteen digits"),
    ("drks", r"drks\d{8}", "DRKS and eight digits"),
    ("umin", r"uminc?\d{9}", "UMIN and nine digits"),
    ("jrct", r"jrcts?\d{9,10}", "jRCT and ten digits"),
    ("", r"20\d\d-\d{6}-\d\d(?:-\d\d)?", "a year, six digits and two check digits: yyyy-nnnnnn-cc"),
)


def doi(text: str) -> str:
    """A DOI as written, behind a label or a resolver's address or bare → "doi:10.…"."""
    return "doi:" + trimmed(unquote(_DOI.sub("", text.strip(), count=1))).casefold()


def pmid(digits: str) -> str:
    """Digits → "pmid:…" without leading zeros."""
    return "pmid:" + (digits.lstrip("0") or "0")


def pmcid(digits: str) -> str:
    """Digits behind "PMC" → "pmcid:pmc…"."""
    return "pmcid:pmc" + (digits.lstrip("0") or "0")


def trial(text: str) -> str:
    """A register's number → "trial:…", without the spaces and marks that people put between letters and digits."""
    kept = text.casefold()
    return "trial:" + ("".join(char for char in kept if char.isalnum()) if kept[:1].isalpha() else kept)


def isbn(text: str) -> str:
    """An ISBN as printed → "isbn:…", thirteen digits where it can be told."""
    digits = "".join(char for char in text.casefold() if char.isalnum())
    if len(digits) != 10:
        return "isbn:" + digits
    if not _checks("isbn", digits):
        return "isbn:" + digits
    core = "978" + digits[:9]
    total = sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(core))
    return f"isbn:{core}{-total % 10}"


def issn(text: str) -> str:
    """An ISSN as printed → "issn:1234-567x"."""
    digits = "".join(char for char in text.casefold() if char.isalnum())
    return f"issn:{digits[:4]}-{digits[4:]}"


def arxiv(text: str) -> str:
    """An arXiv number → "arxiv:…" without its version."""
    return "arxiv:" + _VERSION.sub("", trimmed(text).casefold())


def pii(text: str) -> str:
    """A publisher's item number, as in an article's address → "pii:s…" without its punctuation."""
    return "pii:" + "".join(char for char in text.casefold() if char.isalnum())


def trimmed(text: str) -> str:
    """The text without punctuation that follows it and brackets that only close around it."""
    while text:
        last = text[-1]
        opened = _CLOSED_BY.get(last)
        if last in _TRAILING or (opened and text.count(opened) < text.count(last)) or last in "([{":
            text = text[:-1]
        else:
            break
    return text


def problem(identifier: str) -> str:
    """What is wrong with an identifier in normal form, in words; "" where it can be right."""
    kind, _, value = identifier.partition(":")
    return _PROBLEMS[kind](value) if kind in _PROBLEMS else ""


def _wrong_doi(value: str) -> str:
    prefix, slash, suffix = value.partition("/")
    if _SHORT_DOI.fullmatch(value):
        return ""
    if not prefix.startswith("10."):
        return "a DOI begins with “10.”"
    if not _PREFIX.fullmatch(prefix):
        return f"behind “10.” a DOI has four to nine digits, here “{prefix[3:]}”"
    if not slash or not any(char.isalnum() for char in suffix):
        return "the part of the DOI behind “/” is missing"
    return ""


def _wrong_pmid(value: str) -> str:
    if value == "0":
        return "there is no PubMed number 0"
    return f"a PubMed number has at most eight digits, here {len(value)}" if len(value) > 8 else ""


def _wrong_pmcid(value: str) -> str:
    digits = value.removeprefix("pmc")
    if digits == "0":
        return "there is no PMC number 0"
    return f"a PMC number has at most eight digits, here {len(digits)}" if len(digits) > 8 else ""


def _wrong_trial(value: str) -> str:
    for begins, shape, words in _TRIALS:
        if value.startswith(begins) and (begins or value[:1].isdigit()):
            return "" if re.fullmatch(shape, value, re.ASCII) else f"such a trial number is {words}"
    return ""


def _wrong_isbn(value: str) -> str:
    if len(value) not in (10, 13):
        return f"an ISBN has 10 or 13 digits, here {len(value)}"
    return "" if _checks("isbn", value) else "its check digit does not fit the digits before it"


def _wrong_issn(value: str) -> str:
    if len(value) != 9:
        return f"an ISSN has 8 digits, here {len(value) - 1}"
    return "" if _checks("issn", value) else "its check digit does not fit the digits before it"


def _wrong_arxiv(value: str) -> str:
    return "" if _ARXIV.fullmatch(value) else "an arXiv number is four digits, a point and four or five digits"


def _checks(kind: str, value: str) -> bool:
    import idutils  # slow to start: only where such a number stands in a text

    test = idutils.is_isbn if kind == "isbn" else idutils.is_issn
    return bool(test(value.upper()))


_PROBLEMS: Mapping[str, Callable[[str], str]] = {
    "doi": _wrong_doi,
    "pmid": _wrong_pmid,
    "pmcid": _wrong_pmcid,
    "trial": _wrong_trial,
    "isbn": _wrong_isbn,
    "issn": _wrong_issn,
    "arxiv": _wrong_arxiv,
}
