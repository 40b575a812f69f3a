"""`workbench doctor` and `workbench grammar …`: what this machine has; and the server for editors."""

from __future__ import annotations

from pathlib import Path

import typer

from workbench.cli.answers import AsOf, day_of, put

grammar = typer.Typer(no_args_is_help=True, help="The proofreader for grammar and spelling.")


def doctor() -> None:
    """Show Java, the proofreader, data, packages and their versions, and what each missing piece costs."""
    from workbench import doctor as examining  # `--help` answers without loading the engine

    put(examining.report(Path.cwd()), "")


def lsp(as_of: AsOf = "") -> None:
    """Mark articles in an editor while they are written: a language server on stdin and stdout."""
    from workbench import lsp as serving  # see above

    serving.run(lambda: day_of(as_of))


@grammar.command("install")
def grammar_install() -> None:
    """Set LanguageTool up on this machine: about 100 MB, each file held to its checksum."""
    from workbench.grammar.installing import install  # see above

    put(install() + "\n", "")
