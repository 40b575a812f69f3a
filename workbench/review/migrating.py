"""Bringing a database to the newest form; Alembic is only loaded when there is something to do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError

from workbench.review.connection import QueueUnavailable, called, explained, kind_of, reading

KNOWN = ("0001", "0002", "0003", "0004")  # oldest first; saves loading Alembic to learn that nothing is to do
_MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def migrate(engine: Engine) -> None:
    """Run the migrations that a database lacks, in one transaction.

    Raises:
        QueueUnavailable: the database was written by a newer program, is locked or may not be written.
    """
    with reading(engine) as connection:
        if _up_to_date(connection):
            return
    try:
        with (
            engine.execution_options(writes=True).connect() as connection,
            kind_of(engine).rebuilding(connection),
            connection.begin(),
        ):
            _upgrade(connection)
    except DatabaseError as error:
        raise explained(error, engine) from error


def _up_to_date(connection: Connection) -> bool:
    if not inspect(connection).has_table("alembic_version"):
        return False
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found is not None and found not in KNOWN:
        newer = f"was written by a newer workbench (form {found}, this one knows {KNOWN[-1]}); nothing was changed"
        raise QueueUnavailable(f"{called(connection.engine)} {newer}. Update the workbench.")
    return found == KNOWN[-1]


def _upgrade(connection: Connection) -> None:
    if _up_to_date(connection):  # another process was faster
        return
    engine = connection.engine
    if unfit := kind_of(engine).unfit(connection):
        raise QueueUnavailable(f"{called(engine)} cannot keep the queue: {unfit}. Nothing was changed.")
    from alembic import command  # takes longer to load than most calls take to answer
    from alembic.config import Config

    configuration = Config()
    configuration.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    configuration.attributes["connection"] = connection
    command.upgrade(configuration, "head")
    if broken := kind_of(engine).broken(connection):
        raise QueueUnavailable(f"{called(engine)}: {broken}; it was left as it was.")
