"""Whom to ring next, and how the call stands in figures. Pure: the moment is handed in."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from volunteer_app.domain.call_progress import (
    AskState,
    CallBack,
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
)
from volunteer_app.domain.ids import AskId


class QueueGroup(StrEnum):
    """The three lists of the queue."""

    TO_CALL = "to_call"
    CALL_BACKS = "call_backs"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Standing:
    """A candidate's place in the order and state."""

    ask_id: AskId
    position: float
    state: AskState


@dataclass(frozen=True, slots=True)
class Offer:
    """This person is to be rung next."""

    ask_id: AskId


@dataclass(frozen=True, slots=True)
class Pause:
    """Nobody is due now; somebody will be at this moment."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Exhausted:
    """Nobody is left in this round."""


NextUp: TypeAlias = Offer | Pause | Exhausted


def next_up(standings: Iterable[Standing], now: datetime, *, dropped_out_at: datetime | None = None) -> NextUp:
    """Due call-backs, then reserves if somebody dropped out since they offered, then the waiting, then the rested."""
    best = min(
        ((turn, standing) for standing in standings if (turn := _turn(standing, now, dropped_out_at)) is not None),
        key=lambda pair: pair[0],
        default=None,
    )
    if best is None:
        return Exhausted()
    (group, moment, _), standing = best
    return Pause(moment) if group == _LATER else Offer(standing.ask_id)


_DUE, _RESERVE, _WAITING, _RESTED, _LATER = range(5)
_Turn: TypeAlias = tuple[int, datetime, float]


def _turn(standing: Standing, now: datetime, dropped_out_at: datetime | None) -> _Turn | None:
    """Sorts candidates that may be rung; None for those who may not. Later ones sort last."""
    match standing.state:
        case CallBack(at=moment):
            return (_DUE if moment <= now else _LATER, moment, standing.position)
        case Resting(until=moment):
            return (_RESTED if moment <= now else _LATER, moment, standing.position)
        case Standby(since=since):
            if dropped_out_at is None or since > dropped_out_at:
                return None
            return (_RESERVE, since, standing.position)
        case Waiting():
            return (_WAITING, now, standing.position)
        case Undecided() | Confirmed() | Declined() | Skipped() | Unreached() | NoNumber():
            return None


def group_of(state: AskState) -> QueueGroup:
    match state:
        case Waiting():
            return QueueGroup.TO_CALL
        case CallBack() | Resting():
            return QueueGroup.CALL_BACKS
        case Undecided() | Confirmed() | Declined() | Standby() | Skipped() | Unreached() | NoNumber():
            return QueueGroup.ASKED


class Answer(StrEnum):
    """product.md rule 11: five different things."""

    YES = "yes"
    STANDBY = "standby"
    DECLINED = "declined"
    UNREACHED = "unreached"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Tally:
    """What the candidates of a call said. Every candidate is in exactly one of the five; `asked` is their sum."""

    said_yes: int = 0
    standby: int = 0
    declined: int = 0
    unreached: int = 0
    pending: int = 0
    informed: int = 0

    @property
    def asked(self) -> int:
        return self.said_yes + self.standby + self.declined + self.unreached + self.pending


def tally(candidates: Sequence[Progress]) -> Tally:
    counted = Counter(answer(each.state) for each in candidates)
    return Tally(
        said_yes=counted[Answer.YES],
        standby=counted[Answer.STANDBY],
        declined=counted[Answer.DECLINED],
        unreached=counted[Answer.UNREACHED],
        pending=counted[Answer.PENDING],
        informed=sum(each.is_informed for each in candidates),
    )


def answer(state: AskState) -> Answer:
    match state:
        case Confirmed():
            return Answer.YES
        case Standby():
            return Answer.STANDBY
        case Declined():
            return Answer.DECLINED
        case Resting() | Unreached() | NoNumber():
            return Answer.UNREACHED
        case Waiting() | CallBack() | Undecided() | Skipped():
            return Answer.PENDING


def in_queue_order(standings: Iterable[Standing]) -> list[Standing]:
    """To call by rank, call-backs by time, then everybody else by rank."""
    groups = list(QueueGroup)
    return sorted(standings, key=lambda each: (groups.index(group_of(each.state)), _within(each), each.position))


def _within(standing: Standing) -> float:
    match standing.state:
        case CallBack(at=moment) | Resting(until=moment):
            return moment.timestamp()
        case _:
            return 0.0
