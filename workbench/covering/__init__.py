"""What an approval still covers after an edit: a text's surface, and the signed difference between two of them."""

from workbench.covering.differing import Change, Difference, differ
from workbench.covering.surface import Line, Surface, of, packed, unpacked

__all__ = ["Change", "Difference", "Line", "Surface", "differ", "of", "packed", "unpacked"]
