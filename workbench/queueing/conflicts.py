"""Articles that disagree: listing what they tell, and deciding about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from workbench import checking
from workbench.errors import Usage
from workbench.queueing.backlog import untouched
from workbench.queueing.naming import SHORTEST
from workbench.queueing.newsroom import Newsroom, Wanted
from workbench.queueing.stepping import INCOMPLETE, OK, Order, Sitting, lines
from workbench.review import Person, Store, conflicts
from workbench.review.conflicts import Disagreement
from workbench.review.ledger import Place
from workbench.writers.terminal import clean

_SEE = "See: workbench queue conflicts"


def listed(wanted: Wanted, working_directory: Path, article: str = "") -> tuple[str, int]:
    """Check the newsroom's articles, and list where they do not agree; those that people decided come last.

    Args:
        wanted: as for the others.
        working_directory: where the caller works.
        article: only those that this one has a part in; "" = all.

    Raises:
        Usage: the newsroom has no article of this name.
    """
    newsroom = Newsroom(working_directory, wanted)
    with newsroom.open() as store:
        paths = checking.articles((newsroom.folder,))
        same = untouched(newsroom, store, paths)
        seen, unread = newsroom.examine([path for path in paths if path not in same])
        store.record(seen, at=wanted.at)
        present = {item.name for item in seen} | set(same.values())
        if article and article not in present:
            raise Usage(f"the newsroom has no article “{clean(article)}”. See: workbench queue list")
        found = [one for one in _all(store, present) if not article or _has_part(one, article)]
    failed = [f"Not read  {clean(item.path)}  {clean(item.message)}" for item in unread]
    told = [line for one in found for line in _told(one)] or ["No two articles were found to disagree."]
    return lines(*told, *failed, *newsroom.closing()), INCOMPLETE if unread else OK


def decide(
    wanted: Wanted, working_directory: Path, key: str, action: str, reason: str = "",
    given: Mapping[str, str] | None = None, person: Person | None = None,
) -> tuple[str, int]:  # fmt: skip
    """Take a step about articles that disagree, as the queue knows them.

    Args:
        wanted: as for the others.
        working_directory: where the caller works.
        key: the conflict, or its first digits (four at least).
        action: "keep both", "settle" or "reopen".
        reason: for "keep both": what makes the difference.
        given: for "settle": `row`, the library's row that says it.
        person: who decides; default: whoever is there.

    Raises:
        Usage: there is no such conflict, or refused; says who can.
    """
    with Sitting(working_directory, wanted, person, checks=False) as sitting:
        found = _named(key, _all(sitting.store, None))
        order = Order(action=action, reason=reason, given=given or {})
        said = sitting.make(Place("conflict", found.key), order)
        left = sum(one.kept is None for one in _all(sitting.store, None))
    return lines(said, f"{left} left where articles disagree." if left else "No open one is left."), OK


def _all(store: Store, present: Iterable[str] | None) -> list[Disagreement]:
    with store.reading() as connection:
        return conflicts.of(connection, None if present is None else set(present))


def _has_part(one: Disagreement, article: str) -> bool:
    return any(value.article == article for value in one.values)


def _named(beginning: str, known: Iterable[Disagreement]) -> Disagreement:
    found = [one for one in known if one.key.startswith(beginning)]
    if len(beginning) < SHORTEST:
        raise Usage(f"“{clean(beginning)}” is too short; give at least {SHORTEST} digits. {_SEE}")
    if len(found) != 1:
        problem = "fits several conflicts; give more digits" if found else "is no conflict that articles still have"
        raise Usage(f"“{clean(beginning)}” {problem}. {_SEE}")
    return found[0]


def _told(one: Disagreement) -> Iterator[str]:
    scope = f": {clean(one.scope)}" if one.scope else ""
    yield f"{one.severity}  {clean(one.title)}{scope}  {one.key}"
    if one.library:
        yield f"    {clean(one.library)}  the library ({clean(one.library_row)})"
    for value in one.values:
        where = "on the site" if value.live else "not on the site"
        differs = ", differs from the library" if value.differs else ""
        yield f"    {clean(value.value)}  {clean(value.article)}  {value.state}, {where}{differs}"
        yield f"        “{clean(value.sentence)}”"
    if one.kept is not None:
        kept = one.kept
        why = f": {clean(kept.reason)}" if kept.reason else ""
        yield f"    {kept.state} on {kept.on} by {clean(kept.by)}{why}"
