"""Plans: gives people places in shifts and takes them back, makes, moves and cancels shifts. It decides no rule itself.

Each method is one transaction and gives back the steps that undo it; `replay` takes those. All of it stays a draft
until it is published.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from volunteer_app.domain.changes import Changes
from volunteer_app.domain.errors import InvalidField
from volunteer_app.domain.findings import Finding
from volunteer_app.domain.ids import AssignmentId, NeedId, PersonId, PostId, ShiftId, TeamId, new_id
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.placement import Duty, PlacementRefused, ReasonNeeded
from volunteer_app.domain.shifts import Assignment, AssignmentSource, Post, Shift, ShiftState
from volunteer_app.domain.span import Span, day_span
from volunteer_app.services.plan_steps import (
    AddPost,
    AddShift,
    CancelShift,
    Displaced,
    EditPost,
    EditShift,
    MarkLeader,
    PlanStep,
    Release,
    Take,
    UnmarkLeader,
)
from volunteer_app.services.plan_writer import PlanWriter
from volunteer_app.services.progress import Progress
from volunteer_app.services.session import Desk
from volunteer_app.storage.queries.board import posts_and_shifts
from volunteer_app.storage.queries.crew import CrewFacts, load_crew, people_in
from volunteer_app.storage.unit_of_work import UnitOfWork

WEEK = timedelta(days=7)
MARGIN_MINUTES = 2 * 24 * 60


@dataclass(frozen=True, slots=True)
class Skipped:
    """Somebody who could not come along when many were placed at once, and why."""

    person_id: PersonId
    shift_id: ShiftId
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """What was done. `undo`: the steps that take it back. `displaced`: to be asked again."""

    changes: Changes
    undo: tuple[PlanStep, ...]
    displaced: tuple[Displaced, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class PasteMode(StrEnum):
    COPY = "copy"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Onto:
    """Where a cell is pasted: a day at a post, and the shift there if one was chosen."""

    post_id: PostId
    day: date
    shift_id: ShiftId | None = None


class ShiftPlanning:
    """Changes the plan in the operator's name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def assign(self, shift_id: ShiftId, person_id: PersonId, *, reason: str = "") -> Planned:
        """Raises PlacementRefused, or ReasonNeeded when it can be done with a reason."""
        return self.replay([Take(shift_id, person_id)], reason=reason)

    def remove(self, assignment_ids: Sequence[AssignmentId]) -> Planned:
        return self.replay([Release(assignment_id) for assignment_id in assignment_ids])

    def move(self, assignment_id: AssignmentId, to: ShiftId, *, reason: str = "") -> Planned:
        """Out of one shift and into another, or neither. Raises PlacementRefused or ReasonNeeded."""
        with self._write() as uow:
            place = uow.assignments.get(assignment_id)
            writer = self._writer(uow, reason)
            writer.take_all([Release(assignment_id), Take(to, place.person_id)])
            return self._commit(uow, writer)

    def mark_leader(self, assignment_id: AssignmentId) -> Planned:
        """The shift's one ★ passes to this person."""
        with self._write() as uow:
            place = uow.assignments.get(assignment_id)
            held = uow.assignments.held_in([place.shift_id])[place.shift_id]
            writer = self._writer(uow)
            writer.take_all(UnmarkLeader(other.id) for other in held if other.is_leader)
            writer.take(MarkLeader(assignment_id))
            return self._commit(uow, writer)

    def unmark_leader(self, assignment_id: AssignmentId) -> Planned:
        return self.replay([UnmarkLeader(assignment_id)])

    def add_shift(self, shift: Shift) -> Planned:
        """Raises InvalidField without a single place."""
        _require_places(shift)
        return self.replay([AddShift(shift)])

    def edit_shift(self, before: Shift, after: Shift) -> Planned:
        """Its people stay, but whoever overlaps at a new time is displaced. Raises ChangedElsewhere or NoPlaceLeft."""
        _require_places(after)
        return self.replay([EditShift(before, after)])

    def cancel_shift(self, shift_id: ShiftId) -> Planned:
        """Raises ShiftHasAttendance."""
        return self.replay([CancelShift(shift_id)])

    def add_post(self, post: Post) -> Planned:
        _require_name(post)
        return self.replay([AddPost(post)])

    def edit_post(self, post: Post) -> Planned:
        _require_name(post)
        return self.replay([EditPost(post)])

    def replay(self, steps: Iterable[PlanStep], *, reason: str = "") -> Planned:
        """Take these steps, all or none: undo and redo."""
        with self._write() as uow:
            writer = self._writer(uow, reason)
            writer.take_all(steps)
            return self._commit(uow, writer)

    def paste(self, source: ShiftId, onto: Onto, mode: PasteMode) -> Planned:
        """Everybody of a shift into another; a shift like it is made where there is none. Who cannot is skipped."""
        with self._write() as uow:
            writer = self._writer(uow)
            shift = uow.shifts.get(source)
            target = self._target(uow, shift, onto) or self._add_like(writer, shift, onto)
            places = [] if target == source else uow.assignments.held_in([source])[source]
            skipped = [refused for place in places if (refused := _carry(writer, place, target, mode=mode))]
            return self._commit(uow, writer, skipped)

    def fill_right(self, shift_id: ShiftId) -> Planned:
        """The same people, the same hours, on the next day."""
        with self._desk.read() as reader:
            shift = reader.shifts.get(shift_id)
        return self.paste(shift_id, Onto(shift.post_id, self._day(shift) + timedelta(days=1)), PasteMode.COPY)

    def copy_last_week(self, monday: date, team_id: TeamId | None, progress: Progress) -> Planned:
        """The shifts of the week before, with their people. What is there already, or over, is left alone."""
        with self._write() as uow:
            pairs = self._to_repeat(uow, monday, team_id)
            held = uow.assignments.held_in([shift.id for shift, _ in pairs])
            who = people_in(uow.office_id, self._week(monday - WEEK))
            around = self._week(monday).widened(MARGIN_MINUTES)
            facts = CrewFacts(load_crew(uow, who, around, self._desk.zone))
            writer = PlanWriter(uow, self._desk.zone, facts=facts)
            skipped: list[Skipped] = []
            for done, (shift, again) in enumerate(pairs):
                progress.step(done, len(pairs), "shifts")
                writer.take(AddShift(again))
                for place in held[shift.id]:
                    if refused := _carry(writer, place, again.id, mode=PasteMode.COPY):
                        skipped.append(refused)
                    else:
                        facts.remember(place.person_id, Duty(again.id, again.span))
            return self._commit(uow, writer, skipped)

    def _to_repeat(self, uow: UnitOfWork, monday: date, team_id: TeamId | None) -> list[tuple[Shift, Shift]]:
        """Last week's shifts, each with what it becomes in this one."""
        there = {(s.shift.post_id, s.shift.span) for s in posts_and_shifts(uow, self._week(monday), None).shifts}
        before = posts_and_shifts(uow, self._week(monday - WEEK), team_id).shifts
        planned = [at_post.shift for at_post in before if at_post.shift.state is ShiftState.PLANNED]
        pairs = [(shift, _again(shift, shift.post_id, WEEK)) for shift in planned]
        return [
            (shift, again)
            for shift, again in pairs
            if again.span.end > uow.now and (again.post_id, again.span) not in there
        ]

    def _target(self, uow: UnitOfWork, source: Shift, onto: Onto) -> ShiftId | None:
        """The shift chosen; else the one at that post and day with the same hours, or the only one."""
        if onto.shift_id is not None:
            return onto.shift_id
        there = [
            shift
            for shift in uow.shifts.between(day_span(onto.day, self._desk.zone))
            if shift.post_id == onto.post_id and shift.state is ShiftState.PLANNED
        ]
        span = _shifted(source.span, onto.day - self._day(source))
        same = [shift.id for shift in there if shift.span == span]
        return same[0] if same else there[0].id if len(there) == 1 else None

    def _add_like(self, writer: PlanWriter, shift: Shift, onto: Onto) -> ShiftId:
        again = _again(shift, onto.post_id, onto.day - self._day(shift))
        writer.take(AddShift(again))
        return again.id

    def _day(self, shift: Shift) -> date:
        return shift.span.start.astimezone(self._desk.zone).date()

    def _week(self, monday: date) -> Span:
        return day_span(monday, self._desk.zone, WEEK.days)

    def _write(self) -> UnitOfWork:
        return self._desk.write(Permission.EDIT_SHIFTS)

    def _writer(self, uow: UnitOfWork, reason: str = "") -> PlanWriter:
        return PlanWriter(uow, self._desk.zone, reason=reason)

    def _commit(self, uow: UnitOfWork, writer: PlanWriter, skipped: Sequence[Skipped] = ()) -> Planned:
        return Planned(uow.commit(), writer.undo, tuple(writer.displaced), tuple(skipped))


