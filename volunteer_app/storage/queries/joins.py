"""How the queries of the screens join records of one office. It knows no screen."""

import uuid

from sqlalchemy import ColumnElement, and_
from sqlalchemy.orm import InstrumentedAttribute

from volunteer_app.storage.records.base import OfficeKeyed


def named_by(
    key: InstrumentedAttribute[uuid.UUID] | InstrumentedAttribute[uuid.UUID | None], record: type[OfficeKeyed]
) -> ColumnElement[bool]:
    """The record of the same office that this foreign key names."""
    return and_(record.office_id == key.class_.office_id, record.id == key)
