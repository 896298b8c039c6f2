"""A table of a hundred thousand rows: the ids in memory, the rows fetched in pages as they come into view.
It refuses sorting and filtering: both are the query's work, so it only says that another order is wanted."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal
from typing_extensions import override

from volunteer_app.ui.jobs import Job, JobRunner
from volunteer_app.ui.table_model import Column, Index, Row, RowsModel

PAGE = 200
_KEPT_PAGES = 25
_ROOT = QModelIndex()
# The ids are of the service's own type, of which the model needs to know no more than that they hash.
Fetch = Callable[[Any], Sequence[Row]]


class LazyTableModel(RowsModel[Row], Generic[Row]):
    """`fetch` is a bound service method: ids in, rows out, in the same order and of the same number."""

    sort_requested = Signal(str, object)
    refused = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        parent: QObject | None = None,
        *,
        jobs: JobRunner,
        fetch: Fetch[Row],
    ) -> None:
        super().__init__(columns, parent)
        self._jobs = jobs
        self._fetch = fetch
        self._ids: list[Hashable] = []
        self._positions: dict[Hashable, int] = {}
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._wanted: set[int] = set()
        self._asked: set[int] = set()
        self._edition = 0
        self._on_their_way: dict[Job, tuple[int, int]] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._ask)

    def set_ids(self, ids: Sequence[Hashable]) -> None:
        """Show the rows of these ids, in this order. The same ids again only fetch fresh contents."""
        self._edition += 1
        self._asked.clear()
        self._wanted.clear()
        if list(ids) == self._ids:
            self._wanted.update(self._pages)
            self._later.start()
            return
        self.beginResetModel()
        self._ids = list(ids)
        self._positions = {row_id: position for position, row_id in enumerate(self._ids)}
        self._pages.clear()
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column >= 0:
            self.sort_requested.emit(self.columns[column].key, order)

    @override
    def row_at(self, position: int) -> Row | None:
        page, offset = divmod(position, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            if page not in self._asked:
                self._wanted.add(page)
                self._later.start()
            return None
        return rows[offset] if offset < len(rows) else None

    @override
    def id_at(self, position: int) -> Hashable:
        return self._ids[position]

    @override
    def position_of(self, row_id: Hashable) -> int | None:
        return self._positions.get(row_id)

    def _ask(self) -> None:
        for page in sorted(self._wanted):
            self._asked.add(page)
            job = self._jobs.run(self._fetch, tuple(self._ids[page * PAGE : (page + 1) * PAGE]))
            self._on_their_way[job] = (self._edition, page)
            job.succeeded.connect(self._on_fetched)
            job.refused.connect(self.refused)
            job.ended.connect(self._on_ended)
        self._wanted.clear()

    def _on_ended(self) -> None:
        self._on_their_way.pop(self._sending_job(), None)

    def _sending_job(self) -> Job:
        # A bound method and sender(), not a partial: a partial would outlive the model and keep it alive.
        job = self.sender()
        assert isinstance(job, Job)
        return job

    def _on_fetched(self, rows: object) -> None:
        edition, page = self._on_their_way[self._sending_job()]
        if edition != self._edition or not isinstance(rows, Sequence):
            return
        self._asked.discard(page)
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        last = min((page + 1) * PAGE, len(self._ids)) - 1
        self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(self.columns) - 1))
