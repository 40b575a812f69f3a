"""Links that lead to no page: to a program, into the link itself, to the writer's own machine, or nowhere yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.detectors._sentences import by_block, holding
from workbench.model import Article, Evidence, Link, Match, Sentence, Severity

VALUES = ("problem", "target")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_HOST = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:]+)")
_DRIVE = re.compile(r"[a-z]:[\\/]")
_TOP = re.compile(r"\btop\b|^[\W_]*$", re.IGNORECASE)  # a bare "#" leads to the top of the page, and may mean that
_NOT_READ = str.maketrans("", "", "\t\n\r")  # browsers leave them out of an address
_BLANK = "".join(map(chr, range(33)))
_NOWHERE = "leads nowhere yet"
_LONGEST = 60  # characters of a target that are shown


def detect(
    article: Article, *, schemes: dict[str, str], hosts: tuple[str, ...] = (), placeholders: tuple[str, ...] = ()
) -> Iterator[Match]:
    """Each link of the text whose target no reader can use; a placeholder is a note.

    Args:
        schemes: what an address does, by the word before its colon, as the end of a sentence about the link.
        hosts: names of the writer's own machine.
        placeholders: targets that wait for an address, in lower case; "" is an empty target.
    """
    sentences = by_block(article)
    for index, block in enumerate(article.document.blocks):
        for link in block.links:
            sentence = holding(sentences.get(index, []), link.at)
            target = link.target.translate(_NOT_READ).strip(_BLANK).lower()
            if sentence is None or (target == "#" and _TOP.search(block.seen[link.at : link.to])):
                continue
            if target in placeholders:
                yield _match(sentence, link, _NOWHERE, "note")
            elif problem := schemes.get(_scheme(target, hosts), ""):
                yield _match(sentence, link, problem)


def _scheme(target: str, hosts: tuple[str, ...]) -> str:
    """The word before the colon of an address; "file" too for a place on the writer's own machine."""
    host = _HOST.match(target)
    if _DRIVE.match(target) or (host and host[1] in hosts):
        return "file"
    scheme = _SCHEME.match(target)
    return scheme[1] if scheme else ""


def _match(sentence: Sentence, link: Link, problem: str, severity: Severity | None = None) -> Match:
    shown = "".join(char if char.isprintable() else "�" for char in link.target[:_LONGEST])
    target = f"“{shown}{'…' if len(link.target) > _LONGEST else ''}”" if shown else "an empty address"
    return Match(
        sentence=sentence.index,
        at=link.at - sentence.at,
        to=min(link.to, sentence.to) - sentence.at,
        severity=severity,
        values={"problem": problem, "target": target},
        evidence=Evidence("link", given=target),
    )
