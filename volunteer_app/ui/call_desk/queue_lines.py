"""What the lines of the queue say: rank, name and team, why, and what is agreed."""

from dataclasses import dataclass
from datetime import datetime

from volunteer_app.domain.call_progress import CallBack, Resting
from volunteer_app.domain.call_queue import QueueGroup
from volunteer_app.domain.findings import Level
from volunteer_app.domain.ids import AskId
from volunteer_app.services.call_rows import NotCallableRow, QueueRow
from volunteer_app.ui.call_desk.words import short_factor, state_pill
from volunteer_app.ui.delegates import TwoLines
from volunteer_app.ui.error_text import finding_words
from volunteer_app.ui.text import label, translate

_FACTORS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class QueueItem:
    """A line of the list as it is shown; `rank` is 0 for those who have none."""

    row: QueueRow
    rank: int = 0

    @property
    def ask_id(self) -> AskId:
        return self.row.ask_id


def to_ring(queue: tuple[QueueRow, ...], now: datetime) -> list[QueueRow]:
    """Everybody who may still be rung, in the order in which they are offered; those not due yet at the end."""
    return sorted((row for row in queue if row.group is not QueueGroup.ASKED), key=lambda row: _turn(row, now))


def _turn(row: QueueRow, now: datetime) -> tuple[int, float]:
    match row.state:
        case CallBack(at=at):
            return (0 if at <= now else 3, at.timestamp())
        case Resting(until=until):
            return (2 if until <= now else 3, until.timestamp())
        case _:
            return (1, row.position)


def items_of(rows: list[QueueRow]) -> list[QueueItem]:
    """Rows with their rank among those to call."""
    items: list[QueueItem] = []
    rank = 0
    for row in rows:
        is_ranked = row.group is QueueGroup.TO_CALL
        rank += is_ranked
        items.append(QueueItem(row, rank if is_ranked else 0))
    return items


def queue_lines(item: QueueItem, now: datetime) -> TwoLines:
    """The two lines of somebody in the order."""
    row = item.row
    pill = state_pill(row.state, now)
    points = translate("CallQueue", "{points} pts").format(points=row.score)
    return TwoLines(
        first=row.name,
        second=why(row),
        lead=str(item.rank) if item.rank else "·",
        beside=row.team,
        aside=points if item.rank and pill is None else "",
        pill=pill,
    )


def why(row: QueueRow) -> str:
    """The factors that weigh most, in words, and the note."""
    weighed = sorted(row.reasons, key=lambda reason: -abs(reason.points))[:_FACTORS_SHOWN]
    return " · ".join([*(short_factor(reason) for reason in weighed), *([row.note] if row.note else [])])


def spoken_line(item: QueueItem, now: datetime) -> str:
    row = item.row
    pill = state_pill(row.state, now)
    parts = (row.name, row.team, pill.text if pill else translate("CallQueue", "to call"), why(row))
    return "，".join(part for part in parts if part)


def not_callable_lines(row: NotCallableRow) -> TwoLines:
    return TwoLines(first=row.name, second=why_not(row), beside=label(row.tier))


def why_not(row: NotCallableRow) -> str:
    """The grave reasons, or that there is no number."""
    if not row.has_phone:
        return translate("CallQueue", "no number that can be rung")
    grave = [finding for finding in row.findings if finding.level is not Level.HINT]
    return "；".join(finding_words(finding) for finding in grave)
