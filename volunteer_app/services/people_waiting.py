"""Who, over all running calls, is to be rung again: agreed call-backs and missed rings. It only reads."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from volunteer_app.domain.call_progress import AskState, CallBack, Candidate, Resting, progress
from volunteer_app.domain.calls import CallEvent
from volunteer_app.domain.ids import AskId, CallId, PersonId, ShiftId
from volunteer_app.storage.queries.today import people_rung
from volunteer_app.storage.unit_of_work import Reader


@dataclass(frozen=True, slots=True)
class WaitingPerson:
    """Somebody to be rung again, and for which shift."""

    call_id: CallId
    person_id: PersonId
    name: str
    shift_id: ShiftId | None
    post: str
    state: AskState


def people_waiting(reader: Reader) -> tuple[WaitingPerson, ...]:
    """Everybody of all running calls who agreed to a call-back or was missed and rests."""
    calls = {call.id: call for call in reader.calls.all_open()}
    events: dict[AskId, list[CallEvent]] = defaultdict(list)
    for call_id in calls:
        for event in reader.calls.events(call_id):
            events[event.ask_id].append(event)
    if not events:
        return ()
    folded = (
        (row, progress(events[row.ask_id], Candidate(row.phones, calls[row.call_id].round_started_at)))
        for row in people_rung(reader)
    )
    return tuple(
        WaitingPerson(row.call_id, row.person_id, row.name, row.shift_id, row.post, now.state)
        for row, now in folded
        if isinstance(now.state, CallBack | Resting)
    )


def call_back_at(state: AskState) -> datetime | None:
    """The agreed moment, of those who agreed to one."""
    return state.at if isinstance(state, CallBack) else None
