"""A few choices side by side, one of them on. It refuses more than a handful."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from volunteer_app.ui.widgets.basics import row


class SegmentedButtons(QWidget):
    """周 | 月 | 列表. Keys are stable words, texts are shown."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _ in choices]
        line = row(spacing=0)
        for number, (_, text) in enumerate(choices):
            button = QPushButton(text)
            button.setProperty("kind", "segment")
            button.setProperty("place", {0: "first", len(choices) - 1: "last"}.get(number, "middle"))
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._group.addButton(button, number)
            line.addWidget(button)
        self.setLayout(line)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def key(self) -> str:
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        self._group.button(self._keys.index(key)).setChecked(True)

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self._keys[number])
