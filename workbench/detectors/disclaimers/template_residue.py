"""What a template or an editing tool left in the text: placeholders, markup, blanks where a name should stand."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, exception, overlap
from workbench.model import Article, Hit, Match

VALUES = ("what",)
_LEFT = "looks like a leftover of a template or an editing tool"
_GONE = "has lost the name in front of it"
_OPEN = "leads to an address that nobody filled in"
_BEHIND = 400  # characters of the source that are searched for the begin of a code tag


def detect(
    article: Article,
    *,
    phrases: Hits,
    but_not: Hits = (),
    ends: Hits = (),
    headless: Hits = (),
    targets: tuple[str, ...] = (),
) -> Iterator[Match]:
    """Every leftover outside code; places of one sentence that overlap are one match.

    Args:
        phrases: leftovers wherever they stand.
        but_not: words that look like one; a phrase that overlaps one is held back with the flag "exception".
        ends: leftovers only at the end of a heading or paragraph ("(H3)": elsewhere a receptor has such a name).
        headless: the begin of a sentence whose subject is gone; only inside a paragraph, since items begin so too.
        targets: pieces of link targets that nobody filled in, in small letters.
    """
    found = [(hit, _LEFT) for hit in (*phrases, *(hit for hit in ends if _last(article, hit)))]
    found += [(hit, _GONE) for hit in headless if _inside(article, hit)]
    found += [(hit, _OPEN) for hit in _links(article, targets)]
    idioms = by_sentence(but_not)
    reached: dict[int, int] = {}
    for hit, what in sorted(found, key=lambda one: (one[0].sentence, one[0].at, -one[0].to)):
        if hit.at < reached.get(hit.sentence, 0) or _in_code(article, hit):
            continue
        reached[hit.sentence] = hit.to
        idiom = next((idiom for idiom in idioms.get(hit.sentence, ()) if overlap(hit, idiom)), None)
        flags = (exception(article, hit, idiom),) if idiom else ()
        yield Match(hit.sentence, hit.at, hit.to, values={"what": what}, flags=flags)


def _last(article: Article, hit: Hit) -> bool:
    sentence = article.sentences[hit.sentence]
    return sentence.at + hit.to == len(article.block(sentence).seen.rstrip())


def _inside(article: Article, hit: Hit) -> bool:
    sentence = article.sentences[hit.sentence]
    return article.block(sentence).kind == "paragraph" and sentence.at + hit.at > 0


def _in_code(article: Article, hit: Hit) -> bool:
    sentence = article.sentences[hit.sentence]
    if article.block(sentence).kind == "code":
        return True
    source = article.document.source
    start = article.span(sentence, hit.at, hit.to).start
    line = source[source.rfind("\n", 0, start) + 1 : start]
    tags = source[max(0, start - _BEHIND) : start]
    return line.count("`") % 2 == 1 or tags.rfind("<code") > tags.rfind("</code")


def _links(article: Article, targets: tuple[str, ...]) -> Iterator[Hit]:
    for sentence in article.sentences if targets else ():
        for link in article.block(sentence).links:
            inside = sentence.at <= link.at < link.to <= sentence.to
            if inside and any(piece in link.target.lower() for piece in targets):
                yield Hit(sentence.index, link.at - sentence.at, link.to - sentence.at)
