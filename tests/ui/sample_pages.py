"""A page of invented people for the tests of the shell: it behaves as real pages do, over a service with a list."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from volunteer_app.domain.changes import Changes, Topic
from volunteer_app.domain.errors import DiskFull, NoPlaceLeft
from volunteer_app.domain.ids import new_id
from volunteer_app.ui.page import KeyHelp, Page, PageSpec, Tools
from volunteer_app.ui.shell.search import Hit
from volunteer_app.ui.undo import Call
from volunteer_app.ui.widgets.basics import button
from volunteer_app.ui.widgets.search_box import SearchBox

PEOPLE = Changes(frozenset({Topic.PEOPLE}))


@dataclass
class People:
    """Stands for a service: names in a list, and a row that somebody else may take away."""

    names: list[str] = field(default_factory=lambda: ["陈明川"])
    is_full: bool = False

    def all(self) -> list[str]:
        return list(self.names)

    def add(self, name: str) -> Changes:
        if self.is_full:
            raise NoPlaceLeft(new_id(), len(self.names))
        self.names.append(name)
        return PEOPLE

    def remove(self, name: str) -> Changes:
        if self.is_full:
            raise DiskFull
        self.names.remove(name)
        return PEOPLE

    def find(self, text: str) -> Sequence[Hit]:
        return [Hit(name, page="people", payload=name) for name in self.names if text in name]


class PeoplePage(Page):
    """Shows the names and counts how often it was asked to."""

    def __init__(self, tools: Tools, people: People, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self.people = people
        self.shown: list[str] = []
        self.refreshed = 0
        self.heard: list[Changes] = []
        self.received: list[object] = []
        self.add_action = self.action("新增人员", icon="person_add", keys="Ctrl+N", run=self.add)
        self.box = SearchBox("姓名")
        self.first = button("第一个")
        layout = QVBoxLayout()
        layout.addWidget(self.first)
        layout.addWidget(self.box)
        self.set_body(layout)

    def add(self) -> None:
        job = self.tools.jobs.run(self.people.add, "曹茂林")
        job.succeeded.connect(self._on_added)
        job.refused.connect(self.show_error)

    def _on_added(self, changes: object) -> None:
        self.tools.hub.announce(changes)
        self.remember(
            "已新增 曹茂林", undo=Call(self.people.remove, ("曹茂林",)), redo=Call(self.people.add, ("曹茂林",))
        )

    @override
    def title(self) -> str:
        return "名册"

    @override
    def subtitle(self) -> str:
        return f"{len(self.shown)} 人"

    @override
    def primary_action(self) -> QAction:
        return self.add_action

    @override
    def key_help(self) -> Sequence[KeyHelp]:
        return (KeyHelp("Space", "预览"),)

    @override
    def search_box(self) -> QLineEdit:
        return self.box

    @override
    def refresh(self) -> None:
        self.refreshed += 1
        self.tools.jobs.run(self.people.all).succeeded.connect(self._on_loaded)

    @override
    def on_changes(self, changes: Changes) -> None:
        self.heard.append(changes)
        if changes.touches(Topic.PEOPLE):
            self.refresh()

    @override
    def receive(self, payload: object) -> None:
        self.received.append(payload)

    def _on_loaded(self, names: list[str]) -> None:
        self.shown = names
        self.header_changed.emit()


class OtherPage(Page):
    """A page with nothing on it."""

    @override
    def title(self) -> str:
        return "排班"


@dataclass
class Pages:
    """Builds the pages and counts how often."""

    tools: Tools
    people: People
    built: list[str] = field(default_factory=list)

    def make_people(self) -> Page:
        self.built.append("people")
        return PeoplePage(self.tools, self.people)

    def make_other(self) -> Page:
        self.built.append("other")
        return OtherPage(self.tools)

    def specs(self) -> Sequence[PageSpec]:
        return (
            PageSpec("people", "名册", "people", self.make_people, "Ctrl+1"),
            PageSpec("other", "排班", "calendar_ltr", self.make_other, "Ctrl+2"),
        )
