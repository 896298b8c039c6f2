"""The pane beside a table, and what becomes of it in a narrow window: a drawer over the table. It refuses content."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.ui.look import look
from volunteer_app.ui.page import Room, Width
from volunteer_app.ui.tokens import Size
from volunteer_app.ui.widgets.basics import pad


def scrolled(content: QWidget) -> QScrollArea:
    """The content in a frame that scrolls downwards only."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("kind", "scrolled")
    area.setWidget(content)
    return area


class DetailPane(QFrame):
    """A card with a scrolling body; `body` is the layout to fill."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        pad(self.body, Size.CARD_PADDING, Size.GAP)
        self.body.addStretch(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(scrolled(inside))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class PaneSplit(QWidget):
    """A main part with a pane at its right; in a NARROW window the pane lies over it until it is closed."""

    def __init__(self, main: QWidget, pane: DetailPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main = main
        self._pane = pane
        self._is_drawer = False
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(look().px(Size.CARD_GAP))
        self.splitter.addWidget(main)
        self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        pane.setMinimumWidth(look().px(Size.PANE_MIN))
        pane.closed.connect(self.close_drawer)
        main.installEventFilter(self)

    def set_room(self, room: Room) -> None:
        """Pane or drawer, by the width of the window."""
        self.splitter.setHandleWidth(look().px(Size.CARD_GAP_COMPACT if room.is_compact else Size.CARD_GAP))
        if room.width is Width.NARROW and not self._is_drawer:
            self._is_drawer = True
            self._pane.setParent(self)
            self._pane.hide()
        elif room.width is not Width.NARROW:
            if self._is_drawer:
                self._is_drawer = False
                self.splitter.addWidget(self._pane)
                self._pane.show()
            pane = look().px(Size.PANE if room.width is Width.WIDE else Size.PANE_MIN)
            self.splitter.setSizes([max(self.width() - pane, pane), pane])

    def open_drawer(self) -> None:
        """What Space does on a row; a pane that stands beside the table stays where it is."""
        if self._is_drawer:
            self._place()
            self._pane.show()
            self._pane.raise_()
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_drawer(self) -> None:
        if self._is_drawer:
            self._pane.hide()
        self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self._is_drawer:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = min(look().px(Size.PANE + Size.GAP * 4), self.width())
        self._pane.setGeometry(self.width() - width, 0, width, self.height())
