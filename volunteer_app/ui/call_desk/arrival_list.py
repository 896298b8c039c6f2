"""Paints the arrival board: groups with their count, people with the time and what they are. It refuses to sign in."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from volunteer_app.domain.attendance import Presence
from volunteer_app.services.call_rows import ArrivalRow
from volunteer_app.ui import paint, time_text
from volunteer_app.ui.delegates import Index, cell_rect, draw_ground
from volunteer_app.ui.look import ALIGN_LEFT, ALIGN_RIGHT, look
from volunteer_app.ui.status import PillSpec, Status, late_pill, status_pill
from volunteer_app.ui.table_model import DataRole
from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import Color, Role, Size, Tone

# Who must be acted on stands first; who is done, last.
ORDER = (
    Presence.NO_SHOW,
    Presence.LATE,
    Presence.ON_THE_WAY,
    Presence.EXPECTED,
    Presence.ARRIVED,
    Presence.LEFT,
)


@dataclass(frozen=True, slots=True)
class ArrivalItem:
    """A line: the head of a group (`row` is None) or a person in it."""

    presence: Presence
    count: int = 0
    row: ArrivalRow | None = None


def grouped(rows: tuple[ArrivalRow, ...]) -> list[ArrivalItem]:
    """Groups that have somebody, each under its head."""
    items: list[ArrivalItem] = []
    for presence in ORDER:
        of_group = [row for row in rows if row.presence is presence]
        if of_group:
            items.append(ArrivalItem(presence, len(of_group)))
            items.extend(ArrivalItem(presence, 0, row) for row in of_group)
    return items


def group_word(presence: Presence) -> str:
    return {
        Presence.NO_SHOW: translate("Presence", "Did not come"),
        Presence.LATE: translate("Presence", "Late"),
        Presence.ON_THE_WAY: translate("Presence", "On the way"),
        Presence.EXPECTED: translate("Presence", "Confirmed, not arrived"),
        Presence.ARRIVED: translate("Presence", "Arrived"),
        Presence.LEFT: translate("Presence", "Signed out"),
    }[presence]


def presence_pill(row: ArrivalRow) -> PillSpec:
    match row.presence:
        case Presence.NO_SHOW:
            return status_pill(Status.NO_SHOW)
        case Presence.LATE:
            return late_pill(row.late_minutes)
        case Presence.ON_THE_WAY:
            return status_pill(Status.ON_THE_WAY)
        case Presence.EXPECTED:
            return status_pill(Status.CONFIRMED)
        case Presence.ARRIVED:
            return status_pill(Status.ARRIVED)
        case Presence.LEFT:
            return status_pill(Status.SIGNED_OUT)


def time_of(row: ArrivalRow) -> str:
    """When they left, came, will come, or said yes: the latest that is known."""
    if row.signed_out_at is not None:
        return time_text.clock(row.signed_out_at)
    if row.signed_in_at is not None:
        return time_text.clock(row.signed_in_at)
    if row.eta_at is not None:
        return translate("Presence", "exp. {time}").format(time=time_text.clock(row.eta_at))
    return time_text.clock(row.confirmed_at) if row.confirmed_at is not None else ""


def item_text(item: ArrivalItem) -> str:
    return f"{group_word(item.presence)} {item.count}" if item.row is None else item.row.name


def item_spoken(item: ArrivalItem) -> str:
    if item.row is None:
        return item_text(item)
    leads = translate("Presence", "leads") if item.row.is_leader else ""
    return "，".join(part for part in (item.row.name, leads, presence_pill(item.row).text, time_of(item.row)) if part)


class ArrivalDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item = index.data(DataRole.ROW)
        is_head = isinstance(item, ArrivalItem) and item.row is None
        return QSize(look().px(120), look().px(Size.CONTROL if is_head else Size.CONTROL + Size.STEP))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(DataRole.ROW)
        painter.save()
        if isinstance(item, ArrivalItem) and item.row is not None:
            self._paint_person(painter, draw_ground(painter, option), item.row)
        elif isinstance(item, ArrivalItem):
            self._paint_head(painter, cell_rect(option), item)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, item: ArrivalItem) -> None:
        current = look()
        painter.setFont(current.font(Role.CAPTION_STRONG))
        is_alarm = item.presence in (Presence.NO_SHOW, Presence.LATE)
        painter.setPen(current.color(Color.DANGER if is_alarm else Color.TEXT2))
        place = rect.adjusted(current.px(Size.GAP), 0, 0, -current.px(Size.STEP))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, item_text(item))

    def _paint_person(self, painter: QPainter, place: QRect, row: ArrivalRow) -> None:
        current = look()
        gap, side = current.px(Size.GAP), current.px(24)
        circle = QRectF(place.left(), place.center().y() - side / 2 + 0.5, side, side)
        paint.draw_avatar(painter, circle, row.name, Tone.MUTE)
        pill = presence_pill(row)
        width = paint.pill_size(pill).width()
        paint.draw_pill(painter, QRect(place.right() - width + 1, place.top(), width, place.height()), pill)
        inner = place.adjusted(side + gap, 0, -width - gap, 0)
        painter.setFont(current.font(Role.CAPTION))
        painter.setPen(current.color(Color.TEXT2))
        when = time_of(row)
        painter.drawText(inner, ALIGN_RIGHT, when)
        inner.setRight(inner.right() - QFontMetrics(painter.font()).horizontalAdvance(when) - gap)
        painter.setFont(current.font(Role.BODY))
        painter.setPen(current.color(Color.TEXT))
        name = f"★ {row.name}" if row.is_leader else row.name
        painter.drawText(inner, ALIGN_LEFT, paint.elided(painter, name, inner.width()))


class ArrivalList(QListView):
    """Arrows move inside it once it has the focus; digits and letters go to the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(ArrivalDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def row_at(self, index: Index) -> ArrivalRow | None:
        item = index.data(DataRole.ROW)
        return item.row if isinstance(item, ArrivalItem) else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.currentIndex().isValid():
            self.clicked.emit(self.currentIndex())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)
