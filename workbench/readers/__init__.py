"""The formats an article may be written in: one module each.

    SUFFIXES: tuple[str, ...]   # ".md", in lower case
    def read(data: bytes, path: str, limits: Limits = Limits()) -> Document
        # raises errors.Unreadable; its message leaves the path to the engine

Every reader makes the same blocks of the same article: `_outline.document` gives drafts their sections, lead-ins,
labels, links and furniture; a reader only has to say what it saw.

A reader keeps the source text to the letter and carries, for every block, the map from what it saw to where that
stands in the source. A module whose name begins with `_` is shared by the others and is no reader.
"""
