"""The pages behind the navigation: built on the first visit, kept afterwards. It refuses to know what is on them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from volunteer_app.ui.page import Page, PageSpec, Room
from volunteer_app.ui.shell.search import Command


class PageStack(QStackedWidget):
    """In a window below the smallest size a page scrolls; its controls are never cut."""

    built = Signal(str, object)
    switched = Signal(str, object)

    def __init__(self, specs: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs = {spec.key: spec for spec in specs}
        self._pages: dict[str, Page] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._room = Room()
        self._key = ""

    @property
    def key(self) -> str:
        """The page in front; empty before the first."""
        return self._key

    @property
    def page(self) -> Page | None:
        return self._pages.get(self._key)

    @property
    def built_pages(self) -> Sequence[Page]:
        return tuple(self._pages.values())

    def has(self, key: str) -> bool:
        return key in self._specs

    def go_to(self, key: str) -> Page:
        """Bring a page to the front, building it when it is seen for the first time."""
        is_new = key not in self._pages
        if is_new:
            self._build(key)
        page = self._pages[key]
        self._key = key
        self.setCurrentWidget(self._areas[key])
        page.set_room(self._room)
        self.switched.emit(key, page)
        if is_new:
            page.refresh()
        page.shown_by_shell()
        return page

    def commands(self, go_to: Callable[[str], object]) -> list[Command]:
        """One command per page, for the global search."""
        return [Command(spec.title, spec.shortcut, spec.icon, partial(go_to, key)) for key, spec in self._specs.items()]

    def set_room(self, room: Room) -> None:
        self._room = room
        if (page := self.page) is not None:
            page.set_room(room)

    def _build(self, key: str) -> None:
        page = self._specs[key].factory()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        self._pages[key] = page
        self._areas[key] = area
        self.addWidget(area)
        self.built.emit(key, page)
