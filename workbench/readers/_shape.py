"""What the look of a line says about it, before anything is known of its neighbours."""

from __future__ import annotations

import re
from itertools import pairwise

from workbench.readers._byline import is_byline
from workbench.readers._byline_forms import FULL_DATE
from workbench.readers._lazy import lazily
from workbench.readers._wordings import words

_CLOSERS = "\"'”’»)]*_"
_CITED = lazily(r"(?:\s?\[[\d,;–\- ]{1,20}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,4})$")
_VALUED = words("source sources credit credits note contact phone tel telephone email e-mail price address pmid doi")
_COUNTED = words("one two three four five six seven eight nine ten")
_CITE_ENDS = ("]", *"¹²³⁴⁵⁶⁷⁸⁹⁰")
_STOPS = ".!…"
_TWO_SENTENCES = lazily(r"[\w)\]%”\"][.!?…][”\")]?\s+[A-Z“\"¿¡]")
_ENDED = lazily(r"[.!?…][”\")]?\s")
_SHORTENED = lazily(
    r"\b(?:vs|dr|mr|mrs|ms|st|prof|no|fig|e\.g|i\.e|u\.s|inc|ltd|jr|sr|approx|[a-z])\.\s", re.IGNORECASE
)
_CONTACT = lazily(r"https?://|www\.|\S@\S+\.\w|\+?\d[\d\s().-]{7,}\d")
_CAPTION = lazily(
    r"(?:(?:an? )?(?:illustration|photo|photograph|image|picture|diagram|graphic|infographic|screenshot|stock photo)"
    r" (?:of|showing|by|shows|credit)\b|(?:featured )?(?:photo|image|picture)s?(?: credit)?(?: by|:)"
    r"|(?:figure|fig\.|photo|image) \d+[.:]?(?: |$)|table \d+[.:] |(?:photo|image|picture) credit)",
    re.IGNORECASE,
)
_CREDIT = lazily(r"[.!)”\"] \(?(?:Photo|Photograph|Image|Picture|Credit)(?: credit)?(?::| by) ?[A-Z].{1,60}$")
_FULL_DATE = lazily(rf"\b{FULL_DATE}", re.IGNORECASE)
_ASKING = words(
    "how what why when who whom whose where which is are am was were do does did can could will would should may"
    " might must has have had"
)
_TELLING = words(
    "is are was were am be been has have had will would can could may might must should shall does do did isn't"
    " aren't wasn't weren't doesn't don't can't won't cannot i'm you're it's we're they're there's i've we've"
    " you'll we'll helps makes gives works causes"
)
_OPENING = words("this that these those there it we you they he she i our your my if although because since while")
_WITHOUT_MAIN_CLAUSE = words("if while before after once until")
_RANKED = lazily(r"#\d{1,2}\b")
_DANGLING = words("a an the and or of to in for with by on at from as that which but is are was were be than into")
_TERM = lazily(r"[^\s:.?!;][^:.?!;\n]{0,58}:(?=\s)")
_DASHED = lazily(r"[^\s:.?!;–—][^:.?!;–—\n]{0,58}? [-–—] (?=\S)")


def words_of(text: str) -> list[str]:
    """The words of a line, bare of the punctuation around them; marks alone are no words."""
    return [bare for word in text.split() if (bare := word.strip(".,;:!?()[]{}\"'“”‘’*_—–-…"))]


def core(text: str) -> str:
    """A line without closing quotes, brackets and citation marks at its end."""
    end = text.rstrip()
    cited = _CITED.search(end) if end.endswith(_CITE_ENDS) else None
    return (end[: cited.start()] if cited else end).rstrip(_CLOSERS + " ")


def stops(text: str) -> bool:
    """Whether a line ends as a sentence does (a question mark is another matter)."""
    return core(text).endswith(tuple(_STOPS))


def leads_in(text: str) -> bool:
    """Whether a line ends in a colon."""
    return core(text).endswith((":", "："))


def asks(text: str) -> bool:
    """Whether a line is one question and nothing else."""
    end = core(text)
    return end.endswith(("?", "？")) and len(text.split()) <= 25 and not _two_sentences(end)


def _two_sentences(text: str) -> bool:
    return bool(_ENDED.search(text) and _TWO_SENTENCES.search(_SHORTENED.sub(" ", text)))


def is_caption(text: str) -> bool:
    """Whether a line describes a picture."""
    return len(text) <= 200 and bool(_CAPTION.match(text) or _CREDIT.search(text))


def titled(text: str) -> bool:
    """Whether most longer words begin with a capital, as in a headline."""
    longer = [word for word in words_of(text) if len(word) >= 4]
    if not longer:
        longer = words_of(text)
    return bool(longer) and sum(not word[0].islower() for word in longer) >= 0.75 * len(longer)


