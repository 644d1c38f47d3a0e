"""Run by Alembic: migrates over the connection, and inside the transaction, that `rawi.ledger.opening` holds."""

from alembic import context

from rawi.ledger.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True)
context.run_migrations()
