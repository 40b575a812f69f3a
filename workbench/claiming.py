"""`workbench claims` as a function: writes the claim table of each article, or says which are stale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from workbench import claim_table, engine, likeness, merging
from workbench.claim_desk import RESERVED, ClaimDesk, Drawn
from workbench.errors import Unreadable, WorkbenchError

_OK, _STALE, _INCOMPLETE = 0, 1, 3
_HALF = 0.5  # share of a table's claims that must stand in the new article for it to be the same one, renamed
_TOLD = 10  # changed claims spelled out for each table


def write(paths: Sequence[str], as_of: date, only_check: bool, working_directory: Path) -> tuple[str, int]:
    """Write `claims/<article>.csv` for these articles.

    Args:
        paths: articles or folders.
        as_of: the day, as in `check`.
        only_check: write nothing; a stale or missing table is exit code 1, as for a lock file.
        working_directory: where the newsroom's root is looked for.

    Returns:
        One line for each article, with more below it where a person has to look; and the exit code: 0 done, 1 stale,
        3 an article could not be read.

    Raises:
        WorkbenchError: a mistake of the caller's, or a table that does not hold (nothing is written then).
    """
    desk = ClaimDesk(working_directory, as_of)
    names = desk.names(paths)
    unread: list[str] = []
    fresh: list[Drawn] = []
    with desk.hold(not only_check):
        for path in names:
            try:
                fresh.append(desk.draw(path, names[path]))
            except Unreadable as error:
                unread.append(f"{path}: not read: {error}")
        stale = [drawn for drawn in fresh if not _same(drawn)]
        for drawn in stale if not only_check else ():
            desk.put(drawn)
    orphans = _orphans(desk.root, set(names.values())) if any(not drawn.old for drawn in fresh) else {}
    lines = [*_lines(fresh, stale, only_check), *_renamed(fresh, orphans), *unread]
    return "".join(f"{line}\n" for line in lines), _INCOMPLETE if unread else _STALE if only_check and stale else _OK


def _lines(fresh: Sequence[Drawn], stale: Sequence[Drawn], only_check: bool) -> Iterator[str]:
    for drawn in fresh:
        count = len(drawn.rows)
        state = "up to date" if drawn not in stale else "stale: run `workbench claims`" if only_check else "written"
        changed = [row for row in drawn.rows if row["presence"] == "changed"]
        gone = sum(row["presence"] == "gone" for row in drawn.rows)
        parts = [f"{len(changed)} changed, confirm"] * bool(changed) + [f"{gone} gone"] * bool(gone)
        told = f" ({'; '.join(parts)})" if parts else ""
        yield f"{drawn.name}: {count} claim{'' if count == 1 else 's'}{told}, {state}"
        for row in changed[:_TOLD]:
            yield f"  confirm “{_short(row['text'])}”: {likeness.told(row['was'], row['text']) or 'reworded'}"
        if len(changed) > _TOLD:
            yield f"  and {len(changed) - _TOLD} more, marked “changed” in the table"


def _renamed(fresh: Sequence[Drawn], orphans: Mapping[str, Sequence[merging.Line]]) -> Iterator[str]:
    """Offers the verdicts of a table whose article is gone and whose claims stand in a new article."""
    for drawn in fresh:
        if any(merging.written(row) for row in drawn.rows):
            continue  # people have begun anew; nothing may be put over that
        best, most = "", 0
        for name, old in orphans.items():
            count = sum(merging.written(row) for row in merging.same_claims(drawn.rows, old).values())
            if count > most and count >= _HALF * sum(map(merging.written, old)):
                best, most = name, count
        if best:
            claims = f"{most} reviewed claim{' stands' if most == 1 else 's stand'}"
            yield (
                f"  {claims} also in {best}, whose article is gone. If the article was renamed, take them along:"
                f" move {best} over {drawn.name}, then run `workbench claims` again"
            )


def _orphans(root: Path, names: set[str]) -> dict[str, Sequence[merging.Line]]:
    """Claim tables that hold people's work and whose article is not there: name → rows."""
    folder, suffixes = root / "claims", engine.suffixes()
    found: dict[str, Sequence[merging.Line]] = {}
    for place in sorted(folder.rglob("*.csv")):
        name = place.relative_to(folder).with_suffix("").as_posix()
        shown = f"claims/{name}.csv"
        if name in names or shown in RESERVED or any((root / "articles" / f"{name}{end}").exists() for end in suffixes):
            continue
        try:
            rows = claim_table.read(place, shown)
        except WorkbenchError:
            continue  # some other table, or one that its own article's run will complain about
        if any(map(merging.written, rows)):
            found[shown] = rows
    return found


def _same(drawn: Drawn) -> bool:
    """Whether the file says what would be written; line ends of another system and a BOM are no difference."""
    try:
        return drawn.before.decode("utf-8-sig").replace("\r\n", "\n") == drawn.text
    except UnicodeDecodeError:
        return False


def _short(text: str, longest: int = 70) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"
