"""The office, its rules, its operators and their audit chain."""

import sqlalchemy as sa
from alembic import op

from volunteer_app.storage import types

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_audit_entry()
    _create_audit_head()
    _create_community()
    _create_office()
    _create_office_rule()
    _create_operator()
    _create_running_number()


def _create_audit_entry() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", types.AwareTime(), nullable=False),
        sa.Column("operator_id", types.UuidKey(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject_kind", sa.String(), nullable=False),
        sa.Column("subject_id", types.UuidKey(), nullable=True),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_audit_entry")),
        sa.UniqueConstraint("office_id", "seq", name=op.f("uq_audit_entry_office_id_seq")),
    )
    op.create_index("ix_audit_entry_at", "audit_entry", ["office_id", "at"], unique=False)


def _create_audit_head() -> None:
    op.create_table(
        "audit_head",
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", name=op.f("pk_audit_head")),
    )


def _create_community() -> None:
    op.create_table(
        "community",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("muster_point", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_community")),
        sa.UniqueConstraint("office_id", "code", name=op.f("uq_community_office_id_code")),
    )


def _create_office() -> None:
    op.create_table(
        "office",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("duty_phone", sa.String(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("division_code", sa.String(), nullable=False),
        sa.Column("muster_point", sa.String(), nullable=False),
        sa.Column("sheet_prefix", sa.String(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_office")),
    )


def _create_office_rule() -> None:
    op.create_table(
        "office_rule",
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "name", name=op.f("pk_office_rule")),
    )


def _create_operator() -> None:
    op.create_table(
        "operator",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", types.AwareTime(), nullable=True),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.CheckConstraint("role IN ('admin', 'duty', 'viewer')", name=op.f("ck_operator_role")),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_operator")),
        sa.UniqueConstraint("office_id", "name", name=op.f("uq_operator_office_id_name")),
    )


def _create_running_number() -> None:
    op.create_table(
        "running_number",
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "name", name=op.f("pk_running_number")),
    )
