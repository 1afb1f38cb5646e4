"""Run by Alembic: brings the tables up to date in the transaction of whoever opens the file."""

from __future__ import annotations

from alembic import context

from onrecord.store.pragmas import APPLICATION_ID
from onrecord.store.tables.schema_upkeep import metadata


def migrate() -> None:
    """Run the revisions that are due, then note in the file's header whose it is, and its version.

    The transaction is the caller's: everything is done, or nothing.
    """
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=metadata,
        transactional_ddl=True,
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    (revision,) = context.get_context().get_current_heads()
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {int(revision)}")


migrate()
