"""The global search (Ctrl+K): a field and its result over the page. It refuses to act: it says which hit was chosen."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QWidget
from typing_extensions import override

from volunteer_app.ui.delegates import TwoLineDelegate, TwoLines
from volunteer_app.ui.look import look
from volunteer_app.ui.shell.search import Command, GlobalSearch, Hit, matching
from volunteer_app.ui.table_model import Column, DataRole, TableModel
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.basics import column, pad, text_label
from volunteer_app.ui.widgets.search_box import SearchBox

_WIDTH, _HEIGHT = 560, 420


def _lines(numbered: tuple[int, Hit, str]) -> TwoLines:
    _, hit, kind = numbered
    return TwoLines(hit.title, hit.detail, aside=kind)


class CommandPalette(QFrame):
    """Lies over its window; focus returns to where it was."""

    chosen = Signal(object)

    def __init__(self, search: GlobalSearch, commands: Callable[[], Sequence[Command]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self._over = parent
        self._search = search
        self._commands = commands
        self._found: dict[str, Sequence[Hit]] = {}
        self._came_from: QWidget | None = None
        self._field = SearchBox(self.tr("People, shifts, commands"), self, name=self.tr("Global search"))
        self._model = TableModel[tuple[int, Hit, str]](
            [Column("hit", self.tr("Result"), lambda row: row[1].title, value=_lines)], self, key=lambda row: row[0]
        )
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(TwoLineDelegate(self._list))
        self._list.setAccessibleName(self.tr("Results"))
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._hint = text_label(self.tr("↑ ↓ choose · Enter open · Esc close"), Role.CAPTION, Color.TEXT3)
        layout = column(self._field, self._list, self._hint)
        pad(layout, Size.CARD_PADDING - 4, Size.GAP)
        self.setLayout(layout)
        self._connect()
        self.hide()

    def _connect(self) -> None:
        self._field.query_changed.connect(self._on_query)
        self._field.accepted.connect(self._choose_current)
        self._field.list_wanted.connect(partial(self._move, 1))
        self._field.installEventFilter(self)
        self._list.clicked.connect(self._on_clicked)
        self._list.activated.connect(self._on_clicked)
        self._search.found.connect(self._on_found)

    def open(self) -> None:
        self._came_from = QApplication.focusWidget()
        width, height = min(look().px(_WIDTH), self._over.width()), min(look().px(_HEIGHT), self._over.height())
        self.setGeometry((self._over.width() - width) // 2, look().px(Size.HEADER_COMPACT), width, height)
        self._field.clear()
        self._on_query("")
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and not self._field.text():
                self.close_palette()
                return True
            if event.key() == Qt.Key.Key_Up:
                self._move(-1)
                return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            super().keyPressEvent(event)

    def _on_query(self, text: str) -> None:
        self._found = {self.tr("Command"): matching(self._commands(), text)}
        self._search.ask(text)
        self._show()

    def _on_found(self, title: str, hits: Sequence[Hit]) -> None:
        # What was looked for by name goes above the commands.
        self._found = {title: hits, **self._found}
        self._show()

    def _show(self) -> None:
        flat = [(hit, kind) for kind, hits in self._found.items() for hit in hits]
        self._model.set_rows([(number, hit, kind) for number, (hit, kind) in enumerate(flat)])
        if flat:
            self._list.setCurrentIndex(self._model.index(0, 0))

    def _move(self, step: int) -> None:
        rows = self._model.rowCount()
        if rows:
            self._list.setCurrentIndex(self._model.index((self._list.currentIndex().row() + step) % rows, 0))

    def _on_clicked(self, index: QModelIndex) -> None:
        row = index.data(DataRole.ROW)
        if row is not None:
            self.hide()
            self.chosen.emit(row[1])

    def _choose_current(self) -> None:
        self._on_clicked(self._list.currentIndex())
