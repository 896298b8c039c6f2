"""The sentences of the print centre: what changed since the last print, what does not print whole."""

from collections.abc import Sequence

from volunteer_app.domain.publishing import PlanChangeKind
from volunteer_app.services.sheets import PreparedSheet, SheetChange, SincePrint, Unprintable
from volunteer_app.ui import time_text
from volunteer_app.ui.text import translate

NAMES_SHOWN = 5


def change_words(change: SheetChange) -> str:
    """张志诚 退出 · 11-24 15:00"""
    words = {
        PlanChangeKind.SHIFT_ADDED: translate("SheetChange", "New shift"),
        PlanChangeKind.SHIFT_CANCELLED: translate("SheetChange", "Shift cancelled"),
        PlanChangeKind.SHIFT_MOVED: translate("SheetChange", "Shift moved"),
        PlanChangeKind.JOINED: translate("SheetChange", "{name} joined"),
        PlanChangeKind.LEFT: translate("SheetChange", "{name} left"),
        PlanChangeKind.LEADER_SET: translate("SheetChange", "{name} leads now"),
        PlanChangeKind.LEADER_UNSET: translate("SheetChange", "{name} leads no more"),
    }
    what = words[change.kind].format(name=change.name or translate("SheetChange", "A person"))
    day = time_text.office_day(change.span.start)
    return f"{what} · {day:%m-%d} {time_text.clock(change.span.start)}"


def whole_change_words(change: SheetChange) -> str:
    """The same with the end, and with the time that was on paper."""
    whole = f"{change_words(change)}–{time_text.hours(change.span).partition('–')[2]}"
    if change.old_span is None:
        return whole
    day = time_text.office_day(change.old_span.start)
    before = f"{day:%m-%d} {time_text.hours(change.old_span)}"
    return translate("SheetChange", "{change}, on paper {before}").format(change=whole, before=before)


def version_words(prepared: PreparedSheet) -> str:
    """第 3 版; of several sheets 22 张，第 1–3 版"""
    versions = sorted({issue.version for issue in prepared.issues})
    if len(prepared.issues) == 1:
        return translate("SheetFacts", "Version {number}").format(number=versions[0])
    words = translate("SheetFacts", "{count} sheets, version {first}–{last}")
    if len(versions) == 1:
        words = translate("SheetFacts", "{count} sheets, version {first}")
    return words.format(count=len(prepared.issues), first=versions[0], last=versions[-1])


def since_print_words(prepared: PreparedSheet) -> str:
    match prepared.since_print:
        case SincePrint.NEVER_LEFT:
            return translate("SheetFacts", "Not printed or saved yet.")
        case SincePrint.SAME:
            return translate("SheetFacts", "The same as the last print.")
        case SincePrint.CHANGED:
            if not prepared.changes:
                return translate("SheetFacts", "Not the same as the last print; shifts and people are.")
            words = translate("SheetFacts", "{count} changes since the last print:")
            return words.format(count=len(prepared.changes))


def unprintable_words(names: Sequence[Unprintable]) -> str:
    """Who stands on the paper with a mark in place of a character."""
    shown = "、".join(f"{each.name}（{each.characters}）" for each in names[:NAMES_SHOWN])
    if len(names) > NAMES_SHOWN:
        words = translate("SheetFacts", "{names} and {count} more")
        shown = words.format(names=shown, count=len(names) - NAMES_SHOWN)
    words = translate("SheetFacts", "{count} names cannot be printed whole, 〓 stands for the character: {names}")
    return words.format(count=len(names), names=shown)


def drafts_words(count: int) -> str:
    return translate("SheetFacts", "{count} places on this sheet are not published yet.").format(count=count)


def left_out_words(prepared: PreparedSheet) -> str:
    """How many of the list stand on the sheet, with the denominator."""
    words = translate("SheetFacts", "{count} of {total} people to ring are on the sheet.")
    return words.format(count=prepared.people, total=prepared.people + prepared.left_out)
