"""What the search box looks in: one document a person, with an explicit integer key for the full-text index."""

import uuid

from sqlalchemy import ForeignKeyConstraint, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from volunteer_app.storage.records.base import Record


class SearchDocumentRecord(Record):
    """The words of one person as the index holds them (a contentless index keeps no text of its own)."""

    __tablename__ = "search_document"
    __table_args__ = (
        UniqueConstraint("office_id", "person_id"),
        ForeignKeyConstraint(["office_id", "person_id"], ["person.office_id", "person.id"], ondelete="CASCADE"),
    )
    doc: Mapped[int] = mapped_column(Integer, primary_key=True, init=False, autoincrement=True)
    office_id: Mapped[uuid.UUID]
    person_id: Mapped[uuid.UUID]
    names: Mapped[str]
    pinyin: Mapped[str]
    numbers: Mapped[str]
