"""The records of the newsroom: the file that CI reads, the history, and the table of moves."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from workbench import decisions, files
from workbench.errors import Usage
from workbench.queueing.newsroom import Newsroom, Wanted
from workbench.queueing.stepping import INCOMPLETE, OK
from workbench.review import Store
from workbench.review.export import render_history
from workbench.review.moves import printed
from workbench.writers.terminal import clean

_FORMS: dict[str, Literal["csv", "json"]] = {".csv": "csv", ".json": "json"}


def export(wanted: Wanted, working_directory: Path) -> tuple[str, int]:
    """Bring `claims/decisions.csv` in line with the queue, and the queue with rows that only the file has.

    Raises:
        WorkbenchError: no newsroom here, the file does not hold, or the queue cannot be used.
    """
    newsroom = Newsroom(working_directory, wanted)
    with newsroom.open() as store:  # opening does both
        store.export()
    count = len(decisions.read(newsroom.root))
    return f"{decisions.NAME}: {count} decision{'' if count == 1 else 's'}.\n", OK


def audit(wanted: Wanted, working_directory: Path, to: str = "") -> tuple[str, int]:
    """Verify the history's chain: every row follows the one before it, every decision has its row.

    Args:
        wanted: as for the others.
        working_directory: where the caller works.
        to: a file that takes the whole history, ending in .csv or .json; "" = none.

    Returns:
        What is wrong, a line each; 0 where nothing is, else 3: the history cannot be relied on.

    Raises:
        WorkbenchError: the file cannot be written, or the queue cannot be used.
    """
    if to and Path(to).suffix.lower() not in _FORMS:
        raise Usage(f"--export: {clean(to)} ends in neither .csv nor .json; name a file that does")
    with Newsroom(working_directory, wanted).open(checks=False) as store:
        exported = _export(store, working_directory / to) if to else ""
        wrong = store.verify()
    if not wrong:
        return f"The history is whole: every row follows the one before it.\n{exported}", OK
    return "\n".join(
        ["The history was changed by hand:", *(f"  {clean(line)}" for line in wrong), exported]
    ), INCOMPLETE


def rules() -> tuple[str, int]:
    """Who may do what, from which state to which: the table that every step is judged by."""
    return f"{printed()}\n", OK


def _export(store: Store, path: Path) -> str:
    rows = store.events()
    try:
        files.replace(path, render_history(rows, _FORMS[path.suffix.lower()]).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise Usage(f"--export: {path} cannot be written ({error.strerror}); choose another place") from error
    return f"{clean(path.name)}: {len(rows)} row{'' if len(rows) == 1 else 's'}.\n"
