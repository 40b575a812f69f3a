"""Grammar and spelling by a LanguageTool server on this machine, on request only.

`proofread(texts, …)` asks about each text once; what the server said before is kept. A text that could not be checked
is left out and its reason told: "not checked", never "fine". Nothing here raises for a server that fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import msgspec

from workbench import prose
from workbench.config import Grammar
from workbench.grammar.places import VERSION, Unavailable
from workbench.kept import Kept
from workbench.model import Engine, Proofread, Slip

NAME = "languagetool"
PLACE = ".workbench/grammar.sqlite"  # below the newsroom's root
RULES = "default-1"  # names what is asked of the server: another set of rules or another reading of its answers
Progress = Callable[[int, int], None]


def proofread(
    texts: Iterable[tuple[str, str]],
    as_of: date,
    settings: Grammar,
    root: Path | None,
    progress: Progress = lambda done, of: None,
) -> tuple[Proofread, Engine]:
    """What the proofreader says of texts, and how it fared: state "ok", "not used" or "failed" (with the reason).

    Args:
        texts: language ("en-GB") and text of each block.
        as_of: the day that answers are kept under.
        settings: the server's address, or how to start one.
        root: the newsroom's root, whose `.workbench/` keeps the answers; None = they are not kept.
        progress: told how many of how many texts are done.
    """
    wanted = {prose.key(*text): text for text in texts}
    known: dict[str, tuple[Slip, ...]] = {}
    with Kept(root / PLACE if root else None) as kept:
        for key in wanted:
            answer = _read(kept.get(f"{VERSION} {RULES} {key}"))
            if answer is not None:
                known[key] = answer
        progress(len(known), len(wanted))
        open_ = {key: text for key, text in wanted.items() if key not in known}
        reason = ""
        if open_:
            from workbench.grammar.asking import ask  # not paid for where nothing is asked

            try:
                for key, answer in ask(open_, settings):
                    known[key] = answer
                    kept.put(f"{VERSION} {RULES} {key}", as_of.isoformat(), msgspec.json.encode(answer))
                    progress(len(known), len(wanted))
            except Unavailable as error:
                reason = str(error)
    missing = len(wanted) - len(known)
    if missing and not reason:
        reason = "the server failed on them; run again later"
    state = "failed" if missing else "ok" if wanted else "not used"
    told = f"{missing} of {len(wanted)} pieces of text were not checked: {reason}" if missing else ""
    return Proofread(NAME, VERSION, known, reason), Engine(NAME, VERSION, state, told)


def _read(kept: tuple[str, bytes] | None) -> tuple[Slip, ...] | None:
    if kept is None:
        return None
    try:
        return msgspec.json.decode(kept[1], type=tuple[Slip, ...])
    except msgspec.DecodeError:
        return None
