"""How a column of a table that is in use is told to know more words."""

import sqlalchemy as sa


def alter(connection: sa.Connection, table: str, column: str, _: str, now: str) -> None:
    """On PostgreSQL a constraint is replaced; `now` are the words as SQL lists them."""
    connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT {column}_is_known")
    connection.exec_driver_sql(f'ALTER TABLE {table} ADD CONSTRAINT {column}_is_known CHECK ("{column}" IN ({now}))')


def rebuild(connection: sa.Connection, table: str, column: str, before: str, now: str) -> None:
    """SQLite cannot change what a table checks: the rows move into a table that says it anew, with its old triggers."""
    kept = connection.exec_driver_sql(
        "SELECT type, name, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL", (table,)
    ).fetchall()
    (words,) = (row.sql for row in kept if row.type == "table")
    old = f'CHECK ("{column}" IN ({before}))'
    if words.count(old) != 1 or not words.startswith(f"CREATE TABLE {table} ("):
        raise RuntimeError(f"the table {table} is not what earlier migrations made")
    words = words.replace(old, f'CHECK ("{column}" IN ({now}))')
    if table == "history":
        words = words.replace("article TEXT NOT NULL", "article TEXT", 1)  # it may be about the whole newsroom
    for statement in (
        f"CREATE TEMPORARY TABLE kept_rows AS SELECT * FROM {table}",
        f"DROP TABLE {table}",  # fires no trigger; that is why nobody else may do it
        words,  # under its own name at once: triggers of other tables speak of it
        f"INSERT INTO {table} SELECT * FROM kept_rows",
        "DROP TABLE kept_rows",
    ):
        connection.exec_driver_sql(statement)
    for row in kept:
        if row.type in ("index", "trigger"):
            connection.exec_driver_sql(row.sql)
