"""Imports that can be undone, sheets that keep their version."""

import sqlalchemy as sa
from alembic import op

from volunteer_app.storage import types

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_import_batch()
    _create_sheet_issue()
    _create_import_step()


def _create_import_batch() -> None:
    op.create_table(
        "import_batch",
        sa.Column("at", types.AwareTime(), nullable=False),
        sa.Column("operator_id", types.UuidKey(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("updated", sa.Integer(), nullable=False),
        sa.Column("skipped", sa.Integer(), nullable=False),
        sa.Column("undone_at", types.AwareTime(), nullable=True),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_import_batch")),
    )


def _create_sheet_issue() -> None:
    op.create_table(
        "sheet_issue",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("made_at", types.AwareTime(), nullable=False),
        sa.Column("operator_id", types.UuidKey(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_sheet_issue")),
        sa.UniqueConstraint(
            "office_id", "kind", "scope", "version", name=op.f("uq_sheet_issue_office_id_kind_scope_version")
        ),
    )


def _create_import_step() -> None:
    op.create_table(
        "import_step",
        sa.Column("batch_id", types.UuidKey(), nullable=False),
        sa.Column("person_id", types.UuidKey(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after_digest", sa.String(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id", "batch_id"],
            ["import_batch.office_id", "import_batch.id"],
            name=op.f("fk_import_step_office_id_batch_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "person_id"],
            ["person.office_id", "person.id"],
            name=op.f("fk_import_step_office_id_person_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_import_step")),
    )
    op.create_index("ix_import_step_batch", "import_step", ["office_id", "batch_id"], unique=False)
    op.create_index("ix_import_step_person", "import_step", ["office_id", "person_id"], unique=False)
