"""`workbench library …`: approved claims and their uses."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.answers import ArticleName, AsOf, ClaimName, day_of, done

library = typer.Typer(no_args_is_help=True, help="The library of approved claims, and where articles use it.")
_Approved = Annotated[str, typer.Argument(metavar="ID", help="As `library list` names it.")]


@library.command("list")
def library_list(
    expired: Annotated[bool, typer.Option("--expired", help="Only claims to be looked at again.")] = False,
    as_of: AsOf = "",
) -> None:
    """List the approved claims with their evidence and what speaks against them."""
    from workbench import approving  # see above

    done(approving.list_claims(day_of(as_of), Path.cwd(), expired))


@library.command()
def uses(id: _Approved, as_of: AsOf = "") -> None:
    """Show where articles use a claim, and how each use differs."""
    from workbench import approving  # see above

    done(approving.uses(day_of(as_of), Path.cwd(), id))


@library.command("suggest")
def library_suggest(article: ArticleName, as_of: AsOf = "") -> None:
    """Show which of an article's claims the library may hold."""
    from workbench import approving  # see above

    done(approving.suggest(day_of(as_of), Path.cwd(), article))


@library.command("accept")
def library_accept(article: ArticleName, claim: ClaimName, id: _Approved, as_of: AsOf = "") -> None:
    """Take an article's claim for a claim of the library."""
    from workbench import approving  # see above

    done(approving.decide(day_of(as_of), Path.cwd(), article, claim, id, "accepted"))


@library.command("refuse")
def library_refuse(article: ArticleName, claim: ClaimName, id: _Approved, as_of: AsOf = "") -> None:
    """Say that an article's claim is not that claim of the library."""
    from workbench import approving  # see above

    done(approving.decide(day_of(as_of), Path.cwd(), article, claim, id, "refused"))


@library.command("renew")
def library_renew(
    id: _Approved,
    expires: Annotated[str, typer.Option(metavar="DATE", help="The day on which somebody has to look again.")],
    evidence: Annotated[str, typer.Option(help="The source that it rests on now; default: the same.")] = "",
    version: Annotated[str, typer.Option(help="The source's version; default: the same.")] = "",
    place: Annotated[str, typer.Option(help="The place in the source; default: the same.")] = "",
    note: Annotated[str, typer.Option(help="Anything to add; default: what stands there.")] = "",
    as_of: AsOf = "",
) -> None:
    """Say that you looked at a claim's evidence again, as a medical reviewer: it holds until another day."""
    from workbench import approving  # see above

    given = approving.Renewal(expires, evidence, place, version, note)
    done(approving.renew(day_of(as_of), Path.cwd(), id, given))


@library.command("add")
def library_add(
    article: ArticleName,
    claim: ClaimName,
    evidence: Annotated[str, typer.Option(help="The source that the claim rests on, with its identifier.")],
    expires: Annotated[str, typer.Option(metavar="DATE", help="The day on which somebody has to look again.")],
    id: Annotated[str, typer.Option(help="A short name; default: the claim's first words.")] = "",
    place: Annotated[str, typer.Option(help="The place in the source.")] = "",
    version: Annotated[str, typer.Option(help="The source's version.")] = "",
    qualifier: Annotated[list[str] | None, typer.Option(help="A phrase that must not be lost; repeatable.")] = None,
    jurisdiction: Annotated[str, typer.Option(help="Codes with | between, or all; default: the article's.")] = "",
    note: Annotated[str, typer.Option(help="Anything to add.")] = "",
    as_of: AsOf = "",
) -> None:
    """Take an article's claim into the library: you approve it, with its evidence, until a day."""
    from workbench import approving  # see above

    new = approving.New(evidence, expires, id, place, version, tuple(qualifier or ()), jurisdiction, note)
    done(approving.add(day_of(as_of), Path.cwd(), article, claim, new))
