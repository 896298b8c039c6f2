"""Invents people for the demo office: names, numbers, papers, teams. Everybody in it is fictional.

ID numbers use the address code 411499, which was never assigned, and mobile numbers the unallocated segments 154 and
194, so that nothing invented here can be somebody's.
"""

import random
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from volunteer_app.domain.availability import DAYS_PER_WEEK, quarter_bit
from volunteer_app.domain.id_number import check_digit
from volunteer_app.domain.ids import MembershipId, PersonId, QualificationId, uuid7
from volunteer_app.domain.people import BirthDate, Person, PersonStatus, Sex
from volunteer_app.domain.skills import Qualification, Skill
from volunteer_app.domain.teams import MemberRole, Membership, Team, TeamKind
from volunteer_app.services.office import Bearings

ADDRESS_CODE: Final = "411499"
MOBILE_SEGMENTS: Final = ("154", "194")
SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单仇翟解查"
)
COMPOUND_SURNAMES: Final = ("欧阳", "上官", "诸葛", "尉迟", "司马", "令狐")
GIVEN_MALE: Final = "伟强磊军勇杰涛明超亮刚平辉鹏建国志海波斌宇浩凯峰健林云飞文博山川旭东立新永康守正家栋思远"
GIVEN_FEMALE: Final = "芳娜敏静丽艳娟霞秀英慧玲桂兰淑珍红梅琳雪晓岚映雨佳禾婷欣怡若溪可心雅宁静秋文澜春晖"
RARE_NAMES: Final = (
    "王𬱖",
    "张𡋾",
    "钱䶮",
    "马𬭎",
    "古丽娜尔·艾山",
    "阿卜杜热西提·买买提",
    "刘赟",
    "陈堃",
    "李喆",
    "方淼",
    "吴翀",
    "赵昇",
)
LEADING: Final = (MemberRole.LEADER, MemberRole.DEPUTY, MemberRole.DEPUTY)
STREETS: Final = ("平原路", "民主路", "文化街", "八一路", "胜利街", "向阳路", "团结巷", "新建路")


@dataclass(frozen=True, slots=True)
class Invented:
    """The people of a demo office, ready to be stored."""

    people: tuple[Person, ...]
    memberships: tuple[Membership, ...]
    qualifications: tuple[Qualification, ...]


