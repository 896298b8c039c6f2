"""Takes the steps of planning in one unit of work. Every place is given by the one placement check, undo's too."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import tzinfo
from typing import Protocol

from volunteer_app.domain.errors import ChangedElsewhere, NotFound
from volunteer_app.domain.findings import Finding
from volunteer_app.domain.ids import AssignmentId, NeedId, PersonId, ShiftId, new_id
from volunteer_app.domain.placement import (
    PersonFacts,
    PlacementRefused,
    PlacementRules,
    check,
    refusals,
    require_allowed,
    warnings,
)
from volunteer_app.domain.shifts import (
    Abilities,
    Assignment,
    AssignmentState,
    Need,
    NeedKind,
    Seating,
    Shift,
    ShiftState,
    seat,
    seat_all,
)
from volunteer_app.domain.span import Span
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
    Restore,
    ReviveShift,
    SetAside,
    Take,
    UnmarkLeader,
)
from volunteer_app.storage.repositories.facts import shift_facts
from volunteer_app.storage.unit_of_work import UnitOfWork

RULES = PlacementRules()


class FactSource(Protocol):
    """Where the check's facts come from: the database person by person, or a crew loaded beforehand."""

    def of_people(self, person_ids: Sequence[PersonId], span: Span) -> dict[PersonId, PersonFacts]: ...

    def abilities_of(self, person_ids: Sequence[PersonId], span: Span) -> dict[PersonId, Abilities]: ...


