"""What the call desk calls things: factors of the rank, states of candidates, kinds of people, what stands against a
yes. It refuses bare scores: every rank is told in words."""

from datetime import datetime

from volunteer_app.domain.call_progress import (
    AskState,
    CallBack,
    Confirmed,
    Declined,
    NoNumber,
    Resting,
    Skipped,
    Standby,
    Undecided,
    Unreached,
    Waiting,
)
from volunteer_app.domain.calls import AttemptOutcome, CallTier, DeclineReason, FactorCode, Reason, ReplyKey
from volunteer_app.ui import time_text
from volunteer_app.ui.status import PillSpec, Status, call_back_pill, status_pill
from volunteer_app.ui.text import label, translate
from volunteer_app.ui.tokens import Tone


@label.register
def _(value: CallTier) -> str:
    match value:
        case CallTier.ON_SHIFT:
            return translate("CallTier", "of this shift")
        case CallTier.OWN_TEAM:
            return translate("CallTier", "own team")
        case CallTier.STANDBY:
            return translate("CallTier", "standby")
        case CallTier.OTHER_TEAMS:
            return translate("CallTier", "other teams")
        case CallTier.BACKBONE:
            return translate("CallTier", "backbone")
        case CallTier.PROFESSIONAL:
            return translate("CallTier", "professional")
        case CallTier.RECRUITED:
            return translate("CallTier", "recruited")


@label.register
def _(value: ReplyKey) -> str:
    match value:
        case ReplyKey.COMING:
            return translate("ReplyKey", "Coming")
        case ReplyKey.DECLINED:
            return translate("ReplyKey", "Not coming")
        case ReplyKey.NO_ANSWER:
            return translate("ReplyKey", "No answer")
        case ReplyKey.LATER:
            return translate("ReplyKey", "Later")
        case ReplyKey.ARRIVED:
            return translate("ReplyKey", "Arrived")
        case ReplyKey.STANDBY:
            return translate("ReplyKey", "Standby")


@label.register
def _(value: DeclineReason) -> str:
    match value:
        case DeclineReason.BUSY:
            return translate("DeclineReason", "busy")
        case DeclineReason.ILL:
            return translate("DeclineReason", "ill")
        case DeclineReason.AWAY:
            return translate("DeclineReason", "out of town")
        case DeclineReason.OTHER:
            return translate("DeclineReason", "other")


@label.register
def _(value: AttemptOutcome) -> str:
    match value:
        case AttemptOutcome.CONNECTED:
            return translate("AttemptOutcome", "connected")
        case AttemptOutcome.NO_ANSWER:
            return translate("AttemptOutcome", "no answer")
        case AttemptOutcome.BUSY:
            return translate("AttemptOutcome", "engaged")
        case AttemptOutcome.SWITCHED_OFF:
            return translate("AttemptOutcome", "switched off")
        case AttemptOutcome.DEAD_NUMBER:
            return translate("AttemptOutcome", "dead number")
        case AttemptOutcome.WRONG_NUMBER:
            return translate("AttemptOutcome", "wrong number")
        case AttemptOutcome.MESSAGED:
            return translate("AttemptOutcome", "messaged")


def tier_action(tier: CallTier) -> str:
    """The verb that opens a further circle of people."""
    match tier:
        case CallTier.OTHER_TEAMS:
            return translate("CallTier", "Ask other teams")
        case CallTier.BACKBONE:
            return translate("CallTier", "Ask the backbone")
        case CallTier.PROFESSIONAL:
            return translate("CallTier", "Ask professionals")
        case CallTier.RECRUITED:
            return translate("CallTier", "Ask recruited people")
        case CallTier.ON_SHIFT | CallTier.OWN_TEAM | CallTier.STANDBY:
            return translate("CallTier", "Ask {tier}").format(tier=label(tier))


def factor_words(reason: Reason) -> str:
    """One factor without its points."""
    if reason.code is FactorCode.TIER:
        return label(CallTier(reason.value)) if reason.value else translate("Factor", "circle")
    return _factor_table()[reason.code].format(value=reason.value)


def _factor_table() -> dict[FactorCode, str]:
    return {
        FactorCode.FITS_SCARCE_NEED: translate("Factor", "has what is scarce"),
        FactorCode.SAME_COMMUNITY: translate("Factor", "lives there"),
        FactorCode.HOURS_SERVED: translate("Factor", "{value} h in 30 days"),
        FactorCode.CALLS_LATELY: translate("Factor", "called {value} times lately"),
        FactorCode.ANSWERS: translate("Factor", "answers {value}"),
        FactorCode.COMES: translate("Factor", "comes {value}"),
        FactorCode.FIRST_TIME: translate("Factor", "never called yet"),
        FactorCode.AVAILABLE: translate("Factor", "free then"),
        FactorCode.UNAVAILABLE: translate("Factor", "not free then"),
        FactorCode.ADDED_BY_HAND: translate("Factor", "added by hand"),
    }


def short_factor(reason: Reason) -> str:
    """The same for a line of the list, where room is dear."""
    match reason.code:
        case FactorCode.HOURS_SERVED:
            return translate("Factor", "{value} h").format(value=reason.value)
        case FactorCode.CALLS_LATELY:
            return translate("Factor", "called {value}×").format(value=reason.value)
        case _:
            return factor_words(reason)


def factor_pill(reason: Reason) -> PillSpec:
    """`本队 +40`; what costs points is amber."""
    tone = Tone.INFO if reason.points >= 0 else Tone.WARN
    return PillSpec(f"{factor_words(reason)} {reason.points:+d}", tone)


def state_pill(state: AskState, now: datetime) -> PillSpec | None:
    """What a line of the queue says at its right; people still to call say nothing."""
    match state:
        case Waiting():
            return None
        case Resting(until=until):
            return _again(until, now)
        case CallBack(at=at):
            return _due_pill() if at <= now else call_back_pill(at.astimezone(now.tzinfo))
        case Undecided():
            return PillSpec(translate("AskState", "Undecided"), Tone.MUTE, "circle")
        case Confirmed(is_late=True, eta_at=eta_at) if eta_at is not None:
            return PillSpec(translate("AskState", "Late {time}").format(time=time_text.clock(eta_at)), Tone.OK, "clock")
        case Confirmed():
            return status_pill(Status.CONFIRMED)
        case Declined():
            return status_pill(Status.REFUSED)
        case Standby():
            return status_pill(Status.STANDBY)
        case Skipped():
            return PillSpec(translate("AskState", "Skipped"), Tone.MUTE, "subtract_circle")
        case Unreached():
            return PillSpec(translate("AskState", "Unreached"), Tone.WARN, "call_missed")
        case NoNumber():
            return PillSpec(translate("AskState", "No number"), Tone.WARN, "person_prohibited")


def _again(until: datetime, now: datetime) -> PillSpec:
    if until <= now:
        return PillSpec(translate("AskState", "Can be rung"), Tone.INFO, "call")
    minutes = -(-int((until - now).total_seconds()) // 60)
    return PillSpec(translate("AskState", "in {minutes} min").format(minutes=minutes), Tone.WARN, "clock")


def _due_pill() -> PillSpec:
    return PillSpec(translate("AskState", "Call back now"), Tone.DANGER, "call")
