"""Invents posts, shifts and their plan for the demo office: history behind today, two planned weeks before it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final, NamedTuple

from volunteer_app.domain.availability import is_available
from volunteer_app.domain.ids import AssignmentId, NeedId, PersonId, PostId, ShiftId, SkillId, TeamId
from volunteer_app.domain.people import AgeBand, Person, PersonStatus
from volunteer_app.domain.publishing import Snapshot, snapshot
from volunteer_app.domain.shifts import (
    Assignment,
    AssignmentSource,
    Hazard,
    Need,
    NeedKind,
    Post,
    Shift,
)
from volunteer_app.domain.span import Span
from volunteer_app.domain.teams import MemberRole, Team
from volunteer_app.services.demo_people import Invented, Inventor
from volunteer_app.services.office import Bearings

DAYS_AHEAD: Final = 14
CREW_TRIES: Final = 40
REST: Final = timedelta(hours=10)

EVERY_DAY: Final = tuple(range(7))
WORKDAYS: Final = tuple(range(5))


class Pattern(NamedTuple):
    """A post of the demo office and how its shifts repeat; weekdays count from Monday 0."""

    name: str
    place: str
    team_code: str
    hazard: Hazard
    starts: str
    hours: float
    heads: int
    weekdays: tuple[int, ...]


POSTS: Final[tuple[Pattern, ...]] = tuple(
    Pattern(*row)
    for row in (
        ("早高峰文明劝导", "平原路与民主路路口", "V04", Hazard.TRAFFIC, "07:00", 4, 4, WORKDAYS),
        ("河道巡查A段", "民西社区河道北岸", "V05", Hazard.EMERGENCY, "08:00", 8, 6, EVERY_DAY),
        ("社区服务台", "民西社区党群服务中心", "V07", Hazard.NONE, "08:30", 9, 2, EVERY_DAY),
        ("河道巡查B段", "晴川社区河道南岸", "V05", Hazard.EMERGENCY, "15:00", 5, 6, EVERY_DAY),
        ("晚高峰交通引导", "文化街路口", "V04", Hazard.TRAFFIC, "17:30", 3, 4, WORKDAYS),
        ("夜间值守", "街道值班室", "B01", Hazard.NONE, "20:00", 12, 3, EVERY_DAY),
        ("环卫保洁", "向阳路沿线", "V03", Hazard.NONE, "06:30", 3, 6, (1, 3, 5)),
        ("平安巡逻", "八一路片区", "V12", Hazard.NONE, "19:00", 3, 4, EVERY_DAY),
        ("心理疏导热线", "街道二楼接待室", "V08", Hazard.NONE, "14:00", 4, 1, (2, 5)),
        ("反诈宣传", "新建路菜市场", "V15", Hazard.NONE, "09:00", 3, 4, (5, 6)),
    )
)
SKILL_AT_POST: Final = {"河道巡查A段": "水性", "河道巡查B段": "水性", "心理疏导热线": "心理咨询"}


@dataclass(frozen=True, slots=True)
class Planned:
    """Posts, shifts and who holds which place."""

    posts: tuple[Post, ...]
    shifts: tuple[Shift, ...]
    assignments: tuple[Assignment, ...]

    def told(self) -> tuple[tuple[ShiftId, int, Snapshot], ...]:
        """What people know of every published shift."""
        held: dict[ShiftId, list[Assignment]] = defaultdict(list)
        for assignment in self.assignments:
            held[assignment.shift_id].append(assignment)
        return tuple(
            (shift.id, shift.published_version, known)
            for shift in self.shifts
            if shift.published_version and (known := snapshot(shift, tuple(held[shift.id])))
        )


@dataclass(slots=True)
class Planner:
    """Fills shifts team by team without breaking a hard rule; a few stay short, so that there is something to do."""

    inventor: Inventor
    bearings: Bearings
    invented: Invented
    zone: tzinfo
    now: datetime
    _busy: dict[PersonId, list[Span]] = field(default_factory=lambda: defaultdict(list))
    _skills_of: dict[PersonId, set[SkillId]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for qualification in self.invented.qualifications:
            self._skills_of[qualification.person_id].add(qualification.skill_id)

    def plan(self, months: int) -> Planned:
        by_code = {team.code: team for team in self.bearings.teams.values()}
        posts = [self._post(position, pattern, by_code) for position, pattern in enumerate(POSTS)]
        first = self.inventor.today - timedelta(days=30 * months)
        days = [first + timedelta(days=n) for n in range(30 * months + DAYS_AHEAD + 1)]
        crews = self._crews()
        shifts: list[Shift] = []
        assignments: list[Assignment] = []
        for day in days:
            for post, pattern in zip(posts, POSTS, strict=True):
                if day.weekday() not in pattern.weekdays:
                    continue
                shift = self._shift(post, pattern, day, by_code[pattern.team_code])
                held = tuple(self._fill(shift, crews[by_code[pattern.team_code].id]))
                shifts.append(shift)
                assignments.extend(held)
        return Planned(tuple(posts), tuple(shifts), tuple(assignments))

    def _post(self, position: int, pattern: Pattern, teams: Mapping[str, Team]) -> Post:
        return Post(
            id=PostId(self.inventor.new_id()),
            name=pattern.name,
            place=pattern.place,
            community_id=next((c.id for c in self.bearings.communities.values() if c.name in pattern.place), None),
            team_id=teams[pattern.team_code].id,
            hazard=pattern.hazard,
            organiser=self.bearings.office.name,
            position=position,
        )

    def _shift(
        self,
        post: Post,
        pattern: Pattern,
        day: date,
        team: Team,
    ) -> Shift:
        start = datetime.combine(day, time.fromisoformat(pattern.starts), self.zone)
        published = day <= self.inventor.today + timedelta(days=7)
        return Shift(
            id=ShiftId(self.inventor.new_id(day)),
            post_id=post.id,
            span=Span(start.astimezone(UTC), (start + timedelta(hours=pattern.hours)).astimezone(UTC)),
            needs=tuple(self._needs(post, pattern.heads)),
            team_id=team.id,
            published_version=1 if published else 0,
            published_at=self.now - timedelta(days=3) if published else None,
        )

    def _needs(self, post: Post, heads: int) -> Iterator[Need]:
        new_id = self.inventor.new_id
        left = heads
        if heads >= 3:
            yield Need(id=NeedId(new_id()), kind=NeedKind.ROLE, role=MemberRole.LEADER, count=1, position=0)
            left -= 1
        if skill_name := SKILL_AT_POST.get(post.name):
            yield Need(id=NeedId(new_id()), kind=NeedKind.SKILL, skill_id=self._skill(skill_name), count=1, position=1)
            left -= 1
        if left:
            yield Need(id=NeedId(new_id()), count=left, position=2)

    def _skill(self, name: str) -> SkillId:
        return next(skill.id for skill in self.bearings.skills.values() if skill.name == name)

    def _crews(self) -> dict[TeamId, list[tuple[Person, MemberRole]]]:
        people = {p.id: p for p in self.invented.people if p.status is PersonStatus.ACTIVE}
        crews: dict[TeamId, list[tuple[Person, MemberRole]]] = defaultdict(list)
        for membership in self.invented.memberships:
            person = people.get(membership.person_id)
            if person and person.birth and person.birth.band_on(self.inventor.today) is AgeBand.ADULT:
                crews[membership.team_id].append((person, membership.role))
        return crews

    def _fill(self, shift: Shift, crew: Sequence[tuple[Person, MemberRole]]) -> Iterator[Assignment]:
        gap = self._gap(shift)
        seated: set[PersonId] = set()
        for need in shift.needs:
            able = [person for person, role in crew if need.kind is not NeedKind.ROLE or role.leads]
            if need.kind is NeedKind.SKILL:
                able = [person for person in able if self._has_skill(person, need.skill_id)]
            wanted = need.count - gap if need.kind is NeedKind.HEADS else need.count
            for _ in range(max(0, wanted)):
                person = self._free_one(able, shift, seated)
                if person is None:
                    break
                seated.add(person.id)
                self._busy[person.id].append(shift.span)
                yield Assignment(
                    id=AssignmentId(self.inventor.new_id(shift.span.start.date())),
                    shift_id=shift.id,
                    need_id=need.id,
                    person_id=person.id,
                    span=shift.span,
                    source=AssignmentSource.DEMO,
                    is_leader=need.kind is NeedKind.ROLE,
                    published_version=shift.published_version or None,
                )

    def _gap(self, shift: Shift) -> int:
        """How many plain places stay open: in the past rarely, today and later now and then."""
        likely = 0.05 if shift.span.end < self.now else 0.3
        return self.inventor.rng.choice((1, 2)) if self.inventor.rng.random() < likely else 0

    def _has_skill(self, person: Person, skill_id: SkillId | None) -> bool:
        return skill_id in self._skills_of.get(person.id, ())

    def _free_one(self, able: Sequence[Person], shift: Shift, seated: set[PersonId]) -> Person | None:
        rng = self.inventor.rng
        wide = Span(shift.span.start - REST, shift.span.end + REST)
        for _ in range(min(CREW_TRIES, len(able) * 3)):
            person = rng.choice(able)
            if person.id in seated or not is_available(person.availability, shift.span, self.zone):
                continue
            if not any(span.overlaps(wide) for span in self._busy[person.id][-12:]):
                return person
        return None


def with_taken(shift: Shift, assignments: Sequence[Assignment]) -> Shift:
    """The shift with its counters as they will be once these places are held."""
    taken: dict[NeedId, int] = defaultdict(int)
    for assignment in assignments:
        taken[assignment.need_id] += 1
    return replace(shift, needs=tuple(replace(need, taken=taken[need.id]) for need in shift.needs))
