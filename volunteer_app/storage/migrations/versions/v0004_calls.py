"""Shift calls, attempts, replies and attendance."""

import sqlalchemy as sa
from alembic import op

from volunteer_app.storage import types

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_call()
    _create_ask()
    _create_attempt()
    _create_skip()
    _create_attendance()
    _create_reply()


def _create_call() -> None:
    op.create_table(
        "call",
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("shift_id", types.UuidKey(), nullable=True),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("round_started_at", types.AwareTime(), nullable=False),
        sa.Column("tiers", sa.JSON(), nullable=False),
        sa.Column("opened_at", types.AwareTime(), nullable=False),
        sa.Column("closes_at", types.AwareTime(), nullable=True),
        sa.Column("ended_at", types.AwareTime(), nullable=True),
        sa.Column("opened_by", types.UuidKey(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'ended')", name=op.f("ck_call_state")),
        sa.ForeignKeyConstraint(
            ["office_id", "shift_id"],
            ["shift.office_id", "shift.id"],
            name=op.f("fk_call_office_id_shift_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_call")),
    )
    op.create_index("ix_call_shift", "call", ["office_id", "shift_id"], unique=False)
    op.create_index(
        "uq_call_open_once",
        "call",
        ["office_id", "shift_id"],
        unique=True,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )


def _create_ask() -> None:
    op.create_table(
        "ask",
        sa.Column("call_id", types.UuidKey(), nullable=False),
        sa.Column("person_id", types.UuidKey(), nullable=False),
        sa.Column("tier", sa.String(), nullable=False),
        sa.Column("position", sa.Double(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id", "call_id"],
            ["call.office_id", "call.id"],
            name=op.f("fk_ask_office_id_call_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "person_id"],
            ["person.office_id", "person.id"],
            name=op.f("fk_ask_office_id_person_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_ask")),
        sa.UniqueConstraint("office_id", "call_id", "person_id", name=op.f("uq_ask_office_id_call_id_person_id")),
    )
    op.create_index("ix_ask_person", "ask", ["office_id", "person_id"], unique=False)


def _create_attempt() -> None:
    op.create_table(
        "attempt",
        sa.Column("call_id", types.UuidKey(), nullable=False),
        sa.Column("ask_id", types.UuidKey(), nullable=False),
        sa.Column("entry_id", types.UuidKey(), nullable=False),
        sa.Column("at", types.AwareTime(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("operator_id", types.UuidKey(), nullable=False),
        sa.Column("retracted_at", types.AwareTime(), nullable=True),
        sa.Column("retracted_by", types.UuidKey(), nullable=True),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id", "ask_id"],
            ["ask.office_id", "ask.id"],
            name=op.f("fk_attempt_office_id_ask_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "call_id"],
            ["call.office_id", "call.id"],
            name=op.f("fk_attempt_office_id_call_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_attempt")),
    )
    op.create_index("ix_attempt_ask", "attempt", ["office_id", "ask_id"], unique=False)
    op.create_index("ix_attempt_call", "attempt", ["office_id", "call_id", "at"], unique=False)
    op.create_index("ix_attempt_phone", "attempt", ["office_id", "phone", "at"], unique=False)


def _create_skip() -> None:
    op.create_table(
        "skip",
        sa.Column("call_id", types.UuidKey(), nullable=False),
        sa.Column("ask_id", types.UuidKey(), nullable=False),
        sa.Column("entry_id", types.UuidKey(), nullable=False),
        sa.Column("at", types.AwareTime(), nullable=False),
        sa.Column("operator_id", types.UuidKey(), nullable=False),
        sa.Column("retracted_at", types.AwareTime(), nullable=True),
        sa.Column("retracted_by", types.UuidKey(), nullable=True),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id", "ask_id"],
            ["ask.office_id", "ask.id"],
            name=op.f("fk_skip_office_id_ask_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "call_id"],
            ["call.office_id", "call.id"],
            name=op.f("fk_skip_office_id_call_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_skip")),
    )
    op.create_index("ix_skip_call", "skip", ["office_id", "call_id", "at"], unique=False)


def _create_attendance() -> None:
    op.create_table(
        "attendance",
        sa.Column("shift_id", types.UuidKey(), nullable=False),
        sa.Column("person_id", types.UuidKey(), nullable=False),
        sa.Column("assignment_id", types.UuidKey(), nullable=True),
        sa.Column("entry_id", types.UuidKey(), nullable=True),
        sa.Column("signed_in_at", types.AwareTime(), nullable=False),
        sa.Column("signed_out_at", types.AwareTime(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("operator_id", types.UuidKey(), nullable=False),
        sa.Column("retracted_at", types.AwareTime(), nullable=True),
        sa.Column("retracted_by", types.UuidKey(), nullable=True),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.CheckConstraint(
            "signed_out_at IS NULL OR signed_out_at >= signed_in_at", name=op.f("ck_attendance_in_before_out")
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "assignment_id"],
            ["assignment.office_id", "assignment.id"],
            name=op.f("fk_attendance_office_id_assignment_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "person_id"],
            ["person.office_id", "person.id"],
            name=op.f("fk_attendance_office_id_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "shift_id"],
            ["shift.office_id", "shift.id"],
            name=op.f("fk_attendance_office_id_shift_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_attendance")),
    )
    op.create_index("ix_attendance_person", "attendance", ["office_id", "person_id", "signed_in_at"], unique=False)
    op.create_index("ix_attendance_shift", "attendance", ["office_id", "shift_id"], unique=False)
    op.create_index(
        "uq_attendance_once",
        "attendance",
        ["office_id", "shift_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("retracted_at IS NULL"),
        postgresql_where=sa.text("retracted_at IS NULL"),
    )


def _create_reply() -> None:
    op.create_table(
        "reply",
        sa.Column("call_id", types.UuidKey(), nullable=False),
        sa.Column("ask_id", types.UuidKey(), nullable=False),
        sa.Column("entry_id", types.UuidKey(), nullable=False),
        sa.Column("attempt_id", types.UuidKey(), nullable=True),
        sa.Column("at", types.AwareTime(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("eta_at", types.AwareTime(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("callback_at", types.AwareTime(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("operator_id", types.UuidKey(), nullable=False),
        sa.Column("effect", sa.String(), nullable=False),
        sa.Column("assignment_id", types.UuidKey(), nullable=True),
        sa.Column("retracted_at", types.AwareTime(), nullable=True),
        sa.Column("retracted_by", types.UuidKey(), nullable=True),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id", "ask_id"],
            ["ask.office_id", "ask.id"],
            name=op.f("fk_reply_office_id_ask_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "assignment_id"],
            ["assignment.office_id", "assignment.id"],
            name=op.f("fk_reply_office_id_assignment_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "attempt_id"],
            ["attempt.office_id", "attempt.id"],
            name=op.f("fk_reply_office_id_attempt_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "call_id"],
            ["call.office_id", "call.id"],
            name=op.f("fk_reply_office_id_call_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_reply")),
    )
    op.create_index("ix_reply_ask", "reply", ["office_id", "ask_id"], unique=False)
    op.create_index("ix_reply_call", "reply", ["office_id", "call_id", "at"], unique=False)
