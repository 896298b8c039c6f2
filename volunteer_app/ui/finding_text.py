"""Words for what the placement check finds, with the facts of each, in the office's time. It decides nothing."""

from collections.abc import Sequence

from volunteer_app.domain.findings import Finding, Level, Rule
from volunteer_app.domain.span import Span
from volunteer_app.ui import time_text
from volunteer_app.ui.text import translate


def finding_words(finding: Finding) -> str:
    """One finding: `与 07-18 08:00–16:00 班次重叠`."""
    words = _table()[finding.rule]
    return words.format(
        span=_span(finding.span),
        until=f"{time_text.office_day(finding.span.end):%m-%d} {time_text.clock(finding.span.end)}"
        if finding.span
        else "",
        hours=f"{(finding.minutes or 0) / 60:.3g}",
        age=finding.age,
    ).strip()


def findings_words(findings: Sequence[Finding]) -> str:
    """All of them in one sentence without its end."""
    return "；".join(finding_words(finding) for finding in findings)


def level_words(level: Level) -> str:
    """What a finding of this level means for the clerk."""
    match level:
        case Level.REFUSAL:
            return translate("Finding", "Not possible")
        case Level.WARNING:
            return translate("Finding", "Needs a reason")
        case Level.HINT:
            return translate("Finding", "Note")


def _span(span: Span | None) -> str:
    return f"{time_text.office_day(span.start):%m-%d} {time_text.hours(span)}" if span is not None else ""


def _table() -> dict[Rule, str]:
    return {
        Rule.NOT_ACTIVE: translate("Finding", "the person is inactive"),
        Rule.ALREADY_IN_SHIFT: translate("Finding", "already in this shift"),
        Rule.OVERLAP: translate("Finding", "overlaps with the shift {span}"),
        Rule.NO_FITTING_PLACE: translate("Finding", "no open place fits this person"),
        Rule.SHIFT_OVER: translate("Finding", "the shift is over"),
        Rule.REST: translate("Finding", "only {hours} hours of rest beside the shift {span}"),
        Rule.HOURS_IN_24: translate("Finding", "{hours} hours within 24 hours"),
        Rule.HOURS_IN_WEEK: translate("Finding", "{hours} hours in one week"),
        Rule.ON_LEAVE: translate("Finding", "on leave until {until}"),
        Rule.NOT_AVAILABLE: translate("Finding", "outside the times the person offered"),
        Rule.MINOR: translate("Finding", "under age ({age})"),
        Rule.TEAM_ADULTS_ONLY: translate("Finding", "the team takes adults only ({age})"),
        Rule.PAPER_EXPIRED: translate("Finding", "a certificate needed in the shift has expired"),
        Rule.ASKED_ELSEWHERE: translate("Finding", "being asked in another call"),
        Rule.IN_INCIDENT: translate("Finding", "on duty in a response"),
        Rule.NOT_IN_TEAM: translate("Finding", "not a member of the team"),
    }
