"""What was known about an article at the end of a day, as a dossier tells it: plain data, no database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from workbench.model import Claim, Finding
from workbench.review.moves import Approval
from workbench.review.wording import Row


class Page(Struct, frozen=True):
    """The page on the site: its state, the hash of its text, where it can be read and since when it says that.

    `held` is the moment from which it has been off the site, "" = it is on it or was never there.
    """

    state: str = "none"
    text_hash: str = ""
    address: str = ""
    since: str = ""
    held: str = ""


class Text(Struct, frozen=True):
    """A revision: its number, the SHA-256 of its source text, that text, and the day on which it was first read."""

    number: int
    text_hash: str
    text: str
    read_on: str


class Use(Struct, frozen=True):
    """The same claim on another page that was on the site that day."""

    article: str
    title: str
    address: str
    state: str  # of the claim there


class Told(Struct, frozen=True):
    """A claim of the text with its standing that day, what it rested on, and who had said so.

    `at` is where it stands in the source text, None where that cannot be told; `value` what was known of its fact.
    """

    claim: Claim
    at: tuple[int, int] | None
    state: str = "unsubstantiated"
    source: str = ""
    version: str = ""
    locator: str = ""
    fact: str = ""
    value: Mapping[str, Any] = {}
    step: Row | None = None
    elsewhere: tuple[Use, ...] = ()


class Found(Struct, frozen=True):
    """A finding of the text; `words` tell the decision that stood about it that day, "" = nobody had decided."""

    finding: Finding
    state: str
    words: str


class Signed(Struct, frozen=True):
    """An approval with the step that gave it."""

    approval: Approval
    step: Row


class Complaint(Struct, frozen=True):
    """A complaint with every step about it, oldest first; `state` is what the last of them led to."""

    key: str
    state: str
    steps: tuple[Row, ...]

    def given(self, name: str) -> str:
        """What the newest step that says so says: "words", "deadline", "notice" …"""
        said = (str(step["given"][name]) for step in reversed(self.steps) if step["given"].get(name))
        return next(said, "")


class Records(Struct, frozen=True):
    """The rows behind a dossier, to be verified: every row of the history that is about the article, with its hash.

    Attributes:
        history: in order; `skipped` stands for rows about other articles, of which nothing is told.
        decisions, steps, messages: the rows that the history signs.
        then: the number of the last row of that day. end: the number and the hash of the last row that is told of.
    """

    history: tuple[Mapping[str, Any], ...]
    decisions: tuple[Row, ...]
    steps: tuple[Row, ...]
    messages: tuple[Row, ...]
    then: int
    end: tuple[int, str]


class Papers(Struct, frozen=True, kw_only=True):
    """Everything that a dossier tells.

    `text` is that of the page where it was on the site (or held) that day, else the newest that had been read.
    `complaint` is the one that the dossier is made for; its steps, and the events in `since`, may be of later days.
    """

    article: str
    title: str
    day: str
    country: str
    page: Page
    text: Text
    review: str
    claims: tuple[Told, ...]
    findings: tuple[Found, ...]
    signed: tuple[Signed, ...]
    complaints: tuple[Complaint, ...]
    complaint: Complaint | None
    since: tuple[Row, ...]
    records: Records

    @property
    def live(self) -> bool:
        """Whether the text is that of the page."""
        return self.page.text_hash == self.text.text_hash
