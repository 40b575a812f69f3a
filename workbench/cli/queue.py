"""`workbench queue …`: the review queue. Its many commands stand beside, a file for each noun."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

_NOUNS = ("findings", "reviews", "pages", "claims", "records", "import", "digest", "trust", "conflicts")


class _Later(TyperGroup):
    """The commands are made when one of them is asked for; everything else starts without them."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, in the order of the help."""
        return list(self._made)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name."""
        return self._made.get(cmd_name)

    @cached_property
    def _made(self) -> dict[str, Any]:
        whole = typer.Typer(rich_markup_mode=None)
        for noun in _NOUNS:
            import_module(f"workbench.cli.queue_{noun}").add_to(whole)
        return dict(get_group(whole).commands)


queue = typer.Typer(
    cls=_Later,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="The review queue: what needs a decision, and deciding it.",
)
