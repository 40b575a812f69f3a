"""The errors a person can act on; everything else that escapes is our bug.

WorkbenchError
├── Usage           the caller's mistake: paths, options, configuration, a check file (exit 2)
│   └── BadContent  a check, table or decisions file that does not hold; names file, place and remedy
└── Unreadable      one article could not be read; the others are still reported (exit 3)
"""


class WorkbenchError(Exception):
    """Something a person can put right; the message says what happened and what to do next."""

    exit_code = 2


class Usage(WorkbenchError):
    """The caller's mistake, found before anything is read."""


class BadContent(Usage):
    """A content file that does not hold.

    Args:
        where: the file, as a person would write it.
        place: the key, row or line at fault; empty where the whole file is meant.
        problem: what is wrong, and what to do.
    """

    def __init__(self, where: object, place: str, problem: str) -> None:
        spot = f"{where}: {place}" if place else f"{where}"
        super().__init__(f"{spot}: {problem}")


class Unreadable(WorkbenchError):
    """An article that could not be read; the message says why and what to do."""

    exit_code = 3
