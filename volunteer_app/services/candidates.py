"""Whom to offer for a place in a shift, best first, each with reasons and with what stands against them."""

from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from volunteer_app.domain.candidates import Reason, Scarcity
from volunteer_app.domain.findings import Finding, Level
from volunteer_app.domain.ids import PersonId, ShiftId, SkillId
from volunteer_app.domain.placement import PlacementRules, check
from volunteer_app.domain.shifts import Need, NeedKind, Post, Shift, seat
from volunteer_app.domain.skills import Skill
from volunteer_app.domain.span import Span, day_span, minutes_inside
from volunteer_app.services.session import Desk
from volunteer_app.storage.queries.candidates import RankedPerson, Wanted, ranked_people
from volunteer_app.storage.queries.crew import Crew, load_crew, these_people
from volunteer_app.storage.repositories.facts import days_touched, shift_facts
from volunteer_app.storage.unit_of_work import Reader

RULES = PlacementRules()
WEEK_DAYS = 7
MARGIN_MINUTES = 8 * 24 * 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody for the place. `minutes`: of duty in that week already."""

    person_id: PersonId
    name: str
    reasons: tuple[Reason, ...]
    minutes: int
    findings: tuple[Finding, ...]

    @property
    def is_refused(self) -> bool:
        return any(finding.level is Level.REFUSAL for finding in self.findings)


@dataclass(frozen=True, slots=True)
class CandidateList:
    """`open_needs`: the places still to fill."""

    shift: Shift
    post: Post
    open_needs: tuple[Need, ...]
    people: tuple[Candidate, ...]


class Candidates:
    """Reads; places nobody."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def for_shift(self, shift_id: ShiftId, query: str = "", limit: int = 40) -> CandidateList:
        """The best of everybody, or of those the query finds. Raises NotFound."""
        with self._desk.read() as reader:
            shift = reader.shifts.get(shift_id)
            post = reader.posts.get(shift.post_id)
            wanted = self._wanted(shift, post, reader.skills.all())
            ranked = ranked_people(reader, wanted, query, limit)
            people = self._judged(reader, shift, post, ranked=ranked, week=wanted.week)
        in_order = sorted(people, key=lambda candidate: candidate.is_refused)
        return CandidateList(shift, post, tuple(need for need in shift.needs if need.vacancies), tuple(in_order))

    def _wanted(self, shift: Shift, post: Post, skills: dict[SkillId, Skill]) -> Wanted:
        open_needs = [need for need in shift.needs if need.vacancies]
        scarce = [need for need in open_needs if need.kind is not NeedKind.HEADS]
        first, last = days_touched(shift.span, self._desk.zone)
        return Wanted(
            span=shift.span,
            week=_week_of(first, self._desk.zone),
            first=first,
            last=last,
            team_id=shift.team_id,
            community_id=post.community_id,
            scarcity=_scarcity(len(scarce), len(open_needs)),
            leader=any(need.kind is NeedKind.ROLE for need in scarce),
            skills=_including({need.skill_id for need in scarce if need.skill_id is not None}, skills),
        )

    def _judged(
        self, reader: Reader, shift: Shift, post: Post, *, ranked: tuple[RankedPerson, ...], week: Span
    ) -> list[Candidate]:
        team = None if shift.team_id is None else reader.teams.get(shift.team_id)
        seated = {place.person_id: place.need_id for place in reader.assignments.held_in([shift.id])[shift.id]}
        everybody = list({*seated, *(person.id for person in ranked)})
        who = these_people(reader.office_id, everybody)
        crew = load_crew(reader, who, shift.span.widened(MARGIN_MINUTES), self._desk.zone)
        abilities = {each: crew.facts(each, shift.span, ()).abilities for each in everybody}
        judged = []
        for person in ranked:
            has_place = person.id not in seated and seat(shift.needs, seated, abilities, person.id) is not None
            where = shift_facts(shift, post, team, has_place=has_place, zone=self._desk.zone, now=self._desk.now())
            facts = crew.facts(person.id, shift.span, crew.members[person.id].duties())
            judged.append(
                Candidate(
                    person_id=person.id,
                    name=person.name,
                    reasons=person.standing.reasons(),
                    minutes=_minutes(crew, person.id, week),
                    findings=check(facts, where, RULES),
                )
            )
        return judged


def _scarcity(scarce: int, open_needs: int) -> Scarcity:
    if not scarce:
        return Scarcity.NONE
    return Scarcity.ONLY if scarce == open_needs else Scarcity.SOME


def _including(wanted: set[SkillId], skills: dict[SkillId, Skill]) -> frozenset[SkillId]:
    """The skills that are wanted, and those that include one of them."""
    found = set(wanted)
    while more := {skill.id for skill in skills.values() if skill.id not in found and found & set(skill.includes)}:
        found |= more
    return frozenset(found)


def _minutes(crew: Crew, person_id: PersonId, week: Span) -> int:
    return minutes_inside((duty.span for duty in crew.members[person_id].duties()), week)


def _week_of(day: date, zone: tzinfo) -> Span:
    """The calendar week, from Monday."""
    return day_span(day - timedelta(days=day.weekday()), zone, WEEK_DAYS)
