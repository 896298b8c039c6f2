"""Assembles 电话通知单 from a running call or from a shift's people: whom to ring, in order, and what to say.

It neither draws nor writes. Whole numbers come in here, so whoever calls it has asked for a purpose first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from uuid import UUID

from volunteer_app.domain.call_queue import QueueGroup, group_of, in_queue_order
from volunteer_app.domain.errors import NobodyToRing
from volunteer_app.domain.ids import CallId, PersonId, SheetIssueId, ShiftId, new_id
from volunteer_app.domain.message_templates import MessageFacts, MessageKind, MessageOccasion, MessageTemplates
from volunteer_app.domain.office import Office
from volunteer_app.domain.publishing import PlanChangeKind
from volunteer_app.domain.sheet_issues import (
    SheetIssue,
    SincePrint,
    joined_since,
    left_since,
    since_print,
    version_of,
)
from volunteer_app.domain.sheets import CallRow, CallSheet, Hours, Marking, SheetKind, Stamp, sheet_number
from volunteer_app.domain.shifts import Post, Shift, ShiftState
from volunteer_app.domain.span import Span
from volunteer_app.domain.teams import Team
from volunteer_app.printing import words
from volunteer_app.services.call_situation import Situation
from volunteer_app.services.duty_sheets import Surroundings
from volunteer_app.services.prepared_sheets import Handout, SheetChange
from volunteer_app.services.session import Desk
from volunteer_app.storage.queries.sheets import PhoneRow, phone_rows
from volunteer_app.storage.unit_of_work import Reader


@dataclass(frozen=True, slots=True)
class CallChoice:
    """One list of people that can be rung from paper: of a running call, or (`call_id` None) of a shift's crew."""

    shift_id: ShiftId
    call_id: CallId | None
    post: str
    span: Span
    people: int


@dataclass(frozen=True, slots=True)
class ToRing:
    """Whom a sheet lists, in order. `subject_id` is the call's or the shift's: what its versions are counted by."""

    shift: Shift
    subject_id: UUID
    people: Sequence[PersonId]
    leaders: frozenset[PersonId] = frozenset()
    marking: Marking = Marking.REAL


@dataclass(frozen=True, slots=True)
class CallPaper:
    """A sheet with its version, what changed since the last print, and how many people came after the last line."""

    sheet: CallSheet
    issue: SheetIssue
    since_print: SincePrint
    changes: tuple[SheetChange, ...]
    left_out: int


def to_ring_in_call(desk: Desk, reader: Reader, call_id: CallId) -> ToRing:
    """Everybody who is still to be rung, as the call desk would ring them. Raises NotFound."""
    situation = Situation.of(desk, reader, call_id)
    people = [
        situation.person(standing.ask_id)
        for standing in in_queue_order(situation.standings())
        if group_of(standing.state) is not QueueGroup.ASKED
    ]
    marking = Marking.DRILL if situation.call.is_drill else Marking.REAL
    return ToRing(situation.shift, call_id, people, marking=marking)


def to_ring_of_crew(reader: Reader, shift_id: ShiftId) -> ToRing:
    """Who holds a place of the shift, leaders first. Raises NotFound."""
    held = sorted(reader.assignments.held_in([shift_id])[shift_id], key=lambda place: not place.is_leader)
    leaders = frozenset(place.person_id for place in held if place.is_leader)
    return ToRing(reader.shifts.get(shift_id), shift_id, [place.person_id for place in held], leaders)


def choices(desk: Desk, reader: Reader, span: Span) -> tuple[CallChoice, ...]:
    """Running calls, the oldest first, then shifts that start in the span and have people."""
    posts = {post.id: post.name for post in reader.posts.all()}
    calls = [(call.id, to_ring_in_call(desk, reader, call.id)) for call in reader.calls.all_open() if call.shift_id]
    planned = (shift for shift in reader.shifts.between(span) if shift.state is ShiftState.PLANNED)
    crews = [(shift, taken) for shift in planned if (taken := sum(need.taken for need in shift.needs))]
    return (
        *(
            CallChoice(ring.shift.id, call_id, posts[ring.shift.post_id], ring.shift.span, len(ring.people))
            for call_id, ring in calls
        ),
        *(CallChoice(shift.id, None, posts[shift.post_id], shift.span, taken) for shift, taken in crews),
    )


