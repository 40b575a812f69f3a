"""The review queue in SQL: what was found, what people decided, and a history that nobody can rewrite.

The only owner of SQLAlchemy and Alembic. Nothing here asks for the date or the time; callers say when.
"""

from workbench.review.connection import QueueUnavailable
from workbench.review.outcome import Outcome
from workbench.review.people import Person
from workbench.review.recording import Seen
from workbench.review.store import Store

__all__ = ["Outcome", "Person", "QueueUnavailable", "Seen", "Store"]
