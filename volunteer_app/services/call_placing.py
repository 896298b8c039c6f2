"""What a reply does to the plan: gives a place, takes it back, gives it again; each told at once under a new version.

Other drafts of the shift stay drafts: only what was said on the telephone is published (product.md rule 10).
"""

from dataclasses import replace

from volunteer_app.domain.errors import AppError, NotFound
from volunteer_app.domain.findings import Rule
from volunteer_app.domain.ids import AssignmentId, PersonId
from volunteer_app.domain.placement import PlacementRefused, ReasonNeeded
from volunteer_app.domain.publishing import Snapshot
from volunteer_app.domain.shifts import Assignment, AssignmentSource, AssignmentState
from volunteer_app.services.call_situation import Situation
from volunteer_app.services.plan_steps import Restore, Take
from volunteer_app.services.plan_writer import PlanWriter
from volunteer_app.storage.unit_of_work import UnitOfWork


class CallPlacing:
    """Places of the called shift, in one unit of work."""

    def __init__(self, uow: UnitOfWork, situation: Situation) -> None:
        self._uow = uow
        self._now = situation
        self._zone = situation.desk.zone
        self._shift_id = situation.shift_id

    def held_by(self, person_id: PersonId) -> Assignment | None:
        return next((place for place in self._now.plan() if place.person_id == person_id), None)

    def give(self, person_id: PersonId, source: AssignmentSource, reason: str) -> AssignmentId | None:
        """A place, or None when none is left that fits. Raises PlacementRefused and ReasonNeeded."""
        if not self._now.shift.vacancies:
            return None
        try:
            PlanWriter(self._uow, self._zone, reason=reason).take(Take(self._shift_id, person_id, source=source))
        except PlacementRefused as refusal:
            if all(finding.rule is Rule.NO_FITTING_PLACE for finding in refusal.findings):
                return None
            raise
        self._now.forget_plan()
        given = self.held_by(person_id)
        if given is None:
            raise NotFound("assignment", person_id)
        self._tell(given)
        return given.id

    def take_back(self, assignment_id: AssignmentId) -> None:
        """Somebody gives the place up, or the yes is undone. Nothing happens to a place that is no longer held."""
        if self._uow.assignments.get(assignment_id).state is AssignmentState.HELD:
            released = self._uow.assignments.release(assignment_id)
            self._now.forget_plan()
            self._tell(released)

    def give_again(self, assignment_id: AssignmentId) -> AppError | None:
        """Undo of a place given up. What stands against it is returned, not raised: the undo itself goes on."""
        if self._uow.assignments.get(assignment_id).state is AssignmentState.HELD:
            return None
        try:
            PlanWriter(self._uow, self._zone).take(Restore(assignment_id))
        except (PlacementRefused, ReasonNeeded) as refusal:
            return refusal
        self._now.forget_plan()
        self._tell(self._uow.assignments.get(assignment_id))
        return None

    def _tell(self, place: Assignment) -> None:
        """People know of this one change from now on."""
        shift = self._now.shift
        known = self._uow.publications.told([shift.id]).get(shift.id) or Snapshot(shift.post_id, shift.span)
        people = {person_id: leads for person_id, leads in known.people.items() if person_id != place.person_id}
        if place.state is AssignmentState.HELD:
            people[place.person_id] = place.is_leader
        elif place.person_id not in known.people:
            return
        version = shift.published_version + 1
        self._uow.shifts.save(replace(shift, published_version=version, published_at=self._uow.now))
        if place.state is AssignmentState.HELD:
            self._uow.assignments.publish_one(place.id, version)
        self._uow.publications.record(shift.id, version, replace(known, people=people))
        self._now.forget_plan()
