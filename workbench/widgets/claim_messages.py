"""Messages of the claim grid, held to their form before anything is done with them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from workbench.widgets.messages import Malformed

_Name = Annotated[str, Meta(min_length=1, max_length=500)]
_Cell = Annotated[str, Meta(max_length=30_000)]  # as a cell of the table: a spreadsheet's holds 32,767 characters
_Request = Annotated[str, Meta(pattern="^[0-9A-Za-z-]{8,64}$")]
_MANY = 20_000  # cells of one message


class Cell(Struct, frozen=True, forbid_unknown_fields=True):
    """A cell that a person changed: in `column` of the claim `id`, from `before` to `value`."""

    id: _Name
    column: Literal["standing", "evidence", "note", "was"]
    before: _Cell
    value: _Cell


class Choose(Struct, frozen=True, tag="choose", tag_field="type", forbid_unknown_fields=True):
    """The person wants the claims of another article, or this one's read again."""

    name: _Name


class Save(Struct, frozen=True, tag="save", tag_field="type", forbid_unknown_fields=True):
    """The person saves; `request` names this message, so that one sent twice is done once."""

    name: _Name
    cells: Annotated[list[Cell], Meta(min_length=1, max_length=_MANY)]
    request: _Request


class Go(Struct, frozen=True, tag="go", tag_field="type", forbid_unknown_fields=True):
    """The person goes to another tab of the same page."""

    tab: Literal["library", "consistency", "sources"]


def of_claims(content: Any) -> Choose | Save | Go:
    """Read a message of the claim grid; raises `Malformed`."""
    try:
        message: Choose | Save | Go = msgspec.convert(content, Choose | Save | Go)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Malformed(str(error)) from error
    if isinstance(message, Save) and any(cell.column == "was" and cell.value for cell in message.cells):
        raise Malformed("an old wording can be confirmed, not written")
    return message
