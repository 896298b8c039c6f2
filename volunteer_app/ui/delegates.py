"""Painted cells: plain, pill, coverage and two-line rows. It refuses widgets inside views.

Every delegate paints the row's ground and the focus ring itself, so that they look alike in all tables and lists.
"""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from volunteer_app.ui import paint
from volunteer_app.ui.look import look
from volunteer_app.ui.status import Coverage, PillSpec
from volunteer_app.ui.table_model import DataRole
from volunteer_app.ui.tokens import Color, Role, Size, Tone

Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


def is_on(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    state: QStyle.StateFlag = option.state
    return bool(state & flag)


def cell_rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


def draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> QRect:
    """Selection, hover and the line below; returns the place left for the content."""
    current = look()
    rect = cell_rect(option)
    if is_on(option, _State.State_Selected):
        painter.fillRect(rect, current.color(Color.SEL))
    elif is_on(option, _State.State_MouseOver):
        painter.fillRect(rect, current.color(Color.HOVER))
    painter.setPen(current.pen(Color.BORDER))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if is_on(option, _State.State_HasFocus):
        paint.draw_focus(painter, rect.adjusted(0, 0, 0, -1), Size.RADIUS_PILL)
    padding = current.px(Size.GAP)
    return rect.adjusted(padding, 0, -padding, -1)


class CellDelegate(QStyledItemDelegate):
    """Plain text of a cell; bold when told to."""

    def __init__(self, parent: QObject | None = None, *, role: Role = Role.BODY) -> None:
        super().__init__(parent)
        self._role = role

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        place = draw_ground(painter, option)
        current = look()
        painter.setFont(current.font(self._role))
        painter.setPen(current.color(Color.TEXT if is_on(option, _State.State_Enabled) else Color.TEXT3))
        text = str(index.data() or "")
        painter.drawText(
            place, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), paint.elided(painter, text, place.width())
        )
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        current = look()
        width = QFontMetrics(current.font(self._role)).horizontalAdvance(str(index.data() or ""))
        return QSize(width + 2 * current.px(Size.GAP), current.px(Size.CONTROL))


class PillDelegate(CellDelegate):
    """A column whose `value` gives a PillSpec or None."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        place = draw_ground(painter, option)
        spec = index.data(DataRole.VALUE)
        if isinstance(spec, PillSpec):
            paint.draw_pill(painter, place, spec)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        spec = index.data(DataRole.VALUE)
        size = paint.pill_size(spec) if isinstance(spec, PillSpec) else QSize(0, 0)
        return size + QSize(2 * look().px(Size.GAP), look().px(Size.GAP))


class CoverageDelegate(CellDelegate):
    """A column whose `value` gives a Coverage."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        place = draw_ground(painter, option)
        value = index.data(DataRole.VALUE)
        if isinstance(value, Coverage):
            paint.draw_coverage(painter, place, value)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(180), look().px(Size.CONTROL))


@dataclass(frozen=True, slots=True)
class TwoLines:
    """What a two-line row shows: a number or time at the left, name and detail, at the right a word or pill."""

    first: str
    second: str = ""
    lead: str = ""
    beside: str = ""
    aside: str = ""
    pill: PillSpec | None = None
    avatar: str = ""
    tone: Tone = Tone.INFO


class TwoLineDelegate(QStyledItemDelegate):
    """A list whose model answers DataRole.VALUE with a TwoLines."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(160), look().px(Size.ROW_TWO_LINES))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value = index.data(DataRole.VALUE)
        painter.save()
        place = draw_ground(painter, option)
        if is_on(option, _State.State_Selected):
            bar = cell_rect(option)
            painter.fillRect(QRect(bar.left(), bar.top(), look().px(3), bar.height()), look().color(Color.ACCENT))
        if isinstance(value, TwoLines):
            self._paint_lines(painter, self._paint_ends(painter, place, value), value)
        painter.restore()

    def _paint_ends(self, painter: QPainter, place: QRect, value: TwoLines) -> QRect:
        """Lead and avatar at the left, word or pill at the right; returns what is left between them."""
        current = look()
        gap = current.px(Size.GAP)
        painter.setFont(current.font(Role.CAPTION))
        painter.setPen(current.color(Color.TEXT2))
        if value.lead:
            width = max(QFontMetrics(painter.font()).horizontalAdvance(value.lead), current.px(16))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, value.lead)
            place = place.adjusted(width + gap, 0, 0, 0)
        if value.avatar:
            side = current.px(28)
            circle = QRectF(place.left(), place.center().y() - side / 2, side, side)
            paint.draw_avatar(painter, circle, value.avatar, value.tone)
            place = place.adjusted(side + gap, 0, 0, 0)
        if value.pill is not None:
            width = paint.pill_size(value.pill).width()
            paint.draw_pill(painter, QRect(place.right() - width + 1, place.top(), width, place.height()), value.pill)
            place = place.adjusted(0, 0, -width - gap, 0)
        if value.aside:
            painter.setFont(current.font(Role.BODY))
            painter.setPen(current.color(Color.TEXT))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, right, value.aside)
            place = place.adjusted(0, 0, -QFontMetrics(painter.font()).horizontalAdvance(value.aside) - gap, 0)
        return place

    def _paint_lines(self, painter: QPainter, place: QRect, value: TwoLines) -> None:
        current = look()
        first, second = current.line(Role.STRONG), current.line(Role.CAPTION)
        top = place.top() + (place.height() - first - (second if value.second else 0)) // 2
        line = QRect(place.left(), top, place.width(), first)
        painter.setFont(current.font(Role.STRONG))
        painter.setPen(current.color(Color.TEXT))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, paint.elided(painter, value.first, line.width()))
        used = QFontMetrics(painter.font()).horizontalAdvance(value.first) + current.px(Size.GAP)
        painter.setFont(current.font(Role.CAPTION))
        painter.setPen(current.color(Color.TEXT2))
        if value.beside and used < line.width():
            rest = line.adjusted(used, 0, 0, 0)
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, paint.elided(painter, value.beside, rest.width()))
        if value.second:
            below = QRect(place.left(), top + first, place.width(), second)
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, paint.elided(painter, value.second, below.width()))
