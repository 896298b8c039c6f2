"""How moments read on the screen, in the office's time zone. It refuses dates of printed sheets (printing)."""

from datetime import date, datetime, timedelta

from volunteer_app.domain.office import office_zone
from volunteer_app.domain.span import Span
from volunteer_app.ui.text import translate


def clock(moment: datetime) -> str:
    """`15:00`."""
    return f"{moment.astimezone(office_zone()):%H:%M}"


def office_day(moment: datetime) -> date:
    return moment.astimezone(office_zone()).date()


def hours(span: Span) -> str:
    """`15:00–20:00`, `20:00–次日 08:00`."""
    days = (office_day(span.end) - office_day(span.start)).days
    end = clock(span.end)
    if days == 1:
        end = translate("Time", "next day {time}").format(time=end)
    elif days > 1:
        end = translate("Time", "{days} days later {time}").format(days=days, time=end)
    return f"{clock(span.start)}–{end}"


def near_day(day: date, today: date) -> str:
    """今天, 明天, 昨天, else `07-18`."""
    words = {
        timedelta(): translate("Time", "Today"),
        timedelta(days=1): translate("Time", "Tomorrow"),
        timedelta(days=-1): translate("Time", "Yesterday"),
    }
    return words.get(day - today, f"{day:%m-%d}")


def weekday(day: date) -> str:
    """周六."""
    return (
        translate("Time", "Mon"),
        translate("Time", "Tue"),
        translate("Time", "Wed"),
        translate("Time", "Thu"),
        translate("Time", "Fri"),
        translate("Time", "Sat"),
        translate("Time", "Sun"),
    )[day.weekday()]


def full_day(day: date) -> str:
    """`2026 年 7 月 18 日 周六`."""
    words = translate("Time", "{month}/{day}/{year} {weekday}")
    return words.format(year=day.year, month=day.month, day=day.day, weekday=weekday(day))


def day_and_hours(span: Span, now: datetime) -> str:
    """`今天 15:00–20:00`."""
    return f"{near_day(office_day(span.start), office_day(now))} {hours(span)}"