def shouted(text: str) -> bool:
    """Whether a line stands in capitals."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and len(words_of(text)) <= 12 and text.upper() == text and text.lower() != text


def stub(text: str) -> bool:
    """Whether a line is short and unfinished, so that it may be a heading or an entry of a list."""
    return (
        len(text) <= 160
        and len(text.split()) <= 20
        and not stops(text)
        and not leads_in(text)
        and not asks(text)
        and not _two_sentences(text)
    )


def title_like(text: str) -> bool:
    """Whether the first line of a text may be its title: a headline may be long, and even a statement."""
    return (
        any(char.isalpha() for char in text)
        and len(text) <= 320
        and len(text.split()) <= 40
        and not (stops(text) or leads_in(text) or contact(text) or is_byline(text) or is_caption(text))
        and not text.rstrip().endswith((",", ";"))
    )


def contact(text: str) -> bool:
    """Whether a line holds an address, a mail address or a telephone number."""
    return bool(_CONTACT.search(text))


def heading_like(text: str, longest: int = 12, numbered: bool = False) -> bool:
    """Whether a stub or question reads like a heading.

    Args:
        text: the line.
        longest: in words; a headline in title case may have a third more.
        numbered: a number stood before it, so that "Sleep: seven hours" may be a heading too.
    """
    if text.isalpha():
        return (not text[0].islower() or text in _ASKING) and not is_byline(text)
    words = words_of(text)
    if (
        not words
        or not any(char.isalpha() for char in text)
        or len(words) > longest + (longest // 3 if titled(text) else 0)
    ):
        return False
    if contact(text) or is_byline(text) or is_caption(text) or text.rstrip().endswith((",", ";")):
        return False
    if shouted(text):
        return numbered or not _valued(text)
    if words[0].islower() and words[0] not in _ASKING:
        return False
    if asks(text):
        return True
    if (words[-1] in _DANGLING and words[0].lower() not in _ASKING) or _FULL_DATE.search(text):
        return False  # but "What it is for" is whole
    return not _stated(text, words) and (numbered or not _valued(text))


def _stated(text: str, words: list[str]) -> bool:
    """A statement without its full stop: a verb in a line that is neither a headline nor an indirect question."""
    low = [word.lower().replace("’", "'") for word in words]
    if low[0] in _ASKING or titled(text) or len(words) < 4 or _RANKED.match(text):
        return False
    if low[0] in _WITHOUT_MAIN_CLAUSE and "," not in text:
        return False  # "If you miss a dose"
    return low[0] in _OPENING or any(word in _TELLING and before != "to" for before, word in pairwise(low))


def _valued(text: str) -> bool:
    """A "Label: value" line: the value is a number or goes on in lower case."""
    term = _TERM.match(text)
    if not term:
        return False
    value = text[term.end() :].strip()
    named = term.group()[:-1].lower().split()
    if named[0] in _VALUED:
        return True
    if named[-1].lstrip("#").isdigit() or named[-1] in _COUNTED:
        return False  # "Step 2: Use the cream"
    return bool(value) and (not titled(value) or value[0] in "$€£+" or value[0].isdigit())


def introduces(text: str) -> bool:
    """Whether a paragraph announces the list below it."""
    end = core(text)
    if end.endswith((":", "：")) or not end.endswith((*_STOPS, "?")):
        return True
    last = re.split(r"[.!?…]\s", end)[-1].lower()
    return bool(_ANNOUNCING.search(last))


_ANNOUNCING = lazily(
    r"\b(?:following|below|as follows|such as|includ(?:e|es|ing)|here(?:'s|’s| is| are)|these|for example)\b"
)


def label_length(text: str, item: bool, strong: int = 0) -> int:
    """Length of a leading "Term:" or "Term - " with its mark; 0 without one.

    Args:
        text: seen text of a block.
        item: whether the block is a list item, where a dash parts a term too.
        strong: length of the text in strong type at its beginning.
    """
    if strong:
        rest = text[strong:]
        mark = re.match(r"\s*(?::|[-–—](?=\s))", rest)
        if text[:strong].rstrip().endswith(":") and len(text[:strong].split()) <= 10:
            return len(text[:strong].rstrip())
        if mark and rest[mark.end() :].strip() and len(text[:strong].split()) <= 10:
            return strong + mark.end() + (0 if mark.group().endswith(":") else 1)
    found = _TERM.match(text)
    if found and text[found.end() :].strip() and _is_term(found.group(), 7 if item else 6, item):
        return found.end()
    dashed = _DASHED.match(text) if item else None
    return dashed.end() if dashed and _is_term(dashed.group(), 7, item) else 0


def _is_term(text: str, most: int, item: bool) -> bool:
    """A few words, in running text without a verb: "There are two kinds:" names nothing."""
    words = text.replace("’", "'").lower().split()
    return len(words) <= most and (item or len(words) <= 2 or not any(word in _TELLING for word in words))
