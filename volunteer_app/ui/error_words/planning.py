"""Words of refusals about shifts and places. What the placement check finds has its words in finding_text."""

from volunteer_app.domain import errors
from volunteer_app.domain.findings import Finding
from volunteer_app.domain.placement import PlacementRefused, ReasonNeeded
from volunteer_app.ui.error_words.base import ErrorText, words
from volunteer_app.ui.finding_text import finding_words as finding_words
from volunteer_app.ui.finding_text import findings_words
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
    return findings_words(findings) or translate("Error", "the rules of placement")
