"""The table of all screens: keeps the selection by id over a reload, remembers its columns, copies rows as text.
It refuses editing in place."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget
from typing_extensions import override

from volunteer_app.ui.delegates import CellDelegate
from volunteer_app.ui.look import look
from volunteer_app.ui.page import Room, Width
from volunteer_app.ui.settings import Settings
from volunteer_app.ui.table_model import DataRole, Priority, Row, RowsModel
from volunteer_app.ui.tokens import Density

_SHOWN_IN = {Width.WIDE: Priority.WIDE, Width.MEDIUM: Priority.MEDIUM, Width.NARROW: Priority.ALWAYS}


class DataTable(QTableView):
    """`opened` is Enter or double-click on a row, `previewed` is Space, both with the row's id."""

    opened = Signal(object)
    previewed = Signal(object)
    current_changed = Signal(object)
    selection_summed = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(
        self, model: RowsModel[Row], parent: QWidget | None = None, *, name: str, settings: Settings, title: str
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._name = name
        self._settings = settings
        self._kept: tuple[frozenset[Hashable], Hashable | None, int] = (frozenset(), None, 0)
        self.setAccessibleName(title)
        self.setModel(model)
        self._set_up_behaviour()
        self._set_up_header()
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.doubleClicked.connect(self._on_double_clicked)
        self.customContextMenuRequested.connect(self.menu_wanted)

    def selected_ids(self) -> Sequence[Hashable]:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._rows.id_at(row) for row in rows]

    def current_id(self) -> Hashable | None:
        index = self.currentIndex()
        return self._rows.id_at(index.row()) if index.isValid() else None

    def go_to(self, row_id: Hashable) -> None:
        """Make this row the current and only selected one, if it is there."""
        position = self._rows.position_of(row_id)
        if position is not None:
            self.setCurrentIndex(self._rows.index(position, 0))
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def copy_rows(self) -> None:
        """The selected rows as text with tabs and a head: pastes into Excel, WPS and WeChat."""
        QGuiApplication.clipboard().setText(self.rows_as_text())

    def rows_as_text(self) -> str:
        header = self.horizontalHeader()
        shown = [header.logicalIndex(place) for place in range(header.count())]
        shown = [column for column in shown if not self.isColumnHidden(column)]
        lines = ["\t".join(self._rows.columns[column].title for column in shown)]
        for index in sorted(self.selectionModel().selectedRows(), key=QModelIndex.row):
            cells = (str(self._rows.index(index.row(), column).data() or "") for column in shown)
            lines.append("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in cells))
        return "\n".join(lines)

    def set_room(self, room: Room) -> None:
        """Hide the less important columns when the window is narrow."""
        for number, column in enumerate(self._rows.columns):
            self.setColumnHidden(number, column.priority > _SHOWN_IN[room.width])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.copy_rows()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid() and not event.modifiers():
            self.opened.emit(self._rows.id_at(index.row()))
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self.previewed.emit(self._rows.id_at(index.row()))
        elif event.text().isalnum() and not event.modifiers():
            event.ignore()  # single letters and digits belong to the page
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.apply_density()

    def _set_up_behaviour(self) -> None:
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.apply_density()

    def apply_density(self) -> None:
        height = look().px(self._settings.density(self._name).value)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        self._reset_columns()
        header.restoreState(self._settings.state(f"table/{self._name}"))
        header.sectionResized.connect(self._save_header)
        header.sectionMoved.connect(self._save_header)
        header.sortIndicatorChanged.connect(self._save_header)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)

    def _reset_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for number, column in enumerate(self._rows.columns):
            header.resizeSection(number, look().px(column.width))
            header.moveSection(header.visualIndex(number), number)
            self.setColumnHidden(number, False)

    def _save_header(self) -> None:
        self._settings.set_state(f"table/{self._name}", self.horizontalHeader().saveState())

    def _on_header_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        columns = menu.addMenu(self.tr("Columns"))
        for number, column in enumerate(self._rows.columns):
            action = columns.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.setEnabled(number > 0)
            action.setData(number)
        columns.triggered.connect(self._on_column_toggled)
        density = menu.addMenu(self.tr("Row height"))
        self._fill_density(density)
        menu.addAction(self.tr("Fit column widths"), self.resizeColumnsToContents)
        menu.addAction(self.tr("Restore defaults"), self._restore_defaults)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    def _fill_density(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        words = {
            Density.COMPACT: self.tr("Compact"),
            Density.NORMAL: self.tr("Normal"),
            Density.RELAXED: self.tr("Relaxed"),
        }
        for density, word in words.items():
            action = group.addAction(word)
            action.setCheckable(True)
            action.setChecked(self._settings.density(self._name) is density)
            action.setData(density)
            menu.addAction(action)
        group.triggered.connect(self._on_density)

    def _on_density(self, action: QAction) -> None:
        self._settings.set_density(self._name, action.data())
        self.apply_density()

    def _on_column_toggled(self, action: QAction) -> None:
        self.setColumnHidden(int(action.data()), not action.isChecked())
        self._save_header()

    def _restore_defaults(self) -> None:
        self._reset_columns()
        self._settings.forget_state(f"table/{self._name}")

    def _keep(self) -> None:
        self._kept = (frozenset(self.selected_ids()), self.current_id(), self.verticalScrollBar().value())

    def _restore(self) -> None:
        selected, current, scroll = self._kept
        chosen = QItemSelection()
        last = self._rows.columnCount() - 1
        for place in map(self._rows.position_of, selected):
            if place is not None:
                chosen.select(self._rows.index(place, 0), self._rows.index(place, last))
        selection = self.selectionModel()
        position = self._rows.position_of(current) if current is not None else None
        if position is not None:
            selection.setCurrentIndex(self._rows.index(position, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.verticalScrollBar().setValue(scroll)

    def _on_current(self, current: QModelIndex) -> None:
        self.current_changed.emit(self._rows.id_at(current.row()) if current.isValid() else None)

    def _on_selection(self) -> None:
        rows = self.selectionModel().selectedRows()
        self.selection_summed.emit(self._summed([index.row() for index in rows]) if len(rows) > 1 else "")

    def _summed(self, rows: Sequence[int]) -> str:
        words = [self.tr("Count {count:,}").format(count=len(rows))]
        for number, column in enumerate(self._rows.columns):
            if column.number is not None:
                values = (self._rows.index(row, number).data(DataRole.NUMBER) for row in rows)
                total = sum(value for value in values if value is not None)
                words.append(self.tr("{column} sum {total:,g}").format(column=column.title, total=total))
        return " · ".join(words)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.id_at(index.row()))


def stretch(table: QTableView, column: int) -> None:
    """Let this column take what is left over, instead of the last."""
    table.horizontalHeader().setStretchLastSection(False)
    table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
