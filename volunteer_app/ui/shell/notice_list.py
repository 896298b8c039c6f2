"""The bell's list: what was said lately, newest first. It refuses to be the only place something urgent is said."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget
from typing_extensions import override

from volunteer_app.ui.delegates import TwoLineDelegate, TwoLines
from volunteer_app.ui.look import look
from volunteer_app.ui.notifications import Notice, Notifications
from volunteer_app.ui.table_model import Column, DataRole, TableModel
from volunteer_app.ui.tokens import Role, Size
from volunteer_app.ui.widgets.basics import column, pad, text_label

_WIDTH, _HEIGHT = 380, 360


class NoticeList(QFrame):
    """Opens above the status bar at the right."""

    chosen = Signal(object)

    def __init__(self, notices: Notifications, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self._over = parent
        self._notices = notices
        self._empty = text_label(self.tr("Nothing yet."), Role.CAPTION)
        self._model = TableModel[tuple[int, Notice]](
            [Column("notice", self.tr("Notification"), _text, value=_lines)], self, key=lambda row: row[0]
        )
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(TwoLineDelegate(self._list))
        self._list.setAccessibleName(self.tr("Notifications"))
        self._list.activated.connect(self._on_activated)
        layout = column(text_label(self.tr("Notifications"), Role.H2), self._empty, self._list)
        pad(layout, Size.CARD_PADDING - 4, Size.GAP)
        self.setLayout(layout)
        self.hide()

    def toggle(self) -> None:
        if self.isVisible():
            self.hide()
            return
        self._model.set_rows(list(enumerate(self._notices.newest_first)))
        self._empty.setVisible(self._model.rowCount() == 0)
        width, height = look().px(_WIDTH), look().px(_HEIGHT)
        bottom = self._over.height() - look().px(Size.STATUS_BAR + Size.GAP)
        self.setGeometry(self._over.width() - width - look().px(Size.GAP), bottom - height, width, height)
        self.show()
        self.raise_()
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)
        self._notices.mark_read()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _on_activated(self, index: QModelIndex) -> None:
        row = index.data(DataRole.ROW)
        if row is not None and row[1].page:
            self.hide()
            self.chosen.emit(row[1])


def _text(row: tuple[int, Notice]) -> str:
    return f"{row[1].at:%H:%M} {row[1].text}"


def _lines(row: tuple[int, Notice]) -> TwoLines:
    return TwoLines(row[1].text, f"{row[1].at:%m-%d %H:%M}")
