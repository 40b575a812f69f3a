"""Words that are part of a name: in capitals inside a sentence, beside another word in capitals."""

from __future__ import annotations

from workbench.model import Article, Hit, Sentence

_TITLE = 0.6  # share of its other words in capitals from which a line is a title and capitals say nothing
_OPENING = "([“\"‘'"
_SMALL = frozenset({"a", "an", "the", "of", "and", "in", "on", "for", "to", "with", "or"})


def in_name(article: Article, sentence: Sentence, hit: Hit, bridged: bool = True) -> bool:
    """Whether the words at a hit belong to a name ("National Institute on Drug Abuse").

    Args:
        article: the article.
        sentence: the sentence of the hit.
        hit: the words.
        bridged: whether "of", "and" and the like may stand between the parts of a name.
    """
    text = sentence.text
    own = text[hit.at : hit.to].split()
    if not own or not all(word[:1].isupper() for word in own):
        return False
    if article.block(sentence).kind == "heading" or _title(text[: hit.at] + text[hit.to :]):
        return False
    small = _SMALL if bridged else frozenset()
    before = [word.lstrip(_OPENING) for word in text[: hit.at].split() if word not in small]
    after = [word for word in text[hit.to :].split(maxsplit=4) if word not in small]
    beside = bool(after and text[hit.to : hit.to + 1] == " " and after[0][:1].isupper())
    return beside or bool(before and before[-1][:1].isupper() and len(before) > 1)


def _title(text: str) -> bool:
    """Whether most words of a line that is no sentence are in capitals, so that they say nothing."""
    if text.rstrip().endswith((".", "!", "?")):
        return False
    words = [word for word in text.split() if word not in _SMALL]
    return sum(word[:1].isupper() for word in words) >= _TITLE * len(words)
