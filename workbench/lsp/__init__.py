"""The language server: what is wrong with an article, marked in the editor while it is written.

`workbench lsp` talks over stdin and stdout. It needs no newsroom and no configuration; where an editor opens a
newsroom's folder, that newsroom's settings, checks, claims and decisions hold. What it says is said by
`workbench.drafting`, in the words of the gate. The only owner of pygls.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib.util import find_spec

from workbench.errors import Usage


def run(today: Callable[[], date]) -> None:
    """Serve one editor until it goes away.

    Raises:
        Usage: pygls is not installed.
    """
    if find_spec("pygls") is None:
        raise Usage("lsp needs pygls; install it with: pip install 'workbench[lsp]'")
    from workbench.lsp.server import serve

    serve(today)
