"""What the proofreader found in the prose, as far as its rules are on the list and its words are not known to us."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from workbench import prose
from workbench.detectors import Hits
from workbench.facts import Table
from workbench.model import Article, Evidence, Match, Sentence, Slip

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TIMES = 2  # a name that the page uses so often is no slip
_SHOWN = 3
_NOT_ASKED = "the proofreader did not answer"


def detect(
    article: Article,
    *,
    categories: list[str],
    rules: list[str],
    not_rules: list[str],
    spelling: str,
    known: Hits = (),
    words: Table,
    parts: Table,
) -> Iterator[Match]:
    """Every slip that the proofreader reports by a rule of the list; nothing where it was not asked for.

    Args:
        categories: its categories of which every rule is on the list.
        rules: further rules on the list.
        not_rules: beginnings of rules that are off the list whatever their category.
        spelling: the beginning of the rules for spelling; their words are held against what we know.
        known: names of drugs, conditions and the like where they stand in the article.
        words: column "word": correct words that the proofreader's dictionary does not have.
        parts: columns "part" and "place" ("begin", "end"): a word made of both is correct ("thrombo" + "cytosis").
    """
    told = article.knowledge.proofread
    if told is None:
        return
    language = prose.variant(article.document.meta.language, article.country)
    vocabulary = _Known(article, known, frozenset(words.index("word")), _built(parts))
    of_block: dict[int, list[Sentence]] = {}
    for sentence in article.sentences:
        of_block.setdefault(sentence.block, []).append(sentence)
    unread = total = 0
    for index, block in enumerate(article.document.blocks):
        text = None if block.boilerplate or not language else prose.prose(article.document, index)
        if text is None or index not in of_block:
            continue
        total += 1
        slips = told.slips.get(prose.key(language, text.text))
        if slips is None:
            unread += 1
            continue
        for slip in slips:
            listed = (slip.category in categories or slip.rule in rules) and not slip.rule.startswith(tuple(not_rules))
            seen = text.seen(slip.at, slip.to) if listed else None
            if seen is None:
                continue
            sentence = of_block[index][max(0, bisect_right(of_block[index], seen[0], key=_at) - 1)]
            at, to = seen[0] - sentence.at, min(seen[1], sentence.to) - sentence.at
            if at < to and not (slip.rule.startswith(spelling) and vocabulary.has(sentence, at, to)):
                yield _match(sentence, at, to, slip, f"{told.name} {told.version}")
    if unread:
        given = f"{unread} of {total} pieces of text"
        yield Match(verdict="not-checkable", evidence=Evidence("proofreading", given, told.reason or _NOT_ASKED))


def _match(sentence: Sentence, at: int, to: int, slip: Slip, program: str) -> Match:
    instead = " or ".join(f"“{one}”" for one in slip.instead[:_SHOWN])
    return Match(
        sentence.index,
        at,
        to,
        values={"says": slip.message.rstrip("."), "instead": f" It could be {instead}." if instead else ""},
        evidence=Evidence(
            "proofreading", sentence.text[at:to], ", ".join(slip.instead), "", ({"rule": slip.rule, "by": program},)
        ),
    )


def _at(sentence: Sentence) -> int:
    return sentence.at


class _Known:
    """The words that are right although the proofreader's dictionary does not have them."""

    def __init__(self, article: Article, names: Hits, words: frozenset[str], built: re.Pattern[str]) -> None:
        self._article, self._words, self._built = article, words, built
        self._names = {(hit.sentence, place) for hit in names for place in range(hit.at, hit.to)}
        self._used: Counter[str] | None = None

    def has(self, sentence: Sentence, at: int, to: int) -> bool:
        """Whether every word of a range is known: a name, listed, built from known parts, or often on the page."""
        if (sentence.index, at) in self._names and (sentence.index, to - 1) in self._names:
            return True
        found = [match.group() for match in _WORDS.finditer(sentence.text[at:to])]
        return bool(found) and all(self._is_known(word) for word in found)

    def _is_known(self, word: str) -> bool:
        small = word.casefold().replace("’", "'").removesuffix("'s")
        if {small, small.removesuffix("s"), small.removesuffix("es")} & self._words:
            return True
        if self._built.fullmatch(small):
            return True
        return (word[0].isupper() or not word.islower()) and self._times()[word] >= _TIMES

    def _times(self) -> Counter[str]:
        if self._used is None:
            self._used = Counter(word for one in self._article.sentences for word in _WORDS.findall(one.text))
        return self._used


@lru_cache(maxsize=2)
def _built(parts: Table) -> re.Pattern[str]:
    begin, end = (
        "|".join(re.escape(row["part"]) for row in parts if row["place"] == place) for place in ("begin", "end")
    )
    return re.compile(f"(?:{begin})+(?:{end})")
