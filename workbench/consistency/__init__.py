"""What articles tell of the same attribute in the same setting, and where they do not agree.

`reading.told` reads one article, once; `conflicts(pages)` compares what many articles told, and needs nothing but that.
A value that is quoted, denied, asked, past, of a study or of somebody else is not told, and an article that tells two
values itself is left to the check of one article. Silence is no agreement: what is not told is not compared.
"""

from workbench.consistency.aside import Values
from workbench.consistency.comparing import as_approved, conflicts
from workbench.consistency.naming import CHECK, heading, value

__all__ = ["CHECK", "Values", "as_approved", "conflicts", "heading", "value"]
