"""Where the window was and how large, per arrangement of screens. It refuses to leave a window off-screen."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from volunteer_app.ui.settings import Settings


class WindowMemory:
    def __init__(self, window: QWidget, settings: Settings) -> None:
        self._window = window
        self._settings = settings

    def restore(self) -> None:
        """Put the window where it was on these screens; Qt itself brings back one that is off them."""
        state = self._settings.state(self._name())
        if state.isEmpty() or not self._window.restoreGeometry(state):
            return
        frame = self._window.frameGeometry()
        if not any(screen.availableGeometry().intersects(frame) for screen in QGuiApplication.screens()):
            self._window.move(QGuiApplication.primaryScreen().availableGeometry().topLeft())

    def save(self, page: str) -> None:
        self._settings.set_state(self._name(), self._window.saveGeometry())
        if page:
            self._settings.last_page = page

    def _name(self) -> str:
        screens = (screen.availableGeometry() for screen in QGuiApplication.screens())
        return "window/" + "_".join(f"{each.width()}x{each.height()}" for each in screens)
