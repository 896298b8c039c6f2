"""How a call went, in figures. It only reads."""

from datetime import datetime, timedelta

from volunteer_app.domain.calls import AssignmentEffect, Reply
from volunteer_app.services.call_rows import CallSummary
from volunteer_app.services.call_situation import Situation
from volunteer_app.services.call_view import CallView


def summarize(situation: Situation) -> CallSummary:
    counters = situation.counters()
    told = sum(situation.progress(ask_id).is_informed for ask_id in situation.queued)
    return CallSummary(
        head=CallView(situation).head(),
        counters=counters,
        minutes_to_fill=_minutes_to_fill(situation) if counters.is_full else None,
        not_told=counters.asked - told,
    )


def _minutes_to_fill(situation: Situation) -> int | None:
    """Until the last place was given in this call; None when it gave none."""
    placed = [event.at for event in situation.events if isinstance(event, Reply) and _gave_place(event)]
    filled_at: datetime | None = max(placed, default=None)
    return None if filled_at is None else int((filled_at - situation.call.opened_at) / timedelta(minutes=1))


def _gave_place(reply: Reply) -> bool:
    return reply.counts and reply.effect is AssignmentEffect.PLACED
