"""The words of the approvals table, and which of its rows count for an article on its day."""

from __future__ import annotations

from datetime import date

from workbench.facts import SEPARATOR, Row, Table, last_day
from workbench.model import Article

GRANTED = ("approved", "cleared")  # bear an approval out
REFUSED = ("not approved", "off-label common", "investigational")  # contradict it
LAPSED = ("withdrawn",)  # contradict it where it is told as still true
PARTIAL = ("approved in part",)  # nothing is judged on such a use
UNLISTED = "any unlisted use"  # the label lists all uses: contradicts an approval that is claimed, and nothing else
ANY_USE = ("any use", "any other use", UNLISTED)  # stand for all uses without a row of their own
INSTITUTIONS = ("institution", "product class")  # count only where a regulator is named
LASTING = ("institution", "product class", "supplement", "compounded")  # no single product can be approved away from it
KNOWN = (*GRANTED, *REFUSED, *LAPSED, *PARTIAL)
MAX_AGE = 60  # months
_SURE = ("high", "medium")
_UNDATED = "date of the source not known"


class Day:
    """The day on which an article is checked; the article asks for no other clock."""

    def __init__(self, today: date, max_age_months: int = MAX_AGE) -> None:
        self.today, self.max_age = today, max_age_months

    def past(self, row: Row, lasting: tuple[str, ...] = ()) -> str:
        """Why a row may no longer accuse anybody; empty while it may.

        Args:
            row: with "valid_until" and "as_of" as ISO days, months or years; a row without an "as_of" is of unknown
                age: it accuses as long as it is of high or medium confidence.
            lasting: kinds of row that a passing year does not change.
        """
        if row["valid_until"] and row["valid_until"] < self.today.isoformat():
            return f"was valid until {row['valid_until']}"
        if row.get("kind", "") in lasting:
            return ""
        read = last_day(row["as_of"])
        if read is None:
            return "" if row["confidence"] in _SURE else "has no date and is of low confidence"
        age = (self.today.year - read.year) * 12 + self.today.month - read.month
        return f"is of {row['as_of']}, older than {self.max_age} months" if age > self.max_age else ""


def shown(row: Row, columns: tuple[str, ...]) -> dict[str, str]:
    """A row as evidence shows it: these columns, and in words where nobody knows how old its source is."""
    return {name: row[name] or (_UNDATED if name == "as_of" else "") for name in columns}


def parts(cell: str) -> tuple[str, ...]:
    """The names in a cell."""
    return tuple(part.strip() for part in cell.split(SEPARATOR) if part.strip())


def home(article: Article, jurisdictions: Table) -> str:
    """The jurisdiction of the article's country; the country's own code where the table does not know it.

    Args:
        article: with a declared country.
        jurisdictions: columns "jurisdiction" and "countries" (ISO codes).
    """
    country = article.country
    return next((row["jurisdiction"] for row in jurisdictions if country in parts(row["countries"])), country)
