"""Everything the placement check asks about a set of people around a stretch of time, in two SELECTs.

The repositories' PlacementFacts asks the same for a few people; here whole weeks are judged at once.
"""

import json
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Date, Select, String, and_, cast, literal, null, select, union_all
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeEngine

from volunteer_app.domain.availability import Leave
from volunteer_app.domain.ids import LeaveId, MembershipId, PersonId, QualificationId, SkillId, TeamId
from volunteer_app.domain.people import BirthDate, PersonStatus
from volunteer_app.domain.placement import Duty, PersonFacts
from volunteer_app.domain.shifts import Abilities, Assignment, AssignmentState
from volunteer_app.domain.skills import Qualification, Skill
from volunteer_app.domain.span import Span
from volunteer_app.domain.teams import MemberRole, Membership
from volunteer_app.storage.records.people import (
    LeaveRecord,
    MembershipRecord,
    PersonRecord,
    QualificationRecord,
    SkillRecord,
)
from volunteer_app.storage.records.shifts import AssignmentRecord
from volunteer_app.storage.repositories.assignments import to_assignment
from volunteer_app.storage.repositories.facts import abilities_on, days_touched, expired_on, teams_on
from volunteer_app.storage.types import AwareTime, UuidKey
from volunteer_app.storage.unit_of_work import Reader, UnitOfWork

WhichPeople = Select[uuid.UUID] | CompoundSelect[uuid.UUID]
_SHAPE: dict[str, type[TypeEngine[Any]]] = {
    "id": UuidKey,
    "owner": UuidKey,
    "about": UuidKey,
    "word": String,
    "first": Date,
    "last": Date,
    "starts": AwareTime,
    "ends": AwareTime,
}


@dataclass(frozen=True, slots=True)
class CrewMember:
    """A person with all that decides where they may be placed. `assignments`: held and displaced."""

    id: PersonId
    name: str
    status: PersonStatus
    birth: BirthDate | None
    availability: int | None
    assignments: tuple[Assignment, ...]
    memberships: tuple[Membership, ...] = ()
    papers: tuple[Qualification, ...] = ()
    leaves: tuple[Leave, ...] = ()

    def duties(self) -> tuple[Duty, ...]:
        return tuple(Duty(a.shift_id, a.span) for a in self.assignments if a.state is AssignmentState.HELD)


@dataclass(frozen=True, slots=True)
class Crew:
    """The people, and what their skills include."""

    members: Mapping[PersonId, CrewMember]
    skills: Mapping[SkillId, Skill]
    zone: tzinfo

    def facts(self, person_id: PersonId, span: Span, duties: Iterable[Duty]) -> PersonFacts:
        """As the check wants them for a shift of this span, with these duties beside it."""
        member = self.members[person_id]
        first, last = days_touched(span, self.zone)
        return PersonFacts(
            person_id=person_id,
            status=member.status,
            birth=member.birth,
            availability=member.availability,
            leaves=member.leaves,
            duties=tuple(duties),
            abilities=abilities_on(member.memberships, member.papers, self.skills, first=first, last=last),
            expired_skills=expired_on(member.papers, self.skills, first=first, last=last),
            team_ids=teams_on(member.memberships, first),
        )


@dataclass(slots=True)
class CrewFacts:
    """Answers like the repositories' PlacementFacts, out of memory: for placing a whole week of people."""

    crew: Crew
    _new: dict[PersonId, list[Duty]] = field(default_factory=lambda: defaultdict(list))

    def remember(self, person_id: PersonId, duty: Duty) -> None:
        """A place given meanwhile."""
        self._new[person_id].append(duty)

    def of_people(self, person_ids: Sequence[PersonId], span: Span) -> dict[PersonId, PersonFacts]:
        members = self.crew.members
        return {
            each: self.crew.facts(each, span, (*members[each].duties(), *self._new[each]))
            for each in person_ids
            if each in members
        }

    def abilities_of(self, person_ids: Sequence[PersonId], span: Span) -> dict[PersonId, Abilities]:
        return {person_id: self.crew.facts(person_id, span, ()).abilities for person_id in person_ids}


def load_crew(transaction: Reader | UnitOfWork, who: WhichPeople, around: Span, zone: tzinfo) -> Crew:
    """The people named by `who` with the places and the leave of theirs that touch the span."""
    belongings = _Belongings()
    for kind, *columns in transaction.session.execute(_belongings(transaction.office_id, who, around)):
        belongings.add(kind, columns)
    people: dict[PersonId, CrewMember] = {}
    places: dict[PersonId, list[Assignment]] = defaultdict(list)
    for id_, name, status, birth, availability, place in transaction.session.execute(
        _people(transaction.office_id, who, around)
    ):
        person_id = PersonId(id_)
        if place is not None:
            places[person_id].append(to_assignment(place))
        if person_id not in people:
            born = BirthDate.from_iso(birth) if birth else None
            people[person_id] = CrewMember(person_id, name, PersonStatus(status), born, availability, ())
    members = {id_: belongings.with_all(member, places[id_]) for id_, member in people.items()}
    return Crew(members, belongings.skills, zone)


