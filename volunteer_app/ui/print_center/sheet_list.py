"""The sheets one can print, under the heads of their groups. It refuses settings: it only says which one is chosen."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyleOptionViewItem, QWidget
from typing_extensions import override

from volunteer_app.domain.sheets import SheetKind
from volunteer_app.ui.delegates import Index, TwoLineDelegate, TwoLines
from volunteer_app.ui.look import look
from volunteer_app.ui.table_model import DataRole
from volunteer_app.ui.tokens import Color, Role, Size


class _LinesOrHead(TwoLineDelegate):
    """A head of a group is one quiet line."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if isinstance(index.data(DataRole.VALUE), TwoLines):
            return super().sizeHint(option, index)
        return QSize(look().px(160), look().px(Size.CONTROL))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if isinstance(index.data(DataRole.VALUE), TwoLines):
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setFont(look().font(Role.CAPTION))
        painter.setPen(look().color(Color.TEXT2))
        gap = look().px(Size.GAP)
        place = option.rect.adjusted(gap, 0, -gap, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()


class SheetList(QListWidget):
    """Up and Down go from sheet to sheet."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Sheets"))
        self.setItemDelegate(_LinesOrHead(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._add_head(self.tr("Duty"))
        self._add(SheetKind.TEAM_DUTY, self.tr("Monthly duty sheet"), self.tr("A4 · a page per team and month"))
        self._add_head(self.tr("Call-up"))
        self._add(SheetKind.CALL, self.tr("Telephone call sheet"), self.tr("A4 · whole numbers, for a purpose"))
        self.currentItemChanged.connect(self._on_current)

    @property
    def kind(self) -> SheetKind:
        item = self.currentItem()
        return SheetKind(item.data(DataRole.ID)) if item is not None else SheetKind.TEAM_DUTY

    def choose(self, kind: SheetKind) -> None:
        for number in range(self.count()):
            if self.item(number).data(DataRole.ID) == kind:
                self.setCurrentRow(number)

    def _add_head(self, text: str) -> None:
        head = QListWidgetItem(text)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(head)

    def _add(self, kind: SheetKind, name: str, detail: str) -> None:
        item = QListWidgetItem(name)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setData(DataRole.ID, kind.value)
        item.setData(DataRole.VALUE, TwoLines(name, detail))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}，{detail}")
        item.setToolTip(detail)
        self.addItem(item)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self.kind)
