"""A small office to plan in: posts, shifts and people written straight to the store."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tests import builders
from volunteer_app.domain.ids import QualificationId, ShiftId, SkillId, new_id
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.people import Person
from volunteer_app.domain.shifts import Assignment, Need, Post, Shift
from volunteer_app.domain.skills import Qualification
from volunteer_app.domain.span import Span
from volunteer_app.domain.teams import MemberRole, Team
from volunteer_app.services.session import Desk

MONDAY = date(2026, 11, 23)


@dataclass(slots=True)
class PlanningOffice:
    """Writes as the desk's operator."""

    desk: Desk

    def post(self, name: str = "河道巡查B段", *, of: Team | None = None) -> Post:
        with self.desk.write(Permission.EDIT_SHIFTS) as uow:
            made = replace(builders.post(name, of=of), position=len(uow.posts.all()))
            uow.posts.add(made)
            uow.commit()
        return made

    def team(self, index: int = 0) -> Team:
        with self.desk.read() as reader:
            return reader.teams.all()[index]

    def skill(self, name: str) -> SkillId:
        with self.desk.read() as reader:
            return next(skill.id for skill in reader.skills.all().values() if skill.name == name)

    def shift(self, at: Post | None = None, on: Span | None = None, *, needs: Sequence[Need] | None = None) -> Shift:
        made = builders.shift(at or self.post(), on=on, needs=tuple(needs) if needs is not None else None)
        with self.desk.write(Permission.EDIT_SHIFTS) as uow:
            made = uow.shifts.add(made)
            uow.commit()
        return made

    def person(
        self,
        name: str = "陈明川",
        *,
        of: Team | None = None,
        leads: bool = False,
        skill: SkillId | None = None,
        expires_on: date | None = None,
        availability: int | None = None,
    ) -> Person:
        with self.desk.write(Permission.EDIT_ROSTER) as uow:
            made = uow.people.add(replace(builders.person(name), availability=availability))
            team = of or (uow.teams.all()[-1] if leads else None)
            if team is not None:
                role = MemberRole.LEADER if leads else MemberRole.MEMBER
                uow.memberships.add(builders.membership(made, team, role=role))
            if skill is not None:
                paper = Qualification(QualificationId(new_id()), made.id, skill, expires_on=expires_on)
                uow.papers.add(paper)
            uow.commit()
        return made

    def place(self, shift: Shift, who: Person, *, need: Need | None = None) -> Assignment:
        made = builders.assignment(shift, who, need=need)
        with self.desk.write(Permission.EDIT_SHIFTS) as uow:
            uow.assignments.take(made)
            uow.commit()
        return made

    def names_in(self, shift_id: ShiftId) -> set[str]:
        """Who holds a place there."""
        with self.desk.read() as reader:
            held = reader.assignments.held_in([shift_id])[shift_id]
            people = reader.people.by_ids([place.person_id for place in held])
        return {person.name for person in people.values()}

    def taken(self, shift_id: ShiftId) -> int:
        """What the database's guarded counters say."""
        with self.desk.read() as reader:
            return sum(need.taken for need in reader.shifts.get(shift_id).needs)

    def stored(self, shift_id: ShiftId) -> Shift:
        with self.desk.read() as reader:
            return reader.shifts.get(shift_id)
