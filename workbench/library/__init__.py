"""Approved claims: what a newsroom says once, and where its articles use it.

`claims/library.csv` holds the claims, `claims/library-uses.csv` what people decided about their uses. `wording` reads a
sentence, `differing` compares two, `matching` finds the rows a sentence may repeat, `linking` joins it all for one
article. Only the tables are imported with the package: a newsroom without a library pays for nothing else.
"""

from workbench.library.rows import COLUMNS, NAME, STANDINGS, add, filled, in_force, problems, read, swap
from workbench.library.uses import NAME as USES_NAME
from workbench.library.uses import REASON, read_uses, record, take_back

__all__ = [
    "COLUMNS", "NAME", "REASON", "STANDINGS", "USES_NAME", "add", "filled", "in_force", "problems", "read",
    "read_uses", "record", "swap", "take_back",
]  # fmt: skip
