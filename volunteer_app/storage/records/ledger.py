"""What was imported and what was printed: batches that can be undone, sheets that keep their version."""

import uuid
from datetime import datetime

from sqlalchemy import Index
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
    """One person the import wrote: what stood there before (JSON; empty when new), and a digest of what it left."""

    __tablename__ = "import_step"
    __table_args__ = (
        belongs_to("import_batch", "batch_id", ondelete="CASCADE"),
        belongs_to("person", "person_id"),
        Index("ix_import_step_batch", "office_id", "batch_id"),
        Index("ix_import_step_person", "office_id", "person_id"),
    )
    batch_id: Mapped[uuid.UUID]
    person_id: Mapped[uuid.UUID]
    before: Mapped[str]
    after_digest: Mapped[str]


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
