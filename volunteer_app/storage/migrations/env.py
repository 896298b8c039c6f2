"""Alembic's environment: runs on the connection that `schema.upgrade` opened, never on one of its own."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=False)
with context.begin_transaction():
    context.run_migrations()
