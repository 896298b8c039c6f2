"""The pages at the left, with words or as a rail of icons, each with its badge. It refuses to build pages."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.ui import icons, paint
from volunteer_app.ui.keys import with_keys
from volunteer_app.ui.look import look
from volunteer_app.ui.page import PageSpec
from volunteer_app.ui.tokens import Color, Role, Size, Tone
from volunteer_app.ui.widgets.basics import pad


class NavItem(QAbstractButton):
    """One page: icon, word and badge; filled icon and accent colour when it is the one shown."""

    def __init__(self, spec: PageSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.is_folded = False
        self.is_compact = False
        self._badge = 0
        self._tone = Tone.WARN
        self.setText(spec.title)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(with_keys(spec.title, (spec.shortcut,)))
        self.setAccessibleDescription(spec.shortcut)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name()

    def set_badge(self, count: int, tone: Tone) -> None:
        self._badge = count
        self._tone = tone
        self._name()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(f"{self.spec.title} {self._badge}" if self._badge else self.spec.title)

    @override
    def sizeHint(self) -> QSize:
        height = look().px(Size.NAV_ITEM_COMPACT if self.is_compact else Size.NAV_ITEM)
        return QSize(look().px(Size.NAV_ITEM), height)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        current = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = Color.SURFACE if self.isChecked() else Color.HOVER if self.underMouse() else None
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(current.color(ground))
            radius = current.px(Size.RADIUS)
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        self._paint_face(painter)
        if self._badge:
            self._paint_badge(painter)
        if self.hasFocus():
            paint.draw_focus(painter, self.rect())

    def _paint_face(self, painter: QPainter) -> None:
        current = look()
        ink = current.color(Color.ACCENT_TEXT if self.isChecked() else Color.TEXT2)
        side = current.px(Size.ICON)
        left = (self.width() - side) / 2 if self.is_folded else current.px(12)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(painter, place, self.spec.icon, ink, style="filled" if self.isChecked() else "regular")
        if not self.is_folded:
            painter.setFont(current.font(Role.STRONG if self.isChecked() else Role.BODY))
            painter.setPen(current.color(Color.ACCENT_TEXT if self.isChecked() else Color.TEXT))
            words = self.rect().adjusted(current.px(40), 0, -current.px(8), 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.spec.title)

    def _paint_badge(self, painter: QPainter) -> None:
        current = look()
        text = str(min(self._badge, 999))
        painter.setFont(current.font(Role.CAPTION_STRONG))
        text_width = QFontMetrics(painter.font()).horizontalAdvance(text)
        spare, least, height = (6, 16, current.px(15)) if self.is_folded else (10, 22, current.px(18))
        width = max(text_width + current.px(spare), current.px(least))
        top = 0 if self.is_folded else (self.height() - height) // 2
        box = QRect(self.width() - width - (0 if self.is_folded else current.px(8)), top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current.ground(self._tone))
        painter.drawRoundedRect(box, Size.RADIUS_PILL, Size.RADIUS_PILL)
        painter.setPen(current.ink(self._tone))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class _Brand(QWidget):
    """The office's name beside the shield."""

    def __init__(self, office: str, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self._line = line
        self.is_folded = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(office)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(Size.NAV_ITEM), look().px(56))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        current = look()
        painter = QPainter(self)
        side = current.px(24)
        left = (self.width() - side) / 2 if self.is_folded else current.px(8)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(painter, place, "shield", current.color(Color.ACCENT_TEXT), style="filled")
        if self.is_folded:
            return
        words = self.rect().adjusted(current.px(40), 0, 0, 0)
        first, second = current.line(Role.STRONG), current.line(Role.CAPTION)
        top = (self.height() - first - second) // 2
        painter.setFont(current.font(Role.STRONG))
        painter.setPen(current.color(Color.TEXT))
        name = paint.elided(painter, self.office, words.width())
        painter.drawText(QRect(words.left(), top, words.width(), first), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(current.font(Role.CAPTION))
        painter.setPen(current.color(Color.TEXT2))
        below = QRect(words.left(), top + first, words.width(), second)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self._line)


class Navigation(QWidget):
    """`chosen` carries the key of a page."""

    chosen = Signal(str)

    def __init__(self, specs: Sequence[PageSpec], office: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Pages"))
        self._brand = _Brand(office, self.tr("Volunteer duty"))
        self._items = {spec.key: NavItem(spec, self) for spec in specs}
        layout = QVBoxLayout(self)
        pad(layout, Size.GAP, Size.STEP)
        layout.addWidget(self._brand)
        for item in self._items.values():
            if not item.spec.at_bottom:
                layout.addWidget(item)
        layout.addStretch(1)
        for item in self._items.values():
            if item.spec.at_bottom:
                layout.addWidget(item)
            item.clicked.connect(self._on_clicked)

    def set_office(self, name: str) -> None:
        self._brand.office = name
        self._brand.setAccessibleName(name)
        self._brand.update()

    def show_current(self, key: str) -> None:
        for each, item in self._items.items():
            item.setChecked(each == key)

    def set_badge(self, key: str, count: int, tone: Tone = Tone.WARN) -> None:
        self._items[key].set_badge(count, tone)

    def fold(self) -> None:
        self._set_shape(is_folded=True)

    def unfold(self) -> None:
        self._set_shape(is_folded=False)

    @property
    def is_folded(self) -> bool:
        return self._brand.is_folded

    def set_compact(self) -> None:
        self._set_heights(is_compact=True)

    def set_tall(self) -> None:
        self._set_heights(is_compact=False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        items = list(self._items.values())
        focused = next((number for number, item in enumerate(items) if item.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
        else:
            items[(focused + step) % len(items)].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_current(self) -> None:
        for item in self._items.values():
            if item.isChecked():
                item.setFocus(Qt.FocusReason.TabFocusReason)

    def _set_shape(self, *, is_folded: bool) -> None:
        self._brand.is_folded = is_folded
        for item in self._items.values():
            item.is_folded = is_folded
        self.setFixedWidth(look().px(Size.NAV_RAIL if is_folded else Size.NAV_WIDTH))
        self.update()

    def _set_heights(self, *, is_compact: bool) -> None:
        for item in self._items.values():
            item.is_compact = is_compact
            item.updateGeometry()

    def _on_clicked(self) -> None:
        item = self.sender()
        if isinstance(item, NavItem):
            self.show_current(item.spec.key)
            self.chosen.emit(item.spec.key)
