"""What was imported and what was printed: batches that can be undone, sheets that keep their version."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped

from volunteer_app.storage.records.base import OfficeKeyed, Record, belongs_to, unique_in_office


class ImportBatchRecord(OfficeKeyed, Record):
    """One accepted import. It can be undone for 7 days."""

    __tablename__ = "import_batch"
    at: Mapped[datetime]
    operator_id: Mapped[uuid.UUID]
    file_name: Mapped[str]
    added: Mapped[int]
    updated: Mapped[int]
    skipped: Mapped[int]
    undone_at: Mapped[datetime | None]


class ImportStepRecord(OfficeKeyed, Record):
    """One row the import wrote, with what stood there before (JSON; empty when the row was new)."""

    __tablename__ = "import_step"
    __table_args__ = (
        belongs_to("import_batch", "batch_id", ondelete="CASCADE"),
        Index("ix_import_step_batch", "office_id", "batch_id"),
        CheckConstraint("kind IN ('person', 'membership')", name="kind"),
    )
    batch_id: Mapped[uuid.UUID]
    kind: Mapped[str]
    subject_id: Mapped[uuid.UUID]
    before: Mapped[str]
    version_after: Mapped[int]


class SheetIssueRecord(OfficeKeyed, Record):
    """A printed or saved sheet: the same content keeps its version, a changed one gets the next."""

    __tablename__ = "sheet_issue"
    __table_args__ = (unique_in_office("kind", "scope", "version"),)
    kind: Mapped[str]
    scope: Mapped[str]
    version: Mapped[int]
    content_hash: Mapped[str]
    made_at: Mapped[datetime]
    operator_id: Mapped[uuid.UUID]
    content: Mapped[str]
