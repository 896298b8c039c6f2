"""Words of refusals about shifts and places, and of what the placement check finds. It decides nothing."""

from volunteer_app.domain import errors
from volunteer_app.domain.findings import Finding, Rule
from volunteer_app.domain.placement import PlacementRefused, ReasonNeeded
from volunteer_app.domain.span import Span
from volunteer_app.ui.error_words.base import ErrorText, words
from volunteer_app.ui.text import translate


@words.register
def _(_error: errors.EmptySpan) -> ErrorText:
    return ErrorText(
        translate("Error", "The end is not after the start."),
        translate("Error", "If it ends the next day, give the end that date."),
    )


@words.register
def _(error: errors.NoPlaceLeft) -> ErrorText:
    return ErrorText(
        translate("Error", "All {count} places are taken.").format(count=error.count),
        translate("Error", "Choose another shift or raise the number needed."),
    )


@words.register
def _(error: errors.PersonBusy) -> ErrorText:
    remedy = translate("Error", "Choose somebody else, or move one of the two shifts.")
    if error.until is None:
        return ErrorText(translate("Error", "This person already has a shift at that time."), remedy)
    what = translate("Error", "This person already has a shift until {time}.")
    return ErrorText(what.format(time=f"{error.until:%m-%d %H:%M}"), remedy)


@words.register
def _(_error: errors.AlreadyPlaced) -> ErrorText:
    return ErrorText(translate("Error", "This person is already in the shift."))


@words.register
def _(error: errors.ShiftHasAttendance) -> ErrorText:
    return ErrorText(
        translate("Error", "{count} people have signed in to this shift, so it cannot be removed.").format(
            count=error.count
        ),
        translate("Error", "End the shift instead; its records stay."),
    )


@words.register
def _(error: errors.DateOutOfRange) -> ErrorText:
    what = translate("Error", "The holidays of {year} are not entered yet.")
    return ErrorText(
        what.format(year=error.day.year), translate("Error", "Choose another date, or enter the holidays of that year.")
    )


@words.register
def _(error: errors.HolidayTableBroken) -> ErrorText:
    what = translate("Error", "The holiday table of {year} cannot be used.")
    return ErrorText(what.format(year=error.year), translate("Error", "Correct the file or use the one supplied."))


@words.register
def _(error: PlacementRefused) -> ErrorText:
    return ErrorText(
        translate("Error", "This person cannot take the place: {reasons}.").format(reasons=_reasons(error.findings)),
        translate("Error", "Choose somebody else."),
    )


@words.register
def _(error: ReasonNeeded) -> ErrorText:
    return ErrorText(
        translate("Error", "Something stands against it: {reasons}.").format(reasons=_reasons(error.findings)),
        translate("Error", "Enter a reason to go on; it is stored and printed."),
    )


def _reasons(findings: tuple[Finding, ...]) -> str:
    return "；".join(finding_words(finding) for finding in findings) or translate("Error", "the rules of placement")


def finding_words(finding: Finding) -> str:
    """One finding of the placement check, with its facts."""
    hours = f"{(finding.minutes or 0) / 60:g}"
    day = f"{finding.day:%m-%d}" if finding.day is not None else ""
    facts = {"span": _span(finding.span), "hours": hours, "day": day, "age": finding.age or ""}
    return _finding_table()[finding.rule].format(**facts).strip()


def _span(span: Span | None) -> str:
    return f"{span.start:%m-%d %H:%M}–{span.end:%H:%M}" if span is not None else ""


def _finding_table() -> dict[Rule, str]:
    return {
        Rule.NOT_ACTIVE: translate("Finding", "the person is inactive"),
        Rule.ALREADY_IN_SHIFT: translate("Finding", "already in this shift"),
        Rule.OVERLAP: translate("Finding", "overlaps with the shift {span}"),
        Rule.NO_FITTING_PLACE: translate("Finding", "no open place fits the person's skills"),
        Rule.SHIFT_OVER: translate("Finding", "the shift is over"),
        Rule.REST: translate("Finding", "only {hours} hours of rest between shifts"),
        Rule.HOURS_IN_24: translate("Finding", "{hours} hours within 24 hours"),
        Rule.HOURS_IN_WEEK: translate("Finding", "{hours} hours in one week"),
        Rule.ON_LEAVE: translate("Finding", "on leave until {day}"),
        Rule.NOT_AVAILABLE: translate("Finding", "outside the times the person offered"),
        Rule.MINOR: translate("Finding", "under age ({age})"),
        Rule.TEAM_ADULTS_ONLY: translate("Finding", "the team takes adults only"),
        Rule.PAPER_EXPIRED: translate("Finding", "a needed certificate expired {day}"),
        Rule.ASKED_ELSEWHERE: translate("Finding", "being asked in another call"),
        Rule.IN_INCIDENT: translate("Finding", "on duty in a response"),
        Rule.NOT_IN_TEAM: translate("Finding", "not a member of the team"),
    }
