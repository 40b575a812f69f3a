"""Who works in the newsroom, as `[people]` says, and how it reviews, as `[review]` says.

    [people.ines]
    name = "Ines Calder"
    roles = ["editor", "medical reviewer"]
    aliases = ["ines.calder@news.example"]   # what a proxy, JupyterHub or a computer calls her

    [review]
    people = 1                 # a newsroom of one: a second pass a day later stands in for the second person
    days = 5                   # how long an article may wait
    minutes = 2                # that a decision is assumed to take in plans, until enough were timed here
    warnings = true            # a warning that nobody decided bars the editorial approval, like an error
    database = "postgresql+psycopg://queue@db.example/queue"   # where the queue lies; never with a password
    branch = "decisions"       # the git branch that claims/decisions.csv is committed to
    header = "X-Remote-User"   # in which a proxy names the person; trusted by `serve --behind-proxy` alone
    address = "https://queue.news.example/"   # under which people reach the queue through that proxy

Ids stand in `claims/decisions.csv` and in the history for good, so they are short and plain. People who are not named
read only, once anybody is named.
"""

from __future__ import annotations

from msgspec import Struct

from workbench.staff.members import ROLES, Member, read_members
from workbench.staff.reviewing import Review, read_review

__all__ = ["NOBODY", "ROLES", "Member", "Review", "Staff", "read_members", "read_review"]


class Staff(Struct, frozen=True):
    """Everybody who is named; `header` as in `Review`, and `alone` for a newsroom of one."""

    members: tuple[Member, ...] = ()
    header: str = ""
    alone: bool = False

    def known(self, name: str) -> Member | None:
        """The person with this id or alias, letter by letter; None for anybody else."""
        return next((member for member in self.members if name in (member.id, *member.aliases)), None)

    def holding(self, *roles: str) -> tuple[Member, ...]:
        """The people who hold one of these roles: those whom a refusal can name."""
        return tuple(member for member in self.members if set(roles) & set(member.roles))


NOBODY = Staff()
