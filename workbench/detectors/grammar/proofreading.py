"""What the proofreader found in the prose, as far as its rules are on the list and its words are not known to us."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from msgspec.structs import replace

from workbench import prose
from workbench.detectors.grammar._spelling import Spelling
from workbench.detectors.grammar._words import lists
from workbench.facts import Table
from workbench.model import Article, Evidence, Match, Proofread, Sentence, Slip

VALUES = ("says", "instead")
_SHOWN = 3
_NOT_ASKED = "the proofreader did not answer"


def detect(
    article: Article,
    *,
    categories: list[str],
    rules: list[str],
    not_rules: list[str],
    inside: list[str],
    spelling: str,
    words: Table,
    names: Table,
    parts: Table,
    variants: Table,
) -> Iterator[Match]:
    """Every slip that the proofreader reports by a rule of the list; nothing where it was not asked for.

    Args:
        categories: its categories of which every rule is on the list.
        rules: further rules on the list.
        not_rules: rules that are off the list whatever their category.
        inside: rules that say nothing about the beginning of a block.
        spelling: the beginning of the rules for spelling; their words are held against what we know.
        words: column "words", parted by "|": correct words that the proofreader's dictionary does not have.
        names: columns "term" and "aliases": further correct words, as far as they are no patterns.
        parts: columns "part" and "place" ("begin", "end"): a word made of both is correct ("thrombo" + "cytosis").
        variants: columns "british", "american" and "place" ("any", "end", or "written" for an end that is right on a
            page, while its counterpart need not be): what is right in one country is right here.
    """
    told = article.knowledge.proofread
    language = prose.variant(article.document.meta.language, article.country)
    if told is None or not language:
        return
    judge = Spelling(article, lists(words, names, parts, variants))
    unread = total = 0
    for index, sentences in _blocks(article):
        text = prose.prose(article.document, index)
        if text is None:
            continue
        total += 1
        slips = told.slips.get(prose.key(language, text.text))
        unread += slips is None
        for slip in slips or ():
            listed = (slip.category in categories or slip.rule in rules) and slip.rule not in not_rules
            seen = text.seen(slip.at, slip.to) if listed and (slip.at or slip.rule not in inside) else None
            if seen is not None:
                yield from _matches(sentences, seen, slip, judge if slip.rule.startswith(spelling) else None, told)
    if unread:
        given = f"{unread} of {total} pieces of text"
        yield Match(verdict="not-checkable", evidence=Evidence("proofreading", given, told.reason or _NOT_ASKED))


def _blocks(article: Article) -> Iterator[tuple[int, list[Sentence]]]:
    """Blocks that are read, with their sentences."""
    found: dict[int, list[Sentence]] = {}
    for sentence in article.sentences:
        if not article.document.blocks[sentence.block].boilerplate:
            found.setdefault(sentence.block, []).append(sentence)
    yield from found.items()


def _matches(
    sentences: list[Sentence], seen: tuple[int, int], slip: Slip, judge: Spelling | None, told: Proofread
) -> Iterator[Match]:
    sentence = sentences[max(0, bisect_right(sentences, seen[0], key=_at) - 1)]
    at, to = seen[0] - sentence.at, min(seen[1], sentence.to) - sentence.at
    if at >= to:
        return
    if judge is not None:
        instead = judge.instead(sentence, at, to, slip.instead)
        if not instead:
            return
        slip = replace(slip, instead=instead)
    shown = " or ".join(f"“{one}”" for one in slip.instead[:_SHOWN])
    yield Match(
        sentence.index,
        at,
        to,
        values={"says": slip.message.rstrip("."), "instead": f" It could be {shown}." if shown else ""},
        evidence=Evidence(
            "proofreading",
            sentence.text[at:to],
            ", ".join(slip.instead),
            "",
            ({"rule": slip.rule, "by": f"{told.name} {told.version}".strip()},),
        ),
    )


def _at(sentence: Sentence) -> int:
    return sentence.at
