"""Gathers what the one placement check asks for, for many people at once: a handful of queries whatever the number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

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
                expired_skills=expired_on(papers[person_id], skills, first=first, last=last),
                team_ids=teams_on(memberships[person_id], first),
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
        return days_touched(span, self.zone)


def days_touched(span: Span, zone: tzinfo) -> tuple[date, date]:
    """The first and the last day the span touches; one that ends at midnight does not touch the next day."""
    last = (span.end - timedelta(microseconds=1)).astimezone(zone).date()
    return span.start.astimezone(zone).date(), last


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


def expired_on(
    papers: Sequence[Qualification], skills: Mapping[SkillId, Skill], *, first: date, last: date
) -> frozenset[SkillId]:
    """Skills the person had, with all they include, that no paper proves on these days."""
    had = skills_held((replace(paper, expires_on=None) for paper in papers), skills, first=first, last=last)
    return had - skills_held(papers, skills, first=first, last=last)


def teams_on(memberships: Sequence[Membership], day: date) -> frozenset[TeamId]:
    return frozenset(membership.team_id for membership in memberships if membership.holds_on(day))


def shift_facts(
    shift: Shift, post: Post, team: Team | None, *, has_place: bool, zone: tzinfo, now: datetime | None = None
) -> ShiftFacts:
    """The shift as the placement check sees it. With `now`, a place in a shift that has ended needs a reason."""
    return ShiftFacts(
        shift_id=shift.id,
        span=shift.span,
        zone=zone,
        hazard=post.hazard,
        team_id=shift.team_id,
        team_adults_only=team is not None and team.adult_only,
        skills_wanted=frozenset(n.skill_id for n in shift.needs if n.kind is NeedKind.SKILL and n.skill_id),
        has_place=has_place,
        is_over=now is not None and shift.span.end <= now,
    )


def has_place_for(
    shift: Shift, held: Sequence[Assignment], abilities: Mapping[PersonId, Abilities], newcomer: PersonId
) -> bool:
    seated = {assignment.person_id: assignment.need_id for assignment in held}
    return seat(shift.needs, seated, abilities, newcomer) is not None
