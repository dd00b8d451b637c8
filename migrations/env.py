"""How Alembic runs the migrations: on the connection it is given, or on the configured database."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from bot.engine.upgrade import tables


def run(connection: Connection) -> None:
    """Run what is asked for in one transaction."""
    context.configure(
        connection=connection,
        target_metadata=tables(),
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    from bot.config import load
    from bot.engine.connect import open_engine

    with open_engine(load(None).database.url, foreign_keys=False).connect() as own:
        run(own)
        own.commit()
