"""Filters as a row of round buttons. It refuses to filter: it says which are on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from volunteer_app.ui.look import look
from volunteer_app.ui.theme import restyle
from volunteer_app.ui.tokens import Size


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter: a stable key, its word, and how many it would show."""

    key: str
    text: str
    count: int | None = None

    @property
    def words(self) -> str:
        return self.text if self.count is None else f"{self.text} {self.count:,}"


class ChipButton(QPushButton):
    """One chip. Usable alone for a single filter."""

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(chip.words, parent)
        self.key = chip.key
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)


class ChipRow(QWidget):
    """Chips in one line; arrow keys move along it, what does not fit folds into 更多."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, exclusive: bool = False) -> None:
        super().__init__(parent)
        self._exclusive = exclusive
        self._chips: list[ChipButton] = []
        self._more = QPushButton(self.tr("More"), self)
        self._more.setProperty("kind", "chip")
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._more.hide()
        self._menu.aboutToShow.connect(self._fill_menu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show these; the ones that were on stay on."""
        on = self.active()
        if [chip.key for chip in chips] == [button.key for button in self._chips]:
            for button, chip in zip(self._chips, chips, strict=True):
                button.setText(chip.words)
            self._place()
            return
        for button in self._chips:
            button.setParent(None)
            button.deleteLater()
        self._chips = [ChipButton(chip, self) for chip in chips]
        for button in self._chips:
            button.setChecked(button.key in on)
            button.clicked.connect(self._on_clicked)
            button.installEventFilter(self)
            button.show()
        self._place()

    def active(self) -> frozenset[str]:
        return frozenset(button.key for button in self._chips if button.isChecked())

    def set_active(self, keys: frozenset[str]) -> None:
        for button in self._chips:
            button.setChecked(button.key in keys)
            restyle(button)
        self._place()

    @override
    def sizeHint(self) -> QSize:
        gap = look().px(Size.GAP)
        return QSize(sum(button.sizeHint().width() + gap for button in self._chips), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._more.sizeHint().width(), self._height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, ChipButton):
                self._focus_next(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _height(self) -> int:
        return self._more.sizeHint().height()

    def _focus_next(self, chip: ChipButton, step: int) -> None:
        shown = [button for button in self._chips if button.isVisible()]
        shown[(shown.index(chip) + step) % len(shown)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if self._exclusive:
            for button in self._chips:
                button.setChecked(button is pressed)
        self._place()
        self.changed.emit(self.active())

    def _place(self) -> None:
        gap = look().px(Size.GAP)
        widths = [button.sizeHint().width() for button in self._chips]
        room = self.width()
        if sum(widths) + gap * (len(widths) - 1) > room:
            room -= self._more.sizeHint().width() + gap
        left, folded = 0, False
        for button, width in zip(self._chips, widths, strict=True):
            folded = folded or left + width > room
            button.setVisible(not folded)
            if not folded:
                button.setGeometry(left, 0, width, self._height())
                left += width + gap
        self._more.setVisible(folded)
        self._more.setGeometry(left, 0, self._more.sizeHint().width(), self._height())

    def _fill_menu(self) -> None:
        self._menu.clear()
        for button in self._chips:
            if not button.isVisible():
                action = self._menu.addAction(button.text())
                action.setCheckable(True)
                action.setChecked(button.isChecked())
                action.triggered.connect(button.click)
