"""Title, global search and the actions of the page in front. It refuses actions of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.ui import icons
from volunteer_app.ui.look import look
from volunteer_app.ui.page import Page, Room, Width
from volunteer_app.ui.theme import restyle
from volunteer_app.ui.tokens import Role, Size
from volunteer_app.ui.widgets.basics import Kind, button, clear, icon_button, pad, text_label
from volunteer_app.ui.widgets.key_cap import KeyCap
from volunteer_app.ui.widgets.search_box import GlassEdit

_OUTLINED = 2


class SearchDoor(GlassEdit):
    """Looks like the global search and opens it; typing starts in the palette itself."""

    opened = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self.setReadOnly(True)
        self.setAccessibleName(placeholder)
        self.setAccessibleDescription("Ctrl+K")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, look().px(Size.GAP), 0)
        line.addStretch(1)
        cap = KeyCap("Ctrl+K")
        line.addWidget(cap)
        self.leave_right(cap.sizeHint().width() + look().px(Size.GAP))

    @override
    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.opened.emit()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and self.hasFocus():
            key = getattr(event, "key", int)()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down):
                self.opened.emit()
                return True
        return super().event(event)


class Header(QWidget):
    """Follows one page at a time."""

    search_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self.setAccessibleName(self.tr("Header"))
        self._title = text_label("", Role.H1)
        self._subtitle = text_label("", Role.CAPTION)
        self._words = QVBoxLayout()
        pad(self._words, 0, 0)
        self._words.addStretch(1)
        self._words.addWidget(self._title)
        self._words.addWidget(self._subtitle)
        self._words.addStretch(1)
        self.search = SearchDoor(self.tr("Name / initials / phone tail"), self)
        self.search.opened.connect(self.search_wanted)
        self._actions = QHBoxLayout()
        pad(self._actions, 0, Size.GAP)
        self._line = QHBoxLayout(self)
        self._line.addLayout(self._words)
        self._line.addStretch(1)
        self._line.addWidget(self.search)
        self._line.addLayout(self._actions)
        self.set_room(Room())

    def follow(self, page: Page) -> None:
        """Show the words and actions of this page."""
        if self._page is not None:
            self._page.header_changed.disconnect(self._show)
        self._page = page
        page.header_changed.connect(self._show)
        self._show()

    def set_room(self, room: Room) -> None:
        margin = look().px(Size.PAGE_MARGIN_COMPACT if room.is_compact else Size.PAGE_MARGIN)
        self._line.setContentsMargins(margin, 0, margin, 0)
        self._line.setSpacing(look().px(Size.GAP))
        self.setFixedHeight(look().px(Size.HEADER_COMPACT if room.is_compact else Size.HEADER))
        direction = QVBoxLayout.Direction.LeftToRight if room.is_compact else QVBoxLayout.Direction.TopToBottom
        self._words.setDirection(direction)
        self._words.setSpacing(look().px(Size.CARD_GAP) if room.is_compact else 0)
        self.search.setFixedWidth(look().px(Size.SEARCH + (24 if room.width is Width.WIDE else -16)))

    def first_control(self) -> QWidget:
        return self.search

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        self._title.setText(page.title())
        self._subtitle.setText(page.subtitle())
        self._subtitle.setVisible(bool(page.subtitle()))
        clear(self._actions)
        seconds = [action for action in page.secondary_actions() if action.isVisible()]
        for action in seconds[:_OUTLINED]:
            self._actions.addWidget(_action_button(action, Kind(str(action.property("kind") or Kind.OUTLINE))))
        if seconds[_OUTLINED:]:
            self._actions.addWidget(self._menu_button(seconds[_OUTLINED:]))
        if (primary := page.primary_action()) is not None:
            self._actions.addWidget(_action_button(primary, Kind.PRIMARY))

    def _menu_button(self, actions: Sequence[QAction]) -> QWidget:
        made = icon_button("more_horizontal", self.tr("More actions"), kind=Kind.OUTLINE)
        menu = QMenu(made)
        menu.addActions(list(actions))
        made.clicked.connect(_Popup(menu, made).open)
        return made


class _Popup(QObject):
    """Opens a menu below its button, right edges aligned."""

    def __init__(self, menu: QMenu, below: QWidget) -> None:
        super().__init__(below)
        self._menu = menu
        self._below = below

    def open(self) -> None:
        corner = self._below.mapToGlobal(QPoint(self._below.width(), self._below.height()))
        self._menu.popup(corner - QPoint(self._menu.sizeHint().width(), 0))


def _action_button(action: QAction, kind: Kind) -> QPushButton:
    """A button that does what an action does and follows its words and state."""
    made = button(action.iconText() or action.text(), kind)
    _ActionFollower(action, made)
    made.clicked.connect(action.trigger)
    return made


class _ActionFollower(QObject):
    """Keeps a header button like its action."""

    def __init__(self, action: QAction, shown: QPushButton) -> None:
        super().__init__(shown)
        self._action = action
        self._button = shown
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self._button.setText(self._action.iconText() or self._action.text())
        self._button.setToolTip(self._action.toolTip())
        self._button.setEnabled(self._action.isEnabled())
        keys = self._action.shortcut().toString()
        self._button.setAccessibleDescription(keys)
        if name := self._action.property("icon_name"):
            icons.put(self._button, str(name))
        restyle(self._button)
