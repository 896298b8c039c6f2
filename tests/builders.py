"""Valid things with the fewest words: a test names only what matters to it. Nobody here is real."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from volunteer_app.domain.ids import (
    AssignmentId,
    MembershipId,
    NeedId,
    OfficeId,
    OperatorId,
    PersonId,
    PostId,
    ShiftId,
    SkillId,
    TeamId,
    new_id,
)
from volunteer_app.domain.operators import Operator, Role
from volunteer_app.domain.people import BirthDate, Person
from volunteer_app.domain.shifts import Assignment, Hazard, Need, NeedKind, Post, Shift
from volunteer_app.domain.span import Span
from volunteer_app.domain.teams import MemberRole, Membership, Team, TeamKind

ZONE = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=ZONE)


def at(clock: str, days: int = 0) -> datetime:
    """A moment of the test day: `at("08:30")`, or of a day before or after it."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, 11, 24, hour, minute, tzinfo=ZONE) + timedelta(days=days)


def span(start: str = "15:00", end: str = "20:00", days: int = 0) -> Span:
    """On one day, or past midnight when the end is not after the start."""
    begins, ends = at(start, days), at(end, days)
    return Span(begins, ends if ends > begins else ends + timedelta(days=1))


def office_id() -> OfficeId:
    return OfficeId(new_id())


def operator(name: str = "李值守", role: Role = Role.ADMIN) -> Operator:
    return Operator(OperatorId(new_id()), name, role)


_PHONES = iter(range(10_000_000, 99_999_999))


def person(name: str = "陈明川", *, phone: str | None = None, born: date | None = date(1985, 5, 17)) -> Person:
    return Person(
        id=PersonId(new_id()),
        name=name,
        phone=f"154{next(_PHONES)}" if phone is None else phone,
        birth=BirthDate.of(born) if born else None,
    )


def team(
    name: str = "防汛抢险志愿服务队", *, kind: TeamKind = TeamKind.VOLUNTEER, code: str = "", adult_only: bool = False
) -> Team:
    id_ = TeamId(new_id())
    return Team(id=id_, code=code or str(id_)[-6:], kind=kind, name=name, adult_only=adult_only)


def membership(member: Person, of: Team, *, role: MemberRole = MemberRole.MEMBER, is_main: bool = True) -> Membership:
    return Membership(
        id=MembershipId(new_id()),
        person_id=member.id,
        team_id=of.id,
        role=role,
        is_main=is_main,
        from_on=date(2020, 1, 1),
    )


def post(name: str = "河道巡查B段", *, of: Team | None = None, hazard: Hazard = Hazard.NONE) -> Post:
    return Post(id=PostId(new_id()), name=name, place="晴川社区河道南岸", team_id=of.id if of else None, hazard=hazard)


def heads(count: int = 1) -> Need:
    return Need(id=NeedId(new_id()), count=count, position=9)


def leader_need() -> Need:
    return Need(id=NeedId(new_id()), kind=NeedKind.ROLE, role=MemberRole.LEADER, count=1)


def skill_need(skill_id: SkillId, count: int = 1) -> Need:
    return Need(id=NeedId(new_id()), kind=NeedKind.SKILL, skill_id=skill_id, count=count, position=1)


def shift(at_post: Post, *, on: Span | None = None, needs: tuple[Need, ...] | None = None) -> Shift:
    return Shift(
        id=ShiftId(new_id()),
        post_id=at_post.id,
        span=on or span(),
        needs=needs if needs is not None else (heads(2),),
        team_id=at_post.team_id,
    )


def assignment(of: Shift, who: Person, *, need: Need | None = None) -> Assignment:
    return Assignment(
        id=AssignmentId(new_id()),
        shift_id=of.id,
        need_id=(need or of.needs[0]).id,
        person_id=who.id,
        span=of.span,
    )


def utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
