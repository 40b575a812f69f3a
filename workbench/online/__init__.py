"""Identifiers looked up at Crossref, PubMed and ClinicalTrials.gov, on request only.

An identifier whose look-up failed is left out: "not verified", never "fine". One failure never ends the run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import msgspec

from workbench.config import Online
from workbench.errors import Usage
from workbench.identifiers import problem
from workbench.model import Engine, Known
from workbench.online.cache import Cache
from workbench.online.manners import Manners

PLACE = ".workbench/lookups.sqlite"  # below the newsroom's root
Progress = Callable[[int, int], None]


class LookedUp(msgspec.Struct, frozen=True):
    """What the services said, and how each of them fared: state "ok", "failed" (with the reason) or "not used"."""

    known: Mapping[str, Known]
    engines: tuple[Engine, ...]


def look_up(
    identifiers: Iterable[str],
    as_of: date,
    settings: Online,
    root: Path | None,
    progress: Progress = lambda done, of: None,
    manners: Manners = Manners(),
) -> LookedUp:
    """Ask about identifiers, each once; answers of the last days come from the cache.

    Args:
        identifiers: in normal form; those that cannot be right, and kinds that no service knows, are not asked about.
        as_of: the day that answers are kept under; notices of a later day do not count.
        settings: addresses, and the days that an answer is good for.
        root: the newsroom's root, whose `.workbench/` keeps the answers; None = they are not kept.
        progress: told how many of how many are done.
        manners: how patient and how polite to be.

    Raises:
        Usage: the package that asks is not installed.
    """
    if find_spec("httpx") is None:
        raise Usage("--online needs the package httpx; install it with: pip install 'workbench[online]'")
    from workbench.online.asking import SERVICES, ask  # not paid for offline

    wanted = sorted({identifier for identifier in identifiers if not problem(identifier)})
    of_service = {service: [one for one in wanted if service.knows(one)] for service in SERVICES}
    known: dict[str, Known] = {}
    total, done = sum(map(len, of_service.values())), 0
    with Cache(root / PLACE if root else None, settings.cache_days, as_of) as cache:
        for asked in of_service.values():
            known.update((one, kept) for one in asked if (kept := cache.get(one)) is not None)
        done = len(known)
        progress(done, total)
        open_ = {service: [one for one in asked if one not in known] for service, asked in of_service.items()}
        failures: dict[str, dict[str, str]] = {service.name: {} for service in SERVICES}
        with closing(ask(open_, as_of, settings, manners)) as answers:
            for service, one, answer in answers:
                if isinstance(answer, Known):
                    known[one] = answer
                    cache.put(one, answer)
                else:
                    failures[service.name][one] = answer
                done += 1
                progress(done, total)
    return LookedUp(known, tuple(_engines({s.name: a for s, a in of_service.items()}, failures)))


def _engines(asked: Mapping[str, list[str]], failures: Mapping[str, Mapping[str, str]]) -> Iterator[Engine]:
    for name, identifiers in asked.items():
        failed = failures[name]
        if not failed:
            yield Engine(name, "", "ok" if identifiers else "not used", "")
            continue
        first = min(failed)
        count = f"{len(failed)} of {len(identifiers)} identifiers could not be looked up and stay not verified"
        yield Engine(name, "", "failed", f"{count}; the first, {first}: {failed[first]}")
