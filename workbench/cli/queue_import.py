"""`workbench queue import|plan|wave|sample|rest|causes`: pages that were live before us, and how they come in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.answers import AsOf, done
from workbench.cli.queue_asked import Article, At, Database, asked
from workbench.errors import Usage

_Reach = Annotated[str, typer.Option(metavar="FILE", help="Page views: columns article (or address) and views.")]
_Size = Annotated[int, typer.Option(min=0, metavar="N", help="Pages; of a sample by section, of the rest by week.")]
_Seed = Annotated[str, typer.Option(help="Of the sample; default: the day.")]


def add_to(queue: typer.Typer) -> None:
    """Give the queue these commands."""
    commands: dict[str, Callable[..., None]] = {
        "import": queue_import, "plan": queue_plan, "wave": queue_wave, "sample": queue_sample, "rest": queue_rest,
        "causes": queue_causes,
    }  # fmt: skip
    for name, command in commands.items():
        queue.command(name)(command)


def queue_import(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Below articles/.")],
    jobs: Annotated[int, typer.Option(min=1, help="Processes to spread the checks over.")] = 1,
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Take pages that were live before us as inherited; none of them comes into the queue."""
    import msgspec  # `--help` answers without loading the engine

    from workbench.queueing import backlog

    wanted = msgspec.structs.replace(asked(as_of, database, at), jobs=jobs)
    done(backlog.import_pages(wanted, Path.cwd(), folder))


def queue_plan(
    wave: Annotated[str, typer.Option(help="harm, reach, sample or rest; default: all in short.")] = "",
    reach: _Reach = "",
    size: _Size = 0,
    seed: _Seed = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Print what a wave would bring into review, why each page, and the hours it costs; nothing is changed."""
    from workbench.queueing import backlog, waves  # see above

    chosen = waves.Wave(wave, reach, size, seed) if wave else None
    done(backlog.plan(asked(as_of, database, at), Path.cwd(), chosen))


def queue_wave(
    wave: Annotated[str, typer.Argument(metavar="WAVE", help="harm, reach, sample or rest.")],
    code: Annotated[str, typer.Argument(metavar="CODE", help="Of the plan that you have seen.")],
    reach: _Reach = "",
    size: _Size = 0,
    seed: _Seed = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Bring exactly the pages of a plan into review; another list is refused and printed anew."""
    from workbench.queueing import backlog, waves  # see above

    chosen = waves.Wave(wave, reach, size, seed)
    done(backlog.enter(asked(as_of, database, at), Path.cwd(), chosen, code))


def queue_sample(as_of: AsOf = "", database: Database = "", at: At = "") -> None:
    """Say what the random samples showed so far, with the bound that follows."""
    from workbench.queueing import backlog  # see above

    done(backlog.samples(asked(as_of, database, at), Path.cwd()))


def queue_rest(
    article: Article,
    what: Annotated[str, typer.Argument(metavar="WHAT", help="keep, merge or retire.")],
    by: Annotated[str, typer.Option(metavar="DATE", help="From this day on it is in review.")],
    into: Annotated[str, typer.Option(metavar="ARTICLE", help="For merge: what takes it up.")] = "",
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """Say that an inherited page is kept, merged or retired, and when it comes into review."""
    from workbench.queueing import backlog  # see above

    done(backlog.settle(asked(as_of, database, at), Path.cwd(), article, what, _day(by), into))


def queue_causes(
    first: Annotated[int, typer.Option(min=0, metavar="N", help="At most so many; 0 = all.")] = 10,
    as_of: AsOf = "",
    database: Database = "",
    at: At = "",
) -> None:
    """List findings that stand in many places, each once, with how to decide them together."""
    from workbench.queueing import backlog  # see above

    done(backlog.causes(asked(as_of, database, at), Path.cwd(), first))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Usage(f"--by: “{text}” is no date; write it as 2027-03-31") from error
