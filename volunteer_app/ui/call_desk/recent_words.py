"""How a key press that was saved reads: the pill, and what was added to it."""

from volunteer_app.domain.calls import AttemptOutcome, ReplyKind
from volunteer_app.services.call_rows import RecentEntry
from volunteer_app.ui import time_text
from volunteer_app.ui.status import PillSpec, Status, status_pill
from volunteer_app.ui.text import label, translate
from volunteer_app.ui.tokens import Tone


def entry_pill(entry: RecentEntry) -> PillSpec:
    """The word of the key that was pressed."""
    if entry.is_skip:
        return PillSpec(translate("AskState", "Skipped"), Tone.MUTE, "subtract_circle")
    match entry.reply:
        case ReplyKind.COMING | ReplyKind.LATE if entry.outcome is None:
            return status_pill(Status.ARRIVED)
        case ReplyKind.COMING | ReplyKind.LATE:
            return PillSpec(translate("ReplyKey", "Coming"), Tone.OK, "checkmark_circle")
        case ReplyKind.DECLINED:
            return status_pill(Status.REFUSED)
        case ReplyKind.STANDBY:
            return status_pill(Status.STANDBY)
        case ReplyKind.UNDECIDED:
            return PillSpec(translate("ReplyKey", "Later"), Tone.INFO, "clock")
        case None:
            return _miss_pill(entry.outcome)


def _miss_pill(outcome: AttemptOutcome | None) -> PillSpec:
    if outcome is None or outcome is AttemptOutcome.NO_ANSWER:
        return status_pill(Status.NO_ANSWER)
    return PillSpec(label(outcome), Tone.WARN, "call_missed")


def entry_details(entry: RecentEntry) -> str:
    """Times, reasons, counts and the note."""
    parts = []
    if entry.eta_at is not None:
        parts.append(translate("Recent", "there at {time}").format(time=time_text.clock(entry.eta_at)))
    if entry.callback_at is not None:
        parts.append(translate("Recent", "call back at {time}").format(time=time_text.clock(entry.callback_at)))
    if entry.reason is not None:
        parts.append(label(entry.reason))
    if entry.reply is None and entry.misses > 1:
        parts.append(translate("Recent", "{count} times now").format(count=entry.misses))
    if entry.note:
        parts.append(entry.note)
    return " · ".join(parts)


def entry_spoken(entry: RecentEntry) -> str:
    """What a screen reader says when it was saved."""
    return "，".join(part for part in (entry.name, entry_pill(entry).text, entry_details(entry)) if part)
