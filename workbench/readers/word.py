"""Word files (.docx): what Word shows of a text with all tracked changes accepted, and where each word stands.

Macros are never run, addresses never visited, and nothing outside the file is read.
"""

from __future__ import annotations

from workbench.config import Limits
from workbench.errors import Unreadable
from workbench.model import Document

SUFFIXES = (".docx", ".docm")


def read(data: bytes, path: str, limits: Limits = Limits()) -> Document:
    """Read a Word file.

    The source text is the words alone, a line for each paragraph; `origins` lead back to paragraph and run.

    Raises:
        Unreadable: it is no Word file, holds macros, or is locked, damaged, too large or made to do harm.
    """
    from workbench.readers._docx.lines import origins
    from workbench.readers._docx.properties import properties
    from workbench.readers._docx.reading import reading
    from workbench.readers._outline import document  # other formats start without all this

    if path.lower().endswith(".docm"):
        raise Unreadable("may hold macros, which are never run here; save it in Word as “Word Document (.docx)”")
    found = reading(data, limits)
    hidden = properties(found.package, found.language)
    return document(path, found.source, found.drafts, {}, hidden=hidden, origins=origins(found.lines))
