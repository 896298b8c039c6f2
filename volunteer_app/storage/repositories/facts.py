"""Gathers what the one placement check asks for, for many people at once: a handful of queries whatever the number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from volunteer_app.domain.ids import PersonId, SkillId, TeamId
from volunteer_app.domain.placement import Duty, PersonFacts, ShiftFacts
from volunteer_app.domain.shifts import Abilities, Assignment, NeedKind, Post, Shift, seat
from volunteer_app.domain.skills import Qualification, Skill, skills_held
from volunteer_app.domain.span import Span
from volunteer_app.domain.teams import Membership, Team
from volunteer_app.storage.repositories.assignments import Assignments
from volunteer_app.storage.repositories.belonging import Leaves, Memberships, Papers
from volunteer_app.storage.repositories.people import People
from volunteer_app.storage.repositories.teams import Skills

DAYS_AROUND = 8


@dataclass(frozen=True, slots=True)
class PlacementFacts:
    """Reads through the repositories of one unit of work."""

    people: People
    memberships: Memberships
    papers: Papers
    leaves: Leaves
    assignments: Assignments
    skills: Skills
    zone: tzinfo

    def of_people(self, person_ids: Sequence[PersonId], span: Span) -> dict[PersonId, PersonFacts]:
        """Facts for a shift of this span. Duties reach a week to both sides, for rest and weekly hours."""
        people = self.people.by_ids(person_ids)
        known = list(people)
        memberships = self.memberships.of_people(known)
        papers = self.papers.of_people(known)
        leaves = self.leaves.of_people(known, span)
        held = self.assignments.held_by(known, span.widened(DAYS_AROUND * 24 * 60))
        skills = self.skills.all()
        first, last = self._days(span)
        return {
            person_id: PersonFacts(
                person_id=person_id,
                status=person.status,
                birth=person.birth,
                availability=person.availability,
                leaves=leaves[person_id],
                duties=tuple(Duty(a.shift_id, a.span) for a in held[person_id]),
                abilities=abilities_on(memberships[person_id], papers[person_id], skills, first=first, last=last),
                expired_skills=_expired(papers[person_id], skills, first=first, last=last),
                team_ids=_teams_on(memberships[person_id], first),
            )
            for person_id, person in people.items()
        }

    def abilities_of(self, person_ids: Sequence[PersonId], span: Span) -> dict[PersonId, Abilities]:
        memberships = self.memberships.of_people(person_ids)
        papers = self.papers.of_people(person_ids)
        skills = self.skills.all()
        first, last = self._days(span)
        return {
            person_id: abilities_on(memberships[person_id], papers[person_id], skills, first=first, last=last)
            for person_id in person_ids
        }

    def _days(self, span: Span) -> tuple[date, date]:
        return span.start.astimezone(self.zone).date(), span.end.astimezone(self.zone).date()


def abilities_on(
    memberships: Sequence[Membership],
    papers: Sequence[Qualification],
    skills: Mapping[SkillId, Skill],
    *,
    first: date,
    last: date,
) -> Abilities:
    leads = any(membership.role.leads and membership.holds_on(first) for membership in memberships)
    return Abilities(leads, skills_held(papers, skills, first=first, last=last))


def _expired(
    papers: Sequence[Qualification], skills: Mapping[SkillId, Skill], *, first: date, last: date
) -> frozenset[SkillId]:
    valid = skills_held(papers, skills, first=first, last=last)
    return frozenset(q.skill_id for q in papers) - valid


def _teams_on(memberships: Sequence[Membership], day: date) -> frozenset[TeamId]:
    return frozenset(membership.team_id for membership in memberships if membership.holds_on(day))


def shift_facts(shift: Shift, post: Post, team: Team | None, *, has_place: bool, zone: tzinfo) -> ShiftFacts:
    """The shift as the placement check sees it."""
    return ShiftFacts(
        shift_id=shift.id,
        span=shift.span,
        zone=zone,
        hazard=post.hazard,
        team_id=shift.team_id,
        team_adults_only=team is not None and team.adult_only,
        skills_wanted=frozenset(n.skill_id for n in shift.needs if n.kind is NeedKind.SKILL and n.skill_id),
        has_place=has_place,
    )


def has_place_for(
    shift: Shift, held: Sequence[Assignment], abilities: Mapping[PersonId, Abilities], newcomer: PersonId
) -> bool:
    seated = {assignment.person_id: assignment.need_id for assignment in held}
    return seat(shift.needs, seated, abilities, newcomer) is not None
