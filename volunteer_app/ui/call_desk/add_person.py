"""N: find somebody who is not in the queue, by name, pinyin, initials or number tail."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from volunteer_app.domain.ids import PersonId
from volunteer_app.services.people_search import FoundPerson, PeopleSearch
from volunteer_app.ui.call_desk.queue_list import QueueList
from volunteer_app.ui.delegates import TwoLineDelegate, TwoLines
from volunteer_app.ui.dialogs import Dialog
from volunteer_app.ui.jobs import JobRunner, Latest
from volunteer_app.ui.look import look
from volunteer_app.ui.table_model import Column, DataRole, TableModel
from volunteer_app.ui.text import translate
from volunteer_app.ui.tokens import Color, Role, Size
from volunteer_app.ui.widgets.basics import text_label
from volunteer_app.ui.widgets.search_box import SearchBox

_ROWS = 6


class FoundList(QueueList):
    """What the search found; the first stays chosen while the clerk types."""


class AddPersonDialog(Dialog):
    """`person_id` is whom the clerk chose."""

    def __init__(self, jobs: JobRunner, search: PeopleSearch, parent: QWidget | None = None) -> None:
        title = translate("AddPersonDialog", "Add a person to this call")
        super().__init__(title, parent, verb=translate("AddPersonDialog", "Add"))
        self._service = search
        self._latest = Latest(jobs, self)
        self._latest.answered.connect(self._on_found)
        self.box = SearchBox(self.tr("Name / initials / phone tail"), name=self.tr("Find a person"))
        self.box.query_changed.connect(self._on_query)
        self.box.list_wanted.connect(self._on_down)
        self.box.accepted.connect(self._on_accepted)
        line: Column[FoundPerson] = Column("person", self.tr("Found"), _name, accessible=_spoken, value=_lines)
        self._rows = TableModel([line], self, key=_key)
        self.list = FoundList()
        self.list.setAcceptDrops(False)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setMinimumHeight(look().px(Size.ROW_TWO_LINES) * _ROWS)
        self.list.doubleClicked.connect(self._on_double_clicked)
        self.nobody = text_label("", Role.CAPTION, Color.TEXT2)
        for part in (self.box, self.list, self.nobody):
            self.body.addWidget(part)
        self.verb.setEnabled(False)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def person_id(self) -> PersonId | None:
        found = self.list.currentIndex().data(DataRole.ROW)
        return found.id if isinstance(found, FoundPerson) else None

    def _on_query(self, text: str) -> None:
        if text.strip():
            self._latest.ask(self._service.find, text)
        else:
            self._latest.forget()
            self._show(())

    def _on_found(self, found: tuple[FoundPerson, ...]) -> None:
        self._show(found)
        self.nobody.setText("" if found else self.tr("Nobody found."))

    def _show(self, found: tuple[FoundPerson, ...]) -> None:
        self._rows.set_rows(found)
        if found:
            self.list.setCurrentIndex(self._rows.index(0, 0))
        self.verb.setEnabled(bool(found))

    def _on_down(self) -> None:
        place = min(self.list.currentIndex().row() + 1, self._rows.rowCount() - 1)
        self.list.setCurrentIndex(self._rows.index(max(place, 0), 0))

    def _on_accepted(self) -> None:
        if self.person_id is not None:
            self.accept()

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self._on_accepted()


def _lines(person: FoundPerson) -> TwoLines:
    return TwoLines(
        first=person.name,
        second=" · ".join(part for part in (person.phone_masked, person.community) if part),
        beside="、".join(person.teams),
        avatar=person.name,
    )


def _name(person: FoundPerson) -> str:
    return person.name


def _spoken(person: FoundPerson) -> str:
    return "，".join(part for part in (person.name, "、".join(person.teams), person.community) if part)


def _key(person: FoundPerson) -> object:
    return person.id
