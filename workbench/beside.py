"""What is asked beside the checks, on request only: services about identifiers, the proofreader about the prose."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from workbench import batch, config, engine, identifiers, prose, segment
from workbench.errors import Unreadable
from workbench.model import Document, Engine, Known, Proofread

PROOFREADER = "languagetool"
Progress = Callable[[str, int, int], None]


class Beside(msgspec.Struct, frozen=True):
    """The answers, and how each program or service fared; None where the proofreader was not asked."""

    looked_up: Mapping[str, Known] = {}
    proofread: Proofread | None = None
    engines: tuple[Engine, ...] = (Engine(PROOFREADER, "", "not asked", ""),)

    def on(self, plan: batch.Plan) -> batch.Plan:
        """The plan of a run that knows it."""
        return msgspec.structs.replace(plan, looked_up=self.looked_up, proofread=self.proofread)


def ask(
    paths: Sequence[str],
    settings: config.Settings,
    as_of: date,
    *,
    online: bool = False,
    grammar: bool = False,
    progress: Progress = lambda what, done, of: None,
) -> Beside:
    """Read the articles for what is asked about them, and ask; nothing is read where nothing is asked.

    Args:
        paths: articles as the caller named them; one that cannot be read is left to the check to tell of.
        settings: addresses and the newsroom's wishes; `[grammar] always` asks the proofreader too.
        as_of: the day that answers are kept under.
        online: look identifiers up.
        grammar: ask the proofreader.
        progress: told what is asked about, and how much of it is done.

    Raises:
        Usage: what `online` needs is not installed.
    """
    grammar = grammar or settings.grammar.always
    if not (online or grammar):
        return Beside()
    found: set[str] = set()
    texts: list[tuple[str, str]] = []
    for path in paths:
        try:
            document = engine.read(Path(path), path, settings.readers)
        except Unreadable:
            continue
        if online:
            found |= {placed.identifier for placed in identifiers.of_page(document, segment.split(document))}
        if grammar:
            texts += texts_of(document, settings.newsroom.country)
    answers = Beside()
    if online:
        from workbench.online import look_up  # not paid for offline

        told = look_up(
            found, as_of, settings.online, settings.root, lambda done, of: progress("Looking up identifiers", done, of)
        )
        answers = msgspec.structs.replace(answers, looked_up=told.known, engines=(*told.engines, *answers.engines))
    if grammar:
        from workbench.grammar import proofread  # see above

        read, state = proofread(
            texts, as_of, settings.grammar, settings.root, lambda done, of: progress("Proofreading", done, of)
        )
        answers = msgspec.structs.replace(answers, proofread=read, engines=(*answers.engines[:-1], state))
    return answers


def texts_of(document: Document, country: str) -> list[tuple[str, str]]:
    """Language and text of each block that is proofread; none for a page in another language than English."""
    language = prose.variant(document.meta.language, document.meta.country or country)
    if not language:
        return []
    blocks = enumerate(document.blocks)
    found = (prose.prose(document, index) for index, block in blocks if not block.boilerplate)
    return [(language, one.text) for one in found if one is not None]
