"""Posts, shifts, and the plan. Taking a place is one conditional UPDATE, so two desks cannot take the last one."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from volunteer_app.domain.changes import Topic
from volunteer_app.domain.errors import ChangedElsewhere, NoPlaceLeft, ShiftHasAttendance
from volunteer_app.domain.ids import CommunityId, NeedId, PostId, ShiftId, SkillId, TeamId
from volunteer_app.domain.shifts import (
    Hazard,
    Need,
    NeedKind,
    Post,
    Shift,
    ShiftState,
)
from volunteer_app.domain.span import Span
from volunteer_app.domain.teams import MemberRole
from volunteer_app.storage.batches import in_batches
from volunteer_app.storage.records.calls import AttendanceRecord
from volunteer_app.storage.records.shifts import NeedRecord, PostRecord, ShiftRecord
from volunteer_app.storage.repositories.base import Repository


class Posts(Repository):
    """Places of duty."""

    def all(self) -> tuple[Post, ...]:
        return tuple(map(to_post, sorted(self.every(PostRecord), key=lambda record: record.position)))

    def get(self, post_id: PostId) -> Post:
        return to_post(self.one(PostRecord, post_id))

    def add(self, post: Post) -> None:
        self.session.add(self._record(post))
        self.session.flush()
        self.notebook.note("post.added", post.id, Topic.SHIFTS)

    def save(self, post: Post) -> None:
        self.one(PostRecord, post.id)
        self.session.merge(self._record(post))
        self.session.flush()
        self.notebook.note("post.changed", post.id, Topic.SHIFTS)

    def _record(self, post: Post) -> PostRecord:
        return PostRecord(
            office_id=self.office_id,
            id=post.id,
            name=post.name,
            place=post.place,
            community_id=post.community_id,
            team_id=post.team_id,
            hazard=post.hazard,
            organiser=post.organiser,
            person_in_charge=post.person_in_charge,
            active=post.active,
            position=post.position,
        )


class Shifts(Repository):
    """Shifts with their needs."""

    def get(self, shift_id: ShiftId) -> Shift:
        record = self.one(ShiftRecord, shift_id)
        return to_shift(record, self._needs([shift_id]).get(shift_id, ()))

    def between(self, span: Span) -> tuple[Shift, ...]:
        """Shifts that start in the span, in order of start."""
        query = (
            select(ShiftRecord)
            .where(
                ShiftRecord.office_id == self.office_id,
                ShiftRecord.starts_at >= span.start,
                ShiftRecord.starts_at < span.end,
            )
            .order_by(ShiftRecord.starts_at, ShiftRecord.id)
        )
        records = list(self.session.scalars(query))
        needs = self._needs([ShiftId(record.id) for record in records])
        return tuple(to_shift(record, needs.get(ShiftId(record.id), ())) for record in records)

    def add_many(self, shifts: Sequence[Shift]) -> None:
        """For whole weeks at once: one audit line."""
        self.session.add_all(map(self._record, shifts))
        self.session.flush()
        self.session.add_all(self._need_record(shift.id, need) for shift in shifts for need in shift.needs)
        self.session.flush()
        self.notebook.note("shift.added_many", None, Topic.SHIFTS, count=len(shifts))

    def _record(self, shift: Shift) -> ShiftRecord:
        return ShiftRecord(
            office_id=self.office_id,
            id=shift.id,
            post_id=shift.post_id,
            team_id=shift.team_id,
            starts_at=shift.span.start,
            ends_at=shift.span.end,
            state=shift.state,
            note=shift.note,
            published_version=shift.published_version,
            published_at=shift.published_at,
        )

    def add(self, shift: Shift) -> Shift:
        record = self._record(shift)
        self.session.add(record)
        self.session.flush()
        self.session.add_all(self._need_record(shift.id, need) for need in shift.needs)
        self.session.flush()
        self.notebook.note("shift.added", shift.id, Topic.SHIFTS)
        return replace(shift, version=record.version)

    def save(self, shift: Shift) -> Shift:
        """Write the shift's own fields, not its needs. Raises ChangedElsewhere on a stale copy."""
        record = self.one(ShiftRecord, shift.id)
        if record.version != shift.version:
            raise ChangedElsewhere("shift", shift.id)
        record.post_id, record.team_id = shift.post_id, shift.team_id
        record.starts_at, record.ends_at = shift.span.start, shift.span.end
        record.state, record.note = shift.state, shift.note
        record.published_version, record.published_at = shift.published_version, shift.published_at
        self.session.flush()
        self.notebook.note("shift.changed", shift.id, Topic.SHIFTS)
        return replace(shift, version=record.version)

    def save_needs(self, shift: Shift) -> None:
        """These needs and no others. A need with people cannot shrink below them: raises NoPlaceLeft."""
        stored = {NeedId(record.id): record for record in self._need_records([shift.id])}
        for need in shift.needs:
            record = stored.pop(need.id, None)
            if record is None:
                self.session.add(self._need_record(shift.id, need))
                continue
            if need.count < record.taken:
                raise NoPlaceLeft(need.id, record.taken)
            record.kind, record.count, record.position = need.kind, need.count, need.position
            record.role, record.skill_id = need.role, need.skill_id
        for need_id, record in stored.items():
            if record.taken:
                raise NoPlaceLeft(need_id, record.taken)
            record.count = 0
        self.session.flush()
        self.notebook.note("shift.needs", shift.id, Topic.SHIFTS)

    def refuse_if_attended(self, shift_id: ShiftId) -> None:
        """Raises ShiftHasAttendance (product.md rule 9)."""
        query = select(AttendanceRecord.id).where(
            AttendanceRecord.office_id == self.office_id,
            AttendanceRecord.shift_id == shift_id,
            AttendanceRecord.retracted_at.is_(None),
        )
        if present := len(self.session.scalars(query).all()):
            raise ShiftHasAttendance(shift_id, present)

    def _needs(self, shift_ids: Sequence[ShiftId]) -> dict[ShiftId, tuple[Need, ...]]:
        grouped: dict[ShiftId, list[Need]] = {}
        for record in self._need_records(shift_ids):
            if record.count:
                grouped.setdefault(ShiftId(record.shift_id), []).append(to_need(record))
        return {shift_id: tuple(needs) for shift_id, needs in grouped.items()}

    def _need_records(self, shift_ids: Sequence[ShiftId]) -> list[NeedRecord]:
        records: list[NeedRecord] = []
        for batch in in_batches(shift_ids):
            query = select(NeedRecord).where(NeedRecord.office_id == self.office_id, NeedRecord.shift_id.in_(batch))
            records.extend(self.session.scalars(query.order_by(NeedRecord.position, NeedRecord.id)))
        return records

    def _need_record(self, shift_id: ShiftId, need: Need) -> NeedRecord:
        return NeedRecord(
            office_id=self.office_id,
            id=need.id,
            shift_id=shift_id,
            kind=need.kind,
            count=need.count,
            role=need.role,
            skill_id=need.skill_id,
            taken=0,
            position=need.position,
        )


def to_post(record: PostRecord) -> Post:
    return Post(
        id=PostId(record.id),
        name=record.name,
        place=record.place,
        community_id=None if record.community_id is None else CommunityId(record.community_id),
        team_id=None if record.team_id is None else TeamId(record.team_id),
        hazard=Hazard(record.hazard),
        organiser=record.organiser,
        person_in_charge=record.person_in_charge,
        active=record.active,
        position=record.position,
    )


def to_need(record: NeedRecord) -> Need:
    return Need(
        id=NeedId(record.id),
        kind=NeedKind(record.kind),
        count=record.count,
        role=None if record.role is None else MemberRole(record.role),
        skill_id=None if record.skill_id is None else SkillId(record.skill_id),
        taken=record.taken,
        position=record.position,
    )


def to_shift(record: ShiftRecord, needs: tuple[Need, ...]) -> Shift:
    return Shift(
        id=ShiftId(record.id),
        post_id=PostId(record.post_id),
        span=Span(record.starts_at, record.ends_at),
        needs=needs,
        team_id=None if record.team_id is None else TeamId(record.team_id),
        state=ShiftState(record.state),
        note=record.note,
        published_version=record.published_version,
        published_at=record.published_at,
        version=record.version,
    )
