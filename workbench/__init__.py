"""workbench: reads health articles, turns them into claims and checks each, with the same answer everywhere.

In a notebook: `from workbench import read, check, draft`, see `workbench.notebook_use`; and `%load_ext workbench`, see
`workbench.magics`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.notebook_use import check, draft, read

__version__ = "0.1.0"
__all__ = ["check", "draft", "read"]


def __getattr__(name: str) -> Any:
    if name not in __all__:  # loaded when asked for: `import workbench` stays instant
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from workbench import notebook_use

    return getattr(notebook_use, name)


def load_ipython_extension(shell: Any) -> None:
    """`%load_ext workbench`."""
    from workbench import magics

    magics.load(shell)
