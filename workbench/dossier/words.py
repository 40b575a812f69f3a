"""Text of other people as it stands in a dossier: always text, never markup."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from html import escape

from workbench.review.moments import is_day, moment
from workbench.review.wording import Row, day
from workbench.writers.terminal import clean

_HIDDEN = ("Cc", "Cf", "Co", "Cs")
_KEPT = {"\n": "\n", "\t": "\t", "\r": "&#13;"}  # a browser would make a line feed of a bare carriage return


def shown(text: object) -> str:
    """Words in a line."""
    return escape(clean(str(text)))


def source(text: str) -> str:
    """Source text, sign for sign; what cannot be seen is shown as �."""
    return "".join(_KEPT.get(sign) or ("�" if unicodedata.category(sign) in _HIDDEN else escape(sign)) for sign in text)


def when(at: str) -> str:
    """A stored moment or day: "25 Nov 2026, 12:00 UTC"."""
    try:
        return day(at) if is_day(at) else f"{day(at)}, {at[11:16]} {_zone(at)}"
    except ValueError:  # a caller stored what is no moment
        return shown(at) or "an unknown day"


def _zone(at: str) -> str:
    offset = moment(at).utcoffset()
    return "UTC" if not offset else at[-6:]


def who(row: Row) -> str:
    """A person as recorded: "Mara Olsen (mara), editor"."""
    name, id_ = str(row.get("by_name") or ""), str(row["by"])
    told = f"{name} ({id_})" if name and name != id_ else id_
    roles = ", ".join(row.get("roles") or ())
    return shown(f"{told}, {roles}" if roles else told)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table; its cells are HTML already. Nothing where it has no row."""
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    heads = "".join(f"<th scope=col>{name}</th>" for name in head)
    return f"<div class=wide><table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>" if body else ""


def pairs(rows: Iterable[tuple[str, str]]) -> str:
    """A table of labels and HTML; a row without content is left out."""
    body = "".join(f"<tr><th scope=row>{name}</th><td>{cell}</td></tr>" for name, cell in rows if cell)
    return f"<table class=pairs>{body}</table>" if body else ""
