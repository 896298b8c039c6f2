"""操作日志: who did what and when. It cannot be changed here or anywhere."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from volunteer_app.services.audit_log import AuditLog, LogLine
from volunteer_app.ui.look import look
from volunteer_app.ui.settings import Settings
from volunteer_app.ui.settings_page.audit_words import action_words
from volunteer_app.ui.settings_page.part import Part
from volunteer_app.ui.table_model import Align, Column, TableModel
from volunteer_app.ui.widgets.data_table import DataTable

_TABLE_HEIGHT = 480


class AuditPart(Part):
    def __init__(self, log: AuditLog, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self.model = TableModel[LogLine](
            [
                Column("seq", self.tr("No."), text=_seq, sort_key=_number, align=Align.RIGHT, width=72),
                Column("at", self.tr("When"), text=_when, width=160),
                Column("operator", self.tr("Who"), text=_who, width=96),
                Column("action", self.tr("What"), text=_what, width=200),
                Column("facts", self.tr("Details"), text=_facts, tooltip=_facts, width=320),
            ],
            self,
            key=_number,
        )
        self.table = DataTable(self.model, name="audit", settings=settings, title=self.name())
        self.table.setMinimumHeight(look().px(_TABLE_HEIGHT))
        self.form.addWidget(self.table)

    @override
    def name(self) -> str:
        return self.tr("Audit log")

    @override
    def refresh(self) -> None:
        self.run(self._log.newest).succeeded.connect(self._show)

    def _show(self, lines: tuple[LogLine, ...]) -> None:
        self.model.set_rows(lines)


def _seq(line: LogLine) -> str:
    return str(line.seq)


def _number(line: LogLine) -> int:
    return line.seq


def _when(line: LogLine) -> str:
    return f"{line.at.astimezone():%Y-%m-%d %H:%M:%S}"


def _who(line: LogLine) -> str:
    return line.operator


def _what(line: LogLine) -> str:
    return action_words(line.action)


def _facts(line: LogLine) -> str:
    return line.facts.strip("{}").replace('"', "")
