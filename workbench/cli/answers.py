"""What the commands share: the day, how wide to write, and putting an answer where it is wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench import files
from workbench.errors import Usage

if TYPE_CHECKING:
    from workbench.model import View

ArticleName = Annotated[str, typer.Argument(metavar="ARTICLE", help="Its path, or its name below articles/.")]
ClaimName = Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id in the article, or its first digits.")]
AsOf = Annotated[str, typer.Option(metavar="DATE", help="The day to check for; default: today.")]


def done(result: tuple[str, int]) -> None:
    """Print an answer and end with its exit code."""
    text, code = result
    put(text, "")
    raise typer.Exit(code)


def view(output: str, held_back: bool, everything: bool) -> View:
    """How the person at the terminal, or behind `--output`, wants to see a report."""
    from workbench.model import View  # see above

    colour = not output and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return View(width=width(), colour=colour, held_back=held_back, everything=everything)


def day_of(text: str) -> date:
    """The day of `--as-of`, today without it.

    Raises:
        Usage: it is no date in ISO form.
    """
    if not text:
        return date.today()  # the only place that asks for the date; the newsroom's own day is meant
    try:
        day = date.fromisoformat(text)
        if day.isoformat() != text:
            raise ValueError(text)
        return day
    except ValueError as error:
        raise Usage(f"--as-of: “{text}” is no date; write it as 2026-11-25") from error


def width() -> int:
    """Columns to write in."""
    return min(110, os.get_terminal_size().columns) if sys.stdout.isatty() else 100


def put(text: str | Iterable[str], output: str) -> None:
    """Write to this place, or print where it is empty; a long text comes in pieces.

    Raises:
        Usage: the place cannot be written.
    """
    data = _encoded((text,) if isinstance(text, str) else text)
    if not output:
        sys.stdout.buffer.writelines(data)
        sys.stdout.buffer.flush()
        return
    place = Path(output)
    try:
        if place.exists() and not place.is_file():  # a device or a pipe is written to, never replaced
            with place.open("wb") as file:
                file.writelines(data)
        else:
            files.replace(place, data)
    except OSError as error:
        raise Usage(f"--output: {output} cannot be written ({error.strerror}); choose another place") from error


def _encoded(parts: Iterable[str]) -> Iterator[bytes]:
    for part in parts:
        yield part.encode("utf-8", "backslashreplace")
