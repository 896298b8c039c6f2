"""The person on screen: whole numbers, what stands against a yes, and how earlier calls went. It only reads."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from volunteer_app.domain.attendance import LatenessRules
from volunteer_app.domain.call_order import HISTORY_DAYS
from volunteer_app.domain.call_progress import (
    AskState,
    CallBack,
    Candidate,
    Confirmed,
    Declined,
    NoNumber,
    Progress,
    Resting,
    Skipped,
    Standby,
    Undecided,
    Unreached,
    Waiting,
    phone_to_ring,
    progress,
)
from volunteer_app.domain.calls import Attempt
from volunteer_app.domain.findings import Finding, Level, Rule
from volunteer_app.domain.ids import AskId, NeedId, PersonId
from volunteer_app.domain.operators import Permission
from volunteer_app.domain.phone_numbers import TroubleKind, trouble
from volunteer_app.domain.placement import PlacementRules, check
from volunteer_app.domain.shifts import NeedKind, seat
from volunteer_app.domain.text import mask_phone
from volunteer_app.services.call_rows import CallCard, CardPhone, HistoryKind, HistoryMark
from volunteer_app.services.call_situation import Situation
from volunteer_app.storage.queries import call_desk
from volunteer_app.storage.queries.call_desk import PastCall, PastDuty
from volunteer_app.storage.queries.crew import load_crew, these_people
from volunteer_app.storage.repositories.facts import shift_facts

RULES = PlacementRules()
MARGIN_MINUTES = 8 * 24 * 60
MARKS_SHOWN = 14
NO_SHOW_AFTER = LatenessRules().no_show_after
UNUSABLE = (TroubleKind.DEAD, TroubleKind.WRONG)


class CardMaker:
    """Cards of one call's people."""

    def __init__(self, situation: Situation) -> None:
        self._now = situation
        self._findings: dict[PersonId, tuple[Finding, ...]] = {}

    def may_ring(self, ask_id: AskId) -> bool:
        """Whether nothing has come up since the order was made that a clerk cannot mend."""
        findings = self.findings(self._now.queued[ask_id].person_id)
        return all(finding.level is not Level.REFUSAL for finding in findings)

    def card(self, ask_id: AskId) -> CallCard:
        """Raises NotFound."""
        candidate = self._now.candidate(ask_id)
        transaction, now = self._now.transaction, self._now.progress(ask_id)
        ask = transaction.calls.ask(ask_id)
        today = self._now.desk.today()
        person = call_desk.person_details(transaction, ask.person_id, today)
        phones = self._phones(candidate, now)
        calls = [each for each in self._past_calls(ask.person_id) if _was_rung(each)]
        duties = self._past_duties(ask.person_id)
        return CallCard(
            ask_id=ask_id,
            person_id=ask.person_id,
            name=person.name,
            pinyin=person.pinyin,
            political=person.political,
            age=person.birth.age_on(today) if person.birth else None,
            teams=person.teams,
            community=person.community,
            skills=person.skills,
            phones=tuple(replace(phone, number=self._shown(phone.number)) for phone in phones),
            phone_to_ring=self._shown(_to_ring(candidate, now, phones)),
            tier=ask.tier,
            score=ask.score,
            reasons=ask.reasons,
            state=now.state,
            findings=self.findings(ask.person_id),
            rung_90_days=len(calls),
            answered_90_days=sum(_folded(each).is_informed for each in calls),
            came_90_days=sum(duty.came for duty in duties),
            history=self._history(calls, duties),
            note=ask.note,
        )

    def findings(self, person_id: PersonId) -> tuple[Finding, ...]:
        """What stands against a yes. Having a place here already, or the shift being full, does not."""
        if person_id not in self._findings:
            self._findings[person_id] = tuple(self._check(person_id))
        return self._findings[person_id]

    def _check(self, person_id: PersonId) -> Iterator[Finding]:
        transaction, shift, zone = self._now.transaction, self._now.shift, self._now.desk.zone
        seated = self._seated(person_id)
        who = these_people(transaction.office_id, list({*seated, person_id}))
        crew = load_crew(transaction, who, shift.span.widened(MARGIN_MINUTES), zone)
        has_place = True
        if seated:
            abilities = {each: crew.facts(each, shift.span, ()).abilities for each in crew.members}
            has_place = seat(shift.needs, seated, abilities, person_id) is not None
        team = None if shift.team_id is None else transaction.teams.get(shift.team_id)
        post = transaction.posts.get(shift.post_id)
        where = shift_facts(shift, post, team, has_place=has_place, zone=zone, now=self._now.now)
        facts = crew.facts(person_id, shift.span, crew.members[person_id].duties())
        elsewhere = call_desk.bound_elsewhere(transaction, person_id, shift.span, but=self._now.call.id)
        for finding in check(replace(facts, asked_in=elsewhere), where, RULES):
            if finding.rule is not Rule.ALREADY_IN_SHIFT:
                yield finding

    def _seated(self, person_id: PersonId) -> dict[PersonId, NeedId]:
        """Whose abilities decide whether there is a place: nobody's when the shift is full or a plain place is open."""
        shift = self._now.shift
        plain = any(need.vacancies for need in shift.needs if need.kind is NeedKind.HEADS)
        seated = {place.person_id: place.need_id for place in self._now.plan()}
        return {} if plain or not shift.vacancies or person_id in seated else seated

    def _phones(self, candidate: Candidate, now: Progress) -> list[CardPhone]:
        rings = self._now.transaction.calls.misses_of(candidate.phones)
        return [
            CardPhone(number, now.misses.get(number, 0), trouble(rings.get(number, ()))) for number in candidate.phones
        ]

    def _past_calls(self, person_id: PersonId) -> tuple[PastCall, ...]:
        since = self._now.now - timedelta(days=HISTORY_DAYS)
        return call_desk.past_calls(self._now.transaction, person_id, since, before=self._now.call.id)

    def _past_duties(self, person_id: PersonId) -> tuple[PastDuty, ...]:
        since = self._now.now - timedelta(days=HISTORY_DAYS)
        return call_desk.past_duties(self._now.transaction, person_id, since, self._now.now - NO_SHOW_AFTER)

    def _history(self, calls: list[PastCall], duties: tuple[PastDuty, ...]) -> tuple[HistoryMark, ...]:
        """A duty that was served (or missed) says more than the call for it."""
        served = {duty.shift_id for duty in duties}
        marks = [HistoryMark(d.span.start, HistoryKind.CAME if d.came else HistoryKind.NO_SHOW) for d in duties]
        marks += [HistoryMark(c.at, _became(_folded(c).state)) for c in calls if c.shift_id not in served]
        return tuple(sorted(marks, key=lambda mark: mark.at, reverse=True)[:MARKS_SHOWN])

    def _shown(self, number: str) -> str:
        return number if self._now.desk.operator.may(Permission.SEE_PHONES) else mask_phone(number)


def _to_ring(candidate: Candidate, now: Progress, phones: list[CardPhone]) -> str:
    """A number that turned out dead or wrong in another call is only offered when there is no other."""
    good = tuple(phone.number for phone in phones if phone.trouble not in UNUSABLE)
    return phone_to_ring(replace(candidate, phones=good), now) or phone_to_ring(candidate, now)


def _was_rung(call: PastCall) -> bool:
    return any(isinstance(event, Attempt) and event.counts for event in call.events)


def _folded(call: PastCall) -> Progress:
    numbers = tuple(dict.fromkeys(event.phone for event in call.events if isinstance(event, Attempt)))
    return progress(call.events, Candidate(numbers, call.round_started_at))


def _became(state: AskState) -> HistoryKind:
    match state:
        case Confirmed():
            return HistoryKind.COMING
        case Declined():
            return HistoryKind.DECLINED
        case Standby():
            return HistoryKind.STANDBY
        case Resting() | Unreached() | NoNumber():
            return HistoryKind.UNREACHED
        case Waiting() | CallBack() | Undecided() | Skipped():
            return HistoryKind.UNDECIDED
