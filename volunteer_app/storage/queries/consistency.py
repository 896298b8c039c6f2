"""Counts of rows that contradict one another, for the self-check."""

from sqlalchemy import and_, func, select

from volunteer_app.domain.people import PersonStatus
from volunteer_app.domain.shifts import AssignmentState
from volunteer_app.storage.records.people import PersonRecord
from volunteer_app.storage.records.search import SearchDocumentRecord
from volunteer_app.storage.records.shifts import AssignmentRecord, NeedRecord
from volunteer_app.storage.unit_of_work import Reader


def needs_miscounted(reader: Reader) -> int:
    """Needs whose counter is not the number of places held."""
    held = (
        select(func.count())
        .where(
            AssignmentRecord.office_id == NeedRecord.office_id,
            AssignmentRecord.need_id == NeedRecord.id,
            AssignmentRecord.state == AssignmentState.HELD,
        )
        .scalar_subquery()
    )
    query = select(func.count()).where(NeedRecord.office_id == reader.office_id, NeedRecord.taken != held)
    return reader.session.scalar(query) or 0


def people_not_indexed(reader: Reader) -> int:
    """People in the lists whom the search box cannot find."""
    query = (
        select(func.count())
        .select_from(PersonRecord)
        .outerjoin(
            SearchDocumentRecord,
            and_(
                SearchDocumentRecord.office_id == PersonRecord.office_id,
                SearchDocumentRecord.person_id == PersonRecord.id,
            ),
        )
        .where(
            PersonRecord.office_id == reader.office_id,
            PersonRecord.status.in_([PersonStatus.ACTIVE, PersonStatus.INACTIVE]),
            SearchDocumentRecord.doc.is_(None),
        )
    )
    return reader.session.scalar(query) or 0