@dataclass(slots=True)
class Inventor:
    """One seeded source of chance for the whole demo: the same seed on the same day invents the same office."""

    rng: random.Random
    today: date
    _given_out: set[str] = field(default_factory=set)

    def new_id(self, made_on: date | None = None) -> uuid.UUID:
        """An id from the seeded source, as old as the thing it names."""
        days = ((made_on or self.today) - date(1970, 1, 1)).days
        return uuid7(days * 86_400_000 + self.rng.randrange(86_400_000), self.rng.getrandbits(74))

    def invent(self, count: int, bearings: Bearings) -> Invented:
        people: list[Person] = []
        memberships: list[Membership] = []
        qualifications: list[Qualification] = []
        communities = list(bearings.communities)
        skills = list(bearings.skills.values())
        for index in range(count):
            person = self._person(index, communities)
            people.append(person)
            memberships.extend(self._memberships(person, index, list(bearings.teams.values())))
            qualifications.extend(self._qualifications(person, skills))
        return Invented(tuple(people), tuple(memberships), tuple(qualifications))

    def _person(self, index: int, communities: Sequence[uuid.UUID]) -> Person:
        rng = self.rng
        sex = rng.choice((Sex.MALE, Sex.FEMALE))
        born = self.today - timedelta(days=int(rng.triangular(17 * 365, 72 * 365, 42 * 365)))
        joined = self.today - timedelta(days=rng.randrange(30, 2000))
        community = rng.choice(communities)
        return Person(
            id=PersonId(self.new_id(joined)),
            name=RARE_NAMES[index // 40] if index % 40 == 7 and index // 40 < len(RARE_NAMES) else self._name(sex),
            number=f"{index + 1:04d}",
            sex=sex,
            birth=BirthDate.of(born),
            phone="" if rng.random() < 0.02 else self._mobile(index),
            phone2=f"0370-20{rng.randrange(100_000):05d}" if rng.random() < 0.15 else "",
            community_id=community,  # type: ignore[arg-type]  # a community's key
            address=f"{rng.choice(STREETS)}{rng.randrange(1, 300)}号",
            political=rng.choices(("中共党员", "共青团员", "群众"), (3, 2, 5))[0],
            id_type="居民身份证",
            id_number=self._id_number(born, sex),
            availability=self._availability(),
            status=PersonStatus.INACTIVE if rng.random() < 0.03 else PersonStatus.ACTIVE,
        )

    def _name(self, sex: Sex) -> str:
        rng = self.rng
        surname = rng.choice(COMPOUND_SURNAMES) if rng.random() < 0.01 else rng.choice(SURNAMES)
        given = GIVEN_MALE if sex is Sex.MALE else GIVEN_FEMALE
        return surname + "".join(rng.choice(given) for _ in range(1 if rng.random() < 0.2 else 2))

    def _mobile(self, index: int) -> str:
        """Unique: the running number is spread over the eight free digits by a step prime to 10^8."""
        return f"{MOBILE_SEGMENTS[index % 2]}{(index * 61_803_399 + 12_345_679) % 100_000_000:08d}"

    def _id_number(self, born: date, sex: Sex) -> str:
        while True:
            sequence = self.rng.randrange(0, 500) * 2 + (1 if sex is Sex.MALE else 0)
            body = f"{ADDRESS_CODE}{born:%Y%m%d}{sequence:03d}"
            if body not in self._given_out:
                self._given_out.add(body)
                return body + check_digit(body)

    def _availability(self) -> int | None:
        """A third are always free; the others work on weekdays and are free in the evening and at weekends."""
        if self.rng.random() < 0.35:
            return None
        mask = 0
        for weekday in range(DAYS_PER_WEEK):
            free = (0, 1, 2, 3) if weekday >= 5 or self.rng.random() < 0.4 else (0, 3)
            for quarter in free:
                mask |= quarter_bit(weekday, quarter)
        return mask

    def _memberships(self, person: Person, index: int, teams: Sequence[Team]) -> list[Membership]:
        """Everybody has a main team, every fifth a second one. The first people of each team lead it."""
        volunteer = [team for team in teams if team.kind is TeamKind.VOLUNTEER]
        others = [team for team in teams if team.kind is not TeamKind.VOLUNTEER]
        round_, seat = divmod(index, len(teams))
        main = teams[seat] if round_ < len(LEADING) else self._main_team(volunteer, others)
        role = LEADING[round_] if round_ < len(LEADING) else MemberRole.MEMBER
        joined = self.today - timedelta(days=self.rng.randrange(30, 2000))
        found = [self._membership(person, main, role, is_main=True, joined=joined)]
        if self.rng.random() < 0.2:
            second = self.rng.choice([team for team in teams if team.id != main.id])
            found.append(self._membership(person, second, MemberRole.MEMBER, is_main=False, joined=joined))
        return found

    def _main_team(self, volunteer: Sequence[Team], others: Sequence[Team]) -> Team:
        return self.rng.choice(others) if self.rng.random() < 0.15 else self.rng.choice(volunteer)

    def _membership(self, person: Person, team: Team, role: MemberRole, *, is_main: bool, joined: date) -> Membership:
        return Membership(
            id=MembershipId(self.new_id(joined)),
            person_id=person.id,
            team_id=team.id,
            role=role,
            is_main=is_main,
            from_on=joined,
        )

    def _qualifications(self, person: Person, skills: Sequence[Skill]) -> list[Qualification]:
        chosen = self.rng.sample(skills, k=self.rng.choices((0, 1, 2), (5, 4, 2))[0])
        return [
            Qualification(
                id=QualificationId(self.new_id()),
                person_id=person.id,
                skill_id=skill.id,
                expires_on=self.today + timedelta(days=self.rng.randrange(-60, 1000)) if skill.needs_paper else None,
            )
            for skill in chosen
        ]
