"""Everybody in the office by what a roster can name them with: blind index of the ID, name, phones, community."""

from dataclasses import dataclass

from sqlalchemy import select

from volunteer_app.domain.ids import CommunityId, PersonId
from volunteer_app.domain.people import PersonStatus
from volunteer_app.storage.records.people import PersonRecord
from volunteer_app.storage.unit_of_work import Reader


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """The least that tells whether a row of a roster is somebody we have."""

    id: PersonId
    number: str
    name: str
    phones: tuple[str, ...]
    community_id: CommunityId | None
    id_index: bytes | None
    is_withdrawn: bool


def known_people(reader: Reader) -> tuple[KnownPerson, ...]:
    """Also those whose import was undone, so that they come back instead of being added twice."""
    query = select(
        PersonRecord.id,
        PersonRecord.number,
        PersonRecord.name,
        PersonRecord.phone,
        PersonRecord.phone2,
        PersonRecord.office_phone,
        PersonRecord.community_id,
        PersonRecord.id_number_index,
        PersonRecord.status,
    ).where(PersonRecord.office_id == reader.office_id, PersonRecord.status != PersonStatus.ERASED)
    return tuple(
        KnownPerson(
            id=PersonId(row.id),
            number=row.number,
            name=row.name,
            phones=tuple(phone for phone in (row.phone, row.phone2, row.office_phone) if phone),
            community_id=row.community_id,
            id_index=row.id_number_index,
            is_withdrawn=row.status == PersonStatus.WITHDRAWN,
        )
        for row in reader.session.execute(query)
    )
