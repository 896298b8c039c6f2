"""Makes the rows of the call desk from a call's situation: strip, queue, last replies, arrivals. It only reads."""

from collections.abc import Iterator

from volunteer_app.domain.attendance import Attendance, Expectation, minutes_late, presence
from volunteer_app.domain.call_entries import Entry, entries
from volunteer_app.domain.call_progress import Confirmed, progress
from volunteer_app.domain.call_queue import NextUp, Offer, QueueGroup, Standing, group_of, in_queue_order
from volunteer_app.domain.calls import Ask
from volunteer_app.domain.ids import AskId, PersonId
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.shifts import Assignment
from volunteer_app.domain.text import mask_phone
from volunteer_app.services.call_card import CardMaker
from volunteer_app.services.call_rows import (
    ArrivalRow,
    CallBoard,
    CallCard,
    CallHead,
    QueueRow,
    RecentEntry,
)
from volunteer_app.services.call_situation import Situation
from volunteer_app.storage.queries import call_desk
from volunteer_app.storage.queries.call_desk import PersonInQueue, Reach

RECENT_SHOWN = 20


class CallView:
    """Rows of one call."""

    def __init__(self, situation: Situation) -> None:
        self._now = situation
        self._cards = CardMaker(situation)

    def board(self) -> CallBoard:
        """Everything at once."""
        found = self.next_up()
        return CallBoard(
            head=self.head(),
            counters=self._now.counters(),
            next_up=found,
            card=self.card_for(found),
            queue=tuple(self._queue()),
            recent=self.recent(),
            arrivals=self.arrivals(),
            as_of=self._now.now,
        )

    def next_up(self) -> NextUp:
        return self._now.next_up(self._cards.may_ring)

    def card_for(self, found: NextUp) -> CallCard | None:
        return self.card(found.ask_id) if isinstance(found, Offer) else None

    def card(self, ask_id: AskId) -> CallCard:
        """Raises NotFound."""
        return self._cards.card(ask_id)

    def head(self) -> CallHead:
        transaction, call, shift = self._now.transaction, self._now.call, self._now.shift
        post = transaction.posts.get(shift.post_id)
        return CallHead(
            call_id=call.id,
            shift_id=shift.id,
            purpose=call.purpose,
            state=call.state,
            round=call.round,
            tiers=call.tiers,
            opened_at=call.opened_at,
            ended_at=call.ended_at,
            post=post.name,
            place=post.place,
            team="" if shift.team_id is None else transaction.teams.get(shift.team_id).name,
            span=shift.span,
        )

    def row(self, ask_id: AskId) -> QueueRow:
        """One line, for the person just answered."""
        ask = self._now.transaction.calls.ask(ask_id)
        return self._row(ask, call_desk.person_in_queue(self._now.transaction, ask.person_id))

    def _queue(self) -> Iterator[QueueRow]:
        asks = {ask.id: ask for ask in self._now.transaction.calls.asks(self._now.call.id)}
        people = call_desk.people_in_queue(self._now.transaction, self._now.call.id)
        rows = [self._row(asks[each.ask_id], people[asks[each.ask_id].person_id]) for each in self._in_order()]
        to_ring = [row for row in rows if row.group is not QueueGroup.ASKED]
        asked = [row for row in rows if row.group is QueueGroup.ASKED]
        yield from to_ring
        yield from sorted(asked, key=lambda row: row.last_at or self._now.call.opened_at, reverse=True)

    def _in_order(self) -> list[Standing]:
        return in_queue_order(self._now.standings())

    def _row(self, ask: Ask, person: PersonInQueue) -> QueueRow:
        now = self._now.progress(ask.id)
        phones = self._now.queued[ask.id].phones
        return QueueRow(
            ask_id=ask.id,
            person_id=ask.person_id,
            name=person.name,
            team=person.team,
            community=person.community,
            masked_phone=mask_phone(phones[0]) if phones else "",
            tier=ask.tier,
            position=ask.position,
            score=ask.score,
            reasons=ask.reasons,
            state=now.state,
            group=group_of(now.state),
            note=ask.note,
            last_at=now.last_at,
        )

    def recent(self) -> tuple[RecentEntry, ...]:
        """The last key presses that count, the latest first."""
        latest = entries(self._now.events)[:RECENT_SHOWN]
        reach = call_desk.reach_of(self._now.transaction, [self._person_of(entry) for entry in latest])
        return tuple(self._recent(entry, reach[self._person_of(entry)]) for entry in latest)

    def recent_entry(self, entry: Entry) -> RecentEntry:
        person_id = self._person_of(entry)
        return self._recent(entry, call_desk.reach_of(self._now.transaction, [person_id])[person_id])

    def _person_of(self, entry: Entry) -> PersonId:
        return self._now.queued[entry.ask_id].person_id

    def _recent(self, entry: Entry, person: Reach) -> RecentEntry:
        attempt, reply = entry.attempt, entry.reply
        note = (reply.words if reply else "") or (attempt.note if attempt else "")
        until_then = [event for event in self._now.events_of(entry.ask_id) if event.at <= entry.at]
        return RecentEntry(
            entry_id=entry.id,
            ask_id=entry.ask_id,
            name=person.name,
            at=entry.at,
            outcome=attempt.outcome if attempt else None,
            reply=reply.kind if reply else None,
            eta_at=reply.eta_at if reply else None,
            reason=reply.reason if reply else None,
            callback_at=reply.callback_at if reply else None,
            note=note,
            misses=progress(until_then, self._now.candidate(entry.ask_id)).misses_in_a_row,
            is_skip=entry.skip is not None,
        )

    def arrivals(self) -> tuple[ArrivalRow, ...]:
        """Everybody who holds a place, and whoever came without one."""
        plan = {place.person_id: place for place in self._now.plan()}
        here = {seen.person_id: seen for seen in self._now.people_here()}
        everybody = list({**plan, **here})
        reach = call_desk.reach_of(self._now.transaction, everybody)
        said_yes = self._now.confirmations()
        return tuple(
            self._arrival(reach[each], each, plan.get(each), seen=here.get(each), promise=said_yes.get(each))
            for each in everybody
        )

    def _arrival(
        self,
        person: Reach,
        person_id: PersonId,
        place: Assignment | None,
        *,
        seen: Attendance | None,
        promise: Confirmed | None,
    ) -> ArrivalRow:
        eta_at = promise.eta_at if promise else None
        expected = Expectation(self._now.shift.span, eta_at, seen)
        return ArrivalRow(
            person_id=person_id,
            ask_id=self._now.ask_of(person_id),
            assignment_id=place.id if place else None,
            name=person.name,
            phone=self._shown(person.phones[0]) if person.phones else "",
            presence=presence(expected, self._now.now),
            is_leader=place is not None and place.is_leader,
            eta_at=eta_at,
            confirmed_at=promise.since if promise else None,
            signed_in_at=seen.signed_in_at if seen else None,
            signed_out_at=seen.signed_out_at if seen else None,
            late_minutes=minutes_late(expected, self._now.now),
        )

    def _shown(self, number: str) -> str:
        return number if self._now.desk.operator.may(Permission.SEE_PHONES) else mask_phone(number)
