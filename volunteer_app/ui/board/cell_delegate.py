"""Paints the board: one delegate for all cells, no widget in any of them. It reads the marks and changes nothing."""

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from volunteer_app.services.week_board import BoardCell, BoardRow, BoardShift, Lock, Token
from volunteer_app.ui import icons, paint, time_text
from volunteer_app.ui.board.cell_layout import GAP, INSET, STAR_WIDTH, Block, lay_out
from volunteer_app.ui.board.grid_model import BoardModel, Index
from volunteer_app.ui.board.marks import Marks
from volunteer_app.ui.delegates import cell_rect, is_on
from volunteer_app.ui.look import ALIGN_CENTER, ALIGN_LEFT, Look, look, with_tabular_digits
from volunteer_app.ui.status import PillSpec
from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import Color, Role, Size, Tone

EDGE = 3
MARK = 5
ICON = 14
_LOCKS = {Lock.TOLD: "lock_closed", Lock.OVER: "lock_closed", Lock.CHANGED: "edit"}


class BoardDelegate(QStyledItemDelegate):
    """Posts in the first column, shifts in the others."""

    def __init__(self, marks: Marks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks = marks

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return cell_rect(option).size()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, BoardModel) or (row := model.row(index)) is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = is_on(option, QStyle.StateFlag.State_Selected)
        has_focus = is_on(option, QStyle.StateFlag.State_HasFocus)
        cell = model.cell(index)
        if cell is None:
            self._paint_post(painter, cell_rect(option), row, hours=model.hours(index))
            if has_focus:
                paint.draw_focus(painter, cell_rect(option).adjusted(1, 1, -1, -1))
        else:
            blocks = lay_out(cell, cell_rect(option), shows_hours=not model.hours(index))
            self._paint_cell(painter, cell_rect(option), cell, blocks, current=(is_current, has_focus))
        painter.restore()

    def _paint_post(self, painter: QPainter, place: QRect, row: BoardRow, *, hours: str) -> None:
        current = look()
        gap = current.px(Size.GAP)
        inside = place.adjusted(gap // 2, gap, -gap, -gap)
        line = QRect(inside.left(), inside.top(), inside.width(), current.line(Role.STRONG))
        _text(painter, line, row.post.name, Role.STRONG, Color.TEXT)
        caption = current.line(Role.CAPTION)
        if hours:
            line = QRect(line.left(), line.bottom() + 2, line.width(), caption)
            _text(painter, line, hours, Role.CAPTION, Color.TEXT2)
        if row.post.place:
            line = QRect(line.left(), line.bottom() + 2, line.width(), caption)
            side = current.px(ICON)
            mark = QRectF(line.left() - 1, line.center().y() - side / 2 + 1, side, side)
            icons.paint(painter, mark, "location", current.color(Color.TEXT3))
            _text(painter, line.adjusted(side + 3, 0, 0, 0), row.post.place, Role.CAPTION, Color.TEXT2)

    def _paint_cell(
        self, painter: QPainter, place: QRect, cell: BoardCell, blocks: tuple[Block, ...], *, current: tuple[bool, bool]
    ) -> None:
        is_current, has_focus = current
        for stack, block in enumerate(blocks):
            is_here = is_current and self._marks.stack == stack
            self._paint_block(painter, block, is_here=is_here)
            if is_here and has_focus and self._marks.token is None:
                paint.draw_focus(painter, block.card, Size.RADIUS)
            if is_here and self._marks.token is not None and self._marks.token < len(block.tokens):
                paint.draw_focus(painter, block.tokens[self._marks.token].adjusted(-2, -2, 2, 2), Size.RADIUS_PILL)
        if not cell.shifts:
            self._paint_empty(painter, place, is_current=is_current, has_focus=has_focus)

    def _paint_empty(self, painter: QPainter, place: QRect, *, is_current: bool, has_focus: bool) -> None:
        inset = look().px(INSET)
        card = place.adjusted(inset, inset, -inset, -inset)
        if not is_current:
            return
        _dashed(painter, card, Color.BORDER2)
        _text(painter, card, translate("Board", "+ New shift"), Role.CAPTION, Color.TEXT2, align=ALIGN_CENTER)
        if has_focus:
            paint.draw_focus(painter, card)

    def _paint_block(self, painter: QPainter, block: Block, *, is_here: bool) -> None:
        shift, current = block.shift, look()
        is_target = self._marks.is_dragging and self._marks.hovered == shift.id
        self._paint_card(painter, block, is_here=is_here, is_target=is_target)
        self._paint_head(painter, block)
        if block.hours is not None:
            _text(painter, block.hours, time_text.hours(shift.shift.span), Role.CAPTION, Color.TEXT2)
        painter.setFont(current.font(Role.CAPTION))
        for token, rect in zip(shift.tokens, block.tokens, strict=True):
            self._paint_token(painter, rect, token, shift)
        accepts = is_target and not self._marks.is_refused(shift.id)
        for number, rect in enumerate(block.opens):
            if accepts:
                wide = QRect(rect.left(), rect.top(), block.head.right() - rect.left(), rect.height())
                _dashed(painter, wide, Color.ACCENT_TEXT)
                _text(painter, wide, self.drop_words(shift), Role.CAPTION, Color.ACCENT_TEXT, align=ALIGN_CENTER)
                break
            _dashed(painter, rect, Color.BORDER2)
            _text(painter, rect, _open_text(block, number), Role.CAPTION, Color.TEXT3, align=ALIGN_CENTER)

    def drop_words(self, shift: BoardShift) -> str:
        if self._marks.needs_reason(shift.id):
            return translate("Board", "Here, with a reason")
        return translate("Board", "Drop here")

    def _paint_card(self, painter: QPainter, block: Block, *, is_here: bool, is_target: bool) -> None:
        current, shift = look(), block.shift
        is_refused = self._marks.is_dragging and self._marks.is_refused(shift.id)
        ground = Color.SURFACE2 if shift.lock is Lock.OVER or is_refused else Color.SURFACE
        border = Color.BORDER
        if is_here or (self._marks.verdicts is not None and not is_refused):
            ground = Color.ACCENT_SOFT
        if is_here or is_target:
            border = Color.DANGER if is_target and is_refused else Color.ACCENT
        painter.setBrush(current.color(ground))
        painter.setPen(current.pen(border))
        radius = current.px(Size.RADIUS)
        painter.drawRoundedRect(QRectF(block.card).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if shift.shift.vacancies and shift.lock is not Lock.OVER:
            _red_edge(painter, block.card, radius)

    def _paint_head(self, painter: QPainter, block: Block) -> None:
        shift, current, head = block.shift, look(), block.head
        is_short = bool(shift.shift.vacancies) and shift.lock is not Lock.OVER
        count = f"{shift.taken}/{shift.shift.needed}"
        painter.setFont(with_tabular_digits(current.font(Role.CAPTION_STRONG)))
        painter.setPen(current.color(Color.DANGER if is_short else Color.TEXT2))
        painter.drawText(head, ALIGN_LEFT, count)
        left = head.left() + QFontMetrics(painter.font()).horizontalAdvance(count) + current.px(Size.GAP)
        if is_short:
            missing = translate("Board", "short {count}").format(count=shift.shift.vacancies)
            room = QRect(left, head.top(), head.right() - left - current.px(ICON), head.height())
            paint.draw_pill(painter, room, PillSpec(missing, Tone.DANGER))
        elif not shift.shift.vacancies:
            self._paint_icon(painter, left, head, "checkmark_circle", Color.OK)
        if icon := _LOCKS.get(shift.lock):
            ink = Color.ACCENT_TEXT if shift.lock is Lock.CHANGED else Color.TEXT3
            self._paint_icon(painter, head.right() - current.px(ICON) + 1, head, icon, ink)

    def _paint_icon(self, painter: QPainter, left: int, line: QRect, name: str, ink: Color) -> None:
        side = look().px(ICON)
        icons.paint(painter, QRectF(left, line.center().y() - side / 2 + 1, side, side), name, look().color(ink))

    def _paint_token(self, painter: QPainter, rect: QRect, token: Token, shift: BoardShift) -> None:
        current = look()
        ink = Color.WARN if token.is_conflict else Color.TEXT2 if shift.lock is Lock.OVER else Color.TEXT
        painter.setBrush(current.color(Color.WARN_SOFT if token.is_conflict else Color.SURFACE))
        pen = current.pen(Color.WARN_FILL if token.is_conflict else Color.BORDER)
        if token.is_displaced or token.assignment_id in self._marks.cut:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        radius = current.px(Size.RADIUS_PILL)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        inside = rect.adjusted(current.px(GAP), 0, -current.px(GAP), 0)
        if token.is_leader:
            side = current.px(STAR_WIDTH - 2)
            star = QRectF(inside.left(), inside.center().y() - side / 2 + 1, side, side)
            icons.paint(painter, star, "star", current.color(Color.ACCENT_TEXT), style="filled")
            inside.setLeft(inside.left() + current.px(STAR_WIDTH))
        font = current.font(Role.CAPTION)
        font.setStrikeOut(token.is_displaced)
        painter.setFont(font)
        painter.setPen(current.color(ink))
        painter.drawText(inside, ALIGN_CENTER, paint.elided(painter, token.name, inside.width()))
        self._paint_marks(painter, rect, token, shift)

    def _paint_marks(self, painter: QPainter, rect: QRect, token: Token, shift: BoardShift) -> None:
        """A dot at the top for a person nobody has been told of yet, one at the bottom for an override."""
        current = look()
        side = current.px(MARK)
        painter.setPen(Qt.PenStyle.NoPen)
        if token.is_draft and not token.is_displaced and shift.lock is Lock.CHANGED:
            painter.setBrush(current.color(Color.ACCENT))
            painter.drawEllipse(QRectF(rect.right() - side, rect.top() - side / 3, side, side))
        if token.override_reason:
            painter.setBrush(current.color(Color.WARN_FILL))
            painter.drawEllipse(QRectF(rect.right() - side, rect.bottom() - side * 2 / 3, side, side))


def _open_text(block: Block, number: int) -> str:
    hidden = block.shift.shift.vacancies - len(block.opens)
    return f"+{hidden + 1}" if hidden and number == len(block.opens) - 1 else "+"


def _text(
    painter: QPainter, place: QRect, text: str, role: Role, ink: Color, *, align: Qt.AlignmentFlag = ALIGN_LEFT
) -> None:
    current: Look = look()
    painter.setFont(current.font(role))
    painter.setPen(current.color(ink))
    painter.drawText(place, align, paint.elided(painter, text, place.width()))


def _dashed(painter: QPainter, rect: QRect, ink: Color) -> None:
    pen = QPen(look().color(ink), 1, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = look().px(Size.RADIUS_PILL)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def _red_edge(painter: QPainter, card: QRect, radius: int) -> None:
    """The left edge of a card whose shift is short."""
    painter.save()
    edge = look().px(EDGE)
    painter.setClipRect(QRect(card.left(), card.top(), edge, card.height()))
    painter.setBrush(look().color(Color.DANGER_SOLID))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(card), radius, radius)
    painter.restore()
