"""队伍与社区: every preset name can be made the office's own. The old name still matches in old rosters."""

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from volunteer_app.domain.changes import Changes
from volunteer_app.domain.ids import CommunityId, TeamId
from volunteer_app.domain.office import Community
from volunteer_app.domain.teams import Team
from volunteer_app.services.office import Bearings, OfficeDesk
from volunteer_app.ui.dialogs import ask_text
from volunteer_app.ui.look import look
from volunteer_app.ui.settings import Settings
from volunteer_app.ui.settings_page.part import Part
from volunteer_app.ui.table_model import Column, TableModel
from volunteer_app.ui.text import label
from volunteer_app.ui.tokens import Color, Role
from volunteer_app.ui.undo import Call
from volunteer_app.ui.widgets.basics import text_label
from volunteer_app.ui.widgets.data_table import DataTable

Named = Team | Community
_TABLE_HEIGHT = 420


class NamesPart(Part):
    def __init__(self, office: OfficeDesk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        hint = self.tr("Enter or double click renames. The old name is still recognised in rosters.")
        self.form.addWidget(text_label(hint, Role.CAPTION, Color.TEXT2))
        self.model = TableModel[Named](
            [
                Column("code", self.tr("No."), text=_code, width=64),
                Column("name", self.tr("Name"), text=_name, width=320),
                Column("kind", self.tr("Kind"), text=self._kind, width=140),
            ],
            self,
            key=_id,
        )
        self.table = DataTable(self.model, name="names", settings=settings, title=self.name())
        self.table.setMinimumHeight(look().px(_TABLE_HEIGHT))
        self.table.opened.connect(self._on_opened)
        self.form.addWidget(self.table)

    def _on_opened(self, row_id: object) -> None:
        chosen = next((row for row in self.model.rows if row.id == row_id), None)
        if chosen is not None:
            self.rename(chosen)

    def _kind(self, named: Named) -> str:
        return label(named.kind) if isinstance(named, Team) else self.tr("Community")

    @override
    def name(self) -> str:
        return self.tr("Teams and communities")

    @override
    def refresh(self) -> None:
        self.run(self._office.bearings).succeeded.connect(self._show)

    def _show(self, bearings: Bearings) -> None:
        self.model.set_rows([*bearings.teams.values(), *bearings.communities.values()])

    def rename(self, named: Named) -> None:
        """Ask for the new name and store it."""
        prompt = self.tr("New name")
        new = ask_text(self, self.tr("Rename"), prompt, verb=self.tr("Rename"), text=named.name)
        if new is None or new == named.name:
            return
        work = self._office.rename_team if isinstance(named, Team) else self._office.rename_community
        job = self.run(work, named.id, new)
        job.succeeded.connect(partial(self._on_renamed, named, new))

    def _on_renamed(self, named: Named, new: str, changes: Changes) -> None:
        work = self._office.rename_team if isinstance(named, Team) else self._office.rename_community
        text = self.tr("“{old}” is now “{new}”.").format(old=named.name, new=new)
        self.done(text, changes, undo=Call(work, (named.id, named.name)), redo=Call(work, (named.id, new)))


def _code(named: Named) -> str:
    return named.code


def _name(named: Named) -> str:
    return named.name


def _id(named: Named) -> TeamId | CommunityId:
    return named.id
