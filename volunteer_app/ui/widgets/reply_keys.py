"""The keys that record what a person said: five large ones and 备勤 small beside them. It refuses to know a call:
it says which key was pressed, by mouse, number, numeric pad or Alt+number."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from volunteer_app.ui import icons, paint
from volunteer_app.ui.look import look
from volunteer_app.ui.tokens import Color, Role, Size, Tone
from volunteer_app.ui.widgets.basics import pad
from volunteer_app.ui.widgets.key_cap import draw_key_cap, key_cap_size

_PADDING = 10


@dataclass(frozen=True, slots=True)
class ReplyKey:
    """One key: its digit, its word, what pressing it does, and how it looks."""

    digit: int
    word: str
    effect: str
    icon: str
    tone: Tone


class _KeyButton(QAbstractButton):
    def __init__(self, key: ReplyKey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.is_compact = False
        self.setText(key.word)
        self.setAccessibleName(f"{key.word}，{key.effect}")
        self.setAccessibleDescription(str(key.digit))
        self.setToolTip(f"{key.word}（{key.digit}）：{key.effect}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._least_width() + look().px(Size.ICON + Size.GAP), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._least_width(), self._height())

    def _least_width(self) -> int:
        """Word and digit; the icon gives way in a narrow row."""
        word = QFontMetrics(look().font(Role.H1)).horizontalAdvance(self.key.word)
        cap = key_cap_size(str(self.key.digit)).width() if self.is_compact else 0
        return word + cap + look().px(2 * _PADDING + Size.STEP)

    def _height(self) -> int:
        return look().px(Size.REPLY_KEY_COMPACT if self.is_compact else Size.REPLY_KEY)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        current = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_pressed = self.isDown() or self.underMouse()
        painter.setBrush(current.ground(self.key.tone if self.isEnabled() else Tone.MUTE))
        edge = Color.TEXT if is_pressed else Color.BORDER2
        painter.setPen(current.pen(edge) if self.key.tone is not Tone.OK_SOLID or is_pressed else Qt.PenStyle.NoPen)
        radius = current.px(Size.RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        self._paint_words(painter)
        if self.hasFocus():
            paint.draw_focus(painter, self.rect())

    def _paint_words(self, painter: QPainter) -> None:
        padding = look().px(_PADDING)
        inner = self.rect().adjusted(padding, padding, -padding, -padding)
        ink = look().ink(self.key.tone if self.isEnabled() else Tone.MUTE)
        if self.is_compact:
            self._paint_in_one_line(painter, inner, ink)
        else:
            self._paint_in_three_lines(painter, inner, ink)

    def _paint_in_one_line(self, painter: QPainter, inner: QRect, ink: QColor) -> None:
        side, middle = look().px(Size.ICON), inner.center().y()
        cap = key_cap_size(str(self.key.digit))
        if self.width() >= self.sizeHint().width():
            icons.paint(painter, QRectF(inner.left(), middle - side / 2, side, side), self.key.icon, ink)
            inner = inner.adjusted(side + look().px(Size.STEP), 0, 0, 0)
        self._paint_word(painter, inner, ink)
        box = QRectF(inner.right() - cap.width() + 1, middle - cap.height() / 2, cap.width(), cap.height())
        draw_key_cap(painter, box, str(self.key.digit))

    def _paint_in_three_lines(self, painter: QPainter, inner: QRect, ink: QColor) -> None:
        side = look().px(Size.ICON)
        cap = key_cap_size(str(self.key.digit))
        icons.paint(painter, QRectF(inner.left(), inner.top(), side, side), self.key.icon, ink)
        box = QRectF(inner.right() - cap.width() + 1, inner.top(), cap.width(), cap.height())
        draw_key_cap(painter, box, str(self.key.digit))
        word = QRect(inner.left(), inner.top() + side - 2, inner.width(), look().line(Role.H1))
        self._paint_word(painter, word, ink)
        painter.setFont(look().font(Role.CAPTION))
        effect = paint.elided(painter, self.key.effect, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, effect)

    def _paint_word(self, painter: QPainter, place: QRect, ink: QColor) -> None:
        painter.setFont(look().font(Role.H1))
        painter.setPen(ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.key.word)


class ReplyKeys(QWidget):
    """`pressed` carries the digit. Bare digits are heard by the page (`digit_of`), Alt+digit anywhere in it."""

    pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[int, _KeyButton] = {}
        line = QHBoxLayout(self)
        pad(line, 0, Size.GAP)
        for key in self._keys():
            button = _KeyButton(key, self)
            button.clicked.connect(self._on_clicked)
            self.buttons[key.digit] = button
            line.addWidget(button, 2 if key.digit <= 5 else 1)
        self.setFocusProxy(self.buttons[1])

    def _keys(self) -> tuple[ReplyKey, ...]:
        return (
            ReplyKey(1, self.tr("Coming"), self.tr("Confirms"), "checkmark_circle", Tone.OK),
            ReplyKey(2, self.tr("Not coming"), self.tr("Not asked again for this shift"), "dismiss_circle", Tone.MUTE),
            ReplyKey(3, self.tr("No answer"), self.tr("Goes to the end of the queue"), "call_missed", Tone.WARN),
            ReplyKey(4, self.tr("Later"), self.tr("Sets a time to call back"), "clock", Tone.INFO),
            ReplyKey(5, self.tr("Arrived"), self.tr("Signs in now"), "person_available", Tone.OK_SOLID),
            ReplyKey(6, self.tr("Standby"), self.tr("Kept in reserve"), "hourglass", Tone.PLAIN),
        )

    def listen_in(self, page: QWidget) -> None:
        """Let Alt+1…6 work anywhere in a page, also from its note field."""
        for digit, button in self.buttons.items():
            shortcut = QShortcut(f"Alt+{digit}", page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    def handles(self, event: QKeyEvent) -> bool:
        """For the page's keyPressEvent: press the key of a bare digit, main block or numeric pad."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain != Qt.KeyboardModifier.NoModifier or not event.text().isdecimal():
            return False
        button = self.buttons.get(int(event.text()))
        if button is None or not button.isEnabled():
            return False
        button.click()
        return True

    def set_compact(self) -> None:
        self._fold(is_compact=True)

    def set_tall(self) -> None:
        self._fold(is_compact=False)

    def _fold(self, *, is_compact: bool) -> None:
        for button in self.buttons.values():
            button.is_compact = is_compact
            button.updateGeometry()
            button.update()

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _KeyButton):
            self.pressed.emit(button.key.digit)
