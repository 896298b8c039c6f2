"""Bars over the desk that never take the focus: enough people are coming, a key press could not be saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from volunteer_app.services.call_rows import CallCounters
from volunteer_app.ui.call_desk.pill_strip import take_no_focus
from volunteer_app.ui.theme import restyle
from volunteer_app.ui.tokens import Color, Role, Size, Tone
from volunteer_app.ui.widgets.announce import announce
from volunteer_app.ui.widgets.basics import Kind, button, pad, row, text_label


class FullBar(QFrame):
    """人已够: go on for the reserve, or end. It stays until one is chosen or a place opens again."""

    standby_chosen = Signal()
    end_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "inline")
        self.setProperty("tone", Tone.OK.value)
        self.text = text_label("", Role.STRONG, Color.OK)
        self.go_on = button(self.tr("Go on as standby"), clicked=self._on_go_on)
        self.end = button(self.tr("End the call"), Kind.OUTLINE, keys="Ctrl+End", clicked=self.end_chosen.emit)
        take_no_focus(self.go_on, self.end)
        self.setLayout(pad(row(self.text, None, self.go_on, self.end), Size.STEP, Size.GAP))
        self.hide()

    def say(self, counters: CallCounters) -> None:
        words = self.tr("Enough people: needed {needed}, confirmed {confirmed}.")
        self.text.setText(words.format(needed=counters.needed, confirmed=counters.confirmed))
        restyle(self)
        self.show()
        announce(self, self.text.text())

    def _on_go_on(self) -> None:
        self.hide()
        self.standby_chosen.emit()


class SavingMark(QFrame):
    """正在保存, only when it takes long enough to be noticed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = text_label(self.tr("Saving…"), Role.CAPTION, Color.TEXT2)
        self.setLayout(row(self._label))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
