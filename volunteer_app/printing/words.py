"""The one Chinese table of the printed sheets: every word around the facts, and how dates and hours are written."""

from collections.abc import Sequence
from datetime import date, datetime, time

from volunteer_app.domain.sheets import Hours
from volunteer_app.domain.teams import MemberRole

CREATOR = "volunteer-app"
LIST_MARK = "、"
COLON = "："
MISSING_GLYPH = "〓"

SHEET_NUMBER = "表号"
DUTY_TITLE = "值班表"
CALL_TITLE = "电话通知单"
DRILL = "（演练）"
CONTINUED = "（续）"

DUTY_PLACE = "值班地点"
DUTY_PHONE = "值班电话"
MADE_ON = "制表日期"
DAY = "日期"
WEEKDAY = "星期"
LEADER = "带班领导"
LEADER_PHONE = "带班电话"
NOTE = "备注"
NO_SHIFTS = "值班人员"
MAKEUP_DAY = "调休上班"
LEADER_MARK = "★"
OVERRIDE_MARK = "*"

DUTY_NOTES = (
    "1. 值班人员提前 10 分钟到岗，签到后与上一班交接；确需调班的，提前一天报带班领导同意。",
    "2. 遇突发情况先处置、后报告；紧急情况直接拨打 110、119、120。",
    "3. 日期加粗为双休日，左侧黑条为法定节假日；以备注栏文字为准。",
)
LEADER_NOTE = "★为带班人员兼值班。"
OVERRIDE_NOTE = "*为例外安排，原因见备注。"
DUTY_SIGNATURES = ("制表人", "审核人", "批准人")
DUTY_QR = "扫码核对版本"

MUSTER_AT = "集合时间"
MUSTER_POINT = "集合地点"
EQUIPMENT = "携带物品"
SCRIPT = "通知用语"
NUMBER = "序号"
NAME = "姓名"
ROLE = "职务"
MOBILE = "手机号码"
FIRST_RING = "首次拨打"
SECOND_RING = "再次拨打"
CAN_COME = "能否到岗"
CALL_NOTE = "备注（原因、时间）"
RING_ANSWERS = ("通", "否")
COME_ANSWERS = ("能", "不能")
TO_NOTIFY = "应通知"
TOTALS = ("已接通", "未接通", "能到岗", "不能到岗")
PEOPLE = "人"
CALL_SIGNATURES = ("通知人", "完成时间", "复核人")
CALL_INSTRUCTION = "勾选方法：接通划“通”，未接或空号划“否”，间隔 10 分钟后再拨第二次；两次未通的在备注栏写明并报组长。"
PURPOSE = "用途"
RECEIVER = "领用"
CALL_WARNING = "含个人电话，限工作使用，用后交回值班室"
CALL_QR = "扫码登记结果"
ANYBODY = "××"
NO_TEAM = "00"

ROLES = {
    MemberRole.LEADER: "队长",
    MemberRole.DEPUTY: "副队长",
    MemberRole.LIAISON: "联络员",
    MemberRole.MEMBER: "队员",
}

_WEEKDAYS = "一二三四五六日"
_NEXT_DAY = "次日"
_DASH = "—"


def day(on: date) -> str:
    return f"{on.day}日"


def weekday(on: date) -> str:
    return f"周{_WEEKDAYS[on.weekday()]}"


def month(on: date) -> str:
    return f"{on.year}年{on.month}月"


def full_date(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"


def moment(at: datetime) -> str:
    """2026年10月1日（周四）07:30"""
    return f"{full_date(at)}（{weekday(at)}）{at:%H:%M}"


def near_day(on: date) -> str:
    """10月1日（周四）: where the year goes without saying."""
    return f"{on.month}月{on.day}日（{weekday(on)}）"


def call_subject(post: str, span: Hours) -> str:
    """河道巡查A段（15:00—20:00）"""
    return f"{post}{in_brackets(hours(span))}"


def stamp_time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"


def hours(span: Hours) -> str:
    """08:30—17:30, 20:00—次日08:00, 08:00—后2日08:00"""
    return f"{span.start:%H:%M}{_DASH}{end(span)}"


def end(span: Hours) -> str:
    """20:00, 次日08:00, 后2日08:00"""
    later = "" if span.days == 0 else _NEXT_DAY if span.days == 1 else f"后{span.days}日"
    return f"{later}{span.end:%H:%M}"


def clock(at: time) -> str:
    return f"{at:%H:%M}"


def turn(start: time) -> str:
    """What people call a shift by the hour at which it starts."""
    if start < time(5) or start >= time(17):
        return "夜班"
    return "白班" if start < time(12) else "午班"


def turn_mark(start: time) -> str:
    return turn(start)[0]


def labelled(label: str, text: str) -> str:
    return f"{label}{COLON}{text}"


def listed(names: Sequence[str]) -> str:
    return LIST_MARK.join(names)


def in_brackets(text: str) -> str:
    return f"（{text}）" if text else ""


def page_of(page: int, count: int) -> str:
    return f"第 {page} 页  共 {count} 页"


def version_line(version: int, made_at: datetime) -> str:
    return f"第 {version} 版  {stamp_time(made_at)} 生成"


def holidays_not_entered(year: int) -> str:
    return f"3. 日期加粗为双休日；{year}年节假日未录入，以通知和备注栏文字为准。"


def duty_counts(days: int, shifts: int) -> str:
    return f"共 {days} 天 {shifts} 班次"


def check_code(code: str) -> str:
    return f"校验码 {code}"


def part_of(here: int, total: int) -> str:
    return f"（本页 {here} 人）" if here != total else ""
