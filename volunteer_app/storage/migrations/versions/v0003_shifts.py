"""Posts, shifts, needs and the plan."""

import sqlalchemy as sa
from alembic import op

from volunteer_app.storage import types

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_post()
    _create_shift()
    _create_need()
    _create_assignment()
    _index_assignment()
    _create_publication()


def _create_post() -> None:
    op.create_table(
        "post",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("community_id", types.UuidKey(), nullable=True),
        sa.Column("team_id", types.UuidKey(), nullable=True),
        sa.Column("hazard", sa.String(), nullable=False),
        sa.Column("organiser", sa.String(), nullable=False),
        sa.Column("person_in_charge", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.CheckConstraint("hazard IN ('none', 'emergency', 'traffic')", name=op.f("ck_post_hazard")),
        sa.ForeignKeyConstraint(
            ["office_id", "team_id"],
            ["team.office_id", "team.id"],
            name=op.f("fk_post_office_id_team_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "community_id"],
            ["community.office_id", "community.id"],
            name=op.f("fk_post_office_id_community_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_post")),
    )


def _create_shift() -> None:
    op.create_table(
        "shift",
        sa.Column("post_id", types.UuidKey(), nullable=False),
        sa.Column("team_id", types.UuidKey(), nullable=True),
        sa.Column("starts_at", types.AwareTime(), nullable=False),
        sa.Column("ends_at", types.AwareTime(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("published_version", sa.Integer(), nullable=False),
        sa.Column("published_at", types.AwareTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.CheckConstraint("state IN ('planned', 'cancelled')", name=op.f("ck_shift_state")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_shift_span")),
        sa.ForeignKeyConstraint(
            ["office_id", "post_id"],
            ["post.office_id", "post.id"],
            name=op.f("fk_shift_office_id_post_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "team_id"],
            ["team.office_id", "team.id"],
            name=op.f("fk_shift_office_id_team_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_shift")),
    )
    op.create_index("ix_shift_starts_at", "shift", ["office_id", "starts_at"], unique=False)
    op.create_index("ix_shift_team", "shift", ["office_id", "team_id", "starts_at"], unique=False)


def _create_need() -> None:
    op.create_table(
        "need",
        sa.Column("shift_id", types.UuidKey(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("skill_id", types.UuidKey(), nullable=True),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.CheckConstraint("kind IN ('heads', 'role', 'skill')", name=op.f("ck_need_kind")),
        sa.CheckConstraint("count >= 0 AND taken >= 0 AND taken <= count", name=op.f("ck_need_taken_within_count")),
        sa.ForeignKeyConstraint(
            ["office_id", "shift_id"],
            ["shift.office_id", "shift.id"],
            name=op.f("fk_need_office_id_shift_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "skill_id"],
            ["skill.office_id", "skill.id"],
            name=op.f("fk_need_office_id_skill_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_need")),
    )
    op.create_index("ix_need_shift", "need", ["office_id", "shift_id"], unique=False)


def _create_assignment() -> None:
    op.create_table(
        "assignment",
        sa.Column("shift_id", types.UuidKey(), nullable=False),
        sa.Column("need_id", types.UuidKey(), nullable=False),
        sa.Column("person_id", types.UuidKey(), nullable=False),
        sa.Column("starts_at", types.AwareTime(), nullable=False),
        sa.Column("ends_at", types.AwareTime(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("is_leader", sa.Boolean(), nullable=False),
        sa.Column("override_reason", sa.String(), nullable=False),
        sa.Column("overridden", sa.JSON(), nullable=False),
        sa.Column("published_version", sa.Integer(), nullable=True),
        sa.Column("created_at", types.AwareTime(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.CheckConstraint(
            "source IN ('board', 'paste', 'call', 'auto_fill', 'on_the_spot', 'demo')",
            name=op.f("ck_assignment_source"),
        ),
        sa.CheckConstraint("state IN ('held', 'released', 'displaced')", name=op.f("ck_assignment_state")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_assignment_span")),
        sa.ForeignKeyConstraint(
            ["office_id", "need_id"],
            ["need.office_id", "need.id"],
            name=op.f("fk_assignment_office_id_need_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "person_id"],
            ["person.office_id", "person.id"],
            name=op.f("fk_assignment_office_id_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "shift_id"],
            ["shift.office_id", "shift.id"],
            name=op.f("fk_assignment_office_id_shift_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_assignment")),
    )


def _index_assignment() -> None:
    op.create_index("ix_assignment_person", "assignment", ["office_id", "person_id", "starts_at"], unique=False)
    op.create_index("ix_assignment_starts_at", "assignment", ["office_id", "starts_at"], unique=False)
    op.create_index("ix_assignment_shift", "assignment", ["office_id", "shift_id"], unique=False)
    op.create_index(
        "uq_assignment_held_once",
        "assignment",
        ["office_id", "shift_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("state = 'held'"),
        postgresql_where=sa.text("state = 'held'"),
    )


def _create_publication() -> None:
    op.create_table(
        "publication",
        sa.Column("shift_id", types.UuidKey(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", types.AwareTime(), nullable=False),
        sa.Column("operator_id", types.UuidKey(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=True),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id", "shift_id"],
            ["shift.office_id", "shift.id"],
            name=op.f("fk_publication_office_id_shift_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_publication")),
        sa.UniqueConstraint("office_id", "shift_id", "version", name=op.f("uq_publication_office_id_shift_id_version")),
    )
