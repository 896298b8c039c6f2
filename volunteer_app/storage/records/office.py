"""The office, its communities, its rules, its running numbers."""

import uuid

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from volunteer_app.storage.records.base import OfficeKeyed, Record, unique_in_office


class OfficeRecord(OfficeKeyed, Record):
    """Its own id is its office id, so that this table is keyed like all others."""

    __tablename__ = "office"
    name: Mapped[str]
    short_name: Mapped[str]
    duty_phone: Mapped[str]
    area_code: Mapped[str]
    division_code: Mapped[str]
    muster_point: Mapped[str]
    sheet_prefix: Mapped[str]
    is_demo: Mapped[bool] = mapped_column(default=False)


class CommunityRecord(OfficeKeyed, Record):
    __tablename__ = "community"
    __table_args__ = (unique_in_office("code"),)
    code: Mapped[str]
    name: Mapped[str]
    aliases: Mapped[list[str]] = mapped_column(JSON)
    muster_point: Mapped[str]
    position: Mapped[int]


class RunningNumberRecord(Record):
    """Numbers shown to people run per office, without gaps; never a database sequence."""

    __tablename__ = "running_number"
    office_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int]


class OfficeRuleRecord(Record):
    """A rule of the office that belongs to the data, not to one PC (pauses, limits, thresholds)."""

    __tablename__ = "office_rule"
    office_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
