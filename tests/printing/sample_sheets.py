"""The sheets of the printed samples, with numbers from segments that nobody owns."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from volunteer_app.domain.sheets import CallRow, CallSheet, DutyDay, DutyEntry, DutyLeader, DutySheet, Hours, Stamp
from volunteer_app.domain.teams import MemberRole
from volunteer_app.domain.workdays import Calendar, DayKind
from volunteer_app.services.calendar_data import festival, load_calendar

RESOURCES = Path(__file__).parents[2] / "resources"
FONTS = RESOURCES / "fonts"

LEADERS = ("周明远", "沈若兰", "许文韬")
PEOPLE = (
    *("陈堃", "李喆", "刘赟庭", "郑祎然", "赵昇如", "王𬱖", "孙彧", "何㛃", "吴翀"),
    *("钱䶮", "周旻", "方颋", "宋淼", "林焱青", "张𡋾", "施琳", "欧阳思齐", "古丽娜尔·艾山"),
)
DAY_SHIFT = Hours(time(8, 30), time(17, 30))
NIGHT_SHIFT = Hours(time(17, 30), time(22))
MADE_AT = datetime(2026, 9, 25, 16, 30)  # noqa: DTZ001 - sheets carry the office's wall clock


def calendar() -> Calendar:
    return load_calendar(RESOURCES / "data" / "holidays.toml")


def phone(number: int) -> str:
    return f"154{number:08d}"


def duty_sheet(team: str = "第三志愿小组", code: str = "03", *, month: date = date(2026, 10, 1)) -> DutySheet:
    days: list[DutyDay] = []
    day = month
    while day.month == month.month:
        days.append(_duty_day(day))
        day += timedelta(days=1)
    return DutySheet(
        stamp=Stamp(f"PY-ZB-{month:%Y%m}-{code}", 3, MADE_AT),
        organisation="平原街道平安志愿服务总队",
        team_code=code,
        team=team,
        month=month,
        columns=(DAY_SHIFT, NIGHT_SHIFT),
        days=tuple(days),
        shift_count=2 * len(days),
        place="民西社区服务站一楼值班室",
        duty_phone="0370-2000303",
        community="民西社区",
    )


def _duty_day(day: date) -> DutyDay:
    offset = 4 * (day.day - 1)
    served = [PEOPLE[(offset + place) % len(PEOPLE)] for place in range(4)]
    leader = (day.day - 1) % len(LEADERS)
    dates = calendar()
    return DutyDay(
        day,
        dates.kind(day),
        dates.holiday_name(day) or festival(day),
        (DutyLeader(LEADERS[leader], phone(301 + leader)),),
        (tuple(map(DutyEntry, served[:2])), tuple(map(DutyEntry, served[2:]))),
    )


def call_sheet(count: int = 24) -> CallSheet:
    names = ("周明远", *PEOPLE, "沈若兰", "许文韬", "马铉", "曾犇", "胡瑾")
    rows = tuple(
        CallRow(
            number,
            names[(number - 1) % len(names)],
            (phone(1000 + 7 * number),),
            MemberRole.LEADER if number == 1 else MemberRole.DEPUTY if number < 4 else MemberRole.MEMBER,
            is_leader=number < 4,
        )
        for number in range(1, count + 1)
    )
    return CallSheet(
        stamp=Stamp("PY-TZ-20261001-03", 1, datetime(2026, 9, 30, 9, 0)),  # noqa: DTZ001
        organisation="平原街道平安志愿服务总队",
        team_code="03",
        team="第三志愿小组",
        subject="国庆平安巡防集结",
        called_on=date(2026, 10, 1),
        script=(
            "您好，我是平原街道值班室。请您于10月1日早上七点半到民西社区服务站门前集合，参加国庆平安巡防，"
            "请问您能到岗吗？如不能到岗，请说明原因，我帮您登记。"
        ),
        rows=rows,
        purpose="国庆值守人员召集",
        receiver="值班室",
        muster_at=datetime(2026, 10, 1, 7, 30),  # noqa: DTZ001
        muster_point="民西社区服务站门前",
        equipment="红袖标、哨子、雨具",
    )


def kinds_of(sheet: DutySheet) -> dict[DayKind, int]:
    return {kind: sum(day.kind is kind for day in sheet.days) for kind in DayKind}