class CallPaperMaker:
    """Makes one sheet inside one look at the data."""

    def __init__(self, reader: Reader, around: Surroundings, templates: MessageTemplates) -> None:
        self._reader = reader
        self._around = around
        self._templates = templates

    def make(self, ring: ToRing, handout: Handout, most: int | None) -> CallPaper:
        """At most so many people, from the top. Raises NobodyToRing."""
        starts = ring.shift.span.start.astimezone(self._around.zone)
        on = starts.date()
        known = phone_rows(self._reader, ring.people, ring.shift.team_id, on=on)
        reachable = [known[person_id] for person_id in ring.people if person_id in known and known[person_id].phones]
        listed = reachable[:most]
        if not listed:
            raise NobodyToRing
        team = None if ring.shift.team_id is None else self._reader.teams.get(ring.shift.team_id)
        code = words.NO_TEAM if team is None else team.code
        number = sheet_number(self._around.office.sheet_prefix, SheetKind.CALL, f"{on:%Y%m%d}", code)
        unversioned = self._sheet(ring, listed, handout, team=team, stamp=Stamp(number, 0, self._around.made_at))
        before = self._reader.sheet_issues.last(SheetKind.CALL, _scope(unversioned, ring))
        issue = SheetIssue(
            id=SheetIssueId(new_id()),
            kind=SheetKind.CALL,
            scope=_scope(unversioned, ring),
            version=version_of(before, unversioned.check_code),
            check_code=unversioned.check_code,
            made_at=self._around.made_at.astimezone(UTC),
            lines=tuple(row.person_id for row in listed),
        )
        sheet = replace(unversioned, stamp=replace(unversioned.stamp, version=issue.version))
        changes = self._changes(before, issue, ring.shift.span)
        since = since_print([(before, issue)])
        return CallPaper(sheet, issue, since, changes, left_out=len(reachable) - len(listed))

    def _sheet(
        self, ring: ToRing, listed: Sequence[PhoneRow], handout: Handout, *, team: Team | None, stamp: Stamp
    ) -> CallSheet:
        post = self._reader.posts.get(ring.shift.post_id)
        office = self._around.office
        starts = ring.shift.span.start.astimezone(self._around.zone)
        muster = self._muster_point(post, office)
        return CallSheet(
            stamp=stamp,
            organisation=office.name,
            team_code=words.NO_TEAM if team is None else team.code,
            team="" if team is None else team.name,
            subject=words.call_subject(post.name, self._hours(ring.shift.span)),
            called_on=starts.date(),
            script=self._script(ring.shift, post, team=team, muster=muster),
            rows=tuple(_row(number, person, ring) for number, person in enumerate(listed, 1)),
            purpose=handout.purpose.strip(),
            receiver=handout.receiver.strip(),
            muster_at=starts,
            muster_point=muster,
            marking=ring.marking,
        )

    def _script(self, shift: Shift, post: Post, *, team: Team | None, muster: str) -> str:
        """What is read aloud; on paper nobody knows yet who rings whom."""
        office, hours = self._around.office, self._hours(shift.span)
        facts = MessageFacts(
            office=office.name,
            name=words.ANYBODY,
            date=words.near_day(shift.span.start.astimezone(self._around.zone).date()),
            start=words.clock(hours.start),
            end=words.end(hours),
            place=post.place or muster,
            post=post.name,
            team="" if team is None else team.name,
            muster=muster,
            duty_phone=office.duty_phone,
            missing=str(shift.vacancies),
            operator=words.ANYBODY,
        )
        return self._templates.filled(MessageOccasion.CALL_UP, MessageKind.PHONE, facts)

    def _hours(self, span: Span) -> Hours:
        starts, ends = (moment.astimezone(self._around.zone) for moment in (span.start, span.end))
        return Hours(starts.time(), ends.time(), (ends.date() - starts.date()).days)

    def _muster_point(self, post: Post, office: Office) -> str:
        """The community's own, the office's, or the post itself."""
        communities = {each.id: each.muster_point for each in self._reader.offices.communities()}
        near = communities.get(post.community_id, "") if post.community_id else ""
        return near or office.muster_point or post.place

    def _changes(self, before: SheetIssue | None, issue: SheetIssue, span: Span) -> tuple[SheetChange, ...]:
        joined, left = joined_since(before, issue.lines), left_since(before, issue.lines)
        people = self._reader.people.by_ids([*joined, *left])
        named = ((PlanChangeKind.LEFT, left), (PlanChangeKind.JOINED, joined))
        return tuple(
            SheetChange(kind, span, people[person_id].name if person_id in people else "")
            for kind, person_ids in named
            for person_id in person_ids
        )


def _scope(sheet: CallSheet, ring: ToRing) -> str:
    """Each call and each crew counts its own versions, also where a team has two of them on a day."""
    return f"{sheet.called_on:%Y%m%d}/{sheet.team_code}/{ring.subject_id.hex}"


def _row(number: int, person: PhoneRow, ring: ToRing) -> CallRow:
    is_leader = person.person_id in ring.leaders or person.role.leads
    return CallRow(number, person.name, person.phones, person.role, person.title, is_leader)
