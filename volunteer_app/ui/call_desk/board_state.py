"""What the desk shows after a key press, worked out from the step alone, so that nobody waits for a reload. Pure."""

from dataclasses import replace
from datetime import UTC, datetime

from volunteer_app.domain.call_progress import CallBack, Resting
from volunteer_app.domain.call_queue import QueueGroup
from volunteer_app.domain.ids import AskId
from volunteer_app.services.call_rows import CallBoard, CallStep, QueueRow, RecentEntry

RECENT_SHOWN = 20
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def after_step(board: CallBoard, step: CallStep) -> CallBoard:
    """The board with the step's figures, the person's new line, and the next person."""
    return replace(
        board,
        counters=step.counters,
        next_up=step.next_up,
        card=step.card,
        queue=board.queue if step.row is None else with_row(board.queue, step.row),
        recent=_recent(board.recent, step),
    )


def keeping_card(board: CallBoard, shown: CallBoard | None) -> CallBoard:
    """A fresh reading, with the person who is on screen: nobody is ever replaced under the clerk's fingers.

    Unless somebody else gave this person's answer meanwhile, or the person is not in the call any more.
    """
    card = None if shown is None or shown.head.call_id != board.head.call_id else shown.card
    if card is None or (board.card is not None and board.card.ask_id == card.ask_id):
        return board
    row = next((row for row in board.queue if row.ask_id == card.ask_id), None)
    return board if row is None or row.state != card.state else replace(board, card=card)


def with_row(queue: tuple[QueueRow, ...], row: QueueRow) -> tuple[QueueRow, ...]:
    """The queue with this person's line where it now belongs."""
    others = [each for each in queue if each.ask_id != row.ask_id]
    place = next((number for number, each in enumerate(others) if _order(row) < _order(each)), len(others))
    return (*others[:place], row, *others[place:])


def _order(row: QueueRow) -> tuple[int, float, float]:
    """To call by rank, call-backs by time, then everybody asked, the latest first."""
    group = list(QueueGroup).index(row.group)
    match row.state:
        case CallBack(at=moment) | Resting(until=moment):
            return group, moment.timestamp(), row.position
        case _ if row.group is QueueGroup.ASKED:
            return group, -(row.last_at or _LONG_AGO).timestamp(), row.position
        case _:
            return group, row.position, row.position


def _recent(recent: tuple[RecentEntry, ...], step: CallStep) -> tuple[RecentEntry, ...]:
    if step.undone is not None:
        gone = step.undone.entry_id
        return tuple(entry for entry in recent if entry.entry_id != gone)
    if step.entry is None:
        return recent
    changed = step.entry.entry_id
    if any(entry.entry_id == changed for entry in recent):
        return tuple(step.entry if entry.entry_id == changed else entry for entry in recent)
    return (step.entry, *recent)[:RECENT_SHOWN]


def neighbour(rows: tuple[QueueRow, ...], ask_id: AskId | None, step: int) -> AskId | None:
    """Whom ↑ and ↓ go to in the list shown; from nobody to the first."""
    if not rows:
        return None
    ids = [row.ask_id for row in rows]
    if ask_id not in ids:
        return ids[0]
    return ids[max(0, min(ids.index(ask_id) + step, len(ids) - 1))]


def due_count(board: CallBoard, now: datetime) -> int:
    """Agreed call-backs whose time has come."""
    return sum(isinstance(row.state, CallBack) and row.state.at <= now for row in board.queue)
