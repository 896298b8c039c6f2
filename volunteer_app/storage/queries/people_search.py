"""The search box: one SELECT over the index for the people, one for their teams."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import and_, select

from volunteer_app.domain.ids import PersonId
from volunteer_app.domain.people import PersonStatus
from volunteer_app.domain.text import mask_phone
from volunteer_app.storage.records.office import CommunityRecord
from volunteer_app.storage.records.people import MembershipRecord, PersonRecord, TeamRecord
from volunteer_app.storage.search import matches
from volunteer_app.storage.unit_of_work import Reader

CANDIDATES = 200


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
    statement = (
        select(
            PersonRecord.id,
            PersonRecord.number,
            PersonRecord.name,
            PersonRecord.pinyin,
            PersonRecord.phone,
            PersonRecord.status,
            PersonRecord.pinyin_key,
            CommunityRecord.name.label("community"),
        )
        .outerjoin(
            CommunityRecord,
            and_(CommunityRecord.office_id == PersonRecord.office_id, CommunityRecord.id == PersonRecord.community_id),
        )
        .where(PersonRecord.office_id == reader.office_id, condition)
        .limit(CANDIDATES)
    )
    rows = sorted(reader.session.execute(statement), key=lambda row: _rank(row.name, row.pinyin_key, query))[:limit]
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


def _rank(name: str, key: str, query: str) -> tuple[int, str]:
    """Name starts with it, then its reading does, then anything else; each group by reading."""
    wanted = re.sub(r"[\s'’]", "", query).lower()
    if name.startswith(wanted):
        return (0, key)
    if key.startswith(wanted):
        return (1, key)
    return (2, key)


def _teams(reader: Reader, person_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    statement = (
        select(MembershipRecord.person_id, TeamRecord.short_name, TeamRecord.name)
        .join(
            TeamRecord,
            and_(TeamRecord.office_id == MembershipRecord.office_id, TeamRecord.id == MembershipRecord.team_id),
        )
        .where(MembershipRecord.office_id == reader.office_id, MembershipRecord.person_id.in_(person_ids))
        .order_by(MembershipRecord.is_main.desc(), TeamRecord.position)
    )
    for person_id, short_name, name in reader.session.execute(statement):
        found[person_id].append(short_name or name)
    return found
