"""One key press of the clerk: the ring, the reply or the skip it wrote, and what a later `+` makes of it.

Amending never edits: it gives new rows for the same entry, and the old ones are retracted by whoever stores them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from volunteer_app.domain.calls import (
    Attempt,
    AttemptOutcome,
    CallEvent,
    DeclineReason,
    EntryId,
    Reply,
    ReplyKey,
    ReplyKind,
    Skip,
)
from volunteer_app.domain.errors import AppError
from volunteer_app.domain.ids import AskId, AttemptId, ReplyId, new_id


@dataclass(eq=False)
class NothingToUndo(AppError):
    """Every key press of this call has been taken back already."""


@dataclass(eq=False)
class AmendmentDoesNotFit(AppError):
    """A minute, letter or note that means nothing for this entry: a reason belongs to a no, a time to a yes."""

    entry_id: EntryId


@dataclass(frozen=True, slots=True)
class EtaGiven:
    """Expected so many minutes after the reply."""

    minutes: int


@dataclass(frozen=True, slots=True)
class ReasonGiven:
    reason: DeclineReason


@dataclass(frozen=True, slots=True)
class MissKind:
    """Why nobody was reached."""

    outcome: AttemptOutcome


@dataclass(frozen=True, slots=True)
class NoteGiven:
    text: str


Amendment: TypeAlias = EtaGiven | ReasonGiven | MissKind | NoteGiven


@dataclass(frozen=True, slots=True)
class Entry:
    """What one key press wrote and still counts."""

    id: EntryId
    attempt: Attempt | None = None
    reply: Reply | None = None
    skip: Skip | None = None

    @property
    def at(self) -> datetime:
        return self._any.at

    @property
    def ask_id(self) -> AskId:
        return self._any.ask_id

    @property
    def _any(self) -> CallEvent:
        found = self.reply or self.attempt or self.skip
        if found is None:
            raise ValueError("an entry holds at least one row")
        return found


def entries(events: Iterable[CallEvent]) -> list[Entry]:
    """Everything that counts, grouped by key press, the latest first."""
    grouped: dict[EntryId, Entry] = {}
    for event in events:
        if event.counts:
            entry = grouped.get(event.entry_id, Entry(event.entry_id))
            grouped[event.entry_id] = _with(entry, event)
    return sorted(grouped.values(), key=lambda entry: (entry.at, entry.id), reverse=True)


def _with(entry: Entry, event: CallEvent) -> Entry:
    match event:
        case Attempt():
            return replace(entry, attempt=event)
        case Reply():
            return replace(entry, reply=event)
        case Skip():
            return replace(entry, skip=event)


def outcome_of(key: ReplyKey) -> AttemptOutcome | None:
    """What the ring came to. Somebody who stands in the room was not rung."""
    match key:
        case ReplyKey.COMING | ReplyKey.DECLINED | ReplyKey.LATER | ReplyKey.STANDBY:
            return AttemptOutcome.CONNECTED
        case ReplyKey.NO_ANSWER:
            return AttemptOutcome.NO_ANSWER
        case ReplyKey.ARRIVED:
            return None


def kind_of(key: ReplyKey) -> ReplyKind | None:
    """What the person said by it. Nobody said anything when nobody answered."""
    match key:
        case ReplyKey.COMING | ReplyKey.ARRIVED:
            return ReplyKind.COMING
        case ReplyKey.DECLINED:
            return ReplyKind.DECLINED
        case ReplyKey.LATER:
            return ReplyKind.UNDECIDED
        case ReplyKey.STANDBY:
            return ReplyKind.STANDBY
        case ReplyKey.NO_ANSWER:
            return None


def kind_for_eta(eta_at: datetime, starts_at: datetime) -> ReplyKind:
    return ReplyKind.LATE if eta_at > starts_at else ReplyKind.COMING


def amended(entry: Entry, parts: Sequence[Amendment], starts_at: datetime | None) -> Entry:
    """The entry with everything in the `+` line applied, as rows with new ids.

    Raises AmendmentDoesNotFit.
    """
    changed = entry
    for part in parts:
        changed = _amend(changed, part, starts_at)
    attempt = changed.attempt if changed.attempt is None else replace(changed.attempt, id=AttemptId(new_id()))
    reply = changed.reply if changed.reply is None else replace(changed.reply, id=ReplyId(new_id()))
    if reply is not None and attempt is not None:
        reply = replace(reply, attempt_id=attempt.id)
    return replace(changed, attempt=attempt, reply=reply)


def _amend(entry: Entry, part: Amendment, starts_at: datetime | None) -> Entry:
    match part:
        case EtaGiven(minutes=minutes) if entry.reply is not None and entry.reply.kind.is_yes and minutes >= 0:
            eta_at = entry.at + timedelta(minutes=minutes)
            kind = ReplyKind.COMING if starts_at is None else kind_for_eta(eta_at, starts_at)
            return replace(entry, reply=replace(entry.reply, eta_at=eta_at, kind=kind))
        case ReasonGiven(reason=reason) if entry.reply is not None and entry.reply.kind is ReplyKind.DECLINED:
            return replace(entry, reply=replace(entry.reply, reason=reason))
        case MissKind(outcome=outcome) if entry.reply is None and entry.attempt is not None and _is_miss(outcome):
            return replace(entry, attempt=replace(entry.attempt, outcome=outcome))
        case NoteGiven(text=text) if entry.reply is not None:
            return replace(entry, reply=replace(entry.reply, words=text))
        case NoteGiven(text=text) if entry.attempt is not None:
            return replace(entry, attempt=replace(entry.attempt, note=text))
        case EtaGiven() | ReasonGiven() | MissKind() | NoteGiven():
            raise AmendmentDoesNotFit(entry.id)


def _is_miss(outcome: AttemptOutcome) -> bool:
    return outcome.is_miss or outcome.is_bad_number
