"""设置: a list of parts at the left, the chosen part at the right."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QListWidget, QStackedWidget, QWidget
from typing_extensions import override

from volunteer_app.domain.changes import Changes, Topic
from volunteer_app.services.audit_log import AuditLog
from volunteer_app.services.backups import Backups
from volunteer_app.services.office import OfficeDesk
from volunteer_app.services.session import Desk
from volunteer_app.ui.look import look
from volunteer_app.ui.page import Page, Tools
from volunteer_app.ui.settings_page.about import AboutPart
from volunteer_app.ui.settings_page.audit import AuditPart
from volunteer_app.ui.settings_page.backup import BackupPart
from volunteer_app.ui.settings_page.looks import LookPart
from volunteer_app.ui.settings_page.names import NamesPart
from volunteer_app.ui.settings_page.office import OfficePart
from volunteer_app.ui.settings_page.part import Part
from volunteer_app.ui.theme import Theme
from volunteer_app.ui.tokens import Size
from volunteer_app.ui.undo import Call, Step, StepTools
from volunteer_app.ui.widgets.basics import pad, row
from volunteer_app.ui.widgets.pane import scrolled

_LIST_WIDTH = 168


class SettingsPage(Page):
    def __init__(self, tools: Tools, desk: Desk, theme: Theme, database: Path, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        office = OfficeDesk(desk)
        self.parts: tuple[Part, ...] = (
            OfficePart(office),
            NamesPart(office, tools.settings),
            LookPart(tools.settings, theme),
            BackupPart(Backups(desk, database), database),
            AuditPart(AuditLog(desk), tools.settings),
            AboutPart(),
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Parts of the settings"))
        self.list.setFixedWidth(look().px(_LIST_WIDTH))
        self.list.setProperty("kind", "card")
        self._shown = QStackedWidget()
        for part in self.parts:
            part.set_host(tools.jobs, self.show_error, self._on_done)
            self.list.addItem(part.name())
            self._shown.addWidget(scrolled(part))
        self.list.currentRowChanged.connect(self._on_chosen)
        layout = row(self.list, self._shown, spacing=Size.CARD_GAP)
        pad(layout, Size.PAGE_MARGIN, Size.CARD_GAP)
        layout.setContentsMargins(layout.contentsMargins().left(), 0, look().px(Size.PAGE_MARGIN), look().px(Size.GAP))
        self.setLayout(layout)
        self.setFocusProxy(self.list)
        self.list.setCurrentRow(0)

    @override
    def title(self) -> str:
        return self.tr("Settings")

    @override
    def subtitle(self) -> str:
        return self.tr("Changes are stored at once")

    @override
    def panes(self) -> Sequence[QWidget]:
        return (self.list, self._shown)

    @override
    def refresh(self) -> None:
        self.parts[self.list.currentRow()].refresh()

    @override
    def on_changes(self, changes: Changes) -> None:
        if changes.touches(Topic.OFFICE, Topic.TEAMS):
            self.refresh()

    @override
    def receive(self, payload: object) -> None:
        """The name of a part, from a link elsewhere."""
        for index, part in enumerate(self.parts):
            if type(part).__name__ == payload:
                self.list.setCurrentRow(index)

    def _on_chosen(self, index: int) -> None:
        self._shown.setCurrentIndex(index)
        self.parts[index].refresh()

    def _on_done(self, text: str, changes: Changes | None, undo: Call | None, redo: Call | None) -> None:
        """A part changed something: tell everybody, and keep the way back."""
        if changes is not None:
            self.tools.hub.announce(changes)
        if undo is not None and redo is not None:
            tools = StepTools(self.tools.jobs, self.tools.hub, self.show_error)
            self.undo_stack.push(Step(text, tools, undo=undo, redo=redo))
            self.toast_with_undo(text)
        else:
            self.toast(text)
