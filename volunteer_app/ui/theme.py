"""Turns tokens into the palette and the one style sheet of the application. It refuses styling anywhere else."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from volunteer_app.ui import icons
from volunteer_app.ui.look import Look, look, put_look
from volunteer_app.ui.style_sheet import style_sheet
from volunteer_app.ui.tokens import Color, Scheme, TextScale

_Group = QPalette.ColorGroup
_Role = QPalette.ColorRole
_PALETTE: Final = {
    _Role.Window: Color.BG,
    _Role.WindowText: Color.TEXT,
    _Role.Base: Color.SURFACE,
    _Role.AlternateBase: Color.SURFACE2,
    _Role.Text: Color.TEXT,
    _Role.PlaceholderText: Color.TEXT3,
    _Role.Button: Color.SURFACE,
    _Role.ButtonText: Color.TEXT,
    _Role.ToolTipBase: Color.SURFACE,
    _Role.ToolTipText: Color.TEXT,
    _Role.Highlight: Color.SEL,
    _Role.HighlightedText: Color.TEXT,
    _Role.Link: Color.ACCENT_TEXT,
    _Role.LinkVisited: Color.ACCENT_TEXT,
    _Role.Accent: Color.ACCENT,
    _Role.BrightText: Color.ON_SOLID,
    _Role.Light: Color.SURFACE,
    _Role.Midlight: Color.SURFACE2,
    _Role.Mid: Color.BORDER,
    _Role.Dark: Color.BORDER2,
    _Role.Shadow: Color.BORDER2,
}
_FADED: Final = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText)


class ThemeMode(StrEnum):
    """What the settings offer: 跟随系统, 浅色, 深色."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Applies mode and text scale to the application, and follows the system when asked to."""

    changed = Signal()

    def __init__(
        self, app: QApplication, families: tuple[str, ...] = (), indicators: QTemporaryDir | None = None
    ) -> None:
        super().__init__(app)
        self._app = app
        self._families = families
        # Held here: the folder goes when the theme goes with the application.
        self._folder = indicators
        self._mode = ThemeMode.SYSTEM
        self._scale = TextScale.STANDARD
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def mode(self) -> ThemeMode:
        return self._mode

    @property
    def text_scale(self) -> TextScale:
        return self._scale

    def apply(self, mode: ThemeMode, scale: TextScale) -> None:
        """Switch the whole application; everything painted follows at its next paint."""
        self._mode = mode
        self._scale = scale
        self._tell_system(mode)
        wanted = Look(self._scheme(), scale, self._families)
        if wanted == look() and self._app.styleSheet():
            return
        put_look(self._app, wanted)
        self._app.setFont(wanted.font())
        self._app.setPalette(palette(wanted))
        self._app.setStyleSheet(style_sheet(wanted, self._folder.path() if self._folder else ""))
        icons.redraw_all(self._app)
        self.changed.emit()

    def _scheme(self) -> Scheme:
        if self._mode is ThemeMode.SYSTEM:
            # Some Linux desktops answer Unknown; that counts as light.
            is_dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return Scheme.DARK if is_dark else Scheme.LIGHT
        return Scheme(self._mode.value)

    def _tell_system(self, mode: ThemeMode) -> None:
        """Darkens the title bar on Windows; our palette does the rest."""
        hints = self._app.styleHints()
        match mode:
            case ThemeMode.SYSTEM:
                hints.unsetColorScheme()
            case ThemeMode.LIGHT:
                hints.setColorScheme(Qt.ColorScheme.Light)
            case ThemeMode.DARK:
                hints.setColorScheme(Qt.ColorScheme.Dark)

    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._mode is ThemeMode.SYSTEM:
            self.apply(self._mode, self._scale)


def palette(current: Look) -> QPalette:
    """The palette of a look, so that what the style sheet does not name fits as well."""
    made = QPalette()
    for role, color in _PALETTE.items():
        made.setColor(role, current.color(color))
    faded = QColor(current.color(Color.TEXT3))
    for role in _FADED:
        made.setColor(_Group.Disabled, role, faded)
    return made


def restyle(widget: QWidget) -> None:
    """Make a changed dynamic property (kind, role, state) take effect."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
