"""Teams, people and what belongs to them."""

import sqlalchemy as sa
from alembic import op

from volunteer_app.storage import types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_skill()
    _create_team()
    _create_person()
    _create_leave()
    _create_membership()
    _create_person_change()
    _create_qualification()
    _create_search_document()


def _create_skill() -> None:
    op.create_table(
        "skill",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("includes", sa.JSON(), nullable=False),
        sa.Column("needs_paper", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_skill")),
        sa.UniqueConstraint("office_id", "name", name=op.f("uq_skill_office_id_name")),
    )


def _create_team() -> None:
    op.create_table(
        "team",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("emergency", sa.Boolean(), nullable=False),
        sa.Column("adult_only", sa.Boolean(), nullable=False),
        sa.Column("min_crew", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.CheckConstraint("kind IN ('volunteer', 'backbone', 'professional', 'recruited')", name=op.f("ck_team_kind")),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_team")),
        sa.UniqueConstraint("office_id", "code", name=op.f("uq_team_office_id_code")),
    )


def _create_person() -> None:
    op.create_table(
        "person",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("pinyin", sa.String(), nullable=False),
        sa.Column("pinyin_key", sa.String(), nullable=False),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("birth", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("phone2", sa.String(), nullable=False),
        sa.Column("office_phone", sa.String(), nullable=False),
        sa.Column("community_id", types.UuidKey(), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("political", sa.String(), nullable=False),
        sa.Column("id_type", sa.String(), nullable=False),
        sa.Column("id_number_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id_number_index", sa.LargeBinary(), nullable=True),
        sa.Column("id_tail_index", sa.LargeBinary(), nullable=True),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("emergency_contact", sa.String(), nullable=False),
        sa.Column("emergency_phone", sa.String(), nullable=False),
        sa.Column("availability", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("created_at", types.AwareTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.CheckConstraint("sex IN ('0', '1', '2', '9')", name=op.f("ck_person_sex")),
        sa.CheckConstraint("status IN ('active', 'inactive', 'withdrawn', 'erased')", name=op.f("ck_person_status")),
        sa.ForeignKeyConstraint(
            ["office_id", "community_id"],
            ["community.office_id", "community.id"],
            name=op.f("fk_person_office_id_community_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_person")),
        sa.UniqueConstraint("office_id", "id_number_index", name=op.f("uq_person_office_id_id_number_index")),
        sa.UniqueConstraint("office_id", "number", name=op.f("uq_person_office_id_number")),
    )
    op.create_index(op.f("ix_person_id_tail_index"), "person", ["id_tail_index"], unique=False)
    op.create_index("ix_person_listing", "person", ["office_id", "status", "pinyin_key", "id"], unique=False)
    op.create_index("ix_person_name", "person", ["office_id", "name"], unique=False)
    op.create_index("ix_person_phone", "person", ["office_id", "phone"], unique=False)


def _create_leave() -> None:
    op.create_table(
        "leave",
        sa.Column("person_id", types.UuidKey(), nullable=False),
        sa.Column("starts_at", types.AwareTime(), nullable=False),
        sa.Column("ends_at", types.AwareTime(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_leave_span")),
        sa.ForeignKeyConstraint(
            ["office_id", "person_id"],
            ["person.office_id", "person.id"],
            name=op.f("fk_leave_office_id_person_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_leave")),
    )
    op.create_index("ix_leave_person", "leave", ["office_id", "person_id", "ends_at"], unique=False)


def _create_membership() -> None:
    op.create_table(
        "membership",
        sa.Column("person_id", types.UuidKey(), nullable=False),
        sa.Column("team_id", types.UuidKey(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("is_main", sa.Boolean(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.CheckConstraint("role IN ('leader', 'deputy', 'liaison', 'member')", name=op.f("ck_membership_role")),
        sa.ForeignKeyConstraint(
            ["office_id", "person_id"],
            ["person.office_id", "person.id"],
            name=op.f("fk_membership_office_id_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "team_id"],
            ["team.office_id", "team.id"],
            name=op.f("fk_membership_office_id_team_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_membership")),
    )
    op.create_index("ix_membership_person", "membership", ["office_id", "person_id"], unique=False)
    op.create_index("ix_membership_team", "membership", ["office_id", "team_id", "person_id"], unique=False)


def _create_person_change() -> None:
    op.create_table(
        "person_change",
        sa.Column("person_id", types.UuidKey(), nullable=False),
        sa.Column("at", types.AwareTime(), nullable=False),
        sa.Column("operator_id", types.UuidKey(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("old", sa.String(), nullable=False),
        sa.Column("new", sa.String(), nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id", "person_id"],
            ["person.office_id", "person.id"],
            name=op.f("fk_person_change_office_id_person_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_person_change")),
    )
    op.create_index("ix_person_change_person", "person_change", ["office_id", "person_id", "at"], unique=False)


def _create_qualification() -> None:
    op.create_table(
        "qualification",
        sa.Column("person_id", types.UuidKey(), nullable=False),
        sa.Column("skill_id", types.UuidKey(), nullable=False),
        sa.Column("paper_number", sa.String(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("id", types.UuidKey(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id", "person_id"],
            ["person.office_id", "person.id"],
            name=op.f("fk_qualification_office_id_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "skill_id"],
            ["skill.office_id", "skill.id"],
            name=op.f("fk_qualification_office_id_skill_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f("pk_qualification")),
    )
    op.create_index("ix_qualification_person", "qualification", ["office_id", "person_id"], unique=False)
    op.create_index("ix_qualification_skill", "qualification", ["office_id", "skill_id", "person_id"], unique=False)


def _create_search_document() -> None:
    op.create_table(
        "search_document",
        sa.Column("doc", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("office_id", types.UuidKey(), nullable=False),
        sa.Column("person_id", types.UuidKey(), nullable=False),
        sa.Column("names", sa.String(), nullable=False),
        sa.Column("pinyin", sa.String(), nullable=False),
        sa.Column("numbers", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id", "person_id"],
            ["person.office_id", "person.id"],
            name=op.f("fk_search_document_office_id_person_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("doc", name=op.f("pk_search_document")),
        sa.UniqueConstraint("office_id", "person_id", name=op.f("uq_search_document_office_id_person_id")),
    )
