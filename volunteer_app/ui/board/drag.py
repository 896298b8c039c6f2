"""A person carried over the window with the mouse: what is carried, where it would land, and why not. It places nobody.

Our own and not Qt's drag and drop: that one blocks while it lasts, and the reason must follow the mouse.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from volunteer_app.domain.ids import AssignmentId, PersonId, ShiftId
from volunteer_app.ui.look import look
from volunteer_app.ui.theme import restyle
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.basics import column, set_ink, text_label


@dataclass(frozen=True, slots=True)
class Carried:
    """A candidate, or a token with the place it comes from."""

    person_id: PersonId
    name: str
    assignment_id: AssignmentId | None = None
    from_shift: ShiftId | None = None


class DropMode(StrEnum):
    MOVE = "move"
    COPY = "copy"


class Ghost(QWidget):
    """The name beside the mouse, and below it why it cannot be dropped here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("kind", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.name = text_label("", Role.CAPTION_STRONG)
        self.why = text_label("", Role.CAPTION, Color.DANGER)
        inside = column(self.name, self.why, spacing=0)
        gap = look().px(Size.STEP)
        inside.setContentsMargins(2 * gap, gap, 2 * gap, gap)
        self.setLayout(inside)
        self.hide()

    def say(self, text: str, ink: Color) -> None:
        if text != self.why.text() or self.why.isHidden() is bool(text):
            self.why.setText(text)
            self.why.setVisible(bool(text))
            set_ink(self.why, ink)
            self.adjustSize()

    def follow(self, point: QPoint) -> None:
        gap = look().px(Size.GAP)
        self.adjustSize()
        room = self._over.rect().adjusted(0, 0, -self.width(), -self.height())
        at = point + QPoint(2 * gap, 2 * gap)
        self.move(max(0, min(at.x(), room.right())), max(0, min(at.y(), room.bottom())))


class PersonDrag(QObject):
    """Views report the mouse here; `moved` and `dropped` carry global points. Esc lets go."""

    began = Signal(object)
    moved = Signal(object, QPoint)
    dropped = Signal(object, QPoint, object)
    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._ghost = Ghost(window)
        self._armed: tuple[Carried, QPoint] | None = None
        self._carried: Carried | None = None

    @property
    def is_active(self) -> bool:
        return self._carried is not None

    def arm(self, carried: Carried, point: QPoint) -> None:
        """The mouse was pressed on somebody; a drag begins when it moves far enough."""
        self._armed = (carried, point)

    def move(self, point: QPoint) -> None:
        if self._armed is not None and self._carried is None:
            carried, start = self._armed
            if (point - start).manhattanLength() < QApplication.startDragDistance():
                return
            self._begin(carried)
        if self._carried is not None:
            self._ghost.follow(self._window.mapFromGlobal(point))
            self.moved.emit(self._carried, point)

    def release(self, point: QPoint, mode: DropMode) -> bool:
        """True when somebody was carried."""
        carried = self._carried
        self.cancel()
        if carried is not None:
            self.dropped.emit(carried, point, mode)
        return carried is not None

    def cancel(self) -> None:
        was_active, self._carried, self._armed = self.is_active, None, None
        if was_active:
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # there is one
            self._ghost.hide()
            self.ended.emit()

    def say(self, text: str, ink: Color = Color.DANGER) -> None:
        """Why not, or with what, beside the mouse."""
        self._ghost.say(text, ink)

    @property
    def said(self) -> str:
        return self._ghost.why.text()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.KeyPress:
                self.cancel()
            return True
        return super().eventFilter(watched, event)

    def _begin(self, carried: Carried) -> None:
        self._carried = carried
        self._ghost.name.setText(carried.name)
        self._ghost.say("", Color.TEXT2)
        self._ghost.show()
        self._ghost.raise_()
        restyle(self._ghost)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one
        self.began.emit(carried)