def _carry(writer: PlanWriter, place: Assignment, target: ShiftId, *, mode: PasteMode) -> Skipped | None:
    """Bring one person along; who is refused, or would need a reason of their own, stays where they are."""
    if mode is PasteMode.MOVE:
        writer.take(Release(place.id))
    try:
        writer.take(Take(target, place.person_id, place.is_leader, AssignmentSource.PASTE))
    except (PlacementRefused, ReasonNeeded) as refusal:
        if mode is PasteMode.MOVE:
            writer.put_back(place.id)
        return Skipped(place.person_id, target, refusal.findings)
    return None


def _again(shift: Shift, post_id: PostId, later: timedelta) -> Shift:
    """A shift like this one at another time, or another post: new, empty and told to nobody."""
    return Shift(
        id=ShiftId(new_id()),
        post_id=post_id,
        span=_shifted(shift.span, later),
        needs=tuple(replace(need, id=NeedId(new_id()), taken=0) for need in shift.needs),
        team_id=shift.team_id,
        note=shift.note,
    )


def _shifted(span: Span, later: timedelta) -> Span:
    return Span(span.start + later, span.end + later)


def _require_places(shift: Shift) -> None:
    if shift.needed < 1:
        raise InvalidField("needs", "required")


def _require_name(post: Post) -> None:
    if not post.name.strip():
        raise InvalidField("name", "required")
