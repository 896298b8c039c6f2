"""The running calls as tabs; hidden while there is only one. It refuses to load: it says which was chosen."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from volunteer_app.domain.ids import CallId
from volunteer_app.services.call_rows import OpenCall
from volunteer_app.ui import time_text


class CallTabs(QTabBar):
    """`chosen` carries the call's id."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Running calls"))
        self.setExpanding(False)
        self.setDrawBase(False)
        self._calls: tuple[OpenCall, ...] = ()
        self.currentChanged.connect(self._on_current)
        self.hide()

    @property
    def calls(self) -> tuple[OpenCall, ...]:
        return self._calls

    def show_calls(self, calls: tuple[OpenCall, ...], current: CallId | None) -> None:
        """These calls, with this one in front if it is among them."""
        with QSignalBlocker(self):
            while self.count() > len(calls):
                self.removeTab(self.count() - 1)
            while self.count() < len(calls):
                self.addTab("")
            for number, call in enumerate(calls):
                self.setTabText(number, self._words(call))
            ids = [call.call_id for call in calls]
            if current in ids:
                self.setCurrentIndex(ids.index(current))
        self._calls = calls
        self.setVisible(len(calls) > 1)

    def step(self, by: int) -> None:
        """Ctrl+Tab goes round."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def _words(self, call: OpenCall) -> str:
        words = self.tr("{post} {hours} · {confirmed}/{needed}")
        return words.format(
            post=call.post, hours=time_text.hours(call.span), confirmed=call.confirmed, needed=call.needed
        )

    def _on_current(self, number: int) -> None:
        if 0 <= number < len(self._calls):
            self.chosen.emit(self._calls[number].call_id)
