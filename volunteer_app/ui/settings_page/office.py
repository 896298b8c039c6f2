"""单位: its name, how it is called in short, the duty telephone printed on every sheet."""

from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from volunteer_app.domain.changes import Changes
from volunteer_app.services.office import Bearings, OfficeDesk
from volunteer_app.ui.settings_page.part import Part
from volunteer_app.ui.tokens import Color, Role
from volunteer_app.ui.undo import Call
from volunteer_app.ui.widgets.basics import text_label

Values = tuple[str, str, str]


class OfficePart(Part):
    def __init__(self, office: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._stored: Values = ("", "", "")
        self.fields = tuple(
            self._field(name) for name in (self.tr("Name"), self.tr("Short name"), self.tr("Duty telephone"))
        )

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.editingFinished.connect(self._store)
        label = text_label(name, Role.CAPTION_STRONG, Color.TEXT2)
        label.setBuddy(field)
        self.form.addWidget(label)
        self.form.addWidget(field)
        return field

    @override
    def name(self) -> str:
        return self.tr("Office")

    @override
    def refresh(self) -> None:
        self.run(self._office.bearings).succeeded.connect(self._show)

    def _show(self, bearings: Bearings) -> None:
        office = bearings.office
        self._stored = (office.name, office.short_name, office.duty_phone)
        for field, value in zip(self.fields, self._stored, strict=True):
            if not field.hasFocus():
                field.setText(value)

    def _store(self) -> None:
        name, short_name, duty_phone = (field.text().strip() for field in self.fields)
        values = (name or self._stored[0], short_name or self._stored[1], duty_phone)
        if values == self._stored:
            return
        before, self._stored = self._stored, values
        job = self.run(self._office.rename, *values)
        job.succeeded.connect(partial(self._on_stored, before, values))

    def _on_stored(self, before: Values, after: Values, changes: Changes) -> None:
        undo, redo = Call(self._office.rename, before), Call(self._office.rename, after)
        self.done(self.tr("The office's data are stored."), changes, undo=undo, redo=redo)