class _Belongings:
    """Sorts the rows of the union by person."""

    def __init__(self) -> None:
        self.memberships: dict[PersonId, list[Membership]] = defaultdict(list)
        self.papers: dict[PersonId, list[Qualification]] = defaultdict(list)
        self.leaves: dict[PersonId, list[Leave]] = defaultdict(list)
        self.skills: dict[SkillId, Skill] = {}

    def add(self, kind: str, columns: Sequence[Any]) -> None:
        id_, person_id, about, word, from_on, to_on, starts_at, ends_at = columns
        match kind:
            case "member":
                self.memberships[person_id].append(_membership(id_, person_id, about, word, (from_on, to_on)))
            case "paper":
                paper = Qualification(QualificationId(id_), person_id, SkillId(about), expires_on=to_on)
                self.papers[person_id].append(paper)
            case "leave":
                self.leaves[person_id].append(Leave(LeaveId(id_), person_id, Span(starts_at, ends_at)))
            case "skill":
                includes = tuple(SkillId(uuid.UUID(other)) for other in json.loads(word))
                self.skills[SkillId(id_)] = Skill(SkillId(id_), "", includes)

    def with_all(self, member: CrewMember, places: Sequence[Assignment]) -> CrewMember:
        return CrewMember(
            member.id,
            member.name,
            member.status,
            member.birth,
            member.availability,
            tuple(places),
            tuple(self.memberships[member.id]),
            tuple(self.papers[member.id]),
            tuple(self.leaves[member.id]),
        )


def _membership(
    id_: uuid.UUID, person_id: PersonId, team_id: uuid.UUID, role: str, days: tuple[date | None, date | None]
) -> Membership:
    from_on, to_on = days
    return Membership(MembershipId(id_), person_id, TeamId(team_id), MemberRole(role), from_on=from_on, to_on=to_on)


def _people(
    office_id: uuid.UUID, who: WhichPeople, around: Span
) -> Select[uuid.UUID, str, str, str | None, int | None, AssignmentRecord]:
    places = and_(
        AssignmentRecord.office_id == PersonRecord.office_id,
        AssignmentRecord.person_id == PersonRecord.id,
        AssignmentRecord.state.in_([AssignmentState.HELD, AssignmentState.DISPLACED]),
        AssignmentRecord.starts_at < around.end,
        AssignmentRecord.ends_at > around.start,
    )
    return (
        select(
            PersonRecord.id,
            PersonRecord.name,
            PersonRecord.status,
            PersonRecord.birth,
            PersonRecord.availability,
            AssignmentRecord,
        )
        .outerjoin(AssignmentRecord, places)
        .where(PersonRecord.office_id == office_id, PersonRecord.id.in_(who))
        .order_by(AssignmentRecord.id)
    )


def _belongings(office_id: uuid.UUID, who: WhichPeople, around: Span) -> CompoundSelect[Any]:
    """Memberships, papers, leave and skills as rows of one shape."""
    member, paper, leave, skill = MembershipRecord, QualificationRecord, LeaveRecord, SkillRecord
    memberships = _shaped(
        "member",
        id=member.id,
        owner=member.person_id,
        about=member.team_id,
        word=member.role,
        first=member.from_on,
        last=member.to_on,
    ).where(member.office_id == office_id, member.person_id.in_(who))
    papers = _shaped("paper", id=paper.id, owner=paper.person_id, about=paper.skill_id, last=paper.expires_on).where(
        paper.office_id == office_id, paper.person_id.in_(who)
    )
    leaves = _shaped("leave", id=leave.id, owner=leave.person_id, starts=leave.starts_at, ends=leave.ends_at).where(
        leave.office_id == office_id,
        leave.person_id.in_(who),
        leave.starts_at < around.end,
        leave.ends_at > around.start,
    )
    skills = _shaped("skill", id=skill.id, word=cast(skill.includes, String)).where(skill.office_id == office_id)
    return union_all(memberships, papers, leaves, skills)


def _shaped(kind: str, **given: InstrumentedAttribute[Any] | ColumnElement[Any]) -> Select[Any]:
    """Each column in its place; what a kind does not have is null of the right type, as PostgreSQL wants it."""
    columns = [(given[name] if name in given else cast(null(), type_)).label(name) for name, type_ in _SHAPE.items()]
    return select(literal(kind).label("kind"), *columns)


def people_in(office_id: uuid.UUID, starting: Span) -> Select[uuid.UUID]:
    """Everybody with a place, held or displaced, in a shift that starts in the span."""
    return select(AssignmentRecord.person_id).where(
        AssignmentRecord.office_id == office_id,
        AssignmentRecord.state.in_([AssignmentState.HELD, AssignmentState.DISPLACED]),
        AssignmentRecord.starts_at >= starting.start,
        AssignmentRecord.starts_at < starting.end,
    )


def these_people(office_id: uuid.UUID, person_ids: Sequence[PersonId]) -> Select[uuid.UUID]:
    return select(PersonRecord.id).where(PersonRecord.office_id == office_id, PersonRecord.id.in_(person_ids))