class PlanWriter:
    """Takes steps in one unit of work and collects how to take them back, and whom they displaced."""

    def __init__(self, uow: UnitOfWork, zone: tzinfo, *, reason: str = "", facts: FactSource | None = None) -> None:
        self._uow = uow
        self._facts = facts or uow.facts
        self._zone = zone
        self._reason = reason.strip()
        self._undo: list[PlanStep] = []
        self.displaced: list[Displaced] = []

    @property
    def undo(self) -> tuple[PlanStep, ...]:
        """The steps that take back everything done so far, the last done first."""
        return tuple(reversed(self._undo))

    def take_all(self, steps: Iterable[PlanStep]) -> None:
        for step in steps:
            self.take(step)

    def take(self, step: PlanStep) -> None:
        """Raises what the step's own docstring says, and PlacementRefused or ReasonNeeded where a place is given."""
        match step:
            case Take():
                self._undo.append(Release(self._place(step)))
            case Release(assignment_id):
                self._release(assignment_id, AssignmentState.RELEASED)
            case SetAside(assignment_id):
                self._release(assignment_id, AssignmentState.DISPLACED)
            case Restore(assignment_id):
                self._restore(assignment_id)
            case MarkLeader(assignment_id):
                self._uow.assignments.mark_leader(assignment_id)
                self._undo.append(UnmarkLeader(assignment_id))
            case UnmarkLeader(assignment_id):
                self._uow.assignments.unmark_leader(assignment_id)
                self._undo.append(MarkLeader(assignment_id))
            case AddShift(shift):
                self._uow.shifts.add(shift)
                self._undo.append(CancelShift(shift.id))
            case EditShift(before, after):
                self._edit(before, after)
            case CancelShift(shift_id):
                self._cancel(shift_id)
            case ReviveShift(shift_id):
                shift = self._uow.shifts.get(shift_id)
                self._uow.shifts.save(replace(shift, state=ShiftState.PLANNED))
                self._undo.append(CancelShift(shift_id))
            case AddPost(post):
                self._uow.posts.add(post)
                self._undo.append(EditPost(replace(post, active=False)))
            case EditPost(post):
                self._undo.append(EditPost(self._uow.posts.get(post.id)))
                self._uow.posts.save(post)

    def put_back(self, assignment_id: AssignmentId) -> None:
        """Take back the release just taken; within one transaction nothing else can have changed."""
        self._uow.assignments.restore(assignment_id)
        self._undo.remove(Restore(assignment_id))

    def _place(self, step: Take) -> AssignmentId:
        shift = self._planned(step.shift_id)
        seating, findings = self._seat(shift, step.person_id)
        require_allowed(findings, step.person_id, shift.id, self._reason)
        overridden = frozenset(finding.rule for finding in warnings(findings))
        self._uow.assignments.reseat(shift.id, seating.moves)
        assignment = Assignment(
            id=AssignmentId(new_id()),
            shift_id=shift.id,
            need_id=seating.need_id,
            person_id=step.person_id,
            span=shift.span,
            source=step.source,
            is_leader=self._leads(shift, step, seating.need_id),
            override_reason=self._reason if overridden else "",
            overridden=overridden,
        )
        self._uow.assignments.take(assignment)
        return assignment.id

    def _restore(self, assignment_id: AssignmentId) -> None:
        """Undo brings back what was there; what has come up since is shown as a conflict, not asked about."""
        gone = self._uow.assignments.get(assignment_id)
        shift = self._planned(gone.shift_id)
        seating, _ = self._seat(shift, gone.person_id)
        self._uow.assignments.reseat(shift.id, seating.moves)
        self._uow.assignments.restore(assignment_id, seating.need_id, span=shift.span)
        self._undo.append(SetAside(gone.id) if gone.state is AssignmentState.DISPLACED else Release(gone.id))

    def _release(self, assignment_id: AssignmentId, state: AssignmentState) -> None:
        before = self._uow.assignments.get(assignment_id)
        self._uow.assignments.release(assignment_id, state)
        match before.state:
            case AssignmentState.HELD:
                self._undo.append(Restore(assignment_id))
            case AssignmentState.DISPLACED:
                self._undo.append(SetAside(assignment_id))
            case AssignmentState.RELEASED:
                self._undo.append(Release(assignment_id))
        if state is AssignmentState.DISPLACED:
            self.displaced.append(Displaced(before.id, before.person_id, before.shift_id))

    def _planned(self, shift_id: ShiftId) -> Shift:
        """Raises NotFound for a shift that was cancelled meanwhile."""
        shift = self._uow.shifts.get(shift_id)
        if shift.state is ShiftState.CANCELLED:
            raise NotFound("shift", shift_id)
        return shift

    def _seat(self, shift: Shift, person_id: PersonId) -> tuple[Seating, tuple[Finding, ...]]:
        """Where the person can sit, and what stands against it short of a refusal. Raises PlacementRefused."""
        facts = self._facts.of_people([person_id], shift.span).get(person_id)
        if facts is None:
            raise NotFound("person", person_id)
        seated = self._seated(shift.id)
        abilities = {**self._facts.abilities_of(list(seated), shift.span), person_id: facts.abilities}
        seating = None if person_id in seated else seat(shift.needs, seated, abilities, person_id)
        findings = self._check(shift, facts, has_place=seating is not None)
        if seating is None or refusals(findings):
            raise PlacementRefused(person_id, shift.id, refusals(findings))
        return seating, findings

    def _check(self, shift: Shift, person: PersonFacts, *, has_place: bool) -> tuple[Finding, ...]:
        post = self._uow.posts.get(shift.post_id)
        team = None if shift.team_id is None else self._uow.teams.get(shift.team_id)
        where = shift_facts(shift, post, team, has_place=has_place, zone=self._zone, now=self._uow.now)
        return check(person, where, RULES)

    def _seated(self, shift_id: ShiftId) -> dict[PersonId, NeedId]:
        return {place.person_id: place.need_id for place in self._uow.assignments.held_in([shift_id])[shift_id]}

    def _leads(self, shift: Shift, step: Take, need_id: NeedId) -> bool:
        """Whoever sits in the leader's place leads, unless somebody is marked already."""
        if not step.is_leader and shift.need(need_id).kind is not NeedKind.ROLE:
            return False
        held = self._uow.assignments.held_in([shift.id])[shift.id]
        return not any(place.is_leader for place in held)

    def _edit(self, before: Shift, after: Shift) -> None:
        stored = self._planned(after.id)
        if _plan_of(stored) != _plan_of(before):
            raise ChangedElsewhere("shift", after.id)
        wanted = replace(
            stored, post_id=after.post_id, team_id=after.team_id, note=after.note, span=after.span, needs=after.needs
        )
        if wanted.span != stored.span:
            self._displace(wanted)
        self._rearrange(stored, wanted)
        self._uow.shifts.save(wanted)
        self._uow.assignments.move_span(wanted.id, wanted.span)
        self._undo.append(EditShift(before=after, after=before))

    def _displace(self, moved: Shift) -> None:
        """Whoever holds another place at the new time loses this one (product.md rule 8)."""
        held = self._uow.assignments.held_in([moved.id])[moved.id]
        elsewhere = self._uow.assignments.held_by([place.person_id for place in held], moved.span)
        for place in held:
            if any(other.shift_id != moved.id for other in elsewhere[place.person_id]):
                self._release(place.id, AssignmentState.DISPLACED)

    def _rearrange(self, stored: Shift, wanted: Shift) -> None:
        """Give the shift its new needs and everybody a fitting place in them. Raises NoPlaceLeft."""
        if _needs_of(stored) == _needs_of(wanted):
            return
        seated = self._seated(wanted.id)
        abilities = self._facts.abilities_of(list(seated), wanted.span)
        seats = seat_all(wanted.needs, seated, abilities)
        by_id = {need.id: need for need in stored.needs}
        meanwhile = [replace(n, count=max(n.count, by_id[n.id].count if n.id in by_id else 0)) for n in wanted.needs]
        leaving = [need for need in stored.needs if need.id not in {n.id for n in wanted.needs}]
        self._uow.shifts.save_needs(replace(wanted, needs=(*meanwhile, *leaving)))
        moves = {person: need_id for person, need_id in seats.items() if seated[person] != need_id}
        self._uow.assignments.reseat(wanted.id, moves)
        self._uow.shifts.save_needs(wanted)

    def _cancel(self, shift_id: ShiftId) -> None:
        self._uow.shifts.refuse_if_attended(shift_id)
        for place in self._uow.assignments.held_in([shift_id])[shift_id]:
            self.take(Release(place.id))
        self._uow.shifts.save(replace(self._uow.shifts.get(shift_id), state=ShiftState.CANCELLED))
        self._undo.append(ReviveShift(shift_id))


def _plan_of(shift: Shift) -> tuple[object, ...]:
    """What the form edits: two copies that agree in this agree for editing."""
    return (shift.post_id, shift.team_id, shift.span, shift.note, _needs_of(shift))


def _needs_of(shift: Shift) -> tuple[Need, ...]:
    return tuple(replace(need, taken=0) for need in shift.needs)
