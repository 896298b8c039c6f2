"""外观: light or dark, text size, the sound of a call-back. Kept on this PC, not in the office's data."""

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from volunteer_app.ui.settings import Settings
from volunteer_app.ui.settings_page.part import Part
from volunteer_app.ui.theme import Theme, ThemeMode
from volunteer_app.ui.tokens import Color, Role, TextScale
from volunteer_app.ui.widgets.basics import row, text_label
from volunteer_app.ui.widgets.segmented import SegmentedButtons


class LookPart(Part):
    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._theme = theme
        self.modes = SegmentedButtons(
            [
                (ThemeMode.SYSTEM.value, self.tr("As the system")),
                (ThemeMode.LIGHT.value, self.tr("Light")),
                (ThemeMode.DARK.value, self.tr("Dark")),
            ]
        )
        self.scales = SegmentedButtons(
            [
                (TextScale.STANDARD.name, self.tr("Standard")),
                (TextScale.LARGE.name, self.tr("Large")),
                (TextScale.LARGEST.name, self.tr("Largest")),
            ]
        )
        self.sounds = QCheckBox(self.tr("A short tone when a call-back is due"))
        self._lay_out()
        self.modes.choose(settings.theme.value)
        self.scales.choose(settings.text_scale.name)
        self.sounds.setChecked(settings.sounds)
        self.modes.chosen.connect(self._on_mode)
        self.scales.chosen.connect(self._on_scale)
        self.sounds.toggled.connect(self._on_sounds)

    def _lay_out(self) -> None:
        self.form.addWidget(text_label(self.tr("Theme"), Role.CAPTION_STRONG, Color.TEXT2))
        self.form.addLayout(row(self.modes, None))
        self.form.addWidget(text_label(self.tr("Text size"), Role.CAPTION_STRONG, Color.TEXT2))
        self.form.addLayout(row(self.scales, None))
        self.form.addWidget(self.sounds)

    @override
    def name(self) -> str:
        return self.tr("Look and sound")

    def _on_mode(self, key: str) -> None:
        self._settings.theme = ThemeMode(key)

    def _on_scale(self, key: str) -> None:
        self._settings.text_scale = TextScale[key]

    def _on_sounds(self, is_on: bool) -> None:
        self._settings.sounds = is_on
