"""`workbench sources …`: what claims rest on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.answers import ArticleName, AsOf, ClaimName, day_of, done

sources = typer.Typer(no_args_is_help=True, help="The sources that claims rest on: kept, and their places confirmed.")


@sources.command("list")
def sources_list() -> None:
    """List the sources, what is wrong with them, and confirmed places to look at again."""
    from workbench import sourcing  # see above

    done(sourcing.list_sources(Path.cwd()))


@sources.command("add")
def sources_add(
    file: Annotated[str, typer.Argument(help="A PDF, text, web page or XML file (JATS, PubMed).")],
    key: Annotated[str, typer.Option(help="A short name, like okafor-2016.")],
    doi: Annotated[list[str] | None, typer.Option(help="Its DOI; default: the only one on its first page.")] = None,
    pmid: Annotated[list[str] | None, typer.Option(help="Its PubMed number.")] = None,
    title: Annotated[str, typer.Option(help="Its title; default: as the file says.")] = "",
    version: Annotated[str, typer.Option(help="What people call this version.")] = "",
    url: Annotated[str, typer.Option(help="Where it was retrieved; claims that link there find it.")] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the place of the source of this key.")] = False,
    as_of: AsOf = "",
) -> None:
    """Copy a source into claims/sources/ and note it in the index."""
    from workbench import sourcing  # see above

    names = (*(one if "10." in one[:20] else f"doi:{one}" for one in doi or ()), *(f"pmid:{one}" for one in pmid or ()))
    done(sourcing.add(day_of(as_of), Path.cwd(), sourcing.New(file, key, names, title, version, url, replace)))


@sources.command("places")
def sources_places(
    article: ArticleName,
    claim: Annotated[str, typer.Argument(metavar="[CLAIM]", help="The claim's id, or its first digits.")] = "",
    as_of: AsOf = "",
) -> None:
    """Show where in their sources an article's claims may stand."""
    from workbench import placing  # see above

    done(placing.places(day_of(as_of), Path.cwd(), article, claim))


@sources.command("confirm")
def sources_confirm(
    article: ArticleName,
    claim: ClaimName,
    number: Annotated[int, typer.Argument(help="Of the place, as `sources places` prints it.")],
    as_of: AsOf = "",
) -> None:
    """Say that a place bears a claim: it becomes substantiated in the claim table, under your name."""
    from workbench import placing  # see above

    done(placing.confirm(day_of(as_of), Path.cwd(), article, claim, number))
