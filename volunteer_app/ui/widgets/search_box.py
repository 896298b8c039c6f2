"""A search field that also hears what is still in the Chinese input method, so that `cm` filters before anything is
committed. It refuses to search: it says what is wanted."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from volunteer_app.ui import icons
from volunteer_app.ui.keys import shown_keys
from volunteer_app.ui.look import look
from volunteer_app.ui.tokens import Color, Size

_DROPPED = str.maketrans("", "", " '’")


class GlassEdit(QLineEdit):
    """A line edit with the looking glass drawn in its left edge."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "search")
        self.setPlaceholderText(placeholder)
        self._right = 0
        self._make_room()

    def leave_right(self, width: int) -> None:
        """Keep the text off something that lies in the right edge."""
        self._right = width
        self._make_room()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._make_room()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        current = look()
        side = current.px(Size.ICON_SMALL)
        place = QRectF(current.px(10), (self.height() - side) / 2, side, side)
        icons.paint(QPainter(self), place, "search", current.color(Color.TEXT3))

    def _make_room(self) -> None:
        self.setTextMargins(look().px(Size.ICON_SMALL + 6), 0, self._right, 0)


class SearchBox(GlassEdit):
    """`query_changed` comes with every key; Down asks for the list, Enter for its first entry."""

    query_changed = Signal(str)
    list_wanted = Signal()
    accepted = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None, *, name: str = "", keys: str = "") -> None:
        super().__init__(placeholder, parent)
        self._preedit = ""
        self._told = ""
        self.setAccessibleName(name or self.tr("Search"))
        self.setClearButtonEnabled(False)
        if keys:
            self.setToolTip(shown_keys(keys))
        self.textChanged.connect(self._tell)

    @property
    def query(self) -> str:
        """The text with what the input method holds, letters only."""
        held = self._preedit.translate(_DROPPED)
        at = self.cursorPosition()
        return (self.text()[:at] + held + self.text()[at:]).strip()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # Before the event is handled: committing changes the text first, and would be told with the old letters.
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        self._tell()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Down:
                self.list_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.accepted.emit()
            case _:
                super().keyPressEvent(event)

    def _tell(self) -> None:
        if self.query != self._told:
            self._told = self.query
            self.query_changed.emit(self._told)
