"""备份与恢复: a backup now, what there is, and going back to one as a new file."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QListWidget, QWidget
from typing_extensions import override

from volunteer_app.services.backups import Backup, Backups
from volunteer_app.ui.dialogs import ask_folder
from volunteer_app.ui.look import look
from volunteer_app.ui.settings_page.part import Part
from volunteer_app.ui.tokens import Color, Role
from volunteer_app.ui.widgets.basics import Kind, button, row, text_label, wrapped

_LIST_HEIGHT = 240


class BackupPart(Part):
    def __init__(self, backups: Backups, database: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backups = backups
        self._folder = database.parent / "backups"
        self.last = text_label("", Role.BODY, Color.TEXT2)
        hint = self.tr(
            "A backup opens with an operator's password or the recovery code; with neither it cannot be opened."
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setMinimumHeight(look().px(_LIST_HEIGHT))
        self.form.addWidget(self.last)
        self.form.addLayout(
            row(
                button(self.tr("Back up now"), Kind.PRIMARY, icon="database", clicked=self.make),
                button(self.tr("To a USB stick…"), icon="save", clicked=self.make_elsewhere),
                None,
            )
        )
        self.form.addWidget(self.list)
        self.form.addWidget(wrapped(text_label(hint, Role.CAPTION, Color.TEXT2)))

    @override
    def name(self) -> str:
        return self.tr("Backup")

    @override
    def refresh(self) -> None:
        self.run(self._backups.shelf, self._folder).succeeded.connect(self._show)

    def make(self) -> None:
        """A verified backup into the office's folder."""
        self.run(self._backups.make, self._folder).succeeded.connect(self._on_made)

    def make_elsewhere(self) -> None:
        """The same into a folder the clerk chooses."""
        folder = ask_folder(self, self.tr("Where to"), self._folder)
        if folder is not None:
            self.run(self._backups.make, folder).succeeded.connect(self._on_made)

    def _on_made(self, made: Backup) -> None:
        self.say(self.tr("Backed up and verified: {name}").format(name=made.path.name))
        self.refresh()

    def _show(self, backups: tuple[Backup, ...]) -> None:
        self.list.clear()
        for backup in backups:
            self.list.addItem(f"{_when(backup.manifest.made_at)}    {backup.path.name}")
        if backups:
            text = self.tr("Last backup {when}, verified").format(when=_when(backups[0].manifest.made_at))
        else:
            text = self.tr("There is no backup yet.")
        self.last.setText(text)


def _when(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
