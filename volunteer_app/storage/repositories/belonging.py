"""What belongs to a person: the teams they are in, the papers they hold, the leave they take."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select, update

from volunteer_app.domain.availability import Leave
from volunteer_app.domain.changes import Topic
from volunteer_app.domain.ids import LeaveId, MembershipId, PersonId, QualificationId, SkillId, TeamId
from volunteer_app.domain.skills import Qualification
from volunteer_app.domain.span import Span
from volunteer_app.domain.teams import MemberRole, Membership
from volunteer_app.storage.batches import in_batches
from volunteer_app.storage.records.people import LeaveRecord, MembershipRecord, QualificationRecord
from volunteer_app.storage.repositories.base import Repository


class Memberships(Repository):
    """Who is in which team."""

    def of_people(self, person_ids: Sequence[PersonId]) -> dict[PersonId, tuple[Membership, ...]]:
        grouped: dict[PersonId, list[Membership]] = {person_id: [] for person_id in person_ids}
        for batch in in_batches(person_ids):
            query = select(MembershipRecord).where(
                MembershipRecord.office_id == self.office_id, MembershipRecord.person_id.in_(batch)
            )
            for record in self.session.scalars(query.order_by(MembershipRecord.is_main.desc(), MembershipRecord.id)):
                grouped[PersonId(record.person_id)].append(to_membership(record))
        return {person_id: tuple(memberships) for person_id, memberships in grouped.items()}

    def of_team(self, team_id: TeamId) -> tuple[Membership, ...]:
        query = select(MembershipRecord).where(
            MembershipRecord.office_id == self.office_id, MembershipRecord.team_id == team_id
        )
        return tuple(map(to_membership, self.session.scalars(query)))

    def add(self, membership: Membership) -> None:
        self.session.add(self._record(membership))
        self.session.flush()
        self.notebook.note("membership.added", membership.person_id, Topic.PEOPLE, team=membership.team_id)

    def add_many(self, memberships: Sequence[Membership]) -> None:
        """For imports: one audit line."""
        self.session.add_all(map(self._record, memberships))
        self.session.flush()
        self.notebook.note("membership.added_many", None, Topic.PEOPLE, count=len(memberships))

    def _record(self, membership: Membership) -> MembershipRecord:
        return MembershipRecord(
            office_id=self.office_id,
            id=membership.id,
            person_id=membership.person_id,
            team_id=membership.team_id,
            role=membership.role,
            title=membership.title,
            is_main=membership.is_main,
            from_on=membership.from_on,
            to_on=membership.to_on,
        )

    def save(self, membership: Membership) -> None:
        record = self.one(MembershipRecord, membership.id)
        record.role, record.title, record.is_main = membership.role, membership.title, membership.is_main
        record.from_on, record.to_on = membership.from_on, membership.to_on
        self.session.flush()
        self.notebook.note("membership.changed", membership.person_id, Topic.PEOPLE, team=membership.team_id)

    def remove(self, membership: Membership) -> None:
        """Only for undoing a membership that was just added; leaving a team is a `to_on` date."""
        self.session.delete(self.one(MembershipRecord, membership.id))
        self.session.flush()
        self.notebook.note("membership.removed", membership.person_id, Topic.PEOPLE, team=membership.team_id)

    def clear_main(self, person_id: PersonId) -> None:
        self.session.execute(
            update(MembershipRecord)
            .where(MembershipRecord.office_id == self.office_id, MembershipRecord.person_id == person_id)
            .values(is_main=False)
        )


class Papers(Repository):
    """What people can do, and until when it is proved; and their leave."""

    def of_people(self, person_ids: Sequence[PersonId]) -> dict[PersonId, tuple[Qualification, ...]]:
        grouped: dict[PersonId, list[Qualification]] = {person_id: [] for person_id in person_ids}
        for batch in in_batches(person_ids):
            query = select(QualificationRecord).where(
                QualificationRecord.office_id == self.office_id, QualificationRecord.person_id.in_(batch)
            )
            for record in self.session.scalars(query):
                grouped[PersonId(record.person_id)].append(to_qualification(record))
        return {person_id: tuple(items) for person_id, items in grouped.items()}

    def replace_for(self, person_id: PersonId, qualifications: Iterable[Qualification]) -> None:
        """These and no others."""
        wanted = {q.id: q for q in qualifications}
        query = select(QualificationRecord).where(
            QualificationRecord.office_id == self.office_id, QualificationRecord.person_id == person_id
        )
        for record in self.session.scalars(query):
            kept = wanted.pop(QualificationId(record.id), None)
            if kept is None:
                self.session.delete(record)
            else:
                record.skill_id, record.paper_number, record.expires_on = (
                    kept.skill_id,
                    kept.paper_number,
                    kept.expires_on,
                )
        self.session.add_all(self._record(qualification) for qualification in wanted.values())
        self.session.flush()
        self.notebook.note("person.papers", person_id, Topic.PEOPLE)

    def add_many(self, qualifications: Sequence[Qualification]) -> None:
        self.session.add_all(map(self._record, qualifications))
        self.session.flush()
        self.notebook.note("person.papers_many", None, Topic.PEOPLE, count=len(qualifications))

    def add(self, qualification: Qualification) -> None:
        self.session.add(self._record(qualification))
        self.session.flush()
        self.notebook.note("person.papers", qualification.person_id, Topic.PEOPLE)

    def _record(self, q: Qualification) -> QualificationRecord:
        return QualificationRecord(
            office_id=self.office_id,
            id=q.id,
            person_id=q.person_id,
            skill_id=q.skill_id,
            paper_number=q.paper_number,
            expires_on=q.expires_on,
        )


class Leaves(Repository):
    """Dated exceptions to when people are free."""

    def of_people(self, person_ids: Sequence[PersonId], span: Span) -> dict[PersonId, tuple[Leave, ...]]:
        """Leave that touches the span."""
        grouped: dict[PersonId, list[Leave]] = {person_id: [] for person_id in person_ids}
        for batch in in_batches(person_ids):
            query = select(LeaveRecord).where(
                LeaveRecord.office_id == self.office_id,
                LeaveRecord.person_id.in_(batch),
                LeaveRecord.starts_at < span.end,
                LeaveRecord.ends_at > span.start,
            )
            for record in self.session.scalars(query):
                grouped[PersonId(record.person_id)].append(to_leave(record))
        return {person_id: tuple(items) for person_id, items in grouped.items()}

    def add(self, leave: Leave) -> None:
        self.session.add(
            LeaveRecord(
                office_id=self.office_id,
                id=leave.id,
                person_id=leave.person_id,
                starts_at=leave.span.start,
                ends_at=leave.span.end,
                reason=leave.reason,
            )
        )
        self.session.flush()
        self.notebook.note("leave.added", leave.person_id, Topic.PEOPLE)

    def remove(self, leave: Leave) -> None:
        self.session.delete(self.one(LeaveRecord, leave.id))
        self.session.flush()
        self.notebook.note("leave.removed", leave.person_id, Topic.PEOPLE)


def to_membership(record: MembershipRecord) -> Membership:
    return Membership(
        id=MembershipId(record.id),
        person_id=PersonId(record.person_id),
        team_id=TeamId(record.team_id),
        role=MemberRole(record.role),
        title=record.title,
        is_main=record.is_main,
        from_on=record.from_on,
        to_on=record.to_on,
    )


def to_qualification(record: QualificationRecord) -> Qualification:
    return Qualification(
        id=QualificationId(record.id),
        person_id=PersonId(record.person_id),
        skill_id=SkillId(record.skill_id),
        paper_number=record.paper_number,
        expires_on=record.expires_on,
    )


def to_leave(record: LeaveRecord) -> Leave:
    span = Span(record.starts_at, record.ends_at)
    return Leave(id=LeaveId(record.id), person_id=PersonId(record.person_id), span=span, reason=record.reason)
