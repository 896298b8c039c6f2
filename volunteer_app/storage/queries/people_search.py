"""The search box: one SELECT over the index for the people, one for their teams."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from volunteer_app.domain.ids import PersonId
from volunteer_app.domain.people import PersonStatus
from volunteer_app.domain.text import mask_phone
from volunteer_app.storage.queries.joins import named_by
from volunteer_app.storage.queries.roster_filter import closeness
from volunteer_app.storage.records.office import CommunityRecord
from volunteer_app.storage.records.people import MembershipRecord, PersonRecord, TeamRecord
from volunteer_app.storage.search import matches
from volunteer_app.storage.unit_of_work import Reader


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """One person as a result list shows them, the phone masked."""

    id: PersonId
    number: str
    name: str
    pinyin: str
    phone_masked: str
    community: str
    teams: tuple[str, ...]
    active: bool


def find_people(reader: Reader, query: str, limit: int) -> tuple[FoundPerson, ...]:
    """People found by every part of the query, best first, at most `limit`."""
    condition = matches(query, reader.session.get_bind().dialect.name)
    if condition is None:
        return ()
    # Half an office shares the head of a phone number, and no name is closer to a number than another.
    best_first = () if query.strip().isdigit() else (closeness(query), PersonRecord.pinyin_key, PersonRecord.id)
    statement = (
        select(
            PersonRecord.id,
            PersonRecord.number,
            PersonRecord.name,
            PersonRecord.pinyin,
            PersonRecord.phone,
            PersonRecord.status,
            CommunityRecord.name.label("community"),
        )
        .outerjoin(CommunityRecord, named_by(PersonRecord.community_id, CommunityRecord))
        .where(PersonRecord.office_id == reader.office_id, condition)
        .order_by(*best_first)
        .limit(limit)
    )
    rows = reader.session.execute(statement).all()
    teams = _teams(reader, [row.id for row in rows])
    return tuple(
        FoundPerson(
            id=PersonId(row.id),
            number=row.number,
            name=row.name,
            pinyin=row.pinyin,
            phone_masked=mask_phone(row.phone),
            community=row.community or "",
            teams=tuple(teams[row.id]),
            active=row.status == PersonStatus.ACTIVE,
        )
        for row in rows
    )


def _teams(reader: Reader, person_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    statement = (
        select(MembershipRecord.person_id, TeamRecord.short_name, TeamRecord.name)
        .join(TeamRecord, named_by(MembershipRecord.team_id, TeamRecord))
        .where(MembershipRecord.office_id == reader.office_id, MembershipRecord.person_id.in_(person_ids))
        .order_by(MembershipRecord.is_main.desc(), TeamRecord.position)
    )
    for person_id, short_name, name in reader.session.execute(statement):
        found[person_id].append(short_name or name)
    return found
